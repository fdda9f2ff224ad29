//! How far the company's verification is.

use crate::domain::failure::Failure;
use crate::office::Office;
use crate::office::kyc::reply::{KycReply, describe};
use crate::office::protocol::company::company;
use crate::office::protocol::request::{Call, request};

request! {
    /// Which company: the envelope says it.
    Request {}
}

/// Shows the verification.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<KycReply, Failure> {
    office.store.read(|tx| {
        let company = company(tx, &call)?;
        std::mem::take(&mut call.door).close_now()?;
        describe(tx, &company)
    })
}
