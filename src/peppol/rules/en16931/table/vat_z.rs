//! EN 16931, VAT: the rules BR-Z.

use crate::peppol::rules::en16931::check::*;
use crate::peppol::rules::rule::{Rule, rules};
rules! {
    BR_Z_01 = "BR-Z-01" Fatal ["BG-23", "BT-118", "BT-151", "BT-95", "BT-102"] shows Nothing,
        if |at| broken_down_once(at, Category::Zero) => {
        en: "Category Z (zero rate) is used, but does not have exactly one group in the VAT breakdown." => "Gather everything of category Z in one group of the breakdown.",
        nb: "Kategori Z (nullsats) er brukt, men har ikke nøyaktig én gruppe i MVA-spesifikasjonen." => "Samle alt i kategori Z i én gruppe i spesifikasjonen.",
        sv: "Kategori Z (nollskattesats) används, men har inte exakt en grupp i momsspecifikationen." => "Samla allt i kategori Z i en grupp i specifikationen.",
    }
    BR_Z_02 = "BR-Z-02" Fatal ["BT-151", "BT-31", "BT-32", "BT-63"] shows Nothing,
        if |at| parties_of_lines(at, Category::Zero) => {
        en: "A line has category Z (zero rate), but the seller has no VAT number." => "Give the seller's VAT number or tax number, or that of the tax representative.",
        nb: "En linje har kategori Z (nullsats), men selgeren har ikke MVA-nummer." => "Oppgi selgerens MVA- eller skattenummer, eller skatterepresentantens MVA-nummer.",
        sv: "En rad har kategori Z (nollskattesats), men säljaren har inget momsnummer." => "Ange säljarens moms- eller skattenummer, eller skatteombudets momsnummer.",
    }
    BR_Z_03 = "BR-Z-03" Fatal ["BT-95", "BT-31", "BT-32", "BT-63"] shows Nothing,
        if |at| parties_of_allowances(at, Category::Zero) => {
        en: "An allowance has category Z (zero rate), but the seller has no VAT number." => "Give the seller's VAT number or tax number, or that of the tax representative.",
        nb: "Et avslag har kategori Z (nullsats), men selgeren har ikke MVA-nummer." => "Oppgi selgerens MVA- eller skattenummer, eller skatterepresentantens MVA-nummer.",
        sv: "Ett avdrag har kategori Z (nollskattesats), men säljaren har inget momsnummer." => "Ange säljarens moms- eller skattenummer, eller skatteombudets momsnummer.",
    }
    BR_Z_04 = "BR-Z-04" Fatal ["BT-102", "BT-31", "BT-32", "BT-63"] shows Nothing,
        if |at| parties_of_charges(at, Category::Zero) => {
        en: "A charge has category Z (zero rate), but the seller has no VAT number." => "Give the seller's VAT number or tax number, or that of the tax representative.",
        nb: "Et tillegg har kategori Z (nullsats), men selgeren har ikke MVA-nummer." => "Oppgi selgerens MVA- eller skattenummer, eller skatterepresentantens MVA-nummer.",
        sv: "Ett tillägg har kategori Z (nollskattesats), men säljaren har inget momsnummer." => "Ange säljarens moms- eller skattenummer, eller skatteombudets momsnummer.",
    }
    BR_Z_08 = "BR-Z-08" Fatal ["BG-23", "BT-116", "BT-131", "BT-92", "BT-99"] shows Nothing,
        if |at| base_is_sum(at, Category::Zero) => {
        en: "The taxable amount of category Z (zero rate) is not what its lines and adjustments sum to." => "Add up lines plus charges minus allowances of the category.",
        nb: "Grunnlaget for kategori Z (nullsats) er ikke summen av linjer og justeringer i den." => "Legg sammen linjer pluss tillegg minus avslag i kategorien.",
        sv: "Underlaget för kategori Z (nollskattesats) är inte summan av dess rader och justeringar." => "Lägg ihop rader plus tillägg minus avdrag i kategorin.",
    }
    BR_Z_09 = "BR-Z-09" Fatal ["BG-23", "BT-117"] shows Nothing,
        if |at| tax_is_zero(at) => {
        en: "Category Z (zero rate) bears no VAT, but its group has a tax amount." => "Set TaxAmount of the group to 0, or use the category that bears tax.",
        nb: "Kategori Z (nullsats) har ikke MVA, men gruppen har et avgiftsbeløp." => "Sett TaxAmount i gruppen til 0, eller bruk kategorien som har avgift.",
        sv: "Kategori Z (nollskattesats) har ingen moms, men gruppen har ett momsbelopp." => "Sätt TaxAmount i gruppen till 0, eller använd kategorin som har moms.",
    }
    BR_Z_10 = "BR-Z-10" Fatal ["BG-23", "BT-120", "BT-121"] shows Nothing,
        if |at| has_no_reason(at) => {
        en: "Category Z (zero rate) may not give a reason for leaving VAT out." => "Remove the reason and its code, or use an exempt category.",
        nb: "Kategori Z (nullsats) kan ikke oppgi en grunn til å utelate MVA." => "Fjern grunnen og koden, eller bruk en kategori med fritak.",
        sv: "Kategori Z (nollskattesats) får inte ange ett skäl för att utelämna moms." => "Ta bort skälet och koden, eller använd en undantagen kategori.",
    }
    BR_Z_06 = "BR-Z-06" Fatal ["BT-96"] shows Nothing,
        if |at| rate_is_zero(at) => {
        en: "An allowance has category Z (zero rate), but its rate is missing or not zero." => "Set Percent to 0, or choose the category that bears tax, such as S.",
        nb: "Et avslag har kategori Z (nullsats), men satsen mangler eller er ikke null." => "Sett Percent til 0, eller velg kategorien som har avgift, som S.",
        sv: "Ett avdrag har kategori Z (nollskattesats), men satsen saknas eller är inte noll." => "Sätt Percent till 0, eller välj kategorin som har moms, som S.",
    }
    BR_Z_07 = "BR-Z-07" Fatal ["BT-103"] shows Nothing,
        if |at| rate_is_zero(at) => {
        en: "A charge has category Z (zero rate), but its rate is missing or not zero." => "Set Percent to 0, or choose the category that bears tax, such as S.",
        nb: "Et tillegg har kategori Z (nullsats), men satsen mangler eller er ikke null." => "Sett Percent til 0, eller velg kategorien som har avgift, som S.",
        sv: "Ett tillägg har kategori Z (nollskattesats), men satsen saknas eller är inte noll." => "Sätt Percent till 0, eller välj kategorin som har moms, som S.",
    }
    BR_Z_05 = "BR-Z-05" Fatal ["BT-152"] shows Nothing,
        if |at| rate_is_zero(at) => {
        en: "A line has category Z (zero rate), but its rate is missing or not zero." => "Set Percent to 0, or choose the category that bears tax, such as S.",
        nb: "En linje har kategori Z (nullsats), men satsen mangler eller er ikke null." => "Sett Percent til 0, eller velg kategorien som har avgift, som S.",
        sv: "En rad har kategori Z (nollskattesats), men satsen saknas eller är inte noll." => "Sätt Percent till 0, eller välj kategorin som har moms, som S.",
    }
}

/// Z document: the rules of this context, in order.
pub static Z_DOCUMENT: &[&Rule] = &[&BR_Z_01, &BR_Z_02, &BR_Z_03, &BR_Z_04];

/// Z breakdown: the rules of this context, in order.
pub static Z_BREAKDOWN: &[&Rule] = &[&BR_Z_08, &BR_Z_09, &BR_Z_10];

/// Z allowance: the rules of this context, in order.
pub static Z_ALLOWANCE: &[&Rule] = &[&BR_Z_06];

/// Z charge: the rules of this context, in order.
pub static Z_CHARGE: &[&Rule] = &[&BR_Z_07];

/// Z line: the rules of this context, in order.
pub static Z_LINE: &[&Rule] = &[&BR_Z_05];
