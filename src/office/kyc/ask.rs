//! Asks for the verification of a company.

use crate::domain::company::Company;
use crate::domain::contact::Email;
use crate::domain::delivery::Purpose;
use crate::domain::failure::Failure;
use crate::domain::kyc::{Event, Kyc};
use crate::domain::words::Language;
use crate::office::kyc::state::apply;
use crate::office::outbox::queue::{self, Message};
use crate::office::protocol::request::Call;
use crate::store::Tx;
use serde_json::json;

/// Queues a request that takes the place of an open one.
pub fn ask<T>(
    tx: &Tx<'_>,
    company: &Company,
    signer: Email,
    locale: Language,
    call: &Call<T>,
) -> Result<(), Failure> {
    let state = apply(&tx.kyc(company.id)?, Event::Requested)?;
    let kyc = Kyc {
        state,
        signer: Some(signer),
        locale: Some(locale),
        requested_at: Some(call.now),
        ..Kyc::default()
    };
    tx.keep_kyc(company.id, &kyc)?;
    tx.replace_open(company.id, Purpose::KycRequest)?;
    let body = json!({
        "organisation_number": company.card.org.digits(),
        "signer_email": kyc.signer,
        "locale": kyc.locale,
    });
    let message = Message {
        purpose: Purpose::KycRequest,
        waiting_for: queue::missing_for_messages(company),
        body: &body,
        actor: call.actor.user.as_deref(),
    };
    queue::queue_message(tx, company.id, &message, call.now).map(drop)
}
