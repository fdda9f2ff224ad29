//! Documents that others wrote, and documents that somebody broke.

use super::faults::told;
use super::{golden, written};
use crate::support::foreign;
use postbud::domain::finding::Finding;
use postbud::domain::invoice::check::{Subject, check};
use postbud::domain::invoice::totals::Totals;
use postbud::domain::words::Language;
use postbud::letter::Letter;
use postbud::peppol::read::{Reading, read};
use proptest::prelude::*;
use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

/// Everything that looks at a document must bear what was read, however odd it is.
fn bears(reading: &Reading) {
    let Reading { invoice, seller, buyer, totals } = reading;
    written(reading);
    check(Subject { invoice, totals, seller, buyer });
    let _ = Totals::of(invoice);
    let letter = Letter { invoice, totals, seller, buyer, language: Language::Nb };
    let _ = (letter.text(), letter.address_sheet());
}

/// Valid all the same: nobody issued an invoice in the year 1, and no day before 1900 is taken.
const REFUSED: &[&str] = &["per-rule/UBL-CR-166.xml"];

/// The documents that others wrote, with what the official rules say of each.
fn corpus() -> Option<Vec<(String, bool, PathBuf)>> {
    let (folder, rows) = foreign::rows("read", "verdicts.jsonl")?;
    let document = |row: &Value| {
        let file = row["file"].as_str().unwrap().to_owned();
        let path = folder.join(&file);
        (file, row["valid"] == true, path)
    };
    Some(rows.iter().map(document).collect())
}

#[test]
fn every_valid_document_of_others_is_read() {
    let Some(documents) = corpus() else { return };
    let (mut valid, mut read_of_all, mut lines, mut year_one) = (0, 0, 0, 0);
    let mut refused = Vec::new();
    let mut changed = Vec::new();
    for (file, is_valid, path) in &documents {
        let Ok(xml) = fs::read_to_string(path) else {
            assert!(!is_valid, "{file} is valid, but is no UTF-8");
            continue;
        };
        valid += usize::from(*is_valid);
        match read(&xml) {
            Ok(reading) => {
                read_of_all += 1;
                lines += reading.invoice.lines.len();
                bears(&reading);
                if *is_valid && read(&written(&reading)).as_ref() != Ok(&reading) {
                    changed.push(file);
                }
            }
            Err(_) if REFUSED.contains(&file.as_str()) => year_one += 1,
            Err(found) if *is_valid => refused.push(format!("{file}: {:?}", told(&found))),
            Err(found) => assert!(!found.is_empty() && found.iter().all(Finding::is_fatal)),
        }
    }
    eprintln!("{valid} valid documents, {} not read", refused.len() + year_one);
    eprintln!("{read_of_all} of all {} documents read, {lines} lines", documents.len());
    assert_eq!((valid, year_one), (495, REFUSED.len()));
    assert!(refused.is_empty(), "\n{}", refused.join("\n"));
    assert!(changed.is_empty(), "other when written and read again: {changed:?}");
}

#[test]
fn a_document_that_is_cut_off_is_never_read() {
    for (name, _, xml) in golden().iter().step_by(5) {
        for (at, _) in xml.trim_end().char_indices() {
            assert!(read(&xml[..at]).is_err(), "{name} up to {at}");
        }
    }
}

/// What takes the place of a part: odd numbers, odd dates, odd mark-up.
const ODD: &[&str] = &[
    "",
    " ",
    "-",
    "0",
    "-1",
    "99999999999999.99999999999999",
    "-99999999999999.99999999999999",
    "0.00000000000001",
    "2200-12-31",
    "1899-12-31",
    "NaN",
    "<",
    ">",
    "</",
    "/>",
    "&",
    "&amp;",
    "&#0;",
    "&#x1F;",
    "&#xD;",
    "\u{0}",
    "\u{85}",
    "]]>",
    "<![CDATA[",
    "<!--",
    "<cbc:ID>",
    "</cbc:ID>",
    "<cac:Party>",
    "<x xmlns=\"\">",
    "cbc:",
    "S",
    "E",
    "O",
    "L",
    "true",
    "SEK",
    "ø",
    "💰",
];

static XMLS: LazyLock<Vec<String>> =
    LazyLock::new(|| golden().into_iter().map(|(_, _, xml)| xml).collect());

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..Default::default() })]

    #[test]
    fn nothing_in_a_document_makes_it_fall(
        which in any::<usize>(),
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0..30usize, 0..ODD.len(), 0..4u8), 1..6),
    ) {
        let mut xml = XMLS[which % XMLS.len()].clone();
        for (at, length, odd, how) in edits {
            xml = edited(&xml, at, length, ODD[odd], how);
        }
        if let Ok(reading) = read(&xml) {
            bears(&reading);
        }
    }
}

/// Replaces the text of an element, drops or doubles a line, or puts something odd anywhere.
fn edited(xml: &str, at: prop::sample::Index, length: usize, odd: &str, how: u8) -> String {
    let mut lines: Vec<String> = xml.lines().map(str::to_owned).collect();
    if lines.is_empty() {
        return odd.to_owned();
    }
    let line = at.index(lines.len());
    let text = lines[line].clone();
    match (how, text.find('>').zip(text.rfind("</"))) {
        (0 | 1, Some((start, end))) if start < end => {
            lines[line] = format!("{}{odd}{}", &text[..=start], &text[end..]);
        }
        (2, _) => drop(lines.remove(line)),
        (3, _) => {
            let chars: Vec<char> = text.chars().collect();
            let start = at.index(chars.len() + 1);
            let end = (start + length).min(chars.len());
            lines[line] = chars[..start].iter().collect::<String>() + odd;
            lines[line].extend(&chars[end..]);
        }
        _ => lines.insert(line, text),
    }
    lines.join("\n")
}
