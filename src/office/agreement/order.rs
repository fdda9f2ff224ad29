//! Orders the consumer agreement: one for eFaktura and Vipps, one for each organisation number.

use crate::domain::account::Account;
use crate::domain::agreement::{
    AGREEMENT_EXISTS, AGREEMENT_HELD, Agreement, B2C_OFF, CAPTURE_ACCOUNT, Capture, Event,
    Positions, Step, parse_kid_length,
};
use crate::domain::company::{Company, REGISTRATION_PENDING, Registration};
use crate::domain::contact::Email;
use crate::domain::delivery::Purpose;
use crate::domain::failure::Failure;
use crate::domain::finding::{Fault, Finding};
use crate::office::Office;
use crate::office::agreement::norway::norwegian;
use crate::office::agreement::reply::{AgreementReply, describe};
use crate::office::outbox::queue::{self, Message};
use crate::office::protocol::company::company;
use crate::office::protocol::door::Door;
use crate::office::protocol::request::{Call, form, request};
use crate::office::protocol::text::text;
use crate::store::Tx;
use serde_json::json;

request! {
    /// Who signs for the company.
    Request {
        /// Name of the person entitled to sign. Mandatory.
        signer_name: Option<String>,
        /// E-mail that the approval link goes to. Mandatory.
        signer_email: Option<String>,
        /// Moves an agreement that another provider holds. Default: false.
        r#move: Option<bool>,
        /// Agreement capture with OCR: whoever pays an ordinary invoice is asked in the net bank
        /// whether he wants eFaktura. It cannot be added later.
        capture: Option<CaptureForm>,
    }
}

form! {
    /// What agreement capture has to know; an empty object takes what is usual.
    CaptureForm {
        /// Account with the OCR agreement, eleven digits. Default: the company's account.
        bank_account: Option<String>,
        /// Where the eFaktura reference, which is the customer number, stands in the KID: first
        /// and last position. Default: 1-5.
        reference_position: Option<String>,
        /// Digits of the KID, its check digit included, 4 to 25. Default: 12.
        kid_length: Option<String>,
    }
}

/// Queues the order.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<AgreementReply, Failure> {
    office.store.write(|tx| {
        let company = company(tx, &call)?;
        let mut door = std::mem::take(&mut call.door);
        let name = door.required("/signer_name", call.body.signer_name.as_ref(), text(100));
        let email = door.required("/signer_email", call.body.signer_email.as_ref(), Email::parse);
        let capture = read_capture(&mut door, call.body.capture.as_ref(), &company);
        let ((name, email), _) = door.close(name.zip(email))?;
        allowed(&company)?;
        let mut agreement = tx.agreement(company.id)?;
        let held = agreement.step == Step::HeldElsewhere && !call.body.r#move.unwrap_or(false);
        if held || !agreement.happen(Event::Ordered, call.now) {
            return Err(conflict(&company, &agreement, &call));
        }
        let agreement = Agreement {
            step: agreement.step,
            signer_name: Some(name),
            signer_email: Some(email),
            ordered_at: Some(call.now),
            holder: agreement.holder,
            old: agreement.old,
            capture,
            ..Agreement::default()
        };
        tx.keep_agreement(company.id, &agreement)?;
        queue(tx, &company, &agreement, &call)?;
        Ok(describe(&agreement, call.now, call.language))
    })
}

fn queue(
    tx: &Tx<'_>,
    company: &Company,
    agreement: &Agreement,
    call: &Call<Request>,
) -> Result<(), Failure> {
    let capture = agreement.capture.as_ref().map(|capture| {
        json!({
            "bank_account": capture.account,
            "reference_position": capture.positions.text(),
            "kid_length": capture.kid_length,
        })
    });
    let body = json!({
        "organisation_number": company.card.org.digits(),
        "signer_name": agreement.signer_name,
        "signer_email": agreement.signer_email,
        "move": call.body.r#move.unwrap_or(false),
        "capture": capture,
    });
    let purpose = Purpose::AgreementOrder;
    tx.replace_open(company.id, purpose)?;
    let actor = call.actor.user.as_deref();
    let message = Message { purpose, waiting_for: None, body: &body, actor };
    queue::queue_message(tx, company.id, &message, call.now).map(drop)
}

fn read_capture(door: &mut Door, form: Option<&CaptureForm>, company: &Company) -> Option<Capture> {
    let form = form?;
    let norwegian = |account: &Account| matches!(account, Account::Norwegian(_));
    let account = match &form.bank_account {
        Some(_) => door.optional("/capture/bank_account", form.bank_account.as_ref(), |text| {
            let account = Account::parse(text)?;
            norwegian(&account).then_some(account).ok_or(Fault::new(&CAPTURE_ACCOUNT))
        }),
        None if norwegian(&company.card.account) => Some(company.card.account.clone()),
        None => {
            let own = Finding::fatal(&CAPTURE_ACCOUNT).at("/capture/bank_account");
            door.report(own.value(&company.card.account));
            None
        }
    };
    let length = match &form.kid_length {
        Some(_) => {
            door.optional("/capture/kid_length", form.kid_length.as_ref(), parse_kid_length)?
        }
        None => Positions::USUAL_LENGTH,
    };
    let given = Some(form.reference_position.clone().unwrap_or(Positions::USUAL.text()));
    let positions = door.optional("/capture/reference_position", given.as_ref(), |text| {
        Positions::parse(text, length)
    });
    Some(Capture { account: account?, positions: positions?, kid_length: length })
}

/// The function is switched on, and the company is Norwegian and registered.
fn allowed(company: &Company) -> Result<(), Failure> {
    norwegian(company)?;
    if company.registration != Registration::Registered {
        return Err(Failure::not_ready(&REGISTRATION_PENDING));
    }
    if !company.settings.b2c {
        return Err(Failure::not_ready(&B2C_OFF));
    }
    Ok(())
}

fn conflict(company: &Company, known: &Agreement, call: &Call<Request>) -> Failure {
    let elsewhere = known.step == Step::HeldElsewhere;
    let words = if elsewhere { &AGREEMENT_HELD } else { &AGREEMENT_EXISTS };
    let own = if elsewhere { "?" } else { &company.card.name };
    let holder = known.holder.clone().unwrap_or_else(|| own.to_owned());
    Failure::conflict(
        Fault::new(words)
            .with("company", company.card.org.digits())
            .with("state", known.state(call.now).word())
            .with("holder", holder),
    )
}
