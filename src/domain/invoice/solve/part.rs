//! What a VAT group consists of: lines, and the allowances and charges on the document.

use crate::domain::finding::{Fault, Finding};
use crate::domain::invoice::check::{R120, SLACK};
use crate::domain::invoice::solve::faults::{CENT, Faults};
use crate::domain::invoice::solve::price::{FEWEST_DECIMALS, fit, nearest, to_decimals};
use crate::domain::invoice::solve::report::{Reached, not_spread};
use crate::domain::invoice::{Adjustment, AdjustmentKind, Line};
use crate::domain::money::{round, text};
use rust_decimal::Decimal;

/// A line or an adjustment, its amounts without VAT already.
pub struct Part<'a> {
    term: Term<'a>,
    at: usize,
    /// Its exact share without VAT; what lowers the group is below zero
    pub share: Decimal,
    /// What it has
    pub net: Decimal,
    /// How many cents it took
    pub moved: Decimal,
    /// Whether the request says what it has
    pub is_fixed: bool,
}

enum Term<'a> {
    Line { line: &'a mut Line, price: Decimal, factor: Decimal },
    Adjustment(&'a mut Adjustment),
}

impl<'a> Part<'a> {
    /// Takes the VAT out of a line whose sum with VAT is known.
    pub fn of_line(at: usize, line: &'a mut Line, gross: Decimal, factor: Decimal) -> Option<Self> {
        for adjustment in line.adjustments_mut() {
            take_vat_out(adjustment, factor)?;
        }
        let price = line.price.checked_div(factor)?;
        let share = gross.checked_div(factor)?;
        if line.quantity.is_zero() || !fit(line, price, round(share)) {
            line.price = nearest(line, price);
        }
        let net = line.computed_net()?;
        let term = Term::Line { line, price, factor };
        Some(Self { term, at, share, net, moved: Decimal::ZERO, is_fixed: false })
    }

    /// Takes the VAT out of an allowance or charge on the document.
    pub fn of_adjustment(
        at: usize,
        adjustment: &'a mut Adjustment,
        factor: Decimal,
    ) -> Option<Self> {
        let share = signed(adjustment.kind, adjustment.amount).checked_div(factor)?;
        take_vat_out(adjustment, factor)?;
        let net = signed(adjustment.kind, adjustment.amount);
        Some(Self {
            term: Term::Adjustment(adjustment),
            at,
            share,
            net,
            moved: Decimal::ZERO,
            is_fixed: false,
        })
    }

    /// Where it stands in the invoice.
    pub fn path(&self) -> String {
        match &self.term {
            Term::Line { .. } if self.is_fixed => format!("/lines/{}/net_amount", self.at),
            Term::Line { .. } => format!("/lines/{}/price", self.at),
            Term::Adjustment(_) => format!("/adjustments/{}/amount", self.at),
        }
    }

    /// Lines with a price take cents first, then what has only an amount; what is worth less than a
    /// cent would change most, and comes last.
    pub fn rank(&self) -> u8 {
        let priced = match &self.term {
            Term::Line { line, price, .. } => !price.is_zero() && !line.quantity.is_zero(),
            Term::Adjustment(_) => false,
        };
        match (self.share.abs() < CENT, priced) {
            (true, _) => 2,
            (false, true) => 0,
            (false, false) => 1,
        }
    }

    /// The same line with the net amount that the request gives it.
    pub fn fixed_at(mut self, net: Option<Decimal>, group: &Reached) -> Result<Self, Faults> {
        let (Some(net), Term::Line { line, price, .. }) = (net, &mut self.term) else {
            return Ok(self);
        };
        let difference = net - self.share;
        let fits = fit(line, *price, net);
        let fault = Fault::new(&R120).with("line", &line.id);
        self.is_fixed = true;
        if difference.abs() > SLACK {
            let expected = text(self.share);
            let fault = fault.with("expected", expected).with("difference", text(difference));
            let finding = Finding::fatal(fault).at(self.path()).value(text(net));
            return Err(vec![finding.term("BT-131")]);
        }
        if !fits {
            return Err(vec![not_spread(group, self.path(), net - self.net)]);
        }
        self.net = net;
        Ok(self)
    }

    /// Gives a price before discount to a line whose price is found.
    pub fn finish(&mut self) {
        let Term::Line { line, factor, .. } = &mut self.term else { return };
        let price = line.price;
        let Some(gross) = line.gross_price_mut() else { return };
        // The price before the discount follows, since it has to be the sum (PEPPOL-EN16931-R046).
        let decimals = price.scale().max(FEWEST_DECIMALS);
        let discount = gross.discount.checked_div(*factor).unwrap_or(gross.discount);
        gross.discount = to_decimals(discount, decimals);
        gross.price = (price + gross.discount).normalize();
    }

    /// Moves it by a cent, if it can be moved.
    pub fn shift(&mut self, by: Decimal) -> bool {
        if self.is_fixed {
            return false;
        }
        let target = self.net + by;
        let moved = match &mut self.term {
            Term::Line { line, price, .. } => {
                fit(line, *price, target) || shift_adjustment_of(line, by, target)
            }
            Term::Adjustment(adjustment) => shift_adjustment(adjustment, by),
        };
        if moved {
            self.net = target;
            self.moved += by;
        }
        moved
    }
}

fn signed(kind: AdjustmentKind, amount: Decimal) -> Decimal {
    match kind {
        AdjustmentKind::Allowance => -amount,
        AdjustmentKind::Charge => amount,
    }
}

fn percentage(base: Decimal, percent: Decimal) -> Option<Decimal> {
    Some(round(base.checked_mul(percent)?.checked_div(Decimal::ONE_HUNDRED)?))
}

/// A percentage stays, and its amount follows from the base without VAT.
fn take_vat_out(adjustment: &mut Adjustment, factor: Decimal) -> Option<()> {
    let given = adjustment.amount;
    let own = round(given.checked_div(factor)?);
    let (Some(base), Some(percent)) = (adjustment.base, adjustment.percent) else {
        adjustment.amount = own;
        return Some(());
    };
    let net_base = round(base.checked_div(factor)?);
    let expected = percentage(net_base, percent)?;
    adjustment.base = Some(net_base);
    adjustment.amount = if percentage(base, percent)? == given {
        expected
    } else {
        own.max(expected - SLACK).min(expected + SLACK)
    };
    Some(())
}

/// A line without a price to move may have a charge or an allowance that can be.
fn shift_adjustment_of(line: &mut Line, by: Decimal, target: Decimal) -> bool {
    for at in 0..line.adjustments.len() {
        let shifted = line.adjustments_mut().get_mut(at).is_some_and(|it| shift_adjustment(it, by));
        if shifted && line.computed_net() == Some(target) {
            return true;
        }
        if let Some(adjustment) = line.adjustments_mut().get_mut(at).filter(|_| shifted) {
            adjustment.amount -= signed(adjustment.kind, by);
        }
    }
    false
}

/// An amount never changes its sign, and stays the percentage that it is said to be.
fn shift_adjustment(adjustment: &mut Adjustment, by: Decimal) -> bool {
    let amount = adjustment.amount + signed(adjustment.kind, by);
    let expected = adjustment
        .base
        .zip(adjustment.percent)
        .and_then(|(base, percent)| percentage(base, percent));
    let near = expected.is_none_or(|expected| (expected - amount).abs() <= SLACK);
    let own_way = match adjustment.amount < Decimal::ZERO {
        true => amount <= Decimal::ZERO,
        false => amount >= Decimal::ZERO,
    };
    let sound = near && own_way;
    if sound {
        adjustment.amount = amount;
    }
    sound
}
