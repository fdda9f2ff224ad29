//! What is said of a user of the exchange.

use crate::domain::failure::Failure;
use crate::domain::user::{State, User};
use crate::office::open::vault;
use crate::store::Tx;
use schemars::JsonSchema;
use serde::Serialize;

/// A user at the exchange.
#[derive(Debug, Serialize, JsonSchema)]
pub struct UserReply {
    /// E-mail or user name.
    pub user_name: String,
    /// Name, where it is known.
    pub name: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// admin or user.
    pub level: &'static str,
    /// adding, active, refused, removing or removed.
    pub state: &'static str,
    /// Whether he has access now.
    pub has_access: bool,
    /// Whether the company was registered with him.
    pub registered_with: bool,
    /// Whether an API key of his is kept.
    pub has_api_key: bool,
    /// Code of the exchange's refusal.
    pub refusal: Option<String>,
    /// When he was added.
    pub added_at: Option<String>,
}

/// A user as a reply.
pub fn describe(tx: &Tx<'_>, company: i64, user: &User) -> Result<UserReply, Failure> {
    Ok(UserReply {
        user_name: user.email.to_string(),
        name: Some(user.name.clone()),
        phone: user.phone.as_ref().map(ToString::to_string),
        level: user.level.word(),
        state: user.state.word(),
        has_access: matches!(user.state, State::Active | State::Removing),
        registered_with: false,
        has_api_key: tx.has_secret(company, &vault::key_of(&user.email))?,
        refusal: user.refusal.clone(),
        added_at: Some(user.added_at.to_string()),
    })
}
