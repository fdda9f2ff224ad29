//! Whatever a document holds is the same when it is loaded again.

use crate::support::corpus;
use crate::support::scene::{
    LATER, NOW, OURS, THEIRS, built, codes, looked_up, open, register, send,
};
use postbud::domain::account::{Account, Kid, Ocr};
use postbud::domain::attachment::Base64;
use postbud::domain::contact::{Email, Phone};
use postbud::domain::country::{Country, Currency};
use postbud::ffi::{company, directory, invoice, outbox};
use postbud::peppol::read::{Reading, read};
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;
use std::fmt::Debug;

/// Valid documents that hold what no request is taken with.
const EMAILS: [&str; 6] = [
    "kari@fjord.example.no; ola@fjord.example.no",
    "a@b",
    "mailto:x@y.no",
    "Kari Nordmann &lt;kari@fjord.example.no&gt;",
    "kari @ fjord.example.no",
    "kari@blåbærgrød.example.no\u{1f4e7}",
];
const ACCOUNTS: [&str; 5] =
    ["8601–11–17947", "8601 \u{1f4b0} 17947", "bankgiro:5050", "other:x", "DE00 no account"];

fn with(xml: &str, element: &str, value: &str) -> String {
    let (open, close) = (format!("<cbc:{element}>"), format!("</cbc:{element}>"));
    let start = xml.find(&open).unwrap() + open.len();
    let end = start + xml[start..].find(&close).unwrap();
    format!("{}{value}{}", &xml[..start], &xml[end..])
}

fn with_account(xml: &str, value: &str) -> String {
    let start = xml.find("<cac:PayeeFinancialAccount>").unwrap();
    format!("{}{}", &xml[..start], with(&xml[start..], "ID", value))
}

/// Puts a value into a document.
type Put = fn(&str, &str) -> String;

#[test]
fn a_valid_document_with_unusual_values_is_carried_and_stops_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let host = open(folder.path());
    register(&host, OURS);
    register(&host, THEIRS);
    let put_email: Put = |xml, value| with(xml, "ElectronicMail", value);
    let put_account: Put = with_account;
    let emails = EMAILS.iter().map(|value| (*value, put_email));
    let accounts = ACCOUNTS.iter().map(|value| (*value, put_account));
    let mut numbers = vec!["GOOD".to_owned()];
    for (index, (value, put)) in emails.chain(accounts).enumerate() {
        let number = format!("F-{index}");
        let xml: String = put(&built(&host, OURS, &number, "1"), value);
        let request = json!({"now": NOW, "company": OURS, "document": {
            "xml": xml, "customer": "1", "distribution": {"force": (["einvoice", "email", "print"])[index % 3]},
        }});
        let (status, reply) = host.call(invoice::postbud_invoice_send, &request);
        assert_eq!(status, 0, "{value}: {reply:#}");
        numbers.push(number);
    }
    send(&host, OURS, "GOOD", "2");
    let on = |value: bool| json!({"now": NOW, "company": OURS, "print": value});
    for value in [false, true] {
        let reply = host.ok(company::postbud_company_configure, &on(value));
        assert_eq!(codes(&reply), [""; 0]);
    }
    host.ok(directory::postbud_directory_put, &looked_up(OURS));
    let claim = json!({"now": NOW, "company": OURS, "limit": 1, "lease_seconds": 10});
    host.ok(outbox::postbud_outbox_claim, &claim);
    let run = host.ok(outbox::postbud_outbox_run, &json!({"now": LATER, "company": OURS}));
    assert_eq!(codes(&run), [""; 0]);
    assert_eq!(run["carried"], json!(numbers.len() - 1), "{run:#}");
}

fn round_trip<T: Serialize + DeserializeOwned + PartialEq + Debug>(
    value: &T,
) -> Result<(), String> {
    let kept = serde_json::to_string(value).map_err(|error| error.to_string())?;
    let loaded: T = serde_json::from_str(&kept).map_err(|error| format!("{error} in {kept}"))?;
    match loaded == *value {
        true => Ok(()),
        false => Err(format!("{loaded:?} is not {value:?}")),
    }
}

/// Everything that is kept of a document; the bytes of its attachments stay in the payload.
fn is_kept(reading: Reading) -> Result<(), String> {
    let Reading { mut invoice, seller, buyer, totals } = reading;
    for attachment in &mut invoice.more.supporting {
        if let Some(file) = &mut attachment.file {
            file.content = Base64::default();
        }
    }
    round_trip(&invoice)?;
    round_trip(&seller)?;
    round_trip(&buyer)?;
    round_trip(&totals)
}

/// The golden documents, cut where a text or an attribute's value stands.
fn documents() -> Vec<(String, Vec<(usize, usize)>)> {
    let cut = |text: String| {
        let mut places = Vec::new();
        for (start, _) in text.match_indices('>') {
            let end = text[start..].find('<').map_or(text.len(), |end| start + end);
            if !text[start + 1..end].trim().is_empty() {
                places.push((start + 1, end));
            }
        }
        for (start, _) in text.match_indices("ID=\"").chain(text.match_indices("Code=\"")) {
            let start = start + text[start..].find('"').unwrap() + 1;
            places.push((start, start + text[start..].find('"').unwrap()));
        }
        (text, places)
    };
    corpus::documents().into_iter().map(cut).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// What almost is a value of some kind.
const NEARLY: &[&str] = &[
    "a@b",
    "@",
    "a@b.no; c@d.no",
    "other:",
    "other: x ",
    "bankgiro:5050-1055",
    "bankgiro:",
    "plusgiro:4-2",
    "NO9386011117947",
    "8601–11–17947",
    "xx",
    "NOK ",
    "no",
    "0.10",
    "-0.00",
    "79228162514264337593543950335",
    "0.0000000000000000000000000001",
    "+1",
    "1e5",
    "2026-11-23",
    "9999-12-31",
    "0000-01-01",
    "2026-11-23Z",
    "2026-11-23+01:00",
    "true",
    "1",
    "S",
    "O",
    "380",
    "381",
    "C62",
    "\u{1f4b0}",
    "\u{a0}",
    "\\",
    "\"",
    "\u{fffd}",
    "{}",
    "null",
];

/// Texts, and what almost is one of the values that are looked at more closely.
fn values() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => prop::sample::select(NEARLY).prop_map(str::to_owned),
        1 => "[ -~]{1,12}",
        1 => "\\PC{1,8}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_text_is_loaded_as_it_was_kept(text in "\\PC{0,40}") {
        fn is_text<T: Serialize + DeserializeOwned>(text: &str) -> Result<(), String> {
            let read: T = serde_json::from_value(json!(text)).map_err(|error| error.to_string())?;
            let kept = serde_json::to_value(read).map_err(|error| error.to_string())?;
            (kept == text).then_some(()).ok_or(kept.to_string())
        }
        is_text::<Email>(&text).unwrap();
        is_text::<Phone>(&text).unwrap();
        is_text::<Account>(&text).unwrap();
        is_text::<Kid>(&text).unwrap();
        is_text::<Ocr>(&text).unwrap();
        is_text::<Country>(&text).unwrap();
        is_text::<Currency>(&text).unwrap();
    }
}

#[test]
fn whatever_a_document_holds_is_loaded_as_it_was_kept() {
    let documents = documents();
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 6000,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let taken = std::cell::Cell::new(0);
    let place = (any::<prop::sample::Index>(), any::<prop::sample::Index>(), values());
    let changes = (any::<prop::sample::Index>(), prop::collection::vec(place, 1..3));
    runner
        .run(&changes, |(document, changes)| {
            let (text, places) = document.get(&documents);
            let mut places: Vec<(usize, usize, String)> = changes
                .into_iter()
                .map(|(place, _, value)| {
                    let (start, end) = *place.get(places);
                    (start, end, value)
                })
                .collect();
            places.sort();
            places.dedup_by_key(|place| place.0);
            let mut xml = text.clone();
            for (start, end, value) in places.iter().rev() {
                xml.replace_range(*start..*end, &escaped(value));
            }
            if let Ok(reading) = read(&xml) {
                taken.set(taken.get() + 1);
                is_kept(reading).map_err(TestCaseError::fail)?;
            }
            Ok(())
        })
        .unwrap();
    assert!(taken.get() > 2000, "only {} documents could be read at all", taken.get());
}
