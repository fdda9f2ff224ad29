//! The company that a call is about, and the right of whoever calls.

use crate::domain::company::{COMPANY_AMBIGUOUS, COMPANY_UNKNOWN, Company};
use crate::domain::failure::{Failure, Status};
use crate::domain::finding::{Fault, Finding};
use crate::domain::role::{Task, allow, task_of};
use crate::office::Office;
use crate::office::open::compact;
use crate::office::protocol::request::{Call, Enveloped};
use crate::store::Tx;

impl Office {
    /// The company that a call is about. A store with one company needs no name. A request that is
    /// faulty in itself is told so first: no store could make it right.
    pub fn company<T: Enveloped>(&self, tx: &Tx<'_>, call: &Call<T>) -> Result<Company, Failure> {
        let company =
            Self::find_company(tx, call).map_err(|missing| match call.door.is_clear() {
                true => missing,
                false => Failure::invalid(call.door.findings().to_vec()),
            })?;
        // A verb whose task depends on the fields asks for the right to each of them itself.
        if let Some(task) = task_of(call.verb()) {
            self.allow(call, task, Some(&company))?;
        }
        Ok(company)
    }

    /// Refuses a task to whoever has no right to it in this company.
    pub fn allow<T: Enveloped>(
        &self,
        call: &Call<T>,
        task: Task,
        company: Option<&Company>,
    ) -> Result<(), Failure> {
        let own = company.and_then(|company| company.settings.activation_by.as_ref());
        let activation_by = own.unwrap_or(&self.config.activation_by);
        allow(call.role, call.verb(), task, activation_by)
            .map_err(|fault| Failure::new(Status::Refused, fault))
    }

    fn find_company<T>(tx: &Tx<'_>, call: &Call<T>) -> Result<Company, Failure> {
        let unknown =
            |name: &str| Failure::not_found(Fault::new(&COMPANY_UNKNOWN).with("company", name));
        match &call.company {
            Some(name) => tx.company_by_number(&compact(name))?.ok_or_else(|| unknown(name)),
            None => match tx.first_two_companies()?.as_slice() {
                [only] => tx.company_by_id(*only)?.ok_or_else(|| unknown("…")),
                [] => Err(unknown("…")),
                _ => {
                    let ambiguous = Finding::fatal(&COMPANY_AMBIGUOUS).at("/company");
                    Err(Failure::invalid(vec![ambiguous]))
                }
            },
        }
    }
}
