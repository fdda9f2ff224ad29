//! postbud: invoice distribution for Nordic ERP programs, inside their own process.
//!
//! The product is the C interface in `include/postbud.h` and the JSON Schema beside it; this crate
//! is how it is made. Read it along the journey of an invoice:
//!
//! - [`ffi`], the edge: one way in, one way out, no panic through it;
//! - [`office`], the application: one use case a file, in business words;
//! - [`domain`], the nouns and the decisions, pure;
//! - [`peppol`] and [`letter`], the formats, pure;
//! - [`carrier`] and [`store`], the adapters to the world, and [`system`], clock and randomness.
//!
//! Calls go down that list and never up; `tests/all/tidy.rs` holds them to it.

#[cfg(not(panic = "unwind"))]
compile_error!("postbud turns panics into a status, so it must be built with panic = \"unwind\"");

pub mod ffi;

pub mod office;

pub mod carrier;
pub mod letter;
pub mod peppol;
pub mod store;
pub mod system;

pub mod domain;
