//! Whether an AllowanceCharge is an allowance or a charge.

use crate::peppol::rules::look::At;
use crate::peppol::rules::memory::Question;
use crate::peppol::rules::outcome::{Outcome, Why};
use crate::peppol::schema::id::CBC_CHARGE_INDICATOR;
use crate::peppol::schema::lexical::bare;

/// What an AllowanceCharge is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Indicator {
    /// ChargeIndicator is false.
    Allowance,
    /// ChargeIndicator is true.
    Charge,
}

/// Whether some ChargeIndicator says so; one that says neither aborts.
pub fn says(at: At<'_, '_>, wanted: Indicator) -> Outcome {
    let question = match wanted {
        Indicator::Allowance => Question::IsAllowance,
        Indicator::Charge => Question::IsCharge,
    };
    at.is(question, || find(at, wanted))
}

fn find(at: At<'_, '_>, wanted: Indicator) -> Outcome {
    at.try_any(&[CBC_CHARGE_INDICATOR], &mut |indicator| {
        let said = match bare(&indicator.value()) {
            "true" | "1" => Indicator::Charge,
            "false" | "0" => Indicator::Allowance,
            _ => return Err(indicator.abort(Why::NotBoolean)),
        };
        Ok(said == wanted)
    })
}

/// What it is where nothing can abort: an error fits no context.
pub fn quiet(at: At<'_, '_>) -> Option<Indicator> {
    let is = |wanted| says(at, wanted).unwrap_or(false);
    if is(Indicator::Allowance) {
        return Some(Indicator::Allowance);
    }
    is(Indicator::Charge).then_some(Indicator::Charge)
}
