//! What is said of an agreement.

use crate::domain::agreement::{Agreement, Old, Step, VIPPS_ENDED, VIPPS_INCLUDED};
use crate::domain::words::{Language, Words};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

/// The consumer agreement as it stands.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AgreementReply {
    /// none, ordered, mail_sent, signed, active, declined, held_elsewhere, ending or ended.
    pub state: &'static str,
    /// The state as the exchange shows it.
    pub status_text: &'static str,
    /// The exchange's message once the mail is out.
    pub message: Option<String>,
    /// Whether eFaktura is open now.
    pub efaktura: bool,
    /// Whether Vipps is open now.
    pub vipps: bool,
    /// Who signs for the company.
    pub signer_name: Option<String>,
    /// Where the approval link goes.
    pub signer_email: Option<String>,
    /// When it was ordered.
    pub ordered_at: Option<String>,
    /// When it was signed, or reported active without a signature.
    pub signed_at: Option<String>,
    /// signature, or at_once where the exchange made it active without one.
    pub activated_by: Option<&'static str>,
    /// When the exchange shows it at the latest: one hour after the signature.
    pub visible_at: Option<String>,
    /// When every bank has it at the latest: 24 hours after the signature.
    pub all_banks_at: Option<String>,
    /// Whether every bank has it now.
    pub in_all_banks: bool,
    /// When the exchange may be asked again: 30 minutes after it was asked last, while it is open.
    pub next_poll_at: Option<String>,
    /// Who holds the agreement instead, if known.
    pub holder: Option<String>,
    /// Agreement capture with OCR.
    pub capture: Option<CaptureReply>,
    /// The agreement from before 2018-12-20: both, efaktura or vipps.
    pub old: Option<&'static str>,
    /// What is to be known of an old agreement, as a sentence.
    pub notice: Option<String>,
}

/// Agreement capture with OCR.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CaptureReply {
    /// Account with the OCR agreement.
    pub bank_account: String,
    /// Where the eFaktura reference stands in the KID.
    pub reference_position: String,
    /// Digits of the KID.
    pub kid_length: u8,
}

/// The agreement as a reply.
pub fn describe(agreement: &Agreement, now: Timestamp, language: Language) -> AgreementReply {
    let step = agreement.state(now);
    let covers = agreement.covers(now);
    let email = agreement.signer_email.as_ref().map(ToString::to_string);
    let mailed = matches!(step, Step::MailSent).then_some(email.as_ref()).flatten();
    let text = |moment: Option<Timestamp>| moment.map(|at| at.to_string());
    let by = if agreement.at_once { "at_once" } else { "signature" };
    AgreementReply {
        state: step.word(),
        status_text: Agreement::status_text(step, language),
        message: mailed.map(|email| match language {
            Language::En => format!("OK: e-mail sent to {email}"),
            Language::Nb => format!("OK: E-post sendt til {email}"),
            Language::Sv => format!("OK: E-post skickad till {email}"),
        }),
        efaktura: covers.efaktura,
        vipps: covers.vipps,
        signer_name: agreement.signer_name.clone(),
        signer_email: email,
        ordered_at: text(agreement.ordered_at),
        signed_at: text(agreement.signed_at),
        activated_by: agreement.signed_at.map(|_| by),
        visible_at: text(agreement.visible_at()),
        all_banks_at: text(agreement.all_banks_at()),
        in_all_banks: agreement.all_banks_at().is_some_and(|all| now >= all),
        next_poll_at: text(agreement.next_poll(now)),
        holder: agreement.holder.clone(),
        capture: agreement.capture.as_ref().map(|capture| CaptureReply {
            bank_account: capture.account.to_string(),
            reference_position: capture.positions.text(),
            kid_length: capture.kid_length,
        }),
        old: agreement.old.map(Old::word),
        notice: notice(agreement).map(|words| whole(words, language)),
    }
}

/// What the company is told about its old agreement, as long as no new one was ordered.
pub fn notice(agreement: &Agreement) -> Option<&'static Words> {
    match agreement.old.filter(|_| agreement.step == Step::None)? {
        Old::Both => None,
        Old::Efaktura => Some(&VIPPS_INCLUDED).filter(|_| !agreement.without_vipps),
        Old::Vipps => Some(&VIPPS_ENDED),
    }
}

/// A sentence with its next step.
pub fn whole(words: &Words, language: Language) -> String {
    format!("{} {}", words.message.in_language(language), words.fix.in_language(language))
}
