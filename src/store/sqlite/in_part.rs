//! As much of a delivery or document as can be read: to show it, and to call it off.

use crate::domain::channel::Channel;
use crate::domain::delivery::{Purpose, State, WaitingFor};
use crate::domain::failure::Failure;
use crate::domain::invoice::Type;
use crate::store::sqlite::apart::{lossy, lossy_or_none};
use crate::store::sqlite::deliveries::{self, delivery};
use crate::store::sqlite::documents::{self, document};
use crate::store::sqlite::failure::{is_of_a_row, storage};
use crate::store::sqlite::{Tx, card, moment, moment_or_none, row, rows};
use crate::store::{
    DELIVERY_UNREADABLE, DOCUMENT_UNREADABLE, DeliveryRow, DocumentRow, unreadable,
};
use jiff::Timestamp;
use rusqlite::{Row, ToSql, params};
use serde_json::Value;

/// As much of a delivery as can be read; a state that cannot is unknown.
fn delivery_in_part(row: &Row<'_>) -> rusqlite::Result<DeliveryRow> {
    match delivery(row) {
        Err(error) if is_of_a_row(&error) => {}
        read => return read,
    }
    let (purpose, state) = (lossy(row, "purpose")?, lossy(row, "state")?);
    let document = lossy_or_none(row, "document_id")?;
    let usual = if document.is_some() { Purpose::Document } else { Purpose::Registration };
    let channel = lossy_or_none(row, "channel")?;
    Ok(DeliveryRow {
        id: lossy(row, "id")?,
        company: row.get("company_id")?,
        document,
        purpose: Purpose::named(&purpose).unwrap_or(usual),
        channel: channel.and_then(|channel| Channel::parse(&channel).ok()),
        state: State::named(&state).unwrap_or(State::Unknown),
        waiting_for: Some(WaitingFor::Repair.word().to_owned()),
        due_at: None,
        attempts: row.get("attempts").unwrap_or(0),
        lease: lossy_or_none(row, "lease")?,
        lease_until: moment_or_none(row, "lease_until").unwrap_or_default(),
        code: Some(DELIVERY_UNREADABLE.code.to_owned()),
        reason: lossy_or_none(row, "reason")?,
        spare: Vec::new(),
        message: Value::Null,
        queued_at: moment(row, "created_at").unwrap_or(Timestamp::UNIX_EPOCH),
        round: row.get("round").unwrap_or(1),
        decision: Value::Null,
        whole: false,
    })
}

/// As much of a document as can be read, to show it and to call it off.
fn document_in_part(row: &Row<'_>) -> rusqlite::Result<DocumentRow> {
    match document(row) {
        Err(error) if is_of_a_row(&error) => {}
        read => return read,
    }
    Ok(DocumentRow {
        seq: row.get("seq")?,
        id: lossy(row, "id")?,
        r#type: Type::parse(&lossy(row, "type")?).unwrap_or(Type::Invoice),
        number: lossy(row, "number")?,
        customer: lossy(row, "customer_number")?,
        content_hash: lossy(row, "content_hash")?,
        host_key: lossy_or_none(row, "host_key")?,
        payable: lossy(row, "payable")?,
        currency: lossy(row, "currency")?,
        reply: lossy(row, "reply")?,
        created_at: moment(row, "created_at").unwrap_or(Timestamp::UNIX_EPOCH),
        overrides: card(row, "overrides").unwrap_or_default(),
        asked_at: moment_or_none(row, "asked_at").unwrap_or_default(),
    })
}

impl Tx<'_> {
    /// As much as can be read of the delivery with this id.
    pub fn delivery_in_part(&self, id: &str) -> Result<Option<DeliveryRow>, Failure> {
        let sql = format!("SELECT {} FROM delivery WHERE id = ?1", deliveries::COLUMNS);
        row(self, &sql, params![id], delivery_in_part)
    }

    /// As much as can be read of the deliveries of a document, oldest first; the others are noted.
    pub fn deliveries_in_part(&self, document: &str) -> Result<Vec<DeliveryRow>, Failure> {
        let sql = format!(
            "SELECT {} FROM delivery WHERE document_id = ?1 ORDER BY seq",
            deliveries::COLUMNS
        );
        let mut statement = self.sql.prepare_cached(&sql).map_err(storage)?;
        let found = rows(&mut statement, params![document], delivery_in_part)?;
        found.iter().for_each(|row| self.note_in_part(row));
        Ok(found)
    }

    /// As much as can be read of the last delivery of a document.
    pub fn last_delivery(&self, document: &str) -> Result<Option<DeliveryRow>, Failure> {
        let sql = format!(
            "SELECT {} FROM delivery WHERE document_id = ?1 ORDER BY seq DESC LIMIT 1",
            deliveries::COLUMNS
        );
        let found = row(self, &sql, params![document], delivery_in_part)?;
        found.iter().for_each(|row| self.note_in_part(row));
        Ok(found)
    }

    fn note_in_part(&self, row: &DeliveryRow) {
        if !row.whole {
            self.note_unreadable(&unreadable(&DELIVERY_UNREADABLE, &row.id));
        }
    }

    /// As much as can be read of the document with this type and number.
    pub fn numbered_in_part(
        &self,
        company: i64,
        kind: Type,
        number: &str,
    ) -> Result<Option<DocumentRow>, Failure> {
        let values = params![company, kind.word(), number];
        self.document_in_part("company_id = ?1 AND type = ?2 AND number = ?3", values)
    }

    /// As much as can be read of the document with this id.
    pub fn identified_in_part(
        &self,
        company: i64,
        id: &str,
    ) -> Result<Option<DocumentRow>, Failure> {
        self.document_in_part("company_id = ?1 AND id = ?2", params![company, id])
    }

    fn document_in_part(
        &self,
        which: &str,
        params: &[&dyn ToSql],
    ) -> Result<Option<DocumentRow>, Failure> {
        let sql = format!("SELECT {} FROM document WHERE {which}", documents::COLUMNS);
        let read = |row: &Row<'_>| Ok((document_in_part(row)?, document(row).is_ok()));
        let Some((document, whole)) = row(self, &sql, params, read)? else { return Ok(None) };
        if !whole {
            self.note_unreadable(&unreadable(&DOCUMENT_UNREADABLE, &document.id));
        }
        Ok(Some(document))
    }

    /// Whether there is a document with this id.
    pub fn has_document(&self, id: &str) -> Result<bool, Failure> {
        let sql = "SELECT 1 AS one FROM document WHERE id = ?1";
        Ok(row(self, sql, params![id], |row| row.get::<_, i64>("one"))?.is_some())
    }
}
