//! The shape of a request: JSON, known fields, right types. Faults of shape are found all at once
//! by walking the tree beside the JSON Schema of its type, and the faulty parts are cut out, so
//! that the rest can still be checked for its meaning.
//!
//! The schema is the committed one, as data: what makes it out of the types is not in the library.
//! A field that the types know and the committed schema does not know yet is read all the same, but
//! a request with a fault elsewhere is told that the field is unknown. It cannot stay like that:
//! the test of the schema fails until `make header` has written it again.

use crate::domain::failure::Failure;
use crate::domain::finding::{Fault, Finding, shown};
use crate::domain::words::words;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::sync::LazyLock;

/// Largest request in bytes; far above any invoice with its attachments.
pub const MOST_BYTES: usize = 256 << 20;
/// The mark in a schema below which the walk does not look: that part is read on its own.
pub const MARK: &str = "x-read-apart";
/// More findings of shape than this are noise.
const MOST_FINDINGS: usize = 100;

/// The JSON Schema of every request and reply, read when the first faulty request comes.
static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../include/postbud.schema.json")).unwrap_or_default()
});

/// What can be read from a request, or from a part of one.
pub trait Described: DeserializeOwned + Default {
    /// Where the schema describes it: a JSON Pointer.
    const PLACE: &'static str;
}

/// Reads a request into its type, with what was found wrong in its shape. `at` is the path of what
/// is read inside the whole request.
pub fn read<T: Described>(bytes: &[u8], at: &str) -> Result<(T, Vec<Finding>), Failure> {
    if bytes.len() > MOST_BYTES {
        let limit = Fault::new(&REQUEST_TOO_LARGE).with("limit", MOST_BYTES >> 20);
        return Err(Failure::invalid(vec![Finding::fatal(limit).value(bytes.len())]));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let at = Fault::new(&NOT_UTF8).with("at", error.valid_up_to());
        Failure::invalid(vec![Finding::fatal(at)])
    })?;
    if text.trim().is_empty() {
        return Ok((T::default(), Vec::new()));
    }
    match parse::<T>(text) {
        // An empty list is all that a form could be read from beside an object.
        Ok(request) if text.trim_start().starts_with('{') => Ok((request, Vec::new())),
        Ok(_) => Err(Failure::invalid(vec![no_object(at)])),
        Err(first) => read_with_faults(text, &first, at),
    }
}

/// The only way from text to a type: serde makes a reader for every type and every kind of input,
/// and they are the largest part of the library's code.
fn parse<T: Described>(text: &str) -> Result<T, serde_json::Error> {
    serde_json::from_str(text)
}

fn read_with_faults<T: Described>(
    text: &str,
    first: &serde_json::Error,
    at: &str,
) -> Result<(T, Vec<Finding>), Failure> {
    let mut tree: Value = serde_json::from_str(text).map_err(|error| not_json(&error))?;
    if !tree.is_object() {
        return Err(Failure::invalid(vec![no_object(at)]));
    }
    let (found, usable) = prune(&mut tree, T::PLACE, at);
    if found.is_empty() {
        // Only a field that is given twice gets here: the tree cannot show it.
        return Err(not_json(first));
    }
    let rest = tree.to_string();
    drop(tree);
    match parse(&rest).ok().filter(|_| usable) {
        Some(request) => Ok((request, found)),
        None => Err(Failure::invalid(found)),
    }
}

/// Cuts out what the schema at this place does not allow; gives what was found, and whether the
/// rest can be used.
fn prune(tree: &mut Value, place: &str, at: &str) -> (Vec<Finding>, bool) {
    let mut walk = Walk { root: &SCHEMA, found: Vec::new() };
    let usable = walk.visit(tree, SCHEMA.pointer(place).unwrap_or(&Value::Null), at);
    (walk.found, usable)
}

fn no_object(at: &str) -> Finding {
    let place = if at.is_empty() { "/" } else { at };
    Finding::fatal(Fault::new(&WRONG_TYPE).with("expected", "object").with("path", place)).at(at)
}

fn not_json(error: &serde_json::Error) -> Failure {
    let fault = Fault::new(&NOT_JSON)
        .with("line", error.line())
        .with("column", error.column())
        .with("reason", error.to_string().split(" at line").next().unwrap_or_default());
    Failure::invalid(vec![Finding::fatal(fault)])
}

struct Walk<'a> {
    root: &'a Value,
    found: Vec<Finding>,
}

impl<'a> Walk<'a> {
    /// Looks at a value and everything below it; false when it has to go.
    fn visit(&mut self, value: &mut Value, schema: &'a Value, path: &str) -> bool {
        if schema.get(MARK).is_some() {
            return true;
        }
        let schema = self.resolve(schema);
        match (kind(schema), &mut *value) {
            (_, Value::Null) => true,
            ("object", Value::Object(_)) => {
                self.visit_fields(value, schema, path);
                true
            }
            ("array", Value::Array(items)) => {
                let item = schema.get("items").unwrap_or(&Value::Null);
                let mut usable = true;
                for (at, value) in items.iter_mut().enumerate() {
                    usable &= self.visit_item(value, item, &format!("{path}/{at}"));
                }
                usable
            }
            ("string", Value::String(_)) | ("boolean", Value::Bool(_)) | ("", _) => true,
            ("integer", Value::Number(number))
                if number.as_u64().is_some_and(|n| n <= most(schema)) =>
            {
                true
            }
            (expected, _) => {
                self.report(wrong_type(expected, schema, value, path));
                false
            }
        }
    }

    /// A list keeps its length, so that the places of its other items stay true.
    fn visit_item(&mut self, value: &mut Value, schema: &'a Value, path: &str) -> bool {
        if schema.get(MARK).is_some() {
            return true;
        }
        if value.is_null() {
            let schema = self.resolve(schema);
            self.report(wrong_type(kind(schema), schema, value, path));
        } else if self.visit(value, schema, path) {
            return true;
        }
        *value = Value::Object(serde_json::Map::new());
        kind(self.resolve(schema)) == "object"
    }

    fn visit_fields(&mut self, value: &mut Value, schema: &'a Value, path: &str) {
        let Value::Object(fields) = value else { return };
        let known = schema.get("properties").and_then(Value::as_object);
        let others = schema.get("additionalProperties").filter(|schema| schema.is_object());
        fields.retain(|name, field| {
            let name = shown(name);
            let path = format!("{path}/{}", name.replace('~', "~0").replace('/', "~1"));
            let expected = known.and_then(|known| known.get(&name)).or(others);
            let Some(expected) = expected else {
                self.report(unknown_field(&name, known, &path));
                return false;
            };
            self.visit(field, expected, &path)
        });
    }

    fn report(&mut self, finding: Finding) {
        if self.found.len() < MOST_FINDINGS {
            self.found.push(finding);
        }
    }

    /// Follows references, and takes the part of a choice that is not null.
    fn resolve(&self, schema: &'a Value) -> &'a Value {
        if let Some(choice) = schema.get("anyOf").and_then(Value::as_array) {
            let real = choice.iter().find(|part| kind(part) != "null");
            return real.map_or(schema, |part| self.resolve(part));
        }
        let reference = schema.get("$ref").and_then(Value::as_str);
        let target = reference.and_then(|path| self.root.pointer(path.trim_start_matches('#')));
        target.map_or(schema, |target| self.resolve(target))
    }
}

/// The JSON type that a schema asks for; empty where it takes anything.
fn kind(schema: &Value) -> &str {
    match schema.get("type") {
        Some(Value::String(kind)) => kind,
        Some(Value::Array(kinds)) => {
            kinds.iter().filter_map(Value::as_str).find(|kind| *kind != "null").unwrap_or_default()
        }
        _ => "",
    }
}

fn wrong_type(expected: &str, schema: &Value, value: &Value, path: &str) -> Finding {
    let decimal = schema.get("format").and_then(Value::as_str) == Some("decimal");
    let fault = if decimal && value.is_number() {
        Fault::new(&AMOUNT_AS_NUMBER)
    } else {
        Fault::new(&WRONG_TYPE).with("expected", expected).with("path", path)
    };
    let finding = Finding::fatal(fault).at(path);
    let secret = schema.get("writeOnly").is_some();
    match value {
        _ if secret => finding,
        _ if matches!(expected, "object" | "array") => finding,
        // What lies inside may be a secret in the wrong place.
        Value::Object(_) => finding.value("{…}"),
        Value::Array(_) => finding.value("[…]"),
        _ => finding.value(value),
    }
}

/// The largest number that the type takes.
fn most(schema: &Value) -> u64 {
    match schema.get("format").and_then(Value::as_str) {
        Some("uint16") => u16::MAX.into(),
        _ => u32::MAX.into(),
    }
}

fn unknown_field(
    name: &str,
    known: Option<&serde_json::Map<String, Value>>,
    path: &str,
) -> Finding {
    let mut names: Vec<&str> =
        known.into_iter().flat_map(|k| k.keys()).map(String::as_str).collect();
    names.sort_unstable();
    let unknown = Fault::new(&UNKNOWN_FIELD).with("known", names.join(", "));
    Finding::fatal(unknown).at(path).value(name)
}

words! {
    REQUEST_TOO_LARGE = "request_too_large" {
        en: "The request is larger than {limit} MiB." => "Split it; a batch may be sent in several calls.",
        nb: "Forespørselen er større enn {limit} MiB." => "Del den opp; en bunke kan sendes i flere kall.",
        sv: "Begäran är större än {limit} MiB." => "Dela upp den; en bunt kan skickas i flera anrop.",
    }
    NOT_UTF8 = "request_not_utf8" {
        en: "The request is not UTF-8; the first bad byte is at {at}." => "Convert the text to UTF-8 before the call.",
        nb: "Forespørselen er ikke UTF-8; første gale byte er på plass {at}." => "Gjør teksten om til UTF-8 før kallet.",
        sv: "Begäran är inte UTF-8; första felaktiga byten är på plats {at}." => "Omvandla texten till UTF-8 före anropet.",
    }
    NOT_JSON = "request_not_json" {
        en: "The request is not usable JSON: {reason} (line {line}, column {column})." => "Build it with a JSON library, and check the length that is passed.",
        nb: "Forespørselen er ikke brukbar JSON: {reason} (linje {line}, kolonne {column})." => "Lag den med et JSON-bibliotek, og kontroller lengden som oppgis.",
        sv: "Begäran är inte användbar JSON: {reason} (rad {line}, kolumn {column})." => "Skapa den med ett JSON-bibliotek, och kontrollera längden som anges.",
    }
    UNKNOWN_FIELD = "unknown_field" {
        en: "There is no field \"{value}\" here." => "Correct its name; the fields are {known}.",
        nb: "Det finnes ikke noe felt «{value}» her." => "Rett navnet; feltene er {known}.",
        sv: "Det finns inget fält ”{value}” här." => "Rätta namnet; fälten är {known}.",
    }
    WRONG_TYPE = "wrong_type" {
        en: "{path} must be of type {expected}." => "Pass it as {expected}; all dates, ids and amounts are strings.",
        nb: "{path} må være av typen {expected}." => "Oppgi det som {expected}; datoer, id-er og beløp er strenger.",
        sv: "{path} måste vara av typen {expected}." => "Ange det som {expected}; datum, id och belopp är strängar.",
    }
    AMOUNT_AS_NUMBER = "amount_as_number" {
        en: "{value} is a JSON number; amounts are strings." => "Write \"{value}\" in quotes: JSON numbers are rounded on the way.",
        nb: "{value} er et JSON-tall; beløp er strenger." => "Skriv \"{value}\" i anførselstegn: JSON-tall avrundes underveis.",
        sv: "{value} är ett JSON-tal; belopp är strängar." => "Skriv \"{value}\" inom citattecken: JSON-tal avrundas på vägen.",
    }
}
