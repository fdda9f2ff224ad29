//! Each step on its own: possible, to be waited for, or skipped, and why.

use crate::domain::agreement::{AGREEMENT_NORWAY_ONLY, B2C_OFF};
use crate::domain::channel::{Awaited, Channel, Facts, Stated, Step, limits, plan, sentences::*};
use crate::domain::claim::CLAIM_MISSING;
use crate::domain::consumer::{Consumer, EfakturaStatus, Reach};
use crate::domain::customer::{CUSTOMER_ORG_MISSING, Kind};
use crate::domain::finding::Fault;
use crate::domain::invoice::Type;
use crate::domain::receiver::Answer;
use crate::domain::time::{days_after, legal_day, minutes_after};
use crate::domain::words::Words;
use jiff::Timestamp;

/// What is said of a step.
pub enum Judgement {
    Possible(Fault),
    Await(Awaited, Fault),
    Skip(Fault),
}

use Judgement::{Await, Possible, Skip};

/// Judges a step.
pub fn judge(step: Step, facts: &Facts<'_>) -> Judgement {
    // Who refuses or must not get eFaktura is not asked for it either.
    let channel = step.channel().unwrap_or(Channel::Efaktura);
    if facts.refused.contains(&channel) {
        return Skip(Fault::new(&CHANNEL_REFUSED));
    }
    if facts.overrides.forbid.contains(&channel) {
        return Skip(Fault::new(&CHANNEL_FORBIDDEN));
    }
    match by_itself(step, channel, facts) {
        Skip(reason) => Skip(reason),
        open => without_required(channel, facts).map_or(open, Skip),
    }
}

/// Why the channel is not taken, whatever else speaks for it: an attachment would not arrive.
fn without_required(channel: Channel, facts: &Facts<'_>) -> Option<Fault> {
    let handling = facts.customer.handling;
    plan::lacks_required(channel, facts.sheet.attachments, facts.settings, handling)
}

fn by_itself(step: Step, channel: Channel, facts: &Facts<'_>) -> Judgement {
    match (step, facts.customer.kind) {
        (Step::Einvoice, Kind::Business) => einvoice(facts),
        (Step::Email, _) => email(facts),
        (Step::Print, _) => print(facts),
        (Step::Oneself, _) => Possible(Fault::new(&ONESELF)),
        (Step::Einvoice, Kind::Private) | (_, Kind::Business) => {
            let fault = Fault::new(&CHANNEL_NOT_FOR_KIND).with("kind", facts.customer.kind.word());
            Skip(fault.with("channel", channel.word()))
        }
        (_, Kind::Private) => consumer(step, facts),
    }
}

fn einvoice(facts: &Facts<'_>) -> Judgement {
    // A receiver there would book it as a second invoice.
    if facts.sheet.document.follows_up() {
        let word = facts.sheet.document.word();
        return Skip(Fault::new(&EINVOICE_NOT_FOLLOW_UP).with("type", word));
    }
    if let Some(words) = facts.sheet.off_network {
        return Skip(Fault::new(words));
    }
    let Some(endpoint) = &facts.customer.endpoint else {
        let missing =
            if facts.customer.org.is_none() { &CUSTOMER_ORG_MISSING } else { &NO_ENDPOINT };
        return Skip(Fault::new(missing));
    };
    let said = |words| Fault::new(words).with("endpoint", endpoint.text());
    if !endpoint.is_taken() {
        return Skip(said(&ENDPOINT_WRONG));
    }
    match facts.receiver {
        None => Skip(said(&RECEIVER_NOT_LOOKED_UP)),
        Some(receiver) if receiver.answer == Answer::Failed => {
            Await(Awaited::Lookup, said(&LOOKUP_FAILED))
        }
        Some(receiver) if is_old(receiver.as_of, facts) => {
            Await(Awaited::Lookup, said(&LOOKUP_OLD).with("as_of", receiver.as_of))
        }
        Some(receiver) if receiver.takes(facts.sheet.document) => Possible(said(&REGISTERED)),
        Some(receiver) if receiver.answer == Answer::Receives => {
            Skip(said(&TYPE_NOT_TAKEN).with("type", facts.sheet.document.word()))
        }
        Some(_) => Skip(said(&NOT_REGISTERED)),
    }
}

/// More than a day ahead of now lies only what a clock said that has been set back since.
fn is_ahead(moment: Timestamp, facts: &Facts<'_>) -> bool {
    moment > minutes_after(facts.now, 24 * 60)
}

/// What the outside world said is perishable: it counts for the hours of the setting.
fn is_old(as_of: Timestamp, facts: &Facts<'_>) -> bool {
    let end = minutes_after(as_of, i64::from(facts.settings.lookup_hours) * 60);
    facts.now >= end || is_ahead(as_of, facts)
}

fn consumer(step: Step, facts: &Facts<'_>) -> Judgement {
    if !facts.sender.is_norway() {
        return Skip(Fault::new(&AGREEMENT_NORWAY_ONLY).with("country", facts.sender));
    }
    if !facts.customer.handling.efaktura {
        return Skip(Fault::new(&CONSUMER_EFAKTURA_OFF));
    }
    let covers = facts.agreement.covers(facts.now);
    if !covers.efaktura && !covers.vipps {
        let state = facts.agreement.state(facts.now).word();
        return Skip(Fault::new(&AGREEMENT_MISSING).with("state", state));
    }
    if !facts.settings.b2c {
        return Skip(Fault::new(&B2C_OFF));
    }
    if !(if step == Step::Vipps { covers.vipps } else { covers.efaktura }) {
        return Skip(Fault::new(&AGREEMENT_WITHOUT).with("channel", step.word()));
    }
    if let Some(words) = unfounded(facts) {
        return Skip(Fault::new(words));
    }
    let nothing = Consumer::default();
    let known = facts.consumer.unwrap_or(&nothing);
    match step {
        Step::Vipps => vipps(facts, known),
        Step::Ask => ask(facts, known),
        _ => efaktura(step, facts, known),
    }
}

/// Why the claim may not go this way: it has no ground, or one that is forbidden.
fn unfounded(facts: &Facts<'_>) -> Option<&'static Words> {
    match (facts.sheet.document, facts.sheet.claim) {
        (Type::CreditNote, _) | (_, Stated::Unknown) => None,
        (_, Stated::Missing) => Some(&CLAIM_MISSING),
        (_, Stated::Claim(claim)) => claim.forbidden(),
    }
}

fn efaktura(step: Step, facts: &Facts<'_>, known: &Consumer) -> Judgement {
    if let Some(fault) = limits::efaktura(&facts.sheet, legal_day(facts.now, facts.sender)) {
        return Skip(fault);
    }
    match (step, known.efaktura) {
        (Step::EfakturaYesToAll, _) => {
            reach(known.yes_to_all, known.yes_to_all_at(), facts, || (&YES_TO_ALL).into())
        }
        (_, EfakturaStatus::Active) if is_old_answer(known.efaktura_at(), facts) => {
            Await(Awaited::Lookup, Fault::new(&CONSUMER_LOOKUP_OLD))
        }
        (_, EfakturaStatus::Active) => Possible(Fault::new(&EFAKTURA_ACTIVE)),
        (_, status) => Skip(Fault::new(&EFAKTURA_NONE).with("status", status.word())),
    }
}

fn vipps(facts: &Facts<'_>, known: &Consumer) -> Judgement {
    if let Some(fault) = limits::vipps(&facts.sheet, legal_day(facts.now, facts.sender)) {
        return Skip(fault);
    }
    match facts.customer.mobile(facts.settings) {
        None => Skip(Fault::new(&VIPPS_NO_MOBILE)),
        Some(mobile) if !mobile.may_be_mobile() => {
            Skip(Fault::new(&VIPPS_NOT_A_MOBILE).with("mobile", mobile))
        }
        Some(mobile) => {
            let reached = || Fault::new(&VIPPS_REACHED).with("mobile", mobile);
            reach(known.vipps, known.vipps_at(), facts, reached)
        }
    }
}

fn reach(
    answer: Reach,
    as_of: Option<Timestamp>,
    facts: &Facts<'_>,
    reached: impl FnOnce() -> Fault,
) -> Judgement {
    match answer {
        Reach::TemporaryUnavailable => Await(Awaited::Lookup, Fault::new(&CONSUMER_LOOKUP_FAILED)),
        Reach::Unknown => Skip(Fault::new(&CONSUMER_NOT_LOOKED_UP)),
        _ if is_old_answer(as_of, facts) => {
            Await(Awaited::Lookup, Fault::new(&CONSUMER_LOOKUP_OLD))
        }
        Reach::Receiving => Possible(reached()),
        Reach::NotReceiving | Reach::NotAvailable => {
            Skip(Fault::new(&CONSUMER_NOT_REACHED).with("status", answer.word()))
        }
    }
}

fn is_old_answer(as_of: Option<Timestamp>, facts: &Facts<'_>) -> bool {
    as_of.is_some_and(|as_of| is_old(as_of, facts))
}

/// Asking and waiting is the seeds' way. Where the company does not want it or the exchange cannot
/// do it there is nothing to wait for, and the trace says which.
fn ask(facts: &Facts<'_>, known: &Consumer) -> Judgement {
    let asking = facts.settings.asking;
    if let Some(reason) = not_asked(facts, known) {
        return Skip(reason);
    }
    let end = |asked| days_after(asked, i64::from(asking.days), facts.sender);
    let sane = |asked: &Timestamp| !is_ahead(*asked, facts);
    // A question that is open already is answered for all documents.
    let open = known.asked_at.filter(sane).filter(|asked| facts.now < end(*asked));
    let asked = facts.asked.filter(sane).or(open).unwrap_or(facts.now);
    let until = end(asked);
    if facts.now >= until {
        return Skip(Fault::new(&ASK_OVER).with("days", asking.days));
    }
    // Whoever says yes on the last day must still get it as eFaktura.
    if let Some(fault) = limits::efaktura(&facts.sheet, legal_day(until, facts.sender)) {
        return Skip(fault);
    }
    let fault = Fault::new(&ASK_WAITS).with("days", asking.days).with("until", until);
    Await(Awaited::Consumer { asked, until }, fault)
}

/// Why the consumer is not asked.
fn not_asked(facts: &Facts<'_>, known: &Consumer) -> Option<Fault> {
    if facts.settings.exchange_cannot_ask {
        Some(Fault::new(&ASK_NO_WAIT))
    } else if !facts.settings.asking.asks {
        Some(Fault::new(&ASK_OFF))
    } else if facts.sheet.document != Type::Invoice {
        Some(Fault::new(&ASK_INVOICES_ONLY).with("type", facts.sheet.document.word()))
    } else if !known.efaktura.may_become_active() {
        Some(Fault::new(&ASK_ANSWERED).with("status", known.efaktura.word()))
    } else if known.question_failed {
        Some(Fault::new(&ASK_FAILED))
    } else if facts.customer.asked_by(facts.settings).is_none() {
        Some(Fault::new(&ASK_UNREACHABLE))
    } else {
        None
    }
}

fn email(facts: &Facts<'_>) -> Judgement {
    match facts.overrides.email.as_ref().or(facts.customer.email.as_ref()) {
        _ if !facts.settings.email => Skip(Fault::new(&EMAIL_OFF)),
        None => Skip(Fault::new(&EMAIL_MISSING)),
        Some(address) => Possible(Fault::new(&EMAIL_THERE).with("email", address)),
    }
}

fn print(facts: &Facts<'_>) -> Judgement {
    let missing = match &facts.customer.address {
        None => Some("street"),
        Some(address) => address.missing_parts().next(),
    };
    match missing {
        _ if !facts.settings.print => Skip(Fault::new(&PRINT_OFF)),
        None => Possible(Fault::new(&PRINT_THERE)),
        Some(part) => Skip(Fault::new(&PRINT_ADDRESS_MISSING).with("part", part)),
    }
}
