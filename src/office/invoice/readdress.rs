//! The document of a new round: what was built here is addressed by the customer's card of today.
//!
//! Endpoint, address, contact and a reference that was made up may change; number, dates, lines and
//! totals never do. What left before stays as it was, with the round that it left in.

use crate::domain::company::Company;
use crate::domain::customer::Customer;
use crate::domain::failure::Failure;
use crate::domain::finding::Fault;
use crate::domain::words::words;
use crate::office::document::attachments;
use crate::office::document::fill::usual_reference;
use crate::office::document::kept::{Kept, as_json, kept};
use crate::office::invoice::sending::FIRST_ROUND;
use crate::peppol::other::put_back;
use crate::peppol::write::{Document, write};
use crate::store::{DocumentRow, NewEdition, Tx};

/// Keeps an edition of the document for the round, if it has to be addressed anew.
pub fn readdress(
    tx: &Tx<'_>,
    company: &Company,
    document: &DocumentRow,
    round: u32,
) -> Result<(), Failure> {
    let first = kept(tx, &document.id, FIRST_ROUND)?;
    let last = kept(tx, &document.id, round - 1)?;
    let customer = tx.customer(company.id, &document.customer)?;
    let Some(customer) = customer.filter(|customer| may_address(&last, customer)) else {
        return Ok(());
    };
    let mut today = addressed(last, company, &customer);
    if today == first {
        return Ok(());
    }
    let last = tx.payload(&document.id, round - 1)?.unwrap_or_default();
    attachments::take_back(&mut today, &last);
    let Kept { invoice, seller, buyer, .. } = &today;
    let totals = today.totals()?;
    let anew = Document { invoice, totals: &totals, seller, buyer };
    let xml = put_back(write(anew), &invoice.more.other).map_err(|(index, _)| {
        let inside = invoice.more.other.get(index).map(|other| other.inside.clone());
        Failure::conflict(Fault::new(&ANEW_WITHOUT).with("inside", inside.unwrap_or_default()))
    })?;
    let edition =
        NewEdition { document: &document.id, round, invoice: &as_json(&today)?, xml: &xml };
    tx.add_edition(&edition)
}

/// A finished document is carried as it came, and what another firm owes is not sent to this one.
fn may_address(kept: &Kept, customer: &Customer) -> bool {
    let same = match (&kept.buyer.org, &customer.org) {
        (Some(owes), Some(today)) => owes == today,
        _ => true,
    };
    kept.is_built() && same
}

fn addressed(mut kept: Kept, company: &Company, customer: &Customer) -> Kept {
    let today = customer.buyer(&company.settings, company.card.country());
    kept.buyer.endpoint = today.endpoint;
    kept.buyer.address = today.address;
    kept.buyer.contact = today.contact;
    let usual = usual_reference(company, customer);
    if let Some(reference) = usual.filter(|_| kept.has_made_up_reference(customer)) {
        kept.invoice.buyer_reference = Some(reference);
        kept.reference_made_up = Some(false);
    }
    kept
}

words! {
    ANEW_WITHOUT = "document_anew_without" {
        en: "Addressed by the customer's card of today, the document has no place for what the invoice keeps in {inside}." => "Give the customer's card the field again that stood there, and send again.",
        nb: "Adressert etter dagens kundekort har dokumentet ikke plass til det fakturaen har i {inside}." => "Sett feltet som sto der, på kundekortet igjen, og send på nytt.",
        sv: "Adresserat efter dagens kundkort har dokumentet ingen plats för det som fakturan har i {inside}." => "Fyll i fältet som stod där på kundkortet igen, och skicka på nytt.",
    }
}
