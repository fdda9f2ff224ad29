//! What a carrier's answer does to the world: to the delivery, and to what it was for.

use crate::domain::channel::{Channel, Outcome as Way};
use crate::domain::company::{self, Company, REGISTRATION, REGISTRATION_REFUSED};
use crate::domain::consumer::{CANNOT_ASK, Consumer, EfakturaStatus};
use crate::domain::delivery::{
    DELIVERY, DELIVERY_STATE, Outcome, Purpose, State, back_off_seconds,
};
use crate::domain::failure::Failure;
use crate::domain::finding::Fault;
use crate::domain::time::seconds_after;
use crate::domain::{agreement, kyc, user};
use crate::office::open::vault;
use crate::office::outbox::queue::{DocumentDelivery, queue_document};
use crate::office::outbox::redecide::{Whose, begin_waiting, decide_waiting};
use crate::office::outbox::release::release_waiting;
use crate::office::outbox::route::decide_kept;
use crate::office::outbox::set_aside::set_next_aside;
use crate::store::{DeliveryRow, NewHistory, Tx};
use crate::system;
use jiff::Timestamp;
use serde_json::Value;

/// What a carrier says about a delivery, in full.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What became of it.
    pub outcome: Outcome,
    /// A code, such as the carrier's own.
    pub code: Option<String>,
    /// In words.
    pub reason: Option<String>,
    /// From when on to try again, with later.
    pub retry_at: Option<Timestamp>,
    /// Who said so.
    pub actor: Option<String>,
}

/// What a carrier's answer does: to the delivery, to the history, and to what it was for.
pub fn settle(
    tx: &Tx<'_>,
    delivery: &DeliveryRow,
    answer: &Answer,
    now: Timestamp,
) -> Result<State, Failure> {
    let before = delivery.state_at(now);
    let state = DELIVERY.next(before, answer.outcome.event()).ok_or_else(|| {
        let fault = Fault::new(&DELIVERY_STATE).with("state", before.word());
        Failure::conflict(fault.with("event", answer.outcome.word()))
    })?;
    let due = match answer.outcome {
        Outcome::Later => {
            let pause = back_off_seconds(delivery.attempts);
            Some(answer.retry_at.unwrap_or_else(|| seconds_after(now, pause)))
        }
        _ => delivery.due_at,
    };
    let (code, reason) = (answer.code.as_deref(), answer.reason.as_deref());
    tx.note_outcome(&delivery.id, state, due, code, reason)?;
    tx.note(
        delivery.company,
        now,
        &NewHistory {
            document: delivery.document.as_deref(),
            delivery: Some(&delivery.id),
            step: answer.outcome.word(),
            channel: Some(delivery.channel.map_or(delivery.purpose.word(), Channel::word)),
            code,
            reason,
            actor: answer.actor.as_deref(),
        },
    )?;
    // What was said of the delivery is kept, even if what it was for cannot be read.
    if let Err(failure) = tx.apart(|| follow_up(tx, delivery, answer, now))? {
        tx.note_unreadable(&failure);
        let refused = delivery.purpose == Purpose::Document && answer.outcome == Outcome::Failed;
        if let Some(company) = tx.company_by_id(delivery.company)?.filter(|_| refused) {
            set_next_aside(tx, &company, delivery, &failure, now)?;
        }
    }
    Ok(state)
}

fn follow_up(
    tx: &Tx<'_>,
    delivery: &DeliveryRow,
    answer: &Answer,
    now: Timestamp,
) -> Result<(), Failure> {
    let accepted = match answer.outcome {
        Outcome::Sent | Outcome::Delivered => true,
        Outcome::Failed => false,
        Outcome::Later | Outcome::Unknown => return Ok(()),
    };
    let Some(company) = tx.company_by_id(delivery.company)? else { return Ok(()) };
    // An answer to a request that a newer one has replaced says nothing about the newer one.
    let newest = match delivery.purpose {
        Purpose::Document => None,
        purpose => tx.newest_message(delivery.company, purpose)?,
    };
    let counts = newest.as_deref() == Some(&delivery.id);
    match delivery.purpose {
        Purpose::Registration if counts => registration(tx, &company, accepted, answer, now),
        Purpose::KycRequest if counts => verification(tx, &company, accepted),
        Purpose::AgreementOrder if counts => {
            let event =
                if accepted { agreement::Event::MailSent } else { agreement::Event::Declined };
            agreed(tx, &company, event, now)
        }
        Purpose::AgreementEnd if counts => {
            let event =
                if accepted { agreement::Event::Ended } else { agreement::Event::EndRefused };
            agreed(tx, &company, event, now)
        }
        Purpose::UserAdd | Purpose::UserRemove => access(tx, delivery, accepted, answer),
        Purpose::ConsumerRequest => asked(tx, company, delivery, accepted, answer, now),
        Purpose::Document if !accepted => take_next_channel(tx, &company, delivery, now),
        _ => Ok(()),
    }
}

fn registration(
    tx: &Tx<'_>,
    company: &Company,
    accepted: bool,
    answer: &Answer,
    now: Timestamp,
) -> Result<(), Failure> {
    let event = if accepted { company::Event::Accepted } else { company::Event::Refused };
    let Some(state) = REGISTRATION.next(company.registration, event) else { return Ok(()) };
    let code = answer.code.as_deref().unwrap_or(REGISTRATION_REFUSED.code);
    tx.note_registration(company.id, state, Some(code).filter(|_| !accepted))?;
    if accepted {
        release_waiting(tx, company, now)?;
    }
    Ok(())
}

fn verification(tx: &Tx<'_>, company: &Company, accepted: bool) -> Result<(), Failure> {
    let event = if accepted { kyc::Event::Sent } else { kyc::Event::Canceled };
    let mut kyc = tx.kyc(company.id)?;
    // The signature may have overtaken the exchange's receipt.
    if let Some(state) = kyc::REQUEST.next(kyc.state, event) {
        kyc.state = state;
        tx.keep_kyc(company.id, &kyc)?;
    }
    Ok(())
}

/// What the exchange said about the agreement, as far as it makes sense still.
fn agreed(
    tx: &Tx<'_>,
    company: &Company,
    event: agreement::Event,
    now: Timestamp,
) -> Result<(), Failure> {
    let mut agreement = tx.agreement(company.id)?;
    if agreement.happen(event, now) {
        tx.keep_agreement(company.id, &agreement)?;
        decide_waiting(tx, company, Whose::All, now)?;
    }
    Ok(())
}

/// Adding or removing a user has been answered.
fn access(
    tx: &Tx<'_>,
    delivery: &DeliveryRow,
    accepted: bool,
    answer: &Answer,
) -> Result<(), Failure> {
    let email = delivery.message.get("email").and_then(Value::as_str).unwrap_or_default();
    let user = tx.exchange_user(delivery.company, &email.to_lowercase())?;
    let Some(mut user) = user.filter(|user| user.delivery == delivery.id) else { return Ok(()) };
    let event = if accepted { user::Event::Accepted } else { user::Event::Refused };
    if let Some(state) = user::ACCESS.next(user.state, event) {
        user.state = state;
        user.refusal = answer.code.clone().filter(|_| !accepted);
        tx.keep_exchange_user(delivery.company, &user)?;
        if state == user::State::Removed {
            tx.forget_secret(delivery.company, &vault::key_of(&user.email))?;
        }
    }
    Ok(())
}

/// The consumer has been asked, or cannot be. An exchange that cannot ask at all says so once, and
/// nobody waits for an answer from then on.
fn asked(
    tx: &Tx<'_>,
    mut company: Company,
    delivery: &DeliveryRow,
    accepted: bool,
    answer: &Answer,
    now: Timestamp,
) -> Result<(), Failure> {
    let number = delivery.message.get("customer").and_then(Value::as_str).unwrap_or_default();
    if !accepted && answer.code.as_deref() == Some(CANNOT_ASK) {
        company.settings.exchange_cannot_ask = true;
        tx.keep_settings(company.id, &company.settings)?;
        return decide_waiting(tx, &company, Whose::All, now).map(drop);
    }
    let known = tx.consumer(company.id, number)?.unwrap_or_default();
    if known.question.as_deref() != Some(&delivery.id) {
        return Ok(());
    }
    if !accepted {
        let unreached = Consumer { question_failed: true, asked_at: None, ..known };
        tx.keep_consumer(company.id, number, &unreached)?;
        return decide_waiting(tx, &company, Whose::Customer(number), now).map(drop);
    }
    // Told twice, sent and then delivered, the days have begun already.
    if delivery.state != State::Sent {
        // What the register has said meanwhile counts more than a receipt.
        let open = known.efaktura.is_open();
        let efaktura = if open { EfakturaStatus::RequestSent } else { known.efaktura };
        let asked = Consumer { efaktura, asked_at: Some(now), ..known };
        tx.keep_consumer(company.id, number, &asked)?;
        begin_waiting(tx, &company, number, now)?;
    }
    Ok(())
}

/// A refusal by one channel leads to the next one by itself, by what is known now. One that comes
/// when the document has been sent again already leads nowhere.
fn take_next_channel(
    tx: &Tx<'_>,
    company: &Company,
    delivery: &DeliveryRow,
    now: Timestamp,
) -> Result<(), Failure> {
    let document = delivery.document.as_deref().unwrap_or_default();
    let last = tx.deliveries_of(document)?.pop();
    if last.is_some_and(|last| last.id != delivery.id) {
        return Ok(());
    }
    let decided = decide_kept(tx, company, delivery, now)?;
    let Some(decided) = decided.filter(|it| it.decision.outcome != Way::Refuse) else {
        return Ok(());
    };
    let next = DocumentDelivery {
        id: &system::fresh_id("dlv")?,
        document,
        customer: &decided.customer,
        decision: &decided.decision,
        round: delivery.round,
        actor: None,
    };
    queue_document(tx, company, &next, now).map(drop)
}
