//! The rules of Peppol BIS Billing: data in tables, predicates by country, contexts by element.

pub mod check;
pub mod context;
pub mod country;
pub mod denmark;
pub mod germany;
pub mod greece;
pub mod identifier;
pub mod national;
pub mod nordic;
pub mod southern;
pub mod table;
pub mod western;

pub use context::judge;
