//! EN 16931, VAT: the rules BR-E.

use crate::peppol::rules::en16931::check::*;
use crate::peppol::rules::rule::{Rule, rules};
rules! {
    BR_E_01 = "BR-E-01" Fatal ["BG-23", "BT-118", "BT-151", "BT-95", "BT-102"] shows Nothing,
        if |at| broken_down_once(at, Category::Exempt) => {
        en: "Category E (exempt) is used, but does not have exactly one group in the VAT breakdown." => "Gather everything of category E in one group of the breakdown.",
        nb: "Kategori E (fritatt) er brukt, men har ikke nøyaktig én gruppe i MVA-spesifikasjonen." => "Samle alt i kategori E i én gruppe i spesifikasjonen.",
        sv: "Kategori E (undantaget) används, men har inte exakt en grupp i momsspecifikationen." => "Samla allt i kategori E i en grupp i specifikationen.",
    }
    BR_E_02 = "BR-E-02" Fatal ["BT-151", "BT-31", "BT-32", "BT-63"] shows Nothing,
        if |at| parties_of_lines(at, Category::Exempt) => {
        en: "A line has category E (exempt), but the seller has no VAT number." => "Give the seller's VAT number or tax number, or that of the tax representative.",
        nb: "En linje har kategori E (fritatt), men selgeren har ikke MVA-nummer." => "Oppgi selgerens MVA- eller skattenummer, eller skatterepresentantens MVA-nummer.",
        sv: "En rad har kategori E (undantaget), men säljaren har inget momsnummer." => "Ange säljarens moms- eller skattenummer, eller skatteombudets momsnummer.",
    }
    BR_E_03 = "BR-E-03" Fatal ["BT-95", "BT-31", "BT-32", "BT-63"] shows Nothing,
        if |at| parties_of_allowances(at, Category::Exempt) => {
        en: "An allowance has category E (exempt), but the seller has no VAT number." => "Give the seller's VAT number or tax number, or that of the tax representative.",
        nb: "Et avslag har kategori E (fritatt), men selgeren har ikke MVA-nummer." => "Oppgi selgerens MVA- eller skattenummer, eller skatterepresentantens MVA-nummer.",
        sv: "Ett avdrag har kategori E (undantaget), men säljaren har inget momsnummer." => "Ange säljarens moms- eller skattenummer, eller skatteombudets momsnummer.",
    }
    BR_E_04 = "BR-E-04" Fatal ["BT-102", "BT-31", "BT-32", "BT-63"] shows Nothing,
        if |at| parties_of_charges(at, Category::Exempt) => {
        en: "A charge has category E (exempt), but the seller has no VAT number." => "Give the seller's VAT number or tax number, or that of the tax representative.",
        nb: "Et tillegg har kategori E (fritatt), men selgeren har ikke MVA-nummer." => "Oppgi selgerens MVA- eller skattenummer, eller skatterepresentantens MVA-nummer.",
        sv: "Ett tillägg har kategori E (undantaget), men säljaren har inget momsnummer." => "Ange säljarens moms- eller skattenummer, eller skatteombudets momsnummer.",
    }
    BR_E_08 = "BR-E-08" Fatal ["BG-23", "BT-116", "BT-131", "BT-92", "BT-99"] shows Nothing,
        if |at| base_is_sum(at, Category::Exempt) => {
        en: "The taxable amount of category E (exempt) is not what its lines and adjustments sum to." => "Add up lines plus charges minus allowances of the category.",
        nb: "Grunnlaget for kategori E (fritatt) er ikke summen av linjer og justeringer i den." => "Legg sammen linjer pluss tillegg minus avslag i kategorien.",
        sv: "Underlaget för kategori E (undantaget) är inte summan av dess rader och justeringar." => "Lägg ihop rader plus tillägg minus avdrag i kategorin.",
    }
    BR_E_09 = "BR-E-09" Fatal ["BG-23", "BT-117"] shows Nothing,
        if |at| tax_is_zero(at) => {
        en: "Category E (exempt) bears no VAT, but its group has a tax amount." => "Set TaxAmount of the group to 0, or use the category that bears tax.",
        nb: "Kategori E (fritatt) har ikke MVA, men gruppen har et avgiftsbeløp." => "Sett TaxAmount i gruppen til 0, eller bruk kategorien som har avgift.",
        sv: "Kategori E (undantaget) har ingen moms, men gruppen har ett momsbelopp." => "Sätt TaxAmount i gruppen till 0, eller använd kategorin som har moms.",
    }
    BR_E_10 = "BR-E-10" Fatal ["BG-23", "BT-120", "BT-121"] shows Nothing,
        if |at| has_reason(at) => {
        en: "Category E (exempt) does not say why no VAT is charged." => "Give the reason in words, or a VATEX code, in the VAT breakdown.",
        nb: "Kategori E (fritatt) sier ikke hvorfor det ikke beregnes MVA." => "Oppgi grunnen i ord, eller en VATEX-kode, i MVA-spesifikasjonen.",
        sv: "Kategori E (undantaget) säger inte varför ingen moms tas ut." => "Ange skälet i ord, eller en VATEX-kod, i momsspecifikationen.",
    }
    BR_E_06 = "BR-E-06" Fatal ["BT-96"] shows Nothing,
        if |at| rate_is_zero(at) => {
        en: "An allowance has category E (exempt), but its rate is missing or not zero." => "Set Percent to 0, or choose the category that bears tax, such as S.",
        nb: "Et avslag har kategori E (fritatt), men satsen mangler eller er ikke null." => "Sett Percent til 0, eller velg kategorien som har avgift, som S.",
        sv: "Ett avdrag har kategori E (undantaget), men satsen saknas eller är inte noll." => "Sätt Percent till 0, eller välj kategorin som har moms, som S.",
    }
    BR_E_07 = "BR-E-07" Fatal ["BT-103"] shows Nothing,
        if |at| rate_is_zero(at) => {
        en: "A charge has category E (exempt), but its rate is missing or not zero." => "Set Percent to 0, or choose the category that bears tax, such as S.",
        nb: "Et tillegg har kategori E (fritatt), men satsen mangler eller er ikke null." => "Sett Percent til 0, eller velg kategorien som har avgift, som S.",
        sv: "Ett tillägg har kategori E (undantaget), men satsen saknas eller är inte noll." => "Sätt Percent till 0, eller välj kategorin som har moms, som S.",
    }
    BR_E_05 = "BR-E-05" Fatal ["BT-152"] shows Nothing,
        if |at| rate_is_zero(at) => {
        en: "A line has category E (exempt), but its rate is missing or not zero." => "Set Percent to 0, or choose the category that bears tax, such as S.",
        nb: "En linje har kategori E (fritatt), men satsen mangler eller er ikke null." => "Sett Percent til 0, eller velg kategorien som har avgift, som S.",
        sv: "En rad har kategori E (undantaget), men satsen saknas eller är inte noll." => "Sätt Percent till 0, eller välj kategorin som har moms, som S.",
    }
}

/// E document: the rules of this context, in order.
pub static E_DOCUMENT: &[&Rule] = &[&BR_E_01, &BR_E_02, &BR_E_03, &BR_E_04];

/// E breakdown: the rules of this context, in order.
pub static E_BREAKDOWN: &[&Rule] = &[&BR_E_08, &BR_E_09, &BR_E_10];

/// E allowance: the rules of this context, in order.
pub static E_ALLOWANCE: &[&Rule] = &[&BR_E_06];

/// E charge: the rules of this context, in order.
pub static E_CHARGE: &[&Rule] = &[&BR_E_07];

/// E line: the rules of this context, in order.
pub static E_LINE: &[&Rule] = &[&BR_E_05];
