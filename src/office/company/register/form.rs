//! A registration, as a request gives it.

use crate::office::form::AddressForm;
use crate::office::protocol::request::{form, request};
use crate::office::protocol::text::DayText;

request! {
    /// The company's data, the exchange user and the accepted terms.
    Request {
        /// Organisation number: Norway nine digits, Sweden ten (sole trader: personal number).
        /// Mandatory.
        organisation_number: Option<String>,
        /// Country of the organisation number: NO or SE. Mandatory.
        country: Option<String>,
        /// Legal name. Mandatory.
        name: Option<String>,
        /// Postal address: street, post code and place are mandatory.
        address: Option<AddressForm>,
        /// E-mail of the company. Mandatory.
        email: Option<String>,
        /// Telephone of the company. Mandatory.
        phone: Option<String>,
        /// Where customers pay: account, IBAN, bankgiro:… or plusgiro:…. Mandatory.
        bank_account: Option<String>,
        /// Whether the company is registered for VAT. Default: true.
        vat_registered: Option<bool>,
        /// Form of company, such as AS or AB; AS, ASA and NUF name Foretaksregisteret on invoices.
        company_form: Option<String>,
        /// Whether a Swedish company is approved for F-skatt. Default: false.
        f_tax: Option<bool>,
        /// The day of activation, if it was before today; it decides about the duty of
        /// verification.
        activated_on: Option<DayText>,
        /// Organisation number of the main company, for a sub-unit: it is verified on its own, and
        /// the request for that goes out by itself.
        sub_unit_of: Option<String>,
        /// The user at the exchange. Mandatory.
        exchange_user: Option<ExchangeUserForm>,
        /// Where empty contact fields of a new exchange user are filled in from: company or actor.
        prefill: Option<String>,
        /// The accepted terms. Mandatory.
        terms: Option<TermsForm>,
        /// Only fill in and check: nothing is stored, nothing leaves.
        draft: Option<bool>,
    }
}

form! {
    /// The user at the exchange.
    ExchangeUserForm {
        /// new (the exchange makes it and answers with an API key) or existing.
        kind: Option<String>,
        /// Name of a new user.
        name: Option<String>,
        /// E-mail of a new user.
        email: Option<String>,
        /// Telephone of a new user.
        phone: Option<String>,
        /// User name of an existing user.
        user_name: Option<String>,
        /// API key of an existing user. Kept encrypted; it never comes back.
        #[serde(skip_serializing)]
        #[schemars(extend("writeOnly" = true))]
        api_key: Option<String>,
    }
}

form! {
    /// The accepted terms.
    TermsForm {
        /// Whether they were accepted.
        accepted: Option<bool>,
        /// Which version.
        version: Option<String>,
        /// By whom.
        accepted_by: Option<String>,
    }
}
