//! Leases deliveries to the host, which carries them itself and settles each lease.

use crate::domain::channel::Channel;
use crate::domain::company::Company;
use crate::domain::delivery::LONGEST_LEASE;
use crate::domain::failure::Failure;
use crate::domain::finding::Finding;
use crate::domain::time::seconds_after;
use crate::domain::words::words;
use crate::office::Office;
use crate::office::document::addressed::Addressed;
use crate::office::document::attachments::FileReply;
use crate::office::outbox::lease::{expire, lease};
use crate::office::outbox::{redecide, route, set_aside};
use crate::office::protocol::company::company;
use crate::office::protocol::page::page_limit;
use crate::office::protocol::reply::{FindingReply, say_all};
use crate::office::protocol::request::{Call, request};
use crate::store::{DeliveryRow, Tx};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

request! {
    /// How many, and for how long.
    Request {
        /// How many at the most, 1 to 1,000. Default: 100.
        limit: Option<u32>,
        /// How long the host has to settle, 10 to 86,400 seconds. Default: 300.
        lease_seconds: Option<u32>,
    }
}

/// The leased deliveries.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reply {
    /// Oldest first.
    pub deliveries: Vec<ClaimReply>,
    /// Rows of the store that could not be read and were left out or set aside, each with the way
    /// out.
    pub findings: Vec<FindingReply>,
}

/// A leased delivery with everything to carry.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ClaimReply {
    /// The lease to settle.
    pub lease: String,
    /// When it expires. An expired lease leaves the delivery unknown, never queued again by itself.
    pub expires_at: String,
    /// Id of the delivery: one identity across all tries; give it to the receiver of the message.
    pub delivery: String,
    /// registration, user_add, user_remove, kyc_request, agreement_order, agreement_end,
    /// consumer_request or document.
    pub purpose: &'static str,
    /// Channel of a document.
    pub channel: Option<&'static str>,
    /// Id of the document.
    pub invoice: Option<String>,
    /// How often it was tried, this time included.
    pub attempt: u32,
    /// What the carrier needs to know: the message itself, or a document's routing data.
    pub message: Value,
    /// The payload of a document.
    pub xml: Option<String>,
    /// Attachments that the payload cannot hold, and the channel takes.
    pub files: Vec<FileReply>,
}

/// The name of the host on leases.
pub const HOST: &str = "host";

/// Leases what is due.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<Reply, Failure> {
    office.store.write(|tx| {
        let company = company(tx, &call)?;
        let mut door = std::mem::take(&mut call.door);
        let limit = page_limit(&mut door, call.body.limit);
        let seconds = call.body.lease_seconds.unwrap_or(300);
        if !(10..=LONGEST_LEASE).contains(&seconds) {
            door.report(Finding::fatal(&LEASE_SECONDS).at("/lease_seconds").value(seconds));
        }
        door.close_now()?;
        expire(tx, call.now)?;
        redecide::decide_waited(tx, &company, call.now)?;
        let until = seconds_after(call.now, i64::from(seconds));
        let mut deliveries = Vec::new();
        let mut left = limit;
        while left > 0 {
            let due = tx.due_deliveries(Some(company.id), call.now, left)?;
            if due.is_empty() {
                break;
            }
            // Each one is leased or waits now, so the next look finds others.
            for row in set_aside::readable(tx, &company, due, call.now)? {
                let claim = || claim_one(tx, &company, row.clone(), until, &call);
                let claimed =
                    set_aside::or_set_aside(tx, &company, &row, call.now, claim)?.flatten();
                left -= u32::from(claimed.is_some());
                deliveries.extend(claimed);
            }
        }
        Ok(Reply { deliveries, findings: say_all(&tx.unreadable(), call.language) })
    })
}

/// Leases one delivery to the host, if it is still to be carried.
fn claim_one(
    tx: &Tx<'_>,
    company: &Company,
    row: DeliveryRow,
    until: Timestamp,
    call: &Call<Request>,
) -> Result<Option<ClaimReply>, Failure> {
    let Some(row) = route::still_to_carry(tx, company, row, call.now)? else { return Ok(None) };
    let lease = lease(tx, &row, HOST, until, call.now, call.user().as_deref())?;
    claim(tx, company, row, lease, until).map(Some)
}

fn claim(
    tx: &Tx<'_>,
    company: &Company,
    row: DeliveryRow,
    lease: String,
    until: Timestamp,
) -> Result<ClaimReply, Failure> {
    let (payload, message, files) = match row.document.as_deref() {
        Some(document) => {
            let load = Addressed::of(tx, company, document, row.round)?;
            let files = load.files(company, &row);
            (tx.payload(document, row.round)?, load.routing(company, &row), files)
        }
        None => (None, row.message, Vec::new()),
    };
    Ok(ClaimReply {
        lease,
        expires_at: until.to_string(),
        delivery: row.id,
        purpose: row.purpose.word(),
        channel: row.channel.map(Channel::word),
        invoice: row.document,
        attempt: row.attempts + 1,
        message,
        files,
        xml: payload.map(|xml| String::from_utf8_lossy(&xml).into_owned()),
    })
}

words! {
    LEASE_SECONDS = "lease_seconds_out_of_range" {
        en: "A lease of {value} seconds is not between 10 and 86,400." => "Give the time that carrying takes at the most.",
        nb: "En reservasjon på {value} sekunder er ikke mellom 10 og 86 400." => "Oppgi tiden transporten høyst tar.",
        sv: "En reservation på {value} sekunder är inte mellan 10 och 86 400." => "Ange tiden som transporten högst tar.",
    }
}
