//! Judges a finished document: the request is the XML itself.

use crate::domain::time::norwegian_day;
use crate::domain::words::Language;
use crate::office::document::verdict::{Reply, reply};
use crate::peppol::validate::validate;
use crate::system;

/// Judges the document by the rules in force today.
pub fn run(xml: &[u8], language: Language) -> Reply {
    let day = norwegian_day(system::now());
    reply(validate(xml, day), Some(day), language)
}
