//! How a request comes in: one envelope for every verb, and all faults of a request at once.
//!
//! A well-formed request is read straight into its type. Only when that fails is it read a second
//! time, as a tree, and compared with its JSON Schema (`shape`): so every unknown field and wrong
//! type is reported, and what is left is still checked for its meaning.

use crate::domain::failure::Failure;
use crate::domain::finding::Finding;
use crate::domain::language::read_language;
use crate::domain::role::{ROLE_UNKNOWN, Role};
use crate::domain::time::parse_moment;
use crate::domain::words::{Language, words};
use crate::office::open::config::Config;
use crate::office::open::mask::Secrets;
use crate::office::protocol::door::Door;
use crate::office::protocol::shape::{self, Described};
use jiff::Timestamp;
use serde::Deserialize;

/// Only a field that nobody can name: a struct that begins with it cannot be read from a JSON list,
/// which serde would otherwise take as the fields in their order.
#[derive(Clone, Debug, Default)]
pub struct ByName;

impl<'de> Deserialize<'de> for ByName {
    fn deserialize<D: serde::Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        Err(serde::de::Error::custom("an object is expected"))
    }
}

/// Declares a part of a request: an object that refuses unknown fields, every one optional, so that
/// the door can say what is missing. It can be written, too: a document that was read comes back in
/// the form that a request gives it in.
macro_rules! form {
    ($(#[$meta:meta])* $name:ident {
        $($(#[$field_meta:meta])* $field:ident: $type:ty),* $(,)?
    }) => {
        $(#[$meta])*
        #[derive(
            Clone, Debug, Default, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
        )]
        #[serde(default, deny_unknown_fields)]
        pub struct $name {
            #[serde(rename = "\u{0}", skip_serializing)]
            #[schemars(skip)]
            pub(crate) by_name: $crate::office::protocol::request::ByName,
            $(
                $(#[$field_meta])*
                #[serde(skip_serializing_if = "Option::is_none")]
                pub $field: $type,
            )*
        }
    };
}

pub(crate) use form;

/// Declares a request: its own fields and the envelope, in one form.
macro_rules! request {
    ($(#[$meta:meta])* $name:ident {
        $($(#[$field_meta:meta])* $field:ident: $type:ty),* $(,)?
    }) => {
        $crate::office::protocol::request::form! {
            $(#[$meta])*
            $name {
                /// Organisation number of the company; may be left out while the store holds only
                /// one.
                company: Option<String>,
                /// Who calls, as the host asserts it.
                actor: Option<$crate::office::protocol::request::Actor>,
                /// The moment (RFC 3339, UTC) to judge at; only when the handle was opened with
                /// allow_now.
                now: Option<String>,
                /// Language of sentences in the reply: en, nb or sv.
                language: Option<String>,
                $($(#[$field_meta])* $field: $type,)*
            }
        }
        impl $crate::office::protocol::request::Enveloped for $name {
            fn envelope(&mut self) -> $crate::office::protocol::request::Envelope {
                $crate::office::protocol::request::Envelope {
                    company: self.company.take(),
                    actor: self.actor.take(),
                    now: self.now.take(),
                    language: self.language.take(),
                }
            }
        }
    };
}

pub(crate) use request;

form! {
    /// Who calls, as the host asserts it.
    Actor {
        /// The user's name in the host program; it stands in the history.
        user: Option<String>,
        /// The user's role: agency, company_admin, exchange_admin or user. Without one the host
        /// itself acts and may do everything.
        role: Option<String>,
        /// The user's full name, to fill in forms.
        name: Option<String>,
        /// The user's e-mail, to fill in forms.
        email: Option<String>,
        /// The user's phone, to fill in forms.
        phone: Option<String>,
    }
}

/// What every request may carry beside its own fields.
#[derive(Clone, Debug, Default)]
pub struct Envelope {
    /// Organisation number of the company that the request is about.
    pub company: Option<String>,
    /// Who calls.
    pub actor: Option<Actor>,
    /// The moment that the request is to be judged at.
    pub now: Option<String>,
    /// Language of sentences.
    pub language: Option<String>,
}

/// A request type made by `request!`.
pub trait Enveloped: Described {
    /// Takes the envelope out of the request.
    fn envelope(&mut self) -> Envelope;
}

/// One call: the request's own fields, and the envelope made sense of.
#[derive(Debug)]
pub struct Call<T> {
    /// The request's own fields.
    pub body: T,
    /// What was found wrong so far; parsing goes on through it.
    pub door: Door,
    /// The company that the request names.
    pub company: Option<String>,
    /// Who calls.
    pub actor: Actor,
    /// In which role; without one it is the host itself.
    pub role: Option<Role>,
    /// The moment that counts.
    pub now: Timestamp,
    /// Language of sentences.
    pub language: Language,
}

impl<T> Call<T> {
    /// The name that stands in the history for this call.
    pub fn user(&self) -> Option<String> {
        self.actor.user.clone()
    }
}

/// Reads a request; the language comes beside it, so that a failure can be said in it.
pub fn read<T: Enveloped>(
    bytes: &[u8],
    secrets: &Secrets,
    config: &Config,
) -> (Language, Result<Call<T>, Failure>) {
    let (mut body, found) = match shape::read::<T>(bytes, "") {
        Ok(read) => read,
        Err(failure) => return (config.language, Err(failure)),
    };
    let envelope = body.envelope();
    let mut door = Door::with(found);
    let elsewhere = secrets.elsewhere().iter();
    door.report_all(elsewhere.map(|path| Finding::fatal(&SECRET_ELSEWHERE).at(path)));
    let language = door
        .optional("/language", envelope.language.as_ref(), read_language)
        .unwrap_or(config.language);
    let asked = door.optional("/now", envelope.now.as_ref(), parse_moment);
    if asked.is_some() && !config.allow_now {
        door.report(Finding::fatal(&NOW_NOT_ALLOWED).at("/now"));
    }
    let actor = envelope.actor.unwrap_or_default();
    // An empty role is a user without one, not the host itself.
    if actor.role.as_ref().is_some_and(|role| role.trim().is_empty()) {
        door.report(Finding::fatal(&ROLE_UNKNOWN).at("/actor/role").value(""));
    }
    let role = door.optional("/actor/role", actor.role.as_ref(), Role::parse);
    let now = asked.unwrap_or_else(crate::system::now);
    let company = envelope.company.filter(|company| !company.trim().is_empty());
    (language, Ok(Call { body, door, company, actor, role, now, language }))
}

words! {
    SECRET_ELSEWHERE = "secret_in_another_field" {
        en: "The field holds a secret that the request gives as such in another field." => "Keep the secret in its own field only: everything else is stored and shown.",
        nb: "Feltet har en hemmelighet som forespørselen oppgir som hemmelig i et annet felt." => "La hemmeligheten stå bare i sitt eget felt: alt annet lagres og vises.",
        sv: "Fältet har en hemlighet som begäran anger som hemlig i ett annat fält." => "Låt hemligheten stå bara i sitt eget fält: allt annat sparas och visas.",
    }
    NOW_NOT_ALLOWED = "now_not_allowed" {
        en: "The request sets its own time, and the handle does not allow that." => "Leave now out, or open with allow_now true (tests and simulation only).",
        nb: "Forespørselen setter sin egen tid, og det er ikke tillatt her." => "Utelat now, eller åpne med allow_now true (bare test og simulering).",
        sv: "Begäran sätter sin egen tid, och det är inte tillåtet här." => "Utelämna now, eller öppna med allow_now true (bara test och simulering).",
    }
}
