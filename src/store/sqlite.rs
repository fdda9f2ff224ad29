//! The default store: one SQLite file. SQL is written out here and nowhere else.
//!
//! Write-ahead log with full synchronisation: what was answered OK is on the disk. Moments are
//! microseconds since 1970 in UTC, so that they compare as numbers; cards are JSON of the domain
//! types, beside the columns that are searched.

mod apart;
mod companies;
mod customers;
mod deliveries;
mod documents;
mod editions;
mod failure;
mod file;
mod history;
mod in_part;
mod leases;
mod migrations;
mod secrets;

pub use apart::Listed;
pub use deliveries::{DeliveryRow, NewDelivery};
pub use documents::{DocumentRow, Filter, NewDocument};
pub use editions::NewEdition;
pub use history::{HistoryRow, NewHistory};
pub use leases::LeaseRow;
pub use migrations::STORE_VERSION;
pub use secrets::Sealed;

use crate::domain::failure::Failure;
use crate::domain::finding::Finding;
use failure::{damaged, storage, unopened, unusable};
use file::OpenFiles;
use jiff::Timestamp;
use rusqlite::types::Type;
use rusqlite::{Connection, OpenFlags, Row, Transaction, TransactionBehavior};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// How long a call waits for another program's transaction.
const BUSY: Duration = Duration::from_secs(10);

/// An open SQLite store.
#[derive(Debug)]
pub struct Sqlite {
    connection: Mutex<Connection>,
    files: OpenFiles,
}

/// One transaction.
#[derive(Debug)]
pub struct Tx<'a> {
    sql: Transaction<'a>,
    unreadable: RefCell<Vec<Finding>>,
}

/// What names a store that is only in memory.
pub const IN_MEMORY: &str = ":memory:";

impl Sqlite {
    /// Opens or creates the store; an older layout is brought up to date, a newer one refused.
    pub fn open(path: &str) -> Result<Self, Failure> {
        // SQLite is built to take URIs and names that begin with a colon apart; from the root on, a
        // path is nothing but a path.
        let place = match path {
            IN_MEMORY => PathBuf::from(path),
            _ => std::path::absolute(Path::new(path)).map_err(|error| unusable(&error))?,
        };
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = Connection::open_with_flags(place, flags).map_err(storage)?;
        prepare(&mut connection).map_err(|failure| unopened(&connection, failure))?;
        connection.set_prepared_statement_cache_capacity(64);
        let files = OpenFiles::of(&connection);
        Ok(Self { connection: Mutex::new(connection), files })
    }

    /// Runs one transaction: kept when it succeeds, undone when it fails or panics.
    pub fn write<T>(&self, run: impl FnOnce(&Tx<'_>) -> Result<T, Failure>) -> Result<T, Failure> {
        self.transaction(TransactionBehavior::Immediate, run)
    }

    /// Runs one transaction that only reads: one consistent view.
    pub fn read<T>(&self, run: impl FnOnce(&Tx<'_>) -> Result<T, Failure>) -> Result<T, Failure> {
        self.transaction(TransactionBehavior::Deferred, run)
    }

    fn transaction<T>(
        &self,
        behavior: TransactionBehavior,
        run: impl FnOnce(&Tx<'_>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        // A panic inside an earlier call rolled its transaction back: the connection is sound.
        let mut connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        self.files.check()?;
        let sql = connection.transaction_with_behavior(behavior).map_err(storage)?;
        // Another program may have brought the layout up to date since this handle was opened.
        migrations::same_layout(&sql)?;
        let tx = Tx { sql, unreadable: RefCell::default() };
        let result = run(&tx)?;
        tx.sql.commit().map_err(storage)?;
        Ok(result)
    }
}

fn prepare(connection: &mut Connection) -> Result<(), Failure> {
    connection.busy_timeout(BUSY).map_err(storage)?;
    // Else sorting a long list would ask the environment for a folder, and write into it.
    connection.pragma_update(None, "temp_store", "MEMORY").map_err(storage)?;
    migrations::check_version(connection)?;
    for (pragma, value) in
        [("journal_mode", "WAL"), ("synchronous", "FULL"), ("foreign_keys", "ON")]
    {
        connection.pragma_update(None, pragma, value).map_err(storage)?;
    }
    migrations::migrate(connection)
}

fn micros(moment: Timestamp) -> i64 {
    moment.as_microsecond()
}

fn moment(row: &Row<'_>, column: &str) -> rusqlite::Result<Timestamp> {
    let micros: i64 = row.get(column)?;
    Timestamp::from_microsecond(micros).map_err(|error| unfit(Type::Integer, error))
}

fn moment_or_none(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<Timestamp>> {
    let micros: Option<i64> = row.get(column)?;
    micros.map(Timestamp::from_microsecond).transpose().map_err(|error| unfit(Type::Integer, error))
}

fn card<T: DeserializeOwned>(row: &Row<'_>, column: &str) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(|error| unfit(Type::Text, error))
}

/// A value that is none of its kind.
fn unfit(kind: Type, error: impl std::error::Error + Send + Sync + 'static) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, kind, Box::new(error))
}

fn json(value: &impl Serialize) -> Result<String, Failure> {
    serde_json::to_string(value).map_err(|_| damaged())
}

/// The rows of a query, each made into a value.
fn rows<T>(
    statement: &mut rusqlite::CachedStatement<'_>,
    params: &[&dyn rusqlite::ToSql],
    make: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, Failure> {
    let made = statement.query_map(params, make).map_err(storage)?;
    made.collect::<rusqlite::Result<_>>().map_err(storage)
}

/// The one row of a query, if there is one.
fn row<T>(
    tx: &Tx<'_>,
    sql: &str,
    params: &[&dyn rusqlite::ToSql],
    make: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Option<T>, Failure> {
    let mut statement = tx.sql.prepare_cached(sql).map_err(storage)?;
    Ok(rows(&mut statement, params, make)?.into_iter().next())
}

/// A statement that changes rows; how many.
fn change(tx: &Tx<'_>, sql: &str, params: &[&dyn rusqlite::ToSql]) -> Result<usize, Failure> {
    let mut statement = tx.sql.prepare_cached(sql).map_err(storage)?;
    statement.execute(params).map_err(storage)
}
