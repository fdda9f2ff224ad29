//! Everything that leaves the machine, in order: documents, registrations, requests, agreements.

use crate::domain::channel::Channel;
use crate::domain::delivery::{DELIVERY_WORD, State};
use crate::domain::failure::Failure;
use crate::domain::finding::Fault;
use crate::office::Office;
use crate::office::protocol::company::company;
use crate::office::protocol::page::{CURSOR, cut, page_limit};
use crate::office::protocol::reply::{FindingReply, say_all};
use crate::office::protocol::request::{Call, request};
use crate::store::DeliveryRow;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

request! {
    /// Which deliveries.
    Request {
        /// Only those in this state: queued, waiting, leased, unknown, sent, delivered, failed,
        /// replaced or canceled.
        state: Option<String>,
        /// How many at the most, 1 to 1,000. Default: 100.
        limit: Option<u32>,
        /// Where the earlier page ended: its next_cursor.
        cursor: Option<String>,
    }
}

/// One page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reply {
    /// The deliveries, oldest first.
    pub deliveries: Vec<EntryReply>,
    /// Give it as cursor for the next page; none on the last.
    pub next_cursor: Option<String>,
    /// Rows of the store that could not be read and were left out or set aside, each with the way
    /// out.
    pub findings: Vec<FindingReply>,
}

/// A delivery in short.
#[derive(Debug, Serialize, JsonSchema)]
pub struct EntryReply {
    /// Id.
    pub delivery: String,
    /// registration, user_add, user_remove, kyc_request, agreement_order, agreement_end,
    /// consumer_request or document.
    pub purpose: &'static str,
    /// Id of the document.
    pub invoice: Option<String>,
    /// Channel of a document.
    pub channel: Option<&'static str>,
    /// queued, waiting, leased, unknown, sent, delivered, failed, replaced or canceled.
    pub state: &'static str,
    /// registration, kyc, lookup, consumer, channel or repair, while it waits.
    pub waiting_for: Option<String>,
    /// When it was queued.
    pub queued_at: String,
    /// From when on it may be carried, or until when it waits; none is at once.
    pub due_at: Option<String>,
    /// How often it was tried.
    pub attempts: u32,
    /// What the carrier said last, as a code.
    pub code: Option<String>,
    /// What the carrier said last, in words.
    pub reason: Option<String>,
}

/// Lists the deliveries.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<Reply, Failure> {
    office.store.read(|tx| {
        let company = company(tx, &call)?;
        let mut door = std::mem::take(&mut call.door);
        let body = &call.body;
        let state = door.optional("/state", body.state.as_ref(), |word| {
            State::named(word).map(State::word).ok_or(Fault::new(&DELIVERY_WORD))
        });
        let limit = page_limit(&mut door, body.limit);
        let after = door.optional("/cursor", body.cursor.as_ref(), |cursor| {
            cursor.parse::<i64>().ok().filter(|at| *at >= 0).ok_or(Fault::new(&CURSOR))
        });
        let (after, _) = door.close(Some(after.unwrap_or(0)))?;
        let found = tx.deliveries_after(company.id, after, state, limit + 1, call.now)?;
        let (page, next_cursor) = cut(found, limit, |listed| listed.key.clone());
        let deliveries = tx.readable(page).into_iter().map(|row| entry(row, call.now)).collect();
        let findings = say_all(&tx.unreadable(), call.language);
        Ok(Reply { deliveries, next_cursor, findings })
    })
}

fn entry(row: DeliveryRow, now: Timestamp) -> EntryReply {
    EntryReply {
        state: row.state_at(now).word(),
        delivery: row.id,
        purpose: row.purpose.word(),
        invoice: row.document,
        channel: row.channel.map(Channel::word),
        waiting_for: row.waiting_for,
        queued_at: row.queued_at.to_string(),
        due_at: row.due_at.map(|due| due.to_string()),
        attempts: row.attempts,
        code: row.code,
        reason: row.reason,
    }
}
