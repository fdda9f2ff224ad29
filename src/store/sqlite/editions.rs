//! What a document is made of: its payload and its typed content, in each round of sending.
//!
//! A document keeps what it was sent with first. Only a round in which it was addressed anew has an
//! edition of its own, so that every delivery still has the bytes that it left with.

use crate::domain::failure::Failure;
use crate::store::DOCUMENT_UNREADABLE;
use crate::store::sqlite::failure::named;
use crate::store::sqlite::{Tx, change, row};
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

impl Tx<'_> {
    /// Keeps what a document is made of in one round.
    pub fn add_edition(&self, new: &NewEdition<'_>) -> Result<(), Failure> {
        let sql = "INSERT INTO edition (document_id, round, invoice, xml) VALUES (?1, ?2, ?3, ?4)";
        change(self, sql, params![new.document, new.round, new.invoice, new.xml]).map(drop)
    }

    /// The payload of a document in a round.
    pub fn payload(&self, document: &str, round: u32) -> Result<Option<Vec<u8>>, Failure> {
        let sql = "SELECT coalesce(edition.xml, document.xml) AS xml FROM document \
                   LEFT JOIN edition ON edition.document_id = document.id AND edition.round = ?2 \
                   WHERE document.id = ?1";
        let found = row(self, sql, params![document, round], |row| row.get("xml"));
        named(found, &DOCUMENT_UNREADABLE, document)
    }

    /// The typed content of a document in a round, as JSON.
    pub fn kept(&self, document: &str, round: u32) -> Result<Option<String>, Failure> {
        let sql = "SELECT coalesce(edition.invoice, document.invoice) AS invoice FROM document \
                   LEFT JOIN edition ON edition.document_id = document.id AND edition.round = ?2 \
                   WHERE document.id = ?1";
        let found = row(self, sql, params![document, round], |row| row.get("invoice"));
        named(found, &DOCUMENT_UNREADABLE, document)
    }
}
