//! Domestic accounts: Norwegian bank accounts, Swedish bankgiro and plusgiro.

use super::checked::{Checked, Parts};
use super::digit::{compact, groups, groups_from_right, hyphenated, is_digits, split_end};
use super::kind::Kind;
use super::words::{BANK_ACCOUNT_SHAPE, BANKGIRO_SHAPE, PLUSGIRO_SHAPE};
use crate::domain::account::Account;

/// Checks a Norwegian bank account.
pub fn check_account(value: &str) -> Checked {
    let account = compact(value, ".-");
    if !is_digits(&account, 11..=11) {
        return Checked::formless(Kind::BankAccount, &BANK_ACCOUNT_SHAPE);
    }
    let print = groups(&account, &[4, 2, 5]);
    let parts = Parts {
        country: Some("NO".to_owned()),
        bank_code: account.get(..4).map(str::to_owned),
        ..Parts::default()
    };
    let mut checked = Checked::of(Kind::BankAccount, &account, print).with(parts);
    checked.judge_last(&account, |number| Account::parse(number).is_ok());
    checked
}

/// Checks a bankgiro.
pub fn check_bankgiro(value: &str) -> Checked {
    let giro = compact(without(value, "bankgiro:"), ".-");
    if !is_digits(&giro, 7..=8) {
        return Checked::formless(Kind::Bankgiro, &BANKGIRO_SHAPE);
    }
    giro_of(Kind::Bankgiro, &giro, hyphenated(&giro, '-', 4))
}

/// Checks a plusgiro.
pub fn check_plusgiro(value: &str) -> Checked {
    let giro = compact(without(value, "plusgiro:"), ".-");
    if !is_digits(&giro, 2..=8) {
        return Checked::formless(Kind::Plusgiro, &PLUSGIRO_SHAPE);
    }
    let (body, last) = split_end(&giro, 1);
    giro_of(Kind::Plusgiro, &giro, format!("{}-{last}", groups_from_right(2, body)))
}

fn giro_of(kind: Kind, giro: &str, print: String) -> Checked {
    let parts = Parts { country: Some("SE".to_owned()), ..Parts::default() };
    let mut checked = Checked::of(kind, giro, print).with(parts);
    let word = kind.word();
    checked.judge_last(giro, |number| Account::parse(&format!("{word}:{number}")).is_ok());
    checked
}

/// The number may have its kind in front, as accounts in requests have.
fn without<'a>(value: &'a str, mark: &str) -> &'a str {
    let value = value.trim();
    match value.split_at_checked(mark.len()) {
        Some((start, rest)) if start.eq_ignore_ascii_case(mark) => rest,
        _ => value,
    }
}
