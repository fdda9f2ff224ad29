//! Values of a document: texts, dates, numbers and codes.
//!
//! A date or number that cannot be read is a fault wherever it stands; a text always can be, and a
//! code that the domain does not know is left out by whoever asks for it.

use crate::domain::finding::{Fault, Finding, Layer};
use crate::domain::identifier::Identifier;
use crate::domain::time::parse_day;
use crate::domain::words::Words;
use crate::peppol::read::ubl::Element;
use crate::peppol::read::words::{AMOUNT_UNREADABLE, DAY_UNREADABLE};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// More findings of one rule than this are counted, not listed.
const LISTED: usize = 100;

/// What is wrong with a document, as far as it has been read.
#[derive(Debug, Default)]
pub struct Faults(Vec<Finding>);

impl Faults {
    /// Notes that a term is missing in an element.
    pub fn missing(&mut self, words: &'static Words, inside: Element<'_>, term: &'static str) {
        let finding = Finding::fatal(words).term(term);
        self.0.push(Finding { xpath: Some(inside.xpath()), ..finding });
    }

    /// Notes that the value of an element cannot be read; the last of many counts the others.
    pub fn unreadable(&mut self, words: &'static Words, element: Element<'_>, term: &'static str) {
        let mut same = self.0.iter_mut().filter(|finding| finding.fault.words == words);
        if let Some(last) = same.nth(LISTED - 1) {
            last.count += 1;
            return;
        }
        let value = element.value().unwrap_or_default();
        let finding = Finding::fatal(words).in_layer(Layer::Schema).term(term).value(value);
        self.0.push(Finding { xpath: Some(element.xpath()), ..finding });
    }

    /// The reading, if nothing was wrong with it.
    pub fn close<T>(self, read: T) -> Result<T, Vec<Finding>> {
        if self.0.is_empty() { Ok(read) } else { Err(self.0) }
    }

    /// The day at a path, if there is one.
    pub fn day(&mut self, inside: Element<'_>, path: &str, term: &'static str) -> Option<Date> {
        let element = inside.first(path)?;
        let day = day(element.value()?);
        if day.is_none() {
            self.unreadable(&DAY_UNREADABLE, element, term);
        }
        day
    }

    /// The number at a path, if there is one.
    pub fn number(
        &mut self,
        inside: Element<'_>,
        path: &str,
        term: &'static str,
    ) -> Option<Decimal> {
        let element = inside.first(path)?;
        let number = number(element.value()?);
        if number.is_none() {
            self.unreadable(&AMOUNT_UNREADABLE, element, term);
        }
        number
    }
}

impl Element<'_> {
    /// Its text on one line: what ends a line counts as a blank.
    pub fn line(self) -> Option<String> {
        let clean = |c: char| if c.is_control() { ' ' } else { c };
        let text: String = self.value()?.chars().map(clean).collect();
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
    }
}

/// The text at a path on one line.
pub fn line(inside: Element<'_>, path: &str) -> Option<String> {
    inside.first(path)?.line()
}

/// The text at a path with its line ends; other control characters are left out.
pub fn paragraph(inside: Element<'_>, path: &str) -> Option<String> {
    let usable = |c: &char| !c.is_control() || matches!(c, '\n' | '\t');
    let text: String = inside.first(path)?.value()?.chars().filter(usable).collect();
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// The number or code at a path with its scheme, if there is one.
pub fn identifier(inside: Element<'_>, path: &str) -> Option<Identifier> {
    let element = inside.first(path)?;
    let scheme = element.attribute("schemeID").map(str::to_owned);
    Some(Identifier { scheme, id: element.line()? })
}

/// What is made of the text at a path, if the domain takes it.
pub fn known<T>(
    inside: Element<'_>,
    path: &str,
    parse: impl FnOnce(&str) -> Result<T, Fault>,
) -> Option<T> {
    parse(&line(inside, path)?).ok()
}

/// A day of the schema may carry a time zone (`2026-11-23+01:00`); on an invoice it means nothing.
fn day(text: &str) -> Option<Date> {
    let (day, zone) = text.split_at_checked(10)?;
    let digits = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
    let offset = || {
        let (hours, minutes) = zone.strip_prefix(['+', '-'])?.split_once(':')?;
        Some(digits(hours) && digits(minutes))
    };
    let known = zone.is_empty() || zone == "Z" || offset() == Some(true);
    parse_day(day).ok().filter(|_| known)
}

/// So many digits before the point: the product of two such numbers still fits a decimal.
const MOST_WHOLE: usize = 14;
/// So many decimals are kept, which is more than any price has.
const MOST_DECIMALS: u32 = 14;

/// A decimal of the schema: a plus sign, or a point at either end, is allowed there.
fn number(text: &str) -> Option<Decimal> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let some = !whole.is_empty() || !fraction.is_empty();
    let whole = whole.trim_start_matches('0');
    if !some || whole.len() > MOST_WHOLE || !all_digits(whole) || !all_digits(fraction) {
        return None;
    }
    // One digit more than is kept, so that the last one is rounded by it.
    let fraction: String = fraction.chars().take(MOST_WHOLE + 1).collect();
    let sign = if text.starts_with('-') { "-" } else { "" };
    let number: Decimal = format!("{sign}0{whole}.{fraction}0").parse().ok()?;
    let number = number.round_dp(MOST_DECIMALS).normalize();
    Some(if number.is_zero() { Decimal::ZERO } else { number })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_the_schema_are_read_exactly() {
        let read = |text| number(text).map(|number| number.to_string());
        for (text, plain) in [
            ("1234.50", "1234.5"),
            ("+1.", "1"),
            (".5", "0.5"),
            ("-0.00", "0"),
            ("-007.10", "-7.1"),
            ("99999999999999.99999999999999", "99999999999999.99999999999999"),
            ("0.333333333333333333333333333333333333333", "0.33333333333333"),
            ("0.99999999999999999", "1"),
        ] {
            assert_eq!(read(text).as_deref(), Some(plain), "{text}");
        }
        for bad in ["", ".", "-", "1,5", "1 000", "1e3", "--1", "NaN", "٣", "100000000000000"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }

    #[test]
    fn days_may_carry_a_zone() {
        for good in ["2026-11-23", "2026-11-23Z", "2026-11-23+01:00", "2026-11-23-05:30"] {
            assert_eq!(day(good), parse_day("2026-11-23").ok(), "{good}");
        }
        for bad in ["", "2026-11-31", "23.11.2026", "2026-11-23T10:00:00", "2026-11-2ø", "20261123"]
        {
            assert_eq!(day(bad), None, "{bad}");
        }
    }
}
