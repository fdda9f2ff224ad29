//! Changes what the company has decided about sending. Fields that are left out stay as they are.

use crate::domain::company::Company;
use crate::domain::failure::Failure;
use crate::domain::finding::Finding;
use crate::domain::words::words;
use crate::office::Office;
use crate::office::company_get::{SettingsReply, settings_reply};
use crate::office::form::{ContactForm, read_contact};
use crate::office::outbox::{self, Whose};
use crate::office::request::{Call, code, paragraph, request, text};

request! {
    /// The settings to change.
    Request {
        /// E-mail may be used. Default: true.
        email: Option<bool>,
        /// The print service may be used. Default: true.
        print: Option<bool>,
        /// The function for consumer invoices (eFaktura, Vipps) is switched on. Default: false.
        b2c: Option<bool>,
        /// Buyer reference (BT-10) for business customers that gave none. Empty text removes it.
        default_buyer_reference: Option<String>,
        /// Which phone field of a customer is the mobile. Default: mobile.
        mobile_field: Option<String>,
        /// Days to pay when an invoice has no due date, 0 to 365. Default: 14.
        payment_days: Option<u16>,
        /// Whom a receiver may ask, in the footer of mails.
        contact: Option<ContactForm>,
        /// The sender's name in mails; the company's name when none is given.
        sender_name: Option<String>,
        /// The company's own text in mails.
        email_text: Option<String>,
    }
}

/// Keeps the settings.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<SettingsReply, Failure> {
    office.store.write(|tx| {
        let company = Office::company(tx, &call)?;
        let mut settings = company.settings.clone();
        let mut door = std::mem::take(&mut call.door);
        let body = &call.body;
        settings.email = body.email.unwrap_or(settings.email);
        settings.print = body.print.unwrap_or(settings.print);
        settings.b2c = body.b2c.unwrap_or(settings.b2c);
        settings.payment_days = body.payment_days.unwrap_or(settings.payment_days);
        if settings.payment_days > 365 {
            let days = Finding::fatal(&PAYMENT_DAYS).at("/payment_days");
            door.report(days.value(settings.payment_days));
        }
        if let Some(field) = door.optional("/mobile_field", body.mobile_field.as_ref(), code(40)) {
            settings.mobile_field = field;
        }
        for (path, given, limit, kept) in [
            (
                "/default_buyer_reference",
                &body.default_buyer_reference,
                100,
                &mut settings.default_buyer_reference,
            ),
            ("/sender_name", &body.sender_name, 100, &mut settings.sender_name),
        ] {
            // An empty text removes what was kept; a field that is left out keeps it.
            if given.is_some() {
                *kept = door.optional(path, given.as_ref(), text(limit));
            }
        }
        if body.email_text.is_some() {
            let own = body.email_text.as_ref();
            settings.email_text = door.optional("/email_text", own, paragraph(5000));
        }
        if body.contact.is_some() {
            let home = company.card.country();
            settings.contact = read_contact(&mut door, "/contact", body.contact.as_ref(), home);
        }
        let (settings, _) = door.close(Some(settings))?;
        tx.keep_settings(company.id, &settings)?;
        let company = Company { settings: settings.clone(), ..company };
        outbox::decide_waiting(tx, &company, Whose::All, call.now)?;
        Ok(settings_reply(&settings))
    })
}

words! {
    PAYMENT_DAYS = "payment_days_out_of_range" {
        en: "{value} days to pay are not between 0 and 365." => "Give the days of the company's usual terms.",
        nb: "{value} betalingsdager er ikke mellom 0 og 365." => "Oppgi dagene i firmaets vanlige betingelser.",
        sv: "{value} betalningsdagar är inte mellan 0 och 365." => "Ange dagarna i företagets vanliga villkor.",
    }
}
