//! Records what a directory said about electronic addresses. Documents that waited for the answer
//! are decided again.

use crate::domain::country::Country;
use crate::domain::failure::Failure;
use crate::domain::finding::Finding;
use crate::domain::invoice::Type;
use crate::domain::number::OrgNumber;
use crate::domain::party::Endpoint;
use crate::domain::receiver::{Answer, Receiver};
use crate::domain::time::{is_newer, parse_past};
use crate::domain::words::words;
use crate::office::Office;
use crate::office::form::{EndpointForm, read_endpoint};
use crate::office::outbox::redecide::{self, Whose};
use crate::office::protocol::company::company;
use crate::office::protocol::door::Door;
use crate::office::protocol::reply::{FindingReply, say_all};
use crate::office::protocol::request::{Call, form, request};
use crate::office::protocol::text::MomentText;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::HashSet;

request! {
    /// The answers of a look-up, one for each address.
    Request {
        /// The answers. Mandatory, at most 10,000 in a call.
        entries: Option<Vec<EntryForm>>,
    }
}

form! {
    /// One answer.
    EntryForm {
        /// The electronic address that was looked up; or organisation_number and country instead.
        endpoint: Option<EndpointForm>,
        /// Organisation number, where the address follows from it.
        organisation_number: Option<String>,
        /// Country of the organisation number. Default: the company's own.
        country: Option<String>,
        /// receives, not_registered or failed (the look-up itself failed). Mandatory.
        answer: Option<String>,
        /// The documents it takes: invoice, credit_note. Default: both.
        documents: Option<Vec<String>>,
        /// When the directory said so. Default: now.
        as_of: Option<MomentText>,
    }
}

/// What was kept.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reply {
    /// How many addresses have a new answer; one that is older than what is known is not kept.
    pub kept: usize,
    /// Documents that waited for one of them and go on now.
    pub released: usize,
    /// Rows of the store that could not be read and were left out or set aside, each with the way
    /// out.
    pub findings: Vec<FindingReply>,
}

/// Keeps the answers.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<Reply, Failure> {
    office.store.write(|tx| {
        let company = company(tx, &call)?;
        let mut door = std::mem::take(&mut call.door);
        let forms = call.body.entries.as_deref().unwrap_or_default();
        if forms.is_empty() || forms.len() > 10_000 {
            door.report(Finding::fatal(&ENTRIES_COUNT).at("/entries").value(forms.len()));
        }
        let home = company.card.country();
        let entries: Vec<(Endpoint, Receiver)> = forms
            .iter()
            .enumerate()
            .filter_map(|(at, form)| read_entry(&mut door, at, form, home, call.now))
            .collect();
        let (entries, _) = door.close(Some(entries))?;
        let mut endpoints = HashSet::new();
        for (endpoint, receiver) in &entries {
            // What cannot be read any more is no reason to keep the new answer out.
            let known = tx.or_note(tx.receiver(company.id, &endpoint.text()))?.flatten();
            // What is older than what is known says nothing.
            if known.is_none_or(|known| is_newer(receiver.as_of, known.as_of, call.now)) {
                tx.keep_receiver(company.id, &endpoint.text(), receiver)?;
                endpoints.insert(endpoint.text());
            }
        }
        let whose = Whose::Endpoints(&endpoints);
        let released = redecide::decide_waiting(tx, &company, whose, call.now)?;
        let findings = say_all(&tx.unreadable(), call.language);
        Ok(Reply { kept: endpoints.len(), released, findings })
    })
}

fn read_entry(
    door: &mut Door,
    at: usize,
    form: &EntryForm,
    home: &Country,
    now: Timestamp,
) -> Option<(Endpoint, Receiver)> {
    let path = |field: &str| format!("/entries/{at}/{field}");
    let endpoint = match &form.endpoint {
        Some(_) => read_endpoint(door, &path("endpoint"), form.endpoint.as_ref()),
        None => read_number(door, &path("organisation_number"), &path("country"), form, home),
    };
    let answer = door.required(&path("answer"), form.answer.as_ref(), Answer::parse);
    let documents = match &form.documents {
        None => vec![Type::Invoice, Type::CreditNote],
        Some(given) => given
            .iter()
            .enumerate()
            .filter_map(|(index, word)| {
                door.optional(
                    &path(&format!("documents/{index}")),
                    Some(word),
                    Type::parse_on_network,
                )
            })
            .collect(),
    };
    let as_of = door.optional(&path("as_of"), form.as_of.as_ref(), |at| parse_past(at, now));
    Some((endpoint?, Receiver { answer: answer?, documents, as_of: as_of.unwrap_or(now) }))
}

fn read_number(
    door: &mut Door,
    path: &str,
    country_path: &str,
    form: &EntryForm,
    home: &Country,
) -> Option<Endpoint> {
    let country = match &form.country {
        Some(_) => door.optional(country_path, form.country.as_ref(), Country::parse)?,
        None => home.clone(),
    };
    let number = form.organisation_number.as_ref();
    let org = door.required(path, number, |number| OrgNumber::parse(number, &country))?;
    let endpoint = Endpoint::of(&org);
    if endpoint.is_none() {
        door.report(Finding::fatal(&NO_SCHEME).at(path).value(org.digits()));
    }
    endpoint
}

words! {
    ENTRIES_COUNT = "entries_out_of_range" {
        en: "{value} answers are not between 1 and 10,000." => "Give at least one answer, and large lists in several calls.",
        nb: "{value} svar er ikke mellom 1 og 10 000." => "Oppgi minst ett svar, og store lister i flere kall.",
        sv: "{value} svar är inte mellan 1 och 10 000." => "Ange minst ett svar, och stora listor i flera anrop.",
    }
    NO_SCHEME = "endpoint_not_from_number" {
        en: "No electronic address follows from the organisation number {value}." => "Give endpoint with scheme and id instead.",
        nb: "Ingen elektronisk adresse følger av organisasjonsnummer {value}." => "Oppgi endpoint med scheme og id i stedet.",
        sv: "Ingen elektronisk adress följer av organisationsnummer {value}." => "Ange endpoint med scheme och id i stället.",
    }
}
