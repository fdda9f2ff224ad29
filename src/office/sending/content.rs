//! What a document is, for telling it from another of the same number: what was asked to be sent.

use crate::domain::attachment::Attachment;
use crate::domain::customer::Customer;
use crate::domain::invoice::Invoice;
use crate::domain::invoice::solve::{Asked, Prices};
use crate::system;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// Hash of what was asked to be sent: the typed content and the customer, nothing of his card. The
/// content is the given one: prices with VAT are solved later, and perhaps better some day.
pub fn content_hash(invoice: &Invoice, asked: Asked, customer: &Customer) -> String {
    let prices = Some(asked.prices).filter(|prices| *prices == Prices::WithVat);
    let content = json!({
        "invoice": as_asked(invoice),
        "customer": customer.number,
        "prices": prices,
        "round_to": asked.round_to,
    });
    let canonical = canonical(content).to_string();
    format!("1:{}", system::hex(&Sha256::digest(canonical)))
}

/// The invoice without what decides over the way of its attachments.
pub fn as_asked(invoice: &Invoice) -> Invoice {
    let mut invoice = invoice.clone();
    invoice.more.supporting.iter_mut().for_each(Attachment::keep_content);
    invoice
}

/// The same value in one way only: fields by name, nothing for what is absent. A field that a later
/// version knows and this document does not have leaves the hash as it is.
pub fn canonical(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let mut kept: Vec<(String, Value)> =
                fields.into_iter().map(|(name, value)| (name, canonical(value))).collect();
            kept.retain(|(_, value)| !is_nothing(value));
            kept.sort_by(|(one, _), (other, _)| one.cmp(other));
            Value::Object(kept.into_iter().collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(canonical).collect()),
        other => other,
    }
}

pub fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}
