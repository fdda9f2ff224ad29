//! The invoice and the credit note, as plain business terms of EN 16931.
//!
//! Everything here has passed the door: amounts are decimals with known limits, codes are in their
//! lists. What may still be wrong is how the parts fit together; [`check`] says that, by the
//! official rule ids. Totals are never believed, always computed ([`totals`]).

pub mod adjustment;
pub mod check;
pub mod document_type;
pub mod line;
pub mod period;
pub mod solve;
pub mod terms;
pub mod totals;
pub mod unit;
pub mod vat;

use crate::domain::account::Account;
use crate::domain::attachment::Attachment;
use crate::domain::country::Currency;
use crate::domain::identifier::Identifier;
use crate::domain::words::words;
pub use adjustment::{Adjustment, AdjustmentKind};
pub use document_type::Type;
use jiff::civil::Date;
pub use line::{Line, LineMore};
pub use period::Period;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

pub use terms::{
    Card, Class, Delivered, DirectDebit, GivenTax, GrossPrice, Other, Payee, Property,
    TaxRepresentative,
};

/// An earlier invoice that this document refers to (BG-3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preceding {
    /// Its number (BT-25)
    pub number: String,
    /// Its issue date (BT-26)
    pub issue_date: Option<Date>,
}

/// How the document is paid (BG-16).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    /// Payment means (BT-81), UNTDID 4461; a credit transfer (30) when it is left open and there
    /// is an account
    pub means: Option<String>,
    /// Where to (BT-84); the seller's own account when none is given
    pub account: Option<Account>,
    /// The bank's BIC (BT-86), with an IBAN only
    pub bic: Option<String>,
    /// KID, OCR or free reference (BT-83)
    pub reference: Option<String>,
    /// The payment means in words (BT-82)
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub means_text: Option<String>,
    /// Whose account it is (BT-85)
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_name: Option<String>,
    /// The card that it was paid with (BG-18)
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card: Option<Card>,
    /// The direct debit (BG-19)
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub debit: Option<DirectDebit>,
}

impl Payment {
    /// The payment means as the document has it, where the seller's `own` account may stand in. A
    /// card or a mandate says by itself how it is paid; 1 is "not defined", since a credit transfer
    /// would have to name an account (BR-61).
    pub fn means_or_usual(&self, own: bool) -> &str {
        let own = own && self.card.is_none() && self.debit.is_none();
        let usual = if own || self.account.is_some() { "30" } else { "1" };
        self.means.as_deref().unwrap_or(usual)
    }
}

/// Whether a number has the digits of a GTIN (BT-157, scheme 0160).
pub fn is_gtin(number: &str) -> bool {
    matches!(number.len(), 8 | 12 | 13 | 14) && number.bytes().all(|b| b.is_ascii_digit())
}

/// An invoice or credit note without its parties.
///
/// This is also what the content hash is taken of: the same document sent twice is the same value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invoice {
    /// What it is (BT-3)
    pub r#type: Type,
    /// Number (BT-1)
    pub number: String,
    /// Issue date (BT-2)
    pub issue_date: Date,
    /// Due date (BT-9)
    pub due_date: Option<Date>,
    /// Tax point date (BT-7)
    pub tax_point_date: Option<Date>,
    /// Currency (BT-5)
    pub currency: Currency,
    /// Note (BT-22)
    pub note: Option<String>,
    /// Buyer reference (BT-10)
    pub buyer_reference: Option<String>,
    /// Purchase order (BT-13)
    pub order_reference: Option<String>,
    /// Contract (BT-12)
    pub contract_reference: Option<String>,
    /// Buyer's accounting reference (BT-19)
    pub accounting_cost: Option<String>,
    /// Period (BG-14)
    pub period: Option<Period>,
    /// Earlier invoices (BG-3)
    pub preceding: Vec<Preceding>,
    /// Delivery (BG-13)
    pub delivered: Delivered,
    /// Payment (BG-16)
    pub payment: Option<Payment>,
    /// Payment terms in words (BT-20)
    pub payment_terms: Option<String>,
    /// Allowances and charges on the document (BG-20, BG-21)
    pub adjustments: Vec<Adjustment>,
    /// Lines (BG-25)
    pub lines: Vec<Line>,
    /// Paid already (BT-113)
    pub prepaid: Decimal,
    /// Rounding of the amount to pay (BT-114)
    pub rounding: Decimal,
    /// What fewer documents have
    #[serde(default, skip_serializing_if = "More::is_empty")]
    pub more: More,
}

/// What fewer documents have.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct More {
    /// Whether the buyer made the document in the seller's place: the process of self-billing
    #[serde(skip_serializing_if = "Option::is_none")]
    pub self_billing: Option<bool>,
    /// Type code (BT-3), where it is not the usual one of the type
    #[serde(skip_serializing_if = "Option::is_none")]
    pub type_code: Option<String>,
    /// When VAT falls due, as a code (BT-8)
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tax_point_code: Option<String>,
    /// Currency of VAT accounting (BT-6)
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vat_currency: Option<Currency>,
    /// VAT in that currency (BT-111)
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vat_in_vat_currency: Option<Decimal>,
    /// What one unit of the document's currency is worth in that currency, to compute it by
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exchange_rate: Option<Decimal>,
    /// Seller's order (BT-14)
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sales_order: Option<String>,
    /// Despatch advice (BT-16)
    #[serde(skip_serializing_if = "Option::is_none")]
    pub despatch_advice: Option<String>,
    /// Receiving advice (BT-15)
    #[serde(skip_serializing_if = "Option::is_none")]
    pub receiving_advice: Option<String>,
    /// Tender or lot (BT-17)
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tender: Option<String>,
    /// Project (BT-11)
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project: Option<String>,
    /// The object that is invoiced (BT-18)
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object: Option<Identifier>,
    /// Supporting documents (BG-24)
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub supporting: Vec<Attachment>,
    /// Who is paid in the seller's place (BG-10)
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payee: Option<Payee>,
    /// Who answers for the seller's VAT (BG-11)
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tax_representative: Option<TaxRepresentative>,
    /// The bank's identifier of the creditor (BT-90)
    #[serde(skip_serializing_if = "Option::is_none")]
    pub creditor: Option<String>,
    /// Further ways to pay (BG-16)
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub payments: Vec<Payment>,
    /// Rows of the VAT breakdown as the seller's own program has them (BG-23)
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub taxes: Vec<GivenTax>,
    /// Content without a business term, kept as it stood
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub other: Vec<Other>,
}

impl More {
    /// Whether there is nothing of it.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether there is nothing of it but attachments.
    pub fn is_only_attachments(&self) -> bool {
        Self { supporting: Vec::new(), ..self.clone() }.is_empty()
    }
}

impl Invoice {
    /// The ways to pay, the first one first.
    pub fn payments(&self) -> impl Iterator<Item = &Payment> {
        self.payment.iter().chain(&self.more.payments)
    }
}

words! {
    NUMBER_TAKEN = "document_number_taken" {
        en: "Number {number} ({type}) was sent before with other content." => "Give the changed document a new number; a correction is a credit note.",
        nb: "Nummer {number} ({type}) er sendt før med annet innhold." => "Gi det endrede dokumentet et nytt nummer; en rettelse er en kreditnota.",
        sv: "Nummer {number} ({type}) har skickats tidigare med annat innehåll." => "Ge det ändrade dokumentet ett nytt nummer; en rättelse är en kreditfaktura.",
    }
    DOCUMENT_UNKNOWN = "document_unknown" {
        en: "No document {number} was ever sent from this company." => "Look it up with invoice_list, or send it.",
        nb: "Ingen dokument {number} er sendt fra dette firmaet." => "Finn det med invoice_list, eller send det.",
        sv: "Inget dokument {number} har skickats från detta företag." => "Leta upp det med invoice_list, eller skicka det.",
    }
}
