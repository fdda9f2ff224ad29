//! Attachments of documents that are sent: told with the answer, kept once, given to the carrier.

use super::{STANDARD, pdf, zip};
use crate::support::company::vik;
use crate::support::host::Host;
use crate::support::scene::with_a_business;
use base64::Engine;
use postbud::ffi::{company, customer, distribution, invoice, outbox};
use serde_json::{Value, json};

const NOW: &str = "2026-11-23T10:00:00Z";

fn document(number: &str, attachments: &Value) -> Value {
    json!({"now": NOW, "invoice": {
        "number": number, "customer": "1", "issue_date": "2026-11-23", "due_date": "2026-12-23",
        "attachments": attachments, "host_key": format!("key-{number}"),
        "lines": [{"name": "Ting", "quantity": "3", "price": "100.10", "vat": {"rate": "25"}}],
    }})
}

fn force(mut request: Value, channel: &str) -> Value {
    request["invoice"]["distribution"] = json!({"force": channel});
    request
}

fn send(host: &Host, request: &Value) -> (i32, Value) {
    host.call(invoice::postbud_invoice_send, request)
}

/// "name:action:code" of each.
fn told(reply: &Value) -> Vec<String> {
    let say = |it: &Value| {
        let part = |name: &str| it[name].as_str().unwrap_or("-").to_owned();
        format!("{}:{}:{}", part("sent_as"), part("action"), part("code"))
    };
    reply["attachments"].as_array().unwrap().iter().map(say).collect()
}

fn warnings(reply: &Value) -> Vec<(String, String)> {
    let found = reply["findings"].as_array().unwrap().iter();
    let text = |it: &Value, name: &str| it[name].as_str().unwrap().to_owned();
    found.map(|it| (text(it, "path"), text(it, "rule"))).collect()
}

fn three() -> Value {
    json!([
        {"name": "Følgeseddel.pdf", "content": pdf(1_000), "send": true},
        {"name": "Notat.docx", "content": zip("word/document.xml"), "send": true},
        {"name": "Intern.pdf", "content": pdf(2_000)},
    ])
}

#[test]
fn the_answer_tells_what_becomes_of_each() {
    let folder = tempfile::tempdir().unwrap();
    let host = with_a_business(folder.path());
    let (status, reply) = send(&host, &document("1", &three()));
    assert_eq!((status, &reply["channel"]), (0, &json!("einvoice")), "{reply:#}");
    let plan = [
        "Følgeseddel.pdf:embed:attachment_embedded",
        "-:drop:attachment_type_not_taken",
        "-:drop:attachment_not_marked",
    ];
    assert_eq!(told(&reply), plan);
    let lost = ("/invoice/attachments/1".to_owned(), "attachment_type_not_taken".to_owned());
    assert_eq!(warnings(&reply), [lost]);
    assert_eq!(reply["findings"][0]["host_key"], "key-1");
    assert_eq!(reply["attachments"][0]["size"], 1_000);
    let (_, mail) = send(&host, &force(document("2", &three()), "email"));
    let plan = [
        "folgeseddel.pdf:embed:attachment_embedded",
        "notat.docx:embed:attachment_embedded",
        "-:drop:attachment_not_marked",
    ];
    assert_eq!(told(&mail), plan);
    assert_eq!(warnings(&mail), []);
    // The same in a batch.
    let batch = json!({"now": NOW, "invoices": [document("3", &three())["invoice"]]});
    let batch = host.ok(invoice::postbud_invoice_send_batch, &batch);
    assert_eq!(told(&batch["results"][0]["sent"]), told(&reply));
}

#[test]
fn nothing_goes_to_where_a_required_one_would_be_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let host = with_a_business(folder.path());
    let mut attachments = three();
    attachments[1]["required"] = json!(true);
    attachments[1]["send"] = Value::Null;
    let (status, reply) = send(&host, &document("1", &attachments));
    assert_eq!((status, &reply["channel"]), (0, &json!("email")), "{reply:#}");
    let first = &reply["decision"]["trace"][0];
    assert_eq!(first["code"], "attachment_required_not_carried");
    assert!(first["message"].as_str().unwrap().contains("Notat.docx"));
    let (status, reply) = send(&host, &force(document("2", &attachments), "einvoice"));
    assert_eq!((status, &reply["error"]["code"]), (2, &json!("no_channel_possible")));
}

#[test]
fn all_channels_are_told_before_anything_is_sent() {
    let folder = tempfile::tempdir().unwrap();
    let host = with_a_business(folder.path());
    let mut request = document("1", &three());
    let one = host.ok(distribution::postbud_distribution_decide, &request);
    assert_eq!(told(&one["decisions"][0]).len(), 3);
    request["all_channels"] = json!(true);
    let all = host.ok(distribution::postbud_distribution_decide, &request);
    let rows = all["decisions"][0]["attachments"].as_array().unwrap();
    let of = |channel: &str| {
        let own = rows.iter().filter(|row| row["channel"] == channel);
        own.map(|row| row["action"].as_str().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(rows.len(), 18);
    assert_eq!(of("einvoice"), ["embed", "drop", "drop"]);
    assert_eq!(of("efaktura"), ["link", "link", "drop"]);
    assert_eq!(of("vipps"), ["link", "link", "drop"]);
    assert_eq!(of("email"), ["embed", "embed", "drop"]);
    assert_eq!(of("print"), ["embed", "drop", "drop"]);
    assert_eq!(of("self"), ["embed", "embed", "drop"]);
    request["brief"] = json!(true);
    let brief = host.ok(distribution::postbud_distribution_decide, &request);
    assert_eq!(brief["decisions"][0]["attachments"], json!([]));
}

#[test]
fn attachments_are_part_of_what_the_same_document_is() {
    let folder = tempfile::tempdir().unwrap();
    let host = with_a_business(folder.path());
    let request = document("1", &three());
    assert_eq!(send(&host, &request).1["replayed"], json!(false));
    let (status, replayed) = send(&host, &request);
    assert_eq!((status, &replayed["replayed"]), (0, &json!(true)));
    assert_eq!(told(&replayed).len(), 3);
    // Line ends in the text are not in the bytes, and whether it is required is about the way.
    let mut same = request.clone();
    let content = same["invoice"]["attachments"][0]["content"].as_str().unwrap().to_owned();
    same["invoice"]["attachments"][0]["content"] = json!(format!("{content}\n"));
    same["invoice"]["attachments"][0]["required"] = json!(true);
    same["invoice"]["attachments"][0]["pages"] = json!(3);
    assert_eq!(send(&host, &same).1["replayed"], json!(true));
    // A setting of the company makes no other document of it.
    let marked = json!({"now": NOW, "mark_attachments": true});
    assert_eq!(host.ok(company::postbud_company_configure, &marked)["mark_attachments"], true);
    assert_eq!(send(&host, &request).1["replayed"], json!(true));
    let mut others = [request.clone(), request.clone(), request.clone(), request];
    others[0]["invoice"]["attachments"][0]["content"] = json!(pdf(1_001));
    others[1]["invoice"]["attachments"][0]["name"] = json!("Annen.pdf");
    others[2]["invoice"]["attachments"][0]["send"] = json!(false);
    others[3]["invoice"]["attachments"].as_array_mut().unwrap().pop();
    for other in others {
        let (status, reply) = send(&host, &other);
        assert_eq!((status, &reply["error"]["code"]), (4, &json!("document_number_taken")));
    }
}

#[test]
fn the_company_may_mark_all() {
    let folder = tempfile::tempdir().unwrap();
    let host = with_a_business(folder.path());
    host.ok(company::postbud_company_configure, &json!({"now": NOW, "mark_attachments": true}));
    let mut attachments = three();
    attachments[0]["send"] = json!(false);
    let (_, reply) = send(&host, &document("1", &attachments));
    let actions: Vec<&str> = reply["attachments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["action"].as_str().unwrap())
        .collect();
    assert_eq!(actions, ["drop", "drop", "embed"]);
    assert_eq!(reply["attachments"][0]["code"], "attachment_not_marked");
}

#[test]
fn the_carrier_gets_what_the_document_cannot_hold() {
    let folder = tempfile::tempdir().unwrap();
    let host = with_a_business(folder.path());
    let large = pdf(10_000_001);
    let mut attachments = three();
    attachments.as_array_mut().unwrap().push(json!({
        "name": "Stor.pdf", "content": large, "send": true, "description": "Tegning",
    }));
    let request = force(document("1", &attachments), "email");
    assert_eq!(send(&host, &request).0, 0);
    let claimed = host.ok(outbox::postbud_outbox_claim, &json!({"now": NOW}));
    let delivery = &claimed["deliveries"][0];
    let routing = delivery["message"]["attachments"].as_array().unwrap();
    let row = |at: usize| {
        let it = &routing[at];
        let flags = (it["in_xml"].as_bool().unwrap(), it["in_files"].as_bool().unwrap());
        (it["name"].as_str().unwrap(), it["action"].as_str().unwrap(), flags)
    };
    // Above 5 MB in all the receiver of a mail gets links; what is not marked is nobody's business.
    assert_eq!(routing.len(), 3);
    assert_eq!(row(0), ("folgeseddel.pdf", "link", (true, false)));
    assert_eq!(row(1), ("notat.docx", "link", (false, true)));
    assert_eq!(row(2), ("stor.pdf", "link", (false, true)));
    let files = delivery["files"].as_array().unwrap();
    assert_eq!(files.len(), 2);
    assert_eq!(files[0]["content"], zip("word/document.xml"));
    assert_eq!((&files[1]["name"], &files[1]["index"]), (&json!("stor.pdf"), &json!(3)));
    assert!(files[1]["content"] == large.as_str());
    let xml = delivery["xml"].as_str().unwrap();
    assert!(xml.contains(&pdf(1_000)) && !xml.contains("Stor.pdf") && !xml.contains("Intern"));
    // Sent again on the network the carrier hears that two are left out.
    let lease = json!({"now": NOW, "lease": delivery["lease"], "outcome": "failed"});
    host.ok(outbox::postbud_outbox_settle, &lease);
    let reroute = json!({"now": NOW, "number": "1", "type": "invoice", "channel": "einvoice"});
    host.ok(invoice::postbud_invoice_reroute, &reroute);
    let claimed = host.ok(outbox::postbud_outbox_claim, &json!({"now": NOW}));
    let delivery = &claimed["deliveries"][0];
    assert_eq!(delivery["files"], json!([]));
    let routing = delivery["message"]["attachments"].as_array().unwrap();
    let actions: Vec<&str> = routing.iter().map(|it| it["action"].as_str().unwrap()).collect();
    assert_eq!(actions, ["embed", "drop", "drop"]);
}

#[test]
fn a_document_that_is_addressed_anew_still_has_its_files() {
    let folder = tempfile::tempdir().unwrap();
    let host = with_a_business(folder.path());
    assert_eq!(send(&host, &force(document("1", &three()), "email")).0, 0);
    host.ok(outbox::postbud_outbox_run, &json!({"now": NOW}));
    let mut moved = vik();
    moved["address"]["street"] = json!("Heia 9");
    host.ok(customer::postbud_customer_put, &moved);
    host.ok(invoice::postbud_invoice_resend, &json!({"now": NOW, "number": "1"}));
    let claimed = host.ok(outbox::postbud_outbox_claim, &json!({"now": NOW}));
    let delivery = &claimed["deliveries"][0];
    let xml = delivery["xml"].as_str().unwrap();
    assert!(xml.contains("Heia 9") && xml.contains(&pdf(1_000)), "{xml}");
    assert_eq!(delivery["files"][0]["content"], zip("word/document.xml"));
}

#[test]
fn the_conflict_names_what_is_other_in_an_attachment() {
    let folder = tempfile::tempdir().unwrap();
    let host = with_a_business(folder.path());
    let mut attachments = three();
    attachments.as_array_mut().unwrap().push(json!({"uri": "https://a/b", "reference": "T"}));
    let request = document("1", &attachments);
    assert_eq!(send(&host, &request).0, 0);
    let changes = [
        ("/0/content", json!(pdf(1_001))),
        ("/0/name", json!("Annen.pdf")),
        ("/0/description", json!("Tegning")),
        ("/0/send", json!(false)),
        ("/2/send", json!(true)),
        ("/2/reference", json!("9")),
        ("/2/image", json!(true)),
        ("/3/uri", json!("https://a/c")),
        ("/3/reference", json!("U")),
        ("/3", Value::Null),
    ];
    for (place, value) in changes {
        let mut changed = request.clone();
        let all = &mut changed["invoice"]["attachments"];
        match place.rsplit_once('/').unwrap() {
            ("", _) => drop(all.as_array_mut().unwrap().pop()),
            (one, field) => all.pointer_mut(one).unwrap()[field] = value,
        }
        let (status, reply) = send(&host, &changed);
        assert_eq!((status, &reply["error"]["code"]), (4, &json!("document_number_taken")));
        let path = &reply["error"]["findings"][0]["path"];
        assert_eq!(*path, format!("/invoice/attachments{place}"), "{reply:#}");
    }
}

#[test]
fn files_beside_the_document_are_carried_into_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let host = with_a_business(folder.path());
    assert_eq!(send(&host, &force(document("1", &three()), "email")).0, 0);
    let run = host.ok(outbox::postbud_outbox_run, &json!({"now": NOW}));
    let files: Vec<&str> = run["results"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|it| it["files"].as_array().unwrap())
        .filter_map(Value::as_str)
        .collect();
    let beside = files.iter().find(|path| path.ends_with("2_notat.docx")).unwrap();
    let expected = STANDARD.decode(zip("word/document.xml")).unwrap();
    assert_eq!(std::fs::read(beside).unwrap(), expected);
}

#[test]
fn the_customers_card_is_kept_to_and_what_was_written_stays() {
    let folder = tempfile::tempdir().unwrap();
    let host = with_a_business(folder.path());
    let mut omitting = vik();
    omitting["omit_pdf"] = json!(true);
    host.ok(customer::postbud_customer_put, &omitting);
    let attachments = json!([
        {"name": "faktura.pdf", "content": pdf(10), "send": true, "image": true},
        {"name": "timer.pdf", "content": pdf(20), "send": true},
    ]);
    let (status, reply) = send(&host, &document("1", &attachments));
    assert_eq!(status, 0, "{reply:#}");
    assert_eq!(told(&reply)[0], "-:drop:attachment_image_omitted");
    // That is what the card says, so nobody is warned.
    assert_eq!(warnings(&reply), []);
    host.ok(customer::postbud_customer_put, &vik());
    let claimed = host.ok(outbox::postbud_outbox_claim, &json!({"now": NOW}));
    let delivery = &claimed["deliveries"][0];
    assert!(!delivery["xml"].as_str().unwrap().contains("faktura.pdf"));
    let routing = delivery["message"]["attachments"].as_array().unwrap();
    let actions: Vec<&str> = routing.iter().map(|it| it["action"].as_str().unwrap()).collect();
    assert_eq!(actions, ["drop", "embed"]);
}
