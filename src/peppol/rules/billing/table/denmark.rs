//! Peppol, sellers in Denmark.

use crate::peppol::rules::billing::denmark::*;
use crate::peppol::rules::rule::{Rule, rules};
rules! {
    DK_R_002 = "DK-R-002" Fatal ["BT-30"] shows Nothing,
        if |at| dk_r_002(at) => {
        en: "The Danish seller's CVR number is missing." => "Give it in PartyLegalEntity/CompanyID of the seller, with schemeID 0184.",
        nb: "Den danske selgerens CVR-nummer mangler." => "Oppgi det i PartyLegalEntity/CompanyID på selgeren, med schemeID 0184.",
        sv: "Den danska säljarens CVR-nummer saknas i dokumentet." => "Ange det i PartyLegalEntity/CompanyID på säljaren, med schemeID 0184.",
    }
    DK_R_014 = "DK-R-014" Fatal ["BT-30"] shows Nothing,
        if |at| dk_r_014(at) => {
        en: "The Danish seller's legal number is not marked as a CVR number." => "Set schemeID to 0184 on the seller's PartyLegalEntity/CompanyID.",
        nb: "Den danske selgerens foretaksnummer er ikke merket som CVR-nummer." => "Sett schemeID til 0184 på selgerens PartyLegalEntity/CompanyID.",
        sv: "Den danska säljarens företagsnummer är inte märkt som CVR-nummer." => "Sätt schemeID till 0184 på säljarens PartyLegalEntity/CompanyID.",
    }
    DK_R_016 = "DK-R-016" Fatal ["BT-115"] shows Nothing,
        if |at| dk_r_016(at) => {
        en: "A Danish credit note ends in a negative amount to pay." => "Turn the signs so that the total is positive, or send an invoice.",
        nb: "En dansk kreditnota ender med et negativt beløp å betale." => "Snu fortegnene så summen blir positiv, eller send en faktura.",
        sv: "En dansk kreditfaktura slutar med ett negativt belopp att betala." => "Vänd tecknen så att summan blir positiv, eller skicka en faktura.",
    }
    DK_R_013 = "DK-R-013" Fatal ["BT-29", "BT-46"] shows Nothing,
        if |at| dk_r_013(at) => {
        en: "A party identifier between Danish parties does not say its scheme." => "Add schemeID to PartyIdentification/ID, such as 0088 or 0184.",
        nb: "En partsidentifikator mellom danske parter mangler skjema." => "Legg inn schemeID på PartyIdentification/ID, som 0088 eller 0184.",
        sv: "En partsidentifierare mellan danska parter saknar schema." => "Lägg in schemeID på PartyIdentification/ID, till exempel 0088 eller 0184.",
    }
    DK_R_005 = "DK-R-005" Fatal ["BT-81"] shows Nothing,
        if |at| dk_r_005(at) => {
        en: "This way to pay cannot be used between Danish parties." => "Choose one of the codes 1, 10, 31, 42, 48, 49, 50, 58, 59, 93 and 97.",
        nb: "Denne betalingsmåten kan ikke brukes mellom danske parter." => "Velg en av kodene 1, 10, 31, 42, 48, 49, 50, 58, 59, 93 og 97.",
        sv: "Detta betalsätt kan inte användas mellan danska parter." => "Välj en av koderna 1, 10, 31, 42, 48, 49, 50, 58, 59, 93 och 97.",
    }
    DK_R_006 = "DK-R-006" Fatal ["BT-84"] shows Nothing,
        if |at| dk_r_006(at) => {
        en: "A Danish bank transfer lacks the account or the registration number." => "Give PayeeFinancialAccount/ID and, under it, FinancialInstitutionBranch/ID.",
        nb: "En dansk bankoverføring mangler kontonummer eller registreringsnummer." => "Oppgi PayeeFinancialAccount/ID og FinancialInstitutionBranch/ID under den.",
        sv: "En dansk banköverföring saknar konto eller registreringsnummer." => "Ange PayeeFinancialAccount/ID och FinancialInstitutionBranch/ID under den.",
    }
    DK_R_007 = "DK-R-007" Fatal ["BT-89", "BT-91"] shows Nothing,
        if |at| dk_r_007(at) => {
        en: "A Danish direct debit lacks the mandate or the payer's account." => "Give PaymentMandate/ID and PayerFinancialAccount/ID, or use another code than 49.",
        nb: "Et dansk direkte trekk mangler mandatet eller betalerens konto." => "Oppgi PaymentMandate/ID og PayerFinancialAccount/ID, eller bruk en annen kode enn 49.",
        sv: "En dansk autogirobetalning saknar medgivande eller betalarens konto." => "Ange PaymentMandate/ID och PayerFinancialAccount/ID, eller använd en annan kod än 49.",
    }
    DK_R_008 = "DK-R-008" Fatal ["BT-83", "BT-84"] shows Nothing,
        if |at| dk_r_008(at) => {
        en: "A Danish giro payment lacks its card type or its giro account." => "Begin PaymentID with 01#, 04# or 15#, and give an account of 7 or 8 digits.",
        nb: "En dansk girobetaling mangler korttype eller girokonto." => "La PaymentID begynne med 01#, 04# eller 15#, og oppgi en konto på 7 eller 8 sifre.",
        sv: "En dansk girobetalning saknar korttyp eller girokonto." => "Låt PaymentID börja med 01#, 04# eller 15#, och ange ett konto på 7 eller 8 siffror.",
    }
    DK_R_009 = "DK-R-009" Fatal ["BT-83"] shows Nothing,
        if |at| dk_r_009(at) => {
        en: "A Danish giro payment does not have the full payment identifier." => "Write PaymentID as 04# or 15# followed by 16 digits: 19 characters in all.",
        nb: "En dansk girobetaling har ikke hele betalingsidentifikatoren." => "Skriv PaymentID som 04# eller 15# fulgt av 16 sifre: 19 tegn i alt.",
        sv: "En dansk girobetalning har inte hela betalningsidentifieraren." => "Skriv PaymentID som 04# eller 15# följt av 16 siffror: 19 tecken totalt.",
    }
    DK_R_010 = "DK-R-010" Fatal ["BT-83", "BT-84"] shows Nothing,
        if |at| dk_r_010(at) => {
        en: "A Danish FIK payment lacks its card type or its creditor number." => "Begin PaymentID with 71#, 73# or 75#, and give an account of eight characters.",
        nb: "En dansk FIK-betaling mangler korttype eller kreditornummer." => "La PaymentID begynne med 71#, 73# eller 75#, og oppgi en konto på åtte tegn.",
        sv: "En dansk FIK-betalning saknar korttyp eller kreditornummer." => "Låt PaymentID börja med 71#, 73# eller 75#, och ange ett konto på åtta tecken.",
    }
    DK_R_011 = "DK-R-011" Fatal ["BT-83"] shows Nothing,
        if |at| dk_r_011(at) => {
        en: "A Danish FIK payment does not have the full payment identifier." => "Write PaymentID as 71# or 75# followed by 15 or 16 digits.",
        nb: "En dansk FIK-betaling har ikke hele betalingsidentifikatoren." => "Skriv PaymentID som 71# eller 75# fulgt av 15 eller 16 sifre.",
        sv: "En dansk FIK-betalning har inte hela betalningsidentifieraren." => "Skriv PaymentID som 71# eller 75# följt av 15 eller 16 siffror.",
    }
    DK_R_017 = "DK-R-017" Fatal ["BT-47"] shows Nothing,
        if |at| dk_r_017(at) => {
        en: "The Danish buyer's legal number is not marked as a CVR number." => "Set schemeID to 0184 on the buyer's PartyLegalEntity/CompanyID.",
        nb: "Den danske kjøperens foretaksnummer er ikke merket som CVR-nummer." => "Sett schemeID til 0184 på kjøperens PartyLegalEntity/CompanyID.",
        sv: "Den danska köparens företagsnummer är inte märkt som CVR-nummer." => "Sätt schemeID till 0184 på köparens PartyLegalEntity/CompanyID.",
    }
    DK_R_003 = "DK-R-003" Fatal ["BT-158"] shows Nothing,
        if |at| dk_r_003(at) => {
        en: "The line's UNSPSC code comes from a version not in use in Denmark." => "Set listVersionID to 26.08.01 or 19.05.01, and check the code against it.",
        nb: "Linjens UNSPSC-kode er fra en versjon som ikke brukes i Danmark." => "Sett listVersionID til 26.08.01 eller 19.05.01, og kontroller koden mot den.",
        sv: "Radens UNSPSC-kod kommer från en version som inte används i Danmark." => "Sätt listVersionID till 26.08.01 eller 19.05.01, och kontrollera koden mot den.",
    }
    DK_R_004 = "DK-R-004" Fatal ["BT-97", "BT-104", "BT-139", "BT-144"] shows Nothing,
        if |at| dk_r_004(at) => {
        en: "A Danish levy (reason code ZZZ) does not say which levy it is." => "Give the four-digit levy code as the reason, or text with a # inside it.",
        nb: "En dansk avgift (årsakskode ZZZ) sier ikke hvilken avgift det er." => "Oppgi avgiftens firesifrede kode som begrunnelse, eller tekst med # inne i seg.",
        sv: "En dansk avgift (orsakskod ZZZ) säger inte vilken avgift det är." => "Ange avgiftens fyrsiffriga kod som orsak, eller text med # inuti.",
    }
}

/// Dk document: the rules of this context, in order.
pub static DK_DOCUMENT: &[&Rule] = &[&DK_R_002, &DK_R_014, &DK_R_016];

/// Dk party number: the rules of this context, in order.
pub static DK_PARTY_NUMBER: &[&Rule] = &[&DK_R_013];

/// Dk payment: the rules of this context, in order.
pub static DK_PAYMENT: &[&Rule] =
    &[&DK_R_005, &DK_R_006, &DK_R_007, &DK_R_008, &DK_R_009, &DK_R_010, &DK_R_011];

/// Dk buyer: the rules of this context, in order.
pub static DK_BUYER: &[&Rule] = &[&DK_R_017];

/// Dk line: the rules of this context, in order.
pub static DK_LINE: &[&Rule] = &[&DK_R_003];

/// Dk allowance charge: the rules of this context, in order.
pub static DK_ALLOWANCE_CHARGE: &[&Rule] = &[&DK_R_004];
