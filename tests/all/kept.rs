//! What is kept is read back as it was, whatever it holds; and what cannot be read, or was never a
//! store, holds up nothing else.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says bluntly what it needs"
)]

mod damaged;
mod place;
mod same;
