//! A clock that is set back between calls loses no lease, gives none twice and sends nothing twice.
//!
//! The moment of every call is in its request, so the clock can be set at will. What is expected:
//!
//! * A delivery that is leased is not leased again before it is settled, whatever the clock says.
//! * A lease ends when the clock comes to its end. Set back, the clock comes there later; the
//!   holder may settle all the while, and after it. But no lease is longer than a day: one that
//!   seems to be was given by a clock that was wrong, and its delivery is unknown at once.
//! * postbud's own carrier holds the folder while it carries. Whoever holds the folder next asks it
//!   at once what became of an earlier lease, whatever the clock says.
//! * What was put off until a moment waits for the clock to come there; what never was put off
//!   does not wait at all.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test says what it needs")]

use crate::support::company::nordlys;
use crate::support::dice::Dice;
use crate::support::trial::alone::quick_folder;
use crate::support::trial::library::library;
use crate::support::trial::rest::{carry_everything, faults_at_rest};
use crate::support::trial::sound::{faults, look, texts};
use crate::support::trial::survey::Place;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const COMPANY: &str = "987654325";
const NOON: &str = "2026-11-23T12:00:00Z";
const AN_HOUR_BEFORE: &str = "2026-11-23T11:00:00Z";
const FAR_AHEAD: &str = "2099-01-01T00:00:00Z";

/// An open store of a company that may send.
struct Host {
    place: Place,
    token: usize,
}

impl Host {
    fn open(folder: &Path) -> Self {
        let place = Place::below(folder);
        let token = library().opened(&place.config());
        Self { place, token }
    }

    /// With so many documents that are due by print.
    fn with_documents(folder: &Path, documents: usize) -> Self {
        let host = Self::open(folder);
        host.ok("company_register", nordlys());
        host.ok("outbox_run", json!({"now": "2026-01-01T00:00:00Z"}));
        let address = json!({"street": "Lia 4", "post_code": "5003", "place": "Bergen"});
        let customer =
            json!({"number": "1", "name": "Ola", "kind": "business", "address": address});
        host.ok("customer_put", customer);
        for number in 1..=documents {
            host.send(number, NOON);
        }
        host
    }

    fn send(&self, number: usize, now: &str) {
        let invoice = json!({
            "number": number.to_string(), "customer": "1", "issue_date": "2026-11-23",
            "lines": [{"name": "Arbeid", "price": "100", "vat": {"rate": "25"}}],
        });
        self.ok("invoice_send", json!({"now": now, "invoice": invoice}));
    }

    fn ask(&self, verb: &str, request: Value) -> (i32, Value) {
        library().ask(self.token, verb, &request)
    }

    fn ok(&self, verb: &str, request: Value) -> Value {
        let (status, reply) = self.ask(verb, request);
        assert_eq!(status, 0, "{verb}: {reply}");
        reply
    }

    /// Leases what is due: leases and their deliveries.
    fn claim(&self, now: &str) -> Vec<(String, String)> {
        let claimed = self.ok("outbox_claim", json!({"now": now, "lease_seconds": 300}));
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let each = claimed["deliveries"].as_array().unwrap().iter();
        each.map(|row| (text(&row["lease"]), text(&row["delivery"]))).collect()
    }

    fn settle(&self, lease: &str, outcome: &str, now: &str) -> (i32, Value) {
        self.ask("outbox_settle", json!({"now": now, "lease": lease, "outcome": outcome}))
    }

    fn state(&self, number: usize, now: &str) -> Value {
        let request = json!({"now": now, "number": number.to_string()});
        self.ok("invoice_get", request)["invoice"]["state"].clone()
    }

    fn run(&self, now: &str) -> Value {
        self.ok("outbox_run", json!({"now": now}))["carried"].clone()
    }

    /// Closes, and opens again after something was done to the file.
    fn reopened(self, change: &str) -> Self {
        let place = self.place.clone();
        drop(self);
        look(&place.store).execute_batch(change).unwrap();
        let token = library().opened(&place.config());
        Self { place, token }
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        library().close(self.token);
    }
}

#[test]
fn a_lease_is_neither_lost_nor_given_twice() {
    let folder = quick_folder();
    let host = Host::with_documents(folder.path(), 2);
    let claimed = host.claim(NOON);
    assert_eq!(claimed.len(), 2);
    assert_eq!(host.claim(AN_HOUR_BEFORE), []);
    assert_eq!(host.run(AN_HOUR_BEFORE), json!(0));
    assert_eq!(host.state(1, AN_HOUR_BEFORE), json!("leased"));
    // 301 seconds after the clock was set back the lease goes on: its end is past noon.
    assert_eq!(host.claim("2026-11-23T11:05:01Z"), []);
    assert_eq!(host.settle(&claimed[0].0, "sent", AN_HOUR_BEFORE).0, 0);
    let again = host.settle(&claimed[0].0, "sent", "2026-11-23T10:00:00Z");
    assert_eq!((again.0, &again.1["changed"]), (0, &json!(false)));
    assert_eq!(host.settle(&claimed[0].0, "later", AN_HOUR_BEFORE).0, 4);
    // The other one ends when the clock is there; then nobody knows, and nobody gets it again.
    assert_eq!(host.state(2, "2026-11-23T12:05:00Z"), json!("unknown"));
    assert_eq!(host.claim("2026-11-23T12:05:00Z"), []);
    assert_eq!(host.claim(AN_HOUR_BEFORE), []);
    assert_eq!(host.settle(&claimed[1].0, "sent", AN_HOUR_BEFORE).0, 0);
    assert_eq!(host.state(2, NOON), json!("sent"));
}

#[test]
fn a_lease_of_a_clock_that_was_far_ahead_does_not_hold_for_years() {
    let folder = quick_folder();
    let host = Host::with_documents(folder.path(), 1);
    let claimed = host.claim(FAR_AHEAD);
    assert_eq!(host.state(1, FAR_AHEAD), json!("leased"));
    assert_eq!(host.state(1, NOON), json!("unknown"));
    let unknown = host.ok("invoice_list", json!({"now": NOON, "state": "unknown"}));
    assert_eq!(unknown["invoices"].as_array().unwrap().len(), 1);
    assert_eq!(host.claim(NOON), []);
    assert_eq!(host.run(NOON), json!(0));
    // Its holder may settle all the same, and so may whoever finds out what became of it.
    assert_eq!(host.settle(&claimed[0].0, "later", NOON).0, 0);
    let again = host.claim("2026-11-23T12:01:00Z");
    assert_eq!(again.len(), 1);
    assert_eq!(again[0].1, claimed[0].1);
}

#[test]
fn a_folder_is_asked_at_once_about_a_run_that_was_killed_before_the_clock_was_set_back() {
    let folder = quick_folder();
    let host = Host::with_documents(folder.path(), 2);
    assert_eq!(host.run(NOON), json!(2));
    // As if the run had been killed before it told the store: one parcel is there, one is not.
    let host = host.reopened(
        "UPDATE delivery SET state = 'leased', lease_until = 1795435320000000
         WHERE purpose = 'document';
         UPDATE lease SET outcome = NULL, settled_at = NULL, until = 1795435320000000
         WHERE delivery_id IN (SELECT id FROM delivery WHERE purpose = 'document');",
    );
    let print = host.place.folder.join(COMPANY).join("print");
    let second = std::fs::read_dir(&print).unwrap().map(|entry| entry.unwrap().path());
    let second =
        second.filter(|path| path.file_name().unwrap().to_str().unwrap().starts_with("2."));
    std::fs::remove_dir_all(second.last().unwrap()).unwrap();
    assert_eq!(host.run(AN_HOUR_BEFORE), json!(1));
    assert_eq!(host.state(1, AN_HOUR_BEFORE), json!("sent"));
    assert_eq!(host.state(2, AN_HOUR_BEFORE), json!("sent"));
    assert_eq!(std::fs::read_dir(&print).unwrap().count(), 2);
    assert_eq!(host.run("2028-01-01T00:00:00Z"), json!(0));
}

#[test]
fn what_was_put_off_waits_for_its_moment_and_goes_once() {
    let folder = quick_folder();
    let host = Host::with_documents(folder.path(), 1);
    let (lease, _) = host.claim(NOON).remove(0);
    assert_eq!(host.settle(&lease, "later", NOON).0, 0);
    assert_eq!(host.run(AN_HOUR_BEFORE), json!(0));
    assert_eq!(host.run("2026-11-23T12:00:59Z"), json!(0));
    // What is new does not wait, although the clock was ahead when the other one was sent.
    host.send(2, AN_HOUR_BEFORE);
    assert_eq!(host.run("2026-11-23T10:00:00Z"), json!(1));
    assert_eq!(host.run("2026-11-23T12:01:00Z"), json!(1));
    assert_eq!(host.run(AN_HOUR_BEFORE), json!(0));
}

#[test]
fn a_decision_is_made_by_the_moment_of_its_call_alone() {
    let folder = quick_folder();
    let host = Host::with_documents(folder.path(), 0);
    let decide = |now: &str| {
        host.ok("distribution_decide", json!({"now": now, "customer": "1"}))["decisions"].clone()
    };
    let first = [decide(FAR_AHEAD), decide(NOON), decide("1990-01-01T00:00:00Z")];
    let second = [decide(FAR_AHEAD), decide(NOON), decide("1990-01-01T00:00:00Z")];
    assert_eq!(first, second);
}

/// What a host believes: which deliveries it may hold, and what it said of them.
#[derive(Default)]
struct Beliefs {
    /// Deliveries with their leases; none when it said that it does not know
    held: BTreeMap<String, Option<String>>,
    gone: BTreeSet<String>,
}

fn moment(dice: &mut Dice) -> String {
    let (day, hour) = (1 + dice.below(28), dice.below(24));
    let year = if dice.once_in(20) { 2099 } else { 2026 };
    format!("{year}-11-{day:02}T{hour:02}:00:00Z")
}

/// One call at any moment; a delivery that is held or gone must never be given again.
fn step(host: &Host, beliefs: &mut Beliefs, number: &mut usize, dice: &mut Dice) {
    let now = moment(dice);
    match dice.below(6) {
        0 | 1 => {
            *number += 1;
            host.send(*number, &now);
        }
        2 => {
            for (lease, delivery) in host.claim(&now) {
                assert!(!beliefs.gone.contains(&delivery), "{delivery} is sent, and given again");
                let before = beliefs.held.insert(delivery, Some(lease));
                assert!(before.is_none(), "{before:?} is held, and given again at {now}");
            }
        }
        3 => {
            let run = host.ok("outbox_run", json!({"now": now}));
            for result in run["results"].as_array().unwrap() {
                let delivery = result["delivery"].as_str().unwrap().to_owned();
                let held = beliefs.held.contains_key(&delivery);
                assert!(!held, "{delivery} is held, and was carried at {now}");
                assert!(beliefs.gone.insert(delivery), "carried twice: {result}");
            }
        }
        _ => {
            let Some((delivery, lease)) = beliefs.held.pop_first() else { return };
            let outcome = *dice.pick(&["sent", "later", "unknown", "delivered"]);
            let by_delivery = lease.is_none().then_some(&delivery);
            let answer =
                json!({"now": now, "lease": lease, "delivery": by_delivery, "outcome": outcome});
            host.ok("outbox_settle", answer);
            match outcome {
                "later" => {}
                "unknown" => drop(beliefs.held.insert(delivery, None)),
                _ => drop(beliefs.gone.insert(delivery)),
            }
        }
    }
}

#[test]
fn nothing_is_given_or_carried_twice_however_the_clock_jumps() {
    for seed in 0..12 {
        let folder = quick_folder();
        let host = Host::with_documents(folder.path(), 3);
        let (mut beliefs, mut number) = (Beliefs::default(), 3);
        for count in 0..120 {
            step(&host, &mut beliefs, &mut number, &mut Dice::of(seed, &[count]));
        }
        let place = host.place.clone();
        drop(host);
        let db = look(&place.store);
        assert_eq!(faults(&db), Vec::<String>::new(), "seed {seed}");
        let documents = texts(&db, "SELECT id FROM document").len();
        drop(db);
        assert_eq!(documents, number);
        // In the end all is carried that nobody holds, but for what was put off until 2099.
        carry_everything(library(), &place, &[COMPANY.to_owned()]);
        let host = Host { token: library().opened(&place.config()), place: place.clone() };
        host.run("2099-12-01T00:00:00Z");
        drop(host);
        assert_eq!(faults_at_rest(&place), Vec::<String>::new(), "seed {seed}");
    }
}
