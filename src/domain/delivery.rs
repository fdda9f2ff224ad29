//! One document on one channel: the states it passes and the events that move it.

use crate::domain::finding::Fault;
use crate::domain::machine::Machine;
use crate::domain::named::named;
use crate::domain::time::seconds_after;
use crate::domain::words::words;
use jiff::Timestamp;

named! {
    /// Where a delivery stands.
    pub enum State {
        /// May be carried now, or from its due time on.
        Queued = "queued",
        /// Something is missing first; see what it waits for.
        Waiting = "waiting",
        /// A carrier has it.
        Leased = "leased",
        /// The lease expired or the answer was lost: nobody knows. It is never queued again by
        /// itself.
        Unknown = "unknown",
        /// The carrier has accepted it.
        Sent = "sent",
        /// The carrier says that it arrived.
        Delivered = "delivered",
        /// It will not arrive on this channel.
        Failed = "failed",
        /// Another delivery of the same document took its place.
        Replaced = "replaced",
        /// Called off before a carrier had it.
        Canceled = "canceled",
    }
}

named! {
    /// What can happen to a delivery.
    pub enum Event {
        /// Nothing is missing any more.
        Release = "release",
        /// Something is missing again: a look-up, an answer, a channel.
        Hold = "hold",
        /// A carrier takes it.
        Lease = "lease",
        /// Time has passed without an answer.
        LeaseExpires = "lease_expires",
        /// Accepted by the carrier.
        Sent = "sent",
        /// Arrived.
        Delivered = "delivered",
        /// Not now: try again.
        Later = "later",
        /// The answer was lost: it may or may not have gone.
        Unknown = "unknown",
        /// Never on this channel.
        Failed = "failed",
        /// A newer one takes its place.
        Replace = "replace",
        /// Called off.
        Cancel = "cancel",
    }
}

/// Every delivery's life. An answer that comes after the lease has expired still counts: knowing
/// late is better than not.
pub const DELIVERY: Machine<State, Event> = Machine {
    name: "delivery",
    arrows: &[
        (State::Waiting, Event::Release, State::Queued),
        (State::Waiting, Event::Hold, State::Waiting),
        (State::Queued, Event::Hold, State::Waiting),
        (State::Queued, Event::Lease, State::Leased),
        (State::Leased, Event::LeaseExpires, State::Unknown),
        (State::Leased, Event::Sent, State::Sent),
        (State::Leased, Event::Delivered, State::Delivered),
        (State::Leased, Event::Later, State::Queued),
        (State::Leased, Event::Unknown, State::Unknown),
        (State::Leased, Event::Failed, State::Failed),
        (State::Unknown, Event::Sent, State::Sent),
        (State::Unknown, Event::Delivered, State::Delivered),
        (State::Unknown, Event::Later, State::Queued),
        (State::Unknown, Event::Unknown, State::Unknown),
        (State::Unknown, Event::Failed, State::Failed),
        (State::Sent, Event::Delivered, State::Delivered),
        (State::Sent, Event::Failed, State::Failed),
        (State::Queued, Event::Replace, State::Replaced),
        (State::Waiting, Event::Replace, State::Replaced),
        (State::Queued, Event::Cancel, State::Canceled),
        (State::Waiting, Event::Cancel, State::Canceled),
    ],
};

impl State {
    /// Whether nothing more happens to it by itself: the document may be sent again.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Sent | Self::Delivered | Self::Failed | Self::Canceled)
    }
}

named! {
    /// What a carrier, or the host in its place, says about a delivery.
    pub enum Outcome {
        /// Accepted by the carrier.
        Sent = "sent",
        /// Arrived.
        Delivered = "delivered",
        /// Not now: try again.
        Later = "later",
        /// The answer was lost: it may or may not have gone.
        Unknown = "unknown",
        /// Never on this channel.
        Failed = "failed",
    }
}

impl Outcome {
    /// Reads the word of the request.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        Self::named(text).ok_or(Fault::new(&OUTCOME))
    }

    /// The event that the outcome is.
    pub const fn event(self) -> Event {
        match self {
            Self::Sent => Event::Sent,
            Self::Delivered => Event::Delivered,
            Self::Later => Event::Later,
            Self::Unknown => Event::Unknown,
            Self::Failed => Event::Failed,
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

named! {
    /// What a delivery carries.
    pub enum Purpose {
        /// The company's registration at the exchange.
        Registration = "registration",
        /// A further user at the exchange.
        UserAdd = "user_add",
        /// A user who shall have no access any more.
        UserRemove = "user_remove",
        /// The request to verify the company.
        KycRequest = "kyc_request",
        /// The order of the consumer agreement.
        AgreementOrder = "agreement_order",
        /// The end of the consumer agreement.
        AgreementEnd = "agreement_end",
        /// The question to a consumer whether he wants eFaktura.
        ConsumerRequest = "consumer_request",
        /// An invoice or credit note.
        Document = "document",
    }
}

named! {
    /// What a waiting delivery waits for.
    pub enum WaitingFor {
        /// The company's registration at the exchange.
        Registration = "registration",
        /// The company's verification.
        Kyc = "kyc",
        /// A directory or consumer look-up that failed, or is too old to count.
        Lookup = "lookup",
        /// The consumer's answer, until a moment.
        Consumer = "consumer",
        /// A channel: none is possible as the settings and the customer's card are now.
        Channel = "channel",
        /// A row of the store that cannot be read; the reason names it.
        Repair = "repair",
    }
}

/// The longest lease in seconds: a day.
pub const LONGEST_LEASE: u32 = 24 * 60 * 60;

/// The moment that no lease of now can reach, with a day for clocks that differ. One that ends
/// later was given by a clock that has been set back since: it counts as run out, not as good for
/// years.
pub fn beyond_any_lease(now: Timestamp) -> Timestamp {
    seconds_after(now, 2 * i64::from(LONGEST_LEASE))
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
        en: "\"{value}\" is not a state of a delivery." => "Use queued, waiting, leased, unknown, sent, delivered, failed, replaced or canceled.",
        nb: "«{value}» er ikke en tilstand for en forsendelse." => "Bruk queued, waiting, leased, unknown, sent, delivered, failed, replaced eller canceled.",
        sv: "”{value}” är inte ett tillstånd för en leverans." => "Använd queued, waiting, leased, unknown, sent, delivered, failed, replaced eller canceled.",
    }
    DELIVERY_UNKNOWN = "delivery_unknown" {
        en: "There is no delivery \"{value}\" in this company's outbox." => "Use the id that invoice_get or outbox_claim gave.",
        nb: "Det finnes ingen forsendelse «{value}» i dette firmaets utboks." => "Bruk id-en som invoice_get eller outbox_claim ga.",
        sv: "Det finns ingen leverans ”{value}” i detta företags utkorg." => "Använd det id som invoice_get eller outbox_claim gav.",
    }
    LEASE_OVERTAKEN = "lease_overtaken" {
        en: "The lease \"{value}\" ended, and the delivery has gone on without it ({state})." => "Look at invoice_get; settle the newer lease.",
        nb: "Reservasjonen «{value}» er over, og forsendelsen har gått videre uten den ({state})." => "Se invoice_get; gjør opp den nyere reservasjonen.",
        sv: "Reservationen ”{value}” är slut, och leveransen har gått vidare utan den ({state})." => "Se invoice_get; avsluta den nyare reservationen.",
    }
    LEASE_UNKNOWN = "lease_unknown" {
        en: "No delivery was ever leased as \"{value}\"." => "Use the lease that outbox_claim gave.",
        nb: "Ingen forsendelse er reservert som «{value}»." => "Bruk den lease som outbox_claim ga.",
        sv: "Ingen leverans är reserverad som ”{value}”." => "Använd den lease som outbox_claim gav.",
    }
    DELIVERY_STATE = "delivery_state" {
        en: "The delivery is {state}; {event} contradicts that." => "Look at invoice_get; a delivery is settled once.",
        nb: "Forsendelsen er {state}; {event} motsier det." => "Se invoice_get; en forsendelse gjøres opp én gang.",
        sv: "Leveransen är {state}; {event} motsäger det." => "Se invoice_get; en leverans avslutas en gång.",
    }
    DOCUMENT_UNDER_WAY = "document_under_way" {
        en: "Document {number} is {state}: it is still on its way." => "Wait for the answer, cancel it with invoice_cancel, or send it another way with invoice_reroute.",
        nb: "Dokument {number} er {state}: det er fortsatt underveis." => "Vent på svaret, stopp det med invoice_cancel, eller send det en annen vei med invoice_reroute.",
        sv: "Dokument {number} är {state}: det är fortfarande på väg." => "Vänta på svaret, stoppa det med invoice_cancel, eller skicka det en annan väg med invoice_reroute.",
    }
    DOCUMENT_WITH_CARRIER = "document_with_carrier" {
        en: "Document {number} is {state}: a carrier has it, or may have it." => "Settle the delivery with outbox_settle first; then it can be sent again.",
        nb: "Dokument {number} er {state}: det er levert til sending, eller kan være det." => "Gjør opp forsendelsen med outbox_settle først; så kan det sendes på nytt.",
        sv: "Dokument {number} är {state}: det är lämnat till sändning, eller kan vara det." => "Avsluta leveransen med outbox_settle först; sedan kan det skickas igen.",
    }
    DOCUMENT_LEFT = "document_left" {
        en: "Document {number} is {state}; it cannot be called off any more." => "Send a credit note, or send it again with invoice_resend.",
        nb: "Dokument {number} er {state}; det kan ikke stoppes lenger." => "Send en kreditnota, eller send det på nytt med invoice_resend.",
        sv: "Dokument {number} är {state}; det kan inte stoppas längre." => "Skicka en kreditfaktura, eller skicka det igen med invoice_resend.",
    }
    DOCUMENT_CANCELED = "document_canceled" {
        en: "Document {number} was called off." => "Send it after all with invoice_resend.",
        nb: "Dokument {number} er stoppet." => "Send det likevel med invoice_resend.",
        sv: "Dokument {number} har stoppats." => "Skicka det ändå med invoice_resend.",
    }
    NO_CARRIER = "no_carrier" {
        en: "No carrier is configured, so nothing can be carried from here." => "Open with a folder, or carry with outbox_claim and outbox_settle.",
        nb: "Ingen sending er satt opp, så ingenting kan sendes herfra." => "Åpne med folder, eller send selv med outbox_claim og outbox_settle.",
        sv: "Ingen sändning är inställd, så inget kan skickas härifrån." => "Öppna med folder, eller skicka själv med outbox_claim och outbox_settle.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_settled_delivery_cannot_be_settled_otherwise() {
        assert_eq!(DELIVERY.next(State::Delivered, Event::Failed), None);
        assert_eq!(DELIVERY.next(State::Failed, Event::Sent), None);
        assert_eq!(DELIVERY.next(State::Queued, Event::Sent), None);
        assert_eq!(DELIVERY.next(State::Sent, Event::Later), None);
    }

    #[test]
    fn a_late_answer_still_counts() {
        assert_eq!(DELIVERY.next(State::Unknown, Event::Sent), Some(State::Sent));
    }

    #[test]
    fn the_pause_doubles_up_to_a_day() {
        assert_eq!(back_off_seconds(1), 60);
        assert_eq!(back_off_seconds(2), 120);
        assert_eq!(back_off_seconds(40), 86_400);
    }
}
