//! The verification of the company.

pub mod ask;
pub mod get;
pub mod record;
pub mod reply;
pub mod request;
pub mod state;
