//! The company that most tests send for, and the customer that they send to.

use serde_json::{Value, json};

/// Its organisation number.
pub const OURS: &str = "987654325";

/// The request that registers it: what every company has to say, and since when it is one.
pub fn nordlys() -> Value {
    json!({
        "organisation_number": OURS, "country": "NO", "name": "Nordlys AS",
        "address": {"street": "Storgata 1", "post_code": "0155", "place": "Oslo"},
        "email": "post@nordlys.example.no", "phone": "22 00 00 00",
        "bank_account": "8601.11.17947", "activated_on": "2020-01-01",
        "exchange_user": {"kind": "new", "name": "Kari", "email": "kari@nordlys.example.no",
                          "phone": "22 00 00 00"},
        "terms": {"accepted": true, "version": "1", "accepted_by": "Kari"},
    })
}

/// The request that puts a business into its card file.
pub fn vik() -> Value {
    json!({
        "number": "1", "name": "Vik AS", "kind": "business", "email": "post@vik.example.no",
        "organisation_number": "123456785", "buyer_reference": "Tone",
        "address": {"street": "Lia 4", "post_code": "5003", "place": "Bergen"},
    })
}

/// The request with some fields set otherwise, or taken out where they are null.
pub fn with(mut request: Value, fields: &Value) -> Value {
    for (name, value) in fields.as_object().unwrap() {
        match value {
            Value::Null => drop(request.as_object_mut().unwrap().shift_remove(name)),
            _ => request[name] = value.clone(),
        }
    }
    request
}
