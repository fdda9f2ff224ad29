//! How far the consumer agreement is, at the moment of the call.

use crate::domain::failure::Failure;
use crate::office::Office;
use crate::office::agreement::reply::{AgreementReply, describe};
use crate::office::protocol::company::company;
use crate::office::protocol::request::{Call, request};

request! {
    /// Which company: the envelope says it.
    Request {}
}

/// Shows the agreement.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<AgreementReply, Failure> {
    office.store.read(|tx| {
        let company = company(tx, &call)?;
        std::mem::take(&mut call.door).close_now()?;
        Ok(describe(&tx.agreement(company.id)?, call.now, call.language))
    })
}
