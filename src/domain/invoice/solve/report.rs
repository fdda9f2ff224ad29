//! What was moved so that the sums hold, to be told to whoever asks.

use crate::domain::finding::{Fault, Finding};
use crate::domain::invoice::solve::cash::Cash;
use crate::domain::invoice::solve::price::MOST_DECIMALS;
use crate::domain::invoice::solve::sentences::{
    CASH_ROUNDED, GROSS_NOT_SPREAD, GROSS_ROUNDED, SHARE_ROUNDED,
};
use crate::domain::invoice::vat::Category;
use crate::domain::money::{plain, text};
use rust_decimal::Decimal;

/// What was moved.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The VAT groups that have VAT
    pub groups: Vec<Reached>,
    /// Lines, allowances and charges that took cents
    pub moved: Vec<Moved>,
    /// What rounding to cash changed
    pub cash: Option<CashRounded>,
}

/// The sum of a VAT group.
#[derive(Clone, Debug)]
pub struct Reached {
    /// Category (BT-118)
    pub category: Category,
    /// Rate (BT-119)
    pub rate: Decimal,
    /// The sum with VAT that the given prices have
    pub wanted: Decimal,
    /// Taxable amount (BT-116)
    pub taxable: Decimal,
    /// Taxable amount and its VAT
    pub with_vat: Decimal,
}

/// A line, allowance or charge that took cents.
#[derive(Clone, Debug)]
pub struct Moved {
    /// Where it stands in the invoice
    pub path: String,
    /// Its VAT group
    pub group: String,
    /// What it took
    pub amount: Decimal,
}

/// What rounding to cash changed.
#[derive(Clone, Copy, Debug)]
pub struct CashRounded {
    /// The exact amount to pay
    pub amount: Decimal,
    /// The rounded one (BT-115)
    pub payable: Decimal,
    /// What it is rounded to
    pub unit: Cash,
}

/// How far totals that another program rounded its own way may lie from the reached ones.
#[derive(Clone, Copy, Debug, Default)]
pub struct Slack {
    /// The total with VAT (BT-112)
    pub with_vat: Decimal,
    /// Sums without VAT, and the VAT
    pub parts: Decimal,
}

/// So many notes on single lines are told; the last counts the others.
const TOLD: usize = 20;

impl Reached {
    /// Nothing is reached yet.
    pub const fn wanted(category: Category, rate: Decimal, wanted: Decimal) -> Self {
        Self { category, rate, wanted, taxable: Decimal::ZERO, with_vat: Decimal::ZERO }
    }

    /// This is reached.
    pub const fn take(&mut self, taxable: Decimal, with_vat: Decimal) {
        self.taxable = taxable;
        self.with_vat = with_vat;
    }

    /// What is missing.
    pub fn rest(&self) -> Decimal {
        self.wanted - self.with_vat
    }
}

impl Report {
    /// What no taxable amount reached, all groups together: it is part of the rounding (BT-114).
    pub fn rest(&self) -> Decimal {
        self.groups.iter().map(Reached::rest).sum()
    }

    /// How far totals may lie from the reached ones for no other cause than rounding.
    pub fn slack(&self) -> Slack {
        let rests: Decimal = self.groups.iter().map(|group| group.rest().abs()).sum();
        let moved: Decimal = self.moved.iter().map(|moved| moved.amount.abs()).sum();
        Slack { with_vat: rests, parts: rests + moved }
    }

    /// What is worth knowing of it.
    pub fn notes(&self) -> Vec<Finding> {
        let groups = self.groups.iter().filter(|group| !group.rest().is_zero());
        let mut notes: Vec<Finding> = groups.map(note_of_group).collect();
        notes.extend(self.cash.map(note_of_cash));
        notes.extend(self.moved.iter().take(TOLD).map(note_of_moved));
        if let Some(last) = notes.last_mut() {
            last.count += self.moved.len().saturating_sub(TOLD);
        }
        notes
    }
}

/// No price gives a line its amount.
pub fn not_spread(group: &Reached, path: String, missing: Decimal) -> Finding {
    let fault =
        Fault::new(&GROSS_NOT_SPREAD).with("group", group.name()).with("decimals", MOST_DECIMALS);
    Finding::fatal(fault).at(path).value(text(missing)).term("BT-131")
}

impl Reached {
    /// The category and rate, as a person writes them.
    pub fn name(&self) -> String {
        format!("{} {} %", self.category.code(), plain(self.rate))
    }
}

fn note_of_group(group: &Reached) -> Finding {
    let fault = Fault::new(&GROSS_ROUNDED)
        .with("group", group.name())
        .with("wanted", text(group.wanted))
        .with("reached", text(group.with_vat));
    Finding::information(fault).at("/prices_include_vat").value(text(group.rest())).term("BT-114")
}

fn note_of_cash(cash: CashRounded) -> Finding {
    let fault = Fault::new(&CASH_ROUNDED)
        .with("amount", text(cash.amount))
        .with("payable", text(cash.payable))
        .with("unit", cash.unit);
    let rounding = text(cash.payable - cash.amount);
    Finding::information(fault).at("/round_to").value(rounding).term("BT-114")
}

fn note_of_moved(moved: &Moved) -> Finding {
    let fault = Fault::new(&SHARE_ROUNDED).with("group", &moved.group);
    let term = if moved.path.starts_with("/lines") { "BT-131" } else { "BT-92" };
    Finding::information(fault).at(&moved.path).value(text(moved.amount)).term(term)
}
