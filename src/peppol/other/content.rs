//! What is to be put in: an element, an attribute or a text, read strictly.

use crate::domain::finding::Fault;
use crate::peppol::other::tree::{Content, Tree};
use crate::peppol::other::{OTHER_UNREADABLE, tree};
use crate::peppol::validate::unreadable;
use crate::peppol::xml::name::is_plain_name;
use crate::peppol::xml::read::read;
use crate::peppol::xml::refusal::Refusal;
use crate::peppol::xml::tree as strict;
use crate::peppol::xml::watch::Watch;
use crate::peppol::xml::white::bare_start;
use crate::peppol::{CAC, CBC, EXT};

/// What is put in.
#[derive(Debug)]
pub enum Piece {
    /// The element is the only one inside the root of the tree.
    Element(Tree),
    Attribute(tree::Attribute),
    Text(String),
}

impl Piece {
    /// Reads it. An element begins with `<` and an attribute with `@`; a text never does, since
    /// both are escaped there.
    pub fn read(content: &str) -> Result<Self, Fault> {
        if bare_start(content).starts_with('<') {
            return read_element(content);
        }
        match content.strip_prefix('@') {
            Some(attribute) => read_attribute(attribute),
            None => read_text(content),
        }
    }
}

/// Nobody watches: it is only asked whether it can be read.
struct Nobody;

impl Watch for Nobody {
    fn open(&mut self, _: &strict::Tree<'_>, _: u32) {}
    fn text(&mut self, _: &strict::Tree<'_>, _: u32, _: bool) {}
    fn close(&mut self, _: &strict::Tree<'_>, _: u32) {}
}

fn because(reason: impl ToString) -> Fault {
    Fault::new(&OTHER_UNREADABLE).with("reason", reason)
}

/// Reads content inside a root of its own, where the prefixes of UBL are declared.
fn read_inside(content: &str) -> Result<Tree, Fault> {
    let root = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2";
    let xml = format!(
        "<u:Invoice xmlns:u=\"{root}\" xmlns:cac=\"{CAC}\" xmlns:cbc=\"{CBC}\" \
         xmlns:ext=\"{EXT}\">{content}</u:Invoice>"
    );
    if let Err(refusal) = read(xml.as_bytes(), &mut Nobody) {
        return Err(match refusal {
            Refusal::Malformed(reason) => because(reason),
            refusal => unreadable(refusal).fault,
        });
    }
    Tree::read(&xml).map_err(|finding| finding.fault)
}

fn read_element(content: &str) -> Result<Piece, Fault> {
    let tree = read_inside(content)?;
    let inside = tree.nodes.first().map(|root| root.content.as_slice()).unwrap_or_default();
    match inside {
        [Content::Element(_)] => Ok(Piece::Element(tree)),
        _ => Err(because("not one element")),
    }
}

fn read_attribute(content: &str) -> Result<Piece, Fault> {
    let quoted = |value: &str| {
        let value = value.strip_prefix('"')?.strip_suffix('"')?;
        (!value.contains(['"', '<'])).then(|| value.to_owned())
    };
    let parts = content.split_once('=');
    let parts = parts.and_then(|(name, value)| Some((name, quoted(value)?)));
    let Some((name, value)) = parts.filter(|(name, _)| is_plain_name(name)) else {
        return Err(because("not @name=\"value\""));
    };
    let tree = read_inside(&format!("<cbc:ID {name}=\"{value}\"/>"))?;
    let read = tree.nodes.into_iter().flat_map(|node| node.attributes).next();
    read.map(Piece::Attribute).ok_or_else(|| because(name))
}

fn read_text(content: &str) -> Result<Piece, Fault> {
    let tree = read_inside(content)?;
    let root = tree.nodes.first().filter(|_| tree.nodes.len() == 1);
    root.map(|root| Piece::Text(root.text())).ok_or_else(|| because("an element inside text"))
}
