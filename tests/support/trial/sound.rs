//! What must hold of a store and its folder at rest, whatever happened before: nothing damaged,
//! nothing half-written, nothing carried twice.
//!
//! The file is looked at with a SQLite of the test's own, so no handle of the library may have it
//! open in this process: two copies of SQLite in one process take each other's locks away.

use crate::support::trial::reply::well_formed;
use rusqlite::{Connection, Row};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Sentences that no store may make true, each with the query for the rows that do.
const NEVER: &[(&str, &str)] = &[
    (
        "a document without delivery",
        "SELECT id FROM document WHERE NOT EXISTS
         (SELECT 1 FROM delivery WHERE document_id = document.id)",
    ),
    (
        "a delivery of a document without the document, or of a message with one",
        "SELECT id FROM delivery WHERE (purpose = 'document') <> (document_id IS NOT NULL)",
    ),
    (
        "a document with two deliveries under way",
        "SELECT document_id FROM delivery WHERE document_id IS NOT NULL
         AND state IN ('queued', 'waiting', 'leased', 'unknown')
         GROUP BY document_id HAVING count(*) > 1",
    ),
    (
        "a document that left twice in one round",
        "SELECT document_id FROM delivery WHERE document_id IS NOT NULL
         AND state NOT IN ('failed', 'replaced', 'canceled')
         GROUP BY document_id, round HAVING count(*) > 1",
    ),
    (
        "a delivery under way that stands behind a newer one",
        "SELECT id FROM delivery AS old WHERE state IN ('queued', 'waiting', 'leased', 'unknown')
         AND EXISTS
         (SELECT 1 FROM delivery WHERE document_id = old.document_id AND seq > old.seq)",
    ),
    (
        "a round that begins before the one before it is over",
        "SELECT id FROM delivery AS new WHERE round > 1 AND NOT EXISTS
         (SELECT 1 FROM delivery WHERE document_id = new.document_id AND round = new.round - 1)",
    ),
    (
        "a leased delivery without its lease",
        "SELECT id FROM delivery WHERE state = 'leased' AND NOT EXISTS
         (SELECT 1 FROM lease WHERE lease.id = delivery.lease AND lease.delivery_id = delivery.id
          AND lease.until = delivery.lease_until AND lease.outcome IS NULL)",
    ),
    (
        "a delivery that was sent twice",
        "SELECT delivery_id FROM lease WHERE outcome IN ('sent', 'delivered')
         GROUP BY delivery_id HAVING count(*) > 1",
    ),
    (
        "a sent delivery that never was leased",
        "SELECT id FROM delivery WHERE state IN ('sent', 'delivered') AND lease IS NULL",
    ),
    (
        "a delivery that waits for nothing, or is not waiting and waits for something",
        "SELECT id FROM delivery WHERE (state = 'waiting') <> (waiting_for IS NOT NULL)
         AND state <> 'replaced'",
    ),
    (
        "a queued document without a channel",
        "SELECT id FROM delivery WHERE state = 'queued' AND purpose = 'document'
         AND channel IS NULL",
    ),
    (
        "a delivery without a history",
        "SELECT id FROM delivery WHERE NOT EXISTS
         (SELECT 1 FROM history WHERE delivery_id = delivery.id AND step IN ('queued', 'waiting'))",
    ),
    (
        "more tries than leases",
        "SELECT id FROM delivery WHERE attempts <>
         (SELECT count(*) FROM lease WHERE delivery_id = delivery.id)",
    ),
    ("a broken reference", "SELECT \"table\" || ' ' || parent FROM pragma_foreign_key_check"),
    ("damage", "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'"),
];

/// The store, opened to be looked at.
pub fn look(store: &Path) -> Connection {
    Connection::open(store).unwrap()
}

/// What is wrong in a store.
pub fn faults(db: &Connection) -> Vec<String> {
    let mut found = Vec::new();
    for (what, query) in NEVER {
        let rows: Vec<String> = texts(db, query);
        found.extend(rows.first().map(|row| format!("{} times {what}: {row}", rows.len())));
    }
    found.extend(documents(db));
    found
}

/// The first column of a query as texts.
pub fn texts(db: &Connection, query: &str) -> Vec<String> {
    rows(db, query, |row| row.get::<_, String>(0))
}

fn rows<T>(
    db: &Connection,
    query: &str,
    make: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Vec<T> {
    let mut statement = db.prepare(query).unwrap();
    statement.query_map([], make).unwrap().map(|row| row.unwrap()).collect()
}

/// The money that is told is the money in the payload, and the payload is whole.
fn documents(db: &Connection) -> Vec<String> {
    let query = "SELECT number, payable, currency, xml, reply FROM document";
    let faults = rows(db, query, |row| {
        let (number, payable): (String, String) = (row.get(0)?, row.get(1)?);
        let (currency, xml): (String, Vec<u8>) = (row.get(2)?, row.get(3)?);
        let reply: String = row.get(4)?;
        let xml_text = String::from_utf8_lossy(&xml);
        let told = format!("<cbc:PayableAmount currencyID=\"{currency}\">{payable}<");
        let reply: serde_json::Value = serde_json::from_str(&reply).unwrap_or_default();
        let broken = well_formed(&xml).err();
        let money = !xml_text.contains(&told) || reply["totals"]["payable"] != payable.as_str();
        let money = money.then(|| format!("document {number} says {payable} {currency} otherwise"));
        Ok(broken.or(money))
    });
    faults.into_iter().flatten().collect()
}

/// A parcel in the folder.
#[derive(Debug)]
struct Parcel {
    path: PathBuf,
    company: String,
    place: String,
    delivery: String,
}

/// What is wrong in a folder, by what the store knows.
pub fn folder_faults(db: &Connection, folder: &Path) -> Vec<String> {
    let query = "SELECT delivery.id, coalesce(channel, purpose), organisation_number,
         delivery.state, type || ' ' || number || ' in round ' || delivery.round,
         coalesce(edition.xml, document.xml)
         FROM delivery JOIN company ON company.id = delivery.company_id
         LEFT JOIN document ON document.id = delivery.document_id
         LEFT JOIN edition ON edition.document_id = document.id AND edition.round = delivery.round";
    let known: BTreeMap<String, Known> = rows(db, query, |row| {
        let known = Known {
            place: row.get(1)?,
            company: row.get(2)?,
            state: row.get(3)?,
            document: row.get(4)?,
            xml: row.get(5)?,
        };
        Ok((row.get(0)?, known))
    })
    .into_iter()
    .collect();
    let mut found = Vec::new();
    let (mut seen, mut documents) = (BTreeSet::new(), BTreeSet::new());
    for parcel in parcels(folder) {
        let shown = parcel.path.display().to_string();
        let Some(known) = known.get(&parcel.delivery) else {
            found.push(format!("{shown} is not in the store"));
            continue;
        };
        if !seen.insert(parcel.delivery.clone()) {
            found.push(format!("{shown} was carried twice"));
        }
        let document = known.document.clone().filter(|_| known.state != "failed");
        let again = document.map(|document| (parcel.company.clone(), document));
        if again.is_some_and(|document| !documents.insert(document)) {
            found.push(format!("{shown} was carried in the same round elsewhere too"));
        }
        found.extend(known.parcel_fault(&parcel).map(|fault| format!("{shown} {fault}")));
    }
    let query = "SELECT delivery_id FROM lease WHERE carrier LIKE 'folder:%' AND outcome = 'sent'";
    let lost = texts(db, query).into_iter().filter(|id| !seen.contains(id));
    found.extend(lost.map(|id| format!("{id} was carried, and is not there")));
    found
}

/// What the store knows of a delivery.
struct Known {
    place: String,
    company: String,
    state: String,
    document: Option<String>,
    xml: Option<Vec<u8>>,
}

impl Known {
    fn parcel_fault(&self, parcel: &Parcel) -> Option<String> {
        if (&self.place, &self.company) != (&parcel.place, &parcel.company) {
            return Some(format!("lies in the wrong place, not in {}", self.place));
        }
        let routing = fs::read(parcel.path.join("routing.json")).unwrap_or_default();
        let routing: serde_json::Value = serde_json::from_slice(&routing).unwrap_or_default();
        if routing["delivery"] != parcel.delivery.as_str() {
            return Some("has no routing.json of its own".to_owned());
        }
        if fs::read(parcel.path.join("invoice.xml")).ok() != self.xml {
            return Some("holds another invoice.xml than the store".to_owned());
        }
        let files = fs::read_dir(&parcel.path).unwrap();
        let empty = files.map(Result::unwrap).find(|file| file.metadata().unwrap().len() == 0);
        empty.map(|file| format!("has nothing in {}", file.file_name().display()))
    }
}

/// Every parcel; what is in the workshop is none yet.
fn parcels(folder: &Path) -> Vec<Parcel> {
    let mut found = Vec::new();
    for company in below(folder).into_iter().filter(|path| !path.ends_with(".postbud")) {
        for place in below(&company) {
            for path in below(&place) {
                let name = path.file_name().unwrap().to_str().unwrap();
                let delivery = name.rsplit_once('.').unwrap().1.to_owned();
                let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
                let (company, place) = (name(&company), name(&place));
                found.push(Parcel { path, company, place, delivery });
            }
        }
    }
    found
}

fn below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries.map(|entry| entry.unwrap().path()).collect()
}

/// What lies in the workshop beside the lock: nothing, when all is carried and told.
pub fn workshop(folder: &Path) -> Vec<PathBuf> {
    below(&folder.join(".postbud")).into_iter().filter(|path| !path.ends_with("lock")).collect()
}
