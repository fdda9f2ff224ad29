//! Calls a document off before a carrier has it. Its number stays used; it can be sent after all
//! with invoice_resend.

use crate::domain::delivery::{DELIVERY, DOCUMENT_LEFT, DOCUMENT_WITH_CARRIER, Event, State};
use crate::domain::failure::Failure;
use crate::domain::finding::Fault;
use crate::office::Office;
use crate::office::invoice::another_round::note_end;
use crate::office::invoice::find::{Which, find_in_part};
use crate::office::invoice::reply::{InvoiceReply, short};
use crate::office::protocol::company::company;
use crate::office::protocol::request::{Call, request};

request! {
    /// Which document.
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

/// Calls the document off; told twice is told once.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<InvoiceReply, Failure> {
    office.store.write(|tx| {
        let company = company(tx, &call)?;
        let mut door = std::mem::take(&mut call.door);
        let Request { number, r#type, id, .. } = &call.body;
        let which = Which { number: number.as_ref(), r#type: r#type.as_ref(), id: id.as_ref() };
        let document = find_in_part(&mut door, tx, company.id, which)?;
        let (document, _) = door.close(document)?;
        let mut last = tx.last_delivery(&document.id)?;
        if let Some(row) = last.as_mut().filter(|row| row.state != State::Canceled) {
            // What cannot be read is set aside, wherever it stood: this is the way out of it.
            let lost = !row.whole && row.state == State::Unknown;
            let state = if lost { State::Waiting } else { row.state_at(call.now) };
            row.state = DELIVERY.next(state, Event::Cancel).ok_or_else(|| {
                let left = if state.is_over() { &DOCUMENT_LEFT } else { &DOCUMENT_WITH_CARRIER };
                let fault = Fault::new(left).with("number", &document.number);
                Failure::conflict(fault.with("state", state.word()))
            })?;
            (row.waiting_for, row.code, row.reason) = (None, None, None);
            tx.end(&row.id, row.state)?;
            note_end(tx, row, row.state, &call)?;
        }
        Ok(short(document, last.as_ref(), call.now))
    })
}
