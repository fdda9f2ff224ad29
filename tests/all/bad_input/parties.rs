//! Numbers, accounts and addresses of the parties.

use super::row::{Row, at, gone, swedish};
use serde_json::json;

/// The rows.
pub fn rows() -> Vec<Row> {
    vec![
        at("/seller/organisation_number", "987654326", "organisation_number_check_digit"),
        at("/seller/organisation_number", "98765432", "organisation_number_shape"),
        at("/seller/organisation_number", "987654325MVA", "organisation_number_shape"),
        at("/seller/organisation_number", "0", "organisation_number_shape"),
        at("/seller/organisation_number", "", "PEPPOL-EN16931-R020").found("/seller/endpoint"),
        at("/seller/organisation_number", "000000000", "organisation_number_shape"),
        at("/seller/organisation_number", "98765432O", "organisation_number_shape"),
        at("/buyer/organisation_number", "123456786", "organisation_number_check_digit"),
        at("/buyer/organisation_number", "5560160680", "organisation_number_shape"),
        at("/seller/vat_number", "NO987654326MVA", "vat_number_norwegian"),
        at("/seller/vat_number", "987654325", "vat_number_shape"),
        at("/seller/vat_number", "NO987654325", "vat_number_norwegian"),
        at("/seller/vat_number", "XX123", "vat_number_shape"),
        at("/seller/vat_number", "SE556016068002", "vat_number_swedish"),
        at("/seller/vat_number", "NO 98765", "vat_number_norwegian"),
        swedish("/seller/organisation_number", "556016-0681", "organisation_number_check_digit"),
        swedish("/seller/organisation_number", "55601606", "organisation_number_shape"),
        swedish("/seller/vat_number", "SE556016068101", "vat_number_swedish"),
        swedish("/invoice/payment/ocr", "2345675", "ocr_invalid"),
        swedish("/invoice/payment/ocr", "2", "ocr_invalid"),
        swedish("/invoice/payment/ocr", "11111111111111111111111111", "ocr_invalid"),
        swedish("/invoice/payment/ocr", "23-45", "ocr_invalid"),
        swedish("/invoice/lines/0/vat/rate", "20", "vat_rate_unknown"),
        swedish("/seller/bank_account", "bankgiro:5050-1056", "giro_invalid"),
        swedish("/seller/bank_account", "plusgiro:4-3", "giro_invalid"),
        swedish("/seller/bank_account", "bankgiro:123456789", "giro_invalid"),
        swedish("/seller/bank_account", "5050-1055", "account_invalid"),
        at("/invoice/payment/account", "86011117948", "account_invalid"),
        at("/invoice/payment/account", "8601111794", "account_invalid"),
        at("/invoice/payment/account", "NO9386011117948", "iban_invalid"),
        at("/invoice/payment/account", "NO938601111794", "iban_invalid"),
        at("/invoice/payment/account", "GB00", "iban_invalid"),
        at("/invoice/payment/account", "IBAN NO9386011117947", "iban_invalid"),
        at("/invoice/payment/account", "other:", "account_invalid"),
        at("/invoice/payment/account", "konto", "iban_invalid"),
        at("/invoice/payment/account", "00000000000", "account_invalid"),
        at("/invoice/payment/account", "SE35 5000 0000 0549 1000 0004", "iban_invalid"),
        at("/seller/bank_account", "86011117948", "account_invalid"),
        at("/seller/bank_account", "NO66 8601 1117 948", "account_inside_wrong"),
        at("/invoice/payment/account", "NO6686011117948", "account_inside_wrong"),
        at("/invoice/payment/account", "FI9112345600000786", "account_inside_wrong"),
        at("/invoice/payment/account", "BE41 5390 0754 7035", "account_inside_wrong"),
        at("/invoice/payment/account", "ES2121000418450200051331", "account_inside_wrong"),
        at("/invoice/payment/account", "DE5137040044053201300", "iban_length"),
        at(
            "/invoice/more_payments",
            json!([{"account": "NO6686011117948", "kid": "2345676"}]),
            "account_inside_wrong",
        )
        .found("/invoice/more_payments/0/account"),
        at(
            "/invoice/payment",
            json!({"means": "59", "direct_debit": {
                "mandate": "M", "account": "NO66 8601 1117 948",
            }}),
            "account_inside_wrong",
        )
        .found("/invoice/payment/direct_debit/account"),
        gone("/buyer/organisation_number", "PEPPOL-EN16931-R010").found("/buyer/endpoint"),
        at("/buyer/address/country", "DE", "PEPPOL-EN16931-R010").found("/buyer/endpoint"),
        at("/invoice/payment/kid", "2345675", "kid_check_digit"),
        at("/invoice/payment/kid", "123", "kid_length"),
        at("/invoice/payment/kid", "11111111111111111111111111", "kid_length"),
        at("/invoice/payment/kid", "12A4", "kid_length"),
        at("/invoice/payment/kid", "-", "kid_length"),
        at("/invoice/payment/kid", "105-", "kid_check_digit"),
        at("/invoice/payment/ocr", "2345676", "two_payment_references").found("/invoice/payment"),
        at("/invoice/payment/reference", "x", "two_payment_references").found("/invoice/payment"),
        at(
            "/invoice/payment",
            json!({"kid": "2345676", "ocr": "2345676", "reference": "x"}),
            "two_payment_references",
        ),
        at("/buyer/contact", json!({"email": "anne"}), "email_invalid")
            .found("/buyer/contact/email"),
        at("/seller/contact", json!({"email": "a@b\u{1}.no"}), "text_line_end")
            .found("/seller/contact/email"),
        at("/buyer/endpoint", json!({"scheme": "0000", "id": "1"}), "endpoint_scheme_unknown")
            .found("/buyer/endpoint/scheme"),
        at("/buyer/endpoint", json!({"scheme": "0192", "id": "123456786"}), "endpoint_invalid")
            .found("/buyer/endpoint/id"),
        at("/buyer/endpoint", json!({"scheme": "0192"}), "field_missing")
            .found("/buyer/endpoint/id"),
        at("/buyer/endpoint", json!({"id": "123456785"}), "field_missing")
            .found("/buyer/endpoint/scheme"),
        at(
            "/buyer/endpoint",
            json!({"scheme": "0088", "id": "7080000000001"}),
            "PEPPOL-COMMON-R040",
        ),
        at("/buyer/endpoint", json!({"scheme": "0088", "id": "æøå"}), "endpoint_invalid")
            .found("/buyer/endpoint/id"),
        at("/buyer/endpoint", json!({"scheme": "EM", "id": "a@b.no"}), "endpoint_scheme_unknown")
            .found("/buyer/endpoint/scheme"),
        at("/buyer/endpoint", json!({"scheme": "0007", "id": "556016-0680"}), "endpoint_invalid")
            .found("/buyer/endpoint/id"),
        at("/buyer/endpoint", json!({}), "field_missing").found("/buyer/endpoint/scheme"),
        at("/buyer/endpoint", json!({"scheme": "0192", "id": " "}), "field_missing")
            .found("/buyer/endpoint/id"),
        at("/buyer/endpoint", json!({"scheme": "0184", "id": "DK1"}), "PEPPOL-COMMON-R042"),
    ]
}
