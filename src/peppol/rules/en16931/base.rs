//! What the lines, allowances and charges of a VAT category and rate add up to.
//!
//! The breakdown has a row a rate, and each row is compared with a sum over the whole document. The
//! sums are made once a category, by rate, so that many rows cost no more than many lines.

mod mixed;
mod piece;

use crate::peppol::rules::decimal::Decimal;
use crate::peppol::rules::en16931::base::mixed::Borne;
use crate::peppol::rules::en16931::base::piece::{Amount, Piece};
use crate::peppol::rules::en16931::indicator::{Indicator, says};
use crate::peppol::rules::en16931::vat::{Category, code};
use crate::peppol::rules::facts::bases::{Base, Key, Loose, Part, Stops, Sum};
use crate::peppol::rules::look::At;
use crate::peppol::rules::number;
use crate::peppol::rules::outcome::{Abort, Outcome, Why};
use crate::peppol::schema::id::*;
use std::cmp::Ordering;
use std::collections::HashSet;

const PARTS: [Part; 4] = [Part::InvoiceLine, Part::CreditNoteLine, Part::Charge, Part::Allowance];

const NOTHING: Sum = Sum { amount: Ok(Decimal::ZERO), there: false };

fn slot<T>(all: &mut [T; 4], part: Part) -> Option<&mut T> {
    all.iter_mut().zip(PARTS).find(|(_, other)| *other == part).map(|(slot, _)| slot)
}

fn of_part<T>(all: &[T; 4], part: Part) -> Option<&T> {
    all.iter().zip(PARTS).find(|(_, other)| *other == part).map(|(of, _)| of)
}

fn take(all: &[Sum; 4], part: Part) -> Sum {
    of_part(all, part).copied().unwrap_or(NOTHING)
}

/// Every line, allowance and charge.
fn pieces<'d, 'a>(root: At<'d, 'a>, give: &mut dyn FnMut(Piece<'d, 'a>)) {
    for (name, part) in
        [(CAC_INVOICE_LINE, Part::InvoiceLine), (CAC_CREDIT_NOTE_LINE, Part::CreditNoteLine)]
    {
        for at in root.anywhere(name) {
            give(Piece { part, at });
        }
    }
    for at in root.anywhere(CAC_ALLOWANCE_CHARGE) {
        for (indicator, part) in
            [(Indicator::Allowance, Part::Allowance), (Indicator::Charge, Part::Charge)]
        {
            if says(at, indicator).unwrap_or(false) {
                give(Piece { part, at });
            }
        }
    }
}

impl Base {
    fn gather(root: At<'_, '_>, category: Category) -> Self {
        let mut base = Self { whole: Some([NOTHING; 4]), ..Self::default() };
        let mut mixed = Vec::new();
        pieces(root, &mut |piece| {
            if base.add(piece, category).is_none() {
                mixed.push(piece);
            }
        });
        for piece in mixed {
            base.add_mixed(piece, category);
        }
        base
    }

    /// Adds a piece, unless it bears several categories.
    fn add(&mut self, piece: Piece<'_, '_>, category: Category) -> Option<()> {
        let mut first = None;
        let mut count = 0;
        piece.categories(&mut |at| {
            first = first.or(Some(at));
            count += 1;
        });
        if count > 1 {
            return None;
        }
        let Some(first) = first else { return Some(()) };
        if !code(first).is_ok_and(|code| code == category.code()) {
            return Some(());
        }
        let amount = piece.amount();
        self.add_whole(piece, amount);
        if !is_rated(category) {
            return Some(());
        }
        match first.number(&[CBC_PERCENT]) {
            Ok(Some(rate)) => self.add_rated(piece, rate.key(), amount),
            Ok(None) => {}
            Err(abort) => {
                if let Some(stopped) = slot(&mut self.stopped, piece.part) {
                    *stopped = stopped.or(Some(abort));
                }
            }
        }
        Some(())
    }

    fn add_whole(&mut self, piece: Piece<'_, '_>, amount: Amount) {
        if let Some(sum) = self.whole.as_mut().and_then(|whole| slot(whole, piece.part)) {
            piece.add_to(sum, amount);
        }
    }

    fn add_rated(&mut self, piece: Piece<'_, '_>, rate: Key, amount: Amount) {
        let sums = self.rates.entry(rate).or_insert([NOTHING; 4]);
        if let Some(sum) = slot(sums, piece.part) {
            piece.add_to(sum, amount);
        }
    }

    /// Adds what bears several categories to each of its rates.
    fn add_mixed(&mut self, piece: Piece<'_, '_>, category: Category) {
        let borne = match Borne::of(piece, category) {
            Ok(Some(borne)) => borne,
            Ok(None) => return,
            Err(abort) => {
                for stops in [&mut self.whole_stops, &mut self.stops] {
                    if let Some(stops) = slot(stops, piece.part) {
                        stops.add(abort, HashSet::new());
                    }
                }
                return;
            }
        };
        let amount = piece.amount();
        self.add_whole(piece, amount);
        for rate in &borne.rates {
            self.add_rated(piece, *rate, amount);
        }
        if let (Some(abort), Some(stops)) = (borne.stopped, slot(&mut self.stops, piece.part)) {
            stops.add(abort, borne.rates);
        }
    }

    /// The sum of one part, of one rate or whatever the rate.
    fn sum(&self, part: Part, rate: Option<Decimal>) -> Result<Sum, Abort> {
        let Some(rate) = rate.map(Decimal::key) else {
            let stops = of_part(&self.whole_stops, part).and_then(Stops::whatever);
            let sum = self.whole.as_ref().map_or(NOTHING, |sums| take(sums, part));
            return stops.map_or(Ok(sum), Err);
        };
        let before = of_part(&self.stopped, part).copied().flatten();
        let stopped = before.or_else(|| of_part(&self.stops, part)?.of(&rate));
        let sum = self.rates.get(&rate).map_or(NOTHING, |sums| take(sums, part));
        stopped.map_or(Ok(sum), Err)
    }

    /// The rates of what says neither true nor false.
    fn loose(&self, root: At<'_, '_>, category: Category) -> &Loose {
        self.loose.get_or_init(|| {
            let mut loose = Loose::default();
            for at in root.anywhere(CAC_ALLOWANCE_CHARGE) {
                match loose_rates(at, category) {
                    Ok(None) => continue,
                    Ok(Some(borne)) => {
                        loose.rates.extend(borne.rates);
                        loose.stopped = borne.stopped;
                    }
                    Err(abort) => loose.stopped = Some(abort),
                }
                if loose.stopped.is_some() {
                    break;
                }
            }
            loose
        })
    }
}

/// The rates of an allowance or charge, if it does not say which it is.
fn loose_rates(at: At<'_, '_>, category: Category) -> Result<Option<Borne>, Abort> {
    if says(at, Indicator::Charge)? || says(at, Indicator::Allowance)? {
        return Ok(None);
    }
    Borne::of(Piece { part: Part::Charge, at }, category)
}

/// Categories whose breakdown has a row a rate.
const fn is_rated(category: Category) -> bool {
    matches!(category, Category::Standard | Category::Canary | Category::Ceuta)
}

fn base<'d>(at: At<'d, '_>, category: Category) -> Option<&'d Base> {
    let cell = at.document.facts.bases.0.get(usize::from(category.number()))?;
    Some(cell.get_or_init(|| Base::gather(At::root(at.document), category)))
}

/// Lines of one kind, with charges and without allowances.
fn total(
    at: At<'_, '_>,
    lines: Part,
    category: Category,
    rate: Option<Decimal>,
) -> Result<Decimal, Abort> {
    let Some(base) = base(at, category) else { return Ok(Decimal::ZERO) };
    let sum = |part| base.sum(part, rate).and_then(|sum| sum.amount);
    let with_charges = at.fit(sum(lines)?.plus(sum(Part::Charge)?))?;
    at.fit(with_charges.minus(sum(Part::Allowance)?))
}

const KINDS: [(u16, Part); 2] =
    [(CAC_INVOICE_LINE, Part::InvoiceLine), (CAC_CREDIT_NOTE_LINE, Part::CreditNoteLine)];

/// The taxable amount is exactly what the category adds up to.
pub fn base_is_sum(at: At<'_, '_>, category: Category) -> Outcome {
    let Some(subtotal) = at.parent() else { return Ok(false) };
    for (name, lines) in KINDS {
        if at.document.facts.deep(name).is_empty() {
            continue;
        }
        let stated = subtotal.number_of(CBC_TAXABLE_AMOUNT)?;
        let sum = total(at, lines, category, None)?;
        if let Some(stated) = stated
            && at.fit(stated.equals(sum))?
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The taxable amount is within one of what the category and rate add up to.
pub fn base_is_near_sum(at: At<'_, '_>, category: Category) -> Outcome {
    let Some(rate) = at.number(&[CBC_PERCENT])? else { return Ok(true) };
    let anywhere = match category {
        Category::Standard => is_on_allowances(at, category, rate)?,
        _ => false,
    };
    for (name, lines) in KINDS {
        let there = match category {
            Category::Standard => anywhere || is_on_lines(at, lines, category, rate)?,
            _ => !at.document.facts.deep(name).is_empty(),
        };
        if there && is_near(at, lines, category, rate)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Strictly within one, where the stated amount plus and minus one are binary numbers.
fn is_near(at: At<'_, '_>, lines: Part, category: Category, rate: Decimal) -> Outcome {
    let Some(subtotal) = at.parent() else { return Ok(false) };
    let stated = subtotal.double_of(CBC_TAXABLE_AMOUNT, || {
        let Some(stated) = subtotal.one(&[CBC_TAXABLE_AMOUNT])? else { return Ok(None) };
        let number = number::double(&stated.value()).filter(|number| number.is_finite());
        number.map(Some).ok_or(stated.abort(Why::NotNumber))
    })?;
    let Some(stated) = stated else { return Ok(false) };
    let sum = total(at, lines, category, Some(rate))?;
    Ok(at.fit(sum.compare_double(stated - 1.0))? == Ordering::Less
        && at.fit(sum.compare_double(stated + 1.0))? == Ordering::Greater)
}

fn is_on_lines(at: At<'_, '_>, lines: Part, category: Category, rate: Decimal) -> Outcome {
    let Some(base) = base(at, category) else { return Ok(false) };
    Ok(base.sum(lines, Some(rate))?.there)
}

/// Some allowance or charge at any depth, of whatever kind, has the category and the rate.
fn is_on_allowances(at: At<'_, '_>, category: Category, rate: Decimal) -> Outcome {
    let Some(base) = base(at, category) else { return Ok(false) };
    for part in [Part::Charge, Part::Allowance] {
        if base.sum(part, Some(rate))?.there {
            return Ok(true);
        }
    }
    let loose = base.loose(At::root(at.document), category);
    match loose.stopped {
        _ if loose.rates.contains(&rate.key()) => Ok(true),
        Some(abort) => Err(abort),
        None => Ok(false),
    }
}
