//! A document as a tree: read in one pass over its bytes, strictly, and borrowed from them.
//!
//! The reader is our own, since nothing on the shelf is both strict (well-formed with namespaces,
//! within limits, no DTD) and as quick as a document of 100 MB deserves. A [`tree::Tree`] is one
//! flat list of nodes in the order of the document: no pointers, no copies of text, no recursion.

pub mod decode;
pub mod limits;
pub mod name;
pub mod place;
pub mod read;
pub mod refusal;
pub mod scope;
pub mod tree;
pub mod value;
pub mod watch;
pub mod white;
