//! Allowances and charges.

use crate::domain::invoice::vat::Vat;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// An allowance or a charge on the document (BG-20, BG-21) or on a line (BG-27, BG-28).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adjustment {
    /// Charge or allowance
    pub kind: AdjustmentKind,
    /// Without VAT, positive
    pub amount: Decimal,
    /// Base of the percentage
    pub base: Option<Decimal>,
    /// Percentage of the base
    pub percent: Option<Decimal>,
    /// Why, in words
    pub reason: Option<String>,
    /// Why, as a code of UNTDID 5189 or 7161
    pub reason_code: Option<String>,
    /// The VAT of a document's adjustment; a line's has the line's own
    pub vat: Option<Vat>,
}

/// Which way an adjustment goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AdjustmentKind {
    /// Lowers the amount
    Allowance,
    /// Raises the amount
    Charge,
}
