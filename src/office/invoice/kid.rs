//! The payment reference of a document, held against the company's agreement.

use crate::domain::account::Kid;
use crate::domain::agreement::{Agreement, Capture, KID_ABSENT};
use crate::domain::channel::{Channel, Decision, Outcome};
use crate::domain::company::Company;
use crate::domain::customer::{Customer, Kind};
use crate::domain::failure::Failure;
use crate::domain::finding::Finding;
use crate::office::document::kept::Kept;
use crate::office::form::InvoiceForm;
use crate::store::Tx;

/// What there is to say about the reference of a document for a customer; places are the caller's.
pub fn findings(
    tx: &Tx<'_>,
    company: &Company,
    agreement: &Agreement,
    customer: &Customer,
    kept: &Kept,
) -> Result<Option<Finding>, Failure> {
    let found = by_agreement(agreement, customer, kept);
    let Some((capture, kid)) = held(agreement, kept).filter(|_| found.is_none()) else {
        return Ok(found);
    };
    if capture.holds(&customer.number) {
        return Ok(None);
    }
    let named = of_somebody_else(tx, company, capture, customer, kid.text())?;
    Ok(named.map(|found| found.value(kid).term("BT-83")))
}

/// What the agreement alone says of the reference.
pub fn by_agreement(agreement: &Agreement, customer: &Customer, kept: &Kept) -> Option<Finding> {
    let (capture, kid) = held(agreement, kept)?;
    let found = capture.judge(kid.text(), &customer.number)?;
    Some(found.value(kid).term("BT-83"))
}

/// The agreement that a document's KID belongs to, and the KID.
fn held<'a>(agreement: &'a Agreement, kept: &Kept) -> Option<(&'a Capture, Kid)> {
    let own = kept.seller.account.as_ref();
    let paid = |capture: &Capture| match kept.invoice.payment {
        None => capture.is_paid_by(own),
        Some(_) => {
            kept.invoice.payments().any(|by| capture.is_paid_by(by.account.as_ref().or(own)))
        }
    };
    agreement.capture_in_force().filter(|capture| paid(capture)).zip(kid_of(kept))
}

/// A warning where a consumer's document goes to the net bank, or may still, without a KID.
pub fn absence(
    agreement: &Agreement,
    customer: &Customer,
    kept: &Kept,
    decision: &Decision,
) -> Option<Finding> {
    let to_bank = match decision.outcome {
        Outcome::Take(channel) => matches!(channel, Channel::Efaktura | Channel::Vipps),
        Outcome::Wait(_) => true,
        Outcome::Refuse => false,
    };
    let asks = customer.kind == Kind::Private && !kept.invoice.r#type.is_credit_note();
    let missing = asks && to_bank && kid_of(kept).is_none();
    let wanted = missing && agreement.capture_in_force().is_some();
    wanted.then(|| Finding::warning(&KID_ABSENT).term("BT-83"))
}

/// The field of a request's invoice that has the reference, or where it belongs.
pub fn place(form: &InvoiceForm) -> String {
    let first = form.payment.iter().map(|form| ("/payment".to_owned(), form));
    let others = form.more_payments.iter().flatten().enumerate();
    let others = others.map(|(at, form)| (format!("/more_payments/{at}"), form));
    let named = first.chain(others).find_map(|(path, form)| {
        let fields = [("kid", &form.kid), ("ocr", &form.ocr), ("reference", &form.reference)];
        let (field, _) = fields.into_iter().find(|(_, given)| given.is_some())?;
        Some(format!("{path}/{field}"))
    });
    named.unwrap_or("/payment/kid".to_owned())
}

/// The reference, where it has the form of a KID; a finished document may write it with blanks.
fn kid_of(kept: &Kept) -> Option<Kid> {
    let mut references = kept.invoice.payments().filter_map(|it| it.reference.as_deref());
    references.next().and_then(|reference| Kid::parse(reference).ok())
}

/// Another customer whom the KID names, where this one's number has no place in it.
fn of_somebody_else(
    tx: &Tx<'_>,
    company: &Company,
    capture: &Capture,
    customer: &Customer,
    kid: &str,
) -> Result<Option<Finding>, Failure> {
    let Some(named) = capture.customer_in(kid) else { return Ok(None) };
    let plain = named.trim_start_matches('0');
    for width in plain.len().max(1)..=named.len() {
        let number = format!("{plain:0>width$}");
        if tx.customer(company.id, &number)?.is_some() {
            return Ok(Some(Capture::of_another(&number, &customer.number)));
        }
    }
    Ok(None)
}
