//! A document in its bytes: its business terms, and beside them what has none and is put back.

use crate::domain::finding::Finding;
use crate::domain::invoice::Other;
use crate::office::protocol::door::Door;
use crate::peppol::other::{OTHER_PLACE, put_back};
use crate::peppol::write::{Document, write};

/// Writes a document. What cannot be put back is told where it was given, and nothing is written.
pub fn write_whole(door: &mut Door, document: Document<'_>) -> Vec<u8> {
    let others = &document.invoice.more.other;
    match put_back(write(document), others) {
        Ok(xml) => xml,
        Err((index, fault)) => {
            let Other { inside, content } = others.get(index).cloned().unwrap_or_default();
            let (field, value) = match fault.words == &OTHER_PLACE {
                true => ("inside", inside),
                false => ("content", content),
            };
            let path = format!("/invoice/other/{index}/{field}");
            door.report(Finding::fatal(fault).at(&path).value(&value));
            Vec::new()
        }
    }
}
