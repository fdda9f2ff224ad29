//! The conflict of a number that was sent before shows the first difference: every field of every
//! golden case is changed in turn, and the conflict must name that very field.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test says bluntly what it needs"
)]

use crate::support::company::{nordlys, vik, with};
use crate::support::corpus::cases;
use crate::support::host::Host;
use postbud::ffi::{company, customer, invoice};
use serde_json::{Value, json};
use std::fs;

const NOW: &str = "2026-11-23T10:00:00Z";

/// A company like the case's seller, with a customer like its buyer.
fn host(case: &Value) -> Host {
    prepared(Host::in_memory(), case)
}

fn prepared(host: Host, case: &Value) -> Host {
    let seller = &case["seller"];
    let swedish = seller["address"]["country"] == "SE";
    let text = |value: &Value, other: &str| value.as_str().unwrap_or(other).to_owned();
    let address = json!({"street": "Storgata 1", "place": "Oslo",
                         "post_code": if swedish { "11122" } else { "0155" }});
    let account =
        text(&seller["bank_account"], if swedish { "bankgiro:5050-1055" } else { "86011117947" });
    let card = with(
        nordlys(),
        &json!({
            "organisation_number": seller["organisation_number"], "name": seller["name"],
            "country": seller["address"]["country"], "address": address, "phone": "+4722000000",
            "bank_account": account, "activated_on": null,
            "exchange_user": {"kind": "new", "name": "Kari", "email": "kari@nordlys.example.no",
                              "phone": "+4722000000"},
        }),
    );
    host.ok(company::postbud_company_register, &card);
    for number in ["1", "2"] {
        let card = with(
            vik(),
            &json!({
                "number": number, "organisation_number": null, "buyer_reference": null,
                "address": {"street": "Lia 4", "post_code": "5003", "place": "Bergen", "country": "NO"},
                "vat_number": case["buyer"]["vat_number"],
            }),
        );
        host.ok(customer::postbud_customer_put, &card);
    }
    host
}

fn send(host: &Host, invoice: &Value) -> (i32, Value) {
    host.call(invoice::postbud_invoice_send, &json!({"now": NOW, "invoice": invoice}))
}

/// Every place in the request where a text stands.
fn leaves(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                leaves(value, &format!("{path}/{name}"), found);
            }
        }
        Value::Array(items) => {
            for (at, value) in items.iter().enumerate() {
                leaves(value, &format!("{path}/{at}"), found);
            }
        }
        Value::String(_) => found.push(path.to_owned()),
        _ => {}
    }
}

/// Other values that the field may take; most are refused for what they are.
fn others(text: &str) -> Vec<String> {
    let mut all = vec![
        format!("{text}x"),
        "2026-11-24".into(),
        "2026-12-24".into(),
        "2345684".into(),
        "SEK".into(),
        "HUR".into(),
        "15".into(),
        "Z".into(),
        "DK".into(),
        "58".into(),
        "95".into(),
        "FC".into(),
        "12".into(),
    ];
    if let Ok(number) = text.parse::<rust_decimal::Decimal>() {
        all.insert(0, (number + rust_decimal::Decimal::ONE).to_string());
    }
    all.retain(|other| other != text);
    all
}

#[test]
fn the_conflict_names_the_field_that_was_changed() {
    let (mut named, mut wrong) = (0, Vec::new());
    for file in cases() {
        let case: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
        if case["invoice"]["self_billing"] == true {
            continue; // It is the buyer's to send.
        }
        let country = &case["seller"]["address"]["country"];
        if (country != "NO" && country != "SE") || case["seller"]["organisation_number"].is_null() {
            continue; // No company that can be registered here.
        }
        let host = host(&case);
        let mut invoice = case["invoice"].clone();
        invoice["customer"] = json!("1");
        invoice["distribution"] = json!({"force": "email"});
        invoice.as_object_mut().unwrap().remove("totals");
        let (status, reply) = send(&host, &invoice);
        assert_eq!(status, 0, "{}: {reply:#}", file.display());
        assert_eq!(send(&host, &invoice).1["replayed"], true);
        let mut paths = Vec::new();
        leaves(&invoice, "", &mut paths);
        for path in paths {
            changed_at(&host, &invoice, &path, &mut named, &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(named, 778, "fields were changed");
}

/// What fewer invoices have stands elsewhere in the request than in the invoice made of it.
#[test]
fn rarer_terms_are_named_as_the_request_names_them() {
    let case = json!({"seller": {"name": "Nordlys AS", "organisation_number": "987654325",
                                 "address": {"country": "NO"}}});
    let host = host(&case);
    let invoice = json!({
        "number": "1", "customer": "1", "issue_date": "2026-11-23", "buyer_reference": "Tone",
        "currency": "EUR", "vat_currency": "NOK", "exchange_rate": "11.5",
        "distribution": {"force": "email"}, "delivery_date": "2026-11-20",
        "sales_order_reference": "SO", "despatch_reference": "DA", "receipt_reference": "RA",
        "tender_reference": "T", "project_reference": "P", "object": {"scheme": "ABZ", "id": "7"},
        "payee": {"name": "Factoring AS", "registration": {"scheme": "0192", "id": "123456785"}},
        "delivery": {"name": "Lager", "location": {"scheme": "0088", "id": "7300010000001"},
                     "address": {"street": "Lia 4", "country": "NO"}},
        "payment": {"means": "30", "kid": "2345676", "account": "NO9386011117947",
            "direct_debit": {"mandate": "M1", "account": "A", "creditor": "C"}},
        "more_payments": [{"means": "30", "kid": "2345676", "account": "86011117947",
                           "account_name": "Nordlys"}],
        "lines": [{"name": "Ting", "quantity": "2", "vat": {"rate": "25"}, "net_amount": "180.01",
            "gross_price": {"price": "100", "discount": "10"}, "origin_country": "SE",
            "object": {"scheme": "ABZ", "id": "8"}, "standard_item": {"scheme": "0160", "id": "5"},
            "classes": [{"code": "4", "scheme": "TST", "version": "2"}],
            "properties": [{"name": "farge", "value": "blå"}]}],
    });
    let (status, reply) = send(&host, &invoice);
    assert_eq!(status, 0, "{reply:#}");
    let mut paths = Vec::new();
    leaves(&invoice, "", &mut paths);
    let (mut named, mut wrong) = (0, Vec::new());
    for path in paths {
        changed_at(&host, &invoice, &path, &mut named, &mut wrong);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(named, 42, "fields were changed");
}

/// Sends the invoice with another value in one place; the conflict must name the place.
fn changed_at(host: &Host, invoice: &Value, path: &str, named: &mut i32, wrong: &mut Vec<String>) {
    let before = invoice.pointer(path).unwrap().as_str().unwrap();
    for other in others(before) {
        let mut changed = invoice.clone();
        *changed.pointer_mut(path).unwrap() = json!(other);
        let (status, reply) = send(host, &changed);
        if status != 4 {
            continue;
        }
        let found = &reply["error"]["findings"][0];
        if found["path"] != json!(format!("/invoice{path}")) {
            wrong.push(format!("{path}: {}", found["path"]));
        }
        assert_eq!(found["rule"], "document_differs", "{path}: {reply:#}");
        assert_ne!(found["earlier"], found["value"]);
        *named += 1;
        return;
    }
}

/// A field that is left out, and one that is new, are named too; what was filled in is not.
#[test]
fn what_was_filled_in_is_no_difference() {
    let case = json!({"seller": {"name": "Nordlys AS", "organisation_number": "987654325",
                                 "address": {"country": "NO"}}});
    let host = host(&case);
    let invoice = json!({
        "number": "1", "customer": "1", "issue_date": "2026-11-23", "note": "Takk",
        "distribution": {"force": "email"},
        "lines": [{"name": "Ting", "price": "100", "vat": {"rate": "25"}, "host_key": "L1"}],
    });
    let (status, reply) = send(&host, &invoice);
    assert_eq!(status, 0, "{reply:#}");
    let first = |change: &dyn Fn(&mut Value)| {
        let mut changed = invoice.clone();
        change(&mut changed);
        let (status, reply) = send(&host, &changed);
        assert_eq!(status, 4, "{reply:#}");
        assert_eq!(reply["error"]["code"], "document_number_taken");
        reply["error"]["findings"][0].clone()
    };
    let price = first(&|it| it["lines"][0]["price"] = json!("101"));
    assert_eq!(price["path"], "/invoice/lines/0/price");
    assert_eq!((&price["earlier"], &price["value"]), (&json!("100"), &json!("101")));
    assert_eq!(price["host_key"], "L1");
    let message = price["message"].as_str().unwrap();
    assert!(message.contains("/invoice/lines/0/price is 100 in"), "{message}");
    let gone = first(&|it| it["note"] = Value::Null);
    assert_eq!((&gone["path"], &gone["earlier"]), (&json!("/invoice/note"), &json!("Takk")));
    assert_eq!(gone["value"], Value::Null);
    // Both were filled in when the invoice was sent, and then nobody had asked for them.
    let due = first(&|it| it["due_date"] = json!("2026-12-24"));
    assert_eq!(due["path"], "/invoice/due_date");
    assert_eq!((&due["earlier"], &due["value"]), (&Value::Null, &json!("2026-12-24")));
    let reference = first(&|it| it["buyer_reference"] = json!("Tone"));
    assert_eq!(reference["path"], "/invoice/buyer_reference");
    assert_eq!(first(&|it| it["customer"] = json!("2"))["path"], "/invoice/customer");
    let day = first(&|it| it["delivery_date"] = json!("2026-11-20"));
    assert_eq!(day["path"], "/invoice/delivery_date");
    let kid = first(&|it| it["payment"] = json!({"kid": "2345676"}));
    assert_eq!(kid["path"], "/invoice/payment/kid");
    let line = first(&|it| {
        let lines = it["lines"].as_array_mut().unwrap();
        lines.push(json!({"name": "Mer", "price": "1", "vat": {"rate": "25"}}));
    });
    assert_eq!((&line["path"], &line["earlier"]), (&json!("/invoice/lines/1"), &Value::Null));
    assert!(line["value"].as_str().unwrap().contains("Mer"));
}

/// Documents that an earlier version stored do not say what was filled in.
#[test]
fn documents_of_the_earlier_layout_are_compared_as_well_as_they_can_be() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.db");
    let open = || Host::open(&json!({"store": path, "allow_now": true}));
    let case = json!({"seller": {"name": "Nordlys AS", "organisation_number": "987654325",
                                 "address": {"country": "NO"}}});
    let host = prepared(open(), &case);
    let invoice = json!({
        "number": "1", "customer": "1", "issue_date": "2026-11-23",
        "distribution": {"force": "email"},
        "lines": [{"name": "Ting", "price": "100", "vat": {"rate": "25"}}],
    });
    assert_eq!(send(&host, &invoice).0, 0);
    drop(host);
    let sql = rusqlite::Connection::open(&path).unwrap();
    let forget = "UPDATE document SET invoice = json_remove(invoice, '$.filled')";
    assert_eq!(sql.execute(forget, []).unwrap(), 1);
    drop(sql);
    let host = open();
    assert_eq!(send(&host, &invoice).1["replayed"], true);
    let mut changed = invoice.clone();
    changed["lines"][0]["price"] = json!("101");
    let (status, reply) = send(&host, &changed);
    assert_eq!(status, 4);
    assert_eq!(reply["error"]["findings"][0]["path"], "/invoice/lines/0/price");
    // What was filled in then and is asked for now cannot be told from what was asked for then.
    let mut given = invoice.clone();
    given["due_date"] = json!("2026-12-07");
    let (status, reply) = send(&host, &given);
    assert_eq!(status, 4);
    assert_eq!(reply["error"]["findings"][0]["rule"], "document_differs_in_form");
}
