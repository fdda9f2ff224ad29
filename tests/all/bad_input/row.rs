//! A row of the table: what is changed in a good request, and how it is refused.

use serde_json::{Map, Value, json};

/// The moment of every request.
pub const NOW: &str = "2026-11-23T10:00:00Z";

/// Which verb is asked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// document_build
    Build,
    /// invoice_send
    Send,
    /// document_validate_as
    ValidateAs,
}

/// A request, or what is none.
pub enum Request {
    /// A good request with a change.
    Changed(Value),
    /// Bytes as they are.
    Bytes(Vec<u8>),
}

/// A bad request, and what is said of it first.
pub struct Row {
    /// What was changed.
    pub says: String,
    /// Which verb is asked.
    pub verb: Asked,
    /// The request.
    pub request: Request,
    /// The status.
    pub status: i32,
    /// The code of the first finding, or of the failure.
    pub code: &'static str,
    /// The place of the first finding.
    pub path: Option<String>,
}

/// An invoice of two lines with a charge, and its parties.
pub fn good() -> Value {
    json!({
        "now": NOW,
        "invoice": {
            "number": "1001", "issue_date": "2026-11-23", "due_date": "2026-12-07",
            "buyer_reference": "Anne Vik", "payment": {"kid": "2345676"},
            "adjustments": [
                {"kind": "charge", "amount": "50", "reason": "Frakt", "vat": {"rate": "25"}},
            ],
            "lines": [
                {"name": "Lampe", "quantity": "2", "price": "100", "vat": {"rate": "25"}},
                {"name": "Brød", "price": "40", "vat": {"rate": "15"}},
            ],
        },
        "seller": {
            "name": "Fjord Regnskap AS", "organisation_number": "987654325",
            "vat_number": "NO987654325MVA", "tax_mark": "Foretaksregisteret",
            "address": {"street": "Storgata 1", "post_code": "0155", "place": "Oslo",
                        "country": "NO"},
            "bank_account": "86011117947",
        },
        "buyer": {
            "name": "Vik kommune", "organisation_number": "123456785", "identifier": "10001",
            "address": {"street": "Rådhusveien 2", "post_code": "6893", "place": "Vik",
                        "country": "NO"},
        },
    })
}

/// The same invoice as a company sends it to its customer.
fn good_to_send() -> Value {
    let mut invoice = good()["invoice"].take();
    invoice["customer"] = json!("1");
    invoice["distribution"] = json!({"force": "email"});
    json!({"now": NOW, "invoice": invoice})
}

/// A good request with another value at a place, where the first finding is expected too.
pub fn at(place: &str, value: impl Into<Value>, code: &'static str) -> Row {
    changed(Asked::Build, good(), place, Some(value.into()), code)
}

/// A good request with a field left out.
pub fn gone(place: &str, code: &'static str) -> Row {
    changed(Asked::Build, good(), place, None, code)
}

/// The same of an invoice from Sweden.
pub fn swedish(place: &str, value: impl Into<Value>, code: &'static str) -> Row {
    let mut good = good();
    good["seller"] = json!({
        "name": "Skogen Verktyg AB", "organisation_number": "5560160680",
        "vat_number": "SE556016068001", "tax_mark": "Godkänd för F-skatt",
        "address": {"street": "Storgatan 1", "post_code": "903 25", "place": "Umeå",
                    "country": "SE"},
        "bank_account": "bankgiro:5050-1055",
    });
    good["invoice"]["payment"] = json!({"ocr": "2345676"});
    good["invoice"]["lines"][1]["vat"] = json!({"rate": "12"});
    changed(Asked::Build, good, place, Some(value.into()), code)
}

/// The same of an invoice that is sent.
pub fn sent(place: &str, value: impl Into<Value>, code: &'static str) -> Row {
    changed(Asked::Send, good_to_send(), place, Some(value.into()), code)
}

/// The same with a field left out.
pub fn sent_without(place: &str, code: &'static str) -> Row {
    changed(Asked::Send, good_to_send(), place, None, code)
}

/// A request to judge a document, with a field left out.
pub fn judged_without(place: &str, code: &'static str) -> Row {
    changed(Asked::ValidateAs, json!({"document": "<x/>"}), place, None, code)
}

/// A request to judge a document.
pub fn judged(place: &str, value: impl Into<Value>, code: &'static str) -> Row {
    changed(Asked::ValidateAs, json!({"document": "<x/>"}), place, Some(value.into()), code)
}

/// Bytes that are no request.
pub fn bytes(bytes: impl Into<Vec<u8>>, code: &'static str) -> Row {
    let bytes = bytes.into();
    let says = String::from_utf8_lossy(&bytes).chars().take(40).collect();
    let request = Request::Bytes(bytes);
    Row { says, verb: Asked::Build, request, status: 2, code, path: None }
}

fn changed(
    verb: Asked,
    mut request: Value,
    place: &str,
    value: Option<Value>,
    code: &'static str,
) -> Row {
    let says = format!("{place:.60} = {:.60}", value.as_ref().unwrap_or(&Value::Null).to_string());
    put(&mut request, place, value);
    let path = Some(place.to_owned());
    Row { says, verb, request: Request::Changed(request), status: 2, code, path }
}

impl Row {
    /// The same row with one more value changed.
    pub fn and(self, place: &str, value: impl Into<Value>) -> Self {
        self.changed(place, Some(value.into()))
    }

    /// The same row with one more field left out.
    pub fn without(self, place: &str) -> Self {
        self.changed(place, None)
    }

    fn changed(mut self, place: &str, value: Option<Value>) -> Self {
        if let Request::Changed(request) = &mut self.request {
            put(request, place, value);
        }
        self
    }

    /// What is wrong is found elsewhere.
    pub fn found(self, path: &str) -> Self {
        Self { path: Some(path.to_owned()), ..self }
    }

    /// It has no place in the request.
    pub fn nowhere(self) -> Self {
        Self { path: None, ..self }
    }

    /// Another status than that of wrong data.
    pub fn status(self, status: i32) -> Self {
        Self { status, ..self }
    }

    /// Whether the answer can be asked for in a language.
    pub fn speaks(&self) -> bool {
        match &self.request {
            Request::Bytes(_) => false,
            Request::Changed(request) => request.get("language").is_none(),
        }
    }
}

/// Sets or removes the value at a JSON pointer; objects on the way are made.
fn put(tree: &mut Value, place: &str, value: Option<Value>) {
    let (parent, name) = place.rsplit_once('/').unwrap();
    let name = name.replace("~1", "/").replace("~0", "~");
    let mut inner = tree;
    for step in parent.split('/').skip(1) {
        inner = match inner {
            Value::Array(items) => &mut items[step.parse::<usize>().unwrap()],
            other => {
                if other.is_null() {
                    *other = Value::Object(Map::new());
                }
                other.as_object_mut().unwrap().entry(step).or_insert(Value::Null)
            }
        };
    }
    if inner.is_null() {
        *inner = Value::Object(Map::new());
    }
    match (inner, value) {
        (Value::Array(items), Some(value)) => items[name.parse::<usize>().unwrap()] = value,
        (inner, Some(value)) => drop(inner.as_object_mut().unwrap().insert(name, value)),
        (inner, None) => drop(inner.as_object_mut().unwrap().remove(&name)),
    }
}
