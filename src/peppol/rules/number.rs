//! Numbers and dates out of text, as XPath casts them.

use crate::peppol::schema::lexical::{bare, days, is_decimal, two};
use std::cmp::Ordering;

/// A double: sign, exponent, `INF` and `NaN` are accepted, blanks around it are not looked at.
pub fn double(text: &str) -> Option<f64> {
    let text = bare(text);
    match text {
        "INF" | "+INF" => return Some(f64::INFINITY),
        "-INF" => return Some(f64::NEG_INFINITY),
        "NaN" => return Some(f64::NAN),
        _ => {}
    }
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let fits = is_decimal(mantissa) && exponent.is_none_or(is_integer);
    if fits { text.parse().ok() } else { None }
}

/// Whether the text is a number as `number()` reads it.
pub fn is_number(text: &str) -> bool {
    double(text).is_some_and(|n| !n.is_nan())
}

/// A sign and digits, blanks around them not looked at.
pub fn is_integer(text: &str) -> bool {
    let text = bare(text);
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    all_digits(digits)
}

/// ASCII digits, at least one.
pub fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// On which side of 0 a text lies in the order of the engine, which puts `-0.0` below it and `NaN`
/// above all. Whoever compares the text of an element with 0 asks here: a comparison of `f64` does
/// not know the two.
pub fn against_zero(text: &str) -> Option<Ordering> {
    let number = double(text)?;
    // Few digits without a point are a whole number to the engine, and there `-0` is 0.
    let whole = || bare(text).strip_prefix('-').is_some_and(is_short_whole);
    Some(match number.partial_cmp(&0.0) {
        Some(Ordering::Equal) if number.is_sign_negative() && !whole() => Ordering::Less,
        Some(order) => order,
        None => Ordering::Greater,
    })
}

fn is_short_whole(digits: &str) -> bool {
    all_digits(digits) && digits.len() <= MOST_SHORT_DIGITS
}

/// Longer whole numbers are read as doubles.
const MOST_SHORT_DIGITS: usize = 10;

/// At least 0.
pub fn is_not_negative(text: &str) -> Option<bool> {
    against_zero(text).map(Ordering::is_ge)
}

/// At most 0.
pub fn is_not_positive(text: &str) -> Option<bool> {
    against_zero(text).map(Ordering::is_le)
}

/// Above 0.
pub fn is_positive(text: &str) -> Option<bool> {
    against_zero(text).map(Ordering::is_gt)
}

/// The midnight at the beginning of a date, in minutes; without zone it is that of UTC.
pub fn date(text: &str) -> Option<i64> {
    let text = bare(text);
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let (year, rest) = rest.split_once('-')?;
    let long = year.len() > 4 && year.starts_with('0');
    if !all_digits(year) || year.len() < 4 || year.len() > 9 || long {
        return None;
    }
    let year = sign * year.parse::<i64>().ok()?;
    let (month, rest) = two(rest)?;
    let (day, zone) = two(rest.strip_prefix('-')?)?;
    if day < 1 || day > days(year, month) {
        return None;
    }
    Some(day_number(year, i64::from(month), i64::from(day)) * 1440 - minutes(zone)?)
}

fn minutes(zone: &str) -> Option<i64> {
    let (sign, rest) = match zone.as_bytes().first() {
        None => return Some(0),
        Some(b'+') => (1, zone.get(1..)?),
        Some(b'-') => (-1, zone.get(1..)?),
        Some(_) => return (zone == "Z").then_some(0),
    };
    let (hours, rest) = two(rest)?;
    let (minutes, rest) = two(rest.strip_prefix(':')?)?;
    let whole = hours * 60 + minutes;
    (rest.is_empty() && minutes < 60 && whole <= 14 * 60).then_some(sign * i64::from(whole))
}

/// Days since some day long ago, in the calendar of today.
fn day_number(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year
}
