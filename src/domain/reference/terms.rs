//! What an agreement says of the references that come with payments.

use super::kind::Kind;
use super::layout::Places;
use super::words::{MODULUS_UNKNOWN, OCR_LENGTH};
use crate::domain::account::{KID_LENGTHS, is_kid_mod11, kid_remainder};
use crate::domain::agreement::Positions;
use crate::domain::country::Country;
use crate::domain::finding::Fault;
use crate::domain::named::named;
use crate::domain::number::{digits_of, is_luhn};
use crate::domain::reference::words::LEVEL_UNKNOWN;
use jiff::civil::Date;

/// How the last place of a KID is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modulus {
    /// Luhn.
    Ten,
    /// Weights 2 to 7; ten is written `-`.
    Eleven,
}

impl Modulus {
    /// Both, in order.
    pub const ALL: [Self; 2] = [Self::Ten, Self::Eleven];

    /// Reads 10 or 11.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let named = Self::ALL.into_iter().find(|modulus| modulus.number().to_string() == text);
        named.ok_or(Fault::new(&MODULUS_UNKNOWN))
    }

    /// 10 or 11.
    pub const fn number(self) -> u32 {
        match self {
            Self::Ten => 10,
            Self::Eleven => 11,
        }
    }

    /// Whether the last place is made so.
    pub(super) fn passes(self, kid: &str) -> bool {
        let digits = |text: &str| digits_of(text, text.len());
        match (self, kid.strip_suffix('-')) {
            (Self::Ten, _) => digits(kid).is_some_and(|all| is_luhn(&all)),
            (Self::Eleven, Some(body)) => digits(body).is_some_and(|all| kid_remainder(&all) == 1),
            (Self::Eleven, None) => digits(kid).is_some_and(|all| is_kid_mod11(&all)),
        }
    }
}

named! {
    /// What the banks do with an OCR reference.
    #[derive(Default)]
    pub enum Level {
        /// Nothing.
        None = "none",
        /// A wrong check digit brings a warning.
        Soft = "soft",
        /// A wrong check digit is refused.
        #[default]
        Hard = "hard",
        /// Check digit and length digit.
        LengthDigit = "length_digit",
        /// Check digit and agreed lengths.
        FixedLength = "fixed_length",
    }
}

impl Level {
    /// Reads the word of the request.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        Self::named(text).ok_or(Fault::new(&LEVEL_UNKNOWN))
    }
}

/// The most digits of an OCR reference.
pub(super) const OCR_MOST: usize = 25;

/// Reads the number of digits of an OCR reference.
pub fn parse_ocr_length(text: &str) -> Result<u8, Fault> {
    let length = text.parse::<u8>().ok();
    let possible = length.filter(|length| (2..=OCR_MOST).contains(&usize::from(*length)));
    possible.ok_or(Fault::new(&OCR_LENGTH))
}

/// What a value is checked against.
#[derive(Clone, Debug)]
pub struct Terms {
    /// The modulus of KIDs; without one either passes.
    pub modulus: Option<Modulus>,
    /// The lengths that are agreed; none: any.
    pub lengths: Vec<u8>,
    /// Where the customer reference stands in a KID or OCR reference.
    pub positions: Option<Positions>,
    /// Where the payment type stands in a KID.
    pub payment_type: Option<Positions>,
    /// What the banks do with an OCR reference.
    pub level: Level,
    /// The country of an organisation number; without one its form tells.
    pub country: Option<Country>,
    /// A personal number with two digits of the year is understood by it.
    pub today: Date,
}

impl Terms {
    /// Nothing agreed.
    pub const fn usual(today: Date) -> Self {
        let (modulus, positions, payment_type, country) = (None, None, None, None);
        let level = Level::Hard;
        Self { modulus, lengths: Vec::new(), positions, payment_type, level, country, today }
    }

    /// Where the parts of a KID or OCR reference stand.
    pub(super) fn places(&self, kind: Kind) -> Places {
        let ocr = kind == Kind::Ocr;
        Places {
            length: self.lengths.first().copied(),
            customer: self.positions,
            payment_type: self.payment_type.filter(|_| !ocr),
            checks: if ocr && self.level == Level::LengthDigit { 2 } else { 1 },
            lengths: if ocr { 2..=OCR_MOST } else { KID_LENGTHS },
        }
    }
}
