//! How a predicate looks at the document: from one element, along paths, without ever failing.
//!
//! `one` and what is built on it abort where the official style sheet stops: on a second node
//! where only one can be read, and on text that is no number or date.

mod pieces;
mod recall;

pub use crate::peppol::rules::text::{has_two_places, normal};

use crate::peppol::rules::decimal::{Decimal, TooLong};
use crate::peppol::rules::facts::Facts;
use crate::peppol::rules::list::{LISTS, List};
use crate::peppol::rules::number;
use crate::peppol::rules::outcome::{Abort, Outcome, Why};
use crate::peppol::rules::pack::Pack;
use crate::peppol::schema::id;
use crate::peppol::schema::lexical::bare;
use crate::peppol::xml::tree::{NOBODY, Tree};
use std::borrow::Cow;
use std::cell::Cell;

/// The document as rules see it.
#[derive(Debug)]
pub struct Document<'a> {
    /// Its elements.
    pub tree: Tree<'a>,
    /// What is asked for again and again.
    pub facts: Facts,
    /// By which rules it is judged.
    pub pack: Pack,
    /// The code of each list that was looked up last and found.
    pub codes: Remembered<'a>,
}

/// A code for each list: lines repeat the same ones.
pub type Remembered<'a> = [Cell<&'a str>; LISTS];

/// One element of the document.
#[derive(Clone, Copy, Debug)]
pub struct At<'d, 'a> {
    /// The document.
    pub document: &'d Document<'a>,
    /// The element.
    pub node: u32,
}

/// The children of an element that have a name.
pub enum Children<'d, 'a> {
    /// One after the other.
    Chain(At<'d, 'a>, u32, u16),
    /// Those of the document element, which has so many, from a list.
    List(&'d Document<'a>, std::slice::Iter<'d, (u16, u32)>),
}

impl<'d, 'a> Iterator for Children<'d, 'a> {
    type Item = At<'d, 'a>;

    #[inline]
    fn next(&mut self) -> Option<At<'d, 'a>> {
        match self {
            Self::List(document, rest) => {
                let (_, node) = rest.next().filter(|_| document.facts.spend())?;
                Some(At { document, node: *node })
            }
            Self::Chain(of, next, name) => loop {
                if *next == NOBODY || !of.document.facts.spend() {
                    return None;
                }
                let here = *next;
                let node = of.document.tree.node(here);
                *next = node.next;
                if node.name == *name {
                    return Some(At { node: here, ..*of });
                }
            },
        }
    }
}

impl<'d, 'a> At<'d, 'a> {
    /// The document element.
    pub const fn root(document: &'d Document<'a>) -> Self {
        Self { document, node: 0 }
    }

    /// Another element of the document.
    pub const fn to(self, node: u32) -> Self {
        Self { node, ..self }
    }

    /// Its name.
    #[inline]
    pub fn name(self) -> u16 {
        self.document.tree.node(self.node).name
    }

    /// Its parent.
    #[inline]
    pub fn parent(self) -> Option<Self> {
        let parent = self.document.tree.node(self.node).parent;
        (parent != NOBODY).then_some(self.to(parent))
    }

    /// Whether its parent has the name.
    #[inline]
    pub fn is_in(self, name: u16) -> bool {
        self.parent().is_some_and(|parent| parent.name() == name)
    }

    /// Whether its ancestors have the names, the nearest first.
    #[inline]
    pub fn is_below(self, names: &[u16]) -> bool {
        let mut here = self;
        names.iter().all(|name| match here.parent() {
            Some(parent) => {
                here = parent;
                parent.name() == *name
            }
            None => false,
        })
    }

    /// Whether it is the root, and an invoice or credit note.
    #[inline]
    pub fn is_document(self) -> bool {
        self.node == 0 && matches!(self.name(), id::INVOICE | id::CREDIT_NOTE)
    }

    /// Whether it is a line of an invoice or credit note.
    #[inline]
    pub fn is_line(self) -> bool {
        matches!(self.name(), id::CAC_INVOICE_LINE | id::CAC_CREDIT_NOTE_LINE)
    }

    /// Its children of a name.
    #[inline]
    pub fn children(self, name: u16) -> Children<'d, 'a> {
        if self.node == 0 {
            return Children::List(self.document, self.document.facts.of_root(name).iter());
        }
        Children::Chain(self, self.document.tree.first_child(self.node), name)
    }

    /// Whether it has any child element.
    pub fn has_children(self) -> bool {
        self.document.tree.first_child(self.node) != NOBODY
    }

    /// Every element of a name at any depth, of those that are looked for there.
    pub fn anywhere(self, name: u16) -> impl Iterator<Item = At<'d, 'a>> {
        let facts = &self.document.facts;
        let all = facts.deep(name).iter().take_while(|_| facts.spend());
        all.map(move |node| self.to(*node))
    }

    /// Gives every element at the end of a path until one is enough.
    #[inline]
    pub fn any(self, path: &[u16], enough: &mut dyn FnMut(At<'d, 'a>) -> bool) -> bool {
        match path {
            [] => enough(self),
            [name] => self.children(*name).any(enough),
            [name, rest @ ..] => self.children(*name).any(|child| child.any(rest, enough)),
        }
    }

    /// The same where the question can abort.
    pub fn try_any(self, path: &[u16], enough: &mut dyn FnMut(At<'d, 'a>) -> Outcome) -> Outcome {
        let mut aborted = None;
        let found = self.any(path, &mut |at| match enough(at) {
            Ok(enough) => enough,
            Err(abort) => {
                aborted = Some(abort);
                true
            }
        });
        aborted.map_or(Ok(found), Err)
    }

    /// Every element at the end of a path.
    pub fn every(self, path: &[u16], give: &mut dyn FnMut(At<'d, 'a>)) {
        self.any(path, &mut |at| {
            give(at);
            false
        });
    }

    /// Whether there is an element at the end of a path; an empty one counts.
    #[inline]
    pub fn has(self, path: &[u16]) -> bool {
        match path {
            [name] => self.children(*name).next().is_some(),
            _ => self.any(path, &mut |_| true),
        }
    }

    /// How many there are.
    pub fn count(self, path: &[u16]) -> usize {
        let mut count = 0;
        self.every(path, &mut |_| count += 1);
        count
    }

    /// The first one.
    #[inline]
    pub fn first(self, path: &[u16]) -> Option<At<'d, 'a>> {
        let mut first = None;
        self.any(path, &mut |at| {
            first = Some(at);
            true
        });
        first
    }

    /// The only one; a second one aborts.
    #[inline]
    pub fn one(self, path: &[u16]) -> Result<Option<At<'d, 'a>>, Abort> {
        if let [name] = path {
            let mut children = self.children(*name);
            let first = children.next();
            return match children.next() {
                Some(second) => Err(second.abort(Why::Surplus)),
                None => Ok(first),
            };
        }
        let mut one = None;
        let mut second = None;
        self.any(path, &mut |at| {
            if one.is_none() {
                one = Some(at);
                return false;
            }
            second = Some(at);
            true
        });
        match second {
            Some(second) => Err(second.abort(Why::Surplus)),
            None => Ok(one),
        }
    }

    /// The cause of an abort is here.
    pub const fn abort(self, why: Why) -> Abort {
        Abort { node: self.node, why }
    }

    /// All its text, as it stands.
    #[inline]
    pub fn value(self) -> Cow<'a, str> {
        self.pay_for_text();
        match self.plain_text() {
            Some(text) => Cow::Borrowed(text),
            None => self.gathered_value(),
        }
    }

    /// An attribute without namespace.
    #[inline]
    pub fn attribute(self, name: u16) -> Option<Cow<'a, str>> {
        let all = self.document.tree.attributes(self.node);
        let found = all.iter().find(|attribute| attribute.name == name)?;
        let (start, end) = found.value;
        self.document.facts.spend_on(end.saturating_sub(start));
        Some(self.document.tree.attribute_value(found))
    }

    /// The text of the only element at the end of a path; nothing: empty.
    #[inline]
    pub fn text(self, path: &[u16]) -> Result<Cow<'a, str>, Abort> {
        Ok(self.one(path)?.map_or(Cow::Borrowed(""), At::value))
    }

    /// That text without needless blanks.
    #[inline]
    pub fn norm(self, path: &[u16]) -> Result<Cow<'a, str>, Abort> {
        Ok(normal(self.text(path)?))
    }

    /// Whether that text is more than blanks.
    pub fn filled(self, path: &[u16]) -> Outcome {
        Ok(self.one(path)?.is_some_and(|at| !bare(&at.value()).is_empty()))
    }

    /// Whether some element at the end of a path has exactly one of the values.
    #[inline]
    pub fn any_is(self, path: &[u16], values: &[&str]) -> bool {
        self.any(path, &mut |at| values.contains(&&*at.value()))
    }

    /// At most two characters after the point in the text of the only element of a path.
    pub fn two_places(self, path: &[u16]) -> Outcome {
        Ok(self.one(path)?.is_none_or(|at| has_two_places(&at.value())))
    }

    /// Whether the code stands in the list of the pack.
    #[inline]
    pub fn is_code(self, list: List, code: Cow<'a, str>) -> bool {
        let last = self.document.codes.get(list.number());
        if !code.is_empty() && last.is_some_and(|last| last.get() == &*code) {
            return true;
        }
        let holds = list.holds(self.document.pack, &code);
        if let (true, Some(last), Cow::Borrowed(code)) = (holds, last, code) {
            last.set(code);
        }
        holds
    }

    /// Its own number.
    #[inline]
    pub fn decimal(self) -> Result<Decimal, Abort> {
        match Decimal::parse(bare(&self.value())) {
            Some(Ok(number)) => Ok(number),
            Some(Err(TooLong)) => Err(self.abort(Why::TooLong)),
            None => Err(self.abort(Why::NotNumber)),
        }
    }

    /// The number of the only element at the end of a path, if there is one.
    #[inline]
    pub fn number(self, path: &[u16]) -> Result<Option<Decimal>, Abort> {
        self.one(path)?.map(At::decimal).transpose()
    }

    /// A sum or product that did not fit is blamed on this element.
    pub fn fit<T>(self, result: Result<T, TooLong>) -> Result<T, Abort> {
        result.map_err(|TooLong| self.abort(Why::TooLong))
    }

    /// Its own date.
    pub fn date(self) -> Result<i64, Abort> {
        number::date(&self.value()).ok_or(self.abort(Why::NotDate))
    }
}
