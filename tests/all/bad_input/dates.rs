//! Days, moments and periods.

use super::row::{Row, at, gone};
use serde_json::json;

/// The rows.
pub fn rows() -> Vec<Row> {
    vec![
        at("/invoice/issue_date", "2026-11-31", "date_unreadable"),
        at("/invoice/issue_date", "23.11.2026", "date_unreadable"),
        at("/invoice/issue_date", "2026-11-23T10:00:00Z", "date_unreadable"),
        at("/invoice/issue_date", "0226-11-23", "date_unreadable"),
        at("/invoice/issue_date", "2026-13-01", "date_unreadable"),
        at("/invoice/issue_date", "2026-1-5", "date_unreadable"),
        at("/invoice/issue_date", "20261123", "date_unreadable"),
        at("/invoice/issue_date", "1899-12-31", "date_unreadable"),
        at("/invoice/issue_date", "2201-01-01", "date_unreadable"),
        at("/invoice/issue_date", "i dag", "date_unreadable"),
        at("/invoice/issue_date", "2025-02-29", "date_unreadable"),
        at("/invoice/issue_date", 20261123, "wrong_type"),
        gone("/invoice/issue_date", "field_missing"),
        at("/invoice/issue_date", "", "field_missing"),
        at("/invoice/due_date", "2026-11-31", "date_unreadable"),
        at("/invoice/tax_point_date", "2026-00-10", "date_unreadable"),
        at("/invoice/delivery_date", "1/11/2026", "date_unreadable"),
        at("/invoice/period", json!({"start": "2026-11-30", "end": "2026-11-01"}), "BR-29")
            .found("/invoice/period/end"),
        at("/invoice/period", json!({"start": "2026-11"}), "date_unreadable")
            .found("/invoice/period/start"),
        at("/invoice/period", json!({"end": "november"}), "date_unreadable")
            .found("/invoice/period/end"),
        at("/invoice/lines/0/period", json!({"start": "2026-11-30", "end": "2026-11-01"}), "BR-30")
            .found("/invoice/lines/0/period/end"),
        at(
            "/invoice/period",
            json!({"start": "2026-11-01", "end": "2026-11-30"}),
            "PEPPOL-EN16931-R110",
        )
        .and("/invoice/lines/0/period", json!({"start": "2026-10-31", "end": "2026-11-30"}))
        .found("/invoice/lines/0/period/start"),
        at(
            "/invoice/period",
            json!({"start": "2026-11-01", "end": "2026-11-30"}),
            "PEPPOL-EN16931-R111",
        )
        .and("/invoice/lines/0/period", json!({"start": "2026-11-01", "end": "2026-12-01"}))
        .found("/invoice/lines/0/period/end"),
        at(
            "/invoice/preceding",
            json!([{"number": "1", "issue_date": "2026-02-30"}]),
            "date_unreadable",
        )
        .found("/invoice/preceding/0/issue_date"),
        at("/invoice/preceding", json!([{"issue_date": "2026-02-20"}]), "field_missing")
            .found("/invoice/preceding/0/number"),
        at("/invoice/preceding", json!([{}]), "field_missing").found("/invoice/preceding/0/number"),
        at("/now", "2026-11-23", "moment_unreadable"),
        at("/now", "yesterday", "moment_unreadable"),
        gone("/invoice/due_date", "BR-CO-25"),
    ]
}
