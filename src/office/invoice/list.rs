//! The documents of a company in the order of sending, or everything that changed since a cursor.

use crate::domain::delivery::{DELIVERY_WORD, State};
use crate::domain::failure::Failure;
use crate::domain::finding::{Fault, Finding};
use crate::domain::invoice::Type;
use crate::domain::words::words;
use crate::office::Office;
use crate::office::invoice::reply::{HistoryReply, InvoiceReply, history, short};
use crate::office::protocol::company::company;
use crate::office::protocol::page::{CURSOR, cut, page_limit};
use crate::office::protocol::reply::{FindingReply, say_all};
use crate::office::protocol::request::{Call, request};
use crate::office::protocol::text::text;
use crate::store::Filter;
use schemars::JsonSchema;
use serde::Serialize;

request! {
    /// Which documents.
    Request {
        /// Only those of this customer.
        customer: Option<String>,
        /// Only those of this type, such as invoice, credit_note or reminder.
        r#type: Option<String>,
        /// Only those whose last delivery is in this state.
        state: Option<String>,
        /// true: not the documents but the steps that happened since the cursor, oldest first.
        changes: Option<bool>,
        /// How many at the most, 1 to 1,000. Default: 100.
        limit: Option<u32>,
        /// Where the earlier page ended: its next_cursor.
        cursor: Option<String>,
    }
}

/// One page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reply {
    /// The documents, oldest first; empty with changes.
    pub invoices: Vec<InvoiceReply>,
    /// The steps since the cursor; only with changes.
    pub changes: Vec<HistoryReply>,
    /// Give it as cursor for the next page. With changes it is always there: keep it for the next
    /// poll. Without, none on the last page.
    pub next_cursor: Option<String>,
    /// Rows of the store that could not be read and were left out or set aside, each with the way
    /// out.
    pub findings: Vec<FindingReply>,
}

/// Lists the documents or the changes.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<Reply, Failure> {
    office.store.read(|tx| {
        let company = company(tx, &call)?;
        let mut door = std::mem::take(&mut call.door);
        let body = &call.body;
        let customer = door.optional("/customer", body.customer.as_ref(), text(40));
        let kind = door.optional("/type", body.r#type.as_ref(), Type::parse);
        let state = door.optional("/state", body.state.as_ref(), |word| {
            State::named(word).map(State::word).ok_or(Fault::new(&DELIVERY_WORD))
        });
        let limit = page_limit(&mut door, body.limit);
        let after = door.optional("/cursor", body.cursor.as_ref(), |cursor| {
            cursor.parse::<i64>().ok().filter(|at| *at >= 0).ok_or(Fault::new(&CURSOR))
        });
        let filtered = customer.is_some() || kind.is_some() || state.is_some();
        if body.changes.unwrap_or(false) && filtered {
            door.report(Finding::fatal(&CHANGES_UNFILTERED).at("/changes"));
        }
        let (after, _) = door.close(Some(after.unwrap_or(0)))?;
        if body.changes.unwrap_or(false) {
            let found = tx.changes_after(company.id, after, limit)?;
            let next = found.last().map_or_else(|| after.to_string(), |listed| listed.key.clone());
            let changes = tx.readable(found).into_iter().map(history).collect();
            let findings = say_all(&tx.unreadable(), call.language);
            let (invoices, next_cursor) = (Vec::new(), Some(next));
            return Ok(Reply { invoices, changes, next_cursor, findings });
        }
        let which = Filter { customer: customer.as_deref(), kind, state };
        let found = tx.documents_after(company.id, after, which, limit + 1, call.now)?;
        let (page, next_cursor) = cut(found, limit, |listed| listed.key.clone());
        let mut invoices = Vec::with_capacity(page.len());
        for document in tx.readable(page) {
            let last = tx.last_delivery(&document.id)?;
            invoices.push(short(document, last.as_ref(), call.now));
        }
        let findings = say_all(&tx.unreadable(), call.language);
        Ok(Reply { invoices, changes: Vec::new(), next_cursor, findings })
    })
}

words! {
    CHANGES_UNFILTERED = "changes_unfiltered" {
        en: "Changes cannot be filtered by customer, type or state." => "Leave customer, type and state out, and pick from the changes.",
        nb: "Endringer kan ikke filtreres på kunde, type eller tilstand." => "Utelat customer, type og state, og plukk ut av endringene.",
        sv: "Ändringar kan inte filtreras på kund, typ eller tillstånd." => "Utelämna customer, type och state, och välj bland ändringarna.",
    }
}
