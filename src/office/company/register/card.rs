//! The company's card as a registration gives it.

use crate::domain::account::Account;
use crate::domain::company::{
    COMPANY_ADDRESS_ABROAD, COMPANY_COUNTRY, COMPANY_FORM, Card, EXCHANGE_USER_KIND, ExchangeUser,
    GIRO_NOT_NORWEGIAN, PARENT_IS_ITSELF, TERMS_NOT_ACCEPTED, Terms, norwegian_tax_mark,
};
use crate::domain::contact::{Email, Phone};
use crate::domain::country::Country;
use crate::domain::finding::{Fault, Finding};
use crate::domain::number::{OrgNumber, VatNumber};
use crate::domain::time::{DAY_IN_FUTURE, legal_day, parse_day};
use crate::office::company::register::form::{ExchangeUserForm, Request, TermsForm};
use crate::office::form::{AddressForm, read_address_at_home};
use crate::office::protocol::door::Door;
use crate::office::protocol::request::Call;
use crate::office::protocol::text::{code, text};
use jiff::Timestamp;

/// Parses the card; every fault of it is reported.
pub fn read_card(door: &mut Door, call: &Call<Request>, user: &ExchangeUserForm) -> Option<Card> {
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
    let parent = read_parent(door, body, org.as_ref(), &home);
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
        parent,
    })
}

fn read_parent(
    door: &mut Door,
    body: &Request,
    own: Option<&OrgNumber>,
    home: &Country,
) -> Option<OrgNumber> {
    door.optional("/sub_unit_of", body.sub_unit_of.as_ref(), |number| {
        let parent = OrgNumber::parse(number, home)?;
        match own == Some(&parent) {
            true => Err(Fault::new(&PARENT_IS_ITSELF)),
            false => Ok(parent),
        }
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
        Account::Other(_) => false,
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
        let user_name = door.unshown(&at("user_name"), form.user_name.as_ref(), code(200))?;
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
