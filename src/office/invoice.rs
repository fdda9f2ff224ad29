//! Documents that are sent: drafted, stored, found, sent again, called off.

pub mod another_round;
pub mod cancel;
pub mod content;
pub mod difference;
pub mod draft;
pub mod find;
pub mod finished;
pub mod get;
pub mod kid;
pub mod list;
pub mod readdress;
pub mod reply;
pub mod reroute;
pub mod resend;
pub mod send;
pub mod send_batch;
pub mod sending;
