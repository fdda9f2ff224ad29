//! Who has access at the exchange, beside the user that the company was registered with.

use crate::domain::contact::{Email, Phone};
use crate::domain::finding::Fault;
use crate::domain::machine::Machine;
use crate::domain::named::named;
use crate::domain::words::words;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

named! {
    /// How far a user's access is.
    pub enum State {
        /// On its way to the exchange
        Adding = "adding",
        /// Has access
        Active = "active",
        /// The exchange said no
        Refused = "refused",
        /// Has access still; the removal is on its way
        Removing = "removing",
        /// Has no access
        Removed = "removed",
    }
}

named! {
    /// What can happen to a user.
    pub enum Event {
        /// Added by the company
        Add = "add",
        /// Removed by the company
        Remove = "remove",
        /// The exchange has done what was asked
        Accepted = "accepted",
        /// The exchange has refused what was asked
        Refused = "refused",
    }
}

/// The access of one user. A user who was never added begins with `adding`.
pub const ACCESS: Machine<State, Event> = Machine {
    name: "exchange user",
    arrows: &[
        (State::Adding, Event::Accepted, State::Active),
        (State::Adding, Event::Refused, State::Refused),
        // Not carried yet, so nothing has to be taken back.
        (State::Adding, Event::Remove, State::Removed),
        (State::Refused, Event::Add, State::Adding),
        (State::Active, Event::Remove, State::Removing),
        // The carrier may say twice that it arrived: accepted, then delivered.
        (State::Active, Event::Accepted, State::Active),
        (State::Active, Event::Refused, State::Refused),
        (State::Removing, Event::Accepted, State::Removed),
        (State::Removing, Event::Refused, State::Active),
        (State::Removed, Event::Accepted, State::Removed),
        (State::Removed, Event::Refused, State::Active),
        (State::Removed, Event::Add, State::Adding),
    ],
};

named! {
    /// What the user may do at the exchange.
    pub enum Level {
        /// Settings and users too
        Admin = "admin",
        /// Invoices
        User = "user",
    }
}

impl Level {
    /// Reads the word of the request.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        Self::named(text).ok_or(Fault::new(&USER_LEVEL))
    }
}

/// A user at the exchange.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct User {
    /// Name
    pub name: String,
    /// E-mail, also the user name
    pub email: Email,
    /// Telephone
    pub phone: Option<Phone>,
    /// What he may do
    pub level: Level,
    /// How far his access is
    pub state: State,
    /// The delivery whose answer counts
    pub delivery: String,
    /// When he was added
    pub added_at: Timestamp,
    /// Why the exchange refused, as its code
    pub refusal: Option<String>,
}

words! {
    USER_LEVEL = "user_level" {
        en: "\"{value}\" is not what a user can be at the exchange." => "Use admin or user.",
        nb: "«{value}» er ikke noe en bruker kan være hos meldingssentralen." => "Bruk admin eller user.",
        sv: "”{value}” är inget en användare kan vara hos tjänsten." => "Använd admin eller user.",
    }
    USER_EXISTS = "user_exists" {
        en: "{email} already has access or is about to get it ({state})." => "Look at user_list; remove the user first to add him with other data.",
        nb: "{email} har alt tilgang eller er i ferd med å få det ({state})." => "Se user_list; fjern brukeren først for å legge ham til med andre opplysninger.",
        sv: "{email} har redan åtkomst eller är på väg att få det ({state})." => "Se user_list; ta bort användaren först för att lägga till med andra uppgifter.",
    }
    USER_UNKNOWN = "user_unknown" {
        en: "No user {email} has access at the exchange." => "Look at user_list for who has.",
        nb: "Ingen bruker {email} har tilgang hos meldingssentralen." => "Se user_list for hvem som har.",
        sv: "Ingen användare {email} har åtkomst hos tjänsten." => "Se user_list för vilka som har.",
    }
    USER_STATE = "user_state" {
        en: "The user is {state}; {event} cannot happen to him now." => "Look at user_list, and wait for the exchange's answer.",
        nb: "Brukeren er {state}; {event} kan ikke skje med ham nå." => "Se user_list, og vent på svaret fra meldingssentralen.",
        sv: "Användaren är {state}; {event} kan inte hända honom nu." => "Se user_list och vänta på tjänstens svar.",
    }
    USER_HOLDS_KEY = "user_holds_key" {
        en: "{email} is the user that the company was registered with; its key is in use." => "Only the exchange's support can change that user.",
        nb: "{email} er brukeren firmaet ble registrert med; nøkkelen er i bruk." => "Bare brukerstøtten hos meldingssentralen kan endre den brukeren.",
        sv: "{email} är användaren som företaget registrerades med; nyckeln används." => "Bara tjänstens support kan ändra den användaren.",
    }
}
