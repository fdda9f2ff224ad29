//! Leases: who carries a delivery, and until when.

use crate::domain::channel::Channel;
use crate::domain::failure::Failure;
use crate::store::{DeliveryRow, NewHistory, Tx};
use crate::system;
use jiff::Timestamp;

/// Leases whose time has run out leave their deliveries unknown; the history says so.
pub fn expire(tx: &Tx<'_>, now: Timestamp) -> Result<(), Failure> {
    for lease in tx.expire_leases(now)? {
        // It may be another company's: what of it cannot be read holds up nobody here.
        let Some(row) = tx.delivery_in_part(&lease.delivery)? else { continue };
        let expired = NewHistory {
            document: row.document.as_deref(),
            delivery: Some(&row.id),
            step: "unknown",
            channel: Some(row.channel.map_or(row.purpose.word(), Channel::word)),
            code: Some("lease_expired"),
            ..NewHistory::default()
        };
        tx.note(row.company, now, &expired)?;
    }
    Ok(())
}

/// Leases one delivery to a carrier.
pub fn lease(
    tx: &Tx<'_>,
    row: &DeliveryRow,
    carrier: &str,
    until: Timestamp,
    now: Timestamp,
    actor: Option<&str>,
) -> Result<String, Failure> {
    let lease = system::fresh_id("lse")?;
    tx.lease_delivery(&lease, &row.id, carrier, until)?;
    let leased = NewHistory {
        document: row.document.as_deref(),
        delivery: Some(&row.id),
        step: "leased",
        channel: Some(row.channel.map_or(row.purpose.word(), Channel::word)),
        // A carrier's name may go on with its place, which is nobody's business here.
        code: carrier.split(':').next(),
        reason: None,
        actor,
    };
    tx.note(row.company, now, &leased)?;
    Ok(lease)
}
