//! The language that sentences are asked for in.

use crate::domain::finding::Fault;
use crate::domain::words::{Language, words};

/// Reads the word of a request.
pub fn read_language(text: &str) -> Result<Language, Fault> {
    Language::parse(text).ok_or(Fault::new(&LANGUAGE_UNKNOWN))
}

words! {
    LANGUAGE_UNKNOWN = "language_unknown" {
        en: "\"{value}\" is not a language that postbud speaks." => "Use en, nb or sv.",
        nb: "«{value}» er ikke et språk postbud kan." => "Bruk en, nb eller sv.",
        sv: "”{value}” är inte ett språk som postbud kan." => "Använd en, nb eller sv.",
    }
}
