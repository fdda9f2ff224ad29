//! A kept document with everything that whoever carries it has to know.

use crate::domain::channel::Overrides;
use crate::domain::company::Company;
use crate::domain::consumer::Consumer;
use crate::domain::customer::Customer;
use crate::domain::failure::Failure;
use crate::domain::party::Party;
use crate::office::document::attachments::{self, FileReply};
use crate::office::document::exchange;
use crate::office::document::kept::{Kept, kept};
use crate::store::{DOCUMENT_UNREADABLE, DeliveryRow, Tx, unreadable};
use serde_json::{Value, json};

/// A kept document, addressed by the customer's card as it is today.
#[derive(Debug)]
pub struct Addressed {
    /// The document; the buyer's address and contact are today's.
    pub kept: Kept,
    /// Who receives.
    pub customer: Customer,
    /// What is known of a consumer.
    pub consumer: Option<Consumer>,
    /// What the caller decided for this document.
    pub overrides: Overrides,
}

impl Addressed {
    /// The document with this id in a round.
    pub fn of(tx: &Tx<'_>, company: &Company, document: &str, round: u32) -> Result<Self, Failure> {
        let mut kept = kept(tx, document, round)?;
        let customer = tx.customer_of(company.id, document)?;
        let customer = customer.ok_or_else(|| unreadable(&DOCUMENT_UNREADABLE, document))?;
        let today = customer.buyer(&company.settings, company.card.country());
        let row = tx.document_by_id(company.id, document)?;
        let overrides = row.map(|row| row.overrides).unwrap_or_default();
        kept.buyer.address = today.address;
        kept.buyer.contact = today.contact;
        if let Some(email) = &overrides.email {
            kept.buyer.contact.email = Some(email.clone());
        }
        let consumer = tx.consumer(company.id, &customer.number)?;
        Ok(Self { kept, customer, consumer, overrides })
    }

    /// The files that the payload does not hold.
    pub fn files(&self, company: &Company, delivery: &DeliveryRow) -> Vec<FileReply> {
        let handling = self.customer.handling;
        let files = |channel| attachments::files(&self.kept, channel, &company.settings, handling);
        delivery.channel.map(files).unwrap_or_default()
    }

    /// What a carrier needs to know beside the payload.
    pub fn routing(&self, company: &Company, delivery: &DeliveryRow) -> Value {
        let settings = &company.settings;
        let Self { kept, customer, consumer, .. } = self;
        let endpoint = |party: &Party| party.endpoint.as_ref().map(|endpoint| endpoint.text());
        json!({
            "type": kept.invoice.r#type.word(),
            "number": kept.invoice.number,
            "due_date": kept.invoice.due_date,
            "email": {
                "pdf": settings.email_pdf,
                "text": self.overrides.email_text.as_ref().or(settings.email_text.as_ref()),
            },
            "print": { "own_pdf": settings.own_pdf, "colour": settings.print_colour },
            "attachments": delivery.channel.map(|channel| {
                attachments::routing(kept, channel, settings, customer.handling)
            }),
            "omit_pdf": customer.handling.omit_pdf,
            "first_attachment_is_image": customer.handling.first_attachment_is_image,
            "sender": {
                "name": kept.seller.name,
                "name_in_mails": settings.sender_name.as_ref().unwrap_or(&kept.seller.name),
                "contact": settings.contact,
                "organisation_number": kept.seller.org.as_ref().map(|org| org.digits()),
                "endpoint": endpoint(&kept.seller),
            },
            "recipient": {
                "kind": customer.kind.word(),
                "customer": customer.number,
                "name": kept.buyer.name,
                "endpoint": endpoint(&kept.buyer),
                "address": kept.buyer.address,
                "email": kept.buyer.contact.email,
                "mobile": kept.buyer.contact.phone,
                "efaktura_reference": customer.number,
                "efaktura_id": consumer.as_ref().and_then(|known| known.efaktura_id.clone()),
                "document_type": kept.invoice.r#type.exchange_word(),
            },
            "exchange": exchange::fields(self, company, delivery),
        })
    }
}
