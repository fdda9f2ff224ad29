//! Documents by themselves: built, read and judged; and what every document has in common.

pub mod account;
pub mod addressed;
pub mod attachments;
pub mod build;
pub mod exchange;
pub mod fill;
pub mod judge;
pub mod kept;
pub mod official;
pub mod pack;
pub mod place;
pub mod read;
pub mod routing;
pub mod solving;
pub mod totals;
pub mod validate;
pub mod validate_as;
pub mod verdict;
pub mod whole;
