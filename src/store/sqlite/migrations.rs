//! The layout of the store, as a list of steps. A step that has landed is never edited.

use crate::domain::failure::Failure;
use crate::store::sqlite::failure::{damaged, newer, older, storage};
use rusqlite::{Connection, TransactionBehavior};
use std::cmp::Ordering;

/// The layout that this library writes.
pub const STORE_VERSION: u32 = 5;

/// "post" in ASCII: tells our files from other programs' SQLite files.
const APPLICATION_ID: u32 = 0x706f_7374;

const STEPS: &[&str] = &[
    "
CREATE TABLE company (
    id                  INTEGER PRIMARY KEY,
    organisation_number TEXT NOT NULL UNIQUE,
    registration        TEXT NOT NULL,
    refusal             TEXT,
    card                TEXT NOT NULL,
    settings            TEXT NOT NULL,
    kyc                 TEXT NOT NULL,
    agreement           TEXT NOT NULL,
    created_at          INTEGER NOT NULL
) STRICT;

CREATE TABLE secret (
    company_id INTEGER NOT NULL REFERENCES company (id),
    name       TEXT NOT NULL,
    sealed     BLOB NOT NULL,
    PRIMARY KEY (company_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE customer (
    company_id INTEGER NOT NULL REFERENCES company (id),
    number     TEXT NOT NULL,
    card       TEXT NOT NULL,
    PRIMARY KEY (company_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE consumer (
    company_id      INTEGER NOT NULL,
    customer_number TEXT NOT NULL,
    card            TEXT NOT NULL,
    PRIMARY KEY (company_id, customer_number),
    FOREIGN KEY (company_id, customer_number) REFERENCES customer (company_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE receiver (
    company_id INTEGER NOT NULL REFERENCES company (id),
    endpoint   TEXT NOT NULL,
    card       TEXT NOT NULL,
    PRIMARY KEY (company_id, endpoint)
) STRICT, WITHOUT ROWID;

CREATE TABLE document (
    seq             INTEGER PRIMARY KEY AUTOINCREMENT,
    id              TEXT NOT NULL UNIQUE,
    company_id      INTEGER NOT NULL REFERENCES company (id),
    type            TEXT NOT NULL,
    number          TEXT NOT NULL,
    customer_number TEXT NOT NULL,
    content_hash    TEXT NOT NULL,
    host_key        TEXT,
    payable         TEXT NOT NULL,
    currency        TEXT NOT NULL,
    invoice         TEXT NOT NULL,
    xml             BLOB NOT NULL,
    reply           TEXT NOT NULL,
    created_at      INTEGER NOT NULL,
    UNIQUE (company_id, type, number)
) STRICT;

CREATE INDEX document_by_customer ON document (company_id, customer_number);

CREATE TABLE delivery (
    seq           INTEGER PRIMARY KEY AUTOINCREMENT,
    id            TEXT NOT NULL UNIQUE,
    company_id    INTEGER NOT NULL REFERENCES company (id),
    document_id   TEXT REFERENCES document (id),
    purpose       TEXT NOT NULL,
    channel       TEXT,
    state         TEXT NOT NULL,
    waiting_for   TEXT,
    due_at        INTEGER NOT NULL,
    attempts      INTEGER NOT NULL DEFAULT 0,
    lease         TEXT,
    lease_until   INTEGER,
    code          TEXT,
    reason        TEXT,
    spare         TEXT NOT NULL,
    message       TEXT NOT NULL,
    created_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX delivery_by_state ON delivery (state, due_at, seq);
CREATE INDEX delivery_by_document ON delivery (document_id, seq);
CREATE INDEX delivery_by_company ON delivery (company_id, state);

CREATE TABLE lease (
    id          TEXT PRIMARY KEY,
    delivery_id TEXT NOT NULL REFERENCES delivery (id),
    carrier     TEXT NOT NULL,
    until       INTEGER NOT NULL,
    outcome     TEXT,
    settled_at  INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE history (
    seq         INTEGER PRIMARY KEY AUTOINCREMENT,
    company_id  INTEGER NOT NULL REFERENCES company (id),
    document_id TEXT REFERENCES document (id),
    delivery_id TEXT REFERENCES delivery (id),
    at          INTEGER NOT NULL,
    step        TEXT NOT NULL,
    channel     TEXT,
    code        TEXT,
    reason      TEXT,
    actor       TEXT
) STRICT;
CREATE INDEX history_by_document ON history (document_id, seq);
CREATE INDEX history_by_company ON history (company_id, seq);
",
    "
UPDATE customer SET card = json_set(json_remove(card, '$.mode'), '$.handling', json_object(
    'mode', json_extract(card, '$.mode'), 'efaktura', json('true'), 'omit_pdf', json('false'),
    'first_attachment_is_image', json('false')));

CREATE TABLE customer_class (
    company_id INTEGER NOT NULL REFERENCES company (id),
    name       TEXT NOT NULL,
    card       TEXT NOT NULL,
    PRIMARY KEY (company_id, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE exchange_user (
    company_id INTEGER NOT NULL REFERENCES company (id),
    email      TEXT NOT NULL,
    card       TEXT NOT NULL,
    PRIMARY KEY (company_id, email)
) STRICT, WITHOUT ROWID;

ALTER TABLE document ADD COLUMN overrides TEXT NOT NULL DEFAULT '{}';
ALTER TABLE document ADD COLUMN asked_at INTEGER;
ALTER TABLE delivery ADD COLUMN round INTEGER NOT NULL DEFAULT 1;
ALTER TABLE delivery ADD COLUMN decision TEXT NOT NULL DEFAULT 'null';
CREATE INDEX delivery_by_wait ON delivery (company_id, waiting_for, due_at)
    WHERE state = 'waiting';
CREATE INDEX delivery_by_due ON delivery (company_id, due_at) WHERE state = 'queued';
CREATE INDEX delivery_in_order ON delivery (company_id, seq);
CREATE INDEX message_by_purpose ON delivery (company_id, purpose, seq)
    WHERE document_id IS NULL;

ALTER TABLE customer ADD COLUMN endpoint TEXT;
UPDATE customer SET endpoint =
    json_extract(card, '$.endpoint.scheme') || ':' || json_extract(card, '$.endpoint.id');
CREATE INDEX customer_by_endpoint ON customer (company_id, endpoint);
",
    "
CREATE TABLE edition (
    document_id TEXT NOT NULL REFERENCES document (id),
    round       INTEGER NOT NULL,
    invoice     TEXT NOT NULL,
    xml         BLOB NOT NULL,
    PRIMARY KEY (document_id, round)
) STRICT;
",
    "
CREATE TABLE piece (
    document_id TEXT NOT NULL REFERENCES document (id),
    round       INTEGER NOT NULL,
    content     TEXT NOT NULL,
    part        INTEGER NOT NULL,
    bytes       BLOB NOT NULL,
    PRIMARY KEY (document_id, round, content, part)
) STRICT;
",
    "
CREATE TABLE secrets_check (
    id     INTEGER PRIMARY KEY CHECK (id = 1),
    sealed BLOB NOT NULL
) STRICT;
",
];

/// Refuses files of other programs and of newer versions before anything is written.
pub fn check_version(connection: &Connection) -> Result<(), Failure> {
    let version = read_number(connection, "user_version")?;
    let application = read_number(connection, "application_id")?;
    if version > STORE_VERSION && application == APPLICATION_ID {
        return Err(newer(version, STORE_VERSION));
    }
    let foreign = application != 0 && application != APPLICATION_ID;
    let tables = connection
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0))
        .map_err(storage)?;
    if foreign || (application == 0 && tables > 0) { Err(damaged()) } else { Ok(()) }
}

/// Brings the layout up to date, all steps in one transaction.
pub fn migrate(connection: &mut Connection) -> Result<(), Failure> {
    if read_number(connection, "user_version")? == STORE_VERSION {
        return Ok(());
    }
    let tx =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(storage)?;
    // Another process may have been quicker while we waited for the lock.
    let done = read_number(&tx, "user_version")?;
    let done = usize::try_from(done).unwrap_or(usize::MAX);
    for step in STEPS.iter().skip(done) {
        tx.execute_batch(step).map_err(storage)?;
    }
    tx.pragma_update(None, "user_version", STORE_VERSION).map_err(storage)?;
    tx.pragma_update(None, "application_id", APPLICATION_ID).map_err(storage)?;
    tx.commit().map_err(storage)
}

/// Refuses a store whose layout is not, or not any more, the one that this library writes.
pub fn same_layout(connection: &Connection) -> Result<(), Failure> {
    let mut statement = connection.prepare_cached("PRAGMA user_version").map_err(storage)?;
    let found: u32 = statement.query_row([], |row| row.get(0)).map_err(storage)?;
    match found.cmp(&STORE_VERSION) {
        Ordering::Equal => Ok(()),
        Ordering::Greater => Err(newer(found, STORE_VERSION)),
        Ordering::Less => Err(older(found, STORE_VERSION)),
    }
}

fn read_number(connection: &Connection, pragma: &str) -> Result<u32, Failure> {
    connection.pragma_query_value(None, pragma, |row| row.get(0)).map_err(storage)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Sqlite;

    #[test]
    fn a_store_of_the_first_layout_is_brought_up_to_date() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("old.db");
        let old = Connection::open(&path).unwrap();
        old.execute_batch(STEPS[0]).unwrap();
        old.execute_batch(
            "INSERT INTO company VALUES (1, '987654325', 'registered', NULL, '{}', '{}', '{}', \
             '{}', 0);
             INSERT INTO customer VALUES (1, '7', '{\"number\": \"7\", \"mode\": \"email\"}');",
        )
        .unwrap();
        old.pragma_update(None, "application_id", APPLICATION_ID).unwrap();
        old.pragma_update(None, "user_version", 1).unwrap();
        drop(old);
        drop(Sqlite::open(path.to_str().unwrap()).unwrap());
        let new = Connection::open(&path).unwrap();
        let card: String =
            new.query_row("SELECT card FROM customer", [], |row| row.get(0)).unwrap();
        let card: serde_json::Value = serde_json::from_str(&card).unwrap();
        let handling = serde_json::json!({"mode": "email", "efaktura": true, "omit_pdf": false,
            "first_attachment_is_image": false});
        assert_eq!(card, serde_json::json!({"number": "7", "handling": handling}));
        assert_eq!(read_number(&new, "user_version").unwrap(), STORE_VERSION);
    }

    #[test]
    fn a_store_of_the_second_layout_keeps_its_documents() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("old.db");
        let old = Connection::open(&path).unwrap();
        old.execute_batch(&STEPS[..2].concat()).unwrap();
        old.execute_batch(
            "INSERT INTO company VALUES (1, '987654325', 'registered', NULL, '{}', '{}', '{}', \
             '{}', 0);
             INSERT INTO document (id, company_id, type, number, customer_number, content_hash, \
             payable, currency, invoice, xml, reply, created_at) VALUES ('doc_1', 1, 'invoice', \
             '1', '7', '1:0', '0', 'NOK', 'terms', x'3C', '{}', 0);",
        )
        .unwrap();
        old.pragma_update(None, "application_id", APPLICATION_ID).unwrap();
        old.pragma_update(None, "user_version", 2).unwrap();
        drop(old);
        let store = Sqlite::open(path.to_str().unwrap()).unwrap();
        // Without editions every round is made of what was sent first.
        for round in [1, 2] {
            let kept = store.read(|tx| Ok((tx.kept("doc_1", round)?, tx.payload("doc_1", round)?)));
            assert_eq!(kept.unwrap(), (Some("terms".to_owned()), Some(b"<".to_vec())));
        }
    }

    #[test]
    fn a_newer_store_is_refused_untouched() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.db");
        let path = path.to_str().unwrap();
        drop(Sqlite::open(path).unwrap());
        Connection::open(path).unwrap().pragma_update(None, "user_version", 99).unwrap();
        let before = std::fs::read(path).unwrap();
        assert_eq!(Sqlite::open(path).unwrap_err().words().code, "store_newer");
        assert_eq!(std::fs::read(path).unwrap(), before);
    }

    #[test]
    fn a_file_of_another_program_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        let text = dir.path().join("text.db");
        std::fs::write(&text, "this is no database, it is a letter to somebody").unwrap();
        assert_eq!(Sqlite::open(text.to_str().unwrap()).unwrap_err().words().code, "store_damaged");
        let other = dir.path().join("other.db");
        Connection::open(&other).unwrap().execute_batch("CREATE TABLE x (y)").unwrap();
        assert_eq!(
            Sqlite::open(other.to_str().unwrap()).unwrap_err().words().code,
            "store_damaged"
        );
    }
}
