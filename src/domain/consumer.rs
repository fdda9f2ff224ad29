//! What the outside world has said about a consumer: eFaktura agreement, yes to all, Vipps.

use crate::domain::finding::Fault;
use crate::domain::words::words;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The consumer's eFaktura agreement with this company, as the consumer register has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EfakturaStatus {
    /// Nothing known
    #[default]
    None,
    /// New in the register
    New,
    /// The consumer has been asked
    RequestSent,
    /// The consumer has accepted; the bank is still to confirm
    Accepted,
    /// Invoices go to the net bank
    Active,
    /// The consumer has ended it
    Deleted,
    /// The consumer has said no
    Rejected,
    /// The register could not settle it
    Error,
}

impl EfakturaStatus {
    /// Reads the word of the request.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let all = [
            Self::None,
            Self::New,
            Self::RequestSent,
            Self::Accepted,
            Self::Active,
            Self::Deleted,
            Self::Rejected,
            Self::Error,
        ];
        all.into_iter().find(|status| status.word() == text).ok_or(Fault::new(&EFAKTURA_STATUS))
    }

    /// The word in replies.
    pub const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::New => "new",
            Self::RequestSent => "request_sent",
            Self::Accepted => "accepted",
            Self::Active => "active",
            Self::Deleted => "deleted",
            Self::Rejected => "rejected",
            Self::Error => "error",
        }
    }
}

/// Whether the consumer takes documents on a route, as the exchange's look-up says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// Never looked up
    #[default]
    Unknown,
    /// Takes them
    Receiving,
    /// Does not
    NotReceiving,
    /// The route is not offered
    NotAvailable,
    /// The look-up failed: not a no
    TemporaryUnavailable,
}

impl Reach {
    /// Reads the word of the request.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        match text {
            "unknown" => Ok(Self::Unknown),
            "receiving" => Ok(Self::Receiving),
            "not_receiving" => Ok(Self::NotReceiving),
            "not_available" => Ok(Self::NotAvailable),
            "temporary_unavailable" => Ok(Self::TemporaryUnavailable),
            _ => Err(Fault::new(&REACH)),
        }
    }

    /// The word in replies.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Receiving => "receiving",
            Self::NotReceiving => "not_receiving",
            Self::NotAvailable => "not_available",
            Self::TemporaryUnavailable => "temporary_unavailable",
        }
    }
}

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
    /// When the outside world said so
    pub as_of: Option<Timestamp>,
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
