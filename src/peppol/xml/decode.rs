//! The door: bytes that are not UTF-8, or hold characters that XML forbids, go no further.

use crate::peppol::xml::limits::MOST_BYTES;
use crate::peppol::xml::refusal::Refusal;
use crate::peppol::xml::white::bare_start;

/// The text of a document, without its byte order mark.
pub fn decode(bytes: &[u8]) -> Result<&str, Refusal> {
    if bytes.len() > MOST_BYTES {
        return Err(Refusal::Limit(format!("{} MiB", MOST_BYTES >> 20)));
    }
    let other = match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [b'<', 0, ..] | [0, b'<', ..] => Some("UTF-16"),
        [0, 0, 0xfe, 0xff, ..] | [0, 0, 0, b'<', ..] => Some("UTF-32"),
        _ => None,
    };
    if let Some(other) = other {
        return Err(Refusal::Encoding(other.to_owned()));
    }
    let bytes = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let named = declared(bytes).filter(|name| !is_utf8(name));
        Refusal::Encoding(named.unwrap_or_else(|| format!("byte {}", error.valid_up_to())))
    })?;
    match declared(bytes) {
        Some(name) if !(is_utf8(&name) || is_ascii(&name) && text.is_ascii()) => {
            return Err(Refusal::Encoding(name));
        }
        _ => {}
    }
    if has_forbidden(text) {
        let at = text.find(|c| !is_character(c)).unwrap_or(0);
        return Err(malformed(text, at, "a character that XML forbids"));
    }
    Ok(text)
}

/// Why the document is not well-formed, with the line of the place.
pub fn malformed(text: &str, at: usize, reason: &str) -> Refusal {
    let before = text.as_bytes().get(..at).unwrap_or(text.as_bytes());
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    Refusal::Malformed(format!("{reason} (line {line})"))
}

/// Whether XML 1.0 allows the character.
pub fn is_character(c: char) -> bool {
    (c >= ' ' || matches!(c, '\t' | '\n' | '\r')) && c != '\u{fffe}' && c != '\u{ffff}'
}

/// Whether some character may not stand in XML. A long document is gone through once for all of
/// them, since the way from memory is what takes time.
fn has_forbidden(text: &str) -> bool {
    let mut last = false;
    for chunk in text.as_bytes().chunks(1 << 14) {
        let (control, begins) = chunk.iter().fold((false, false), |(control, begins), byte| {
            let white = (*byte == b'\t') | (*byte == b'\n') | (*byte == b'\r');
            (control | ((*byte < 0x20) & !white), begins | (*byte == LAST_PLANE))
        });
        if control {
            return true;
        }
        last |= begins;
    }
    last && (text.contains('\u{fffe}') || text.contains('\u{ffff}'))
}

/// What the characters U+FFFE and U+FFFF begin with, and few others.
const LAST_PLANE: u8 = 0xef;

fn is_utf8(name: &str) -> bool {
    name.eq_ignore_ascii_case("utf-8") || name.eq_ignore_ascii_case("utf8")
}

fn is_ascii(name: &str) -> bool {
    name.eq_ignore_ascii_case("us-ascii") || name.eq_ignore_ascii_case("ascii")
}

/// The encoding that the XML declaration names; whether the rest of it is in order, the reader
/// sees.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = bytes.strip_prefix(b"<?xml")?;
    let end = head.windows(2).position(|two| two == b"?>")?;
    let head = String::from_utf8_lossy(head.get(..end)?).into_owned();
    let (_, rest) = head.split_once("encoding")?;
    let rest = bare_start(bare_start(rest).strip_prefix('=')?);
    let quote = rest.chars().next()?;
    rest.get(1..)?.split_once(quote).map(|(name, _)| name.to_owned())
}
