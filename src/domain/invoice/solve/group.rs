//! VAT groups: which taxable amount gives the sum with VAT, and how it is spread.

use crate::domain::finding::{Fault, Finding};
use crate::domain::invoice::Invoice;
use crate::domain::invoice::solve::faults::{CENT, Faults, too_large};
use crate::domain::invoice::solve::part::Part;
use crate::domain::invoice::solve::report::{Moved, Reached, Report, not_spread};
use crate::domain::invoice::solve::sentences::{GROSS_UNREACHABLE, NET_AMOUNTS_FIXED};
use crate::domain::invoice::totals::{Totals, tax};
use crate::domain::invoice::vat::{Category, Vat};
use crate::domain::money::{round, text};
use rust_decimal::Decimal;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Everything of one category and rate.
pub struct Group<'a> {
    reached: Reached,
    parts: Vec<Part<'a>>,
}

/// A taxable amount with its VAT.
#[derive(Clone, Copy)]
struct Point {
    taxable: Decimal,
    with_vat: Decimal,
}

impl Point {
    fn at(taxable: Decimal, rate: Decimal) -> Option<Self> {
        Some(Self { taxable, with_vat: taxable.checked_add(tax(taxable, rate)?)? })
    }
}

/// The two points around a sum that no point reaches.
struct Gap<'a, 'b> {
    reached: &'b mut Reached,
    below: Point,
    above: Point,
    first: &'b Part<'a>,
}

/// What a percentage of VAT multiplies an amount by.
fn factor(rate: Decimal) -> Option<Decimal> {
    rate.checked_div(Decimal::ONE_HUNDRED)?.checked_add(Decimal::ONE)
}

/// The groups that have VAT, with prices and amounts as near as possible to those without.
pub fn gather<'a>(
    invoice: &'a mut Invoice,
    given: &Totals,
    nets: &[Option<Decimal>],
) -> Result<Vec<Group<'a>>, Faults> {
    let mut groups = BTreeMap::new();
    for group in given.groups.iter().filter(|group| group.rate > Decimal::ZERO) {
        let (category, rate) = (group.category, group.rate);
        let reached = Reached::wanted(category, rate, group.taxable);
        groups.insert((category, rate), Group { reached, parts: Vec::new() });
    }
    let key = |vat: &Vat| -> (Category, Decimal) { (vat.category, vat.rate) };
    let lines = invoice.lines.iter_mut().zip(given.line_nets.iter().zip(nets));
    for (at, (line, (gross, net))) in lines.enumerate() {
        if let Some(group) = groups.get_mut(&key(&line.vat)) {
            let factor = factor(line.vat.rate).ok_or_else(too_large)?;
            let part = Part::of_line(at, line, *gross, factor).ok_or_else(too_large)?;
            group.parts.push(part.fixed_at(*net, &group.reached)?);
        }
    }
    for (at, adjustment) in invoice.adjustments.iter_mut().enumerate() {
        let Some(key) = adjustment.vat.as_ref().map(key) else { continue };
        if let Some(group) = groups.get_mut(&key) {
            let factor = factor(key.1).ok_or_else(too_large)?;
            let part = Part::of_adjustment(at, adjustment, factor).ok_or_else(too_large)?;
            group.parts.push(part);
        }
    }
    Ok(groups.into_values().collect())
}

/// Finds the taxable amount of each group.
pub fn reach(groups: &mut [Group<'_>]) -> Result<(), Faults> {
    let mut gaps = Vec::new();
    for Group { reached, parts } in groups {
        let Some(first) = parts.first() else { continue };
        let (below, above) = around(reached.wanted, reached.rate).ok_or_else(too_large)?;
        reached.take(below.taxable, below.with_vat);
        if below.with_vat != reached.wanted {
            gaps.push(Gap { reached, below, above, first });
        }
    }
    // Whoever lies nearest to one side chooses first; the others then make up for it.
    gaps.sort_by_key(|gap| Reverse(gap.leaning().abs()));
    let mut rest = Decimal::ZERO;
    for gap in gaps {
        rest += gap.close(rest)?;
    }
    Ok(())
}

/// The highest point that is not above the sum, and the next one.
fn around(wanted: Decimal, rate: Decimal) -> Option<(Point, Point)> {
    let nearest = round(wanted.checked_div(factor(rate)?)?);
    let mut below = Point::at(nearest, rate)?;
    while below.with_vat > wanted {
        below = Point::at(below.taxable.checked_sub(CENT)?, rate)?;
    }
    loop {
        let above = Point::at(below.taxable.checked_add(CENT)?, rate)?;
        if above.with_vat > wanted {
            return Some((below, above));
        }
        below = above;
    }
}

impl Gap<'_, '_> {
    /// How much nearer the exact amount without VAT is to the point above than to that below.
    fn leaning(&self) -> Decimal {
        let exact = factor(self.reached.rate).and_then(|it| self.reached.wanted.checked_div(it));
        let middle = (self.below.taxable + self.above.taxable) / Decimal::TWO;
        exact.unwrap_or(middle) - middle
    }

    /// Takes the side that brings the rests together nearest to nothing; the group's rest.
    fn close(self, rest: Decimal) -> Result<Decimal, Faults> {
        let wanted = self.reached.wanted;
        let mut sides = [self.below, self.above];
        if self.leaning() > Decimal::ZERO {
            sides.reverse();
        }
        let missing = |side: &Point| wanted - side.with_vat;
        let near = sides.iter().filter(|side| missing(side).abs() <= CENT);
        let Some(side) = near.min_by_key(|side| (rest + missing(side)).abs()) else {
            let off = sides.iter().map(|side| missing(side).abs()).min().unwrap_or_default();
            let fault = Fault::new(&GROSS_UNREACHABLE)
                .with("group", self.reached.name())
                .with("difference", text(off));
            let finding = Finding::fatal(fault).at(self.first.path()).value(text(wanted));
            return Err(vec![finding.term("BT-112")]);
        };
        self.reached.take(side.taxable, side.with_vat);
        Ok(missing(side))
    }
}

impl Group<'_> {
    /// Spreads the taxable amount: whoever is farthest behind its share gets the first cent.
    pub fn spread(&mut self) -> Result<(), Faults> {
        let held: Decimal = self.parts.iter().map(|part| part.net).sum();
        let mut missing = self.reached.taxable - held;
        let step = if missing < Decimal::ZERO { -CENT } else { CENT };
        // Two cents for each is rounding; more is a part that no price fits.
        let most = Decimal::from(self.parts.len()) * CENT * Decimal::TWO;
        let mut open: Vec<&mut Part<'_>> = self.parts.iter_mut().collect();
        open.sort_by_key(|part| {
            let behind = (part.share - part.net) * step;
            (part.rank(), Reverse(behind), Reverse(part.share.abs()))
        });
        while !missing.is_zero() && missing.abs() <= most && !open.is_empty() {
            open.retain_mut(|part| {
                if missing.is_zero() {
                    return true;
                }
                let took = part.shift(step);
                if took {
                    missing -= step;
                }
                took
            });
        }
        if !missing.is_zero() {
            return Err(vec![self.stuck(missing)]);
        }
        self.parts.iter_mut().for_each(Part::finish);
        Ok(())
    }

    fn stuck(&self, missing: Decimal) -> Finding {
        if let Some(fixed) = self.parts.iter().find(|part| part.is_fixed) {
            let fault = Fault::new(&NET_AMOUNTS_FIXED).with("group", self.reached.name());
            return Finding::fatal(fault).at(fixed.path()).value(text(missing)).term("BT-131");
        }
        let worst = self.parts.iter().max_by_key(|part| (part.share - part.net).abs());
        let at = worst.map_or("/lines".to_owned(), Part::path);
        not_spread(&self.reached, at, missing)
    }

    /// Tells what was reached and moved.
    pub fn tell(&self, report: &mut Report) {
        for part in self.parts.iter().filter(|part| !part.moved.is_zero()) {
            let group = self.reached.name();
            report.moved.push(Moved { path: part.path(), group, amount: part.moved });
        }
        report.groups.push(self.reached.clone());
    }
}
