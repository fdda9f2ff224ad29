//! Who has access at the exchange.

use crate::domain::company::{ExchangeUser, Registration};
use crate::domain::failure::Failure;
use crate::domain::user::{Level, State};
use crate::office::Office;
use crate::office::protocol::company::company;
use crate::office::protocol::reply::{FindingReply, say_all};
use crate::office::protocol::request::{Call, request};
use crate::office::user::reply::{UserReply, describe};
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

/// Lists the users.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<Reply, Failure> {
    office.store.read(|tx| {
        let company = company(tx, &call)?;
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
