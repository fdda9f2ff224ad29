//! Whom to ask.

use crate::domain::contact::{Email, Phone};
use crate::domain::country::Country;
use crate::domain::party::Contact;
use crate::office::protocol::door::Door;
use crate::office::protocol::request::form;
use crate::office::protocol::text::text;

form! {
    /// Whom to ask.
    ContactForm {
        /// Name (BT-41, BT-56).
        name: Option<String>,
        /// Telephone (BT-42, BT-57).
        phone: Option<String>,
        /// E-mail (BT-43, BT-58).
        email: Option<String>,
    }
}

/// Parses whom to ask.
pub fn read_contact(
    door: &mut Door,
    at: &str,
    form: Option<&ContactForm>,
    home: &Country,
) -> Contact {
    let form = form.cloned().unwrap_or_default();
    Contact {
        name: door.optional(&format!("{at}/name"), form.name.as_ref(), text(100)),
        phone: door.optional(&format!("{at}/phone"), form.phone.as_ref(), |phone| {
            Phone::parse_in(phone, home)
        }),
        email: door.optional(&format!("{at}/email"), form.email.as_ref(), Email::parse),
    }
}

/// Parses whom to ask as the document shall have it: nothing is dialled or written to from it.
pub fn read_contact_as_written(door: &mut Door, at: &str, form: Option<&ContactForm>) -> Contact {
    let Some(form) = form else { return Contact::default() };
    Contact {
        name: door.optional(&format!("{at}/name"), form.name.as_ref(), text(100)),
        phone: door.optional(&format!("{at}/phone"), form.phone.as_ref(), |phone| {
            Phone::as_written(&text(60)(phone)?)
        }),
        email: door.optional(&format!("{at}/email"), form.email.as_ref(), |email| {
            Email::as_written(&text(200)(email)?)
        }),
    }
}
