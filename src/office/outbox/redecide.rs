//! Deciding again for documents that wait for a look-up, an answer or a channel, and for what was
//! set aside: whichever of them what is known now concerns.

use crate::domain::company::Company;
use crate::domain::delivery::{Purpose, WaitingFor};
use crate::domain::failure::Failure;
use crate::domain::time::days_after;
use crate::office::outbox::queue::{missing_for_messages, note_queued};
use crate::office::outbox::route::{decide_again, still_to_carry};
use crate::office::outbox::set_aside::{or_set_aside, readable};
use crate::store::{DeliveryRow, Listed, Tx};
use jiff::Timestamp;
use std::collections::HashSet;

/// Whose waiting documents are decided anew.
#[derive(Clone, Copy, Debug)]
pub enum Whose<'a> {
    /// Everybody's: a setting of the company has changed.
    All,
    /// One customer's: their card, or what is known of them, has changed.
    Customer(&'a str),
    /// Those with one of these electronic addresses: a directory has answered.
    Endpoints(&'a HashSet<String>),
}

/// Decides anew for documents that wait for a look-up, an answer or a channel; how many go on.
pub fn decide_waiting(
    tx: &Tx<'_>,
    company: &Company,
    whose: Whose<'_>,
    now: Timestamp,
) -> Result<usize, Failure> {
    let mut released = 0;
    match whose {
        Whose::All => released += decide_for(tx, company, None, now)?,
        Whose::Customer(number) => released += decide_for(tx, company, Some(number), now)?,
        Whose::Endpoints(endpoints) => {
            for endpoint in endpoints {
                for number in tx.customers_at(company.id, endpoint)? {
                    released += decide_for(tx, company, Some(&number), now)?;
                }
            }
        }
    }
    Ok(released)
}

fn decide_for(
    tx: &Tx<'_>,
    company: &Company,
    customer: Option<&str>,
    now: Timestamp,
) -> Result<usize, Failure> {
    let mut released = try_again(tx, company, customer, now)?;
    for waiting_for in [WaitingFor::Lookup, WaitingFor::Consumer, WaitingFor::Channel] {
        let list = tx.waiting_deliveries(company.id, waiting_for, customer)?;
        released += decide_each(tx, company, list, now)?;
    }
    Ok(released)
}

/// Decides anew for the deliveries of a list, each on its own; how many go on.
pub fn decide_each(
    tx: &Tx<'_>,
    company: &Company,
    list: Vec<Listed<DeliveryRow>>,
    now: Timestamp,
) -> Result<usize, Failure> {
    let mut released = 0;
    for delivery in readable(tx, company, list, now)? {
        let again = || decide_again(tx, company, &delivery, now);
        released += usize::from(or_set_aside(tx, company, &delivery, now, again)? == Some(true));
    }
    Ok(released)
}

/// Decides anew for documents whose consumer has not answered in time, and for what was set aside;
/// how many go on.
pub fn decide_waited(tx: &Tx<'_>, company: &Company, now: Timestamp) -> Result<usize, Failure> {
    let released = try_again(tx, company, None, now)?;
    let waited = tx.waited_long_enough(company.id, now)?;
    Ok(released + decide_each(tx, company, waited, now)?)
}

/// Tries again what was set aside, of one customer if asked for; how many go on.
pub fn try_again(
    tx: &Tx<'_>,
    company: &Company,
    customer: Option<&str>,
    now: Timestamp,
) -> Result<usize, Failure> {
    let list = tx.waiting_deliveries(company.id, WaitingFor::Repair, customer)?;
    let mut released = 0;
    for delivery in readable(tx, company, list, now)? {
        let again = || match delivery.purpose {
            Purpose::Document => decide_again(tx, company, &delivery, now),
            _ => queue_again(tx, company, &delivery, now),
        };
        released += usize::from(or_set_aside(tx, company, &delivery, now, again)? == Some(true));
    }
    Ok(released)
}

/// A message whose rows can be read again goes back into the queue.
fn queue_again(
    tx: &Tx<'_>,
    company: &Company,
    delivery: &DeliveryRow,
    now: Timestamp,
) -> Result<bool, Failure> {
    if still_to_carry(tx, company, delivery.clone(), now)?.is_none() {
        return Ok(false);
    }
    let next = missing_for_messages(company).filter(|_| delivery.purpose != Purpose::Registration);
    tx.release(&delivery.id, next)?;
    let word = delivery.purpose.word();
    note_queued(tx, company.id, None, &delivery.id, word, next, None, now)?;
    Ok(next.is_none())
}

/// The consumer has been asked only now: the days that documents wait begin.
pub fn begin_waiting(
    tx: &Tx<'_>,
    company: &Company,
    customer: &str,
    now: Timestamp,
) -> Result<(), Failure> {
    let days = i64::from(company.settings.asking.days);
    let until = days_after(now, days, company.card.country());
    let list = tx.waiting_deliveries(company.id, WaitingFor::Consumer, Some(customer))?;
    for delivery in readable(tx, company, list, now)? {
        tx.note_asked(delivery.document.as_deref().unwrap_or_default(), Some(now))?;
        tx.wait_for_consumer(&delivery.id, until)?;
    }
    Ok(())
}
