//! The elements of a document that somebody else wrote, found by name whatever their prefixes.
//!
//! The tree is one list in the order of the document: what is inside an element follows it, up to
//! its end. Nothing here recurses, so no document can be too deep for the stack.

use crate::peppol::read::pass::{Listener, Unreadable, listen};
use crate::peppol::xml::white::bare;
use crate::peppol::{CAC, CBC};
use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;
use std::collections::HashMap;

/// What no section reads.
const SKIPPED: &[&str] = &["cac:Signature"];
/// The attributes that sections read.
const ATTRIBUTES: &[&str] = &[
    "schemeID",
    "unitCode",
    "currencyID",
    "name",
    "listID",
    "listVersionID",
    "mimeCode",
    "filename",
];

/// A document as a tree.
#[derive(Debug, Default)]
pub struct Tree {
    nodes: Vec<Node>,
    names: Vec<String>,
}

#[derive(Debug)]
struct Node {
    name: usize,
    parent: Option<usize>,
    /// Which of the elements of its name it is inside its parent, from one.
    ordinal: usize,
    /// The first node that is not inside this one.
    end: usize,
    text: String,
    attributes: Vec<(&'static str, String)>,
}

impl Tree {
    /// Reads it; what is no document of UBL 2.1 in well-formed XML has no tree.
    pub fn read(xml: &str) -> Result<Self, Unreadable> {
        let mut grower = Grower::default();
        listen(xml, &mut grower)?;
        Ok(grower.tree)
    }

    /// The root; each tree that was read has one.
    pub const fn root(&self) -> Element<'_> {
        Element { tree: self, at: 0 }
    }
}

#[derive(Default)]
struct Grower {
    tree: Tree,
    open: Vec<Open>,
    known: HashMap<String, usize>,
    /// How deep it is inside of what is skipped.
    skipped: usize,
}

/// An element whose end has not come yet.
struct Open {
    at: usize,
    /// How many elements of each name are inside it so far.
    inside: HashMap<usize, usize>,
}

impl Grower {
    /// Each name is kept once: an invoice with many lines has few names.
    fn number_of(&mut self, name: String) -> usize {
        let names = &mut self.tree.names;
        *self.known.entry(name).or_insert_with_key(|name| {
            names.push(name.clone());
            names.len() - 1
        })
    }
}

impl Listener for Grower {
    fn start(&mut self, namespace: &str, start: &BytesStart<'_>) {
        let local = start.local_name().into_inner();
        let name = match namespace {
            _ if self.open.is_empty() => local.to_owned(),
            CAC => format!("cac:{local}"),
            CBC => format!("cbc:{local}"),
            _ => String::new(),
        };
        if self.skipped > 0 || name.is_empty() || SKIPPED.contains(&name.as_str()) {
            self.skipped += 1;
            return;
        }
        let name = self.number_of(name);
        let at = self.tree.nodes.len();
        let mut node = Node {
            name,
            parent: None,
            ordinal: 1,
            end: at + 1,
            text: String::new(),
            attributes: attributes(start),
        };
        if let Some(parent) = self.open.last_mut() {
            let so_far = parent.inside.entry(name).or_insert(0);
            *so_far += 1;
            node.ordinal = *so_far;
            node.parent = Some(parent.at);
        }
        self.tree.nodes.push(node);
        self.open.push(Open { at, inside: HashMap::new() });
    }

    fn text(&mut self, piece: &str) {
        let last = self.tree.nodes.len().checked_sub(1);
        // Between elements there is white space only: nothing in UBL has both children and text.
        if self.skipped == 0
            && self.open.last().map(|open| open.at) == last
            && let Some(node) = self.tree.nodes.last_mut()
        {
            node.text.push_str(piece);
        }
    }

    fn end(&mut self) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        let end = self.tree.nodes.len();
        if let Some(node) = self.open.pop().and_then(|open| self.tree.nodes.get_mut(open.at)) {
            node.end = end;
        }
    }
}

fn attributes(start: &BytesStart<'_>) -> Vec<(&'static str, String)> {
    let read = |attribute: quick_xml::events::attributes::Attribute<'_>| {
        let name = ATTRIBUTES.iter().find(|name| **name == attribute.key.into_inner())?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
        Some((*name, bare(&value).to_owned()))
    };
    start.attributes().flatten().filter_map(read).collect()
}

/// An element of a tree.
#[derive(Clone, Copy, Debug)]
pub struct Element<'a> {
    tree: &'a Tree,
    at: usize,
}

impl<'a> Element<'a> {
    fn node(self) -> Option<&'a Node> {
        self.tree.nodes.get(self.at)
    }

    /// Its name with the usual prefix, such as `cbc:ID`; the root has none.
    pub fn name(self) -> &'a str {
        let name = self.node().and_then(|node| self.tree.names.get(node.name));
        name.map(String::as_str).unwrap_or_default()
    }

    /// The elements directly inside it.
    fn children(self) -> impl Iterator<Item = Self> {
        let end = self.node().map_or(0, |node| node.end);
        let mut next = self.at + 1;
        std::iter::from_fn(move || {
            let child = Element { at: next, ..self };
            next = child.node().filter(|_| next < end)?.end;
            Some(child)
        })
    }

    /// The elements of one name directly inside it.
    pub fn all(self, name: &str) -> impl Iterator<Item = Self> {
        self.children().filter(move |child| child.name() == name)
    }

    /// The first element at a path such as `cac:Party/cac:PartyName`.
    pub fn first(self, path: &str) -> Option<Self> {
        path.split('/').try_fold(self, |inside, name| inside.all(name).next())
    }

    /// As far as the path goes: what is missing is missing in there.
    pub fn nearest(self, path: &str) -> Self {
        let steps = path.split('/').scan(self, |inside, name| {
            *inside = inside.all(name).next()?;
            Some(*inside)
        });
        steps.last().unwrap_or(self)
    }

    /// What stands in it, without the white space around; an empty element says nothing.
    pub fn value(self) -> Option<&'a str> {
        self.node().map(|node| bare(&node.text)).filter(|text| !text.is_empty())
    }

    /// One of its attributes, if it says anything.
    pub fn attribute(self, name: &str) -> Option<&'a str> {
        let mut all = self.node()?.attributes.iter();
        let (_, value) = all.find(|(known, _)| *known == name)?;
        Some(value.as_str()).filter(|value| !value.is_empty())
    }

    /// The place of it: `/Invoice[1]/cbc:ID[1]`.
    pub fn xpath(self) -> String {
        let mut steps = Vec::new();
        let mut step = Some(self);
        while let Some((element, node)) = step.and_then(|element| Some((element, element.node()?)))
        {
            steps.push(format!("/{}[{}]", element.name(), node.ordinal));
            step = node.parent.map(|at| Element { at, ..self });
        }
        steps.reverse();
        steps.concat()
    }
}
