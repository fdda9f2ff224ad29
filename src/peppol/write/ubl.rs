//! Elements one after the other, indented, with everything escaped that needs to be.
//!
//! Written straight into the bytes: a writer of events takes three times as long for the same, and
//! an invoice is a flat list of elements whose names are known here. Escaping is the library's.

use crate::domain::identifier::Identifier;
use crate::domain::invoice::Type;
use crate::peppol::{CAC, CBC};
use quick_xml::escape::escape;

const ROOTS: &str = "urn:oasis:names:specification:ubl:schema:xsd";
/// Room for a document with few lines; what is longer grows by halves.
const ROOM: usize = 8 * 1024;

/// A UBL document in the making.
pub struct Ubl {
    bytes: Vec<u8>,
    open: Vec<&'static str>,
}

impl Ubl {
    /// The declaration and the root; so many bytes of base64 are to come.
    pub fn begin(kind: Type, files: usize) -> Self {
        let root = if kind.is_credit_note() { "CreditNote" } else { "Invoice" };
        let mut ubl = Self { bytes: Vec::with_capacity(ROOM + files), open: vec![root] };
        ubl.put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<");
        for part in [root, " xmlns=\"", ROOTS, ":", root, "-2\" xmlns:cac=\"", CAC] {
            ubl.put(part);
        }
        for part in ["\" xmlns:cbc=\"", CBC, "\">"] {
            ubl.put(part);
        }
        ubl
    }

    /// An element with what is inside it.
    pub fn inside(&mut self, name: &'static str, write: impl FnOnce(&mut Self)) {
        self.start(name);
        self.put(">");
        self.open.push(name);
        write(self);
        self.close();
    }

    /// An element with text.
    pub fn text(&mut self, name: &str, text: &str) {
        self.text_with(name, &[], text);
    }

    /// An element with text, if there is any.
    pub fn optional(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    /// An element with attributes and text.
    pub fn text_with(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.start_with(name, attributes);
        self.put(&escape(text));
        self.finish(name);
    }

    /// An element with attributes and base64, which has nothing to escape.
    pub fn base64(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.start_with(name, attributes);
        self.put(text);
        self.finish(name);
    }

    fn start_with(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name);
        for (attribute, value) in attributes {
            self.put(" ");
            self.put(attribute);
            self.put("=\"");
            self.put(&escape(*value));
            self.put("\"");
        }
        self.put(">");
    }

    /// A number or code with its scheme, if it has one.
    pub fn identifier(&mut self, name: &str, identifier: &Identifier) {
        match &identifier.scheme {
            Some(scheme) => self.text_with(name, &[("schemeID", scheme)], &identifier.id),
            None => self.text(name, &identifier.id),
        }
    }

    /// The finished document.
    pub fn end(mut self) -> Vec<u8> {
        while !self.open.is_empty() {
            self.close();
        }
        self.put("\n");
        self.bytes
    }

    fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.indent();
            self.finish(name);
        }
    }

    fn start(&mut self, name: &str) {
        self.indent();
        self.put("<");
        self.put(name);
    }

    fn finish(&mut self, name: &str) {
        self.put("</");
        self.put(name);
        self.put(">");
    }

    /// Two blanks for each element that is open.
    fn indent(&mut self) {
        self.put("\n");
        for _ in 0..self.open.len() {
            self.put("  ");
        }
    }

    fn put(&mut self, text: &str) {
        self.bytes.extend_from_slice(text.as_bytes());
    }
}
