//! The outbox under pressure: several processes on one store, and a folder that others empty.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says bluntly what it needs")]

use crate::support::company::nordlys;
use crate::support::host::Host;
use postbud::ffi::company::{postbud_company_configure, postbud_company_register};
use postbud::ffi::customer::postbud_customer_put;
use postbud::ffi::invoice::{
    postbud_invoice_get, postbud_invoice_send, postbud_invoice_send_batch,
};
use postbud::ffi::outbox::postbud_outbox_run;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::Command;

fn open(folder: &Path) -> Host {
    Host::open(&json!({
        "store": folder.join("a.db"), "folder": folder.join("out"), "allow_now": true,
    }))
}

/// A company with one customer and so many documents queued for print.
fn prepared(folder: &Path, documents: usize) -> Host {
    let host = open(folder);
    host.ok(postbud_company_register, &nordlys());
    host.ok(postbud_outbox_run, &json!({}));
    host.ok(
        postbud_customer_put,
        &json!({
            "number": "1", "name": "Ola", "kind": "business",
            "address": {"street": "Lia 4", "post_code": "5003", "place": "Bergen"},
        }),
    );
    let invoice = |number: usize| {
        json!({
            "number": number.to_string(), "customer": "1", "issue_date": "2026-11-23",
            "lines": [{"name": "Arbeid", "price": "100", "vat": {"rate": "25"}}],
        })
    };
    let invoices: Vec<Value> = (1..=documents).map(invoice).collect();
    host.ok(postbud_invoice_send_batch, &json!({"invoices": invoices}));
    host
}

fn parcels(folder: &Path) -> Vec<std::path::PathBuf> {
    let place = folder.join("out/987654325/print");
    fs::read_dir(place).unwrap().map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn several_carriers_on_one_store_carry_every_parcel_whole_and_once() {
    let folder = tempfile::tempdir().unwrap();
    drop(prepared(folder.path(), 120));
    std::thread::scope(|scope| {
        for worker in 0..4 {
            let folder = folder.path();
            scope.spawn(move || {
                let host = open(folder);
                // Each believes that the leases of the others have run out.
                let now = format!("2027-01-01T0{worker}:00:00Z");
                for _ in 0..12 {
                    let run = json!({"now": now, "limit": 20});
                    let (status, reply) = host.call(postbud_outbox_run, &run);
                    // Only one carries at a time; the others are told to come again.
                    let taken = reply["error"]["code"] == json!("folder_taken");
                    assert!(status == 0 || (status == 6 && taken), "{reply}");
                    std::thread::yield_now();
                }
            });
        }
    });
    let host = open(folder.path());
    host.ok(postbud_outbox_run, &json!({"now": "2027-02-01T00:00:00Z"}));
    host.ok(postbud_outbox_run, &json!({"now": "2027-03-01T00:00:00Z"}));
    let parcels = parcels(folder.path());
    assert_eq!(parcels.len(), 120);
    for parcel in parcels {
        for file in ["address.txt", "invoice.txt", "invoice.xml", "routing.json"] {
            assert!(parcel.join(file).is_file(), "{} has no {file}", parcel.display());
        }
    }
    for number in ["1", "60", "120"] {
        let state = host.ok(postbud_invoice_get, &json!({"number": number}));
        assert_eq!(state["invoice"]["state"], json!("sent"));
    }
}

#[test]
fn a_parcel_that_was_taken_away_before_the_store_knew_is_not_carried_again() {
    let folder = tempfile::tempdir().unwrap();
    let host = prepared(folder.path(), 1);
    host.ok(postbud_outbox_run, &json!({"now": "2027-01-01T00:00:00Z"}));
    let parcel = parcels(folder.path()).pop().unwrap();
    let id = parcel.file_name().unwrap().to_str().unwrap().split_once('.').unwrap().1.to_owned();
    drop(host);
    // What a kill between carrying and settling leaves: the parcel and its receipt are there, the
    // store was not told. Then the next program takes the parcel away.
    let db = rusqlite::Connection::open(folder.path().join("a.db")).unwrap();
    db.execute("UPDATE delivery SET state = 'unknown' WHERE id = ?1", [&id]).unwrap();
    db.execute("UPDATE lease SET outcome = NULL WHERE delivery_id = ?1", [&id]).unwrap();
    drop(db);
    fs::write(folder.path().join(format!("out/.postbud/{id}.receipt")), "").unwrap();
    fs::remove_dir_all(parcel).unwrap();
    let host = open(folder.path());
    let run = host.ok(postbud_outbox_run, &json!({"now": "2027-02-01T00:00:00Z"}));
    assert_eq!(run["results"], json!([]));
    let state = host.ok(postbud_invoice_get, &json!({"number": "1"}));
    assert_eq!(state["invoice"]["state"], json!("sent"));
    assert!(parcels(folder.path()).is_empty());
}

/// Cards of earlier versions hold endpoints that were never checked.
#[test]
fn an_old_card_with_a_wrong_address_blocks_no_channel_that_does_without_it() {
    let folder = tempfile::tempdir().unwrap();
    let host = prepared(folder.path(), 1);
    let card = json!({
        "number": "2", "name": "Gammel Kunde AS", "kind": "business", "mode": "automatic",
        "organisation_number": "13585628", "email": "a@gammel.example.dk",
        "endpoint": {"scheme": "0088", "id": "7300010000001"},
        "address": {"street": "Gade 4", "post_code": "1000", "place": "København",
                    "country": "DK"},
    });
    host.ok(postbud_customer_put, &card);
    drop(host);
    let db = rusqlite::Connection::open(folder.path().join("a.db")).unwrap();
    for (right, wrong) in [("7300010000001", "7300010000002"), ("13585628", "1358562")] {
        let sql = "UPDATE customer SET card = replace(card, ?1, ?2) WHERE number = '2'";
        assert_eq!(db.execute(sql, [right, wrong]).unwrap(), 1);
    }
    drop(db);
    let host = open(folder.path());
    let invoice = |number: &str, way: Value| {
        json!({"invoice": {
            "number": number, "customer": "2", "issue_date": "2026-11-23", "distribution": way,
            "lines": [{"name": "Arbeid", "price": "100", "vat": {"rate": "25"}}],
        }})
    };
    for (number, way, channel) in [
        ("21", json!({}), "email"),
        ("22", json!({"force": "print"}), "print"),
        ("23", json!({"force": "email"}), "email"),
    ] {
        let sent = host.ok(postbud_invoice_send, &invoice(number, way));
        assert_eq!(sent["channel"], json!(channel), "{sent:#}");
        let finding = &sent["findings"][0];
        assert_eq!(finding["rule"], json!("endpoint_wrong_on_card"), "{sent:#}");
        assert_eq!(finding["severity"], json!("warning"));
        assert_eq!(finding["path"], json!("/invoice/customer"));
        let trace = sent["decision"]["trace"].as_array().unwrap();
        let einvoice = trace.iter().find(|row| row["step"] == json!("einvoice"));
        if let Some(row) = einvoice {
            assert_eq!(row["code"], json!("endpoint_wrong_on_card"), "{row}");
        }
        assert_eq!(einvoice.is_some(), number == "21", "{sent:#}");
    }
    let forced = invoice("24", json!({"force": "einvoice"}));
    let (status, reply) = host.call(postbud_invoice_send, &forced);
    assert_eq!(status, 2, "{reply}");
    assert_eq!(reply["error"]["findings"][0]["rule"], json!("endpoint_wrong_on_card"));
}

#[test]
fn a_clock_set_back_holds_up_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let host = prepared(folder.path(), 1);
    let run = host.ok(postbud_outbox_run, &json!({"now": "2020-01-01T00:00:00Z"}));
    assert_eq!(run["carried"], json!(1));
}

/// Seconds that the processor has given to this thread: other work on the machine is not in it.
fn processor_time() -> f64 {
    let spent = fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    spent.split(' ').next().unwrap().parse::<f64>().unwrap() / 1e9
}

#[test]
fn large_invoices_are_checked_in_linear_time() {
    let folder = tempfile::tempdir().unwrap();
    let host = prepared(folder.path(), 1);
    let mut number = 1;
    let mut time = |lines: usize, price: &str| {
        number += 1;
        let line = json!({"name": "a", "price": price, "vat": {"rate": "25"}});
        let invoice = json!({
            "number": number.to_string(), "customer": "1", "issue_date": "2026-11-23",
            "lines": vec![line; lines],
        });
        let request = json!({"invoices": [invoice]});
        let start = processor_time();
        let reply = host.ok(postbud_invoice_send_batch, &request);
        assert!(reply.to_string().len() < 200_000, "the reply has no end");
        processor_time() - start
    };
    // Faults of the door, of a rule, and none at all; a ratio only, with room for a busy machine.
    for price in ["abc", "-1", "10"] {
        let (small, large) = (time(2_000, price), time(20_000, price));
        assert!(large < small.max(0.01) * 40.0, "{price}: {small} s, then {large} s");
    }
}

/// Reads mails as Python's own library does: for each, the names and addresses of its headers, and
/// the names of the files in it.
const READ_MAILS: &str = r#"
import email, email.policy, json, sys
from email.header import decode_header, make_header
from email.utils import parseaddr
said = []

# Older Pythons keep the blank between two encoded words of a name in policy.default only.
def named(raw, address):
    if raw.count("=?utf-8?") < 2:
        return address.display_name
    return str(make_header(decode_header(parseaddr(raw)[0])))

for path in sys.argv[1:]:
    with open(path, "rb") as file:
        mail = email.message_from_binary_file(file, policy=email.policy.default)
        file.seek(0)
        raw = email.message_from_binary_file(file)
    faults = [str(fault) for name in ("From", "To", "Reply-To") for fault in mail[name].defects]
    heads = [[named(raw[name], mail[name].addresses[0]), mail[name].addresses[0].addr_spec]
             for name in ("From", "To", "Reply-To") if len(mail[name].addresses) == 1]
    files = [part.get_filename() for part in mail.iter_attachments()]
    said.append({"heads": heads, "faults": faults, "files": files})
print(json.dumps(said))
"#;

/// Names of firms that a header cannot hold as they are.
const NAMES: &[&str] = &[
    "..",
    ".",
    "a.b",
    "Å",
    "\"",
    "\\",
    "\\\"",
    "a\\",
    "Vik, Berg og Dal AS",
    "=?utf-8?",
    "a b.",
    "=?utf-8?q?=C3=A5?=",
    "<a@b.no>",
    "a@b.no",
    "Ole (Vik)",
    "a:b;c",
    "'",
    "1.0",
    "J. R. Vik",
    "Blåbærsyltetøy og rømmegrøt fra Ålesund og omegn gjennom hundre og femti år, AS",
    "-",
    "😀",
    "Et langt navn med mange ord i seg som ikke får plass på en eneste linje i et brev AS",
];

#[test]
fn any_name_in_the_headers_of_a_mail_is_read_back_as_it_was_given() {
    let folder = tempfile::tempdir().unwrap();
    let host = prepared(folder.path(), 1);
    let email = "post@vik.example.no";
    for (at, name) in NAMES.iter().enumerate() {
        let sender = json!({"sender_name": name, "contact": {"email": "kari@nordlys.example.no"}});
        host.ok(postbud_company_configure, &sender);
        let address = json!({"street": "Lia 4", "post_code": "5003", "place": "Bergen"});
        let card = json!({"number": "2", "name": name, "kind": "business", "email": email,
                          "address": address, "mode": "email"});
        host.ok(postbud_customer_put, &card);
        let invoice = json!({
            "number": format!("{name}{at}").chars().take(40).collect::<String>(), "customer": "2",
            "issue_date": "2026-11-23",
            "lines": [{"name": "Arbeid", "price": "100", "vat": {"rate": "25"}}],
        });
        host.ok(postbud_invoice_send_batch, &json!({"invoices": [invoice]}));
        host.ok(postbud_outbox_run, &json!({}));
        let place = folder.path().join("out/987654325/email");
        let parcel = fs::read_dir(&place).unwrap().next().unwrap().unwrap().path();
        fs::rename(parcel.join("mail.eml"), folder.path().join(format!("{at}.eml"))).unwrap();
        fs::remove_dir_all(&parcel).unwrap();
    }
    let mails = (0..NAMES.len()).map(|at| folder.path().join(format!("{at}.eml")));
    let read = Command::new("python3").args(["-c", READ_MAILS]).args(mails).output().unwrap();
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    let read: Value = serde_json::from_slice(&read.stdout).unwrap();
    let mut wrong = Vec::new();
    for (at, name) in NAMES.iter().enumerate() {
        let heads = json!([
            [name, "post@nordlys.example.no"],
            [name, email],
            [name, "kari@nordlys.example.no"]
        ]);
        let of = &read[at];
        let file = of["files"][0].as_str().unwrap_or_default();
        if of["heads"] != heads || of["faults"] != json!([]) || !file.ends_with(".xml") {
            wrong.push(format!("{name}: {of}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
