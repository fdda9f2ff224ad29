//! Where the customer pays to, and the reference that comes back with the payment.

mod check_digits;
pub mod iban;
mod sentences;

pub use check_digits::{is_kid_mod11, is_mod97, kid_remainder};
pub use sentences::*;

use crate::domain::account::check_digits::is_norwegian;
use crate::domain::country::stored_as_text;
use crate::domain::finding::Fault;
use crate::domain::number::{digits_of, is_luhn};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::RangeInclusive;

/// A payment account (BT-84): Norwegian account, IBAN, bankgiro or plusgiro.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Account {
    /// Eleven digits, modulus 11.
    Norwegian(String),
    /// ISO 13616, modulus 97.
    Iban(String),
    /// Swedish, seven or eight digits, Luhn.
    Bankgiro(String),
    /// Swedish, two to eight digits, Luhn.
    Plusgiro(String),
    /// An account of another country's form, as it is written there.
    Other(String),
}

impl Account {
    /// Reads `86011117947`, an IBAN, `bankgiro:5050-1055` or `plusgiro:4-2`; an account of another
    /// country's form is marked as such, `other:0123-456789`, and kept as it is.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let lower = text.trim().to_ascii_lowercase();
        let separator = |c: &char| !c.is_whitespace() && !matches!(c, '.' | '-');
        let compact = |part: &str| part.chars().filter(separator).collect::<String>();
        if let Some(giro) = lower.strip_prefix("bankgiro:") {
            let giro = compact(giro);
            return is_giro(&giro, 7).then_some(Self::Bankgiro(giro)).ok_or(Fault::new(&GIRO));
        }
        if let Some(giro) = lower.strip_prefix("plusgiro:") {
            let giro = compact(giro);
            return is_giro(&giro, 2).then_some(Self::Plusgiro(giro)).ok_or(Fault::new(&GIRO));
        }
        if let Some(other) = text.trim().strip_prefix("other:") {
            let plain = |c: char| c == ' ' || c.is_alphanumeric() || c.is_ascii_punctuation();
            let sane = (1..=70).contains(&other.len()) && other.chars().all(plain);
            let kept = Self::Other(other.trim().to_owned());
            return sane.then_some(kept).ok_or(Fault::new(&ACCOUNT));
        }
        let account = compact(&lower).to_ascii_uppercase();
        if account.starts_with(|c: char| c.is_ascii_alphabetic()) {
            if !is_iban(&account) {
                return Err(Fault::new(&IBAN));
            }
            iban::judge(&account)?;
            return Ok(Self::Iban(account));
        }
        is_norwegian(&account).then_some(Self::Norwegian(account)).ok_or(Fault::new(&ACCOUNT))
    }

    /// The eleven digits of a Norwegian account, also where it is an IBAN, or written with blanks
    /// and signs, as a finished document may have it.
    pub fn norwegian(&self) -> Option<String> {
        match self {
            Self::Norwegian(number) => Some(number.clone()),
            Self::Iban(number) => number.strip_prefix("NO")?.get(2..).map(str::to_owned),
            Self::Other(written) => Self::parse(written).ok()?.norwegian(),
            Self::Bankgiro(_) | Self::Plusgiro(_) => None,
        }
    }

    /// An account as the store has it: as `Display` writes it.
    fn stored(text: String) -> Self {
        let marked = |mark: &str| text.strip_prefix(mark).map(str::to_owned);
        if let Some(number) = marked("bankgiro:") {
            return Self::Bankgiro(number);
        }
        if let Some(number) = marked("plusgiro:") {
            return Self::Plusgiro(number);
        }
        if let Some(number) = marked("other:") {
            return Self::Other(number);
        }
        match text.starts_with(|c: char| c.is_ascii_alphabetic()) {
            true => Self::Iban(text),
            false => Self::Norwegian(text),
        }
    }

    /// The number as it stands in the document.
    pub fn number(&self) -> &str {
        match self {
            Self::Norwegian(n)
            | Self::Iban(n)
            | Self::Bankgiro(n)
            | Self::Plusgiro(n)
            | Self::Other(n) => n,
        }
    }
}

impl fmt::Display for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Norwegian(number) | Self::Iban(number) => f.write_str(number),
            Self::Bankgiro(number) => write!(f, "bankgiro:{number}"),
            Self::Plusgiro(number) => write!(f, "plusgiro:{number}"),
            Self::Other(number) => write!(f, "other:{number}"),
        }
    }
}

/// How many digits a KID may have (Mastercard Payment Services).
pub const KID_LENGTHS: RangeInclusive<usize> = 4..=25;

/// A Norwegian customer identification number: 4 to 25 digits, the last one modulus 10 or 11.
///
/// A modulus 11 remainder of ten is written `-`. Which of the two a bank expects is part of the
/// OCR agreement; without one either passes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Kid(String);

impl Kid {
    /// A number as the store has it.
    const fn stored(text: String) -> Self {
        Self(text)
    }

    /// Reads the digits; blanks are dropped.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let kid: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        if !KID_LENGTHS.contains(&kid.len()) {
            return Err(Fault::new(&KID_LENGTH));
        }
        let body = kid.strip_suffix('-').unwrap_or(&kid);
        let digits = digits_of(body, body.len()).ok_or(Fault::new(&KID_LENGTH))?;
        let checked = if body.len() < kid.len() {
            kid_remainder(&digits) == 1
        } else {
            is_luhn(&digits) || is_kid_mod11(&digits)
        };
        if checked { Ok(Self(kid)) } else { Err(Fault::new(&KID_CHECK_DIGIT)) }
    }

    /// The digits, without blanks.
    pub fn text(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Kid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A Swedish OCR reference: 2 to 25 digits, the last one modulus 10.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Ocr(String);

impl Ocr {
    /// A reference as the store has it.
    const fn stored(text: String) -> Self {
        Self(text)
    }

    /// Reads the digits; blanks are dropped.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let ocr: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let digits = digits_of(&ocr, ocr.len()).filter(|d| (2..=25).contains(&d.len()));
        let digits = digits.ok_or(Fault::new(&OCR))?;
        if is_luhn(&digits) { Ok(Self(ocr)) } else { Err(Fault::new(&OCR)) }
    }
}

impl fmt::Display for Ocr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

stored_as_text!(Account, Kid, Ocr);

fn is_giro(text: &str, shortest: usize) -> bool {
    let digits = digits_of(text, text.len());
    let some = |digits: &[u32]| digits.iter().any(|digit| *digit != 0);
    digits.is_some_and(|digits| {
        (shortest..=8).contains(&digits.len()) && some(&digits) && is_luhn(&digits)
    })
}

fn is_iban(text: &str) -> bool {
    (15..=34).contains(&text.len()) && is_mod97(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accounts_of_each_kind_are_told_apart() {
        let read = |text| Account::parse(text).map(|account| account.to_string());
        assert_eq!(read("8601.11.17947").unwrap(), "86011117947");
        assert_eq!(read("NO93 8601 1117 947").unwrap(), "NO9386011117947");
        assert_eq!(read("bankgiro:5050-1055").unwrap(), "bankgiro:50501055");
        assert_eq!(read("plusgiro:4-2").unwrap(), "plusgiro:42");
        assert_eq!(read("86011117948").unwrap_err().words.code, "account_invalid");
        assert_eq!(read("NO9386011117948").unwrap_err().words.code, "iban_invalid");
        assert_eq!(read("NO6686011117948").unwrap_err().words.code, "account_inside_wrong");
        assert_eq!(read("bankgiro:5050-1056").unwrap_err().words.code, "giro_invalid");
    }

    #[test]
    fn an_account_that_was_taken_before_is_still_read() {
        let kept: Account = serde_json::from_str("\"NO6686011117948\"").unwrap();
        assert_eq!(kept.number(), "NO6686011117948");
    }

    #[test]
    fn a_kid_passes_by_modulus_10_or_11() {
        assert!(Kid::parse("2345676").is_ok(), "modulus 10");
        assert!(Kid::parse("10014").is_ok(), "modulus 11 only");
        assert!(Kid::parse("104-").is_ok(), "modulus 11, a remainder of ten");
        assert!(Kid::parse("105-").is_err(), "modulus 11, another remainder");
        assert_eq!(Kid::parse("2345675").unwrap_err().words.code, "kid_check_digit");
        assert_eq!(Kid::parse("123").unwrap_err().words.code, "kid_length");
        assert_eq!(Kid::parse("12A4").unwrap_err().words.code, "kid_length");
    }
}
