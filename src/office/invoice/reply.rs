//! What is said of a document.

use crate::domain::channel::Channel;
use crate::store::{DeliveryRow, DocumentRow, HistoryRow};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// A document in short.
#[derive(Debug, Serialize, JsonSchema)]
pub struct InvoiceReply {
    /// Id.
    pub id: String,
    /// invoice, credit_note, or one of the types that follow an invoice up.
    pub r#type: &'static str,
    /// Number.
    pub number: String,
    /// The host's own key.
    pub host_key: Option<String>,
    /// Customer number.
    pub customer: String,
    /// Amount to pay.
    pub payable: String,
    /// Currency.
    pub currency: String,
    /// When it was sent.
    pub sent_at: String,
    /// State of its last delivery: queued, waiting, leased, unknown, sent, delivered, failed or
    /// canceled.
    pub state: &'static str,
    /// Channel of its last delivery.
    pub channel: Option<&'static str>,
    /// registration, kyc, lookup, consumer, channel or repair, while it waits.
    pub waiting_for: Option<String>,
    /// What the carrier said last, in words.
    pub reason: Option<String>,
}

/// A delivery.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DeliveryReply {
    /// Id.
    pub id: String,
    /// Channel.
    pub channel: Option<&'static str>,
    /// queued, waiting, leased, unknown, sent, delivered, failed, replaced or canceled.
    pub state: &'static str,
    /// registration, kyc, lookup, consumer, channel or repair, while it waits.
    pub waiting_for: Option<String>,
    /// How often the document was sent on purpose, this time included.
    pub round: u32,
    /// From when on it may be carried, or until when it waits; none is at once.
    pub due_at: Option<String>,
    /// How often it was tried.
    pub attempts: u32,
    /// Until when a carrier holds it.
    pub lease_until: Option<String>,
    /// What the carrier said last, as a code.
    pub code: Option<String>,
    /// What the carrier said last, in words.
    pub reason: Option<String>,
    /// The channels that are next in turn if this one fails.
    pub next_channels: Vec<&'static str>,
}

/// A step of the history.
#[derive(Debug, Serialize, JsonSchema)]
pub struct HistoryReply {
    /// Place in the order of everything: a cursor for invoice_list with changes.
    pub cursor: String,
    /// Id of the document.
    pub invoice: Option<String>,
    /// Id of the delivery.
    pub delivery: Option<String>,
    /// When.
    pub at: String,
    /// queued, waiting, leased, sent, delivered, later, unknown, failed, replaced or canceled.
    pub step: String,
    /// Channel.
    pub channel: Option<String>,
    /// A code: what it waits for, or the carrier's own.
    pub code: Option<String>,
    /// In words.
    pub reason: Option<String>,
    /// Who asked for it.
    pub actor: Option<String>,
}

/// A document in short, by its last delivery.
pub fn short(document: DocumentRow, last: Option<&DeliveryRow>, now: Timestamp) -> InvoiceReply {
    InvoiceReply {
        id: document.id,
        r#type: document.r#type.word(),
        number: document.number,
        host_key: document.host_key,
        customer: document.customer,
        payable: document.payable,
        currency: document.currency,
        sent_at: document.created_at.to_string(),
        state: last.map_or("queued", |row| row.state_at(now).word()),
        channel: last.and_then(|row| row.channel).map(Channel::word),
        waiting_for: last.and_then(|row| row.waiting_for.clone()),
        reason: last.and_then(|row| row.reason.clone()),
    }
}

/// A delivery as it stands now.
pub fn delivery(row: &DeliveryRow, now: Timestamp) -> DeliveryReply {
    DeliveryReply {
        id: row.id.clone(),
        channel: row.channel.map(Channel::word),
        state: row.state_at(now).word(),
        waiting_for: row.waiting_for.clone(),
        round: row.round,
        due_at: row.due_at.map(|due| due.to_string()),
        attempts: row.attempts,
        lease_until: row.lease_until.map(|until| until.to_string()),
        code: row.code.clone(),
        reason: row.reason.clone(),
        next_channels: row.spare.iter().map(|channel| channel.word()).collect(),
    }
}

/// A step as a reply.
pub fn history(row: HistoryRow) -> HistoryReply {
    HistoryReply {
        cursor: row.seq.to_string(),
        invoice: row.document,
        delivery: row.delivery,
        at: row.at.to_string(),
        step: row.step,
        channel: row.channel,
        code: row.code,
        reason: row.reason,
        actor: row.actor,
    }
}
