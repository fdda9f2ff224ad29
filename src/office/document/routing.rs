//! What a carrier has to know beside the payload.

use crate::domain::company::Company;
use crate::domain::party::Party;
use crate::office::document::addressed::Addressed;
use crate::office::document::{attachments, exchange};
use crate::store::DeliveryRow;
use serde_json::{Value, json};

impl Addressed {
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
