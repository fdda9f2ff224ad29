//! Records what the exchange says about the verification. A signature lets everything go that
//! waited for it.

use crate::domain::delivery::Purpose;
use crate::domain::failure::Failure;
use crate::domain::finding::Fault;
use crate::domain::kyc::{Event, KYC_STATE, Kyc, RequestState};
use crate::domain::time::parse_past;
use crate::domain::words::words;
use crate::office::kyc_get::{KycReply, describe};
use crate::office::request::{Call, MomentText, request};
use crate::office::{Office, outbox};

request! {
    /// What happened to the request.
    Request {
        /// sent, signed or canceled. Mandatory.
        event: Option<String>,
        /// When it happened. Default: now.
        at: Option<MomentText>,
    }
}

/// Records the event.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<KycReply, Failure> {
    office.store.write(|tx| {
        let company = Office::company(tx, &call)?;
        let mut door = std::mem::take(&mut call.door);
        let event = door.required("/event", call.body.event.as_ref(), |event| match event {
            "sent" => Ok(Event::Sent),
            "signed" => Ok(Event::Signed),
            "canceled" => Ok(Event::Canceled),
            _ => Err(Fault::new(&KYC_EVENT)),
        });
        let at = door.optional("/at", call.body.at.as_ref(), |at| parse_past(at, call.now));
        let (event, _) = door.close(event)?;
        let mut kyc = tx.kyc(company.id)?;
        // Told twice is told once: the host may have missed our first answer.
        if event == Event::Signed && kyc.state == RequestState::Signed {
            return describe(tx, &company);
        }
        kyc.state = apply(&kyc, event)?;
        if event == Event::Signed {
            kyc.signed_at = Some(at.unwrap_or(call.now));
        }
        tx.keep_kyc(company.id, &kyc)?;
        // The exchange has answered by another way: the request need not leave any more.
        tx.replace_open(company.id, Purpose::KycRequest)?;
        outbox::release_waiting(tx, &company, call.now)?;
        describe(tx, &company)
    })
}

/// The state after an event, or a conflict by name.
pub fn apply(kyc: &Kyc, event: Event) -> Result<RequestState, Failure> {
    Kyc::after(kyc.state, event).ok_or_else(|| {
        let event = match event {
            Event::Requested => "requested",
            Event::Sent => "sent",
            Event::Signed => "signed",
            Event::Canceled => "canceled",
        };
        let fault = Fault::new(&KYC_STATE).with("state", kyc.state.word()).with("event", event);
        Failure::conflict(fault)
    })
}

words! {
    KYC_EVENT = "kyc_event" {
        en: "\"{value}\" is not an event of the verification." => "Use sent, signed or canceled.",
        nb: "«{value}» er ikke en hendelse i verifiseringen." => "Bruk sent, signed eller canceled.",
        sv: "”{value}” är inte en händelse i verifieringen." => "Använd sent, signed eller canceled.",
    }
}
