//! The rules of Peppol BIS Billing as data: id, severity, business terms, predicate, sentences.
//!
//! Grouped as Peppol groups them. The sentences are our own.

pub mod code;
pub mod denmark;
pub mod document;
pub mod germany;
pub mod greece;
pub mod iceland;
pub mod identifier;
pub mod italy;
pub mod netherlands;
pub mod norway;
pub mod other;
pub mod sweden;
