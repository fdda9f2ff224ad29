//! Adds a customer, or replaces the card of one.

use crate::domain::agreement::{Capture, REFERENCE_NOT_CUSTOMER};
use crate::domain::company::{Company, MODE_NOT_AVAILABLE, Registration};
use crate::domain::consumer::Consumer;
use crate::domain::contact::{Email, MOBILE, Phone};
use crate::domain::country::Country;
use crate::domain::customer::{CLASS_UNKNOWN, Customer, Handling, Kind, Mode};
use crate::domain::failure::Failure;
use crate::domain::finding::{Fault, Finding};
use crate::domain::language::read_language;
use crate::domain::number::{OrgNumber, VatNumber};
use crate::domain::party::Endpoint;
use crate::office::Office;
use crate::office::customer::handling::HandlingForm;
use crate::office::customer::reply::CustomerReply;
use crate::office::form::{AddressForm, EndpointForm, read_address_at_home, read_endpoint_to_keep};
use crate::office::outbox::redecide::{self, Whose};
use crate::office::protocol::company::company;
use crate::office::protocol::door::Door;
use crate::office::protocol::reply::{FindingReply, say_all};
use crate::office::protocol::request::{Call, request};
use crate::office::protocol::text::{code, text};
use crate::store::Tx;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

request! {
    /// The whole card: what is left out is not kept, but for the fields of distribution. Those a
    /// new customer has from his class, and a known one keeps.
    Request {
        /// Customer number: the eFaktura reference of a consumer. Mandatory, at most 40 characters.
        number: Option<String>,
        /// Name (BT-44). Mandatory.
        name: Option<String>,
        /// business or private. Mandatory.
        kind: Option<String>,
        /// Organisation number (BT-47), of the country in the address.
        organisation_number: Option<String>,
        /// VAT number with its country prefix (BT-48).
        vat_number: Option<String>,
        /// Postal address (BG-8); the country is the company's own when none is given.
        address: Option<AddressForm>,
        /// Mobile number.
        mobile: Option<String>,
        /// Any other phone fields by name; the setting mobile_field may name one of them the
        /// mobile.
        phones: Option<BTreeMap<String, String>>,
        /// E-mail.
        email: Option<String>,
        /// Contact person (BT-56).
        contact_name: Option<String>,
        /// Language of what the customer gets: en, nb or sv.
        customer_language: Option<String>,
        /// Electronic address (BT-49); from the organisation number when none is given.
        endpoint: Option<EndpointForm>,
        /// Buyer reference (BT-10) for invoices that have none.
        buyer_reference: Option<String>,
        /// Class to inherit from when the customer is new; a known one changes only directly.
        class: Option<String>,
        /// automatic, electronic, email, print or self. Default: automatic once the company is
        /// registered, before that email.
        mode: Option<String>,
        /// Send as consumer eFaktura; without it a private customer gets neither eFaktura nor
        /// Vipps. Default: true.
        efaktura: Option<bool>,
        /// Leave the invoice PDF out. Default: false.
        omit_pdf: Option<bool>,
        /// Use the first attachment as the invoice's image; only with omit_pdf. Default: false.
        first_attachment_is_image: Option<bool>,
        /// The host's own key; it comes back in replies and findings.
        host_key: Option<String>,
    }
}

/// The customer as stored, with what is worth a look.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reply {
    /// The customer as stored.
    pub customer: CustomerReply,
    /// What is worth a look.
    pub findings: Vec<FindingReply>,
}

/// Keeps the customer.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<Reply, Failure> {
    office.store.write(|tx| {
        let company = company(tx, &call)?;
        let mut door = std::mem::take(&mut call.door);
        door.enter(call.body.host_key.clone());
        let mut customer = read_customer(&mut door, &call.body, &company);
        read_handling(&mut door, tx, &company, &call.body, &mut customer)?;
        let keyed = |found| Finding { host_key: customer.host_key.clone(), ..found };
        let sound = door.is_clear();
        let address_faulty = call.body.address.is_some() && customer.address.is_none();
        // Over a faulty card only what is fatal in itself is told.
        let told = |found: &Finding| {
            let of_address = found.path.as_ref().is_some_and(|path| path.starts_with("/address"));
            sound || (found.is_fatal() && !(of_address && address_faulty))
        };
        let mut found = customer.mode_findings(&company.settings, company.card.country());
        found.extend(not_in_kid(tx, &company, &customer)?);
        door.report_all(found.into_iter().filter(told).map(keyed));
        let (customer, warnings) = door.close(Some(customer))?;
        if customer.handling.mode.reaches_electronically()
            && company.registration != Registration::Registered
        {
            return Err(Failure::not_ready(&MODE_NOT_AVAILABLE));
        }
        let known = tx.or_note(tx.consumer(company.id, &customer.number))?.flatten();
        if let Some(known) = known {
            // Who could not be asked may be reached by another number or address.
            tx.keep_consumer(
                company.id,
                &customer.number,
                &Consumer { question_failed: false, ..known },
            )?;
        }
        tx.keep_customer(company.id, &customer)?;
        // What waited for a look-up may not need it any more.
        redecide::decide_waiting(tx, &company, Whose::Customer(&customer.number), call.now)?;
        let consumer = tx.or_note(tx.consumer(company.id, &customer.number))?.flatten();
        let found = [warnings, tx.unreadable()].concat();
        Ok(Reply {
            customer: CustomerReply::of(&customer, &company.settings, consumer.as_ref()),
            findings: say_all(&found, call.language),
        })
    })
}

/// The card with stand-ins for what is faulty; the door does not close over those.
fn read_customer(door: &mut Door, body: &Request, company: &Company) -> Customer {
    let home = company.card.country();
    let number = door.required("/number", body.number.as_ref(), text(40));
    let name = door.required("/name", body.name.as_ref(), text(200));
    let kind = door.required("/kind", body.kind.as_ref(), Kind::parse);
    let address = match &body.address {
        Some(form) => read_address_at_home(door, "/address", form, home),
        None => None,
    };
    let country = address.as_ref().map_or(home, |address| &address.country).clone();
    let org = door.optional("/organisation_number", body.organisation_number.as_ref(), |number| {
        OrgNumber::parse(number, &country)
    });
    let vat = door.optional("/vat_number", body.vat_number.as_ref(), VatNumber::parse);
    let phones = read_phones(door, body, company, &country);
    let email = door.optional("/email", body.email.as_ref(), Email::parse);
    let contact_name = door.optional("/contact_name", body.contact_name.as_ref(), text(100));
    let language =
        door.optional("/customer_language", body.customer_language.as_ref(), read_language);
    let endpoint = read_endpoint_to_keep(door, "/endpoint", body.endpoint.as_ref());
    let buyer_reference =
        door.optional("/buyer_reference", body.buyer_reference.as_ref(), text(100));
    let host_key = door.optional("/host_key", body.host_key.as_ref(), text(200));
    let registered = company.registration == Registration::Registered;
    let usual = if registered { Mode::Automatic } else { Mode::Email };
    // A consumer has no address on the network, whatever number they may have.
    let own = org.as_ref().filter(|_| kind == Some(Kind::Business)).and_then(Endpoint::of);
    Customer {
        number: number.unwrap_or_default(),
        name: name.unwrap_or_default(),
        kind: kind.unwrap_or(Kind::Business),
        org,
        vat,
        address,
        phones,
        email,
        contact_name,
        language,
        endpoint: endpoint.or(own),
        buyer_reference,
        class: None,
        handling: Handling::usual(usual),
        host_key,
    }
}

/// A new customer inherits from their class; a known one keeps what they have; what is given wins.
fn read_handling(
    door: &mut Door,
    tx: &Tx<'_>,
    company: &Company,
    body: &Request,
    customer: &mut Customer,
) -> Result<(), Failure> {
    let class = door.optional("/class", body.class.as_ref(), text(60));
    // A card that cannot be read is put anew.
    let known = tx.or_note(tx.customer(company.id, &customer.number))?.flatten();
    let inherited = match &class {
        Some(name) => tx.class(company.id, name)?,
        None => None,
    };
    if let (Some(name), None) = (&class, &inherited) {
        door.report(Finding::fatal(&CLASS_UNKNOWN).at("/class").value(name));
    }
    let from = match (&known, inherited) {
        (Some(known), _) => known.handling,
        (None, Some(class)) => class.handling,
        (None, None) => customer.handling,
    };
    customer.class = class.or(known.and_then(|known| known.class));
    let given = HandlingForm {
        mode: body.mode.as_ref(),
        efaktura: body.efaktura,
        omit_pdf: body.omit_pdf,
        first_attachment_is_image: body.first_attachment_is_image,
    };
    customer.handling = given.read(door, from);
    Ok(())
}

/// Agreement capture finds a consumer by the customer number inside the KID.
fn not_in_kid(
    tx: &Tx<'_>,
    company: &Company,
    customer: &Customer,
) -> Result<Option<Finding>, Failure> {
    let capture = tx.agreement(company.id)?.capture;
    let misses =
        |capture: &Capture| customer.kind == Kind::Private && !capture.holds(&customer.number);
    Ok(capture.filter(misses).map(|capture| {
        let words = Fault::new(&REFERENCE_NOT_CUSTOMER);
        let fault = words.with("positions", capture.positions.text());
        Finding::warning(fault).at("/number").value(&customer.number)
    }))
}

/// Every phone field; the one that the company's settings call the mobile should be one.
fn read_phones(
    door: &mut Door,
    body: &Request,
    company: &Company,
    country: &Country,
) -> Vec<(String, Phone)> {
    let mut phones = Vec::new();
    let parse = |phone: &str| Phone::parse_in(phone, country);
    if let Some(mobile) = door.optional("/mobile", body.mobile.as_ref(), parse) {
        phones.push(("mobile".to_owned(), mobile));
    }
    for (field, given) in body.phones.iter().flatten() {
        let path = format!("/phones/{field}");
        let name = door.required(&path, Some(field), code(40));
        let phone = door.optional(&path, Some(given), parse);
        phones.extend(name.zip(phone));
    }
    let field = &company.settings.mobile_field;
    let mobile = phones.iter().find(|(name, phone)| name == field && !phone.may_be_mobile());
    if let Some((_, landline)) = mobile {
        let path =
            if field == "mobile" { "/mobile".to_owned() } else { format!("/phones/{field}") };
        door.report(Finding::warning(&MOBILE).at(path).value(landline));
    }
    phones
}
