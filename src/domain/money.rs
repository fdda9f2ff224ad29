//! Amounts, prices, quantities and rates: decimals with known limits, never floats.
//!
//! The limits keep the decimal type, which has 28 digits, from overflowing: a quantity times a
//! price has at most 18 digits before the point, and at least ten decimals of it are kept.

use crate::domain::finding::Fault;
use crate::domain::words::words;
use rust_decimal::{Decimal, RoundingStrategy};

/// How many digits a kind of number may have.
#[derive(Clone, Copy, Debug)]
pub struct Digits {
    before: usize,
    after: usize,
}

/// An amount in a currency: at most two decimals (BR-DEC-01 and its family).
pub const AMOUNT: Digits = Digits { before: 13, after: 2 };
/// A unit price (BT-146); it may have more decimals than an amount.
pub const PRICE: Digits = Digits { before: 9, after: 10 };
/// A quantity (BT-129, BT-149).
pub const QUANTITY: Digits = Digits { before: 9, after: 6 };
/// A percentage (BT-119, BT-138).
pub const PERCENT: Digits = Digits { before: 4, after: 4 };

/// Reads a decimal such as `1234.50`: point as separator, no blanks, no exponent, no plus sign.
pub fn parse(text: &str, digits: Digits) -> Result<Decimal, Fault> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = match unsigned.split_once('.') {
        Some((whole, fraction)) if !fraction.is_empty() => (whole, fraction),
        Some(_) => return Err(Fault::new(&NUMBER_UNREADABLE)),
        None => (unsigned, ""),
    };
    let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) {
        return Err(Fault::new(&NUMBER_UNREADABLE));
    }
    if fraction.trim_end_matches('0').len() > digits.after {
        return Err(Fault::new(&TOO_MANY_DECIMALS).with("limit", digits.after));
    }
    if whole.trim_start_matches('0').len() > digits.before {
        return Err(Fault::new(&NUMBER_TOO_LARGE).with("limit", digits.before));
    }
    let sign = if text.starts_with('-') { "-" } else { "" };
    let whole = whole.trim_start_matches('0');
    let fraction = fraction.trim_end_matches('0');
    format!("{sign}0{whole}.{fraction}0")
        .parse::<Decimal>()
        .map(|value| value.normalize())
        .map_err(|_| Fault::new(&NUMBER_UNREADABLE))
}

/// Two decimals, halves away from zero, as invoices are rounded in the Nordics.
pub fn round(value: Decimal) -> Decimal {
    value.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
}

/// An amount as text: always two decimals.
pub fn text(value: Decimal) -> String {
    format!("{:.2}", round(value))
}

/// A quantity, price or rate as text: no needless zeros.
pub fn plain(value: Decimal) -> String {
    value.normalize().to_string()
}

words! {
    NUMBER_UNREADABLE = "number_unreadable" {
        en: "\"{value}\" is not a decimal number." => "Write it as text with a point, as in \"1234.50\": no blanks, no thousands separator, no exponent.",
        nb: "«{value}» er ikke et desimaltall." => "Skriv det som tekst med punktum, som \"1234.50\": ingen mellomrom, tusenskille eller eksponent.",
        sv: "”{value}” är inte ett decimaltal." => "Skriv det som text med punkt, som \"1234.50\": inga blanksteg, ingen tusentalsavgränsare, ingen exponent.",
    }
    TOO_MANY_DECIMALS = "too_many_decimals" {
        en: "{value} has more than {limit} decimals." => "Round it to {limit} decimals before it is sent.",
        nb: "{value} har flere enn {limit} desimaler." => "Rund av til {limit} desimaler før sending.",
        sv: "{value} har fler än {limit} decimaler." => "Avrunda till {limit} decimaler före sändning.",
    }
    NUMBER_TOO_LARGE = "number_too_large" {
        en: "{value} has more than {limit} digits before the point." => "Check the number; if it is right, split the invoice.",
        nb: "{value} har flere enn {limit} sifre foran punktum." => "Kontroller tallet; er det riktig, del opp fakturaen.",
        sv: "{value} har fler än {limit} siffror före punkten." => "Kontrollera talet; stämmer det, dela upp fakturan.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_read_exactly() {
        let read = |text| plain(parse(text, AMOUNT).unwrap());
        assert_eq!(read("1234.50"), "1234.5");
        assert_eq!(read("-0.10"), "-0.1");
        assert_eq!(read("007"), "7");
        assert_eq!(read("0"), "0");
        assert_eq!(read("10.000"), "10");
    }

    #[test]
    fn anything_but_a_plain_decimal_is_refused() {
        for bad in ["", "-", ".", "1.", ".5", "1,5", "1 000", "+1", "1e3", "٣", "--1", "0x1", "NaN"]
        {
            assert_eq!(parse(bad, AMOUNT).unwrap_err().words.code, "number_unreadable", "{bad}");
        }
        assert_eq!(parse("1.005", AMOUNT).unwrap_err().words.code, "too_many_decimals");
        assert_eq!(parse("12345678901234", AMOUNT).unwrap_err().words.code, "number_too_large");
    }

    #[test]
    fn halves_are_rounded_away_from_zero() {
        assert_eq!(text("2.345".parse().unwrap()), "2.35");
        assert_eq!(text("-2.345".parse().unwrap()), "-2.35");
        assert_eq!(text("2".parse().unwrap()), "2.00");
    }
}
