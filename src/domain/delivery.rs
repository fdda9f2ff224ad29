//! One document on one channel: the states it passes and the events that move it.

use crate::domain::finding::Fault;
use crate::domain::words::words;
use serde::{Deserialize, Serialize};

/// Where a delivery stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// May be carried now, or from its due time on.
    Queued,
    /// Something is missing first; see what it waits for.
    Waiting,
    /// A carrier has it.
    Leased,
    /// The lease expired or the answer was lost: nobody knows. It is never queued again by itself.
    Unknown,
    /// The carrier has accepted it.
    Sent,
    /// The carrier says that it arrived.
    Delivered,
    /// It will not arrive on this channel.
    Failed,
    /// Another delivery of the same document took its place.
    Replaced,
}

impl State {
    /// The word in replies and in the store.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Waiting => "waiting",
            Self::Leased => "leased",
            Self::Unknown => "unknown",
            Self::Sent => "sent",
            Self::Delivered => "delivered",
            Self::Failed => "failed",
            Self::Replaced => "replaced",
        }
    }

    /// Reads the word of the store.
    pub fn parse(text: &str) -> Option<Self> {
        let all = [
            Self::Queued,
            Self::Waiting,
            Self::Leased,
            Self::Unknown,
            Self::Sent,
            Self::Delivered,
            Self::Failed,
            Self::Replaced,
        ];
        all.into_iter().find(|state| state.word() == text)
    }
}

/// What a carrier, or the host in its place, says about a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Accepted by the carrier.
    Sent,
    /// Arrived.
    Delivered,
    /// Not now: try again.
    Later,
    /// The answer was lost: it may or may not have gone.
    Unknown,
    /// Never on this channel.
    Failed,
}

impl Outcome {
    /// Reads the word of the request.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        match text {
            "sent" => Ok(Self::Sent),
            "delivered" => Ok(Self::Delivered),
            "later" => Ok(Self::Later),
            "unknown" => Ok(Self::Unknown),
            "failed" => Ok(Self::Failed),
            _ => Err(Fault::new(&OUTCOME)),
        }
    }

    /// The word in history.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Delivered => "delivered",
            Self::Later => "later",
            Self::Unknown => "unknown",
            Self::Failed => "failed",
        }
    }

    /// The state that the outcome leads to.
    pub const fn state(self) -> State {
        match self {
            Self::Sent => State::Sent,
            Self::Delivered => State::Delivered,
            Self::Later => State::Queued,
            Self::Unknown => State::Unknown,
            Self::Failed => State::Failed,
        }
    }
}

/// The state after an outcome, or none where the outcome contradicts what is known.
///
/// An answer that comes after the lease has expired still counts: knowing late is better than not.
pub const fn settled(state: State, outcome: Outcome) -> Option<State> {
    use State as S;
    match (state, outcome) {
        (S::Leased | S::Unknown, _) => Some(outcome.state()),
        (S::Sent, Outcome::Delivered | Outcome::Failed) => Some(outcome.state()),
        _ => None,
    }
}

/// What a delivery carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// The company's registration at the exchange.
    Registration,
    /// The request to verify the company.
    KycRequest,
    /// The order of the consumer agreement.
    AgreementOrder,
    /// An invoice or credit note.
    Document,
}

impl Purpose {
    /// The word in replies and in the store.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Registration => "registration",
            Self::KycRequest => "kyc_request",
            Self::AgreementOrder => "agreement_order",
            Self::Document => "document",
        }
    }

    /// Reads the word of the store.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Registration, Self::KycRequest, Self::AgreementOrder, Self::Document]
            .into_iter()
            .find(|purpose| purpose.word() == text)
    }
}

/// What a waiting delivery waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WaitingFor {
    /// The company's registration at the exchange.
    Registration,
    /// The company's verification.
    Kyc,
    /// A directory or consumer look-up that failed and is not a no.
    Lookup,
    /// A channel: none is possible as the settings and the customer's card are now.
    Channel,
}

impl WaitingFor {
    /// The word in replies and in the store.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Registration => "registration",
            Self::Kyc => "kyc",
            Self::Lookup => "lookup",
            Self::Channel => "channel",
        }
    }
}

/// Seconds until the next try after so many failed ones: a minute, doubling, a day at the most.
pub fn back_off_seconds(attempts: u32) -> i64 {
    let doublings = attempts.saturating_sub(1).min(11);
    (60_i64 << doublings).min(24 * 60 * 60)
}

words! {
    OUTCOME = "outcome" {
        en: "\"{value}\" is not an outcome." => "Use sent, delivered, later, unknown or failed.",
        nb: "«{value}» er ikke et utfall." => "Bruk sent, delivered, later, unknown eller failed.",
        sv: "”{value}” är inte ett utfall." => "Använd sent, delivered, later, unknown eller failed.",
    }
    DELIVERY_WORD = "delivery_state_unknown" {
        en: "\"{value}\" is not a state of a delivery." => "Use queued, waiting, leased, unknown, sent, delivered, failed or replaced.",
        nb: "«{value}» er ikke en tilstand for en forsendelse." => "Bruk queued, waiting, leased, unknown, sent, delivered, failed eller replaced.",
        sv: "”{value}” är inte ett tillstånd för en leverans." => "Använd queued, waiting, leased, unknown, sent, delivered, failed eller replaced.",
    }
    DELIVERY_UNKNOWN = "delivery_unknown" {
        en: "There is no delivery \"{value}\" in this company's outbox." => "Use the id that invoice_get or outbox_claim gave.",
        nb: "Det finnes ingen forsendelse «{value}» i dette firmaets utboks." => "Bruk id-en som invoice_get eller outbox_claim ga.",
        sv: "Det finns ingen leverans ”{value}” i detta företags utkorg." => "Använd det id som invoice_get eller outbox_claim gav.",
    }
    LEASE_OVERTAKEN = "lease_overtaken" {
        en: "The lease \"{value}\" ended, and the delivery has gone on without it ({state})." => "Look at invoice_get; settle the newer lease.",
        nb: "Leien «{value}» er over, og forsendelsen har gått videre uten den ({state})." => "Se invoice_get; gjør opp den nyere leien.",
        sv: "Lånet ”{value}” är slut, och leveransen har gått vidare utan det ({state})." => "Se invoice_get; avsluta det nyare lånet.",
    }
    LEASE_UNKNOWN = "lease_unknown" {
        en: "No delivery was ever leased as \"{value}\"." => "Use the lease that outbox_claim gave.",
        nb: "Ingen forsendelse er leid ut som «{value}»." => "Bruk den lease som outbox_claim ga.",
        sv: "Ingen leverans har lånats ut som ”{value}”." => "Använd den lease som outbox_claim gav.",
    }
    DELIVERY_STATE = "delivery_state" {
        en: "The delivery is {state}; {event} contradicts that." => "Look at invoice_get; a delivery is settled once.",
        nb: "Forsendelsen er {state}; {event} motsier det." => "Se invoice_get; en forsendelse gjøres opp én gang.",
        sv: "Leveransen är {state}; {event} motsäger det." => "Se invoice_get; en leverans avslutas en gång.",
    }
    NO_CARRIER = "no_carrier" {
        en: "No carrier is configured, so nothing can be carried from here." => "Open with a folder, or carry with outbox_claim and outbox_settle.",
        nb: "Ingen bærer er satt opp, så ingenting kan sendes herfra." => "Åpne med folder, eller bær selv med outbox_claim og outbox_settle.",
        sv: "Ingen transportör är inställd, så inget kan skickas härifrån." => "Öppna med folder, eller bär själv med outbox_claim och outbox_settle.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_settled_delivery_cannot_be_settled_otherwise() {
        assert_eq!(settled(State::Delivered, Outcome::Failed), None);
        assert_eq!(settled(State::Failed, Outcome::Sent), None);
        assert_eq!(settled(State::Queued, Outcome::Sent), None);
        assert_eq!(settled(State::Sent, Outcome::Later), None);
    }

    #[test]
    fn a_late_answer_still_counts() {
        assert_eq!(settled(State::Unknown, Outcome::Sent), Some(State::Sent));
    }

    #[test]
    fn the_pause_doubles_up_to_a_day() {
        assert_eq!(back_off_seconds(1), 60);
        assert_eq!(back_off_seconds(2), 120);
        assert_eq!(back_off_seconds(40), 86_400);
    }
}
