//! What building, deciding and sending have in common: an ERP's invoice becomes a document with
//! parties, totals and every finding.

use crate::domain::attachment::Base64;
use crate::domain::channel::Sheet;
use crate::domain::claim::Claim;
use crate::domain::customer::Customer;
use crate::domain::failure::{Failure, PANIC, Status};
use crate::domain::invoice::Invoice;
use crate::domain::invoice::totals::Totals;
use crate::domain::party::Party;
use crate::store::{DOCUMENT_UNREADABLE, Tx, unreadable};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A document with its parties, as it is kept beside its payload.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The business terms.
    pub invoice: Invoice,
    /// Who sells.
    pub seller: Party,
    /// Who buys.
    pub buyer: Party,
    /// The totals of a document that came finished; those of any other follow from its lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_totals: Option<Totals>,
    /// Why a consumer owes the amount, as it was stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<Claim>,
    /// Whether the buyer reference is only our own customer number, for want of a better.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference_made_up: Option<bool>,
    /// The fields of the invoice that were filled in here, since the request left them open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filled: Option<Vec<String>>,
    /// Attachments that the payload cannot hold
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beside: Vec<Beside>,
}

impl Kept {
    /// A document that was built here.
    pub const fn built(invoice: Invoice, seller: Party, buyer: Party) -> Self {
        Self {
            invoice,
            seller,
            buyer,
            own_totals: None,
            claim: None,
            reference_made_up: None,
            filled: None,
            beside: Vec::new(),
        }
    }

    /// Whether it was built here; a finished document is carried as it came.
    pub const fn is_built(&self) -> bool {
        self.own_totals.is_none()
    }

    /// Whether all it can be routed by is our own customer number.
    pub fn has_made_up_reference(&self, customer: &Customer) -> bool {
        let own_number = self.invoice.buyer_reference.as_ref() == Some(&customer.number);
        // Documents of the first layout of the store do not say it.
        let made_up = self.reference_made_up.unwrap_or(own_number);
        made_up && self.invoice.order_reference.is_none()
    }

    /// Its totals.
    pub fn totals(&self) -> Result<Totals, Failure> {
        match &self.own_totals {
            Some(own) => Ok(own.clone()),
            None => Totals::of(&self.invoice).map_err(|fault| Failure::new(Status::Panic, fault)),
        }
    }

    /// What channels have to know of the document.
    pub fn sheet(&self, payable: Option<Decimal>) -> Sheet<'_> {
        let payment = self.invoice.payment.as_ref();
        let account = payment.and_then(|payment| payment.account.as_ref());
        Sheet {
            document: self.invoice.r#type,
            payable,
            due_date: self.invoice.due_date,
            currency: Some(&self.invoice.currency),
            account: account.or(self.seller.account.as_ref()),
            reference: payment.and_then(|payment| payment.reference.as_deref()),
            claim: self.claim.into(),
            off_network: None,
            attachments: &self.invoice.more.supporting,
        }
    }
}

/// A document as it is sent in a round.
pub fn kept(tx: &Tx<'_>, document: &str, round: u32) -> Result<Kept, Failure> {
    let damaged = || unreadable(&DOCUMENT_UNREADABLE, document);
    let text = tx.kept(document, round)?.ok_or_else(damaged)?;
    serde_json::from_str(&text).map_err(|_| damaged())
}

/// A value as the JSON text that the store keeps.
pub fn as_json(value: &impl Serialize) -> Result<String, Failure> {
    serde_json::to_string(value).map_err(|_| Failure::new(Status::Panic, &PANIC))
}

/// The content of a file that the payload cannot hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beside {
    /// Which attachment
    pub index: usize,
    /// Its content
    pub content: Base64,
}
