//! The rules of EN 16931 as data: id, severity, business terms, predicate, sentences.
//!
//! Grouped as the standard groups them. The sentences are our own.

pub mod code;
pub mod document;
pub mod line;
pub mod party;
pub mod path;
pub mod payment;
pub mod syntax;
pub mod totals;
pub mod vat_ae;
pub mod vat_af;
pub mod vat_ag;
pub mod vat_e;
pub mod vat_g;
pub mod vat_ic;
pub mod vat_o;
pub mod vat_s;
pub mod vat_z;
