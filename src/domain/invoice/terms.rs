//! What fewer invoices have: payee, tax representative, place of delivery, cards and mandates,
//! supporting documents, and the finer points of an item.

use crate::domain::identifier::Identifier;
use crate::domain::party::Address;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Who is paid in the seller's place (BG-10), such as a factoring company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payee {
    /// Name (BT-59)
    pub name: String,
    /// Identifier (BT-60)
    pub identifier: Option<Identifier>,
    /// Legal registration (BT-61)
    pub registration: Option<Identifier>,
}

/// Who answers for the seller's VAT (BG-11).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaxRepresentative {
    /// Name (BT-62)
    pub name: String,
    /// VAT number (BT-63)
    pub vat: String,
    /// Postal address (BG-12)
    pub address: Address,
}

/// A payment card that the invoice was paid with (BG-18).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The last four to six digits, and perhaps the first six (BT-87); never the whole number
    pub number: String,
    /// The card's network, such as VISA; UBL wants one
    pub network: Option<String>,
    /// Who holds it (BT-88)
    pub holder: Option<String>,
}

/// A direct debit (BG-19).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DirectDebit {
    /// The mandate (BT-89)
    pub mandate: Option<String>,
    /// The account that is debited (BT-91)
    pub account: Option<String>,
}

/// The price before a discount (BT-148); what is taken off (BT-147) is the difference to the net
/// price (BT-146).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GrossPrice {
    /// Price before the discount (BT-148)
    pub price: Decimal,
    /// Discount on the price of one item (BT-147)
    pub discount: Decimal,
}

/// A property of an item (BG-32).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Property {
    /// Name (BT-160)
    pub name: String,
    /// Value (BT-161)
    pub value: String,
}

/// A class that an item belongs to (BT-158).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Class {
    /// The code (BT-158)
    pub code: String,
    /// Its scheme (BT-158-1), UNTDID 7143
    pub scheme: String,
    /// The scheme's version (BT-158-2)
    pub version: Option<String>,
}

/// A row of the VAT breakdown (BG-23) as the seller's own program computed it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenTax {
    /// Category (BT-118)
    pub category: crate::domain::invoice::vat::Category,
    /// Rate (BT-119)
    pub rate: Decimal,
    /// Taxable amount (BT-116)
    pub taxable: Option<Decimal>,
    /// VAT (BT-117)
    pub tax: Option<Decimal>,
}

/// Where and when goods were delivered, and to whom (BG-13).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivered {
    /// Day of delivery (BT-72)
    pub date: Option<Date>,
    /// Country delivered to (BT-80), where no whole address is given
    pub country: Option<crate::domain::country::Country>,
    /// Who takes it (BT-70)
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The place's number (BT-71)
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub location: Option<Identifier>,
    /// The address (BG-15)
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
}

/// Content that is legal in UBL but has no business term: kept as it stood, and put back where it
/// was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Other {
    /// The element that it stands in, as an XPath (`/Invoice/cac:Delivery[1]`) in the document that
    /// is written from the business terms alone; of an attribute or text the element that has it
    pub inside: String,
    /// One of three: an element with all that is in it, as XML, where the prefixes cac, cbc and ext
    /// need no declaration; an attribute, `@name="value"`; or the element's own text, escaped as
    /// XML, so that it never begins with `<`, and with `&#64;` for an `@` at its beginning
    pub content: String,
}
