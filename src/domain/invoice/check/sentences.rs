//! What a broken rule means and how to mend it, in three languages.

use crate::domain::words::words;

words! {
    BR_16 = "BR-16" {
        en: "The document has no lines." => "Add at least one line.",
        nb: "Dokumentet har ingen linjer." => "Legg til minst én linje.",
        sv: "Dokumentet har inga rader." => "Lägg till minst en rad.",
    }
    BR_25 = "BR-25" {
        en: "Line {line} has no description." => "Fill in the line's name: what was sold.",
        nb: "Linje {line} mangler beskrivelse." => "Fyll ut linjens name: hva som er solgt.",
        sv: "Rad {line} saknar beskrivning." => "Fyll i radens name: vad som sålts.",
    }
    BR_27 = "BR-27" {
        en: "Line {line} has a negative price ({value})." => "Make the quantity negative instead, or send a credit note.",
        nb: "Linje {line} har negativ pris ({value})." => "Gjør antallet negativt i stedet, eller send en kreditnota.",
        sv: "Rad {line} har negativt pris ({value})." => "Gör antalet negativt i stället, eller skicka en kreditfaktura.",
    }
    R121 = "PEPPOL-EN16931-R121" {
        en: "Line {line} has a base quantity of {value}." => "The base quantity is above zero: how many units the price is for.",
        nb: "Linje {line} har et grunnantall på {value}." => "Grunnantallet er over null: hvor mange enheter prisen gjelder.",
        sv: "Rad {line} har en basmängd på {value}." => "Basmängden är över noll: hur många enheter priset gäller.",
    }
    BR_29 = "BR-29" {
        en: "The period ends before it begins ({value})." => "Swap the two days, or correct one.",
        nb: "Perioden slutter før den begynner ({value})." => "Bytt om de to dagene, eller rett én av dem.",
        sv: "Perioden slutar innan den börjar ({value})." => "Byt plats på dagarna, eller rätta en av dem.",
    }
    BR_30 = "BR-30" {
        en: "The line's period ends before it begins ({value})." => "Swap the two days, or correct one.",
        nb: "Linjens periode slutter før den begynner ({value})." => "Bytt om de to dagene, eller rett én av dem.",
        sv: "Radens period slutar innan den börjar ({value})." => "Byt plats på dagarna, eller rätta en av dem.",
    }
    R110 = "PEPPOL-EN16931-R110" {
        en: "The line's period begins on {value}, before the document's." => "Widen the document's period, or leave it out.",
        nb: "Linjens periode begynner {value}, før dokumentets." => "Utvid dokumentets periode, eller utelat den.",
        sv: "Radens period börjar {value}, före dokumentets." => "Utöka dokumentets period, eller utelämna den.",
    }
    R111 = "PEPPOL-EN16931-R111" {
        en: "The line's period ends on {value}, after the document's." => "Widen the document's period, or leave it out.",
        nb: "Linjens periode slutter {value}, etter dokumentets." => "Utvid dokumentets periode, eller utelat den.",
        sv: "Radens period slutar {value}, efter dokumentets." => "Utöka dokumentets period, eller utelämna den.",
    }
    BR_33 = "BR-33" {
        en: "An allowance or charge has no reason." => "Give a reason in words or a reason_code.",
        nb: "Et avslag eller tillegg mangler begrunnelse." => "Oppgi reason i ord eller en reason_code.",
        sv: "Ett avdrag eller tillägg saknar orsak." => "Ange reason i ord eller en reason_code.",
    }
    BR_32 = "BR-32" {
        en: "An allowance or charge on the document has no VAT." => "Give vat with category and rate, as on a line.",
        nb: "Et avslag eller tillegg på dokumentet mangler MVA." => "Oppgi vat med kategori og sats, som på en linje.",
        sv: "Ett avdrag eller tillägg på dokumentet saknar moms." => "Ange vat med kategori och sats, som på en rad.",
    }
    ADJUSTMENT_VAT_ON_LINE = "adjustment_vat_on_line" {
        en: "An allowance or charge of a line has VAT of its own." => "Leave vat out: it follows the line.",
        nb: "Et avslag eller tillegg på en linje har egen MVA." => "Utelat vat: den følger linjen.",
        sv: "Ett avdrag eller tillägg på en rad har egen moms." => "Utelämna vat: den följer raden.",
    }
    ADJUSTMENT_NEGATIVE = "adjustment_negative" {
        en: "An allowance or charge is negative ({value})." => "Give the amount without sign; kind says which way it goes.",
        nb: "Et avslag eller tillegg er negativt ({value})." => "Oppgi beløpet uten fortegn; kind sier hvilken vei det går.",
        sv: "Ett avdrag eller tillägg är negativt ({value})." => "Ange beloppet utan tecken; kind säger åt vilket håll det går.",
    }
    R040 = "PEPPOL-EN16931-R040" {
        en: "The amount {value} is not the percentage of the base; that is {expected}." => "Leave the amount out, and it is computed.",
        nb: "Beløpet {value} er ikke prosenten av grunnlaget; det er {expected}." => "Utelat beløpet, så regnes det ut.",
        sv: "Beloppet {value} är inte procenten av basen; det är {expected}." => "Utelämna beloppet, så räknas det ut.",
    }
    R041 = "PEPPOL-EN16931-R041" {
        en: "A percentage is given without its base." => "Give base too, or leave percent out.",
        nb: "En prosent er oppgitt uten grunnlag." => "Oppgi base også, eller utelat percent.",
        sv: "En procentsats är angiven utan bas." => "Ange base också, eller utelämna percent.",
    }
    R042 = "PEPPOL-EN16931-R042" {
        en: "A base is given without its percentage." => "Give percent too, or leave base out.",
        nb: "Et grunnlag er oppgitt uten prosent." => "Oppgi percent også, eller utelat base.",
        sv: "En bas är angiven utan procentsats." => "Ange percent också, eller utelämna base.",
    }
    BR_CO_25 = "BR-CO-25" {
        en: "There is an amount to pay, but neither due date nor payment terms." => "Give due_date or payment_terms.",
        nb: "Det er et beløp å betale, men verken forfallsdato eller betalingsbetingelser." => "Oppgi due_date eller payment_terms.",
        sv: "Det finns ett belopp att betala, men varken förfallodag eller betalningsvillkor." => "Ange due_date eller payment_terms.",
    }
    BR_61 = "BR-61" {
        en: "A credit transfer names no account to pay to." => "Give payment.account, or another payment.means.",
        nb: "En bankoverføring oppgir ingen konto å betale til." => "Oppgi payment.account, eller en annen payment.means.",
        sv: "En banköverföring anger inget konto att betala till." => "Ange payment.account, eller en annan payment.means.",
    }
    R010 = "PEPPOL-EN16931-R010" {
        en: "The buyer has no electronic address, and the request does not say that the buyer is a consumer." => "Give the buyer's endpoint or organisation number; of a consumer say so: private true, or a customer of kind private. Without an address invoice_send reaches a business by e-mail or print.",
        nb: "Kjøperen har ingen elektronisk adresse, og forespørselen sier ikke at kjøperen er forbruker." => "Oppgi kjøperens endpoint eller organisasjonsnummer; er kjøperen forbruker, si det: private true, eller en kunde av typen private. Uten adresse når invoice_send en bedrift med e-post eller utskrift.",
        sv: "Köparen har ingen elektronisk adress, och begäran säger inte att köparen är konsument." => "Ange köparens endpoint eller organisationsnummer; är köparen konsument, säg det: private true, eller en kund av typen private. Utan adress når invoice_send ett företag med e-post eller utskrift.",
    }
    R020 = "PEPPOL-EN16931-R020" {
        en: "The seller has no electronic address." => "Give the seller's endpoint with scheme and id.",
        nb: "Selgeren har ingen elektronisk adresse." => "Oppgi selgerens endpoint med scheme og id.",
        sv: "Säljaren har ingen elektronisk adress." => "Ange säljarens endpoint med scheme och id.",
    }
    R061 = "PEPPOL-EN16931-R061" {
        en: "A direct debit names no mandate." => "Give payment.direct_debit.mandate, or another payment.means, such as 30 for a credit transfer.",
        nb: "Et direkte trekk oppgir ikke noe mandat." => "Oppgi payment.direct_debit.mandate, eller en annen payment.means, som 30 for bankoverføring.",
        sv: "En autogirobetalning anger inget medgivande." => "Ange payment.direct_debit.mandate, eller en annan payment.means, som 30 för banköverföring.",
    }
    UBL_SR_47 = "UBL-SR-47" {
        en: "The ways to pay have means that differ; here it is {value}." => "A document has one code for all of them: give the same means in each, or keep one way to pay.",
        nb: "Betalingsmåtene har ulike koder; her er den {value}." => "Et dokument har én kode for alle: oppgi samme means i hver av dem, eller behold én betalingsmåte.",
        sv: "Betalningssätten har olika koder; här är den {value}." => "Ett dokument har en kod för alla: ange samma means i varje, eller behåll ett betalningssätt.",
    }
    UBL_SR_44 = "UBL-SR-44" {
        en: "The ways to pay carry references that differ; here it is {value}." => "A document has one payment reference: give the same one in each way to pay.",
        nb: "Betalingsmåtene har ulike referanser; her er den {value}." => "Et dokument har én betalingsreferanse: oppgi den samme i hver betalingsmåte.",
        sv: "Betalningssätten har olika referenser; här är den {value}." => "Ett dokument har en betalningsreferens: ange samma i varje betalningssätt.",
    }
    UBL_SR_54 = "UBL-SR-54" {
        en: "More than one payment card is given." => "Keep the card that the invoice was paid with.",
        nb: "Mer enn ett betalingskort er oppgitt." => "Behold kortet fakturaen er betalt med.",
        sv: "Mer än ett betalkort är angivet." => "Behåll kortet som fakturan betalades med.",
    }
    UBL_SR_55 = "UBL-SR-55" {
        en: "More than one direct debit is given." => "Keep the one whose mandate counts.",
        nb: "Mer enn ett direkte trekk er oppgitt." => "Behold det som har gyldig mandat.",
        sv: "Mer än en autogirobetalning är angiven." => "Behåll den vars medgivande gäller.",
    }
    P0112 = "PEPPOL-EN16931-P0112" {
        en: "Type code {value} is kept for sellers and buyers who are both in Germany." => "Leave type_code out, and name the earlier invoice in preceding.",
        nb: "Typekode {value} er forbeholdt selgere og kjøpere som begge er i Tyskland." => "Utelat type_code, og oppgi den tidligere fakturaen i preceding.",
        sv: "Typkod {value} är förbehållen säljare och köpare som båda finns i Tyskland." => "Utelämna type_code, och ange den tidigare fakturan i preceding.",
    }
    VAT_RATE_NEGATIVE = "vat_rate_negative" {
        en: "A VAT rate is not below zero ({value})." => "Give the rate without sign; to take an amount back, make the quantity negative.",
        nb: "En MVA-sats er ikke under null ({value})." => "Oppgi satsen uten fortegn; skal et beløp trekkes fra, gjør antallet negativt.",
        sv: "En momssats är inte under noll ({value})." => "Ange satsen utan tecken; ska ett belopp dras av, gör antalet negativt.",
    }
    VAT_SIGN = "PEPPOL-EN16931-R055" {
        en: "VAT in the currency of accounting is {value}, but in the document's own it is {expected}: one is below zero." => "Give both with the same sign.",
        nb: "MVA i regnskapsvalutaen er {value}, men i dokumentets egen {expected}: den ene er under null." => "Oppgi begge med samme fortegn.",
        sv: "Momsen i redovisningsvalutan är {value}, men i dokumentets egen {expected}: den ena är under noll." => "Ange båda med samma tecken.",
    }
    EXCHANGE_RATE = "exchange_rate_not_positive" {
        en: "The exchange rate is {value}, and a rate is above zero." => "Say what one unit of the document's currency is worth in vat_currency.",
        nb: "Vekslingskursen er {value}, og en kurs er over null." => "Oppgi hva én enhet av dokumentets valuta er verdt i vat_currency.",
        sv: "Växelkursen är {value}, och en kurs är över noll." => "Ange vad en enhet av dokumentets valuta är värd i vat_currency.",
    }
    TAX_ROW_TWICE = "vat_row_twice" {
        en: "The VAT breakdown has {category} {rate} % more than once." => "Give one row for each category and rate.",
        nb: "MVA-oppstillingen har {category} {rate} % mer enn én gang." => "Oppgi én rad for hver kategori og sats.",
        sv: "Momsspecifikationen har {category} {rate} % mer än en gång." => "Ange en rad för varje kategori och sats.",
    }
    R120 = "PEPPOL-EN16931-R120" {
        en: "Line {line} comes to {expected}, not to {value}: {difference} apart." => "Correct quantity, price or net_amount; more than 0.02 is no rounding. Or leave net_amount out.",
        nb: "Linje {line} blir {expected}, ikke {value}: {difference} i forskjell." => "Rett antall, pris eller net_amount; mer enn 0.02 er ingen avrunding. Eller utelat net_amount.",
        sv: "Rad {line} blir {expected}, inte {value}: {difference} i skillnad." => "Rätta antal, pris eller net_amount; mer än 0.02 är ingen avrundning. Eller utelämna net_amount.",
    }
    BR_CO_03 = "BR-CO-03" {
        en: "Both a day and a code say when VAT falls due." => "Give tax_point_date or tax_point_code, not both.",
        nb: "Både en dag og en kode sier når MVA forfaller." => "Oppgi tax_point_date eller tax_point_code, ikke begge.",
        sv: "Både en dag och en kod säger när momsen förfaller." => "Ange tax_point_date eller tax_point_code, inte båda.",
    }
    VAT_AMOUNT_MISSING = "PEPPOL-EN16931-R054" {
        en: "VAT is missing in the currency of accounting ({value})." => "Give vat_in_vat_currency, or exchange_rate to compute it by.",
        nb: "MVA mangler i regnskapsvalutaen ({value})." => "Oppgi vat_in_vat_currency, eller exchange_rate til å beregne den med.",
        sv: "Momsen saknas i redovisningsvalutan ({value})." => "Ange vat_in_vat_currency, eller exchange_rate att beräkna den med.",
    }
    VAT_CURRENCY_SAME = "PEPPOL-EN16931-R005" {
        en: "The currency of VAT accounting is that of the document ({value})." => "Leave vat_currency out; it is for another currency.",
        nb: "Valutaen for MVA er den samme som dokumentets ({value})." => "Utelat vat_currency; den er for en annen valuta.",
        sv: "Valutan för moms är densamma som dokumentets ({value})." => "Utelämna vat_currency; den är för en annan valuta.",
    }
    TAX_DIFFERS = "BR-CO-17" {
        en: "The VAT breakdown gives {value} for {category} {rate} %, but it comes to {expected}: {difference} apart." => "Correct totals.groups, or leave it out: the breakdown is computed.",
        nb: "MVA-oppstillingen har {value} for {category} {rate} %, men den blir {expected}: {difference} i forskjell." => "Rett totals.groups, eller utelat den: oppstillingen beregnes.",
        sv: "Momsspecifikationen har {value} för {category} {rate} %, men den blir {expected}: {difference} i skillnad." => "Rätta totals.groups, eller utelämna den: specifikationen beräknas.",
    }
    TAX_ROW_UNKNOWN = "vat_row_unknown" {
        en: "No line or adjustment has VAT {category} {rate} %." => "Correct category and rate, or leave the row out.",
        nb: "Ingen linje eller justering har MVA {category} {rate} %." => "Rett kategori og sats, eller utelat raden.",
        sv: "Ingen rad eller justering har moms {category} {rate} %." => "Rätta kategori och sats, eller utelämna raden.",
    }
    DUE_BEFORE_ISSUE = "due_date_before_issue_date" {
        en: "The due date {value} lies before the issue date." => "Check both dates.",
        nb: "Forfallsdatoen {value} er før fakturadatoen." => "Kontroller begge datoene.",
        sv: "Förfallodagen {value} ligger före fakturadatumet." => "Kontrollera båda datumen.",
    }
    FOLLOW_UP_WITHOUT_INVOICE = "follow_up_without_invoice" {
        en: "A document of the type {type} is about an earlier invoice, and names none." => "Name that invoice in preceding, with its number and issue date.",
        nb: "Et dokument av typen {type} gjelder en tidligere faktura, men oppgir ingen." => "Oppgi fakturaen i preceding, med nummer og fakturadato.",
        sv: "Ett dokument av typen {type} gäller en tidigare faktura, men anger ingen." => "Ange fakturan i preceding, med nummer och fakturadatum.",
    }
    CREDIT_WITHOUT_REFERENCE = "credit_note_without_reference" {
        en: "The credit note names no invoice." => "Name the credited invoice in preceding; the bookkeeping rules ask for it.",
        nb: "Kreditnotaen viser ikke til noen faktura." => "Oppgi den krediterte fakturaen i preceding; bokføringsreglene krever det.",
        sv: "Kreditfakturan hänvisar inte till någon faktura." => "Ange den krediterade fakturan i preceding; bokföringsreglerna kräver det.",
    }
    VAT_RATE_NOT_ZERO = "vat_rate_not_zero" {
        en: "Category {category} has no VAT, but the rate is {value}." => "Leave the rate out, or use category S.",
        nb: "Kategori {category} har ikke MVA, men satsen er {value}." => "Utelat satsen, eller bruk kategori S.",
        sv: "Kategori {category} har ingen moms, men satsen är {value}." => "Utelämna satsen, eller använd kategori S.",
    }
    VAT_REASON_NEEDLESS = "vat_reason_needless" {
        en: "Category {category} may not carry an exemption reason." => "Leave reason and reason_code out, or use category E.",
        nb: "Kategori {category} kan ikke ha fritaksgrunn." => "Utelat reason og reason_code, eller bruk kategori E.",
        sv: "Kategori {category} får inte ha undantagsgrund." => "Utelämna reason och reason_code, eller använd kategori E.",
    }
    SELLER_VAT_MISSING = "BR-S-02" {
        en: "The seller has no VAT number, but the document is inside VAT." => "Give the seller's vat_number, or use category O for a seller outside VAT.",
        nb: "Selgeren har ikke MVA-nummer, men dokumentet er innenfor MVA." => "Oppgi selgerens vat_number, eller bruk kategori O for selgere utenfor MVA.",
        sv: "Säljaren har inget momsnummer, men dokumentet är inom momsen." => "Ange säljarens vat_number, eller använd kategori O för säljare utanför momsen.",
    }
    BR_CO_26 = "BR-CO-26" {
        en: "The seller cannot be identified." => "Give the seller's organisation_number or vat_number.",
        nb: "Selgeren kan ikke identifiseres." => "Oppgi selgerens organisation_number eller vat_number.",
        sv: "Säljaren kan inte identifieras." => "Ange säljarens organisation_number eller vat_number.",
    }
    BR_AE_02 = "BR-AE-02" {
        en: "Reverse charge needs a buyer who can be identified." => "Add the buyer's VAT number or organisation number.",
        nb: "Omvendt avgiftsplikt krever en kjøper som kan identifiseres." => "Legg inn kjøperens MVA-nummer eller organisasjonsnummer.",
        sv: "Omvänd betalningsskyldighet kräver en köpare som kan identifieras." => "Lägg in köparens momsnummer eller organisationsnummer.",
    }
    BR_IC_02 = "BR-IC-02" {
        en: "Supply inside the Union needs the buyer's VAT number." => "Add it to the customer's card.",
        nb: "Leveranse innen EU/EØS krever kjøperens MVA-nummer." => "Legg det inn på kundekortet.",
        sv: "Leverans inom EU kräver köparens momsnummer." => "Lägg in det på kundkortet.",
    }
    BR_IC_11 = "BR-IC-11" {
        en: "Supply inside the Union needs a delivery date or a period." => "Give delivery_date or period.",
        nb: "Leveranse innen EU/EØS krever leveringsdato eller periode." => "Oppgi delivery_date eller period.",
        sv: "Leverans inom EU kräver leveransdatum eller period." => "Ange delivery_date eller period.",
    }
    BR_IC_12 = "BR-IC-12" {
        en: "Supply inside the Union needs the country delivered to." => "Give delivery_country.",
        nb: "Leveranse innen EU/EØS krever landet det er levert til." => "Oppgi delivery_country.",
        sv: "Leverans inom EU kräver landet det levererats till." => "Ange delivery_country.",
    }
    BR_O_11 = "BR-O-11" {
        en: "A document outside the scope of VAT may hold nothing else." => "Send two documents: one with category O, one with the rest.",
        nb: "Et dokument utenfor MVA-området kan ikke inneholde noe annet." => "Send to dokumenter: ett med kategori O, ett med resten.",
        sv: "Ett dokument utanför momsområdet får inte innehålla något annat." => "Skicka två dokument: ett med kategori O, ett med resten.",
    }
    BR_E_10 = "BR-E-10" {
        en: "Exempt lines say why they are exempt." => "Give vat.reason in words, or vat.reason_code from the VATEX list.",
        nb: "Linjer med fritak må si hvorfor." => "Oppgi vat.reason i ord, eller vat.reason_code fra VATEX-listen.",
        sv: "Rader med undantag måste säga varför." => "Ange vat.reason i ord, eller vat.reason_code ur VATEX-listan.",
    }
    VAT_REASONS_DIFFER = "vat_reasons_differ" {
        en: "Two lines of category {category} give different reasons." => "One document has one reason for each category; send two documents.",
        nb: "To linjer med kategori {category} oppgir ulike grunner." => "Ett dokument har én grunn for hver kategori; send to dokumenter.",
        sv: "Två rader med kategori {category} anger olika grunder." => "Ett dokument har en grund för varje kategori; skicka två dokument.",
    }
    TOTAL_DIFFERS = "total_differs" {
        en: "The given total {value} is not the computed one, {expected}." => "Correct the lines or the total; the difference is {difference}.",
        nb: "Den oppgitte summen {value} er ikke den beregnede, {expected}." => "Rett linjene eller summen; forskjellen er {difference}.",
        sv: "Den angivna summan {value} är inte den beräknade, {expected}." => "Rätta raderna eller summan; skillnaden är {difference}.",
    }
    R003 = "PEPPOL-EN16931-R003" {
        en: "Neither buyer reference nor order reference is given, and the receiver needs one." => "Give buyer_reference or order_reference, or set default_buyer_reference with company_configure.",
        nb: "Verken deres referanse eller bestillingsnummer er oppgitt, og mottakeren trenger en av dem." => "Oppgi buyer_reference eller order_reference, eller sett default_buyer_reference med company_configure.",
        sv: "Varken er referens eller ordernummer är angivet, och mottagaren behöver en av dem." => "Ange buyer_reference eller order_reference, eller sätt default_buyer_reference med company_configure.",
    }
}
