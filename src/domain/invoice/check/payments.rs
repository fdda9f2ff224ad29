//! The rules on how a document is paid.

use crate::domain::finding::Finding;
use crate::domain::invoice::check::sentences::{
    BR_61, R061, UBL_SR_44, UBL_SR_47, UBL_SR_54, UBL_SR_55,
};
use crate::domain::invoice::check::subject::Subject;
use crate::domain::invoice::{Invoice, Payment};

/// Runs them all.
pub fn check_payments(Subject { invoice, seller, .. }: Subject<'_>) -> Vec<Finding> {
    // A credit note pays back, so the seller's own account is not where to.
    let own = seller.account.is_some() && !invoice.r#type.is_credit_note();
    let mut found = needs(invoice, own);
    found.extend(what_all_share(invoice, own));
    found
}

/// A credit transfer names where to, and a direct debit its mandate.
fn needs(invoice: &Invoice, own: bool) -> Vec<Finding> {
    let first = invoice.payment.iter().map(|payment| ("/payment".to_owned(), payment, own));
    let others = invoice.more.payments.iter().enumerate();
    let others = others.map(|(at, payment)| (format!("/more_payments/{at}"), payment, false));
    let judge = |(path, payment, own): (String, &Payment, bool)| {
        let means = payment.means.as_deref();
        let mandate = payment.debit.as_ref().and_then(|debit| debit.mandate.as_ref());
        if matches!(means, Some("49" | "59")) && mandate.is_none() {
            let missing = Finding::fatal(&R061).at(format!("{path}/direct_debit/mandate"));
            return Some(missing.term("BT-89"));
        }
        let transfer = matches!(means, Some("30" | "58"));
        let missing = transfer && payment.account.is_none() && !own;
        missing.then(|| Finding::fatal(&BR_61).at(format!("{path}/account")).term("BT-84"))
    };
    first.chain(others).filter_map(judge).collect()
}

/// All ways to pay of a document have one code and one reference, and at most one of them is a
/// card, one a mandate.
fn what_all_share(invoice: &Invoice, own: bool) -> Vec<Finding> {
    let silent = Payment::default();
    let first = invoice.payment.as_ref().or(own.then_some(&silent));
    let mut means = first.map(|first| first.means_or_usual(own));
    let mut reference = first.and_then(|first| first.reference.as_deref());
    let mut card = first.is_some_and(|first| first.card.is_some());
    let mut debit = first.is_some_and(|first| first.debit.is_some());
    let mut found = Vec::new();
    for (at, payment) in invoice.more.payments.iter().enumerate() {
        let path = |name: &str| format!("/more_payments/{at}/{name}");
        let code = payment.means_or_usual(false);
        if *means.get_or_insert(code) != code {
            found.push(Finding::fatal(&UBL_SR_47).at(path("means")).value(code).term("BT-81"));
        }
        if let Some(given) = payment.reference.as_deref()
            && *reference.get_or_insert(given) != given
        {
            // It was given as kid, ocr or reference.
            let differs = Finding::fatal(&UBL_SR_44).at(format!("/more_payments/{at}"));
            found.push(differs.value(given).term("BT-83"));
        }
        if card && payment.card.is_some() {
            found.push(Finding::fatal(&UBL_SR_54).at(path("card")).term("BG-18"));
        }
        if debit && payment.debit.is_some() {
            found.push(Finding::fatal(&UBL_SR_55).at(path("direct_debit")).term("BG-19"));
        }
        card |= payment.card.is_some();
        debit |= payment.debit.is_some();
    }
    found
}
