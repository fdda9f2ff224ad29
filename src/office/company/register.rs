//! Registers a company at the exchange: complete and correct before anything leaves.

pub mod card;
pub mod form;

pub use form::{ExchangeUserForm, Request};

use crate::domain::company::{
    API_KEY_OF_NEW_USER, Card, Company, Event, PREFILL, REGISTRATION, REGISTRATION_DIFFERS,
    Registration, TAKEN, refusal_words,
};
use crate::domain::delivery::Purpose;
use crate::domain::failure::Failure;
use crate::domain::finding::{Fault, Finding};
use crate::domain::number::{OrgNumber, VatNumber};
use crate::office::Office;
use crate::office::company::register::card::read_card;
use crate::office::company::reply::{self, CompanyReply};
use crate::office::kyc::ask;
use crate::office::open::vault;
use crate::office::outbox::queue::{self, Message};
use crate::office::protocol::reply::{FindingReply, say_all};
use crate::office::protocol::request::{Actor, Call};
use crate::store::Tx;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

/// The registered company, or the draft with what is wrong with it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reply {
    /// The company as it stands now; none for a draft.
    pub company: Option<CompanyReply>,
    /// The exchange user as filled in; only for a draft.
    pub draft: Option<ExchangeUserForm>,
    /// What is wrong with a draft, or worth a look.
    pub findings: Vec<FindingReply>,
}

/// The company whose settings say who may register it, where it is registered already.
pub fn named(request: &Request) -> Option<&str> {
    request.organisation_number.as_deref()
}

/// Registers the company.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<Reply, Failure> {
    let user = prefilled(&mut call);
    let only_draft = call.body.draft.unwrap_or(false);
    let mut door = std::mem::take(&mut call.door);
    door.optional("/prefill", call.body.prefill.as_ref(), |from| {
        matches!(from, "company" | "actor").then_some(()).ok_or(Fault::new(&PREFILL))
    });
    if only_draft && !door.is_clear() {
        // A draft shows what is wrong with the company, not with the way it was asked for.
        return Err(Failure::invalid(door.findings().to_vec()));
    }
    let card = read_card(&mut door, &call, &user);
    let needs_key = user.kind.as_deref() == Some("existing");
    if !needs_key && user.api_key.is_some() {
        door.report(Finding::fatal(&API_KEY_OF_NEW_USER).at("/exchange_user/api_key"));
    }
    let api_key =
        needs_key.then(|| door.secret("/exchange_user/api_key", user.api_key.as_ref())).flatten();
    if only_draft {
        let findings = door.close(None::<()>).map_or_else(|failure| failure.findings, |(_, f)| f);
        let findings = say_all(&findings, call.language);
        return Ok(Reply { company: None, draft: Some(user), findings });
    }
    let (card, warnings) = door.close(card)?;
    let findings = say_all(&warnings, call.language);
    office.store.write(|tx| {
        let id = register(tx, &card, &call)?;
        if let Some(api_key) = &api_key {
            office.keep_api_key(tx, id, vault::API_KEY, api_key)?;
        }
        let company = reply::describe(office, tx, id, &call)?;
        Ok(Reply { company: Some(company), draft: None, findings })
    })
}

fn register(tx: &Tx<'_>, card: &Card, call: &Call<Request>) -> Result<i64, Failure> {
    let Some(known) = tx.company_by_number(card.org.digits())? else {
        let id = tx.add_company(card, call.now)?;
        queue(tx, id, card, call)?;
        if card.parent.is_some() {
            verify_sub_unit(tx, id, card, call)?;
        }
        return Ok(id);
    };
    // The day of activation is the day of the first call unless it is given.
    let other_day =
        call.body.activated_on.is_some() && known.card.activated_on != card.activated_on;
    let difference = first_difference(&known.card, card).or(other_day.then_some("activated_on"));
    match (known.registration, difference) {
        (Registration::Refused, difference) => {
            register_again(tx, &known, card, difference, call)?;
        }
        (_, None) => {}
        (_, Some(field)) => {
            let differs = Fault::new(&REGISTRATION_DIFFERS)
                .with("company", card.org.digits())
                .with("field", field);
            return Err(Failure::conflict(differs));
        }
    }
    Ok(known.id)
}

/// A sub-unit is verified on its own: the request goes out as soon as it is registered, to its own
/// user or, where that user has no address, to the main company's user, if this store has it.
fn verify_sub_unit(tx: &Tx<'_>, id: i64, card: &Card, call: &Call<Request>) -> Result<(), Failure> {
    let Some(company) = tx.company_by_id(id)? else { return Ok(()) };
    let parent = card.parent.as_ref().map(OrgNumber::digits).unwrap_or_default();
    // A main company that cannot be read names nobody, and holds up no other.
    let main = tx.company_by_number(parent).ok().flatten();
    let main = main.and_then(|main| main.card.user.email());
    match card.user.email().or(main) {
        Some(signer) => ask::ask(tx, &company, signer, company.language(), call),
        // Nobody is known who could sign; kyc_request will say so and take an address.
        None => Ok(()),
    }
}

/// After a refusal the corrected data are sent anew; the same data would be refused again.
fn register_again(
    tx: &Tx<'_>,
    known: &Company,
    card: &Card,
    difference: Option<&'static str>,
    call: &Call<Request>,
) -> Result<(), Failure> {
    let code = known.refusal.as_deref().unwrap_or_default();
    if code == TAKEN && difference.is_none() {
        let taken = Fault::new(refusal_words(code)).with("company", card.org.digits());
        return Err(Failure::conflict(taken));
    }
    let mut card = card.clone();
    if call.body.activated_on.is_none() {
        card.activated_on = known.card.activated_on;
    }
    let card = &card;
    tx.replace_card(known.id, card)?;
    let state = REGISTRATION.next(known.registration, Event::Corrected);
    tx.note_registration(known.id, state.unwrap_or(Registration::Registering), None)?;
    queue(tx, known.id, card, call)
}

/// The registration leaves through the same outbox as everything else. No key travels in it.
fn queue(tx: &Tx<'_>, id: i64, card: &Card, call: &Call<Request>) -> Result<(), Failure> {
    let body = json!({
        "organisation_number": card.org.digits(),
        "sub_unit_of": card.parent.as_ref().map(OrgNumber::digits),
        "name": card.name,
        "vat_number": card.vat.as_ref().map(VatNumber::text),
        "address": card.address,
        "email": card.email,
        "phone": card.phone,
        "bank_account": card.account,
        "exchange_user": card.user,
        "terms": card.terms,
    });
    let actor = call.actor.user.as_deref();
    let purpose = Purpose::Registration;
    let message = Message { purpose, waiting_for: None, body: &body, actor };
    queue::queue_message(tx, id, &message, call.now).map(drop)
}

/// What differs between two registrations, the moments aside.
fn first_difference(known: &Card, card: &Card) -> Option<&'static str> {
    let mark = if card.country().is_sweden() { "f_tax" } else { "company_form" };
    [
        ("name", known.name == card.name),
        ("country", known.org == card.org),
        ("vat_registered", known.vat == card.vat),
        ("address", known.address == card.address),
        ("email", known.email == card.email),
        ("phone", known.phone == card.phone),
        ("bank_account", known.account == card.account),
        (mark, known.tax_mark == card.tax_mark),
        ("sub_unit_of", known.parent == card.parent),
        ("exchange_user", known.user == card.user),
        ("terms", known.terms.version == card.terms.version),
    ]
    .into_iter()
    .find_map(|(field, same)| (!same).then_some(field))
}

/// Fills the empty contact fields of a new user from the company or from whoever is signed in.
fn prefilled(call: &mut Call<Request>) -> ExchangeUserForm {
    let mut user = call.body.exchange_user.take().unwrap_or_default();
    let body = &call.body;
    let (name, email, phone) = match body.prefill.as_deref() {
        Some("company") => (&body.name, &body.email, &body.phone),
        Some("actor") => {
            let Actor { name, email, phone, .. } = &call.actor;
            (name, email, phone)
        }
        _ => return user,
    };
    let empty = |field: &Option<String>| field.as_ref().is_none_or(|text| text.trim().is_empty());
    for (field, from) in
        [(&mut user.name, name), (&mut user.email, email), (&mut user.phone, phone)]
    {
        if empty(field) {
            field.clone_from(from);
        }
    }
    user
}
