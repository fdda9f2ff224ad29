//! Attachments of what is sent: what lies in the document, what becomes of the rest on each
//! channel, and what is refused at the door.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test says bluntly what it needs"
)]

mod faults;
mod plan;
mod sent;

use crate::support::host::Host;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use postbud::ffi::document::{postbud_document_build, postbud_document_validate};
use serde_json::{Value, json};

/// The smallest beginnings by which files are recognised.
pub fn pdf(size: usize) -> String {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    bytes.resize(size.max(bytes.len()), 7);
    STANDARD.encode(bytes)
}

/// A ZIP archive whose first entry is called so.
pub fn zip(first: &str) -> String {
    let mut bytes = b"PK\x03\x04".to_vec();
    bytes.resize(30, 0);
    bytes.extend_from_slice(first.as_bytes());
    STANDARD.encode(bytes)
}

/// One file of each type that may lie in a document.
pub fn one_of_each() -> Vec<Value> {
    let ods = "mimetypeapplication/vnd.oasis.opendocument.spreadsheet";
    let files = [
        ("Følgeseddel.pdf", pdf(100)),
        ("bilde.png", STANDARD.encode(b"\x89PNG\r\n\x1a\n....")),
        ("bilde.JPEG", STANDARD.encode(b"\xff\xd8\xff\xe0....")),
        ("timer.csv", STANDARD.encode("navn;timer\r\nKari Å;7,5\r\n")),
        ("timer.xlsx", zip("[Content_Types].xml")),
        ("timer.ods", zip(ods)),
    ];
    let all = files.into_iter().enumerate();
    all.map(|(at, (name, content))| {
        json!({"name": name, "content": content, "send": true, "reference": format!("V-{at}")})
    })
    .collect()
}

/// A request for a document with these attachments.
pub fn request(kind: &str, attachments: &Value) -> Value {
    let address = json!({"street": "Gata 1", "post_code": "5003", "place": "Bergen",
                         "country": "NO"});
    json!({
        "seller": {"name": "Nordlys AS", "organisation_number": "987654325", "address": address,
                   "vat_number": "NO987654325MVA", "tax_mark": "Foretaksregisteret",
                   "bank_account": "86011117947"},
        "buyer": {"name": "Vik AS", "organisation_number": "123456785", "address": address},
        "invoice": {
            "type": kind, "number": "1", "issue_date": "2026-11-23", "due_date": "2026-12-23",
            "buyer_reference": "Tone", "contract_reference": "K-1", "order_reference": "B-1",
            "attachments": attachments,
            "lines": [{"name": "Ting", "quantity": "1", "price": "100", "vat": {"rate": "25"}}],
        },
    })
}

/// Builds a document that must be valid by the official rules, and gives it as text.
pub fn built(host: &Host, request: &Value) -> String {
    let (status, xml) = host.bytes(postbud_document_build, request.to_string().as_bytes());
    assert_eq!(status, 0, "{}", String::from_utf8_lossy(&xml));
    let (_, verdict) = host.bytes(postbud_document_validate, &xml);
    let verdict: Value = serde_json::from_slice(&verdict).unwrap();
    assert_eq!(verdict["valid"], json!(true), "{verdict:#}");
    assert_eq!(verdict["findings"], json!([]), "{verdict:#}");
    String::from_utf8(xml).unwrap()
}

#[test]
fn files_of_all_six_types_and_links_lie_in_a_valid_document() {
    let host = Host::in_memory();
    for kind in ["invoice", "credit_note"] {
        let mut attachments = one_of_each();
        attachments.push(json!({
            "uri": "https://example.com/a.pdf?b=1&c=%20", "description": "Timer <i> & uke 47",
            "send": true, "name": "a.pdf",
        }));
        attachments.push(json!({"name": "hemmelig.pdf", "content": pdf(10)}));
        attachments.push(json!({"reference": "Tilbud 7", "send": true}));
        let xml = built(&host, &request(kind, &json!(attachments)));
        assert_eq!(xml.matches("<cac:AdditionalDocumentReference>").count(), 8);
        assert!(xml.contains("<cbc:ID>Tilbud 7</cbc:ID>"));
        for attachment in &attachments[..6] {
            let content = attachment["content"].as_str().unwrap();
            let name = attachment["name"].as_str().unwrap();
            assert!(
                xml.contains(&format!("filename=\"{name}\">{content}</cbc:Embedded")),
                "{name}"
            );
        }
        assert!(xml.contains("<cbc:URI>https://example.com/a.pdf?b=1&amp;c=%20</cbc:URI>"));
        assert!(xml.contains("Timer &lt;i&gt; &amp; uke 47"));
        assert!(!xml.contains("hemmelig"));
        // After the contract, before the parties.
        let place = |name: &str| xml.find(name).unwrap();
        assert!(place("ContractDocumentReference") < place("AdditionalDocumentReference"));
        assert!(place("AdditionalDocumentReference") < place("AccountingSupplierParty"));
    }
}

#[test]
fn line_ends_in_base64_and_types_by_other_names_are_understood() {
    let host = Host::in_memory();
    let content = pdf(200);
    let lines: Vec<&str> =
        content.as_bytes().chunks(76).map(|it| str::from_utf8(it).unwrap()).collect();
    let attachments = json!([
        {"name": "a.pdf", "content": lines.join("\r\n"), "send": true},
        {"name": "b.PDF", "content": content, "send": true, "mime": "application/x-pdf"},
        {"name": "c.pdf", "content": content, "send": true, "mime": "application/octet-stream"},
        {"name": "d", "content": content, "send": true, "mime": "Application/PDF; name=d"},
        {"content": content, "send": true},
        {"name": "c:\\tmp\\e\u{7}.pdf", "content": content, "send": true},
    ]);
    let xml = built(&host, &request("invoice", &attachments));
    assert_eq!(xml.matches(&content).count(), 6);
    assert_eq!(xml.matches("mimeCode=\"application/pdf\"").count(), 6);
    for name in ["a.pdf", "b.PDF", "c.pdf", "d", "attachment_5.pdf", "e.pdf"] {
        assert!(xml.contains(&format!("filename=\"{name}\"")), "{name}");
        assert!(xml.contains(&format!("<cbc:ID>{name}</cbc:ID>")), "{name}");
    }
}

#[test]
fn the_same_request_makes_the_same_bytes() {
    let host = Host::in_memory();
    let request = request("invoice", &json!(one_of_each()));
    assert_eq!(built(&host, &request), built(&host, &request));
}
