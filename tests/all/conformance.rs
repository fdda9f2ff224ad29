//! The verdict is that of the official artefacts, document by document.
//!
//! Our own documents lie in `tests/corpus`. Those of others lie outside the project; see `foreign`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test"
)]

use crate::support::foreign;
use postbud::domain::finding::{Finding, Layer};
use postbud::peppol::rules::pack::Pack;
use postbud::peppol::validate::{Verdict, judge};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The rows of a list of others, each file with its whole path; none where they are not there.
fn lines(list: &str) -> Option<Vec<Value>> {
    let (folder, mut rows) = foreign::rows("conformance", list)?;
    rows.iter_mut().for_each(|row| whole_path(row, &folder));
    Some(rows)
}

fn whole_path(row: &mut Value, folder: &Path) {
    row["file"] = folder.join(text(row, "file")).to_str().unwrap().into();
}

/// The folder of our own documents.
fn home() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus")
}

/// The rows of a list of our own, each file with its whole path.
fn own(name: &str) -> Vec<Value> {
    let list = std::fs::read_to_string(home().join(name)).unwrap();
    let mut rows: Vec<Value> =
        list.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    rows.iter_mut().for_each(|row| whole_path(row, &home()));
    rows
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap()
}

fn judged(document: &Value, pack: Pack) -> Verdict {
    judge(&std::fs::read(text(document, "file")).unwrap(), pack)
}

/// Rule and severity, with how often, of a layer.
type Fired = BTreeMap<(String, String), u64>;

fn ours(verdict: &Verdict, layer: Layer) -> Fired {
    let mut fired = Fired::new();
    for finding in verdict.findings.iter().filter(|finding| finding.layer == layer) {
        let key = (finding.fault.words.code.to_owned(), finding.severity.word().to_owned());
        *fired.entry(key).or_default() += u64::try_from(finding.count).unwrap();
    }
    fired
}

fn official(document: &Value, layer: Layer) -> Fired {
    let fired = document["fired"].as_array().unwrap().iter();
    fired
        .filter(|fired| fired["layer"] == layer.word())
        .map(|fired| {
            let key = (text(fired, "rule").to_owned(), text(fired, "severity").to_owned());
            (key, fired["count"].as_u64().unwrap())
        })
        .collect()
}

/// Says how a verdict departs from the official one.
fn difference(document: &Value, verdict: &Verdict) -> Vec<String> {
    let mut wrong = Vec::new();
    let read = !verdict.not_evaluated.contains(&Layer::Schema);
    if (document["well_formed"] != false) != read {
        wrong.push(format!("well_formed is {read}"));
    }
    let schema_valid = !verdict.findings.iter().any(|finding| finding.layer == Layer::Schema);
    if document["schema_valid"] != schema_valid {
        wrong.push(format!("schema_valid is {schema_valid}"));
    }
    if document["valid"] != verdict.is_valid() {
        wrong.push(format!("valid is {}", verdict.is_valid()));
    }
    for layer in [Layer::En16931, Layer::Peppol] {
        let stopped = !document["engine_error"][layer.word()].is_null();
        if verdict.not_evaluated.contains(&layer) != stopped {
            let why: Vec<&Finding> =
                verdict.findings.iter().filter(|found| found.layer == layer).collect();
            wrong.push(format!("{} stopped: {stopped}, ours {:?}", layer.word(), why.first()));
        } else if !stopped {
            let (ours, official) = (ours(verdict, layer), official(document, layer));
            let only = |a: &Fired, b: &Fired| -> Vec<String> {
                let lacks = a.iter().filter(|(key, count)| b.get(*key) != Some(*count));
                lacks.map(|(key, count)| format!("{} {count}", key.0)).collect()
            };
            if ours != official {
                let (ours, official) = (only(&ours, &official), only(&official, &ours));
                wrong.push(format!("only ours {ours:?}, only official {official:?}"));
            }
        }
    }
    wrong
}

fn agrees(list: &str, pack: Pack) {
    let Some(documents) = lines(list) else { return };
    let mut wrong = Vec::new();
    for document in &documents {
        let verdict = judged(document, pack);
        let difference = difference(document, &verdict);
        if !difference.is_empty() {
            wrong.push(format!("{}: {}", text(document, "file"), difference.join("; ")));
        }
    }
    println!("{list}: {} of {} agree", documents.len() - wrong.len(), documents.len());
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_current_pack_agrees_on_every_document() {
    agrees("verdicts.jsonl", Pack::V3_0_21);
}

#[test]
fn the_older_pack_agrees_on_every_document() {
    agrees("verdicts-3.0.20.jsonl", Pack::V3_0_20);
}

#[test]
fn self_billing_agrees_on_every_document() {
    agrees("verdicts-self-billing.jsonl", Pack::V3_0_21);
}

/// So many places the official rules name in all of them.
const PLACES: usize = 5_328;

#[test]
fn every_finding_has_the_place_of_the_official_one() {
    let Some(documents) = lines("locations.jsonl") else { return };
    let places = places_agree(&documents);
    assert_eq!(places, PLACES);
}

fn places_agree(documents: &[Value]) -> usize {
    let (mut wrong, mut places) = (Vec::new(), 0);
    for document in documents {
        let verdict = judged(document, Pack::V3_0_21);
        let mut ours: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for finding in verdict.findings.iter().filter(|found| found.layer != Layer::Schema) {
            let place = finding.xpath.clone().unwrap();
            ours.entry(finding.fault.words.code.to_owned()).or_default().push(place);
        }
        for (rule, at) in document["at"].as_object().unwrap() {
            let mut official: Vec<String> =
                at.as_array().unwrap().iter().map(|at| at.as_str().unwrap().to_owned()).collect();
            let mut found = ours.remove(rule).unwrap_or_default();
            found.sort();
            official.sort();
            places += official.len();
            if found != official {
                let file = text(document, "file");
                wrong.push(format!("{file}: {rule}: {found:?} and not {official:?}"));
            }
        }
    }
    println!("locations.jsonl: {places} places in {} documents", documents.len());
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
    places
}

/// What the official unit tests expect and the official rules do not say (see the corpus' README).
const TESTS_THAT_THE_RULES_DO_NOT_FOLLOW: [&str; 3] = ["DK-R-003", "BR-CO-25", "BR-CL-23"];

#[test]
fn every_expectation_of_the_official_unit_tests_holds() {
    let Some(rows) = lines("expectations.jsonl") else { return };
    let verdicts = lines("verdicts.jsonl").unwrap();
    let (mut wrong, mut excused) = (Vec::new(), 0);
    // Whole samples are valid by their own set alone; many are not by all rules together.
    let official: BTreeMap<String, bool> = verdicts
        .iter()
        .map(|verdict| (text(verdict, "file").to_owned(), verdict["valid"] == true))
        .collect();
    for row in &rows {
        let verdict = judged(row, Pack::V3_0_21);
        let holds = match text(row, "expect") {
            "valid" => official.get(text(row, "file")) == Some(&verdict.is_valid()),
            expect => {
                let rule = text(row, "rule");
                let of_rule = verdict.findings.iter().filter(|f| f.fault.words.code == rule);
                let fired: Vec<&Finding> = of_rule.collect();
                let count: usize = fired.iter().map(|finding| finding.count).sum();
                let wanted = row["n"].as_u64().map(|n| usize::try_from(n).unwrap());
                match expect {
                    "success" => fired.is_empty(),
                    "error" => {
                        fired.iter().any(|finding| finding.is_fatal())
                            && wanted.is_none_or(|wanted| wanted == count)
                    }
                    _ => !fired.is_empty() && !fired.iter().any(|finding| finding.is_fatal()),
                }
            }
        };
        let rule = row["rule"].as_str().unwrap_or_default();
        if !holds && TESTS_THAT_THE_RULES_DO_NOT_FOLLOW.contains(&rule) {
            excused += 1;
        } else if !holds {
            wrong.push(format!("{} {rule} {}", text(row, "file"), text(row, "expect")));
        }
    }
    println!("expectations.jsonl: {} rows, {excused} excused", rows.len());
    assert!(wrong.is_empty(), "{} fail:\n{}", wrong.len(), wrong.join("\n"));
}

/// So many rules and parts of the schema fire somewhere in the documents.
const RULES: usize = 1_138;

#[test]
fn every_finding_says_its_term_and_its_sentence() {
    let Some(documents) = lines("verdicts.jsonl") else { return };
    let mut seen = BTreeSet::new();
    for document in &documents {
        for finding in judged(document, Pack::V3_0_21).findings {
            assert!(finding.term.is_some_and(|term| !term.is_empty()), "{finding:?}");
            assert!(finding.xpath.is_some(), "{finding:?}");
            seen.insert(finding.fault.words.code);
        }
    }
    println!("{} rules were seen to fire", seen.len());
    assert_eq!(seen.len(), RULES);
}

/// Our own lists and their packs, in the order of the table of the README.
const OWN: [(&str, Pack); 3] = [
    ("verdicts.jsonl", Pack::V3_0_21),
    ("verdicts-3.0.20.jsonl", Pack::V3_0_20),
    ("verdicts-self-billing.jsonl", Pack::SelfBilling),
];

#[test]
fn our_own_documents_have_the_official_verdict() {
    let mut wrong = Vec::new();
    for (list, pack) in OWN {
        for document in &own(list) {
            let difference = difference(document, &judged(document, pack));
            if !difference.is_empty() {
                let (file, pack) = (text(document, "file"), pack.name());
                wrong.push(format!("{file} by {pack}: {}", difference.join("; ")));
            }
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn our_own_findings_have_the_places_of_the_official_ones() {
    assert_eq!(places_agree(&own("locations.jsonl")), 1527);
}

/// The official verdict in a word.
fn kind(document: &Value) -> &'static str {
    match document {
        _ if document["well_formed"] == false => "not well-formed",
        _ if document["schema_valid"] == false => "not schema-valid",
        _ if !document["engine_error"].is_null() => "style sheet stops",
        _ if document["valid"] == false => "fatal rules",
        _ if document["fired"].as_array().unwrap().is_empty() => "nothing found",
        _ => "warnings alone",
    }
}

#[test]
fn our_own_documents_are_as_many_as_their_readme_says() {
    let lists = OWN.map(|(list, _)| own(list));
    let mut rows: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for (column, documents) in lists.iter().enumerate() {
        let mut rules = BTreeSet::new();
        for document in documents {
            rows.entry(kind(document)).or_default()[column] += 1;
            let fired = document["fired"].as_array().unwrap().iter();
            rules.extend(fired.map(|fired| text(fired, "rule")));
        }
        rows.entry("documents").or_default()[column] = documents.len();
        rows.entry("rules that fire").or_default()[column] = rules.len();
    }
    let readme = std::fs::read_to_string(home().join("README.md")).unwrap();
    for (name, [now, before, self_billing]) in rows {
        let row = format!("| {name} | {now} | {before} | {self_billing} |");
        assert!(readme.lines().any(|line| line == row), "the README does not say {row}");
    }
}

#[test]
fn every_document_of_our_own_has_a_verdict_by_each_pack() {
    let [now, before, self_billing] = OWN.map(|(list, _)| -> BTreeSet<PathBuf> {
        own(list).iter().map(|row| PathBuf::from(text(row, "file"))).collect()
    });
    assert_eq!(now, before);
    let mut found = BTreeSet::new();
    for folder in std::fs::read_dir(home()).unwrap().map(|entry| entry.unwrap().path()) {
        if folder.is_dir() {
            found.extend(std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()));
        }
    }
    assert_eq!(found, now.union(&self_billing).cloned().collect());
}

#[test]
fn every_document_of_our_own_shows_what_its_name_promises() {
    for document in &own("verdicts.jsonl") {
        let file = Path::new(text(document, "file"));
        let name = file.file_stem().unwrap().to_str().unwrap();
        let folder = file.parent().unwrap().file_name().unwrap().to_str().unwrap();
        let promised = match folder {
            "valid" => "nothing found",
            "warnings" => "warnings alone",
            "faults" => "fatal rules",
            "stopped" => "style sheet stops",
            "schema" => "not schema-valid",
            "xml" => "not well-formed",
            _ => continue,
        };
        assert_eq!(kind(document), promised, "{folder}/{name}");
        if matches!(folder, "warnings" | "faults") {
            let mut fired = document["fired"].as_array().unwrap().iter();
            let named = fired.any(|fired| name.starts_with(&format!("{}-", text(fired, "rule"))));
            assert!(named, "{folder}/{name}: the rule that it is named after does not fire");
        }
    }
}
