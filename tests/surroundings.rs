//! The library reads no variable of the environment, sorting long lists included.
//!
//! The test has a getenv of its own, which C code in this program gets in place of the system's:
//! before SQLite opens a file for what does not fit into memory, it asks where to put it.

#![allow(clippy::unwrap_used, reason = "a test says bluntly what it needs")]

mod support;

use postbud::ffi::company::postbud_company_configure;
use postbud::ffi::invoice::postbud_invoice_list;
use postbud::ffi::outbox::{postbud_outbox_claim, postbud_outbox_list};
use serde_json::json;
use std::cell::{Cell, RefCell};
use std::ffi::{CStr, c_char};
use std::ptr;
use support::host::{Host, Verb};
use support::scene::{NOW, OURS, prepared, send, sql};

thread_local! {
    static LISTENING: Cell<bool> = const { Cell::new(false) };
    static ASKED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

unsafe extern "C" {
    static environ: *const *const c_char;
}

/// What the system's does, and writes down who asked for what.
#[unsafe(no_mangle)]
unsafe extern "C" fn getenv(name: *const c_char) -> *const c_char {
    // SAFETY: the caller gives a text that ends, and the environment is a list that ends.
    unsafe {
        let name = CStr::from_ptr(name).to_bytes();
        if LISTENING.try_with(Cell::get).unwrap_or(false) {
            let told = String::from_utf8_lossy(name).into_owned();
            ASKED.with(|asked| asked.borrow_mut().push(told));
        }
        let mut entry = environ;
        while !entry.is_null() && !(*entry).is_null() {
            let pair = CStr::from_ptr(*entry).to_bytes();
            if pair.starts_with(name) && pair.get(name.len()) == Some(&b'=') {
                return (*entry).add(name.len() + 1);
            }
            entry = entry.add(1);
        }
        ptr::null()
    }
}

/// What was asked for while something ran in this thread.
fn asked(run: impl FnOnce()) -> Vec<String> {
    LISTENING.with(|listening| listening.set(true));
    run();
    LISTENING.with(|listening| listening.set(false));
    ASKED.with(RefCell::take)
}

#[test]
fn the_test_hears_who_asks() {
    // SAFETY: the text ends.
    let heard = asked(|| {
        let _ = unsafe { getenv(c"SQLITE_TMPDIR".as_ptr()) };
    });
    assert_eq!(heard, ["SQLITE_TMPDIR"]);
}

#[test]
fn nothing_of_the_environment_is_asked_for_even_when_long_lists_are_sorted() {
    let folder = tempfile::tempdir().unwrap();
    prepared(folder.path());
    let host = support::scene::open(folder.path());
    for number in 0..60 {
        send(&host, OURS, &format!("F-{number}"), "1");
    }
    drop(host);
    // Far more than SQLite sorts in memory by itself.
    sql(
        folder.path(),
        "UPDATE delivery SET decision = '\"' || hex(zeroblob(100000)) || '\"', reason = hex(zeroblob(99));",
    );
    let sorted: [(Verb, &str, serde_json::Value); 5] = [
        (postbud_outbox_list, "outbox_list", json!({})),
        (postbud_invoice_list, "invoice_list", json!({"state": "queued"})),
        (postbud_company_configure, "company_configure", json!({"email": false, "print": false})),
        (postbud_company_configure, "company_configure", json!({"email": true, "print": true})),
        (postbud_outbox_claim, "outbox_claim", json!({"limit": 1000})),
    ];
    let heard = asked(|| {
        let host = Host::open(&support::scene::config(folder.path()));
        for (verb, name, mut request) in sorted {
            request["company"] = json!(OURS);
            request["now"] = json!(NOW);
            let (status, reply) = host.call(verb, &request);
            assert_eq!(status, 0, "{name}: {reply:#}");
        }
    });
    // Where the clock is shifted, what shifts it asks for its own settings.
    let heard: Vec<String> = heard.into_iter().filter(|name| !name.starts_with("FAKE")).collect();
    assert_eq!(heard, [""; 0]);
}
