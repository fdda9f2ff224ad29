//! Random carts with VAT in their prices become valid documents in which the customer pays to the
//! øre what the till told him: through the C interface, built and judged.
//!
//! `POSTBUD_SOAK` takes a million of them, `CARTS` any number. The seed of each cart is its number,
//! so that a failure can be made again; `SEED` is added to it.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says bluntly what it needs")]
#![allow(clippy::panic, clippy::indexing_slicing, reason = "a test says bluntly what it needs")]
#![allow(clippy::print_stdout, reason = "the figures are for people")]

mod cart;
mod sums;
mod tally;

use crate::support::host::Host;
use cart::Cart;
use postbud::ffi::document::{
    postbud_document_build, postbud_document_read, postbud_document_validate,
};
use rust_decimal::Decimal;
use serde_json::{Value, json};
use std::thread;
use tally::Tally;

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| text.parse().unwrap())
}

fn build(host: &Host, request: &Value) -> String {
    let (status, reply) = host.bytes(postbud_document_build, request.to_string().as_bytes());
    let reply = String::from_utf8(reply).unwrap();
    assert_eq!(status, 0, "{request}\n{reply}");
    reply
}

/// The same request as an ERP without VAT in its prices would send it, by what stands in the
/// document.
fn net_request(cart: &Cart, xml: &str) -> Value {
    let mut request = cart.request.clone();
    let invoice = request["invoice"].as_object_mut().unwrap();
    for field in ["prices_include_vat", "round_to", "totals", "rounding"] {
        invoice.remove(field);
    }
    let invoice = &mut request["invoice"];
    for (at, line) in sums::lines(xml).iter().enumerate() {
        let priced = sums::all(line.xml, "cac:Price")[0];
        let request = &mut invoice["lines"][at];
        if request["gross_price"].is_object() {
            let price = sums::all(priced, "cbc:BaseAmount")[0];
            let discount = sums::all(priced, "cbc:Amount")[0];
            request["gross_price"] = json!({"price": price, "discount": discount});
        } else {
            request["price"] = json!(sums::all(priced, "cbc:PriceAmount")[0]);
        }
        set_adjustments(&mut request["adjustments"], &line.xml.replace(priced, ""));
    }
    set_adjustments(&mut invoice["adjustments"], sums::head(xml));
    if let Some(rounding) = sums::all(xml, "cbc:PayableRoundingAmount").first() {
        invoice["rounding"] = json!(rounding);
    }
    request
}

fn set_adjustments(request: &mut Value, xml: &str) {
    let given = request.as_array_mut().map(Vec::as_mut_slice).unwrap_or_default();
    for (one, xml) in given.iter_mut().zip(sums::all(xml, "cac:AllowanceCharge")) {
        one["amount"] = json!(sums::all(xml, "cbc:Amount")[0]);
        if let Some(base) = sums::all(xml, "cbc:BaseAmount").first() {
            one["base"] = json!(base);
        }
    }
}

/// The document stands on its own: built from what it says, it is the same to the byte.
fn same(again: &str, xml: &str, seed: u64) {
    let differs = again.lines().zip(xml.lines()).find(|(one, other)| one != other);
    assert_eq!((differs, again.len()), (None, xml.len()), "{seed}");
}

/// Builds and judges one cart.
fn trial(host: &Host, seed: u64, tally: &mut Tally) {
    let cart = Cart::of(seed);
    let xml = build(host, &cart.request);
    let (_, verdict) = host.call_bytes(postbud_document_validate, xml.as_bytes());
    assert_eq!(verdict["valid"], json!(true), "{seed}: {verdict:#}\n{xml}");
    assert_eq!(verdict["findings"], json!([]), "{seed}: {verdict:#}\n{xml}");
    let sums = sums::all(&xml, "cac:LegalMonetaryTotal")[0];
    let stated = |name: &str| sums::one(sums, name).unwrap_or_default();
    assert_eq!(stated("cbc:PayableAmount"), cart.payable, "{seed}: {}\n{xml}", cart.request);
    let rest = stated("cbc:PayableRoundingAmount") - cart.moved;
    assert_eq!(stated("cbc:TaxInclusiveAmount") + rest, cart.gross, "{seed}: {xml}");
    let lines = sums::lines(&xml);
    assert_eq!(lines.len(), cart.shares.len());
    tally.add(&cart, &lines, rest);
    if seed.is_multiple_of(5) {
        sums::hold(&xml);
        same(&build(host, &net_request(&cart, &xml)), &xml, seed);
        let read = host.ok(postbud_document_read, &json!({"document": xml}));
        let request = json!({
            "invoice": read["invoice"], "seller": read["seller"], "buyer": read["buyer"],
        });
        same(&build(host, &request), &xml, seed);
        tally.recomputed += 1;
    }
}

#[test]
fn carts_with_vat_in_their_prices_become_valid_documents() {
    let soak = std::env::var_os("POSTBUD_SOAK").map(|_| 1_000_000);
    let carts = number("CARTS").or(soak).unwrap_or(5_000);
    let start = number("SEED").unwrap_or(0);
    let workers = u64::try_from(thread::available_parallelism().unwrap().get()).unwrap();
    let work = |worker: u64| {
        let (host, mut tally) = (Host::in_memory(), Tally::default());
        for seed in (start + worker..start + carts).step_by(usize::try_from(workers).unwrap()) {
            trial(&host, seed, &mut tally);
        }
        tally
    };
    let tally = thread::scope(|scope| {
        let all: Vec<_> = (0..workers).map(|worker| scope.spawn(move || work(worker))).collect();
        all.into_iter().map(|worker| worker.join().unwrap()).reduce(Tally::with).unwrap()
    });
    println!("{tally}");
    assert!(tally.largest_rest() <= Decimal::new(5, 2));
}
