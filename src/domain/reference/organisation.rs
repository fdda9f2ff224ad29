//! Organisation numbers of the Nordic countries; of others only the form is known.

use super::checked::{Checked, Parts};
use super::digit::{compact, groups, hyphenated, is_digits, split_end};
use super::kind::Kind;
use super::personal;
use super::terms::Terms;
use super::words::{CHECK_DIGIT_UNKNOWN, ORGANISATION_DK, ORGANISATION_FI, ORGANISATION_FORM};
use crate::domain::country::Country;
use crate::domain::finding::Fault;
use crate::domain::number::{
    ORG_NUMBER_SHAPE_NO, ORG_NUMBER_SHAPE_SE, OrgNumber, digits_of, is_luhn, is_mod11,
};
use jiff::civil::Date;

const NORDIC: [&str; 4] = ["NO", "SE", "DK", "FI"];

/// Checks an organisation number; without a country the form tells which.
pub fn check(value: &str, terms: &Terms) -> Checked {
    let Some(country) = &terms.country else {
        let mut fitting: Vec<Checked> = NORDIC
            .iter()
            .map(|country| nordic(value, country, terms.today))
            .filter(Checked::has_form)
            .collect();
        let right = fitting.iter().position(Checked::is_valid).unwrap_or(0);
        return match fitting.is_empty() {
            true => Checked::formless(Kind::OrganisationNumber, &ORGANISATION_FORM),
            false => fitting.swap_remove(right),
        };
    };
    match NORDIC.contains(&country.code()) {
        true => nordic(value, country.code(), terms.today),
        false => foreign(value, country),
    }
}

/// Checks a number of one of the four countries.
pub(super) fn nordic(value: &str, country: &str, today: Date) -> Checked {
    let mut checked = match country {
        "NO" => norwegian(value),
        "SE" => swedish(value, today),
        "DK" => danish(value),
        _ => finnish(value),
    };
    checked.parts.country = Some(country.to_owned());
    checked
}

fn norwegian(value: &str) -> Checked {
    let number = compact(value, "");
    if !is_digits(&number, 9..=9) {
        return Checked::formless(Kind::OrganisationNumber, &ORG_NUMBER_SHAPE_NO);
    }
    let mut checked = Checked::of(Kind::OrganisationNumber, &number, groups(&number, &[3, 3, 3]));
    let norway = Country::parse("NO");
    let passes =
        |number: &str| norway.as_ref().is_ok_and(|no| OrgNumber::parse(number, no).is_ok());
    checked.judge_last(&number, passes);
    checked
}

/// Ten digits; twelve begin with 16 for a company and with the century for a sole trader, whose
/// number is his personal one. A company's third digit is two or more, where a month has 0 or 1.
fn swedish(value: &str, today: Date) -> Checked {
    let digits = compact(value, "-+");
    if !is_digits(&digits, 10..=12) || digits.len() == 11 {
        return Checked::formless(Kind::OrganisationNumber, &ORG_NUMBER_SHAPE_SE);
    }
    let (century, number) = split_end(&digits, 10);
    let person = number.get(2..3).is_some_and(|third| third < "2");
    if person {
        let mut checked = personal::check(value, today);
        checked.kind = Kind::OrganisationNumber;
        checked.normal = checked.normal.map(|_| number.to_owned());
        return checked;
    }
    if value.contains('+') || !["", "16"].contains(&century) {
        return Checked::formless(Kind::OrganisationNumber, &ORG_NUMBER_SHAPE_SE);
    }
    let parts = Parts { holder: Some("company"), ..Parts::default() };
    let print = hyphenated(number, '-', 4);
    let mut checked = Checked::of(Kind::OrganisationNumber, number, print).with(parts);
    checked.judge_last(number, |all| digits_of(all, 10).is_some_and(|all| is_luhn(&all)));
    checked
}

/// CVR number: eight digits, modulus 11.
fn danish(value: &str) -> Checked {
    let number = compact(value, "");
    if !is_digits(&number, 8..=8) || number.starts_with('0') {
        return Checked::formless(Kind::OrganisationNumber, &ORGANISATION_DK);
    }
    let print = groups(&number, &[2, 2, 2, 2]);
    let mut checked = Checked::of(Kind::OrganisationNumber, &number, print);
    checked.judge_last(&number, |all| weighs(all, &[2, 7, 6, 5, 4, 3, 2, 1]));
    checked
}

/// Y-tunnus: seven digits, a hyphen and the check digit, modulus 11; old ones lack a digit.
fn finnish(value: &str) -> Checked {
    let compact = compact(value, "");
    let number = compact.replacen('-', "", 1);
    let hyphen = compact.len().checked_sub(2);
    let placed = compact.find('-').is_none_or(|at| Some(at) == hyphen);
    // Without its hyphen an old number could be anything.
    let old = is_digits(&number, 7..=7) && compact.contains('-');
    if !placed || !(is_digits(&number, 8..=8) || old) || number.bytes().all(|b| b == b'0') {
        return Checked::formless(Kind::OrganisationNumber, &ORGANISATION_FI);
    }
    let number = format!("{number:0>8}");
    let print = hyphenated(&number, '-', 1);
    let mut checked = Checked::of(Kind::OrganisationNumber, &number, print);
    checked.judge_last(&number, |all| weighs(all, &[7, 9, 10, 5, 8, 4, 2, 1]));
    checked
}

fn weighs(number: &str, weights: &[u32]) -> bool {
    digits_of(number, weights.len()).is_some_and(|digits| is_mod11(&digits, weights))
}

/// The form is all that is known.
fn foreign(value: &str, country: &Country) -> Checked {
    match OrgNumber::parse(value, country) {
        Err(fault) => Checked::formless(Kind::OrganisationNumber, fault),
        Ok(number) => {
            let digits = number.digits();
            let parts = Parts { country: Some(country.to_string()), ..Parts::default() };
            let mut checked = Checked::of(Kind::OrganisationNumber, digits, digits).with(parts);
            checked.doubtful(Fault::new(&CHECK_DIGIT_UNKNOWN).with("country", country));
            checked
        }
    }
}
