//! What was built is judged by the official rules before it goes anywhere: nothing is sent that
//! could not be checked.

use crate::domain::country::Country;
use crate::domain::finding::{Fault, Finding};
use crate::domain::invoice::check::{R010, R020};
use crate::domain::party::Party;
use crate::office::document::judge::{Places, placed};
use crate::office::document::place::place_of;
use crate::office::form::InvoiceForm;
use crate::office::protocol::door::Door;
use crate::peppol::validate::validate;
use jiff::civil::Date;

/// Whom a built document is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receiver {
    /// Somebody who must have an address on the network.
    Addressed,
    /// A consumer, or somebody who is reached another way: has no address there, and the rule that
    /// asks for one is no fault of the document.
    OffNetwork,
}

/// Judges a built document by the rules in force on a day; what is fatal keeps it from going out.
/// Findings name the place in the request that the element was written from.
pub fn judge_officially(
    door: &mut Door,
    form: &InvoiceForm,
    places: Places,
    xml: &[u8],
    receiver: Receiver,
    day: Date,
) {
    if !door.is_clear() {
        return;
    }
    let off_network = receiver == Receiver::OffNetwork;
    let findings = validate(xml, day).findings.into_iter().filter(|finding| {
        finding.is_fatal() && !(off_network && finding.fault.words.code == R010.code)
    });
    door.report_all(findings.map(|finding| placed(in_words_of_the_request(finding), form, places)));
}

/// A missing address is told where it belongs, and by what the request calls it.
fn in_words_of_the_request(finding: Finding) -> Finding {
    let code = finding.fault.words.code;
    let missing = [(&R010, "/buyer/endpoint"), (&R020, "/seller/endpoint")];
    match missing.into_iter().find(|(words, _)| words.code == code) {
        Some((words, path)) => Finding { fault: Fault::new(words), ..finding }.at(path),
        None => {
            let path = place_of(finding.xpath.as_deref().unwrap_or_default());
            finding.at(path)
        }
    }
}

/// The day that counts for a seller.
pub fn day_of(seller: &Party, now: jiff::Timestamp) -> Date {
    let country: &Country = &seller.address.country;
    crate::domain::time::legal_day(now, country)
}
