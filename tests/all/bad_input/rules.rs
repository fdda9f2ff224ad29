//! Rules on payment, references and VAT.

use super::row::{Row, at, gone};
use serde_json::json;

/// The rows.
pub fn rows() -> Vec<Row> {
    vec![
        at("/invoice/payment", json!({"means": "30"}), "BR-61")
            .without("/seller/bank_account")
            .found("/invoice/payment/account"),
        at("/invoice/payment", json!({"means": "58"}), "BR-61")
            .without("/seller/bank_account")
            .found("/invoice/payment/account"),
        at("/invoice/payment", json!({"means": "49"}), "PEPPOL-EN16931-R061")
            .found("/invoice/payment/direct_debit/mandate"),
        at(
            "/invoice/payment",
            json!({"means": "59", "direct_debit": {"account": "NO9386011117947"}}),
            "PEPPOL-EN16931-R061",
        )
        .found("/invoice/payment/direct_debit/mandate"),
        at("/invoice/payment", json!({"bic": "DNBANOKK"}), "bic_without_iban")
            .found("/invoice/payment/bic"),
        at(
            "/invoice/payment",
            json!({"account": "86011117947", "bic": "DNBANOKK"}),
            "bic_without_iban",
        )
        .found("/invoice/payment/bic"),
        at(
            "/invoice/payment",
            json!({"means": "48", "card": {"number": "4984121234567890"}}),
            "card_number_unmasked",
        )
        .found("/invoice/payment/card/number"),
        at(
            "/invoice/payment",
            json!({"means": "48", "card": {"network": "VISA"}}),
            "field_missing",
        )
        .found("/invoice/payment/card/number"),
        at(
            "/invoice/payment",
            json!({"means": "48", "card": {"number": "kort"}}),
            "card_number_unmasked",
        )
        .found("/invoice/payment/card/number"),
        at(
            "/invoice/payment",
            json!({"means": "59", "direct_debit": {"mandate": "M", "creditor": "A"}}),
            "two_creditors",
        )
        .and(
            "/invoice/more_payments",
            json!([{"means": "59", "direct_debit": {"mandate": "M", "creditor": "B"}}]),
        )
        .found("/invoice/more_payments"),
        at(
            "/invoice/more_payments",
            json!([{"means": "58", "account": "NO9386011117947", "kid": "2345676"}]),
            "UBL-SR-47",
        )
        .found("/invoice/more_payments/0/means"),
        at(
            "/invoice/more_payments",
            json!([{"account": "NO9386011117947", "kid": "2345684"}]),
            "UBL-SR-44",
        )
        .found("/invoice/more_payments/0"),
        at("/invoice/more_payments", json!([{"account": "x"}]), "iban_invalid")
            .found("/invoice/more_payments/0/account"),
        at("/invoice/more_payments", json!([{"means": "30"}]), "BR-61")
            .found("/invoice/more_payments/0/account"),
        at("/invoice/more_payments", json!([{}]), "UBL-SR-47")
            .found("/invoice/more_payments/0/means"),
        at(
            "/invoice/payment",
            json!({"means": "59", "direct_debit": {"mandate": "M"}}),
            "UBL-SR-55",
        )
        .and("/invoice/more_payments", json!([{"means": "59", "direct_debit": {"mandate": "N"}}]))
        .found("/invoice/more_payments/0/direct_debit"),
        at("/invoice/payment", json!({"means": "48", "card": {"number": "1234"}}), "UBL-SR-54")
            .and("/invoice/more_payments", json!([{"means": "48", "card": {"number": "5678"}}]))
            .found("/invoice/more_payments/0/card"),
        gone("/invoice/buyer_reference", "PEPPOL-EN16931-R003"),
        at("/invoice/buyer_reference", "   ", "PEPPOL-EN16931-R003"),
        at("/invoice/lines/0/vat", json!({"category": "O", "reason": "Utenfor"}), "BR-O-11")
            .found("/invoice/lines"),
        at("/invoice/adjustments/0/vat", json!({"category": "O", "reason": "Utenfor"}), "BR-O-11")
            .found("/invoice/lines"),
        at("/invoice/lines/0/vat", json!({"category": "E"}), "BR-E-10")
            .found("/invoice/lines/0/vat/reason"),
        at(
            "/invoice/lines/0/vat",
            json!({"category": "E", "rate": "25", "reason": "x"}),
            "vat_rate_not_zero",
        )
        .found("/invoice/lines/0/vat/rate"),
        at("/invoice/lines/0/vat", json!({"category": "Z", "rate": "25"}), "vat_rate_not_zero")
            .found("/invoice/lines/0/vat/rate"),
        at("/invoice/lines/0/vat", json!({"category": "S", "rate": "0"}), "vat_category_missing")
            .found("/invoice/lines/0/vat/rate"),
        at("/invoice/lines/0/vat", json!({"category": "S"}), "field_missing")
            .found("/invoice/lines/0/vat/rate"),
        at("/invoice/lines/0/vat", json!({"rate": "0"}), "vat_category_missing")
            .found("/invoice/lines/0/vat/rate"),
        at("/invoice/lines/0/vat", json!({"rate": "-25"}), "vat_rate_negative")
            .found("/invoice/lines/0/vat/rate"),
        at(
            "/invoice/lines/0/vat",
            json!({"rate": "25", "reason": "Fritatt"}),
            "vat_reason_needless",
        )
        .found("/invoice/lines/0/vat/reason"),
        at(
            "/invoice/lines/0/vat",
            json!({"rate": "25", "reason_code": "VATEX-EU-G"}),
            "vat_reason_needless",
        )
        .found("/invoice/lines/0/vat/reason_code"),
        at(
            "/invoice/lines/0/vat",
            json!({"category": "Z", "reason": "Fritatt"}),
            "vat_reason_needless",
        )
        .found("/invoice/lines/0/vat/reason"),
        at("/invoice/lines/0/vat", json!({"rate": "24"}), "vat_rate_unknown")
            .found("/invoice/lines/0/vat/rate"),
        at("/invoice/lines/0/vat", json!({}), "field_missing").found("/invoice/lines/0/vat/rate"),
        at("/invoice/lines/0/vat", json!({"category": "E", "reason": "A"}), "vat_reasons_differ")
            .and("/invoice/lines/1/vat", json!({"category": "E", "reason": "B"}))
            .found("/invoice/lines/1/vat/reason"),
        at("/invoice/lines/0/vat", json!({"category": "AE"}), "BR-AE-02")
            .without("/buyer/organisation_number")
            .and("/buyer/endpoint", json!({"scheme": "0088", "id": "7300010000001"}))
            .found("/buyer/vat_number"),
        at("/invoice/lines/0/vat", json!({"category": "K"}), "BR-IC-02").found("/buyer/vat_number"),
        at("/invoice/lines/0/vat", json!({"category": "K"}), "BR-IC-11")
            .and("/buyer/vat_number", "DE123456789")
            .found("/invoice/delivery_date"),
        at("/invoice/lines/0/vat", json!({"category": "K"}), "BR-IC-12")
            .and("/buyer/vat_number", "DE123456789")
            .and("/invoice/delivery_date", "2026-11-20")
            .found("/invoice/delivery_country"),
        at("/invoice/lines/0/vat", json!({"category": "K", "rate": "25"}), "vat_rate_not_zero")
            .and("/buyer/vat_number", "DE123456789")
            .found("/invoice/lines/0/vat/rate"),
        at("/invoice/lines/0/vat", json!({"category": "M"}), "field_missing")
            .found("/invoice/lines/0/vat/rate"),
        at("/invoice/lines/0/vat", json!({"category": "B", "rate": "22"}), "BR-B-01")
            .found("/invoice"),
        at("/invoice/lines/0/vat", json!({"category": "B", "rate": "0"}), "vat_category_missing")
            .found("/invoice/lines/0/vat/rate"),
        at("/invoice/lines/0/vat", json!({"category": "L", "rate": "-1"}), "vat_rate_negative")
            .found("/invoice/lines/0/vat/rate"),
        gone("/seller/vat_number", "BR-S-02"),
        gone("/seller/vat_number", "BR-CO-26")
            .without("/seller/organisation_number")
            .and("/seller/endpoint", json!({"scheme": "0088", "id": "7300010000001"}))
            .and("/seller/tax_mark", "x")
            .found("/seller/organisation_number"),
        gone("/seller/organisation_number", "PEPPOL-EN16931-R020").found("/seller/endpoint"),
        gone("/invoice/due_date", "BR-CO-25"),
        at("/seller/vat_registration", "NO987654325MVA", "two_vat_numbers"),
    ]
}
