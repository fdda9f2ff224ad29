//! What several requests have in common: addresses, parties, the invoice itself. Each form is the
//! type of the request and the function that parses it at the door.

mod address;
mod attachment;
mod contact;
mod distribution;
mod endpoint;
mod from_document;
mod invoice;
mod line;
mod lines;
mod party;
mod payment;
mod period;
mod sentences;
mod terms;
mod totals;

pub use address::{AddressForm, read_address, read_address_at_home};
pub use contact::{ContactForm, read_contact};
pub use distribution::{ClaimForm, DistributionForm, read_claim, read_overrides};
pub use endpoint::{EndpointForm, read_endpoint, read_endpoint_to_keep};
pub use from_document::totals_form;
pub use invoice::{InvoiceForm, read_invoice};
pub use party::{PartyForm, read_party};
pub use sentences::{ALL, PARTY_MISSING};
pub use terms::{ALL as TERMS, IdentifierForm};
pub use totals::TotalsForm;
