//! What stands in a document of others and has no business term: taken out of it when it is read,
//! and put back when it is built again, so that nothing is dropped in silence.
//!
//! A document is read into business terms and written again; what the original has more is left
//! over. Each piece is one of three: an element with all that is in it, which goes where the
//! schema's order has it; `@name="value"`, an attribute of the element that it stands in; or a
//! text, which takes the place of that element's. Text is escaped, so it never begins with `<`,
//! and an `@` at its beginning is written `&#64;`: no piece can be taken for another kind.
//!
//! Pieces come from a caller, who may have changed them. They are read strictly, with limits and
//! without a DTD, and the schema judges them where they stand; the rules judge the document after.

mod compare;
mod content;
mod place;
mod print;
mod put;
mod shape;
mod tree;

use crate::domain::invoice::Other;
use crate::domain::words::words;
pub use put::{MOST_BYTES, MOST_OTHERS, put_back};
use tree::Tree;

/// What of an original does not stand in the document that was built from its business terms. A
/// document that cannot be read has nothing left over: it has no terms, either.
pub fn leftovers(original: &str, rebuilt: &str) -> Vec<Other> {
    difference(original, rebuilt).leftovers
}

/// Where the document that was built has more than its original.
pub fn additions(original: &str, rebuilt: &str) -> Vec<String> {
    difference(original, rebuilt).additions
}

fn difference(original: &str, rebuilt: &str) -> compare::Difference {
    match (Tree::read(original), Tree::read(rebuilt)) {
        (Ok(original), Ok(rebuilt)) => compare::compare(&original, &rebuilt),
        _ => compare::Difference::default(),
    }
}

words! {
    OTHER_PLACE = "other_place_unknown" {
        en: "The document that is built has no element \"{value}\"." => "Give inside as document_read gave it, together with the terms that came with it.",
        nb: "Dokumentet som bygges, har ikke noe element «{value}»." => "Oppgi inside slik document_read ga det, sammen med feltene som fulgte med.",
        sv: "Dokumentet som byggs har inget element ”{value}”." => "Ange inside så som document_read gav det, tillsammans med de fält som följde med.",
    }
    OTHER_UNREADABLE = "other_content_unreadable" {
        en: "The content cannot be put into the document: {reason}." => "Give one element as XML, @name=\"value\", or escaped text, as document_read gave it.",
        nb: "Innholdet kan ikke settes inn i dokumentet: {reason}." => "Oppgi ett element som XML, @name=\"value\" eller maskert tekst, slik document_read ga det.",
        sv: "Innehållet kan inte sättas in i dokumentet: {reason}." => "Ange ett element som XML, @name=\"value\" eller maskerad text, så som document_read gav det.",
    }
    OTHER_SUM = "other_content_is_sum" {
        en: "The content would replace what is added up, in {inside}." => "Change the amount, quantity or rate in its own field of the invoice.",
        nb: "Innholdet ville erstatte noe som summeres, i {inside}." => "Endre beløpet, antallet eller satsen i fakturaens eget felt.",
        sv: "Innehållet skulle ersätta något som summeras, i {inside}." => "Ändra beloppet, antalet eller satsen i fakturans eget fält.",
    }
    OTHERS_LIMIT = "other_content_limit" {
        en: "There is more content without a business term than may be put back: {limit} is the limit." => "Send the document unchanged as a finished one, or leave out what the receiver does not need.",
        nb: "Det er mer innhold uten forretningsfelt enn det som kan settes tilbake: grensen er {limit}." => "Send dokumentet uendret som et ferdig dokument, eller utelat det mottakeren ikke trenger.",
        sv: "Det finns mer innehåll utan affärsfält än vad som kan sättas tillbaka: gränsen är {limit}." => "Skicka dokumentet oförändrat som ett färdigt dokument, eller utelämna det som mottagaren inte behöver.",
    }
}
