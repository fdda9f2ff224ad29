//! Why a step was taken or skipped, in three languages.

use crate::domain::words::words;

words! {
    CHANNEL_UNKNOWN = "channel_unknown" {
        en: "\"{value}\" is not a channel." => "Use einvoice, efaktura, vipps, email, print or self.",
        nb: "«{value}» er ikke en kanal." => "Bruk einvoice, efaktura, vipps, email, print eller self.",
        sv: "”{value}” är inte en kanal." => "Använd einvoice, efaktura, vipps, email, print eller self.",
    }
    CHANNEL_REFUSED = "channel_refused" {
        en: "This channel has refused the document already." => "Nothing to do; the next step is taken.",
        nb: "Denne kanalen har alt avvist dokumentet." => "Ingenting å gjøre; neste steg brukes.",
        sv: "Denna kanal har redan avvisat dokumentet." => "Inget att göra; nästa steg används.",
    }
    NO_CHANNEL = "no_channel_possible" {
        en: "No channel reaches customer {customer}." => "The findings name what each channel misses; complete the customer's card.",
        nb: "Ingen kanal når kunde {customer}." => "Funnene sier hva hver kanal mangler; fyll ut kundekortet.",
        sv: "Ingen kanal når kund {customer}." => "Anmärkningarna säger vad varje kanal saknar; fyll i kundkortet.",
    }
    REGISTERED = "receiver_registered" {
        en: "{endpoint} is registered for this type of document." => "Nothing to do.",
        nb: "{endpoint} er registrert for denne dokumenttypen." => "Ingenting å gjøre.",
        sv: "{endpoint} är registrerad för denna dokumenttyp." => "Inget att göra.",
    }
    NOT_REGISTERED = "receiver_not_registered" {
        en: "{endpoint} is not registered as a receiver." => "Ask the customer to register, if he wants e-invoices.",
        nb: "{endpoint} er ikke registrert som mottaker." => "Be kunden registrere seg, om kunden vil ha EHF.",
        sv: "{endpoint} är inte registrerad som mottagare." => "Be kunden registrera sig, om kunden vill ha e-faktura.",
    }
    RECEIVER_NOT_LOOKED_UP = "receiver_not_looked_up" {
        en: "No directory has said anything about {endpoint}." => "Look it up and record the answer with directory_put.",
        nb: "Ingen katalog har sagt noe om {endpoint}." => "Slå opp og registrer svaret med directory_put.",
        sv: "Ingen katalog har sagt något om {endpoint}." => "Slå upp och registrera svaret med directory_put.",
    }
    TYPE_NOT_TAKEN = "receiver_does_not_take_type" {
        en: "{endpoint} is registered, but not for {type}." => "Ask the customer to register for it.",
        nb: "{endpoint} er registrert, men ikke for {type}." => "Be kunden registrere seg for det.",
        sv: "{endpoint} är registrerad, men inte för {type}." => "Be kunden registrera sig för det.",
    }
    EINVOICE_NOT_FOLLOW_UP = "einvoice_not_for_type" {
        en: "A document of the type {type} is not sent as e-invoice: the receiver would take it for a second invoice." => "Nothing to do; it goes by e-mail or print where the customer's mode allows that.",
        nb: "Et dokument av typen {type} sendes ikke som EHF: mottakeren ville ta det for en ny faktura." => "Ingenting å gjøre; det går med e-post eller utskrift der kundens distribusjonsmåte tillater det.",
        sv: "Ett dokument av typen {type} skickas inte som e-faktura: mottagaren skulle ta det för en ny faktura." => "Inget att göra; det går med e-post eller utskrift där kundens distributionssätt tillåter det.",
    }
    LOOKUP_FAILED = "lookup_failed" {
        en: "The look-up of {endpoint} failed; that is not a no." => "Look it up again and record the answer with directory_put.",
        nb: "Oppslaget av {endpoint} mislyktes; det er ikke et nei." => "Slå opp igjen og registrer svaret med directory_put.",
        sv: "Uppslaget av {endpoint} misslyckades; det är inte ett nej." => "Slå upp igen och registrera svaret med directory_put.",
    }
    NO_ENDPOINT = "receiver_without_endpoint" {
        en: "The customer has no electronic address, and his organisation number gives none." => "Add the endpoint (scheme and id) to the customer's card.",
        nb: "Kunden har ingen elektronisk adresse, og organisasjonsnummeret gir ingen." => "Legg inn endpoint (scheme og id) på kundekortet.",
        sv: "Kunden har ingen elektronisk adress, och organisationsnumret ger ingen." => "Lägg in endpoint (scheme och id) på kundkortet.",
    }
    AGREEMENT_MISSING = "agreement_missing" {
        en: "The company has no active consumer agreement ({state})." => "Order it with agreement_order; eFaktura and Vipps open with it.",
        nb: "Firmaet har ingen aktiv B2C-avtale ({state})." => "Bestill den med agreement_order; den åpner for eFaktura og Vipps.",
        sv: "Företaget har inget aktivt konsumentavtal ({state})." => "Beställ det med agreement_order; det öppnar eFaktura och Vipps.",
    }
    EFAKTURA_ACTIVE = "efaktura_agreement_active" {
        en: "The consumer has an active eFaktura agreement." => "Nothing to do; the invoice also shows in Vipps.",
        nb: "Forbrukeren har en aktiv eFaktura-avtale." => "Ingenting å gjøre; fakturaen vises også i Vipps.",
        sv: "Konsumenten har ett aktivt eFaktura-avtal." => "Inget att göra; fakturan visas även i Vipps.",
    }
    EFAKTURA_NONE = "efaktura_agreement_not_active" {
        en: "The consumer has no active eFaktura agreement ({status})." => "The consumer can accept it in the net bank.",
        nb: "Forbrukeren har ingen aktiv eFaktura-avtale ({status})." => "Forbrukeren kan godta den i nettbanken.",
        sv: "Konsumenten har inget aktivt eFaktura-avtal ({status})." => "Konsumenten kan godkänna det i internetbanken.",
    }
    YES_TO_ALL = "yes_to_all" {
        en: "The consumer has said yes to eFaktura from everybody." => "Nothing to do; the invoice also shows in Vipps.",
        nb: "Forbrukeren har sagt ja til eFaktura fra alle." => "Ingenting å gjøre; fakturaen vises også i Vipps.",
        sv: "Konsumenten har sagt ja till eFaktura från alla." => "Inget att göra; fakturan visas även i Vipps.",
    }
    VIPPS_REACHED = "vipps_by_mobile" {
        en: "Vipps reaches {mobile}." => "Nothing to do; the invoice also shows in the net bank.",
        nb: "Vipps når {mobile}." => "Ingenting å gjøre; fakturaen vises også i nettbanken.",
        sv: "Vipps når {mobile}." => "Inget att göra; fakturan visas även i internetbanken.",
    }
    VIPPS_NO_MOBILE = "vipps_without_mobile" {
        en: "The consumer has no mobile number." => "Add the mobile to the customer's card.",
        nb: "Forbrukeren har ikke mobilnummer." => "Legg inn mobilnummeret på kundekortet.",
        sv: "Konsumenten har inget mobilnummer." => "Lägg in mobilnumret på kundkortet.",
    }
    VIPPS_NOT_A_MOBILE = "vipps_not_a_mobile" {
        en: "{mobile} is not a mobile number." => "Correct the mobile on the customer's card.",
        nb: "{mobile} er ikke et mobilnummer." => "Rett mobilnummeret på kundekortet.",
        sv: "{mobile} är inte ett mobilnummer." => "Rätta mobilnumret på kundkortet.",
    }
    VIPPS_CREDIT_NOTE = "vipps_takes_no_credit_note" {
        en: "Vipps takes no credit notes." => "Nothing to do; the next step is taken.",
        nb: "Vipps tar ikke kreditnotaer." => "Ingenting å gjøre; neste steg brukes.",
        sv: "Vipps tar inga kreditfakturor." => "Inget att göra; nästa steg används.",
    }
    VIPPS_NOTHING_TO_PAY = "vipps_nothing_to_pay" {
        en: "Vipps takes only invoices with something to pay." => "Nothing to do; the next step is taken.",
        nb: "Vipps tar bare fakturaer med noe å betale." => "Ingenting å gjøre; neste steg brukes.",
        sv: "Vipps tar bara fakturor med något att betala." => "Inget att göra; nästa steg används.",
    }
    CONSUMER_NOT_REACHED = "consumer_not_receiving" {
        en: "The look-up says that the consumer is not reached this way ({status})." => "Nothing to do; the next step is taken.",
        nb: "Oppslaget sier at forbrukeren ikke nås slik ({status})." => "Ingenting å gjøre; neste steg brukes.",
        sv: "Uppslaget säger att konsumenten inte nås så ({status})." => "Inget att göra; nästa steg används.",
    }
    CONSUMER_NOT_LOOKED_UP = "consumer_not_looked_up" {
        en: "Nobody has looked up whether the consumer is reached this way." => "Look the consumer up and record the answer with consumer_record.",
        nb: "Ingen har slått opp om forbrukeren nås slik." => "Slå opp forbrukeren og registrer svaret med consumer_record.",
        sv: "Ingen har slagit upp om konsumenten nås så." => "Slå upp konsumenten och registrera svaret med consumer_record.",
    }
    CONSUMER_LOOKUP_FAILED = "consumer_lookup_failed" {
        en: "The look-up of the consumer failed; that is not a no." => "Look the consumer up again and record the answer with consumer_record.",
        nb: "Oppslaget av forbrukeren mislyktes; det er ikke et nei." => "Slå opp forbrukeren igjen og registrer svaret med consumer_record.",
        sv: "Uppslaget av konsumenten misslyckades; det är inte ett nej." => "Slå upp konsumenten igen och registrera svaret med consumer_record.",
    }
    CHANNEL_FORBIDDEN = "channel_forbidden" {
        en: "The caller has ruled this channel out for the document." => "Nothing to do; the next step is taken.",
        nb: "Denne kanalen er utelukket for dokumentet." => "Ingenting å gjøre; neste steg brukes.",
        sv: "Denna kanal är utesluten för dokumentet." => "Inget att göra; nästa steg används.",
    }
    CHANNEL_NOT_FOR_KIND = "channel_not_for_kind" {
        en: "A customer of kind {kind} cannot be reached by {channel}." => "Choose another channel for this document, or correct the customer's kind.",
        nb: "En kunde av typen {kind} kan ikke nås med {channel}." => "Velg en annen kanal for dokumentet, eller rett kundetypen.",
        sv: "En kund av typen {kind} kan inte nås med {channel}." => "Välj en annan kanal för dokumentet, eller rätta kundtypen.",
    }
    OVERRIDES_CONTRADICT = "overrides_contradict" {
        en: "A forced channel goes neither with an order nor with its own prohibition." => "Give force alone, or order and forbid.",
        nb: "En tvungen kanal kan ikke stå sammen med en rekkefølge eller sitt eget forbud." => "Oppgi force alene, eller order og forbid.",
        sv: "En tvingad kanal kan inte stå tillsammans med en ordningsföljd eller sitt eget förbud." => "Ange force ensamt, eller order och forbid.",
    }
    LOOKUP_OLD = "lookup_too_old" {
        en: "What is known of {endpoint} is from {as_of}, too long ago to count." => "Look it up again and record the answer with directory_put; the document waits for it.",
        nb: "Det som er kjent om {endpoint}, er fra {as_of} og for gammelt." => "Slå opp igjen og registrer svaret med directory_put; dokumentet venter på det.",
        sv: "Det som är känt om {endpoint} är från {as_of} och för gammalt." => "Slå upp igen och registrera svaret med directory_put; dokumentet väntar på det.",
    }
    CONSUMER_LOOKUP_OLD = "consumer_lookup_too_old" {
        en: "What is known of the consumer is too old to count." => "Look the consumer up again and record the answer with consumer_record; the document waits for it.",
        nb: "Det som er kjent om forbrukeren, er for gammelt." => "Slå opp forbrukeren igjen og registrer svaret med consumer_record; dokumentet venter på det.",
        sv: "Det som är känt om konsumenten är för gammalt." => "Slå upp konsumenten igen och registrera svaret med consumer_record; dokumentet väntar på det.",
    }
    CONSUMER_EFAKTURA_OFF = "consumer_efaktura_off" {
        en: "The customer's card says not to send as consumer eFaktura." => "Switch it on with customer_put, efaktura true.",
        nb: "Kundekortet sier at det ikke skal sendes som eFaktura til privat." => "Slå det på med customer_put, efaktura true.",
        sv: "Kundkortet säger att inget ska skickas som konsument-eFaktura." => "Slå på det med customer_put, efaktura true.",
    }
    AGREEMENT_WITHOUT = "agreement_without_channel" {
        en: "The company's consumer agreement does not cover {channel}." => "Look at agreement_get; a new agreement covers eFaktura and Vipps.",
        nb: "Firmaets B2C-avtale omfatter ikke {channel}." => "Se agreement_get; en ny avtale omfatter eFaktura og Vipps.",
        sv: "Företagets konsumentavtal omfattar inte {channel}." => "Se agreement_get; ett nytt avtal omfattar eFaktura och Vipps.",
    }
    DUE_TOO_NEAR = "channel_due_date_too_near" {
        en: "{channel} wants at least {days} days to the due date, and the document falls due on {due}." => "Give a later due date, or let the next step be taken.",
        nb: "{channel} krever minst {days} dager til forfall, og dokumentet forfaller {due}." => "Oppgi en senere forfallsdato, eller la neste steg brukes.",
        sv: "{channel} kräver minst {days} dagar till förfallodagen, och dokumentet förfaller {due}." => "Ange en senare förfallodag, eller låt nästa steg användas.",
    }
    DUE_TOO_FAR = "channel_due_date_too_far" {
        en: "{channel} takes at most {days} days to the due date, and the document falls due on {due}." => "Give an earlier due date, or let the next step be taken.",
        nb: "{channel} tar høyst {days} dager til forfall, og dokumentet forfaller {due}." => "Oppgi en tidligere forfallsdato, eller la neste steg brukes.",
        sv: "{channel} tar högst {days} dagar till förfallodagen, och dokumentet förfaller {due}." => "Ange en tidigare förfallodag, eller låt nästa steg användas.",
    }
    DUE_DATE_MISSING = "channel_due_date_missing" {
        en: "{channel} wants a due date, and the document has none." => "Give due_date, or let the next step be taken.",
        nb: "{channel} krever forfallsdato, og dokumentet har ingen." => "Oppgi due_date, eller la neste steg brukes.",
        sv: "{channel} kräver förfallodag, och dokumentet har ingen." => "Ange due_date, eller låt nästa steg användas.",
    }
    ACCOUNT_NOT_NORWEGIAN = "channel_account_not_norwegian" {
        en: "{channel} pays to Norwegian accounts only." => "Give a Norwegian account in payment.account, or let the next step be taken.",
        nb: "{channel} betaler bare til norske kontoer." => "Oppgi en norsk konto i payment.account, eller la neste steg brukes.",
        sv: "{channel} betalar bara till norska konton." => "Ange ett norskt konto i payment.account, eller låt nästa steg användas.",
    }
    ASK_WAITS = "ask_and_wait" {
        en: "The consumer is asked whether he wants eFaktura, and the document waits {days} days for the answer, until {until}." => "Record what the consumer answers with consumer_record; else it goes on by itself.",
        nb: "Forbrukeren blir spurt om eFaktura, og dokumentet venter {days} dager på svaret, til {until}." => "Registrer svaret med consumer_record; ellers går det videre av seg selv.",
        sv: "Konsumenten tillfrågas om eFaktura, och dokumentet väntar {days} dagar på svaret, till {until}." => "Registrera svaret med consumer_record; annars går det vidare av sig självt.",
    }
    ASK_INVOICES_ONLY = "ask_for_invoices_only" {
        en: "Consumers are asked for the sake of an invoice only, and not of a {type}." => "Nothing to do; the next step is taken.",
        nb: "Forbrukere blir bare spurt på grunn av en faktura, ikke av {type}." => "Ingenting å gjøre; neste steg brukes.",
        sv: "Konsumenter tillfrågas bara för en fakturas skull, inte för {type}." => "Inget att göra; nästa steg används.",
    }
    ASK_FAILED = "ask_not_delivered" {
        en: "The question did not reach the consumer." => "Correct mobile and e-mail on the customer's card; then he is asked with the next invoice.",
        nb: "Spørsmålet nådde ikke fram til forbrukeren." => "Rett mobil og e-post på kundekortet; da blir kunden spurt med neste faktura.",
        sv: "Frågan nådde inte konsumenten." => "Rätta mobil och e-post på kundkortet; då tillfrågas kunden med nästa faktura.",
    }
    REFERENCE_MADE_UP = "buyer_reference_made_up" {
        en: "The document was made without a buyer reference, and carries the customer number, which the network would not route." => "Add buyer_reference to the customer's card and send the document again with invoice_resend or invoice_reroute; or send it by e-mail or print.",
        nb: "Dokumentet ble laget uten kjøpers referanse og har kundenummeret, som nettverket ikke kan rute på." => "Legg inn buyer_reference på kundekortet og send dokumentet igjen med invoice_resend eller invoice_reroute; eller send det med e-post eller utskrift.",
        sv: "Dokumentet gjordes utan köparens referens och har kundnumret, som nätverket inte kan styra på." => "Lägg in buyer_reference på kundkortet och skicka dokumentet igen med invoice_resend eller invoice_reroute; eller skicka det med e-post eller utskrift.",
    }
    ENDPOINT_WRONG = "endpoint_wrong_on_card" {
        en: "The electronic address {endpoint} on the customer's card fails the check of its scheme, so the network refuses documents with it." => "Correct endpoint on the customer's card with customer_put; until then documents go another way and do not name it.",
        nb: "Den elektroniske adressen {endpoint} på kundekortet består ikke kontrollen for koden, så nettverket avviser dokumenter med den." => "Rett endpoint på kundekortet med customer_put; inntil da går dokumentene en annen vei uten adressen.",
        sv: "Den elektroniska adressen {endpoint} på kundkortet klarar inte kontrollen för sin kod, så nätverket avvisar dokument med den." => "Rätta endpoint på kundkortet med customer_put; till dess går dokumenten en annan väg utan adressen.",
    }
    ENDPOINT_CHANGED = "endpoint_changed_since" {
        en: "The document is addressed to another electronic address than the customer has now." => "Send it again with invoice_resend or invoice_reroute, which address it anew; a finished document keeps its address and goes by e-mail or print.",
        nb: "Dokumentet er adressert til en annen elektronisk adresse enn kunden har nå." => "Send det igjen med invoice_resend eller invoice_reroute, som adresserer det på nytt; et ferdig dokument beholder adressen og går med e-post eller utskrift.",
        sv: "Dokumentet är adresserat till en annan elektronisk adress än kunden har nu." => "Skicka det igen med invoice_resend eller invoice_reroute, som adresserar det på nytt; ett färdigt dokument behåller adressen och går med e-post eller utskrift.",
    }
    CURRENCY_NOT_TAKEN = "channel_currency_not_taken" {
        en: "{channel} takes documents in {currency} only." => "Nothing to do; the next step is taken.",
        nb: "{channel} tar bare dokumenter i {currency}." => "Ingenting å gjøre; neste steg brukes.",
        sv: "{channel} tar bara dokument i {currency}." => "Inget att göra; nästa steg används.",
    }
    REFERENCE_NOT_KID = "channel_wants_kid" {
        en: "{channel} wants a KID as payment reference." => "Give payment.kid, or let the next step be taken.",
        nb: "{channel} krever KID som betalingsreferanse." => "Oppgi payment.kid, eller la neste steg brukes.",
        sv: "{channel} kräver KID som betalningsreferens." => "Ange payment.kid, eller låt nästa steg användas.",
    }
    ASK_OVER = "ask_without_answer" {
        en: "The consumer was asked and has not answered within {days} days." => "Nothing to do; the next step is taken.",
        nb: "Forbrukeren ble spurt og har ikke svart innen {days} dager." => "Ingenting å gjøre; neste steg brukes.",
        sv: "Konsumenten tillfrågades och har inte svarat inom {days} dagar." => "Inget att göra; nästa steg används.",
    }
    ASK_NOT_NEEDED = "ask_not_needed" {
        en: "A step before this one decides, so the consumer is not asked." => "Nothing to do.",
        nb: "Et tidligere steg avgjør, så forbrukeren blir ikke spurt." => "Ingenting å gjøre.",
        sv: "Ett tidigare steg avgör, så konsumenten tillfrågas inte." => "Inget att göra.",
    }
    ASK_OFF = "ask_off" {
        en: "The company does not ask consumers and wait (policy no_wait)." => "Switch it on with company_configure, ask_consumers true.",
        nb: "Firmaet spør ikke forbrukere og venter (no_wait)." => "Slå det på med company_configure, ask_consumers true.",
        sv: "Företaget frågar inte konsumenter och väntar (no_wait)." => "Slå på det med company_configure, ask_consumers true.",
    }
    ASK_ANSWERED = "ask_answered" {
        en: "The consumer need not be asked: his status is {status}." => "Nothing to do; the next step is taken.",
        nb: "Forbrukeren trenger ikke spørres: statusen er {status}." => "Ingenting å gjøre; neste steg brukes.",
        sv: "Konsumenten behöver inte tillfrågas: statusen är {status}." => "Inget att göra; nästa steg används.",
    }
    ASK_UNREACHABLE = "ask_without_mobile_and_email" {
        en: "The consumer has neither mobile nor e-mail, so nobody can ask him." => "Add one of them to the customer's card.",
        nb: "Forbrukeren har verken mobil eller e-post, så ingen kan spørre." => "Legg inn en av dem på kundekortet.",
        sv: "Konsumenten har varken mobil eller e-post, så ingen kan fråga." => "Lägg in något av dem på kundkortet.",
    }
    ASK_NO_WAIT = "ask_no_wait" {
        en: "The exchange cannot ask the consumer, so there is nothing to wait for (policy no_wait)." => "Nothing to do; the next step is taken.",
        nb: "Meldingssentralen kan ikke spørre forbrukeren, så det er ingenting å vente på (no_wait)." => "Ingenting å gjøre; neste steg brukes.",
        sv: "Tjänsten kan inte fråga konsumenten, så det finns inget att vänta på (no_wait)." => "Inget att göra; nästa steg används.",
    }
    EMAIL_THERE = "email_address_known" {
        en: "The customer has the e-mail address {email}." => "Nothing to do.",
        nb: "Kunden har e-postadressen {email}." => "Ingenting å gjøre.",
        sv: "Kunden har e-postadressen {email}." => "Inget att göra.",
    }
    EMAIL_MISSING = "email_address_missing" {
        en: "The customer has no e-mail address." => "Add it to the customer's card.",
        nb: "Kunden har ingen e-postadresse." => "Legg den inn på kundekortet.",
        sv: "Kunden har ingen e-postadress." => "Lägg in den på kundkortet.",
    }
    EMAIL_OFF = "email_switched_off" {
        en: "The company sends no invoices by e-mail." => "Switch it on with company_configure, email true.",
        nb: "Firmaet sender ikke fakturaer med e-post." => "Slå det på med company_configure, email true.",
        sv: "Företaget skickar inga fakturor med e-post." => "Slå på det med company_configure, email true.",
    }
    PRINT_THERE = "print_address_complete" {
        en: "The customer has a complete postal address." => "Nothing to do.",
        nb: "Kunden har en fullstendig postadresse." => "Ingenting å gjøre.",
        sv: "Kunden har en fullständig postadress." => "Inget att göra.",
    }
    PRINT_ADDRESS_MISSING = "print_address_incomplete" {
        en: "The postal address misses {part}." => "Fill in street, post code and place on the customer's card.",
        nb: "Postadressen mangler {part}." => "Fyll ut gate, postnummer og poststed på kundekortet.",
        sv: "Postadressen saknar {part}." => "Fyll i gata, postnummer och ort på kundkortet.",
    }
    PRINT_OFF = "print_switched_off" {
        en: "The company does not use the print service." => "Switch it on with company_configure, print true.",
        nb: "Firmaet bruker ikke utskriftstjenesten." => "Slå den på med company_configure, print true.",
        sv: "Företaget använder inte utskriftstjänsten." => "Slå på den med company_configure, print true.",
    }
    ONESELF = "mode_self" {
        en: "The user sends the document himself (self)." => "Take the file and send it.",
        nb: "Brukeren sender dokumentet selv (self)." => "Ta filen og send den.",
        sv: "Användaren skickar dokumentet själv (self)." => "Ta filen och skicka den.",
    }
}
