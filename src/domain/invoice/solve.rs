//! Prices that include VAT become a document whose sums hold, and the amount to pay is kept.
//!
//! A shop or a till knows what the customer pays; the document wants amounts without VAT, with the
//! VAT of each category and rate rounded on its own (BR-CO-17). At 25 % one amount in five is no
//! amount without VAT plus its rounded VAT: 0.02 lies between 0.01 + 0.00 and 0.02 + 0.01. So it is
//! solved in three steps:
//!
//! 1. Each VAT group gets the taxable amount that reaches its sum with VAT, or comes within a cent
//!    of it, the groups on alternating sides so that the rests cancel out ([`group`]).
//! 2. That amount is spread over the lines by largest remainder; each line gets the price with the
//!    fewest decimals that gives its net amount exactly ([`part`], [`price`]).
//! 3. What remains, a cent at most, goes into the rounding (BT-114) with what rounding to cash
//!    moves ([`cash`]), so that the amount to pay is the one that the customer was told.
//!
//! No tolerance of the official rules is used up: [`Totals::of`] gives the same from the solved
//! invoice alone. What was moved is told ([`report`]).

pub mod cash;
mod faults;
mod group;
mod part;
mod price;
pub mod report;
mod sentences;

#[cfg(test)]
mod tests;

pub use cash::Cash;
pub use report::Report;
pub use sentences::*;

use crate::domain::finding::{Fault, Finding};
use crate::domain::invoice::check::check_amounts;
use crate::domain::invoice::totals::Totals;
use crate::domain::invoice::vat::Vat;
use crate::domain::invoice::{Invoice, Line};
use crate::domain::money::text;
use faults::{Faults, too_large};
use report::CashRounded;
use rust_decimal::Decimal;
use serde::Serialize;

/// What the prices and amounts of an invoice are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Prices {
    /// Without VAT, as the document has them
    #[default]
    WithoutVat,
    /// With VAT: prices, and allowances and charges of lines and of the document
    WithVat,
}

/// What is asked of the sums.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked {
    /// What the given prices are
    pub prices: Prices,
    /// What the amount to pay is rounded to
    pub round_to: Option<Cash>,
}

impl Asked {
    /// Whether the invoice stays as it is.
    pub fn is_nothing(&self) -> bool {
        self.prices == Prices::WithoutVat && self.round_to.is_none()
    }
}

/// An invoice with prices without VAT, and what was moved to get there.
#[derive(Clone, Debug)]
pub struct Solved {
    /// The invoice
    pub invoice: Invoice,
    /// What was moved
    pub report: Report,
}

/// Solves; what cannot be solved says which amount is in the way and by how much.
pub fn solve(invoice: &Invoice, asked: Asked) -> Result<Solved, Faults> {
    let mut solved = match asked.prices {
        Prices::WithVat => {
            let found = check_amounts(invoice).into_iter();
            let faults: Faults = found.filter(Finding::is_fatal).collect();
            if !faults.is_empty() {
                return Err(faults);
            }
            without_vat(invoice)?
        }
        Prices::WithoutVat => Solved { invoice: invoice.clone(), report: Report::default() },
    };
    if let Some(unit) = asked.round_to {
        if !invoice.rounding.is_zero() {
            let twice = Finding::fatal(&ROUND_TO_TWICE).at("/round_to").term("BT-114");
            return Err(vec![twice.value(text(invoice.rounding))]);
        }
        solved.report.cash = round_to_cash(&mut solved.invoice, unit)?;
    }
    Ok(solved)
}

/// The same invoice without VAT in its prices; the amount to pay stays.
fn without_vat(invoice: &Invoice) -> Result<Solved, Faults> {
    let mut solved = invoice.clone();
    // What the seller's own program has in the breakdown does not stand in for what is solved.
    solved.more.taxes.clear();
    let nets = take_nets(&mut solved);
    // Summed as they are, prices with VAT give sums with VAT where a document has those without.
    let given = totals(&solved)?;
    let mut groups = group::gather(&mut solved, &given, &nets)?;
    group::reach(&mut groups)?;
    let mut report = Report::default();
    for group in &mut groups {
        group.spread()?;
        group.tell(&mut report);
    }
    solved.rounding = invoice.rounding + report.rest();
    let reached = totals(&solved)?;
    let wanted = given.without_vat - invoice.prepaid + invoice.rounding;
    if reached.payable == wanted {
        return Ok(Solved { invoice: solved, report });
    }
    let groups: Vec<String> = report.groups.iter().map(|group| group.name()).collect();
    let unreachable = Fault::new(&GROSS_UNREACHABLE)
        .with("group", groups.join(", "))
        .with("difference", text(wanted - reached.payable));
    Err(vec![Finding::fatal(unreachable).at("/lines").value(text(wanted)).term("BT-115")])
}

/// Net amounts that the request gives are without VAT, and stay.
fn take_nets(invoice: &mut Invoice) -> Vec<Option<Decimal>> {
    let taxed = |line: &mut Line| if is_taxed(&line.vat) { line.take_net() } else { None };
    invoice.lines.iter_mut().map(taxed).collect()
}

/// Whether VAT is in its prices. What has none is the same with and without it.
fn is_taxed(vat: &Vat) -> bool {
    vat.rate > Decimal::ZERO
}

/// Rounds the amount to pay; the difference is the rounding (BT-114).
fn round_to_cash(invoice: &mut Invoice, unit: Cash) -> Result<Option<CashRounded>, Faults> {
    let amount = totals(invoice)?.payable;
    let payable = unit.round(amount).ok_or_else(too_large)?;
    invoice.rounding += payable - amount;
    let rounded = CashRounded { amount, payable, unit };
    Ok((payable != amount).then_some(rounded))
}

fn totals(invoice: &Invoice) -> Result<Totals, Faults> {
    Totals::of(invoice).map_err(|fault| vec![Finding::fatal(fault).at("/lines")])
}
