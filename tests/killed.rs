//! A process that is killed while it sends and carries loses nothing and carries nothing twice.
//!
//! The test starts itself as a child that sends and carries without end, kills it at a random
//! moment, and goes on with the same store and folder; in the end every number that was answered
//! OK lies in the folder exactly once.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says bluntly what it needs")]

mod support;

use postbud::ffi::company::postbud_company_register;
use postbud::ffi::customer::postbud_customer_put;
use postbud::ffi::invoice::postbud_invoice_send;
use postbud::ffi::outbox::postbud_outbox_run;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use support::company::nordlys;
use support::host::Host;

const KILLS: u64 = 40;
/// So many documents have to be sent between the kills.
const ENOUGH: usize = 50;
const CHILD: &str = "POSTBUD_TEST_CHILD";

fn open(folder: &Path) -> Host {
    Host::open(&json!({
        "store": folder.join("a.db"), "folder": folder.join("out"), "allow_now": true,
    }))
}

fn invoice(number: u64) -> Value {
    json!({"invoice": {
        "number": number.to_string(), "customer": "1", "issue_date": "2026-11-23",
        "lines": [{"name": "Arbeid", "price": "100", "vat": {"rate": "25"}}],
    }})
}

fn prepare(folder: &Path) {
    let host = open(folder);
    host.ok(postbud_company_register, &nordlys());
    host.ok(postbud_outbox_run, &json!({}));
    host.ok(
        postbud_customer_put,
        &json!({
            "number": "1", "name": "Ola", "kind": "business", "email": "ola@example.no",
        }),
    );
}

/// The child: sends and carries until it is killed. Before it sends a number it notes it, so that
/// the next child goes on after it; after the answer it notes it as promised.
fn work(folder: &Path) {
    let host = open(folder);
    let mut promised = fs::File::options().append(true).open(folder.join("promised")).unwrap();
    let tried = fs::read_to_string(folder.join("tried")).unwrap();
    let mut number: u64 = tried.parse().unwrap();
    // The last one may or may not have been stored: sending it again is harmless.
    loop {
        fs::write(folder.join("tried.new"), number.to_string()).unwrap();
        fs::rename(folder.join("tried.new"), folder.join("tried")).unwrap();
        host.ok(postbud_invoice_send, &invoice(number));
        promised.write_all(format!("{number}\n").as_bytes()).unwrap();
        number += 1;
        if number.is_multiple_of(3) {
            // What an earlier child held is unknown once its lease has run out.
            let now = "2027-01-01T00:00:00Z";
            host.ok(postbud_outbox_run, &json!({"now": now, "limit": 50}));
        }
    }
}

#[test]
fn nothing_is_lost_and_nothing_carried_twice() {
    if let Some(folder) = std::env::var_os(CHILD) {
        return work(Path::new(&folder));
    }
    let folder = tempfile::tempdir().unwrap();
    prepare(folder.path());
    fs::write(folder.path().join("tried"), "1").unwrap();
    fs::write(folder.path().join("promised"), "").unwrap();
    let promised = || fs::read_to_string(folder.path().join("promised")).unwrap();
    for kill in 0.. {
        // On a busy machine a child comes less far.
        if kill >= KILLS && promised().lines().count() > ENOUGH {
            break;
        }
        assert!(kill < KILLS * 20, "hardly anything was sent: the test shows nothing");
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "nothing_is_lost_and_nothing_carried_twice", "--nocapture"])
            .env(CHILD, folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Anywhere between opening the store and the middle of carrying.
        std::thread::sleep(Duration::from_micros(15_000 + kill * 7_919 % 60_000));
        let running = child.try_wait().unwrap().is_none();
        assert!(running, "the child stopped by itself");
        child.kill().unwrap();
        child.wait().unwrap();
    }
    let host = open(folder.path());
    loop {
        let run = host.ok(postbud_outbox_run, &json!({"now": "2027-02-01T00:00:00Z"}));
        if run["results"] == json!([]) {
            break;
        }
    }
    let carried = carried(&folder.path().join("out/987654325/email"));
    for number in promised().lines() {
        assert_eq!(carried.get(number), Some(&1), "number {number}");
    }
    assert!(carried.values().all(|times| *times == 1), "{carried:?}");
}

/// How often each number lies in the folder; drafts of killed tries do not count.
fn carried(folder: &Path) -> BTreeMap<String, usize> {
    let mut times = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let number = name.split('.').next().unwrap().to_owned();
        if !number.is_empty() {
            *times.entry(number).or_insert(0) += 1;
        }
    }
    times
}
