//! Deciding again, by what is known now: for documents that wait for a look-up, and for every
//! document before it is carried.

use crate::domain::channel::{Channel, Decision, NO_CHANNEL, Outcome as Way, Row, Verdict};
use crate::domain::company::Company;
use crate::domain::delivery::{State, WaitingFor};
use crate::domain::failure::Failure;
use crate::domain::finding::Fault;
use crate::office::document::{Known, Question, kept};
use crate::office::outbox::{missing_for_documents, note_queued, spare};
use crate::office::reply::message;
use crate::store::{DeliveryRow, DocumentRow, NewHistory, Tx};
use jiff::Timestamp;
use std::collections::HashSet;

/// Whose waiting documents are decided anew.
#[derive(Clone, Copy, Debug)]
pub enum Whose<'a> {
    /// Everybody's: a setting of the company has changed.
    All,
    /// One customer's: his card, or what is known of him, has changed.
    Customer(&'a str),
    /// Those with one of these electronic addresses: a directory has answered.
    Endpoints(&'a HashSet<String>),
}

/// Decides anew for documents that wait for a look-up or a channel; how many go on.
pub fn decide_waiting(
    tx: &Tx<'_>,
    company: &Company,
    whose: Whose<'_>,
    now: Timestamp,
) -> Result<usize, Failure> {
    let customer = match whose {
        Whose::Customer(number) => Some(number),
        Whose::All | Whose::Endpoints(_) => None,
    };
    let mut released = 0;
    for waiting_for in [WaitingFor::Lookup, WaitingFor::Channel] {
        for delivery in tx.waiting_deliveries(company.id, waiting_for, customer)? {
            if concerns(tx, company, &delivery, whose)? {
                released += usize::from(decide_again(tx, company, &delivery, now)?);
            }
        }
    }
    Ok(released)
}

fn concerns(
    tx: &Tx<'_>,
    company: &Company,
    delivery: &DeliveryRow,
    whose: Whose<'_>,
) -> Result<bool, Failure> {
    let Whose::Endpoints(endpoints) = whose else { return Ok(true) };
    let customer = tx.customer_of(company.id, delivery.document.as_deref().unwrap_or_default())?;
    let endpoint = customer.and_then(|customer| customer.endpoint);
    Ok(endpoint.is_some_and(|endpoint| endpoints.contains(&endpoint.text())))
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
        Way::Refuse => {
            wait_for_channel(tx, company, delivery, &document.customer, now)?;
            return Ok(false);
        }
        Way::Take(channel) => channel,
    };
    tx.route(&delivery.id, channel, &spare(&decision))?;
    let next = missing_for_documents(tx, company)?;
    tx.release(&delivery.id, next)?;
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
            tx.route(&delivery.id, channel, &spare(&decision))?;
            let word = channel.word();
            note_queued(tx, company.id, document_id, &delivery.id, word, None, None, now)?;
            tx.delivery(&delivery.id)
        }
        Way::Wait => {
            let lookup = Some(WaitingFor::Lookup);
            tx.release(&delivery.id, lookup)?;
            let id = &delivery.id;
            note_queued(tx, company.id, document_id, id, "undecided", lookup, None, now)?;
            Ok(None)
        }
        Way::Refuse => {
            wait_for_channel(tx, company, &delivery, &document.customer, now)?;
            Ok(None)
        }
    }
}

/// Decides anew for a kept document, by what is known now and without the channels that refused.
pub fn decide_kept(
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
    let kept = kept(tx, id)?;
    let own_number = kept.invoice.buyer_reference.as_ref() == Some(&customer.number);
    let made_up = own_number && kept.invoice.order_reference.is_none();
    // One that waits for a channel has lost its own; one that waits for a look-up was asked for a
    // reference when it was sent.
    let lost = delivery.waiting_for.as_deref() == Some(WaitingFor::Channel.word());
    let off_network = lost || delivery.channel.is_some_and(|channel| channel != Channel::Einvoice);
    if (made_up && off_network) || kept.buyer.endpoint != customer.endpoint {
        // Our own customer number is no reference that the network would route; or the document is
        // addressed to an electronic address that the customer has no more.
        refused.push(Channel::Einvoice);
    }
    let payable = document.payable.parse().ok();
    let question = Question { document: document.r#type, payable, refused: &refused };
    let known = Known::of(tx, company, &customer)?;
    let decision = known.decide(company, &customer, &question, now);
    Ok(Some((document, decision)))
}

/// No channel is left: the document waits, with the reason in words, until the settings or the card
/// give it one. Nothing is dropped.
fn wait_for_channel(
    tx: &Tx<'_>,
    company: &Company,
    delivery: &DeliveryRow,
    customer: &str,
    now: Timestamp,
) -> Result<(), Failure> {
    let wait = Some(WaitingFor::Channel);
    if delivery.waiting_for.as_deref() == wait.map(WaitingFor::word) {
        return Ok(());
    }
    let fault = Fault::new(&NO_CHANNEL).with("customer", customer);
    let reason = message(&fault, company.language());
    tx.release(&delivery.id, wait)?;
    tx.unroute(&delivery.id)?;
    tx.note_reason(&delivery.id, Some(fault.words.code), Some(&reason))?;
    let waiting = NewHistory {
        document: delivery.document.as_deref(),
        delivery: Some(&delivery.id),
        step: "waiting",
        channel: None,
        code: Some(fault.words.code),
        reason: Some(&reason),
        actor: None,
    };
    tx.note(company.id, now, &waiting)
}
