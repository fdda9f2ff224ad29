//! EN 16931, VAT: the rules BR-AE.

use crate::peppol::rules::en16931::check::*;
use crate::peppol::rules::rule::{Rule, rules};
rules! {
    BR_AE_01 = "BR-AE-01" Fatal ["BG-23", "BT-118", "BT-151", "BT-95", "BT-102"] shows Nothing,
        if |at| broken_down_once(at, Category::Reverse) => {
        en: "Category AE (reverse charge) is used, but does not have exactly one group in the VAT breakdown." => "Gather everything of category AE in one group of the breakdown.",
        nb: "Kategori AE (omvendt avgiftsplikt) er brukt, men har ikke nøyaktig én gruppe i MVA-spesifikasjonen." => "Samle alt i kategori AE i én gruppe i spesifikasjonen.",
        sv: "Kategori AE (omvänd betalningsskyldighet) används, men har inte exakt en grupp i momsspecifikationen." => "Samla allt i kategori AE i en grupp i specifikationen.",
    }
    BR_AE_02 = "BR-AE-02" Fatal ["BT-151", "BT-31", "BT-32", "BT-63", "BT-48", "BT-47"] shows Nothing,
        if |at| parties_of_lines(at, Category::Reverse) => {
        en: "A line has category AE (reverse charge), but seller or buyer lacks a number." => "Give the seller's VAT or tax number, and the buyer's VAT or company number.",
        nb: "En linje har kategori AE (omvendt avgiftsplikt), men selger eller kjøper mangler nummer." => "Oppgi selgerens MVA- eller skattenummer, og kjøperens MVA- eller organisasjonsnummer.",
        sv: "En rad har kategori AE (omvänd betalningsskyldighet), men säljare eller köpare saknar nummer." => "Ange säljarens moms- eller skattenummer, och köparens moms- eller organisationsnummer.",
    }
    BR_AE_03 = "BR-AE-03" Fatal ["BT-95", "BT-31", "BT-32", "BT-63", "BT-48", "BT-47"] shows Nothing,
        if |at| parties_of_allowances(at, Category::Reverse) => {
        en: "An allowance has category AE (reverse charge), but seller or buyer lacks a number." => "Give the seller's VAT or tax number, and the buyer's VAT or company number.",
        nb: "Et avslag har kategori AE (omvendt avgiftsplikt), men selger eller kjøper mangler nummer." => "Oppgi selgerens MVA- eller skattenummer, og kjøperens MVA- eller organisasjonsnummer.",
        sv: "Ett avdrag har kategori AE (omvänd betalningsskyldighet), men säljare eller köpare saknar nummer." => "Ange säljarens moms- eller skattenummer, och köparens moms- eller organisationsnummer.",
    }
    BR_AE_04 = "BR-AE-04" Fatal ["BT-102", "BT-31", "BT-32", "BT-63", "BT-48", "BT-47"] shows Nothing,
        if |at| parties_of_charges(at, Category::Reverse) => {
        en: "A charge has category AE (reverse charge), but seller or buyer lacks a number." => "Give the seller's VAT or tax number, and the buyer's VAT or company number.",
        nb: "Et tillegg har kategori AE (omvendt avgiftsplikt), men selger eller kjøper mangler nummer." => "Oppgi selgerens MVA- eller skattenummer, og kjøperens MVA- eller organisasjonsnummer.",
        sv: "Ett tillägg har kategori AE (omvänd betalningsskyldighet), men säljare eller köpare saknar nummer." => "Ange säljarens moms- eller skattenummer, och köparens moms- eller organisationsnummer.",
    }
    BR_AE_08 = "BR-AE-08" Fatal ["BG-23", "BT-116", "BT-131", "BT-92", "BT-99"] shows Nothing,
        if |at| base_is_sum(at, Category::Reverse) => {
        en: "The taxable amount of category AE (reverse charge) is not what its lines and adjustments sum to." => "Add up lines plus charges minus allowances of the category.",
        nb: "Grunnlaget for kategori AE (omvendt avgiftsplikt) er ikke summen av linjer og justeringer i den." => "Legg sammen linjer pluss tillegg minus avslag i kategorien.",
        sv: "Underlaget för kategori AE (omvänd betalningsskyldighet) är inte summan av dess rader och justeringar." => "Lägg ihop rader plus tillägg minus avdrag i kategorin.",
    }
    BR_AE_09 = "BR-AE-09" Fatal ["BG-23", "BT-117"] shows Nothing,
        if |at| tax_is_zero(at) => {
        en: "Category AE (reverse charge) bears no VAT, but its group has a tax amount." => "Set TaxAmount of the group to 0, or use the category that bears tax.",
        nb: "Kategori AE (omvendt avgiftsplikt) har ikke MVA, men gruppen har et avgiftsbeløp." => "Sett TaxAmount i gruppen til 0, eller bruk kategorien som har avgift.",
        sv: "Kategori AE (omvänd betalningsskyldighet) har ingen moms, men gruppen har ett momsbelopp." => "Sätt TaxAmount i gruppen till 0, eller använd kategorin som har moms.",
    }
    BR_AE_10 = "BR-AE-10" Fatal ["BG-23", "BT-120", "BT-121"] shows Nothing,
        if |at| has_reason(at) => {
        en: "Category AE (reverse charge) does not say why no VAT is charged." => "Give the reason in words, or a VATEX code, in the VAT breakdown.",
        nb: "Kategori AE (omvendt avgiftsplikt) sier ikke hvorfor det ikke beregnes MVA." => "Oppgi grunnen i ord, eller en VATEX-kode, i MVA-spesifikasjonen.",
        sv: "Kategori AE (omvänd betalningsskyldighet) säger inte varför ingen moms tas ut." => "Ange skälet i ord, eller en VATEX-kod, i momsspecifikationen.",
    }
    BR_AE_06 = "BR-AE-06" Fatal ["BT-96"] shows Nothing,
        if |at| rate_is_zero(at) => {
        en: "An allowance has category AE (reverse charge), but its rate is missing or not zero." => "Set Percent to 0, or choose the category that bears tax, such as S.",
        nb: "Et avslag har kategori AE (omvendt avgiftsplikt), men satsen mangler eller er ikke null." => "Sett Percent til 0, eller velg kategorien som har avgift, som S.",
        sv: "Ett avdrag har kategori AE (omvänd betalningsskyldighet), men satsen saknas eller är inte noll." => "Sätt Percent till 0, eller välj kategorin som har moms, som S.",
    }
    BR_AE_07 = "BR-AE-07" Fatal ["BT-103"] shows Nothing,
        if |at| rate_is_zero(at) => {
        en: "A charge has category AE (reverse charge), but its rate is missing or not zero." => "Set Percent to 0, or choose the category that bears tax, such as S.",
        nb: "Et tillegg har kategori AE (omvendt avgiftsplikt), men satsen mangler eller er ikke null." => "Sett Percent til 0, eller velg kategorien som har avgift, som S.",
        sv: "Ett tillägg har kategori AE (omvänd betalningsskyldighet), men satsen saknas eller är inte noll." => "Sätt Percent till 0, eller välj kategorin som har moms, som S.",
    }
    BR_AE_05 = "BR-AE-05" Fatal ["BT-152"] shows Nothing,
        if |at| rate_is_zero(at) => {
        en: "A line has category AE (reverse charge), but its rate is missing or not zero." => "Set Percent to 0, or choose the category that bears tax, such as S.",
        nb: "En linje har kategori AE (omvendt avgiftsplikt), men satsen mangler eller er ikke null." => "Sett Percent til 0, eller velg kategorien som har avgift, som S.",
        sv: "En rad har kategori AE (omvänd betalningsskyldighet), men satsen saknas eller är inte noll." => "Sätt Percent till 0, eller välj kategorin som har moms, som S.",
    }
}

/// Ae document: the rules of this context, in order.
pub static AE_DOCUMENT: &[&Rule] = &[&BR_AE_01, &BR_AE_02, &BR_AE_03, &BR_AE_04];

/// Ae breakdown: the rules of this context, in order.
pub static AE_BREAKDOWN: &[&Rule] = &[&BR_AE_08, &BR_AE_09, &BR_AE_10];

/// Ae allowance: the rules of this context, in order.
pub static AE_ALLOWANCE: &[&Rule] = &[&BR_AE_06];

/// Ae charge: the rules of this context, in order.
pub static AE_CHARGE: &[&Rule] = &[&BR_AE_07];

/// Ae line: the rules of this context, in order.
pub static AE_LINE: &[&Rule] = &[&BR_AE_05];
