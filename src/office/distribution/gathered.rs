//! What the store knows of a customer, and the decision that is made from it.

use crate::domain::agreement::Agreement;
use crate::domain::channel::{Channel, Decision, Facts, Overrides, Sheet, decide};
use crate::domain::company::Company;
use crate::domain::consumer::Consumer;
use crate::domain::customer::Customer;
use crate::domain::failure::Failure;
use crate::domain::receiver::Receiver;
use crate::store::Tx;
use jiff::Timestamp;

/// What is asked about a customer.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The document, as far as it is known.
    pub sheet: Sheet<'a>,
    /// What the caller decided for it.
    pub overrides: &'a Overrides,
    /// Channels that have refused the document already.
    pub refused: &'a [Channel],
    /// When the consumer was asked for its sake.
    pub asked: Option<Timestamp>,
}

/// What a decision about a customer is made from.
#[derive(Debug)]
pub struct Gathered {
    /// The company's consumer agreement.
    pub agreement: Agreement,
    /// What is known of a consumer.
    pub consumer: Option<Consumer>,
    /// What a directory said of a business.
    pub receiver: Option<Receiver>,
}

impl Gathered {
    /// What the store knows of a customer.
    pub fn of(tx: &Tx<'_>, company: &Company, customer: &Customer) -> Result<Self, Failure> {
        Self::by(tx, company, customer, tx.agreement(company.id)?)
    }

    /// The same, where the agreement is known already.
    pub fn by(
        tx: &Tx<'_>,
        company: &Company,
        customer: &Customer,
        agreement: Agreement,
    ) -> Result<Self, Failure> {
        let endpoint = customer.endpoint.as_ref().map(|endpoint| endpoint.text());
        Ok(Self {
            agreement,
            consumer: tx.consumer(company.id, &customer.number)?,
            receiver: match endpoint {
                Some(endpoint) => tx.receiver(company.id, &endpoint)?,
                None => None,
            },
        })
    }

    /// Decides for a document of this type and amount.
    pub fn decide(
        &self,
        company: &Company,
        customer: &Customer,
        question: &Question<'_>,
        now: Timestamp,
    ) -> Decision {
        decide(&Facts {
            customer,
            settings: &company.settings,
            sender: company.card.country(),
            agreement: &self.agreement,
            consumer: self.consumer.as_ref(),
            receiver: self.receiver.as_ref(),
            sheet: question.sheet,
            overrides: question.overrides,
            refused: question.refused,
            asked: question.asked,
            now,
        })
    }
}
