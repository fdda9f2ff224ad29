//! Documents that others made, read and built again: the same business terms, the same verdict.
//! All valid documents of the corpus that lies outside the project; see `foreign`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says bluntly what it needs"
)]

use crate::support::foreign;
use crate::support::host::Host;
use postbud::domain::invoice::Invoice;
use postbud::domain::party::Party;
use postbud::ffi::document;
use postbud::peppol::other::leftovers;
use postbud::peppol::read::read;
use postbud::peppol::rules::pack::Pack;
use postbud::peppol::validate::judge;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;

fn valid_documents() -> Option<Vec<(String, String)>> {
    let (folder, rows) = foreign::rows("rebuilt", "verdicts.jsonl")?;
    let valid = rows.iter().filter(|row| row["valid"] == json!(true));
    let files = valid.map(|row| row["file"].as_str().unwrap().to_owned());
    Some(files.map(|it| (it.clone(), fs::read_to_string(folder.join(it)).unwrap())).collect())
}

/// Which rules fired, with severity and how often.
fn fired(xml: &[u8]) -> BTreeMap<(String, bool), usize> {
    let mut fired = BTreeMap::new();
    for finding in judge(xml, Pack::V3_0_21).findings {
        let key = (finding.fault.words.code.to_owned(), finding.is_fatal());
        *fired.entry(key).or_insert(0) += 1;
    }
    fired
}

/// All business terms of a document, one by one.
fn terms(xml: &str) -> Value {
    let mut reading = read(xml).unwrap();
    // The rows of a breakdown have no order of their own.
    reading.totals.groups.sort_by_key(|group| (group.category, group.rate));
    let (invoice, seller, buyer): (Invoice, Party, Party) =
        (reading.invoice, reading.seller, reading.buyer);
    json!({"invoice": invoice, "seller": seller, "buyer": buyer, "totals": reading.totals})
}

fn differences(path: &str, one: &Value, other: &Value, found: &mut Vec<String>) {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            let names = one.keys().chain(other.keys()).collect::<std::collections::BTreeSet<_>>();
            for name in names {
                let null = &Value::Null;
                let both = (one.get(name).unwrap_or(null), other.get(name).unwrap_or(null));
                differences(&format!("{path}/{name}"), both.0, both.1, found);
            }
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            for (at, (one, other)) in one.iter().zip(other).enumerate() {
                differences(&format!("{path}/{at}"), one, other, found);
            }
        }
        _ if one != other => found.push(format!("{path}: {one} became {other}")),
        _ => {}
    }
}

/// A day that nobody ever invoiced on: the first of all, which a generator filled in. Years before
/// 1900 are refused, because they are slips of the pen everywhere else.
const OF_NO_YEAR: &str = "per-rule/UBL-CR-166.xml";

/// What building gives of what reading gave.
fn rebuilt(host: &Host, xml: &str) -> Result<(String, usize), String> {
    let request = json!({"document": xml}).to_string();
    let (status, reply) = host.bytes(document::postbud_document_read, request.as_bytes());
    let reply: Value = serde_json::from_slice(&reply).unwrap();
    if status != 0 {
        return Err(format!("not read: {}", reply["error"]));
    }
    let kept = reply["invoice"]["other"].as_array().map_or(0, Vec::len);
    let findings = reply["findings"].as_array().unwrap();
    let told = findings.iter().filter(|it| it["rule"] == "content_without_term").count();
    assert_eq!(told, kept, "each piece is told");
    let parts = ["invoice", "seller", "buyer"].map(|part| (part.to_owned(), reply[part].clone()));
    let request: Value = parts.into_iter().collect();
    let request = request.to_string();
    let (status, again) = host.bytes(document::postbud_document_build, request.as_bytes());
    let again = String::from_utf8(again).unwrap();
    if status == 0 { Ok((again, kept)) } else { Err(format!("not built: {again}")) }
}

/// Everything in which a document that was built again differs from its original.
fn faults(host: &Host, xml: &str, again: &str) -> Vec<String> {
    let mut found = Vec::new();
    differences("", &terms(xml), &terms(again), &mut found);
    let (before, after) = (fired(xml.as_bytes()), fired(again.as_bytes()));
    if before != after {
        found.push(format!("{before:?} became {after:?}"));
    }
    found.extend(leftovers(xml, again).into_iter().map(|piece| format!("dropped: {piece:?}")));
    match rebuilt(host, again) {
        Ok((twice, _)) if twice == again => {}
        Ok(_) => found.push("the second time it is built otherwise".to_owned()),
        Err(fault) => found.push(format!("the second time {fault}")),
    }
    found
}

#[test]
fn every_valid_document_of_others_is_built_again_with_the_same_content() {
    let Some(documents) = valid_documents() else { return };
    let host = Host::in_memory();
    let (mut same, mut kept, mut examples, mut bad) = (0, 0, 0, Vec::new());
    for (file, xml) in documents {
        match rebuilt(&host, &xml) {
            Err(fault) if file == OF_NO_YEAR => assert!(fault.contains("document_date_unreadable")),
            Err(fault) => bad.push(format!("{file}: {fault:.900}")),
            Ok((again, pieces)) => {
                let found = faults(&host, &xml, &again);
                let is_example = file.starts_with("samples/peppol-examples");
                examples += usize::from(is_example && found.is_empty());
                same += usize::from(found.is_empty());
                kept += pieces;
                if !found.is_empty() {
                    bad.push(format!("{file}: {:.900}", found.join("; ")));
                }
            }
        }
    }
    eprintln!(
        "{same} documents built again alike, {examples} of them official examples; {kept} pieces \
         without a term were kept"
    );
    for line in &bad {
        eprintln!("{line}");
    }
    assert!(bad.is_empty(), "{} documents differ", bad.len());
    assert_eq!((same, examples), (494, 19));
}
