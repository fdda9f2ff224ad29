//! The users of the company at the exchange.

pub mod add;
pub mod list;
pub mod remove;
pub mod reply;
