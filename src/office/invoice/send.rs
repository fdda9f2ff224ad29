//! Sends an invoice or credit note: decided, built, checked, stored and queued in one transaction.
//! An ERP that makes its own BIS Billing document gives that instead, and it is carried unchanged.

use crate::domain::failure::Failure;
use crate::domain::finding::Finding;
use crate::domain::words::words;
use crate::office::Office;
use crate::office::form::InvoiceForm;
use crate::office::invoice::draft::send;
use crate::office::invoice::finished::{self, FinishedForm};
use crate::office::invoice::sending::{Occasion, Reply};
use crate::office::protocol::company::company;
use crate::office::protocol::request::{Call, request};

request! {
    /// The document to send: an invoice in plain terms, or a finished document.
    Request {
        /// The invoice; its customer is registered with customer_put.
        invoice: Option<InvoiceForm>,
        /// A finished BIS Billing 3.0 document instead; it is carried unchanged.
        document: Option<FinishedForm>,
    }
}

/// Sends the document.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<Reply, Failure> {
    let (invoice, document) = (call.body.invoice.take(), call.body.document.take());
    office.store.write(|tx| {
        let company = company(tx, &call)?;
        let occasion = Occasion { now: call.now, language: call.language, user: call.user() };
        let mut door = std::mem::take(&mut call.door);
        match (invoice, document) {
            (Some(_), Some(_)) => {
                door.report(Finding::fatal(&TWO_DOCUMENTS).at("/document"));
                Err(Failure::invalid(door.findings().to_vec()))
            }
            (None, Some(document)) => finished::send(tx, &company, document, door, &occasion),
            (invoice, None) => send(tx, &company, invoice.unwrap_or_default(), door, &occasion),
        }
    })
}

words! {
    TWO_DOCUMENTS = "invoice_and_document" {
        en: "Both an invoice and a finished document are given." => "Give one of them; a finished document is carried unchanged.",
        nb: "Både en faktura og et ferdig dokument er oppgitt." => "Oppgi én av dem; et ferdig dokument sendes uendret.",
        sv: "Både en faktura och ett färdigt dokument är angivna." => "Ange en av dem; ett färdigt dokument skickas oförändrat.",
    }
}
