//! What the lines, allowances and charges of each VAT category add up to; found by the rules of
//! EN 16931.

use crate::peppol::rules::decimal::Decimal;
use crate::peppol::rules::outcome::Abort;
use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

/// The sums of every category, made when they are asked for.
#[derive(Debug, Default)]
pub struct Bases(pub(crate) [OnceCell<Base>; 9]);

/// What adds up: lines of both kinds, charges, allowances.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A line of an invoice.
    InvoiceLine,
    /// A line of a credit note.
    CreditNoteLine,
    /// A charge.
    Charge,
    /// An allowance.
    Allowance,
}

/// What is known of one part of one category and rate.
#[derive(Clone, Copy, Debug)]
pub struct Sum {
    /// Of what stands in the document itself.
    pub(crate) amount: Result<Decimal, Abort>,
    /// Something stands there, at any depth.
    pub(crate) there: bool,
}

/// A rate, under which equal ones meet.
pub type Key = (i128, i32);

/// What one category adds up to.
#[derive(Debug, Default)]
pub struct Base {
    /// By rate.
    pub(crate) rates: HashMap<Key, [Sum; 4]>,
    /// Whatever the rate.
    pub(crate) whole: Option<[Sum; 4]>,
    /// What stops a part before a rate is known.
    pub(crate) stopped: [Option<Abort>; 4],
    /// What bears several categories and cannot be read stops a part, whatever the rate.
    pub(crate) whole_stops: [Stops; 4],
    /// The same, rate by rate.
    pub(crate) stops: [Stops; 4],
    /// Allowances and charges that say neither.
    pub(crate) loose: OnceCell<Loose>,
}

/// The rates of allowances and charges that say neither true nor false, and what kept others from
/// being read.
#[derive(Debug, Default)]
pub struct Loose {
    pub(crate) rates: HashSet<Key>,
    pub(crate) stopped: Option<Abort>,
}

/// What stops the sums of a part, rate by rate.
#[derive(Debug, Default)]
pub struct Stops {
    first: Option<Abort>,
    /// Rates that nothing has stopped yet.
    spared: HashSet<Key>,
    /// Rates that the first abort spared and a later one did not.
    later: HashMap<Key, Abort>,
}

impl Stops {
    /// Stops all rates but those that are spared.
    pub fn add(&mut self, abort: Abort, spared: HashSet<Key>) {
        if self.first.is_none() {
            (self.first, self.spared) = (Some(abort), spared);
            return;
        }
        let later = &mut self.later;
        self.spared.retain(|rate| {
            let stays = spared.contains(rate);
            if !stays {
                later.insert(*rate, abort);
            }
            stays
        });
    }

    /// What stopped those that nothing is spared.
    pub const fn whatever(&self) -> Option<Abort> {
        self.first
    }

    /// What stopped a rate.
    pub fn of(&self, rate: &Key) -> Option<Abort> {
        let first = self.first.filter(|_| !self.spared.contains(rate))?;
        Some(self.later.get(rate).copied().unwrap_or(first))
    }
}
