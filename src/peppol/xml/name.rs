//! Names: what is one in XML, and the numbers that stand for those of UBL.

mod letters;

use letters::{continues, starts};

/// Attributes without namespace, by number; those of the schema come first, in its order.
pub const ATTRIBUTES: usize = 43;

/// Numbers of the attributes that rules look at.
pub mod attribute {
    #![allow(missing_docs, reason = "a table")]
    pub const CURRENCY_ID: u16 = 12;
    pub const FILENAME: u16 = 14;
    pub const LIST_ID: u16 = 20;
    pub const LIST_VERSION_ID: u16 = 24;
    pub const MIME_CODE: u16 = 25;
    pub const NAME: u16 = 26;
    pub const SCHEME_ID: u16 = 31;
    pub const UNIT_CODE: u16 = 35;
    pub const XSI_TYPE: u16 = 60;
    pub const XSI_NIL: u16 = 61;
    pub const XSI_LOCATION: u16 = 62;
    pub const XSI_NO_NAMESPACE_LOCATION: u16 = 63;
    /// Numbers from here on are given as names appear.
    pub const OTHERS: u16 = 64;
}

/// The number of an attribute without namespace.
#[inline]
pub fn attribute(name: &[u8]) -> Option<u16> {
    Some(match name {
        b"currencyID" => 12,
        b"schemeID" => 31,
        b"unitCode" => 35,
        b"listID" => 20,
        b"mimeCode" => 25,
        b"filename" => 14,
        b"name" => 26,
        b"Algorithm" => 0,
        b"Encoding" => 1,
        b"Id" => 2,
        b"MimeType" => 3,
        b"ObjectReference" => 4,
        b"Qualifier" => 5,
        b"Target" => 6,
        b"Type" => 7,
        b"UR" => 8,
        b"URI" => 9,
        b"characterSetCode" => 10,
        b"currencyCodeListVersionID" => 11,
        b"encodingCode" => 13,
        b"format" => 15,
        b"languageID" => 16,
        b"languageLocaleID" => 17,
        b"listAgencyID" => 18,
        b"listAgencyName" => 19,
        b"listName" => 21,
        b"listSchemeURI" => 22,
        b"listURI" => 23,
        b"listVersionID" => 24,
        b"referencedData" => 27,
        b"schemeAgencyID" => 28,
        b"schemeAgencyName" => 29,
        b"schemeDataURI" => 30,
        b"schemeName" => 32,
        b"schemeURI" => 33,
        b"schemeVersionID" => 34,
        b"unitCodeListAgencyID" => 36,
        b"unitCodeListAgencyName" => 37,
        b"unitCodeListID" => 38,
        b"unitCodeListVersionID" => 39,
        b"uri" => 40,
        b"unitCodeListIdentifier" => 41,
        b"unitCodeListAgencyIdentifier" => 42,
        _ => return None,
    })
}

/// Bytes that can stand in a name: ASCII by the letter, others are looked at as characters.
const NAME_BYTES: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte: u8 = 0;
    let mut rest: &mut [bool] = &mut table;
    while let Some((first, others)) = rest.split_first_mut() {
        *first = matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9')
            || matches!(byte, b'_' | b'-' | b'.' | b':')
            || byte >= 0x80;
        rest = others;
        byte = byte.wrapping_add(1);
    }
    table
};

/// How many bytes at the beginning can be a name.
#[inline]
pub fn length(rest: &[u8]) -> usize {
    let inside = |byte: &u8| NAME_BYTES.get(usize::from(*byte)).copied().unwrap_or(false);
    rest.iter().position(|byte| !inside(byte)).unwrap_or(rest.len())
}

/// Whether the bytes are a name of XML, colons and all.
#[inline]
pub fn is_name(name: &[u8]) -> bool {
    match name.first() {
        Some(b'a'..=b'z' | b'A'..=b'Z' | b'_' | b':') if name.is_ascii() => true,
        _ => is_strange_name(name),
    }
}

fn is_strange_name(name: &[u8]) -> bool {
    let Ok(name) = std::str::from_utf8(name) else { return false };
    let mut characters = name.chars();
    characters.next().is_some_and(|c| c == ':' || starts(c))
        && characters.all(|c| c == ':' || continues(c))
}

/// Whether the text is a name without colon.
pub fn is_plain_name(name: &str) -> bool {
    let mut characters = name.chars();
    characters.next().is_some_and(starts) && characters.all(continues)
}

/// A qualified name in its two parts, if it is one.
#[inline]
pub fn split(name: &[u8]) -> Option<(&[u8], &[u8])> {
    let Some(colon) = name.iter().position(|byte| *byte == b':') else {
        return Some((&[], name));
    };
    let (prefix, rest) = name.split_at_checked(colon)?;
    let local = rest.get(1..)?;
    let begins = match local.first()? {
        b'a'..=b'z' | b'A'..=b'Z' | b'_' => true,
        first => *first >= 0x80 && is_name(local),
    };
    (begins && !prefix.is_empty() && !local.contains(&b':')).then_some((prefix, local))
}
