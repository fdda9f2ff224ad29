//! What a verb is: its name and the right that it needs.

use crate::domain::company::Company;
use crate::domain::failure::{Failure, Status};
use crate::domain::role::{Task, allow};
use crate::office::Office;
use crate::office::protocol::company::find_company;
use crate::office::protocol::request::{Call, Enveloped};

/// A verb, by its request. The catalogue declares each one once.
pub trait Verb: Enveloped {
    /// Its name without the prefix `postbud_`.
    const NAME: &'static str;
    /// The right that it needs.
    const RIGHT: Right<Self>;
}

/// The right that a verb needs.
pub enum Right<T> {
    /// To one task, whatever the request says.
    To(Task),
    /// To one task, in the company that the fields of the request name.
    ToIn(Task, fn(&T) -> Option<&str>),
    /// To the task of every field that is given.
    ByField {
        /// What is asked for: the tasks of a request.
        tasks: fn(&T) -> Vec<Task>,
        /// The same in words: fields, and the task that they are.
        rows: &'static [(&'static str, Task)],
    },
    /// By what the request refers to, which only the store knows: the verb asks before it changes
    /// anything.
    BySubject(&'static [(&'static str, Task)]),
}

impl Office {
    /// Refuses a call to whoever has no right to it. Without a role it is the host itself, who may
    /// do everything.
    pub fn check_right<T: Verb>(&self, call: &Call<T>) -> Result<(), Failure> {
        if call.role.is_none() {
            return Ok(());
        }
        let (tasks, named) = match T::RIGHT {
            Right::To(task) => (vec![task], None),
            Right::ToIn(task, company) => (vec![task], Some(company(&call.body))),
            Right::ByField { tasks, .. } => (tasks(&call.body), None),
            Right::BySubject(_) => return Ok(()),
        };
        if tasks.iter().all(|task| *task == Task::Daily) {
            return Ok(());
        }
        let name = named.unwrap_or(call.company.as_deref());
        let company = self.store.read(|tx| match (named, name) {
            (Some(_), None) => Ok(None),
            _ => find_company(tx, name).map(Some),
        });
        let company = match company {
            Ok(company) => company,
            // Which company that should be is told by the verb itself, if the role may ask at all.
            Err(failure) if failure.status == Status::Storage => return Err(failure),
            Err(_) => None,
        };
        tasks.into_iter().try_for_each(|task| self.allow(call, task, company.as_ref()))
    }

    /// Refuses a task to whoever has no right to it in this company.
    pub fn allow<T: Verb>(
        &self,
        call: &Call<T>,
        task: Task,
        company: Option<&Company>,
    ) -> Result<(), Failure> {
        let own = company.and_then(|company| company.settings.activation_by.as_ref());
        let activation_by = own.unwrap_or(&self.config.activation_by);
        allow(call.role, T::NAME, task, activation_by)
            .map_err(|fault| Failure::new(Status::Refused, fault))
    }
}
