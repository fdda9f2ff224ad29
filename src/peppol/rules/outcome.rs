//! What a rule says of an element: that it holds, that it does not, or why that cannot be said.

/// Why a rule gives no verdict: the official style sheet stops here, and its layer with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Abort {
    /// The element that is the cause.
    pub node: u32,
    /// What is wrong with it.
    pub why: Why,
}

/// What is wrong with the element that stops a layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It stands there again, where only one can be read.
    Surplus,
    /// It should be a number.
    NotNumber,
    /// It should be a date.
    NotDate,
    /// It should be true or false.
    NotBoolean,
    /// Its text is in pieces.
    Pieces,
    /// A number is too long to reckon with.
    TooLong,
    /// So much stands there in many ways that judging it would take too long.
    TooMuch,
}

/// Whether a rule holds, or why that cannot be said.
pub type Outcome = Result<bool, Abort>;
