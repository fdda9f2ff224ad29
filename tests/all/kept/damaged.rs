//! Rows that cannot be read, in every table: each is named with the way out, the document it belongs
//! to is set aside and can be called off, and every other document and company goes on.

use crate::support::host::{Host, Verb};
use crate::support::scene::{
    LATER, NOW, OURS, THEIRS, card, codes, config, copy, looked_up, open, prepared, send, sql,
};
use postbud::ffi::company::{postbud_company_configure, postbud_company_get};
use postbud::ffi::consumer::postbud_consumer_record;
use postbud::ffi::customer::{
    postbud_customer_class_list, postbud_customer_class_put, postbud_customer_get,
    postbud_customer_list, postbud_customer_put,
};
use postbud::ffi::directory::{postbud_directory_put, postbud_lookup_list};
use postbud::ffi::distribution::postbud_distribution_decide;
use postbud::ffi::invoice::{
    postbud_invoice_cancel, postbud_invoice_get, postbud_invoice_list, postbud_invoice_resend,
    postbud_invoice_send, postbud_invoice_send_batch,
};
use postbud::ffi::outbox::{
    postbud_outbox_claim, postbud_outbox_list, postbud_outbox_run, postbud_outbox_settle,
};
use postbud::ffi::user::{postbud_user_add, postbud_user_list};
use serde_json::{Value, json};
use std::path::Path;

const BAD: &str = "(SELECT id FROM document WHERE number = 'BAD')";

/// Every verb that goes through rows of a company, with a request that looks at all of them.
fn all_verbs() -> Vec<(&'static str, Verb, Value)> {
    vec![
        ("outbox_list", postbud_outbox_list, json!({})),
        ("invoice_list", postbud_invoice_list, json!({})),
        ("invoice_list with changes", postbud_invoice_list, json!({"changes": true})),
        ("customer_list", postbud_customer_list, json!({})),
        ("customer_class_list", postbud_customer_class_list, json!({})),
        ("user_list", postbud_user_list, json!({})),
        ("lookup_list", postbud_lookup_list, json!({})),
        ("distribution_decide", postbud_distribution_decide, json!({"brief": true})),
        ("company_configure", postbud_company_configure, json!({"email": false})),
        ("company_configure back", postbud_company_configure, json!({"email": true})),
        ("directory_put", postbud_directory_put, looked_up(OURS)),
        ("outbox_list at last", postbud_outbox_list, json!({})),
    ]
}

fn ask(host: &Host, verb: Verb, request: &Value, company: &str) -> (i32, Value) {
    let mut request = request.clone();
    request["company"] = json!(company);
    request["now"] = json!(LATER);
    host.call(verb, &request)
}

fn ok(host: &Host, verb: Verb, request: &Value) -> Value {
    let (status, reply) = ask(host, verb, request, OURS);
    assert_eq!(status, 0, "{request}: {reply:#}");
    reply
}

/// Every verb answers, and the documents that are sound are carried; what the run found.
fn others_go_on(host: &Host, damage: &str) -> Value {
    for (name, verb, request) in all_verbs() {
        for company in [OURS, THEIRS] {
            let (status, reply) = ask(host, verb, &request, company);
            assert_eq!(status, 0, "{name} after {damage}: {reply:#}");
        }
    }
    let (status, run) = ask(host, postbud_outbox_run, &json!({}), OURS);
    assert_eq!(status, 0, "outbox_run after {damage}: {run:#}");
    let good = ok(host, postbud_invoice_get, &json!({"number": "GOOD"}));
    assert_eq!(good["invoice"]["state"], "sent", "after {damage}: {good:#}");
    let (status, theirs) = ask(host, postbud_outbox_run, &json!({}), THEIRS);
    assert_eq!((status, &theirs["carried"]), (0, &json!(1)), "after {damage}: {theirs:#}");
    assert_eq!(codes(&theirs), [""; 0], "after {damage}");
    run
}

/// What is done to the document BAD, and the code that names it.
fn damages() -> Vec<(String, &'static str)> {
    let document = |set: &str| format!("UPDATE document SET {set} WHERE number = 'BAD'");
    let delivery = |set: &str| format!("UPDATE delivery SET {set} WHERE document_id = {BAD}");
    let (of_document, of_delivery) = ("document_unreadable", "delivery_unreadable");
    let mut all = Vec::new();
    for set in [
        "invoice = '{'",
        "invoice = ''",
        "xml = x''",
        "invoice = '{}'",
        "invoice = CAST(x'ff' AS TEXT)",
        "invoice = json_set(invoice, '$.invoice.issue_date', 'soon')",
        "overrides = '['",
        "overrides = '{\"force\": \"dove\"}'",
        "created_at = 9223372036854775807",
        "asked_at = -9223372036854775807",
        "host_key = CAST(x'c328' AS TEXT)",
    ] {
        all.push((document(set), of_document));
    }
    let edition = format!(
        "INSERT INTO edition (document_id, round, invoice, xml) VALUES ({BAD}, 1, '[', x'')"
    );
    all.push((edition, of_document));
    for set in [
        "spare = 'none'",
        "message = '{'",
        "decision = ''",
        "purpose = 'gift'",
        "channel = 'dove'",
        "attempts = -1",
        "round = 99999999999",
        "created_at = 9223372036854775807",
        "due_at = -9223372036854775807",
        "code = CAST(x'ff' AS TEXT)",
    ] {
        all.push((delivery(set), of_delivery));
    }
    all
}

#[test]
fn a_document_that_cannot_be_read_is_set_aside_and_can_be_called_off() {
    let template = tempfile::tempdir().unwrap();
    prepared(template.path());
    let damages = damages();
    assert_eq!(damages.len(), 22);
    for (damage, code) in damages {
        let folder = copy(template.path());
        sql(folder.path(), &damage);
        let host = open(folder.path());
        let run = others_go_on(&host, &damage);
        assert!(codes(&run).contains(&code), "{damage}: {run:#}");
        let found = run["findings"].as_array().unwrap();
        let found = found.iter().find(|found| found["rule"] == code).unwrap();
        assert_eq!(found["severity"], "warning");
        assert!(found["fix"].as_str().unwrap().contains("invoice_cancel"), "{found}");
        // It is set aside, and says so itself.
        let got = ok(&host, postbud_invoice_get, &json!({"number": "BAD"}));
        let state = (&got["invoice"]["state"], &got["invoice"]["waiting_for"]);
        assert_eq!(state, (&json!("waiting"), &json!("repair")), "{damage}: {got:#}");
        assert!(got["next_step"].as_str().unwrap().contains("invoice_cancel"), "{got:#}");
        let id = found["value"].as_str().unwrap();
        assert!(id == got["invoice"]["id"] || id == got["deliveries"][0]["id"], "{found}");
        let canceled = ok(&host, postbud_invoice_cancel, &json!({"number": "BAD"}));
        assert_eq!(canceled["state"], "canceled", "{damage}");
        let again = ok(&host, postbud_outbox_run, &json!({}));
        assert_eq!(codes(&again), [""; 0], "{damage}");
        send(&host, OURS, "INSTEAD", "1");
        let run = ok(&host, postbud_outbox_run, &json!({}));
        assert_eq!(run["carried"], 1, "{damage}");
    }
}

#[test]
fn a_document_whose_type_or_state_cannot_be_read_is_called_off_by_its_id() {
    let template = tempfile::tempdir().unwrap();
    prepared(template.path());
    for damage in [
        "UPDATE document SET type = 'poem' WHERE number = 'BAD'".to_owned(),
        format!("UPDATE delivery SET state = 'lost' WHERE document_id = {BAD}"),
        format!("UPDATE delivery SET state = CAST(x'ff' AS TEXT) WHERE document_id = {BAD}"),
    ] {
        let folder = copy(template.path());
        sql(folder.path(), &damage);
        let host = open(folder.path());
        others_go_on(&host, &damage);
        let listed = ok(&host, postbud_outbox_list, &json!({}));
        let invoices = ok(&host, postbud_invoice_list, &json!({}));
        let named = [codes(&listed), codes(&invoices)].concat();
        assert!(!named.is_empty(), "{damage}: {listed:#} {invoices:#}");
        let db = rusqlite::Connection::open(folder.path().join("a.db")).unwrap();
        let id: String = db
            .query_row("SELECT id FROM document WHERE number = 'BAD'", [], |row| row.get(0))
            .unwrap();
        drop(db);
        let canceled = ok(&host, postbud_invoice_cancel, &json!({"id": id}));
        assert_eq!(canceled["state"], "canceled", "{damage}");
    }
}

#[test]
fn a_document_goes_on_by_itself_when_what_it_needs_can_be_read_again() {
    let template = tempfile::tempdir().unwrap();
    prepared(template.path());
    let card = card(OURS, "1", "123456785");
    let mended: [(&str, &str, Verb, Value); 2] = [
        (
            "UPDATE customer SET card = '{}' WHERE number = '1'",
            "customer_unreadable",
            postbud_customer_put,
            card,
        ),
        (
            "UPDATE receiver SET card = '[' WHERE endpoint = '0192:123456785'",
            "receiver_unreadable",
            postbud_directory_put,
            looked_up(OURS),
        ),
    ];
    for (damage, code, verb, mend) in mended {
        let folder = copy(template.path());
        sql(folder.path(), damage);
        let host = open(folder.path());
        let looked: [(Verb, Value); 2] =
            [(postbud_customer_list, json!({})), (postbud_distribution_decide, json!({}))];
        for (verb, request) in looked {
            let (status, reply) = ask(&host, verb, &request, OURS);
            assert_eq!(status, 0, "{damage}: {reply:#}");
        }
        let claimed = ok(&host, postbud_outbox_claim, &json!({}));
        assert_eq!(codes(&claimed), [code], "{claimed:#}");
        assert_eq!(claimed["deliveries"].as_array().unwrap().len(), 1);
        let got = ok(&host, postbud_invoice_get, &json!({"number": "BAD"}));
        assert_eq!(got["invoice"]["waiting_for"], "repair");
        assert!(got["next_step"].as_str().unwrap().contains("_put"), "{got:#}");
        let steps = got["history"].as_array().unwrap().len();
        // Looking again changes nothing, and is not written down again.
        ok(&host, postbud_outbox_claim, &json!({}));
        let got = ok(&host, postbud_invoice_get, &json!({"number": "BAD"}));
        assert_eq!(got["history"].as_array().unwrap().len(), steps);
        ok(&host, verb, &mend);
        let run = ok(&host, postbud_outbox_run, &json!({}));
        assert_eq!((&run["carried"], codes(&run)), (&json!(1), vec![]), "{damage}: {run:#}");
    }
}

#[test]
fn a_batch_sends_all_but_those_whose_customer_cannot_be_read() {
    let template = tempfile::tempdir().unwrap();
    prepared(template.path());
    let folder = copy(template.path());
    sql(folder.path(), "UPDATE customer SET card = 'x' WHERE number = '1'");
    let host = open(folder.path());
    let invoices =
        json!([crate::support::scene::terms("B-1", "1"), crate::support::scene::terms("B-2", "2")]);
    let reply = ok(&host, postbud_invoice_send_batch, &json!({"invoices": invoices}));
    assert_eq!((&reply["sent"], &reply["refused"]), (&json!(1), &json!(1)));
    assert_eq!(reply["results"][0]["error"]["code"], "customer_unreadable");
    let one = json!({"invoice": crate::support::scene::terms("B-3", "1")});
    let (status, reply) = ask(&host, postbud_invoice_send, &one, OURS);
    assert_eq!((status, &reply["error"]["code"]), (8, &json!("customer_unreadable")));
    assert_eq!(reply["error"]["findings"][0]["value"], "1");
}

/// A consumer who may get eFaktura, with one document.
fn with_consumer(folder: &Path) {
    let host = open(folder);
    ok(&host, postbud_company_configure, &json!({"b2c": true, "claim_ground": "agreement"}));
    let consumer = json!({"number": "9", "name": "Ola", "kind": "private",
        "email": "ola@example.no", "mobile": "90000000",
        "address": {"street": "Lia 4", "post_code": "5003", "place": "Bergen"}});
    ok(&host, postbud_customer_put, &consumer);
    let told = json!({"customer": "9", "efaktura": "none", "yes_to_all": "not_receiving",
        "vipps": "not_receiving"});
    ok(&host, postbud_consumer_record, &told);
    let mut invoice = crate::support::scene::terms("OLA", "9");
    invoice["distribution"] = json!({"force": "email"});
    ok(&host, postbud_invoice_send, &json!({"invoice": invoice}));
}

#[test]
fn what_is_known_of_a_consumer_is_recorded_anew_when_it_cannot_be_read() {
    let folder = tempfile::tempdir().unwrap();
    prepared(folder.path());
    with_consumer(folder.path());
    sql(folder.path(), "UPDATE consumer SET card = 'x'");
    let host = open(folder.path());
    let run = others_go_on(&host, "a consumer");
    assert!(codes(&run).contains(&"consumer_unreadable"), "{run:#}");
    let listed = ok(&host, postbud_customer_list, &json!({}));
    assert_eq!(codes(&listed), ["consumer_unreadable"]);
    assert_eq!(listed["customers"].as_array().unwrap().len(), 3);
    let told = json!({"customer": "9", "efaktura": "none", "yes_to_all": "not_receiving"});
    ok(&host, postbud_consumer_record, &told);
    ok(&host, postbud_outbox_run, &json!({}));
    let got = ok(&host, postbud_invoice_get, &json!({"number": "OLA"}));
    assert_eq!(got["invoice"]["state"], "sent", "{got:#}");
}

#[test]
fn rows_that_nobody_carries_are_left_out_of_lists_and_named() {
    let template = tempfile::tempdir().unwrap();
    prepared(template.path());
    let folder = copy(template.path());
    let host = open(folder.path());
    let class = json!({"name": "gold", "mode": "email"});
    ok(&host, postbud_customer_class_put, &class);
    let user = json!({"name": "Ola", "email": "ola@nordlys.example.no"});
    ok(&host, postbud_user_add, &user);
    drop(host);
    sql(
        folder.path(),
        "UPDATE customer_class SET card = '{'; UPDATE exchange_user SET card = '{';
         UPDATE history SET at = 9223372036854775807 WHERE seq % 2 = 0;
         UPDATE lease SET outcome = 'lost', carrier = 'dove';",
    );
    let host = open(folder.path());
    others_go_on(&host, "rows of lists");
    let named = |verb: Verb, request: Value| {
        let reply = ok(&host, verb, &request);
        (codes(&reply).into_iter().map(str::to_owned).collect::<Vec<_>>(), reply)
    };
    let (found, classes) = named(postbud_customer_class_list, json!({}));
    assert_eq!((found, &classes["classes"]), (vec!["class_unreadable".to_owned()], &json!([])));
    let (found, users) = named(postbud_user_list, json!({}));
    assert_eq!(found, ["user_unreadable"]);
    assert_eq!(users["users"].as_array().unwrap().len(), 1);
    // The cursor of the changes goes past what is left out.
    let (found, changes) = named(postbud_invoice_list, json!({"changes": true}));
    assert!(found.contains(&"history_unreadable".to_owned()), "{found:?}");
    let rest = json!({"changes": true, "cursor": changes["next_cursor"]});
    assert_eq!(ok(&host, postbud_invoice_list, &rest)["changes"], json!([]));
    ok(&host, postbud_customer_class_put, &class);
    ok(&host, postbud_user_add, &user);
    assert_eq!(codes(&ok(&host, postbud_customer_class_list, &json!({}))), [""; 0]);
    assert_eq!(codes(&ok(&host, postbud_user_list, &json!({}))), [""; 0]);
}

#[test]
fn a_company_that_cannot_be_read_is_named_and_the_other_one_goes_on() {
    let template = tempfile::tempdir().unwrap();
    prepared(template.path());
    for column in ["card", "settings", "kyc", "agreement", "registration"] {
        let folder = copy(template.path());
        let damage =
            format!("UPDATE company SET {column} = '[' WHERE organisation_number = '{OURS}'");
        sql(folder.path(), &damage);
        let host = open(folder.path());
        let (status, reply) = ask(&host, postbud_outbox_run, &json!({}), OURS);
        assert_eq!(
            (status, &reply["error"]["code"]),
            (8, &json!("company_unreadable")),
            "{column}"
        );
        assert_eq!(reply["error"]["findings"][0]["value"], OURS, "{column}");
        for (name, verb, request) in all_verbs() {
            let (status, reply) = ask(&host, verb, &request, THEIRS);
            assert_eq!(status, 0, "{name} after {damage}: {reply:#}");
        }
        let (status, theirs) = ask(&host, postbud_outbox_run, &json!({}), THEIRS);
        assert_eq!((status, &theirs["carried"]), (0, &json!(1)), "{column}: {theirs:#}");
    }
}

#[test]
fn a_lease_of_another_company_that_runs_out_unread_holds_up_nobody() {
    let template = tempfile::tempdir().unwrap();
    prepared(template.path());
    let folder = copy(template.path());
    let host = open(folder.path());
    let claim = json!({"company": OURS, "now": NOW, "lease_seconds": 10});
    host.ok(postbud_outbox_claim, &claim);
    drop(host);
    sql(folder.path(), "UPDATE delivery SET decision = '' WHERE state = 'leased'");
    let host = open(folder.path());
    let (status, theirs) = ask(&host, postbud_outbox_run, &json!({}), THEIRS);
    assert_eq!((status, &theirs["carried"]), (0, &json!(1)), "{theirs:#}");
    // Nobody knows whether it has gone: it is no longer leased, and can be called off.
    let got = ok(&host, postbud_invoice_get, &json!({"number": "BAD"}));
    assert_eq!(got["invoice"]["state"], "unknown");
    let canceled = ok(&host, postbud_invoice_cancel, &json!({"number": "BAD"}));
    assert_eq!(canceled["state"], "canceled");
}

#[test]
fn a_delivery_whose_document_is_gone_is_set_aside() {
    let template = tempfile::tempdir().unwrap();
    prepared(template.path());
    let carriers: [Verb; 2] = [postbud_outbox_run, postbud_outbox_claim];
    for carrier in carriers {
        let folder = copy(template.path());
        let gone = "PRAGMA foreign_keys = OFF; DELETE FROM document WHERE number = 'BAD'";
        sql(folder.path(), gone);
        let host = open(folder.path());
        let carried = ok(&host, carrier, &json!({}));
        assert_eq!(codes(&carried), ["document_unreadable"], "{carried:#}");
        let good = ok(&host, postbud_invoice_get, &json!({"number": "GOOD"}));
        assert_ne!(good["invoice"]["state"], "queued", "{good:#}");
        let again = ok(&host, carrier, &json!({}));
        assert_eq!(codes(&again), ["document_unreadable"], "{again:#}");
    }
}

#[test]
fn a_refusal_is_kept_though_nobody_can_say_where_the_document_goes_next() {
    let template = tempfile::tempdir().unwrap();
    prepared(template.path());
    let folder = copy(template.path());
    let host = open(folder.path());
    let claimed = ok(&host, postbud_outbox_claim, &json!({}));
    drop(host);
    sql(folder.path(), "UPDATE document SET invoice = '{' WHERE number = 'BAD'");
    let host = open(folder.path());
    let lease = &claimed["deliveries"][0]["lease"];
    let settled = ok(&host, postbud_outbox_settle, &json!({"lease": lease, "outcome": "failed"}));
    assert_eq!(settled["state"], "failed");
    let got = ok(&host, postbud_invoice_get, &json!({"number": "BAD"}));
    assert_eq!(got["invoice"]["waiting_for"], "repair", "{got:#}");
    assert_eq!(got["deliveries"].as_array().unwrap().len(), 2);
    ok(&host, postbud_invoice_cancel, &json!({"number": "BAD"}));
    let (status, reply) = ask(&host, postbud_invoice_resend, &json!({"number": "BAD"}), OURS);
    assert_eq!((status, &reply["error"]["code"]), (8, &json!("document_unreadable")));
}

#[test]
fn a_sealed_secret_that_is_damaged_holds_up_nothing() {
    let folder = tempfile::tempdir().unwrap();
    prepared(folder.path());
    sql(folder.path(), "INSERT INTO secret SELECT id, 'api_key', x'00' FROM company");
    let host = open(folder.path());
    others_go_on(&host, "secrets");
    drop(host);
    let mut config = config(folder.path());
    config["secrets_key"] = json!("0123456789abcdef".repeat(4));
    // What is no secret at all says nothing about a key.
    drop(Host::open(&config));
    let host = open(folder.path());
    assert_eq!(ask(&host, postbud_company_get, &json!({}), OURS).0, 0);
    assert_eq!(ask(&host, postbud_customer_get, &json!({"number": "1"}), OURS).0, 0);
}
