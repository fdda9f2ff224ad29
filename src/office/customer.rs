//! Customers and their classes.

pub mod class;
pub mod class_list;
pub mod class_put;
pub mod find;
pub mod get;
pub mod handling;
pub mod list;
pub mod put;
pub mod reply;
