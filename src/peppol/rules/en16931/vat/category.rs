//! The VAT categories that have rules of their own, and how an element says which it is.

use crate::peppol::rules::look::At;
use crate::peppol::rules::outcome::{Abort, Outcome};
use crate::peppol::schema::id::*;
use std::borrow::Cow;

/// The categories that have rules of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// AE
    Reverse,
    /// E
    Exempt,
    /// G
    Export,
    /// K
    IntraCommunity,
    /// L
    Canary,
    /// M
    Ceuta,
    /// O
    OutsideScope,
    /// S
    Standard,
    /// Z
    Zero,
}

impl Category {
    /// Its code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Reverse => "AE",
            Self::Exempt => "E",
            Self::Export => "G",
            Self::IntraCommunity => "K",
            Self::Canary => "L",
            Self::Ceuta => "M",
            Self::OutsideScope => "O",
            Self::Standard => "S",
            Self::Zero => "Z",
        }
    }

    /// The category of a code.
    pub fn of(code: &str) -> Option<Self> {
        Some(match code {
            "AE" => Self::Reverse,
            "E" => Self::Exempt,
            "G" => Self::Export,
            "K" => Self::IntraCommunity,
            "L" => Self::Canary,
            "M" => Self::Ceuta,
            "O" => Self::OutsideScope,
            "S" => Self::Standard,
            "Z" => Self::Zero,
            _ => return None,
        })
    }

    /// Its number, for tables.
    pub const fn number(self) -> u16 {
        match self {
            Self::Reverse => 0,
            Self::Exempt => 1,
            Self::Export => 2,
            Self::IntraCommunity => 3,
            Self::Canary => 4,
            Self::Ceuta => 5,
            Self::OutsideScope => 6,
            Self::Standard => 7,
            Self::Zero => 8,
        }
    }

    /// Its bit, for sets.
    pub const fn bit(self) -> u16 {
        1 << self.number()
    }
}

/// Whether some tax scheme of the element is VAT.
#[inline]
pub fn is_vat(at: At<'_, '_>) -> Outcome {
    at.try_any(&[CAC_TAX_SCHEME], &mut says_vat)
}

fn says_vat(scheme: At<'_, '_>) -> Outcome {
    Ok(scheme.norm(&[CBC_ID])?.eq_ignore_ascii_case("VAT"))
}

/// The same where a second tax scheme aborts.
pub fn is_only_vat(at: At<'_, '_>) -> Outcome {
    at.one(&[CAC_TAX_SCHEME])?.map_or(Ok(false), says_vat)
}

/// The code of the element's category.
#[inline]
pub fn code<'a>(at: At<'_, 'a>) -> Result<Cow<'a, str>, Abort> {
    at.norm(&[CBC_ID])
}

/// The category of an element whose scheme is VAT; an error fits no context.
pub fn quiet_category(at: At<'_, '_>) -> Option<Category> {
    let category = code(at).ok().and_then(|code| Category::of(&code))?;
    is_vat(at).unwrap_or(false).then_some(category)
}
