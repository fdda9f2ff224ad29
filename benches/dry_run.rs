//! A dry run over a hundred thousand customers in one store in one call, through the C interface:
//! how long it takes, and how much memory the process has had at its height. Beside it, in the same
//! run, the same customers page by page with every trace.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a benchmark prints what it measures"
)]

#[path = "../tests/support/host.rs"]
mod host;

use host::Host;
use postbud::ffi::{company, consumer, customer, directory, distribution, kyc, outbox};
use serde_json::{Value, json};
use std::time::Instant;

const CUSTOMERS: u32 = 100_000;
const NOW: &str = "2026-11-23T10:00:00Z";

fn main() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("store.db");
    let config = json!({"store": path, "allow_now": true});
    fill(&Host::open(&config), &path);
    let host = Host::open(&config);
    let before = high_water();
    let begin = Instant::now();
    let request = json!({"brief": true, "limit": CUSTOMERS, "now": NOW});
    let reply = host.ok(distribution::postbud_distribution_decide, &request);
    let took = begin.elapsed();
    let after = high_water();
    assert_eq!(reply["decisions"].as_array().map(Vec::len), Some(100_000));
    println!("dry run over {CUSTOMERS} customers in one call: {:.2} s", took.as_secs_f64());
    println!("  by outcome {}", reply["summary"]);
    println!("  height of memory {before} MB before, {after} MB after (the host's copy included)");
    drop(reply);
    let begin = Instant::now();
    let (mut cursor, mut pages) = (Value::Null, 0);
    loop {
        let request = json!({"limit": 1000, "cursor": cursor, "now": NOW});
        let page = host.ok(distribution::postbud_distribution_decide, &request);
        pages += 1;
        cursor = page["next_cursor"].clone();
        if cursor.is_null() {
            break;
        }
    }
    let traced = begin.elapsed().as_secs_f64();
    println!("  page by page with every trace: {pages} calls, {traced:.2} s");
}

/// A company with an agreement, one customer of each kind, and then many like them. The copies are
/// made inside the store: what is measured is the dry run.
fn fill(host: &Host, path: &std::path::Path) {
    let company = json!({
        "now": NOW, "organisation_number": "987654325", "country": "NO", "name": "Nordlys AS",
        "address": {"street": "Storgata 1", "post_code": "0155", "place": "Oslo"},
        "email": "post@nordlys.example.no", "phone": "22 00 00 00",
        "bank_account": "8601.11.17947", "activated_on": "2020-01-01",
        "exchange_user": {"kind": "new", "name": "Kari", "email": "kari@nordlys.example.no",
                          "phone": "22 00 00 00"},
        "terms": {"accepted": true, "version": "1", "accepted_by": "Kari"},
    });
    host.ok(company::postbud_company_register, &company);
    let claimed = host.ok(outbox::postbud_outbox_claim, &json!({"now": NOW}));
    let lease = &claimed["deliveries"][0]["lease"];
    let sent = json!({"now": NOW, "lease": lease, "outcome": "sent"});
    host.ok(outbox::postbud_outbox_settle, &sent);
    host.ok(kyc::postbud_kyc_get, &json!({}));
    host.ok(company::postbud_company_configure, &json!({"b2c": true, "lookup_hours": 8760}));
    let old = json!({"now": NOW, "event": "carried_over", "old": "both"});
    host.ok(postbud::ffi::agreement::postbud_agreement_record, &old);
    let address = json!({"street": "Lia 4", "post_code": "5003", "place": "Bergen"});
    for (number, card) in [
        (
            "b",
            json!({"kind": "business", "organisation_number": "123456785",
                     "email": "post@vik.example.no"}),
        ),
        ("c", json!({"kind": "private", "mobile": "90000000", "email": "ola@lia.example.no"})),
    ] {
        let mut card = card;
        card["number"] = json!(number);
        card["name"] = json!("Vik");
        card["address"] = address.clone();
        card["now"] = json!(NOW);
        host.ok(customer::postbud_customer_put, &card);
    }
    let entry = json!({"organisation_number": "123456785", "answer": "receives", "as_of": NOW});
    host.ok(directory::postbud_directory_put, &json!({"now": NOW, "entries": [entry]}));
    let known = json!({"now": NOW, "customer": "c", "vipps": "receiving",
                       "yes_to_all": "not_receiving"});
    host.ok(consumer::postbud_consumer_record, &known);
    multiply(path);
}

fn multiply(path: &std::path::Path) {
    let store = rusqlite::Connection::open(path).unwrap();
    let half = CUSTOMERS / 2 - 1;
    for number in ["b", "c"] {
        let counted = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n \
                       WHERE i < ?2)";
        let copy = format!(
            "{counted} INSERT INTO customer (company_id, number, card) \
             SELECT company_id, number || i, json_set(card, '$.number', number || i) \
             FROM customer, n WHERE number = ?1"
        );
        store.execute(&copy, rusqlite::params![number, half]).unwrap();
        let copy = format!(
            "{counted} INSERT INTO consumer (company_id, customer_number, card) \
             SELECT company_id, customer_number || i, card FROM consumer, n \
             WHERE customer_number = ?1"
        );
        store.execute(&copy, rusqlite::params![number, half]).unwrap();
    }
}

/// The most memory that the process has had so far, in megabytes; 0 where nobody says it.
fn high_water() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB")).unwrap_or("0");
    kilobytes.trim().parse::<u64>().unwrap() / 1024
}
