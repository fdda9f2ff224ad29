//! What the outside world has said about a consumer: eFaktura agreement, yes to all, Vipps.

use crate::domain::finding::Fault;
use crate::domain::named::named;
use crate::domain::words::words;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

named! {
    /// The consumer's eFaktura agreement with this company, as the consumer register has it.
    #[derive(Default)]
    pub enum EfakturaStatus {
        /// Nothing known
        #[default]
        None = "none",
        /// New in the register
        New = "new",
        /// The consumer has been asked
        RequestSent = "request_sent",
        /// The consumer has accepted; the bank is still to confirm
        Accepted = "accepted",
        /// Invoices go to the net bank
        Active = "active",
        /// The consumer has ended it
        Deleted = "deleted",
        /// The consumer has said no
        Rejected = "rejected",
        /// The register could not settle it
        Error = "error",
    }
}

impl EfakturaStatus {
    /// Reads the word of the request.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        Self::named(text).ok_or(Fault::new(&EFAKTURA_STATUS))
    }

    /// Whether it is worth waiting for: the consumer has not said no.
    pub const fn may_become_active(self) -> bool {
        !matches!(self, Self::Active | Self::Deleted | Self::Rejected | Self::Error)
    }

    /// Whether nobody knows yet what he wants, so that he is asked.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::None | Self::New | Self::RequestSent)
    }
}

named! {
    /// Whether the consumer takes documents on a route, as the exchange's look-up says it.
    #[derive(Default)]
    pub enum Reach {
        /// Never looked up
        #[default]
        Unknown = "unknown",
        /// Takes them
        Receiving = "receiving",
        /// Does not
        NotReceiving = "not_receiving",
        /// The route is not offered
        NotAvailable = "not_available",
        /// The look-up failed: not a no
        TemporaryUnavailable = "temporary_unavailable",
    }
}

impl Reach {
    /// Reads the word of the request.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        Self::named(text).ok_or(Fault::new(&REACH))
    }
}

/// What the exchange answers when it cannot ask consumers at all.
pub const CANNOT_ASK: &str = "cannot_ask";

/// What is known of one consumer, and since when.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consumer {
    /// eFaktura agreement with this company
    pub efaktura: EfakturaStatus,
    /// General consent, "yes to eFaktura from everybody"
    pub yes_to_all: Reach,
    /// Vipps, by mobile number
    pub vipps: Reach,
    /// The consumer's own eFaktura identifier, where the look-up gave one
    pub efaktura_id: Option<String>,
    /// When the outside world said something last
    pub as_of: Option<Timestamp>,
    /// When it said so of the agreement, if it has said more since
    #[serde(default)]
    pub efaktura_as_of: Option<Timestamp>,
    /// When it said so of "yes to all"
    #[serde(default)]
    pub yes_to_all_as_of: Option<Timestamp>,
    /// When it said so of Vipps
    #[serde(default)]
    pub vipps_as_of: Option<Timestamp>,
    /// When he was asked last whether he wants eFaktura; until the question has left, when it was
    /// queued
    #[serde(default)]
    pub asked_at: Option<Timestamp>,
    /// The delivery of that question
    #[serde(default)]
    pub question: Option<String>,
    /// The question did not reach him, and his card is still the same
    #[serde(default)]
    pub question_failed: bool,
}

impl Consumer {
    /// When his agreement was told.
    pub fn efaktura_at(&self) -> Option<Timestamp> {
        self.efaktura_as_of.or(self.as_of)
    }

    /// When "yes to all" was told.
    pub fn yes_to_all_at(&self) -> Option<Timestamp> {
        self.yes_to_all_as_of.or(self.as_of)
    }

    /// When Vipps was told.
    pub fn vipps_at(&self) -> Option<Timestamp> {
        self.vipps_as_of.or(self.as_of)
    }
}

words! {
    EFAKTURA_STATUS = "efaktura_status" {
        en: "\"{value}\" is not a status of the consumer register." => "Use none, new, request_sent, accepted, active, deleted, rejected or error.",
        nb: "«{value}» er ikke en status i forbrukerregisteret." => "Bruk none, new, request_sent, accepted, active, deleted, rejected eller error.",
        sv: "”{value}” är inte en status i konsumentregistret." => "Använd none, new, request_sent, accepted, active, deleted, rejected eller error.",
    }
    REACH = "reach_status" {
        en: "\"{value}\" is not an answer of the consumer look-up." => "Use receiving, not_receiving, not_available, temporary_unavailable or unknown.",
        nb: "«{value}» er ikke et svar på forbrukeroppslaget." => "Bruk receiving, not_receiving, not_available, temporary_unavailable eller unknown.",
        sv: "”{value}” är inte ett svar på konsumentuppslaget." => "Använd receiving, not_receiving, not_available, temporary_unavailable eller unknown.",
    }
    CONSUMER_NOT_PRIVATE = "consumer_not_private" {
        en: "Customer {value} is a business; consumer routes are for private customers." => "Use directory_put for businesses, or correct the customer's kind.",
        nb: "Kunde {value} er en bedrift; forbrukerruter er for privatkunder." => "Bruk directory_put for bedrifter, eller rett kundetypen.",
        sv: "Kund {value} är ett företag; konsumentvägar är för privatkunder." => "Använd directory_put för företag, eller rätta kundtypen.",
    }
}
