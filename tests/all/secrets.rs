//! API keys lie encrypted in the file and come back nowhere: not in a reply, not in an error, not
//! in what is carried.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test says bluntly what it needs"
)]

use crate::support::company::{nordlys, with};
use crate::support::host::{Host, Verb};
use postbud::ffi::company::{postbud_company_get, postbud_company_register};
use postbud::ffi::customer::{postbud_customer_get, postbud_customer_put};
use postbud::ffi::outbox::{postbud_outbox_claim, postbud_outbox_run, postbud_outbox_settle};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const KEY: &str = "k3y-that-nobody-may-see-7f1c";

fn company(number: &str, user: &Value) -> Value {
    with(
        nordlys(),
        &json!({"organisation_number": number, "exchange_user": user, "activated_on": null}),
    )
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

fn with_key(folder: &Path, digit: &str) -> Value {
    let mut config = config(folder);
    config["secrets_key"] = json!(digit.repeat(64));
    config
}

/// A store with a company and its key, sealed under this digit.
fn sealed(folder: &Path, digit: &str) {
    let host = Host::open(&with_key(folder, digit));
    let user = json!({"kind": "existing", "user_name": "kari", "api_key": KEY});
    let (status, reply) = host.call(postbud_company_register, &company("987654325", &user));
    assert_eq!(status, 0, "{reply}");
}

fn refused(config: &Value) -> Value {
    let (status, reply) = Host::try_open(config).err().unwrap();
    assert_eq!((status, &reply["error"]["code"]), (2, &json!("secrets_key_wrong")), "{reply}");
    reply["error"]["findings"][0].clone()
}

#[test]
fn a_wrong_key_is_noticed_at_open_and_named_and_nothing_is_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    // The first key that a store is opened with is its key, whether anything is sealed or not.
    drop(Host::open(&with_key(folder.path(), "a")));
    let finding = refused(&with_key(folder.path(), "b"));
    assert_eq!((&finding["path"], &finding["value"]), (&json!("/secrets_key"), &Value::Null));
    sealed(folder.path(), "a");
    let before = secrets_of(folder.path());
    refused(&with_key(folder.path(), "b"));
    assert_eq!(secrets_of(folder.path()), before);
    // Without a key everything but keeping a key goes on.
    let mut without = config(folder.path());
    without["secrets_key"] = Value::Null;
    let host = Host::open(&without);
    let got = host.ok(postbud_company_get, &json!({}));
    assert_eq!(got["has_api_key"], json!(true));
    let user = json!({"kind": "existing", "user_name": "kari", "api_key": "another-key-1234"});
    let (status, reply) = host.call(postbud_company_register, &company("987654325", &user));
    assert_eq!((status, &reply["error"]["code"]), (5, &json!("secrets_key_missing")));
    assert_eq!(secrets_of(folder.path()), before);
    drop(host);
    drop(Host::open(&with_key(folder.path(), "a")));
}

fn secrets_of(folder: &Path) -> Vec<(i64, String, Vec<u8>)> {
    let db = rusqlite::Connection::open(folder.join("a.db")).unwrap();
    let mut rows = db.prepare("SELECT company_id, name, sealed FROM secret").unwrap();
    let rows = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
    rows.map(Result::unwrap).collect()
}

#[test]
fn a_store_of_an_earlier_version_knows_its_key_by_what_is_sealed() {
    let folder = tempfile::tempdir().unwrap();
    sealed(folder.path(), "a");
    // As version 3 of the layout left it.
    let db = rusqlite::Connection::open(folder.path().join("a.db")).unwrap();
    db.execute_batch("DROP TABLE secrets_check; DROP TABLE piece; PRAGMA user_version = 3")
        .unwrap();
    drop(db);
    refused(&with_key(folder.path(), "b"));
    drop(Host::open(&with_key(folder.path(), "a")));
    refused(&with_key(folder.path(), "b"));
}

#[test]
fn a_key_in_a_wrong_field_is_refused_and_not_shown() {
    let folder = tempfile::tempdir().unwrap();
    let mut host = Listener(Host::open(&config(folder.path())), Vec::new());
    let register = |host: &mut Listener, user: &Value| {
        host.call(postbud_company_register, &company("987654325", user))
    };
    // The key twice, once as the name of the user.
    let user = json!({"kind": "existing", "user_name": KEY, "api_key": KEY});
    let (status, reply) = register(&mut host, &user);
    assert_eq!((status, &reply["error"]["code"]), (2, &json!("secret_in_another_field")));
    assert_eq!(reply["error"]["findings"][0]["path"], "/exchange_user/user_name");
    // Under names that nobody has declared, and of types that nobody expects.
    for field in ["apikey", "apiKey", "api-key", "token", "password", "client_secret"] {
        for value in [json!(KEY), json!([KEY]), json!({"value": KEY})] {
            let mut user = json!({"kind": KEY, "user_name": format!("{KEY} {KEY}")});
            user[field] = value;
            assert_eq!(register(&mut host, &user).0, 2);
        }
    }
    let mut wrong = company("987654325", &json!({"kind": "existing", "api_key": KEY}));
    wrong["draft"] = json!(KEY);
    wrong["country"] = json!(KEY.to_uppercase());
    wrong[KEY] = json!(1);
    assert_eq!(host.call(postbud_company_register, &wrong).0, 2);
    // In the field of a user name that is no name, without being given as a key.
    let user = json!({"kind": "existing", "user_name": format!("{KEY} {KEY}"), "api_key": "x"});
    let (status, reply) = register(&mut host, &user);
    assert_eq!(status, 2);
    assert_eq!(reply["error"]["findings"][0]["path"], "/exchange_user/user_name");
    let long = "0123456789".repeat(30);
    let user = json!({"kind": "existing", "user_name": &long, "api_key": &long});
    let (_, reply) = register(&mut host, &user);
    assert!(!reply.to_string().contains("0123456789"), "{reply}");
    assert!(
        !holds(&host.1.to_ascii_lowercase(), &KEY.to_lowercase()),
        "{}",
        String::from_utf8_lossy(&host.1)
    );
    assert!(!holds(&everything(folder.path()), KEY));
}

#[test]
fn a_key_that_is_kept_is_shown_by_no_later_reply() {
    let folder = tempfile::tempdir().unwrap();
    sealed(folder.path(), "a");
    let mut host = Listener(Host::open(&with_key(folder.path(), "a")), Vec::new());
    let card = json!({"number": "1", "name": KEY, "kind": "business", "email": KEY, "mode": KEY});
    assert_eq!(host.call(postbud_customer_put, &card).0, 2);
    let card = json!({"number": "1", "name": format!("Key {KEY}"), "kind": "business", "mode": "email",
        "email": "post@vik.example.no"});
    let (status, reply) = host.call(postbud_customer_put, &card);
    assert_eq!((status, &reply["customer"]["name"]), (0, &json!("Key …")), "{reply}");
    let (_, reply) =
        host.call(postbud_customer_get, &json!({"number": "1", "company": "987654325"}));
    assert_eq!(reply["name"], json!("Key …"));
    assert!(!holds(&host.1, KEY), "{}", String::from_utf8_lossy(&host.1));
}

#[test]
fn a_key_in_a_wrong_field_of_the_configuration_is_not_shown() {
    let key = "c0ffee".repeat(11);
    for wrong in [
        json!({"store": format!("{key}\n"), "secrets_key": key}),
        json!({"store": ":memory:", "language": key, "secrets_key": key}),
        json!({"store": ":memory:", "secretskey": key, "folder": format!("{key}\n")}),
        json!({"store": ":memory:", "secrets_key": key}),
        json!({"store": ":memory:", "secrets_key": [key], "allow_now": key}),
    ] {
        let (status, reply) = Host::try_open(&wrong).err().unwrap();
        assert_eq!(status, 2, "{reply}");
        assert!(!reply.to_string().contains("c0ffeec0ffee"), "{reply}");
    }
}

#[test]
fn a_key_alone_in_any_field_of_the_configuration_is_not_shown() {
    let folder = tempfile::tempdir().unwrap();
    let key = "5a".repeat(32);
    for field in ["language", "store", "folder", "activation_by", "allow_now", key.as_str()] {
        let mut config = config(folder.path());
        config.as_object_mut().unwrap().remove("secrets_key");
        config[field] = match field {
            "activation_by" => json!([key]),
            "store" | "folder" => json!(format!(" {key}")),
            _ => json!(key),
        };
        let (status, reply) = Host::try_open(&config).err().unwrap();
        assert_eq!(status, 2, "{field}: {reply}");
        assert!(!reply.to_string().contains(&key), "{field}: {reply}");
    }
}

#[test]
fn a_kept_key_given_as_the_company_is_not_shown() {
    let folder = tempfile::tempdir().unwrap();
    sealed(folder.path(), "a");
    let host = Host::open(&with_key(folder.path(), "a"));
    let (status, reply) = host.call(postbud_company_get, &json!({"company": KEY}));
    assert_eq!(status, 3);
    assert!(!reply.to_string().contains(KEY), "{reply}");
}
