//! JSON request to XML through the C interface, beside serde_json parsing the same request into the
//! typed invoice and printing it again, in one run: for 5, 100 and 10,000 lines.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark prints what it measures"
)]

#[path = "../tests/support/host.rs"]
mod host;

use host::Host;
use postbud::ffi::document::postbud_document_build;
use postbud::office::document::build::Request;
use serde_json::{Value, json};
use std::hint::black_box;
use std::time::{Duration, Instant};

fn main() {
    let host = Host::in_memory();
    let mut a_line = Vec::new();
    for (lines, rounds) in [(5, 2_001), (100, 401), (10_000, 15)] {
        let requests: Vec<Vec<u8>> = (0..rounds).map(|round| request(lines, round)).collect();
        let mut xml = 0;
        let build = |request: &Vec<u8>| {
            let (status, reply) = host.bytes(postbud_document_build, black_box(request));
            assert_eq!(status, 0, "{}", String::from_utf8_lossy(&reply));
            reply.len()
        };
        let (mut built, mut parsed, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
        for (round, request) in requests.iter().enumerate() {
            // Whoever comes second finds the request in the cache: they take turns.
            let (b, p) = if round.is_multiple_of(2) {
                let b = timed(|| xml = build(request));
                (b, timed(|| print(request)))
            } else {
                let p = timed(|| print(request));
                (timed(|| xml = build(request)), p)
            };
            ratios.push(b.as_secs_f64() / p.as_secs_f64());
            built.push(b);
            parsed.push(p);
        }
        let (build, parse) = (median(&mut built), median(&mut parsed));
        a_line.push(build.as_secs_f64() / f64::from(lines));
        ratios.sort_by(f64::total_cmp);
        let ratio = ratios.get(ratios.len() / 2).copied().unwrap_or_default();
        println!(
            "{lines} lines, {} bytes of JSON to {xml} of XML: {build:.1?}, parsed and printed \
             {parse:.1?}: {ratio:.2} x",
            requests.first().map_or(0, Vec::len),
        );
    }
    if let [_, hundred, many] = a_line.as_slice() {
        println!("a line of 10,000 takes {:.2} x of one of a hundred", many / hundred);
    }
}

fn timed(work: impl FnOnce()) -> Duration {
    let begin = Instant::now();
    work();
    begin.elapsed()
}

fn print(request: &[u8]) {
    let typed: Request = serde_json::from_slice(black_box(request)).unwrap();
    black_box(serde_json::to_vec(&typed).unwrap());
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn party(name: &str, number: &str) -> Value {
    json!({
        "name": name, "organisation_number": number, "vat_number": format!("NO{number}MVA"),
        "address": {"street": "Storgata 1", "post_code": "0155", "place": "Oslo", "country": "NO"},
        "contact": {"name": "Kari Nordmann", "phone": "+4722000000", "email": "kari@example.no"},
    })
}

/// No two rounds have the same bytes.
fn request(lines: u32, round: u32) -> Vec<u8> {
    let line = |at: u32| {
        json!({
            "name": format!("Vare nummer {at} i blå utgave"), "item_number": format!("A-{at}"),
            "quantity": (at % 7 + 1).to_string(), "unit": "stk",
            "price": format!("{}.{:02}", at % 900 + 1, (at + round) % 100),
            "vat": {"rate": if at.is_multiple_of(3) { "15" } else { "25" }},
        })
    };
    let lines: Vec<Value> = (0..lines).map(line).collect();
    json!({
        "seller": party("Nordlys AS", "987654325"), "buyer": party("Sjøgata AS", "123456785"),
        "invoice": {
            "number": format!("10{round}"), "issue_date": "2026-11-23", "due_date": "2026-12-07",
            "buyer_reference": "PO-1", "payment": {"account": "86011117947", "kid": "2345676"}, "lines": lines,
        },
    })
    .to_string()
    .into_bytes()
}
