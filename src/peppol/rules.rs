//! The business rules: data that a person can read, and the little that judges by them.
//!
//! A rule is its official id, severity, business terms, a predicate and sentences of our own, in
//! the language of Rust: the compiler checks that each has three languages, and nothing is parsed
//! when a document comes. The thousand structural rules are one table of paths
//! ([`en16931::table::path`]), looked at while the document is read; all others are tried in one
//! walk over the tree, chosen by the name of the element ([`walk`]).
//!
//! Below lie plain values: [`outcome`], [`pack`], [`facts`]. On them stands the engine, which knows
//! no rule: [`look`], [`rule`], [`walk`]. On the engine stand the rules, [`en16931`] and
//! [`billing`], and on top the [`rulebook`] hands them to it.

pub mod billing;
pub mod decimal;
pub mod edition;
pub mod en16931;
pub mod facts;
pub mod kleene;
pub mod list;
pub mod listing;
pub mod look;
pub mod memory;
pub mod number;
pub mod outcome;
pub mod pack;
pub mod rule;
pub mod rulebook;
pub mod structure;
pub mod term;
pub mod text;
pub mod walk;
pub mod words;
