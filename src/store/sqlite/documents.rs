//! Documents as they were sent: what was asked, what was built, what was answered.

use crate::domain::channel::Overrides;
use crate::domain::delivery::beyond_any_lease;
use crate::domain::failure::Failure;
use crate::domain::invoice::Type;
use crate::store::DOCUMENT_UNREADABLE;
use crate::store::sqlite::apart::{Listed, each};
use crate::store::sqlite::editions::Own;
use crate::store::sqlite::failure::named;
use crate::store::sqlite::{
    Tx, card, change, failure::storage, json, micros, moment, moment_or_none, row, unfit,
};
use jiff::Timestamp;
use rusqlite::{Row, params, types};

/// A document to keep.
#[derive(Debug)]
pub struct NewDocument<'a> {
    /// Id
    pub id: &'a str,
    /// The sending company
    pub company: i64,
    /// What it is
    pub r#type: Type,
    /// Document number
    pub number: &'a str,
    /// Who receives
    pub customer: &'a str,
    /// Hash of the typed content
    pub content_hash: &'a str,
    /// The host's own key
    pub host_key: Option<&'a str>,
    /// Amount to pay
    pub payable: &'a str,
    /// Its currency
    pub currency: &'a str,
    /// What the caller decided for this document
    pub overrides: &'a Overrides,
    /// The typed content as JSON
    pub invoice: &'a str,
    /// The payload
    pub xml: &'a [u8],
    /// When
    pub now: Timestamp,
}

/// A kept document, without its payload.
#[derive(Clone, Debug)]
pub struct DocumentRow {
    /// Place in the order of sending
    pub seq: i64,
    /// Id
    pub id: String,
    /// What it is
    pub r#type: Type,
    /// Document number
    pub number: String,
    /// Who receives
    pub customer: String,
    /// Hash of the typed content
    pub content_hash: String,
    /// The host's own key
    pub host_key: Option<String>,
    /// Amount to pay
    pub payable: String,
    /// Its currency
    pub currency: String,
    /// The answer that was given
    pub reply: String,
    /// When it was sent
    pub created_at: Timestamp,
    /// What the caller decided for this document
    pub overrides: Overrides,
    /// When the consumer was asked for its sake
    pub asked_at: Option<Timestamp>,
}

/// Which documents are listed; none of the fields means all of them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter<'a> {
    /// Those of this customer
    pub customer: Option<&'a str>,
    /// Those of this type
    pub kind: Option<Type>,
    /// Those whose last delivery is in this state
    pub state: Option<&'a str>,
}

/// The columns of a document.
pub(super) const COLUMNS: &str = "seq, id, type, number, customer_number, content_hash, \
     host_key, payable, currency, reply, created_at, overrides, asked_at";

/// A document out of its row.
pub(super) fn document(row: &Row<'_>) -> rusqlite::Result<DocumentRow> {
    let kind: String = row.get("type")?;
    Ok(DocumentRow {
        seq: row.get("seq")?,
        id: row.get("id")?,
        r#type: Type::parse(&kind).map_err(|_| unfit(types::Type::Text, std::fmt::Error))?,
        number: row.get("number")?,
        customer: row.get("customer_number")?,
        content_hash: row.get("content_hash")?,
        host_key: row.get("host_key")?,
        payable: row.get("payable")?,
        currency: row.get("currency")?,
        reply: row.get("reply")?,
        created_at: moment(row, "created_at")?,
        overrides: card(row, "overrides")?,
        asked_at: moment_or_none(row, "asked_at")?,
    })
}

impl Tx<'_> {
    /// Keeps a document.
    pub fn add_document(&self, new: &NewDocument<'_>) -> Result<(), Failure> {
        let sql = "INSERT INTO document (id, company_id, type, number, customer_number, \
                   content_hash, host_key, payable, currency, invoice, xml, reply, created_at, \
                   overrides) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, '{}', ?12, ?13)";
        let own = Own::of(new.invoice, new.xml);
        let values = params![
            new.id,
            new.company,
            new.r#type.word(),
            new.number,
            new.customer,
            new.content_hash,
            new.host_key,
            new.payable,
            new.currency,
            own.invoice,
            own.xml,
            micros(new.now),
            json(new.overrides)?,
        ];
        change(self, sql, values)?;
        self.add_first_pieces(new.id, new.invoice, new.xml)
    }

    /// Keeps the answer that was given when a document was sent, for a replay.
    pub fn keep_answer(&self, id: &str, reply: &str) -> Result<(), Failure> {
        change(self, "UPDATE document SET reply = ?2 WHERE id = ?1", params![id, reply]).map(drop)
    }

    /// Keeps what the caller has decided anew for a document.
    pub fn keep_overrides(&self, id: &str, overrides: &Overrides) -> Result<(), Failure> {
        let sql = "UPDATE document SET overrides = ?2 WHERE id = ?1";
        change(self, sql, params![id, json(overrides)?]).map(drop)
    }

    /// Notes when the consumer was asked for the sake of a document.
    pub fn note_asked(&self, id: &str, asked_at: Option<Timestamp>) -> Result<(), Failure> {
        let sql = "UPDATE document SET asked_at = ?2 WHERE id = ?1";
        change(self, sql, params![id, asked_at.map(micros)]).map(drop)
    }

    /// The document with this type and number.
    pub fn document_by_number(
        &self,
        company: i64,
        kind: Type,
        number: &str,
    ) -> Result<Option<DocumentRow>, Failure> {
        let sql = format!(
            "SELECT {COLUMNS} FROM document WHERE company_id = ?1 AND type = ?2 AND number = ?3"
        );
        let found = row(self, &sql, params![company, kind.word(), number], document);
        named(found, &DOCUMENT_UNREADABLE, number)
    }

    /// The document with this id.
    pub fn document_by_id(&self, company: i64, id: &str) -> Result<Option<DocumentRow>, Failure> {
        let sql = format!("SELECT {COLUMNS} FROM document WHERE company_id = ?1 AND id = ?2");
        named(row(self, &sql, params![company, id], document), &DOCUMENT_UNREADABLE, id)
    }

    /// Documents after a place in the order of sending, only some of them if asked for.
    pub fn documents_after(
        &self,
        company: i64,
        after: i64,
        which: Filter<'_>,
        limit: u32,
        now: Timestamp,
    ) -> Result<Vec<Listed<DocumentRow>>, Failure> {
        let sql = format!(
            "SELECT {COLUMNS} FROM document WHERE company_id = ?1 AND seq > ?2 \
             AND (?3 IS NULL OR customer_number = ?3) AND (?8 IS NULL OR type = ?8) \
             AND (?4 IS NULL OR ?4 = (SELECT CASE WHEN state = 'leased' \
                                                  AND (lease_until <= ?6 OR lease_until >= ?7) \
                                             THEN 'unknown' ELSE state END \
                                      FROM delivery WHERE document_id = document.id \
                                      ORDER BY delivery.seq DESC LIMIT 1)) \
             ORDER BY seq LIMIT ?5"
        );
        let mut statement = self.sql.prepare_cached(&sql).map_err(storage)?;
        let beyond = micros(beyond_any_lease(now));
        let Filter { customer, kind, state } = which;
        let kind = kind.map(Type::word);
        let values = params![company, after, customer, state, limit, micros(now), beyond, kind];
        each(&mut statement, values, ("seq", "id"), &DOCUMENT_UNREADABLE, document)
    }
}
