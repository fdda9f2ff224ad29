//! The decision over time and against the usual way: asking and waiting, look-ups that grow old,
//! agreements from before 2018, limits of the channels, and what the caller decides for a document.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test says bluntly what it needs"
)]

use crate::support::world::World;
use jiff::Timestamp;
use jiff::civil::date;
use postbud::domain::agreement::{Agreement, Old, Step as AgreementStep};
use postbud::domain::channel::{Awaited, Channel, Outcome, Overrides};
use postbud::domain::consumer::{Consumer, EfakturaStatus, Reach};
use postbud::domain::customer::{Kind, Mode};
use postbud::domain::invoice::Type;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// A consumer with mobile and e-mail whom nothing reaches electronically.
fn unreached() -> World {
    World::private().consumer(EfakturaStatus::None, Reach::NotReceiving, Reach::NotReceiving)
}

/// What the trace says of asking, the fourth step.
fn asking(world: &World) -> String {
    world.told().1[3].clone()
}

#[test]
fn a_consumer_whom_nothing_reaches_is_asked_and_waited_for() {
    let world = unreached();
    assert_eq!(world.told().0, "wait");
    let expected = Awaited::Consumer { asked: world.now, until: at("2026-11-26T12:00:00Z") };
    assert_eq!(world.decide().outcome, Outcome::Wait(expected));
}

#[test]
fn after_three_days_without_an_answer_the_next_step_is_taken() {
    let asked = |now: &str| {
        unreached().with(|w| {
            w.asked = Some(at("2026-11-23T12:00:00Z"));
            w.now = at(now);
        })
    };
    assert_eq!(asked("2026-11-26T11:59:59.999999Z").told().0, "wait");
    let over = asked("2026-11-26T12:00:00Z");
    assert_eq!(over.told().0, "email");
    assert_eq!(asking(&over), "skipped:ask_without_answer");
    let bare = asked("2026-11-26T12:00:00Z").with(|w| w.customer.email = None);
    assert_eq!(bare.told().0, "print");
}

#[test]
fn three_days_are_days_of_oslo_when_the_clocks_change() {
    let asked = |now: &str| {
        unreached().with(|w| {
            w.asked = Some(at("2026-03-27T09:00:00Z"));
            w.now = at(now);
        })
    };
    assert_eq!(asked("2026-03-30T07:59:59Z").told().0, "wait");
    assert_eq!(asked("2026-03-30T08:00:00Z").told().0, "email");
}

#[test]
fn what_the_consumer_answers_is_followed_at_once() {
    let waiting = unreached().with(|w| w.asked = Some(w.now));
    let yes = waiting.clone().consumer(EfakturaStatus::Active, Reach::Unknown, Reach::Unknown);
    assert_eq!(yes.told().0, "efaktura");
    for status in [EfakturaStatus::Rejected, EfakturaStatus::Deleted, EfakturaStatus::Error] {
        let no = waiting.clone().consumer(status, Reach::NotReceiving, Reach::NotReceiving);
        assert_eq!(no.told().0, "email", "{status:?}");
        assert_eq!(asking(&no), "skipped:ask_answered");
    }
    for status in [EfakturaStatus::New, EfakturaStatus::RequestSent, EfakturaStatus::Accepted] {
        let open = waiting.clone().consumer(status, Reach::NotReceiving, Reach::NotReceiving);
        assert_eq!(open.told().0, "wait", "{status:?}");
    }
}

#[test]
fn an_open_question_is_answered_for_every_document() {
    let known = Consumer { asked_at: Some(at("2026-11-22T12:00:00Z")), ..Consumer::default() };
    let second = unreached().with(|w| w.consumer = Some(known));
    let shared =
        Awaited::Consumer { asked: at("2026-11-22T12:00:00Z"), until: at("2026-11-25T12:00:00Z") };
    assert_eq!(second.decide().outcome, Outcome::Wait(shared));
    // One that ran out is none: this document asks anew.
    let later = second.with(|w| w.now = at("2026-11-25T12:00:00Z"));
    let anew = Awaited::Consumer { asked: later.now, until: at("2026-11-28T12:00:00Z") };
    assert_eq!(later.decide().outcome, Outcome::Wait(anew));
}

#[test]
fn the_trace_says_which_policy_was_followed() {
    let off = unreached().with(|w| w.settings.asking.asks = false);
    assert_eq!((off.told().0.as_str(), asking(&off).as_str()), ("email", "skipped:ask_off"));
    let cannot = unreached().with(|w| w.settings.exchange_cannot_ask = true);
    assert_eq!(asking(&cannot), "skipped:ask_no_wait");
    let nobody = unreached().with(|w| {
        w.customer.email = None;
        w.customer.phones.clear();
    });
    assert_eq!(asking(&nobody), "skipped:ask_without_mobile_and_email");
    assert_eq!(nobody.told().0, "print");
    let week = unreached().with(|w| w.settings.asking.days = 7);
    let until = at("2026-11-30T12:00:00Z");
    assert_eq!(week.decide().outcome, Outcome::Wait(Awaited::Consumer { asked: week.now, until }));
}

#[test]
fn a_look_up_counts_for_a_day() {
    let known = |now: &str| World::business().with(|w| w.now = at(now));
    assert_eq!(known("2026-11-24T09:59:59.999999Z").told().0, "einvoice");
    let old = known("2026-11-24T10:00:00Z");
    assert_eq!(old.told().0, "wait");
    assert_eq!(old.told().1[0], "awaited:lookup_too_old");
    assert_eq!(old.with(|w| w.settings.lookup_hours = 25).told().0, "einvoice");
}

#[test]
fn a_consumer_look_up_counts_for_a_day_too() {
    let as_of = Some(at("2026-11-23T10:00:00Z"));
    for (efaktura, yes_to_all, vipps) in [
        (EfakturaStatus::Active, Reach::Unknown, Reach::Unknown),
        (EfakturaStatus::None, Reach::Receiving, Reach::Unknown),
        (EfakturaStatus::None, Reach::Unknown, Reach::Receiving),
        (EfakturaStatus::None, Reach::NotReceiving, Reach::NotReceiving),
    ] {
        let known = Consumer { efaktura, yes_to_all, vipps, as_of, ..Consumer::default() };
        let world = World::private().with(|w| w.consumer = Some(known));
        let told = |now: &str| world.clone().with(|w| w.now = at(now)).told();
        let fresh = told("2026-11-24T09:59:59Z");
        assert!(!fresh.1.contains(&"awaited:consumer_lookup_too_old".to_owned()), "{fresh:?}");
        let old = told("2026-11-24T10:00:00Z");
        assert_eq!(old.0, "wait");
        assert!(old.1.contains(&"awaited:consumer_lookup_too_old".to_owned()), "{old:?}");
    }
}

#[test]
fn the_old_agreements_end_or_grow_at_midnight_in_oslo() {
    let before = "2018-12-19T22:59:59Z";
    let after = "2018-12-19T23:00:00Z";
    let told = |old, now: &str, without_vipps| {
        let both =
            World::private().consumer(EfakturaStatus::Active, Reach::Unknown, Reach::Receiving);
        let world = both.with(|w| {
            w.agreement = Agreement { old: Some(old), without_vipps, ..Agreement::default() };
            w.now = at(now);
            w.due_date = Some(date(2019, 1, 10));
        });
        let rows = world.told().1;
        (rows[0].clone(), rows[2].clone())
    };
    let taken = "taken:efaktura_agreement_active".to_owned();
    let without = "skipped:agreement_without_channel".to_owned();
    let missing = "skipped:agreement_missing".to_owned();
    let spare = "spare:vipps_by_mobile".to_owned();
    assert_eq!(told(Old::Both, before, false), (taken.clone(), spare.clone()));
    assert_eq!(told(Old::Both, after, false), (taken.clone(), spare.clone()));
    assert_eq!(told(Old::Efaktura, before, false), (taken.clone(), without.clone()));
    assert_eq!(told(Old::Efaktura, after, false), (taken.clone(), spare));
    assert_eq!(told(Old::Efaktura, after, true), (taken, without.clone()));
    assert_eq!(told(Old::Vipps, before, false), (without, "taken:vipps_by_mobile".to_owned()));
    assert_eq!(told(Old::Vipps, after, false), (missing.clone(), missing));
}

#[test]
fn an_agreement_that_is_being_ended_reaches_nobody() {
    let known = World::private().consumer(EfakturaStatus::Active, Reach::Unknown, Reach::Unknown);
    let ending = known.with(|w| w.agreement.step = AgreementStep::Ending);
    assert_eq!(ending.told().1[0], "skipped:agreement_missing");
}

#[test]
fn a_due_date_that_is_too_near_leads_to_the_next_step() {
    let due = |day| {
        World::private()
            .consumer(EfakturaStatus::Active, Reach::Unknown, Reach::Receiving)
            .with(|w| w.due_date = day)
    };
    assert_eq!(due(Some(date(2026, 11, 27))).told().0, "efaktura");
    let near = due(Some(date(2026, 11, 26)));
    assert_eq!(near.told().0, "vipps");
    assert_eq!(near.told().1[0], "skipped:channel_due_date_too_near");
    assert_eq!(due(Some(date(2026, 11, 25))).told().1[2], "skipped:channel_due_date_too_near");
    assert_eq!(due(None).told().1[0], "skipped:channel_due_date_missing");
    // A quarter to midnight in Oslo is still today, a minute after it is tomorrow.
    let late = due(Some(date(2026, 11, 27))).with(|w| w.now = at("2026-11-23T22:59:59Z"));
    assert_eq!(late.told().0, "efaktura");
    assert_eq!(late.with(|w| w.now = at("2026-11-23T23:00:00Z")).told().0, "vipps");
    // A credit note asks for no money, so it has no day to be paid.
    let credit = due(None).with(|w| w.document = Type::CreditNote);
    assert_eq!(credit.told().0, "efaktura");
}

#[test]
fn a_customer_may_be_kept_out_of_efaktura() {
    let known =
        World::private().consumer(EfakturaStatus::Active, Reach::Receiving, Reach::Receiving);
    let off = known.with(|w| w.customer.handling.efaktura = false);
    let rows = off.told().1;
    assert!(rows[..4].iter().all(|row| row == "skipped:consumer_efaktura_off"), "{rows:?}");
    assert_eq!(off.told().0, "email");
}

fn decided(change: impl FnOnce(&mut Overrides)) -> World {
    World::business().with(|w| change(&mut w.overrides))
}

#[test]
fn a_forced_channel_is_taken_or_nothing_is() {
    assert_eq!(decided(|o| o.force = Some(Channel::Print)).told().0, "print");
    let own = decided(|o| o.force = Some(Channel::Oneself));
    assert_eq!(own.told(), ("self".to_owned(), vec!["taken:mode_self".to_owned()]));
    let wrong = decided(|o| o.force = Some(Channel::Vipps));
    assert_eq!(wrong.told().0, "refuse");
    assert_eq!(wrong.told().1, ["skipped:channel_not_for_kind"]);
    // The company's own prohibitions stand.
    let off = decided(|o| o.force = Some(Channel::Email)).with(|w| w.settings.email = false);
    assert_eq!(off.told().1, ["skipped:email_switched_off"]);
    let mode = decided(|o| o.force = Some(Channel::Einvoice)).with(|w| {
        w.customer.handling.mode = Mode::Oneself;
    });
    assert_eq!(mode.told().0, "einvoice");
}

#[test]
fn a_forbidden_channel_gives_way_to_the_next() {
    let without = decided(|o| o.forbid = vec![Channel::Einvoice, Channel::Email]);
    let rows = ["skipped:channel_forbidden", "skipped:channel_forbidden"];
    assert_eq!(without.told().1[..2], rows);
    assert_eq!(without.told().0, "print");
    let unasked = unreached().with(|w| w.overrides.forbid = vec![Channel::Efaktura]);
    assert_eq!(asking(&unasked), "skipped:channel_forbidden");
    assert_eq!(unasked.told().0, "email");
}

#[test]
fn a_given_order_is_the_order() {
    let order = decided(|o| o.order = vec![Channel::Print, Channel::Email]);
    let rows = ["taken:print_address_complete", "spare:email_address_known"];
    assert_eq!(order.told(), ("print".to_owned(), rows.map(str::to_owned).to_vec()));
    let consumer = World::private()
        .consumer(EfakturaStatus::Active, Reach::Unknown, Reach::Receiving)
        .with(|w| w.overrides.order = vec![Channel::Vipps, Channel::Efaktura]);
    assert_eq!(consumer.told().0, "vipps");
    assert_eq!(consumer.customer.kind, Kind::Private);
}
