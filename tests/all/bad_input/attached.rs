//! What is attached, and content without a business term.

use super::row::{Row, at};
use serde_json::json;

/// The rows.
pub fn rows() -> Vec<Row> {
    vec![
        at(
            "/invoice/other",
            json!([{"inside": "/Invoice", "content": "<a>"}]),
            "other_content_unreadable",
        )
        .found("/invoice/other/0/content"),
        at(
            "/invoice/other",
            json!([{"inside": "/Invoice", "content": "text"}]),
            "schema_text_misplaced",
        )
        .found("/invoice/other/0/content"),
        at(
            "/invoice/other",
            json!([{"inside": "/Invoice", "content": "<a/><b/>"}]),
            "other_content_unreadable",
        )
        .found("/invoice/other/0/content"),
        at(
            "/invoice/other",
            json!([{"inside": "/Invoice", "content": "<!DOCTYPE a><a/>"}]),
            "xml_dtd",
        )
        .found("/invoice/other/0/content"),
        at(
            "/invoice/other",
            json!([{"inside": "/Nowhere", "content": "<a/>"}]),
            "other_place_unknown",
        )
        .found("/invoice/other/0/inside"),
        at("/invoice/other", json!([{"inside": "x[", "content": "<a/>"}]), "other_place_unknown")
            .found("/invoice/other/0/inside"),
        at("/invoice/other", json!([{"inside": "", "content": "<a/>"}]), "field_missing")
            .found("/invoice/other/0/inside"),
        at("/invoice/other", json!([{"inside": "/Invoice"}]), "field_missing")
            .found("/invoice/other/0/content"),
        at(
            "/invoice/attachments",
            json!([{"name": "x.exe", "content": "AAAA"}]),
            "attachment_type_unknown",
        )
        .found("/invoice/attachments/0/name"),
        at(
            "/invoice/attachments",
            json!([{"name": "x.pdf", "content": "%%%"}]),
            "attachment_not_base64",
        )
        .found("/invoice/attachments/0/content"),
        at("/invoice/attachments", json!([{"name": "x.pdf"}]), "attachment_without_content")
            .found("/invoice/attachments/0"),
        at("/invoice/attachments", json!([{"name": "x.pdf", "content": ""}]), "attachment_empty")
            .found("/invoice/attachments/0/content"),
        at(
            "/invoice/attachments",
            json!([{"content": "AAAA", "uri": "http://x.no"}]),
            "attachment_content_and_uri",
        )
        .found("/invoice/attachments/0/uri"),
        at("/invoice/attachments", json!([{"uri": "ftp//x"}]), "attachment_uri")
            .found("/invoice/attachments/0/uri"),
        at(
            "/invoice/attachments",
            json!([{"name": "x.pdf", "content": "AAAA"}]),
            "attachment_content_and_type_differ",
        )
        .found("/invoice/attachments/0/content"),
        at(
            "/invoice/attachments",
            json!([{"name": "x.pdf", "mime": "text/html", "content": "JVBERi0xLjQK"}]),
            "attachment_name_and_type_differ",
        )
        .found("/invoice/attachments/0/mime"),
        at(
            "/invoice/attachments",
            json!([{"uri": "https://x.no", "image": true}]),
            "attachment_field_of_file",
        )
        .found("/invoice/attachments/0/image"),
        at("/invoice/attachments", json!([{"uri": "https://x.no", "pages": -1}]), "wrong_type")
            .found("/invoice/attachments/0/pages"),
        at("/invoice/attachments", json!([{"description": "x"}]), "attachment_without_content")
            .found("/invoice/attachments/0"),
        at(
            "/invoice/attachments",
            json!([{"name": "a".repeat(300), "content": "AAAA"}]),
            "text_too_long",
        )
        .found("/invoice/attachments/0/name"),
    ]
}
