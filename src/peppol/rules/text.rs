//! Text as XPath treats it: blanks made even, characters after a point.

use crate::peppol::xml::white::{is_white, words};
use std::borrow::Cow;

/// The text without blanks at its ends, and with single ones inside.
#[inline]
pub fn normal(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.bytes().all(|b| b > b' ') {
        return text;
    }
    let mut before = true;
    let crooked = text.bytes().any(|b| {
        let white = is_white(b);
        let double = white && (before || b != b' ');
        before = white;
        double
    });
    if !crooked && (!before || text.is_empty()) {
        return text;
    }
    Cow::Owned(words(&text).collect::<Vec<_>>().join(" "))
}

/// At most two characters after the first point.
#[inline]
pub fn has_two_places(text: &str) -> bool {
    let Some(point) = text.bytes().position(|b| b == b'.') else { return true };
    text.get(point + 1..).is_none_or(|after| after.chars().nth(2).is_none())
}
