//! Records what the exchange says about the verification. A signature lets everything go that
//! waited for it.

use crate::domain::contact::Email;
use crate::domain::delivery::Purpose;
use crate::domain::failure::Failure;
use crate::domain::finding::{Fault, Finding};
use crate::domain::kyc::Event;
use crate::domain::time::parse_past;
use crate::domain::words::words;
use crate::office::Office;
use crate::office::kyc::reply::{KycReply, describe};
use crate::office::kyc::state::apply;
use crate::office::outbox::release;
use crate::office::protocol::company::company;
use crate::office::protocol::door::Door;
use crate::office::protocol::request::{Call, request};
use crate::office::protocol::text::MomentText;

request! {
    /// What happened to the request.
    Request {
        /// sent, forwarded, signed or canceled. Mandatory.
        event: Option<String>,
        /// Who has the mail now; with forwarded.
        signer_email: Option<String>,
        /// When it happened. Default: now.
        at: Option<MomentText>,
    }
}

/// Records the event.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<KycReply, Failure> {
    office.store.write(|tx| {
        let company = company(tx, &call)?;
        let mut door = std::mem::take(&mut call.door);
        let event = door.required("/event", call.body.event.as_ref(), |event| match event {
            "requested" => Err(Fault::new(&KYC_EVENT)),
            word => Event::named(word).ok_or(Fault::new(&KYC_EVENT)),
        });
        let signer = read_signer(&mut door, &call, event);
        let at = door.optional("/at", call.body.at.as_ref(), |at| parse_past(at, call.now));
        let (event, _) = door.close(event)?;
        let mut kyc = tx.kyc(company.id)?;
        kyc.state = apply(&kyc, event)?;
        if event == Event::Signed && kyc.signed_at.is_none() {
            kyc.signed_at = Some(at.unwrap_or(call.now));
        }
        if let Some(signer) = signer {
            kyc.forwarded_by = kyc.signer.replace(signer);
        }
        tx.keep_kyc(company.id, &kyc)?;
        // The exchange has answered by another way: the request need not leave any more.
        tx.replace_open(company.id, Purpose::KycRequest)?;
        release::release_waiting(tx, &company, call.now)?;
        describe(tx, &company)
    })
}

/// The new signer of a forwarded mail; nothing else has one.
fn read_signer(door: &mut Door, call: &Call<Request>, event: Option<Event>) -> Option<Email> {
    let given = call.body.signer_email.as_ref();
    match event {
        Some(Event::Forwarded) => door.required("/signer_email", given, Email::parse),
        Some(_) if given.is_some() => {
            door.report(Finding::fatal(&SIGNER_NOT_FORWARDED).at("/signer_email"));
            None
        }
        _ => None,
    }
}

words! {
    KYC_EVENT = "kyc_event" {
        en: "\"{value}\" is not an event of the verification." => "Use sent, forwarded, signed or canceled.",
        nb: "«{value}» er ikke en hendelse i verifiseringen." => "Bruk sent, forwarded, signed eller canceled.",
        sv: "”{value}” är inte en händelse i verifieringen." => "Använd sent, forwarded, signed eller canceled.",
    }
    SIGNER_NOT_FORWARDED = "signer_not_forwarded" {
        en: "Only a forwarded mail gets a new signer." => "Use the event forwarded, or ask the other signer with kyc_request.",
        nb: "Bare en videresendt e-post får en ny som skal signere." => "Bruk hendelsen forwarded, eller spør den andre med kyc_request.",
        sv: "Bara ett vidarebefordrat mejl får en ny som ska signera." => "Använd händelsen forwarded, eller fråga den andra med kyc_request.",
    }
}
