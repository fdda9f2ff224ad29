//! What SQLite says, as a failure with a name and a next step.

use crate::domain::failure::{Failure, MEMORY_SHORT, Status};
use crate::domain::finding::Fault;
use crate::store::{
    STORE_BUSY, STORE_DAMAGED, STORE_FULL, STORE_NEWER, STORE_READ_ONLY, STORE_UNUSABLE,
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
        _ if matches!(error, rusqlite::Error::FromSqlConversionFailure(..)) => damaged(),
        _ => {
            let reason = code.map_or_else(|| "SQLite".to_owned(), |code| format!("{code:?}"));
            Failure::new(Status::Storage, Fault::new(&STORE_UNUSABLE).with("reason", reason))
        }
    }
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

/// The file's layout is newer than this library.
pub fn newer(found: u32, known: u32) -> Failure {
    let fault = Fault::new(&STORE_NEWER).with("found", found).with("known", known);
    Failure::new(Status::Storage, fault)
}
