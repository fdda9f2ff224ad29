//! A large attachment lies in memory no more often than it must: as the text of the request, and in
//! the document; then in the document and in the reply.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test says bluntly what it needs"
)]

mod support;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use postbud::ffi::company::postbud_company_register;
use postbud::ffi::customer::postbud_customer_put;
use postbud::ffi::document::postbud_document_build;
use postbud::ffi::invoice::postbud_invoice_send;
use serde_json::{Value, json};
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::Instant;
use support::company::nordlys;
use support::host::{Host, Verb};

/// Counts what is in use, and how much it was at the most.
struct Counting;

static IN_USE: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

fn grow(bytes: usize) {
    MOST.fetch_max(IN_USE.fetch_add(bytes, Relaxed) + bytes, Relaxed);
}

// SAFETY: every call is handed on as it is.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        grow(layout.size());
        // SAFETY: as the caller promises.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        IN_USE.fetch_sub(layout.size(), Relaxed);
        // SAFETY: as the caller promises.
        unsafe { System.dealloc(at, layout) }
    }

    unsafe fn realloc(&self, at: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // While it moves there may be two of it.
        grow(size);
        IN_USE.fetch_sub(layout.size(), Relaxed);
        // SAFETY: as the caller promises.
        unsafe { System.realloc(at, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// A drawing of ten megabytes, as the whole of a request's list of attachments.
fn drawing() -> (Value, usize) {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    bytes.resize(10_000_000, 7);
    let content = STANDARD.encode(&bytes);
    let length = content.len();
    (json!([{"name": "tegning.pdf", "content": content, "send": true}]), length)
}

fn invoice() -> Value {
    json!({
        "number": "1", "issue_date": "2026-11-23", "due_date": "2026-12-23",
        "buyer_reference": "Tone", "customer": "1", "distribution": {"force": "email"},
        "lines": [{"name": "Ting", "quantity": "1", "price": "100", "vat": {"rate": "25"}}],
    })
}

fn address() -> Value {
    json!({"street": "Gata 1", "post_code": "5003", "place": "Bergen", "country": "NO"})
}

/// A company that sends, and a customer.
fn register(host: &Host) {
    let company = nordlys();
    host.ok(postbud_company_register, &company);
    let card = json!({"number": "1", "name": "Vik AS", "kind": "business", "address": address(),
                      "email": "post@vik.example.no"});
    host.ok(postbud_customer_put, &card);
}

/// Calls a verb, tells how long it took, and gives how much memory it took at the most.
fn measured(host: &Host, name: &str, verb: Verb, request: &str, length: usize) -> usize {
    let before = IN_USE.load(Relaxed);
    MOST.store(before, Relaxed);
    let begun = Instant::now();
    let (status, reply) = host.bytes(verb, request.as_bytes());
    let took = begun.elapsed();
    let most = MOST.load(Relaxed) - before;
    assert_eq!(status, 0, "{}", String::from_utf8_lossy(reply.get(..2_000).unwrap_or(&reply)));
    println!("{name}: {took:?}, {:.2} times the text at the most", ratio(most, length));
    most
}

#[test]
fn ten_megabytes_take_no_needless_copies() {
    let host = Host::in_memory();
    let (attachments, length) = drawing();
    let seller = json!({
        "name": "Nordlys AS", "organisation_number": "987654325", "address": address(),
        "bank_account": "86011117947", "vat_number": "NO987654325MVA",
        "tax_mark": "Foretaksregisteret",
    });
    let buyer = json!({"name": "Vik AS", "organisation_number": "123456785", "address": address()});
    let mut invoice = invoice();
    invoice["attachments"] = attachments;
    let request = json!({"seller": seller, "buyer": buyer, "invoice": invoice}).to_string();
    let most = measured(&host, "document_build", postbud_document_build, &request, length);
    // The field, the document, and what judging it by all rules takes of a document of one text.
    assert!(most < length * 3, "{most} bytes for {length}");
    register(&host);
    let request = json!({"invoice": invoice}).to_string();
    drop(invoice);
    let most = measured(&host, "invoice_send", postbud_invoice_send, &request, length);
    // As much; what SQLite takes of its own is not counted.
    assert!(most < length * 3, "{most} bytes for {length}");
}

fn ratio(most: usize, length: usize) -> f64 {
    let million = |bytes: usize| f64::from(u32::try_from(bytes).unwrap());
    million(most) / million(length)
}
