//! Where the customer pays to, and the reference that comes back with the payment.

pub mod iban;

use crate::domain::country::stored_as_text;
use crate::domain::finding::Fault;
use crate::domain::number::{digits_of, is_luhn, is_mod11};
use crate::domain::words::words;
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

fn is_norwegian(text: &str) -> bool {
    let digits = digits_of(text, 11);
    let some = |digits: &[u32]| digits.iter().any(|digit| *digit != 0);
    digits.is_some_and(|digits| {
        some(&digits) && is_mod11(&digits, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1])
    })
}

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

/// ISO 7064 as IBAN (ISO 13616) and creditor reference (ISO 11649) have it: the first four
/// characters go last, letters count from ten, the rest modulo 97 is 1.
pub fn is_mod97(text: &str) -> bool {
    let Some((head, tail)) = text.split_at_checked(4).filter(|_| text.is_ascii()) else {
        return false;
    };
    let checks = head.bytes().skip(2).all(|b| b.is_ascii_digit());
    let step = |sum: Option<u32>, c: char| {
        let value = c.to_digit(36)?;
        sum.map(|sum| (if value > 9 { sum * 100 } else { sum * 10 } + value) % 97)
    };
    checks && tail.chars().chain(head.chars()).fold(Some(0), step) == Some(1)
}

/// Whether the last digit is the modulus 11 check digit that a KID may have.
pub fn is_kid_mod11(digits: &[u32]) -> bool {
    let Some((check, body)) = digits.split_last() else {
        return false;
    };
    match kid_remainder(body) {
        0 => *check == 0,
        remainder => 11 - remainder == *check,
    }
}

/// Weights 2 to 7 from the right, over and over; a remainder of one makes the check digit ten,
/// which is written `-`.
pub fn kid_remainder(body: &[u32]) -> u32 {
    let weights = [2, 3, 4, 5, 6, 7].iter().cycle();
    body.iter().rev().zip(weights).map(|(digit, weight)| digit * weight).sum::<u32>() % 11
}

words! {
    ACCOUNT = "account_invalid" {
        en: "\"{value}\" is not a bank account." => "Give eleven digits with a right check digit, an IBAN, or bankgiro:/plusgiro: and the number; of another country's form: other: and the number.",
        nb: "«{value}» er ikke et kontonummer." => "Oppgi elleve sifre med riktig kontrollsiffer, et IBAN, eller bankgiro:/plusgiro: og nummeret; av et annet lands form: other: og nummeret.",
        sv: "”{value}” är inte ett kontonummer." => "Ange ett IBAN, bankgiro: eller plusgiro: och numret, elva siffror för ett norskt konto, eller other: och numret för ett konto av annat lands form.",
    }
    IBAN = "iban_invalid" {
        en: "\"{value}\" is not an IBAN." => "Check it against the bank's own papers; its check digits do not fit.",
        nb: "«{value}» er ikke et IBAN." => "Kontroller mot bankens papirer; kontrollsifrene stemmer ikke.",
        sv: "”{value}” är inte ett IBAN." => "Kontrollera mot bankens uppgifter; kontrollsiffrorna stämmer inte.",
    }
    IBAN_LENGTH = "iban_length" {
        en: "An IBAN of {country} has {length} characters; {value} has {given}." => "Look for a missing or superfluous digit.",
        nb: "Et IBAN fra {country} har {length} tegn; {value} har {given}." => "Se etter et siffer som mangler eller er for mye.",
        sv: "Ett IBAN från {country} har {length} tecken; {value} har {given}." => "Se efter en siffra som saknas eller är för mycket.",
    }
    ACCOUNT_INSIDE = "account_inside_wrong" {
        en: "The domestic account {account} in the IBAN fails its own check digit." => "Correct the account with the bank's papers, and make the IBAN from it again.",
        nb: "Kontonummeret {account} i IBAN-et har feil kontrollsiffer." => "Rett kontoen etter bankens papirer, og lag IBAN av den på nytt.",
        sv: "Kontonumret {account} i IBAN-numret har fel kontrollsiffra." => "Rätta kontot efter bankens uppgifter och gör IBAN av det på nytt.",
    }
    GIRO = "giro_invalid" {
        en: "\"{value}\" is not a giro number." => "A bankgiro has seven or eight digits, a plusgiro two to eight; the last one is a check digit.",
        nb: "«{value}» er ikke et gironummer." => "Bankgiro har sju eller åtte sifre, plusgiro to til åtte; det siste er kontrollsiffer.",
        sv: "”{value}” är inte ett gironummer." => "Bankgiro har sju eller åtta siffror, plusgiro två till åtta; den sista är kontrollsiffra.",
    }
    KID_LENGTH = "kid_length" {
        en: "KID \"{value}\" has the wrong form." => "A KID is 4 to 25 digits; only its last place may be a hyphen.",
        nb: "KID «{value}» har feil form." => "En KID er 4 til 25 sifre; bare siste plass kan være bindestrek.",
        sv: "KID ”{value}” har fel form." => "Ett KID är 4 till 25 siffror; bara sista platsen får vara bindestreck.",
    }
    KID_CHECK_DIGIT = "kid_check_digit" {
        en: "KID {value} fits neither modulus 10 nor modulus 11." => "Make the check digit as the OCR agreement says.",
        nb: "KID {value} stemmer verken med modulus 10 eller modulus 11." => "Beregn kontrollsifferet slik OCR-avtalen sier.",
        sv: "KID {value} stämmer varken med modulus 10 eller modulus 11." => "Beräkna kontrollsiffran som OCR-avtalet säger.",
    }
    OCR = "ocr_invalid" {
        en: "\"{value}\" is not an OCR reference." => "It is 2 to 25 digits and ends in a modulus 10 check digit.",
        nb: "«{value}» er ikke en OCR-referanse." => "Den er 2 til 25 sifre og slutter med et modulus 10-kontrollsiffer.",
        sv: "”{value}” är inte en OCR-referens." => "Den är 2 till 25 siffror och slutar med en kontrollsiffra enligt modulus 10.",
    }
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
