//! How large a document may be.

/// Deeper than this no UBL document goes: the schema's own depth is 14.
pub const MOST_DEPTH: usize = 128;
/// More attributes than this no UBL element has.
pub const MOST_ATTRIBUTES: usize = 64;
/// Larger documents are refused before anything is read.
pub const MOST_BYTES: usize = 256 << 20;
/// More elements than this are not kept: an invoice of 100 MB has less than three million.
pub const MOST_ELEMENTS: usize = 10_000_000;
/// Longer names than this no vocabulary has, and each stands in the place of what is found in it.
pub const MOST_NAME_BYTES: usize = 256;
/// So many different names and namespaces from outside UBL are told apart.
pub const MOST_NAMES: usize = 10_000;
