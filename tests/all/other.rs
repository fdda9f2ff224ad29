//! What others wrote beside the business terms is taken out, put back, and judged as before.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test")]
#![allow(clippy::indexing_slicing, clippy::print_stdout, reason = "a test")]

mod asked;
mod corpus;
mod limits;
mod pieces;

use postbud::domain::invoice::Other;
use postbud::peppol::other::put_back;
use postbud::peppol::read::{Reading, read};
use postbud::peppol::write::{Document, write};

/// The document as it is written from its business terms alone.
fn rebuilt(xml: &str) -> Option<String> {
    let Reading { invoice, seller, buyer, totals } = read(xml).ok()?;
    let (invoice, totals, seller, buyer) = (&invoice, &totals, &seller, &buyer);
    let bytes = write(Document { invoice, totals, seller, buyer });
    Some(String::from_utf8(bytes).unwrap())
}

fn put(xml: &str, others: &[Other]) -> String {
    let bytes = put_back(xml.as_bytes().to_vec(), others);
    String::from_utf8(bytes.unwrap_or_else(|fault| panic!("{fault:?} of {others:#?}"))).unwrap()
}

fn other(inside: &str, content: &str) -> Other {
    Other { inside: inside.to_owned(), content: content.to_owned() }
}
