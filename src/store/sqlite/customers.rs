//! Customers, and what the outside world has said about them.

use crate::domain::consumer::Consumer;
use crate::domain::customer::{Class, Customer};
use crate::domain::failure::Failure;
use crate::domain::receiver::Receiver;
use crate::store::sqlite::apart::{Listed, each, lossy};
use crate::store::sqlite::failure::named;
use crate::store::sqlite::{Tx, card, change, failure::storage, json, row, rows};
use crate::store::{
    CLASS_UNREADABLE, CONSUMER_UNREADABLE, CUSTOMER_UNREADABLE, RECEIVER_UNREADABLE,
};
use rusqlite::{Row, params};

impl Tx<'_> {
    /// Adds or replaces a customer.
    pub fn keep_customer(&self, company: i64, customer: &Customer) -> Result<(), Failure> {
        let sql = "INSERT INTO customer (company_id, number, card, endpoint) \
                   VALUES (?1, ?2, ?3, ?4) ON CONFLICT (company_id, number) \
                   DO UPDATE SET card = excluded.card, endpoint = excluded.endpoint";
        let endpoint = customer.endpoint.as_ref().map(|endpoint| endpoint.text());
        change(self, sql, params![company, customer.number, json(customer)?, endpoint]).map(drop)
    }

    /// The customer with this number.
    pub fn customer(&self, company: i64, number: &str) -> Result<Option<Customer>, Failure> {
        let sql = "SELECT card FROM customer WHERE company_id = ?1 AND number = ?2";
        let found = row(self, sql, params![company, number], |row| card(row, "card"));
        named(found, &CUSTOMER_UNREADABLE, number)
    }

    /// The customer that a document is for.
    pub fn customer_of(&self, company: i64, document: &str) -> Result<Option<Customer>, Failure> {
        let sql = "SELECT customer_number FROM document WHERE company_id = ?1 AND id = ?2";
        let number = |row: &Row<'_>| lossy(row, "customer_number");
        match row(self, sql, params![company, document], number)? {
            Some(number) => self.customer(company, &number),
            None => Ok(None),
        }
    }

    /// Customers after a number, in order of their numbers.
    pub fn customers_after(
        &self,
        company: i64,
        after: &str,
        limit: u32,
    ) -> Result<Vec<Listed<Customer>>, Failure> {
        let sql = "SELECT number, card FROM customer WHERE company_id = ?1 AND number > ?2 \
                   ORDER BY number LIMIT ?3";
        let mut statement = self.sql.prepare_cached(sql).map_err(storage)?;
        let values = params![company, after, limit];
        let by_number = ("number", "number");
        each(&mut statement, values, by_number, &CUSTOMER_UNREADABLE, |row| card(row, "card"))
    }

    /// Adds or replaces a class of customers.
    pub fn keep_class(&self, company: i64, class: &Class) -> Result<(), Failure> {
        let sql = "INSERT INTO customer_class (company_id, name, card) VALUES (?1, ?2, ?3) \
                   ON CONFLICT (company_id, name) DO UPDATE SET card = excluded.card";
        change(self, sql, params![company, class.name, json(class)?]).map(drop)
    }

    /// The class with this name.
    pub fn class(&self, company: i64, name: &str) -> Result<Option<Class>, Failure> {
        let sql = "SELECT card FROM customer_class WHERE company_id = ?1 AND name = ?2";
        let found = row(self, sql, params![company, name], |row| card(row, "card"));
        named(found, &CLASS_UNREADABLE, name)
    }

    /// Every class, by name.
    pub fn classes(&self, company: i64) -> Result<Vec<Listed<Class>>, Failure> {
        let sql = "SELECT name, card FROM customer_class WHERE company_id = ?1 ORDER BY name";
        let mut statement = self.sql.prepare_cached(sql).map_err(storage)?;
        let by_name = ("name", "name");
        each(&mut statement, params![company], by_name, &CLASS_UNREADABLE, |row| card(row, "card"))
    }

    /// The numbers of the customers with an electronic address.
    pub fn customers_at(&self, company: i64, endpoint: &str) -> Result<Vec<String>, Failure> {
        let sql = "SELECT number FROM customer WHERE company_id = ?1 AND endpoint = ?2";
        let mut statement = self.sql.prepare_cached(sql).map_err(storage)?;
        rows(&mut statement, params![company, endpoint], |row| row.get("number"))
    }

    /// Keeps what is known of a consumer.
    pub fn keep_consumer(
        &self,
        company: i64,
        customer: &str,
        consumer: &Consumer,
    ) -> Result<(), Failure> {
        let sql = "INSERT INTO consumer (company_id, customer_number, card) VALUES (?1, ?2, ?3) \
                   ON CONFLICT (company_id, customer_number) DO UPDATE SET card = excluded.card";
        change(self, sql, params![company, customer, json(consumer)?]).map(drop)
    }

    /// What is known of a consumer.
    pub fn consumer(&self, company: i64, customer: &str) -> Result<Option<Consumer>, Failure> {
        let sql = "SELECT card FROM consumer WHERE company_id = ?1 AND customer_number = ?2";
        let found = row(self, sql, params![company, customer], |row| card(row, "card"));
        named(found, &CONSUMER_UNREADABLE, customer)
    }

    /// Keeps what a directory said of an electronic address.
    pub fn keep_receiver(
        &self,
        company: i64,
        endpoint: &str,
        receiver: &Receiver,
    ) -> Result<(), Failure> {
        let sql = "INSERT INTO receiver (company_id, endpoint, card) VALUES (?1, ?2, ?3) \
                   ON CONFLICT (company_id, endpoint) DO UPDATE SET card = excluded.card";
        change(self, sql, params![company, endpoint, json(receiver)?]).map(drop)
    }

    /// What a directory said of an electronic address.
    pub fn receiver(&self, company: i64, endpoint: &str) -> Result<Option<Receiver>, Failure> {
        let sql = "SELECT card FROM receiver WHERE company_id = ?1 AND endpoint = ?2";
        let found = row(self, sql, params![company, endpoint], |row| card(row, "card"));
        named(found, &RECEIVER_UNREADABLE, endpoint)
    }
}
