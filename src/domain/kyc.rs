//! Know your customer: the company's own verification, without which nothing leaves.

use crate::domain::contact::Email;
use crate::domain::machine::Machine;
use crate::domain::named::named;
use crate::domain::words::{Language, words};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Companies activated before this day are exempt (2022-07-01).
pub const IN_FORCE: Date = jiff::civil::date(2022, 7, 1);

named! {
    /// How far the signature is.
    #[derive(Default)]
    pub enum RequestState {
        /// Never asked.
        #[default]
        None = "none",
        /// Asked here, not yet at the exchange.
        Pending = "pending",
        /// The signer has the mail.
        Sent = "sent",
        /// Signed.
        Signed = "signed",
        /// Called off or declined.
        Canceled = "canceled",
    }
}

/// Whether the company may send and receive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verification {
    /// Nobody has signed yet.
    Unverified,
    /// May send and receive.
    Verified,
    /// Activated before the duty; verified or not, it may go on.
    Exempt,
}

impl Verification {
    /// The word in replies; an exempt company is of unknown state and may send all the same.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Unverified => "unverified",
            Self::Verified => "verified",
            Self::Exempt => "unknown",
        }
    }

    /// Whether documents may leave.
    pub const fn may_send(self) -> bool {
        !matches!(self, Self::Unverified)
    }
}

/// The verification of one company.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kyc {
    /// How far the newest request is.
    pub state: RequestState,
    /// Who is to sign.
    pub signer: Option<Email>,
    /// The language of the mail.
    pub locale: Option<Language>,
    /// When it was asked for.
    pub requested_at: Option<Timestamp>,
    /// When it was signed.
    pub signed_at: Option<Timestamp>,
    /// Who had the mail before it was forwarded.
    #[serde(default)]
    pub forwarded_by: Option<Email>,
}

named! {
    /// What can happen to a verification request.
    pub enum Event {
        /// Asked, or asked again with another signer: that replaces the open request.
        Requested = "requested",
        /// The exchange has mailed the signer.
        Sent = "sent",
        /// Whoever got the mail has forwarded it to another signer.
        Forwarded = "forwarded",
        /// The signer has signed.
        Signed = "signed",
        /// The request was called off or declined.
        Canceled = "canceled",
    }
}

/// The request's life. A signature counts from every state: the partner may have verified the
/// company by its own process, without a request from here.
pub const REQUEST: Machine<RequestState, Event> = Machine {
    name: "verification",
    arrows: &[
        (RequestState::None, Event::Requested, RequestState::Pending),
        (RequestState::None, Event::Signed, RequestState::Signed),
        (RequestState::Pending, Event::Requested, RequestState::Pending),
        (RequestState::Pending, Event::Sent, RequestState::Sent),
        (RequestState::Pending, Event::Signed, RequestState::Signed),
        (RequestState::Pending, Event::Canceled, RequestState::Canceled),
        (RequestState::Sent, Event::Requested, RequestState::Pending),
        (RequestState::Sent, Event::Sent, RequestState::Sent),
        (RequestState::Sent, Event::Forwarded, RequestState::Sent),
        (RequestState::Sent, Event::Signed, RequestState::Signed),
        (RequestState::Sent, Event::Canceled, RequestState::Canceled),
        // Told twice is told once: the host may have missed our first answer.
        (RequestState::Signed, Event::Signed, RequestState::Signed),
        (RequestState::Canceled, Event::Requested, RequestState::Pending),
        (RequestState::Canceled, Event::Signed, RequestState::Signed),
    ],
};

impl Kyc {
    /// Whether the company may send, given the day it was activated.
    pub fn verification(&self, activated_on: Date) -> Verification {
        if self.state == RequestState::Signed {
            Verification::Verified
        } else if activated_on < IN_FORCE {
            Verification::Exempt
        } else {
            Verification::Unverified
        }
    }
}

words! {
    KYC_STATE = "kyc_state" {
        en: "The verification is {state}; {event} cannot happen to it now." => "Look at kyc_get; ask again with kyc_request if nobody has signed.",
        nb: "Verifiseringen er {state}; {event} kan ikke skje med den nå." => "Se kyc_get; be på nytt med kyc_request om ingen har signert.",
        sv: "Verifieringen är {state}; {event} kan inte hända den nu." => "Se kyc_get; begär igen med kyc_request om ingen har signerat.",
    }
    KYC_MISSING = "kyc_missing" {
        en: "The company is not verified; the document is kept and goes out after the verification." => "Ask the signer with kyc_request, and record the signature with kyc_record.",
        nb: "Firmaet er ikke verifisert; dokumentet er lagret og sendes etter verifiseringen." => "Be om signatur med kyc_request, og registrer den med kyc_record.",
        sv: "Företaget är inte verifierat; dokumentet är sparat och skickas efter verifieringen." => "Begär signatur med kyc_request och registrera den med kyc_record.",
    }
    SIGNER_MISSING = "signer_missing" {
        en: "Nobody is named who could sign, and the exchange's user has no e-mail address." => "Give signer_email.",
        nb: "Ingen er oppgitt som kan signere, og brukeren hos meldingssentralen har ingen e-postadresse." => "Oppgi signer_email.",
        sv: "Ingen är angiven som kan signera, och användaren hos tjänsten har ingen e-postadress." => "Ange signer_email.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn companies_from_before_the_duty_are_exempt() {
        let kyc = Kyc::default();
        assert_eq!(kyc.verification(date(2022, 6, 30)), Verification::Exempt);
        assert_eq!(kyc.verification(date(2022, 7, 1)), Verification::Unverified);
    }

    #[test]
    fn a_signature_is_final() {
        use RequestState as S;
        assert_eq!(REQUEST.next(S::Canceled, Event::Requested), Some(S::Pending));
        assert_eq!(REQUEST.next(S::None, Event::Signed), Some(S::Signed));
        for event in Event::ALL.iter().filter(|event| **event != Event::Signed) {
            assert_eq!(REQUEST.next(S::Signed, *event), None);
        }
    }
}
