//! Which way a document would take, and why.

pub mod decide;
pub mod gathered;
