//! What SQLite says, as a failure with a name and a next step.

use crate::domain::failure::{Failure, MEMORY_SHORT, Status};
use crate::domain::finding::Fault;
use crate::domain::words::Words;
use crate::store::{
    ROW_UNREADABLE, STORE_BUSY, STORE_DAMAGED, STORE_FULL, STORE_NEWER, STORE_OLDER,
    STORE_READ_ONLY, STORE_UNUSABLE, unreadable,
};
use rusqlite::{Connection, ErrorCode, MAIN_DB};

/// The failure behind an error of SQLite.
pub fn storage(error: rusqlite::Error) -> Failure {
    let code = error.sqlite_error_code();
    match code {
        Some(ErrorCode::DiskFull) => Failure::new(Status::Storage, &STORE_FULL),
        Some(ErrorCode::ReadOnly) => Failure::new(Status::Storage, &STORE_READ_ONLY),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            Failure::new(Status::Unavailable, &STORE_BUSY)
        }
        Some(ErrorCode::OutOfMemory) => Failure::new(Status::Unavailable, &MEMORY_SHORT),
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => damaged(),
        _ if is_of_a_row(&error) => Failure::new(Status::Storage, &ROW_UNREADABLE),
        _ => {
            let reason = code.map_or_else(|| "SQLite".to_owned(), |code| format!("{code:?}"));
            Failure::new(Status::Storage, Fault::new(&STORE_UNUSABLE).with("reason", reason))
        }
    }
}

/// Whether a value of a row is none that belongs there. The file itself is sound then.
pub const fn is_of_a_row(error: &rusqlite::Error) -> bool {
    matches!(
        error,
        rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::Utf8Error(..)
    )
}

/// The same result; a row that cannot be read has the name of what it is.
pub fn named<T>(
    result: Result<T, Failure>,
    words: &'static Words,
    name: &str,
) -> Result<T, Failure> {
    let of_a_row = |failure: &Failure| failure.words().code == ROW_UNREADABLE.code;
    result.map_err(|failure| if of_a_row(&failure) { unreadable(words, name) } else { failure })
}

/// A path that is none.
pub fn unusable(error: &std::io::Error) -> Failure {
    let fault = Fault::new(&STORE_UNUSABLE).with("reason", error.kind());
    Failure::new(Status::Storage, fault)
}

/// Why a store was not opened: of a file that may only be read SQLite says no more than that it
/// cannot put its log beside it.
pub fn unopened(connection: &Connection, failure: Failure) -> Failure {
    let unsaid = failure.words().code == STORE_UNUSABLE.code;
    match connection.is_readonly(MAIN_DB) {
        Ok(true) if unsaid => Failure::new(Status::Storage, &STORE_READ_ONLY),
        _ => failure,
    }
}

/// The file holds what postbud never wrote.
pub fn damaged() -> Failure {
    Failure::new(Status::Storage, &STORE_DAMAGED)
}

/// The file's layout has become older than this library's.
pub fn older(found: u32, known: u32) -> Failure {
    let fault = Fault::new(&STORE_OLDER).with("found", found).with("known", known);
    Failure::new(Status::Storage, fault)
}

/// The file's layout is newer than this library.
pub fn newer(found: u32, known: u32) -> Failure {
    let fault = Fault::new(&STORE_NEWER).with("found", found).with("known", known);
    Failure::new(Status::Storage, fault)
}
