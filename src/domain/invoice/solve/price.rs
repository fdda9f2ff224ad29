//! The price of a line: the one with the fewest decimals that gives the net amount exactly.

use crate::domain::invoice::Line;
use rust_decimal::{Decimal, RoundingStrategy};

/// A price shows at least so many decimals.
pub const FEWEST_DECIMALS: u32 = 2;
/// With more decimals no person reads a price.
pub const MOST_DECIMALS: u32 = 10;

/// Half a cent: so far the exact amount may lie from the one it is rounded to.
const HALF: Decimal = Decimal::from_parts(5, 0, 0, false, 3);

/// Gives the line a price near `ideal` so that its net amount is `target`; whether there is one. No
/// price moves what is free or has no quantity.
pub fn fit(line: &mut Line, ideal: Decimal, target: Decimal) -> bool {
    if ideal.is_zero() || line.quantity.is_zero() {
        return line.computed_net() == Some(target);
    }
    let kept = line.price;
    let found = find(line, ideal, target);
    line.price = found.unwrap_or(kept);
    found.is_some()
}

/// The price of a line that none fits, and of one that counts nothing.
pub fn nearest(line: &Line, ideal: Decimal) -> Decimal {
    let decimals = match line.quantity.is_zero() {
        true => line.price.scale().max(FEWEST_DECIMALS),
        false => MOST_DECIMALS,
    };
    to_decimals(ideal, decimals)
}

/// Halves away from zero, and no needless zeros.
pub fn to_decimals(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero).normalize()
}

fn find(line: &mut Line, ideal: Decimal, target: Decimal) -> Option<Decimal> {
    let (low, high) = range(line, target)?;
    (FEWEST_DECIMALS..=MOST_DECIMALS).find_map(|decimals| {
        let gives = |price: &Decimal| {
            line.price = *price;
            *price > Decimal::ZERO && line.computed_net() == Some(target)
        };
        let tried = tries(ideal, low, high, decimals)?.into_iter().filter(gives);
        Some(tried.min_by_key(|price| (price - ideal).abs())?.normalize())
    })
}

/// Between which prices the right ones lie, ends included or not.
fn range(line: &mut Line, target: Decimal) -> Option<(Decimal, Decimal)> {
    line.price = Decimal::ZERO;
    let of_price = target.checked_sub(line.computed_net()?)?;
    let base = line.base_quantity.unwrap_or(Decimal::ONE);
    let price = |amount: Decimal| amount.checked_mul(base)?.checked_div(line.quantity);
    let (one, other) = (price(of_price - HALF)?, price(of_price + HALF)?);
    Some((one.min(other), one.max(other)))
}

/// The prices of so many decimals that are nearest to the ideal one and to both ends; none when
/// none lies between those.
fn tries(ideal: Decimal, low: Decimal, high: Decimal, decimals: u32) -> Option<[Decimal; 5]> {
    let to = |value: Decimal, way| value.round_dp_with_strategy(decimals, way);
    let first = to(low, RoundingStrategy::ToPositiveInfinity);
    let last = to(high, RoundingStrategy::ToNegativeInfinity);
    let step = Decimal::new(1, decimals);
    let middle = to(ideal, RoundingStrategy::MidpointAwayFromZero);
    // An end may be a price that rounds away from the target: then the next one does not.
    (first <= last).then_some([middle, first, first + step, last, last - step])
}
