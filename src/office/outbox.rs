//! What all deliveries have in common: how they get into the outbox and what they wait for.

mod again;
mod settle;

pub use again::{Whose, decide_waiting, still_to_carry};
pub use settle::{Answer, settle};

use crate::domain::channel::{Channel, Decision, Verdict};
use crate::domain::company::{Company, Registration};
use crate::domain::delivery::{Purpose, WaitingFor};
use crate::domain::failure::Failure;
use crate::store::{NewDelivery, NewHistory, Tx};
use crate::system;
use jiff::Timestamp;
use serde_json::Value;

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
        message: &Value::Null,
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

/// Lets go what waited for the registration or the verification, as far as both allow.
pub fn release_waiting(tx: &Tx<'_>, company: &Company, now: Timestamp) -> Result<usize, Failure> {
    let company = &tx.company_by_id(company.id)?.unwrap_or_else(|| company.clone());
    let missing = missing_for_documents(tx, company)?;
    let mut released = 0;
    for waiting_for in [WaitingFor::Registration, WaitingFor::Kyc] {
        for delivery in tx.waiting_deliveries(company.id, waiting_for, None)? {
            let next = match (delivery.purpose, delivery.channel) {
                (Purpose::Document, None) => missing.or(Some(WaitingFor::Lookup)),
                (Purpose::Document, Some(_)) => missing,
                _ => missing_for_messages(company),
            };
            if next == Some(waiting_for) {
                continue;
            }
            tx.release(&delivery.id, next)?;
            let channel = delivery.channel.map_or(delivery.purpose.word(), Channel::word);
            let document = delivery.document.as_deref();
            note_queued(tx, company.id, document, &delivery.id, channel, next, None, now)?;
            released += usize::from(next.is_none());
        }
    }
    decide_waiting(tx, company, Whose::All, now)?;
    Ok(released)
}
