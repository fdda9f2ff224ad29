//! What an invoice leaves open is filled from the cards of company and customer.

use crate::domain::channel::{Channel, Decision, Outcome};
use crate::domain::company::Company;
use crate::domain::customer::{Customer, Kind};
use crate::domain::invoice::Invoice;
use crate::domain::invoice::totals::Totals;
use crate::domain::invoice::vat::Category;
use crate::domain::party::Party;
use jiff::ToSpan;

/// An invoice that says nothing falls due after the company's usual days.
pub fn fill_due_date(invoice: &mut Invoice, company: &Company) {
    let silent = invoice.due_date.is_none() && invoice.payment_terms.is_none();
    if silent && !invoice.r#type.is_credit_note() {
        let days = i64::from(company.settings.payment_days);
        invoice.due_date = invoice.issue_date.checked_add(days.days()).ok();
    }
}

/// A receiver on the network routes by the reference, so a made-up one would go astray there; for
/// everybody else the customer number says enough (PEPPOL-EN16931-R003). Whether it was made up.
pub fn fill_reference(
    invoice: &mut Invoice,
    company: &Company,
    customer: &Customer,
    decision: &Decision,
) -> bool {
    if has_reference(invoice) {
        return false;
    }
    let business = customer.kind == Kind::Business;
    let on_network = match decision.outcome {
        Outcome::Take(channel) => channel == Channel::Einvoice,
        Outcome::Wait(_) => business,
        Outcome::Refuse => false,
    };
    let number = (!on_network).then(|| customer.number.clone());
    let given = usual_reference(company, customer);
    let made_up = given.is_none() && number.is_some();
    invoice.buyer_reference = given.or(number);
    made_up
}

/// The reference of a customer whose invoices name none.
pub fn usual_reference(company: &Company, customer: &Customer) -> Option<String> {
    let business = customer.kind == Kind::Business;
    let usual = company.settings.default_buyer_reference.clone().filter(|_| business);
    customer.buyer_reference.clone().or(usual)
}

/// A document outside the scope of VAT names no VAT numbers (BR-O-02).
pub fn without_vat_numbers_if_outside(totals: &Totals, seller: &mut Party, buyer: &mut Party) {
    if totals.groups.iter().all(|group| group.category == Category::O) {
        seller.vat = None;
        buyer.vat = None;
    }
}

/// Whether the document names a buyer reference or an order.
pub const fn has_reference(invoice: &Invoice) -> bool {
    invoice.buyer_reference.is_some() || invoice.order_reference.is_some()
}
