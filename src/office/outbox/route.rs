//! The way of one delivery, decided again by what is known now: for one that waits, and for every
//! document before it is carried.

use crate::domain::channel::{
    Awaited, Channel, Decision, ENDPOINT_CHANGED, NO_CHANNEL, Outcome as Way, REFERENCE_MADE_UP,
    Sheet,
};
use crate::domain::claim::Claim;
use crate::domain::company::Company;
use crate::domain::consumer::Consumer;
use crate::domain::customer::Customer;
use crate::domain::delivery::{Purpose, State, WaitingFor};
use crate::domain::failure::Failure;
use crate::domain::finding::Fault;
use crate::domain::words::Words;
use crate::office::distribution::gathered::{Gathered, Question};
use crate::office::document::kept::{Kept, kept};
use crate::office::outbox::queue::{
    ask, is_on_its_way, missing_for_documents, missing_for_messages, note_queued, question_body,
};
use crate::office::outbox::set_aside::{or_set_aside, readable};
use crate::office::protocol::reply::{kept_decision, message};
use crate::store::{DOCUMENT_UNREADABLE, DeliveryRow, DocumentRow, NewHistory, Tx, unreadable};
use jiff::Timestamp;
use serde_json::Value;

/// Decides anew for one delivery that waits; whether it goes on.
pub fn decide_again(
    tx: &Tx<'_>,
    company: &Company,
    delivery: &DeliveryRow,
    now: Timestamp,
) -> Result<bool, Failure> {
    match decide_kept(tx, company, delivery, now)? {
        Some(decided) => follow(tx, company, delivery, &decided, now),
        None => Ok(false),
    }
}

/// Before a delivery is carried: the registration, the settings, the customer's card and what is
/// known of the customer may have changed since it was queued. A channel that is still possible is
/// kept; one that is not gives way to the next. None when it is not to be carried now.
pub fn still_to_carry(
    tx: &Tx<'_>,
    company: &Company,
    delivery: DeliveryRow,
    now: Timestamp,
) -> Result<Option<DeliveryRow>, Failure> {
    let missing = match delivery.purpose {
        Purpose::Registration => None,
        Purpose::Document | Purpose::ConsumerRequest => missing_for_documents(tx, company)?,
        _ => missing_for_messages(company),
    };
    if missing.is_some() {
        hold(tx, company, &delivery, missing, now)?;
        return Ok(None);
    }
    if delivery.purpose == Purpose::ConsumerRequest {
        return still_to_ask(tx, company, delivery, now);
    }
    let Some(decided) = decide_kept(tx, company, &delivery, now)? else {
        return Ok(Some(delivery));
    };
    let kept = delivery.channel.is_some_and(|channel| decided.decision.allows(channel));
    // A spare channel is only kept where nothing before it has become possible to wait for.
    if kept && !matches!(decided.decision.outcome, Way::Wait(_)) {
        return Ok(Some(delivery));
    }
    match follow(tx, company, &delivery, &decided, now)? {
        true => tx.delivery(&delivery.id),
        false => Ok(None),
    }
}

/// Something that was there is missing again: the delivery waits for it, on its channel.
fn hold(
    tx: &Tx<'_>,
    company: &Company,
    delivery: &DeliveryRow,
    missing: Option<WaitingFor>,
    now: Timestamp,
) -> Result<(), Failure> {
    tx.release(&delivery.id, missing)?;
    let channel = delivery.channel.map_or(delivery.purpose.word(), Channel::word);
    let document = delivery.document.as_deref();
    note_queued(tx, company.id, document, &delivery.id, channel, missing, None, now)
}

/// A consumer is asked as long as a document waits for the answer, by what the card says today.
fn still_to_ask(
    tx: &Tx<'_>,
    company: &Company,
    delivery: DeliveryRow,
    now: Timestamp,
) -> Result<Option<DeliveryRow>, Failure> {
    let number = delivery.message.get("customer").and_then(Value::as_str).unwrap_or_default();
    let mut waits = false;
    let list = tx.waiting_deliveries(company.id, WaitingFor::Consumer, Some(number))?;
    for waiting in readable(tx, company, list, now)? {
        let again = || decide_kept(tx, company, &waiting, now);
        let decided = or_set_aside(tx, company, &waiting, now, again)?.flatten();
        let awaited = |decided: &Decided| {
            matches!(decided.decision.outcome, Way::Wait(Awaited::Consumer { .. }))
        };
        waits = waits || decided.as_ref().is_some_and(awaited);
    }
    let customer = tx.customer(company.id, number)?.filter(|_| waits);
    let Some(customer) = customer else {
        tx.end(&delivery.id, State::Canceled)?;
        let ended = NewHistory {
            delivery: Some(&delivery.id),
            step: State::Canceled.word(),
            channel: Some(delivery.purpose.word()),
            code: Some("nobody_waits"),
            ..NewHistory::default()
        };
        tx.note(company.id, now, &ended)?;
        // Nobody was asked: the next document asks anew.
        if let Some(known) = tx.consumer(company.id, number)? {
            tx.keep_consumer(company.id, number, &Consumer { asked_at: None, ..known })?;
        }
        return Ok(None);
    };
    tx.keep_message(&delivery.id, &question_body(company, &customer))?;
    tx.delivery(&delivery.id)
}

/// A kept document with the decision that was made anew.
pub struct Decided {
    /// The document
    pub document: DocumentRow,
    /// Who receives it
    pub customer: Customer,
    /// Where it goes now
    pub decision: Decision,
}

/// Gives a delivery that has not left the way that was decided; whether it may be carried now.
fn follow(
    tx: &Tx<'_>,
    company: &Company,
    delivery: &DeliveryRow,
    decided: &Decided,
    now: Timestamp,
) -> Result<bool, Failure> {
    let document = &decided.document;
    tx.keep_decision(&delivery.id, &kept_decision(&decided.decision))?;
    let next = match decided.decision.outcome {
        Way::Refuse => {
            wait_for_channel(tx, company, delivery, &document.customer, now)?;
            return Ok(false);
        }
        Way::Take(channel) => {
            tx.route(&delivery.id, channel, &decided.decision.spare())?;
            missing_for_documents(tx, company)?
        }
        Way::Wait(awaited) => {
            let wait = missing_for_documents(tx, company)?.unwrap_or(awaited.waiting_for());
            if delivery.waiting_for.as_deref() == Some(wait.word()) {
                // The days may have been changed meanwhile.
                if let (WaitingFor::Consumer, Awaited::Consumer { until, .. }) = (wait, awaited) {
                    tx.wait_for_consumer(&delivery.id, until)?;
                }
                return Ok(false);
            }
            tx.unroute(&delivery.id)?;
            Some(wait)
        }
    };
    tx.release(&delivery.id, next)?;
    if let (Some(WaitingFor::Consumer), Way::Wait(Awaited::Consumer { asked, until })) =
        (next, decided.decision.outcome)
    {
        tx.wait_for_consumer(&delivery.id, until)?;
        ask(tx, company, &decided.customer, &document.id, asked, now)?;
    }
    let channel = decided.decision.channel().map_or("undecided", Channel::word);
    let id = Some(document.id.as_str());
    note_queued(tx, company.id, id, &delivery.id, channel, next, None, now)?;
    Ok(next.is_none())
}

/// Decides anew for a kept document, by what is known now and without the channels that refused it
/// since it was sent on purpose.
pub fn decide_kept(
    tx: &Tx<'_>,
    company: &Company,
    delivery: &DeliveryRow,
    now: Timestamp,
) -> Result<Option<Decided>, Failure> {
    let Some(id) = delivery.document.as_deref() else { return Ok(None) };
    let document = tx.document_by_id(company.id, id)?;
    let document = document.ok_or_else(|| unreadable(&DOCUMENT_UNREADABLE, id))?;
    let Some(customer) = tx.customer(company.id, &document.customer)? else { return Ok(None) };
    let earlier = tx.deliveries_of(id)?.into_iter();
    let failed = earlier.filter(|it| it.state == State::Failed && it.round == delivery.round);
    let refused: Vec<Channel> = failed.filter_map(|failed| failed.channel).collect();
    let kept = kept(tx, id, delivery.round)?;
    let usual = company.settings.claim_ground.map(|ground| Claim { ground, consented: false });
    let sheet = Sheet {
        claim: kept.claim.or(usual).into(),
        off_network: off_network(&kept, &customer),
        ..kept.sheet(document.payable.parse().ok())
    };
    let question = Question {
        sheet,
        overrides: &document.overrides,
        refused: &refused,
        asked: document.asked_at,
    };
    let mut known = Gathered::of(tx, company, &customer)?;
    // A consumer who was not asked yet, because nothing was carried meanwhile, has all days left.
    let question = match known.consumer.as_ref().and_then(|known| known.question.as_ref()) {
        Some(sent) if tx.delivery_in_part(sent)?.is_some_and(|row| is_on_its_way(&row)) => {
            known.consumer = known.consumer.map(|known| Consumer { asked_at: None, ..known });
            Question { asked: None, ..question }
        }
        _ => question,
    };
    let decision = known.decide(company, &customer, &question, now);
    Ok(Some(Decided { document, customer, decision }))
}

/// Why a kept document cannot go to the network: it has no reference that anybody would route by,
/// or it is addressed to an electronic address that the customer has no more.
fn off_network(kept: &Kept, customer: &Customer) -> Option<&'static Words> {
    if kept.has_made_up_reference(customer) {
        Some(&REFERENCE_MADE_UP)
    } else if kept.buyer.endpoint != customer.endpoint {
        Some(&ENDPOINT_CHANGED)
    } else {
        None
    }
}

/// No channel is left: the document waits, with the reason in words, until the settings or the card
/// give it one. Nothing is dropped.
fn wait_for_channel(
    tx: &Tx<'_>,
    company: &Company,
    delivery: &DeliveryRow,
    customer: &str,
    now: Timestamp,
) -> Result<(), Failure> {
    let wait = Some(WaitingFor::Channel);
    if delivery.waiting_for.as_deref() == wait.map(WaitingFor::word) {
        return Ok(());
    }
    let fault = Fault::new(&NO_CHANNEL).with("customer", customer);
    let reason = message(&fault, company.language());
    tx.release(&delivery.id, wait)?;
    tx.unroute(&delivery.id)?;
    tx.note_reason(&delivery.id, Some(fault.words.code), Some(&reason))?;
    let waiting = NewHistory {
        document: delivery.document.as_deref(),
        delivery: Some(&delivery.id),
        step: "waiting",
        channel: None,
        code: Some(fault.words.code),
        reason: Some(&reason),
        actor: None,
    };
    tx.note(company.id, now, &waiting)
}
