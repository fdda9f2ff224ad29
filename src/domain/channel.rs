//! Which way a document takes, and why: a pure function of everything that is known.
//!
//! Every customer has an order of steps. Each step is judged on its own: possible, to be waited
//! for, or skipped with a reason. The first possible step is taken, unless one before it has to be
//! waited for: a look-up that failed or is too old is not a no, and never ends on paper. The trace
//! keeps every step with its reason, so that nobody has to ask why an invoice went the way it went.

mod decide;
mod judge;
pub mod limits;
pub mod plan;
pub mod reasons;
mod sentences;

pub use decide::decide;
pub use sentences::*;

use crate::domain::account::Account;
use crate::domain::agreement::Agreement;
use crate::domain::attachment::Attachment;
use crate::domain::claim::Claim;
use crate::domain::company::Settings;
use crate::domain::consumer::Consumer;
use crate::domain::contact::Email;
use crate::domain::country::{Country, Currency};
use crate::domain::customer::Customer;
use crate::domain::delivery::WaitingFor;
use crate::domain::finding::Fault;
use crate::domain::invoice::Type;
use crate::domain::named::named;
use crate::domain::receiver::Receiver;
use crate::domain::words::Words;
use jiff::Timestamp;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

named! {
    /// The way one document takes.
    pub enum Channel {
        /// Peppol or exchange, to a registered business
        Einvoice = "einvoice",
        /// The consumer's net bank
        Efaktura = "efaktura",
        /// Vipps, by mobile number
        Vipps = "vipps",
        /// E-mail
        Email = "email",
        /// Print service
        Print = "print",
        /// The ERP's user does it himself
        Oneself = "self",
    }
}

impl Channel {
    /// Reads the word of the store or request.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        Self::named(text).ok_or(Fault::new(&CHANNEL_UNKNOWN))
    }

    /// Where else the receiver sees a document sent this way.
    pub const fn shown_also_in(self) -> Option<Self> {
        match self {
            Self::Efaktura => Some(Self::Vipps),
            Self::Vipps => Some(Self::Efaktura),
            _ => None,
        }
    }

    /// The steps that lead to it.
    const fn steps(self) -> &'static [Step] {
        match self {
            Self::Einvoice => &[Step::Einvoice],
            Self::Efaktura => &[Step::EfakturaAgreement, Step::EfakturaYesToAll],
            Self::Vipps => &[Step::Vipps],
            Self::Email => &[Step::Email],
            Self::Print => &[Step::Print],
            Self::Oneself => &[Step::Oneself],
        }
    }
}

named! {
    /// One step of the order, finer than a channel: eFaktura has two, asking is none.
    pub enum Step {
        /// Registered in the directory
        Einvoice = "einvoice",
        /// Active eFaktura agreement
        EfakturaAgreement = "efaktura_agreement",
        /// "Yes to all"
        EfakturaYesToAll = "efaktura_yes_to_all",
        /// Vipps by mobile
        Vipps = "vipps",
        /// Ask the consumer and wait
        Ask = "ask",
        /// E-mail
        Email = "email",
        /// Print service
        Print = "print",
        /// The user himself
        Oneself = "self",
    }
}

impl Step {
    /// The channel that the step leads to.
    pub const fn channel(self) -> Option<Channel> {
        match self {
            Self::Einvoice => Some(Channel::Einvoice),
            Self::EfakturaAgreement | Self::EfakturaYesToAll => Some(Channel::Efaktura),
            Self::Vipps => Some(Channel::Vipps),
            Self::Ask => None,
            Self::Email => Some(Channel::Email),
            Self::Print => Some(Channel::Print),
            Self::Oneself => Some(Channel::Oneself),
        }
    }
}

/// What the caller has decided for one document, against the customer's usual way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Overrides {
    /// This channel or none: the sender wants to know if it fails
    pub force: Option<Channel>,
    /// Never these
    pub forbid: Vec<Channel>,
    /// These in this order, and no others
    pub order: Vec<Channel>,
    /// The text of the mail, in place of the company's own
    pub email_text: Option<String>,
    /// Where the mail goes, in place of the customer's address
    pub email: Option<Email>,
}

/// What a channel has to know of the document itself.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    /// What it is
    pub document: Type,
    /// The amount to pay, when it is known
    pub payable: Option<Decimal>,
    /// When it falls due
    pub due_date: Option<Date>,
    /// In which currency
    pub currency: Option<&'a Currency>,
    /// Where it is paid to
    pub account: Option<&'a Account>,
    /// With which reference
    pub reference: Option<&'a str>,
    /// Why a consumer owes the amount
    pub claim: Stated,
    /// Why the network does not take it, whatever a directory says
    pub off_network: Option<&'static Words>,
    /// What is attached
    pub attachments: &'a [Attachment],
}

/// Whether a document says why a consumer owes the amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stated {
    /// There is no document yet
    Unknown,
    /// It does not
    Missing,
    /// It does
    Claim(Claim),
}

impl From<Option<Claim>> for Stated {
    fn from(claim: Option<Claim>) -> Self {
        claim.map_or(Self::Missing, Self::Claim)
    }
}

impl Sheet<'_> {
    /// A document of which only the type is known.
    pub const fn any(document: Type) -> Self {
        Self {
            document,
            payable: None,
            due_date: None,
            currency: None,
            account: None,
            reference: None,
            claim: Stated::Unknown,
            off_network: None,
            attachments: &[],
        }
    }
}

/// Everything that a decision depends on.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// Who receives
    pub customer: &'a Customer,
    /// What the company decided
    pub settings: &'a Settings,
    /// The company's country
    pub sender: &'a Country,
    /// The company's consumer agreement
    pub agreement: &'a Agreement,
    /// What is known of the consumer
    pub consumer: Option<&'a Consumer>,
    /// What a directory said of the customer's endpoint
    pub receiver: Option<&'a Receiver>,
    /// The document
    pub sheet: Sheet<'a>,
    /// What the caller decided for this document
    pub overrides: &'a Overrides,
    /// Channels that have refused the document already
    pub refused: &'a [Channel],
    /// When the consumer was asked for the sake of this document
    pub asked: Option<Timestamp>,
    /// The moment of the decision
    pub now: Timestamp,
}

named! {
    /// What became of a step.
    pub enum Verdict {
        /// The document takes it
        Taken = "taken",
        /// Possible, and next in turn if the taken one fails
        Spare = "spare",
        /// A look-up or an answer is missing; the document waits for it
        Awaited = "awaited",
        /// Not possible
        Skipped = "skipped",
    }
}

/// One row of the trace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The step
    pub step: Step,
    /// What became of it
    pub verdict: Verdict,
    /// Why
    pub reason: Fault,
}

/// What has to be known before a document can go anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Awaited {
    /// A look-up, made again
    Lookup,
    /// The consumer's answer, until this moment; he is asked now, unless he was at that moment
    Consumer {
        /// When he was asked; now, if he was not
        asked: Timestamp,
        /// When the waiting ends
        until: Timestamp,
    },
}

impl Awaited {
    /// What a delivery waits for.
    pub const fn waiting_for(self) -> WaitingFor {
        match self {
            Self::Lookup => WaitingFor::Lookup,
            Self::Consumer { .. } => WaitingFor::Consumer,
        }
    }
}

/// Where the document goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// On this channel
    Take(Channel),
    /// Nowhere yet
    Wait(Awaited),
    /// Nowhere: no step is possible
    Refuse,
}

/// A decision with its reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Where the document goes
    pub outcome: Outcome,
    /// Every step in order
    pub trace: Vec<Row>,
}

impl Decision {
    /// The channel, when there is one.
    pub const fn channel(&self) -> Option<Channel> {
        match self.outcome {
            Outcome::Take(channel) => Some(channel),
            Outcome::Wait(_) | Outcome::Refuse => None,
        }
    }

    /// Whether a channel could be taken, by what is known.
    pub fn allows(&self, channel: Channel) -> bool {
        let possible = |row: &Row| matches!(row.verdict, Verdict::Taken | Verdict::Spare);
        self.trace.iter().any(|row| possible(row) && row.step.channel() == Some(channel))
    }

    /// The channels that are next in turn, each once.
    pub fn spare(&self) -> Vec<Channel> {
        let mut channels = Vec::new();
        for row in self.trace.iter().filter(|row| row.verdict == Verdict::Spare) {
            let fresh =
                |channel: &Channel| !channels.contains(channel) && Some(*channel) != self.channel();
            let next = row.step.channel().filter(fresh);
            channels.extend(next);
        }
        channels
    }
}
