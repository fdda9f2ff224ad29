//! One pass over a document for whoever reads it: well-formed, within limits, with a root of UBL
//! 2.1. What else is wrong with it, the validator says.

use crate::domain::finding::{Fault, Finding, Layer};
use crate::peppol::xml::white::{bare_start, is_blank};
use crate::peppol::{XML_DTD, XML_ENCODING, XML_LIMIT, XML_ROOT, XML_UNREADABLE};
use quick_xml::NsReader;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;

const ROOTS: &str = "urn:oasis:names:specification:ubl:schema:xsd:";

/// Deeper than this no UBL document goes: the schema's own depth is 14.
pub const MOST_DEPTH: usize = 64;
/// More attributes than this no UBL element has.
const MOST_ATTRIBUTES: usize = 32;
/// Larger documents are refused before anything is read.
const MOST_BYTES: usize = 256 << 20;

/// Why a document cannot be judged at all; boxed, since it is rare and findings are large.
pub type Unreadable = Box<Finding>;

/// Who listens while a document is looked through: elements and text, as they come.
pub trait Listener {
    /// An element begins.
    fn start(&mut self, namespace: &str, start: &BytesStart<'_>);
    /// A piece of text, with its references resolved.
    fn text(&mut self, piece: &str);
    /// The innermost element ends.
    fn end(&mut self);
}

/// Looks through a document and tells what is in it, as far as it is one.
pub fn listen(text: &str, listener: &mut impl Listener) -> Result<(), Unreadable> {
    let mut reader = NsReader::from_str(without_mark(text)?);
    let (mut depth, mut roots) = (0, 0);
    loop {
        let (namespace, event) =
            reader.read_resolved_event().map_err(|error| unreadable(error.to_string()))?;
        let namespace = match namespace {
            ResolveResult::Bound(namespace) => namespace.into_inner(),
            ResolveResult::Unbound => "",
            ResolveResult::Unknown(_) => return Err(unreadable("unbound prefix".to_owned())),
        };
        match event {
            Event::Start(start) => {
                enter(&start, namespace, depth, &mut roots)?;
                depth += 1;
                listener.start(namespace, &start);
            }
            Event::Empty(start) => {
                enter(&start, namespace, depth, &mut roots)?;
                listener.start(namespace, &start);
                listener.end();
            }
            Event::End(_) => {
                listener.end();
                depth -= 1;
            }
            Event::Text(text) => {
                inside_the_root(is_blank(&text), depth)?;
                listener.text(&text.xml10_content());
            }
            Event::CData(text) => {
                inside_the_root(false, depth)?;
                listener.text(&text.xml10_content());
            }
            Event::DocType(_) => return Err(schema(Finding::fatal(&XML_DTD))),
            Event::GeneralRef(reference) => {
                inside_the_root(false, depth)?;
                let character = known_reference(&reference)?;
                listener.text(character.encode_utf8(&mut [0; 4]));
            }
            Event::Eof => break,
            Event::Comment(_) | Event::PI(_) | Event::Decl(_) => {}
        }
    }
    match (roots, depth) {
        (1, 0) => Ok(()),
        _ => Err(unreadable("the document ends too early".to_owned())),
    }
}

/// The text without a mark of its byte order; other encodings than UTF-8 have no text.
fn without_mark(text: &str) -> Result<&str, Unreadable> {
    if text.len() > MOST_BYTES {
        return Err(limit(format!("{} MiB", MOST_BYTES >> 20)));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match declared_encoding(text) {
        Some(name) if !name.eq_ignore_ascii_case("utf-8") => {
            Err(schema(Finding::fatal(Fault::new(&XML_ENCODING).with("reason", name))))
        }
        _ => Ok(text),
    }
}

fn declared_encoding(text: &str) -> Option<&str> {
    let declaration = text.strip_prefix("<?xml")?.split_once("?>")?.0;
    let (_, rest) = declaration.split_once("encoding")?;
    let rest = bare_start(bare_start(rest).strip_prefix('=')?);
    let quote = rest.chars().next()?;
    rest.get(1..)?.split_once(quote).map(|(name, _)| name)
}

fn enter(
    start: &BytesStart<'_>,
    namespace: &str,
    depth: usize,
    roots: &mut usize,
) -> Result<(), Unreadable> {
    if depth == 0 {
        if *roots > 0 {
            return Err(unreadable("there is a second root element".to_owned()));
        }
        let local = start.local_name().into_inner();
        let known = matches!(local, "Invoice" | "CreditNote");
        if !known || namespace != format!("{ROOTS}{local}-2") {
            return Err(schema(Finding::fatal(&XML_ROOT).value(local)));
        }
        *roots += 1;
    }
    if depth >= MOST_DEPTH {
        return Err(limit(format!("depth {MOST_DEPTH}")));
    }
    let mut count = 0;
    for attribute in start.attributes() {
        attribute.map_err(|error| unreadable(error.to_string()))?;
        count += 1;
        if count > MOST_ATTRIBUTES {
            return Err(limit(format!("{MOST_ATTRIBUTES} attributes")));
        }
    }
    Ok(())
}

/// Outside the root there is white space, written as such, and nothing else.
fn inside_the_root(blank: bool, depth: usize) -> Result<(), Unreadable> {
    match depth == 0 && !blank {
        true => Err(unreadable("there is text outside the root element".to_owned())),
        false => Ok(()),
    }
}

/// Only the five entities of XML and character references: anything else would need a DTD.
fn known_reference(reference: &quick_xml::events::BytesRef<'_>) -> Result<char, Unreadable> {
    let name: &str = reference;
    let named = match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => reference.resolve_char_ref().map_err(|error| unreadable(error.to_string()))?,
    };
    named.ok_or_else(|| unreadable(format!("unknown entity {name}")))
}

fn unreadable(reason: String) -> Unreadable {
    schema(Finding::fatal(Fault::new(&XML_UNREADABLE).with("reason", reason)))
}

fn limit(limit: String) -> Unreadable {
    schema(Finding::fatal(Fault::new(&XML_LIMIT).with("limit", limit)))
}

fn schema(finding: Finding) -> Unreadable {
    Box::new(finding.in_layer(Layer::Schema))
}
