//! The only room that knows every verb.

pub mod schema;
pub mod sentences;
pub mod verbs;
