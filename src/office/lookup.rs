//! Which receivers have to be looked up.

pub mod list;
