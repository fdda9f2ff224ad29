//! The company that a call is about.

use crate::domain::company::{COMPANY_AMBIGUOUS, COMPANY_UNKNOWN, Company};
use crate::domain::failure::Failure;
use crate::domain::finding::{Fault, Finding};
use crate::office::open::compact;
use crate::office::protocol::request::Call;
use crate::store::Tx;

/// The company that a call is about. A request that is faulty in itself is told so first: no store
/// could make it right.
pub fn company<T>(tx: &Tx<'_>, call: &Call<T>) -> Result<Company, Failure> {
    find_company(tx, call.company.as_deref()).map_err(|missing| match call.door.is_clear() {
        true => missing,
        false => Failure::invalid(call.door.findings().to_vec()),
    })
}

/// The company of this name. A store with one company needs no name.
pub fn find_company(tx: &Tx<'_>, name: Option<&str>) -> Result<Company, Failure> {
    let unknown =
        |name: &str| Failure::not_found(Fault::new(&COMPANY_UNKNOWN).with("company", name));
    let Some(name) = name else {
        return match tx.first_two_companies()?.as_slice() {
            [only] => tx.company_by_id(*only)?.ok_or_else(|| unknown("…")),
            [] => Err(unknown("…")),
            _ => Err(Failure::invalid(vec![Finding::fatal(&COMPANY_AMBIGUOUS).at("/company")])),
        };
    };
    tx.company_by_number(&compact(name))?.ok_or_else(|| unknown(name))
}
