//! The customers of a company, page by page in order of their numbers.

use crate::domain::failure::Failure;
use crate::domain::finding::{Fault, Finding};
use crate::domain::words::words;
use crate::office::Office;
use crate::office::customer_get::CustomerReply;
use crate::office::reply::{FindingReply, say_all};
use crate::office::request::{Call, Door, request, text};
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
        let company = office.company(tx, &call)?;
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

/// How many rows a page may have.
pub fn page_limit(door: &mut Door, given: Option<u32>) -> u32 {
    limit_within(door, given, 1_000)
}

/// How many rows a page may have, where that is not a thousand.
pub fn limit_within(door: &mut Door, given: Option<u32>, most: u32) -> u32 {
    let limit = given.unwrap_or(100);
    if (1..=most).contains(&limit) {
        return limit;
    }
    let fault = Fault::new(&LIMIT_RANGE).with("most", most);
    door.report(Finding::fatal(fault).at("/limit").value(limit));
    1
}

/// Cuts one row too many off a page; the last one that stays is where the next page begins.
pub fn cut<T>(
    mut found: Vec<T>,
    limit: u32,
    cursor: impl Fn(&T) -> String,
) -> (Vec<T>, Option<String>) {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = found.len() > limit;
    found.truncate(limit);
    let next = found.last().filter(|_| more).map(cursor);
    (found, next)
}

words! {
    LIMIT_RANGE = "limit_out_of_range" {
        en: "{value} rows are not between 1 and {most}." => "Ask for fewer, and take the rest by cursor.",
        nb: "{value} rader er ikke mellom 1 og {most}." => "Be om færre, og hent resten med cursor.",
        sv: "{value} rader är inte mellan 1 och {most}." => "Be om färre, och hämta resten med cursor.",
    }
}
