//! Sends many documents in one transaction, with one result for each.

use crate::domain::failure::{Failure, Status};
use crate::domain::finding::Finding;
use crate::domain::words::words;
use crate::office::Office;
use crate::office::form::InvoiceForm;
use crate::office::invoice::draft;
use crate::office::invoice::sending::{self, Occasion};
use crate::office::protocol::company::company;
use crate::office::protocol::door::Door;
use crate::office::protocol::reply::{ErrorBody, say_failure};
use crate::office::protocol::request::{Call, request};
use crate::office::protocol::unread::Unread;
use crate::store::is_apart;
use schemars::JsonSchema;
use serde::Serialize;

request! {
    /// The documents to send.
    Request {
        /// The invoices, each as invoice_send takes it. Mandatory, at most 10,000.
        invoices: Option<Vec<Unread<InvoiceForm>>>,
    }
}

/// What became of each document, in the order of the request.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reply {
    /// How many were sent, earlier answers included.
    pub sent: usize,
    /// How many were refused; nothing of these was stored.
    pub refused: usize,
    /// One result for each.
    pub results: Vec<ResultReply>,
}

/// What became of one document. The paths of its findings begin with /invoice.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ResultReply {
    /// The status that invoice_send would have answered with.
    pub status: i32,
    /// Its word: ok, invalid, conflict ….
    pub status_word: &'static str,
    /// Number of the document as given.
    pub number: Option<String>,
    /// The answer, when it was sent.
    pub sent: Option<sending::Reply>,
    /// Why not, when it was not.
    pub error: Option<ErrorBody>,
}

/// Sends the documents.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<Reply, Failure> {
    let forms = call.body.invoices.take().unwrap_or_default();
    let mut door = std::mem::take(&mut call.door);
    if forms.is_empty() || forms.len() > 10_000 {
        door.report(Finding::fatal(&BATCH_COUNT).at("/invoices").value(forms.len()));
    }
    door.close_now()?;
    let occasion = Occasion { now: call.now, language: call.language, user: call.user() };
    office.store.write(|tx| {
        let company = company(tx, &call)?;
        let mut results = Vec::with_capacity(forms.len());
        for form in forms {
            let (number, sent) = match read(form) {
                Ok((form, door)) => {
                    let number = form.number.clone();
                    let send = || draft::send(tx, &company, form, door, &occasion);
                    (number, tx.apart(send).and_then(std::convert::identity))
                }
                Err(failure) => (None, Err(failure)),
            };
            results.push(result(number, sent, &occasion)?);
        }
        let sent = results.iter().filter(|result| result.sent.is_some()).count();
        Ok(Reply { sent, refused: results.len() - sent, results })
    })
}

/// Reads one document on its own, as invoice_send would: its faults are its own.
fn read(form: Unread<InvoiceForm>) -> Result<(InvoiceForm, Door), Failure> {
    let (form, found) = form.read("/invoice")?;
    Ok((form, Door::with(found)))
}

/// A refused document is a result, and so is one that needs a row which cannot be read; a store
/// that fails ends the whole batch, and nothing is kept.
fn result(
    number: Option<String>,
    sent: Result<sending::Reply, Failure>,
    occasion: &Occasion,
) -> Result<ResultReply, Failure> {
    match sent {
        Ok(sent) => {
            let status = Status::Ok;
            let (status_word, status) = (status.word(), status.number());
            Ok(ResultReply { status, status_word, number, sent: Some(sent), error: None })
        }
        Err(failure) if is_of_the_document(failure.status) || is_apart(&failure) => {
            let (status_word, status) = (failure.status.word(), failure.status.number());
            let error = Some(say_failure(&failure, occasion.language).error);
            Ok(ResultReply { status, status_word, number, sent: None, error })
        }
        Err(failure) => Err(failure),
    }
}

/// What one document is answered with does not end the batch.
const fn is_of_the_document(status: Status) -> bool {
    matches!(status, Status::Invalid | Status::Conflict | Status::Refused)
}

words! {
    BATCH_COUNT = "batch_out_of_range" {
        en: "{value} documents are not between 1 and 10,000." => "Send at least one, and large runs in several batches.",
        nb: "{value} dokumenter er ikke mellom 1 og 10 000." => "Send minst ett, og store kjøringer i flere bunker.",
        sv: "{value} dokument är inte mellan 1 och 10 000." => "Skicka minst ett, och stora körningar i flera buntar.",
    }
}
