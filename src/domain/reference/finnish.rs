//! The Finnish payment reference (viitenumero): 4 to 20 digits, weights 7, 3 and 1 from the right.

use super::checked::Checked;
use super::digit::{compact, groups_from_right, is_digits};
use super::kind::Kind;
use super::words::FINNISH_SHAPE;
use crate::domain::number::digits_of;

/// Checks a viitenumero. Zeros in front are filling.
pub fn check(value: &str) -> Checked {
    let given = compact(value, "");
    let number = given.trim_start_matches('0');
    if !is_digits(&given, 4..=20) || !is_digits(number, 4..=20) {
        return Checked::formless(Kind::FinnishReference, &FINNISH_SHAPE);
    }
    let print = groups_from_right(5, number);
    let mut checked = Checked::of(Kind::FinnishReference, number, print);
    checked.judge_last(number, passes);
    checked
}

fn passes(number: &str) -> bool {
    let weights = [1].into_iter().chain([7, 3, 1].into_iter().cycle());
    let digits = digits_of(number, number.len()).unwrap_or_default();
    digits.iter().rev().zip(weights).map(|(digit, weight)| digit * weight).sum::<u32>() % 10 == 0
}
