//! What the verbs on references answer alike.

use crate::domain::reference::Parts;
use schemars::JsonSchema;
use serde::Serialize;

/// What a value is made of, as far as its kind tells; what it does not have is left out.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PartsReply {
    /// The country that gave it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// The customer reference of a KID or OCR reference by its positions, with its zeros.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_reference: Option<String>,
    /// The payment type of a KID by its positions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_type: Option<String>,
    /// The invoice's part of a KID or OCR reference, with its zeros: the longest stretch that is
    /// neither the customer's nor the payment type's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invoice_reference: Option<String>,
    /// The moduli that a KID passes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moduli: Vec<u32>,
    /// The length digit of an OCR reference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub length_digit: Option<String>,
    /// Whose Swedish number it is: company or person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holder: Option<&'static str>,
    /// The day of birth in a personal number, YYYY-MM-DD.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub birth_date: Option<String>,
    /// Whether a personal number is a coordination number (samordningsnummer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coordination_number: Option<bool>,
    /// The digits of an account that are the bank's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bank_code: Option<String>,
    /// The domestic account in an IBAN.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// The organisation number in a VAT number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation_number: Option<String>,
    /// The creditor's own part of a reference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// Card type of a Danish form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card_type: Option<String>,
    /// Creditor number of a Danish form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub creditor_number: Option<String>,
}

impl From<Parts> for PartsReply {
    fn from(parts: Parts) -> Self {
        Self {
            country: parts.country,
            customer_reference: parts.customer_reference,
            payment_type: parts.payment_type,
            invoice_reference: parts.invoice_reference,
            moduli: parts.moduli,
            length_digit: parts.length_digit,
            holder: parts.holder,
            birth_date: parts.birth_date,
            coordination_number: parts.coordination_number,
            bank_code: parts.bank_code,
            account: parts.account,
            organisation_number: parts.organisation_number,
            reference: parts.reference,
            card_type: parts.card_type,
            creditor_number: parts.creditor_number,
        }
    }
}
