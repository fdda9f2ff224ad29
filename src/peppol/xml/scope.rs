//! Which namespace a prefix stands for, and the numbers of names from outside UBL.

use crate::peppol::schema;
use crate::peppol::xml::limits::MOST_NAMES;
use std::collections::HashMap;

/// No namespace.
pub const NO_NAMESPACE: u16 = 254;
/// XML's own namespace.
pub const XML: u16 = 252;
/// The namespace of `xsi:type` and the like.
pub const XSI: u16 = 253;
/// Namespaces from here on are given numbers as they appear.
const OTHERS: u16 = 256;

const XML_URI: &str = "http://www.w3.org/XML/1998/namespace";
const XMLNS_URI: &str = "http://www.w3.org/2000/xmlns/";
const XSI_URI: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// The bindings in force while a document is read.
#[derive(Debug, Default)]
pub struct Scope<'a> {
    bindings: Vec<(&'a [u8], u16)>,
    namespaces: HashMap<String, u16>,
}

impl<'a> Scope<'a> {
    /// How many bindings are in force.
    pub fn depth(&self) -> usize {
        self.bindings.len()
    }

    /// Forgets the bindings of elements that have ended.
    #[inline]
    pub fn leave(&mut self, depth: usize) {
        self.bindings.truncate(depth);
    }

    /// Binds a prefix (empty: the default namespace); says why it may not be.
    pub fn bind(&mut self, prefix: &'a [u8], uri: &str) -> Result<(), &'static str> {
        let reserved = match prefix {
            b"xml" => uri != XML_URI,
            b"xmlns" => true,
            _ => uri == XML_URI || uri == XMLNS_URI,
        };
        if reserved {
            return Err("a reserved prefix or namespace is bound");
        }
        if uri.is_empty() && !prefix.is_empty() {
            return Err("a prefix is bound to nothing");
        }
        let number = self.number(uri).ok_or("too many namespaces")?;
        self.bindings.push((prefix, number));
        Ok(())
    }

    fn number(&mut self, uri: &str) -> Option<u16> {
        let known = schema::table::NAMESPACES.iter().position(|known| *known == uri);
        if let Some(known) = known {
            return u16::try_from(known).ok();
        }
        match uri {
            "" => return Some(NO_NAMESPACE),
            XML_URI => return Some(XML),
            XSI_URI => return Some(XSI),
            _ => {}
        }
        if let Some(number) = self.namespaces.get(uri) {
            return Some(*number);
        }
        let count = self.namespaces.len();
        let number = OTHERS + u16::try_from(count).ok().filter(|_| count < MOST_NAMES)?;
        self.namespaces.insert(uri.to_owned(), number);
        Some(number)
    }

    /// The namespace of a prefix, if it is bound.
    #[inline]
    pub fn namespace(&self, prefix: &[u8]) -> Option<u16> {
        let bound = self.bindings.iter().rev().find(|(bound, _)| *bound == prefix);
        match bound {
            Some((_, namespace)) => Some(*namespace),
            None if prefix.is_empty() => Some(NO_NAMESPACE),
            None => (prefix == b"xml").then_some(XML),
        }
    }
}

/// Names that the schema does not have, numbered as they appear.
#[derive(Debug, Default)]
pub struct Strangers<'a> {
    names: Vec<(u16, &'a str)>,
    numbers: HashMap<(u16, &'a str), u16>,
}

impl<'a> Strangers<'a> {
    /// The number of a name, counted from nought.
    pub fn number(&mut self, namespace: u16, local: &'a str) -> Option<u16> {
        if let Some(number) = self.numbers.get(&(namespace, local)) {
            return Some(*number);
        }
        let number = u16::try_from(self.names.len()).ok()?;
        if self.names.len() >= MOST_NAMES {
            return None;
        }
        self.names.push((namespace, local));
        self.numbers.insert((namespace, local), number);
        Some(number)
    }

    /// Namespace and local name behind a number.
    pub fn name(&self, number: usize) -> (u16, &'a str) {
        self.names.get(number).copied().unwrap_or((NO_NAMESPACE, ""))
    }
}
