//! EN 16931, VAT: the rules BR-AF.

use crate::peppol::rules::en16931::check::*;
use crate::peppol::rules::rule::{Rule, rules};
rules! {
    BR_AF_01 = "BR-AF-01" Fatal ["BG-23", "BT-118", "BT-151", "BT-95", "BT-102"] shows Nothing,
        if |at| broken_down(at, Category::Canary) => {
        en: "Category L (Canary Islands tax) is on the lines or in the VAT breakdown, but not in both." => "Give each rate of category L in use a group in the breakdown, and no other.",
        nb: "Kategori L (avgift på Kanariøyene) finnes på linjene eller i MVA-spesifikasjonen, men ikke begge steder." => "Gi hver sats av kategori L som brukes en gruppe i spesifikasjonen, og ingen andre.",
        sv: "Kategori L (skatt på Kanarieöarna) finns på raderna eller i momsspecifikationen, men inte på båda ställena." => "Ge varje sats av kategori L som används en grupp i specifikationen, och ingen annan.",
    }
    BR_AF_02 = "BR-AF-02" Fatal ["BT-151", "BT-31", "BT-32", "BT-63"] shows Nothing,
        if |at| parties_of_lines(at, Category::Canary) => {
        en: "A line has category L (Canary Islands tax), but the seller has no VAT number." => "Give the seller's VAT number or tax number, or that of the tax representative.",
        nb: "En linje har kategori L (avgift på Kanariøyene), men selgeren har ikke MVA-nummer." => "Oppgi selgerens MVA- eller skattenummer, eller skatterepresentantens MVA-nummer.",
        sv: "En rad har kategori L (skatt på Kanarieöarna), men säljaren har inget momsnummer." => "Ange säljarens moms- eller skattenummer, eller skatteombudets momsnummer.",
    }
    BR_AF_03 = "BR-AF-03" Fatal ["BT-95", "BT-31", "BT-32", "BT-63"] shows Nothing,
        if |at| parties_of_allowances(at, Category::Canary) => {
        en: "An allowance has category L (Canary Islands tax), but the seller has no VAT number." => "Give the seller's VAT number or tax number, or that of the tax representative.",
        nb: "Et avslag har kategori L (avgift på Kanariøyene), men selgeren har ikke MVA-nummer." => "Oppgi selgerens MVA- eller skattenummer, eller skatterepresentantens MVA-nummer.",
        sv: "Ett avdrag har kategori L (skatt på Kanarieöarna), men säljaren har inget momsnummer." => "Ange säljarens moms- eller skattenummer, eller skatteombudets momsnummer.",
    }
    BR_AF_04 = "BR-AF-04" Fatal ["BT-102", "BT-31", "BT-32", "BT-63"] shows Nothing,
        if |at| parties_of_charges(at, Category::Canary) => {
        en: "A charge has category L (Canary Islands tax), but the seller has no VAT number." => "Give the seller's VAT number or tax number, or that of the tax representative.",
        nb: "Et tillegg har kategori L (avgift på Kanariøyene), men selgeren har ikke MVA-nummer." => "Oppgi selgerens MVA- eller skattenummer, eller skatterepresentantens MVA-nummer.",
        sv: "Ett tillägg har kategori L (skatt på Kanarieöarna), men säljaren har inget momsnummer." => "Ange säljarens moms- eller skattenummer, eller skatteombudets momsnummer.",
    }
    BR_AF_08 = "BR-AF-08" Fatal ["BG-23", "BT-116", "BT-131", "BT-92", "BT-99"] shows Nothing,
        if |at| base_is_near_sum(at, Category::Canary) => {
        en: "The taxable amount of category L (Canary Islands tax) is not what its lines and adjustments sum to." => "Add up lines plus charges minus allowances of the category, for each rate.",
        nb: "Grunnlaget for kategori L (avgift på Kanariøyene) er ikke summen av linjer og justeringer i den." => "Legg sammen linjer pluss tillegg minus avslag i kategorien, for hver sats.",
        sv: "Underlaget för kategori L (skatt på Kanarieöarna) är inte summan av dess rader och justeringar." => "Lägg ihop rader plus tillägg minus avdrag i kategorin, för varje sats.",
    }
    BR_AF_09 = "BR-AF-09" Fatal ["BG-23", "BT-117", "BT-116", "BT-119"] shows Nothing,
        if |at| tax_is_base_times_rate(at) => {
        en: "The tax of category L (Canary Islands tax) is more than 1 away from amount times rate." => "Compute the tax again: taxable amount times rate, two decimals.",
        nb: "Avgiften i kategori L (avgift på Kanariøyene) avviker mer enn 1 fra grunnlag ganger sats." => "Regn ut avgiften på nytt: grunnlag ganger sats, med to desimaler.",
        sv: "Skatten i kategori L (skatt på Kanarieöarna) avviker mer än 1 från underlag gånger sats." => "Räkna om skatten: underlag gånger sats, med två decimaler.",
    }
    BR_AF_10 = "BR-AF-10" Fatal ["BG-23", "BT-120", "BT-121"] shows Nothing,
        if |at| has_no_reason(at) => {
        en: "Category L (Canary Islands tax) may not give a reason for leaving VAT out." => "Remove the reason and its code, or use an exempt category.",
        nb: "Kategori L (avgift på Kanariøyene) kan ikke oppgi en grunn til å utelate MVA." => "Fjern grunnen og koden, eller bruk en kategori med fritak.",
        sv: "Kategori L (skatt på Kanarieöarna) får inte ange ett skäl för att utelämna moms." => "Ta bort skälet och koden, eller använd en undantagen kategori.",
    }
    BR_AF_06 = "BR-AF-06" Fatal ["BT-96"] shows Nothing,
        if |at| rate_not_negative(at) => {
        en: "An allowance has category L (Canary Islands tax), but its rate is missing or negative." => "Fill in Percent with the rate, which may be zero but not below.",
        nb: "Et avslag har kategori L (avgift på Kanariøyene), men satsen mangler eller er negativ." => "Fyll ut Percent med satsen, som kan være null, men ikke lavere.",
        sv: "Ett avdrag har kategori L (skatt på Kanarieöarna), men satsen saknas eller är negativ." => "Fyll i Percent med satsen, som får vara noll men inte lägre.",
    }
    BR_AF_07 = "BR-AF-07" Fatal ["BT-103"] shows Nothing,
        if |at| rate_not_negative(at) => {
        en: "A charge has category L (Canary Islands tax), but its rate is missing or negative." => "Fill in Percent with the rate, which may be zero but not below.",
        nb: "Et tillegg har kategori L (avgift på Kanariøyene), men satsen mangler eller er negativ." => "Fyll ut Percent med satsen, som kan være null, men ikke lavere.",
        sv: "Ett tillägg har kategori L (skatt på Kanarieöarna), men satsen saknas eller är negativ." => "Fyll i Percent med satsen, som får vara noll men inte lägre.",
    }
    BR_AF_05 = "BR-AF-05" Fatal ["BT-152"] shows Nothing,
        if |at| rate_not_negative(at) => {
        en: "A line has category L (Canary Islands tax), but its rate is missing or negative." => "Fill in Percent with the rate, which may be zero but not below.",
        nb: "En linje har kategori L (avgift på Kanariøyene), men satsen mangler eller er negativ." => "Fyll ut Percent med satsen, som kan være null, men ikke lavere.",
        sv: "En rad har kategori L (skatt på Kanarieöarna), men satsen saknas eller är negativ." => "Fyll i Percent med satsen, som får vara noll men inte lägre.",
    }
}

/// Af document: the rules of this context, in order.
pub static AF_DOCUMENT: &[&Rule] = &[&BR_AF_01, &BR_AF_02, &BR_AF_03, &BR_AF_04];

/// Af breakdown: the rules of this context, in order.
pub static AF_BREAKDOWN: &[&Rule] = &[&BR_AF_08, &BR_AF_09, &BR_AF_10];

/// Af allowance: the rules of this context, in order.
pub static AF_ALLOWANCE: &[&Rule] = &[&BR_AF_06];

/// Af charge: the rules of this context, in order.
pub static AF_CHARGE: &[&Rule] = &[&BR_AF_07];

/// Af line: the rules of this context, in order.
pub static AF_LINE: &[&Rule] = &[&BR_AF_05];
