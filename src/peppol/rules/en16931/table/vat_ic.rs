//! EN 16931, VAT: the rules BR-IC.

use crate::peppol::rules::en16931::check::*;
use crate::peppol::rules::rule::{Rule, rules};
rules! {
    BR_IC_01 = "BR-IC-01" Fatal ["BG-23", "BT-118", "BT-151", "BT-95", "BT-102"] shows Nothing,
        if |at| broken_down_once(at, Category::IntraCommunity) => {
        en: "Category K (supply inside the Union) is used, but does not have exactly one group in the VAT breakdown." => "Gather everything of category K in one group of the breakdown.",
        nb: "Kategori K (leveranse innen EU/EØS) er brukt, men har ikke nøyaktig én gruppe i MVA-spesifikasjonen." => "Samle alt i kategori K i én gruppe i spesifikasjonen.",
        sv: "Kategori K (leverans inom EU) används, men har inte exakt en grupp i momsspecifikationen." => "Samla allt i kategori K i en grupp i specifikationen.",
    }
    BR_IC_02 = "BR-IC-02" Fatal ["BT-151", "BT-31", "BT-63", "BT-48"] shows Nothing,
        if |at| parties_of_lines(at, Category::IntraCommunity) => {
        en: "A line has category K (supply inside the Union), but seller or buyer lacks a VAT number." => "Give the VAT numbers of seller (or tax representative) and buyer.",
        nb: "En linje har kategori K (leveranse innen EU/EØS), men selger eller kjøper mangler MVA-nummer." => "Oppgi MVA-numrene til selger (eller skatterepresentant) og kjøper.",
        sv: "En rad har kategori K (leverans inom EU), men säljare eller köpare saknar momsnummer." => "Ange momsnumren för säljare (eller skatteombud) och köpare.",
    }
    BR_IC_03 = "BR-IC-03" Fatal ["BT-95", "BT-31", "BT-63", "BT-48"] shows Nothing,
        if |at| parties_of_allowances(at, Category::IntraCommunity) => {
        en: "An allowance has category K (supply inside the Union), but seller or buyer lacks a VAT number." => "Give the VAT numbers of seller (or tax representative) and buyer.",
        nb: "Et avslag har kategori K (leveranse innen EU/EØS), men selger eller kjøper mangler MVA-nummer." => "Oppgi MVA-numrene til selger (eller skatterepresentant) og kjøper.",
        sv: "Ett avdrag har kategori K (leverans inom EU), men säljare eller köpare saknar momsnummer." => "Ange momsnumren för säljare (eller skatteombud) och köpare.",
    }
    BR_IC_04 = "BR-IC-04" Fatal ["BT-102", "BT-31", "BT-63", "BT-48"] shows Nothing,
        if |at| parties_of_charges(at, Category::IntraCommunity) => {
        en: "A charge has category K (supply inside the Union), but seller or buyer lacks a VAT number." => "Give the VAT numbers of seller (or tax representative) and buyer.",
        nb: "Et tillegg har kategori K (leveranse innen EU/EØS), men selger eller kjøper mangler MVA-nummer." => "Oppgi MVA-numrene til selger (eller skatterepresentant) og kjøper.",
        sv: "Ett tillägg har kategori K (leverans inom EU), men säljare eller köpare saknar momsnummer." => "Ange momsnumren för säljare (eller skatteombud) och köpare.",
    }
    BR_IC_11 = "BR-IC-11" Fatal ["BT-72", "BG-14"] shows Nothing,
        if |at| br_ic_11(at) => {
        en: "Supply inside the Union (K) has neither a delivery date nor a period." => "Fill in ActualDeliveryDate, or an InvoicePeriod on the document.",
        nb: "Leveranse innen EU/EØS (K) har verken leveringsdato eller periode." => "Fyll ut ActualDeliveryDate, eller en InvoicePeriod på dokumentet.",
        sv: "Leverans inom EU (K) har varken leveransdatum eller period." => "Fyll i ActualDeliveryDate, eller en InvoicePeriod på dokumentet.",
    }
    BR_IC_12 = "BR-IC-12" Fatal ["BT-80"] shows Nothing,
        if |at| br_ic_12(at) => {
        en: "Supply inside the Union (K) does not say which country it went to." => "Fill in the country code of the delivery address in Delivery.",
        nb: "Leveranse innen EU/EØS (K) sier ikke hvilket land den gikk til." => "Fyll ut landkoden i leveringsadressen under Delivery.",
        sv: "Leverans inom EU (K) säger inte vilket land den gick till." => "Fyll i landskoden i leveransadressen under Delivery.",
    }
    BR_IC_08 = "BR-IC-08" Fatal ["BG-23", "BT-116", "BT-131", "BT-92", "BT-99"] shows Nothing,
        if |at| base_is_sum(at, Category::IntraCommunity) => {
        en: "The taxable amount of category K (supply inside the Union) is not what its lines and adjustments sum to." => "Add up lines plus charges minus allowances of the category.",
        nb: "Grunnlaget for kategori K (leveranse innen EU/EØS) er ikke summen av linjer og justeringer i den." => "Legg sammen linjer pluss tillegg minus avslag i kategorien.",
        sv: "Underlaget för kategori K (leverans inom EU) är inte summan av dess rader och justeringar." => "Lägg ihop rader plus tillägg minus avdrag i kategorin.",
    }
    BR_IC_09 = "BR-IC-09" Fatal ["BG-23", "BT-117"] shows Nothing,
        if |at| tax_is_zero(at) => {
        en: "Category K (supply inside the Union) bears no VAT, but its group has a tax amount." => "Set TaxAmount of the group to 0, or use the category that bears tax.",
        nb: "Kategori K (leveranse innen EU/EØS) har ikke MVA, men gruppen har et avgiftsbeløp." => "Sett TaxAmount i gruppen til 0, eller bruk kategorien som har avgift.",
        sv: "Kategori K (leverans inom EU) har ingen moms, men gruppen har ett momsbelopp." => "Sätt TaxAmount i gruppen till 0, eller använd kategorin som har moms.",
    }
    BR_IC_10 = "BR-IC-10" Fatal ["BG-23", "BT-120", "BT-121"] shows Nothing,
        if |at| has_reason(at) => {
        en: "Category K (supply inside the Union) does not say why no VAT is charged." => "Give the reason in words, or a VATEX code, in the VAT breakdown.",
        nb: "Kategori K (leveranse innen EU/EØS) sier ikke hvorfor det ikke beregnes MVA." => "Oppgi grunnen i ord, eller en VATEX-kode, i MVA-spesifikasjonen.",
        sv: "Kategori K (leverans inom EU) säger inte varför ingen moms tas ut." => "Ange skälet i ord, eller en VATEX-kod, i momsspecifikationen.",
    }
    BR_IC_06 = "BR-IC-06" Fatal ["BT-96"] shows Nothing,
        if |at| rate_is_zero(at) => {
        en: "An allowance has category K (supply inside the Union), but its rate is missing or not zero." => "Set Percent to 0, or choose the category that bears tax, such as S.",
        nb: "Et avslag har kategori K (leveranse innen EU/EØS), men satsen mangler eller er ikke null." => "Sett Percent til 0, eller velg kategorien som har avgift, som S.",
        sv: "Ett avdrag har kategori K (leverans inom EU), men satsen saknas eller är inte noll." => "Sätt Percent till 0, eller välj kategorin som har moms, som S.",
    }
    BR_IC_07 = "BR-IC-07" Fatal ["BT-103"] shows Nothing,
        if |at| rate_is_zero(at) => {
        en: "A charge has category K (supply inside the Union), but its rate is missing or not zero." => "Set Percent to 0, or choose the category that bears tax, such as S.",
        nb: "Et tillegg har kategori K (leveranse innen EU/EØS), men satsen mangler eller er ikke null." => "Sett Percent til 0, eller velg kategorien som har avgift, som S.",
        sv: "Ett tillägg har kategori K (leverans inom EU), men satsen saknas eller är inte noll." => "Sätt Percent till 0, eller välj kategorin som har moms, som S.",
    }
    BR_IC_05 = "BR-IC-05" Fatal ["BT-152"] shows Nothing,
        if |at| rate_is_zero(at) => {
        en: "A line has category K (supply inside the Union), but its rate is missing or not zero." => "Set Percent to 0, or choose the category that bears tax, such as S.",
        nb: "En linje har kategori K (leveranse innen EU/EØS), men satsen mangler eller er ikke null." => "Sett Percent til 0, eller velg kategorien som har avgift, som S.",
        sv: "En rad har kategori K (leverans inom EU), men satsen saknas eller är inte noll." => "Sätt Percent till 0, eller välj kategorin som har moms, som S.",
    }
}

/// Ic document: the rules of this context, in order.
pub static IC_DOCUMENT: &[&Rule] =
    &[&BR_IC_01, &BR_IC_02, &BR_IC_03, &BR_IC_04, &BR_IC_11, &BR_IC_12];

/// Ic breakdown: the rules of this context, in order.
pub static IC_BREAKDOWN: &[&Rule] = &[&BR_IC_08, &BR_IC_09, &BR_IC_10];

/// Ic allowance: the rules of this context, in order.
pub static IC_ALLOWANCE: &[&Rule] = &[&BR_IC_06];

/// Ic charge: the rules of this context, in order.
pub static IC_CHARGE: &[&Rule] = &[&BR_IC_07];

/// Ic line: the rules of this context, in order.
pub static IC_LINE: &[&Rule] = &[&BR_IC_05];
