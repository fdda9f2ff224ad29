//! A document that is sent again on purpose is addressed by the customer's card of today; what it
//! says, and what left before, stays.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test says bluntly what it needs"
)]

use crate::support::company::{nordlys, vik, with};
use crate::support::host::Host;
use postbud::ffi::{company, customer, directory, document, invoice, kyc, outbox};
use serde_json::{Value, json};

const NOW: &str = "2026-11-23T10:00:00Z";

fn host() -> Host {
    let host = Host::in_memory();
    let company = with(nordlys(), &json!({"company_form": "AS"}));
    host.ok(company::postbud_company_register, &company);
    carried(&host);
    host.ok(kyc::postbud_kyc_get, &json!({}));
    host
}

fn put(host: &Host, card: &Value) {
    let vik = with(vik(), &json!({"organisation_number": null, "buyer_reference": null}));
    let whole = with(vik, card);
    host.ok(customer::postbud_customer_put, &whole);
}

/// Claims and settles whatever is due.
fn carried(host: &Host) -> Vec<Value> {
    let claimed = host.ok(outbox::postbud_outbox_claim, &json!({"now": NOW}));
    let deliveries = claimed["deliveries"].as_array().unwrap().clone();
    for delivery in &deliveries {
        let settle = json!({"now": NOW, "lease": delivery["lease"], "outcome": "sent"});
        host.ok(outbox::postbud_outbox_settle, &settle);
    }
    deliveries
}

fn send(host: &Host) -> Value {
    send_with(host, &json!([]))
}

fn send_with(host: &Host, others: &Value) -> Value {
    let invoice = json!({
        "other": others,
        "number": "F-1", "customer": "1", "issue_date": "2026-11-23",
        "lines": [{"name": "Ting", "price": "100.10", "vat": {"rate": "25"}}],
    });
    host.ok(invoice::postbud_invoice_send, &json!({"now": NOW, "invoice": invoice}))
}

fn resend(host: &Host) -> Value {
    host.ok(invoice::postbud_invoice_resend, &json!({"now": NOW, "number": "F-1"}))
}

fn text(delivery: &Value) -> String {
    delivery["xml"].as_str().unwrap().to_owned()
}

/// The document without what addresses it.
fn content(xml: &str) -> String {
    let buyer = xml.find("<cac:AccountingCustomerParty>").unwrap();
    let end = xml.find("</cac:AccountingCustomerParty>").unwrap();
    let rest = format!("{}{}", &xml[..buyer], &xml[end..]);
    let lines = rest.lines().filter(|line| !line.contains("<cbc:BuyerReference>"));
    lines.collect::<Vec<&str>>().join("\n")
}

/// The customer gets an electronic address, a reference and another address.
fn joins_the_network(host: &Host) {
    let moved = json!({"street": "Havna 9", "post_code": "5003", "place": "Bergen"});
    let org = "123456785";
    put(host, &json!({"organisation_number": org, "buyer_reference": "Tone", "address": moved}));
    let entry = json!({"organisation_number": org, "answer": "receives", "as_of": NOW});
    host.ok(directory::postbud_directory_put, &json!({"now": NOW, "entries": [entry]}));
}

#[test]
fn a_customer_who_joins_the_network_gets_an_old_invoice_there() {
    let host = host();
    put(&host, &json!({}));
    assert_eq!(send(&host)["channel"], "email");
    let first = text(&carried(&host)[0]);
    assert!(first.contains("<cbc:BuyerReference>1</cbc:BuyerReference>"));
    // Nothing has changed: the same bytes again.
    assert_eq!(resend(&host)["channel"], "email");
    assert_eq!(text(&carried(&host)[0]), first);
    joins_the_network(&host);
    let again = resend(&host);
    assert_eq!((&again["channel"], &again["round"]), (&json!("einvoice"), &json!(3)));
    let carried_now = carried(&host);
    let second = text(&carried_now[0]);
    assert!(second.contains("<cbc:EndpointID schemeID=\"0192\">123456785</cbc:EndpointID>"));
    assert!(second.contains("<cbc:BuyerReference>Tone</cbc:BuyerReference>"));
    assert!(second.contains("Havna 9"));
    assert_eq!(content(&second), content(&first));
    let message = &carried_now[0]["message"];
    assert_eq!(message["recipient"]["endpoint"], "0192:123456785");
    assert_eq!(message["exchange"]["recipient_eia"], "0192:123456785");
    let (status, verdict) = host.bytes(document::postbud_document_validate, second.as_bytes());
    let verdict: Value = serde_json::from_slice(&verdict).unwrap();
    assert_eq!((status, &verdict["findings"]), (0, &json!([])), "{verdict:#}");
    // The document is still the one that was sent first.
    assert_eq!(send(&host)["replayed"], true);
}

#[test]
fn a_round_keeps_its_bytes_when_the_channel_fails_or_is_tried_again() {
    let host = host();
    put(&host, &json!({}));
    send(&host);
    let first = text(&carried(&host)[0]);
    joins_the_network(&host);
    resend(&host);
    let claim = || {
        let claimed = host.ok(outbox::postbud_outbox_claim, &json!({"now": NOW}));
        claimed["deliveries"][0].clone()
    };
    let settle = |delivery: &Value, outcome: &str| {
        let lease = &delivery["lease"];
        let answer = json!({"now": NOW, "lease": lease, "outcome": outcome});
        let at_once = json!({"now": NOW, "lease": lease, "outcome": outcome, "retry_at": NOW});
        let answer = if outcome == "later" { at_once } else { answer };
        host.ok(outbox::postbud_outbox_settle, &answer);
    };
    let one = claim();
    assert_eq!(one["channel"], "einvoice");
    settle(&one, "later");
    let two = claim();
    assert_eq!((&two["delivery"], text(&two)), (&one["delivery"], text(&one)));
    assert_eq!(two["message"]["exchange"]["uuid"], one["message"]["exchange"]["uuid"]);
    settle(&two, "failed");
    let three = claim();
    assert_eq!(three["channel"], "email");
    assert_eq!(text(&three), text(&one));
    assert_ne!(text(&three), first);
}

#[test]
fn what_left_is_not_addressed_to_another_firm() {
    let host = host();
    put(&host, &json!({"organisation_number": "123456785", "buyer_reference": "Tone"}));
    send(&host);
    let first = text(&carried(&host)[0]);
    // The number of the customer was given to somebody else.
    put(&host, &json!({"organisation_number": "974760673", "buyer_reference": "Tone"}));
    let entry = json!({"organisation_number": "974760673", "answer": "receives", "as_of": NOW});
    host.ok(directory::postbud_directory_put, &json!({"now": NOW, "entries": [entry]}));
    let again = resend(&host);
    assert_eq!(again["channel"], "email");
    assert_eq!(again["decision"]["trace"][0]["code"], "endpoint_changed_since");
    assert_eq!(text(&carried(&host)[0]), first);
}

#[test]
fn a_document_under_way_is_rerouted_to_the_network() {
    let host = host();
    put(&host, &json!({}));
    assert_eq!(send(&host)["channel"], "email");
    joins_the_network(&host);
    let reroute = json!({"now": NOW, "number": "F-1", "channel": "einvoice"});
    let again = host.ok(invoice::postbud_invoice_reroute, &reroute);
    assert_eq!((&again["channel"], &again["state"]), (&json!("einvoice"), &json!("queued")));
    let carried = carried(&host);
    assert_eq!(carried.len(), 1);
    assert!(text(&carried[0]).contains("123456785"));
}

#[test]
fn content_without_a_term_is_addressed_anew_with_the_rest() {
    let host = host();
    put(&host, &json!({}));
    let street = "/Invoice/cac:AccountingCustomerParty/cac:Party/cac:PostalAddress/cbc:StreetName";
    let version = "<cbc:UBLVersionID>2.1</cbc:UBLVersionID>";
    send_with(
        &host,
        &json!([
            {"inside": "/Invoice", "content": version},
            {"inside": street, "content": "@languageID=\"nb\""},
        ]),
    );
    let first = text(&carried(&host)[0]);
    joins_the_network(&host);
    resend(&host);
    let second = text(&carried(&host)[0]);
    assert!(second.contains("<cbc:StreetName languageID=\"nb\">Havna 9</cbc:StreetName>"));
    assert!(second.contains(version));
    assert_eq!(content(&second), content(&first));
    // Nothing is dropped in silence: without a street there is no place for its language.
    let nowhere = json!({"post_code": "5003", "place": "Bergen"});
    put(&host, &json!({"organisation_number": "123456785", "address": nowhere}));
    let request = json!({"now": NOW, "number": "F-1"});
    let (status, reply) = host.call(invoice::postbud_invoice_resend, &request);
    assert_eq!((status, &reply["error"]["code"]), (4, &json!("document_anew_without")));
    assert!(reply["error"]["message"].as_str().unwrap().contains(street), "{reply:#}");
}
