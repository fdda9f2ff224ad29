//! A document as a tree: read in one pass over its bytes, strictly, and borrowed from them.
//!
//! The reader is our own, since nothing on the shelf is both strict (well-formed with namespaces,
//! within limits, no DTD) and as quick as a document of 100 MB deserves. A [`tree::Tree`] is one
//! flat list of nodes in the order of the document: no pointers, no copies of text, no recursion.

pub mod decode;
pub mod name;
pub mod read;
pub mod scope;
pub mod tree;
pub mod value;
pub mod white;

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

/// Why a document cannot be read.
#[derive(Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Not UTF-8, or said not to be.
    Encoding(String),
    /// Not well-formed, with the reason and the line.
    Malformed(String),
    /// It has a document type declaration.
    Dtd,
    /// Over a limit.
    Limit(String),
}

/// What follows the document while it is read.
pub trait Watch {
    /// An element has begun; its attributes are known.
    fn open(&mut self, tree: &tree::Tree<'_>, node: u32);
    /// There is character data in the open element. Called once for each run of it.
    fn text(&mut self, tree: &tree::Tree<'_>, node: u32, blank: bool);
    /// An element has ended; its content is known.
    fn close(&mut self, tree: &tree::Tree<'_>, node: u32);
}

impl<A: Watch, B: Watch> Watch for (A, B) {
    #[inline]
    fn open(&mut self, tree: &tree::Tree<'_>, node: u32) {
        self.0.open(tree, node);
        self.1.open(tree, node);
    }

    #[inline]
    fn text(&mut self, tree: &tree::Tree<'_>, node: u32, blank: bool) {
        self.0.text(tree, node, blank);
        self.1.text(tree, node, blank);
    }

    #[inline]
    fn close(&mut self, tree: &tree::Tree<'_>, node: u32) {
        self.0.close(tree, node);
        self.1.close(tree, node);
    }
}

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
