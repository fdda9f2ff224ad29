//! Asks a signer to verify the company; asking again replaces the open request.

use crate::domain::contact::Email;
use crate::domain::failure::Failure;
use crate::domain::finding::Finding;
use crate::domain::kyc::SIGNER_MISSING;
use crate::domain::language::read_language;
use crate::office::Office;
use crate::office::kyc::ask::ask;
use crate::office::kyc::reply::{KycReply, describe};
use crate::office::protocol::company::company;
use crate::office::protocol::request::{Call, request};

request! {
    /// Who is to sign.
    Request {
        /// The signer's e-mail. Default: the first user with the role customer administrator.
        signer_email: Option<String>,
        /// Language of the mail: en, nb or sv. Default: the language of the company's country.
        locale: Option<String>,
    }
}

/// Queues the verification request.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<KycReply, Failure> {
    office.store.write(|tx| {
        let company = company(tx, &call)?;
        let mut door = std::mem::take(&mut call.door);
        let given = door.optional("/signer_email", call.body.signer_email.as_ref(), Email::parse);
        let locale = door.optional("/locale", call.body.locale.as_ref(), read_language);
        let signer = given.or_else(|| company.card.user.email());
        if signer.is_none() {
            door.report(Finding::fatal(&SIGNER_MISSING).at("/signer_email"));
        }
        let (signer, _) = door.close(signer)?;
        let locale = locale.unwrap_or_else(|| company.language());
        ask(tx, &company, signer, locale, &call)?;
        describe(tx, &company)
    })
}
