//! How far it is to the next byte that matters, eight bytes at a time.

use crate::peppol::xml::place::wide;

pub(super) const ORDINARY: u8 = 1;
const WHITE: u8 = 2;
pub(super) const RETURN: u8 = 4;
pub(super) const REFERENCE: u8 = 8;
pub(super) const BRACKET: u8 = 16;
const MARKUP: u8 = 32;

/// What a byte of character data is.
const KINDS: [u8; 256] = {
    let mut table = [ORDINARY; 256];
    let mut byte: u8 = 0;
    let mut rest: &mut [u8] = &mut table;
    while let Some((first, others)) = rest.split_first_mut() {
        match byte {
            b' ' | b'\t' | b'\n' => *first = WHITE,
            b'\r' => *first = RETURN,
            b'&' => *first = REFERENCE,
            b']' => *first = BRACKET,
            b'<' => *first = MARKUP,
            _ => {}
        }
        rest = others;
        byte = byte.wrapping_add(1);
    }
    table
};

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = ONES << 7;
const BLANKS: u64 = ONES << 5;

/// The high bit of each byte that is `wanted`, and maybe of bytes after the first of them.
#[inline]
fn are(word: u64, wanted: u8) -> u64 {
    let zeros = word ^ (ONES * u64::from(wanted));
    zeros.wrapping_sub(ONES) & !zeros & HIGH
}

/// The bytes below the lowest bit of `found`: those before the first byte that was found, or all.
#[inline]
fn before(found: u64) -> u64 {
    ((found & found.wrapping_neg()) >> 7).wrapping_sub(1)
}

/// How many bytes are before the first one that was found.
#[inline]
fn length_before(found: u64) -> usize {
    wide(found.trailing_zeros() / 8)
}

/// How long character data is at the beginning, and what kinds of bytes it has. Eight bytes are
/// looked at together, without asking where it ends among them: a short document is over before
/// the processor has learned to guess that.
#[inline]
pub(super) fn run(rest: &[u8]) -> (usize, u8) {
    let mut seen = 0;
    let mut length = 0;
    let mut left = rest;
    while let Some((eight, after)) = left.split_first_chunk::<8>() {
        let word = u64::from_le_bytes(*eight);
        let ends = are(word, b'<');
        let before = before(ends);
        let odd = are(word, b'&') | are(word, b']') | are(word, b'\r');
        if odd & before != 0 {
            let data = eight.iter().take_while(|byte| **byte != b'<');
            seen = data.fold(seen, |seen, byte| {
                seen | KINDS.get(usize::from(*byte)).copied().unwrap_or(ORDINARY)
            });
        } else {
            let word = (word & before) | (BLANKS & !before);
            let full = (word | ((word & !HIGH) + ONES * 0x5f)) & HIGH != 0;
            seen |= if full { ORDINARY } else { WHITE };
        }
        if ends != 0 {
            return (length + length_before(ends), seen);
        }
        length += 8;
        left = after;
    }
    let end = left.iter().position(|byte| {
        seen |= KINDS.get(usize::from(*byte)).copied().unwrap_or(ORDINARY);
        *byte == b'<'
    });
    (length + end.unwrap_or(left.len()), seen & !MARKUP)
}

/// How many bytes there are before the next blank, `/` or `>`.
#[inline]
pub(super) fn till_blank(rest: &[u8]) -> usize {
    let mut length = 0;
    let mut left = rest;
    while let Some((eight, after)) = left.split_first_chunk::<8>() {
        let word = u64::from_le_bytes(*eight);
        let blank = word.wrapping_sub(ONES * 0x21) & !word & HIGH;
        let ends = are(word, b'>') | are(word, b'/') | blank;
        if ends != 0 {
            return length + length_before(ends);
        }
        length += 8;
        left = after;
    }
    let end = left.iter().position(|byte| *byte <= b' ' || matches!(byte, b'>' | b'/'));
    length + end.unwrap_or(left.len())
}

/// How long the value of an attribute is up to its quote, and whether it is said as it is written.
#[inline]
pub(super) fn quoted(rest: &[u8], quote: u8) -> Option<(usize, bool)> {
    let mut plain = true;
    let mut length = 0;
    let mut left = rest;
    while let Some((eight, after)) = left.split_first_chunk::<8>() {
        let word = u64::from_le_bytes(*eight);
        let ends = are(word, quote);
        let white = word.wrapping_sub(BLANKS) & !word & HIGH;
        let odd = are(word, b'&') | are(word, b'<') | white;
        plain &= odd & before(ends) == 0;
        if ends != 0 {
            return Some((length + length_before(ends), plain));
        }
        length += 8;
        left = after;
    }
    let end = left.iter().position(|byte| *byte == quote)?;
    // Nothing is left after such a value, so it does not matter what is thought of it.
    Some((length + end, false))
}
