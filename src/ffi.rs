//! The edge to C: one way in ([`guard`]), one way out ([`buffer`]), one file a noun.
//!
//! `unsafe` lives here and nowhere else. A handle is a token that the registry looks up, never an
//! address that is followed; a panic becomes a status; every reply is whole.

pub mod buffer;
pub mod guard;
pub mod handle;
mod memory;
pub mod status;

pub mod open;

pub mod agreement;
pub mod company;
pub mod consumer;
pub mod customer;
pub mod directory;
pub mod distribution;
pub mod document;
pub mod invoice;
pub mod kyc;
pub mod outbox;
pub mod reference;
pub mod rules;
pub mod user;
