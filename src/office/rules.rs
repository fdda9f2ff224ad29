//! The rules that documents are judged by.

pub mod list;
