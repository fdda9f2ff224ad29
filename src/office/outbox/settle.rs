//! What a carrier's answer does to the world: to the delivery, and to what it was for.

use crate::domain::agreement::{self, Agreement};
use crate::domain::channel::{Channel, Outcome as Way};
use crate::domain::company::{REGISTRATION_REFUSED, Registration};
use crate::domain::delivery::{
    DELIVERY_STATE, Outcome, Purpose, State, WaitingFor, back_off_seconds, settled,
};
use crate::domain::failure::Failure;
use crate::domain::finding::Fault;
use crate::domain::kyc::{self, Kyc};
use crate::domain::time::seconds_after;
use crate::office::outbox::again::decide_kept;
use crate::office::outbox::{
    DocumentDelivery, missing_for_documents, queue_document, release_waiting,
};
use crate::store::{DeliveryRow, NewHistory, Tx};
use crate::system;
use jiff::Timestamp;

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
    let state = settled(before, answer.outcome).ok_or_else(|| {
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
    follow_up(tx, delivery, answer, now)?;
    Ok(state)
}

fn follow_up(
    tx: &Tx<'_>,
    delivery: &DeliveryRow,
    answer: &Answer,
    now: Timestamp,
) -> Result<(), Failure> {
    let accepted = matches!(answer.outcome, Outcome::Sent | Outcome::Delivered);
    let failed = answer.outcome == Outcome::Failed;
    // An answer to a request that a newer one has replaced says nothing about the newer one.
    let newest = tx.newest_message(delivery.company, delivery.purpose)?;
    if delivery.purpose != Purpose::Document && newest.as_deref() != Some(&delivery.id) {
        return Ok(());
    }
    match delivery.purpose {
        Purpose::Registration if accepted => {
            tx.note_registration(delivery.company, Registration::Registered, None)?;
            if let Some(company) = tx.company_by_id(delivery.company)? {
                release_waiting(tx, &company, now)?;
            }
            Ok(())
        }
        Purpose::Registration if failed => {
            let code = answer.code.as_deref().unwrap_or(REGISTRATION_REFUSED.code);
            tx.note_registration(delivery.company, Registration::Refused, Some(code))
        }
        Purpose::KycRequest if accepted || failed => {
            let event = if accepted { kyc::Event::Sent } else { kyc::Event::Canceled };
            let mut kyc = tx.kyc(delivery.company)?;
            // The signature may have overtaken the exchange's receipt.
            if let Some(state) = Kyc::after(kyc.state, event) {
                kyc.state = state;
                tx.keep_kyc(delivery.company, &kyc)?;
            }
            Ok(())
        }
        Purpose::AgreementOrder if accepted || failed => {
            let event =
                if accepted { agreement::Event::MailSent } else { agreement::Event::Declined };
            let mut agreement = tx.agreement(delivery.company)?;
            if let Some(step) = Agreement::after(agreement.step, event) {
                agreement.step = step;
                tx.keep_agreement(delivery.company, &agreement)?;
            }
            Ok(())
        }
        Purpose::Document if failed => take_next_channel(tx, delivery, now),
        _ => Ok(()),
    }
}

/// A refusal by one channel leads to the next one by itself, by what is known now.
fn take_next_channel(tx: &Tx<'_>, delivery: &DeliveryRow, now: Timestamp) -> Result<(), Failure> {
    let Some(company) = tx.company_by_id(delivery.company)? else { return Ok(()) };
    let decided = decide_kept(tx, &company, delivery, now)?;
    let Some((document, decision)) = decided else { return Ok(()) };
    let lookup = match decision.outcome {
        Way::Refuse => return Ok(()),
        Way::Wait => Some(WaitingFor::Lookup),
        Way::Take(_) => None,
    };
    let next = DocumentDelivery {
        id: &system::fresh_id("dlv")?,
        document: &document.id,
        decision: &decision,
        waiting_for: missing_for_documents(tx, &company)?.or(lookup),
        actor: None,
    };
    queue_document(tx, company.id, &next, now)
}
