//! A Norwegian KID against the OCR agreement: length, modulus, and where the customer stands.

use super::checked::{Checked, Parts};
use super::digit::{DIGITS, compact, found, is_digits, split_end};
use super::kind::Kind;
use super::terms::{Modulus, Terms};
use super::words::{KID_LENGTH_AGREED, KID_NEITHER, KID_OTHER_MODULUS};
use crate::domain::account::{KID_LENGTH, KID_LENGTHS};
use crate::domain::finding::Fault;

/// Checks a KID.
pub fn check(value: &str, terms: &Terms) -> Checked {
    let kid = compact(value, "");
    let body = kid.strip_suffix('-').unwrap_or(&kid);
    if !KID_LENGTHS.contains(&kid.len()) || !is_digits(body, 0..=kid.len()) {
        return Checked::formless(Kind::Kid, &KID_LENGTH);
    }
    let moduli: Vec<Modulus> =
        Modulus::ALL.into_iter().filter(|modulus| modulus.passes(&kid)).collect();
    let parts = Parts {
        moduli: moduli.iter().map(|modulus| modulus.number()).collect(),
        ..Parts::default()
    };
    let mut checked = Checked::of(Kind::Kid, &kid, kid.as_str()).with(parts);
    if !terms.lengths.is_empty() && !terms.lengths.iter().any(|l| usize::from(*l) == kid.len()) {
        let agreed: Vec<String> = terms.lengths.iter().map(ToString::to_string).collect();
        let fault = Fault::new(&KID_LENGTH_AGREED).with("digits", kid.len());
        checked.wrong(fault.with("agreed", agreed.join(", ")));
    }
    judge(&mut checked, &kid, terms.modulus, &moduli);
    checked.take_apart(&kid, terms);
    checked
}

/// The last place that this modulus wants behind the body.
pub(super) fn last_place(body: &str, modulus: Modulus) -> Option<String> {
    let places = DIGITS.chars().chain(['-']);
    found(places, |place| modulus.passes(&format!("{body}{place}")))
}

fn judge(checked: &mut Checked, kid: &str, agreed: Option<Modulus>, fits: &[Modulus]) {
    let (body, given) = split_end(kid, 1);
    let wanted = |modulus| last_place(body, modulus).unwrap_or_default();
    match (agreed, fits.first()) {
        (Some(agreed), _) => {
            checked.check_digit = last_place(body, agreed);
            match fits.iter().find(|fits| **fits != agreed) {
                Some(other) if !fits.contains(&agreed) => {
                    let fault = Fault::new(&KID_OTHER_MODULUS).with("other", other.number());
                    let fault = fault.with("agreed", agreed.number());
                    checked.wrong(fault.with("expected", wanted(agreed)));
                }
                _ => checked.judge(given),
            }
        }
        (None, Some(_)) => checked.check_digit = Some(given.to_owned()),
        (None, None) => {
            let fault = Fault::new(&KID_NEITHER).with("ten", wanted(Modulus::Ten));
            checked.wrong(fault.with("eleven", wanted(Modulus::Eleven)));
        }
    }
}
