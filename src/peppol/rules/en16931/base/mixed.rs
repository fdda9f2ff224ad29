//! What bears several categories at once counts for each rate among them, and what cannot be read
//! stops all rates but those that were found before.

use crate::peppol::rules::Abort;
use crate::peppol::rules::decimal::Decimal;
use crate::peppol::rules::en16931::base::{Key, Piece};
use crate::peppol::rules::en16931::vat::{Category, code};
use crate::peppol::schema::id::CBC_PERCENT;
use std::collections::{HashMap, HashSet};

/// The rates of something that bears a category, be they on another of its categories.
pub struct Borne {
    /// Those that could be read.
    pub rates: HashSet<Key>,
    /// What kept the others from being read.
    pub stopped: Option<Abort>,
}

impl Borne {
    /// None where the category is not among them.
    pub fn of(piece: Piece<'_, '_>, category: Category) -> Result<Option<Self>, Abort> {
        let mut all = Vec::new();
        piece.categories(&mut |at| all.push(at));
        let mut has = false;
        for at in &all {
            if !has {
                has = code(*at)? == category.code();
            }
        }
        if !has {
            return Ok(None);
        }
        let mut borne = Self { rates: HashSet::new(), stopped: None };
        for at in all {
            match at.number(&[CBC_PERCENT]) {
                Ok(rate) => borne.rates.extend(rate.map(Decimal::key)),
                Err(abort) => {
                    borne.stopped = Some(abort);
                    break;
                }
            }
        }
        Ok(Some(borne))
    }
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
