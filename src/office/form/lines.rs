//! The lines of an invoice as they are given: text until each is needed. An invoice of a hundred
//! thousand lines has sixty bytes a line in its request and a thousand in a form, so no more than
//! one form of a line lies in memory at a time.

use crate::domain::invoice::Line;
use crate::office::form::from_document::line::line;
use crate::office::form::line::LineForm;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// The lines of an invoice.
#[derive(Clone, Debug)]
pub enum Lines {
    /// As a request gives them; each can be read as a form
    Given(Vec<Box<RawValue>>),
    /// As they were read from a document
    Read(Vec<Line>),
    /// Those that have been read and are gone: only the host's keys, by place
    Gone(Vec<(usize, String)>),
}

impl Lines {
    /// Every line as a form, one after the other.
    pub fn forms(&self) -> impl Iterator<Item = LineForm> {
        let (given, read): (&[Box<RawValue>], &[Line]) = match self {
            Self::Given(given) => (given, &[]),
            Self::Read(read) => (&[], read),
            Self::Gone(_) => (&[], &[]),
        };
        given.iter().map(|text| form(text)).chain(read.iter().map(line))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Given(given) => given.len(),
            Self::Read(read) => read.len(),
            Self::Gone(_) => 0,
        }
    }

    /// The host's own key of a line.
    pub fn host_key(&self, index: usize) -> Option<String> {
        match self {
            Self::Given(given) => form(given.get(index)?).host_key,
            Self::Read(_) => None,
            Self::Gone(keys) => {
                let at = keys.binary_search_by_key(&index, |(at, _)| *at).ok()?;
                keys.get(at).map(|(_, key)| key.clone())
            }
        }
    }

    /// Lets the lines go that have been read; findings can still name the host's keys.
    pub fn forget(&mut self) {
        let keys = self.forms().enumerate().filter_map(|(at, form)| Some((at, form.host_key?)));
        *self = Self::Gone(keys.collect());
    }
}

/// It was read once already, when the request came in.
fn form(text: &RawValue) -> LineForm {
    serde_json::from_str(text.get()).unwrap_or_default()
}

impl Serialize for Lines {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.forms())
    }
}

impl<'de> Deserialize<'de> for Lines {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Reader)
    }
}

/// Reads each line as a form, to know that it is one, and keeps its text.
struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Lines;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of lines")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Lines, A::Error> {
        let mut lines = Vec::new();
        while let Some(text) = items.next_element::<Box<RawValue>>()? {
            serde_json::from_str::<LineForm>(text.get()).map_err(A::Error::custom)?;
            lines.push(text);
        }
        Ok(Lines::Given(lines))
    }
}

impl JsonSchema for Lines {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Vec::<LineForm>::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Vec::<LineForm>::json_schema(generator)
    }
}
