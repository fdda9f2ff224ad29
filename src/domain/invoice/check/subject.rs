//! What the rules look at.

use crate::domain::invoice::Invoice;
use crate::domain::invoice::totals::Totals;
use crate::domain::party::Party;

/// Everything that a rule may look at.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The document
    pub invoice: &'a Invoice,
    /// Its computed totals
    pub totals: &'a Totals,
    /// Who sells
    pub seller: &'a Party,
    /// Who buys
    pub buyer: &'a Party,
}
