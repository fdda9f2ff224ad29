//! What the lines, allowances and charges of a VAT category and rate add up to.
//!
//! The breakdown has a row a rate, and each row is compared with a sum over the whole document. The
//! sums are made once a category, by rate; only what bears several categories at once, which no
//! usual line does, is looked at again for each row.

use crate::peppol::rules::decimal::Decimal;
use crate::peppol::rules::en16931::indicator::{Indicator, says};
use crate::peppol::rules::en16931::vat::{Category, code};
use crate::peppol::rules::look::At;
use crate::peppol::rules::{Abort, Outcome, Why, number};
use crate::peppol::schema::id::*;
use std::cell::OnceCell;
use std::cmp::Ordering;
use std::collections::HashMap;

/// The sums of every category, made when they are asked for.
#[derive(Debug, Default)]
pub struct Bases([OnceCell<Base>; 9]);

/// What adds up: lines of both kinds, charges, allowances.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    InvoiceLine,
    CreditNoteLine,
    Charge,
    Allowance,
}

const PARTS: [Part; 4] = [Part::InvoiceLine, Part::CreditNoteLine, Part::Charge, Part::Allowance];

/// What is known of one part of one category and rate.
#[derive(Clone, Copy, Debug)]
struct Sum {
    /// Of what stands in the document itself.
    amount: Result<Decimal, Abort>,
    /// Something stands there, at any depth.
    there: bool,
}

const NOTHING: Sum = Sum { amount: Ok(Decimal::ZERO), there: false };

type Key = (i128, i32);

/// What one category adds up to.
#[derive(Debug, Default)]
struct Base {
    /// By rate.
    rates: HashMap<Key, [Sum; 4]>,
    /// Whatever the rate.
    whole: Option<[Sum; 4]>,
    /// What stops a part before a rate is known.
    stopped: [Option<Abort>; 4],
    /// What bears several categories.
    mixed: Vec<(Part, u32)>,
}

/// One line, allowance or charge.
#[derive(Clone, Copy)]
struct Piece<'d, 'a> {
    part: Part,
    at: At<'d, 'a>,
}

impl<'d, 'a> Piece<'d, 'a> {
    fn categories(self, give: &mut dyn FnMut(At<'d, 'a>)) {
        let path: &[u16] = match self.part {
            Part::InvoiceLine | Part::CreditNoteLine => &[CAC_ITEM, CAC_CLASSIFIED_TAX_CATEGORY],
            Part::Charge | Part::Allowance => &[CAC_TAX_CATEGORY],
        };
        self.at.every(path, give);
    }

    fn amount(self) -> Result<Option<Decimal>, Abort> {
        self.at.number(match self.part {
            Part::InvoiceLine | Part::CreditNoteLine => &[CBC_LINE_EXTENSION_AMOUNT],
            Part::Charge | Part::Allowance => &[CBC_AMOUNT],
        })
    }

    fn is_of_document(self) -> bool {
        self.at.document.tree.node(self.at.node).parent == 0
    }

    fn add_to(self, sum: &mut Sum) {
        sum.there = true;
        if !self.is_of_document() {
            return;
        }
        let Ok(so_far) = sum.amount else { return };
        sum.amount = match self.amount() {
            Ok(Some(amount)) => self.at.fit(so_far.plus(amount)),
            Ok(None) => Ok(so_far),
            Err(abort) => Err(abort),
        };
    }
}

fn slot<T>(all: &mut [T; 4], part: Part) -> Option<&mut T> {
    all.iter_mut().zip(PARTS).find(|(_, other)| *other == part).map(|(slot, _)| slot)
}

fn take(all: &[Sum; 4], part: Part) -> Sum {
    all.iter().zip(PARTS).find(|(_, other)| *other == part).map_or(NOTHING, |(sum, _)| *sum)
}

/// Every line, allowance and charge.
fn pieces<'d, 'a>(root: At<'d, 'a>, give: &mut dyn FnMut(Piece<'d, 'a>)) {
    let facts = &root.document.facts;
    for (name, part) in
        [(CAC_INVOICE_LINE, Part::InvoiceLine), (CAC_CREDIT_NOTE_LINE, Part::CreditNoteLine)]
    {
        for node in facts.deep(name) {
            give(Piece { part, at: root.to(*node) });
        }
    }
    for node in facts.deep(CAC_ALLOWANCE_CHARGE) {
        let at = root.to(*node);
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
        pieces(root, &mut |piece| base.add(piece, category));
        base
    }

    fn add(&mut self, piece: Piece<'_, '_>, category: Category) {
        let mut first = None;
        let mut count = 0;
        piece.categories(&mut |at| {
            first = first.or(Some(at));
            count += 1;
        });
        let Some(first) = first else { return };
        if count > 1 {
            self.mixed.push((piece.part, piece.at.node));
            return;
        }
        if !code(first).is_ok_and(|code| code == category.code()) {
            return;
        }
        if let Some(sum) = self.whole.as_mut().and_then(|whole| slot(whole, piece.part)) {
            piece.add_to(sum);
        }
        if !is_rated(category) {
            return;
        }
        match first.number(&[CBC_PERCENT]) {
            Ok(Some(rate)) => {
                let sums = self.rates.entry(rate.key()).or_insert([NOTHING; 4]);
                if let Some(sum) = slot(sums, piece.part) {
                    piece.add_to(sum);
                }
            }
            Ok(None) => {}
            Err(abort) => {
                if let Some(stopped) = slot(&mut self.stopped, piece.part) {
                    *stopped = stopped.or(Some(abort));
                }
            }
        }
    }

    /// The sum of one part, of one rate or whatever the rate.
    fn sum(
        &self,
        root: At<'_, '_>,
        part: Part,
        category: Category,
        rate: Option<Decimal>,
    ) -> Result<Sum, Abort> {
        let mut sum = match rate {
            Some(rate) => self.rates.get(&rate.key()).map_or(NOTHING, |sums| take(sums, part)),
            None => self.whole.as_ref().map_or(NOTHING, |sums| take(sums, part)),
        };
        let stopped = self.stopped.iter().zip(PARTS).find(|(_, other)| *other == part);
        if let Some((Some(abort), _)) = stopped.filter(|_| rate.is_some()) {
            return Err(*abort);
        }
        for (of, node) in self.mixed.iter().filter(|(of, _)| *of == part) {
            let piece = Piece { part: *of, at: root.to(*node) };
            if bears(piece, category, rate)? {
                piece.add_to(&mut sum);
            }
        }
        Ok(sum)
    }
}

/// Whether something has the category, and the rate, be it on another of its categories.
fn bears(piece: Piece<'_, '_>, category: Category, rate: Option<Decimal>) -> Outcome {
    let mut all = Vec::new();
    piece.categories(&mut |at| all.push(at));
    let mut has = false;
    for at in &all {
        if !has {
            has = code(*at)? == category.code();
        }
    }
    let (true, Some(rate)) = (has, rate) else { return Ok(has) };
    for at in all {
        if let Some(other) = at.number(&[CBC_PERCENT])?
            && at.fit(other.equals(rate))?
        {
            return Ok(true);
        }
    }
    Ok(false)
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
    let root = At::root(at.document);
    let Some(base) = base(at, category) else { return Ok(Decimal::ZERO) };
    let sum = |part| base.sum(root, part, category, rate).and_then(|sum| sum.amount);
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
        let stated = subtotal.number(&[CBC_TAXABLE_AMOUNT])?;
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
    let Some(stated) = subtotal.one(&[CBC_TAXABLE_AMOUNT])? else { return Ok(false) };
    let sum = total(at, lines, category, Some(rate))?;
    let stated_number = number::double(&stated.value()).ok_or(stated.abort(Why::NotNumber))?;
    if stated_number.is_nan() || stated_number.is_infinite() {
        return Err(stated.abort(Why::NotNumber));
    }
    Ok(at.fit(sum.compare_double(stated_number - 1.0))? == Ordering::Less
        && at.fit(sum.compare_double(stated_number + 1.0))? == Ordering::Greater)
}

fn is_on_lines(at: At<'_, '_>, lines: Part, category: Category, rate: Decimal) -> Outcome {
    let root = At::root(at.document);
    let Some(base) = base(at, category) else { return Ok(false) };
    Ok(base.sum(root, lines, category, Some(rate))?.there)
}

/// Some allowance or charge at any depth, of whatever kind, has the category and the rate.
fn is_on_allowances(at: At<'_, '_>, category: Category, rate: Decimal) -> Outcome {
    let root = At::root(at.document);
    if let Some(base) = base(at, category) {
        for part in [Part::Charge, Part::Allowance] {
            if base.sum(root, part, category, Some(rate))?.there {
                return Ok(true);
            }
        }
    }
    // Those that say neither true nor false.
    for node in at.document.facts.deep(CAC_ALLOWANCE_CHARGE) {
        if !at.document.facts.spend() {
            return Err(at.abort(Why::TooMuch));
        }
        let at = root.to(*node);
        let said = says(at, Indicator::Charge)? || says(at, Indicator::Allowance)?;
        if !said && bears(Piece { part: Part::Charge, at }, category, Some(rate))? {
            return Ok(true);
        }
    }
    Ok(false)
}
