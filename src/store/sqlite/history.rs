//! The history: every step with its time, channel and code. Rows are only ever added.

use crate::domain::failure::Failure;
use crate::store::HISTORY_UNREADABLE;
use crate::store::sqlite::apart::{Listed, each};
use crate::store::sqlite::{Tx, change, failure::storage, micros, moment};
use jiff::Timestamp;
use rusqlite::{Row, params};

/// A step to note.
#[derive(Clone, Debug, Default)]
pub struct NewHistory<'a> {
    /// The document it happened to
    pub document: Option<&'a str>,
    /// The delivery it happened to
    pub delivery: Option<&'a str>,
    /// What happened
    pub step: &'a str,
    /// On which channel
    pub channel: Option<&'a str>,
    /// Why, as a code
    pub code: Option<&'a str>,
    /// Why, in words
    pub reason: Option<&'a str>,
    /// Who asked for it
    pub actor: Option<&'a str>,
}

/// A noted step.
#[derive(Clone, Debug)]
pub struct HistoryRow {
    /// Place in the order of everything
    pub seq: i64,
    /// The document it happened to
    pub document: Option<String>,
    /// The delivery it happened to
    pub delivery: Option<String>,
    /// When
    pub at: Timestamp,
    /// What happened
    pub step: String,
    /// On which channel
    pub channel: Option<String>,
    /// Why, as a code
    pub code: Option<String>,
    /// Why, in words
    pub reason: Option<String>,
    /// Who asked for it
    pub actor: Option<String>,
}

const COLUMNS: &str = "seq, document_id, delivery_id, at, step, channel, code, reason, actor";

fn history(row: &Row<'_>) -> rusqlite::Result<HistoryRow> {
    Ok(HistoryRow {
        seq: row.get("seq")?,
        document: row.get("document_id")?,
        delivery: row.get("delivery_id")?,
        at: moment(row, "at")?,
        step: row.get("step")?,
        channel: row.get("channel")?,
        code: row.get("code")?,
        reason: row.get("reason")?,
        actor: row.get("actor")?,
    })
}

impl Tx<'_> {
    /// Notes a step.
    pub fn note(&self, company: i64, at: Timestamp, new: &NewHistory<'_>) -> Result<(), Failure> {
        let sql = "INSERT INTO history (company_id, document_id, delivery_id, at, step, channel, \
                   code, reason, actor) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        let values = params![
            company,
            new.document,
            new.delivery,
            micros(at),
            new.step,
            new.channel,
            new.code,
            new.reason,
            new.actor,
        ];
        change(self, sql, values).map(drop)
    }

    /// The steps of a document, oldest first.
    pub fn history_of(&self, document: &str) -> Result<Vec<Listed<HistoryRow>>, Failure> {
        let sql = format!("SELECT {COLUMNS} FROM history WHERE document_id = ?1 ORDER BY seq");
        let mut statement = self.sql.prepare_cached(&sql).map_err(storage)?;
        each(&mut statement, params![document], ("seq", "seq"), &HISTORY_UNREADABLE, history)
    }

    /// The steps of a company's documents after a place in the order.
    pub fn changes_after(
        &self,
        company: i64,
        after: i64,
        limit: u32,
    ) -> Result<Vec<Listed<HistoryRow>>, Failure> {
        let sql = format!(
            "SELECT {COLUMNS} FROM history WHERE company_id = ?1 AND seq > ?2 \
             AND document_id IS NOT NULL ORDER BY seq LIMIT ?3"
        );
        let mut statement = self.sql.prepare_cached(&sql).map_err(storage)?;
        let values = params![company, after, limit];
        each(&mut statement, values, ("seq", "seq"), &HISTORY_UNREADABLE, history)
    }
}
