//! Takes a user's access at the exchange away.

use crate::domain::contact::Email;
use crate::domain::delivery::{DELIVERY, Event as DeliveryEvent, Purpose};
use crate::domain::failure::Failure;
use crate::domain::finding::Fault;
use crate::domain::user::{ACCESS, Event, State, USER_HOLDS_KEY, USER_STATE, USER_UNKNOWN, User};
use crate::office::Office;
use crate::office::outbox::queue::{self, Message};
use crate::office::protocol::company::company;
use crate::office::protocol::request::{Call, request};
use crate::office::user::reply::{UserReply, describe};
use crate::store::Tx;
use serde_json::json;

request! {
    /// The user.
    Request {
        /// E-mail. Mandatory.
        email: Option<String>,
    }
}

/// Queues the removal; a user whose adding has not left yet is simply not added.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<UserReply, Failure> {
    office.store.write(|tx| {
        let company = company(tx, &call)?;
        let mut door = std::mem::take(&mut call.door);
        let email = door.required("/email", call.body.email.as_ref(), Email::parse);
        let (email, _) = door.close(email)?;
        let named = |words| Fault::new(words).with("email", &email);
        if company.card.user.email().is_some_and(|own| own.key() == email.key()) {
            return Err(Failure::conflict(named(&USER_HOLDS_KEY)));
        }
        let known = tx.exchange_user(company.id, &email.key())?;
        let mut user = known.ok_or_else(|| Failure::not_found(named(&USER_UNKNOWN)))?;
        if matches!(user.state, State::Removing | State::Removed) {
            return describe(tx, company.id, &user);
        }
        let state = user.state;
        let conflict = || {
            let fault = Fault::new(&USER_STATE).with("state", state.word());
            Failure::conflict(fault.with("event", Event::Remove.word()))
        };
        user.state = ACCESS.next(state, Event::Remove).ok_or_else(conflict)?;
        match state {
            State::Adding => call_off(tx, &user)?.then_some(()).ok_or_else(conflict)?,
            _ => {
                let number = company.card.org.digits();
                let body = json!({"organisation_number": number, "email": user.email});
                let actor = call.actor.user.as_deref();
                let purpose = Purpose::UserRemove;
                let message = Message { purpose, waiting_for: None, body: &body, actor };
                user.delivery = queue::queue_message(tx, company.id, &message, call.now)?;
            }
        }
        tx.keep_exchange_user(company.id, &user)?;
        describe(tx, company.id, &user)
    })
}

/// Calls the adding off; false when a carrier has it already.
fn call_off(tx: &Tx<'_>, user: &User) -> Result<bool, Failure> {
    let row = tx.delivery(&user.delivery)?;
    let ended = row.and_then(|row| DELIVERY.next(row.state, DeliveryEvent::Cancel));
    if let Some(state) = ended {
        tx.end(&user.delivery, state)?;
    }
    Ok(ended.is_some())
}
