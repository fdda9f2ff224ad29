//! A request of document_build that carries what document_read gave.

use super::{other, put};
use crate::support::corpus::ordinary;
use crate::support::host::Host;
use postbud::ffi::document::postbud_document_build;
use serde_json::{Value, json};

fn request(others: &Value) -> Vec<u8> {
    let case = include_str!("../../cases/everything-ordinary.json");
    let mut request: Value = serde_json::from_str(case).unwrap();
    request["invoice"]["other"] = others.clone();
    request.to_string().into_bytes()
}

fn asked(others: &Value) -> (i32, Vec<u8>) {
    Host::in_memory().bytes(postbud_document_build, &request(others))
}

#[test]
fn others_are_built_into_the_document() {
    let version = "<cbc:UBLVersionID>2.1</cbc:UBLVersionID>";
    let (status, xml) = asked(&json!([{"inside": "/Invoice", "content": version}]));
    let xml = String::from_utf8(xml).unwrap();
    assert_eq!(status, 0, "{xml}");
    assert_eq!(xml, put(&ordinary(), &[other("/Invoice", version)]));
}

#[test]
fn what_does_not_fit_is_told_where_it_was_given() {
    let note = json!({"inside": "/Invoice", "content": "<cbc:Note>Two</cbc:Note>"});
    for (inside, content, rule, path, value) in [
        ("/Invoice/cbc:Note[2]", "A", "other_place_unknown", "inside", "/Invoice/cbc:Note[2]"),
        ("/Invoice", "<a", "other_content_unreadable", "content", "<a"),
        ("/Invoice", "<cbc:ID>2</cbc:ID>", "schema_element_unexpected", "content", ""),
        ("/Invoice/cbc:IssueDate[1]", "soon", "schema_value_wrong", "content", "soon"),
    ] {
        let (status, reply) = asked(&json!([note, {"inside": inside, "content": content}]));
        let reply: Value = serde_json::from_slice(&reply).unwrap();
        assert_eq!(status, 2, "{reply:#}");
        let findings = reply["error"]["findings"].as_array().unwrap();
        assert_eq!(findings.len(), 1, "{reply:#}");
        assert_eq!(findings[0]["rule"], rule);
        assert_eq!(findings[0]["path"], format!("/invoice/other/1/{path}"));
        assert!(findings[0]["value"].as_str().unwrap().contains(value), "{reply:#}");
        assert!(!findings[0]["fix"].as_str().unwrap().contains('{'), "{reply:#}");
    }
}

#[test]
fn the_official_rules_judge_what_was_put_in() {
    // One note is all that a document may have (UBL-SR or PEPPOL-EN16931-R002).
    let note = json!({"inside": "/Invoice", "content": "<cbc:Note>Two</cbc:Note>"});
    let (status, reply) = asked(&json!([note]));
    let reply: Value = serde_json::from_slice(&reply).unwrap();
    assert_eq!(status, 2, "{reply:#}");
    assert_eq!(reply["error"]["findings"][0]["layer"], "peppol", "{reply:#}");
    // A sum is no text to be had otherwise.
    let sum = "/Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount";
    let (status, reply) = asked(&json!([{"inside": sum, "content": "1.00"}]));
    let reply: Value = serde_json::from_slice(&reply).unwrap();
    assert_eq!(
        (status, &reply["error"]["findings"][0]["rule"]),
        (2, &json!("other_content_is_sum"))
    );
}
