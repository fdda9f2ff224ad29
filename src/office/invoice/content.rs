//! What a document is, for telling it from another of the same number: what was asked to be sent.

use crate::domain::attachment::Attachment;
use crate::domain::customer::Customer;
use crate::domain::invoice::solve::{Asked, Cash, Prices};
use crate::domain::invoice::{Invoice, Line};
use crate::system;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::io::{self, Write};
use std::mem;

/// Hash of what was asked to be sent: the typed content and the customer, not the card. The
/// content is the given one: prices with VAT are solved later, and perhaps better some day.
///
/// The lines go into the hash one by one: a tree of them all would be the largest thing in memory.
pub fn content_hash(invoice: &mut Invoice, asked: Asked, customer: &Customer) -> String {
    let lines = mem::take(&mut invoice.lines);
    let head = serde_json::to_value(as_asked(invoice)).map(canonical).unwrap_or_default();
    invoice.lines = lines;
    let content = Content {
        customer: &customer.number,
        invoice: Whole { head, lines: &invoice.lines },
        prices: Some(asked.prices).filter(|prices| *prices == Prices::WithVat),
        round_to: asked.round_to,
    };
    let mut hash = Hash(Sha256::new());
    // A hash takes every byte: there is no error to hand on.
    let _ = serde_json::to_writer(&mut hash, &content);
    format!("1:{}", system::hex(&hash.0.finalize()))
}

/// What is hashed, by name.
#[derive(Serialize)]
struct Content<'a> {
    customer: &'a str,
    invoice: Whole<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    prices: Option<Prices>,
    #[serde(skip_serializing_if = "Option::is_none")]
    round_to: Option<Cash>,
}

/// An invoice in its canonical form: its fields by name, with the lines in their place.
struct Whole<'a> {
    head: Value,
    lines: &'a [Line],
}

const LINES: &str = "lines";

impl Serialize for Whole<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let fields = || self.head.as_object().into_iter().flatten();
        let mut map = serializer.serialize_map(None)?;
        for (name, value) in fields().filter(|(name, _)| name.as_str() < LINES) {
            map.serialize_entry(name, value)?;
        }
        if !self.lines.is_empty() {
            map.serialize_entry(LINES, &Lines(self.lines))?;
        }
        for (name, value) in fields().filter(|(name, _)| name.as_str() > LINES) {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

struct Lines<'a>(&'a [Line]);

impl Serialize for Lines<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value = |line| serde_json::to_value(line).map(canonical).unwrap_or_default();
        serializer.collect_seq(self.0.iter().map(value))
    }
}

/// Takes what is written into a hash.
struct Hash(Sha256);

impl Write for Hash {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
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

/// Whether a value says nothing: null, or a list or object with nothing in it.
pub fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}
