//! Everything that a decision depends on, owned, with the most ordinary values; the tests of the
//! decision change what they are about.

#![allow(dead_code, reason = "each test uses its part")]

use jiff::Timestamp;
use jiff::civil::{Date, date};
use postbud::domain::agreement::{Agreement, Step as AgreementStep};
use postbud::domain::channel::{
    Channel, Decision, Facts, Outcome, Overrides, Row, Sheet, Stated, decide,
};
use postbud::domain::claim::{Claim, Ground};
use postbud::domain::company::Settings;
use postbud::domain::consumer::{Consumer, EfakturaStatus, Reach};
use postbud::domain::contact::{Email, Phone};
use postbud::domain::country::Country;
use postbud::domain::customer::{Customer, Handling, Kind, Mode};
use postbud::domain::invoice::Type;
use postbud::domain::number::OrgNumber;
use postbud::domain::party::{Address, Endpoint};
use postbud::domain::receiver::{Answer, Receiver};
use rust_decimal::Decimal;

/// Everything that a decision depends on, owned, with the most ordinary values.
#[derive(Clone, Debug)]
pub struct World {
    pub customer: Customer,
    pub settings: Settings,
    pub sender: Country,
    pub agreement: Agreement,
    pub consumer: Option<Consumer>,
    pub receiver: Option<Receiver>,
    pub document: Type,
    pub payable: Option<Decimal>,
    pub due_date: Option<Date>,
    pub overrides: Overrides,
    pub claim: Stated,
    pub refused: Vec<Channel>,
    pub asked: Option<Timestamp>,
    pub now: Timestamp,
}

impl World {
    pub fn business() -> Self {
        let norway = Country::parse("NO").unwrap();
        let org = OrgNumber::parse("123456785", &norway).unwrap();
        let customer = Customer {
            number: "1".into(),
            name: "Kunde".into(),
            kind: Kind::Business,
            endpoint: Endpoint::of(&org),
            org: Some(org),
            vat: None,
            address: Some(address("NO")),
            phones: phones("90000000"),
            email: Some(Email::parse("kunde@example.no").unwrap()),
            contact_name: None,
            language: None,
            buyer_reference: None,
            class: None,
            handling: Handling::usual(Mode::Automatic),
            host_key: None,
        };
        Self {
            customer,
            settings: Settings { b2c: true, ..Settings::default() },
            sender: norway,
            agreement: Agreement { step: AgreementStep::Active, ..Agreement::default() },
            consumer: None,
            receiver: Some(receiver(Answer::Receives, &[Type::Invoice, Type::CreditNote])),
            document: Type::Invoice,
            payable: Some(Decimal::ONE_HUNDRED),
            due_date: Some(date(2026, 12, 7)),
            overrides: Overrides::default(),
            claim: Stated::Claim(Claim { ground: Ground::Agreement, consented: false }),
            refused: Vec::new(),
            asked: None,
            now: "2026-11-23T12:00:00Z".parse().unwrap(),
        }
    }

    pub fn private() -> Self {
        let mut world = Self::business();
        world.customer.kind = Kind::Private;
        world.customer.org = None;
        world.customer.endpoint = None;
        world.receiver = None;
        world
    }

    pub fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    pub fn consumer(self, efaktura: EfakturaStatus, yes_to_all: Reach, vipps: Reach) -> Self {
        let known = Consumer { efaktura, yes_to_all, vipps, ..Consumer::default() };
        self.with(|world| world.consumer = Some(known))
    }

    pub fn decide(&self) -> Decision {
        decide(&Facts {
            customer: &self.customer,
            settings: &self.settings,
            sender: &self.sender,
            agreement: &self.agreement,
            consumer: self.consumer.as_ref(),
            receiver: self.receiver.as_ref(),
            sheet: Sheet {
                payable: self.payable,
                due_date: self.due_date,
                claim: self.claim,
                ..Sheet::any(self.document)
            },
            overrides: &self.overrides,
            refused: &self.refused,
            asked: self.asked,
            now: self.now,
        })
    }

    /// "einvoice" and the like for a channel, "wait", or "refuse"; then the trace as code:result.
    pub fn told(&self) -> (String, Vec<String>) {
        let decision = self.decide();
        let outcome = match decision.outcome {
            Outcome::Take(channel) => channel.word(),
            Outcome::Wait(_) => "wait",
            Outcome::Refuse => "refuse",
        };
        let row = |row: &Row| format!("{}:{}", row.verdict.word(), row.reason.words.code);
        (outcome.to_owned(), decision.trace.iter().map(row).collect())
    }
}

pub fn address(country: &str) -> Address {
    Address {
        street: Some("Storgata 1".into()),
        street2: None,
        street3: None,
        subdivision: None,
        post_code: Some("0155".into()),
        place: Some("Oslo".into()),
        country: Country::parse(country).unwrap(),
    }
}

pub fn phones(mobile: &str) -> Vec<(String, Phone)> {
    let norway = Country::parse("NO").unwrap();
    vec![("mobile".to_owned(), Phone::parse_in(mobile, &norway).unwrap())]
}

pub fn receiver(answer: Answer, documents: &[Type]) -> Receiver {
    let as_of = "2026-11-23T10:00:00Z".parse().unwrap();
    Receiver { answer, documents: documents.to_vec(), as_of }
}

pub fn expect(world: &World, outcome: &str, trace: &[&str]) {
    let (got, rows) = world.told();
    assert_eq!(got, outcome, "{rows:?}");
    assert_eq!(rows, trace);
}
