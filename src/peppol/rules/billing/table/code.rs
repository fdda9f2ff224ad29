//! Peppol, code lists, types and dates.

use crate::peppol::rules::billing::check::*;
use crate::peppol::rules::rule::{Rule, rules};
use crate::peppol::schema::id::*;
rules! {
    CL001 = "PEPPOL-EN16931-CL001" Fatal ["BT-125"] shows Nothing,
        if |at| cl001(at) => {
        en: "An attached file is of a type that receivers need not accept." => "Attach PDF, PNG, JPEG, CSV, XLSX or ODS, with the right mimeCode.",
        nb: "En vedlagt fil er av en type mottakere ikke må godta." => "Legg ved PDF, PNG, JPEG, CSV, XLSX eller ODS, med riktig mimeCode.",
        sv: "En bifogad fil är av en typ som mottagare inte måste godta." => "Bifoga PDF, PNG, JPEG, CSV, XLSX eller ODS, med rätt mimeCode.",
    }
    CL002 = "PEPPOL-EN16931-CL002" Fatal ["BT-98", "BT-140"] shows Own,
        if |at| cl002(at) => {
        en: "The allowance's reason code {value} is not in the list." => "Choose a code from UNCL 5189, such as 95 for a discount, or give the reason in words.",
        nb: "Avslagets årsakskode {value} finnes ikke i listen." => "Velg en kode fra UNCL 5189, som 95 for rabatt, eller gi årsaken i ord.",
        sv: "Avdragets orsakskod {value} finns inte i listan." => "Välj en kod ur UNCL 5189, till exempel 95 för rabatt, eller ange orsaken i ord.",
    }
    CL003 = "PEPPOL-EN16931-CL003" Fatal ["BT-105", "BT-145"] shows Own,
        if |at| cl003(at) => {
        en: "The charge's reason code {value} is not in the list." => "Choose a code from UNCL 7161, such as FC for freight, or give the reason in words.",
        nb: "Tilleggets årsakskode {value} finnes ikke i listen." => "Velg en kode fra UNCL 7161, som FC for frakt, eller gi årsaken i ord.",
        sv: "Tilläggets orsakskod {value} finns inte i listan." => "Välj en kod ur UNCL 7161, till exempel FC för frakt, eller ange orsaken i ord.",
    }
    CL006 = "PEPPOL-EN16931-CL006" Fatal ["BT-8"] shows Own,
        if |at| cl006(at) => {
        en: "The code {value} for when VAT falls due is not in the list." => "Use 3 (issue date), 35 (delivery) or 432 (payment).",
        nb: "Koden {value} for når MVA forfaller, finnes ikke i listen." => "Bruk 3 (fakturadato), 35 (levering) eller 432 (betaling).",
        sv: "Koden {value} för när momsen förfaller finns inte i listan." => "Använd 3 (fakturadatum), 35 (leverans) eller 432 (betalning).",
    }
    CL007 = "PEPPOL-EN16931-CL007" Fatal ["BT-5", "BT-6"] shows Own,
        if |at| cl007(at) => {
        en: "The amount {value} has a currency that is not in ISO 4217." => "Set currencyID to a current three-letter code, such as NOK, SEK or EUR.",
        nb: "Beløpet {value} har en valuta som ikke finnes i ISO 4217." => "Sett currencyID til en gyldig kode på tre bokstaver, som NOK, SEK eller EUR.",
        sv: "Beloppet {value} har en valuta som inte finns i ISO 4217." => "Sätt currencyID till en giltig kod på tre bokstäver, som NOK, SEK eller EUR.",
    }
    P0100 = "PEPPOL-EN16931-P0100" Fatal ["BT-3"] shows Own,
        if |at| p0100(at) => {
        en: "The type code {value} is not used for invoices in Peppol." => "Use 380 for an ordinary invoice, or another code from the Peppol list.",
        nb: "Typekoden {value} brukes ikke for fakturaer i Peppol." => "Bruk 380 for en vanlig faktura, eller en annen kode fra Peppols liste.",
        sv: "Typkoden {value} används inte för fakturor i Peppol." => "Använd 380 för en vanlig faktura, eller en annan kod ur Peppols lista.",
    }
    P0112 = "PEPPOL-EN16931-P0112" Fatal ["BT-3"] shows Own,
        if |at| p0112(at) => {
        en: "The type code {value} is reserved for invoices between German parties." => "Use 380, or send a credit note to correct an earlier invoice.",
        nb: "Typekoden {value} er forbeholdt fakturaer mellom tyske parter." => "Bruk 380, eller send en kreditnota for å rette en tidligere faktura.",
        sv: "Typkoden {value} är förbehållen fakturor mellan tyska parter." => "Använd 380, eller skicka en kreditfaktura för att rätta en tidigare faktura.",
    }
    P0101 = "PEPPOL-EN16931-P0101" Fatal ["BT-3"] shows Own,
        if |at| p0101(at) => {
        en: "The type code {value} is not used for credit notes in Peppol." => "Use 381 for an ordinary credit note, or 396, 81, 83 or 532.",
        nb: "Typekoden {value} brukes ikke for kreditnotaer i Peppol." => "Bruk 381 for en vanlig kreditnota, eller 396, 81, 83 eller 532.",
        sv: "Typkoden {value} används inte för kreditfakturor i Peppol." => "Använd 381 för en vanlig kreditfaktura, eller 396, 81, 83 eller 532.",
    }
    F001 = "PEPPOL-EN16931-F001" Fatal ["BT-2", "BT-7", "BT-9", "BT-26", "BT-72", "BT-73", "BT-74", "BT-134", "BT-135"] shows Own,
        if |at| f001(at) => {
        en: "The date {value} is not a day written as YYYY-MM-DD." => "Write year, month and day with hyphens, without blanks, time or zone.",
        nb: "Datoen {value} er ikke en dag skrevet som ÅÅÅÅ-MM-DD." => "Skriv år, måned og dag med bindestrek, uten mellomrom, klokkeslett eller sone.",
        sv: "Datumet {value} är inte en dag skriven som ÅÅÅÅ-MM-DD." => "Skriv år, månad och dag med bindestreck, utan mellanslag, klockslag eller zon.",
    }
    CL008 = "PEPPOL-EN16931-CL008" Fatal ["BT-34", "BT-49"] shows Own,
        if |at| cl008(at) => {
        en: "The electronic address {value} has a scheme that Peppol does not list." => "Use a scheme of the EAS list, such as 0192 in Norway or 0007 in Sweden.",
        nb: "Den elektroniske adressen {value} har et skjema som Peppol ikke fører." => "Bruk et skjema fra EAS-listen, som 0192 i Norge eller 0007 i Sverige.",
        sv: "Den elektroniska adressen {value} har ett schema som Peppol inte för." => "Använd ett schema ur EAS-listan, som 0192 i Norge eller 0007 i Sverige.",
    }
    P0104 = "PEPPOL-EN16931-P0104" Fatal ["BT-118", "BT-121", "BT-95", "BT-102"] shows Nothing,
        if |at| Ok(at.norm(&[CBC_ID])? == "G") => {
        en: "The reason VATEX-EU-G stands beside another category than G." => "Set the category's ID to G, or choose another exemption reason.",
        nb: "Grunnen VATEX-EU-G står ved en annen kategori enn G." => "Sett kategoriens ID til G, eller velg en annen fritaksgrunn.",
        sv: "Grunden VATEX-EU-G står vid en annan kategori än G." => "Sätt kategorins ID till G, eller välj en annan undantagsgrund.",
    }
    P0105 = "PEPPOL-EN16931-P0105" Fatal ["BT-118", "BT-121", "BT-95", "BT-102"] shows Nothing,
        if |at| Ok(at.norm(&[CBC_ID])? == "O") => {
        en: "The reason VATEX-EU-O stands beside another category than O." => "Set the category's ID to O, or choose another exemption reason.",
        nb: "Grunnen VATEX-EU-O står ved en annen kategori enn O." => "Sett kategoriens ID til O, eller velg en annen fritaksgrunn.",
        sv: "Grunden VATEX-EU-O står vid en annan kategori än O." => "Sätt kategorins ID till O, eller välj en annan undantagsgrund.",
    }
    P0106 = "PEPPOL-EN16931-P0106" Fatal ["BT-118", "BT-121", "BT-95", "BT-102"] shows Nothing,
        if |at| Ok(at.norm(&[CBC_ID])? == "K") => {
        en: "The reason VATEX-EU-IC stands beside another category than K." => "Set the category's ID to K, or choose another exemption reason.",
        nb: "Grunnen VATEX-EU-IC står ved en annen kategori enn K." => "Sett kategoriens ID til K, eller velg en annen fritaksgrunn.",
        sv: "Grunden VATEX-EU-IC står vid en annan kategori än K." => "Sätt kategorins ID till K, eller välj en annan undantagsgrund.",
    }
    P0107 = "PEPPOL-EN16931-P0107" Fatal ["BT-118", "BT-121", "BT-95", "BT-102"] shows Nothing,
        if |at| Ok(at.norm(&[CBC_ID])? == "AE") => {
        en: "The reason VATEX-EU-AE stands beside another category than AE." => "Set the category's ID to AE, or choose another exemption reason.",
        nb: "Grunnen VATEX-EU-AE står ved en annen kategori enn AE." => "Sett kategoriens ID til AE, eller velg en annen fritaksgrunn.",
        sv: "Grunden VATEX-EU-AE står vid en annan kategori än AE." => "Sätt kategorins ID till AE, eller välj en annan undantagsgrund.",
    }
    P0108 = "PEPPOL-EN16931-P0108" Fatal ["BT-118", "BT-121", "BT-95", "BT-102"] shows Nothing,
        if |at| Ok(at.norm(&[CBC_ID])? == "E") => {
        en: "The reason VATEX-EU-D stands beside another category than E." => "Set the category's ID to E, or choose another exemption reason.",
        nb: "Grunnen VATEX-EU-D står ved en annen kategori enn E." => "Sett kategoriens ID til E, eller velg en annen fritaksgrunn.",
        sv: "Grunden VATEX-EU-D står vid en annan kategori än E." => "Sätt kategorins ID till E, eller välj en annan undantagsgrund.",
    }
    P0109 = "PEPPOL-EN16931-P0109" Fatal ["BT-118", "BT-121", "BT-95", "BT-102"] shows Nothing,
        if |at| Ok(at.norm(&[CBC_ID])? == "E") => {
        en: "The reason VATEX-EU-F stands beside another category than E." => "Set the category's ID to E, or choose another exemption reason.",
        nb: "Grunnen VATEX-EU-F står ved en annen kategori enn E." => "Sett kategoriens ID til E, eller velg en annen fritaksgrunn.",
        sv: "Grunden VATEX-EU-F står vid en annan kategori än E." => "Sätt kategorins ID till E, eller välj en annan undantagsgrund.",
    }
    P0110 = "PEPPOL-EN16931-P0110" Fatal ["BT-118", "BT-121", "BT-95", "BT-102"] shows Nothing,
        if |at| Ok(at.norm(&[CBC_ID])? == "E") => {
        en: "The reason VATEX-EU-I stands beside another category than E." => "Set the category's ID to E, or choose another exemption reason.",
        nb: "Grunnen VATEX-EU-I står ved en annen kategori enn E." => "Sett kategoriens ID til E, eller velg en annen fritaksgrunn.",
        sv: "Grunden VATEX-EU-I står vid en annan kategori än E." => "Sätt kategorins ID till E, eller välj en annan undantagsgrund.",
    }
    P0111 = "PEPPOL-EN16931-P0111" Fatal ["BT-118", "BT-121", "BT-95", "BT-102"] shows Nothing,
        if |at| Ok(at.norm(&[CBC_ID])? == "E") => {
        en: "The reason VATEX-EU-J stands beside another category than E." => "Set the category's ID to E, or choose another exemption reason.",
        nb: "Grunnen VATEX-EU-J står ved en annen kategori enn E." => "Sett kategoriens ID til E, eller velg en annen fritaksgrunn.",
        sv: "Grunden VATEX-EU-J står vid en annan kategori än E." => "Sätt kategorins ID till E, eller välj en annan undantagsgrund.",
    }
}

/// File: the rules of this context, in order.
pub static FILE: &[&Rule] = &[&CL001];

/// Allowance reason: the rules of this context, in order.
pub static ALLOWANCE_REASON: &[&Rule] = &[&CL002];

/// Charge reason: the rules of this context, in order.
pub static CHARGE_REASON: &[&Rule] = &[&CL003];

/// Tax point: the rules of this context, in order.
pub static TAX_POINT: &[&Rule] = &[&CL006];

/// Currency: the rules of this context, in order.
pub static CURRENCY: &[&Rule] = &[&CL007];

/// Invoice type: the rules of this context, in order.
pub static INVOICE_TYPE: &[&Rule] = &[&P0100, &P0112];

/// Credit note type: the rules of this context, in order.
pub static CREDIT_NOTE_TYPE: &[&Rule] = &[&P0101];

/// Date: the rules of this context, in order.
pub static DATE: &[&Rule] = &[&F001];

/// Endpoint: the rules of this context, in order.
pub static ENDPOINT: &[&Rule] = &[&CL008];

/// Exempt g: the rules of this context, in order.
pub static EXEMPT_G: &[&Rule] = &[&P0104];

/// Exempt o: the rules of this context, in order.
pub static EXEMPT_O: &[&Rule] = &[&P0105];

/// Exempt ic: the rules of this context, in order.
pub static EXEMPT_IC: &[&Rule] = &[&P0106];

/// Exempt ae: the rules of this context, in order.
pub static EXEMPT_AE: &[&Rule] = &[&P0107];

/// Exempt d: the rules of this context, in order.
pub static EXEMPT_D: &[&Rule] = &[&P0108];

/// Exempt f: the rules of this context, in order.
pub static EXEMPT_F: &[&Rule] = &[&P0109];

/// Exempt i: the rules of this context, in order.
pub static EXEMPT_I: &[&Rule] = &[&P0110];

/// Exempt j: the rules of this context, in order.
pub static EXEMPT_J: &[&Rule] = &[&P0111];
