//! Writes a tree as documents are written here, or one element of it alone.

use crate::peppol::other::tree::{Content, Name, Node, Tree, XML};
use crate::peppol::{CAC, CBC, EXT};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// A whole document, and the nodes in the order that they were written in.
pub fn document(tree: &Tree) -> (Vec<u8>, Vec<usize>) {
    let mut printer = Printer {
        tree,
        writer: Writer::new_with_indent(Vec::new(), b' ', 2),
        scope: Vec::new(),
        written: Vec::new(),
    };
    printer.put(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
    let root = tree.nodes.first().map(|root| root.name.namespace.as_str()).unwrap_or_default();
    let declared = [("", root), ("cac", CAC), ("cbc", CBC)];
    printer.print(0, &declared.map(|(prefix, uri)| (prefix.to_owned(), uri.to_owned())));
    let mut bytes = printer.writer.into_inner();
    bytes.push(b'\n');
    (bytes, printer.written)
}

/// One element with all that is in it; the prefixes of UBL need no declaration there.
pub fn element(tree: &Tree, at: usize) -> String {
    let usual = [("cac", CAC), ("cbc", CBC), ("ext", EXT)];
    let mut printer = Printer {
        tree,
        writer: Writer::new(Vec::new()),
        scope: usual.map(|(prefix, uri)| (prefix.to_owned(), uri.to_owned())).to_vec(),
        written: Vec::new(),
    };
    printer.print(at, &[]);
    String::from_utf8_lossy(&printer.writer.into_inner()).into_owned()
}

struct Printer<'t> {
    tree: &'t Tree,
    writer: Writer<Vec<u8>>,
    /// The prefixes in force, the innermost last.
    scope: Vec<(String, String)>,
    written: Vec<usize>,
}

/// An element that is being written.
struct Open<'t> {
    name: String,
    rest: std::slice::Iter<'t, Content>,
    /// How many prefixes are in force outside it.
    scope: usize,
}

impl<'t> Printer<'t> {
    /// Writes an element, which declares some prefixes in any case.
    fn print(&mut self, at: usize, declared: &[(String, String)]) {
        let mut open: Vec<Open<'t>> = Vec::new();
        open.extend(self.start(at, declared));
        while let Some(top) = open.last_mut() {
            match top.rest.next() {
                Some(Content::Element(at)) => open.extend(self.start(*at, &[])),
                Some(Content::Text(text)) => self.put(Event::Text(BytesText::new(text))),
                None => {
                    self.put(Event::End(BytesEnd::new(top.name.as_str())));
                    self.scope.truncate(top.scope);
                    open.pop();
                }
            }
        }
    }

    /// Writes a start tag; an element without content is ended by it.
    fn start(&mut self, at: usize, declared: &[(String, String)]) -> Option<Open<'t>> {
        let node: &'t Node = self.tree.nodes.get(at)?;
        self.written.push(at);
        let scope = self.scope.len();
        self.scope.extend_from_slice(declared);
        let name = self.element_name(&node.name);
        if let Some((prefix, uri)) = node.meant.as_ref().filter(|(_, uri)| !uri.is_empty())
            && self.bound(prefix).is_none()
        {
            self.scope.push((prefix.clone(), uri.clone()));
        }
        let attributes: Vec<(String, &str)> = node
            .attributes
            .iter()
            .map(|attribute| (self.attribute_name(&attribute.name), attribute.value.as_str()))
            .collect();
        let mut start = BytesStart::new(name.as_str());
        for (prefix, uri) in self.scope.iter().skip(scope) {
            match prefix.as_str() {
                "" => start.push_attribute(("xmlns", uri.as_str())),
                prefix => start.push_attribute((format!("xmlns:{prefix}").as_str(), uri.as_str())),
            }
        }
        for (name, value) in &attributes {
            start.push_attribute((name.as_str(), *value));
        }
        if node.content.is_empty() {
            self.put(Event::Empty(start));
            self.scope.truncate(scope);
            return None;
        }
        self.put(Event::Start(start));
        Some(Open { name, rest: node.content.iter(), scope })
    }

    fn bound(&self, prefix: &str) -> Option<&str> {
        let mut inner = self.scope.iter().rev();
        inner.find(|(bound, _)| bound == prefix).map(|(_, uri)| uri.as_str())
    }

    /// An element's prefix is declared by it where it does not mean that namespace already.
    fn element_name(&mut self, name: &Name) -> String {
        let Name { namespace, prefix, local } = name;
        if self.bound(prefix).unwrap_or_default() != namespace {
            self.scope.push((prefix.clone(), namespace.clone()));
        }
        if prefix.is_empty() { local.clone() } else { format!("{prefix}:{local}") }
    }

    /// An attribute's prefix must not change what its element's means, so a new one is made up for
    /// it where its own is taken.
    fn attribute_name(&mut self, name: &Name) -> String {
        let Name { namespace, prefix, local } = name;
        if namespace.is_empty() {
            return local.clone();
        }
        let mut prefix = prefix.clone();
        let mut number = 0;
        while namespace != XML && self.bound(&prefix) != Some(namespace) {
            if self.bound(&prefix).is_none() && !prefix.is_empty() {
                self.scope.push((prefix.clone(), namespace.clone()));
                break;
            }
            number += 1;
            prefix = format!("a{number}");
        }
        format!("{prefix}:{local}")
    }

    fn put(&mut self, event: Event<'_>) {
        // Memory takes every write: there is no error to hand on.
        let _ = self.writer.write_event(event);
    }
}
