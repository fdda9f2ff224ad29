//! Sums that do not agree, and what they are made of.

use super::row::{Row, at, gone};
use serde_json::json;

/// The rows.
pub fn rows() -> Vec<Row> {
    vec![
        at("/invoice/totals/lines", "239", "total_differs"),
        at("/invoice/totals/allowances", "1", "total_differs"),
        at("/invoice/totals/charges", "49.99", "total_differs"),
        at("/invoice/totals/without_vat", "290.01", "total_differs"),
        at("/invoice/totals/vat", "68.49", "total_differs"),
        at("/invoice/totals/with_vat", "359", "total_differs"),
        at("/invoice/totals/payable", "358.51", "total_differs"),
        at("/invoice/totals/lines", "0.001", "too_many_decimals"),
        at("/invoice/totals/lines", "abc", "number_unreadable"),
        at("/invoice/totals/payable", "-358.50", "total_differs"),
        at(
            "/invoice/totals/groups",
            json!([{"category": "S", "rate": "25", "tax": "64.50"}]),
            "BR-CO-17",
        )
        .found("/invoice/totals/groups/0/tax"),
        at(
            "/invoice/totals/groups",
            json!([{"category": "S", "rate": "25", "taxable": "260"}]),
            "BR-CO-17",
        )
        .found("/invoice/totals/groups/0/taxable"),
        at(
            "/invoice/totals/groups",
            json!([{"category": "S", "rate": "24", "tax": "1"}]),
            "vat_row_unknown",
        )
        .found("/invoice/totals/groups/0"),
        at("/invoice/totals/groups", json!([{"rate": "25", "tax": "62.50"}]), "field_missing")
            .found("/invoice/totals/groups/0/category"),
        at(
            "/invoice/totals/groups",
            json!([{"category": "Q", "rate": "25", "tax": "62.50"}]),
            "vat_category_unknown",
        )
        .found("/invoice/totals/groups/0/category"),
        at(
            "/invoice/totals/groups",
            json!([{"category": "Z", "rate": "0", "taxable": "0"}]),
            "vat_row_unknown",
        )
        .found("/invoice/totals/groups/0"),
        at(
            "/invoice/totals/groups",
            json!([{"category": "S", "rate": "25", "tax": "62.5001"}]),
            "too_many_decimals",
        )
        .found("/invoice/totals/groups/0/tax"),
        at(
            "/invoice/totals/groups",
            json!([{"category": "S", "rate": "25"}, {"category": "S", "rate": "25"}]),
            "vat_row_twice",
        )
        .found("/invoice/totals/groups/1"),
        at("/invoice/lines/0/net_amount", "200.03", "PEPPOL-EN16931-R120"),
        at("/invoice/lines/0/net_amount", "199.97", "PEPPOL-EN16931-R120"),
        at("/invoice/lines/0/net_amount", "-200", "PEPPOL-EN16931-R120"),
        at("/invoice/lines/0/net_amount", "200.001", "too_many_decimals"),
        at("/invoice/adjustments/0/percent", "10", "PEPPOL-EN16931-R041")
            .found("/invoice/adjustments/0/base"),
        at("/invoice/adjustments/0/base", "100", "PEPPOL-EN16931-R042")
            .found("/invoice/adjustments/0/percent"),
        at("/invoice/adjustments/0/base", "100", "PEPPOL-EN16931-R040")
            .and("/invoice/adjustments/0/percent", "10")
            .found("/invoice/adjustments/0/amount"),
        gone("/invoice/adjustments/0/amount", "adjustment_amount"),
        gone("/invoice/adjustments/0/amount", "adjustment_amount")
            .and("/invoice/adjustments/0/base", "100"),
        at("/invoice/adjustments/0/percent", "10", "PEPPOL-EN16931-R040")
            .and("/invoice/adjustments/0/base", "100")
            .and("/invoice/adjustments/0/amount", "10.03")
            .found("/invoice/adjustments/0/amount"),
        gone("/invoice/adjustments/0/vat", "BR-32"),
        gone("/invoice/adjustments/0/reason", "BR-33"),
        at("/invoice/adjustments/0/kind", "rebate", "adjustment_kind"),
        gone("/invoice/adjustments/0/kind", "field_missing"),
        at(
            "/invoice/lines/0/adjustments",
            json!([{"kind": "charge", "amount": "5", "reason": "x", "vat": {"rate": "25"}}]),
            "adjustment_vat_on_line",
        )
        .found("/invoice/lines/0/adjustments/0/vat"),
        at("/invoice/lines/0/adjustments", json!([{"kind": "allowance", "amount": "5"}]), "BR-33")
            .found("/invoice/lines/0/adjustments/0/reason"),
        at(
            "/invoice/lines/0/adjustments",
            json!([{"kind": "allowance", "percent": "5", "reason": "Rabatt"}]),
            "adjustment_amount",
        )
        .found("/invoice/lines/0/adjustments/0/amount"),
        at(
            "/invoice/lines/0/gross_price",
            json!({"price": "120", "discount": "10"}),
            "net_price_differs",
        )
        .found("/invoice/lines/0/price"),
        at("/invoice/lines/0/gross_price", json!({"discount": "10"}), "field_missing")
            .found("/invoice/lines/0/gross_price/price"),
        at(
            "/invoice/lines/0/gross_price",
            json!({"price": "100", "discount": "-5"}),
            "net_price_differs",
        )
        .found("/invoice/lines/0/price"),
        at("/invoice/lines/0/gross_price", json!({"price": "100", "discount": "120"}), "BR-27")
            .without("/invoice/lines/0/price")
            .found("/invoice/lines/0/price"),
        at("/invoice/lines/0/price", "-1", "BR-27"),
        at("/invoice/lines/0/base_quantity", "0", "PEPPOL-EN16931-R121"),
        at("/invoice/lines/0/base_quantity", "-1", "PEPPOL-EN16931-R121"),
        at("/invoice/lines/0/quantity", "999999999", "number_too_large")
            .and("/invoice/lines/0/price", "999999999")
            .found("/invoice/lines"),
        at("/invoice/prepaid", "10.001", "too_many_decimals"),
        at("/invoice/rounding", "0.005", "too_many_decimals"),
        at("/invoice/rounding", "x", "number_unreadable"),
    ]
}
