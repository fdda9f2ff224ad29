//! Answers that many elements ask for: what stands in a parent, or in the document, is looked at
//! once and not again for each of its children.

use crate::peppol::rules::decimal::Decimal;
use crate::peppol::rules::outcome::{Abort, Outcome};
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// What is asked about an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Question {
    /// Has it a child of this name?
    Has(u16),
    /// The number of its only child of this name.
    Number(u16),
    /// The same as a binary number.
    Double(u16),
    /// The only text of its children of this name.
    Text(u16),
    /// The day of its period that this child of the period says.
    Day(u16),
    /// Has it a period with this child?
    HasPeriod(u16),
    /// Is it an allowance?
    IsAllowance,
    /// Is it a charge?
    IsCharge,
    /// Does its indicator say `false`, in so many letters?
    SaysFalse,
    /// Does its indicator say `true`, in so many letters?
    SaysTrue,
    /// Has it allowances?
    HasAllowances,
    /// Has it charges?
    HasCharges,
    /// What its allowances add up to.
    Allowances,
    /// What its charges add up to.
    Charges,
    /// Is it a reference to an object?
    IsObject,
    /// Is it a reference to the mark of the Greek tax authority?
    IsMark,
    /// Is it a credit transfer?
    IsTransfer,
    /// Does it pay to a Swedish Plusgiro?
    IsPlusgiro,
    /// Does it pay to a Swedish Bankgiro?
    IsBankgiro,
    /// Is its tax scheme VAT?
    IsVat,
    /// Is its tax scheme another one?
    IsOtherTax,
    /// Is its address in Sweden?
    IsSwedish,
    /// Has it a company number?
    HasNumber,
    /// Do its terms of payment say something?
    HasTerms,
    /// What its seller is called.
    SellerNames,
    /// What its seller is registered as.
    SellerRegistrations,
    /// What its seller is numbered.
    SellerNumbers,
    /// The currencies of its VAT.
    VatCurrencies,
    /// The units of its quantities.
    Units(u16),
    /// The tax numbers of seller and representative, without their country.
    TaxNumbers,
}

/// The answers to one kind of question, by element.
pub type Answers<T> = RefCell<HashMap<(u32, Question), T>>;

/// A set of texts.
pub type Texts = Rc<HashSet<String>>;

/// What was answered so far.
#[derive(Debug, Default)]
pub struct Memory {
    pub(crate) truths: Answers<Outcome>,
    pub(crate) numbers: Answers<Result<Option<Decimal>, Abort>>,
    pub(crate) doubles: Answers<Result<Option<f64>, Abort>>,
    pub(crate) days: Answers<Result<Option<i64>, Abort>>,
    pub(crate) texts: Answers<Result<Rc<str>, Abort>>,
    pub(crate) sets: Answers<Texts>,
}

/// The answer that is known, or that is found now. The table is free while it is looked for, since
/// one question may lead to another.
pub fn answer<T: Clone>(table: &Answers<T>, key: (u32, Question), find: impl FnOnce() -> T) -> T {
    if let Some(known) = table.borrow().get(&key) {
        return known.clone();
    }
    let found = find();
    table.borrow_mut().insert(key, found.clone());
    found
}
