//! Where a store lies: a path is a path, and the layout is looked at in every transaction.

use crate::support::company::nordlys;
use crate::support::host::{Host, Verb};
use crate::support::scene::{NOW, OURS, card, open, prepared, register, sql};
use postbud::ffi::company::postbud_company_get;
use postbud::ffi::customer::postbud_customer_put;
use postbud::ffi::invoice::postbud_invoice_list;
use serde_json::{Value, json};
use std::fs;

/// Why a configuration is refused.
fn refusal(config: &Value) -> Value {
    let (status, reply) = Host::try_open(config).err().unwrap_or_else(|| panic!("{config} opens"));
    assert_eq!(status, 2, "{reply:#}");
    reply["error"]["findings"][0].clone()
}

#[test]
fn what_cannot_be_seen_in_a_path_is_refused_with_its_field() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db").to_str().unwrap().to_owned();
    for (store, rule) in [
        (format!("{path}\n"), "path_unseen_characters"),
        (format!(" {path}"), "path_unseen_characters"),
        (format!("{path}\t"), "path_unseen_characters"),
        (format!("{path}\u{0}.db"), "path_unseen_characters"),
        (format!("{path}\u{7f}"), "path_unseen_characters"),
        (" :memory:".to_owned(), "path_unseen_characters"),
        (":memory:\n".to_owned(), "path_unseen_characters"),
        (":memory".to_owned(), "store_name_unknown"),
        (":MEMORY:".to_owned(), "store_name_unknown"),
        (":".to_owned(), "store_name_unknown"),
        (String::new(), "field_missing"),
        ("  ".to_owned(), "field_missing"),
    ] {
        let finding = refusal(&json!({"store": store}));
        assert_eq!(
            (&finding["rule"], &finding["path"]),
            (&json!(rule), &json!("/store")),
            "{store:?}"
        );
    }
    for parcels in [format!("{path}\n"), format!("{path} ")] {
        let finding = refusal(&json!({"store": ":memory:", "folder": parcels}));
        assert_eq!(finding["path"], "/folder");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing was created");
}

#[test]
fn a_name_that_looks_like_a_uri_is_the_name_of_a_file() {
    let name = format!("file:kept-{}.db?mode=memory&vfs=none&nolock=1", std::process::id());
    let files = ["", "-wal", "-shm"].map(|end| format!("{name}{end}"));
    let config = json!({"store": name, "folder": "/nowhere", "allow_now": true});
    let host = Host::open(&json!({"store": name, "allow_now": true}));
    let there = fs::exists(&files[0]).unwrap();
    let company = nordlys();
    host.ok(postbud::ffi::company::postbud_company_register, &company);
    drop(host);
    let again = Host::open(&config);
    let kept = again.call(postbud_company_get, &json!({"now": NOW}));
    drop(again);
    files.iter().for_each(|file| drop(fs::remove_file(file)));
    assert!(there, "no file was created");
    assert_eq!(kept.0, 0, "what was answered OK is gone: {}", kept.1);
}

#[test]
fn a_store_in_memory_is_still_one() {
    register(
        &Host::open(&json!({
            "store": ":memory:", "allow_now": true, "folder": tempfile::tempdir().unwrap().path(),
        })),
        OURS,
    );
}

#[test]
fn a_handle_that_was_open_while_the_layout_changed_reads_and_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    prepared(folder.path());
    let host = open(folder.path());
    let list = json!({"company": OURS, "now": NOW});
    let put = card(OURS, "3", "984661185");
    assert_eq!(host.call(postbud_invoice_list, &list).0, 0);
    for (version, code) in [(99, "store_newer"), (2, "store_older")] {
        sql(folder.path(), &format!("PRAGMA user_version = {version}"));
        let tried: [(Verb, &Value); 2] =
            [(postbud_invoice_list, &list), (postbud_customer_put, &put)];
        for (verb, request) in tried {
            let (status, reply) = host.call(verb, request);
            assert_eq!((status, &reply["error"]["code"]), (8, &json!(code)), "{reply:#}");
        }
    }
    let version = postbud::store::STORE_VERSION;
    sql(folder.path(), &format!("PRAGMA user_version = {version}"));
    let (status, customers) = host.call(postbud::ffi::customer::postbud_customer_list, &list);
    assert_eq!((status, customers["customers"].as_array().unwrap().len()), (0, 2));
    assert_eq!(host.call(postbud_customer_put, &put).0, 0);
}
