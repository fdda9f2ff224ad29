//! Every state meets every event through the C interface: what the table allows happens, what it
//! does not is a CONFLICT that names the state, and changes nothing.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test says bluntly what it needs"
)]

use crate::support::company::{nordlys, with};
use crate::support::host::{Host, Verb};
use postbud::domain::agreement::{AGREEMENT, Event as Agreed, Step};
use postbud::domain::delivery::{DELIVERY, Event as Delivered, Outcome, State};
use postbud::domain::kyc::{Event as Verified, REQUEST, RequestState};
use postbud::ffi::{agreement, company, customer, directory, invoice, kyc, outbox};
use serde_json::{Value, json};

const OK: i32 = 0;
const CONFLICT: i32 = 4;

/// A registered and, if asked for, verified company.
fn company_host(verified: bool) -> Host {
    let host = Host::in_memory();
    let request = with(nordlys(), &json!({"company_form": "AS", "activated_on": null}));
    host.ok(company::postbud_company_register, &request);
    let claimed = host.ok(outbox::postbud_outbox_claim, &json!({}));
    let lease = &claimed["deliveries"][0]["lease"];
    host.ok(outbox::postbud_outbox_settle, &json!({"lease": lease, "outcome": "sent"}));
    if verified {
        host.ok(kyc::postbud_kyc_record, &json!({"event": "signed"}));
    }
    host
}

fn step(host: &Host, verb: Verb, request: &Value) {
    host.ok(verb, request);
}

/// The answer must be what the table says; a conflict names the state.
fn meets(
    host: &Host,
    verb: Verb,
    request: &Value,
    state: &str,
    next: Option<&str>,
    now: impl Fn(&Host) -> String,
) {
    let (status, reply) = host.call(verb, request);
    match next {
        Some(next) => {
            assert_eq!(status, OK, "{state} on {request}: {reply}");
            assert_eq!(now(host), next, "{state} on {request}");
        }
        None => {
            assert_eq!(status, CONFLICT, "{state} on {request}: {reply}");
            let message = reply["error"]["message"].as_str().unwrap();
            assert!(message.contains(state), "{state} on {request}: {message}");
            assert!(!reply["error"]["fix"].as_str().unwrap().is_empty());
            assert_eq!(now(host), state, "{state} on {request}");
        }
    }
}

#[test]
fn verification() {
    let mut pairs = 0;
    for state in RequestState::ALL {
        for event in Verified::ALL {
            let host = company_host(false);
            let record = |event: &str| {
                step(&host, kyc::postbud_kyc_record, &json!({"event": event}));
            };
            let ask = || step(&host, kyc::postbud_kyc_request, &json!({}));
            match state {
                RequestState::None => {}
                RequestState::Pending => ask(),
                RequestState::Sent => {
                    ask();
                    record("sent");
                }
                RequestState::Signed => record("signed"),
                RequestState::Canceled => {
                    ask();
                    record("canceled");
                }
            }
            let mut request = json!({"event": event.word()});
            let verb: Verb = match event {
                Verified::Requested => {
                    request = json!({});
                    kyc::postbud_kyc_request
                }
                Verified::Forwarded => {
                    request["signer_email"] = json!("ola@nordlys.example.no");
                    kyc::postbud_kyc_record
                }
                _ => kyc::postbud_kyc_record,
            };
            let next = REQUEST.next(*state, *event).map(RequestState::word);
            let now = |host: &Host| {
                let reply = host.ok(kyc::postbud_kyc_get, &json!({}));
                reply["state"].as_str().unwrap().to_owned()
            };
            meets(&host, verb, &request, state.word(), next, now);
            pairs += 1;
        }
    }
    assert_eq!(pairs, 25);
}

fn order(host: &Host) {
    let request = json!({"signer_name": "Kari", "signer_email": "kari@nordlys.example.no"});
    step(host, agreement::postbud_agreement_order, &request);
}

/// Brings the agreement into a state by what is told of it.
fn agree(host: &Host, state: Step) {
    let told: &[&str] = match state {
        Step::None => return,
        Step::Ordered => &[],
        Step::MailSent => &["mail_sent"],
        Step::Signed => &["signed"],
        Step::Active | Step::Ending => &["active"],
        Step::Declined => &["declined"],
        Step::HeldElsewhere => &["held_elsewhere"],
        Step::Ended => &["active", "ended"],
    };
    order(host);
    for event in told {
        step(host, agreement::postbud_agreement_record, &json!({"event": event}));
    }
    if state == Step::Ending {
        step(host, agreement::postbud_agreement_disable, &json!({"confirm": true}));
    }
}

#[test]
fn the_consumer_agreement() {
    let mut pairs = 0;
    for state in Step::ALL {
        for event in Agreed::ALL {
            // Time passes and the exchange refuses by themselves, not by a verb.
            if matches!(event, Agreed::Visible | Agreed::EndRefused) {
                continue;
            }
            let host = company_host(true);
            step(&host, company::postbud_company_configure, &json!({"b2c": true}));
            agree(&host, *state);
            let (verb, request): (Verb, Value) = match event {
                Agreed::Ordered => (
                    agreement::postbud_agreement_order,
                    json!({"signer_name": "Ola", "signer_email": "ola@nordlys.example.no",
                           "move": true}),
                ),
                Agreed::EndOrdered => {
                    (agreement::postbud_agreement_disable, json!({"confirm": true}))
                }
                _ => (agreement::postbud_agreement_record, json!({"event": event.word()})),
            };
            let next = AGREEMENT.next(*state, *event).map(Step::word);
            let now = |host: &Host| {
                let reply = host.ok(agreement::postbud_agreement_get, &json!({}));
                reply["state"].as_str().unwrap().to_owned()
            };
            meets(&host, verb, &request, state.word(), next, now);
            pairs += 1;
        }
    }
    assert_eq!(pairs, 9 * 8);
}

/// A document in a state, its delivery and its lease; the time that counts from then on.
struct Sent {
    host: Host,
    delivery: String,
    lease: Option<String>,
    now: &'static str,
}

fn send(state: State) -> Sent {
    let host = company_host(true);
    let card = json!({
        "number": "1", "name": "Vik AS", "kind": "business", "email": "post@vik.example.no",
        "address": {"street": "Lia 4", "post_code": "5003", "place": "Bergen"},
        "organisation_number": "123456785", "buyer_reference": "Vik",
    });
    step(&host, company::postbud_company_configure, &json!({"print": false}));
    step(&host, customer::postbud_customer_put, &card);
    if state == State::Waiting {
        let entry = json!({"organisation_number": "123456785", "answer": "failed"});
        step(&host, directory::postbud_directory_put, &json!({"entries": [entry]}));
    }
    let now = "2026-11-23T10:00:00Z";
    let invoice = json!({
        "number": "7", "customer": "1", "issue_date": "2026-11-23",
        "lines": [{"name": "Ting", "quantity": "1", "price": "100", "vat": {"rate": "25"}}],
    });
    let sent = host.ok(invoice::postbud_invoice_send, &json!({"now": now, "invoice": invoice}));
    let delivery = sent["delivery"].as_str().unwrap().to_owned();
    let mut sent = Sent { host, delivery, lease: None, now };
    match state {
        State::Queued | State::Waiting => {}
        State::Canceled => {
            step(&sent.host, invoice::postbud_invoice_cancel, &json!({"number": "7"}));
        }
        State::Replaced => {
            let instead = json!({"number": "7", "channel": "self"});
            step(&sent.host, invoice::postbud_invoice_reroute, &instead);
        }
        _ => carry(&mut sent, state),
    }
    sent
}

fn carry(sent: &mut Sent, state: State) {
    let claimed = sent.host.ok(outbox::postbud_outbox_claim, &json!({"now": sent.now}));
    let lease = claimed["deliveries"][0]["lease"].as_str().unwrap().to_owned();
    match state {
        State::Leased => sent.lease = Some(lease),
        // Five minutes and a second later.
        State::Unknown => sent.now = "2026-11-23T10:05:01Z",
        _ => {
            let answer = json!({"now": sent.now, "lease": lease, "outcome": state.word()});
            step(&sent.host, outbox::postbud_outbox_settle, &answer);
        }
    }
}

/// Where the delivery stands, whether or not another one has come after it.
fn stands(sent: &Sent, host: &Host) -> String {
    let reply = host.ok(invoice::postbud_invoice_get, &json!({"number": "7", "now": sent.now}));
    let all = reply["deliveries"].as_array().unwrap();
    let own = all.iter().find(|it| it["id"] == sent.delivery.as_str()).unwrap();
    own["state"].as_str().unwrap().to_owned()
}

#[test]
fn a_delivery() {
    let mut pairs = 0;
    for state in State::ALL {
        for outcome in Outcome::ALL {
            let sent = send(*state);
            let mut request = json!({"now": sent.now, "outcome": outcome.word()});
            match &sent.lease {
                Some(lease) => request["lease"] = json!(lease),
                None => request["delivery"] = json!(sent.delivery),
            }
            // Told twice is told once, whatever the table says of it.
            let again = outcome.state() == *state;
            let next = DELIVERY.next(*state, outcome.event()).map(State::word);
            let next = next.or(again.then_some(state.word()));
            let now = |host: &Host| stands(&sent, host);
            meets(&sent.host, outbox::postbud_outbox_settle, &request, state.word(), next, now);
            pairs += 1;
        }
    }
    assert_eq!(pairs, 9 * 5);
}

#[test]
fn a_document_that_is_called_off() {
    for state in State::ALL.iter().filter(|state| **state != State::Replaced) {
        let sent = send(*state);
        let request = json!({"now": sent.now, "number": "7"});
        let told_twice = (*state == State::Canceled).then_some(State::Canceled);
        let next = DELIVERY.next(*state, Delivered::Cancel).or(told_twice).map(State::word);
        let now = |host: &Host| stands(&sent, host);
        meets(&sent.host, invoice::postbud_invoice_cancel, &request, state.word(), next, now);
    }
}

#[test]
fn a_document_that_is_sent_again_or_another_way() {
    for state in State::ALL.iter().filter(|state| **state != State::Replaced) {
        let over = state.is_over().then_some(state.word());
        let sent = send(*state);
        let now = |host: &Host| stands(&sent, host);
        let request = json!({"now": sent.now, "number": "7"});
        meets(&sent.host, invoice::postbud_invoice_resend, &request, state.word(), over, now);
        let sent = send(*state);
        let now = |host: &Host| stands(&sent, host);
        let request = json!({"now": sent.now, "number": "7", "channel": "email"});
        let next = DELIVERY.next(*state, Delivered::Replace).map(State::word).or(over);
        meets(&sent.host, invoice::postbud_invoice_reroute, &request, state.word(), next, now);
    }
}
