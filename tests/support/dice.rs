//! Dice that can be thrown again: the same seed gives the same numbers on every machine.

use rust_decimal::Decimal;

/// A source of numbers that look random (SplitMix64).
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// The dice with this seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Dice of its own for each thing that is counted: what one throws, no other one misses.
    pub fn of(seed: u64, counted: &[u64]) -> Self {
        counted.iter().fold(Self(seed), |mut dice, count| {
            Self(dice.roll() ^ count.wrapping_mul(0x9e37_79b9_7f4a_7c15))
        })
    }

    /// Any number.
    pub const fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below this one; none is below zero, so there it is zero.
    pub fn below<N: TryInto<u64> + TryFrom<u64>>(&mut self, end: N) -> N {
        let end: u64 = end.try_into().ok().unwrap();
        N::try_from(self.roll() % end.max(1)).ok().unwrap()
    }

    /// True once in so many times.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// True so many times of a hundred.
    pub fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of these, which are not none.
    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// One of these words, which are not none.
    pub fn word<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }

    /// A decimal below `whole` as text, with at most so many decimals.
    pub fn decimal(&mut self, whole: u64, most: u64) -> String {
        let decimals = u32::try_from(self.below(most + 1)).unwrap();
        let fraction = self.below(10_u64.pow(decimals));
        match decimals {
            0 => self.below(whole).to_string(),
            _ => {
                let width = usize::try_from(decimals).unwrap();
                format!("{}.{fraction:0width$}", self.below(whole))
            }
        }
    }

    /// From one unit of the last decimal up to `most`.
    pub fn amount(&mut self, most: u64, decimals: u32) -> Decimal {
        let units = self.below(most * 10_u64.pow(decimals)) + 1;
        Decimal::new(i64::try_from(units).unwrap(), decimals)
    }
}
