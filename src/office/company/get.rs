//! What is stored of a company.

use crate::domain::failure::Failure;
use crate::office::Office;
use crate::office::company::reply::{CompanyReply, describe};
use crate::office::protocol::company::company;
use crate::office::protocol::request::{Call, request};

request! {
    /// Which company: the envelope says it.
    Request {}
}

/// Shows the company.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<CompanyReply, Failure> {
    office.store.read(|tx| {
        let company = company(tx, &call)?;
        std::mem::take(&mut call.door).close_now()?;
        describe(office, tx, company.id, &call)
    })
}
