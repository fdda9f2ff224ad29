//! A rule as data, and the macro that declares many.

use crate::domain::finding::Severity;
use crate::domain::words::Words;
use crate::peppol::rules::look::At;
use crate::peppol::rules::outcome::Outcome;

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
        pub static $name: $crate::peppol::rules::rule::Rule = $crate::peppol::rules::rule::Rule {
            words: $crate::domain::words::Words {
                code: $code,
                message: $crate::domain::words::Said { en: $en, nb: $nb, sv: $sv },
                fix: $crate::domain::words::Said { en: $fix_en, nb: $fix_nb, sv: $fix_sv },
            },
            severity: $crate::domain::finding::Severity::$severity,
            terms: &[$($term),*],
            shown: {
                #[allow(unused_imports, reason = "many show nothing")]
                use $crate::peppol::rules::rule::Shown::*;
                $shown
            },
            holds: |$at| $holds,
        };)+
        /// Every rule of this group.
        pub static ALL: &[&$crate::peppol::rules::rule::Rule] = &[$(&$name),+];
    };
}
pub(crate) use rules;
