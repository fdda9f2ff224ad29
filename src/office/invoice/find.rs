//! Finds the document that a request names.

use crate::domain::failure::Failure;
use crate::domain::finding::Fault;
use crate::domain::invoice::{DOCUMENT_UNKNOWN, Type};
use crate::office::protocol::door::Door;
use crate::office::protocol::text::{code, text};
use crate::store::{DocumentRow, Tx};

/// Which document: by number (and type), or by id.
#[derive(Clone, Copy, Debug)]
pub struct Which<'a> {
    /// Number.
    pub number: Option<&'a String>,
    /// Its type.
    pub r#type: Option<&'a String>,
    /// Id, instead of the number.
    pub id: Option<&'a String>,
}

/// The document that is meant; none when the request does not say.
pub fn find(
    door: &mut Door,
    tx: &Tx<'_>,
    company: i64,
    which: Which<'_>,
) -> Result<Option<DocumentRow>, Failure> {
    let by_id = |id: &str| tx.document_by_id(company, id);
    find_by(door, which, by_id, |kind, number| tx.document_by_number(company, kind, number))
}

/// As much as can be read of the document that is meant.
pub fn find_in_part(
    door: &mut Door,
    tx: &Tx<'_>,
    company: i64,
    which: Which<'_>,
) -> Result<Option<DocumentRow>, Failure> {
    let by_id = |id: &str| tx.identified_in_part(company, id);
    find_by(door, which, by_id, |kind, number| tx.numbered_in_part(company, kind, number))
}

fn find_by(
    door: &mut Door,
    which: Which<'_>,
    by_id: impl FnOnce(&str) -> Result<Option<DocumentRow>, Failure>,
    by_number: impl FnOnce(Type, &str) -> Result<Option<DocumentRow>, Failure>,
) -> Result<Option<DocumentRow>, Failure> {
    let kind = door.optional("/type", which.r#type, Type::parse).unwrap_or(Type::Invoice);
    let unknown =
        |name: &str| Failure::not_found(Fault::new(&DOCUMENT_UNKNOWN).with("number", name));
    if which.id.is_some() {
        let Some(id) = door.required("/id", which.id, code(60)) else { return Ok(None) };
        return by_id(&id)?.ok_or_else(|| unknown(&id)).map(Some);
    }
    let Some(number) = door.required("/number", which.number, text(40)) else {
        return Ok(None);
    };
    if !door.is_clear() {
        return Ok(None);
    }
    by_number(kind, &number)?.ok_or_else(|| unknown(&number)).map(Some)
}
