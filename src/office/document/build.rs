//! Builds the payload of an invoice or credit note; nothing is stored.

use crate::domain::agreement::Agreement;
use crate::domain::company::Company;
use crate::domain::country::Country;
use crate::domain::customer::{Customer, Kind};
use crate::domain::failure::{Failure, Status};
use crate::domain::finding::Finding;
use crate::domain::party::Party;
use crate::office::Office;
use crate::office::customer::find::customer_named;
use crate::office::document::attachments;
use crate::office::document::fill::{fill_due_date, has_reference, without_vat_numbers_if_outside};
use crate::office::document::judge::{Places, judge, judge_parts, placed, reference_missing};
use crate::office::document::kept::Kept;
use crate::office::document::official::{Receiver, day_of, judge_officially};
use crate::office::document::totals::read_totals;
use crate::office::document::whole::write_whole;
use crate::office::form::{InvoiceForm, PARTY_MISSING, PartyForm, read_invoice, read_party};
use crate::office::invoice::kid;
use crate::office::protocol::company::company;
use crate::office::protocol::door::Door;
use crate::office::protocol::request::{Call, request};
use crate::office::protocol::text::text;
use crate::peppol::write::Document;
use crate::store::Tx;
use jiff::Timestamp;

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

/// The parties, and the company that the envelope names.
struct Sides {
    seller: Option<Party>,
    buyer: Option<Party>,
    company: Option<Company>,
    /// Only a consumer goes without an address on the network.
    receiver: Receiver,
    /// A registered buyer, and the company's agreement that a KID for that buyer is held against.
    customer: Option<(Customer, Agreement)>,
    places: Places,
}

/// Builds the XML.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<Vec<u8>, Failure> {
    let mut form = call.body.invoice.take().unwrap_or_default();
    let (mut door, sides) = office.store.read(|tx| {
        let company = read_company(office, tx, &call)?;
        let mut door = std::mem::take(&mut call.door);
        let sides = read_sides(&mut door, tx, &call, &form, company)?;
        Ok((door, sides))
    })?;
    let xml = match &sides.seller {
        Some(seller) => build(&mut door, &mut form, seller.clone(), &sides, call.now),
        None => {
            // Without a usable seller the invoice is read as Norwegian, so that its faults show
            // too.
            let home = Country::parse("NO").map_err(|fault| Failure::new(Status::Panic, fault))?;
            read_invoice(&mut door, "/invoice", &form, &home);
            None
        }
    };
    door.close(xml).map(|(xml, _)| xml)
}

fn build(
    door: &mut Door,
    form: &mut InvoiceForm,
    mut seller: Party,
    sides: &Sides,
    now: Timestamp,
) -> Option<Vec<u8>> {
    // The seller's country says which currency and rates are usual.
    let mut invoice = read_invoice(door, "/invoice", form, &seller.address.country);
    form.forget_lines();
    let totals = read_totals(door, form, &mut invoice)?;
    let Some(mut buyer) = sides.buyer.clone() else {
        judge_parts(door, form, sides.places, &invoice, &seller);
        return None;
    };
    without_vat_numbers_if_outside(&totals, &mut seller, &mut buyer);
    if let Some(company) = &sides.company {
        fill_due_date(&mut invoice, company);
    }
    if !has_reference(&invoice) {
        // Nobody routes on the reference of a receiver who is not on the network.
        let own = buyer.identifier.clone().filter(|_| buyer.endpoint.is_none());
        let usual = sides.company.as_ref().and_then(|c| c.settings.default_buyer_reference.clone());
        invoice.buyer_reference = usual.or(own);
    }
    if !has_reference(&invoice) {
        door.report(reference_missing(form));
    }
    let settings = sides.company.as_ref().map(|company| company.settings.clone());
    attachments::mark(&mut invoice.more.supporting, &settings.unwrap_or_default());
    attachments::place_all(door, &mut invoice.more.supporting, "/invoice/attachments");
    let mut kept = Kept::built(invoice, seller, buyer);
    judge(door, form, sides.places, &kept, &totals);
    if let Some((customer, agreement)) = &sides.customer {
        let held = kid::by_agreement(agreement, customer, &kept);
        let wrong = held.filter(Finding::is_fatal).map(|found| found.at(kid::place(form)));
        door.report_all(wrong.map(|found| placed(found, form, sides.places)));
    }
    let Kept { invoice, seller, buyer, .. } = &kept;
    let xml = write_whole(door, Document { invoice, totals: &totals, seller, buyer });
    let day = day_of(seller, now);
    // All that follows is about the document as it is written.
    kept.invoice.lines = Vec::new();
    judge_officially(door, form, sides.places, &xml, sides.receiver, day);
    Some(xml)
}

/// Two parties given in full need no company; the envelope may name one for its settings.
fn read_company(
    _office: &Office,
    tx: &Tx<'_>,
    call: &Call<Request>,
) -> Result<Option<Company>, Failure> {
    match (&call.body.seller, &call.body.buyer) {
        (Some(_), Some(_)) if call.company.is_none() => Ok(None),
        _ => company(tx, call).map(Some),
    }
}

fn read_sides(
    door: &mut Door,
    tx: &Tx<'_>,
    call: &Call<Request>,
    form: &InvoiceForm,
    company: Option<Company>,
) -> Result<Sides, Failure> {
    let body = &call.body;
    let seller = match (&body.seller, &company) {
        (Some(party), _) => read_party(door, "/seller", party),
        (None, Some(company)) => Some(company.card.seller()),
        (None, None) => None,
    };
    let customer = match (&body.buyer, &company) {
        (None, Some(company)) => read_customer(door, tx, company, form)?,
        _ => None,
    };
    let private = body.buyer.as_ref().is_some_and(|party| party.private == Some(true))
        || customer.as_ref().is_some_and(|customer| customer.kind == Kind::Private);
    let buyer = match (&body.buyer, &company) {
        (Some(party), _) => read_party(door, "/buyer", party),
        (None, Some(company)) => customer
            .as_ref()
            .map(|customer| customer.buyer(&company.settings, company.card.country())),
        (None, None) => None,
    };
    let known = match (&customer, &company) {
        (Some(customer), Some(company)) => Some((customer.clone(), tx.agreement(company.id)?)),
        _ => None,
    };
    let receiver = if private { Receiver::OffNetwork } else { Receiver::Addressed };
    let places = Places {
        seller: body.seller.is_none().then_some("/company"),
        buyer: body.buyer.is_none().then_some("/invoice/customer"),
    };
    Ok(Sides { seller, buyer, company, receiver, customer: known, places })
}

fn read_customer(
    door: &mut Door,
    tx: &Tx<'_>,
    company: &Company,
    form: &InvoiceForm,
) -> Result<Option<Customer>, Failure> {
    let path = "/invoice/customer";
    if form.customer.as_ref().is_none_or(|number| number.trim().is_empty()) {
        door.report(Finding::fatal(&PARTY_MISSING).at("/buyer").value("buyer"));
        return Ok(None);
    }
    let Some(number) = door.optional(path, form.customer.as_ref(), text(40)) else {
        return Ok(None);
    };
    customer_named(tx, company.id, door, path, &number)
}
