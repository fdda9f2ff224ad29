//! Peppol, rules that other packs word otherwise; only the words are used.

use crate::peppol::rules::rule::{Rule, rules};

rules! {
    R007_OLDER = "PEPPOL-EN16931-R007" Fatal ["BT-23"] shows Nothing,
        if |_at| Ok(true) => {
        en: "The business process is not a numbered process of Peppol billing." => "Set ProfileID to urn:fdc:peppol.eu:2017:poacc:billing:01:1.0 unless another is agreed.",
        nb: "Forretningsprosessen er ikke en nummerert prosess i Peppols fakturering." => "Sett ProfileID til urn:fdc:peppol.eu:2017:poacc:billing:01:1.0 om ikke annet er avtalt.",
        sv: "Affärsprocessen är inte en numrerad process i Peppols fakturering." => "Sätt ProfileID till urn:fdc:peppol.eu:2017:poacc:billing:01:1.0 om inget annat är avtalat.",
    }
    R004_OLDER = "PEPPOL-EN16931-R004" Fatal ["BT-24"] shows Nothing,
        if |_at| Ok(true) => {
        en: "The document does not declare itself as Peppol BIS Billing 3.0." => "Set CustomizationID to the identifier of BIS Billing 3.0, unchanged.",
        nb: "Dokumentet oppgir seg ikke som Peppol BIS Billing 3.0." => "Sett CustomizationID til identifikatoren for BIS Billing 3.0, uendret.",
        sv: "Dokumentet anger sig inte som Peppol BIS Billing 3.0." => "Sätt CustomizationID till identifieraren för BIS Billing 3.0, oförändrad.",
    }
    R001_SELF = "PEPPOL-EN16931-R001" Fatal ["BT-23"] shows Nothing,
        if |_at| Ok(true) => {
        en: "The document does not say which business process it belongs to." => "Add ProfileID, normally urn:fdc:peppol.eu:2017:poacc:selfbilling:01:1.0.",
        nb: "Dokumentet sier ikke hvilken forretningsprosess det hører til." => "Legg inn ProfileID, vanligvis urn:fdc:peppol.eu:2017:poacc:selfbilling:01:1.0.",
        sv: "Dokumentet säger inte vilken affärsprocess det hör till." => "Lägg in ProfileID, vanligen urn:fdc:peppol.eu:2017:poacc:selfbilling:01:1.0.",
    }
    R007_SELF = "PEPPOL-EN16931-R007" Fatal ["BT-23"] shows Nothing,
        if |_at| Ok(true) => {
        en: "The business process is not one that Peppol knows for self-billing." => "Set ProfileID to urn:fdc:peppol.eu:2017:poacc:selfbilling:01:1.0 unless another is agreed.",
        nb: "Forretningsprosessen er ikke blant dem Peppol kjenner for selvfakturering." => "Sett ProfileID til urn:fdc:peppol.eu:2017:poacc:selfbilling:01:1.0 om ikke annet er avtalt.",
        sv: "Affärsprocessen är inte någon som Peppol känner till för självfakturering." => "Sätt ProfileID till urn:fdc:peppol.eu:2017:poacc:selfbilling:01:1.0 om inget annat är avtalat.",
    }
    R004_SELF = "PEPPOL-EN16931-R004" Fatal ["BT-24"] shows Nothing,
        if |_at| Ok(true) => {
        en: "The document does not declare itself as Peppol self-billing 3.0." => "Set CustomizationID to the identifier of self-billing 3.0, without any '::'.",
        nb: "Dokumentet oppgir seg ikke som Peppol selvfakturering 3.0." => "Sett CustomizationID til identifikatoren for selvfakturering 3.0, uten «::».",
        sv: "Dokumentet anger sig inte som Peppol självfakturering 3.0." => "Sätt CustomizationID till identifieraren för självfakturering 3.0, utan ”::”.",
    }
    R051_SELF = "PEPPOL-EN16931-R051" Fatal ["BT-5"] shows Own,
        if |_at| Ok(true) => {
        en: "The amount {value} is not marked with the document's currency." => "Set currencyID to the DocumentCurrencyCode, letter for letter.",
        nb: "Beløpet {value} er ikke merket med dokumentets valuta." => "Sett currencyID lik DocumentCurrencyCode, bokstav for bokstav.",
        sv: "Beloppet {value} är inte märkt med dokumentets valuta." => "Sätt currencyID lika med DocumentCurrencyCode, bokstav för bokstav.",
    }
    P0100_SELF = "PEPPOL-EN16931-P0100" Fatal ["BT-3"] shows Own,
        if |_at| Ok(true) => {
        en: "The type code {value} does not stand for a self-billed invoice." => "Use 389 for a self-billed invoice, or 527 for a self-billed debit note.",
        nb: "Typekoden {value} står ikke for en selvfakturert faktura." => "Bruk 389 for selvfakturert faktura, eller 527 for selvfakturert debetnota.",
        sv: "Typkoden {value} står inte för en självfaktura i Peppol." => "Använd 389 för självfaktura, eller 527 för självfakturerad debetnota.",
    }
    P0101_SELF = "PEPPOL-EN16931-P0101" Fatal ["BT-3"] shows Own,
        if |_at| Ok(true) => {
        en: "The type code {value} does not stand for a self-billed credit note." => "Set CreditNoteTypeCode to 261, the only code allowed here.",
        nb: "Typekoden {value} står ikke for en selvfakturert kreditnota." => "Sett CreditNoteTypeCode til 261, den eneste koden som er tillatt her.",
        sv: "Typkoden {value} står inte för en självfakturerad kreditfaktura." => "Sätt CreditNoteTypeCode till 261, den enda kod som är tillåten här.",
    }
}

/// The words of 3.0.20.
pub static OLDER: &[&Rule] = &[&R007_OLDER, &R004_OLDER];

/// The words of self-billing.
pub static SELF_BILLING: &[&Rule] =
    &[&R001_SELF, &R007_SELF, &R004_SELF, &R051_SELF, &P0100_SELF, &P0101_SELF];
