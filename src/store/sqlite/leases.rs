//! Leases: who carries a delivery, until when, and what he said. One lease is settled once.

use crate::domain::delivery::{Outcome, beyond_any_lease};
use crate::domain::failure::Failure;
use crate::store::sqlite::{Tx, change, failure::storage, micros, row, rows};
use jiff::Timestamp;
use rusqlite::{Row, params};

/// A lease.
#[derive(Clone, Debug)]
pub struct LeaseRow {
    /// Id
    pub id: String,
    /// What is leased
    pub delivery: String,
    /// Who carries: "host" or the name of a carrier of postbud's own
    pub carrier: String,
    /// What was said when it was settled
    pub outcome: Option<String>,
}

fn lease(row: &Row<'_>) -> rusqlite::Result<LeaseRow> {
    Ok(LeaseRow {
        id: row.get("id")?,
        delivery: row.get("delivery_id")?,
        carrier: row.get("carrier")?,
        outcome: row.get("outcome")?,
    })
}

impl Tx<'_> {
    /// Leases a delivery to a carrier until a moment.
    pub fn lease_delivery(
        &self,
        lease: &str,
        delivery: &str,
        carrier: &str,
        until: Timestamp,
    ) -> Result<(), Failure> {
        let sql = "INSERT INTO lease (id, delivery_id, carrier, until) VALUES (?1, ?2, ?3, ?4)";
        change(self, sql, params![lease, delivery, carrier, micros(until)])?;
        let sql = "UPDATE delivery SET state = 'leased', lease = ?2, lease_until = ?3, \
                   attempts = attempts + 1 WHERE id = ?1";
        change(self, sql, params![delivery, lease, micros(until)]).map(drop)
    }

    /// The lease with this id.
    pub fn lease(&self, id: &str) -> Result<Option<LeaseRow>, Failure> {
        let sql = "SELECT id, delivery_id, carrier, outcome FROM lease WHERE id = ?1";
        row(self, sql, params![id], lease)
    }

    /// Notes what was said of a lease.
    pub fn settle_lease(&self, id: &str, outcome: Outcome, now: Timestamp) -> Result<(), Failure> {
        let sql = "UPDATE lease SET outcome = ?2, settled_at = ?3 WHERE id = ?1";
        change(self, sql, params![id, outcome.word(), micros(now)]).map(drop)
    }

    /// Leases whose time has run out without an answer: their deliveries become unknown.
    pub fn expire_leases(&self, now: Timestamp) -> Result<Vec<LeaseRow>, Failure> {
        let sql = "SELECT lease.id, lease.delivery_id, lease.carrier, lease.outcome \
                   FROM delivery JOIN lease ON lease.id = delivery.lease \
                   WHERE delivery.state = 'leased' \
                   AND (delivery.lease_until <= ?1 OR delivery.lease_until >= ?2) \
                   ORDER BY delivery.seq";
        let mut statement = self.sql.prepare_cached(sql).map_err(storage)?;
        let ends = params![micros(now), micros(beyond_any_lease(now))];
        let expired = rows(&mut statement, ends, lease)?;
        let sql = "UPDATE delivery SET state = 'unknown' WHERE state = 'leased' \
                   AND (lease_until <= ?1 OR lease_until >= ?2)";
        change(self, sql, ends)?;
        Ok(expired)
    }

    /// Deliveries that this carrier held and never settled, whether their time has run out or not:
    /// it can be asked about them.
    pub fn unsettled_leases(
        &self,
        company: i64,
        carrier: &str,
        limit: u32,
    ) -> Result<Vec<LeaseRow>, Failure> {
        let sql = "SELECT lease.id, lease.delivery_id, lease.carrier, lease.outcome \
                   FROM delivery JOIN lease ON lease.id = delivery.lease \
                   WHERE delivery.state IN ('leased', 'unknown') AND delivery.company_id = ?1 \
                   AND lease.carrier = ?2 ORDER BY delivery.seq LIMIT ?3";
        let mut statement = self.sql.prepare_cached(sql).map_err(storage)?;
        rows(&mut statement, params![company, carrier, limit], lease)
    }
}
