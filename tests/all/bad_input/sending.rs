//! What is sent, and what is judged.

use super::row::{Row, judged, judged_without, sent, sent_without};
use serde_json::json;

/// The rows.
pub fn rows() -> Vec<Row> {
    vec![
        sent("/invoice/customer", "99", "customer_unknown"),
        sent_without("/invoice/customer", "field_missing"),
        sent("/invoice/customer", 1, "wrong_type"),
        sent("/invoice/claim", json!({"ground": "theft"}), "claim_ground_unknown")
            .found("/invoice/claim/ground"),
        sent("/invoice/claim", json!({"ground": "gift", "consented": "yes"}), "wrong_type")
            .found("/invoice/claim/consented"),
        sent("/invoice/distribution/force", "pigeon", "channel_unknown"),
        sent("/invoice/distribution", json!({"forbid": ["fax"]}), "channel_unknown")
            .found("/invoice/distribution/forbid/0"),
        sent("/invoice/distribution", json!({"order": ["print", "fax"]}), "channel_unknown")
            .found("/invoice/distribution/order/1"),
        sent(
            "/invoice/distribution",
            json!({"force": "email", "forbid": ["email"]}),
            "overrides_contradict",
        )
        .found("/invoice/distribution/force"),
        sent("/invoice/distribution/email", "anne", "email_invalid"),
        sent("/invoice/distribution/email_text", "a".repeat(5_001), "text_too_long"),
        sent("/invoice/due_date", "2026-11-01", "due_date_before_issue_date")
            .and("/invoice/number", "1002")
            .status(0),
        sent("/invoice/type", "credit_note", "credit_note_without_reference")
            .and("/invoice/number", "1003")
            .found("/invoice/preceding")
            .status(0),
        sent("/document", json!({"xml": "x"}), "invoice_and_document"),
        sent("/document", json!({}), "field_missing")
            .without("/invoice")
            .found("/document/customer"),
        sent("/seller", json!({"name": "x"}), "unknown_field"),
        sent("/invoice/totals/payable", "1", "total_differs"),
        sent("/invoice/lines/0/price", "-1", "BR-27"),
        sent("/invoice/host_key", "k".repeat(201), "text_too_long"),
        sent("/invoice/lines/0/host_key", "k".repeat(201), "text_too_long"),
        sent("/invoice/type", "reminder", "follow_up_without_invoice").found("/invoice/preceding"),
        sent("/invoice/issue_date", "2026-02-30", "date_unreadable"),
        sent("/invoice/adjustments/0/amount", "-50", "adjustment_negative")
            .and("/invoice/number", "1004")
            .status(0),
        sent("/company", "556016068", "company_unknown").nowhere().status(3),
        sent("/actor", json!({"role": "king"}), "role_unknown").found("/actor/role"),
        sent("/invoice/lines/0/standard_item", json!({"id": "5"}), "field_missing")
            .found("/invoice/lines/0/standard_item/scheme"),
        sent("/invoice/type_code", "326", "PEPPOL-EN16931-P0112"),
        judged("/pack", "9.9", "rule_pack_unknown"),
        judged("/day", "tomorrow", "rule_day_unreadable"),
        judged("/pack", "3.0.21", "rule_pack_and_day").and("/day", "2026-08-17").found("/day"),
        judged_without("/document", "field_missing"),
        judged("/document", 5, "wrong_type"),
        judged("/Pack", "3.0.21", "unknown_field"),
    ]
}
