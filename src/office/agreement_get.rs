//! How far the consumer agreement is, at the moment of the call.

use crate::domain::agreement::{Agreement, Step};
use crate::domain::failure::Failure;
use crate::office::Office;
use crate::office::request::{Call, request};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

request! {
    /// Which company: the envelope says it.
    Request {}
}

/// The consumer agreement as it stands.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AgreementReply {
    /// none, ordered, mail_sent, signed, active, declined, held_elsewhere or ended.
    pub state: &'static str,
    /// The state as the exchange shows it.
    pub status_text: &'static str,
    /// The exchange's message once the mail is out.
    pub message: Option<String>,
    /// Who signs for the company.
    pub signer_name: Option<String>,
    /// Where the approval link goes.
    pub signer_email: Option<String>,
    /// When it was ordered.
    pub ordered_at: Option<String>,
    /// When it was signed, or reported active without a signature.
    pub signed_at: Option<String>,
    /// When the exchange shows it at the latest: one hour after the signature.
    pub visible_at: Option<String>,
    /// When every bank has it at the latest: 24 hours after the signature.
    pub all_banks_at: Option<String>,
    /// When the exchange may be asked again: 30 minutes from now, while it is open.
    pub next_poll_at: Option<String>,
    /// Who holds the agreement instead, if known.
    pub holder: Option<String>,
}

/// Shows the agreement.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<AgreementReply, Failure> {
    office.store.read(|tx| {
        let company = Office::company(tx, &call)?;
        std::mem::take(&mut call.door).close_now()?;
        Ok(describe(&tx.agreement(company.id)?, call.now))
    })
}

/// The agreement as a reply.
pub fn describe(agreement: &Agreement, now: Timestamp) -> AgreementReply {
    let step = agreement.at(now);
    let email = agreement.signer_email.as_ref().map(ToString::to_string);
    let mailed = matches!(step, Step::MailSent).then_some(email.as_ref()).flatten();
    let text = |moment: Option<Timestamp>| moment.map(|at| at.to_string());
    AgreementReply {
        state: step.word(),
        status_text: Agreement::status_text(step),
        message: mailed.map(|email| format!("OK: e-mail sent to {email}")),
        signer_name: agreement.signer_name.clone(),
        signer_email: email,
        ordered_at: text(agreement.ordered_at),
        signed_at: text(agreement.signed_at),
        visible_at: text(agreement.visible_at()),
        all_banks_at: text(agreement.all_banks_at()),
        next_poll_at: text(agreement.next_poll(now)),
        holder: agreement.holder.clone(),
    }
}
