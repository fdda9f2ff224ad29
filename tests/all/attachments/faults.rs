//! What is wrong with attachments is told at its place, with its code and the next step, and never
//! with any of the content.

use super::{STANDARD, pdf, request, zip};
use crate::support::host::Host;
use base64::Engine;
use postbud::ffi::document::postbud_document_build;
use serde_json::{Value, json};

/// Attachments, the place of the fault below /invoice/attachments, its code and its term.
type Case = (Value, &'static str, &'static str, Option<&'static str>);

fn text(of: &str) -> String {
    STANDARD.encode(of)
}

fn of_places() -> Vec<Case> {
    let nowhere = "attachment_without_content";
    let link = "attachment_field_of_file";
    let uri = "attachment_uri";
    let at = |address: &str| json!([{"uri": address}]);
    vec![
        (json!([{}]), "/0", nowhere, Some("BG-24")),
        (json!([{"name": "a.pdf"}]), "/0", nowhere, Some("BG-24")),
        (json!([{"name": "a.pdf", "reference": "1"}]), "/0", nowhere, Some("BG-24")),
        (json!([{"mime": "text/csv", "reference": "1"}]), "/0/mime", link, None),
        (json!([{"name": "a.pdf", "content": null}]), "/0", nowhere, Some("BG-24")),
        (json!([{"name": "a.pdf", "uri": " "}]), "/0", nowhere, Some("BG-24")),
        (
            json!([{"name": "a.pdf", "content": pdf(9), "uri": "https://a/b"}]),
            "/0/uri",
            "attachment_content_and_uri",
            Some("BT-124"),
        ),
        (json!([{"uri": "https://a/b", "mime": "text/csv"}]), "/0/mime", link, None),
        (json!([{"uri": "https://a/b", "pages": 2}]), "/0/pages", link, None),
        (json!([{"uri": "https://a/b", "image": true}]), "/0/image", link, None),
        (at("a.pdf"), "/0/uri", uri, None),
        (at("/tmp/a.pdf"), "/0/uri", uri, None),
        (at("C:\\tmp\\a.pdf"), "/0/uri", uri, None),
        (at("file:///tmp/a.pdf"), "/0/uri", uri, None),
        (at("ftp://a/b"), "/0/uri", uri, None),
        (at("https://"), "/0/uri", uri, None),
        (at("https://a/b c"), "/0/uri", uri, None),
        (at("https://a/\u{1}"), "/0/uri", uri, None),
        (at(&format!("https://a/{}", "b".repeat(3_000))), "/0/uri", uri, None),
        (json!([{"path": "/etc/passwd", "content": pdf(9)}]), "/0/path", "unknown_field", None),
        (json!(["a.pdf"]), "/0", "wrong_type", None),
        (json!([null]), "/0", "wrong_type", None),
        (json!({"name": "a.pdf"}), "", "wrong_type", None),
        (json!([{"content": {"a": 1}, "uri": "https://a/b"}]), "/0/content", "wrong_type", None),
        (json!([{"content": pdf(9), "send": "yes"}]), "/0/send", "wrong_type", None),
    ]
}

fn of_contents() -> Vec<Case> {
    let base64 = "attachment_not_base64";
    let content = |content: &str| json!([{"name": "a.pdf", "content": content}]);
    let whole = pdf(9);
    let term = Some("BT-125");
    vec![
        (content("%PDF-1.7"), "/0/content", base64, term),
        (content("JVBERi0xLjQ"), "/0/content", base64, term),
        (content("JVBERi0xLjQ=="), "/0/content", base64, term),
        (content("JVBERi0xLjR="), "/0/content", base64, term),
        (content("JVBE_i0-LjQ="), "/0/content", base64, term),
        (content("JVBE\u{0}i0xLjQ="), "/0/content", base64, term),
        (content("æøå"), "/0/content", base64, term),
        (content(&format!("data:application/pdf;base64,{whole}")), "/0/content", base64, term),
        (content("QQ==QQ=="), "/0/content", base64, term),
        (content(&whole[..whole.len() - 1]), "/0/content", base64, term),
        (content(""), "/0/content", "attachment_empty", term),
        (content(" \r\n"), "/0/content", "attachment_empty", term),
        (content(&pdf(50_000_001)), "/0/content", "attachment_too_large", term),
    ]
}

fn of_types() -> Vec<Case> {
    let differs = "attachment_content_and_type_differ";
    let unknown = "attachment_type_unknown";
    let png = STANDARD.encode(b"\x89PNG\r\n\x1a\n");
    let named = |name: &str, content: &str| json!([{"name": name, "content": content}]);
    let said = |name: &str, mime: &str| json!([{"name": name, "mime": mime, "content": pdf(9)}]);
    let epub = zip("mimetypeapplication/epub+zip");
    vec![
        (named("a.pdf", &png), "/0/content", differs, Some("BT-125")),
        (named("a.pdf", &text("Hei")), "/0/content", differs, Some("BT-125")),
        (named("a.png", &pdf(9)), "/0/content", differs, Some("BT-125")),
        (named("a.jpg", &png), "/0/content", differs, Some("BT-125")),
        (named("a.csv", &pdf(90)), "/0/content", differs, Some("BT-125")),
        (named("a.csv", &STANDARD.encode(b"a;b\0c")), "/0/content", differs, Some("BT-125")),
        (named("a.csv", &zip("x")), "/0/content", differs, Some("BT-125")),
        (named("a.xlsx", &text("a;b")), "/0/content", differs, Some("BT-125")),
        (named("a.xlsx", &epub), "/0/content", differs, Some("BT-125")),
        (named("a.ods", &zip("content.xml")), "/0/content", differs, Some("BT-125")),
        (named("a.doc", &zip("word")), "/0/content", differs, Some("BT-125")),
        (named("a.gif", &png), "/0/content", differs, Some("BT-125")),
        (named("a.exe", &pdf(9)), "/0/name", unknown, Some("BT-125-1")),
        (named("a.tar.gz", &pdf(9)), "/0/name", unknown, Some("BT-125-1")),
        (said("a", "application/zip"), "/0/mime", unknown, Some("BT-125-1")),
        (said("a.pdf", "pdf"), "/0/mime", unknown, Some("BT-125-1")),
        (
            said("a.png", "application/pdf"),
            "/0/mime",
            "attachment_name_and_type_differ",
            Some("BT-125-1"),
        ),
        (
            said("a.csv", "application/vnd.ms-excel"),
            "/0/mime",
            "attachment_name_and_type_differ",
            Some("BT-125-1"),
        ),
        (json!([{"content": text("a;b")}]), "/0/mime", "attachment_type_missing", Some("BT-125-1")),
        (
            json!([{"name": "a", "content": zip("x"), "mime": "application/octet-stream"}]),
            "/0/mime",
            "attachment_type_missing",
            Some("BT-125-1"),
        ),
    ]
}

fn of_the_rest() -> Vec<Case> {
    let image = json!({"name": "a.pdf", "content": pdf(9), "image": true});
    let png = STANDARD.encode(b"\x89PNG\r\n\x1a\n");
    let with = |field: &str, value: Value| {
        let mut one = json!({"name": "a.pdf", "content": pdf(9)});
        one[field] = value;
        json!([one])
    };
    let large = json!([{"name": "a.pdf", "content": pdf(10_000_001), "send": true}]);
    let docx = json!([{"name": "a.docx", "content": zip("word"), "send": true}]);
    vec![
        (json!([image, image]), "/1/image", "attachment_two_images", None),
        (
            json!([{"name": "a.png", "content": png, "image": true}]),
            "/0/image",
            "attachment_image_not_pdf",
            None,
        ),
        (
            json!([{"content": pdf(9), "required": true, "send": false}]),
            "/0/required",
            "attachment_required_but_not_sent",
            None,
        ),
        (with("pages", json!(0)), "/0/pages", "attachment_pages", None),
        (
            json!([{"name": "a.png", "content": png, "pages": 1}]),
            "/0/pages",
            "attachment_pages",
            None,
        ),
        (with("pages", json!(-1)), "/0/pages", "wrong_type", None),
        (with("name", json!("n".repeat(256))), "/0/name", "text_too_long", Some("BT-125-2")),
        (with("name", json!("n".repeat(10_000_000))), "/0/name", "text_too_long", Some("BT-125-2")),
        (with("description", json!("d".repeat(201))), "/0/description", "text_too_long", None),
        (with("description", json!("\u{1}")), "/0/description", "text_control_character", None),
        (with("reference", json!("a\nb")), "/0/reference", "text_line_end", None),
        (with("reference", json!("r".repeat(201))), "/0/reference", "text_too_long", None),
        // What only a document in XML cannot hold is told by the verb that gives nothing else.
        (large, "/0", "attachment_not_in_document", Some("BG-24")),
        (docx, "/0", "attachment_not_in_document", Some("BG-24")),
    ]
}

#[test]
fn every_fault_has_its_place_its_code_and_the_next_step() {
    let host = Host::in_memory();
    let cases = [of_places(), of_contents(), of_types(), of_the_rest()].concat();
    assert_eq!(cases.len(), 72);
    for (attachments, place, code, term) in &cases {
        let shown: String = attachments.to_string().chars().take(200).collect();
        let request = request("invoice", attachments).to_string();
        let (status, reply) = host.bytes(postbud_document_build, request.as_bytes());
        assert_eq!(status, 2, "{shown}");
        assert!(reply.len() < 6_000, "{shown}: {} bytes", reply.len());
        let reply: Value = serde_json::from_slice(&reply).unwrap();
        let path = format!("/invoice/attachments{place}");
        let found = reply["error"]["findings"].as_array().unwrap();
        let finding = found.iter().find(|it| it["rule"] == *code && it["path"] == path.as_str());
        let finding = finding.unwrap_or_else(|| panic!("{shown}: no {code} at {path}: {reply:#}"));
        assert!(finding["fix"].as_str().is_some_and(|fix| fix.len() > 10), "{shown}");
        assert_eq!(finding["term"].as_str(), *term, "{shown}");
        let fatal = found.iter().filter(|it| it["severity"] == "fatal").count();
        assert_eq!(fatal, 1, "{shown}: {reply:#}");
        let content = attachments[0]["content"].as_str().filter(|content| content.len() > 20);
        let told = reply.to_string();
        assert!(content.is_none_or(|content| !told.contains(&content[..20])), "{shown}");
    }
}

#[test]
fn all_faults_of_many_attachments_come_at_once() {
    let host = Host::in_memory();
    let attachments = json!([
        {"name": "a.pdf", "content": "*"},
        {"name": "b.pdf", "content": pdf(9)},
        {"name": "c.exe", "content": pdf(9)},
        {"uri": "nowhere"},
    ]);
    let (status, reply) = host.call(postbud_document_build, &request("invoice", &attachments));
    let places: Vec<&str> = reply["error"]["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|it| it["path"].as_str()?.strip_prefix("/invoice/attachments"))
        .collect();
    assert_eq!((status, places), (2, vec!["/0/content", "/2/name", "/3/uri"]));
}
