//! The predicates of EN 16931 on sums: what is stated is what its parts add up to.
//!
//! Each bears the id of its rule. Absent operands are looked for first and numbers are read after,
//! as the official engine does: what is not read cannot abort.

use crate::peppol::rules::decimal::Decimal;
use crate::peppol::rules::en16931::indicator::{Indicator, says};
use crate::peppol::rules::en16931::vat::is_vat;
use crate::peppol::rules::look::At;
use crate::peppol::rules::memory::Question;
use crate::peppol::rules::outcome::{Abort, Outcome, Why};
use crate::peppol::schema::id::*;
use crate::peppol::xml::name::attribute::CURRENCY_ID;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

fn add_up<'d, 'a>(
    at: At<'d, 'a>,
    all: impl Iterator<Item = At<'d, 'a>>,
    field: u16,
) -> Result<Decimal, Abort> {
    let mut sum = Decimal::ZERO;
    for one in all {
        if let Some(amount) = one.number(&[field])? {
            sum = at.fit(sum.plus(amount))?;
        }
    }
    Ok(sum)
}

fn is_cents(at: At<'_, '_>, stated: Decimal, sum: Decimal) -> Outcome {
    at.fit(stated.equals(sum.rounded(2)))
}

/// The sum of the lines is their sum.
pub fn br_co_10(at: At<'_, '_>) -> Outcome {
    if !at.has(&[CBC_LINE_EXTENSION_AMOUNT]) {
        return Ok(false);
    }
    let Some(stated) = at.number(&[CBC_LINE_EXTENSION_AMOUNT])? else { return Ok(false) };
    let facts = &at.document.facts;
    let sum = *facts.lines.get_or_init(|| {
        let lines = at.anywhere(CAC_INVOICE_LINE).chain(at.anywhere(CAC_CREDIT_NOTE_LINE));
        add_up(at, lines, CBC_LINE_EXTENSION_AMOUNT)
    });
    is_cents(at, stated, sum?)
}

fn total_of(at: At<'_, '_>, indicator: Indicator, total: u16) -> Outcome {
    let Some(parent) = at.parent() else { return Ok(!at.has(&[total])) };
    let (any, all) = match indicator {
        Indicator::Allowance => (Question::HasAllowances, Question::Allowances),
        Indicator::Charge => (Question::HasCharges, Question::Charges),
    };
    let found = || {
        let mut found = Vec::new();
        for one in parent.children(CAC_ALLOWANCE_CHARGE) {
            if says(one, indicator)? {
                found.push(one);
            }
        }
        Ok(found)
    };
    let some = parent.is(any, || Ok(!found()?.is_empty()))?;
    if !at.has(&[total]) {
        return Ok(!some);
    }
    let Some(stated) = at.number(&[total])? else { return Ok(false) };
    let sum = parent.sum(all, || add_up(at, found()?.into_iter(), CBC_AMOUNT).map(Some))?;
    is_cents(at, stated, sum.unwrap_or(Decimal::ZERO))
}

/// The total of allowances is their sum.
pub fn br_co_11(at: At<'_, '_>) -> Outcome {
    total_of(at, Indicator::Allowance, CBC_ALLOWANCE_TOTAL_AMOUNT)
}

/// The total of charges is their sum.
pub fn br_co_12(at: At<'_, '_>) -> Outcome {
    total_of(at, Indicator::Charge, CBC_CHARGE_TOTAL_AMOUNT)
}

/// The total without VAT is lines − allowances + charges.
pub fn br_co_13(at: At<'_, '_>) -> Outcome {
    let paths = [CBC_LINE_EXTENSION_AMOUNT, CBC_TAX_EXCLUSIVE_AMOUNT];
    if paths.iter().any(|name| !at.has(&[*name])) {
        return Ok(false);
    }
    let (Some(lines), Some(stated)) = (at.number(&paths[..1])?, at.number(&paths[1..])?) else {
        return Ok(false);
    };
    let charges = at.number(&[CBC_CHARGE_TOTAL_AMOUNT])?;
    let allowances = at.number(&[CBC_ALLOWANCE_TOTAL_AMOUNT])?;
    if charges.is_none() && allowances.is_none() {
        return at.fit(stated.equals(lines));
    }
    let sum = at.fit(lines.plus(charges.unwrap_or(Decimal::ZERO)))?;
    let sum = at.fit(sum.minus(allowances.unwrap_or(Decimal::ZERO)))?;
    is_cents(at, stated, sum)
}

/// The VAT total is the sum of its rows.
pub fn br_co_14(at: At<'_, '_>) -> Outcome {
    if !at.has(&[CAC_TAX_SUBTOTAL]) {
        return Ok(true);
    }
    let Some(stated) = at.number(&[CBC_TAX_AMOUNT])? else { return Ok(false) };
    is_cents(at, stated, add_up(at, at.children(CAC_TAX_SUBTOTAL), CBC_TAX_AMOUNT)?)
}

/// The total with VAT is the total without it and the VAT in the document's currency.
pub fn br_co_15(at: At<'_, '_>) -> Outcome {
    let taxes = taxes(at);
    let mut before = HashSet::new();
    let (without, stated) = (OnceCell::new(), OnceCell::new());
    for currency in at.children(CBC_DOCUMENT_CURRENCY_CODE) {
        let currency = currency.value();
        // What a currency said once it says again.
        if before.contains(&currency) {
            continue;
        }
        let mut found = Vec::new();
        for tax in taxes.get(&currency).into_iter().flatten() {
            found.push(tax.and_then(At::decimal)?);
        }
        let [tax] = found.as_slice() else { return Ok(false) };
        let Some(without) = (*without.get_or_init(|| total_without(at)))? else { return Ok(false) };
        let with = at.fit(without.plus(*tax))?.rounded(2);
        if !stated.get_or_init(|| Stated::of(at)).holds(with)? {
            return Ok(false);
        }
        before.insert(currency);
    }
    Ok(true)
}

/// The VAT amounts of a currency, one a total; a second one in a total aborts.
type Taxes<'d, 'a> = HashMap<Cow<'a, str>, Vec<Result<At<'d, 'a>, Abort>>>;

fn taxes<'d, 'a>(at: At<'d, 'a>) -> Taxes<'d, 'a> {
    let mut all: Taxes<'d, 'a> = HashMap::new();
    for total in at.children(CAC_TAX_TOTAL) {
        let mut places: HashMap<Cow<'a, str>, usize> = HashMap::new();
        for amount in total.children(CBC_TAX_AMOUNT) {
            let Some(currency) = amount.attribute(CURRENCY_ID) else { continue };
            let of_currency = all.entry(currency.clone()).or_default();
            match places.get(&currency).and_then(|place| of_currency.get_mut(*place)) {
                Some(Err(_)) => {}
                Some(first) => *first = Err(amount.abort(Why::Surplus)),
                None => {
                    places.insert(currency, of_currency.len());
                    of_currency.push(Ok(amount));
                }
            }
        }
    }
    all
}

/// The only total without VAT.
fn total_without(at: At<'_, '_>) -> Result<Option<Decimal>, Abort> {
    let mut without = None;
    for total in at.children(CAC_LEGAL_MONETARY_TOTAL) {
        if let Some(amount) = total.number(&[CBC_TAX_EXCLUSIVE_AMOUNT])? {
            if without.is_some() {
                return Err(total.abort(Why::Surplus));
            }
            without = Some(amount);
        }
    }
    Ok(without)
}

/// The totals with VAT, as far as they can be read.
#[derive(Default)]
struct Stated {
    totals: HashSet<(i128, i32)>,
    stopped: Option<Abort>,
}

impl Stated {
    fn of(at: At<'_, '_>) -> Self {
        let mut stated = Self::default();
        for total in at.children(CAC_LEGAL_MONETARY_TOTAL) {
            match total.number(&[CBC_TAX_INCLUSIVE_AMOUNT]) {
                Ok(amount) => stated.totals.extend(amount.map(Decimal::key)),
                Err(abort) => {
                    stated.stopped = Some(abort);
                    break;
                }
            }
        }
        stated
    }

    fn holds(&self, total: Decimal) -> Outcome {
        match self.stopped {
            _ if self.totals.contains(&total.key()) => Ok(true),
            Some(abort) => Err(abort),
            None => Ok(false),
        }
    }
}

/// The amount to pay is the total with VAT − prepaid + rounding.
pub fn br_co_16(at: At<'_, '_>) -> Outcome {
    let Some(payable) = at.number(&[CBC_PAYABLE_AMOUNT])? else { return Ok(false) };
    let payable = match at.number(&[CBC_PAYABLE_ROUNDING_AMOUNT])? {
        Some(rounding) => at.fit(payable.minus(rounding))?.rounded(2),
        None => payable,
    };
    // The other side is read only when it is there.
    let total = [CBC_TAX_INCLUSIVE_AMOUNT];
    if !at.has(&total) {
        return Ok(false);
    }
    let Some(total) = at.number(&total)? else { return Ok(false) };
    let total = match at.number(&[CBC_PREPAID_AMOUNT])? {
        Some(prepaid) => at.fit(total.minus(prepaid))?.rounded(2),
        None => total,
    };
    at.fit(payable.equals(total))
}

/// The VAT of a row is its base times its rate, to within one.
pub fn br_co_17(at: At<'_, '_>) -> Outcome {
    let Some(tax) = at.number(&[CBC_TAX_AMOUNT])? else { return Ok(false) };
    let free = tax.rounded(0).is_zero();
    if !at.has(&[CBC_TAXABLE_AMOUNT]) && !free {
        return Ok(false);
    }
    let mut rate = None;
    for category in at.children(CAC_TAX_CATEGORY) {
        if !is_vat(category)? {
            continue;
        }
        if let Some(found) = category.number(&[CBC_PERCENT])? {
            if rate.is_some() {
                return Err(category.abort(Why::Surplus));
            }
            rate = Some(found);
        }
    }
    let Some(rate) = rate.filter(|rate| !rate.rounded(0).is_zero()) else { return Ok(free) };
    match at.number(&[CBC_TAXABLE_AMOUNT])? {
        Some(base) => is_tax_of(at, tax, base, rate),
        None => Ok(false),
    }
}

/// Strictly within one of base × rate ÷ 100, signs left out.
fn is_tax_of(at: At<'_, '_>, tax: Decimal, base: Decimal, rate: Decimal) -> Outcome {
    let exact = at.fit(base.absolute().times(rate.percent()))?.rounded(2);
    let far = at.fit(tax.absolute().minus(exact))?.absolute();
    Ok(at.fit(far.compare(Decimal::whole(1)))?.is_lt())
}

/// The same for categories with a rate, of the row that the category is in.
pub fn tax_is_base_times_rate(at: At<'_, '_>) -> Outcome {
    let Some(row) = at.parent() else { return Ok(false) };
    let (amount, taxable) = (CBC_TAX_AMOUNT, CBC_TAXABLE_AMOUNT);
    if !row.is_with(amount) || !row.is_with(taxable) || !at.has(&[CBC_PERCENT]) {
        return Ok(false);
    }
    match (row.number_of(amount)?, row.number_of(taxable)?, at.number(&[CBC_PERCENT])?) {
        (Some(tax), Some(base), Some(rate)) => is_tax_of(at, tax, base, rate),
        _ => Ok(false),
    }
}

/// The VAT of the row is nought.
pub fn tax_is_zero(at: At<'_, '_>) -> Outcome {
    let Some(row) = at.parent() else { return Ok(false) };
    Ok(row.number_of(CBC_TAX_AMOUNT)?.is_some_and(|tax| tax.is_zero()))
}
