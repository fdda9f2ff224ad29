//! Sends a document another way, by one channel only: instead of the way it waits for, or again
//! after it has left.

use crate::domain::channel::{Channel, Overrides};
use crate::domain::contact::Email;
use crate::domain::failure::Failure;
use crate::domain::finding::Finding;
use crate::domain::words::words;
use crate::office::Office;
use crate::office::invoice::another_round::{Again, send_again};
use crate::office::invoice::find::{Which, find};
use crate::office::invoice::sending::AgainReply;
use crate::office::protocol::company::company;
use crate::office::protocol::request::{Call, request};

request! {
    /// Which document, and where to.
    Request {
        /// Number.
        number: Option<String>,
        /// invoice (default), credit_note, reminder, collection_notice, dunning, payment_request or
        /// enforcement_warning.
        r#type: Option<String>,
        /// Id, instead of the number.
        id: Option<String>,
        /// einvoice, efaktura, vipps, email, print or self. Mandatory.
        channel: Option<String>,
        /// Where the mail goes, in place of the customer's address; with the channel email only.
        email: Option<String>,
    }
}

/// Queues the document on that channel; a delivery that has not left gives way to it.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<AgainReply, Failure> {
    office.store.write(|tx| {
        let company = company(tx, &call)?;
        let mut door = std::mem::take(&mut call.door);
        let body = &call.body;
        let channel = door.required("/channel", body.channel.as_ref(), Channel::parse);
        let email = door.optional("/email", body.email.as_ref(), Email::parse);
        if body.email.is_some() && channel.is_some_and(|channel| channel != Channel::Email) {
            door.report(Finding::fatal(&EMAIL_WITHOUT_CHANNEL).at("/email"));
        }
        let Request { number, r#type, id, .. } = body;
        let which = Which { number: number.as_ref(), r#type: r#type.as_ref(), id: id.as_ref() };
        let document = find(&mut door, tx, company.id, which)?;
        let ((document, channel), _) = door.close(document.zip(channel))?;
        let email_text = document.overrides.email_text.clone();
        let email = email.or(document.overrides.email.clone());
        let overrides =
            Overrides { force: Some(channel), email, email_text, ..Overrides::default() };
        send_again(tx, &company, document, Again::Instead(overrides), &call)
    })
}

words! {
    EMAIL_WITHOUT_CHANNEL = "email_without_channel" {
        en: "An e-mail address is given, but the channel is not email." => "Leave email out, or use the channel email.",
        nb: "En e-postadresse er oppgitt, men kanalen er ikke email." => "Utelat email, eller bruk kanalen email.",
        sv: "En e-postadress är angiven, men kanalen är inte email." => "Utelämna email, eller använd kanalen email.",
    }
}
