//! Judges the bytes of a document. What has not been judged is said, and never passes for valid.
//!
//! Judged here: that it is well-formed UTF-8 XML within limits and without DTD, that its root is a
//! UBL 2.1 invoice or credit note, and that it names BIS Billing 3.0. The schema and the business
//! rules stand in `not_evaluated` until they are judged.

use crate::domain::finding::{Fault, Finding, Layer};
use crate::peppol::{
    BR_01, CBC, CUSTOMIZATION, R001, R004, XML_DTD, XML_ENCODING, XML_LIMIT, XML_ROOT,
    XML_UNREADABLE,
};
use jiff::civil::{Date, date};
use quick_xml::NsReader;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;

const ROOTS: &str = "urn:oasis:names:specification:ubl:schema:xsd:";

/// Deeper than this no UBL document goes: the schema's own depth is 14.
const MOST_DEPTH: usize = 64;
/// More attributes than this no UBL element has.
const MOST_ATTRIBUTES: usize = 32;
/// Larger documents are refused before anything is read.
const MOST_BYTES: usize = 256 << 20;

/// What was found, and what was not looked at.
#[derive(Debug)]
pub struct Verdict {
    /// invoice or credit_note, when the root says so.
    pub document: Option<&'static str>,
    /// What is wrong.
    pub findings: Vec<Finding>,
    /// What was not judged.
    pub not_evaluated: Vec<Unjudged>,
    /// The rule pack in force on the day of judging.
    pub rule_pack: &'static str,
}

/// A part of the rules that was not judged.
#[derive(Debug)]
pub struct Unjudged {
    /// The layer.
    pub layer: Layer,
    /// The rules of the layer that were judged all the same.
    pub except: Vec<&'static str>,
}

/// Judges a document by the rules in force on a day.
pub fn validate(bytes: &[u8], today: Date) -> Verdict {
    let mut seen = Seen::default();
    let findings = match look(bytes, &mut seen, &mut ()) {
        Ok(()) => seen.findings(),
        Err(finding) => vec![*finding],
    };
    Verdict {
        document: seen.document(),
        findings,
        not_evaluated: vec![
            Unjudged { layer: Layer::Schema, except: Vec::new() },
            Unjudged { layer: Layer::En16931, except: vec![BR_01.code] },
            Unjudged { layer: Layer::Peppol, except: vec![R001.code, R004.code] },
        ],
        rule_pack: rule_pack(today),
    }
}

/// The pack that senders must follow on a day.
fn rule_pack(today: Date) -> &'static str {
    if today < date(2026, 8, 17) { "3.0.20 + 1.3.15" } else { "3.0.21 + 1.3.16" }
}

#[derive(Default)]
struct Seen {
    root: Option<String>,
    customization: Option<String>,
    profile: Option<String>,
}

impl Seen {
    fn document(&self) -> Option<&'static str> {
        match self.root.as_deref() {
            Some("Invoice") => Some("invoice"),
            Some("CreditNote") => Some("credit_note"),
            _ => None,
        }
    }

    fn findings(&self) -> Vec<Finding> {
        let root = self.root.clone().unwrap_or_default();
        let at = |finding: Finding, place: &str| Finding {
            xpath: Some(format!("/{root}[1]{place}")),
            ..finding
        };
        let mut found = Vec::new();
        match &self.customization {
            None => found.push(at(Finding::fatal(&BR_01).term("BT-24"), "")),
            Some(id) if !id.starts_with(CUSTOMIZATION) || id.contains("::") => {
                let other = Finding::fatal(&R004).value(id).term("BT-24");
                found.push(at(other, "/cbc:CustomizationID[1]"));
            }
            Some(_) => {}
        }
        if self.profile.is_none() {
            found.push(at(Finding::fatal(&R001).term("BT-23"), ""));
        }
        found
    }
}

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

/// Nobody listens.
impl Listener for () {
    fn start(&mut self, _: &str, _: &BytesStart<'_>) {}
    fn text(&mut self, _: &str) {}
    fn end(&mut self) {}
}

/// Looks through a document and tells what is in it, as far as it is one.
pub fn listen(bytes: &[u8], listener: &mut impl Listener) -> Result<(), Unreadable> {
    look(bytes, &mut Seen::default(), listener)
}

fn look(bytes: &[u8], seen: &mut Seen, listener: &mut impl Listener) -> Result<(), Unreadable> {
    let text = decode(bytes)?;
    let mut reader = NsReader::from_str(text);
    let mut path: Vec<String> = Vec::new();
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
                enter(&start, namespace, &mut path, seen)?;
                listener.start(namespace, &start);
            }
            Event::Empty(start) => {
                enter(&start, namespace, &mut path, seen)?;
                listener.start(namespace, &start);
                listener.end();
                path.pop();
            }
            Event::End(_) => {
                listener.end();
                path.pop();
            }
            Event::Text(text) => {
                read_text(text.trim(), &path, seen)?;
                listener.text(&text.xml10_content());
            }
            Event::CData(text) => {
                read_text(text.trim(), &path, seen)?;
                listener.text(&text.xml10_content());
            }
            Event::DocType(_) => return Err(schema(Finding::fatal(&XML_DTD))),
            Event::GeneralRef(reference) => {
                let character = known_reference(&reference)?;
                listener.text(character.encode_utf8(&mut [0; 4]));
            }
            Event::Eof => break,
            Event::Comment(_) | Event::PI(_) | Event::Decl(_) => {}
        }
    }
    match seen.root {
        Some(_) if path.is_empty() => Ok(()),
        _ => Err(unreadable("the document ends too early".to_owned())),
    }
}

fn decode(bytes: &[u8]) -> Result<&str, Unreadable> {
    if bytes.len() > MOST_BYTES {
        return Err(limit(format!("{} MiB", MOST_BYTES >> 20)));
    }
    let encoding =
        |reason: &str| schema(Finding::fatal(Fault::new(&XML_ENCODING).with("reason", reason)));
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(encoding("UTF-16"));
    }
    let bytes = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    let text = std::str::from_utf8(bytes)
        .map_err(|error| encoding(&format!("byte {}", error.valid_up_to())))?;
    match declared_encoding(text) {
        Some(name) if !name.eq_ignore_ascii_case("utf-8") => Err(encoding(name)),
        _ => Ok(text),
    }
}

fn declared_encoding(text: &str) -> Option<&str> {
    let declaration = text.strip_prefix("<?xml")?.split_once("?>")?.0;
    let (_, rest) = declaration.split_once("encoding")?;
    let rest = rest.trim_start().strip_prefix('=')?.trim_start();
    let quote = rest.chars().next()?;
    rest.get(1..)?.split_once(quote).map(|(name, _)| name)
}

fn enter(
    start: &BytesStart<'_>,
    namespace: &str,
    path: &mut Vec<String>,
    seen: &mut Seen,
) -> Result<(), Unreadable> {
    let local = start.local_name().into_inner().to_owned();
    if path.is_empty() {
        if seen.root.is_some() {
            return Err(unreadable("there is a second root element".to_owned()));
        }
        let known = matches!(local.as_str(), "Invoice" | "CreditNote");
        if !known || namespace != format!("{ROOTS}{local}-2") {
            return Err(schema(Finding::fatal(&XML_ROOT).value(&local)));
        }
        seen.root = Some(local.clone());
    }
    if path.len() >= MOST_DEPTH {
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
    path.push(if namespace == CBC { local } else { String::new() });
    Ok(())
}

fn read_text(text: &str, path: &[String], seen: &mut Seen) -> Result<(), Unreadable> {
    if text.is_empty() {
        return Ok(());
    }
    match path {
        [] => return Err(unreadable("there is text outside the root element".to_owned())),
        [_, leaf] if leaf == "CustomizationID" => seen.customization = Some(text.to_owned()),
        [_, leaf] if leaf == "ProfileID" => seen.profile = Some(text.to_owned()),
        _ => {}
    }
    Ok(())
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
