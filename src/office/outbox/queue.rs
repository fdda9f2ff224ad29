//! What all deliveries have in common: how they get into the outbox and what they wait for.

use crate::domain::channel::{Awaited, Channel, Decision, Outcome};
use crate::domain::company::{Company, Registration};
use crate::domain::consumer::Consumer;
use crate::domain::customer::Customer;
use crate::domain::delivery::{Purpose, State, WaitingFor};
use crate::domain::failure::Failure;
use crate::office::protocol::reply::kept_decision;
use crate::store::{DeliveryRow, NewDelivery, NewHistory, Tx};
use crate::system;
use jiff::Timestamp;
use serde_json::{Value, json};

/// A message to the exchange to queue.
#[derive(Debug)]
pub struct Message<'a> {
    /// What it is for.
    pub purpose: Purpose,
    /// What it waits for.
    pub waiting_for: Option<WaitingFor>,
    /// What the exchange is told.
    pub body: &'a Value,
    /// Who sends it.
    pub actor: Option<&'a str>,
}

/// Queues a message to the exchange; the id of its delivery.
pub fn queue_message(
    tx: &Tx<'_>,
    company: i64,
    message: &Message<'_>,
    now: Timestamp,
) -> Result<String, Failure> {
    let id = system::fresh_id("dlv")?;
    let Message { purpose, waiting_for, body, actor } = *message;
    tx.add_delivery(&NewDelivery {
        id: &id,
        company,
        document: None,
        purpose,
        channel: None,
        waiting_for,
        until: None,
        round: 1,
        spare: &[],
        decision: None,
        message: body,
        now,
    })?;
    note_queued(tx, company, None, &id, purpose.word(), waiting_for, actor, now)?;
    Ok(id)
}

/// Notes that something was queued, or what it waits for.
#[expect(clippy::too_many_arguments, reason = "one row of the history, each column once")]
pub fn note_queued(
    tx: &Tx<'_>,
    company: i64,
    document: Option<&str>,
    delivery: &str,
    channel: &str,
    waiting_for: Option<WaitingFor>,
    actor: Option<&str>,
    now: Timestamp,
) -> Result<(), Failure> {
    let step = if waiting_for.is_some() { "waiting" } else { "queued" };
    tx.note(
        company,
        now,
        &NewHistory {
            document,
            delivery: Some(delivery),
            step,
            channel: Some(channel),
            code: waiting_for.map(WaitingFor::word),
            reason: None,
            actor,
        },
    )
}

/// What every document of a company has to wait for delivery.
pub fn missing_for_documents(
    tx: &Tx<'_>,
    company: &Company,
) -> Result<Option<WaitingFor>, Failure> {
    if company.registration != Registration::Registered {
        return Ok(Some(WaitingFor::Registration));
    }
    let verification = tx.kyc(company.id)?.verification(company.card.activated_on);
    Ok((!verification.may_send()).then_some(WaitingFor::Kyc))
}

/// What every message of a company has to wait for delivery.
pub fn missing_for_messages(company: &Company) -> Option<WaitingFor> {
    (company.registration != Registration::Registered).then_some(WaitingFor::Registration)
}

/// A delivery of a document to queue.
#[derive(Debug)]
pub struct DocumentDelivery<'a> {
    /// Id of the delivery.
    pub id: &'a str,
    /// Id of the document.
    pub document: &'a str,
    /// Who receives it.
    pub customer: &'a Customer,
    /// Where it goes; without a channel it waits.
    pub decision: &'a Decision,
    /// How often the document was sent on purpose, this time included.
    pub round: u32,
    /// Who sends it.
    pub actor: Option<&'a str>,
}

/// Queues a document on the channel that was decided, or lets it wait; what it waits for.
pub fn queue_document(
    tx: &Tx<'_>,
    company: &Company,
    delivery: &DocumentDelivery<'_>,
    now: Timestamp,
) -> Result<Option<WaitingFor>, Failure> {
    let decision = delivery.decision;
    let channel = decision.channel();
    let missing = missing_for_documents(tx, company)?;
    let (waiting_for, until) = match (missing, decision.outcome) {
        (Some(missing), _) => (Some(missing), None),
        (None, Outcome::Wait(Awaited::Consumer { asked, until })) => {
            ask(tx, company, delivery.customer, delivery.document, asked, now)?;
            (Some(WaitingFor::Consumer), Some(until))
        }
        (None, Outcome::Wait(Awaited::Lookup)) => (Some(WaitingFor::Lookup), None),
        // Nobody queues what no channel takes; if somebody did, it would wait.
        (None, Outcome::Refuse) => (Some(WaitingFor::Channel), None),
        (None, Outcome::Take(_)) => (None, None),
    };
    tx.add_delivery(&NewDelivery {
        id: delivery.id,
        company: company.id,
        document: Some(delivery.document),
        purpose: Purpose::Document,
        channel,
        waiting_for,
        until,
        round: delivery.round,
        spare: &decision.spare(),
        decision: Some(&kept_decision(decision)),
        message: &Value::Null,
        now,
    })?;
    let channel = channel.map_or("undecided", Channel::word);
    let (document, actor) = (Some(delivery.document), delivery.actor);
    note_queued(tx, company.id, document, delivery.id, channel, waiting_for, actor, now)?;
    Ok(waiting_for)
}

/// What the exchange has to know to ask a consumer.
pub fn question_body(company: &Company, customer: &Customer) -> Value {
    json!({
        "organisation_number": company.card.org.digits(),
        "sender": company.card.name,
        "customer": customer.number,
        "name": customer.name,
        "by": customer.asked_by(&company.settings),
        "mobile": customer.mobile(&company.settings),
        "email": customer.email,
        "language": customer.language.unwrap_or_else(|| company.language()),
    })
}

/// Whether a message has not reached anybody yet, or may not have.
pub fn is_on_its_way(row: &DeliveryRow) -> bool {
    matches!(row.state, State::Queued | State::Waiting | State::Leased)
}

/// Asks a consumer whether they want eFaktura, unless the question is open already, and notes when
/// that was for the document that waits for the answer.
pub fn ask(
    tx: &Tx<'_>,
    company: &Company,
    customer: &Customer,
    document: &str,
    asked: Timestamp,
    now: Timestamp,
) -> Result<(), Failure> {
    tx.note_asked(document, Some(asked))?;
    let known = tx.consumer(company.id, &customer.number)?.unwrap_or_default();
    let open = match &known.question {
        Some(question) => tx.delivery_in_part(question)?.is_some_and(|row| is_on_its_way(&row)),
        None => false,
    };
    // Whoever has accepted already is waited for, and not asked.
    if known.asked_at == Some(asked) || open || !known.efaktura.is_open() {
        return Ok(());
    }
    let body = question_body(company, customer);
    let purpose = Purpose::ConsumerRequest;
    let message = Message { purpose, waiting_for: None, body: &body, actor: None };
    let question = queue_message(tx, company.id, &message, now)?;
    let asked = Consumer { asked_at: Some(asked), question: Some(question), ..known };
    tx.keep_consumer(company.id, &customer.number, &asked)
}
