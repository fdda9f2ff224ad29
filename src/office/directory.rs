//! What a directory says of receivers.

pub mod put;
