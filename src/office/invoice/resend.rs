//! Sends a document again on purpose: decided anew, as a new round in which no channel has refused
//! it yet. A document that is still on its way is not sent twice.

use crate::domain::failure::Failure;
use crate::domain::finding::Fault;
use crate::domain::words::words;
use crate::office::Office;
use crate::office::form::{DistributionForm, read_overrides};
use crate::office::invoice::another_round::{Again, send_again};
use crate::office::invoice::find::{Which, find};
use crate::office::invoice::sending::AgainReply;
use crate::office::protocol::company::company;
use crate::office::protocol::request::{Call, request};

request! {
    /// Which document, and how.
    Request {
        /// Number.
        number: Option<String>,
        /// invoice (default), credit_note, reminder, collection_notice, dunning, payment_request or
        /// enforcement_warning.
        r#type: Option<String>,
        /// Id, instead of the number.
        id: Option<String>,
        /// The round that this call begins, as a guard: a call that is repeated because its reply
        /// was lost sends nothing once more. 2 after the first sending.
        round: Option<u32>,
        /// What is decided for this document; what was decided before when it is left out.
        distribution: Option<DistributionForm>,
    }
}

/// Queues the document again.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<AgainReply, Failure> {
    office.store.write(|tx| {
        let company = company(tx, &call)?;
        let mut door = std::mem::take(&mut call.door);
        let form = call.body.distribution.as_ref();
        let given = form.map(|form| read_overrides(&mut door, "/distribution", Some(form)));
        let Request { number, r#type, id, .. } = &call.body;
        let which = Which { number: number.as_ref(), r#type: r#type.as_ref(), id: id.as_ref() };
        let document = find(&mut door, tx, company.id, which)?;
        let (document, _) = door.close(document)?;
        let begun = tx.deliveries_of(&document.id)?.last().map_or(1, |last| last.round);
        if call.body.round.is_some_and(|round| round != begun + 1) {
            let fault = Fault::new(&ROUND_BEGUN).with("number", &document.number);
            return Err(Failure::conflict(fault.with("round", begun)));
        }
        let overrides = given.unwrap_or_else(|| document.overrides.clone());
        send_again(tx, &company, document, Again::WhenOver(overrides), &call)
    })
}

words! {
    ROUND_BEGUN = "round_begun" {
        en: "Document {number} is in round {round} already." => "Look at invoice_get; give round as one more than the last, or leave it out.",
        nb: "Dokument {number} er alt i runde {round}." => "Se invoice_get; oppgi round som én mer enn den siste, eller utelat den.",
        sv: "Dokument {number} är redan i omgång {round}." => "Se invoice_get; ange round som en mer än den senaste, eller utelämna den.",
    }
}
