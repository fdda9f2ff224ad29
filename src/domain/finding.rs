//! One type of finding everywhere: what is wrong, where, and what to do about it.

use crate::domain::words::{Args, Words};

/// A fault without a place: what a parser of one value knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The code and its sentences.
    pub words: &'static Words,
    /// What fills the placeholders.
    pub args: Args,
}

impl Fault {
    /// A fault with nothing to fill in but the value itself.
    pub const fn new(words: &'static Words) -> Self {
        Self { words, args: Vec::new() }
    }

    /// The same fault with a placeholder filled.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, cut(&value.to_string(), ARGUMENT_CHARS)));
        self
    }
}

impl From<&'static Words> for Fault {
    fn from(words: &'static Words) -> Self {
        Self::new(words)
    }
}

/// How grave a finding is, as in the official artefacts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Nothing leaves with it.
    Fatal,
    /// Worth a look; it does not stop anything.
    Warning,
    /// Worth knowing; there is nothing to do.
    Information,
}

impl Severity {
    /// The word in replies.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Fatal => "fatal",
            Self::Warning => "warning",
            Self::Information => "information",
        }
    }
}

/// Who found it: the request's own door, or a layer of the official rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// The request: shape, types, numbers with check digits, what postbud itself demands.
    Request,
    /// The XML: well-formedness, limits and the UBL 2.1 schema.
    Schema,
    /// The EN 16931 business rules.
    En16931,
    /// The Peppol BIS Billing rules, country rules included.
    Peppol,
}

impl Layer {
    /// The word in replies.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Schema => "schema",
            Self::En16931 => "en16931",
            Self::Peppol => "peppol",
        }
    }

    /// The layer that an official rule id belongs to; our own codes are the request's.
    pub fn of(rule: &str) -> Self {
        let country = rule.get(2..5) == Some("-R-");
        if rule.starts_with("PEPPOL-") || country {
            Self::Peppol
        } else if rule.starts_with("BR-") || rule.starts_with("UBL-") {
            Self::En16931
        } else {
            Self::Request
        }
    }
}

/// Something found wrong, with its place. Findings are values; saying them comes later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Who found it.
    pub layer: Layer,
    /// How grave.
    pub severity: Severity,
    /// What, and what fills its sentence.
    pub fault: Fault,
    /// Where in the request, as a JSON Pointer (RFC 6901).
    pub path: Option<String>,
    /// The offending value, never a secret.
    pub value: Option<String>,
    /// What stood there in a document sent before.
    pub earlier: Option<String>,
    /// Where in the document.
    pub xpath: Option<String>,
    /// The business term of EN 16931 (`BT-…`, `BG-…`).
    pub term: Option<&'static str>,
    /// The host's own key of the invoice, line or customer.
    pub host_key: Option<String>,
    /// How often, where findings of one rule are cut off.
    pub count: usize,
}

/// A value longer than this is cut in a finding: a reply is no place for a 10 MB name.
const SHOWN_CHARS: usize = 120;
/// The longest key of a host's own.
const KEY_CHARS: usize = 200;
/// What fills a sentence may be longer, such as a list of field names.
const ARGUMENT_CHARS: usize = 1000;

/// The text with its end cut off, if it is longer than a finding shows.
pub fn shown(text: &str) -> String {
    cut(text, SHOWN_CHARS)
}

/// A host's key as a reply gives it back: longer ones are refused, and not repeated whole.
pub fn key_shown(key: &str) -> String {
    cut(key, KEY_CHARS)
}

fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

impl Finding {
    /// A fatal finding of the layer that the code belongs to.
    pub fn fatal(fault: impl Into<Fault>) -> Self {
        let fault = fault.into();
        Self {
            layer: Layer::of(fault.words.code),
            severity: Severity::Fatal,
            fault,
            path: None,
            value: None,
            earlier: None,
            xpath: None,
            term: None,
            host_key: None,
            count: 1,
        }
    }

    /// A warning.
    pub fn warning(fault: impl Into<Fault>) -> Self {
        Self { severity: Severity::Warning, ..Self::fatal(fault) }
    }

    /// Something worth knowing.
    pub fn information(fault: impl Into<Fault>) -> Self {
        Self { severity: Severity::Information, ..Self::fatal(fault) }
    }

    /// The same finding at a place in the request.
    #[must_use]
    pub fn at(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// The same finding with the value that caused it.
    #[must_use]
    pub fn value(mut self, value: impl ToString) -> Self {
        self.value = Some(shown(&value.to_string()));
        self
    }

    /// The same finding with what stood there before.
    #[must_use]
    pub fn earlier(mut self, value: impl ToString) -> Self {
        self.earlier = Some(shown(&value.to_string()));
        self
    }

    /// The same finding with its business term.
    #[must_use]
    pub const fn term(mut self, term: &'static str) -> Self {
        self.term = Some(term);
        self
    }

    /// The same finding in another layer.
    #[must_use]
    pub const fn in_layer(mut self, layer: Layer) -> Self {
        self.layer = layer;
        self
    }

    /// Whether nothing may leave with it.
    pub fn is_fatal(&self) -> bool {
        self.severity == Severity::Fatal
    }
}
