//! One row that cannot be read holds up no other: lists tell it apart, what was begun for its sake
//! is undone alone, and its delivery is set aside.

use crate::domain::delivery::{State, WaitingFor};
use crate::domain::failure::{Failure, Status};
use crate::domain::finding::{Finding, Severity};
use crate::domain::words::Words;
use crate::store::sqlite::failure::{is_of_a_row, storage};
use crate::store::sqlite::{Tx, change};
use crate::store::{is_apart, unreadable};
use rusqlite::types::ValueRef;
use rusqlite::{CachedStatement, Row, params};

/// More rows than this are not noted in one transaction.
const MOST_NOTED: usize = 100;

/// A row of a list, or why it cannot be read.
#[derive(Debug)]
pub struct Listed<T> {
    /// What the list goes by.
    pub key: String,
    /// The row.
    pub row: Result<T, Failure>,
}

/// The rows of a query, each on its own; `key` is the column that the list goes by, `name` the one
/// that names a row to the host.
pub fn each<T>(
    statement: &mut CachedStatement<'_>,
    params: &[&dyn rusqlite::ToSql],
    (key, name): (&str, &str),
    words: &'static Words,
    make: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<Listed<T>>, Failure> {
    let listed = |row: &Row<'_>| {
        let made = match make(row) {
            Ok(made) => Ok(made),
            Err(error) if is_of_a_row(&error) => Err(unreadable(words, &lossy(row, name)?)),
            Err(error) => return Err(error),
        };
        Ok(Listed { key: lossy(row, key)?, row: made })
    };
    let made = statement.query_map(params, listed).map_err(storage)?;
    made.collect::<rusqlite::Result<_>>().map_err(storage)
}

/// A value as text, whatever it is.
pub fn lossy(row: &Row<'_>, column: &str) -> rusqlite::Result<String> {
    Ok(match row.get_ref(column)? {
        ValueRef::Text(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        ValueRef::Integer(number) => number.to_string(),
        _ => String::new(),
    })
}

/// A value as text, or none where there is none.
pub fn lossy_or_none(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<String>> {
    match row.get_ref(column)? {
        ValueRef::Null => Ok(None),
        _ => lossy(row, column).map(Some),
    }
}

impl Tx<'_> {
    /// Does something that is undone alone when a row that it needs cannot be read.
    pub fn apart<T>(
        &self,
        run: impl FnOnce() -> Result<T, Failure>,
    ) -> Result<Result<T, Failure>, Failure> {
        change(self, "SAVEPOINT apart", params![])?;
        let done = run();
        match &done {
            Ok(_) => {}
            // The store itself has failed: nothing of the transaction will stay.
            Err(failure) if failure.status == Status::Storage && !is_apart(failure) => {
                return done.map(Ok);
            }
            Err(_) => {
                change(self, "ROLLBACK TO apart", params![])?;
            }
        }
        change(self, "RELEASE apart", params![])?;
        match done {
            Err(failure) if !is_apart(&failure) => Err(failure),
            done => Ok(done),
        }
    }

    /// Notes a row that could not be read, for the reply.
    pub fn note_unreadable(&self, failure: &Failure) {
        let mut noted = self.unreadable.borrow_mut();
        for finding in &failure.findings {
            let warning = Finding { severity: Severity::Warning, ..finding.clone() };
            if noted.len() < MOST_NOTED && !noted.contains(&warning) {
                noted.push(warning);
            }
        }
    }

    /// The rows that could not be read in this transaction.
    pub fn unreadable(&self) -> Vec<Finding> {
        self.unreadable.borrow().clone()
    }

    /// What was read, or none and a note where its row cannot be read.
    pub fn or_note<T>(&self, read: Result<T, Failure>) -> Result<Option<T>, Failure> {
        match read {
            Ok(value) => Ok(Some(value)),
            Err(failure) if is_apart(&failure) => {
                self.note_unreadable(&failure);
                Ok(None)
            }
            Err(failure) => Err(failure),
        }
    }

    /// Those rows of a list that can be read; the others are noted.
    pub fn readable<T>(&self, list: Vec<Listed<T>>) -> Vec<T> {
        let read = |listed: Listed<T>| match listed.row {
            Ok(row) => Some(row),
            Err(failure) => {
                self.note_unreadable(&failure);
                None
            }
        };
        list.into_iter().filter_map(read).collect()
    }

    /// Sets a delivery aside that has not left; whether it was not before, or for another reason.
    pub fn set_aside(&self, id: &str, code: &str, reason: &str) -> Result<bool, Failure> {
        let sql = "UPDATE delivery SET state = ?2, waiting_for = ?3, due_at = 0, code = ?4, \
                   reason = ?5 WHERE id = ?1 AND state IN ('queued', 'waiting') \
                   AND NOT (state = ?2 AND waiting_for IS ?3 AND code IS ?4)";
        let (state, wait) = (State::Waiting.word(), WaitingFor::Repair.word());
        Ok(change(self, sql, params![id, state, wait, code, reason])? > 0)
    }
}
