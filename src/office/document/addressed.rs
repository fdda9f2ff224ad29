//! A kept document with everything that whoever carries it has to know.

use crate::domain::channel::Overrides;
use crate::domain::company::Company;
use crate::domain::consumer::Consumer;
use crate::domain::customer::Customer;
use crate::domain::failure::Failure;
use crate::office::document::attachments::{self, FileReply};
use crate::office::document::kept::{Kept, kept};
use crate::store::{DOCUMENT_UNREADABLE, DeliveryRow, Tx, unreadable};

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
}
