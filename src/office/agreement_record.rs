//! Records what the exchange says about the consumer agreement.

use crate::domain::agreement::{AGREEMENT_STATE, Agreement, Event};
use crate::domain::delivery::Purpose;
use crate::domain::failure::Failure;
use crate::domain::finding::{Fault, Finding};
use crate::domain::time::parse_past;
use crate::domain::words::words;
use crate::office::Office;
use crate::office::agreement_get::{AgreementReply, describe};
use crate::office::request::{Call, MomentText, request, text};

request! {
    /// What happened to the agreement.
    Request {
        /// mail_sent, signed, active, declined, held_elsewhere or ended. Mandatory.
        event: Option<String>,
        /// When it happened. Default: now.
        at: Option<MomentText>,
        /// Who holds the agreement instead; with held_elsewhere.
        holder: Option<String>,
    }
}

/// Records the event.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<AgreementReply, Failure> {
    office.store.write(|tx| {
        let company = Office::company(tx, &call)?;
        let mut door = std::mem::take(&mut call.door);
        let word = call.body.event.clone().unwrap_or_default();
        let event = door.required("/event", call.body.event.as_ref(), parse_event);
        let at = door.optional("/at", call.body.at.as_ref(), |at| parse_past(at, call.now));
        let holder = door.optional("/holder", call.body.holder.as_ref(), text(100));
        let mut agreement = tx.agreement(company.id)?;
        if let (Some(at), Some(ordered)) = (at, agreement.ordered_at)
            && at < ordered
        {
            let early = Fault::new(&BEFORE_ORDER).with("ordered", ordered);
            door.report(Finding::fatal(early).at("/at").value(at));
        }
        let (event, _) = door.close(event)?;
        agreement.step = Agreement::after(agreement.step, event).ok_or_else(|| {
            let state = agreement.at(call.now).word();
            let fault = Fault::new(&AGREEMENT_STATE).with("state", state).with("event", word);
            Failure::conflict(fault)
        })?;
        if matches!(event, Event::Signed | Event::Activated) && agreement.signed_at.is_none() {
            agreement.signed_at = Some(at.unwrap_or(call.now));
        }
        agreement.holder = match event {
            Event::HeldElsewhere => holder,
            Event::Signed | Event::Activated => None,
            _ => agreement.holder,
        };
        // The exchange has answered by another way: the order need not leave any more.
        tx.replace_open(company.id, Purpose::AgreementOrder)?;
        tx.keep_agreement(company.id, &agreement)?;
        Ok(describe(&agreement, call.now))
    })
}

fn parse_event(text: &str) -> Result<Event, Fault> {
    match text {
        "mail_sent" => Ok(Event::MailSent),
        "signed" => Ok(Event::Signed),
        "active" => Ok(Event::Activated),
        "declined" => Ok(Event::Declined),
        "held_elsewhere" => Ok(Event::HeldElsewhere),
        "ended" => Ok(Event::Ended),
        _ => Err(Fault::new(&AGREEMENT_EVENT)),
    }
}

words! {
    BEFORE_ORDER = "agreement_before_order" {
        en: "{value} lies before the order of {ordered}." => "Give the moment it happened, or leave at out.",
        nb: "{value} er før bestillingen {ordered}." => "Oppgi tidspunktet det skjedde, eller utelat at.",
        sv: "{value} ligger före beställningen {ordered}." => "Ange tidpunkten då det hände, eller utelämna at.",
    }
    AGREEMENT_EVENT = "agreement_event" {
        en: "\"{value}\" is not an event of the agreement." => "Use mail_sent, signed, active, declined, held_elsewhere or ended.",
        nb: "«{value}» er ikke en hendelse i avtalen." => "Bruk mail_sent, signed, active, declined, held_elsewhere eller ended.",
        sv: "”{value}” är inte en händelse i avtalet." => "Använd mail_sent, signed, active, declined, held_elsewhere eller ended.",
    }
}
