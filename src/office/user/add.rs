//! Gives a further user access at the exchange.

use crate::domain::company::{Company, REGISTRATION_PENDING, Registration};
use crate::domain::contact::{Email, Phone};
use crate::domain::delivery::Purpose;
use crate::domain::failure::Failure;
use crate::domain::finding::Fault;
use crate::domain::user::{ACCESS, Event, Level, State, USER_EXISTS, User};
use crate::office::Office;
use crate::office::outbox::queue::{self, Message};
use crate::office::protocol::company::company;
use crate::office::protocol::request::{Call, request};
use crate::office::protocol::text::text;
use crate::office::user::reply::{UserReply, describe};
use crate::store::Tx;
use serde_json::json;

request! {
    /// The user.
    Request {
        /// Name. Mandatory.
        name: Option<String>,
        /// E-mail, also the user name. Mandatory.
        email: Option<String>,
        /// Telephone.
        phone: Option<String>,
        /// admin or user (default).
        level: Option<String>,
    }
}

/// Queues the user for the exchange; the same user again gets the same answer.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<UserReply, Failure> {
    office.store.write(|tx| {
        let company = company(tx, &call)?;
        let mut door = std::mem::take(&mut call.door);
        let body = &call.body;
        let home = company.card.country();
        let name = door.required("/name", body.name.as_ref(), text(100));
        let email = door.required("/email", body.email.as_ref(), Email::parse);
        let phone =
            door.optional("/phone", body.phone.as_ref(), |text| Phone::parse_in(text, home));
        let level = door.optional("/level", body.level.as_ref(), Level::parse);
        let ((name, email), _) = door.close(name.zip(email))?;
        if company.registration != Registration::Registered {
            return Err(Failure::not_ready(&REGISTRATION_PENDING));
        }
        let user = User {
            name,
            email,
            phone,
            level: level.unwrap_or(Level::User),
            state: State::Adding,
            delivery: String::new(),
            added_at: call.now,
            refusal: None,
        };
        let user = add(tx, &company, user, &call)?;
        describe(tx, company.id, &user)
    })
}

fn add(tx: &Tx<'_>, company: &Company, user: User, call: &Call<Request>) -> Result<User, Failure> {
    let email = user.email.to_string();
    let exists = |state: State| {
        Failure::conflict(
            Fault::new(&USER_EXISTS).with("email", &email).with("state", state.word()),
        )
    };
    if company.card.user.email().is_some_and(|own| own.key() == user.email.key()) {
        return Err(exists(State::Active));
    }
    // Whoever cannot be read is added anew.
    let known = tx.or_note(tx.exchange_user(company.id, &user.email.key()))?.flatten();
    if let Some(known) = known {
        let same =
            (&known.name, &known.phone, known.level) == (&user.name, &user.phone, user.level);
        match ACCESS.next(known.state, Event::Add) {
            Some(_) => {}
            None if same && known.state != State::Removing => return Ok(known),
            None => return Err(exists(known.state)),
        }
    }
    let body = json!({
        "organisation_number": company.card.org.digits(),
        "name": user.name,
        "email": user.email,
        "phone": user.phone,
        "level": user.level,
    });
    let actor = call.actor.user.as_deref();
    let message = Message { purpose: Purpose::UserAdd, waiting_for: None, body: &body, actor };
    let delivery = queue::queue_message(tx, company.id, &message, call.now)?;
    let user = User { delivery, ..user };
    tx.keep_exchange_user(company.id, &user)?;
    Ok(user)
}
