//! A whole document as a tree, with everything in it: what is compared, and what is added to.
//!
//! The nodes are one list, each after its parent; nothing here recurses, so no document can be too
//! deep for the stack. Declarations of namespaces, comments, instructions, white space between
//! elements and, outside extensions, attributes of `xsi:` are no content and are not kept.

use crate::peppol::read::pass::{Listener, Unreadable, listen};
use crate::peppol::xml::white::{bare, is_blank};
use crate::peppol::{CAC, CBC, EXT};
use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;
use std::collections::HashMap;
use std::rc::Rc;

/// The namespace of `xml:lang` and the like.
pub const XML: &str = "http://www.w3.org/XML/1998/namespace";
const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// The name of an element or attribute. The prefix is how it is written, and says nothing.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Name {
    pub namespace: String,
    pub local: String,
    pub prefix: String,
}

impl Name {
    /// Names of UBL have their usual prefixes, whatever the document calls them.
    fn of(namespace: &str, prefix: &str, local: &str) -> Self {
        let prefix = usual_prefix(namespace).unwrap_or(prefix);
        let (namespace, local) = (namespace.to_owned(), local.to_owned());
        Self { namespace, local, prefix: prefix.to_owned() }
    }

    /// Whether the business terms may be written with it; what it is, an XPath can say.
    pub fn is_common(&self) -> bool {
        self.namespace == CAC || self.namespace == CBC
    }
}

/// What a namespace is written with wherever it stands.
fn usual_prefix(namespace: &str) -> Option<&'static str> {
    match namespace {
        CAC => Some("cac"),
        CBC => Some("cbc"),
        EXT => Some("ext"),
        _ => None,
    }
}

#[derive(Clone, Debug)]
pub struct Attribute {
    pub name: Rc<Name>,
    pub value: String,
}

/// What stands in an element.
#[derive(Clone, Debug)]
pub enum Content {
    Element(usize),
    Text(String),
}

#[derive(Clone, Debug)]
pub struct Node {
    pub name: Rc<Name>,
    pub attributes: Vec<Attribute>,
    /// A prefix that the value of `xsi:type` has, and what it means there.
    pub meant: Option<(String, String)>,
    pub content: Vec<Content>,
    pub parent: Option<usize>,
    /// Which of the elements of its name it is inside its parent, from one; nought for one that was
    /// put in, so that places mean the document as it was before.
    pub ordinal: usize,
    /// Which of the things put in it comes from.
    pub origin: Option<usize>,
}

impl Node {
    /// The elements directly inside.
    pub fn children(&self) -> impl Iterator<Item = usize> {
        self.content.iter().filter_map(|content| match content {
            Content::Element(at) => Some(*at),
            Content::Text(_) => None,
        })
    }

    /// Its own text; that of the elements inside is theirs.
    pub fn text(&self) -> String {
        let texts = self.content.iter().filter_map(|content| match content {
            Content::Element(_) => None,
            Content::Text(text) => Some(text.as_str()),
        });
        texts.collect()
    }
}

/// A document; the first node is its root.
#[derive(Debug, Default)]
pub struct Tree {
    pub nodes: Vec<Node>,
    /// How deep the deepest element stands.
    pub depth: usize,
}

impl Tree {
    /// Reads a document of UBL 2.1; whoever reads its terms takes just what this takes.
    pub fn read(xml: &str) -> Result<Self, Unreadable> {
        let mut grower = Grower::default();
        listen(xml, &mut grower)?;
        Ok(grower.tree)
    }

    /// The place of an element: `/Invoice/cac:Delivery[1]/cbc:ActualDeliveryDate[1]`.
    pub fn xpath(&self, at: usize) -> String {
        let mut steps = Vec::new();
        let mut step = self.nodes.get(at);
        while let Some(node) = step {
            let Name { prefix, local, .. } = &*node.name;
            let parent = node.parent.and_then(|at| self.nodes.get(at));
            steps.push(match parent {
                None => format!("/{local}"),
                Some(_) if prefix.is_empty() => format!("/{local}[{}]", node.ordinal),
                Some(_) => format!("/{prefix}:{local}[{}]", node.ordinal),
            });
            step = parent;
        }
        steps.reverse();
        steps.concat()
    }
}

#[derive(Default)]
struct Grower {
    tree: Tree,
    open: Vec<Open>,
    /// The prefixes that are declared here, the innermost last.
    scope: Vec<(String, String)>,
    /// Each name is kept once: an invoice with many lines has few.
    names: HashMap<Name, Rc<Name>>,
}

/// An element whose end has not come yet.
struct Open {
    at: usize,
    /// How many prefixes were declared outside it.
    scope: usize,
    /// How many elements of each name are inside it so far.
    inside: HashMap<Rc<Name>, usize>,
}

impl Grower {
    fn name(&mut self, name: Name) -> Rc<Name> {
        let known = self.names.entry(name);
        known.or_insert_with_key(|name| Rc::new(name.clone())).clone()
    }

    fn declare(&mut self, start: &BytesStart<'_>) {
        for attribute in start.attributes().flatten() {
            if let Some(prefix) = declared_prefix(attribute.key.into_inner()) {
                self.scope.push((prefix.to_owned(), value_of(&attribute)));
            }
        }
    }

    fn attributes(&mut self, start: &BytesStart<'_>, of: &Name) -> Vec<Attribute> {
        let mut all = Vec::new();
        for attribute in start.attributes().flatten() {
            let written = attribute.key.into_inner();
            if declared_prefix(written).is_some() {
                continue;
            }
            let (prefix, local) = written.split_once(':').unwrap_or(("", written));
            let namespace = match prefix {
                "" => String::new(),
                "xml" => XML.to_owned(),
                _ => self.namespace(prefix),
            };
            let common = of.is_common() || self.open.is_empty() || local.ends_with("chemaLocation");
            if namespace != XSI || !common {
                let name = self.name(Name::of(&namespace, prefix, local));
                all.push(Attribute { name, value: value_of(&attribute) });
            }
        }
        all
    }

    fn meant(&self, attributes: &[Attribute]) -> Option<(String, String)> {
        let is_type = |it: &&Attribute| it.name.namespace == XSI && it.name.local == "type";
        let prefix = &attributes.iter().find(is_type)?.value;
        let (prefix, _) = bare(prefix).split_once(':')?;
        Some((prefix.to_owned(), self.namespace(prefix)))
    }

    fn namespace(&self, prefix: &str) -> String {
        let mut inner = self.scope.iter().rev();
        inner.find(|(bound, _)| bound == prefix).map(|(_, uri)| uri.clone()).unwrap_or_default()
    }
}

/// The prefix that an attribute declares, if that is what it does.
fn declared_prefix(written: &str) -> Option<&str> {
    let rest = written.strip_prefix("xmlns")?;
    if rest.is_empty() { Some("") } else { rest.strip_prefix(':') }
}

/// A value that cannot be resolved stands as it is written.
fn value_of(attribute: &quick_xml::events::attributes::Attribute<'_>) -> String {
    match attribute.normalized_value(XmlVersion::Implicit1_0) {
        Ok(value) => value.into_owned(),
        Err(_) => attribute.value.clone().into_owned(),
    }
}

impl Listener for Grower {
    fn start(&mut self, namespace: &str, start: &BytesStart<'_>) {
        let scope = self.scope.len();
        self.declare(start);
        let written = start.name().into_inner();
        let (prefix, local) = written.split_once(':').unwrap_or(("", written));
        let name = self.name(Name::of(namespace, prefix, local));
        let attributes = self.attributes(start, &name);
        let meant = self.meant(&attributes);
        let at = self.tree.nodes.len();
        let (mut parent, mut ordinal) = (None, 1);
        if let Some(open) = self.open.last_mut() {
            let so_far = open.inside.entry(name.clone()).or_insert(0);
            *so_far += 1;
            (parent, ordinal) = (Some(open.at), *so_far);
            if let Some(outer) = self.tree.nodes.get_mut(open.at) {
                outer.content.push(Content::Element(at));
            }
        }
        let content = Vec::new();
        let node = Node { name, attributes, meant, content, parent, ordinal, origin: None };
        self.tree.nodes.push(node);
        self.open.push(Open { at, scope, inside: HashMap::new() });
        self.tree.depth = self.tree.depth.max(self.open.len());
    }

    fn text(&mut self, piece: &str) {
        let open = self.open.last().map(|open| open.at);
        let Some(node) = open.and_then(|at| self.tree.nodes.get_mut(at)) else { return };
        match node.content.last_mut() {
            Some(Content::Text(text)) => text.push_str(piece),
            // Blanks at the beginning, and between elements, say nothing.
            _ if is_blank(piece) => {}
            _ => node.content.push(Content::Text(piece.to_owned())),
        }
    }

    fn end(&mut self) {
        if let Some(open) = self.open.pop() {
            self.scope.truncate(open.scope);
        }
    }
}
