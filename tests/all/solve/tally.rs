//! What was seen over all carts.

use super::cart::Cart;
use super::sums::Line;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::fmt;

/// Counts by what was seen.
type Counts<K> = BTreeMap<K, u64>;

#[derive(Default)]
pub struct Tally {
    carts: u64,
    lines: u64,
    /// Documents whose sums were computed anew, and that were built again without VAT in prices
    pub recomputed: u64,
    cash: u64,
    rests: Counts<Decimal>,
    decimals: Counts<u32>,
    /// How far a line's net amount is from its exact share, in whole thousandths
    moves: Counts<Decimal>,
}

impl Tally {
    pub fn add(&mut self, cart: &Cart, lines: &[Line<'_>], rest: Decimal) {
        self.carts += 1;
        self.cash += u64::from(!cart.moved.is_zero());
        *self.rests.entry(rest.normalize()).or_default() += 1;
        for (line, share) in lines.iter().zip(&cart.shares) {
            self.lines += 1;
            *self.decimals.entry(line.price.normalize().scale()).or_default() += 1;
            let moved = (line.net - share).abs();
            let class = (moved * Decimal::new(200, 0)).ceil() / Decimal::new(200, 0);
            *self.moves.entry(class.normalize()).or_default() += 1;
        }
    }

    pub fn with(mut self, other: Self) -> Self {
        fn join<K: Ord>(all: &mut Counts<K>, other: Counts<K>) {
            for (key, count) in other {
                *all.entry(key).or_default() += count;
            }
        }
        self.carts += other.carts;
        self.lines += other.lines;
        self.recomputed += other.recomputed;
        self.cash += other.cash;
        join(&mut self.rests, other.rests);
        join(&mut self.decimals, other.decimals);
        join(&mut self.moves, other.moves);
        self
    }

    pub fn largest_rest(&self) -> Decimal {
        self.rests.keys().map(Decimal::abs).max().unwrap_or_default()
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let none = self.rests.get(&Decimal::ZERO).copied().unwrap_or_default();
        writeln!(f, "{} carts with {} lines, all valid, all sums kept", self.carts, self.lines)?;
        writeln!(
            f,
            "{} computed anew, built again without VAT, read back and built again",
            self.recomputed
        )?;
        writeln!(f, "{} rounded to cash or otherwise", self.cash)?;
        writeln!(f, "{} left a rest in BT-114: {:?}", self.carts - none, self.rests)?;
        writeln!(f, "decimals of prices: {:?}", self.decimals)?;
        write!(f, "lines by distance from their share, up to: {:?}", self.moves)
    }
}
