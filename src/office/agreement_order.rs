//! Orders the consumer agreement: one for eFaktura and Vipps, one for each organisation number.

use crate::domain::agreement::{
    AGREEMENT_EXISTS, AGREEMENT_HELD, AGREEMENT_NORWAY_ONLY, Agreement, B2C_OFF, Event, Step,
};
use crate::domain::company::{Company, REGISTRATION_PENDING, Registration};
use crate::domain::contact::Email;
use crate::domain::delivery::Purpose;
use crate::domain::failure::{Failure, Status};
use crate::domain::finding::Fault;
use crate::office::agreement_get::{AgreementReply, describe};
use crate::office::request::{Call, request, text};
use crate::office::{Office, outbox};
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
    }
}

/// Queues the order.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<AgreementReply, Failure> {
    office.store.write(|tx| {
        let company = Office::company(tx, &call)?;
        let mut door = std::mem::take(&mut call.door);
        let name = door.required("/signer_name", call.body.signer_name.as_ref(), text(100));
        let email = door.required("/signer_email", call.body.signer_email.as_ref(), Email::parse);
        let ((name, email), _) = door.close(name.zip(email))?;
        allowed(&company)?;
        let known = tx.agreement(company.id)?;
        let held = known.step == Step::HeldElsewhere && !call.body.r#move.unwrap_or(false);
        let step = Agreement::after(known.step, Event::Ordered).filter(|_| !held);
        let step = step.ok_or_else(|| conflict(&company, &known, &call))?;
        let agreement = Agreement {
            step,
            signer_name: Some(name),
            signer_email: Some(email),
            ordered_at: Some(call.now),
            signed_at: None,
            holder: known.holder,
        };
        tx.keep_agreement(company.id, &agreement)?;
        let message = json!({
            "organisation_number": company.card.org.digits(),
            "signer_name": agreement.signer_name,
            "signer_email": agreement.signer_email,
            "move": call.body.r#move.unwrap_or(false),
        });
        let purpose = Purpose::AgreementOrder;
        tx.replace_open(company.id, purpose)?;
        outbox::queue_message(tx, company.id, purpose, None, &message, call.now, call.user())?;
        Ok(describe(&agreement, call.now))
    })
}

/// The function is switched on, and the company is Norwegian and registered.
fn allowed(company: &Company) -> Result<(), Failure> {
    if !company.card.country().is_norway() {
        let country = company.card.country();
        let fault = Fault::new(&AGREEMENT_NORWAY_ONLY).with("country", country);
        return Err(Failure::new(Status::Refused, fault));
    }
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
    let own = if elsewhere { "?" } else { "this company" };
    let holder = known.holder.clone().unwrap_or_else(|| own.to_owned());
    Failure::conflict(
        Fault::new(words)
            .with("company", company.card.org.digits())
            .with("state", known.at(call.now).word())
            .with("holder", holder),
    )
}
