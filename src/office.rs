//! The open library: a noun a room, one verb a file, each with its request and reply on top.
//!
//! Read them in the order of the journey: a company registers, is verified and orders the consumer
//! agreement; customers and what is known of them are put in; a document is decided, built,
//! checked, stored and queued; the outbox carries it. Verbs use what their noun shares, and
//! `protocol`; no verb uses another.

pub mod agreement;
pub mod catalogue;
pub mod company;
pub mod consumer;
pub mod customer;
pub mod directory;
pub mod distribution;
pub mod document;
pub mod form;
pub mod invoice;
pub mod kyc;
pub mod lookup;
pub mod open;
pub mod outbox;
pub mod protocol;
pub mod reference;
pub mod rules;
pub mod user;

pub use open::Office;
