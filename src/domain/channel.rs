//! Which way a document takes, and why: a pure function of everything that is known.
//!
//! Every customer has an order of steps. Each step is judged on its own: possible, to be waited
//! for, or skipped with a reason. The first possible step is taken, unless one before it has to be
//! waited for: a look-up that failed is not a no, and never ends on paper. The trace keeps every
//! step with its reason, so that nobody has to ask why an invoice went the way it went.

use crate::domain::agreement::{AGREEMENT_NORWAY_ONLY, Agreement, B2C_OFF};
use crate::domain::company::Settings;
use crate::domain::consumer::{Consumer, EfakturaStatus, Reach};
use crate::domain::country::Country;
use crate::domain::customer::{CUSTOMER_ORG_MISSING, Customer, Kind, Mode};
use crate::domain::finding::Fault;
use crate::domain::invoice::Type;
use crate::domain::receiver::{Answer, Receiver};
use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

mod sentences;
pub use sentences::*;

/// The way one document takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Peppol or exchange, to a registered business
    Einvoice,
    /// The consumer's net bank
    Efaktura,
    /// Vipps, by mobile number
    Vipps,
    /// E-mail
    Email,
    /// Print service
    Print,
    /// The ERP's user does it himself
    #[serde(rename = "self")]
    Oneself,
}

impl Channel {
    /// Every channel.
    pub const ALL: [Self; 6] =
        [Self::Einvoice, Self::Efaktura, Self::Vipps, Self::Email, Self::Print, Self::Oneself];

    /// The word in replies and in the store.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Einvoice => "einvoice",
            Self::Efaktura => "efaktura",
            Self::Vipps => "vipps",
            Self::Email => "email",
            Self::Print => "print",
            Self::Oneself => "self",
        }
    }

    /// Reads the word of the store or request.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        Self::ALL
            .into_iter()
            .find(|channel| channel.word() == text)
            .ok_or(Fault::new(&CHANNEL_UNKNOWN))
    }

    /// Where else the receiver sees a document sent this way.
    pub const fn shown_also_in(self) -> Option<Self> {
        match self {
            Self::Efaktura => Some(Self::Vipps),
            Self::Vipps => Some(Self::Efaktura),
            _ => None,
        }
    }
}

/// One step of the order, finer than a channel: eFaktura has two, asking is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Registered in the directory
    Einvoice,
    /// Active eFaktura agreement
    EfakturaAgreement,
    /// "Yes to all"
    EfakturaYesToAll,
    /// Vipps by mobile
    Vipps,
    /// Ask the consumer and wait
    Ask,
    /// E-mail
    Email,
    /// Print service
    Print,
    /// The user himself
    #[serde(rename = "self")]
    Oneself,
}

impl Step {
    /// The word in traces.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Einvoice => "einvoice",
            Self::EfakturaAgreement => "efaktura_agreement",
            Self::EfakturaYesToAll => "efaktura_yes_to_all",
            Self::Vipps => "vipps",
            Self::Ask => "ask",
            Self::Email => "email",
            Self::Print => "print",
            Self::Oneself => "self",
        }
    }

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
    /// What a directory said of the business
    pub receiver: Option<&'a Receiver>,
    /// Invoice or credit note
    pub document: Type,
    /// The amount to pay, when the document is known
    pub payable: Option<Decimal>,
    /// Channels that have refused this document already
    pub refused: &'a [Channel],
    /// The moment of the decision
    pub now: Timestamp,
}

/// What became of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The document takes it
    Taken,
    /// Possible, and next in turn if the taken one fails
    Spare,
    /// Its look-up failed; the document waits for it
    Awaited,
    /// Not possible
    Skipped,
}

impl Verdict {
    /// The word in traces.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::Spare => "spare",
            Self::Awaited => "awaited",
            Self::Skipped => "skipped",
        }
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

/// Where the document goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// On this channel
    Take(Channel),
    /// Nowhere yet: a look-up failed and has to be made again
    Wait,
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
            Outcome::Wait | Outcome::Refuse => None,
        }
    }
}

enum Judgement {
    Possible(Fault),
    Await(Fault),
    Skip(Fault),
}

/// Decides.
pub fn decide(facts: &Facts<'_>) -> Decision {
    let mut trace = Vec::new();
    let mut outcome = Outcome::Refuse;
    for step in order(facts) {
        let (verdict, reason) = match (judge(*step, facts), outcome, step.channel()) {
            (Judgement::Possible(reason), Outcome::Refuse, Some(channel)) => {
                outcome = Outcome::Take(channel);
                (Verdict::Taken, reason)
            }
            (Judgement::Await(reason), Outcome::Refuse, _) => {
                outcome = Outcome::Wait;
                (Verdict::Awaited, reason)
            }
            (Judgement::Possible(reason), _, _) => (Verdict::Spare, reason),
            (Judgement::Await(reason) | Judgement::Skip(reason), _, _) => {
                (Verdict::Skipped, reason)
            }
        };
        trace.push(Row { step: *step, verdict, reason });
    }
    Decision { outcome, trace }
}

/// The order of steps for this customer.
const fn order(facts: &Facts<'_>) -> &'static [Step] {
    use Step as S;
    match (facts.customer.mode, facts.customer.kind) {
        (Mode::Oneself, _) => &[S::Oneself],
        (Mode::Print, _) => &[S::Print],
        (Mode::Email, _) => &[S::Email, S::Print],
        (Mode::Electronic, Kind::Business) => &[S::Einvoice],
        (Mode::Electronic, Kind::Private) => {
            &[S::EfakturaAgreement, S::EfakturaYesToAll, S::Vipps, S::Ask]
        }
        (Mode::Automatic, Kind::Business) => &[S::Einvoice, S::Email, S::Print],
        (Mode::Automatic, Kind::Private) => {
            &[S::EfakturaAgreement, S::EfakturaYesToAll, S::Vipps, S::Ask, S::Email, S::Print]
        }
    }
}

fn judge(step: Step, facts: &Facts<'_>) -> Judgement {
    match step {
        _ if step.channel().is_some_and(|channel| facts.refused.contains(&channel)) => {
            Judgement::Skip(Fault::new(&CHANNEL_REFUSED))
        }
        Step::Einvoice => einvoice(facts),
        Step::EfakturaAgreement | Step::EfakturaYesToAll | Step::Vipps | Step::Ask => {
            consumer(step, facts)
        }
        Step::Email => email(facts),
        Step::Print => print(facts),
        Step::Oneself => Judgement::Possible(Fault::new(&ONESELF)),
    }
}

fn einvoice(facts: &Facts<'_>) -> Judgement {
    let Some(endpoint) = &facts.customer.endpoint else {
        let missing =
            if facts.customer.org.is_none() { &CUSTOMER_ORG_MISSING } else { &NO_ENDPOINT };
        return Judgement::Skip(Fault::new(missing));
    };
    let said = |words| Fault::new(words).with("endpoint", endpoint.text());
    match facts.receiver {
        None => Judgement::Skip(said(&RECEIVER_NOT_LOOKED_UP)),
        Some(receiver) if receiver.answer == Answer::Failed => {
            Judgement::Await(said(&LOOKUP_FAILED))
        }
        Some(receiver) if receiver.takes(facts.document) => Judgement::Possible(said(&REGISTERED)),
        Some(receiver) if receiver.answer == Answer::Receives => {
            Judgement::Skip(said(&TYPE_NOT_TAKEN).with("type", facts.document.word()))
        }
        Some(_) => Judgement::Skip(said(&NOT_REGISTERED)),
    }
}

fn consumer(step: Step, facts: &Facts<'_>) -> Judgement {
    if !facts.sender.is_norway() {
        return Judgement::Skip(Fault::new(&AGREEMENT_NORWAY_ONLY).with("country", facts.sender));
    }
    if !facts.settings.b2c && facts.agreement.is_active(facts.now) {
        return Judgement::Skip(Fault::new(&B2C_OFF));
    }
    if !facts.agreement.is_active(facts.now) {
        let state = facts.agreement.at(facts.now).word();
        return Judgement::Skip(Fault::new(&AGREEMENT_MISSING).with("state", state));
    }
    let known = facts.consumer.cloned().unwrap_or_default();
    match step {
        Step::EfakturaAgreement if known.efaktura == EfakturaStatus::Active => {
            Judgement::Possible(Fault::new(&EFAKTURA_ACTIVE))
        }
        Step::EfakturaAgreement => {
            Judgement::Skip(Fault::new(&EFAKTURA_NONE).with("status", known.efaktura.word()))
        }
        Step::EfakturaYesToAll => reach(known.yes_to_all, Fault::new(&YES_TO_ALL)),
        Step::Vipps => vipps(facts, &known),
        _ => Judgement::Skip(Fault::new(&ASK_NO_WAIT)),
    }
}

fn vipps(facts: &Facts<'_>, known: &Consumer) -> Judgement {
    if facts.document == Type::CreditNote {
        return Judgement::Skip(Fault::new(&VIPPS_CREDIT_NOTE));
    }
    if facts.payable.is_some_and(|payable| payable <= Decimal::ZERO) {
        return Judgement::Skip(Fault::new(&VIPPS_NOTHING_TO_PAY));
    }
    match facts.customer.mobile(facts.settings) {
        None => Judgement::Skip(Fault::new(&VIPPS_NO_MOBILE)),
        Some(mobile) if !mobile.may_be_mobile() => {
            Judgement::Skip(Fault::new(&VIPPS_NOT_A_MOBILE).with("mobile", mobile))
        }
        Some(mobile) => reach(known.vipps, Fault::new(&VIPPS_REACHED).with("mobile", mobile)),
    }
}

fn reach(answer: Reach, reached: Fault) -> Judgement {
    match answer {
        Reach::Receiving => Judgement::Possible(reached),
        Reach::TemporaryUnavailable => Judgement::Await(Fault::new(&CONSUMER_LOOKUP_FAILED)),
        Reach::Unknown => Judgement::Skip(Fault::new(&CONSUMER_NOT_LOOKED_UP)),
        Reach::NotReceiving | Reach::NotAvailable => {
            Judgement::Skip(Fault::new(&CONSUMER_NOT_REACHED).with("status", answer.word()))
        }
    }
}

fn email(facts: &Facts<'_>) -> Judgement {
    match &facts.customer.email {
        _ if !facts.settings.email => Judgement::Skip(Fault::new(&EMAIL_OFF)),
        None => Judgement::Skip(Fault::new(&EMAIL_MISSING)),
        Some(address) => Judgement::Possible(Fault::new(&EMAIL_THERE).with("email", address)),
    }
}

fn print(facts: &Facts<'_>) -> Judgement {
    let missing = match &facts.customer.address {
        None => Some("street"),
        Some(address) => address.missing_parts().next(),
    };
    match missing {
        _ if !facts.settings.print => Judgement::Skip(Fault::new(&PRINT_OFF)),
        None => Judgement::Possible(Fault::new(&PRINT_THERE)),
        Some(part) => Judgement::Skip(Fault::new(&PRINT_ADDRESS_MISSING).with("part", part)),
    }
}
