//! The outbox: everything that leaves the machine, document or message, as one table of deliveries.

use crate::domain::channel::Channel;
use crate::domain::delivery::{Purpose, State, WaitingFor, beyond_any_lease};
use crate::domain::failure::Failure;
use crate::store::sqlite::apart::{Listed, each};
use crate::store::sqlite::failure::named;
use crate::store::sqlite::{
    Tx, card, change, failure::storage, json, micros, moment, moment_or_none, row, rows, unfit,
};
use crate::store::{DELIVERY_UNREADABLE, DOCUMENT_UNREADABLE};
use jiff::Timestamp;
use rusqlite::{Row, params, types};
use serde_json::Value;

/// A delivery to queue.
#[derive(Debug)]
pub struct NewDelivery<'a> {
    /// Id: one identity across all tries
    pub id: &'a str,
    /// The sending company
    pub company: i64,
    /// The document it carries
    pub document: Option<&'a str>,
    /// What it carries
    pub purpose: Purpose,
    /// The way of a document
    pub channel: Option<Channel>,
    /// What is missing first; queued when nothing is
    pub waiting_for: Option<WaitingFor>,
    /// Until when it waits, where that has an end
    pub until: Option<Timestamp>,
    /// How often the document was sent on purpose, this time included
    pub round: u32,
    /// The channels that are next in turn
    pub spare: &'a [Channel],
    /// How the channel was decided
    pub decision: Option<&'a Value>,
    /// What the carrier needs to know, beside the payload
    pub message: &'a Value,
    /// When
    pub now: Timestamp,
}

/// A kept delivery.
#[derive(Clone, Debug)]
pub struct DeliveryRow {
    /// Id
    pub id: String,
    /// The sending company
    pub company: i64,
    /// The document it carries
    pub document: Option<String>,
    /// What it carries
    pub purpose: Purpose,
    /// The way of a document
    pub channel: Option<Channel>,
    /// Where it stands
    pub state: State,
    /// What is missing first
    pub waiting_for: Option<String>,
    /// From when on it may be carried; none is at once, whatever the clock says
    pub due_at: Option<Timestamp>,
    /// How often it was tried
    pub attempts: u32,
    /// The lease that holds or held it
    pub lease: Option<String>,
    /// Until when
    pub lease_until: Option<Timestamp>,
    /// What the carrier said last, as a code
    pub code: Option<String>,
    /// What the carrier said last, in words
    pub reason: Option<String>,
    /// The channels that are next in turn
    pub spare: Vec<Channel>,
    /// What the carrier needs to know
    pub message: Value,
    /// When it was queued
    pub queued_at: Timestamp,
    /// How often the document was sent on purpose, this time included
    pub round: u32,
    /// How the channel was decided
    pub decision: Value,
    /// Whether all of it could be read
    pub whole: bool,
}

impl DeliveryRow {
    /// Whether somebody has said what became of it.
    pub const fn is_settled(&self) -> bool {
        !matches!(self.state, State::Leased | State::Unknown)
    }

    /// Where it stands at a moment: a lease that has run out leaves it unknown.
    pub fn state_at(&self, now: Timestamp) -> State {
        match (self.state, self.lease_until) {
            (State::Leased, Some(until)) if until <= now || until >= beyond_any_lease(now) => {
                State::Unknown
            }
            (state, _) => state,
        }
    }
}

/// The columns of a delivery.
pub(super) const COLUMNS: &str = "id, company_id, document_id, purpose, channel, state, \
     waiting_for, due_at, attempts, lease, lease_until, code, reason, spare, message, \
     created_at, round, decision";

/// A delivery out of its row.
pub(super) fn delivery(row: &Row<'_>) -> rusqlite::Result<DeliveryRow> {
    let damaged = || unfit(types::Type::Text, std::fmt::Error);
    let (purpose, state): (String, String) = (row.get("purpose")?, row.get("state")?);
    let channel: Option<String> = row.get("channel")?;
    Ok(DeliveryRow {
        id: row.get("id")?,
        company: row.get("company_id")?,
        document: row.get("document_id")?,
        purpose: Purpose::named(&purpose).ok_or_else(damaged)?,
        channel: channel.map(|c| Channel::parse(&c)).transpose().map_err(|_| damaged())?,
        state: State::named(&state).ok_or_else(damaged)?,
        waiting_for: row.get("waiting_for")?,
        due_at: moment_or_none(row, "due_at")?.filter(|due| due.as_microsecond() > 0),
        attempts: row.get("attempts")?,
        lease: row.get("lease")?,
        lease_until: moment_or_none(row, "lease_until")?,
        code: row.get("code")?,
        reason: row.get("reason")?,
        spare: card(row, "spare")?,
        message: card(row, "message")?,
        queued_at: moment(row, "created_at")?,
        round: row.get("round")?,
        decision: card(row, "decision")?,
        whole: true,
    })
}

impl Tx<'_> {
    /// Puts a delivery into the outbox.
    pub fn add_delivery(&self, new: &NewDelivery<'_>) -> Result<(), Failure> {
        let state = if new.waiting_for.is_some() { State::Waiting } else { State::Queued };
        let sql = "INSERT INTO delivery (id, company_id, document_id, purpose, channel, state, \
                   waiting_for, due_at, spare, message, created_at, round, decision) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?11, ?9, ?10, ?8, ?12, ?13)";
        let values = params![
            new.id,
            new.company,
            new.document,
            new.purpose.word(),
            new.channel.map(Channel::word),
            state.word(),
            new.waiting_for.map(WaitingFor::word),
            micros(new.now),
            json(&new.spare)?,
            json(new.message)?,
            new.until.map_or(0, micros),
            new.round,
            json(&new.decision)?,
        ];
        change(self, sql, values).map(drop)
    }

    /// The delivery with this id.
    pub fn delivery(&self, id: &str) -> Result<Option<DeliveryRow>, Failure> {
        let sql = format!("SELECT {COLUMNS} FROM delivery WHERE id = ?1");
        named(row(self, &sql, params![id], delivery), &DELIVERY_UNREADABLE, id)
    }

    /// The deliveries of a document, oldest first.
    pub fn deliveries_of(&self, document: &str) -> Result<Vec<DeliveryRow>, Failure> {
        let sql = format!("SELECT {COLUMNS} FROM delivery WHERE document_id = ?1 ORDER BY seq");
        let mut statement = self.sql.prepare_cached(&sql).map_err(storage)?;
        let found = rows(&mut statement, params![document], delivery);
        named(found, &DOCUMENT_UNREADABLE, document)
    }

    /// Deliveries that may be carried now, oldest first; of one company, if asked for.
    pub fn due_deliveries(
        &self,
        company: Option<i64>,
        now: Timestamp,
        limit: u32,
    ) -> Result<Vec<Listed<DeliveryRow>>, Failure> {
        let sql = format!(
            "SELECT {COLUMNS} FROM delivery WHERE state = 'queued' AND due_at <= ?1 \
             AND (?2 IS NULL OR company_id = ?2) ORDER BY seq LIMIT ?3"
        );
        let mut statement = self.sql.prepare_cached(&sql).map_err(storage)?;
        let values = params![micros(now), company, limit];
        each(&mut statement, values, ("id", "id"), &DELIVERY_UNREADABLE, delivery)
    }

    /// When the next delivery of a company falls due: queued, or at the end of its waiting.
    pub fn next_due(&self, company: i64, now: Timestamp) -> Result<Option<Timestamp>, Failure> {
        let sql = "SELECT max(min(due_at), ?2) AS due_at FROM (\
                   SELECT min(due_at) AS due_at FROM delivery WHERE company_id = ?1 \
                   AND state = 'queued' UNION ALL \
                   SELECT min(due_at) FROM delivery WHERE company_id = ?1 \
                   AND state = 'waiting' AND waiting_for = 'consumer' AND due_at > ?2)";
        // A moment that no calendar has is that of a row that is set aside when it is looked at.
        let due = |row: &Row<'_>| Ok(moment_or_none(row, "due_at").unwrap_or_default());
        Ok(row(self, sql, params![company, micros(now)], due)?.flatten())
    }

    /// Deliveries of a company that wait for one thing, oldest first; those of one customer, if
    /// asked for.
    pub fn waiting_deliveries(
        &self,
        company: i64,
        waiting_for: WaitingFor,
        customer: Option<&str>,
    ) -> Result<Vec<Listed<DeliveryRow>>, Failure> {
        let of_one = "AND document_id IN (SELECT id FROM document WHERE company_id = ?1 \
                      AND customer_number = ?3)";
        // One statement for both would look at every waiting delivery.
        let of_one = if customer.is_some() { of_one } else { "AND ?3 IS NULL" };
        let index = if customer.is_some() { "delivery_by_document" } else { "delivery_by_wait" };
        let sql = format!(
            "SELECT {COLUMNS} FROM delivery INDEXED BY {index} WHERE company_id = ?1 \
             AND state = 'waiting' AND waiting_for = ?2 {of_one} ORDER BY seq"
        );
        let mut statement = self.sql.prepare_cached(&sql).map_err(storage)?;
        let values = params![company, waiting_for.word(), customer];
        each(&mut statement, values, ("id", "id"), &DELIVERY_UNREADABLE, delivery)
    }

    /// Deliveries of a company whose waiting for a consumer has come to its end.
    pub fn waited_long_enough(
        &self,
        company: i64,
        now: Timestamp,
    ) -> Result<Vec<Listed<DeliveryRow>>, Failure> {
        let sql = format!(
            "SELECT {COLUMNS} FROM delivery WHERE company_id = ?1 AND state = 'waiting' \
             AND waiting_for = 'consumer' AND due_at <= ?2 ORDER BY seq"
        );
        let mut statement = self.sql.prepare_cached(&sql).map_err(storage)?;
        let values = params![company, micros(now)];
        each(&mut statement, values, ("id", "id"), &DELIVERY_UNREADABLE, delivery)
    }

    /// Everything that leaves, in order, after a place in it; in one state if asked for. A lease
    /// that has run out is unknown.
    pub fn deliveries_after(
        &self,
        company: i64,
        after: i64,
        state: Option<&str>,
        limit: u32,
        now: Timestamp,
    ) -> Result<Vec<Listed<DeliveryRow>>, Failure> {
        let sql = format!(
            "SELECT seq, {COLUMNS} FROM delivery WHERE company_id = ?1 AND seq > ?2 \
             AND (?3 IS NULL OR ?3 = CASE WHEN state = 'leased' \
                                               AND (lease_until <= ?5 OR lease_until >= ?6) \
                                          THEN 'unknown' ELSE state END) \
             ORDER BY seq LIMIT ?4"
        );
        let mut statement = self.sql.prepare_cached(&sql).map_err(storage)?;
        let beyond = micros(beyond_any_lease(now));
        let values = params![company, after, state, limit, micros(now), beyond];
        each(&mut statement, values, ("seq", "id"), &DELIVERY_UNREADABLE, delivery)
    }

    /// Deliveries of a purpose that have not left yet; a newer one takes their place.
    pub fn replace_open(&self, company: i64, purpose: Purpose) -> Result<usize, Failure> {
        let sql = "UPDATE delivery SET state = 'replaced' WHERE company_id = ?1 AND purpose = ?2 \
                   AND state IN ('queued', 'waiting')";
        change(self, sql, params![company, purpose.word()])
    }

    /// Gives a waiting delivery what it waits for next; it is queued when that is nothing.
    pub fn release(&self, id: &str, next: Option<WaitingFor>) -> Result<(), Failure> {
        let state = if next.is_some() { State::Waiting } else { State::Queued };
        let sql = "UPDATE delivery SET state = ?2, waiting_for = ?3, due_at = 0, code = NULL, \
                   reason = NULL WHERE id = ?1";
        change(self, sql, params![id, state.word(), next.map(WaitingFor::word)]).map(drop)
    }

    /// Lets a delivery wait for a consumer's answer until a moment; it has no channel so long.
    pub fn wait_for_consumer(&self, id: &str, until: Timestamp) -> Result<(), Failure> {
        let sql = "UPDATE delivery SET state = 'waiting', waiting_for = 'consumer', due_at = ?2, \
                   channel = NULL, spare = '[]', code = NULL, reason = NULL WHERE id = ?1";
        change(self, sql, params![id, micros(until)]).map(drop)
    }

    /// Keeps how the channel of a delivery was decided.
    pub fn keep_decision(&self, id: &str, decision: &Value) -> Result<(), Failure> {
        let sql = "UPDATE delivery SET decision = ?2 WHERE id = ?1";
        change(self, sql, params![id, json(decision)?]).map(drop)
    }

    /// Keeps what the carrier needs to know of a delivery.
    pub fn keep_message(&self, id: &str, message: &Value) -> Result<(), Failure> {
        let sql = "UPDATE delivery SET message = ?2 WHERE id = ?1";
        change(self, sql, params![id, json(message)?]).map(drop)
    }

    /// Ends a delivery that has not left: replaced or canceled.
    pub fn end(&self, id: &str, state: State) -> Result<(), Failure> {
        let sql = "UPDATE delivery SET state = ?2, waiting_for = NULL, code = NULL, \
                   reason = NULL WHERE id = ?1";
        change(self, sql, params![id, state.word()]).map(drop)
    }

    /// Gives a delivery its way: the channel, and what is next in turn.
    pub fn route(&self, id: &str, channel: Channel, spare: &[Channel]) -> Result<(), Failure> {
        let sql = "UPDATE delivery SET channel = ?2, spare = ?3 WHERE id = ?1";
        change(self, sql, params![id, channel.word(), json(&spare)?]).map(drop)
    }

    /// Takes a delivery's way from it: no channel is possible now.
    pub fn unroute(&self, id: &str) -> Result<(), Failure> {
        let sql = "UPDATE delivery SET channel = NULL, spare = '[]' WHERE id = ?1";
        change(self, sql, params![id]).map(drop)
    }

    /// Notes why a delivery stands where it stands.
    pub fn note_reason(
        &self,
        id: &str,
        code: Option<&str>,
        reason: Option<&str>,
    ) -> Result<(), Failure> {
        let sql = "UPDATE delivery SET code = ?2, reason = ?3 WHERE id = ?1";
        change(self, sql, params![id, code, reason]).map(drop)
    }

    /// The newest delivery of a purpose that carries no document.
    pub fn newest_message(
        &self,
        company: i64,
        purpose: Purpose,
    ) -> Result<Option<String>, Failure> {
        let sql = "SELECT id FROM delivery WHERE company_id = ?1 AND purpose = ?2 \
                   AND document_id IS NULL ORDER BY seq DESC LIMIT 1";
        row(self, sql, params![company, purpose.word()], |row| row.get("id"))
    }

    /// Notes an outcome: the state, from when on to try again, and what the carrier said.
    pub fn note_outcome(
        &self,
        id: &str,
        state: State,
        due_at: Option<Timestamp>,
        code: Option<&str>,
        reason: Option<&str>,
    ) -> Result<(), Failure> {
        let sql = "UPDATE delivery SET state = ?2, due_at = ?3, code = ?4, reason = ?5, \
                   lease_until = NULL, waiting_for = NULL WHERE id = ?1";
        change(self, sql, params![id, state.word(), due_at.map_or(0, micros), code, reason])
            .map(drop)
    }
}
