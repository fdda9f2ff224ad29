//! What a document is refused for before any rule is tried.

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
