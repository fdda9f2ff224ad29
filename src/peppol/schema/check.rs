//! The check itself: a frame for each open element, moved by what the reader sees.
//!
//! It goes on after a fault: a child that may not stand there is judged by its own declaration, and
//! the cursor of its parent stays where it was.

use crate::domain::finding::shown;
use crate::domain::words::Words;
use crate::peppol::schema::table::*;
use crate::peppol::schema::words::*;
use crate::peppol::schema::{cell, lexical};
use crate::peppol::xml::name::attribute as id;
use crate::peppol::xml::tree::{PARENT, STRANGERS, Tree};
use crate::peppol::xml::watch::Watch;
use crate::peppol::xml::white::words;
use std::collections::HashSet;

/// So many faults of one kind are kept; the others are counted.
pub const MOST_FAULTS: usize = 100;

/// One place where a document departs from the schema.
#[derive(Debug)]
pub struct Fault {
    /// What is the matter.
    pub words: &'static Words,
    /// The element.
    pub node: u32,
    /// The element or attribute that the sentence names.
    pub name: String,
    /// The offending value, as much of it as is shown.
    pub value: Option<String>,
}

/// The faults of one kind.
#[derive(Debug)]
pub struct Faults {
    /// The first ones.
    pub kept: Vec<Fault>,
    /// All of them.
    pub count: usize,
}

impl Fault {
    /// What the fault says; what stands wrong there is its value.
    pub fn said(&self) -> crate::domain::finding::Fault {
        let of_attribute = self.words.code.starts_with("schema_attribute");
        let key = if of_attribute { "attribute" } else { "element" };
        crate::domain::finding::Fault::new(self.words).with(key, &self.name)
    }
}

struct Frame {
    kind: u16,
    /// The next child (of a sequence) or the state (of an automaton).
    at: u16,
    /// The child at the cursor may be repeated, and has been seen.
    seen: bool,
    /// Misplaced text has been said.
    said: bool,
}

/// The state of the check.
#[derive(Default)]
pub struct Check {
    frames: Vec<Frame>,
    root: u16,
    ids: HashSet<String>,
    /// What was found, by kind.
    pub faults: Vec<Faults>,
}

const NO_TYPE: u16 = NONE;

/// How many attributes each attribute set requires.
static REQUIRED_OF_SET: [u8; ATTRSET_START.len() - 1] = {
    let mut counts = [0; ATTRSET_START.len() - 1];
    let mut rest: &mut [u8] = &mut counts;
    let mut bounds: &[u16] = &ATTRSET_START;
    let mut required: &[u8] = &ATTR_REQUIRED;
    while let ([start, others @ ..], Some((count, after))) = (bounds, rest.split_first_mut()) {
        let [end, ..] = others else { break };
        let mut at = *start;
        while at < *end
            && let [first, left @ ..] = required
        {
            *count += *first;
            required = left;
            at += 1;
        }
        bounds = others;
        rest = after;
    }
    counts
};

impl Check {
    /// Whether the document follows the schema, as far as it has been read.
    pub fn is_valid(&self) -> bool {
        self.faults.is_empty()
    }

    #[cold]
    fn fault(&mut self, words: &'static Words, node: u32, name: String, value: Option<String>) {
        let fault = Fault { words, node, name, value: value.as_deref().map(shown) };
        let of_kind = |faults: &Faults| {
            faults.kept.first().is_some_and(|first| first.words.code == words.code)
        };
        match self.faults.iter_mut().find(|faults| of_kind(faults)) {
            Some(faults) => {
                faults.count += 1;
                if faults.kept.len() < MOST_FAULTS {
                    faults.kept.push(fault);
                }
            }
            None => self.faults.push(Faults { kept: vec![fault], count: 1 }),
        }
    }

    /// The type of an element by its global declaration.
    fn declared(&self, name: u16) -> u16 {
        let other = matches!(name, INVOICE | CREDIT_NOTE) && name != self.root;
        if other { NO_TYPE } else { cell(&ELEM_TYPE, name, NO_TYPE) }
    }

    /// The type of a child of the open element; moves its cursor.
    fn child(&mut self, tree: &Tree<'_>, node: u32, name: u16) -> u16 {
        let Some(top) = self.frames.last() else {
            self.root = name;
            return cell(&ELEM_TYPE, name, ANY_TYPE);
        };
        let found = match cell(&TYPE_CONTENT, top.kind, SIMPLE) {
            SEQ => self.in_sequence(tree, node, name),
            AUTO => self.in_automaton(tree, node, name),
            _ => None,
        };
        if let Some(kind) = found {
            return kind;
        }
        self.fault(&ELEMENT_UNEXPECTED, node, tree.local_name(name).to_owned(), None);
        match self.declared(name) {
            NO_TYPE => ANY_TYPE,
            kind => kind,
        }
    }

    #[inline]
    fn in_sequence(&mut self, tree: &Tree<'_>, node: u32, name: u16) -> Option<u16> {
        let top = self.frames.last_mut()?;
        let rest = CHILD_ELEM.get(usize::from(top.at)..)?;
        let steps = rest.iter().position(|child| *child == name || *child == NONE)?;
        let found = top.at + u16::try_from(steps).ok()?;
        if cell(&CHILD_ELEM, found, NONE) != name || name == NONE {
            return None;
        }
        let (from, seen) = (top.at, top.seen && steps > 0);
        let many = cell(&CHILD_OCC, found, 0) & MANY != 0;
        (top.at, top.seen) = if many { (found, true) } else { (found + 1, false) };
        if steps > 0 {
            self.missing(tree, tree.node(node).parent, from + u16::from(seen), found);
        }
        Some(cell(&CHILD_TYPE, found, ANY_TYPE))
    }

    /// Says which required children of a sequence were passed over.
    #[inline]
    fn missing(&mut self, tree: &Tree<'_>, parent: u32, from: u16, to: u16) {
        let mut at = from;
        while at < to {
            if cell(&CHILD_OCC, at, 0) & REQUIRED != 0 {
                let name = tree.local_name(cell(&CHILD_ELEM, at, NONE));
                self.fault(&ELEMENT_MISSING, parent, name.to_owned(), None);
            }
            at += 1;
        }
    }

    fn in_automaton(&mut self, tree: &Tree<'_>, _: u32, name: u16) -> Option<u16> {
        let top = self.frames.last_mut()?;
        let first = cell(&STATE_START, top.at, 0);
        let end = cell(&STATE_START, top.at + 1, 0);
        let namespace = tree.namespace(name);
        let own = u16::from(cell(&TYPE_NS, top.kind, 255));
        for edge in first..end {
            let symbol = cell(&EDGE_SYM, edge, NONE);
            let wild = symbol == WILD_ANY
                || (symbol == WILD_OTHER
                    && namespace != crate::peppol::xml::scope::NO_NAMESPACE
                    && namespace != own);
            if symbol != name && !wild {
                continue;
            }
            top.at = cell(&EDGE_NEXT, edge, 0);
            let kind = cell(&EDGE_TYPE, edge, NONE);
            if symbol == name {
                return Some(kind);
            }
            return Some(match self.declared(name) {
                // A lax wildcard lets undeclared elements pass, a strict one does not.
                NO_TYPE if kind == 0 => ANY_TYPE,
                NO_TYPE => NO_TYPE,
                declared => declared,
            });
        }
        None
    }

    /// The attributes of `xsi:`; gives the type that the content is judged by.
    fn instance(&mut self, tree: &Tree<'_>, node: u32, kind: u16) -> u16 {
        let name = tree.node(node).name;
        let mut now = kind;
        for attribute in tree.attributes(node) {
            let value = tree.attribute_value(attribute);
            let (fits, called) = match attribute.name {
                id::XSI_TYPE => {
                    let found = named_type(tree, name, now, &value);
                    now = found.unwrap_or(now);
                    (found.is_some(), "xsi:type")
                }
                id::XSI_NIL => {
                    let declared = now != NO_TYPE && name < STRANGERS && self.known(name);
                    (!declared && lexical::fits(KIND_BOOLEAN, &value), "xsi:nil")
                }
                id::XSI_LOCATION => {
                    let mut parts = words(&value);
                    (parts.all(|part| lexical::fits(KIND_ANYURI, part)), "xsi:schemaLocation")
                }
                id::XSI_NO_NAMESPACE_LOCATION => {
                    let fits = lexical::fits(KIND_ANYURI, &value);
                    (fits, "xsi:noNamespaceSchemaLocation")
                }
                _ => continue,
            };
            if !fits {
                self.fault(&ATTRIBUTE_WRONG, node, called.to_owned(), Some(value.into_owned()));
            }
        }
        now
    }

    fn known(&self, name: u16) -> bool {
        let in_sequence =
            self.frames.last().is_some_and(|top| cell(&TYPE_CONTENT, top.kind, SIMPLE) == SEQ);
        in_sequence || self.declared(name) != NO_TYPE
    }

    /// The attributes of the element's own type.
    fn attributes(&mut self, tree: &Tree<'_>, node: u32, kind: u16) {
        let set = cell(&TYPE_ATTRS, kind, 0);
        let first = cell(&ATTRSET_START, set, 0);
        let end = cell(&ATTRSET_START, set + 1, 0);
        let mut required = cell(&REQUIRED_OF_SET, set, 0);
        for attribute in tree.attributes(node) {
            if (id::XSI_TYPE..=id::XSI_NO_NAMESPACE_LOCATION).contains(&attribute.name) {
                continue;
            }
            let called = || tree.attribute_name(attribute.name);
            let of =
                (first..end).find(|at| u16::from(cell(&ATTR_NAME, *at, 255)) == attribute.name);
            let Some(at) = of else {
                self.fault(&ATTRIBUTE_UNEXPECTED, node, called(), None);
                continue;
            };
            required -= cell(&ATTR_REQUIRED, at, 0);
            let kind = cell(&ATTR_KIND, at, 0);
            if kind < KIND_DECIMAL {
                continue;
            }
            let value = tree.attribute_value(attribute);
            let fits = lexical::fits(kind, &value)
                && (kind != KIND_ID || self.ids.insert(lexical::bare(&value).to_owned()));
            if !fits {
                self.fault(&ATTRIBUTE_WRONG, node, called(), Some(value.into_owned()));
            }
        }
        if required > 0 {
            self.missing_attributes(tree, node, first, end);
        }
    }

    #[cold]
    fn missing_attributes(&mut self, tree: &Tree<'_>, node: u32, first: u16, end: u16) {
        for at in first..end {
            let name = u16::from(cell(&ATTR_NAME, at, 255));
            let there = tree.attributes(node).iter().any(|attribute| attribute.name == name);
            if cell(&ATTR_REQUIRED, at, 0) == 1 && !there {
                self.fault(&ATTRIBUTE_MISSING, node, tree.attribute_name(name), None);
            }
        }
    }
}

/// The type that `xsi:type` names, if it may stand in for the declared one.
fn named_type(tree: &Tree<'_>, name: u16, kind: u16, value: &str) -> Option<u16> {
    let value = lexical::bare(value);
    let (prefix, local) = match value.split_once(':') {
        Some((prefix, local)) if !prefix.is_empty() => (prefix, local),
        Some(_) => return None,
        None => ("", value),
    };
    if !crate::peppol::xml::name::is_plain_name(local) {
        return None;
    }
    let namespace = u8::try_from(tree.scope.namespace(prefix.as_bytes())?).ok()?;
    let free = kind == ANY_TYPE || kind == NO_TYPE;
    if namespace == NS_CBC {
        // The type of the element X is XType.
        let of = super::element(u16::from(NS_CBC), local.strip_suffix("Type")?.as_bytes());
        return (of != NONE && (free || of == name)).then(|| cell(&ELEM_TYPE, of, NONE));
    }
    let mut rows = XSI_NS.iter().zip(XSI_NAME.iter());
    let row = rows.position(|(ns, known)| *ns == namespace && *known == local)?;
    let new = cell(&XSI_TYPE, row, NONE);
    if !free {
        let own = cell(&ELEM_NS, name, 255) == NS_CBC;
        let mut base = u16::try_from(row).ok()?;
        while base != NONE && cell(&XSI_TYPE, base, NONE) != kind {
            base = cell(&XSI_BASE, base, NONE);
        }
        if own || base == NONE {
            return None;
        }
    }
    (cell(&TYPE_FLAGS, new, 0) & ABSTRACT == 0).then_some(new)
}

impl Watch for Check {
    #[inline]
    fn open(&mut self, tree: &Tree<'_>, node: u32) {
        let here = tree.node(node);
        let mut kind = self.child(tree, node, here.name);
        if here.attributes > 0 {
            kind = self.instance(tree, node, kind);
        }
        if kind == NO_TYPE {
            let name = tree.local_name(here.name).to_owned();
            self.fault(&ELEMENT_UNEXPECTED, node, name, None);
            kind = ANY_TYPE;
        }
        let none =
            here.attributes == 0 && cell(&REQUIRED_OF_SET, cell(&TYPE_ATTRS, kind, 0), 0) == 0;
        if !none && cell(&TYPE_FLAGS, kind, 0) & ANY_ATTRIBUTE == 0 {
            self.attributes(tree, node, kind);
        }
        let at = cell(&TYPE_START, kind, 0);
        self.frames.push(Frame { kind, at, seen: false, said: false });
    }

    #[inline]
    fn text(&mut self, _: &Tree<'_>, node: u32, blank: bool) {
        let Some(top) = self.frames.last_mut() else { return };
        let wrong = match cell(&TYPE_CONTENT, top.kind, SIMPLE) {
            SIMPLE => return,
            EMPTY => true,
            _ => !blank && cell(&TYPE_FLAGS, top.kind, 0) & MIXED == 0,
        };
        if wrong && !top.said {
            top.said = true;
            self.fault(&TEXT_MISPLACED, node, String::new(), None);
        }
    }

    #[inline]
    fn close(&mut self, tree: &Tree<'_>, node: u32) {
        let Some(top) = self.frames.pop() else { return };
        match cell(&TYPE_CONTENT, top.kind, SIMPLE) {
            SIMPLE => {
                let kind = cell(&TYPE_KIND, top.kind, 0);
                // One that has elements inside is at fault already, and may be very long.
                let leaf = tree.node(node).flags & PARENT == 0;
                if leaf && kind >= KIND_DECIMAL && !lexical::fits(kind, &tree.value(node)) {
                    let value = tree.value(node).into_owned();
                    self.fault(value_wrong(kind), node, String::new(), Some(value));
                }
            }
            SEQ => {
                let from = top.at + u16::from(top.seen);
                let rest = CHILD_ELEM.get(usize::from(from)..).unwrap_or_default();
                let steps = rest.iter().position(|child| *child == NONE).unwrap_or(0);
                self.missing(tree, node, from, from + u16::try_from(steps).unwrap_or(0));
            }
            AUTO if cell(&STATE_ACCEPT, top.at, 1) == 0 => {
                let name = tree.local_name(tree.node(node).name);
                self.fault(&CONTENT_MISSING, node, name.to_owned(), None);
            }
            _ => {}
        }
    }
}
