//! Golden documents: each request in tests/cases is built and compared with the XML beside it.
//! `UPDATE=1 cargo test --locked --test all golden::` rewrites them; the difference is read like code.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says bluntly what it needs")]

use crate::support::corpus::cases;
use crate::support::host::Host;
use postbud::ffi::document::{postbud_document_build, postbud_document_validate};
use std::fs;

#[test]
fn every_case_builds_the_document_beside_it() {
    let host = Host::in_memory();
    let mut different = Vec::new();
    for case in cases() {
        let (status, xml) = host.bytes(postbud_document_build, &fs::read(&case).unwrap());
        assert_eq!(status, 0, "{}: {}", case.display(), String::from_utf8_lossy(&xml));
        let golden = case.with_extension("xml");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&golden, &xml).unwrap();
        }
        if fs::read(&golden).unwrap_or_default() != xml {
            different.push(golden);
        }
    }
    assert!(different.is_empty(), "differ: {different:?}");
}

#[test]
fn nothing_is_found_wrong_in_a_built_document() {
    let host = Host::in_memory();
    for case in cases() {
        let (_, xml) = host.bytes(postbud_document_build, &fs::read(&case).unwrap());
        let (status, verdict) = host.bytes(postbud_document_validate, &xml);
        let verdict: serde_json::Value = serde_json::from_slice(&verdict).unwrap();
        assert_eq!(status, 0);
        let found: Vec<&str> = verdict["findings"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|finding| finding["rule"].as_str())
            .collect();
        // A consumer has no address in Peppol: such an invoice goes another way.
        let request = fs::read(&case).unwrap();
        let request: serde_json::Value = serde_json::from_slice(&request).unwrap();
        let consumer = request["buyer"]["private"] == true;
        let expected: &[&str] = if consumer { &["PEPPOL-EN16931-R010"] } else { &[] };
        assert_eq!(found, expected, "{}", case.display());
        assert_eq!(verdict["valid"], serde_json::json!(!consumer), "{}", case.display());
    }
}
