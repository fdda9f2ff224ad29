//! Settles a lease: what the outside world said about a delivery. The same answer twice changes
//! nothing; another answer is a conflict.

use crate::domain::contact::Email;
use crate::domain::delivery::{
    DELIVERY_STATE, DELIVERY_UNKNOWN, LEASE_OVERTAKEN, LEASE_UNKNOWN, Outcome, Purpose, State,
};
use crate::domain::failure::Failure;
use crate::domain::finding::{Fault, Finding};
use crate::domain::role::Task;
use crate::domain::time::parse_moment;
use crate::domain::words::words;
use crate::office::Office;
use crate::office::open::vault;
use crate::office::outbox::answer::{self, Answer};
use crate::office::protocol::company::company;
use crate::office::protocol::door::Door;
use crate::office::protocol::request::{Call, form, request};
use crate::office::protocol::text::{MomentText, code, text};
use crate::store::{DeliveryRow, LeaseRow, Tx};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

request! {
    /// What became of a leased delivery, or of one that is unknown or sent already.
    Request {
        /// The lease of outbox_claim. Mandatory, unless delivery is given.
        lease: Option<String>,
        /// The delivery itself, to settle an unknown one or to tell that a sent one arrived.
        delivery: Option<String>,
        /// sent, delivered, later, unknown or failed. Mandatory.
        outcome: Option<String>,
        /// A code of the carrier's own. organisation_number_taken tells that another account at the
        /// exchange holds the company; cannot_ask that the exchange cannot ask consumers at all.
        code: Option<String>,
        /// What the carrier said, in words.
        reason: Option<String>,
        /// From when on to try again, with later. Default: a pause that doubles with every try.
        retry_at: Option<MomentText>,
        /// What the exchange answered to a registration or a new user.
        answer: Option<RegistrationAnswer>,
    }
}

form! {
    /// What the exchange answers to a registration or a new user.
    RegistrationAnswer {
        /// API key of a new user. Kept encrypted; it never comes back.
        #[schemars(extend("writeOnly" = true))]
        api_key: Option<String>,
    }
}

/// The delivery after the answer.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reply {
    /// Id of the delivery.
    pub delivery: String,
    /// queued, unknown, sent, delivered or failed.
    pub state: &'static str,
    /// Whether this answer changed anything; false when it was told before.
    pub changed: bool,
    /// The delivery that took its place on the next channel, after a failure.
    pub next_delivery: Option<NextDelivery>,
}

/// The delivery on the next channel.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NextDelivery {
    /// Id.
    pub id: String,
    /// Channel.
    pub channel: Option<&'static str>,
}

/// The right to settle, by what was carried.
pub const RIGHTS: &[(&str, Task)] = &[
    ("of documents and questions to consumers", Task::Daily),
    ("of everything else", Task::Answers),
];

/// Settles the lease.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<Reply, Failure> {
    office.store.write(|tx| {
        let company = company(tx, &call)?;
        let mut door = std::mem::take(&mut call.door);
        let answer = read_answer(&mut door, &call);
        let by_delivery = call.body.lease.is_none() && call.body.delivery.is_some();
        let lease = match by_delivery {
            true => None,
            false => door.required("/lease", call.body.lease.as_ref(), code(60)),
        };
        let id = door.optional("/delivery", call.body.delivery.as_ref(), code(60));
        let key = call.body.answer.as_ref().and_then(|answer| answer.api_key.as_ref());
        let api_key = key.and_then(|_| door.secret("/answer/api_key", key));
        let (answer, _) = door.close(answer)?;
        let lease = match &lease {
            Some(lease) => Some(find_lease(tx, lease)?),
            None => None,
        };
        let id = lease.as_ref().map_or(id.unwrap_or_default(), |lease| lease.delivery.clone());
        let row = find_delivery(tx, company.id, &id, lease.as_ref())?;
        let task = match row.purpose {
            Purpose::Document | Purpose::ConsumerRequest => Task::Daily,
            _ => Task::Answers,
        };
        office.allow(&call, task, Some(&company))?;
        let told = told_before(&row, lease.as_ref(), &answer, &call)?;
        if let (Some(api_key), Some(name)) = (&api_key, key_name(&row)) {
            // A key that comes late, with an answer told before, is kept where there is none.
            if told.is_none() || !tx.has_secret(company.id, &name)? {
                office.keep_api_key(tx, company.id, &name, api_key)?;
            }
        }
        if let Some(state) = told {
            return reply(tx, &row, state, false);
        }
        if let Some(lease) = &lease {
            tx.settle_lease(&lease.id, answer.outcome, call.now)?;
        }
        let state = answer::settle(tx, &row, &answer, call.now)?;
        reply(tx, &row, state, true)
    })
}

/// The name under which a key is kept that comes with the answer; none where no key belongs.
fn key_name(row: &DeliveryRow) -> Option<String> {
    let email = row.message.get("email").and_then(Value::as_str);
    match row.purpose {
        Purpose::Registration => Some(vault::API_KEY.to_owned()),
        Purpose::UserAdd => Some(vault::key_of(&Email::parse(email?).ok()?)),
        _ => None,
    }
}

fn read_answer(door: &mut Door, call: &Call<Request>) -> Option<Answer> {
    let body = &call.body;
    let outcome = door.required("/outcome", body.outcome.as_ref(), Outcome::parse);
    let code = door.optional("/code", body.code.as_ref(), code(100));
    let reason = door.optional("/reason", body.reason.as_ref(), text(2000));
    let retry_at = door.optional("/retry_at", body.retry_at.as_ref(), parse_moment);
    if retry_at.is_some() && outcome.is_some_and(|outcome| outcome != Outcome::Later) {
        door.report(Finding::fatal(&RETRY_WITHOUT_LATER).at("/retry_at"));
    }
    Some(Answer { outcome: outcome?, code, reason, retry_at, actor: call.user() })
}

fn find_lease(tx: &Tx<'_>, id: &str) -> Result<LeaseRow, Failure> {
    let unknown = || Failure::not_found(Fault::new(&LEASE_UNKNOWN).with("value", id));
    tx.lease(id)?.ok_or_else(unknown)
}

fn find_delivery(
    tx: &Tx<'_>,
    company: i64,
    id: &str,
    lease: Option<&LeaseRow>,
) -> Result<DeliveryRow, Failure> {
    let row = tx.delivery(id)?.filter(|row| row.company == company);
    row.ok_or_else(|| match lease {
        Some(lease) => Failure::not_found(Fault::new(&LEASE_UNKNOWN).with("value", &lease.id)),
        None => Failure::not_found(Fault::new(&DELIVERY_UNKNOWN).with("value", id)),
    })
}

/// The state when the same was told before; a conflict when the lease is not the newest any more.
fn told_before(
    row: &DeliveryRow,
    lease: Option<&LeaseRow>,
    answer: &Answer,
    call: &Call<Request>,
) -> Result<Option<State>, Failure> {
    let state = row.state_at(call.now);
    match lease {
        // Only the holder of a lease may speak while it lives.
        None if state == State::Leased => {
            let fault = Fault::new(&DELIVERY_STATE).with("state", state.word());
            Err(Failure::conflict(fault.with("event", answer.outcome.word())))
        }
        None if state == answer.outcome.state() => Ok(Some(state)),
        None => Ok(None),
        Some(lease) if lease.outcome.as_deref() == Some(answer.outcome.word()) => Ok(Some(state)),
        Some(lease) if lease.outcome.is_some() || row.lease.as_ref() != Some(&lease.id) => {
            let fault = Fault::new(&LEASE_OVERTAKEN).with("value", &lease.id);
            Err(Failure::conflict(fault.with("state", state.word())))
        }
        Some(_) => Ok(None),
    }
}

fn reply(tx: &Tx<'_>, row: &DeliveryRow, state: State, changed: bool) -> Result<Reply, Failure> {
    let next = match (&row.document, state) {
        (Some(document), State::Failed) => tx.deliveries_of(document)?.pop(),
        _ => None,
    };
    let next = next.filter(|next| next.id != row.id && next.round == row.round);
    Ok(Reply {
        delivery: row.id.clone(),
        state: state.word(),
        changed,
        next_delivery: next.map(|next| NextDelivery {
            channel: next.channel.map(|channel| channel.word()),
            id: next.id,
        }),
    })
}

words! {
    RETRY_WITHOUT_LATER = "retry_without_later" {
        en: "retry_at goes with the outcome later only." => "Leave retry_at out, or settle with later.",
        nb: "retry_at hører bare sammen med utfallet later." => "Utelat retry_at, eller gjør opp med later.",
        sv: "retry_at hör bara ihop med utfallet later." => "Utelämna retry_at, eller avsluta med later.",
    }
}
