//! Payment references and numbers with check digits.

pub mod check;
pub mod make;
pub mod reply;
pub mod terms;
