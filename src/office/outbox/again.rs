//! Deciding again, by what is known now: for documents that wait for a look-up, an answer or a
//! channel, and for every document before it is carried.

use crate::domain::channel::{Awaited, Channel, Decision, NO_CHANNEL, Outcome as Way};
use crate::domain::company::Company;
use crate::domain::customer::Customer;
use crate::domain::delivery::{State, WaitingFor};
use crate::domain::failure::Failure;
use crate::domain::finding::Fault;
use crate::domain::time::days_after;
use crate::office::document::{Known, Question, kept};
use crate::office::outbox::{ask, missing_for_documents, note_queued};
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
    for waiting_for in [WaitingFor::Lookup, WaitingFor::Consumer, WaitingFor::Channel] {
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

/// Decides anew for documents whose consumer has not answered in time; how many go on. Who was not
/// even asked yet, because nothing was carried meanwhile, still has his days.
pub fn decide_waited(tx: &Tx<'_>, company: &Company, now: Timestamp) -> Result<usize, Failure> {
    let mut released = 0;
    for delivery in tx.waited_long_enough(company.id, now)? {
        if !is_unasked(tx, company, &delivery)? {
            released += usize::from(decide_again(tx, company, &delivery, now)?);
        }
    }
    Ok(released)
}

/// Whether the question to the consumer lies in the outbox still.
fn is_unasked(tx: &Tx<'_>, company: &Company, delivery: &DeliveryRow) -> Result<bool, Failure> {
    let document = delivery.document.as_deref().unwrap_or_default();
    let Some(customer) = tx.customer_of(company.id, document)? else { return Ok(false) };
    let known = tx.consumer(company.id, &customer.number)?;
    let Some(question) = known.and_then(|known| known.question) else { return Ok(false) };
    let question = tx.delivery(&question)?;
    Ok(question.is_some_and(|question| matches!(question.state, State::Queued | State::Leased)))
}

/// The consumer has been asked only now: the days of his documents begin.
pub fn begin_waiting(
    tx: &Tx<'_>,
    company: &Company,
    customer: &str,
    now: Timestamp,
) -> Result<(), Failure> {
    let days = i64::from(company.settings.asking.days);
    let until = days_after(now, days, company.card.country());
    for delivery in tx.waiting_deliveries(company.id, WaitingFor::Consumer, Some(customer))? {
        tx.note_asked(delivery.document.as_deref().unwrap_or_default(), Some(now))?;
        tx.wait_for_consumer(&delivery.id, until)?;
    }
    Ok(())
}

/// Decides anew for one delivery that waits; whether it goes on.
pub fn decide_again(
    tx: &Tx<'_>,
    company: &Company,
    delivery: &DeliveryRow,
    now: Timestamp,
) -> Result<bool, Failure> {
    match decide_kept(tx, company, delivery, now)? {
        Some(decided) => follow(tx, company, delivery, &decided, now),
        None => Ok(false),
    }
}

/// Before a delivery is carried: the settings, the customer's card and what is known of him may
/// have changed since it was queued. A channel that is still possible is kept; one that is not
/// gives way to the next. None when the document is not to be carried now.
pub fn still_to_carry(
    tx: &Tx<'_>,
    company: &Company,
    delivery: DeliveryRow,
    now: Timestamp,
) -> Result<Option<DeliveryRow>, Failure> {
    let Some(decided) = decide_kept(tx, company, &delivery, now)? else {
        return Ok(Some(delivery));
    };
    let kept = delivery.channel.is_some_and(|channel| decided.decision.allows(channel));
    // A spare channel is only kept where nothing before it has become possible to wait for.
    if kept && !matches!(decided.decision.outcome, Way::Wait(_)) {
        return Ok(Some(delivery));
    }
    match follow(tx, company, &delivery, &decided, now)? {
        true => tx.delivery(&delivery.id),
        false => Ok(None),
    }
}

/// A kept document with the decision that was made anew.
pub struct Decided {
    /// The document
    pub document: DocumentRow,
    /// Who receives it
    pub customer: Customer,
    /// Where it goes now
    pub decision: Decision,
}

/// Gives a delivery that has not left the way that was decided; whether it may be carried now.
fn follow(
    tx: &Tx<'_>,
    company: &Company,
    delivery: &DeliveryRow,
    decided: &Decided,
    now: Timestamp,
) -> Result<bool, Failure> {
    let document = &decided.document;
    let next = match decided.decision.outcome {
        Way::Refuse => {
            wait_for_channel(tx, company, delivery, &document.customer, now)?;
            return Ok(false);
        }
        Way::Take(channel) => {
            tx.route(&delivery.id, channel, &decided.decision.spare())?;
            missing_for_documents(tx, company)?
        }
        Way::Wait(awaited) => {
            let wait = missing_for_documents(tx, company)?.unwrap_or(awaited.waiting_for());
            if delivery.waiting_for.as_deref() == Some(wait.word()) {
                return Ok(false);
            }
            tx.unroute(&delivery.id)?;
            Some(wait)
        }
    };
    tx.release(&delivery.id, next)?;
    if let (Some(WaitingFor::Consumer), Way::Wait(Awaited::Consumer { asked, until })) =
        (next, decided.decision.outcome)
    {
        tx.wait_for_consumer(&delivery.id, until)?;
        ask(tx, company, &decided.customer, &document.id, asked, now)?;
    }
    let channel = decided.decision.channel().map_or("undecided", Channel::word);
    let id = Some(document.id.as_str());
    note_queued(tx, company.id, id, &delivery.id, channel, next, None, now)?;
    Ok(next.is_none())
}

/// Decides anew for a kept document, by what is known now and without the channels that refused it
/// since it was sent on purpose.
pub fn decide_kept(
    tx: &Tx<'_>,
    company: &Company,
    delivery: &DeliveryRow,
    now: Timestamp,
) -> Result<Option<Decided>, Failure> {
    let Some(id) = delivery.document.as_deref() else { return Ok(None) };
    let Some(document) = tx.document_by_id(company.id, id)? else { return Ok(None) };
    let Some(customer) = tx.customer(company.id, &document.customer)? else { return Ok(None) };
    let earlier = tx.deliveries_of(id)?.into_iter();
    let failed = earlier.filter(|it| it.state == State::Failed && it.round == delivery.round);
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
    let question = Question {
        sheet: kept.sheet(document.payable.parse().ok()),
        overrides: &document.overrides,
        refused: &refused,
        asked: document.asked_at,
    };
    let known = Known::of(tx, company, &customer)?;
    let decision = known.decide(company, &customer, &question, now);
    Ok(Some(Decided { document, customer, decision }))
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
