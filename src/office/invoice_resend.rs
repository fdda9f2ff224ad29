//! Sends a document again on purpose: decided anew, as a new round in which no channel has refused
//! it yet. A document that is still on its way is not sent twice.

use crate::domain::failure::Failure;
use crate::office::Office;
use crate::office::form::{DistributionForm, read_overrides};
use crate::office::invoice_get::{Which, find};
use crate::office::request::{Call, request};
use crate::office::sending::AgainReply;
use crate::office::sending::again::{Again, send_again};

request! {
    /// Which document, and how.
    Request {
        /// Number.
        number: Option<String>,
        /// invoice (default) or credit_note.
        r#type: Option<String>,
        /// Id, instead of the number.
        id: Option<String>,
        /// What is decided for this document; what was decided before when it is left out.
        distribution: Option<DistributionForm>,
    }
}

/// Queues the document again.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<AgainReply, Failure> {
    office.store.write(|tx| {
        let company = office.company(tx, &call)?;
        let mut door = std::mem::take(&mut call.door);
        let form = call.body.distribution.as_ref();
        let given = form.map(|form| read_overrides(&mut door, "/distribution", Some(form)));
        let Request { number, r#type, id, .. } = &call.body;
        let which = Which { number: number.as_ref(), r#type: r#type.as_ref(), id: id.as_ref() };
        let document = find(&mut door, tx, company.id, which)?;
        let (document, _) = door.close(document)?;
        let overrides = given.unwrap_or_else(|| document.overrides.clone());
        send_again(tx, &company, document, Again::WhenOver(overrides), &call)
    })
}
