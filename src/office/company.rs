//! The company that sends: registered, shown and configured.

pub mod api_key;
pub mod configure;
pub mod get;
pub mod register;
pub mod reply;
