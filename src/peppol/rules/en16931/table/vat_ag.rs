//! EN 16931, VAT: the rules BR-AG.

use crate::peppol::rules::en16931::check::*;
use crate::peppol::rules::rule::{Rule, rules};
rules! {
    BR_AG_01 = "BR-AG-01" Fatal ["BG-23", "BT-118", "BT-151", "BT-95", "BT-102"] shows Nothing,
        if |at| broken_down(at, Category::Ceuta) => {
        en: "Category M (tax of Ceuta and Melilla) is on the lines or in the VAT breakdown, but not in both." => "Give each rate of category M in use a group in the breakdown, and no other.",
        nb: "Kategori M (avgift i Ceuta og Melilla) finnes på linjene eller i MVA-spesifikasjonen, men ikke begge steder." => "Gi hver sats av kategori M som brukes en gruppe i spesifikasjonen, og ingen andre.",
        sv: "Kategori M (skatt i Ceuta och Melilla) finns på raderna eller i momsspecifikationen, men inte på båda ställena." => "Ge varje sats av kategori M som används en grupp i specifikationen, och ingen annan.",
    }
    BR_AG_02 = "BR-AG-02" Fatal ["BT-151", "BT-31", "BT-32", "BT-63"] shows Nothing,
        if |at| parties_of_lines(at, Category::Ceuta) => {
        en: "A line has category M (tax of Ceuta and Melilla), but the seller has no VAT number." => "Give the seller's VAT number or tax number, or that of the tax representative.",
        nb: "En linje har kategori M (avgift i Ceuta og Melilla), men selgeren har ikke MVA-nummer." => "Oppgi selgerens MVA- eller skattenummer, eller skatterepresentantens MVA-nummer.",
        sv: "En rad har kategori M (skatt i Ceuta och Melilla), men säljaren har inget momsnummer." => "Ange säljarens moms- eller skattenummer, eller skatteombudets momsnummer.",
    }
    BR_AG_03 = "BR-AG-03" Fatal ["BT-95", "BT-31", "BT-32", "BT-63"] shows Nothing,
        if |at| parties_of_allowances(at, Category::Ceuta) => {
        en: "An allowance has category M (tax of Ceuta and Melilla), but the seller has no VAT number." => "Give the seller's VAT number or tax number, or that of the tax representative.",
        nb: "Et avslag har kategori M (avgift i Ceuta og Melilla), men selgeren har ikke MVA-nummer." => "Oppgi selgerens MVA- eller skattenummer, eller skatterepresentantens MVA-nummer.",
        sv: "Ett avdrag har kategori M (skatt i Ceuta och Melilla), men säljaren har inget momsnummer." => "Ange säljarens moms- eller skattenummer, eller skatteombudets momsnummer.",
    }
    BR_AG_04 = "BR-AG-04" Fatal ["BT-102", "BT-31", "BT-32", "BT-63"] shows Nothing,
        if |at| parties_of_charges(at, Category::Ceuta) => {
        en: "A charge has category M (tax of Ceuta and Melilla), but the seller has no VAT number." => "Give the seller's VAT number or tax number, or that of the tax representative.",
        nb: "Et tillegg har kategori M (avgift i Ceuta og Melilla), men selgeren har ikke MVA-nummer." => "Oppgi selgerens MVA- eller skattenummer, eller skatterepresentantens MVA-nummer.",
        sv: "Ett tillägg har kategori M (skatt i Ceuta och Melilla), men säljaren har inget momsnummer." => "Ange säljarens moms- eller skattenummer, eller skatteombudets momsnummer.",
    }
    BR_AG_08 = "BR-AG-08" Fatal ["BG-23", "BT-116", "BT-131", "BT-92", "BT-99"] shows Nothing,
        if |at| base_is_near_sum(at, Category::Ceuta) => {
        en: "The taxable amount of category M (tax of Ceuta and Melilla) is not what its lines and adjustments sum to." => "Add up lines plus charges minus allowances of the category, for each rate.",
        nb: "Grunnlaget for kategori M (avgift i Ceuta og Melilla) er ikke summen av linjer og justeringer i den." => "Legg sammen linjer pluss tillegg minus avslag i kategorien, for hver sats.",
        sv: "Underlaget för kategori M (skatt i Ceuta och Melilla) är inte summan av dess rader och justeringar." => "Lägg ihop rader plus tillägg minus avdrag i kategorin, för varje sats.",
    }
    BR_AG_09 = "BR-AG-09" Fatal ["BG-23", "BT-117", "BT-116", "BT-119"] shows Nothing,
        if |at| tax_is_base_times_rate(at) => {
        en: "The tax of category M (tax of Ceuta and Melilla) is more than 1 away from amount times rate." => "Compute the tax again: taxable amount times rate, two decimals.",
        nb: "Avgiften i kategori M (avgift i Ceuta og Melilla) avviker mer enn 1 fra grunnlag ganger sats." => "Regn ut avgiften på nytt: grunnlag ganger sats, med to desimaler.",
        sv: "Skatten i kategori M (skatt i Ceuta och Melilla) avviker mer än 1 från underlag gånger sats." => "Räkna om skatten: underlag gånger sats, med två decimaler.",
    }
    BR_AG_10 = "BR-AG-10" Fatal ["BG-23", "BT-120", "BT-121"] shows Nothing,
        if |at| has_no_reason(at) => {
        en: "Category M (tax of Ceuta and Melilla) may not give a reason for leaving VAT out." => "Remove the reason and its code, or use an exempt category.",
        nb: "Kategori M (avgift i Ceuta og Melilla) kan ikke oppgi en grunn til å utelate MVA." => "Fjern grunnen og koden, eller bruk en kategori med fritak.",
        sv: "Kategori M (skatt i Ceuta och Melilla) får inte ange ett skäl för att utelämna moms." => "Ta bort skälet och koden, eller använd en undantagen kategori.",
    }
    BR_AG_06 = "BR-AG-06" Fatal ["BT-96"] shows Nothing,
        if |at| rate_not_negative(at) => {
        en: "An allowance has category M (tax of Ceuta and Melilla), but its rate is missing or negative." => "Fill in Percent with the rate, which may be zero but not below.",
        nb: "Et avslag har kategori M (avgift i Ceuta og Melilla), men satsen mangler eller er negativ." => "Fyll ut Percent med satsen, som kan være null, men ikke lavere.",
        sv: "Ett avdrag har kategori M (skatt i Ceuta och Melilla), men satsen saknas eller är negativ." => "Fyll i Percent med satsen, som får vara noll men inte lägre.",
    }
    BR_AG_07 = "BR-AG-07" Fatal ["BT-103"] shows Nothing,
        if |at| rate_not_negative(at) => {
        en: "A charge has category M (tax of Ceuta and Melilla), but its rate is missing or negative." => "Fill in Percent with the rate, which may be zero but not below.",
        nb: "Et tillegg har kategori M (avgift i Ceuta og Melilla), men satsen mangler eller er negativ." => "Fyll ut Percent med satsen, som kan være null, men ikke lavere.",
        sv: "Ett tillägg har kategori M (skatt i Ceuta och Melilla), men satsen saknas eller är negativ." => "Fyll i Percent med satsen, som får vara noll men inte lägre.",
    }
    BR_AG_05 = "BR-AG-05" Fatal ["BT-152"] shows Nothing,
        if |at| rate_not_negative(at) => {
        en: "A line has category M (tax of Ceuta and Melilla), but its rate is missing or negative." => "Fill in Percent with the rate, which may be zero but not below.",
        nb: "En linje har kategori M (avgift i Ceuta og Melilla), men satsen mangler eller er negativ." => "Fyll ut Percent med satsen, som kan være null, men ikke lavere.",
        sv: "En rad har kategori M (skatt i Ceuta och Melilla), men satsen saknas eller är negativ." => "Fyll i Percent med satsen, som får vara noll men inte lägre.",
    }
}

/// Ag document: the rules of this context, in order.
pub static AG_DOCUMENT: &[&Rule] = &[&BR_AG_01, &BR_AG_02, &BR_AG_03, &BR_AG_04];

/// Ag breakdown: the rules of this context, in order.
pub static AG_BREAKDOWN: &[&Rule] = &[&BR_AG_08, &BR_AG_09, &BR_AG_10];

/// Ag allowance: the rules of this context, in order.
pub static AG_ALLOWANCE: &[&Rule] = &[&BR_AG_06];

/// Ag charge: the rules of this context, in order.
pub static AG_CHARGE: &[&Rule] = &[&BR_AG_07];

/// Ag line: the rules of this context, in order.
pub static AG_LINE: &[&Rule] = &[&BR_AG_05];
