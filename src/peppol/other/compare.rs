//! What one document has and the other lacks, from the root on down.
//!
//! The elements inside a pair are taken together by name. Those that come to the same are partners
//! first, of the same place before others; the rest are partners by their order, and it is looked
//! further inside them.

use crate::domain::invoice::Other;
use crate::peppol::other::print;
use crate::peppol::other::shape::{Numbered, Shapes, children, collapsed, said};
use crate::peppol::other::tree::{Attribute, Node, Tree};
use crate::peppol::xml::white::bare;
use quick_xml::escape::escape;
use std::collections::{HashMap, VecDeque};

/// What two documents do not have in common.
#[derive(Debug, Default)]
pub struct Difference {
    /// What only the original has, in its order.
    pub leftovers: Vec<Other>,
    /// Where the other one has more.
    pub additions: Vec<String>,
}

/// Compares two documents.
pub fn compare(original: &Tree, rebuilt: &Tree) -> Difference {
    let mut shapes = Shapes::default();
    let original = shapes.number(original);
    let rebuilt = shapes.number(rebuilt);
    let mut comparison = Comparison { original, rebuilt, left: Vec::new(), added: Vec::new() };
    let mut pairs = vec![(0, 0)];
    while let Some((one, other)) = pairs.pop() {
        if comparison.original.shape(one) != comparison.rebuilt.shape(other) {
            comparison.pair(one, other, &mut pairs);
        }
    }
    let Comparison { mut left, mut added, .. } = comparison;
    left.sort_by_key(|(at, _)| *at);
    added.sort_by_key(|(at, _)| *at);
    Difference {
        leftovers: left.into_iter().map(|(_, other)| other).collect(),
        additions: added.into_iter().map(|(_, place)| place).collect(),
    }
}

struct Comparison<'t> {
    original: Numbered<'t>,
    rebuilt: Numbered<'t>,
    /// Each with its place in the original.
    left: Vec<(usize, Other)>,
    /// Each with its place in the other one.
    added: Vec<(usize, String)>,
}

/// The elements of one name inside a pair.
#[derive(Default)]
struct Group {
    ours: Vec<usize>,
    theirs: Vec<usize>,
}

impl Comparison<'_> {
    fn pair(&mut self, one: usize, other: usize, pairs: &mut Vec<(usize, usize)>) {
        let (original, rebuilt) = (self.original.tree, self.rebuilt.tree);
        let nodes = original.nodes.get(one).zip(rebuilt.nodes.get(other));
        let Some((ours, theirs)) = nodes else { return };
        self.attributes((one, ours), (other, theirs));
        self.texts((one, ours), (other, theirs));
        let mut groups: HashMap<u32, Group> = HashMap::new();
        for child in children(original, ours) {
            groups.entry(self.original.name(child)).or_default().ours.push(child);
        }
        for child in children(rebuilt, theirs) {
            groups.entry(self.rebuilt.name(child)).or_default().theirs.push(child);
        }
        for group in groups.into_values() {
            self.group(group, other, pairs);
        }
    }

    fn attributes(&mut self, (one, ours): (usize, &Node), (other, theirs): (usize, &Node)) {
        for attribute in &ours.attributes {
            let value = collapsed(&attribute.value);
            if same_attribute(theirs, attribute).is_none_or(|same| collapsed(&same.value) != value)
            {
                let content = attribute_content(attribute);
                self.left.push((one, Other { inside: self.rebuilt.tree.xpath(other), content }));
            }
        }
        for attribute in &theirs.attributes {
            // A unit says nothing that the original does not say elsewhere.
            if same_attribute(ours, attribute).is_none() && attribute.name.local != "unitCode" {
                let element = self.rebuilt.tree.xpath(other);
                self.added.push((other, format!("{element}/@{}", attribute.name.local)));
            }
        }
    }

    fn texts(&mut self, (one, ours): (usize, &Node), (other, theirs): (usize, &Node)) {
        let text = ours.text();
        let (our, their) = (said(&ours.name, &text), said(&theirs.name, &theirs.text()));
        if our == their {
            return;
        }
        let inside = self.rebuilt.tree.xpath(other);
        match our.is_empty() {
            true => self.added.push((other, inside)),
            false => self.left.push((one, Other { inside, content: text_content(bare(&text)) })),
        }
    }

    /// Finds partners for elements of one name.
    fn group(&mut self, group: Group, inside: usize, pairs: &mut Vec<(usize, usize)>) {
        let Group { ours, theirs } = group;
        let mut lonely: Vec<usize> = Vec::new();
        let mut free: HashMap<u32, VecDeque<usize>> = HashMap::new();
        let mut rest = theirs.iter();
        for one in ours {
            match rest.next() {
                Some(other) if self.original.shape(one) == self.rebuilt.shape(*other) => {}
                Some(other) => {
                    lonely.push(one);
                    free.entry(self.rebuilt.shape(*other)).or_default().push_back(*other);
                }
                None => lonely.push(one),
            }
        }
        for other in rest {
            free.entry(self.rebuilt.shape(*other)).or_default().push_back(*other);
        }
        lonely.retain(|one| {
            let same = free.get_mut(&self.original.shape(*one));
            same.and_then(VecDeque::pop_front).is_none()
        });
        let mut free: VecDeque<usize> = free.into_values().flatten().collect();
        free.make_contiguous().sort_unstable();
        for one in lonely {
            let Some(node) = self.original.tree.nodes.get(one) else { continue };
            // It is looked inside what the business terms are written with, and nothing else.
            let partner = if node.name.is_common() { free.pop_front() } else { None };
            match partner {
                Some(other) => pairs.push((one, other)),
                None => {
                    let inside = self.rebuilt.tree.xpath(inside);
                    let content = print::element(self.original.tree, one);
                    self.left.push((one, Other { inside, content }));
                }
            }
        }
        self.added.extend(free.into_iter().map(|other| (other, self.rebuilt.tree.xpath(other))));
    }
}

fn same_attribute<'n>(of: &'n Node, attribute: &Attribute) -> Option<&'n Attribute> {
    of.attributes.iter().find(|it| {
        it.name.local == attribute.name.local && it.name.namespace == attribute.name.namespace
    })
}

/// An attribute as content: `@name="value"`.
fn attribute_content(attribute: &Attribute) -> String {
    let name = match attribute.name.prefix.as_str() {
        "" => attribute.name.local.clone(),
        prefix => format!("{prefix}:{}", attribute.name.local),
    };
    let value = escape(attribute.value.as_str()).replace('\n', "&#10;").replace('\t', "&#9;");
    format!("@{name}=\"{value}\"")
}

/// A text as content: what would look like an attribute is escaped, as what would like an element.
fn text_content(text: &str) -> String {
    let escaped = escape(text);
    match escaped.strip_prefix('@') {
        Some(rest) => format!("&#64;{rest}"),
        None => escaped.into_owned(),
    }
}
