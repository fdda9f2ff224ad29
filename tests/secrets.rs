//! API keys lie encrypted in the file and come back nowhere: not in a reply, not in an error, not
//! in what is carried.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says bluntly what it needs")]

mod host;

use host::{Host, Verb};
use postbud::ffi::company::{postbud_company_get, postbud_company_register};
use postbud::ffi::outbox::{postbud_outbox_claim, postbud_outbox_run, postbud_outbox_settle};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const KEY: &str = "k3y-that-nobody-may-see-7f1c";

fn company(number: &str, user: &Value) -> Value {
    json!({
        "organisation_number": number, "country": "NO", "name": "Nordlys AS",
        "address": {"street": "Storgata 1", "post_code": "0155", "place": "Oslo"},
        "email": "post@nordlys.example.no", "phone": "22000000", "bank_account": "86011117947",
        "exchange_user": user,
        "terms": {"accepted": true, "version": "1", "accepted_by": "Kari"},
    })
}

fn config(folder: &Path) -> Value {
    json!({
        "store": folder.join("a.db"), "folder": folder.join("out"), "allow_now": true,
        "secrets_key": "0123456789abcdef".repeat(4),
    })
}

/// Every file below a folder, as one heap of bytes.
fn everything(folder: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            bytes.extend(everything(&path));
        } else {
            bytes.extend(fs::read(&path).unwrap());
        }
    }
    bytes
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|part| part == text.as_bytes())
}

struct Listener(Host, Vec<u8>);

impl Listener {
    fn call(&mut self, verb: Verb, request: &Value) -> (i32, Value) {
        let (status, reply) = self.0.bytes(verb, request.to_string().as_bytes());
        self.1.extend(&reply);
        (status, serde_json::from_slice(&reply).unwrap())
    }
}

#[test]
fn a_pasted_key_is_nowhere_to_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let mut host = Listener(Host::open(&config(folder.path())), Vec::new());
    let user = json!({"kind": "existing", "user_name": "kari", "api_key": KEY});
    let (status, reply) = host.call(postbud_company_register, &company("987654325", &user));
    assert_eq!((status, &reply["company"]["has_api_key"]), (0, &json!(true)), "{reply}");
    host.call(postbud_company_get, &json!({}));
    host.call(postbud_outbox_run, &json!({}));
    // Errors about the key must not show it either.
    let bad = json!({"kind": "existing", "user_name": "kari", "api_key": format!("{KEY}\u{7}")});
    let (status, reply) = host.call(postbud_company_register, &company("987654325", &bad));
    assert_eq!((status, &reply["error"]["code"]), (2, &json!("secret_unusable")));
    let wrong = json!({"kind": "existing", "user_name": "kari", "api_key": [KEY]});
    let (status, _) = host.call(postbud_company_register, &company("987654325", &wrong));
    assert_eq!(status, 2);
    assert!(!holds(&host.1, KEY), "{}", String::from_utf8_lossy(&host.1));
    assert!(!holds(&everything(folder.path()), KEY));
}

#[test]
fn the_key_that_the_exchange_gives_is_nowhere_to_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let mut host = Listener(Host::open(&config(folder.path())), Vec::new());
    let user =
        json!({"kind": "new", "name": "Kari", "email": "kari@example.no", "phone": "90000000"});
    host.call(postbud_company_register, &company("987654325", &user));
    let (_, claimed) = host.call(postbud_outbox_claim, &json!({}));
    let lease = &claimed["deliveries"][0]["lease"];
    let settle = json!({"lease": lease, "outcome": "sent", "answer": {"api_key": KEY}});
    let (status, reply) = host.call(postbud_outbox_settle, &settle);
    assert_eq!((status, &reply["state"]), (0, &json!("sent")), "{reply}");
    let (_, company) = host.call(postbud_company_get, &json!({}));
    assert_eq!(company["has_api_key"], json!(true));
    assert!(!holds(&host.1, KEY));
    assert!(!holds(&everything(folder.path()), KEY));
}

#[test]
fn without_a_key_for_secrets_nothing_of_the_call_is_kept() {
    let host = Host::in_memory();
    let user = json!({"kind": "existing", "user_name": "kari", "api_key": KEY});
    let (status, reply) = host.call(postbud_company_register, &company("987654325", &user));
    assert_eq!((status, &reply["error"]["code"]), (5, &json!("secrets_key_missing")));
    assert_eq!(host.call(postbud_company_get, &json!({})).0, 3);
}
