//! The open library: one use case a file, each with its request and reply at the top.
//!
//! Read them in the order of the journey: a company registers, is verified and orders the consumer
//! agreement; customers and what is known of them are put in; a document is decided, built,
//! checked, stored and queued in one transaction; the outbox carries it.

pub mod agreement_disable;
pub mod agreement_get;
pub mod agreement_order;
pub mod agreement_record;
pub mod company_configure;
pub mod company_get;
pub mod company_register;
pub mod config;
pub mod consumer_record;
pub mod customer_class_list;
pub mod customer_class_put;
pub mod customer_get;
pub mod customer_list;
pub mod customer_put;
pub mod directory_put;
pub mod distribution_decide;
pub mod document_build;
pub mod document_read;
pub mod document_validate;
pub mod document_validate_as;
pub mod invoice_cancel;
pub mod invoice_get;
pub mod invoice_list;
pub mod invoice_reroute;
pub mod invoice_resend;
pub mod invoice_send;
pub mod invoice_send_batch;
pub mod kyc_get;
pub mod kyc_record;
pub mod kyc_request;
pub mod lookup_list;
pub mod outbox_claim;
pub mod outbox_list;
pub mod outbox_run;
pub mod outbox_settle;
pub mod reference_check;
pub mod reference_make;
pub mod rules_list;
pub mod user_add;
pub mod user_list;
pub mod user_remove;

mod attachments;
mod document;
mod form;
mod known;
mod mask;
mod outbox;
pub mod reply;
pub mod request;
pub mod schema;
pub mod sending;
mod solving;
mod vault;

pub use config::Config;
pub use mask::{Secrets, keys_in};

use crate::domain::company::{COMPANY_AMBIGUOUS, COMPANY_UNKNOWN, Company};
use crate::domain::failure::{Failure, Status};
use crate::domain::finding::{Fault, Finding};
use crate::domain::role::{Task, allow, task_of};
use crate::domain::words::Words;
use crate::store::{Sqlite, Tx};
use mask::KnownSecrets;
use request::{Call, Enveloped};

/// An open store with its configuration.
#[derive(Debug)]
pub struct Office {
    config: Config,
    store: Sqlite,
    secrets: KnownSecrets,
}

impl Office {
    /// Opens the store that the configuration names.
    pub fn open(config: Config) -> Result<Self, Failure> {
        let store = Sqlite::open(&config.store)?;
        let office = Self { config, store, secrets: KnownSecrets::default() };
        if let Some(key) = &office.config.secrets_key {
            let sealed = vault::agree(&office.store, key)?;
            for (company, place, sealed) in sealed {
                let opened = vault::open(key, &place, &sealed);
                opened.into_iter().for_each(|secret| office.secrets.learn(&company, secret));
            }
        }
        Ok(office)
    }

    /// A reply without the secrets of its request, and without those that are kept.
    pub fn mask(&self, secrets: &Secrets, company: Option<&str>, reply: Vec<u8>) -> Vec<u8> {
        let company = company.map(compact);
        secrets.mask(reply, &self.secrets.of(company.as_deref()))
    }

    /// The configuration it was opened with.
    pub const fn config(&self) -> &Config {
        &self.config
    }

    /// The company that a call is about. A store with one company needs no name. A request that is
    /// faulty in itself is told so first: no store could make it right.
    fn company<T: Enveloped>(&self, tx: &Tx<'_>, call: &Call<T>) -> Result<Company, Failure> {
        let company =
            Self::find_company(tx, call).map_err(|missing| match call.door.is_clear() {
                true => missing,
                false => Failure::invalid(call.door.findings().to_vec()),
            })?;
        // A verb whose task depends on the fields asks for the right to each of them itself.
        if let Some(task) = task_of(call.verb()) {
            self.allow(call, task, Some(&company))?;
        }
        Ok(company)
    }

    /// Refuses a task to whoever has no right to it in this company.
    fn allow<T: Enveloped>(
        &self,
        call: &Call<T>,
        task: Task,
        company: Option<&Company>,
    ) -> Result<(), Failure> {
        let own = company.and_then(|company| company.settings.activation_by.as_ref());
        let activation_by = own.unwrap_or(&self.config.activation_by);
        allow(call.role, call.verb(), task, activation_by)
            .map_err(|fault| Failure::new(Status::Refused, fault))
    }

    fn find_company<T>(tx: &Tx<'_>, call: &Call<T>) -> Result<Company, Failure> {
        let unknown =
            |name: &str| Failure::not_found(Fault::new(&COMPANY_UNKNOWN).with("company", name));
        match &call.company {
            Some(name) => tx.company_by_number(&compact(name))?.ok_or_else(|| unknown(name)),
            None => match tx.first_two_companies()?.as_slice() {
                [only] => tx.company_by_id(*only)?.ok_or_else(|| unknown("…")),
                [] => Err(unknown("…")),
                _ => {
                    let ambiguous = Finding::fatal(&COMPANY_AMBIGUOUS).at("/company");
                    Err(Failure::invalid(vec![ambiguous]))
                }
            },
        }
    }
}

fn compact(number: &str) -> String {
    number.chars().filter(|c| !c.is_whitespace() && *c != '-').collect()
}

/// The sentence with this code.
fn words_of(code: &str) -> Option<&'static Words> {
    sentences().find(|words| words.code == code).copied()
}

/// Every sentence that can leave the library, module by module.
pub fn sentences() -> impl Iterator<Item = &'static &'static Words> {
    domain_sentences().chain(other_sentences())
}

fn domain_sentences() -> impl Iterator<Item = &'static &'static Words> {
    use crate::domain as d;
    [
        d::account::ALL,
        d::agreement::ALL,
        d::agreement::CAPTURE,
        d::agreement::KID,
        d::agreement::OLD,
        d::attachment::ALL,
        d::channel::ALL,
        d::channel::plan::ALL,
        d::claim::ALL,
        d::company::ALL,
        d::company::SETTINGS,
        d::consumer::ALL,
        d::contact::ALL,
        d::country::ALL,
        d::customer::ALL,
        d::delivery::ALL,
        d::failure::ALL,
        d::identifier::ALL,
        d::invoice::ALL,
        d::invoice::check::ALL,
        d::invoice::document_type::ALL,
        d::invoice::solve::ALL,
        d::invoice::unit::ALL,
        d::invoice::vat::ALL,
        d::kyc::ALL,
        d::money::ALL,
        d::number::ALL,
        d::party::ALL,
        d::receiver::ALL,
        d::reference::ALL,
        d::role::ALL,
        d::time::ALL,
        d::user::ALL,
    ]
    .into_iter()
    .flatten()
}

fn other_sentences() -> impl Iterator<Item = &'static &'static Words> {
    [
        crate::carrier::ALL,
        crate::letter::mail::ALL,
        crate::peppol::ALL,
        crate::peppol::other::ALL,
        crate::peppol::read::ALL,
        crate::peppol::rules::words::ALL,
        crate::peppol::schema::words::ALL,
        document_read::ALL,
        document_validate_as::ALL,
        crate::store::ALL,
        crate::store::UNREADABLE,
        crate::system::ALL,
        company_configure::ALL,
        config::ALL,
        customer_list::ALL,
        directory_put::ALL,
        distribution_decide::ALL,
        form::ALL,
        form::TERMS,
        invoice_list::ALL,
        invoice_reroute::ALL,
        invoice_resend::ALL,
        invoice_send::ALL,
        invoice_send::FINISHED,
        invoice_send_batch::ALL,
        outbox_claim::ALL,
        outbox_settle::ALL,
        kyc_record::ALL,
        agreement_record::ALL,
        request::ALL,
        sending::ANEW,
        sending::DIFFERENCE,
        request::SHAPE,
        request::DOOR,
        request::TEXT,
        vault::ALL,
    ]
    .into_iter()
    .flatten()
}
