//! EN 16931, VAT: the rules BR-O.

use crate::peppol::rules::en16931::check::*;
use crate::peppol::rules::rule::{Rule, rules};
rules! {
    BR_O_01 = "BR-O-01" Fatal ["BG-23", "BT-118", "BT-151", "BT-95", "BT-102"] shows Nothing,
        if |at| broken_down_once(at, Category::OutsideScope) => {
        en: "Category O (outside VAT) is used, but does not have exactly one group in the VAT breakdown." => "Gather everything of category O in one group of the breakdown.",
        nb: "Kategori O (utenfor MVA) er brukt, men har ikke nøyaktig én gruppe i MVA-spesifikasjonen." => "Samle alt i kategori O i én gruppe i spesifikasjonen.",
        sv: "Kategori O (utanför moms) används, men har inte exakt en grupp i momsspecifikationen." => "Samla allt i kategori O i en grupp i specifikationen.",
    }
    BR_O_02 = "BR-O-02" Fatal ["BT-151", "BT-31", "BT-48", "BT-63"] shows Nothing,
        if |at| parties_of_lines(at, Category::OutsideScope) => {
        en: "A line is outside VAT (category O), but a VAT number is given in the document." => "Remove the VAT numbers of seller, buyer and representative, or change the category.",
        nb: "En linje er utenfor MVA (kategori O), men dokumentet oppgir et MVA-nummer." => "Fjern MVA-numrene til selger, kjøper og representant, eller endre kategorien.",
        sv: "En rad är utanför moms (kategori O), men dokumentet anger ett momsnummer." => "Ta bort momsnumren för säljare, köpare och ombud, eller ändra kategorin.",
    }
    BR_O_03 = "BR-O-03" Fatal ["BT-95", "BT-31", "BT-48", "BT-63"] shows Nothing,
        if |at| parties_of_allowances(at, Category::OutsideScope) => {
        en: "An allowance is outside VAT (category O), but a VAT number is given in the document." => "Remove the VAT numbers of seller, buyer and representative, or change the category.",
        nb: "Et avslag er utenfor MVA (kategori O), men dokumentet oppgir et MVA-nummer." => "Fjern MVA-numrene til selger, kjøper og representant, eller endre kategorien.",
        sv: "Ett avdrag är utanför moms (kategori O), men dokumentet anger ett momsnummer." => "Ta bort momsnumren för säljare, köpare och ombud, eller ändra kategorin.",
    }
    BR_O_04 = "BR-O-04" Fatal ["BT-102", "BT-31", "BT-48", "BT-63"] shows Nothing,
        if |at| parties_of_charges(at, Category::OutsideScope) => {
        en: "A charge is outside VAT (category O), but a VAT number is given in the document." => "Remove the VAT numbers of seller, buyer and representative, or change the category.",
        nb: "Et tillegg er utenfor MVA (kategori O), men dokumentet oppgir et MVA-nummer." => "Fjern MVA-numrene til selger, kjøper og representant, eller endre kategorien.",
        sv: "Ett tillägg är utanför moms (kategori O), men dokumentet anger ett momsnummer." => "Ta bort momsnumren för säljare, köpare och ombud, eller ändra kategorin.",
    }
    BR_O_11 = "BR-O-11" Fatal ["BT-118"] shows Nothing,
        if |at| br_o_11(at) => {
        en: "The document is outside VAT (category O), but another VAT category is in the breakdown." => "Send two documents: one with category O alone, one with the rest.",
        nb: "Dokumentet er utenfor MVA (kategori O), men en annen MVA-kategori er i spesifikasjonen." => "Send to dokumenter: ett bare med kategori O og ett med resten.",
        sv: "Dokumentet är utanför moms (kategori O), men en annan momskategori finns i specifikationen." => "Skicka två dokument: ett med bara kategori O och ett med resten.",
    }
    BR_O_12 = "BR-O-12" Fatal ["BT-118", "BT-151"] shows Nothing,
        if |at| br_o_12(at) => {
        en: "The document is outside VAT (category O), but a line has another VAT category." => "Send two documents: one with category O alone, one with the rest.",
        nb: "Dokumentet er utenfor MVA (kategori O), men en linje har en annen MVA-kategori." => "Send to dokumenter: ett bare med kategori O og ett med resten.",
        sv: "Dokumentet är utanför moms (kategori O), men en rad har en annan momskategori." => "Skicka två dokument: ett med bara kategori O och ett med resten.",
    }
    BR_O_13 = "BR-O-13" Fatal ["BT-118", "BT-95"] shows Nothing,
        if |at| br_o_13(at) => {
        en: "The document is outside VAT (category O), but an allowance has another VAT category." => "Send two documents: one with category O alone, one with the rest.",
        nb: "Dokumentet er utenfor MVA (kategori O), men et avslag har en annen MVA-kategori." => "Send to dokumenter: ett bare med kategori O og ett med resten.",
        sv: "Dokumentet är utanför moms (kategori O), men ett avdrag har en annan momskategori." => "Skicka två dokument: ett med bara kategori O och ett med resten.",
    }
    BR_O_14 = "BR-O-14" Fatal ["BT-118", "BT-102"] shows Nothing,
        if |at| br_o_14(at) => {
        en: "The document is outside VAT (category O), but a charge has another VAT category." => "Send two documents: one with category O alone, one with the rest.",
        nb: "Dokumentet er utenfor MVA (kategori O), men et tillegg har en annen MVA-kategori." => "Send to dokumenter: ett bare med kategori O og ett med resten.",
        sv: "Dokumentet är utanför moms (kategori O), men ett tillägg har en annan momskategori." => "Skicka två dokument: ett med bara kategori O och ett med resten.",
    }
    BR_O_08 = "BR-O-08" Fatal ["BG-23", "BT-116", "BT-131", "BT-92", "BT-99"] shows Nothing,
        if |at| base_is_sum(at, Category::OutsideScope) => {
        en: "The taxable amount of category O (outside VAT) is not what its lines and adjustments sum to." => "Add up lines plus charges minus allowances of the category.",
        nb: "Grunnlaget for kategori O (utenfor MVA) er ikke summen av linjer og justeringer i den." => "Legg sammen linjer pluss tillegg minus avslag i kategorien.",
        sv: "Underlaget för kategori O (utanför moms) är inte summan av dess rader och justeringar." => "Lägg ihop rader plus tillägg minus avdrag i kategorin.",
    }
    BR_O_09 = "BR-O-09" Fatal ["BG-23", "BT-117"] shows Nothing,
        if |at| tax_is_zero(at) => {
        en: "Category O (outside VAT) bears no VAT, but its group has a tax amount." => "Set TaxAmount of the group to 0, or use the category that bears tax.",
        nb: "Kategori O (utenfor MVA) har ikke MVA, men gruppen har et avgiftsbeløp." => "Sett TaxAmount i gruppen til 0, eller bruk kategorien som har avgift.",
        sv: "Kategori O (utanför moms) har ingen moms, men gruppen har ett momsbelopp." => "Sätt TaxAmount i gruppen till 0, eller använd kategorin som har moms.",
    }
    BR_O_10 = "BR-O-10" Fatal ["BG-23", "BT-120", "BT-121"] shows Nothing,
        if |at| has_reason(at) => {
        en: "Category O (outside VAT) does not say why no VAT is charged." => "Give the reason in words, or a VATEX code, in the VAT breakdown.",
        nb: "Kategori O (utenfor MVA) sier ikke hvorfor det ikke beregnes MVA." => "Oppgi grunnen i ord, eller en VATEX-kode, i MVA-spesifikasjonen.",
        sv: "Kategori O (utanför moms) säger inte varför ingen moms tas ut." => "Ange skälet i ord, eller en VATEX-kod, i momsspecifikationen.",
    }
    BR_O_06 = "BR-O-06" Fatal ["BT-96"] shows Nothing,
        if |at| no_rate(at) => {
        en: "An allowance is outside VAT (category O), but states a VAT rate." => "Remove Percent from it altogether; zero is not right either.",
        nb: "Et avslag er utenfor MVA (kategori O), men oppgir en MVA-sats." => "Fjern Percent helt fra den; null er heller ikke riktig.",
        sv: "Ett avdrag är utanför moms (kategori O), men anger en momssats." => "Ta bort Percent helt från den; noll är inte heller rätt.",
    }
    BR_O_07 = "BR-O-07" Fatal ["BT-103"] shows Nothing,
        if |at| no_rate(at) => {
        en: "A charge is outside VAT (category O), but states a VAT rate." => "Remove Percent from it altogether; zero is not right either.",
        nb: "Et tillegg er utenfor MVA (kategori O), men oppgir en MVA-sats." => "Fjern Percent helt fra den; null er heller ikke riktig.",
        sv: "Ett tillägg är utanför moms (kategori O), men anger en momssats." => "Ta bort Percent helt från den; noll är inte heller rätt.",
    }
    BR_O_05 = "BR-O-05" Fatal ["BT-152"] shows Nothing,
        if |at| no_rate(at) => {
        en: "A line is outside VAT (category O), but states a VAT rate." => "Remove Percent from it altogether; zero is not right either.",
        nb: "En linje er utenfor MVA (kategori O), men oppgir en MVA-sats." => "Fjern Percent helt fra den; null er heller ikke riktig.",
        sv: "En rad är utanför moms (kategori O), men anger en momssats." => "Ta bort Percent helt från den; noll är inte heller rätt.",
    }
}

/// O document: the rules of this context, in order.
pub static O_DOCUMENT: &[&Rule] =
    &[&BR_O_01, &BR_O_02, &BR_O_03, &BR_O_04, &BR_O_11, &BR_O_12, &BR_O_13, &BR_O_14];

/// O breakdown: the rules of this context, in order.
pub static O_BREAKDOWN: &[&Rule] = &[&BR_O_08, &BR_O_09, &BR_O_10];

/// O allowance: the rules of this context, in order.
pub static O_ALLOWANCE: &[&Rule] = &[&BR_O_06];

/// O charge: the rules of this context, in order.
pub static O_CHARGE: &[&Rule] = &[&BR_O_07];

/// O line: the rules of this context, in order.
pub static O_LINE: &[&Rule] = &[&BR_O_05];
