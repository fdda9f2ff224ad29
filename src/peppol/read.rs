//! Reads a finished document that somebody else made, section by section as it is written.
//!
//! Its bytes go out unchanged, and the official rules judge it elsewhere. So only what nothing
//! works without must be there, and what the domain has no type for is left out. The totals are
//! the document's own: here nothing is computed.

mod head;
mod line;
mod more;
mod party;
pub mod pass;
mod payment;
mod totals;
mod ubl;
mod value;

use crate::domain::country::{Country, Currency};
use crate::domain::finding::{Fault, Finding};
use crate::domain::invoice::Invoice;
use crate::domain::invoice::totals::Totals;
use crate::domain::party::Party;
use crate::domain::words::words;
use party::{BUYER, SELLER};
use ubl::{Element, Tree};
use value::Faults;

/// A finished document, read: what its maker put into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The business terms
    pub invoice: Invoice,
    /// Who sells
    pub seller: Party,
    /// Who buys
    pub buyer: Party,
    /// The sums that stand in the document
    pub totals: Totals,
}

/// Reads a document, or tells everything that keeps it from being read.
pub fn read(xml: &str) -> Result<Reading, Vec<Finding>> {
    let tree = Tree::read(xml).map_err(|finding| vec![*finding])?;
    let root = tree.root();
    let mut faults = Faults::default();
    let currency = head::read_currency(&mut faults, root);
    let home = home(currency.as_ref()).map_err(|fault| vec![Finding::fatal(fault)])?;
    let currency = currency.unwrap_or_else(|| Currency::of_country(&home));
    let mut invoice = head::read(&mut faults, root, currency);
    let (mut seller, buyer) = read_parties(&mut faults, root, home);
    invoice.delivered = payment::read_delivery(&mut faults, root);
    payment::read_means(root, &mut invoice);
    more::read(&mut faults, root, &mut invoice, &mut seller);
    invoice.payment_terms = payment::read_terms(root);
    invoice.adjustments = totals::read_adjustments(&mut faults, root);
    let (lines, nets) = line::read(&mut faults, root);
    invoice.lines = lines;
    let totals = totals::read(&mut faults, root, &invoice, nets);
    totals::spread_reasons(&mut invoice, &totals);
    invoice.prepaid = totals.prepaid;
    invoice.rounding = totals.rounding;
    totals::keep_given(&mut invoice, &totals);
    faults.close(Reading { invoice, seller, buyer, totals })
}

/// A party that names no country is where the other one is, or else at home.
fn read_parties(faults: &mut Faults, root: Element<'_>, home: Country) -> (Party, Party) {
    let (seller, buyer) = (SELLER.country(root), BUYER.country(root));
    let either = seller.clone().or_else(|| buyer.clone()).unwrap_or(home);
    let seller = SELLER.read(faults, root, seller.unwrap_or_else(|| either.clone()));
    (seller, BUYER.read(faults, root, buyer.unwrap_or(either)))
}

/// Where a document is at home that names no country at all.
fn home(currency: Option<&Currency>) -> Result<Country, Fault> {
    let swedish = currency.is_some_and(|currency| currency.code() == "SEK");
    Country::parse(if swedish { "SE" } else { "NO" })
}

words! {
    NUMBER_MISSING = "document_number_missing" {
        en: "The document has no number." => "Add ID (BT-1).",
        nb: "Dokumentet har ikke noe nummer." => "Legg til ID (BT-1).",
        sv: "Dokumentet har inget nummer." => "Lägg till ID (BT-1).",
    }
    DAY_MISSING = "document_issue_date_missing" {
        en: "The document has no issue date." => "Add IssueDate (BT-2).",
        nb: "Dokumentet har ingen utstedelsesdato." => "Legg til IssueDate (BT-2).",
        sv: "Dokumentet har inget utfärdandedatum." => "Lägg till IssueDate (BT-2).",
    }
    CURRENCY_MISSING = "document_currency_missing" {
        en: "The document does not name its currency." => "Add DocumentCurrencyCode (BT-5), such as NOK.",
        nb: "Dokumentet oppgir ikke valutaen." => "Legg til DocumentCurrencyCode (BT-5), for eksempel NOK.",
        sv: "Dokumentet anger inte valutan." => "Lägg till DocumentCurrencyCode (BT-5), till exempel SEK.",
    }
    CURRENCY_UNREADABLE = "document_currency_unknown" {
        en: "\"{value}\" is not a currency." => "Use the three letters of ISO 4217 in DocumentCurrencyCode (BT-5), such as NOK.",
        nb: "«{value}» er ikke en valuta." => "Bruk de tre bokstavene i ISO 4217 i DocumentCurrencyCode (BT-5), for eksempel NOK.",
        sv: "”{value}” är inte en valuta." => "Använd de tre bokstäverna i ISO 4217 i DocumentCurrencyCode (BT-5), till exempel SEK.",
    }
    SELLER_MISSING = "document_seller_missing" {
        en: "The document does not name its seller." => "Add RegistrationName (BT-27) under AccountingSupplierParty.",
        nb: "Dokumentet oppgir ikke selgerens navn." => "Legg til RegistrationName (BT-27) under AccountingSupplierParty.",
        sv: "Dokumentet anger inte säljarens namn." => "Lägg till RegistrationName (BT-27) under AccountingSupplierParty.",
    }
    BUYER_MISSING = "document_buyer_missing" {
        en: "The document does not name its buyer." => "Add RegistrationName (BT-44) under AccountingCustomerParty.",
        nb: "Dokumentet oppgir ikke kjøperens navn." => "Legg til RegistrationName (BT-44) under AccountingCustomerParty.",
        sv: "Dokumentet anger inte köparens namn." => "Lägg till RegistrationName (BT-44) under AccountingCustomerParty.",
    }
    PAYABLE_MISSING = "document_payable_amount_missing" {
        en: "The document does not say what there is to pay." => "Add PayableAmount (BT-115) under LegalMonetaryTotal.",
        nb: "Dokumentet sier ikke hva som skal betales." => "Legg til PayableAmount (BT-115) under LegalMonetaryTotal.",
        sv: "Dokumentet säger inte vad som ska betalas." => "Lägg till PayableAmount (BT-115) under LegalMonetaryTotal.",
    }
    DAY_UNREADABLE = "document_date_unreadable" {
        en: "\"{value}\" is not a date." => "Write the day as YYYY-MM-DD, between 1900 and 2200.",
        nb: "«{value}» er ikke en dato." => "Skriv dagen som ÅÅÅÅ-MM-DD, mellom 1900 og 2200.",
        sv: "”{value}” är inte ett datum." => "Skriv dagen som ÅÅÅÅ-MM-DD, mellan 1900 och 2200.",
    }
    AMOUNT_UNREADABLE = "document_amount_unreadable" {
        en: "\"{value}\" is not a decimal number." => "Write it as 1234.50: a point, no blanks, no exponent, at most 14 digits before the point.",
        nb: "«{value}» er ikke et desimaltall." => "Skriv det som 1234.50: punktum, ingen mellomrom, ingen eksponent, høyst 14 sifre foran punktum.",
        sv: "”{value}” är inte ett decimaltal." => "Skriv det som 1234.50: punkt, inga blanksteg, ingen exponent, högst 14 siffror före punkten.",
    }
}
