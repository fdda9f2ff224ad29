//! Know your customer: the company's own verification, without which nothing leaves.

use crate::domain::contact::Email;
use crate::domain::words::{Language, words};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Companies activated before this day are exempt (2022-07-01).
pub const IN_FORCE: Date = jiff::civil::date(2022, 7, 1);

/// How far the signature is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequestState {
    /// Never asked.
    #[default]
    None,
    /// Asked here, not yet at the exchange.
    Pending,
    /// The signer has the mail.
    Sent,
    /// Signed.
    Signed,
    /// Called off or declined.
    Canceled,
}

impl RequestState {
    /// The word in replies.
    pub const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Pending => "pending",
            Self::Sent => "sent",
            Self::Signed => "signed",
            Self::Canceled => "canceled",
        }
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
}

/// What can happen to a verification request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// Asked, or asked again with another signer: that replaces the open request.
    Requested,
    /// The exchange has mailed the signer.
    Sent,
    /// The signer has signed.
    Signed,
    /// The request was called off or declined.
    Canceled,
}

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

    /// The state after an event, or none where the event makes no sense.
    ///
    /// A signature counts from every state but `signed`: the partner may have verified the company
    /// by its own process, without a request from here.
    pub const fn after(state: RequestState, event: Event) -> Option<RequestState> {
        use RequestState as S;
        match (state, event) {
            (S::Signed, _) => None,
            (_, Event::Requested) => Some(S::Pending),
            (_, Event::Signed) => Some(S::Signed),
            (S::Pending | S::Sent, Event::Sent) => Some(S::Sent),
            (S::Pending | S::Sent, Event::Canceled) => Some(S::Canceled),
            (S::None | S::Canceled, Event::Sent | Event::Canceled) => None,
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
        assert_eq!(Kyc::after(S::Canceled, Event::Requested), Some(S::Pending));
        assert_eq!(Kyc::after(S::None, Event::Signed), Some(S::Signed));
        for event in [Event::Requested, Event::Sent, Event::Signed, Event::Canceled] {
            assert_eq!(Kyc::after(S::Signed, event), None);
        }
    }
}
