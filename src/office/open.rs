//! The open handle: its configuration, its store and its secrets. Knows no verb.

pub mod config;
pub mod mask;
pub mod vault;

use crate::domain::failure::Failure;
use crate::office::open::config::Config;
use crate::office::open::mask::{KnownSecrets, Secrets};
use crate::store::Sqlite;

/// An open store with its configuration.
#[derive(Debug)]
pub struct Office {
    pub(crate) config: Config,
    pub(crate) store: Sqlite,
    pub(crate) secrets: KnownSecrets,
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
}

/// A number without the blanks and hyphens that people write between its digits.
pub fn compact(number: &str) -> String {
    number.chars().filter(|c| !c.is_whitespace() && *c != '-').collect()
}
