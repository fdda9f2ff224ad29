//! EN 16931, the document as a whole: what must be said, dates, references.

use crate::peppol::rules::en16931::check::*;
use crate::peppol::rules::rule::{Rule, rules};
use crate::peppol::schema::id::*;
rules! {
    BR_01 = "BR-01" Fatal ["BT-24"] shows Nothing,
        if |at| at.filled(&[CBC_CUSTOMIZATION_ID]) => {
        en: "The document does not say which specification it follows." => "Fill in CustomizationID, for Peppol the one of BIS Billing 3.0.",
        nb: "Dokumentet sier ikke hvilken spesifikasjon det følger." => "Fyll ut CustomizationID, for Peppol den for BIS Billing 3.0.",
        sv: "Dokumentet säger inte vilken specifikation det följer." => "Fyll i CustomizationID, för Peppol den för BIS Billing 3.0.",
    }
    BR_02 = "BR-02" Fatal ["BT-1"] shows Nothing,
        if |at| at.filled(&[CBC_ID]) => {
        en: "The document has no number, or its number is blank." => "Give the invoice or credit note its number from your series.",
        nb: "Dokumentet har ikke nummer, eller nummeret er blankt." => "Gi fakturaen eller kreditnotaen nummeret fra din egen serie.",
        sv: "Dokumentet har inget nummer, eller så är numret blankt." => "Ge fakturan eller kreditfakturan dess nummer ur din serie.",
    }
    BR_03 = "BR-03" Fatal ["BT-2"] shows Nothing,
        if |at| at.filled(&[CBC_ISSUE_DATE]) => {
        en: "The document does not tell on which day it was issued." => "Fill in IssueDate as year-month-day, such as 2026-11-23.",
        nb: "Dokumentet forteller ikke hvilken dag det er utstedt." => "Fyll ut IssueDate som år-måned-dag, for eksempel 2026-11-23.",
        sv: "Dokumentet talar inte om vilken dag det är utfärdat." => "Fyll i IssueDate som år-månad-dag, till exempel 2026-11-23.",
    }
    BR_04 = "BR-04" Fatal ["BT-3"] shows Nothing,
        if |at| br_04(at) => {
        en: "It is not said what kind of invoice or credit note this is." => "Fill in the type code: 380 for an invoice, 381 for a credit note.",
        nb: "Det er ikke sagt hva slags faktura eller kreditnota dette er." => "Fyll ut typekoden: 380 for faktura, 381 for kreditnota.",
        sv: "Det sägs inte vilken sorts faktura eller kreditfaktura detta är." => "Fyll i typkoden: 380 för faktura, 381 för kreditfaktura.",
    }
    BR_05 = "BR-05" Fatal ["BT-5"] shows Nothing,
        if |at| at.filled(&[CBC_DOCUMENT_CURRENCY_CODE]) => {
        en: "No currency is given for the amounts of the document." => "Fill in DocumentCurrencyCode with three letters, such as NOK.",
        nb: "Det er ikke oppgitt valuta for beløpene i dokumentet." => "Fyll ut DocumentCurrencyCode med tre bokstaver, for eksempel NOK.",
        sv: "Ingen valuta är angiven för beloppen i dokumentet." => "Fyll i DocumentCurrencyCode med tre bokstäver, till exempel SEK.",
    }
    BR_06 = "BR-06" Fatal ["BG-4", "BT-27"] shows Nothing,
        if |at| at.filled(&[CAC_ACCOUNTING_SUPPLIER_PARTY, CAC_PARTY, CAC_PARTY_LEGAL_ENTITY, CBC_REGISTRATION_NAME])
        => {
        en: "The seller's registered name is missing or holds only blanks." => "Fill in RegistrationName below the seller's PartyLegalEntity.",
        nb: "Selgerens registrerte navn mangler eller består bare av blanke." => "Fyll ut RegistrationName under PartyLegalEntity for parten.",
        sv: "Säljarens registrerade namn saknas eller består bara av blanksteg." => "Fyll i RegistrationName under PartyLegalEntity för parten.",
    }
    BR_07 = "BR-07" Fatal ["BG-7", "BT-44"] shows Nothing,
        if |at| at.filled(&[CAC_ACCOUNTING_CUSTOMER_PARTY, CAC_PARTY, CAC_PARTY_LEGAL_ENTITY, CBC_REGISTRATION_NAME])
        => {
        en: "The buyer's registered name is missing or holds only blanks." => "Fill in RegistrationName below the buyer's PartyLegalEntity.",
        nb: "Kjøperens registrerte navn mangler eller består bare av blanke." => "Fyll ut RegistrationName under PartyLegalEntity for parten.",
        sv: "Köparens registrerade namn saknas eller består bara av blanksteg." => "Fyll i RegistrationName under PartyLegalEntity för parten.",
    }
    BR_08 = "BR-08" Fatal ["BG-5"] shows Nothing,
        if |at| Ok(at.has(&[CAC_ACCOUNTING_SUPPLIER_PARTY, CAC_PARTY, CAC_POSTAL_ADDRESS])) => {
        en: "The seller has no postal address anywhere in the document." => "Add a PostalAddress for the seller, with at least the country.",
        nb: "Selgeren har ingen postadresse noe sted i dokumentet." => "Legg til en PostalAddress for parten, med minst landet.",
        sv: "Säljaren har ingen postadress någonstans i dokumentet." => "Lägg till en PostalAddress för parten, med åtminstone landet.",
    }
    BR_10 = "BR-10" Fatal ["BG-8"] shows Nothing,
        if |at| Ok(at.has(&[CAC_ACCOUNTING_CUSTOMER_PARTY, CAC_PARTY, CAC_POSTAL_ADDRESS])) => {
        en: "The buyer has no postal address anywhere in the document." => "Add a PostalAddress for the buyer, with at least the country.",
        nb: "Kjøperen har ingen postadresse noe sted i dokumentet." => "Legg til en PostalAddress for parten, med minst landet.",
        sv: "Köparen har ingen postadress någonstans i dokumentet." => "Lägg till en PostalAddress för parten, med åtminstone landet.",
    }
    BR_16 = "BR-16" Fatal ["BG-25"] shows Nothing,
        if |at| Ok(at.has(&[CAC_INVOICE_LINE]) || at.has(&[CAC_CREDIT_NOTE_LINE])) => {
        en: "The document has no lines, so nothing is sold or credited." => "Add at least one line that says what the amounts are for.",
        nb: "Dokumentet har ingen linjer, så ingenting er solgt eller kreditert." => "Legg til minst én linje som sier hva beløpene gjelder.",
        sv: "Dokumentet har inga rader, så ingenting är sålt eller krediterat." => "Lägg till minst en rad som säger vad beloppen avser.",
    }
    BR_53 = "BR-53" Fatal ["BT-6", "BT-111"] shows Nothing,
        if |at| br_53(at) => {
        en: "A tax currency is named, but no total VAT amount is given in it." => "Add a second TaxTotal with the VAT in the tax currency, or drop the currency.",
        nb: "En avgiftsvaluta er oppgitt, men ingen samlet MVA i den valutaen." => "Legg til en TaxTotal nummer to med MVA i avgiftsvalutaen, eller fjern valutaen.",
        sv: "En skattevaluta är angiven, men ingen total moms i den valutan." => "Lägg till en andra TaxTotal med momsen i skattevalutan, eller ta bort valutan.",
    }
    BR_CO_03 = "BR-CO-03" Fatal ["BT-7", "BT-8"] shows Nothing,
        if |at| br_co_03(at) => {
        en: "Both a date and a code say when the VAT falls due; only one may." => "Keep TaxPointDate or the period's DescriptionCode, and remove the other.",
        nb: "Både en dato og en kode sier når MVA oppstår; bare én av dem kan stå." => "Behold TaxPointDate eller periodens DescriptionCode, og fjern den andre.",
        sv: "Både ett datum och en kod säger när momsen uppstår; bara det ena får stå." => "Behåll TaxPointDate eller periodens DescriptionCode, och ta bort den andra.",
    }
    BR_CO_15 = "BR-CO-15" Fatal ["BT-112", "BT-109", "BT-110"] shows Nothing,
        if |at| br_co_15(at) => {
        en: "Total without VAT plus VAT does not give the total with VAT." => "Check the three amounts; exactly one VAT total bears the document currency.",
        nb: "Total uten MVA pluss MVA gir ikke totalen med MVA." => "Kontroller de tre beløpene; nøyaktig én MVA-sum har dokumentets valuta.",
        sv: "Total utan moms plus moms ger inte totalen med moms." => "Kontrollera de tre beloppen; exakt en momssumma har dokumentets valuta.",
    }
    BR_CO_18 = "BR-CO-18" Fatal ["BG-23"] shows Nothing,
        if |at| Ok(at.has(&[CAC_TAX_TOTAL, CAC_TAX_SUBTOTAL])) => {
        en: "The document has no VAT breakdown, not even a group with zero tax." => "Add a TaxSubtotal for each VAT category and rate on the lines.",
        nb: "Dokumentet har ingen MVA-spesifikasjon, ikke engang en gruppe med null." => "Legg til en TaxSubtotal for hver MVA-kategori og sats på linjene.",
        sv: "Dokumentet har ingen momsspecifikation, inte ens en grupp med noll." => "Lägg till en TaxSubtotal för varje momskategori och sats på raderna.",
    }
    BR_DEC_13 = "BR-DEC-13" Fatal ["BT-110"] shows Nothing,
        if |_at| Ok(true) => {
        en: "The total VAT amount is written with more than two decimals." => "Round it to two decimals, with no zeros or blanks after them.",
        nb: "For mange desimaler: samlet MVA er skrevet med flere enn to." => "Rund av til to desimaler, uten nuller eller blanke etter dem.",
        sv: "För många decimaler: den totala momsen är skriven med fler än två." => "Avrunda till två decimaler, utan nollor eller blanksteg efter dem.",
    }
    BR_DEC_15 = "BR-DEC-15" Fatal ["BT-111"] shows Nothing,
        if |_at| Ok(true) => {
        en: "The total VAT amount in the tax currency is written with more than two decimals." => "Round it to two decimals, with no zeros or blanks after them.",
        nb: "For mange desimaler: samlet MVA i avgiftsvalutaen er skrevet med flere enn to." => "Rund av til to desimaler, uten nuller eller blanke etter dem.",
        sv: "För många decimaler: den totala momsen i skattevalutan är skriven med fler än två." => "Avrunda till två decimaler, utan nollor eller blanksteg efter dem.",
    }
    BR_CL_08 = "BR-CL-08" Fatal ["BT-21"] shows Nothing,
        if |at| br_cl_08(at) => {
        en: "A note carries a subject code that is not on the list of codes." => "Use a three-letter code such as AAI between the signs, or leave it out.",
        nb: "En merknad har en emnekode som ikke står på kodelisten." => "Bruk en kode på tre bokstaver, som AAI, mellom tegnene, eller utelat den.",
        sv: "En anteckning har en ämneskod som inte finns på kodlistan." => "Använd en kod med tre bokstäver, som AAI, mellan tecknen, eller utelämna den.",
    }
    BR_29 = "BR-29" Fatal ["BG-14", "BT-73", "BT-74"] shows Nothing,
        if |at| br_29(at) => {
        en: "The document's period ends on a day before the one it begins on." => "Swap start and end, or correct the one that is wrong.",
        nb: "Dokumentets periode slutter på en dag før den begynner." => "Bytt om start og slutt, eller rett den som er feil.",
        sv: "Dokumentets period slutar på en dag innan den börjar." => "Byt plats på start och slut, eller rätta den som är fel.",
    }
    BR_CO_19 = "BR-CO-19" Fatal ["BG-14", "BT-73", "BT-74", "BT-8"] shows Nothing,
        if |at| br_co_19(at) => {
        en: "An invoicing period is given, but it has neither start nor end." => "Fill in StartDate or EndDate, or remove the empty period.",
        nb: "En faktureringsperiode er oppgitt, men uten start og slutt." => "Fyll ut StartDate eller EndDate, eller fjern den tomme perioden.",
        sv: "En faktureringsperiod är angiven, men utan både start och slut." => "Fyll i StartDate eller EndDate, eller ta bort den tomma perioden.",
    }
    BR_30 = "BR-30" Fatal ["BG-26", "BT-134", "BT-135"] shows Nothing,
        if |at| br_30(at) => {
        en: "The line's period ends on a day before the one it begins on." => "Swap start and end, or correct the one that is wrong.",
        nb: "Linjens periode slutter på en dag før den begynner." => "Bytt om start og slutt, eller rett den som er feil.",
        sv: "Radens period slutar på en dag innan den börjar." => "Byt plats på start och slut, eller rätta den som är fel.",
    }
    BR_CO_20 = "BR-CO-20" Fatal ["BG-26", "BT-134", "BT-135"] shows Nothing,
        if |at| Ok(at.has(&[CBC_START_DATE]) || at.has(&[CBC_END_DATE])) => {
        en: "A line's period is given, but it has neither start nor end." => "Fill in StartDate or EndDate, or remove the period from the line.",
        nb: "En linje har periode, men verken start eller slutt er fylt ut." => "Fyll ut StartDate eller EndDate, eller fjern perioden fra linjen.",
        sv: "En rad har period, men varken start eller slut är ifyllt." => "Fyll i StartDate eller EndDate, eller ta bort perioden från raden.",
    }
    BR_55 = "BR-55" Fatal ["BG-3", "BT-25"] shows Nothing,
        if |at| Ok(at.has(&[CAC_INVOICE_DOCUMENT_REFERENCE, CBC_ID])) => {
        en: "A reference to an earlier invoice does not give its number." => "Fill in the number of the earlier invoice, or drop the reference.",
        nb: "En henvisning til en tidligere faktura oppgir ikke nummeret." => "Fyll ut nummeret på den tidligere fakturaen, eller fjern henvisningen.",
        sv: "En hänvisning till en tidigare faktura anger inte dess nummer." => "Fyll i numret på den tidigare fakturan, eller ta bort hänvisningen.",
    }
    BR_52 = "BR-52" Fatal ["BG-24", "BT-122"] shows Nothing,
        if |at| at.filled(&[CBC_ID]) => {
        en: "A supporting document is attached or linked without a reference of its own." => "Give each supporting document an ID, such as its number or file name.",
        nb: "Et vedlagt eller lenket bilag mangler egen referanse." => "Gi hvert bilag en ID, for eksempel nummeret eller filnavnet.",
        sv: "Ett bifogat eller länkat underlag saknar egen referens." => "Ge varje underlag ett ID, till exempel dess nummer eller filnamn.",
    }
}

/// Document: the rules of this context, in order.
pub static DOCUMENT: &[&Rule] = &[
    &BR_01, &BR_02, &BR_03, &BR_04, &BR_05, &BR_06, &BR_07, &BR_08, &BR_10, &BR_16, &BR_53,
    &BR_CO_03, &BR_CO_15, &BR_CO_18, &BR_DEC_13, &BR_DEC_15,
];

/// Note: the rules of this context, in order.
pub static NOTE: &[&Rule] = &[&BR_CL_08];

/// Period: the rules of this context, in order.
pub static PERIOD: &[&Rule] = &[&BR_29, &BR_CO_19];

/// Line period: the rules of this context, in order.
pub static LINE_PERIOD: &[&Rule] = &[&BR_30, &BR_CO_20];

/// Billing reference: the rules of this context, in order.
pub static BILLING_REFERENCE: &[&Rule] = &[&BR_55];

/// Additional document: the rules of this context, in order.
pub static ADDITIONAL_DOCUMENT: &[&Rule] = &[&BR_52];
