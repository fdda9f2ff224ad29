//! What a directory has said about an electronic address: which documents it takes, and when.

use crate::domain::finding::Fault;
use crate::domain::invoice::Type;
use crate::domain::words::words;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The answer of a look-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Registered for the listed documents
    Receives,
    /// Looked up and not registered
    NotRegistered,
    /// The look-up failed: not a no
    Failed,
}

impl Answer {
    /// Reads the word of the request.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        match text {
            "receives" => Ok(Self::Receives),
            "not_registered" => Ok(Self::NotRegistered),
            "failed" => Ok(Self::Failed),
            _ => Err(Fault::new(&DIRECTORY_ANSWER)),
        }
    }

    /// The word in replies.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Receives => "receives",
            Self::NotRegistered => "not_registered",
            Self::Failed => "failed",
        }
    }
}

/// What is known of one electronic address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receiver {
    /// The answer
    pub answer: Answer,
    /// The documents it takes
    pub documents: Vec<Type>,
    /// When the directory said so
    pub as_of: Timestamp,
}

impl Receiver {
    /// Whether it takes this type of document.
    pub fn takes(&self, document: Type) -> bool {
        self.answer == Answer::Receives && self.documents.contains(&document)
    }
}

words! {
    DIRECTORY_ANSWER = "directory_answer" {
        en: "\"{value}\" is not an answer of a directory." => "Use receives, not_registered or failed.",
        nb: "«{value}» er ikke et svar fra en katalog." => "Bruk receives, not_registered eller failed.",
        sv: "”{value}” är inte ett svar från en katalog." => "Använd receives, not_registered eller failed.",
    }
}
