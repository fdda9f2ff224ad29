//! The agreement on consumer invoices: ordered, signed, shown and ended.

pub mod disable;
pub mod get;
pub mod norway;
pub mod order;
pub mod record;
pub mod reply;
