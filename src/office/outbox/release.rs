//! Lets go what waited for the registration or the verification.

use crate::domain::channel::Channel;
use crate::domain::company::Company;
use crate::domain::delivery::{Purpose, WaitingFor};
use crate::domain::failure::Failure;
use crate::office::outbox::queue::{missing_for_documents, missing_for_messages, note_queued};
use crate::office::outbox::redecide::{Whose, decide_waiting};
use crate::office::outbox::route::decide_again;
use crate::office::outbox::set_aside::{or_set_aside, readable};
use crate::store::Tx;
use jiff::Timestamp;

/// Lets go what waited for the registration or the verification, as far as both allow.
pub fn release_waiting(tx: &Tx<'_>, company: &Company, now: Timestamp) -> Result<usize, Failure> {
    let company = &tx.company_by_id(company.id)?.unwrap_or_else(|| company.clone());
    let missing = missing_for_documents(tx, company)?;
    let mut released = 0;
    for waiting_for in [WaitingFor::Registration, WaitingFor::Kyc] {
        let list = tx.waiting_deliveries(company.id, waiting_for, None)?;
        for delivery in readable(tx, company, list, now)? {
            let next = match (delivery.purpose, delivery.channel, missing) {
                // Without a channel it was never decided, or has to be decided again.
                (Purpose::Document, None, None) => {
                    let again = || decide_again(tx, company, &delivery, now);
                    let gone_on = or_set_aside(tx, company, &delivery, now, again)?;
                    released += usize::from(gone_on == Some(true));
                    continue;
                }
                (Purpose::Document, _, missing) => missing,
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
