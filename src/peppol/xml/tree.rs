//! The document as a flat list of nodes in document order; text stays where it is.

use crate::peppol::schema;
use crate::peppol::xml::place::{narrow, wide};
use crate::peppol::xml::scope::{Scope, Strangers};
use crate::peppol::xml::value;
use crate::peppol::xml::white::is_blank;
use std::borrow::Cow;

/// No node.
pub const NOBODY: u32 = u32::MAX;
/// Names of elements from here on are strangers to the schema.
pub const STRANGERS: u16 = 2048;

/// The node has child elements; the first one is the next node.
pub const PARENT: u8 = 1;
/// Its text holds references, sections, comments or carriage returns.
pub const COOKED: u8 = 2;
/// Some of its own text is certainly not blank.
pub const FULL: u8 = 4;

/// One element.
#[derive(Clone, Copy, Debug)]
pub struct Node {
    /// Its name: an id of the schema, or from [`STRANGERS`] on one that the schema lacks.
    pub name: u16,
    /// [`PARENT`], [`COOKED`], [`FULL`].
    pub flags: u8,
    /// How many attributes it has.
    pub attributes: u8,
    /// Where its attributes begin in the tree's list.
    pub first_attribute: u32,
    /// Where its content begins.
    pub start: u32,
    /// Where its content ends.
    pub end: u32,
    /// Its parent, or [`NOBODY`].
    pub parent: u32,
    /// Its next sibling, or [`NOBODY`].
    pub next: u32,
}

/// One attribute; namespace declarations are none.
#[derive(Clone, Copy, Debug)]
pub struct Attribute {
    /// See [`crate::peppol::xml::name::attribute`].
    pub name: u16,
    /// Its value is what is written.
    pub plain: bool,
    /// Where its raw value begins and ends.
    pub value: (u32, u32),
}

/// A document that has been read.
#[derive(Debug)]
pub struct Tree<'a> {
    /// The text of the document.
    pub text: &'a str,
    /// The elements in document order; the first is the root.
    pub nodes: Vec<Node>,
    /// Their attributes.
    pub attributes: Vec<Attribute>,
    /// Elements that the schema lacks.
    pub elements: Strangers<'a>,
    /// Attributes that the schema lacks.
    pub others: Strangers<'a>,
    /// The namespaces in force where the reader stands.
    pub scope: Scope<'a>,
}

impl<'a> Tree<'a> {
    /// An empty tree with room for as many elements as the text can have if it is usual.
    pub fn new(text: &'a str) -> Self {
        let elements = text.len() / BYTES_AN_ELEMENT + 8;
        Self {
            text,
            nodes: Vec::with_capacity(elements),
            attributes: Vec::with_capacity(elements / 4),
            elements: Strangers::default(),
            others: Strangers::default(),
            scope: Scope::default(),
        }
    }

    /// A node; past the end there is an empty one, so that nothing can go wrong.
    #[inline]
    pub fn node(&self, at: u32) -> &Node {
        static NOTHING: Node = Node {
            name: schema::table::NONE,
            flags: 0,
            attributes: 0,
            first_attribute: 0,
            start: 0,
            end: 0,
            parent: NOBODY,
            next: NOBODY,
        };
        self.nodes.get(wide(at)).unwrap_or(&NOTHING)
    }

    /// The first child of a node, or [`NOBODY`].
    #[inline]
    pub fn first_child(&self, at: u32) -> u32 {
        if self.node(at).flags & PARENT == 0 { NOBODY } else { at + 1 }
    }

    /// The attributes of a node.
    #[inline]
    pub fn attributes(&self, at: u32) -> &[Attribute] {
        let node = self.node(at);
        let first = wide(node.first_attribute);
        self.attributes.get(first..first + usize::from(node.attributes)).unwrap_or_default()
    }

    /// The value of an attribute of a node.
    #[inline]
    pub fn attribute(&self, at: u32, name: u16) -> Option<Cow<'a, str>> {
        let found = self.attributes(at).iter().find(|attribute| attribute.name == name)?;
        Some(self.attribute_value(found))
    }

    /// The value of an attribute.
    #[inline]
    pub fn attribute_value(&self, attribute: &Attribute) -> Cow<'a, str> {
        let raw = self.slice(attribute.value.0, attribute.value.1);
        if attribute.plain { Cow::Borrowed(raw) } else { value::attribute(raw) }
    }

    /// A piece of the document.
    #[inline]
    pub fn slice(&self, start: u32, end: u32) -> &'a str {
        self.text.get(wide(start)..wide(end)).unwrap_or_default()
    }

    /// All text of a node and below it, comments and instructions left out.
    #[inline]
    pub fn value(&self, at: u32) -> Cow<'a, str> {
        let node = self.node(at);
        let raw = self.slice(node.start, node.end);
        if node.flags & (PARENT | COOKED) == 0 {
            Cow::Borrowed(raw)
        } else {
            Cow::Owned(value::content(raw))
        }
    }

    /// Whether a node has neither child elements nor text but blanks.
    #[inline]
    pub fn is_empty(&self, at: u32) -> bool {
        let node = self.node(at);
        node.flags & (PARENT | FULL) == 0 && (node.flags & COOKED == 0 || is_blank(&self.value(at)))
    }

    /// The local name of an element.
    pub fn local_name(&self, name: u16) -> &'a str {
        if name < STRANGERS {
            return schema::table::ELEM_NAME.get(usize::from(name)).copied().unwrap_or_default();
        }
        self.elements.name(usize::from(name - STRANGERS)).1
    }

    /// The name of an attribute; without its prefix, if it has one.
    pub fn attribute_name(&self, name: u16) -> String {
        if name >= crate::peppol::xml::name::attribute::OTHERS {
            let number = usize::from(name - crate::peppol::xml::name::attribute::OTHERS);
            return self.others.name(number).1.to_owned();
        }
        schema::cell(&schema::table::ATTR_NAMES, name, "").to_owned()
    }

    /// The number of an element's namespace.
    pub fn namespace(&self, name: u16) -> u16 {
        if name < STRANGERS {
            return u16::from(schema::cell(&schema::table::ELEM_NS, name, 255));
        }
        self.elements.name(usize::from(name - STRANGERS)).0
    }

    /// The prefix that places in UBL documents are said with.
    fn prefix(&self, name: u16) -> &'static str {
        match u8::try_from(self.namespace(name)) {
            Ok(schema::table::NS_CAC) => "cac:",
            Ok(schema::table::NS_CBC) => "cbc:",
            Ok(schema::table::NS_EXT) => "ext:",
            _ => "",
        }
    }

    /// One step of an XPath: the name of a node and its number among those of that name.
    pub fn step(&self, at: u32, number: u32) -> String {
        let name = self.node(at).name;
        format!("/{}{}[{number}]", self.prefix(name), self.local_name(name))
    }

    /// Every node.
    pub fn all(&self) -> std::ops::Range<u32> {
        0..narrow(self.nodes.len())
    }
}

/// Usual documents have fifty to sixty bytes an element; what is not used is never touched.
const BYTES_AN_ELEMENT: usize = 40;
