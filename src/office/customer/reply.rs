//! What is said of a customer.

use crate::domain::company::Settings;
use crate::domain::consumer::Consumer;
use crate::domain::customer::{Customer, Handling};
use crate::office::protocol::reply::AddressReply;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// A customer as stored.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CustomerReply {
    /// Customer number.
    pub number: String,
    /// Name.
    pub name: String,
    /// business or private.
    pub kind: &'static str,
    /// Organisation number.
    pub organisation_number: Option<String>,
    /// VAT number.
    pub vat_number: Option<String>,
    /// Postal address.
    pub address: Option<AddressReply>,
    /// Mobile, in international form.
    pub mobile: Option<String>,
    /// Every phone field by name.
    pub phones: BTreeMap<String, String>,
    /// E-mail.
    pub email: Option<String>,
    /// Contact person.
    pub contact_name: Option<String>,
    /// Language of what the customer gets.
    pub customer_language: Option<&'static str>,
    /// Electronic address as scheme:id.
    pub endpoint: Option<String>,
    /// Buyer reference for invoices that have none.
    pub buyer_reference: Option<String>,
    /// The class that the customer was added in.
    pub class: Option<String>,
    /// How his documents are distributed.
    #[serde(flatten)]
    pub handling: HandlingReply,
    /// The host's own key.
    pub host_key: Option<String>,
    /// What the outside world said about a consumer.
    pub consumer: Option<ConsumerReply>,
}

/// How documents are distributed.
#[derive(Debug, Serialize, JsonSchema)]
pub struct HandlingReply {
    /// automatic, electronic, email, print or self.
    pub mode: &'static str,
    /// A private customer may get eFaktura and Vipps.
    pub efaktura: bool,
    /// Documents go without the invoice PDF.
    pub omit_pdf: bool,
    /// The first attachment is the invoice's image.
    pub first_attachment_is_image: bool,
}

impl From<&Handling> for HandlingReply {
    fn from(handling: &Handling) -> Self {
        Self {
            mode: handling.mode.word(),
            efaktura: handling.efaktura,
            omit_pdf: handling.omit_pdf,
            first_attachment_is_image: handling.first_attachment_is_image,
        }
    }
}

/// What the outside world said about a consumer.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ConsumerReply {
    /// none, new, request_sent, accepted, active, deleted, rejected or error.
    pub efaktura: &'static str,
    /// unknown, receiving, not_receiving, not_available or temporary_unavailable.
    pub yes_to_all: &'static str,
    /// unknown, receiving, not_receiving, not_available or temporary_unavailable.
    pub vipps: &'static str,
    /// The consumer's own eFaktura identifier.
    pub efaktura_id: Option<String>,
    /// When it was said.
    pub as_of: Option<String>,
    /// When he was asked last whether he wants eFaktura.
    pub asked_at: Option<String>,
    /// The question did not reach him; he is not asked again until his card or an answer changes.
    pub question_failed: bool,
}

impl CustomerReply {
    /// A customer as a reply.
    pub fn of(customer: &Customer, settings: &Settings, consumer: Option<&Consumer>) -> Self {
        Self {
            number: customer.number.clone(),
            name: customer.name.clone(),
            kind: customer.kind.word(),
            organisation_number: customer.org.as_ref().map(|org| org.digits().to_owned()),
            vat_number: customer.vat.as_ref().map(|vat| vat.text().to_owned()),
            address: customer.address.as_ref().map(AddressReply::from),
            mobile: customer.mobile(settings).map(ToString::to_string),
            phones: customer.phones.iter().map(|(n, p)| (n.clone(), p.to_string())).collect(),
            email: customer.email.as_ref().map(ToString::to_string),
            contact_name: customer.contact_name.clone(),
            customer_language: customer.language.map(|language| language.code()),
            endpoint: customer.endpoint.as_ref().map(|endpoint| endpoint.text()),
            buyer_reference: customer.buyer_reference.clone(),
            class: customer.class.clone(),
            handling: HandlingReply::from(&customer.handling),
            host_key: customer.host_key.clone(),
            consumer: consumer.map(ConsumerReply::from),
        }
    }
}

impl From<&Consumer> for ConsumerReply {
    fn from(consumer: &Consumer) -> Self {
        Self {
            efaktura: consumer.efaktura.word(),
            yes_to_all: consumer.yes_to_all.word(),
            vipps: consumer.vipps.word(),
            efaktura_id: consumer.efaktura_id.clone(),
            as_of: consumer.as_of.map(|at| at.to_string()),
            asked_at: consumer.asked_at.map(|at| at.to_string()),
            question_failed: consumer.question_failed,
        }
    }
}
