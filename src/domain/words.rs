//! Every sentence that reaches a user, in English, Norwegian (bokmål) and Swedish.
//!
//! A [`Words`] is one stable code with its sentence and the next step. Codes are contract and
//! never change; sentences may be bettered. Placeholders (`{value}`, `{limit}`) are filled when
//! the sentence is said, so a finding stays free of language until it leaves.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The language of sentences: `en`, `nb` or `sv`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English
    #[default]
    En,
    /// Norwegian, bokmål
    Nb,
    /// Swedish
    Sv,
}

impl Language {
    /// The language named by `text`, if it is one of the three.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "en" => Some(Self::En),
            "nb" | "no" => Some(Self::Nb),
            "sv" => Some(Self::Sv),
            _ => None,
        }
    }

    /// The code of the language, as in requests.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Nb => "nb",
            Self::Sv => "sv",
        }
    }
}

/// One sentence and its next step, in the three languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    /// English
    pub en: &'static str,
    /// Norwegian
    pub nb: &'static str,
    /// Swedish
    pub sv: &'static str,
}

impl Said {
    /// The sentence in one language.
    pub const fn in_language(&self, language: Language) -> &'static str {
        match language {
            Language::En => self.en,
            Language::Nb => self.nb,
            Language::Sv => self.sv,
        }
    }
}

/// A stable code with its sentence and the next step.
#[derive(Debug, PartialEq, Eq)]
pub struct Words {
    /// Contract: never renamed. An official rule id where there is one.
    pub code: &'static str,
    /// What is the case.
    pub message: Said,
    /// What the caller does next.
    pub fix: Said,
}

/// What fills the placeholders of a sentence.
pub type Args = Vec<(&'static str, String)>;

/// The sentence with its placeholders filled; an unknown placeholder stays as it is.
pub fn fill(sentence: &str, args: &[(&'static str, String)]) -> String {
    args.iter().fold(sentence.to_owned(), |said, (name, value)| {
        said.replace(&format!("{{{name}}}"), value)
    })
}

/// Declares sentences and lists them all in `ALL`, so that a test can read every one.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident = $code:literal {
        en: $en:literal => $fix_en:literal,
        nb: $nb:literal => $fix_nb:literal,
        sv: $sv:literal => $fix_sv:literal $(,)?
    })+) => {
        $($(#[$doc])* #[doc = concat!("`", $code, "`: ", $en)]
        pub static $name: $crate::domain::words::Words = $crate::domain::words::Words {
            code: $code,
            message: $crate::domain::words::Said { en: $en, nb: $nb, sv: $sv },
            fix: $crate::domain::words::Said { en: $fix_en, nb: $fix_nb, sv: $fix_sv },
        };)+
        /// Every sentence of this module.
        pub static ALL: &[&$crate::domain::words::Words] = &[$(&$name),+];
    };
}
pub(crate) use words;
