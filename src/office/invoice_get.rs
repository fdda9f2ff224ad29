//! Where a document stands, with everything that happened to it.

use crate::domain::channel::{Channel, Overrides};
use crate::domain::delivery::WaitingFor;
use crate::domain::failure::Failure;
use crate::domain::finding::Fault;
use crate::domain::invoice::{DOCUMENT_UNKNOWN, Type};
use crate::domain::words::{Language, fill};
use crate::office::reply::{DecisionReply, FindingReply, say_all, say_kept_decision};
use crate::office::request::{Call, Door, code, request, text};
use crate::office::sending::next_step;
use crate::office::{Office, words_of};
use crate::store::{DELIVERY_UNREADABLE, DeliveryRow, DocumentRow, HistoryRow, Tx};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

request! {
    /// Which document: by number (and type), or by id.
    Request {
        /// Number.
        number: Option<String>,
        /// invoice (default), credit_note, reminder, collection_notice, dunning, payment_request or
        /// enforcement_warning.
        r#type: Option<String>,
        /// Id, instead of the number.
        id: Option<String>,
    }
}

/// A document with its deliveries and history.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reply {
    /// The document in short.
    pub invoice: InvoiceReply,
    /// How the channel of the last delivery was decided; null where nobody kept it.
    pub decision: Option<DecisionReply>,
    /// What helps, while it waits.
    pub next_step: Option<String>,
    /// What the caller decided for this document: force, forbid, order, email_text, email.
    pub overrides: Option<Value>,
    /// Every delivery, oldest first; the last one counts.
    pub deliveries: Vec<DeliveryReply>,
    /// Every step, oldest first.
    pub history: Vec<HistoryReply>,
    /// Rows of the store that could not be read and were left out, each with the way
    /// out.
    pub findings: Vec<FindingReply>,
}

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

/// Shows the document.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<Reply, Failure> {
    office.store.read(|tx| {
        let company = office.company(tx, &call)?;
        let mut door = std::mem::take(&mut call.door);
        let Request { number, r#type, id, .. } = &call.body;
        let which = Which { number: number.as_ref(), r#type: r#type.as_ref(), id: id.as_ref() };
        let document = find_in_part(&mut door, tx, company.id, which)?;
        let (document, _) = door.close(document)?;
        let deliveries = tx.deliveries_in_part(&document.id)?;
        let last = deliveries.last();
        let decision = last.and_then(|row| say_kept_decision(&row.decision, call.language));
        let wanted = overrides(&document);
        Ok(Reply {
            overrides: wanted,
            next_step: last.and_then(|row| {
                let wait = row.waiting_for.as_deref().and_then(WaitingFor::named)?;
                match wait {
                    WaitingFor::Repair => repair(row, &document, call.language),
                    wait => Some(next_step(wait, &company, decision.as_ref(), call.language)),
                }
            }),
            decision,
            history: tx.readable(tx.history_of(&document.id)?).into_iter().map(history).collect(),
            findings: say_all(&tx.unreadable(), call.language),
            deliveries: deliveries.iter().map(|row| delivery(row, call.now)).collect(),
            invoice: short(document, deliveries.last(), call.now),
        })
    })
}

/// Which document: by number (and type), or by id.
#[derive(Clone, Copy, Debug)]
pub struct Which<'a> {
    /// Number.
    pub number: Option<&'a String>,
    /// Its type.
    pub r#type: Option<&'a String>,
    /// Id, instead of the number.
    pub id: Option<&'a String>,
}

/// What makes a delivery go on that is set aside.
fn repair(row: &DeliveryRow, document: &DocumentRow, language: Language) -> Option<String> {
    let words = words_of(row.code.as_deref()?)?;
    let name = if words.code == DELIVERY_UNREADABLE.code { &row.id } else { &document.id };
    Some(fill(words.fix.in_language(language), &[("name", name.clone())]))
}

/// The document that is meant; none when the request does not say.
pub fn find(
    door: &mut Door,
    tx: &Tx<'_>,
    company: i64,
    which: Which<'_>,
) -> Result<Option<DocumentRow>, Failure> {
    let by_id = |id: &str| tx.document_by_id(company, id);
    find_by(door, which, by_id, |kind, number| tx.document_by_number(company, kind, number))
}

/// As much as can be read of the document that is meant.
pub fn find_in_part(
    door: &mut Door,
    tx: &Tx<'_>,
    company: i64,
    which: Which<'_>,
) -> Result<Option<DocumentRow>, Failure> {
    let by_id = |id: &str| tx.identified_in_part(company, id);
    find_by(door, which, by_id, |kind, number| tx.numbered_in_part(company, kind, number))
}

fn find_by(
    door: &mut Door,
    which: Which<'_>,
    by_id: impl FnOnce(&str) -> Result<Option<DocumentRow>, Failure>,
    by_number: impl FnOnce(Type, &str) -> Result<Option<DocumentRow>, Failure>,
) -> Result<Option<DocumentRow>, Failure> {
    let kind = door.optional("/type", which.r#type, Type::parse).unwrap_or(Type::Invoice);
    let unknown =
        |name: &str| Failure::not_found(Fault::new(&DOCUMENT_UNKNOWN).with("number", name));
    if which.id.is_some() {
        let Some(id) = door.required("/id", which.id, code(60)) else { return Ok(None) };
        return by_id(&id)?.ok_or_else(|| unknown(&id)).map(Some);
    }
    let Some(number) = door.required("/number", which.number, text(40)) else {
        return Ok(None);
    };
    if !door.is_clear() {
        return Ok(None);
    }
    by_number(kind, &number)?.ok_or_else(|| unknown(&number)).map(Some)
}

fn overrides(document: &DocumentRow) -> Option<Value> {
    let own = document.overrides != Overrides::default();
    own.then(|| serde_json::to_value(&document.overrides).unwrap_or_default())
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

fn delivery(row: &DeliveryRow, now: Timestamp) -> DeliveryReply {
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
