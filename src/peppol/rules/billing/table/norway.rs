//! Peppol, sellers in Norway.

use crate::peppol::rules::billing::nordic::*;
use crate::peppol::rules::rule::{Rule, rules};
rules! {
    NO_R_002 = "NO-R-002" Warning ["BT-32"] shows Nothing,
        if |at| no_r_002(at) => {
        en: "The Norwegian seller does not show the word Foretaksregisteret." => "Add it as CompanyID under tax scheme TAX; AS, ASA and foreign branches must show it.",
        nb: "Den norske selgeren viser ikke ordet Foretaksregisteret." => "Legg det inn som CompanyID under skatteordning TAX; AS, ASA og NUF må vise det.",
        sv: "Den norska säljaren visar inte ordet Foretaksregisteret." => "Lägg in det som CompanyID under skatteschema TAX; AS, ASA och filialer måste visa det.",
    }
    NO_R_001 = "NO-R-001" Fatal ["BT-31"] shows Nothing,
        if |at| no_r_001(at) => {
        en: "The Norwegian seller's VAT number is not a valid one." => "Write NO, the nine-digit organisation number and MVA, without blanks.",
        nb: "Den norske selgerens MVA-nummer er ikke gyldig." => "Skriv NO, organisasjonsnummeret på ni sifre og MVA, uten mellomrom.",
        sv: "Den norska säljarens momsnummer är inte giltigt." => "Skriv NO, organisationsnumret på nio siffror och MVA, utan mellanslag.",
    }
}

/// No seller: the rules of this context, in order.
pub static NO_SELLER: &[&Rule] = &[&NO_R_002, &NO_R_001];
