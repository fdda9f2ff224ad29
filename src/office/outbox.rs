//! What all deliveries have in common: how they get into the outbox, what they wait for, and what
//! a carrier's answer does to the world.

use crate::domain::agreement::{self, Agreement};
use crate::domain::channel::{Channel, Decision, NO_CHANNEL, Outcome as Way, Row, Verdict};
use crate::domain::company::{Company, REGISTRATION_REFUSED, Registration};
use crate::domain::consumer::Consumer;
use crate::domain::customer::Customer;
use crate::domain::delivery::{
    DELIVERY_STATE, Outcome, Purpose, State, WaitingFor, back_off_seconds, settled,
};
use crate::domain::failure::Failure;
use crate::domain::finding::Fault;
use crate::domain::invoice::Type;
use crate::domain::kyc::{self, Kyc};
use crate::domain::time::seconds_after;
use crate::office::document::{Kept, Known, Question};
use crate::office::reply::message;
use crate::store::{DeliveryRow, DocumentRow, NewDelivery, NewHistory, Tx};
use crate::system;
use jiff::Timestamp;
use serde_json::{Value, json};

/// What a carrier says about a delivery, in full.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What became of it.
    pub outcome: Outcome,
    /// A code, such as the carrier's own.
    pub code: Option<String>,
    /// In words.
    pub reason: Option<String>,
    /// From when on to try again, with later.
    pub retry_at: Option<Timestamp>,
    /// Who said so.
    pub actor: Option<String>,
}

/// Queues a message to the exchange.
pub fn queue_message(
    tx: &Tx<'_>,
    company: i64,
    purpose: Purpose,
    waiting_for: Option<WaitingFor>,
    message: &Value,
    now: Timestamp,
    actor: Option<String>,
) -> Result<(), Failure> {
    let id = system::fresh_id("dlv")?;
    tx.add_delivery(&NewDelivery {
        id: &id,
        company,
        document: None,
        purpose,
        channel: None,
        waiting_for,
        spare: &[],
        message,
        now,
    })?;
    note_queued(tx, company, None, &id, purpose.word(), waiting_for, actor.as_deref(), now)
}

/// Notes that something was queued, or what it waits for.
#[expect(clippy::too_many_arguments, reason = "one row of the history, each column once")]
fn note_queued(
    tx: &Tx<'_>,
    company: i64,
    document: Option<&str>,
    delivery: &str,
    channel: &str,
    waiting_for: Option<WaitingFor>,
    actor: Option<&str>,
    now: Timestamp,
) -> Result<(), Failure> {
    let step = if waiting_for.is_some() { "waiting" } else { "queued" };
    tx.note(
        company,
        now,
        &NewHistory {
            document,
            delivery: Some(delivery),
            step,
            channel: Some(channel),
            code: waiting_for.map(WaitingFor::word),
            reason: None,
            actor,
        },
    )
}

/// What every document of a company has to wait for delivery.
pub fn missing_for_documents(
    tx: &Tx<'_>,
    company: &Company,
) -> Result<Option<WaitingFor>, Failure> {
    if company.registration != Registration::Registered {
        return Ok(Some(WaitingFor::Registration));
    }
    let verification = tx.kyc(company.id)?.verification(company.card.activated_on);
    Ok((!verification.may_send()).then_some(WaitingFor::Kyc))
}

/// What every message of a company has to wait for delivery.
pub fn missing_for_messages(company: &Company) -> Option<WaitingFor> {
    (company.registration != Registration::Registered).then_some(WaitingFor::Registration)
}

/// A delivery of a document to queue.
#[derive(Debug)]
pub struct DocumentDelivery<'a> {
    /// Id of the delivery.
    pub id: &'a str,
    /// Id of the document.
    pub document: &'a str,
    /// Where it goes; without a channel it waits for the look-up.
    pub decision: &'a Decision,
    /// What it waits for.
    pub waiting_for: Option<WaitingFor>,
    /// The routing data.
    pub message: &'a Value,
    /// Who sends it.
    pub actor: Option<&'a str>,
}

/// Queues a document on the channel that was decided.
pub fn queue_document(
    tx: &Tx<'_>,
    company: i64,
    delivery: &DocumentDelivery<'_>,
    now: Timestamp,
) -> Result<(), Failure> {
    let channel = delivery.decision.channel();
    tx.add_delivery(&NewDelivery {
        id: delivery.id,
        company,
        document: Some(delivery.document),
        purpose: Purpose::Document,
        channel,
        waiting_for: delivery.waiting_for,
        spare: &spare(delivery.decision),
        message: delivery.message,
        now,
    })?;
    let channel = channel.map_or("undecided", Channel::word);
    let (document, actor) = (Some(delivery.document), delivery.actor);
    note_queued(tx, company, document, delivery.id, channel, delivery.waiting_for, actor, now)
}

/// The channels that are next in turn, each once.
fn spare(decision: &Decision) -> Vec<Channel> {
    let mut channels = Vec::new();
    for row in decision.trace.iter().filter(|row| row.verdict == Verdict::Spare) {
        let fresh =
            |channel: &Channel| !channels.contains(channel) && Some(*channel) != decision.channel();
        let next = row.step.channel().filter(fresh);
        channels.extend(next);
    }
    channels
}

/// The routing data that a carrier needs beside the payload.
pub fn routing(kept: &Kept, customer: &Customer, consumer: Option<&Consumer>) -> Value {
    let contact = &kept.buyer.contact;
    let endpoint = kept.buyer.endpoint.as_ref();
    json!({
        "type": kept.invoice.r#type.word(),
        "number": kept.invoice.number,
        "due_date": kept.invoice.due_date,
        "sender": {
            "name": kept.seller.name,
            "organisation_number": kept.seller.org.as_ref().map(|org| org.digits()),
            "endpoint": kept.seller.endpoint.as_ref().map(|endpoint| endpoint.text()),
        },
        "recipient": {
            "kind": customer.kind.word(),
            "customer": customer.number,
            "name": kept.buyer.name,
            "endpoint": endpoint.map(|endpoint| endpoint.text()),
            "address": kept.buyer.address,
            "email": contact.email,
            "mobile": contact.phone,
            "efaktura_reference": customer.number,
            "efaktura_id": consumer.and_then(|consumer| consumer.efaktura_id.clone()),
            "document_type": match kept.invoice.r#type {
                Type::Invoice => "INVOICE",
                Type::CreditNote => "CREDIT_NOTE",
            },
        },
    })
}

/// Lets go what waited for the registration or the verification, as far as both allow.
pub fn release_waiting(tx: &Tx<'_>, company: &Company, now: Timestamp) -> Result<usize, Failure> {
    let company = &tx.company_by_id(company.id)?.unwrap_or_else(|| company.clone());
    let missing = missing_for_documents(tx, company)?;
    let mut released = 0;
    for waiting_for in [WaitingFor::Registration, WaitingFor::Kyc] {
        for delivery in tx.waiting_deliveries(company.id, waiting_for)? {
            let next = match (delivery.purpose, delivery.channel) {
                (Purpose::Document, None) => missing.or(Some(WaitingFor::Lookup)),
                (Purpose::Document, Some(_)) => missing,
                _ => missing_for_messages(company),
            };
            if next == Some(waiting_for) {
                continue;
            }
            tx.release(&delivery.id, next, now)?;
            let channel = delivery.channel.map_or(delivery.purpose.word(), Channel::word);
            let document = delivery.document.as_deref();
            note_queued(tx, company.id, document, &delivery.id, channel, next, None, now)?;
            released += usize::from(next.is_none());
        }
    }
    decide_waiting(tx, company, now)?;
    Ok(released)
}

/// Decides anew for every document that waits for a look-up; how many go on.
pub fn decide_waiting(tx: &Tx<'_>, company: &Company, now: Timestamp) -> Result<usize, Failure> {
    let mut released = 0;
    for delivery in tx.waiting_deliveries(company.id, WaitingFor::Lookup)? {
        released += usize::from(decide_again(tx, company, &delivery, now)?);
    }
    Ok(released)
}

fn decide_again(
    tx: &Tx<'_>,
    company: &Company,
    delivery: &DeliveryRow,
    now: Timestamp,
) -> Result<bool, Failure> {
    let Some((document, decision)) = decide_kept(tx, company, delivery, now)? else {
        return Ok(false);
    };
    let channel = match decision.outcome {
        Way::Wait => return Ok(false),
        Way::Refuse => return give_up(tx, company, delivery, &document.customer, now),
        Way::Take(channel) => channel,
    };
    tx.route(&delivery.id, channel, &spare(&decision), &delivery.message)?;
    let next = missing_for_documents(tx, company)?;
    tx.release(&delivery.id, next, now)?;
    let id = Some(document.id.as_str());
    note_queued(tx, company.id, id, &delivery.id, channel.word(), next, None, now)?;
    Ok(next.is_none())
}

/// Before a delivery is carried: the settings and the customer's card may have changed since it was
/// queued. A channel that is still possible is kept; one that is not gives way to the next. None
/// when the document is not to be carried now.
pub fn still_to_carry(
    tx: &Tx<'_>,
    company: &Company,
    delivery: DeliveryRow,
    now: Timestamp,
) -> Result<Option<DeliveryRow>, Failure> {
    let decided = decide_kept(tx, company, &delivery, now)?;
    let Some((document, decision)) = decided else { return Ok(Some(delivery)) };
    let possible = |row: &Row| matches!(row.verdict, Verdict::Taken | Verdict::Spare);
    let same = |row: &Row| row.step.channel() == delivery.channel;
    if decision.trace.iter().any(|row| same(row) && possible(row)) {
        return Ok(Some(delivery));
    }
    let document_id = Some(document.id.as_str());
    match decision.outcome {
        Way::Take(channel) => {
            tx.route(&delivery.id, channel, &spare(&decision), &delivery.message)?;
            let word = channel.word();
            note_queued(tx, company.id, document_id, &delivery.id, word, None, None, now)?;
            tx.delivery(&delivery.id)
        }
        Way::Wait => {
            let lookup = Some(WaitingFor::Lookup);
            tx.release(&delivery.id, lookup, now)?;
            let id = &delivery.id;
            note_queued(tx, company.id, document_id, id, "undecided", lookup, None, now)?;
            Ok(None)
        }
        Way::Refuse => {
            give_up(tx, company, &delivery, &document.customer, now)?;
            Ok(None)
        }
    }
}

/// Decides anew for a kept document, by what is known now and without the channels that refused.
fn decide_kept(
    tx: &Tx<'_>,
    company: &Company,
    delivery: &DeliveryRow,
    now: Timestamp,
) -> Result<Option<(DocumentRow, Decision)>, Failure> {
    let Some(id) = delivery.document.as_deref() else { return Ok(None) };
    let Some(document) = tx.document_by_id(company.id, id)? else { return Ok(None) };
    let Some(customer) = tx.customer(company.id, &document.customer)? else { return Ok(None) };
    let earlier = tx.deliveries_of(id)?.into_iter();
    let failed = earlier.filter(|earlier| earlier.state == State::Failed);
    let mut refused: Vec<Channel> = failed.filter_map(|failed| failed.channel).collect();
    if delivery.channel.is_some_and(|channel| channel != Channel::Einvoice) {
        // Its buyer reference may be our own customer number, which the network would not route.
        refused.push(Channel::Einvoice);
    }
    let payable = document.payable.parse().ok();
    let question = Question { document: document.r#type, payable, refused: &refused };
    let known = Known::of(tx, company, &customer)?;
    let decision = known.decide(company, &customer, &question, now);
    Ok(Some((document, decision)))
}

/// The look-up has answered, and no channel is left.
fn give_up(
    tx: &Tx<'_>,
    company: &Company,
    delivery: &DeliveryRow,
    customer: &str,
    now: Timestamp,
) -> Result<bool, Failure> {
    let fault = Fault::new(&NO_CHANNEL).with("customer", customer);
    let reason = message(&fault, company.language());
    let code = Some(fault.words.code);
    tx.note_outcome(&delivery.id, State::Failed, now, code, Some(&reason))?;
    let failed = NewHistory {
        document: delivery.document.as_deref(),
        delivery: Some(&delivery.id),
        step: Outcome::Failed.word(),
        channel: None,
        code,
        reason: Some(&reason),
        actor: None,
    };
    tx.note(company.id, now, &failed)?;
    Ok(false)
}

/// What a carrier's answer does: to the delivery, to the history, and to what it was for.
pub fn settle(
    tx: &Tx<'_>,
    delivery: &DeliveryRow,
    answer: &Answer,
    now: Timestamp,
) -> Result<State, Failure> {
    let before = delivery.state_at(now);
    let state = settled(before, answer.outcome).ok_or_else(|| {
        let fault = Fault::new(&DELIVERY_STATE).with("state", before.word());
        Failure::conflict(fault.with("event", answer.outcome.word()))
    })?;
    let due = match answer.outcome {
        Outcome::Later => {
            let pause = back_off_seconds(delivery.attempts);
            answer.retry_at.unwrap_or_else(|| seconds_after(now, pause))
        }
        _ => delivery.due_at,
    };
    let (code, reason) = (answer.code.as_deref(), answer.reason.as_deref());
    tx.note_outcome(&delivery.id, state, due, code, reason)?;
    tx.note(
        delivery.company,
        now,
        &NewHistory {
            document: delivery.document.as_deref(),
            delivery: Some(&delivery.id),
            step: answer.outcome.word(),
            channel: Some(delivery.channel.map_or(delivery.purpose.word(), Channel::word)),
            code,
            reason,
            actor: answer.actor.as_deref(),
        },
    )?;
    follow_up(tx, delivery, answer, now)?;
    Ok(state)
}

fn follow_up(
    tx: &Tx<'_>,
    delivery: &DeliveryRow,
    answer: &Answer,
    now: Timestamp,
) -> Result<(), Failure> {
    let accepted = matches!(answer.outcome, Outcome::Sent | Outcome::Delivered);
    let failed = answer.outcome == Outcome::Failed;
    match delivery.purpose {
        Purpose::Registration if accepted => {
            tx.note_registration(delivery.company, Registration::Registered, None)?;
            if let Some(company) = tx.company_by_id(delivery.company)? {
                release_waiting(tx, &company, now)?;
            }
            Ok(())
        }
        Purpose::Registration if failed => {
            let code = answer.code.as_deref().unwrap_or(REGISTRATION_REFUSED.code);
            tx.note_registration(delivery.company, Registration::Refused, Some(code))
        }
        Purpose::KycRequest if accepted || failed => {
            let event = if accepted { kyc::Event::Sent } else { kyc::Event::Canceled };
            let mut kyc = tx.kyc(delivery.company)?;
            // The signature may have overtaken the exchange's receipt.
            if let Some(state) = Kyc::after(kyc.state, event) {
                kyc.state = state;
                tx.keep_kyc(delivery.company, &kyc)?;
            }
            Ok(())
        }
        Purpose::AgreementOrder if accepted || failed => {
            let event =
                if accepted { agreement::Event::MailSent } else { agreement::Event::Declined };
            let mut agreement = tx.agreement(delivery.company)?;
            if let Some(step) = Agreement::after(agreement.step, event) {
                agreement.step = step;
                tx.keep_agreement(delivery.company, &agreement)?;
            }
            Ok(())
        }
        Purpose::Document if failed => take_next_channel(tx, delivery, now),
        _ => Ok(()),
    }
}

/// A refusal by one channel leads to the next one by itself, by what is known now.
fn take_next_channel(tx: &Tx<'_>, delivery: &DeliveryRow, now: Timestamp) -> Result<(), Failure> {
    let Some(company) = tx.company_by_id(delivery.company)? else { return Ok(()) };
    let decided = decide_kept(tx, &company, delivery, now)?;
    let Some((document, decision)) = decided else { return Ok(()) };
    let lookup = match decision.outcome {
        Way::Refuse => return Ok(()),
        Way::Wait => Some(WaitingFor::Lookup),
        Way::Take(_) => None,
    };
    let next = DocumentDelivery {
        id: &system::fresh_id("dlv")?,
        document: &document.id,
        decision: &decision,
        waiting_for: missing_for_documents(tx, &company)?.or(lookup),
        message: &delivery.message,
        actor: None,
    };
    queue_document(tx, company.id, &next, now)
}
