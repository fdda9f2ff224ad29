//! How a request comes in and a reply goes out. Knows no verb and no noun.

pub mod company;
pub mod door;
pub mod page;
pub mod reply;
pub mod request;
pub mod shape;
pub mod text;
pub mod unread;
pub mod verb;
