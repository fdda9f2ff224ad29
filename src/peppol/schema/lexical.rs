//! What a text must look like to be a decimal, a date, a code in base 64 and so on.
//!
//! White space is that of XML ([`bare`]); digits are ASCII. Where XML libraries differ, Xerces is
//! followed.

pub use crate::peppol::xml::white::bare;

use crate::peppol::schema::any_uri::is_any_uri;
use crate::peppol::schema::table::*;
use crate::peppol::xml::name::is_plain_name;
use crate::peppol::xml::white::is_white;

/// Whether the text is of the kind.
pub fn fits(kind: u8, text: &str) -> bool {
    let bare = || bare(text);
    match kind {
        ..KIND_DECIMAL => true,
        KIND_DECIMAL => is_decimal(bare()),
        KIND_DATE => is_date(bare()),
        KIND_BOOLEAN => matches!(bare(), "true" | "false" | "1" | "0"),
        KIND_BASE64BINARY => is_base64(text),
        KIND_TIME => is_zoned_time(bare()),
        KIND_LANGUAGE => is_language(bare()),
        KIND_ANYURI => is_any_uri(text),
        KIND_DATETIME => bare()
            .split_once('T')
            .is_some_and(|(date, time)| plain_date(date) == Some("") && is_zoned_time(time)),
        KIND_INTEGER => {
            let bare = bare();
            digits(bare.strip_prefix(['+', '-']).unwrap_or(bare))
        }
        KIND_ID => is_plain_name(bare()),
        KIND_QUALIFIER => matches!(text, "OIDAsURI" | "OIDAsURN"),
        _ => false,
    }
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// `+1`, `1.`, `.5`; no exponent.
pub fn is_decimal(text: &str) -> bool {
    let text = text.strip_prefix(['+', '-']).unwrap_or(text);
    match text.split_once('.') {
        None => digits(text),
        Some(("", after)) => digits(after),
        Some((before, after)) => digits(before) && (after.is_empty() || digits(after)),
    }
}

/// A date with an optional zone, no blanks around it.
pub fn is_date(text: &str) -> bool {
    plain_date(text).is_some_and(is_zone)
}

/// What stands after a date, if there is a real one.
fn plain_date(text: &str) -> Option<&str> {
    let (negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (year, rest) = rest.split_once('-')?;
    let fits = year.len() >= 4 && year.len() <= 10 && digits(year);
    let most = i64::from(i32::MAX) + i64::from(negative);
    let number: i64 = year.parse().ok().filter(|n| fits && *n > 0 && *n <= most)?;
    if year.len() > 4 && year.starts_with('0') {
        return None;
    }
    let (month, rest) = two(rest)?;
    let (day, rest) = two(rest.strip_prefix('-')?)?;
    (day >= 1 && day <= days(number, month)).then_some(rest)
}

/// The days of a month; none of a month that there is not.
pub fn days(year: i64, month: u32) -> u32 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(leap),
        _ => 0,
    }
}

/// Two digits and what follows.
pub fn two(text: &str) -> Option<(u32, &str)> {
    let (head, rest) = text.split_at_checked(2)?;
    digits(head).then_some(())?;
    Some((head.parse().ok()?, rest))
}

fn is_zone(text: &str) -> bool {
    let Some(rest) = text.strip_prefix(['+', '-']) else { return matches!(text, "" | "Z") };
    let minutes = two(rest).and_then(|(hours, rest)| {
        let (minutes, rest) = two(rest.strip_prefix(':')?)?;
        (rest.is_empty() && minutes < 60).then_some(hours * 60 + minutes)
    });
    minutes.is_some_and(|minutes| minutes <= 14 * 60)
}

fn is_zoned_time(text: &str) -> bool {
    clock(text).is_some_and(is_zone)
}

/// What stands after a time of day.
fn clock(text: &str) -> Option<&str> {
    let (hours, rest) = two(text)?;
    let (minutes, rest) = two(rest.strip_prefix(':')?)?;
    let (seconds, mut rest) = two(rest.strip_prefix(':')?)?;
    let mut whole = true;
    if let Some(after) = rest.strip_prefix('.') {
        let end = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
        let (fraction, after) = after.split_at_checked(end).filter(|_| end > 0)?;
        whole = fraction.bytes().all(|b| b == b'0');
        rest = after;
    }
    let midnight = hours == 24 && minutes == 0 && seconds == 0 && whole;
    (midnight || (hours < 24 && minutes < 60 && seconds < 60)).then_some(rest)
}

fn is_base64(text: &str) -> bool {
    let is_code = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/');
    let mut count = 0usize;
    let mut padding = 0usize;
    let mut last = 0u8;
    for byte in text.bytes() {
        match byte {
            _ if is_white(byte) => {}
            b'=' => padding += 1,
            _ if padding > 0 || !is_code(byte) => return false,
            _ => {
                count += 1;
                last = byte;
            }
        }
    }
    match padding {
        0 => count.is_multiple_of(4),
        1 => count % 4 == 3 && b"AEIMQUYcgkosw048".contains(&last),
        2 => count % 4 == 2 && b"AQgw".contains(&last),
        _ => false,
    }
}

fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    let fits = |part: &str| (1..=8).contains(&part.len());
    fits(first)
        && first.bytes().all(|b| b.is_ascii_alphabetic())
        && parts.all(|part| fits(part) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_pass_and_fail_as_the_official_validators_say() {
        for (kind, text, pass) in [
            (KIND_DECIMAL, " +1. ", true),
            (KIND_DECIMAL, "-.5", true),
            (KIND_DECIMAL, "1e2", false),
            (KIND_DECIMAL, ".", false),
            (KIND_DECIMAL, "", false),
            (KIND_DATE, " 2024-02-29+14:00\n", true),
            (KIND_DATE, "2023-02-29", false),
            (KIND_DATE, "2023-02-01+14:01", false),
            (KIND_DATE, "02023-02-01", false),
            (KIND_DATE, "0000-02-01", false),
            (KIND_TIME, "24:00:00.0Z", true),
            (KIND_TIME, "12:00:00.", false),
            (KIND_TIME, "12:00:60", false),
            (KIND_BASE64BINARY, "", true),
            (KIND_BASE64BINARY, "QQ = =", true),
            (KIND_BASE64BINARY, "QR==", false),
            (KIND_BASE64BINARY, "QUK=", false),
            (KIND_LANGUAGE, "en-GB", true),
            (KIND_LANGUAGE, "", false),
            (KIND_ANYURI, "%zz", false),
            (KIND_ANYURI, "a b", true),
            (KIND_ANYURI, "http://[::1]:80/", true),
            (KIND_ANYURI, "//", false),
            (KIND_BOOLEAN, " 1 ", true),
            (KIND_BOOLEAN, "TRUE", false),
        ] {
            assert_eq!(fits(kind, text), pass, "{kind}: {text:?}");
        }
    }
}
