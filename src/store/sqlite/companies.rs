//! Companies, their secrets, verification and agreement.

use crate::domain::agreement::Agreement;
use crate::domain::company::{Card, Company, Registration, Settings};
use crate::domain::failure::Failure;
use crate::domain::kyc::Kyc;
use crate::domain::user::User;
use crate::store::sqlite::apart::{Listed, each};
use crate::store::sqlite::failure::named;
use crate::store::sqlite::{Tx, card, change, failure::storage, json, micros, row, rows, unfit};
use crate::store::{COMPANY_UNREADABLE, USER_UNREADABLE};
use jiff::Timestamp;
use rusqlite::{Row, params, types};

const COLUMNS: &str = "id, registration, refusal, card, settings, \
     EXISTS (SELECT 1 FROM secret WHERE company_id = company.id AND name = 'api_key') \
     AS has_api_key";

fn company(row: &Row<'_>) -> rusqlite::Result<Company> {
    let registration: String = row.get("registration")?;
    Ok(Company {
        id: row.get("id")?,
        card: card(row, "card")?,
        registration: Registration::named(&registration)
            .ok_or_else(|| unfit(types::Type::Text, std::fmt::Error))?,
        refusal: row.get("refusal")?,
        settings: card(row, "settings")?,
        has_api_key: row.get("has_api_key")?,
    })
}

impl Tx<'_> {
    /// The company with this organisation number.
    pub fn company_by_number(&self, number: &str) -> Result<Option<Company>, Failure> {
        let sql = format!("SELECT {COLUMNS} FROM company WHERE organisation_number = ?1");
        named(row(self, &sql, params![number], company), &COMPANY_UNREADABLE, number)
    }

    /// The company with this key.
    pub fn company_by_id(&self, id: i64) -> Result<Option<Company>, Failure> {
        let sql = format!("SELECT {COLUMNS} FROM company WHERE id = ?1");
        self.of_company(id, row(self, &sql, params![id], company))
    }

    /// The key of the only company, or the first two when there are several.
    pub fn first_two_companies(&self) -> Result<Vec<i64>, Failure> {
        let mut statement = self
            .sql
            .prepare_cached("SELECT id FROM company ORDER BY id LIMIT 2")
            .map_err(storage)?;
        rows(&mut statement, params![], |row| row.get("id"))
    }

    /// What was read of a company's own row; if it cannot be read, the company is named.
    fn of_company<T>(&self, id: i64, read: Result<T, Failure>) -> Result<T, Failure> {
        if read.is_ok() {
            return read;
        }
        let sql = "SELECT organisation_number FROM company WHERE id = ?1";
        let number = row(self, sql, params![id], |row| row.get::<_, String>("organisation_number"));
        let number = number.ok().flatten().unwrap_or_else(|| id.to_string());
        named(read, &COMPANY_UNREADABLE, &number)
    }

    /// Adds a company that is on its way to the exchange; its key.
    pub fn add_company(&self, card: &Card, now: Timestamp) -> Result<i64, Failure> {
        change(
            self,
            "INSERT INTO company (organisation_number, registration, card, settings, kyc, \
             agreement, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                card.org.digits(),
                Registration::Registering.word(),
                json(card)?,
                json(&Settings::default())?,
                json(&Kyc::default())?,
                json(&Agreement::default())?,
                micros(now),
            ],
        )?;
        Ok(self.sql.last_insert_rowid())
    }

    /// Replaces the card of a company that registers anew.
    pub fn replace_card(&self, id: i64, card: &Card) -> Result<(), Failure> {
        change(self, "UPDATE company SET card = ?2 WHERE id = ?1", params![id, json(card)?])
            .map(drop)
    }

    /// Notes how far the registration is, and why it was refused.
    pub fn note_registration(
        &self,
        id: i64,
        registration: Registration,
        refusal: Option<&str>,
    ) -> Result<(), Failure> {
        let sql = "UPDATE company SET registration = ?2, refusal = ?3 WHERE id = ?1";
        change(self, sql, params![id, registration.word(), refusal]).map(drop)
    }

    /// Keeps the settings.
    pub fn keep_settings(&self, id: i64, settings: &Settings) -> Result<(), Failure> {
        let sql = "UPDATE company SET settings = ?2 WHERE id = ?1";
        change(self, sql, params![id, json(settings)?]).map(drop)
    }

    /// Keeps a sealed secret.
    pub fn keep_secret(&self, id: i64, name: &str, sealed: &[u8]) -> Result<(), Failure> {
        let sql = "INSERT INTO secret (company_id, name, sealed) VALUES (?1, ?2, ?3) \
                   ON CONFLICT (company_id, name) DO UPDATE SET sealed = excluded.sealed";
        change(self, sql, params![id, name, sealed]).map(drop)
    }

    /// Removes a secret.
    pub fn forget_secret(&self, id: i64, name: &str) -> Result<(), Failure> {
        let sql = "DELETE FROM secret WHERE company_id = ?1 AND name = ?2";
        change(self, sql, params![id, name]).map(drop)
    }

    /// Whether a secret is kept under this name.
    pub fn has_secret(&self, id: i64, name: &str) -> Result<bool, Failure> {
        let sql = "SELECT 1 AS one FROM secret WHERE company_id = ?1 AND name = ?2";
        let found = row(self, sql, params![id, name], |row| row.get::<_, i64>("one"))?;
        Ok(found.is_some())
    }

    /// The user at the exchange with this e-mail.
    pub fn exchange_user(&self, id: i64, email: &str) -> Result<Option<User>, Failure> {
        let sql = "SELECT card FROM exchange_user WHERE company_id = ?1 AND email = ?2";
        let found = row(self, sql, params![id, email], |row| card(row, "card"));
        named(found, &USER_UNREADABLE, email)
    }

    /// Every user at the exchange that was added here, by e-mail.
    pub fn exchange_users(&self, id: i64) -> Result<Vec<Listed<User>>, Failure> {
        let sql = "SELECT email, card FROM exchange_user WHERE company_id = ?1 ORDER BY email";
        let mut statement = self.sql.prepare_cached(sql).map_err(storage)?;
        let by_email = ("email", "email");
        each(&mut statement, params![id], by_email, &USER_UNREADABLE, |row| card(row, "card"))
    }

    /// Adds or replaces a user at the exchange.
    pub fn keep_exchange_user(&self, id: i64, user: &User) -> Result<(), Failure> {
        let sql = "INSERT INTO exchange_user (company_id, email, card) VALUES (?1, ?2, ?3) \
                   ON CONFLICT (company_id, email) DO UPDATE SET card = excluded.card";
        change(self, sql, params![id, user.email.key(), json(user)?]).map(drop)
    }

    /// The company's verification.
    pub fn kyc(&self, id: i64) -> Result<Kyc, Failure> {
        let sql = "SELECT kyc FROM company WHERE id = ?1";
        let kyc = self.of_company(id, row(self, sql, params![id], |row| card(row, "kyc")))?;
        Ok(kyc.unwrap_or_default())
    }

    /// Keeps the company's verification.
    pub fn keep_kyc(&self, id: i64, kyc: &Kyc) -> Result<(), Failure> {
        change(self, "UPDATE company SET kyc = ?2 WHERE id = ?1", params![id, json(kyc)?]).map(drop)
    }

    /// The company's consumer agreement.
    pub fn agreement(&self, id: i64) -> Result<Agreement, Failure> {
        let sql = "SELECT agreement FROM company WHERE id = ?1";
        let agreement =
            self.of_company(id, row(self, sql, params![id], |row| card(row, "agreement")))?;
        Ok(agreement.unwrap_or_default())
    }

    /// Keeps the company's consumer agreement.
    pub fn keep_agreement(&self, id: i64, agreement: &Agreement) -> Result<(), Failure> {
        let sql = "UPDATE company SET agreement = ?2 WHERE id = ?1";
        change(self, sql, params![id, json(agreement)?]).map(drop)
    }
}
