//! The distribution decision: a table over every branch, and a property over everything that a
//! customer, a company and the outside world can be.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says bluntly what it needs")]

use crate::support::world::{World, address, expect, phones, receiver};
use jiff::civil::date;
use jiff::{Timestamp, ToSpan};
use postbud::domain::agreement::{Agreement, Step as AgreementStep};
use postbud::domain::channel::{Awaited, Channel, Outcome, Overrides, Stated, Step, Verdict};
use postbud::domain::company::Settings;
use postbud::domain::consumer::{Consumer, EfakturaStatus, Reach};
use postbud::domain::country::Country;
use postbud::domain::customer::{Kind, Mode};
use postbud::domain::invoice::Type;
use postbud::domain::receiver::{Answer, Receiver};
use proptest::prelude::*;
use rust_decimal::Decimal;

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
fn what_follows_an_invoice_up_never_goes_to_the_network() {
    for kind in Type::ALL.iter().filter(|kind| kind.follows_up()) {
        // Not even where a directory says so, and nothing is waited for.
        for answer in [Answer::Receives, Answer::Failed] {
            let world = World::business().with(|w| {
                w.receiver = Some(receiver(answer, Type::ALL));
                w.document = *kind;
            });
            let skipped = "skipped:einvoice_not_for_type";
            expect(&world, "email", &[skipped, "taken:email_address_known", PRINT]);
        }
    }
}

#[test]
fn what_follows_an_invoice_up_reaches_a_consumer_by_net_bank_and_vipps() {
    use Reach::{NotReceiving, Receiving};
    for kind in Type::ALL.iter().filter(|kind| kind.follows_up()) {
        let world = World::private().with(|w| w.document = *kind);
        let active = world.clone().consumer(EfakturaStatus::Active, NotReceiving, Receiving);
        assert_eq!(active.told().0, "efaktura");
        let vipps = world.clone().consumer(EfakturaStatus::None, NotReceiving, Receiving);
        assert_eq!(vipps.told().0, "vipps");
        // It needs the ground that the invoice needed, and it waits for nobody's yes.
        let unfounded = vipps.with(|w| w.claim = Stated::Missing);
        let missing = "skipped:claim_ground_missing";
        let rows = [missing, missing, missing, missing, "taken:email_address_known", PRINT];
        expect(&unfounded, "email", &rows);
        let asking = world.consumer(EfakturaStatus::None, NotReceiving, NotReceiving);
        assert!(asking.told().1.contains(&"skipped:ask_for_invoices_only".to_owned()));
        assert_eq!(asking.told().0, "email");
    }
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
    let (ask, answered) = ("skipped:ask_not_needed", "skipped:ask_answered");
    let all = World::private().consumer(EfakturaStatus::Active, Receiving, Receiving);
    let taken = "taken:efaktura_agreement_active";
    let spare = ["spare:yes_to_all", "spare:vipps_by_mobile", answered, EMAIL, PRINT];
    expect(&all, "efaktura", &[&[taken], &spare[..]].concat());
    let yes = World::private().consumer(EfakturaStatus::None, Receiving, NotReceiving);
    expect(&yes, "efaktura", &[none, "taken:yes_to_all", off, ask, EMAIL, PRINT]);
    let vipps = World::private().consumer(EfakturaStatus::Rejected, NotReceiving, Receiving);
    expect(&vipps, "vipps", &[none, off, "taken:vipps_by_mobile", answered, EMAIL, PRINT]);
    let nothing = World::private();
    let unknown = "skipped:consumer_not_looked_up";
    let asks = "awaited:ask_and_wait";
    expect(&nothing, "wait", &[none, unknown, unknown, asks, EMAIL, PRINT]);
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
    let mode = |mode| World::business().with(|w| w.customer.handling.mode = mode);
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
        prop::sample::select(Type::ALL.to_vec()),
        prop::sample::select(vec![EfakturaStatus::Active, EfakturaStatus::None]),
        prop::sample::select(REACH.to_vec()),
        prop::sample::select(REACH.to_vec()),
        -2..3_i64,
        prop::sample::subsequence(Channel::ALL.to_vec(), 0..3),
    );
    let wishes = (
        prop::option::weighted(0.2, prop::sample::select(Channel::ALL.to_vec())),
        prop::sample::subsequence(Channel::ALL.to_vec(), 0..2),
        prop::sample::subsequence(Channel::ALL.to_vec(), 0..4),
        prop::option::of(0..100_i64),
        0..48_i64,
        -1..8_i64,
        any::<[bool; 2]>(),
    );
    (customer, outside, wishes).prop_map(|((kind, mode, country, flags), outside, wishes)| {
        let (answer, document, efaktura, yes, vipps, payable, refused) = outside;
        let [email, mobile, endpoint, may_email, may_print, b2c, active, known] = flags;
        let mut world = World::business().consumer(efaktura, yes, vipps);
        world.customer.kind = kind;
        world.customer.handling.mode = mode;
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
        wish(world, wishes)
    })
}

type Wishes = (Option<Channel>, Vec<Channel>, Vec<Channel>, Option<i64>, i64, i64, [bool; 2]);

/// The world with what the caller decided, how old its look-ups are and when the document is due.
fn wish(mut world: World, wishes: Wishes) -> World {
    let (force, forbid, order, asked, age, due, [efaktura, asks]) = wishes;
    let order = if force.is_some() { Vec::new() } else { order };
    world.overrides = Overrides { force, forbid, order, ..Overrides::default() };
    world.asked = asked.map(|hours| world.now.checked_sub(hours.hours()).unwrap());
    let as_of = world.now.checked_sub(age.hours()).unwrap();
    world.receiver = world.receiver.map(|receiver| Receiver { as_of, ..receiver });
    world.consumer = world.consumer.map(|known| Consumer { as_of: Some(as_of), ..known });
    let today = date(2026, 11, 23);
    world.due_date = (due >= 0).then(|| today.checked_add(due.days()).unwrap());
    world.customer.handling.efaktura = efaktura;
    world.settings.asking.asks = asks;
    world
}

const REACH: [Reach; 4] =
    [Reach::Unknown, Reach::Receiving, Reach::NotReceiving, Reach::TemporaryUnavailable];

/// What must hold of a taken channel, said anew from the requirements.
fn allowed(world: &World, channel: Channel) -> bool {
    let Overrides { force, forbid, order, .. } = &world.overrides;
    let wanted = force.is_none_or(|forced| forced == channel)
        && (order.is_empty() || order.contains(&channel));
    if world.refused.contains(&channel) || forbid.contains(&channel) || !wanted {
        return false;
    }
    let customer = &world.customer;
    let private = customer.kind == Kind::Private && customer.handling.efaktura;
    let active = world.settings.b2c && world.agreement.step == AgreementStep::Active;
    let consumer =
        private && active && fresh(world.consumer.as_ref().and_then(|it| it.as_of), world);
    let days = world.due_date.map(|due| date(2026, 11, 23).until(due).unwrap().get_days());
    let credit = world.document == Type::CreditNote;
    let follows_up = !credit && world.document != Type::Invoice;
    match channel {
        Channel::Einvoice => {
            let known = world.receiver.as_ref().map(|receiver| receiver.as_of);
            let reached = customer.kind == Kind::Business && customer.endpoint.is_some();
            reached && fresh(known, world) && !follows_up
        }
        Channel::Efaktura => consumer && (credit || days.is_some_and(|days| days >= 4)),
        Channel::Vipps => {
            let pays = world.payable.is_some_and(|payable| payable > Decimal::ZERO);
            let due = days.is_some_and(|days| days >= 3);
            consumer && customer.mobile(&world.settings).is_some() && !credit && pays && due
        }
        Channel::Email => world.settings.email && customer.email.is_some(),
        Channel::Print => world.settings.print && customer.address.is_some(),
        Channel::Oneself => {
            let own = customer.handling.mode == Mode::Oneself;
            own || force.is_some() || order.contains(&Channel::Oneself)
        }
    }
}

/// A look-up counts for a day.
fn fresh(as_of: Option<Timestamp>, world: &World) -> bool {
    as_of.is_some_and(|as_of| world.now < as_of.checked_add(24.hours()).unwrap())
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
            Outcome::Wait(awaited) => {
                prop_assert_eq!((count(Verdict::Taken), count(Verdict::Awaited)), (0, 1));
                if let Awaited::Consumer { asked, until } = awaited {
                    prop_assert!(asked <= world.now && world.now < until);
                    prop_assert!(world.asked.is_none_or(|before| before == asked));
                }
            }
            Outcome::Refuse => {
                let skipped = count(Verdict::Skipped);
                prop_assert_eq!(skipped, decision.trace.len());
            }
        }
        let first = decision.trace.iter().find(|row| row.verdict != Verdict::Skipped);
        for row in &decision.trace {
            let possible = matches!(row.verdict, Verdict::Taken | Verdict::Spare);
            let channel = row.step.channel().filter(|_| possible);
            prop_assert!(channel.is_none_or(|channel| allowed(&world, channel)), "{row:?}");
            let may_wait = first == Some(row) && row.verdict == Verdict::Awaited;
            prop_assert!(row.step != Step::Ask || row.verdict == Verdict::Skipped || may_wait);
        }
        // Nothing before the taken step was possible, and nothing there is still to be asked.
        let first = decision.trace.iter().position(|row| row.verdict != Verdict::Skipped);
        let chosen = |verdict| matches!(verdict, Verdict::Taken | Verdict::Awaited);
        prop_assert!(first.is_none_or(|at| chosen(decision.trace[at].verdict)));
    }
}
