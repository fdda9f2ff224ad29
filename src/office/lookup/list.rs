//! What has to be looked up before documents can go on: addresses in a directory, consumers at the
//! exchange. The answers are recorded with directory_put and consumer_record.

use crate::domain::customer::{Customer, Kind};
use crate::domain::delivery::WaitingFor;
use crate::domain::failure::Failure;
use crate::office::Office;
use crate::office::protocol::company::company;
use crate::office::protocol::reply::{FindingReply, say_all};
use crate::office::protocol::request::{Call, request};
use crate::store::Tx;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

request! {
    /// Which company: the envelope says it.
    Request {}
}

/// What to look up.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reply {
    /// One for each customer, by customer number.
    pub lookups: Vec<LookupReply>,
    /// Rows of the store that could not be read and were left out, each with the way
    /// out.
    pub findings: Vec<FindingReply>,
}

/// One look-up.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LookupReply {
    /// directory (answer with directory_put) or consumer (answer with consumer_record).
    pub kind: &'static str,
    /// Customer number.
    pub customer: String,
    /// Name.
    pub name: String,
    /// Electronic address of a business, as scheme:id.
    pub endpoint: Option<String>,
    /// Mobile of a consumer.
    pub mobile: Option<String>,
    /// E-mail of a consumer.
    pub email: Option<String>,
    /// What is known is from then.
    pub known_as_of: Option<String>,
    /// How many documents wait for it.
    pub documents: u64,
    /// Since when the first of them waits.
    pub waiting_since: String,
}

/// Lists what has to be looked up.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<Reply, Failure> {
    office.store.read(|tx| {
        let company = company(tx, &call)?;
        std::mem::take(&mut call.door).close_now()?;
        let mut waiting: BTreeMap<String, (Customer, u64, Timestamp)> = BTreeMap::new();
        for row in tx.readable(tx.waiting_deliveries(company.id, WaitingFor::Lookup, None)?) {
            let document = row.document.unwrap_or_default();
            let customer = tx.or_note(tx.customer_of(company.id, &document))?.flatten();
            let Some(customer) = customer else { continue };
            let first = (customer, 0, row.queued_at);
            waiting.entry(first.0.number.clone()).or_insert(first).1 += 1;
        }
        let mut lookups = Vec::with_capacity(waiting.len());
        for (customer, documents, since) in waiting.into_values() {
            let mobile = customer.mobile(&company.settings).map(ToString::to_string);
            lookups.push(lookup(tx, company.id, customer, mobile, documents, since)?);
        }
        Ok(Reply { lookups, findings: say_all(&tx.unreadable(), call.language) })
    })
}

fn lookup(
    tx: &Tx<'_>,
    company: i64,
    customer: Customer,
    mobile: Option<String>,
    documents: u64,
    since: Timestamp,
) -> Result<LookupReply, Failure> {
    let private = customer.kind == Kind::Private;
    let endpoint = customer.endpoint.as_ref().map(|endpoint| endpoint.text());
    let known = match (&endpoint, private) {
        (_, true) => {
            let known = tx.or_note(tx.consumer(company, &customer.number))?.flatten();
            known.and_then(|known| known.as_of)
        }
        (Some(endpoint), false) => {
            tx.or_note(tx.receiver(company, endpoint))?.flatten().map(|known| known.as_of)
        }
        (None, false) => None,
    };
    Ok(LookupReply {
        kind: if private { "consumer" } else { "directory" },
        endpoint: endpoint.filter(|_| !private),
        mobile: mobile.filter(|_| private),
        email: customer.email.map(|email| email.to_string()).filter(|_| private),
        customer: customer.number,
        name: customer.name,
        known_as_of: known.map(|at| at.to_string()),
        documents,
        waiting_since: since.to_string(),
    })
}
