//! Rounding to cash: what can be paid where the smallest coin is a krona or fifty øre.

use crate::domain::finding::Fault;
use crate::domain::invoice::solve::sentences::ROUND_TO_UNUSABLE;
use crate::domain::money::{self, AMOUNT, plain};
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Serialize, Serializer};
use std::fmt;

/// The amount to pay is a multiple of this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cash(Decimal);

/// No coin and no note that an invoice is rounded to is worth more.
const MOST: Decimal = Decimal::ONE_HUNDRED;

impl Cash {
    /// Reads a unit such as `1`, `0.50` or `0.05`.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let unit = money::parse(text, AMOUNT)?;
        let sane = unit > Decimal::ZERO && unit <= MOST;
        sane.then_some(Self(unit)).ok_or(Fault::new(&ROUND_TO_UNUSABLE).with("limit", MOST))
    }

    /// The nearest multiple, halves away from zero.
    pub fn round(self, amount: Decimal) -> Option<Decimal> {
        let count = amount.checked_div(self.0)?;
        let whole = count.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
        whole.checked_mul(self.0)
    }
}

impl fmt::Display for Cash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&plain(self.0))
    }
}

impl Serialize for Cash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
