//! What the trials share: the library as a host loads it, the journeys as a source of requests,
//! chance that can be repeated, and what must hold of every reply, store and folder.

#![allow(dead_code, reason = "each test uses its part")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a test says bluntly what it needs"
)]

pub mod agree;
pub mod alone;
pub mod arena;
pub mod chance;
pub mod dump;
pub mod journey;
pub mod library;
pub mod made;
pub mod mutation;
pub mod number;
pub mod reply;
pub mod rest;
pub mod scene;
pub mod sound;
pub mod survey;
pub mod tally;
pub mod world;
