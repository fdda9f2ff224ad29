//! Accounts of a document that came finished: the official rules take any, so a wrong one is told
//! and keeps nothing from being read or carried.

use crate::domain::account::{Account, iban};
use crate::domain::finding::Finding;
use crate::domain::invoice::{Invoice, Payment};

/// A warning for each account that has the form of an IBAN and is none; paths are those of an
/// invoice.
pub fn doubtful_accounts(invoice: &Invoice) -> Vec<Finding> {
    let first = invoice.payment.iter().map(|payment| ("/payment".to_owned(), payment));
    let others = invoice.more.payments.iter().enumerate();
    let others = others.map(|(at, payment)| (format!("/more_payments/{at}"), payment));
    first.chain(others).flat_map(|(path, payment)| of_payment(&path, payment)).collect()
}

fn of_payment(path: &str, payment: &Payment) -> Vec<Finding> {
    let paid_to = match &payment.account {
        Some(Account::Other(number)) => Some(number),
        _ => None,
    };
    let debited = payment.debit.as_ref().and_then(|debit| debit.account.as_ref());
    let places = [("account", "BT-84", paid_to), ("direct_debit/account", "BT-91", debited)];
    let doubt = |(field, term, number): (&str, &'static str, Option<&String>)| {
        let fault = iban::doubt(number?)?;
        let found = Finding::warning(fault).at(format!("{path}/{field}"));
        Some(found.value(number?).term(term))
    };
    places.into_iter().filter_map(doubt).collect()
}
