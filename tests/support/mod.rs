//! What the tests share, whether they are in `tests/all` or have a process of their own.

#![allow(dead_code, reason = "each program of tests uses its part")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a test says bluntly what it needs"
)]

pub mod company;
pub mod corpus;
pub mod dice;
pub mod foreign;
pub mod host;
pub mod scene;
pub mod trial;
pub mod world;
