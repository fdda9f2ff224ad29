//! A way to pay of a document.

use crate::domain::account::iban;
use crate::domain::invoice::Payment;
use crate::office::form::payment::PaymentForm;
use crate::office::form::terms::{CardForm, DebitForm, OTHER};

/// A way to pay, and the creditor of its direct debit.
pub fn payment(of: &Payment, creditor: Option<&String>) -> PaymentForm {
    PaymentForm {
        means: of.means.clone(),
        means_text: of.means_text.clone(),
        account: of.account.as_ref().map(ToString::to_string),
        account_name: of.account_name.clone(),
        bic: of.bic.clone(),
        reference: of.reference.clone(),
        card: of.card.as_ref().map(|card| CardForm {
            number: Some(card.number.clone()),
            network: card.network.clone(),
            holder: card.holder.clone(),
            ..CardForm::default()
        }),
        direct_debit: of.debit.as_ref().map(|debit| DebitForm {
            mandate: debit.mandate.clone(),
            account: debit.account.as_ref().map(|account| debited(account)),
            creditor: creditor.cloned(),
            ..DebitForm::default()
        }),
        ..PaymentForm::default()
    }
}

/// An account that a request would refuse is marked to stand as it is.
fn debited(account: &str) -> String {
    match iban::doubt(account).is_some() || account.starts_with(OTHER) {
        true => format!("{OTHER}{account}"),
        false => account.to_owned(),
    }
}
