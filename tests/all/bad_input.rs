//! Bad requests, as a table: each is a good request with one or two values changed, or raw bytes,
//! and each is refused with a status, a code and a place, a sentence and a next step in three
//! languages, and nothing longer than a reply may be.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    clippy::too_many_lines,
    reason = "a test says bluntly what it needs"
)]

mod attached;
mod codes;
mod dates;
mod journey;
mod numbers;
mod page;
mod parties;
mod row;
mod rules;
mod seen;
mod sending;
mod shape;
mod sums;
mod texts;

use crate::support::company::{nordlys, vik, with};
use crate::support::host::{Host, Verb};
use postbud::ffi::document::{postbud_document_build, postbud_document_validate_as};
use postbud::ffi::{company, customer, invoice};
use row::{Asked, Request, Row, good};
use serde_json::{Value, json};

const LANGUAGES: [&str; 3] = ["en", "nb", "sv"];
/// The longest reply to a bad request.
const LONGEST: usize = 100_000;
/// The longest value or key of the host's that a finding shows, with the mark that it was cut.
const SHOWN: usize = 201;

/// Every row, by theme.
fn table() -> Vec<(&'static str, Vec<Row>)> {
    vec![
        ("sums", sums::rows()),
        ("codes", codes::rows()),
        ("dates", dates::rows()),
        ("texts", texts::rows()),
        ("numbers", numbers::rows()),
        ("shape", shape::rows()),
        ("parties", parties::rows()),
        ("rules", rules::rows()),
        ("attached", attached::rows()),
        ("sending", sending::rows()),
    ]
}

/// A store with one company and one customer, for what is sent.
fn host() -> Host {
    let host = Host::in_memory();
    let card = with(nordlys(), &json!({"name": "Fjord Regnskap AS", "activated_on": null}));
    host.ok(company::postbud_company_register, &card);
    let card = with(vik(), &json!({"organisation_number": null, "buyer_reference": null}));
    host.ok(customer::postbud_customer_put, &card);
    host
}

fn verb(row: &Row) -> Verb {
    match row.verb {
        Asked::Build => postbud_document_build,
        Asked::Send => invoice::postbud_invoice_send,
        Asked::ValidateAs => postbud_document_validate_as,
    }
}

/// The request in a language; bytes that are no request cannot name one.
fn request(row: &Row, language: &str) -> Vec<u8> {
    match &row.request {
        Request::Bytes(bytes) => bytes.clone(),
        Request::Changed(changed) => {
            let mut changed = changed.clone();
            if changed.get("language").is_none() {
                changed["language"] = json!(language);
            }
            changed.to_string().into_bytes()
        }
    }
}

/// What is wrong with the answer to a row in one language.
fn faults(host: &Host, row: &Row, language: &str) -> Vec<String> {
    let (status, bytes) = host.bytes(verb(row), &request(row, language));
    let text = String::from_utf8_lossy(&bytes);
    let Ok(reply) = serde_json::from_slice::<Value>(&bytes) else {
        return vec![format!("status {status}, and no JSON: {:.80}", text)];
    };
    let mut wrong = Vec::new();
    let findings = findings_of(&reply);
    let first = findings.first().copied().unwrap_or(&Value::Null);
    let code = if first.is_null() { &reply["error"]["code"] } else { &first["rule"] };
    let got = (status, code.as_str(), first["path"].as_str());
    let expected = (row.status, Some(row.code), row.path.as_deref());
    if got != expected {
        wrong.push(format!("expected {expected:?}, got {got:?}"));
    }
    if bytes.len() > LONGEST {
        wrong.push(format!("the reply has {} bytes", bytes.len()));
    }
    let error = (status != 0).then_some(&reply["error"]);
    for said in error.into_iter().chain(findings) {
        wrong.extend(faults_of_finding(said));
    }
    let inside = ["panicked", ".rs:", "postbud::", "struct ", "Option<", "src/", "sqlite", "\u{0}"];
    wrong.extend(inside.iter().filter(|word| text.contains(*word)).map(|word| format!("{word}?")));
    wrong
}

/// The findings of a failure, or those that a success warns with.
fn findings_of(reply: &Value) -> Vec<&Value> {
    let lists = [&reply["error"]["findings"], &reply["findings"]];
    lists.iter().filter_map(|list| list.as_array()).flatten().collect()
}

fn faults_of_finding(said: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    for name in ["message", "fix"] {
        let sentence = said[name].as_str().unwrap_or_default();
        if sentence.trim().is_empty() {
            wrong.push(format!("no {name}: {said}"));
        }
        if holds_placeholder(sentence) {
            wrong.push(format!("{name} was not filled: {sentence}"));
        }
    }
    for name in ["value", "host_key"] {
        if said[name].as_str().is_some_and(|value| value.chars().count() > SHOWN) {
            wrong.push(format!("{name} is not cut"));
        }
    }
    wrong
}

/// Whether a sentence still has a name in braces.
fn holds_placeholder(sentence: &str) -> bool {
    sentence.split('{').skip(1).any(|rest| {
        let name = rest.split('}').next().unwrap_or_default();
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
    })
}

/// The sentences that a row is answered with.
fn sentences(host: &Host, row: &Row, language: &str) -> Vec<String> {
    let (_, bytes) = host.bytes(verb(row), &request(row, language));
    let reply: Value = serde_json::from_slice(&bytes).unwrap_or_default();
    let error = std::iter::once(&reply["error"]);
    error.chain(findings_of(&reply)).map(|said| said["message"].to_string()).collect()
}

#[test]
fn the_good_request_is_built() {
    let (status, reply) = host().bytes(postbud_document_build, good().to_string().as_bytes());
    assert_eq!(status, 0, "{}", String::from_utf8_lossy(&reply));
}

#[test]
fn every_bad_request_is_refused_with_code_place_and_next_step() {
    // What is sent with a warning is sent once.
    let hosts = LANGUAGES.map(|language| (language, host()));
    let (mut count, mut wrong) = (0, Vec::new());
    for (theme, rows) in table() {
        println!("{theme}: {} bad requests", rows.len());
        for row in rows {
            count += 1;
            for (language, host) in &hosts {
                let faults = faults(host, &row, language);
                wrong.extend(
                    faults
                        .into_iter()
                        .map(|fault| format!("{theme}, {language}, {}: {fault}", row.says)),
                );
            }
        }
    }
    println!("{count} bad requests, each in three languages; {} answers are wrong", wrong.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(count, 452, "rows");
}

#[test]
fn each_language_says_it_in_its_own_words() {
    let hosts = LANGUAGES.map(|language| (language, host()));
    for (theme, rows) in table() {
        for row in rows.iter().filter(|row| row.speaks()) {
            let said = hosts.each_ref().map(|(language, host)| sentences(host, row, language));
            assert!(said[0] != said[1] && said[0] != said[2], "{theme}, {}", row.says);
        }
    }
}
