//! A store with two companies and their documents, on disk.

pub use crate::support::company::OURS;
use crate::support::company::{nordlys, vik, with};
use crate::support::host::Host;
use postbud::ffi::{company, customer, directory, document, invoice, kyc, outbox};
use rusqlite::Connection;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

pub const NOW: &str = "2026-11-23T10:00:00Z";
pub const LATER: &str = "2026-11-23T11:00:00Z";
pub const THEIRS: &str = "918130047";

pub fn config(folder: &Path) -> Value {
    json!({"store": folder.join("a.db"), "folder": folder.join("out"), "allow_now": true})
}

pub fn open(folder: &Path) -> Host {
    Host::open(&config(folder))
}

/// A verified company with a business whom the directory knows, and a folder to carry to.
pub fn with_a_business(folder: &Path) -> Host {
    let host = Host::open(&json!({"store": ":memory:", "folder": folder, "allow_now": true}));
    host.ok(company::postbud_company_register, &nordlys());
    host.ok(outbox::postbud_outbox_run, &json!({}));
    host.ok(kyc::postbud_kyc_get, &json!({}));
    host.ok(customer::postbud_customer_put, &vik());
    let entry = json!({"organisation_number": "123456785", "answer": "receives", "as_of": NOW});
    host.ok(directory::postbud_directory_put, &json!({"entries": [entry]}));
    host
}

/// A verified company with two customers whom a directory knows, and a consumer.
pub fn register(host: &Host, number: &str) {
    let company = with(nordlys(), &json!({"organisation_number": number}));
    host.ok(company::postbud_company_register, &company);
    host.ok(outbox::postbud_outbox_run, &json!({"now": NOW, "company": number}));
    host.ok(kyc::postbud_kyc_get, &json!({"now": NOW, "company": number}));
    for (customer, org) in [("1", "123456785"), ("2", "988077917")] {
        host.ok(customer::postbud_customer_put, &card(number, customer, org));
    }
    host.ok(directory::postbud_directory_put, &looked_up(number));
}

pub fn card(company: &str, number: &str, org: &str) -> Value {
    let name = format!("Vik {number} AS");
    with(
        vik(),
        &json!({
            "company": company, "number": number, "name": name, "organisation_number": org,
        }),
    )
}

pub fn looked_up(company: &str) -> Value {
    let entry =
        |org: &str| json!({"organisation_number": org, "answer": "receives", "as_of": LATER});
    json!({"now": LATER, "company": company, "entries": [entry("123456785"), entry("988077917")]})
}

pub fn terms(number: &str, customer: &str) -> Value {
    json!({
        "number": number, "customer": customer, "issue_date": "2026-11-23",
        "due_date": "2026-12-23", "buyer_reference": "Tone", "payment": {"kid": "2345676"},
        "lines": [{"name": "Ting", "quantity": "3", "price": "100.10", "vat": {"rate": "25"}}],
    })
}

pub fn send(host: &Host, company: &str, number: &str, customer: &str) -> String {
    let request = json!({"now": NOW, "company": company, "invoice": terms(number, customer)});
    let sent = host.ok(invoice::postbud_invoice_send, &request);
    sent["id"].as_str().unwrap().to_owned()
}

/// What an ERP would make of an invoice.
pub fn built(host: &Host, company: &str, number: &str, customer: &str) -> String {
    let request = json!({"now": NOW, "company": company, "invoice": terms(number, customer)});
    let (status, xml) =
        host.bytes(document::postbud_document_build, request.to_string().as_bytes());
    assert_eq!(status, 0, "{}", String::from_utf8_lossy(&xml));
    String::from_utf8(xml).unwrap()
}

/// Both companies, and two documents of the first one, one for each customer: BAD and GOOD.
pub fn prepared(folder: &Path) {
    let host = open(folder);
    register(&host, OURS);
    register(&host, THEIRS);
    send(&host, OURS, "BAD", "1");
    send(&host, OURS, "GOOD", "2");
    send(&host, THEIRS, "THEIRS", "2");
}

/// A copy of a prepared store.
pub fn copy(from: &Path) -> tempfile::TempDir {
    let to = tempfile::tempdir().unwrap();
    fs::copy(from.join("a.db"), to.path().join("a.db")).unwrap();
    to
}

pub fn sql(folder: &Path, statement: &str) {
    let db = Connection::open(folder.join("a.db")).unwrap();
    // Damage asks nobody whether it fits.
    db.execute_batch(&format!("PRAGMA foreign_keys = OFF; {statement}")).unwrap();
}

pub fn codes(reply: &Value) -> Vec<&str> {
    let found = reply["findings"].as_array().unwrap_or_else(|| panic!("no findings in {reply}"));
    found.iter().map(|finding| finding["rule"].as_str().unwrap()).collect()
}
