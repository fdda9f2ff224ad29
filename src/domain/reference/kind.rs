//! What a reference or number is.

use super::words::KIND_UNKNOWN;
use crate::domain::finding::Fault;
use crate::domain::named::named;

named! {
    /// What a reference or number is. The narrow kinds come first: a guess lists them so.
    pub enum Kind {
        /// ISO 13616
        Iban = "iban",
        /// With the country's two letters
        VatNumber = "vat_number",
        /// ISO 11649, `RF…`
        CreditorReference = "creditor_reference",
        /// The line of a Danish payment form (FIK)
        DanishReference = "danish_reference",
        /// Norwegian, eleven digits
        BankAccount = "bank_account",
        /// Norwegian, Swedish, Danish and Finnish with check digits; others by form only
        OrganisationNumber = "organisation_number",
        /// Swedish personal or coordination number
        PersonalNumber = "personal_number",
        /// Swedish, seven or eight digits
        Bankgiro = "bankgiro",
        /// Swedish, two to eight digits
        Plusgiro = "plusgiro",
        /// Norwegian payment reference
        Kid = "kid",
        /// Swedish payment reference
        Ocr = "ocr",
        /// Finnish payment reference (viitenumero)
        FinnishReference = "finnish_reference",
    }
}

impl Kind {
    /// Reads the word of the request.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let known = || Self::ALL.iter().map(|kind| kind.word()).collect::<Vec<_>>().join(", ");
        Self::named(text).ok_or_else(|| Fault::new(&KIND_UNKNOWN).with("known", known()))
    }

    /// The business term that it stands in.
    pub const fn term(self) -> &'static str {
        match self {
            Self::Kid | Self::Ocr | Self::FinnishReference => "BT-83",
            Self::CreditorReference | Self::DanishReference => "BT-83",
            Self::Iban | Self::BankAccount | Self::Bankgiro | Self::Plusgiro => "BT-84",
            Self::OrganisationNumber | Self::PersonalNumber => "BT-30",
            Self::VatNumber => "BT-31",
        }
    }
}
