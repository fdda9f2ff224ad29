//! The customers of a company, page by page in order of their numbers.

use crate::domain::failure::Failure;
use crate::office::Office;
use crate::office::customer::reply::CustomerReply;
use crate::office::protocol::company::company;
use crate::office::protocol::page::{cut, page_limit};
use crate::office::protocol::reply::{FindingReply, say_all};
use crate::office::protocol::request::{Call, request};
use crate::office::protocol::text::text;
use schemars::JsonSchema;
use serde::Serialize;

request! {
    /// Which page.
    Request {
        /// How many at the most, 1 to 1,000. Default: 100.
        limit: Option<u32>,
        /// Where the earlier page ended: its next_cursor.
        cursor: Option<String>,
    }
}

/// One page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reply {
    /// The customers.
    pub customers: Vec<CustomerReply>,
    /// Give it as cursor for the next page; none on the last.
    pub next_cursor: Option<String>,
    /// Rows of the store that could not be read and were left out, each with the way
    /// out.
    pub findings: Vec<FindingReply>,
}

/// Lists the customers.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<Reply, Failure> {
    office.store.read(|tx| {
        let company = company(tx, &call)?;
        let mut door = std::mem::take(&mut call.door);
        let limit = page_limit(&mut door, call.body.limit);
        let cursor = door.optional("/cursor", call.body.cursor.as_ref(), text(40));
        let (limit, _) = door.close(Some(limit))?;
        let found = tx.customers_after(company.id, &cursor.unwrap_or_default(), limit + 1)?;
        let (page, next_cursor) = cut(found, limit, |listed| listed.key.clone());
        let mut customers = Vec::with_capacity(page.len());
        for customer in &tx.readable(page) {
            let consumer = tx.or_note(tx.consumer(company.id, &customer.number))?.flatten();
            customers.push(CustomerReply::of(customer, &company.settings, consumer.as_ref()));
        }
        let findings = say_all(&tx.unreadable(), call.language);
        Ok(Reply { customers, next_cursor, findings })
    })
}
