//! What the library promises of the process that it lives in: a call takes memory in proportion to
//! its request, at most twenty times as much at its peak; where the system gives none, it says so
//! instead of ending the program; a small stack is enough; and the program may change its folder.
//! Memory is measured as the system counts it, so that what SQLite takes is in it. Each test has a
//! process of its own.

#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test says bluntly what it needs"
)]

mod support;

use postbud::ffi::company::{postbud_company_get, postbud_company_register};
use postbud::ffi::customer::postbud_customer_put;
use postbud::ffi::document::{
    postbud_document_build, postbud_document_read, postbud_document_validate,
};
use postbud::ffi::invoice::{
    postbud_invoice_list, postbud_invoice_send, postbud_invoice_send_batch,
};
use postbud::ffi::outbox::postbud_outbox_run;
use serde_json::{Value, json};
use std::fs;
use std::process::Command;
use support::company::nordlys;
use support::host::{Host, Verb};

/// So many times its request a call may take.
const MOST: f64 = 20.0;
/// What a process needs for any call at all: pages of the store, tables of the schema.
const ANY_CALL: usize = 4 << 20;

const CHILD: &str = "POSTBUD_TEST_CHILD";

/// Plays a test's body in a process of its own.
fn alone(name: &str, body: impl FnOnce()) {
    if std::env::var_os(CHILD).is_some() {
        return body();
    }
    let done = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", name, "--nocapture", "--test-threads=1"])
        .env(CHILD, "1")
        .output()
        .unwrap();
    let said = [done.stdout, done.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    assert!(done.status.success() && said.contains("1 passed"), "{name}: {said}");
    println!("{said}");
}

/// A number of kibibytes that the system tells of this process, in bytes.
fn told(name: &str) -> usize {
    let all = fs::read_to_string("/proc/self/status").unwrap();
    let line = all.lines().find_map(|line| line.strip_prefix(name)).unwrap();
    line.trim_matches([':', ' ', '\t']).strip_suffix(" kB").unwrap().parse::<usize>().unwrap() << 10
}

/// Calls a verb and holds what it took at the most to the size of its request.
fn hold(host: &Host, name: &str, verb: Verb, request: &[u8]) {
    // SAFETY: the call only gives memory back that nobody uses.
    unsafe { libc::malloc_trim(0) };
    fs::write("/proc/self/clear_refs", "5").unwrap();
    let before = told("VmRSS");
    let (status, reply) = host.bytes(verb, request);
    // The copy of the reply that this test makes itself is not the library's.
    let most = told("VmHWM").saturating_sub(before + reply.len());
    assert_eq!(status, 0, "{}", String::from_utf8_lossy(reply.get(..2_000).unwrap_or(&reply)));
    let kib = |bytes: usize| f64::from(u32::try_from(bytes >> 10).unwrap());
    let ratio = kib(most.saturating_sub(ANY_CALL)) / kib(request.len());
    println!("{name}: {} KiB from {} KiB, {ratio:.1} times", most >> 10, request.len() >> 10);
    assert!(ratio <= MOST, "{name} took {ratio:.1} times its request");
}

fn address() -> Value {
    json!({"street": "Gata 1", "post_code": "5003", "place": "Bergen", "country": "NO"})
}

/// A company that sends, with a customer, in a store on a disk.
fn office(folder: &tempfile::TempDir) -> Host {
    let store = folder.path().join("store.db");
    let out = folder.path().join("out");
    let host = Host::open(&json!({"store": store, "folder": out, "allow_now": true}));
    let company = nordlys();
    host.ok(postbud_company_register, &company);
    let card = json!({"number": "1", "name": "Vik AS", "kind": "business", "address": address(),
                      "email": "post@vik.example.no"});
    host.ok(postbud_customer_put, &card);
    host
}

/// The shortest line there is.
const SHORT: &str = r#"{"name":"Ting","quantity":"1","price":"10","vat":{"rate":"25"}}"#;
/// A line as a wholesaler has it.
const LONG: &str = r#"{"name":"Kabel 3x2,5 mm2","description":"Rull med 100 meter, hvit",
    "quantity":"12","unit":"MTR","price":"18.45","vat":{"category":"S","rate":"25"},
    "item_number":"10-20030","buyer_item_number":"K-77","gtin":"7038010000126","order_line":"4",
    "accounting_cost":"4300","period":{"start":"2026-10-01","end":"2026-10-31"},
    "adjustments":[{"kind":"allowance","amount":"10","reason":"Rabatt"}],
    "classes":[{"code":"31161500","scheme":"STI"}],
    "properties":[{"name":"Farge","value":"Hvit"}],"host_key":"L-1"}"#;

fn invoice(number: usize, line: &str, lines: usize) -> String {
    let all = vec![line; lines].join(",");
    format!(
        r#"{{"number":"{number}","issue_date":"2026-11-23","due_date":"2026-12-23",
            "buyer_reference":"Tone","customer":"1","distribution":{{"force":"email"}},
            "lines":[{all}]}}"#
    )
}

fn build_request(line: &str, lines: usize) -> String {
    let seller = json!({
        "name": "Nordlys AS", "organisation_number": "987654325", "address": address(),
        "bank_account": "86011117947", "vat_number": "NO987654325MVA",
        "tax_mark": "Foretaksregisteret",
    });
    let buyer = json!({"name": "Vik AS", "organisation_number": "123456785", "address": address()});
    format!(r#"{{"seller":{seller},"buyer":{buyer},"invoice":{}}}"#, invoice(1, line, lines))
}

/// How many lines: enough to tell a ratio, and few enough for a test; MEMORY_LINES asks for others.
fn lines(usual: usize) -> usize {
    std::env::var("MEMORY_LINES").map_or(usual, |lines| lines.parse().unwrap())
}

fn send(line: &str, usual: usize) {
    let folder = tempfile::tempdir().unwrap();
    let request = format!(r#"{{"invoice":{}}}"#, invoice(1, line, lines(usual)));
    hold(&office(&folder), "invoice_send", postbud_invoice_send, request.as_bytes());
}

fn document(line: &str, lines: usize) -> Vec<u8> {
    let request = build_request(line, lines);
    let (status, xml) = Host::in_memory().bytes(postbud_document_build, request.as_bytes());
    assert_eq!(status, 0, "{}", String::from_utf8_lossy(&xml));
    xml
}

#[test]
fn sending_short_lines() {
    alone("sending_short_lines", || send(SHORT, 10_000));
}

#[test]
fn sending_long_lines() {
    alone("sending_long_lines", || send(LONG, 2_000));
}

#[test]
fn sending_one_long_invoice_in_a_batch() {
    alone("sending_one_long_invoice_in_a_batch", || {
        let folder = tempfile::tempdir().unwrap();
        let request = format!(r#"{{"invoices":[{}]}}"#, invoice(1, SHORT, lines(10_000)));
        let verb = postbud_invoice_send_batch;
        hold(&office(&folder), "invoice_send_batch (one)", verb, request.as_bytes());
    });
}

#[test]
fn sending_many_invoices_in_a_batch() {
    alone("sending_many_invoices_in_a_batch", || {
        let folder = tempfile::tempdir().unwrap();
        let all: Vec<String> = (1..=lines(1_000) / 2).map(|at| invoice(at, SHORT, 2)).collect();
        let request = format!(r#"{{"invoices":[{}]}}"#, all.join(","));
        let verb = postbud_invoice_send_batch;
        hold(&office(&folder), "invoice_send_batch (many)", verb, request.as_bytes());
    });
}

#[test]
fn building() {
    alone("building", || {
        for (line, usual) in [(SHORT, 10_000), (LONG, 2_000)] {
            let request = build_request(line, lines(usual));
            let verb = postbud_document_build;
            hold(&Host::in_memory(), "document_build", verb, request.as_bytes());
        }
    });
}

#[test]
fn reading() {
    alone("reading", || {
        for (line, usual) in [(SHORT, 4_000), (LONG, 1_000)] {
            let xml = document(line, lines(usual));
            let request = json!({"document": String::from_utf8(xml).unwrap()}).to_string();
            let verb = postbud_document_read;
            hold(&Host::in_memory(), "document_read", verb, request.as_bytes());
        }
    });
}

#[test]
fn judging() {
    alone("judging", || {
        for (line, usual) in [(SHORT, 10_000), (LONG, 2_000)] {
            let xml = document(line, lines(usual));
            hold(&Host::in_memory(), "document_validate", postbud_document_validate, &xml);
        }
    });
}

/// Lets the process have so many bytes of addresses more than it has; none lifts the limit.
fn limit(more: Option<usize>) {
    let most =
        more.map_or(libc::RLIM_INFINITY, |more| u64::try_from(told("VmSize") + more).unwrap());
    let limit = libc::rlimit { rlim_cur: most, rlim_max: libc::RLIM_INFINITY };
    // SAFETY: the pointer is that of a live local.
    assert_eq!(unsafe { libc::setrlimit(libc::RLIMIT_AS, &limit) }, 0);
}

#[test]
fn where_the_system_gives_no_memory_a_call_says_so_and_changes_nothing() {
    alone("where_the_system_gives_no_memory_a_call_says_so_and_changes_nothing", || {
        let folder = tempfile::tempdir().unwrap();
        let host = office(&folder);
        let xml = document(SHORT, 1_000);
        let read = json!({"document": String::from_utf8(xml.clone()).unwrap()}).to_string();
        let build = build_request(SHORT, 3_000);
        let (mut sent, mut short) = (0, 0);
        for (number, mib) in [1, 3, 6, 9, 12, 14, 16, 20, 24, 32, 48, 96].into_iter().enumerate() {
            let send = format!(r#"{{"invoice":{}}}"#, invoice(number + 1, SHORT, 3_000));
            let calls: [(Verb, &[u8]); 5] = [
                (postbud_company_get, b"{}"),
                (postbud_document_build, build.as_bytes()),
                (postbud_document_read, read.as_bytes()),
                (postbud_document_validate, &xml),
                (postbud_invoice_send, send.as_bytes()),
            ];
            for (at, (verb, request)) in calls.into_iter().enumerate() {
                // SAFETY: the call only gives memory back that nobody uses.
                unsafe { libc::malloc_trim(0) };
                limit(Some(mib << 20));
                let (status, said) = host.briefly(verb, request);
                limit(None);
                assert!(status == 0 || status == 6, "{at} with {mib} MiB: {status} {said}");
                assert!(status == 0 || said.contains("\"code\":\"memory_short\""), "{said}");
                short += usize::from(status == 6);
                sent += usize::from(status == 0 && at == 4);
            }
        }
        assert!(short > 10 && sent > 2, "{short} calls were short of memory, {sent} were sent");
        // What was answered OK is there, and nothing else.
        let listed = host.ok(postbud_invoice_list, &json!({}));
        assert_eq!(listed["invoices"].as_array().map(Vec::len), Some(sent), "{listed:#}");
    });
}

#[test]
fn a_stack_of_256_kibibytes_is_enough() {
    alone("a_stack_of_256_kibibytes_is_enough", || {
        let folder = tempfile::tempdir().unwrap();
        let host = office(&folder);
        let deep =
            |open: &str, close: &str, depth: usize| open.repeat(depth) + &close.repeat(depth);
        let xml = document(LONG, 20);
        let text = String::from_utf8(xml.clone()).unwrap();
        let nested = deep("<x>", "</x>", 200);
        let mut calls: Vec<(Verb, Vec<u8>)> = vec![
            (postbud_document_build, build_request(LONG, 20).into_bytes()),
            (postbud_document_read, json!({"document": text}).to_string().into_bytes()),
            (postbud_document_validate, xml),
            (postbud_document_validate, text.replace("<cbc:ID>", &nested).into_bytes()),
            (postbud_invoice_send, format!(r#"{{"invoice":{}}}"#, invoice(1, LONG, 20)).into()),
            (postbud_invoice_send, format!(r#"{{"document":{{"xml":{}}}}}"#, json!(text)).into()),
            (postbud_outbox_run, b"{}".to_vec()),
        ];
        // As deep as JSON and XML are read, and deeper.
        for depth in [20, 60, 100, 126, 200, 100_000] {
            for (open, close) in [("[", "]"), ("{\"a\":", "1}")] {
                let (open, close) = (open.repeat(depth), close.replace('1', ""));
                let inside = format!("{open}1{}", close.repeat(depth));
                let lines = format!(r#"{{"invoice":{{"lines":[{{"vat":{inside}}}]}}}}"#);
                calls.push((postbud_invoice_send, lines.into_bytes()));
                calls.push((postbud_invoice_send, inside.into_bytes()));
            }
            let other = deep("<cac:Item>", "</cac:Item>", depth);
            let text = text.replace("<cac:Item>", &format!("{other}<cac:Item>"));
            calls.push((postbud_document_read, json!({"document": text}).to_string().into_bytes()));
            calls.push((postbud_document_validate, text.into_bytes()));
        }
        // STACK_KIB asks for how small it may be.
        let kib = std::env::var("STACK_KIB").map_or(256, |kib| kib.parse::<usize>().unwrap());
        let small = std::thread::Builder::new().stack_size(kib << 10);
        let body = move || {
            for (verb, request) in &calls {
                let (status, said) = host.briefly(*verb, request);
                assert!([0, 2, 4].contains(&status), "{status}: {said}");
            }
        };
        small.spawn(body).unwrap().join().unwrap();
    });
}

#[test]
fn a_relative_folder_and_store_stay_where_they_were_opened() {
    alone("a_relative_folder_and_store_stay_where_they_were_opened", || {
        let folder = tempfile::tempdir().unwrap();
        std::env::set_current_dir(folder.path()).unwrap();
        let host = Host::open(&json!({"store": "here.db", "folder": "out", "allow_now": true}));
        let elsewhere = tempfile::tempdir().unwrap();
        std::env::set_current_dir(elsewhere.path()).unwrap();
        let company = nordlys();
        host.ok(postbud_company_register, &company);
        host.ok(postbud_outbox_run, &json!({}));
        assert!(folder.path().join("out/987654325").is_dir(), "nothing was carried");
        assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
        drop(host);
        let again = Host::open(&json!({"store": folder.path().join("here.db"), "allow_now": true}));
        again.ok(postbud_company_get, &json!({}));
    });
}
