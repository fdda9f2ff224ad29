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
pub mod words;

use crate::domain::country::{Country, Currency};
use crate::domain::finding::{Fault, Finding};
use crate::domain::invoice::Invoice;
use crate::domain::invoice::totals::Totals;
use crate::domain::party::Party;
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
