//! Registers a company at the exchange: complete and correct before anything leaves.

use crate::domain::account::Account;
use crate::domain::company::{
    API_KEY_OF_NEW_USER, COMPANY_ADDRESS_ABROAD, COMPANY_COUNTRY, COMPANY_FORM, Card, Company,
    EXCHANGE_USER_KIND, ExchangeUser, GIRO_NOT_NORWEGIAN, PREFILL, REGISTRATION_DIFFERS,
    Registration, TAKEN, TERMS_NOT_ACCEPTED, Terms, norwegian_tax_mark, refusal_words,
};
use crate::domain::contact::{Email, Phone};
use crate::domain::country::Country;
use crate::domain::delivery::Purpose;
use crate::domain::failure::Failure;
use crate::domain::finding::{Fault, Finding};
use crate::domain::number::{OrgNumber, VatNumber};
use crate::domain::time::{DAY_IN_FUTURE, legal_day, parse_day};
use crate::office::company_get::{self, CompanyReply};
use crate::office::form::{AddressForm, read_address_at_home};
use crate::office::reply::{FindingReply, say_all};
use crate::office::request::{Actor, Call, DayText, Door, code, form, request, text};
use crate::office::{Office, outbox, vault};
use crate::store::Tx;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

request! {
    /// The company's data, the exchange user and the accepted terms.
    Request {
        /// Organisation number: Norway nine digits, Sweden ten (sole trader: personal number).
        /// Mandatory.
        organisation_number: Option<String>,
        /// Country of the organisation number: NO or SE. Mandatory.
        country: Option<String>,
        /// Legal name. Mandatory.
        name: Option<String>,
        /// Postal address: street, post code and place are mandatory.
        address: Option<AddressForm>,
        /// E-mail of the company. Mandatory.
        email: Option<String>,
        /// Telephone of the company. Mandatory.
        phone: Option<String>,
        /// Where customers pay: account, IBAN, bankgiro:… or plusgiro:…. Mandatory.
        bank_account: Option<String>,
        /// Whether the company is registered for VAT. Default: true.
        vat_registered: Option<bool>,
        /// Form of company, such as AS or AB; AS, ASA and NUF name Foretaksregisteret on invoices.
        company_form: Option<String>,
        /// Whether a Swedish company is approved for F-skatt. Default: false.
        f_tax: Option<bool>,
        /// The day of activation, if it was before today; it decides about the duty of
        /// verification.
        activated_on: Option<DayText>,
        /// The user at the exchange. Mandatory.
        exchange_user: Option<ExchangeUserForm>,
        /// Where empty contact fields of a new exchange user are filled in from: company or actor.
        prefill: Option<String>,
        /// The accepted terms. Mandatory.
        terms: Option<TermsForm>,
        /// Only fill in and check: nothing is stored, nothing leaves.
        draft: Option<bool>,
    }
}

form! {
    /// The user at the exchange.
    #[derive(Serialize)]
    ExchangeUserForm {
        /// new (the exchange makes it and answers with an API key) or existing.
        kind: Option<String>,
        /// Name of a new user.
        name: Option<String>,
        /// E-mail of a new user.
        email: Option<String>,
        /// Telephone of a new user.
        phone: Option<String>,
        /// User name of an existing user.
        user_name: Option<String>,
        /// API key of an existing user. Kept encrypted; it never comes back.
        #[serde(skip_serializing)]
        #[schemars(extend("writeOnly" = true))]
        api_key: Option<String>,
    }
}

form! {
    /// The accepted terms.
    TermsForm {
        /// Whether they were accepted.
        accepted: Option<bool>,
        /// Which version.
        version: Option<String>,
        /// By whom.
        accepted_by: Option<String>,
    }
}

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
            office.keep_api_key(tx, id, api_key)?;
        }
        let company = company_get::describe(tx, id, &call)?;
        Ok(Reply { company: Some(company), draft: None, findings })
    })
}

fn register(tx: &Tx<'_>, card: &Card, call: &Call<Request>) -> Result<i64, Failure> {
    let Some(known) = tx.company_by_number(card.org.digits())? else {
        let id = tx.add_company(card, call.now)?;
        queue(tx, id, card, call)?;
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
    tx.replace_card(known.id, card)?;
    queue(tx, known.id, card, call)
}

/// The registration leaves through the same outbox as everything else. No key travels in it.
fn queue(tx: &Tx<'_>, id: i64, card: &Card, call: &Call<Request>) -> Result<(), Failure> {
    let message = json!({
        "organisation_number": card.org.digits(),
        "name": card.name,
        "vat_number": card.vat.as_ref().map(VatNumber::text),
        "address": card.address,
        "email": card.email,
        "phone": card.phone,
        "bank_account": card.account,
        "exchange_user": card.user,
        "terms": card.terms,
    });
    outbox::queue_message(tx, id, Purpose::Registration, None, &message, call.now, call.user())
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

fn read_card(door: &mut Door, call: &Call<Request>, user: &ExchangeUserForm) -> Option<Card> {
    let body = &call.body;
    let country = door.required("/country", body.country.as_ref(), |country| {
        let country = Country::parse(country)?;
        let supported = country.is_norway() || country.is_sweden();
        supported.then_some(country).ok_or(Fault::new(&COMPANY_COUNTRY))
    });
    // Without a usable country the rest is read as Norwegian, so that its faults show too.
    let home = country.clone().or_else(|| Country::parse("NO").ok())?;
    let org = door.required("/organisation_number", body.organisation_number.as_ref(), |number| {
        match &country {
            Some(country) => OrgNumber::parse(number, country),
            None => OrgNumber::parse(number, &home),
        }
    });
    let name = door.required("/name", body.name.as_ref(), text(200));
    let address = read_company_address(door, body.address.as_ref(), &home);
    let email = door.required("/email", body.email.as_ref(), Email::parse);
    let phone = door.required("/phone", body.phone.as_ref(), |phone| Phone::parse_in(phone, &home));
    let account =
        door.required("/bank_account", body.bank_account.as_ref(), |text| account_in(text, &home));
    let form = door.optional("/company_form", body.company_form.as_ref(), parse_form);
    let today = legal_day(call.now, &home);
    let activated_on = door.optional("/activated_on", body.activated_on.as_ref(), |day| {
        let day = parse_day(day)?;
        if day <= today { Ok(day) } else { Err(Fault::new(&DAY_IN_FUTURE)) }
    });
    let user = read_user(door, user, &home);
    let terms = read_terms(door, body.terms.as_ref(), call.now);
    let org = org?;
    let tax_mark = match home.code() {
        "NO" => form.as_deref().and_then(norwegian_tax_mark),
        _ => body.f_tax.unwrap_or(false).then(|| "Godkänd för F-skatt".to_owned()),
    };
    Some(Card {
        name: name?,
        vat: body.vat_registered.unwrap_or(true).then(|| VatNumber::of(&org)).flatten(),
        org,
        address: address?,
        email: email?,
        phone: phone?,
        account: account?,
        tax_mark,
        activated_on: activated_on.unwrap_or(today),
        user: user?,
        terms: terms?,
    })
}

fn read_company_address(
    door: &mut Door,
    form: Option<&AddressForm>,
    home: &Country,
) -> Option<crate::domain::party::Address> {
    let form = form.cloned().unwrap_or_default();
    let address = read_address_at_home(door, "/address", &form, home);
    for (field, given) in
        [("street", &form.street), ("post_code", &form.post_code), ("place", &form.place)]
    {
        door.required(&format!("/address/{field}"), given.as_ref(), |_| Ok(()));
    }
    let address = address?;
    if address.country != *home {
        let abroad = Fault::new(&COMPANY_ADDRESS_ABROAD).with("country", home);
        door.report(Finding::fatal(abroad).at("/address/country").value(&address.country));
    }
    Some(address)
}

/// Norwegian companies are paid to an account or IBAN, Swedish ones to a giro or IBAN.
fn account_in(text: &str, home: &Country) -> Result<Account, Fault> {
    let account = Account::parse(text)?;
    let fits = match &account {
        Account::Iban(_) => true,
        Account::Norwegian(_) => home.is_norway(),
        Account::Bankgiro(_) | Account::Plusgiro(_) => home.is_sweden(),
    };
    fits.then_some(account).ok_or(Fault::new(&GIRO_NOT_NORWEGIAN).with("country", home))
}

fn parse_form(text: &str) -> Result<String, Fault> {
    let known = [
        "AS", "ASA", "ENK", "NUF", "ANS", "DA", "KS", "SA", "BRL", "STI", "FLI", "KOMM", "ORGL",
        "AB", "HB", "KB", "EF", "EK", "BRF", "IF",
    ];
    let form = text.to_ascii_uppercase();
    known.contains(&form.as_str()).then_some(form).ok_or(Fault::new(&COMPANY_FORM))
}

fn read_user(door: &mut Door, form: &ExchangeUserForm, home: &Country) -> Option<ExchangeUser> {
    let at = |field: &str| format!("/exchange_user/{field}");
    let kind = door.required(&at("kind"), form.kind.as_ref(), |kind| {
        let known = matches!(kind, "new" | "existing");
        known.then(|| kind.to_owned()).ok_or(Fault::new(&EXCHANGE_USER_KIND))
    })?;
    if kind == "existing" {
        let user_name = door.required(&at("user_name"), form.user_name.as_ref(), code(200))?;
        return Some(ExchangeUser::Existing { user_name });
    }
    let name = door.required(&at("name"), form.name.as_ref(), text(100));
    let email = door.required(&at("email"), form.email.as_ref(), Email::parse);
    let phone =
        door.required(&at("phone"), form.phone.as_ref(), |phone| Phone::parse_in(phone, home));
    Some(ExchangeUser::New { name: name?, email: email?, phone: phone? })
}

fn read_terms(door: &mut Door, form: Option<&TermsForm>, now: Timestamp) -> Option<Terms> {
    let form = form.cloned().unwrap_or_default();
    if form.accepted != Some(true) {
        door.report(Finding::fatal(&TERMS_NOT_ACCEPTED).at("/terms/accepted"));
    }
    let version = door.required("/terms/version", form.version.as_ref(), code(40));
    let accepted_by = door.required("/terms/accepted_by", form.accepted_by.as_ref(), text(100));
    Some(Terms { version: version?, accepted_by: accepted_by?, accepted_at: now })
}

impl Office {
    /// Keeps the exchange's API key of a company, encrypted.
    pub(super) fn keep_api_key(&self, tx: &Tx<'_>, id: i64, api_key: &str) -> Result<(), Failure> {
        let place = format!("{id}/{}", vault::API_KEY);
        let sealed = vault::seal(self.config.secrets_key.as_ref(), &place, api_key)?;
        tx.keep_secret(id, vault::API_KEY, &sealed)
    }
}
