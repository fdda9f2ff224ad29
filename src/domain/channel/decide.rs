//! The decision: the customer's steps in order, each with what became of it.

use crate::domain::channel::judge::{Judgement, judge};
use crate::domain::channel::sentences::ASK_NOT_NEEDED;
use crate::domain::channel::{Awaited, Decision, Facts, Outcome, Row, Step, Verdict};
use crate::domain::customer::{Customer, Kind, Mode};
use crate::domain::finding::Fault;

/// Decides.
pub fn decide(facts: &Facts<'_>) -> Decision {
    let steps = order(facts);
    let mut trace = Vec::with_capacity(steps.len());
    let mut outcome = Outcome::Refuse;
    for step in steps {
        let (verdict, reason) = match (judge(step, facts), outcome, step.channel()) {
            (Judgement::Possible(reason), Outcome::Refuse, Some(channel)) => {
                outcome = Outcome::Take(channel);
                (Verdict::Taken, reason)
            }
            (Judgement::Await(awaited, reason), Outcome::Refuse, _) => {
                outcome = Outcome::Wait(awaited);
                (Verdict::Awaited, reason)
            }
            (Judgement::Possible(reason), _, _) => (Verdict::Spare, reason),
            (Judgement::Await(Awaited::Consumer { .. }, _), _, _) => {
                (Verdict::Skipped, Fault::new(&ASK_NOT_NEEDED))
            }
            (Judgement::Await(_, reason) | Judgement::Skip(reason), _, _) => {
                (Verdict::Skipped, reason)
            }
        };
        trace.push(Row { step, verdict, reason });
    }
    Decision { outcome, trace }
}

/// The order of steps for this document.
fn order(facts: &Facts<'_>) -> Vec<Step> {
    match (facts.overrides.force, facts.overrides.order.as_slice()) {
        (Some(forced), _) => forced.steps().to_vec(),
        (None, []) => usual_order(facts.customer).to_vec(),
        (None, given) => given.iter().flat_map(|channel| channel.steps()).copied().collect(),
    }
}

/// The order of steps for this customer.
const fn usual_order(customer: &Customer) -> &'static [Step] {
    use Step as S;
    match (customer.handling.mode, customer.kind) {
        (Mode::Oneself, _) => &[S::Oneself],
        (Mode::Print, _) => &[S::Print],
        (Mode::Email, _) => &[S::Email, S::Print],
        (Mode::Electronic, Kind::Business) => &[S::Einvoice],
        // Whoever does not answer gets a letter.
        (Mode::Electronic, Kind::Private) => {
            &[S::EfakturaAgreement, S::EfakturaYesToAll, S::Vipps, S::Ask, S::Print]
        }
        (Mode::Automatic, Kind::Business) => &[S::Einvoice, S::Email, S::Print],
        (Mode::Automatic, Kind::Private) => {
            &[S::EfakturaAgreement, S::EfakturaYesToAll, S::Vipps, S::Ask, S::Email, S::Print]
        }
    }
}
