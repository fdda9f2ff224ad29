//! Elements one after the other, indented, with everything escaped that needs to be.

use crate::domain::identifier::Identifier;
use crate::domain::invoice::Type;
use crate::peppol::{CAC, CBC};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

const ROOTS: &str = "urn:oasis:names:specification:ubl:schema:xsd";

/// A UBL document in the making.
pub struct Ubl {
    writer: Writer<Vec<u8>>,
    open: Vec<&'static str>,
}

impl Ubl {
    /// The declaration and the root.
    pub fn begin(kind: Type) -> Self {
        let mut ubl =
            Self { writer: Writer::new_with_indent(Vec::new(), b' ', 2), open: Vec::new() };
        ubl.put(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        let root = match kind {
            Type::Invoice => "Invoice",
            Type::CreditNote => "CreditNote",
        };
        let mut start = BytesStart::new(root);
        start.push_attribute(("xmlns", format!("{ROOTS}:{root}-2").as_str()));
        start.push_attribute(("xmlns:cac", CAC));
        start.push_attribute(("xmlns:cbc", CBC));
        ubl.put(Event::Start(start));
        ubl.open.push(root);
        ubl
    }

    /// An element with what is inside it.
    pub fn inside(&mut self, name: &'static str, write: impl FnOnce(&mut Self)) {
        self.put(Event::Start(BytesStart::new(name)));
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
        let mut start = BytesStart::new(name);
        for attribute in attributes {
            start.push_attribute(*attribute);
        }
        self.put(Event::Start(start));
        self.put(Event::Text(BytesText::new(text)));
        self.put(Event::End(BytesEnd::new(name)));
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
        let mut bytes = self.writer.into_inner();
        bytes.push(b'\n');
        bytes
    }

    fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.put(Event::End(BytesEnd::new(name)));
        }
    }

    fn put(&mut self, event: Event<'_>) {
        // Memory takes every write: there is no error to hand on.
        let _ = self.writer.write_event(event);
    }
}
