//! Decimals, and VAT in another currency.

use super::row::{Row, at};
use serde_json::json;

/// The rows.
pub fn rows() -> Vec<Row> {
    vec![
        at("/invoice/lines/0/price", "1,5", "number_unreadable"),
        at("/invoice/lines/0/price", "1e3", "number_unreadable"),
        at("/invoice/lines/0/price", "1E-2", "number_unreadable"),
        at("/invoice/lines/0/price", "NaN", "number_unreadable"),
        at("/invoice/lines/0/price", "Infinity", "number_unreadable"),
        at("/invoice/lines/0/price", "-", "number_unreadable"),
        at("/invoice/lines/0/price", "", "field_missing"),
        at("/invoice/lines/0/price", ".5", "number_unreadable"),
        at("/invoice/lines/0/price", "5.", "number_unreadable"),
        at("/invoice/lines/0/price", "1 000", "number_unreadable"),
        at("/invoice/lines/0/price", "1_000", "number_unreadable"),
        at("/invoice/lines/0/price", "+5", "number_unreadable"),
        at("/invoice/lines/0/price", "0x10", "number_unreadable"),
        at("/invoice/lines/0/price", "٣", "number_unreadable"),
        at("/invoice/lines/0/price", "--1", "number_unreadable"),
        at("/invoice/lines/0/price", "1.2.3", "number_unreadable"),
        at("/invoice/lines/0/price", "kr 100", "number_unreadable"),
        at("/invoice/lines/0/price", "1.12345678901", "too_many_decimals"),
        at("/invoice/lines/0/price", "1234567890", "number_too_large"),
        at("/invoice/lines/0/price", 100, "amount_as_number"),
        at("/invoice/lines/0/price", 1.5, "amount_as_number"),
        at("/invoice/lines/0/quantity", 2, "amount_as_number"),
        at("/invoice/lines/0/vat/rate", 25, "amount_as_number"),
        at("/invoice/prepaid", 0, "amount_as_number"),
        at("/invoice/lines/0/quantity", "1.1234567", "too_many_decimals"),
        at("/invoice/lines/0/quantity", "1234567890", "number_too_large"),
        at("/invoice/adjustments/0/amount", "50.001", "too_many_decimals"),
        at("/invoice/adjustments/0/amount", "12345678901234", "number_too_large"),
        at("/invoice/lines/0/vat/rate", "25.00001", "too_many_decimals"),
        at("/invoice/lines/0/vat/rate", "12345", "number_too_large"),
        at("/invoice/lines/0/vat/rate", "25 %", "number_unreadable"),
        at("/invoice/lines/0/price", true, "wrong_type"),
        at("/invoice/lines/0/quantity", json!([]), "wrong_type"),
        at("/invoice/lines/0/price", json!({}), "wrong_type"),
        at("/invoice/exchange_rate", "x", "number_unreadable").and("/invoice/vat_currency", "EUR"),
        at("/invoice/exchange_rate", "11.7", "field_missing").found("/invoice/vat_currency"),
        at("/invoice/vat_currency", "EUR", "PEPPOL-EN16931-R054")
            .found("/invoice/vat_in_vat_currency"),
        at("/invoice/vat_currency", "NOK", "PEPPOL-EN16931-R005")
            .and("/invoice/vat_in_vat_currency", "68.50"),
        at("/invoice/vat_in_vat_currency", "68.50", "field_missing").found("/invoice/vat_currency"),
        at("/invoice/vat_currency", "EURO", "currency_unknown"),
        at("/invoice/vat_currency", "EUR", "exchange_rate_not_positive")
            .and("/invoice/exchange_rate", "0")
            .found("/invoice/exchange_rate"),
        at("/invoice/vat_currency", "EUR", "exchange_rate_not_positive")
            .and("/invoice/exchange_rate", "-11")
            .found("/invoice/exchange_rate"),
        at("/invoice/vat_currency", "EUR", "PEPPOL-EN16931-R055")
            .and("/invoice/vat_in_vat_currency", "-5")
            .found("/invoice/vat_in_vat_currency"),
        at("/invoice/vat_currency", "EUR", "too_many_decimals")
            .and("/invoice/exchange_rate", "0.1234567")
            .found("/invoice/exchange_rate"),
    ]
}
