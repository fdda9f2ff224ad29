//! The API key of the exchange: sealed and kept.

use crate::domain::failure::Failure;
use crate::office::Office;
use crate::office::open::vault;
use crate::store::Tx;

impl Office {
    /// Keeps an API key of a company under its name, encrypted.
    pub fn keep_api_key(
        &self,
        tx: &Tx<'_>,
        id: i64,
        name: &str,
        api_key: &str,
    ) -> Result<(), Failure> {
        let place = format!("{id}/{name}");
        let sealed = vault::seal(self.config.secrets_key.as_ref(), &place, api_key)?;
        if let Some(company) = tx.company_by_id(id)? {
            self.secrets.learn(company.card.org.digits(), api_key.to_owned());
        }
        tx.keep_secret(id, name, &sealed)
    }
}
