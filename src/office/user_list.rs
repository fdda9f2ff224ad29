//! Who has access at the exchange.

use crate::domain::company::{ExchangeUser, Registration};
use crate::domain::failure::Failure;
use crate::domain::user::{Level, State, User};
use crate::office::reply::{FindingReply, say_all};
use crate::office::request::{Call, request};
use crate::office::{Office, vault};
use crate::store::Tx;
use schemars::JsonSchema;
use serde::Serialize;

request! {
    /// Which company: the envelope says it.
    Request {}
}

/// The users.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reply {
    /// The one of the registration first, the others by e-mail.
    pub users: Vec<UserReply>,
    /// Rows of the store that could not be read and were left out, each with the way
    /// out.
    pub findings: Vec<FindingReply>,
}

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

/// Lists the users.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<Reply, Failure> {
    office.store.read(|tx| {
        let company = office.company(tx, &call)?;
        std::mem::take(&mut call.door).close_now()?;
        let state = match company.registration {
            Registration::Registering => State::Adding,
            Registration::Registered => State::Active,
            Registration::Refused => State::Refused,
        };
        let (name, phone, user_name) = match &company.card.user {
            ExchangeUser::New { name, email, phone } => {
                (Some(name.clone()), Some(phone.to_string()), email.to_string())
            }
            ExchangeUser::Existing { user_name } => (None, None, user_name.clone()),
        };
        let first = UserReply {
            user_name,
            name,
            phone,
            level: Level::Admin.word(),
            state: state.word(),
            has_access: state == State::Active,
            registered_with: true,
            has_api_key: company.has_api_key,
            refusal: company.refusal.clone(),
            added_at: None,
        };
        let mut users = vec![first];
        for user in tx.readable(tx.exchange_users(company.id)?) {
            users.push(describe(tx, company.id, &user)?);
        }
        Ok(Reply { users, findings: say_all(&tx.unreadable(), call.language) })
    })
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
