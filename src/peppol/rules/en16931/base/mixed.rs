//! What bears several categories at once counts for each rate among them, and what cannot be read
//! stops all rates but those that were found before.

use crate::peppol::rules::decimal::Decimal;
use crate::peppol::rules::en16931::base::piece::Piece;
use crate::peppol::rules::en16931::vat::{Category, code};
use crate::peppol::rules::facts::bases::Key;
use crate::peppol::rules::outcome::Abort;
use crate::peppol::schema::id::CBC_PERCENT;
use std::collections::HashSet;

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
