//! What was built is judged by the official rules before it goes anywhere: nothing is sent that
//! could not be checked.

use crate::domain::country::Country;
use crate::domain::finding::Finding;
use crate::domain::invoice::vat::Category;
use crate::domain::invoice::{Delivered, Invoice, Line};
use crate::domain::number::{OrgNumber, VatNumber};
use crate::domain::party::{Endpoint, Party};
use crate::office::document::place::place_of;
use crate::office::document::{Kept, Places, placed};
use crate::office::form::InvoiceForm;
use crate::office::request::Door;
use crate::peppol::validate::validate;
use jiff::civil::Date;

/// A consumer has no address on the network: this rule is no fault of a document that goes another
/// way.
const WITHOUT_ADDRESS: &str = "PEPPOL-EN16931-R010";

/// Judges a built document by the rules in force on a day; what is fatal keeps it from going out.
/// Findings name the place in the request that the element was written from.
pub fn judge_officially(
    door: &mut Door,
    form: &InvoiceForm,
    places: Places,
    xml: &[u8],
    kept: &Kept,
    day: Date,
) {
    if !door.is_clear() {
        return;
    }
    let off_network = kept.buyer.endpoint.is_none();
    let findings = validate(xml, day).findings.into_iter().filter(|finding| {
        finding.is_fatal() && !(off_network && finding.fault.words.code == WITHOUT_ADDRESS)
    });
    door.report_all(findings.map(|finding| {
        let path = place_of(finding.xpath.as_deref().unwrap_or_default());
        placed(Finding { path: Some(path), ..finding }, form, places)
    }));
}

/// Whether a document holds nothing but what our own rules know wholly, so that it need not be
/// judged again to be told valid. Property tests hold this to be true.
pub fn is_plain(kept: &Kept) -> bool {
    let Kept { invoice, seller, buyer, .. } = kept;
    let nordic = seller.address.country.is_norway() || seller.address.country.is_sweden();
    nordic
        && plain_head(invoice)
        && [seller, buyer].into_iter().all(plain_party)
        && invoice.lines.iter().all(plain_line)
}

fn plain_head(invoice: &Invoice) -> bool {
    let Delivered { name, location, address, .. } = &invoice.delivered;
    let adjusted = invoice.adjustments.iter().filter_map(|adjustment| adjustment.vat.as_ref());
    invoice.more.is_only_attachments()
        && (name.is_none() && location.is_none() && address.is_none())
        && invoice.payments().all(|payment| payment.card.is_none() && payment.debit.is_none())
        && adjusted.into_iter().all(|vat| plain_category(vat.category))
}

/// Numbers of other countries have check digits that only the official rules look at.
fn plain_party(party: &Party) -> bool {
    let address = |it: &Endpoint| matches!(it.scheme.as_str(), "0192" | "0007");
    let org = |it: &OrgNumber| it.country().is_norway() || it.country().is_sweden();
    let vat = |it: &VatNumber| VatNumber::parse(it.text()).is_ok();
    party.identifiers.is_empty()
        && party.registration.is_none()
        && party.endpoint.as_ref().is_none_or(address)
        && party.org.as_ref().is_none_or(org)
        && party.vat.as_ref().is_none_or(vat)
}

fn plain_line(line: &Line) -> bool {
    line.net.is_none()
        && line.gross_price.is_none()
        && line.object.is_none()
        && line.standard_item.is_none()
        && line.classes.is_empty()
        && line.properties.is_empty()
        && plain_category(line.vat.category)
}

const fn plain_category(category: Category) -> bool {
    !matches!(category, Category::L | Category::M | Category::B)
}

/// The day that counts for a seller.
pub fn day_of(seller: &Party, now: jiff::Timestamp) -> Date {
    let country: &Country = &seller.address.country;
    crate::domain::time::legal_day(now, country)
}
