//! Writes a document as UBL 2.1, section by section in the order of the schema.
//!
//! Every value has passed the door and the rules, so writing cannot fail: an absent term is an
//! absent element, never an empty one.

mod attachment;
mod head;
mod line;
mod party;
mod payment;
mod references;
mod totals;
mod ubl;

use crate::domain::invoice::Invoice;
use crate::domain::invoice::totals::Totals;
use crate::domain::party::Party;
use ubl::Ubl;

/// What is written.
#[derive(Clone, Copy, Debug)]
pub struct Document<'a> {
    /// The business terms
    pub invoice: &'a Invoice,
    /// Their totals
    pub totals: &'a Totals,
    /// Who sells
    pub seller: &'a Party,
    /// Who buys
    pub buyer: &'a Party,
}

/// The document as bytes of XML.
pub fn write(document: Document<'_>) -> Vec<u8> {
    let Document { invoice, totals, seller, buyer } = document;
    let mut ubl = Ubl::begin(invoice.r#type, attachment::room(&invoice.more.supporting));
    head::write(&mut ubl, invoice);
    party::write_seller(&mut ubl, seller, invoice.more.creditor.as_deref());
    party::write_buyer(&mut ubl, buyer);
    party::write_payee(&mut ubl, invoice.more.payee.as_ref());
    party::write_tax_representative(&mut ubl, invoice.more.tax_representative.as_ref());
    payment::write_delivery(&mut ubl, invoice);
    payment::write_means(&mut ubl, invoice, seller);
    payment::write_terms(&mut ubl, invoice);
    totals::write_adjustments(&mut ubl, invoice);
    totals::write_vat(&mut ubl, invoice, totals);
    totals::write_sums(&mut ubl, invoice, totals);
    for (line, net) in invoice.lines.iter().zip(&totals.line_nets) {
        line::write(&mut ubl, invoice, line, *net);
    }
    ubl.end()
}
