//! What the exchange says of a consumer.

pub mod record;
