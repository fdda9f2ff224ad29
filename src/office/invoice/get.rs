//! Where a document stands, with everything that happened to it.

use crate::domain::channel::Overrides;
use crate::domain::delivery::WaitingFor;
use crate::domain::failure::Failure;
use crate::domain::words::{Language, fill};
use crate::office::Office;
use crate::office::invoice::find::{Which, find_in_part};
use crate::office::invoice::reply::{
    DeliveryReply, HistoryReply, InvoiceReply, delivery, history, short,
};
use crate::office::invoice::sending::next_step;
use crate::office::protocol::company::company;
use crate::office::protocol::reply::{DecisionReply, FindingReply, say_all, say_kept_decision};
use crate::office::protocol::request::{Call, request};
use crate::store::{DELIVERY_UNREADABLE, DeliveryRow, DocumentRow, repair_of};
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

/// Shows the document.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<Reply, Failure> {
    office.store.read(|tx| {
        let company = company(tx, &call)?;
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

/// What makes a delivery go on that is set aside.
fn repair(row: &DeliveryRow, document: &DocumentRow, language: Language) -> Option<String> {
    let words = repair_of(row.code.as_deref()?)?;
    let name = if words.code == DELIVERY_UNREADABLE.code { &row.id } else { &document.id };
    Some(fill(words.fix.in_language(language), &[("name", name.clone())]))
}

fn overrides(document: &DocumentRow) -> Option<Value> {
    let own = document.overrides != Overrides::default();
    own.then(|| serde_json::to_value(&document.overrides).unwrap_or_default())
}
