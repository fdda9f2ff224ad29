//! Deliveries: queued, decided again, leased, carried and settled.

pub mod answer;
pub mod claim;
pub mod lease;
pub mod list;
pub mod queue;
pub mod redecide;
pub mod release;
pub mod route;
pub mod run;
pub mod set_aside;
pub mod settle;
