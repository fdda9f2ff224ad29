//! Documents that support the invoice (BG-24): files that lie in it or beside it, and links.
//!
//! A file's content stays the text that it came as: base64 goes from the request into the XML as
//! it is. It is decoded once, piece by piece, for its size, its hash and what kind of file it
//! really is; at no time do the bytes lie in memory as a whole. In the store the content lies once:
//! in the payload, or beside it where the payload cannot hold it.

mod content;
mod media;
mod name;
mod sentences;

pub use content::{Base64, Content};
pub use media::{Kind, MEDIA, Media};
pub use name::{Names, base_name, is_control, kept_name};
pub use sentences::*;

use crate::domain::finding::Fault;
use serde::{Deserialize, Serialize};

/// The largest file that any channel takes: the print service's.
pub const MOST_BYTES: u64 = 50_000_000;

/// A document that supports the invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Its number or name (BT-122)
    pub reference: String,
    /// What it is (BT-123)
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Where it lies, when it is not here (BT-124)
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uri: Option<String>,
    /// The file (BT-125)
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<File>,
    /// Whether it is marked for sending, as far as anybody has said so
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub send: Option<bool>,
    /// Whether it is sent: as it was marked, or else as the company has decided
    #[serde(default, skip_serializing_if = "is_false")]
    pub sent: bool,
    /// Whether the document must not go a way that leaves it out
    #[serde(default, skip_serializing_if = "is_false")]
    pub required: bool,
    /// Whether it shows the invoice itself
    #[serde(default, skip_serializing_if = "is_false")]
    pub image: bool,
    /// Whether it lies in the payload
    #[serde(default, skip_serializing_if = "is_false")]
    pub embedded: bool,
}

/// A file with its content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Its name as given (BT-125-2); it may be empty, each channel has its own way with names
    pub name: String,
    /// Its type (BT-125-1)
    pub mime: String,
    /// Bytes
    pub size: u64,
    /// Hash of the bytes
    pub sha256: String,
    /// Pages, where somebody has counted them
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pages: Option<u32>,
    /// The content; the store keeps it elsewhere
    #[serde(skip)]
    pub content: Base64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
const fn is_false(value: &bool) -> bool {
    !*value
}

impl File {
    /// A file of a document that somebody else made: what is no base64 has no bytes to measure.
    pub fn of(name: &str, mime: &str, given: &Base64) -> Self {
        let unreadable =
            || Content { text: given.clone(), size: 0, sha256: String::new(), kind: Kind::Other };
        let read = Content::read(given).unwrap_or_else(|_| unreadable());
        let Content { text: content, size, sha256, .. } = read;
        let (name, mime) = (name.to_owned(), mime.to_owned());
        Self { name, mime, size, sha256, pages: None, content }
    }
}

impl Attachment {
    /// A document of which only the number or name is known.
    pub const fn named(reference: String) -> Self {
        Self {
            reference,
            description: None,
            uri: None,
            file: None,
            send: None,
            sent: false,
            required: false,
            image: false,
            embedded: false,
        }
    }

    /// Whether it is only named.
    pub const fn is_named_only(&self) -> bool {
        self.file.is_none() && self.uri.is_none()
    }

    /// Decides whether it is sent: as it was marked, or else as is usual in the company. Nobody
    /// requires what is not to be sent.
    pub const fn mark(&mut self, usually: bool) {
        self.sent = match self.send {
            Some(send) => send,
            None => usually || self.required,
        };
    }

    /// What it is called where a person reads of it.
    pub fn title(&self) -> &str {
        match &self.file {
            Some(file) if !file.name.is_empty() => &file.name,
            _ => &self.reference,
        }
    }

    /// Leaves only what was asked to be sent: not what decides over its way, nor what was decided.
    pub const fn keep_content(&mut self) {
        self.required = false;
        self.sent = false;
        self.embedded = false;
        if let Some(file) = &mut self.file {
            file.pages = None;
        }
    }
}

/// Which attachment shows the invoice itself: the one that says so, or by the customer's card the
/// first that is sent.
pub fn image_of(attachments: &[Attachment], first_is_image: bool) -> Option<usize> {
    let said = attachments.iter().position(|it| it.image && it.sent);
    let first = || attachments.iter().position(|it| it.sent && it.file.is_some());
    said.or_else(|| first().filter(|_| first_is_image))
}

/// Reads where a document lies (BT-124): a web address.
pub fn parse_uri(text: &str) -> Result<String, Fault> {
    let lower = text.get(..8).unwrap_or(text).to_ascii_lowercase();
    let rest = ["https://", "http://"]
        .iter()
        .find_map(|scheme| lower.starts_with(scheme).then(|| text.get(scheme.len()..)).flatten());
    let host = rest.map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    let host_fits = host.is_some_and(|host| host.contains(|c: char| c.is_alphanumeric()));
    let plain = |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '\\' | '^' | '`');
    match host_fits && text.len() <= 2_000 && text.chars().all(plain) {
        true => Ok(text.to_owned()),
        false => Err(Fault::new(&ATTACHMENT_URI)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uri_is_a_whole_web_address() {
        for good in ["https://example.com/a.pdf", "HTTP://a/b?c=%20#d", "https://[::1]:80/å"] {
            assert_eq!(parse_uri(good).is_ok(), good.is_ascii(), "{good}");
        }
        for bad in ["", "a.pdf", "/tmp/a", "https://", "https:///a", "file:///a", "https://a b/"] {
            assert!(parse_uri(bad).is_err(), "{bad}");
        }
        assert!(parse_uri(&format!("https://a/{}", "b".repeat(2_000))).is_err());
    }
}
