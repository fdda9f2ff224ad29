//! EN 16931, VAT: the rules BR-S. And those of split payment, BR-B.

use crate::peppol::rules::en16931::check::*;
use crate::peppol::rules::rule::{Rule, rules};
rules! {
    BR_S_01 = "BR-S-01" Fatal ["BG-23", "BT-118", "BT-151", "BT-95", "BT-102"] shows Nothing,
        if |at| broken_down(at, Category::Standard) => {
        en: "Category S (standard rate) is on the lines or in the VAT breakdown, but not in both." => "Give each rate of category S in use a group in the breakdown, and no other.",
        nb: "Kategori S (ordinær sats) finnes på linjene eller i MVA-spesifikasjonen, men ikke begge steder." => "Gi hver sats av kategori S som brukes en gruppe i spesifikasjonen, og ingen andre.",
        sv: "Kategori S (normal skattesats) finns på raderna eller i momsspecifikationen, men inte på båda ställena." => "Ge varje sats av kategori S som används en grupp i specifikationen, och ingen annan.",
    }
    BR_S_02 = "BR-S-02" Fatal ["BT-151", "BT-31", "BT-32", "BT-63"] shows Nothing,
        if |at| parties_of_lines(at, Category::Standard) => {
        en: "A line has category S (standard rate), but the seller has no VAT number." => "Give the seller's VAT number or tax number, or that of the tax representative.",
        nb: "En linje har kategori S (ordinær sats), men selgeren har ikke MVA-nummer." => "Oppgi selgerens MVA- eller skattenummer, eller skatterepresentantens MVA-nummer.",
        sv: "En rad har kategori S (normal skattesats), men säljaren har inget momsnummer." => "Ange säljarens moms- eller skattenummer, eller skatteombudets momsnummer.",
    }
    BR_S_03 = "BR-S-03" Fatal ["BT-95", "BT-31", "BT-32", "BT-63"] shows Nothing,
        if |at| parties_of_allowances(at, Category::Standard) => {
        en: "An allowance has category S (standard rate), but the seller has no VAT number." => "Give the seller's VAT number or tax number, or that of the tax representative.",
        nb: "Et avslag har kategori S (ordinær sats), men selgeren har ikke MVA-nummer." => "Oppgi selgerens MVA- eller skattenummer, eller skatterepresentantens MVA-nummer.",
        sv: "Ett avdrag har kategori S (normal skattesats), men säljaren har inget momsnummer." => "Ange säljarens moms- eller skattenummer, eller skatteombudets momsnummer.",
    }
    BR_S_04 = "BR-S-04" Fatal ["BT-102", "BT-31", "BT-32", "BT-63"] shows Nothing,
        if |at| parties_of_charges(at, Category::Standard) => {
        en: "A charge has category S (standard rate), but the seller has no VAT number." => "Give the seller's VAT number or tax number, or that of the tax representative.",
        nb: "Et tillegg har kategori S (ordinær sats), men selgeren har ikke MVA-nummer." => "Oppgi selgerens MVA- eller skattenummer, eller skatterepresentantens MVA-nummer.",
        sv: "Ett tillägg har kategori S (normal skattesats), men säljaren har inget momsnummer." => "Ange säljarens moms- eller skattenummer, eller skatteombudets momsnummer.",
    }
    BR_B_01 = "BR-B-01" Fatal ["BT-151", "BT-95", "BT-102"] shows Nothing,
        if |at| br_b_01(at) => {
        en: "Split payment (category B) is for trade inside Italy, but another country occurs." => "Use another VAT category, or see that every country code is IT.",
        nb: "Delt betaling (kategori B) gjelder bare innen Italia, men et annet land er nevnt." => "Bruk en annen MVA-kategori, eller sørg for at alle landkoder er IT.",
        sv: "Delad betalning (kategori B) gäller bara inom Italien, men ett annat land nämns." => "Använd en annan momskategori, eller se till att alla landskoder är IT.",
    }
    BR_B_02 = "BR-B-02" Fatal ["BT-151", "BT-95", "BT-102", "BT-118"] shows Nothing,
        if |at| br_b_02(at) => {
        en: "Split payment (B) and standard rate (S) stand in the same document." => "Send two documents: one with category B, one with category S.",
        nb: "Delt betaling (B) og ordinær sats (S) står i samme dokument." => "Send to dokumenter: ett med kategori B og ett med kategori S.",
        sv: "Delad betalning (B) och normal skattesats (S) står i samma dokument." => "Skicka två dokument: ett med kategori B och ett med kategori S.",
    }
    BR_S_08 = "BR-S-08" Fatal ["BG-23", "BT-116", "BT-131", "BT-92", "BT-99"] shows Nothing,
        if |at| base_is_near_sum(at, Category::Standard) => {
        en: "The taxable amount of category S (standard rate) is not what its lines and adjustments sum to." => "Add up lines plus charges minus allowances of the category, for each rate.",
        nb: "Grunnlaget for kategori S (ordinær sats) er ikke summen av linjer og justeringer i den." => "Legg sammen linjer pluss tillegg minus avslag i kategorien, for hver sats.",
        sv: "Underlaget för kategori S (normal skattesats) är inte summan av dess rader och justeringar." => "Lägg ihop rader plus tillägg minus avdrag i kategorin, för varje sats.",
    }
    BR_S_09 = "BR-S-09" Fatal ["BG-23", "BT-117", "BT-116", "BT-119"] shows Nothing,
        if |at| tax_is_base_times_rate(at) => {
        en: "The tax of category S (standard rate) is more than 1 away from amount times rate." => "Compute the tax again: taxable amount times rate, two decimals.",
        nb: "Avgiften i kategori S (ordinær sats) avviker mer enn 1 fra grunnlag ganger sats." => "Regn ut avgiften på nytt: grunnlag ganger sats, med to desimaler.",
        sv: "Skatten i kategori S (normal skattesats) avviker mer än 1 från underlag gånger sats." => "Räkna om skatten: underlag gånger sats, med två decimaler.",
    }
    BR_S_10 = "BR-S-10" Fatal ["BG-23", "BT-120", "BT-121"] shows Nothing,
        if |at| has_no_reason(at) => {
        en: "Category S (standard rate) may not give a reason for leaving VAT out." => "Remove the reason and its code, or use an exempt category.",
        nb: "Kategori S (ordinær sats) kan ikke oppgi en grunn til å utelate MVA." => "Fjern grunnen og koden, eller bruk en kategori med fritak.",
        sv: "Kategori S (normal skattesats) får inte ange ett skäl för att utelämna moms." => "Ta bort skälet och koden, eller använd en undantagen kategori.",
    }
    BR_S_06 = "BR-S-06" Fatal ["BT-96"] shows Nothing,
        if |at| rate_above_zero(at) => {
        en: "An allowance has the standard rate (S), but its rate is missing or not above zero." => "Fill in the rate in Percent, or use the category Z or E if there is no tax.",
        nb: "Et avslag har ordinær sats (S), men satsen mangler eller er ikke over null." => "Fyll ut satsen i Percent, eller bruk kategori Z eller E uten avgift.",
        sv: "Ett avdrag har normal skattesats (S), men satsen saknas eller är inte över noll." => "Fyll i satsen i Percent, eller använd kategori Z eller E utan moms.",
    }
    BR_S_07 = "BR-S-07" Fatal ["BT-103"] shows Nothing,
        if |at| rate_above_zero(at) => {
        en: "A charge has the standard rate (S), but its rate is missing or not above zero." => "Fill in the rate in Percent, or use the category Z or E if there is no tax.",
        nb: "Et tillegg har ordinær sats (S), men satsen mangler eller er ikke over null." => "Fyll ut satsen i Percent, eller bruk kategori Z eller E uten avgift.",
        sv: "Ett tillägg har normal skattesats (S), men satsen saknas eller är inte över noll." => "Fyll i satsen i Percent, eller använd kategori Z eller E utan moms.",
    }
    BR_S_05 = "BR-S-05" Fatal ["BT-152"] shows Nothing,
        if |at| rate_above_zero(at) => {
        en: "A line has the standard rate (S), but its rate is missing or not above zero." => "Fill in the rate in Percent, or use the category Z or E if there is no tax.",
        nb: "En linje har ordinær sats (S), men satsen mangler eller er ikke over null." => "Fyll ut satsen i Percent, eller bruk kategori Z eller E uten avgift.",
        sv: "En rad har normal skattesats (S), men satsen saknas eller är inte över noll." => "Fyll i satsen i Percent, eller använd kategori Z eller E utan moms.",
    }
}

/// S document: the rules of this context, in order.
pub static S_DOCUMENT: &[&Rule] = &[&BR_S_01, &BR_S_02, &BR_S_03, &BR_S_04, &BR_B_01, &BR_B_02];

/// S breakdown: the rules of this context, in order.
pub static S_BREAKDOWN: &[&Rule] = &[&BR_S_08, &BR_S_09, &BR_S_10];

/// S allowance: the rules of this context, in order.
pub static S_ALLOWANCE: &[&Rule] = &[&BR_S_06];

/// S charge: the rules of this context, in order.
pub static S_CHARGE: &[&Rule] = &[&BR_S_07];

/// S line: the rules of this context, in order.
pub static S_LINE: &[&Rule] = &[&BR_S_05];
