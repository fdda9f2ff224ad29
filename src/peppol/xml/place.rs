//! Places in a document are `u32`, half of what an index takes.

/// A place in the document as an index.
#[inline]
pub fn wide(n: u32) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

/// An index as a place in the document; no document that is read is longer than `u32` can say.
#[inline]
pub fn narrow(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
