//! Documents that an ERP has made itself: judged, decided like any other, and carried byte for byte.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test says bluntly what it needs"
)]

use crate::support::host::Host;
use crate::support::scene::with_a_business;
use postbud::ffi::{document, invoice, outbox};
use serde_json::{Value, json};
use std::path::Path;

const NOW: &str = "2026-11-23T10:00:00Z";

/// What an ERP would make: here by our own builder, with a comment and blanks of its own.
fn made_by_an_erp(host: &Host) -> String {
    let request = json!({"now": NOW, "invoice": {
        "number": "F-1", "customer": "1", "issue_date": "2026-11-23", "due_date": "2026-12-23",
        "buyer_reference": "Tone", "payment": {"kid": "2345676"},
        "lines": [{"name": "Ting", "quantity": "3", "price": "100.10", "vat": {"rate": "25"}}],
    }});
    let (status, xml) =
        host.bytes(document::postbud_document_build, request.to_string().as_bytes());
    assert_eq!(status, 0, "{}", String::from_utf8_lossy(&xml));
    let xml = String::from_utf8(xml).unwrap();
    xml.replacen("?>", "?>\n<!-- made by an ERP -->", 1).replace("><cac:", ">\n  <cac:")
}

fn send(host: &Host, document: &Value) -> (i32, Value) {
    host.call(invoice::postbud_invoice_send, &json!({"now": NOW, "document": document}))
}

/// The files of the only parcel below a channel's folder.
fn carried(folder: &Path, channel: &str) -> Vec<(String, Vec<u8>)> {
    let place = folder.join("987654325").join(channel);
    let parcels: Vec<_> = std::fs::read_dir(place).unwrap().flatten().collect();
    assert_eq!(parcels.len(), 1);
    let files = std::fs::read_dir(parcels[0].path()).unwrap().flatten();
    let mut files: Vec<(String, Vec<u8>)> = files
        .map(|file| (file.file_name().into_string().unwrap(), std::fs::read(file.path()).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn it_is_carried_byte_for_byte() {
    let folder = tempfile::tempdir().unwrap();
    let host = with_a_business(folder.path());
    let xml = made_by_an_erp(&host);
    let (status, reply) = send(&host, &json!({"xml": xml, "customer": "1", "host_key": "k"}));
    assert_eq!(status, 0, "{reply:#}");
    assert_eq!(reply["channel"], "einvoice");
    assert_eq!((&reply["number"], &reply["host_key"]), (&json!("F-1"), &json!("k")));
    assert_eq!(reply["totals"]["payable"], "375.38");
    host.ok(outbox::postbud_outbox_run, &json!({"now": NOW}));
    let files = carried(folder.path(), "einvoice");
    assert_eq!(files[0], ("invoice.xml".to_owned(), xml.into_bytes()));
    let routing: Value = serde_json::from_slice(&files[1].1).unwrap();
    assert_eq!(routing["message"]["recipient"]["endpoint"], "0192:123456785");
}

#[test]
fn a_mail_and_a_letter_say_what_is_in_it() {
    for (channel, file) in [("email", "mail.eml"), ("print", "invoice.txt")] {
        let folder = tempfile::tempdir().unwrap();
        let host = with_a_business(folder.path());
        let xml = made_by_an_erp(&host);
        let forced = json!({"xml": xml, "customer": "1", "distribution": {"force": channel}});
        let (status, reply) = send(&host, &forced);
        assert_eq!((status, &reply["channel"]), (0, &json!(channel)), "{reply:#}");
        host.ok(outbox::postbud_outbox_run, &json!({"now": NOW}));
        let files = carried(folder.path(), channel);
        let text = files.iter().find(|(name, _)| name == file).unwrap();
        let text = String::from_utf8_lossy(&text.1);
        for part in ["F-1", "375", "2345676"] {
            assert!(text.contains(part), "{part} is not in {text}");
        }
        assert!(files.contains(&("invoice.xml".to_owned(), xml.into_bytes())));
    }
}

#[test]
fn the_same_bytes_are_sent_once_and_others_are_a_conflict() {
    let folder = tempfile::tempdir().unwrap();
    let host = with_a_business(folder.path());
    let xml = made_by_an_erp(&host);
    let (_, first) = send(&host, &json!({"xml": xml, "customer": "1"}));
    let (status, again) = send(&host, &json!({"xml": xml, "customer": "1"}));
    assert_eq!((status, &again["replayed"]), (0, &json!(true)));
    assert_eq!(first["id"], again["id"]);
    let other = xml.replace("made by an ERP", "made by another ERP");
    let (status, reply) = send(&host, &json!({"xml": other, "customer": "1"}));
    assert_eq!((status, &reply["error"]["code"]), (4, &json!("document_number_taken")));
}

#[test]
fn what_cannot_be_sent_is_refused_with_its_place_and_nothing_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let host = with_a_business(folder.path());
    let xml = made_by_an_erp(&host);
    let id = |other: &str| xml.replace("987654325", other);
    let cases = [
        (json!({"customer": "1"}), "field_missing", "/document/xml"),
        (json!({"xml": xml}), "field_missing", "/document/customer"),
        (json!({"xml": xml, "customer": "9"}), "customer_unknown", "/document/customer"),
        (
            json!({"xml": id("918130047"), "customer": "1"}),
            "document_of_another_company",
            "/document/xml",
        ),
        (
            json!({"xml": xml.replace("123456785", "918130047"), "customer": "1"}),
            "document_for_another_address",
            "/document/customer",
        ),
        (
            json!({"xml": xml, "customer": "1", "distribution": {"force": "vipps"}}),
            "no_channel_possible",
            "/document/customer",
        ),
    ];
    for (document, code, path) in cases {
        let (status, reply) = send(&host, &document);
        assert_eq!((status, &reply["error"]["code"]), (2, &json!(code)), "{reply:#}");
        let paths: Vec<&Value> =
            reply["error"]["findings"].as_array().unwrap().iter().map(|it| &it["path"]).collect();
        assert!(paths.contains(&&json!(path)), "{reply:#}");
    }
    for broken in ["<Invoice/>", "no xml at all", &xml[..xml.len() / 2]] {
        let (status, reply) = send(&host, &json!({"xml": broken, "customer": "1"}));
        assert_eq!(status, 2, "{broken}: {reply:#}");
    }
    let both = json!({"invoice": {"number": "1"}, "document": {"xml": xml}});
    let (status, reply) = host.call(invoice::postbud_invoice_send, &both);
    assert_eq!((status, &reply["error"]["code"]), (2, &json!("invoice_and_document")));
    let kept = host.ok(invoice::postbud_invoice_list, &json!({}));
    assert_eq!(kept["invoices"], json!([]));
}

#[test]
fn a_finished_document_may_be_what_its_root_cannot_say() {
    let folder = tempfile::tempdir().unwrap();
    let host = with_a_business(folder.path());
    let xml = made_by_an_erp(&host);
    let sent =
        |kind: &str, xml: &str| send(&host, &json!({"xml": xml, "customer": "1", "type": kind}));
    // It must name the invoice that it follows up.
    let (status, reply) = sent("reminder", &xml);
    assert_eq!((status, &reply["error"]["code"]), (2, &json!("follow_up_without_invoice")));
    let (status, reply) = sent("credit_note", &xml);
    assert_eq!((status, &reply["error"]["code"]), (2, &json!("document_type_differs")));
    let reference = "<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>F-0</cbc:ID>\
                     </cac:InvoiceDocumentReference></cac:BillingReference>";
    let at = xml.find("<cac:AccountingSupplierParty>").unwrap();
    let about = format!("{}{reference}{}", &xml[..at], &xml[at..]);
    let (status, reply) = sent("reminder", &about);
    assert_eq!((status, &reply["type"]), (0, &json!("reminder")), "{reply}");
    assert_eq!(reply["channel"], "email");
    // The invoice of the same number is another document.
    let (status, reply) = send(&host, &json!({"xml": xml, "customer": "1"}));
    assert_eq!(
        (status, &reply["type"], &reply["channel"]),
        (0, &json!("invoice"), &json!("einvoice"))
    );
}

#[test]
fn another_document_under_the_same_number_is_told_where_it_differs() {
    let folder = tempfile::tempdir().unwrap();
    let host = with_a_business(folder.path());
    let xml = made_by_an_erp(&host);
    assert_eq!(send(&host, &json!({"xml": xml, "customer": "1"})).0, 0);
    let conflict = |xml: &str| {
        let (status, reply) = send(&host, &json!({"xml": xml, "customer": "1"}));
        assert_eq!((status, &reply["error"]["code"]), (4, &json!("document_number_taken")));
        reply["error"]["findings"][0].clone()
    };
    let found = conflict(&xml.replace("2026-12-23", "2026-12-30"));
    assert_eq!(found["rule"], "document_differs");
    assert_eq!(found["path"], "/document/xml");
    assert_eq!(found["xpath"], "/Invoice[1]/cbc:DueDate[1]");
    assert_eq!(found["term"], "BT-9");
    assert_eq!((&found["earlier"], &found["value"]), (&json!("2026-12-23"), &json!("2026-12-30")));
    let found = conflict(&xml.replace("made by an ERP", "made by another ERP"));
    assert_eq!(found["rule"], "document_differs_in_form");
    // The same number, now in plain terms: compared with what the document said.
    let request = json!({"now": NOW, "invoice": {
        "number": "F-1", "customer": "1", "issue_date": "2026-11-23", "due_date": "2026-12-23",
        "buyer_reference": "Tone", "payment": {"kid": "2345676"},
        "lines": [{"name": "Ting", "quantity": "4", "price": "100.10", "vat": {"rate": "25"}}],
    }});
    let (status, reply) = host.call(invoice::postbud_invoice_send, &request);
    assert_eq!(status, 4);
    let found = &reply["error"]["findings"][0];
    assert_eq!(found["path"], "/invoice/lines/0/quantity");
    assert_eq!((&found["earlier"], &found["value"]), (&json!("3"), &json!("4")));
}
