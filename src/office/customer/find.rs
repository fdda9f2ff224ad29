//! Finds the customer that a request names.

use crate::domain::customer::{CUSTOMER_UNKNOWN, Customer};
use crate::domain::failure::Failure;
use crate::domain::finding::{Fault, Finding};
use crate::office::protocol::door::Door;
use crate::store::Tx;

/// The customer with this number, or why there is none.
pub fn customer(tx: &Tx<'_>, company: i64, number: &str) -> Result<Customer, Failure> {
    tx.customer(company, number)?
        .ok_or_else(|| Failure::not_found(Fault::new(&CUSTOMER_UNKNOWN).with("value", number)))
}

/// The customer that a field names, as a finding when there is none.
pub fn customer_named(
    tx: &Tx<'_>,
    company: i64,
    door: &mut Door,
    path: &str,
    number: &str,
) -> Result<Option<Customer>, Failure> {
    let customer = tx.customer(company, number)?;
    if customer.is_none() {
        door.report(Finding::fatal(&CUSTOMER_UNKNOWN).at(path).value(number));
    }
    Ok(customer)
}
