//! IBAN (ISO 13616), with the domestic account inside it where its own check digit is known.

use super::checked::{Checked, Parts};
use super::digit::{compact, found, groups_of, is_digits, luhn};
use super::faults::{body_length, not_made};
use super::giro;
use super::kind::Kind;
use super::words::{IBAN_COUNTRY, IBAN_SHAPE, IBAN_SWEDISH};
use crate::domain::account::iban::{inside_is_right, length_of};
use crate::domain::account::{ACCOUNT_INSIDE, IBAN_LENGTH, is_mod97};
use crate::domain::codes;
use crate::domain::country::Country;
use crate::domain::finding::{Fault, Finding};

/// Checks an IBAN.
pub fn check(value: &str) -> Checked {
    let iban = compact(value, ".-").to_ascii_uppercase();
    let Some((country, digits, account)) = taken_apart(&iban) else {
        return Checked::formless(Kind::Iban, &IBAN_SHAPE);
    };
    let bank = bank_digits(country).and_then(|end| account.get(..end));
    let parts = Parts {
        country: Some(country.to_owned()),
        bank_code: bank.map(str::to_owned),
        account: Some(account.to_owned()),
        ..Parts::default()
    };
    let mut checked = Checked::of(Kind::Iban, &iban, groups_of(4, &iban)).with(parts);
    match length_of(country) {
        Some(length) if length != iban.len() => {
            let fault = Fault::new(&IBAN_LENGTH).with("country", country).with("length", length);
            checked.wrong(fault.with("given", iban.len()));
            return checked;
        }
        Some(_) => {}
        None => checked.doubtful(Fault::new(&IBAN_COUNTRY).with("country", country)),
    }
    // What follows from a wrong account would be wrong again.
    if !inside_is_right(country, account) {
        checked.wrong(Fault::new(&ACCOUNT_INSIDE).with("account", account));
        return checked;
    }
    checked.check_digit = check_digits(country, account);
    checked.judge(digits);
    checked
}

fn taken_apart(iban: &str) -> Option<(&str, &str, &str)> {
    let plain = iban.is_ascii() && iban.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if !plain || !(15..=34).contains(&iban.len()) {
        return None;
    }
    let (country, rest) = iban.split_at_checked(2)?;
    let (digits, account) = rest.split_at_checked(2)?;
    let known = codes::holds(codes::COUNTRIES, country) || length_of(country).is_some();
    (known && is_digits(digits, 2..=2)).then_some((country, digits, account))
}

fn check_digits(country: &str, account: &str) -> Option<String> {
    let all = (2..=98).map(|digits| format!("{digits:02}"));
    found(all, |digits| is_mod97(&format!("{country}{digits}{account}")))
}

/// How many of the first digits of the account are the bank's.
fn bank_digits(country: &str) -> Option<usize> {
    match country {
        "NO" | "DK" => Some(4),
        "SE" | "FI" => Some(3),
        _ => None,
    }
}

/// Makes an IBAN from a domestic account, where that is plain arithmetic.
pub(super) fn make(digits: &str, country: &Country) -> Result<String, Vec<Finding>> {
    let given = compact(digits, ".-");
    let faulty = |fault: Fault| vec![Finding::fatal(fault).at("/digits").value(digits)];
    let shaped = |lengths, wanted: &str| match is_digits(&given, lengths) {
        true => Ok(given.clone()),
        false => Err(faulty(body_length(wanted))),
    };
    let account = match country.code() {
        "NO" => {
            let account = giro::check_account(digits);
            if !account.is_valid() {
                let at = |finding: Finding| finding.at("/digits").value(digits);
                return Err(account.findings.into_iter().map(at).collect());
            }
            given
        }
        // Four digits of the bank, then up to ten of the account with zeros before them.
        "DK" => {
            let account = shaped(5..=14, "5-14")?;
            let (bank, account) = account.split_at_checked(4).unwrap_or_default();
            format!("{bank}{account:0>10}")
        }
        "FI" => {
            let account = shaped(14..=14, "14")?;
            if !luhn(&account) {
                return Err(faulty(Fault::new(&ACCOUNT_INSIDE).with("account", account)));
            }
            account
        }
        // How clearing number and account fill these twenty differs from bank to bank.
        "SE" if !is_digits(&given, 20..=20) => return Err(faulty(Fault::new(&IBAN_SWEDISH))),
        "SE" => given,
        _ => return Err(vec![not_made(country)]),
    };
    let checks = check_digits(country.code(), &account).unwrap_or_default();
    Ok(format!("{country}{checks}{account}"))
}
