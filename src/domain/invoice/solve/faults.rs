//! What may be in the way of a solution.

use crate::domain::finding::{Fault, Finding};
use crate::domain::money::NUMBER_TOO_LARGE;
use rust_decimal::Decimal;

/// The smallest amount, and the most that may be missing in a VAT group.
pub const CENT: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

/// Why an invoice cannot be solved.
pub type Faults = Vec<Finding>;

/// An amount outgrew what a document can carry.
pub fn too_large() -> Faults {
    let fault = Fault::new(&NUMBER_TOO_LARGE).with("value", "The total").with("limit", 14);
    vec![Finding::fatal(fault).at("/lines")]
}
