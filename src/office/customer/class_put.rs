//! Adds a class of customers, or replaces what new ones inherit from it. Customers who are there
//! already stay as they are.

use crate::domain::company::{MODE_NOT_AVAILABLE, Registration};
use crate::domain::customer::{Class, Handling, Mode};
use crate::domain::failure::Failure;
use crate::office::Office;
use crate::office::customer::class::ClassReply;
use crate::office::customer::handling::HandlingForm;
use crate::office::protocol::company::company;
use crate::office::protocol::request::{Call, request};
use crate::office::protocol::text::text;

request! {
    /// The class.
    Request {
        /// Name, at most 60 characters. Mandatory.
        name: Option<String>,
        /// automatic, electronic, email, print or self. Default: automatic once the company is
        /// registered, before that email.
        mode: Option<String>,
        /// Send private customers eFaktura and Vipps. Default: true.
        efaktura: Option<bool>,
        /// Leave the invoice PDF out. Default: false.
        omit_pdf: Option<bool>,
        /// Use the first attachment as the invoice's image; only with omit_pdf. Default: false.
        first_attachment_is_image: Option<bool>,
    }
}

/// Keeps the class.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<ClassReply, Failure> {
    office.store.write(|tx| {
        let company = company(tx, &call)?;
        let mut door = std::mem::take(&mut call.door);
        let body = &call.body;
        let name = door.required("/name", body.name.as_ref(), text(60));
        let registered = company.registration == Registration::Registered;
        let usual = if registered { Mode::Automatic } else { Mode::Email };
        let given = HandlingForm {
            mode: body.mode.as_ref(),
            efaktura: body.efaktura,
            omit_pdf: body.omit_pdf,
            first_attachment_is_image: body.first_attachment_is_image,
        };
        let handling = given.read(&mut door, Handling::usual(usual));
        let (name, _) = door.close(name)?;
        if handling.mode.reaches_electronically() && !registered {
            return Err(Failure::not_ready(&MODE_NOT_AVAILABLE));
        }
        let class = Class { name, handling };
        tx.keep_class(company.id, &class)?;
        Ok(ClassReply::from(&class))
    })
}
