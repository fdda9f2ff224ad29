//! One company's part of a store as text, so that two passes of the same journey can be compared:
//! what differs by chance (ids, sealed secrets) or by pass (organisation numbers) is made alike.
//!
//! It knows no table: a row belongs to the company by its `company_id`, or by a reference to a row
//! that has one; a row of the whole store is every company's. Tables that are added later are looked
//! at too.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, params};
use std::collections::HashMap;
use std::fmt::Write;

/// A table as the dump needs it.
struct Table {
    name: String,
    columns: Vec<String>,
    /// The condition under which a row is the company's, whose key is ?1
    owned: String,
    /// Its rows have an order of their own
    ordered: bool,
    /// The column that is only the row's place
    place: Option<String>,
}

/// The rows of the companies with these numbers, and what is written in place of their numbers.
pub fn dump(db: &Connection, numbers: &[String]) -> String {
    let mut names = Names { known: HashMap::new(), numbers };
    let mut text = String::new();
    let mut tables = tables(db);
    tables.sort_by_key(|table| (!table.ordered, table.name.clone()));
    for number in numbers {
        let query = "SELECT id FROM company WHERE organisation_number = ?1";
        let Ok(key) = db.query_row(query, params![number], |row| row.get::<_, i64>(0)) else {
            continue;
        };
        for table in &tables {
            let _ = writeln!(text, "== {}", table.name);
            let mut lines = lines(db, table, key, &mut names);
            if !table.ordered {
                lines.sort();
            }
            lines.iter().for_each(|line| text.push_str(line));
        }
    }
    text
}

/// How many rows each table has beyond this company's: nothing of others may go.
pub fn sizes(db: &Connection) -> Vec<(String, i64)> {
    let count = |name: String| {
        let query = format!("SELECT count(*) FROM {name}");
        (name, db.query_row(&query, [], |row| row.get(0)).unwrap())
    };
    tables(db).into_iter().map(|table| count(table.name)).collect()
}

fn lines(db: &Connection, table: &Table, key: i64, names: &mut Names<'_>) -> Vec<String> {
    let order = if table.ordered { " ORDER BY rowid" } else { "" };
    let columns = table.columns.join(", ");
    let query = format!("SELECT {columns} FROM {} WHERE {}{order}", table.name, table.owned);
    let mut statement = db.prepare(&query).unwrap();
    let mut rows = statement.query(params![key]).unwrap();
    let mut lines = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        let mut line = String::new();
        for (at, column) in table.columns.iter().enumerate() {
            let place = table.place.as_ref() == Some(column) || column == "company_id";
            let value = match row.get_ref(at).unwrap() {
                _ if place => continue,
                ValueRef::Null => continue,
                ValueRef::Integer(number) => number.to_string(),
                ValueRef::Real(number) => number.to_string(),
                ValueRef::Text(bytes) => {
                    names.alike(&String::from_utf8_lossy(bytes), table.ordered)
                }
                ValueRef::Blob(bytes) => match std::str::from_utf8(bytes) {
                    Ok(text) if text.starts_with('<') => names.alike(text, table.ordered),
                    _ => format!("{} bytes", bytes.len()),
                },
            };
            let _ = write!(line, "{column}={value} | ");
        }
        line.push('\n');
        lines.push(line);
    }
    lines
}

fn tables(db: &Connection) -> Vec<Table> {
    let query = "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
         AND name NOT LIKE 'sqlite_%' ORDER BY name";
    let mut statement = db.prepare(query).unwrap();
    let listed = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    listed.map(|table| table.unwrap()).map(|(name, wr)| table(db, name, wr)).collect()
}

fn table(db: &Connection, name: String, without_rowid: bool) -> Table {
    let query = "SELECT name, type, pk FROM pragma_table_info(?1)";
    let mut statement = db.prepare(query).unwrap();
    let described = statement
        .query_map(params![name], |row| Ok((row.get(0)?, row.get::<_, String>(1)?, row.get(2)?)))
        .unwrap();
    let described: Vec<(String, String, u32)> = described.map(|row| row.unwrap()).collect();
    let columns: Vec<String> = described.iter().map(|(column, ..)| column.clone()).collect();
    let integer_key = |(_, kind, key): &&(String, String, u32)| kind == "INTEGER" && *key > 0;
    let place = described.iter().find(integer_key).filter(|_| !without_rowid);
    let place = place.map(|(column, ..)| column.clone());
    let owned = if name == "company" {
        "id = ?1".to_owned()
    } else if columns.iter().any(|column| column == "company_id") {
        "company_id = ?1".to_owned()
    } else {
        through_reference(db, &name).unwrap_or_else(|| "?1 IS NOT NULL".to_owned())
    };
    Table { name, columns, owned, ordered: !without_rowid, place }
}

/// The first reference to a row that has a company.
fn through_reference(db: &Connection, name: &str) -> Option<String> {
    let query = "SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list(?1)";
    let mut statement = db.prepare(query).unwrap();
    let references = statement
        .query_map(params![name], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap();
    let mut references = references.map(|row| row.unwrap());
    references.find_map(|(from, to, key): (String, String, String)| {
        let query = "SELECT count(*) FROM pragma_table_info(?1) WHERE name = 'company_id'";
        let owned: i64 = db.query_row(query, params![to], |row| row.get(0)).unwrap();
        let rows = format!("{from} IN (SELECT {key} FROM {to} WHERE company_id = ?1)");
        (owned > 0).then_some(rows)
    })
}

/// What stands in place of what differs from pass to pass.
struct Names<'a> {
    known: HashMap<String, usize>,
    numbers: &'a [String],
}

impl Names<'_> {
    /// Ids are named in the order of their rows; where rows have none, only known ones are.
    fn alike(&mut self, text: &str, ordered: bool) -> String {
        let mut text = text.to_owned();
        for (at, number) in self.numbers.iter().enumerate() {
            text = text.replace(number, &format!("ORG{at}"));
        }
        let mut alike = String::with_capacity(text.len());
        let mut rest = text.as_str();
        while let Some((at, length)) = hexadecimal(rest) {
            let (before, found) = (&rest[..at], &rest[at..at + length]);
            let count = self.known.len();
            // An id is known by its place; a hash may have been made of the number of the pass.
            let id = length == 32 && before.ends_with('_');
            if id && ordered {
                self.known.entry(found.to_owned()).or_insert(count + 1);
            }
            let name = self.known.get(found).copied().unwrap_or_default();
            let _ = write!(alike, "{before}#{name}");
            rest = &rest[at + length..];
        }
        alike + rest
    }
}

/// The first run of 32 or more hexadecimal digits: where, and how long.
fn hexadecimal(text: &str) -> Option<(usize, usize)> {
    let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    let bytes = text.as_bytes();
    let mut start = 0;
    while start + 32 <= bytes.len() {
        let run = bytes[start..].iter().take_while(|byte| digit(**byte)).count();
        if run >= 32 {
            return Some((start, run));
        }
        start += run + 1;
    }
    None
}
