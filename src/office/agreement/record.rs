//! Records what the exchange says about the consumer agreement.

use crate::domain::agreement::{AGREEMENT_STATE, Agreement, Event, OLD_EVENT, OLD_KIND, Old, Step};
use crate::domain::delivery::Purpose;
use crate::domain::failure::Failure;
use crate::domain::finding::{Fault, Finding};
use crate::domain::time::parse_past;
use crate::domain::words::words;
use crate::office::Office;
use crate::office::agreement::norway::norwegian;
use crate::office::agreement::reply::{AgreementReply, describe};
use crate::office::outbox::redecide::{self, Whose};
use crate::office::protocol::company::company;
use crate::office::protocol::door::Door;
use crate::office::protocol::request::{Call, request};
use crate::office::protocol::text::{MomentText, text};
use jiff::Timestamp;

request! {
    /// What happened to the agreement.
    Request {
        /// mail_sent, signed, active (without a signature, where the exchange works so), declined,
        /// held_elsewhere, ended, polled (the exchange was asked and had nothing new) or
        /// carried_over (an agreement from before 2018-12-20). Mandatory.
        event: Option<String>,
        /// When it happened. Default: now.
        at: Option<MomentText>,
        /// Who holds the agreement instead; with held_elsewhere.
        holder: Option<String>,
        /// What was agreed before: both, efaktura or vipps; with carried_over.
        old: Option<String>,
        /// The company does not want Vipps; with carried_over. Default: false.
        without_vipps: Option<bool>,
    }
}

/// What can be recorded: what happens to the agreement itself, and what is only known of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Recorded {
    Happened(Event),
    Polled,
    CarriedOver(Old),
}

/// Records the event.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<AgreementReply, Failure> {
    office.store.write(|tx| {
        let company = company(tx, &call)?;
        let mut door = std::mem::take(&mut call.door);
        let recorded = read_event(&mut door, &call.body);
        let at = door.optional("/at", call.body.at.as_ref(), |at| parse_past(at, call.now));
        let holder = door.optional("/holder", call.body.holder.as_ref(), text(100));
        let mut agreement = tx.agreement(company.id)?;
        if let (Some(at), Some(ordered)) = (at, agreement.ordered_at)
            && at < ordered
        {
            let early = Fault::new(&BEFORE_ORDER).with("ordered", ordered);
            door.report(Finding::fatal(early).at("/at").value(at));
        }
        let (recorded, _) = door.close(recorded)?;
        norwegian(&company)?;
        let happened = match recorded {
            Recorded::Happened(event) => {
                let happened = agreement.happen(event, call.now);
                note(&mut agreement, event, at.unwrap_or(call.now), holder);
                happened
            }
            Recorded::Polled => agreement.next_poll(call.now).is_some(),
            Recorded::CarriedOver(old) => {
                let first = agreement.step == Step::None;
                agreement.old = Some(old);
                agreement.without_vipps = call.body.without_vipps.unwrap_or(false);
                first
            }
        };
        if !happened {
            return Err(conflict(&tx.agreement(company.id)?, &call));
        }
        agreement.polled_at = Some(call.now);
        if recorded != Recorded::Polled {
            // The exchange has answered by another way: the order need not leave any more.
            tx.replace_open(company.id, Purpose::AgreementOrder)?;
        }
        tx.keep_agreement(company.id, &agreement)?;
        redecide::decide_waiting(tx, &company, Whose::All, call.now)?;
        Ok(describe(&agreement, call.now, call.language))
    })
}

fn note(agreement: &mut Agreement, event: Event, at: Timestamp, holder: Option<String>) {
    if matches!(event, Event::Signed | Event::Activated) && agreement.signed_at.is_none() {
        agreement.signed_at = Some(at);
        agreement.at_once = event == Event::Activated;
    }
    match event {
        Event::HeldElsewhere => agreement.holder = holder,
        Event::Signed | Event::Activated => agreement.holder = None,
        _ => {}
    }
}

fn conflict(agreement: &Agreement, call: &Call<Request>) -> Failure {
    let state = agreement.state(call.now).word();
    let event = call.body.event.clone().unwrap_or_default();
    Failure::conflict(Fault::new(&AGREEMENT_STATE).with("state", state).with("event", event))
}

fn read_event(door: &mut Door, body: &Request) -> Option<Recorded> {
    let word = door.required("/event", body.event.as_ref(), |word| match word {
        "carried_over" | "polled" => Ok(None),
        // What the library itself brings about is not recorded from outside.
        "ordered" | "visible" | "end_ordered" | "end_refused" => Err(Fault::new(&AGREEMENT_EVENT)),
        word => Event::named(word).map(Some).ok_or(Fault::new(&AGREEMENT_EVENT)),
    })?;
    let carried_over = body.event.as_deref().map(str::trim) == Some("carried_over");
    if carried_over {
        let old = door.required("/old", body.old.as_ref(), |word| {
            Old::named(word).ok_or(Fault::new(&OLD_KIND))
        });
        return old.map(Recorded::CarriedOver);
    }
    if body.old.is_some() || body.without_vipps.is_some() {
        door.report(Finding::fatal(&OLD_EVENT).at("/old"));
    }
    Some(word.map_or(Recorded::Polled, Recorded::Happened))
}

words! {
    BEFORE_ORDER = "agreement_before_order" {
        en: "{value} lies before the order of {ordered}." => "Give the moment it happened, or leave at out.",
        nb: "{value} er før bestillingen {ordered}." => "Oppgi tidspunktet det skjedde, eller utelat at.",
        sv: "{value} ligger före beställningen {ordered}." => "Ange tidpunkten då det hände, eller utelämna at.",
    }
    AGREEMENT_EVENT = "agreement_event" {
        en: "\"{value}\" is not an event of the agreement." => "Use mail_sent, signed, active, declined, held_elsewhere, ended, polled or carried_over.",
        nb: "«{value}» er ikke en hendelse i avtalen." => "Bruk mail_sent, signed, active, declined, held_elsewhere, ended, polled eller carried_over.",
        sv: "”{value}” är inte en händelse i avtalet." => "Använd mail_sent, signed, active, declined, held_elsewhere, ended, polled eller carried_over.",
    }
}
