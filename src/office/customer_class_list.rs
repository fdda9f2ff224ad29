//! The classes of customers.

use crate::domain::failure::Failure;
use crate::office::Office;
use crate::office::customer_class_put::ClassReply;
use crate::office::request::{Call, request};
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
}

/// Lists the classes.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<Reply, Failure> {
    office.store.read(|tx| {
        let company = office.company(tx, &call)?;
        std::mem::take(&mut call.door).close_now()?;
        let classes = tx.classes(company.id)?;
        Ok(Reply { classes: classes.iter().map(ClassReply::from).collect() })
    })
}
