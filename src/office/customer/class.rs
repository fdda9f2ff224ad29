//! What is said of a customer class.

use crate::domain::customer::Class;
use crate::office::customer::reply::HandlingReply;
use schemars::JsonSchema;
use serde::Serialize;

/// A class of customers.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ClassReply {
    /// Name.
    pub name: String,
    /// What new customers inherit.
    #[serde(flatten)]
    pub handling: HandlingReply,
}

impl From<&Class> for ClassReply {
    fn from(class: &Class) -> Self {
        Self { name: class.name.clone(), handling: HandlingReply::from(&class.handling) }
    }
}
