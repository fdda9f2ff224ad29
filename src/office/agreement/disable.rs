//! Ends the consumer agreement, when somebody has confirmed that it shall end.

use crate::domain::agreement::{AGREEMENT_NOT_ACTIVE, END_NOT_CONFIRMED, Event};
use crate::domain::delivery::Purpose;
use crate::domain::failure::Failure;
use crate::domain::finding::{Fault, Finding};
use crate::office::Office;
use crate::office::agreement::reply::{AgreementReply, describe};
use crate::office::outbox::queue::{self, Message};
use crate::office::outbox::redecide::{self, Whose};
use crate::office::protocol::company::company;
use crate::office::protocol::request::{Call, request};
use serde_json::json;

request! {
    /// The confirmation.
    Request {
        /// true: the user knows that eFaktura and Vipps close for all customers. Mandatory.
        confirm: Option<bool>,
    }
}

/// Queues the end of the agreement; no consumer is reached through it from now on.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<AgreementReply, Failure> {
    office.store.write(|tx| {
        let company = company(tx, &call)?;
        let mut door = std::mem::take(&mut call.door);
        if call.body.confirm != Some(true) {
            door.report(Finding::fatal(&END_NOT_CONFIRMED).at("/confirm"));
        }
        door.close_now()?;
        let mut agreement = tx.agreement(company.id)?;
        if !agreement.happen(Event::EndOrdered, call.now) {
            let state = agreement.state(call.now).word();
            return Err(Failure::conflict(Fault::new(&AGREEMENT_NOT_ACTIVE).with("state", state)));
        }
        tx.keep_agreement(company.id, &agreement)?;
        let body = json!({"organisation_number": company.card.org.digits()});
        let purpose = Purpose::AgreementEnd;
        let actor = call.actor.user.as_deref();
        let message = Message { purpose, waiting_for: None, body: &body, actor };
        queue::queue_message(tx, company.id, &message, call.now)?;
        redecide::decide_waiting(tx, &company, Whose::All, call.now)?;
        Ok(describe(&agreement, call.now, call.language))
    })
}
