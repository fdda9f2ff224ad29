//! Sealed secrets as a whole: what tells the right key from a wrong one.

use crate::domain::failure::Failure;
use crate::store::sqlite::apart::lossy;
use crate::store::sqlite::{Tx, change, failure::storage, row, rows};
use rusqlite::{Row, params};

/// A sealed secret: the number of its company, where it belongs, and its bytes.
pub type Sealed = (String, String, Vec<u8>);

fn sealed(row: &Row<'_>) -> rusqlite::Result<Sealed> {
    let (company, name): (i64, String) = (row.get("company_id")?, lossy(row, "name")?);
    Ok((lossy(row, "organisation_number")?, format!("{company}/{name}"), row.get("sealed")?))
}

impl Tx<'_> {
    /// What the key of this store was first given to seal.
    pub fn secrets_check(&self) -> Result<Option<Vec<u8>>, Failure> {
        let sql = "SELECT sealed FROM secrets_check WHERE id = 1";
        row(self, sql, params![], |row| row.get("sealed"))
    }

    /// Keeps what the key of this store has sealed; it is never replaced.
    pub fn keep_secrets_check(&self, sealed: &[u8]) -> Result<(), Failure> {
        let sql = "INSERT INTO secrets_check (id, sealed) VALUES (1, ?1)";
        change(self, sql, params![sealed]).map(drop)
    }

    /// Every sealed secret of the store.
    pub fn sealed_secrets(&self) -> Result<Vec<Sealed>, Failure> {
        let sql = "SELECT company_id, organisation_number, name, sealed \
                   FROM secret JOIN company ON company.id = company_id";
        let mut statement = self.sql.prepare_cached(sql).map_err(storage)?;
        rows(&mut statement, params![], sealed)
    }
}
