//! References made: the body is laid out, the check digits are found, and the whole is checked
//! before it leaves.

use super::checked::Checked;
use super::digit::{compact, is_digits};
use super::faults::{body_length, not_made};
use super::kind::Kind;
use super::layout::{Body, lay_out};
use super::terms::{Level, Modulus, Terms};
use super::words::{CARD_TYPE, COUNTRY_NEEDED, CREDITOR_NUMBER, CREDITOR_SHAPE};
use super::{check, creditor, danish, iban, kid, ocr, vat};
use crate::domain::country::Country;
use crate::domain::finding::Finding;

/// What is to be made, and by which agreement.
#[derive(Clone, Debug)]
pub struct Order {
    /// The kind.
    pub kind: Kind,
    /// What it is made of.
    pub body: Body,
    /// The agreement; a single length at the most.
    pub terms: Terms,
    /// Card type of a Danish form: 71 unless given.
    pub card_type: Option<String>,
    /// Creditor number of a Danish form.
    pub creditor_number: Option<String>,
}

/// What was made: a value that is right.
pub type Made = Checked;

/// Makes it, or says everything that is in the way.
pub fn make(order: &Order) -> Result<Made, Vec<Finding>> {
    let value = match order.kind {
        Kind::Kid => kid_of(order)?,
        Kind::Ocr => ocr_of(order)?,
        Kind::CreditorReference => creditor_of(&order.body.joined())?,
        Kind::DanishReference => danish_of(order)?,
        Kind::Iban => iban::make(&order.body.joined(), country(order)?)?,
        Kind::VatNumber => vat_of(order)?,
        Kind::OrganisationNumber => completed(order, lengths_of(country(order)?)?)?,
        Kind::PersonalNumber => completed(order, &[9, 11])?,
        Kind::BankAccount => completed(order, &[10])?,
        Kind::Bankgiro => completed(order, &[6, 7])?,
        Kind::Plusgiro => completed(order, &[1, 2, 3, 4, 5, 6, 7])?,
        Kind::FinnishReference => completed(order, &FINNISH)?,
    };
    right(check(order.kind, &value, &order.terms), &order.body.joined())
}

/// Digits of a viitenumero before its check digit.
const FINNISH: [usize; 17] = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19];

/// A value that is right, or what is wrong with the digits that it was made of.
fn right(checked: Checked, digits: &str) -> Result<Checked, Vec<Finding>> {
    match checked.is_valid() {
        true => Ok(checked),
        false => {
            let at = |finding: Finding| finding.at("/digits").value(digits);
            Err(checked.findings.into_iter().map(at).collect())
        }
    }
}

fn kid_of(order: &Order) -> Result<String, Vec<Finding>> {
    refuse(order.body.faults())?;
    let body = lay_out(&order.body, &order.terms.places(order.kind))?;
    let modulus = order.terms.modulus.unwrap_or(Modulus::Ten);
    let last = kid::last_place(&body, modulus).unwrap_or_default();
    Ok(format!("{body}{last}"))
}

fn ocr_of(order: &Order) -> Result<String, Vec<Finding>> {
    refuse(order.body.faults())?;
    let places = order.terms.places(order.kind);
    let body = lay_out(&order.body, &places)?;
    let body = match order.terms.level {
        Level::LengthDigit => format!("{body}{}", ocr::length_digit(body.len() + places.checks)),
        _ => body,
    };
    let hard = Terms { level: Level::Hard, ..order.terms.clone() };
    let probe = check(Kind::Ocr, &format!("{body}0"), &hard);
    Ok(format!("{body}{}", probe.check_digit.unwrap_or_default()))
}

fn creditor_of(given: &str) -> Result<String, Vec<Finding>> {
    let reference = compact(given, "").to_ascii_uppercase();
    let digits = creditor::check_digits(&reference).filter(|_| creditor::is_body(&reference));
    let fault = || vec![Finding::fatal(&CREDITOR_SHAPE).at("/digits").value(given)];
    Ok(format!("RF{}{reference}", digits.ok_or_else(fault)?))
}

fn danish_of(order: &Order) -> Result<String, Vec<Finding>> {
    let card = order.card_type.as_deref().unwrap_or("71");
    let known = danish::CARDS.iter().find(|(known, _)| *known == card);
    let fault = || vec![Finding::fatal(&CARD_TYPE).at("/card_type").value(card)];
    let (_, whole) = known.ok_or_else(fault)?;
    let creditor = order.creditor_number.as_ref().map(|number| compact(number, ""));
    if let Some(wrong) = creditor.as_ref().filter(|number| !is_digits(number, 8..=8)) {
        return Err(vec![Finding::fatal(&CREDITOR_NUMBER).at("/creditor_number").value(wrong)]);
    }
    let digits = plain(
        &order.body.joined(),
        |length| (1..*whole).contains(&length),
        || format!("1-{}", whole - 1),
    )?;
    let room = whole - 1;
    let number = |last: &str| format!("{digits:0>room$}{last}");
    let probe = danish::written(card, &number("0"), creditor.as_deref());
    let last = check(Kind::DanishReference, &probe, &order.terms).check_digit.unwrap_or_default();
    Ok(danish::written(card, &number(&last), creditor.as_deref()))
}

fn vat_of(order: &Order) -> Result<String, Vec<Finding>> {
    let (country, digits) = (country(order)?, order.body.joined());
    let number = vat::of_organisation(&digits, country, order.terms.today);
    right(number.ok_or_else(|| vec![not_made(country)])?, &digits)
        .map(|right| right.normal.unwrap_or_default())
}

/// The digits with the one behind them that passes; the kind itself says which.
fn completed(order: &Order, lengths: &[usize]) -> Result<String, Vec<Finding>> {
    let wanted = || lengths.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let digits = plain(&order.body.joined(), |length| lengths.contains(&length), wanted)?;
    let probe = check(order.kind, &format!("{digits}0"), &order.terms);
    match &probe.check_digit {
        Some(last) => Ok(format!("{digits}{last}")),
        None => Err(right(probe, &order.body.joined()).err().unwrap_or_default()),
    }
}

/// The digits without blanks and signs, if there are as many as it takes.
fn plain(
    given: &str,
    fits: impl Fn(usize) -> bool,
    wanted: impl Fn() -> String,
) -> Result<String, Vec<Finding>> {
    let digits = compact(given, ".-");
    match is_digits(&digits, 1..=given.len()) && fits(digits.len()) {
        true => Ok(digits),
        false => Err(vec![Finding::fatal(body_length(&wanted())).at("/digits").value(given)]),
    }
}

/// Digits of an organisation number before its check digit.
fn lengths_of(country: &Country) -> Result<&'static [usize], Vec<Finding>> {
    match country.code() {
        "NO" => Ok(&[8]),
        "SE" => Ok(&[9]),
        "DK" | "FI" => Ok(&[7]),
        _ => Err(vec![not_made(country)]),
    }
}

fn country(order: &Order) -> Result<&Country, Vec<Finding>> {
    let missing = || vec![Finding::fatal(&COUNTRY_NEEDED).at("/country")];
    order.terms.country.as_ref().ok_or_else(missing)
}

fn refuse(findings: Vec<Finding>) -> Result<(), Vec<Finding>> {
    if findings.is_empty() { Ok(()) } else { Err(findings) }
}
