//! Builds the payload of an invoice or credit note; nothing is stored.

use crate::domain::company::Company;
use crate::domain::country::Country;
use crate::domain::failure::Failure;
use crate::domain::finding::Finding;
use crate::domain::party::Party;
use crate::office::Office;
use crate::office::customer_get::customer_named;
use crate::office::document::{
    Kept, has_reference, judge, read_totals, reference_missing, without_vat_numbers_if_outside,
};
use crate::office::form::{InvoiceForm, PARTY_MISSING, PartyForm, read_invoice, read_party};
use crate::office::request::{Call, Door, request, text};
use crate::peppol::write::{Document, write};
use crate::store::Tx;

request! {
    /// The invoice, and its parties where they are not registered.
    Request {
        /// The invoice. Mandatory.
        invoice: Option<InvoiceForm>,
        /// Who sells. Default: the company of the envelope.
        seller: Option<PartyForm>,
        /// Who buys. Default: the customer that the invoice names.
        buyer: Option<PartyForm>,
    }
}

/// The parties, and what the company does when a reference is missing.
struct Sides {
    seller: Option<Party>,
    buyer: Option<Party>,
    default_reference: Option<String>,
}

/// Builds the XML.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<Vec<u8>, Failure> {
    let mut door = std::mem::take(&mut call.door);
    let form = call.body.invoice.clone().unwrap_or_default();
    let sides = office.store.read(|tx| read_sides(&mut door, tx, &call, &form))?;
    let home = home(&sides);
    let invoice = home.and_then(|home| read_invoice(&mut door, "/invoice", &form, &home));
    let totals = invoice.as_ref().and_then(|invoice| read_totals(&mut door, &form, invoice));
    let built = (|| {
        let (mut invoice, totals) = (invoice?, totals?);
        let (mut seller, mut buyer) = (sides.seller?, sides.buyer?);
        without_vat_numbers_if_outside(&totals, &mut seller, &mut buyer);
        if !has_reference(&invoice) {
            // Nobody routes on the reference of a receiver who is not on the network.
            let own = buyer.identifier.clone().filter(|_| buyer.endpoint.is_none());
            invoice.buyer_reference = sides.default_reference.or(own);
        }
        if !has_reference(&invoice) {
            door.report(reference_missing(&form));
        }
        let kept = Kept { invoice, seller, buyer };
        judge(&mut door, &form, &kept, &totals);
        let Kept { invoice, seller, buyer } = &kept;
        Some(write(Document { invoice, totals: &totals, seller, buyer }))
    })();
    door.close(built).map(|(xml, _)| xml)
}

/// The seller's country says which currency and rates are usual.
fn home(sides: &Sides) -> Option<Country> {
    let seller = sides.seller.as_ref().map(|seller| seller.address.country.clone());
    seller.or_else(|| Country::parse("NO").ok())
}

fn read_sides(
    door: &mut Door,
    tx: &Tx<'_>,
    call: &Call<Request>,
    form: &InvoiceForm,
) -> Result<Sides, Failure> {
    let body = &call.body;
    let company = match (&body.seller, &body.buyer) {
        (Some(_), Some(_)) if call.company.is_none() => None,
        _ => Some(Office::company(tx, call)?),
    };
    let seller = match (&body.seller, &company) {
        (Some(party), _) => read_party(door, "/seller", party),
        (None, Some(company)) => Some(company.card.seller()),
        (None, None) => None,
    };
    let buyer = match (&body.buyer, &company) {
        (Some(party), _) => read_party(door, "/buyer", party),
        (None, Some(company)) => read_customer(door, tx, company, form)?,
        (None, None) => None,
    };
    let default_reference = company.and_then(|company| company.settings.default_buyer_reference);
    Ok(Sides { seller, buyer, default_reference })
}

fn read_customer(
    door: &mut Door,
    tx: &Tx<'_>,
    company: &Company,
    form: &InvoiceForm,
) -> Result<Option<Party>, Failure> {
    let path = "/invoice/customer";
    if form.customer.as_ref().is_none_or(|number| number.trim().is_empty()) {
        door.report(Finding::fatal(&PARTY_MISSING).at("/buyer").value("buyer"));
        return Ok(None);
    }
    let Some(number) = door.optional(path, form.customer.as_ref(), text(40)) else {
        return Ok(None);
    };
    let customer = customer_named(tx, company.id, door, path, &number)?;
    Ok(customer.map(|customer| customer.buyer(company.card.country())))
}
