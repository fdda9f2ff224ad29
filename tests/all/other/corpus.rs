//! What is left over of the documents of others, which lie outside the project; see `foreign`.

use super::{put, rebuilt};
use crate::support::foreign;
use postbud::domain::finding::Finding;
use postbud::domain::invoice::Other;
use postbud::peppol::other::{additions, leftovers, put_back};
use postbud::peppol::rules::pack::Pack;
use postbud::peppol::validate::judge;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// The valid documents that others wrote.
fn valid() -> Option<Vec<(String, String)>> {
    let (folder, rows) = foreign::rows("other", "verdicts.jsonl")?;
    let valid = rows.iter().filter(|row| row["valid"] == true);
    let files = valid.map(|row| row["file"].as_str().unwrap().to_owned());
    Some(files.map(|it| (it.clone(), fs::read_to_string(folder.join(it)).unwrap())).collect())
}

/// The rules that fire, with their severity.
fn fired(xml: &str) -> BTreeSet<(&'static str, &'static str)> {
    let findings = judge(xml.as_bytes(), Pack::V3_0_21).findings;
    let told = |it: &Finding| (it.fault.words.code, it.severity.word());
    findings.iter().map(told).collect()
}

/// The place of what was left over, without numbers, and the name of it.
fn path(other: &Other) -> String {
    let mut steps: Vec<&str> = other.inside.split('/').collect();
    for step in &mut steps {
        *step = step.split('[').next().unwrap();
    }
    let what = other.content.split([' ', '>', '=', '/']).next().unwrap();
    match what.chars().next() {
        Some('<' | '@') => format!("{} {what}", steps.join("/")),
        _ => format!("{} text", steps.join("/")),
    }
}

/// Nobody issued an invoice in the year 1, and no day before 1900 is read.
const UNREAD: &[&str] = &["per-rule/UBL-CR-166.xml"];
/// So many valid ones are read.
const READ: usize = 494;
/// More than this has only a document that holds every element of UBL.
const MOST: usize = 100;

#[test]
fn what_is_left_over_of_valid_documents_is_put_back() {
    let Some(documents) = valid() else { return };
    let (mut wrong, mut read, mut whole) = (Vec::new(), 0, 0);
    let mut paths: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut more: BTreeMap<String, usize> = BTreeMap::new();
    for (file, original) in documents {
        let Some(rebuilt) = rebuilt(&original) else {
            assert!(UNREAD.contains(&file.as_str()), "{file} is not read");
            continue;
        };
        read += 1;
        let others = leftovers(&original, &rebuilt);
        whole += usize::from(others.is_empty());
        if others.len() <= MOST {
            for other in &others {
                paths.entry(path(other)).or_default().insert(file.clone());
            }
        } else {
            println!("{file}: {} left over", others.len());
        }
        for place in additions(&original, &rebuilt) {
            let bare = Other { inside: place, content: String::new() };
            *more.entry(path(&bare)).or_default() += 1;
        }
        wrong.extend(differs(&original, &rebuilt, &others).map(|why| format!("{file}: {why}")));
    }
    println!("{read} valid documents read, {whole} without anything left over");
    assert_eq!(read, READ);
    let mut paths: Vec<_> = paths.into_iter().collect();
    paths.sort_by_key(|(_, files)| std::cmp::Reverse(files.len()));
    for (path, files) in &paths {
        println!("{:5} {path} ({})", files.len(), files.first().unwrap());
    }
    println!("more than there was: {more:#?}");
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

/// Says how the document that everything was put back into is not the original.
fn differs(original: &str, rebuilt: &str, others: &[Other]) -> Option<String> {
    let again = match put_back(rebuilt.as_bytes().to_vec(), others) {
        Ok(again) => String::from_utf8(again).unwrap(),
        Err((index, fault)) => return Some(format!("{:?} refused: {fault:?}", others[index])),
    };
    let left = leftovers(original, &again);
    if !left.is_empty() {
        return Some(format!("left over: {:?}", &left[..left.len().min(3)]));
    }
    let (was, is) = (fired(original), fired(&again));
    if was != is {
        let only = |a: &BTreeSet<_>, b: &BTreeSet<_>| format!("{:?}", a.difference(b));
        return Some(format!("was {}, is {}", only(&was, &is), only(&is, &was)));
    }
    let stable = super::rebuilt(&again).map(|plain| put(&plain, &leftovers(&again, &plain)));
    (stable.as_deref() != Some(&again)).then(|| "not the same bytes a second time".to_owned())
}
