//! Codes and numbers that no list has.

use super::row::{Row, at, gone};
use serde_json::json;

/// The rows.
pub fn rows() -> Vec<Row> {
    vec![
        at("/invoice/type", "faktura", "document_type"),
        at("/invoice/type_code", "999", "code_unknown"),
        at("/invoice/type_code", "381", "code_unknown"),
        at("/invoice/type", "credit_note", "code_unknown")
            .and("/invoice/type_code", "380")
            .found("/invoice/type_code"),
        at("/invoice/self_billing", true, "code_unknown")
            .and("/invoice/type_code", "380")
            .found("/invoice/type_code"),
        at("/invoice/type_code", "384", "PEPPOL-EN16931-P0112"),
        at("/invoice/currency", "KRONER", "currency_unknown"),
        at("/invoice/currency", "nok", "currency_unknown"),
        at("/invoice/currency", "XXZ", "currency_unknown"),
        at("/invoice/delivery_country", "XX", "country_unknown"),
        at("/seller/address/country", "Norge", "country_unknown"),
        at("/buyer/address/country", "no", "country_unknown"),
        gone("/buyer/address/country", "field_missing"),
        at("/invoice/lines/0/origin_country", "ZZ", "country_unknown"),
        at("/invoice/lines/0/unit", "boks", "BR-CL-23"),
        at("/invoice/lines/0/unit", "ZZZ", "BR-CL-23"),
        at("/invoice/payment/means", "999", "code_unknown"),
        at("/invoice/payment/means", "credit", "code_unknown"),
        at("/invoice/lines/0/vat", json!({"category": "X"}), "vat_category_unknown")
            .found("/invoice/lines/0/vat/category"),
        at("/invoice/lines/0/vat", json!({"category": "s", "rate": "25"}), "vat_category_unknown")
            .found("/invoice/lines/0/vat/category"),
        at(
            "/invoice/lines/0/vat",
            json!({"category": "E", "reason_code": "VATEX-EU-999"}),
            "BR-CL-22",
        )
        .found("/invoice/lines/0/vat/reason_code"),
        at(
            "/invoice/lines/0/vat",
            json!({"category": "Z", "reason_code": "VATEX-EU-G"}),
            "vat_reason_needless",
        )
        .found("/invoice/lines/0/vat/reason_code"),
        at("/invoice/adjustments/0/reason_code", "ZZ9", "code_unknown"),
        at("/invoice/adjustments/0/reason_code", "95", "code_unknown"),
        at(
            "/invoice/lines/0/adjustments",
            json!([{"kind": "allowance", "amount": "5", "reason_code": "FC"}]),
            "code_unknown",
        )
        .found("/invoice/lines/0/adjustments/0/reason_code"),
        at("/invoice/object", json!({"scheme": "ZZQ", "id": "1"}), "identifier_scheme_unknown")
            .found("/invoice/object/scheme"),
        at(
            "/invoice/lines/0/object",
            json!({"scheme": "0088", "id": "1"}),
            "identifier_scheme_unknown",
        )
        .found("/invoice/lines/0/object/scheme"),
        at(
            "/invoice/lines/0/standard_item",
            json!({"scheme": "9999", "id": "1"}),
            "identifier_scheme_unknown",
        )
        .found("/invoice/lines/0/standard_item/scheme"),
        at("/invoice/lines/0/standard_item", json!({"scheme": "0088"}), "field_missing")
            .found("/invoice/lines/0/standard_item/id"),
        at("/invoice/lines/0/standard_item", json!({"id": "1"}), "field_missing")
            .found("/invoice/lines/0/standard_item/scheme"),
        at(
            "/invoice/lines/0/classes",
            json!([{"code": "1", "scheme": "UNSPSC"}]),
            "identifier_scheme_unknown",
        )
        .found("/invoice/lines/0/classes/0/scheme"),
        at("/invoice/lines/0/classes", json!([{"code": "1"}]), "field_missing")
            .found("/invoice/lines/0/classes/0/scheme"),
        at("/invoice/lines/0/classes", json!([{"scheme": "TST"}]), "field_missing")
            .found("/invoice/lines/0/classes/0/code"),
        at("/invoice/lines/0/properties", json!([{"name": "Farge"}]), "field_missing")
            .found("/invoice/lines/0/properties/0/value"),
        at("/invoice/lines/0/properties", json!([{"value": "Gul"}]), "field_missing")
            .found("/invoice/lines/0/properties/0/name"),
        at("/invoice/tax_point_code", "5", "code_unknown"),
        at("/invoice/tax_point_code", "35", "BR-CO-03")
            .and("/invoice/tax_point_date", "2026-11-23"),
        at(
            "/seller/identifiers",
            json!([{"scheme": "GLN", "id": "1"}]),
            "identifier_scheme_unknown",
        )
        .found("/seller/identifiers/0/scheme"),
        at("/buyer/identifiers", json!([{"scheme": "0088"}]), "field_missing")
            .found("/buyer/identifiers/0/id"),
        at(
            "/seller/registration",
            json!({"scheme": "0192", "id": "987654325"}),
            "two_registrations",
        ),
        at(
            "/seller/registration",
            json!({"scheme": "9908", "id": "987654325"}),
            "identifier_scheme_unknown",
        )
        .without("/seller/organisation_number")
        .found("/seller/registration/scheme"),
        at(
            "/invoice/payee",
            json!({"name": "X", "identifier": {"scheme": "ORG", "id": "1"}}),
            "identifier_scheme_unknown",
        )
        .found("/invoice/payee/identifier/scheme"),
        at("/invoice/payee", json!({"identifier": {"id": "1"}}), "field_missing")
            .found("/invoice/payee/name"),
        at(
            "/invoice/payee",
            json!({"name": "X", "registration": {"scheme": "0192"}}),
            "field_missing",
        )
        .found("/invoice/payee/registration/id"),
        at(
            "/invoice/delivery",
            json!({"location": {"scheme": "1", "id": "1"}}),
            "identifier_scheme_unknown",
        )
        .found("/invoice/delivery/location/scheme"),
        at("/invoice/delivery", json!({"address": {"street": "Lia 4"}}), "field_missing")
            .found("/invoice/delivery/address/country"),
        at(
            "/invoice/tax_representative",
            json!({"name": "X", "vat_number": "NO987654325MVA"}),
            "field_missing",
        )
        .found("/invoice/tax_representative/address/country"),
        at(
            "/invoice/tax_representative",
            json!({"name": "X", "address": {"country": "NO"}}),
            "field_missing",
        )
        .found("/invoice/tax_representative/vat_number"),
        at(
            "/invoice/tax_representative",
            json!({"vat_number": "NO987654325MVA", "address": {"country": "NO"}}),
            "field_missing",
        )
        .found("/invoice/tax_representative/name"),
        at(
            "/invoice/tax_representative",
            json!({"name": "X", "vat_number": "12", "address": {"country": "NO"}}),
            "vat_number_shape",
        )
        .found("/invoice/tax_representative/vat_number"),
        at("/invoice/lines/0/gtin", "ABC", "gtin_invalid"),
        at("/invoice/lines/0/gtin", "7038010000652", "two_standard_item_numbers")
            .and("/invoice/lines/0/standard_item", json!({"scheme": "0160", "id": "7038010000652"}))
            .found("/invoice/lines/0/standard_item"),
    ]
}
