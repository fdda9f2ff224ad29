//! Questions about an element that many others ask too: answered once, then remembered.

use crate::peppol::rules::decimal::Decimal;
use crate::peppol::rules::look::At;
use crate::peppol::rules::memory::{Memory, Question, Texts, answer};
use crate::peppol::rules::outcome::{Abort, Outcome};
use std::collections::HashSet;
use std::rc::Rc;

impl<'a> At<'_, 'a> {
    fn memory(&self) -> &Memory {
        self.document.facts.spend();
        &self.document.facts.memory
    }

    /// Whether something is true of the element.
    pub fn is(self, question: Question, find: impl FnOnce() -> Outcome) -> Outcome {
        answer(&self.memory().truths, (self.node, question), find)
    }

    /// The same where nothing can abort.
    pub fn surely(self, question: Question, find: impl FnOnce() -> bool) -> bool {
        self.is(question, || Ok(find())).unwrap_or(false)
    }

    /// Whether it has a child of a name, as its other children ask.
    pub fn is_with(self, name: u16) -> bool {
        self.surely(Question::Has(name), || self.has(&[name]))
    }

    /// A number that is found in the element.
    pub fn sum(
        self,
        question: Question,
        find: impl FnOnce() -> Result<Option<Decimal>, Abort>,
    ) -> Result<Option<Decimal>, Abort> {
        answer(&self.memory().numbers, (self.node, question), find)
    }

    /// The number of its only child of a name, as its other children ask.
    pub fn number_of(self, name: u16) -> Result<Option<Decimal>, Abort> {
        self.sum(Question::Number(name), || self.number(&[name]))
    }

    /// The same as a binary number.
    pub fn double_of(
        self,
        name: u16,
        find: impl FnOnce() -> Result<Option<f64>, Abort>,
    ) -> Result<Option<f64>, Abort> {
        answer(&self.memory().doubles, (self.node, Question::Double(name)), find)
    }

    /// A day that stands in the element.
    pub fn day_of(
        self,
        name: u16,
        find: impl FnOnce() -> Result<Option<i64>, Abort>,
    ) -> Result<Option<i64>, Abort> {
        answer(&self.memory().days, (self.node, Question::Day(name)), find)
    }

    /// A text that stands in the element.
    pub fn text_of(
        self,
        name: u16,
        find: impl FnOnce() -> Result<std::borrow::Cow<'a, str>, Abort>,
    ) -> Result<Rc<str>, Abort> {
        let find = || find().map(|text| Rc::from(&*text));
        answer(&self.memory().texts, (self.node, Question::Text(name)), find)
    }

    /// Texts that stand in the element.
    pub fn texts(self, question: Question, find: impl FnOnce() -> HashSet<String>) -> Texts {
        answer(&self.memory().sets, (self.node, question), || Rc::new(find()))
    }

    /// Everything that elements at the end of a path say.
    pub fn values(self, path: &[u16]) -> HashSet<String> {
        let mut values = HashSet::new();
        self.every(path, &mut |found| {
            values.insert(found.value().into_owned());
        });
        values
    }
}
