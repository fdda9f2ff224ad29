//! The distribution decision: a table over every branch, and a property over everything that a
//! customer, a company and the outside world can be.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says bluntly what it needs")]

use postbud::domain::agreement::{Agreement, Step as AgreementStep};
use postbud::domain::channel::{Channel, Decision, Facts, Outcome, Step, Verdict, decide};
use postbud::domain::company::Settings;
use postbud::domain::consumer::{Consumer, EfakturaStatus, Reach};
use postbud::domain::contact::{Email, Phone};
use postbud::domain::country::Country;
use postbud::domain::customer::{Customer, Kind, Mode};
use postbud::domain::invoice::Type;
use postbud::domain::number::OrgNumber;
use postbud::domain::party::{Address, Endpoint};
use postbud::domain::receiver::{Answer, Receiver};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// Everything that a decision depends on, owned, with the most ordinary values.
#[derive(Clone, Debug)]
struct World {
    customer: Customer,
    settings: Settings,
    sender: Country,
    agreement: Agreement,
    consumer: Option<Consumer>,
    receiver: Option<Receiver>,
    document: Type,
    payable: Option<Decimal>,
    refused: Vec<Channel>,
}

impl World {
    fn business() -> Self {
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
            mode: Mode::Automatic,
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
            refused: Vec::new(),
        }
    }

    fn private() -> Self {
        let mut world = Self::business();
        world.customer.kind = Kind::Private;
        world.customer.org = None;
        world.customer.endpoint = None;
        world.receiver = None;
        world
    }

    fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    fn consumer(self, efaktura: EfakturaStatus, yes_to_all: Reach, vipps: Reach) -> Self {
        let known = Consumer { efaktura, yes_to_all, vipps, ..Consumer::default() };
        self.with(|world| world.consumer = Some(known))
    }

    fn decide(&self) -> Decision {
        decide(&Facts {
            customer: &self.customer,
            settings: &self.settings,
            sender: &self.sender,
            agreement: &self.agreement,
            consumer: self.consumer.as_ref(),
            receiver: self.receiver.as_ref(),
            document: self.document,
            payable: self.payable,
            refused: &self.refused,
            now: "2026-11-23T12:00:00Z".parse().unwrap(),
        })
    }

    /// "einvoice" and the like for a channel, "wait", or "refuse"; then the trace as code:result.
    fn told(&self) -> (String, Vec<String>) {
        let decision = self.decide();
        let outcome = match decision.outcome {
            Outcome::Take(channel) => channel.word(),
            Outcome::Wait => "wait",
            Outcome::Refuse => "refuse",
        };
        let row = |row: &postbud::domain::channel::Row| {
            format!("{}:{}", row.verdict.word(), row.reason.words.code)
        };
        (outcome.to_owned(), decision.trace.iter().map(row).collect())
    }
}

fn address(country: &str) -> Address {
    Address {
        street: Some("Storgata 1".into()),
        street2: None,
        post_code: Some("0155".into()),
        place: Some("Oslo".into()),
        country: Country::parse(country).unwrap(),
    }
}

fn phones(mobile: &str) -> Vec<(String, Phone)> {
    let norway = Country::parse("NO").unwrap();
    vec![("mobile".to_owned(), Phone::parse_in(mobile, &norway).unwrap())]
}

fn receiver(answer: Answer, documents: &[Type]) -> Receiver {
    let as_of = "2026-11-23T10:00:00Z".parse().unwrap();
    Receiver { answer, documents: documents.to_vec(), as_of }
}

fn expect(world: &World, outcome: &str, trace: &[&str]) {
    let (got, rows) = world.told();
    assert_eq!(got, outcome, "{rows:?}");
    assert_eq!(rows, trace);
}

const EMAIL: &str = "spare:email_address_known";
const PRINT: &str = "spare:print_address_complete";

#[test]
fn a_registered_business_gets_it_electronically() {
    let world = World::business();
    expect(&world, "einvoice", &["taken:receiver_registered", EMAIL, PRINT]);
}

#[test]
fn a_business_that_is_not_registered_gets_mail_and_then_paper() {
    let world = World::business().with(|w| w.receiver = Some(receiver(Answer::NotRegistered, &[])));
    let skipped = "skipped:receiver_not_registered";
    expect(&world, "email", &[skipped, "taken:email_address_known", PRINT]);
    let world = world.with(|w| w.customer.email = None);
    let no_mail = "skipped:email_address_missing";
    expect(&world, "print", &[skipped, no_mail, "taken:print_address_complete"]);
    let world = world.with(|w| w.customer.address = None);
    expect(&world, "refuse", &[skipped, no_mail, "skipped:print_address_incomplete"]);
}

#[test]
fn a_business_without_number_endpoint_or_look_up_is_told_apart() {
    let mut world = World::business().with(|w| w.receiver = None);
    assert_eq!(world.told().1[0], "skipped:receiver_not_looked_up");
    world.customer.endpoint = None;
    assert_eq!(world.told().1[0], "skipped:receiver_without_endpoint");
    world.customer.org = None;
    assert_eq!(world.told().1[0], "skipped:business_without_organisation_number");
    assert_eq!(world.told().0, "email");
}

#[test]
fn a_business_registered_for_invoices_gets_its_credit_note_by_mail() {
    let world = World::business().with(|w| {
        w.receiver = Some(receiver(Answer::Receives, &[Type::Invoice]));
        w.document = Type::CreditNote;
    });
    let skipped = "skipped:receiver_does_not_take_type";
    expect(&world, "email", &[skipped, "taken:email_address_known", PRINT]);
}

#[test]
fn a_failed_look_up_waits_and_never_ends_on_paper() {
    let world = World::business().with(|w| w.receiver = Some(receiver(Answer::Failed, &[])));
    expect(&world, "wait", &["awaited:lookup_failed", EMAIL, PRINT]);
}

#[test]
fn a_consumer_takes_the_first_of_agreement_yes_to_all_and_vipps() {
    use Reach::{NotReceiving, Receiving};
    let none = "skipped:efaktura_agreement_not_active";
    let off = "skipped:consumer_not_receiving";
    let ask = "skipped:ask_no_wait";
    let all = World::private().consumer(EfakturaStatus::Active, Receiving, Receiving);
    let taken = "taken:efaktura_agreement_active";
    let spare = ["spare:yes_to_all", "spare:vipps_by_mobile", ask, EMAIL, PRINT];
    expect(&all, "efaktura", &[&[taken], &spare[..]].concat());
    let yes = World::private().consumer(EfakturaStatus::None, Receiving, NotReceiving);
    expect(&yes, "efaktura", &[none, "taken:yes_to_all", off, ask, EMAIL, PRINT]);
    let vipps = World::private().consumer(EfakturaStatus::Rejected, NotReceiving, Receiving);
    expect(&vipps, "vipps", &[none, off, "taken:vipps_by_mobile", ask, EMAIL, PRINT]);
    let nothing = World::private();
    let unknown = "skipped:consumer_not_looked_up";
    expect(&nothing, "email", &[none, unknown, unknown, ask, "taken:email_address_known", PRINT]);
}

#[test]
fn vipps_takes_no_credit_note_nothing_to_pay_and_no_landline() {
    let vipps =
        World::private().consumer(EfakturaStatus::None, Reach::NotReceiving, Reach::Receiving);
    let third = |world: World| world.told().1[2].clone();
    let credit = vipps.clone().with(|w| w.document = Type::CreditNote);
    assert_eq!(third(credit), "skipped:vipps_takes_no_credit_note");
    let paid = vipps.clone().with(|w| w.payable = Some(Decimal::ZERO));
    assert_eq!(third(paid), "skipped:vipps_nothing_to_pay");
    let bare = vipps.clone().with(|w| w.customer.phones.clear());
    assert_eq!(third(bare), "skipped:vipps_without_mobile");
    let land = vipps.with(|w| w.customer.phones = phones("22000000"));
    assert_eq!(third(land), "skipped:vipps_not_a_mobile");
}

#[test]
fn a_consumer_look_up_that_failed_is_waited_for_unless_something_better_is_known() {
    let away = Reach::TemporaryUnavailable;
    let waits = World::private().consumer(EfakturaStatus::None, away, Reach::Receiving);
    assert_eq!(waits.told().0, "wait");
    let better = World::private().consumer(EfakturaStatus::Active, away, away);
    assert_eq!(better.told().0, "efaktura");
}

#[test]
fn without_an_agreement_the_agreement_is_what_is_missing() {
    let missing = "skipped:agreement_missing";
    let rows = [missing, missing, missing, missing, "taken:email_address_known", PRINT];
    let known = World::private().consumer(EfakturaStatus::Active, Reach::Receiving, Reach::Unknown);
    let none = known.clone().with(|w| w.agreement = Agreement::default());
    expect(&none, "email", &rows);
    let off = known.clone().with(|w| w.settings.b2c = false);
    assert_eq!(off.told().1[0], "skipped:b2c_off");
    let neither = off.with(|w| w.agreement = Agreement::default());
    expect(&neither, "email", &rows);
    let abroad = known.with(|w| w.sender = Country::parse("SE").unwrap());
    assert_eq!(abroad.told().1[0], "skipped:agreement_norway_only");
}

#[test]
fn a_signed_agreement_counts_from_the_hour_it_must_be_visible() {
    let signed_at = |text: &str| Agreement {
        step: AgreementStep::Signed,
        signed_at: Some(text.parse().unwrap()),
        ..Agreement::default()
    };
    let known = World::private().consumer(EfakturaStatus::Active, Reach::Unknown, Reach::Unknown);
    let fresh = known.clone().with(|w| w.agreement = signed_at("2026-11-23T11:00:01Z"));
    assert_eq!(fresh.told().0, "email");
    let ripe = known.with(|w| w.agreement = signed_at("2026-11-23T11:00:00Z"));
    assert_eq!(ripe.told().0, "efaktura");
}

#[test]
fn modes_and_settings_bind() {
    let mode = |mode| World::business().with(|w| w.customer.mode = mode);
    expect(&mode(Mode::Oneself), "self", &["taken:mode_self"]);
    expect(&mode(Mode::Print), "print", &["taken:print_address_complete"]);
    expect(&mode(Mode::Email), "email", &["taken:email_address_known", PRINT]);
    expect(&mode(Mode::Electronic), "einvoice", &["taken:receiver_registered"]);
    let lost = mode(Mode::Electronic).with(|w| w.receiver = None);
    expect(&lost, "refuse", &["skipped:receiver_not_looked_up"]);
    let no_mail = mode(Mode::Email).with(|w| w.settings.email = false);
    expect(&no_mail, "print", &["skipped:email_switched_off", "taken:print_address_complete"]);
    let nothing = no_mail.with(|w| w.settings.print = false);
    expect(&nothing, "refuse", &["skipped:email_switched_off", "skipped:print_switched_off"]);
}

#[test]
fn a_channel_that_refused_is_not_taken_again() {
    let world = World::business().with(|w| w.refused = vec![Channel::Einvoice]);
    expect(&world, "email", &["skipped:channel_refused", "taken:email_address_known", PRINT]);
    let world = World::business().with(|w| w.refused = Channel::ALL.to_vec());
    assert_eq!(world.told().0, "refuse");
}

#[test]
fn efaktura_also_shows_in_vipps_and_the_reverse() {
    assert_eq!(Channel::Efaktura.shown_also_in(), Some(Channel::Vipps));
    assert_eq!(Channel::Vipps.shown_also_in(), Some(Channel::Efaktura));
    assert_eq!(Channel::Einvoice.shown_also_in(), None);
}

fn worlds() -> impl Strategy<Value = World> {
    let customer = (
        prop::sample::select(vec![Kind::Business, Kind::Private]),
        prop::sample::select(vec![
            Mode::Automatic,
            Mode::Electronic,
            Mode::Email,
            Mode::Print,
            Mode::Oneself,
        ]),
        prop::option::of(prop::sample::select(vec!["NO", "SE", "DK"])),
        any::<[bool; 8]>(),
    );
    let outside = (
        prop::sample::select(vec![Answer::Receives, Answer::NotRegistered, Answer::Failed]),
        prop::sample::select(vec![Type::Invoice, Type::CreditNote]),
        prop::sample::select(vec![EfakturaStatus::Active, EfakturaStatus::None]),
        prop::sample::select(REACH.to_vec()),
        prop::sample::select(REACH.to_vec()),
        -2..3_i64,
        prop::sample::subsequence(Channel::ALL.to_vec(), 0..3),
    );
    (customer, outside).prop_map(|((kind, mode, country, flags), outside)| {
        let (answer, document, efaktura, yes, vipps, payable, refused) = outside;
        let [email, mobile, endpoint, may_email, may_print, b2c, active, known] = flags;
        let mut world = World::business().consumer(efaktura, yes, vipps);
        world.customer.kind = kind;
        world.customer.mode = mode;
        world.customer.address = country.map(address);
        world.customer.email = world.customer.email.filter(|_| email);
        world.customer.phones.retain(|_| mobile);
        world.customer.endpoint = world.customer.endpoint.filter(|_| endpoint);
        world.settings = Settings { email: may_email, print: may_print, b2c, ..world.settings };
        if !active {
            world.agreement = Agreement::default();
        }
        world.receiver = known.then(|| receiver(answer, &[document]));
        world.document = document;
        world.payable = Some(payable.into());
        world.refused = refused;
        world
    })
}

const REACH: [Reach; 4] =
    [Reach::Unknown, Reach::Receiving, Reach::NotReceiving, Reach::TemporaryUnavailable];

/// What must hold of a taken channel, said anew from the requirements.
fn allowed(world: &World, channel: Channel) -> bool {
    if world.refused.contains(&channel) {
        return false;
    }
    let customer = &world.customer;
    let consumer = world.settings.b2c && world.agreement.step == AgreementStep::Active;
    match channel {
        Channel::Einvoice => customer.kind == Kind::Business && customer.endpoint.is_some(),
        Channel::Efaktura => customer.kind == Kind::Private && consumer,
        Channel::Vipps => {
            let pays = world.payable.is_some_and(|payable| payable > Decimal::ZERO);
            let invoice = world.document == Type::Invoice;
            consumer && customer.mobile(&world.settings).is_some() && invoice && pays
        }
        Channel::Email => world.settings.email && customer.email.is_some(),
        Channel::Print => world.settings.print && customer.address.is_some(),
        Channel::Oneself => customer.mode == Mode::Oneself,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn everybody_gets_one_channel_a_wait_or_a_refusal_with_a_reason(world in worlds()) {
        let decision = world.decide();
        let count = |verdict| decision.trace.iter().filter(|row| row.verdict == verdict).count();
        prop_assert!(!decision.trace.is_empty());
        match decision.outcome {
            Outcome::Take(channel) => {
                prop_assert!(allowed(&world, channel), "{channel:?}");
                prop_assert_eq!((count(Verdict::Taken), count(Verdict::Awaited)), (1, 0));
            }
            Outcome::Wait => {
                prop_assert_eq!((count(Verdict::Taken), count(Verdict::Awaited)), (0, 1));
            }
            Outcome::Refuse => {
                let skipped = count(Verdict::Skipped);
                prop_assert_eq!(skipped, decision.trace.len());
            }
        }
        for row in &decision.trace {
            let possible = matches!(row.verdict, Verdict::Taken | Verdict::Spare);
            let channel = row.step.channel().filter(|_| possible);
            prop_assert!(channel.is_none_or(|channel| allowed(&world, channel)), "{row:?}");
            prop_assert!(row.step != Step::Ask || row.verdict == Verdict::Skipped);
        }
        // Nothing before the taken step was possible, and nothing there is still to be asked.
        let first = decision.trace.iter().position(|row| row.verdict != Verdict::Skipped);
        let chosen = |verdict| matches!(verdict, Verdict::Taken | Verdict::Awaited);
        prop_assert!(first.is_none_or(|at| chosen(decision.trace[at].verdict)));
    }
}
