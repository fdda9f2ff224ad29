//! One line, allowance or charge, and what it adds to a sum.

use crate::peppol::rules::decimal::Decimal;
use crate::peppol::rules::facts::bases::{Part, Sum};
use crate::peppol::rules::look::At;
use crate::peppol::rules::outcome::Abort;
use crate::peppol::schema::id::*;

/// The amount of a piece, if it can be read.
pub type Amount = Result<Option<Decimal>, Abort>;

/// One line, allowance or charge.
#[derive(Clone, Copy)]
pub struct Piece<'d, 'a> {
    /// What it is.
    pub part: Part,
    /// Its element.
    pub at: At<'d, 'a>,
}

impl<'d, 'a> Piece<'d, 'a> {
    /// Gives each of its VAT categories.
    pub fn categories(self, give: &mut dyn FnMut(At<'d, 'a>)) {
        let path: &[u16] = match self.part {
            Part::InvoiceLine | Part::CreditNoteLine => &[CAC_ITEM, CAC_CLASSIFIED_TAX_CATEGORY],
            Part::Charge | Part::Allowance => &[CAC_TAX_CATEGORY],
        };
        self.at.every(path, give);
    }

    /// What it adds.
    pub fn amount(self) -> Amount {
        self.at.number(match self.part {
            Part::InvoiceLine | Part::CreditNoteLine => &[CBC_LINE_EXTENSION_AMOUNT],
            Part::Charge | Part::Allowance => &[CBC_AMOUNT],
        })
    }

    fn is_of_document(self) -> bool {
        self.at.document.tree.node(self.at.node).parent == 0
    }

    /// It is there, and its amount counts if it stands in the document itself.
    pub fn add_to(self, sum: &mut Sum, amount: Amount) {
        sum.there = true;
        if !self.is_of_document() {
            return;
        }
        let Ok(so_far) = sum.amount else { return };
        sum.amount = match amount {
            Ok(Some(amount)) => self.at.fit(so_far.plus(amount)),
            Ok(None) => Ok(so_far),
            Err(abort) => Err(abort),
        };
    }
}
