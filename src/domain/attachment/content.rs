//! The content of a file as base64: read once, piece by piece.

use crate::domain::attachment::media::{HEAD, Kind};
use crate::domain::attachment::sentences::ATTACHMENT_BASE64;
use crate::domain::finding::Fault;
use base64::DecodeError::{InvalidByte, InvalidLastSymbol, InvalidLength, InvalidPadding};
use base64::DecodeSliceError;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// Text in base64. It is large, so its copies share it.
#[derive(Clone, Default, PartialEq, Eq, JsonSchema)]
#[schemars(inline, extend("contentEncoding" = "base64"))]
pub struct Base64(#[schemars(with = "String")] Arc<str>);

impl Base64 {
    /// The text.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// The bytes; none where the text is no base64, which the door does not let in.
    pub fn bytes(&self) -> Vec<u8> {
        STANDARD.decode(self.text()).unwrap_or_default()
    }
}

impl From<&str> for Base64 {
    fn from(text: &str) -> Self {
        Self(Arc::from(text))
    }
}

impl std::fmt::Debug for Base64 {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Base64({} characters)", self.0.len())
    }
}

impl Serialize for Base64 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Base64 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl serde::de::Visitor<'_> for Visitor {
            type Value = Base64;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a string")
            }

            // Straight from the request, without a String between.
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Base64, E> {
                Ok(Base64::from(text))
            }
        }
        deserializer.deserialize_str(Visitor)
    }
}

/// What was found in a content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// The text as it may stand in a document: without blanks and line ends
    pub text: Base64,
    /// Bytes
    pub size: u64,
    /// Hash of the bytes
    pub sha256: String,
    /// What kind of file it is, by its bytes
    pub kind: Kind,
}

/// So many characters are decoded at a time: whole groups of four.
const PIECE: usize = 1 << 16;

impl Content {
    /// Looks through a content. Line ends, which many encoders put in, are left out; only then is
    /// the text copied.
    pub fn read(given: &Base64) -> Result<Self, Fault> {
        match look_through(given.text()) {
            Ok(look) => Ok(look.finish(given.clone())),
            Err(_) if given.text().contains(|c: char| c.is_ascii_whitespace()) => {
                let whole: String = given.text().split_ascii_whitespace().collect();
                let whole = Base64::from(whole.as_str());
                Ok(look_through(whole.text())?.finish(whole))
            }
            Err(fault) => Err(fault),
        }
    }
}

/// What is known of the bytes that went by.
struct Look {
    size: u64,
    hash: Sha256,
    head: Vec<u8>,
    is_text: bool,
}

impl Look {
    fn see(&mut self, bytes: &[u8]) {
        self.size += u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.hash.update(bytes);
        let room = HEAD.saturating_sub(self.head.len()).min(bytes.len());
        self.head.extend_from_slice(bytes.get(..room).unwrap_or_default());
        self.is_text = self.is_text && bytes.iter().all(|byte| is_of_text(*byte));
    }

    fn finish(self, text: Base64) -> Content {
        let Self { size, hash, head, is_text } = self;
        let sha256 = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Content { text, size, sha256, kind: Kind::of(&head, is_text) }
    }
}

/// Of the control characters only those that a text file has: tab, line ends, page end and the end
/// mark of old systems.
const fn is_of_text(byte: u8) -> bool {
    byte >= 0x20 && byte != 0x7f || matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1a)
}

fn look_through(text: &str) -> Result<Look, Fault> {
    let mut look = Look { size: 0, hash: Sha256::new(), head: Vec::new(), is_text: true };
    let mut bytes = vec![0; PIECE / 4 * 3];
    let mut at = 0;
    for piece in text.as_bytes().chunks(PIECE) {
        let fault = |inside: usize| {
            let characters = text.get(..at + inside).map(|before| before.chars().count());
            Fault::new(&ATTACHMENT_BASE64).with("at", characters.unwrap_or(at + inside) + 1)
        };
        let length = STANDARD.decode_slice(piece, &mut bytes).map_err(|error| match error {
            DecodeSliceError::DecodeError(InvalidByte(offset, _)) => fault(offset),
            DecodeSliceError::DecodeError(InvalidLastSymbol { offset, .. }) => fault(offset),
            DecodeSliceError::DecodeError(InvalidLength(_) | InvalidPadding)
            | DecodeSliceError::OutputSliceTooSmall => fault(piece.len()),
        })?;
        at += piece.len();
        // Padding ends a content, so nothing may follow it.
        if at < text.len() && piece.ends_with(b"=") {
            return Err(Fault::new(&ATTACHMENT_BASE64).with("at", at + 1));
        }
        look.see(bytes.get(..length).unwrap_or_default());
    }
    Ok(look)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test says bluntly what it needs")]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Content, String> {
        Content::read(&Base64::from(text)).map_err(|fault| fault.args[0].1.clone())
    }

    #[test]
    fn a_content_is_measured_hashed_and_recognised() {
        let content = read("JVBERi0xLjQ=").unwrap();
        assert_eq!((content.size, content.kind), (8, Kind::Pdf));
        assert_eq!(read("").unwrap().size, 0);
        assert_eq!(
            read("YWJj").unwrap().sha256,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    #[test]
    fn line_ends_are_left_out() {
        let content = read("JVBE\r\nRi0x\r\nLjQ=\r\n").unwrap();
        assert_eq!((content.text.text(), content.size), ("JVBERi0xLjQ=", 8));
    }

    #[test]
    fn what_is_not_base64_is_told_by_its_place() {
        let bad = [
            ("JVBE*i0x", "5"),
            ("JVBERi0xLjQ", "12"),
            ("JVBERi0xLjQ==", "12"),
            ("QR==", "2"),
            ("JVBE-_0x", "5"),
            ("data:application/pdf;base64,JVBERi0x", "5"),
            ("åäöå", "1"),
            ("Q", "2"),
            ("QQ==QQ==", "3"),
            ("====", "1"),
        ];
        for (text, at) in bad {
            assert_eq!(read(text).unwrap_err(), at, "{text}");
        }
    }

    #[test]
    fn pieces_join_without_a_seam() {
        // Three pieces of which the last is short, decoded at once and piece by piece.
        let bytes: Vec<u8> = (0..120_001_u32).map(|at| (at % 251).to_le_bytes()[0]).collect();
        let text = STANDARD.encode(&bytes);
        let content = read(&text).unwrap();
        assert_eq!(content.size, 120_001);
        let whole: String =
            Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(content.sha256, whole);
        // Padding at the end of a piece, and more after it.
        let padded = format!("{}QQ=={}", "QUJD".repeat(PIECE / 4 - 1), "QUJD");
        assert_eq!(read(&padded).unwrap_err(), (PIECE + 1).to_string());
    }
}
