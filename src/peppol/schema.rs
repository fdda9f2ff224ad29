//! The UBL 2.1 schema of invoice and credit note: which element may stand where, and what it holds.
//!
//! Nearly every content model is a plain sequence, so the check is a cursor over its children while
//! the document is read; extensions and signatures are small automata. The tables are facts of the
//! OASIS release; lexical rules follow the official validators where libraries differ.

pub mod any_uri;
pub mod check;
pub mod id;
pub mod lexical;
pub mod table;
pub mod words;

use table::{ELEM_NAME, ELEM_NS, HASH_DISP, HASH_SLOT, NONE};

/// An entry of a table, or what stands for none.
#[inline]
pub fn cell<T: Copy>(table: &[T], at: impl Into<usize>, none: T) -> T {
    table.get(at.into()).copied().unwrap_or(none)
}

/// The eight bytes at `at`, or what there is of them.
#[inline]
fn word(name: &[u8], at: usize) -> u64 {
    let part = name.get(at..).unwrap_or_default();
    match part.first_chunk::<8>() {
        Some(bytes) => u64::from_le_bytes(*bytes),
        None => part.iter().rev().fold(0, |word, byte| (word << 8) | u64::from(*byte)),
    }
}

/// A number below `limit` as an index.
#[inline]
fn below(n: u64, limit: u64) -> usize {
    usize::try_from(n % limit).unwrap_or(0)
}

/// The id of an element name, or `NONE`: one probe and one comparison.
#[inline]
pub fn element(namespace: u16, name: &[u8]) -> u16 {
    let Ok(ns) = u8::try_from(namespace) else { return NONE };
    let n = name.len();
    let lo = word(name, 0);
    let (hi, mid) = if n >= 8 { (word(name, n - 8), word(name, n / 2 - 4)) } else { (lo, 0) };
    let length = u64::try_from(n).unwrap_or(u64::MAX);
    let h = (lo ^ hi.rotate_left(23) ^ ((length << 8) | u64::from(ns)))
        .wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let h = (h ^ (h >> 29)).wrapping_add(mid).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let h = h ^ (h >> 32);
    let d = u64::from(cell(&HASH_DISP, below(h, 512), 0));
    let slot = (h >> 16).wrapping_add(d.wrapping_mul((h >> 40) | 1));
    let id = cell(&HASH_SLOT, below(slot, 2048), NONE);
    let found = cell(&ELEM_NS, id, 255) == ns && cell(&ELEM_NAME, id, "").as_bytes() == name;
    if found { id } else { NONE }
}
