//! The line of a Danish payment form (FIK): card type 71 has a payment number of 15 digits, 75 one
//! of 16, the last of them modulus 10; the creditor's eight digits may follow.

use super::checked::{Checked, Parts};
use super::digit::{compact, is_digits, luhn};
use super::kind::Kind;
use super::words::DANISH_SHAPE;

/// Card types with a payment number, and how many digits it has.
pub(super) const CARDS: [(&str, usize); 2] = [("71", 15), ("75", 16)];

/// Checks a line such as `+71<004040400000669+12345678<`, or `71#…` as documents have it.
pub fn check(value: &str) -> Checked {
    let line = compact(value, "");
    let Some((card, number, creditor)) = taken_apart(&line) else {
        return Checked::formless(Kind::DanishReference, &DANISH_SHAPE);
    };
    let normal = written(card, number, creditor);
    let parts = Parts {
        country: Some("DK".to_owned()),
        card_type: Some(card.to_owned()),
        reference: Some(number.to_owned()),
        creditor_number: creditor.map(str::to_owned),
        ..Parts::default()
    };
    let mut checked = Checked::of(Kind::DanishReference, &normal, normal.as_str()).with(parts);
    checked.judge_last(number, luhn);
    checked
}

/// The line as it stands on the form.
pub(super) fn written(card: &str, number: &str, creditor: Option<&str>) -> String {
    let behind = creditor.map(|creditor| format!("+{creditor}<")).unwrap_or_default();
    format!("+{card}<{number}{behind}")
}

fn taken_apart(line: &str) -> Option<(&str, &str, Option<&str>)> {
    let line = line.strip_prefix('+').unwrap_or(line);
    let (card, rest) = line.split_once(['<', '#'])?;
    let (number, creditor) = match rest.split_once('+') {
        Some((number, creditor)) => (number, Some(creditor.strip_suffix('<').unwrap_or(creditor))),
        None => (rest, None),
    };
    let (_, digits) = CARDS.iter().find(|(known, _)| *known == card)?;
    let fits = is_digits(number, *digits..=*digits);
    (fits && creditor.is_none_or(|creditor| is_digits(creditor, 8..=8)))
        .then_some((card, number, creditor))
}
