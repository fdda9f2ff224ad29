//! What the trials share: the library as a host loads it, the journeys as a source of requests,
//! and what must hold of every reply, store and folder.

pub mod agree;
pub mod alone;
pub mod arena;
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
