//! EN 16931, VAT: the rules BR-G.

use crate::peppol::rules::en16931::check::*;
use crate::peppol::rules::rule::{Rule, rules};
rules! {
    BR_G_01 = "BR-G-01" Fatal ["BG-23", "BT-118", "BT-151", "BT-95", "BT-102"] shows Nothing,
        if |at| broken_down_once(at, Category::Export) => {
        en: "Category G (export) is used, but does not have exactly one group in the VAT breakdown." => "Gather everything of category G in one group of the breakdown.",
        nb: "Kategori G (eksport) er brukt, men har ikke nøyaktig én gruppe i MVA-spesifikasjonen." => "Samle alt i kategori G i én gruppe i spesifikasjonen.",
        sv: "Kategori G (export) används, men har inte exakt en grupp i momsspecifikationen." => "Samla allt i kategori G i en grupp i specifikationen.",
    }
    BR_G_02 = "BR-G-02" Fatal ["BT-151", "BT-31", "BT-63"] shows Nothing,
        if |at| parties_of_lines(at, Category::Export) => {
        en: "A line has category G (export), but the seller has no VAT number." => "Give the seller's VAT number, or that of the tax representative.",
        nb: "En linje har kategori G (eksport), men selgeren har ikke MVA-nummer." => "Oppgi selgerens MVA-nummer, eller skatterepresentantens.",
        sv: "En rad har kategori G (export), men säljaren har inget momsnummer." => "Ange säljarens momsnummer, eller skatteombudets momsnummer.",
    }
    BR_G_03 = "BR-G-03" Fatal ["BT-95", "BT-31", "BT-63"] shows Nothing,
        if |at| parties_of_allowances(at, Category::Export) => {
        en: "An allowance has category G (export), but the seller has no VAT number." => "Give the seller's VAT number, or that of the tax representative.",
        nb: "Et avslag har kategori G (eksport), men selgeren har ikke MVA-nummer." => "Oppgi selgerens MVA-nummer, eller skatterepresentantens.",
        sv: "Ett avdrag har kategori G (export), men säljaren har inget momsnummer." => "Ange säljarens momsnummer, eller skatteombudets momsnummer.",
    }
    BR_G_04 = "BR-G-04" Fatal ["BT-102", "BT-31", "BT-63"] shows Nothing,
        if |at| parties_of_charges(at, Category::Export) => {
        en: "A charge has category G (export), but the seller has no VAT number." => "Give the seller's VAT number, or that of the tax representative.",
        nb: "Et tillegg har kategori G (eksport), men selgeren har ikke MVA-nummer." => "Oppgi selgerens MVA-nummer, eller skatterepresentantens.",
        sv: "Ett tillägg har kategori G (export), men säljaren har inget momsnummer." => "Ange säljarens momsnummer, eller skatteombudets momsnummer.",
    }
    BR_G_08 = "BR-G-08" Fatal ["BG-23", "BT-116", "BT-131", "BT-92", "BT-99"] shows Nothing,
        if |at| base_is_sum(at, Category::Export) => {
        en: "The taxable amount of category G (export) is not what its lines and adjustments sum to." => "Add up lines plus charges minus allowances of the category.",
        nb: "Grunnlaget for kategori G (eksport) er ikke summen av linjer og justeringer i den." => "Legg sammen linjer pluss tillegg minus avslag i kategorien.",
        sv: "Underlaget för kategori G (export) är inte summan av dess rader och justeringar." => "Lägg ihop rader plus tillägg minus avdrag i kategorin.",
    }
    BR_G_09 = "BR-G-09" Fatal ["BG-23", "BT-117"] shows Nothing,
        if |at| tax_is_zero(at) => {
        en: "Category G (export) bears no VAT, but its group has a tax amount." => "Set TaxAmount of the group to 0, or use the category that bears tax.",
        nb: "Kategori G (eksport) har ikke MVA, men gruppen har et avgiftsbeløp." => "Sett TaxAmount i gruppen til 0, eller bruk kategorien som har avgift.",
        sv: "Kategori G (export) har ingen moms, men gruppen har ett momsbelopp." => "Sätt TaxAmount i gruppen till 0, eller använd kategorin som har moms.",
    }
    BR_G_10 = "BR-G-10" Fatal ["BG-23", "BT-120", "BT-121"] shows Nothing,
        if |at| has_reason(at) => {
        en: "Category G (export) does not say why no VAT is charged." => "Give the reason in words, or a VATEX code, in the VAT breakdown.",
        nb: "Kategori G (eksport) sier ikke hvorfor det ikke beregnes MVA." => "Oppgi grunnen i ord, eller en VATEX-kode, i MVA-spesifikasjonen.",
        sv: "Kategori G (export) säger inte varför ingen moms tas ut." => "Ange skälet i ord, eller en VATEX-kod, i momsspecifikationen.",
    }
    BR_G_06 = "BR-G-06" Fatal ["BT-96"] shows Nothing,
        if |at| rate_is_zero(at) => {
        en: "An allowance has category G (export), but its rate is missing or not zero." => "Set Percent to 0, or choose the category that bears tax, such as S.",
        nb: "Et avslag har kategori G (eksport), men satsen mangler eller er ikke null." => "Sett Percent til 0, eller velg kategorien som har avgift, som S.",
        sv: "Ett avdrag har kategori G (export), men satsen saknas eller är inte noll." => "Sätt Percent till 0, eller välj kategorin som har moms, som S.",
    }
    BR_G_07 = "BR-G-07" Fatal ["BT-103"] shows Nothing,
        if |at| rate_is_zero(at) => {
        en: "A charge has category G (export), but its rate is missing or not zero." => "Set Percent to 0, or choose the category that bears tax, such as S.",
        nb: "Et tillegg har kategori G (eksport), men satsen mangler eller er ikke null." => "Sett Percent til 0, eller velg kategorien som har avgift, som S.",
        sv: "Ett tillägg har kategori G (export), men satsen saknas eller är inte noll." => "Sätt Percent till 0, eller välj kategorin som har moms, som S.",
    }
    BR_G_05 = "BR-G-05" Fatal ["BT-152"] shows Nothing,
        if |at| rate_is_zero(at) => {
        en: "A line has category G (export), but its rate is missing or not zero." => "Set Percent to 0, or choose the category that bears tax, such as S.",
        nb: "En linje har kategori G (eksport), men satsen mangler eller er ikke null." => "Sett Percent til 0, eller velg kategorien som har avgift, som S.",
        sv: "En rad har kategori G (export), men satsen saknas eller är inte noll." => "Sätt Percent till 0, eller välj kategorin som har moms, som S.",
    }
}

/// G document: the rules of this context, in order.
pub static G_DOCUMENT: &[&Rule] = &[&BR_G_01, &BR_G_02, &BR_G_03, &BR_G_04];

/// G breakdown: the rules of this context, in order.
pub static G_BREAKDOWN: &[&Rule] = &[&BR_G_08, &BR_G_09, &BR_G_10];

/// G allowance: the rules of this context, in order.
pub static G_ALLOWANCE: &[&Rule] = &[&BR_G_06];

/// G charge: the rules of this context, in order.
pub static G_CHARGE: &[&Rule] = &[&BR_G_07];

/// G line: the rules of this context, in order.
pub static G_LINE: &[&Rule] = &[&BR_G_05];
