//! Deliveries that need a row which cannot be read. Each is set aside with the reason, and
//! everything else goes on. They are tried again whenever documents are decided anew, and before
//! anything is carried.

use crate::domain::channel::Channel;
use crate::domain::company::Company;
use crate::domain::delivery::{Purpose, State, WaitingFor};
use crate::domain::failure::Failure;
use crate::office::protocol::reply::message;
use crate::store::{DeliveryRow, Listed, NewDelivery, NewHistory, Tx};
use crate::system;
use jiff::Timestamp;
use serde_json::Value;

/// Does something for one delivery. None when a row that it needs cannot be read: then nothing of
/// it is kept, and the delivery is set aside.
pub fn or_set_aside<T>(
    tx: &Tx<'_>,
    company: &Company,
    delivery: &DeliveryRow,
    now: Timestamp,
    run: impl FnOnce() -> Result<T, Failure>,
) -> Result<Option<T>, Failure> {
    match tx.apart(run)? {
        Ok(done) => Ok(Some(done)),
        Err(failure) => {
            set_aside(tx, company, delivery, &failure, now)?;
            Ok(None)
        }
    }
}

/// The deliveries of a list that can be read; the others are set aside.
pub fn readable(
    tx: &Tx<'_>,
    company: &Company,
    list: Vec<Listed<DeliveryRow>>,
    now: Timestamp,
) -> Result<Vec<DeliveryRow>, Failure> {
    let mut rows = Vec::with_capacity(list.len());
    for Listed { key, row } in list {
        match row {
            Ok(row) => rows.push(row),
            Err(failure) => {
                let Some(row) = tx.delivery_in_part(&key)? else { continue };
                set_aside(tx, company, &row, &failure, now)?;
            }
        }
    }
    Ok(rows)
}

/// Sets a delivery aside, unless a carrier has it; the reply and the history say why.
fn set_aside(
    tx: &Tx<'_>,
    company: &Company,
    delivery: &DeliveryRow,
    failure: &Failure,
    now: Timestamp,
) -> Result<(), Failure> {
    tx.note_unreadable(failure);
    let (code, reason) = (failure.words().code, message(&failure.fault, company.language()));
    if !tx.set_aside(&delivery.id, code, &reason)? {
        return Ok(());
    }
    note(tx, delivery, &delivery.id, code, &reason, now)
}

fn note(
    tx: &Tx<'_>,
    delivery: &DeliveryRow,
    id: &str,
    code: &str,
    reason: &str,
    now: Timestamp,
) -> Result<(), Failure> {
    let document = match delivery.document.as_deref() {
        Some(document) if tx.has_document(document)? => Some(document),
        _ => None,
    };
    let aside = NewHistory {
        document,
        delivery: Some(id),
        step: State::Waiting.word(),
        channel: delivery.channel.map(Channel::word),
        code: Some(code),
        reason: Some(reason),
        actor: None,
    };
    tx.note(delivery.company, now, &aside)
}

/// The next delivery of a document that one channel refused, while nobody can say where it goes.
pub fn set_next_aside(
    tx: &Tx<'_>,
    company: &Company,
    delivery: &DeliveryRow,
    failure: &Failure,
    now: Timestamp,
) -> Result<(), Failure> {
    let Some(document) = delivery.document.as_deref() else { return Ok(()) };
    if tx.last_delivery(document)?.is_none_or(|last| last.id != delivery.id) {
        return Ok(());
    }
    let id = system::fresh_id("dlv")?;
    tx.add_delivery(&NewDelivery {
        id: &id,
        company: company.id,
        document: Some(document),
        purpose: Purpose::Document,
        channel: None,
        waiting_for: Some(WaitingFor::Repair),
        until: None,
        round: delivery.round,
        spare: &[],
        decision: None,
        message: &Value::Null,
        now,
    })?;
    let (code, reason) = (failure.words().code, message(&failure.fault, company.language()));
    tx.note_reason(&id, Some(code), Some(&reason))?;
    note(tx, &DeliveryRow { channel: None, ..delivery.clone() }, &id, code, &reason, now)
}
