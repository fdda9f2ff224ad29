//! What a document is made of: its payload and its typed content, in each round of sending.
//!
//! A document keeps what it was sent with first. Only a round in which it was addressed anew has an
//! edition of its own, so that every delivery still has the bytes that it left with.
//!
//! SQLite builds each row in memory, more than once. So what is long is kept in pieces, a row each,
//! and its own row has nothing in its place.

use crate::domain::failure::Failure;
use crate::domain::failure::{MEMORY_SHORT, Status};
use crate::store::sqlite::failure::{named, storage};
use crate::store::sqlite::{Tx, change, row};
use crate::store::{DOCUMENT_UNREADABLE, unreadable};
use rusqlite::params;

/// A document as it was addressed for a round.
#[derive(Debug)]
pub struct NewEdition<'a> {
    /// Id of the document
    pub document: &'a str,
    /// How often it was sent on purpose, this time included
    pub round: u32,
    /// The typed content as JSON
    pub invoice: &'a str,
    /// The payload
    pub xml: &'a [u8],
}

/// Longer contents are kept in pieces of so many bytes.
const PIECE: usize = 256 << 10;
/// The round of what a document was sent with first.
const FIRST: u32 = 0;
const TERMS: &str = "invoice";
const PAYLOAD: &str = "xml";

/// What a document is made of, as its own row has it: nothing where it lies in pieces.
pub struct Own<'a> {
    pub invoice: &'a str,
    pub xml: &'a [u8],
}

impl<'a> Own<'a> {
    /// What stands in the row itself.
    pub fn of(invoice: &'a str, xml: &'a [u8]) -> Self {
        let short = |bytes: &[u8]| bytes.len() <= PIECE;
        let invoice = Some(invoice).filter(|it| short(it.as_bytes())).unwrap_or_default();
        Self { invoice, xml: Some(xml).filter(|xml| short(xml)).unwrap_or_default() }
    }
}

impl Tx<'_> {
    /// Keeps what a document is made of in one round.
    pub fn add_edition(&self, new: &NewEdition<'_>) -> Result<(), Failure> {
        let sql = "INSERT INTO edition (document_id, round, invoice, xml) VALUES (?1, ?2, ?3, ?4)";
        let own = Own::of(new.invoice, new.xml);
        change(self, sql, params![new.document, new.round, own.invoice, own.xml])?;
        self.add_pieces(new.document, new.round, new.invoice, new.xml)
    }

    /// Keeps the pieces of what a document was sent with first.
    pub fn add_first_pieces(&self, id: &str, invoice: &str, xml: &[u8]) -> Result<(), Failure> {
        self.add_pieces(id, FIRST, invoice, xml)
    }

    fn add_pieces(&self, id: &str, round: u32, terms: &str, xml: &[u8]) -> Result<(), Failure> {
        let sql = "INSERT INTO piece (document_id, round, content, part, bytes) \
                   VALUES (?1, ?2, ?3, ?4, ?5)";
        for (content, bytes) in [(TERMS, terms.as_bytes()), (PAYLOAD, xml)] {
            let long = bytes.len() > PIECE;
            for (part, bytes) in (0_u32..).zip(bytes.chunks(PIECE).filter(|_| long)) {
                change(self, sql, params![id, round, content, part, bytes])?;
            }
        }
        Ok(())
    }

    /// The payload of a document in a round.
    pub fn payload(&self, document: &str, round: u32) -> Result<Option<Vec<u8>>, Failure> {
        let sql = "SELECT coalesce(edition.xml, document.xml) AS own, \
                   coalesce(edition.round, 0) AS round FROM document \
                   LEFT JOIN edition ON edition.document_id = document.id AND edition.round = ?2 \
                   WHERE document.id = ?1";
        self.content(document, round, sql, PAYLOAD)
    }

    /// The typed content of a document in a round, as JSON.
    pub fn kept(&self, document: &str, round: u32) -> Result<Option<String>, Failure> {
        let sql = "SELECT CAST(coalesce(edition.invoice, document.invoice) AS BLOB) AS own, \
                   coalesce(edition.round, 0) AS round FROM document \
                   LEFT JOIN edition ON edition.document_id = document.id AND edition.round = ?2 \
                   WHERE document.id = ?1";
        let bytes = self.content(document, round, sql, TERMS)?;
        let text = bytes.map(String::from_utf8).transpose();
        text.map_err(|_| unreadable(&DOCUMENT_UNREADABLE, document))
    }

    fn content(
        &self,
        document: &str,
        round: u32,
        sql: &str,
        content: &str,
    ) -> Result<Option<Vec<u8>>, Failure> {
        let own = |row: &rusqlite::Row<'_>| Ok((row.get("own")?, row.get("round")?));
        let own = row(self, sql, params![document, round], own);
        let own: Option<(Vec<u8>, u32)> = named(own, &DOCUMENT_UNREADABLE, document)?;
        match own {
            Some((bytes, round)) if bytes.is_empty() => {
                self.pieces(document, round, content).map(Some)
            }
            own => Ok(own.map(|(bytes, _)| bytes)),
        }
    }

    fn pieces(&self, document: &str, round: u32, content: &str) -> Result<Vec<u8>, Failure> {
        let unreadable = || unreadable(&DOCUMENT_UNREADABLE, document);
        let of = params![document, round, content];
        let sql = "SELECT coalesce(sum(length(bytes)), 0) AS length FROM piece \
                   WHERE document_id = ?1 AND round = ?2 AND content = ?3";
        let length = row(self, sql, of, |row| row.get::<_, i64>("length"))?.unwrap_or_default();
        let length = usize::try_from(length).map_err(|_| unreadable())?;
        let mut whole = Vec::new();
        whole
            .try_reserve_exact(length)
            .map_err(|_| Failure::new(Status::Unavailable, &MEMORY_SHORT))?;
        let sql = "SELECT bytes FROM piece WHERE document_id = ?1 AND round = ?2 \
                   AND content = ?3 ORDER BY part";
        let mut statement = self.sql.prepare_cached(sql).map_err(storage)?;
        let mut rows = statement.query(of).map_err(storage)?;
        while let Some(row) = rows.next().map_err(storage)? {
            let bytes = row.get_ref("bytes").map_err(storage)?;
            whole.extend_from_slice(bytes.as_blob().map_err(|_| unreadable())?);
        }
        // Every document has content: where there is none it was lost.
        if whole.is_empty() { Err(unreadable()) } else { Ok(whole) }
    }
}
