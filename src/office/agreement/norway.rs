//! The agreement on consumer invoices is for Norwegian companies.

use crate::domain::agreement::AGREEMENT_NORWAY_ONLY;
use crate::domain::company::Company;
use crate::domain::failure::{Failure, Status};
use crate::domain::finding::Fault;

/// Only Norwegian companies have the agreement.
pub fn norwegian(company: &Company) -> Result<(), Failure> {
    let country = company.card.country();
    if country.is_norway() {
        return Ok(());
    }
    let fault = Fault::new(&AGREEMENT_NORWAY_ONLY).with("country", country);
    Err(Failure::new(Status::Refused, fault))
}
