//! Three-valued logic: what aborts is neither true nor false, and may not matter.

use crate::peppol::rules::outcome::Outcome;

/// Both; a false one settles it whatever the other is.
pub fn both(a: Outcome, b: Outcome) -> Outcome {
    match (a, b) {
        (Ok(false), _) | (_, Ok(false)) => Ok(false),
        (Err(abort), _) | (_, Err(abort)) => Err(abort),
        _ => Ok(true),
    }
}

/// Either; a true one settles it whatever the other is.
pub fn either(a: Outcome, b: Outcome) -> Outcome {
    match (a, b) {
        (Ok(true), _) | (_, Ok(true)) => Ok(true),
        (Err(abort), _) | (_, Err(abort)) => Err(abort),
        _ => Ok(false),
    }
}

/// The second, if the first.
pub fn implies(a: Outcome, b: Outcome) -> Outcome {
    either(a.map(|a| !a), b)
}
