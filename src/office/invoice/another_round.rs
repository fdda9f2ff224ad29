//! Sending a kept document once more, on purpose.

use crate::domain::channel::{Channel, Outcome, Overrides};
use crate::domain::company::Company;
use crate::domain::delivery::{
    DELIVERY, DOCUMENT_UNDER_WAY, DOCUMENT_WITH_CARRIER, Event, State, WaitingFor,
};
use crate::domain::failure::Failure;
use crate::domain::finding::Fault;
use crate::office::invoice::readdress::readdress;
use crate::office::invoice::sending::{AgainReply, next_step, no_channel, waiting_until};
use crate::office::outbox::queue::{self, DocumentDelivery};
use crate::office::outbox::route::decide_kept;
use crate::office::protocol::reply::say_decision;
use crate::office::protocol::request::Call;
use crate::store::{DOCUMENT_UNREADABLE, DeliveryRow, DocumentRow, NewHistory, Tx, unreadable};
use crate::system;

/// When a document may be sent once more, and what is decided for it.
pub enum Again {
    /// When its last delivery is over
    WhenOver(Overrides),
    /// In place of a delivery that has not left, or when that is over
    Instead(Overrides),
}

/// Queues a document as a new round: no channel has refused it, and nobody was asked for its sake.
pub fn send_again<T>(
    tx: &Tx<'_>,
    company: &Company,
    document: DocumentRow,
    again: Again,
    call: &Call<T>,
) -> Result<AgainReply, Failure> {
    let damaged = || unreadable(&DOCUMENT_UNREADABLE, &document.id);
    let mut delivery = tx.deliveries_of(&document.id)?.pop().ok_or_else(damaged)?;
    let (overrides, instead) = match again {
        Again::WhenOver(overrides) => (overrides, false),
        Again::Instead(overrides) => (overrides, true),
    };
    make_way(tx, &document, &delivery, instead, call)?;
    tx.keep_overrides(&document.id, &overrides)?;
    tx.note_asked(&document.id, None)?;
    delivery.round += 1;
    readdress(tx, company, &document, delivery.round)?;
    let decided = decide_kept(tx, company, &delivery, call.now)?.ok_or_else(damaged)?;
    let decision = &decided.decision;
    if decision.outcome == Outcome::Refuse {
        let key = document.host_key.clone().or(decided.customer.host_key.clone());
        return Err(no_channel(decision, &decided.customer, "/number", key));
    }
    let id = system::fresh_id("dlv")?;
    let new = DocumentDelivery {
        id: &id,
        document: &document.id,
        customer: &decided.customer,
        decision,
        round: delivery.round,
        actor: call.actor.user.as_deref(),
    };
    let wait = queue::queue_document(tx, company, &new, call.now)?;
    let said = say_decision(decision, call.language);
    Ok(AgainReply {
        id: document.id,
        r#type: document.r#type.word(),
        number: document.number,
        round: delivery.round,
        delivery: id,
        state: if wait.is_some() { State::Waiting } else { State::Queued }.word(),
        channel: decision.channel().map(Channel::word),
        waiting_for: wait.map(WaitingFor::word),
        waiting_until: waiting_until(decision, wait),
        next_step: wait.map(|wait| next_step(wait, company, Some(&said), call.language)),
        decision: said,
    })
}

/// The last delivery is over, or gives way; one that a carrier has, or may have, does neither.
fn make_way<T>(
    tx: &Tx<'_>,
    document: &DocumentRow,
    last: &DeliveryRow,
    instead: bool,
    call: &Call<T>,
) -> Result<(), Failure> {
    let state = last.state_at(call.now);
    if state.is_over() {
        return Ok(());
    }
    let replaced = DELIVERY.next(state, Event::Replace);
    let Some(next) = replaced.filter(|_| instead) else {
        let words = if replaced.is_some() { &DOCUMENT_UNDER_WAY } else { &DOCUMENT_WITH_CARRIER };
        let fault = Fault::new(words).with("number", &document.number);
        return Err(Failure::conflict(fault.with("state", state.word())));
    };
    tx.end(&last.id, next)?;
    note_end(tx, last, next, call)
}

/// Notes that a delivery ended before it left.
pub fn note_end<T>(
    tx: &Tx<'_>,
    row: &DeliveryRow,
    state: State,
    call: &Call<T>,
) -> Result<(), Failure> {
    let ended = NewHistory {
        document: row.document.as_deref(),
        delivery: Some(&row.id),
        step: state.word(),
        channel: row.channel.map(Channel::word),
        code: None,
        reason: None,
        actor: call.actor.user.as_deref(),
    };
    tx.note(row.company, call.now, &ended)
}
