//! Peppol, sellers in Iceland.

use crate::peppol::rules::billing::nordic::*;
use crate::peppol::rules::rule::{Rule, rules};
use crate::peppol::schema::id::*;
rules! {
    IS_R_001 = "IS-R-001" Warning ["BT-3"] shows Nothing,
        if |at| is_r_001(at) => {
        en: "An Icelandic seller uses a document type other than invoice or credit note." => "Set the type code to 380 for an invoice or 381 for a credit note.",
        nb: "En islandsk selger bruker en annen type enn faktura eller kreditnota." => "Sett typekoden til 380 for faktura eller 381 for kreditnota.",
        sv: "En isländsk säljare använder en annan typ än faktura eller kreditfaktura." => "Sätt typkoden till 380 för faktura eller 381 för kreditfaktura.",
    }
    IS_R_002 = "IS-R-002" Fatal ["BT-30"] shows Nothing,
        if |at| is_r_002(at) => {
        en: "The Icelandic seller has no kennitala, or it is not marked as one." => "Give it in the seller's PartyLegalEntity/CompanyID with schemeID 0196.",
        nb: "Den islandske selgeren har ingen kennitala, eller den er ikke merket." => "Oppgi den i selgerens PartyLegalEntity/CompanyID med schemeID 0196.",
        sv: "Den isländska säljaren har ingen kennitala, eller så är den inte märkt." => "Ange den i säljarens PartyLegalEntity/CompanyID med schemeID 0196.",
    }
    IS_R_003 = "IS-R-003" Fatal ["BT-35", "BT-38"] shows Nothing,
        if |at| address_of(at, CAC_ACCOUNTING_SUPPLIER_PARTY) => {
        en: "The Icelandic seller lacks a street or a postcode." => "Fill in StreetName and PostalZone in the seller's PostalAddress.",
        nb: "Den islandske selgeren mangler gate eller postnummer." => "Fyll ut StreetName og PostalZone i selgerens PostalAddress.",
        sv: "Den isländska säljaren saknar gata eller postnummer." => "Fyll i StreetName och PostalZone i säljarens PostalAddress.",
    }
    IS_R_006 = "IS-R-006" Fatal ["BT-84"] shows Nothing,
        if |at| account_of(at, "9") => {
        en: "An Icelandic claim (code 9) lacks an account of twelve digits." => "Give bank, ledger and account as twelve digits in PayeeFinancialAccount/ID.",
        nb: "Et islandsk krav (kode 9) mangler en konto på tolv sifre." => "Oppgi bank, hovedbok og konto som tolv sifre i PayeeFinancialAccount/ID.",
        sv: "En isländsk fordran (kod 9) saknar ett konto på tolv siffror." => "Ange bank, huvudbok och konto som tolv siffror i PayeeFinancialAccount/ID.",
    }
    IS_R_007 = "IS-R-007" Fatal ["BT-84"] shows Nothing,
        if |at| account_of(at, "42") => {
        en: "An Icelandic bank transfer (code 42) lacks an account of twelve digits." => "Give bank, ledger and account as twelve digits in PayeeFinancialAccount/ID.",
        nb: "En islandsk bankoverføring (kode 42) mangler en konto på tolv sifre." => "Oppgi bank, hovedbok og konto som tolv sifre i PayeeFinancialAccount/ID.",
        sv: "En isländsk banköverföring (kod 42) saknar ett konto på tolv siffror." => "Ange bank, huvudbok och konto som tolv siffror i PayeeFinancialAccount/ID.",
    }
    IS_R_008 = "IS-R-008" Fatal ["BT-122"] shows Nothing,
        if |at| is_r_008(at) => {
        en: "The Icelandic final due date (EINDAGI) is not written as a date." => "Write it as YYYY-MM-DD in the ID of that reference.",
        nb: "Den islandske siste fristen (EINDAGI) er ikke skrevet som en dato." => "Skriv den som ÅÅÅÅ-MM-DD i ID på den referansen.",
        sv: "Den isländska sista förfallodagen (EINDAGI) är inte skriven som datum." => "Skriv den som ÅÅÅÅ-MM-DD i ID på den referensen.",
    }
    IS_R_009 = "IS-R-009" Fatal ["BT-9"] shows Nothing,
        if |at| is_r_009(at) => {
        en: "A final due date (EINDAGI) is given without an ordinary due date." => "Give DueDate too, on or before the final day.",
        nb: "En siste frist (EINDAGI) er oppgitt uten vanlig forfallsdato." => "Oppgi også DueDate, senest samme dag som fristen.",
        sv: "En sista förfallodag (EINDAGI) är angiven utan vanlig förfallodag." => "Ange även DueDate, senast samma dag som den sista.",
    }
    IS_R_010 = "IS-R-010" Fatal ["BT-9", "BT-122"] shows Nothing,
        if |at| is_r_010(at) => {
        en: "The final due date (EINDAGI) lies before the ordinary due date." => "Move EINDAGI to DueDate or later, or correct DueDate.",
        nb: "Den siste fristen (EINDAGI) er før den vanlige forfallsdatoen." => "Flytt EINDAGI til DueDate eller senere, eller rett DueDate.",
        sv: "Den sista förfallodagen (EINDAGI) ligger före den vanliga." => "Flytta EINDAGI till DueDate eller senare, eller rätta DueDate.",
    }
    IS_R_004 = "IS-R-004" Fatal ["BT-47"] shows Nothing,
        if |at| is_r_004(at) => {
        en: "The Icelandic buyer has no kennitala, or it is not marked as one." => "Give it in the buyer's PartyLegalEntity/CompanyID with schemeID 0196.",
        nb: "Den islandske kjøperen har ingen kennitala, eller den er ikke merket." => "Oppgi den i kjøperens PartyLegalEntity/CompanyID med schemeID 0196.",
        sv: "Den isländska köparen har ingen kennitala, eller så är den inte märkt." => "Ange den i köparens PartyLegalEntity/CompanyID med schemeID 0196.",
    }
    IS_R_005 = "IS-R-005" Fatal ["BT-50", "BT-53"] shows Nothing,
        if |at| Ok(at.has(&[CAC_PARTY, CAC_POSTAL_ADDRESS, CBC_STREET_NAME]) && at.has(&[CAC_PARTY, CAC_POSTAL_ADDRESS, CBC_POSTAL_ZONE]))
        => {
        en: "The Icelandic buyer lacks a street or a postcode." => "Fill in StreetName and PostalZone in the buyer's PostalAddress.",
        nb: "Den islandske kjøperen mangler gate eller postnummer." => "Fyll ut StreetName og PostalZone i kjøperens PostalAddress.",
        sv: "Den isländska köparen saknar gata eller postnummer." => "Fyll i StreetName och PostalZone i köparens PostalAddress.",
    }
}

/// Is document: the rules of this context, in order.
pub static IS_DOCUMENT: &[&Rule] =
    &[&IS_R_001, &IS_R_002, &IS_R_003, &IS_R_006, &IS_R_007, &IS_R_008, &IS_R_009, &IS_R_010];

/// Is buyer: the rules of this context, in order.
pub static IS_BUYER: &[&Rule] = &[&IS_R_004, &IS_R_005];
