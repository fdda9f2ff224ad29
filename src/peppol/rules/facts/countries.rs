//! Where the parties of a document are; found by the rules of the countries.

use crate::peppol::rules::kleene::both;
use crate::peppol::rules::outcome::{Abort, Outcome};

/// The countries of one document.
#[derive(Clone, Debug)]
pub struct Countries {
    /// By VAT number; none where that is not to be said.
    pub seller_by_vat: Option<String>,
    /// The same without the tax representative.
    pub seller_by_own_vat: Option<String>,
    /// The buyer by VAT number.
    pub buyer_by_vat: Option<String>,
    /// By address, in capitals.
    pub seller: Result<String, Abort>,
    /// The buyer.
    pub buyer: Result<String, Abort>,
    /// The tax representative.
    pub representative: Result<String, Abort>,
    /// By address as written, of an invoice or credit note.
    pub written_seller: Result<String, Abort>,
    /// The buyer.
    pub written_buyer: Result<String, Abort>,
    /// Some seller's address is in Sweden.
    pub swedish_seller: bool,
    /// Some seller's address is in Sweden, and so is the VAT number.
    pub swedish_vat_seller: bool,
    /// Some buyer's address is in Sweden.
    pub swedish_buyer: bool,
    /// The seller's address is in Greece, in so many letters.
    pub greek_address: bool,
}

impl Countries {
    /// Seller and buyer are in Germany.
    pub fn are_german(&self) -> Outcome {
        let is = |country: &Result<String, Abort>| match country {
            Ok(country) => Ok(country == "DE"),
            Err(abort) => Err(*abort),
        };
        both(is(&self.seller), is(&self.buyer))
    }

    /// The seller is in Greece.
    pub fn greek_seller(&self) -> bool {
        is_greek(&self.seller_by_vat)
    }

    /// Seller and buyer are in Greece.
    pub fn are_greek(&self) -> bool {
        self.greek_seller() && is_greek(&self.buyer_by_vat)
    }
}

/// Greece goes by two codes.
pub fn is_greek(country: &Option<String>) -> bool {
    matches!(country.as_deref(), Some("GR" | "EL"))
}
