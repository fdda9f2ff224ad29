//! The creditor reference of ISO 11649: `RF`, two check digits and up to 21 letters and digits.

use super::checked::{Checked, Parts};
use super::digit::{compact, found, groups_of, is_digits};
use super::kind::Kind;
use super::words::CREDITOR_SHAPE;
use crate::domain::account::is_mod97;

/// Checks a creditor reference.
pub fn check(value: &str) -> Checked {
    let number = compact(value, "").to_ascii_uppercase();
    let rest = number.strip_prefix("RF").and_then(|rest| rest.split_at_checked(2));
    let fitting = rest.filter(|(digits, reference)| is_digits(digits, 2..=2) && is_body(reference));
    let Some((digits, reference)) = fitting else {
        return Checked::formless(Kind::CreditorReference, &CREDITOR_SHAPE);
    };
    let parts = Parts { reference: Some(reference.to_owned()), ..Parts::default() };
    let print = groups_of(4, &number);
    let mut checked = Checked::of(Kind::CreditorReference, &number, print).with(parts);
    checked.check_digit = check_digits(reference);
    checked.judge(digits);
    checked
}

/// Whether the creditor's own part has its form.
pub(super) fn is_body(text: &str) -> bool {
    (1..=21).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// The two check digits.
pub(super) fn check_digits(reference: &str) -> Option<String> {
    let all = (2..=98).map(|digits| format!("{digits:02}"));
    found(all, |digits| is_mod97(&format!("RF{digits}{reference}")))
}
