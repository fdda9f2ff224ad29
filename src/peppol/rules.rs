//! The business rules: data that a person can read, and the little that judges by them.
//!
//! A rule is its official id, severity, business terms, a predicate and sentences of our own, in
//! the language of Rust: the compiler checks that each has three languages, and nothing is parsed
//! when a document comes. The thousand structural rules are one table of paths
//! ([`en16931::table::path`]), looked at while the document is read; all others are tried in one
//! walk over the tree, chosen by the name of the element ([`walk`]).

pub mod billing;
pub mod decimal;
pub mod en16931;
pub mod facts;
pub mod kleene;
pub mod list;
pub mod listing;
pub mod look;
pub mod memory;
pub mod number;
pub mod pack;
pub mod structure;
pub mod term;
pub mod text;
pub mod walk;
pub mod words;

use crate::domain::finding::Severity;
use crate::domain::words::Words;
use crate::peppol::rules::look::At;

/// Why a rule gives no verdict: the official style sheet stops here, and its layer with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Abort {
    /// The element that is the cause.
    pub node: u32,
    /// What is wrong with it.
    pub why: Why,
}

/// What is wrong with the element that stops a layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It stands there again, where only one can be read.
    Surplus,
    /// It should be a number.
    NotNumber,
    /// It should be a date.
    NotDate,
    /// It should be true or false.
    NotBoolean,
    /// Its text is in pieces.
    Pieces,
    /// A number is too long to reckon with.
    TooLong,
    /// So much stands there in many ways that judging it would take too long.
    TooMuch,
}

/// Whether a rule holds, or why that cannot be said.
pub type Outcome = Result<bool, Abort>;

/// What fills `{value}` in a rule's sentence.
#[derive(Clone, Copy, Debug)]
pub enum Shown {
    /// No value.
    Nothing,
    /// The element's own text.
    Own,
    /// An attribute of the element.
    Attribute(u16),
    /// The text of a child.
    Child(u16),
}

/// One rule.
#[derive(Debug)]
pub struct Rule {
    /// Its id, sentence and next step.
    pub words: Words,
    /// How grave it is.
    pub severity: Severity,
    /// The business terms that it speaks of, the nearest first; none: those of the element.
    pub terms: &'static [&'static str],
    /// What fills `{value}`.
    pub shown: Shown,
    /// The predicate.
    pub holds: fn(At<'_, '_>) -> Outcome,
}

/// Declares rules and lists them all in `ALL`.
macro_rules! rules {
    ($($name:ident = $code:literal $severity:ident [$($term:literal),*] shows $shown:expr,
        if |$at:ident| $holds:expr => {
        en: $en:literal => $fix_en:literal,
        nb: $nb:literal => $fix_nb:literal,
        sv: $sv:literal => $fix_sv:literal,
    })+) => {
        $(#[doc = concat!("`", $code, "`: ", $en)]
        pub static $name: $crate::peppol::rules::Rule = $crate::peppol::rules::Rule {
            words: $crate::domain::words::Words {
                code: $code,
                message: $crate::domain::words::Said { en: $en, nb: $nb, sv: $sv },
                fix: $crate::domain::words::Said { en: $fix_en, nb: $fix_nb, sv: $fix_sv },
            },
            severity: $crate::domain::finding::Severity::$severity,
            terms: &[$($term),*],
            shown: {
                #[allow(unused_imports, reason = "many show nothing")]
                use $crate::peppol::rules::Shown::*;
                $shown
            },
            holds: |$at| $holds,
        };)+
        /// Every rule of this group.
        pub static ALL: &[&$crate::peppol::rules::Rule] = &[$(&$name),+];
    };
}
pub(crate) use rules;
