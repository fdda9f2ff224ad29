//! Deciding again, by what is known now: for documents that wait for a look-up, and for every
//! document before it is carried.

use crate::domain::channel::{Channel, Decision, NO_CHANNEL, Outcome as Way, Row, Verdict};
use crate::domain::company::Company;
use crate::domain::delivery::{Outcome, State, WaitingFor};
use crate::domain::failure::Failure;
use crate::domain::finding::Fault;
use crate::office::document::{Known, Question};
use crate::office::outbox::{missing_for_documents, note_queued, spare};
use crate::office::reply::message;
use crate::store::{DeliveryRow, DocumentRow, NewHistory, Tx};
use jiff::Timestamp;

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
