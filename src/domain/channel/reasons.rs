//! Every reason that a decision can give, by its code: a trace that was kept is said from here.

use crate::domain::channel::{plan, sentences};
use crate::domain::words::Words;
use crate::domain::{agreement, claim, consumer, customer};

/// The sentence of a reason; none where no decision gives this code.
pub fn reason_of(code: &str) -> Option<&'static Words> {
    [sentences::ALL, plan::ALL, agreement::ALL, claim::ALL, consumer::ALL, customer::ALL]
        .into_iter()
        .flatten()
        .find(|words| words.code == code)
        .copied()
}
