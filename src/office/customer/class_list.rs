//! The classes of customers.

use crate::domain::failure::Failure;
use crate::office::Office;
use crate::office::customer::class::ClassReply;
use crate::office::protocol::company::company;
use crate::office::protocol::reply::{FindingReply, say_all};
use crate::office::protocol::request::{Call, request};
use schemars::JsonSchema;
use serde::Serialize;

request! {
    /// Which company: the envelope says it.
    Request {}
}

/// The classes.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reply {
    /// By name.
    pub classes: Vec<ClassReply>,
    /// Rows of the store that could not be read and were left out, each with the way
    /// out.
    pub findings: Vec<FindingReply>,
}

/// Lists the classes.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<Reply, Failure> {
    office.store.read(|tx| {
        let company = company(tx, &call)?;
        std::mem::take(&mut call.door).close_now()?;
        let classes = tx.readable(tx.classes(company.id)?);
        let classes = classes.iter().map(ClassReply::from).collect();
        Ok(Reply { classes, findings: say_all(&tx.unreadable(), call.language) })
    })
}
