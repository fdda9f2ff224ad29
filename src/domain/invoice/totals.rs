//! Totals and the VAT breakdown, always computed from the lines (BR-CO-10 to BR-CO-17).

use crate::domain::country::Currency;
use crate::domain::finding::Fault;
use crate::domain::invoice::vat::{Category, Vat};
use crate::domain::invoice::{Adjustment, AdjustmentKind, Invoice, Line};
use crate::domain::money::{NUMBER_TOO_LARGE, round};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// The totals of a document (BG-22) with its VAT breakdown (BG-23).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// Net amount of each line (BT-131), in order
    pub line_nets: Vec<Decimal>,
    /// Sum of the lines (BT-106)
    pub lines: Decimal,
    /// Allowances on the document (BT-107)
    pub allowances: Decimal,
    /// Charges on the document (BT-108)
    pub charges: Decimal,
    /// Without VAT (BT-109)
    pub without_vat: Decimal,
    /// VAT (BT-110)
    pub vat: Decimal,
    /// With VAT (BT-112)
    pub with_vat: Decimal,
    /// Paid already (BT-113)
    pub prepaid: Decimal,
    /// Rounding (BT-114)
    pub rounding: Decimal,
    /// To pay (BT-115)
    pub payable: Decimal,
    /// VAT by category and rate (BG-23)
    pub groups: Vec<Group>,
}

/// One row of the VAT breakdown (BG-23).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Category (BT-118)
    pub category: Category,
    /// Rate (BT-119)
    pub rate: Decimal,
    /// Taxable amount (BT-116)
    pub taxable: Decimal,
    /// VAT (BT-117)
    pub tax: Decimal,
    /// Why there is none (BT-120)
    pub reason: Option<String>,
    /// Why there is none, as a code (BT-121)
    pub reason_code: Option<String>,
}

impl Totals {
    /// VAT in the currency of accounting (BT-111), where that is not the document's.
    pub fn vat_in_vat_currency<'a>(&self, invoice: &'a Invoice) -> Option<(&'a Currency, Decimal)> {
        invoice.more.vat_currency.as_ref().zip(invoice.more.vat_in_vat_currency)
    }
}

impl Group {
    /// What it is the row of.
    pub const fn key(&self) -> (Category, Decimal) {
        (self.category, self.rate)
    }
}

/// The rows of a breakdown by category and rate; of two alike the first.
pub fn by_rate(groups: &[Group]) -> HashMap<(Category, Decimal), &Group> {
    let mut rows = HashMap::with_capacity(groups.len());
    for group in groups {
        rows.entry(group.key()).or_insert(group);
    }
    rows
}

/// Largest whole part of a total: one digit more than an amount may have.
const MOST: i64 = 99_999_999_999_999;

impl Totals {
    /// Computes them; only numbers beyond every sane invoice make it fail.
    pub fn of(invoice: &Invoice) -> Result<Self, Fault> {
        compute(invoice)
            .filter(|totals| totals.with_vat.abs() < MOST.into())
            .ok_or(Fault::new(&NUMBER_TOO_LARGE).with("value", "The total").with("limit", 14))
    }
}

fn compute(invoice: &Invoice) -> Option<Totals> {
    let line_nets: Vec<Decimal> =
        invoice.lines.iter().map(Line::net_amount).collect::<Option<_>>()?;
    let lines = sum(line_nets.iter().copied())?;
    let allowances = sum(amounts(&invoice.adjustments, AdjustmentKind::Allowance))?;
    let charges = sum(amounts(&invoice.adjustments, AdjustmentKind::Charge))?;
    let without_vat = lines.checked_sub(allowances)?.checked_add(charges)?;
    let groups = breakdown(invoice, &line_nets)?;
    let vat = sum(groups.iter().map(|group| group.tax))?;
    let with_vat = without_vat.checked_add(vat)?;
    let payable = with_vat.checked_sub(invoice.prepaid)?.checked_add(invoice.rounding)?;
    Some(Totals {
        line_nets,
        lines,
        allowances,
        charges,
        without_vat,
        vat,
        with_vat,
        prepaid: invoice.prepaid,
        rounding: invoice.rounding,
        payable,
        groups,
    })
}

impl Line {
    /// The net amount (BT-131): as it was given, or as it is computed.
    pub fn net_amount(&self) -> Option<Decimal> {
        self.net.or_else(|| self.computed_net())
    }

    /// Quantity times price for the base quantity, then the line's own charges and allowances.
    pub fn computed_net(&self) -> Option<Decimal> {
        let base = self.base_quantity.unwrap_or(Decimal::ONE);
        let gross = self.quantity.checked_mul(self.price)?.checked_div(base)?;
        let charges = sum(amounts(&self.adjustments, AdjustmentKind::Charge))?;
        let allowances = sum(amounts(&self.adjustments, AdjustmentKind::Allowance))?;
        Some(round(gross.checked_add(charges)?.checked_sub(allowances)?))
    }
}

fn amounts(of: &[Adjustment], kind: AdjustmentKind) -> impl Iterator<Item = Decimal> + '_ {
    of.iter().filter(move |adjustment| adjustment.kind == kind).map(|adjustment| adjustment.amount)
}

fn sum(mut of: impl Iterator<Item = Decimal>) -> Option<Decimal> {
    of.try_fold(Decimal::ZERO, Decimal::checked_add)
}

/// VAT is rounded for each category and rate, so after the sum (BR-CO-17).
fn breakdown(invoice: &Invoice, line_nets: &[Decimal]) -> Option<Vec<Group>> {
    let mut rows = Rows::default();
    for (line, net) in invoice.lines.iter().zip(line_nets) {
        rows.add(&line.vat, *net)?;
    }
    for adjustment in &invoice.adjustments {
        let Some(vat) = &adjustment.vat else { continue };
        let signed = match adjustment.kind {
            AdjustmentKind::Allowance => -adjustment.amount,
            AdjustmentKind::Charge => adjustment.amount,
        };
        rows.add(vat, signed)?;
    }
    for group in &mut rows.groups {
        group.tax = tax(group.taxable, group.rate)?;
    }
    // What the seller's own program computed stands as it is; the rules say how far it may go.
    for given in &invoice.more.taxes {
        if let Some(group) = rows.of(given.category, given.rate) {
            group.taxable = given.taxable.unwrap_or(group.taxable);
            group.tax = given.tax.unwrap_or(group.tax);
        }
    }
    let mut groups = rows.groups;
    groups.sort_by_key(|group| (group.category, -group.rate));
    Some(groups)
}

/// The VAT of a taxable amount.
pub(super) fn tax(taxable: Decimal, rate: Decimal) -> Option<Decimal> {
    Some(round(taxable.checked_mul(rate)?.checked_div(Decimal::ONE_HUNDRED)?))
}

/// The rows of a breakdown while they are added up. There may be as many as lines, so each is found
/// by its category and rate.
#[derive(Default)]
struct Rows {
    groups: Vec<Group>,
    places: HashMap<(Category, Decimal), usize>,
}

impl Rows {
    fn of(&mut self, category: Category, rate: Decimal) -> Option<&mut Group> {
        let place = self.places.get(&(category, rate))?;
        self.groups.get_mut(*place)
    }

    fn add(&mut self, vat: &Vat, amount: Decimal) -> Option<()> {
        if let Some(group) = self.of(vat.category, vat.rate) {
            group.taxable = group.taxable.checked_add(amount)?;
            if vat.reason.is_some() || vat.reason_code.is_some() {
                group.reason.clone_from(&vat.reason);
                group.reason_code.clone_from(&vat.reason_code);
            }
            return Some(());
        }
        // Where nothing is said, the category itself says why.
        let own = vat.category.own_exemption().filter(|_| vat.reason.is_none());
        self.places.insert((vat.category, vat.rate), self.groups.len());
        self.groups.push(Group {
            category: vat.category,
            rate: vat.rate,
            taxable: amount,
            tax: Decimal::ZERO,
            reason: vat.reason.clone(),
            reason_code: vat.reason_code.clone().or(own.map(str::to_owned)),
        });
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::spent::processor_time;
    use serde_json::json;

    /// An invoice whose lines have a rate each.
    fn with_rates(lines: usize) -> Invoice {
        let kept = include_str!("../../../tests/letters/example.json");
        let kept: serde_json::Value = serde_json::from_str(kept).unwrap();
        let mut invoice: Invoice = serde_json::from_value(kept["invoice"].clone()).unwrap();
        let line = invoice.lines[0].clone();
        let rated = |at: usize| {
            let mut line = line.clone();
            line.vat = serde_json::from_value(json!({"category": "S", "rate": "1"})).unwrap();
            line.vat.rate = Decimal::new(i64::try_from(at).unwrap() + 1, 4);
            line
        };
        invoice.lines = (0..lines).map(rated).collect();
        invoice.adjustments.clear();
        invoice
    }

    /// The rows are not counted where they are looked for, so here it is time.
    #[test]
    #[cfg(target_os = "linux")]
    fn four_times_the_vat_rates_take_no_more_than_eight_times_the_time() {
        let time = |lines: usize| {
            let invoice = with_rates(lines);
            let once = || {
                let start = processor_time();
                assert_eq!(Totals::of(&invoice).unwrap().groups.len(), lines);
                processor_time() - start
            };
            (0..3).map(|_| once()).min().unwrap()
        };
        let (few, many) = (time(5_000), time(20_000));
        assert!(many <= few * 8, "{few:?} for 5,000 rates, {many:?} for 20,000");
    }
}
