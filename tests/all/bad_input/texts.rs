//! Texts: characters, lengths, and nothing at all.

use super::row::{Row, at, gone};
use serde_json::json;

/// The rows.
pub fn rows() -> Vec<Row> {
    vec![
        at("/invoice/note", "a\u{1}b", "text_control_character"),
        at("/invoice/number", "a\u{1}b", "text_line_end"),
        at("/invoice/payment_terms", "a\u{1}b", "text_control_character"),
        at("/invoice/lines/0/name", "a\u{1}b", "text_line_end"),
        at("/invoice/lines/0/description", "a\u{1}b", "text_control_character"),
        at("/invoice/lines/0/note", "a\u{1}b", "text_control_character"),
        at("/seller/name", "a\u{1}b", "text_line_end"),
        at("/buyer/address/street", "a\u{1}b", "text_line_end"),
        at("/invoice/adjustments/0/reason", "a\u{1}b", "text_line_end"),
        at("/invoice/lines/0/name", "to\nlinjer", "text_line_end"),
        at("/invoice/buyer_reference", "a\tb", "text_line_end"),
        at("/invoice/note", "a\u{7f}b", "text_control_character"),
        at("/invoice/note", "\u{fffe}", "text_control_character"),
        at("/invoice/note", "\u{0}", "text_control_character"),
        at("/invoice/lines/0/item_number", "a\u{85}b", "text_line_end"),
        at("/invoice/lines/0/name", "Å".repeat(5_000_000), "text_too_long"),
        at("/seller/name", "Å".repeat(5_000_000), "text_too_long"),
        at("/invoice/note", "Å".repeat(5_000_000), "text_too_long"),
        at("/invoice/type", "Å".repeat(5_000_000), "document_type"),
        at("/invoice/payment/kid", "1".repeat(10_000_000), "kid_length"),
        at("/invoice/lines/0/price", "9".repeat(10_000_000), "number_too_large"),
        at(&format!("/{}", "x".repeat(10_000_000)), "1", "unknown_field")
            .found(&format!("/{}…", "x".repeat(120))),
        at("/invoice/number", "1".repeat(41), "text_too_long"),
        at("/invoice/lines/0/name", "a".repeat(201), "text_too_long"),
        at("/invoice/note", "a".repeat(2_001), "text_too_long"),
        at("/invoice/payment_terms", "a".repeat(1_001), "text_too_long"),
        at("/invoice/lines/0/item_number", "a".repeat(61), "text_too_long"),
        at("/invoice/lines/0/note", "a".repeat(1_001), "text_too_long"),
        at("/invoice/lines/0/id", "a".repeat(41), "text_too_long"),
        at("/buyer/address/post_code", "111111111111111111111", "text_too_long"),
        at("/buyer/contact", json!({"name": "a".repeat(101)}), "text_too_long")
            .found("/buyer/contact/name"),
        at("/invoice/order_reference", "a".repeat(101), "text_too_long"),
        at("/invoice/adjustments/0/reason", "a".repeat(201), "text_too_long"),
        at(
            "/invoice/lines/0/vat",
            json!({"category": "E", "reason": "a".repeat(501)}),
            "text_too_long",
        )
        .found("/invoice/lines/0/vat/reason"),
        at("/invoice/lines/0/name", "", "BR-25"),
        at("/invoice/lines/0/name", "   ", "BR-25"),
        gone("/invoice/lines/0/name", "BR-25"),
        at("/seller/name", "", "field_missing"),
        at("/invoice/number", "  ", "field_missing"),
        at("/invoice/host_key", "a".repeat(10_000), "text_too_long"),
        at("/invoice/lines/0/host_key", "k".repeat(1_000_000), "text_too_long")
            .and("/invoice/lines/0/price", "x"),
    ]
}
