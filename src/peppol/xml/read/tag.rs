//! Start tags: name, attributes, namespaces, and the node that comes of them.

use crate::peppol::schema;
use crate::peppol::xml::limits::{
    MOST_ATTRIBUTES, MOST_DEPTH, MOST_ELEMENTS, MOST_NAME_BYTES, MOST_NAMES,
};
use crate::peppol::xml::name::{self, attribute as id};
use crate::peppol::xml::place::{narrow, wide};
use crate::peppol::xml::read::scan::{quoted, till_blank};
use crate::peppol::xml::read::{GUESSES, Guess, Open, Raw, Reader};
use crate::peppol::xml::refusal::Refusal;
use crate::peppol::xml::scope::{NO_NAMESPACE, XSI};
use crate::peppol::xml::tree::{Attribute, NOBODY, Node, PARENT, STRANGERS};
use crate::peppol::xml::value;
use crate::peppol::xml::watch::Watch;
use crate::peppol::xml::white::is_white;

impl<'a, W: Watch> Reader<'a, '_, W> {
    /// A start tag, and with `/>` its end.
    pub(super) fn start_tag(&mut self) -> Result<(), Refusal> {
        let start = self.at;
        let (written, mut known) = match self.guessed() {
            Some((written, name)) => (written, Some(name)),
            None => (self.written(), None),
        };
        self.raw.clear();
        let closed = loop {
            let spaced = self.white();
            match self.peek() {
                b'>' => break false,
                b'/' if self.bytes.get(self.at + 1) == Some(&b'>') => break true,
                _ if spaced => self.attribute()?,
                _ => return Err(self.broken("a start tag is wrong")),
            }
        };
        self.at += if closed { 2 } else { 1 };
        let scope = self.tree.scope.depth();
        if !self.raw.is_empty() && self.bind()? {
            self.epoch = self.epoch.wrapping_add(1);
            known = None;
        }
        let name = match known {
            Some(name) => name,
            None => self.learned(start, written)?,
        };
        self.before = name;
        let node = self.enter(name)?;
        self.open.push(Open { node, last: NOBODY, name: written, scope });
        if self.open.len() > MOST_DEPTH {
            return Err(Refusal::Limit(format!("depth {MOST_DEPTH}")));
        }
        self.watch.open(&self.tree, node);
        if closed {
            self.leave(narrow(self.at));
        }
        Ok(())
    }

    /// The tag that followed the last one when that stood there before, if it does so again.
    #[inline]
    fn guessed(&mut self) -> Option<(&'a [u8], u16)> {
        let guess = self.guesses.get(usize::from(self.before % GUESSES))?;
        if guess.epoch != self.epoch {
            return None;
        }
        let start = wide(guess.start);
        let end = start + usize::from(guess.length);
        let (before, name) = (self.bytes.get(start..end)?, guess.name);
        let after = *self.rest().strip_prefix(before)?.first()?;
        if !(after == b'>' || after == b'/' || is_white(after)) {
            return None;
        }
        self.at += before.len();
        Some((before, name))
    }

    /// What the name means, kept for the next time.
    fn learned(&mut self, start: usize, written: &'a [u8]) -> Result<u16, Refusal> {
        let name = self.element_name(written)?;
        let guess = self.guesses.get_mut(usize::from(self.before % GUESSES));
        if let (Some(guess), Ok(length)) = (guess, u16::try_from(written.len())) {
            *guess = Guess { start: narrow(start), length, name, epoch: self.epoch };
        }
        Ok(name)
    }

    /// What stands where a name should, up to the next blank or the end of the tag. The schema's
    /// own names are names; any other is looked at when it is understood.
    #[inline]
    fn written(&mut self) -> &'a [u8] {
        let rest = self.rest();
        let written = rest.get(..till_blank(rest)).unwrap_or_default();
        self.at += written.len();
        written
    }

    #[inline]
    fn name(&mut self) -> Result<&'a [u8], Refusal> {
        let rest = self.rest();
        let name = rest.get(..name::length(rest)).unwrap_or_default();
        if !name::is_name(name) {
            return Err(self.broken("a name is wrong"));
        }
        self.at += name.len();
        Ok(name)
    }

    fn attribute(&mut self) -> Result<(), Refusal> {
        let name = self.name()?;
        self.white();
        if self.peek() != b'=' {
            return Err(self.broken("an attribute has no value"));
        }
        self.at += 1;
        self.white();
        let quote = self.peek();
        if !matches!(quote, b'"' | b'\'') {
            return Err(self.broken("an attribute has no quotes"));
        }
        self.at += 1;
        let start = self.at;
        let Some((length, plain)) = quoted(self.rest(), quote) else {
            return Err(self.broken("an attribute has no end"));
        };
        if !plain {
            let value = self.tree.text.get(start..start + length).unwrap_or_default();
            if value.contains('<') {
                return Err(self.broken("there is a < in an attribute"));
            }
            self.check_references(value)?;
        }
        self.at += length + 1;
        if self.raw.len() >= MOST_ATTRIBUTES {
            return Err(Refusal::Limit(format!("{MOST_ATTRIBUTES} attributes")));
        }
        self.raw.push(Raw { name, start, end: start + length, plain });
        Ok(())
    }

    /// Puts the namespace declarations among the attributes in force; says whether there are any.
    fn bind(&mut self) -> Result<bool, Refusal> {
        let mut bound = false;
        for place in 0..self.raw.len() {
            let Some(raw) = self.raw.get(place) else { break };
            let prefix = match raw.name {
                b"xmlns" => &[],
                name => match name.strip_prefix(b"xmlns:") {
                    Some(prefix) => prefix,
                    None => continue,
                },
            };
            let twice = self.raw.iter().take(place).any(|other| other.name == raw.name);
            let plain = std::str::from_utf8(prefix).is_ok_and(name::is_plain_name);
            if twice || !(prefix.is_empty() && raw.name == b"xmlns" || plain) {
                return Err(self.broken("a namespace declaration is wrong"));
            }
            let uri = value::attribute(self.tree.text.get(raw.start..raw.end).unwrap_or_default());
            if let Err(reason) = self.tree.scope.bind(prefix, &uri) {
                return Err(self.broken(reason));
            }
            bound = true;
        }
        Ok(bound)
    }

    /// Adds the node of a start tag to the tree.
    fn enter(&mut self, name: u16) -> Result<u32, Refusal> {
        let first_attribute = narrow(self.tree.attributes.len());
        let attributes = if self.raw.is_empty() { 0 } else { self.attributes()? };
        let number = narrow(self.tree.nodes.len());
        if self.tree.nodes.len() >= MOST_ELEMENTS {
            return Err(Refusal::Limit(format!("{MOST_ELEMENTS} elements")));
        }
        let parent = match self.open.last_mut() {
            Some(open) => {
                let before = if open.last == NOBODY { open.node } else { open.last };
                let first = open.last == NOBODY;
                open.last = number;
                let parent = open.node;
                match self.tree.nodes.get_mut(wide(before)) {
                    Some(node) if first => node.flags |= PARENT,
                    Some(node) => node.next = number,
                    None => {}
                }
                parent
            }
            None if number > 0 => return Err(self.broken("there is a second root element")),
            None => NOBODY,
        };
        let start = narrow(self.at);
        self.tree.nodes.push(Node {
            name,
            flags: 0,
            attributes,
            first_attribute,
            start,
            end: start,
            parent,
            next: NOBODY,
        });
        Ok(number)
    }

    #[inline]
    fn element_name(&mut self, written: &'a [u8]) -> Result<u16, Refusal> {
        let Some((prefix, local)) = name::split(written) else {
            return Err(self.broken("a name is wrong"));
        };
        let Some(namespace) = self.tree.scope.namespace(prefix) else {
            return Err(self.unbound(prefix));
        };
        let known = schema::element(namespace, local);
        if known != schema::table::NONE {
            return Ok(known);
        }
        if !name::is_name(written) || name::length(written) < written.len() {
            return Err(self.broken("a name is wrong"));
        }
        let local = short(local)?;
        let number = self.tree.elements.number(namespace, local);
        number.map(|number| STRANGERS + number).ok_or_else(too_many_names)
    }

    #[cold]
    fn unbound(&self, prefix: &[u8]) -> Refusal {
        let prefix = String::from_utf8_lossy(prefix);
        self.broken(&format!("the prefix {prefix} is not declared"))
    }

    /// Adds the attributes of a start tag, and says how many there are.
    fn attributes(&mut self) -> Result<u8, Refusal> {
        let first = self.tree.attributes.len();
        for place in 0..self.raw.len() {
            let Some(raw) = self.raw.get(place) else { break };
            if raw.name == b"xmlns" || raw.name.starts_with(b"xmlns:") {
                continue;
            }
            let (value, plain) = ((narrow(raw.start), narrow(raw.end)), raw.plain);
            let name = self.attribute_name(raw.name)?;
            let before = self.tree.attributes.get(first..).unwrap_or_default();
            if before.iter().any(|other| other.name == name) {
                return Err(self.broken("an attribute stands there twice"));
            }
            self.tree.attributes.push(Attribute { name, plain, value });
        }
        let count = self.tree.attributes.len() - first;
        Ok(u8::try_from(count).unwrap_or(u8::MAX))
    }

    fn attribute_name(&mut self, written: &'a [u8]) -> Result<u16, Refusal> {
        if let Some(known) = name::attribute(written) {
            return Ok(known);
        }
        let Some((prefix, local)) = name::split(written) else {
            return Err(self.broken("a name has its colons wrong"));
        };
        let namespace = match prefix {
            [] => NO_NAMESPACE,
            _ => match self.tree.scope.namespace(prefix) {
                Some(namespace) => namespace,
                None => return Err(self.unbound(prefix)),
            },
        };
        let local = short(local)?;
        if namespace == XSI {
            match local {
                "type" => return Ok(id::XSI_TYPE),
                "nil" => return Ok(id::XSI_NIL),
                "schemaLocation" => return Ok(id::XSI_LOCATION),
                "noNamespaceSchemaLocation" => return Ok(id::XSI_NO_NAMESPACE_LOCATION),
                _ => {}
            }
        }
        let number = self.tree.others.number(namespace, local);
        number.map(|number| id::OTHERS + number).ok_or_else(too_many_names)
    }
}

/// A local name that is no longer than names may be.
fn short(local: &[u8]) -> Result<&str, Refusal> {
    if local.len() > MOST_NAME_BYTES {
        return Err(Refusal::Limit(format!("{MOST_NAME_BYTES} bytes of a name")));
    }
    Ok(std::str::from_utf8(local).unwrap_or_default())
}

#[cold]
fn too_many_names() -> Refusal {
    Refusal::Limit(format!("{MOST_NAMES} names"))
}
