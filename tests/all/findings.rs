//! Every finding of a document has a place, a term, and a sentence without gaps in each language.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test says bluntly what it needs"
)]

use crate::support::corpus::ordinary;
use postbud::domain::words::Language;
use postbud::office::protocol::reply::{FindingReply, say_all};
use postbud::peppol::rules::pack::Pack;
use postbud::peppol::validate::judge;

const LANGUAGES: [Language; 3] = [Language::En, Language::Nb, Language::Sv];

/// What is found, in each language.
fn said(document: &str) -> [Vec<FindingReply>; 3] {
    let verdict = judge(document.as_bytes(), Pack::V3_0_21);
    assert!(!verdict.findings.is_empty(), "{document:.200}");
    LANGUAGES.map(|language| say_all(&verdict.findings, language))
}

/// The document with the text of the first element of a name replaced.
fn with(element: &str, text: &str) -> String {
    let xml = ordinary();
    let start = xml.find(&format!("<{element}")).unwrap();
    let start = start + xml[start..].find('>').unwrap() + 1;
    let end = start + xml[start..].find('<').unwrap();
    format!("{}{text}{}", &xml[..start], &xml[end..])
}

#[test]
fn nothing_is_left_out_of_a_finding() {
    let xml = ordinary();
    let documents = [
        String::new(),
        "<a>".to_owned(),
        "<a/>".to_owned(),
        "<!DOCTYPE a><a/>".to_owned(),
        "<a b=''".to_owned(),
        xml.replacen("UTF-8", "ISO-8859-1", 1),
        with("cbc:IssueDate", "17.8.2026"),
        with("cbc:PayableAmount", "1 000,00"),
        with("cbc:InvoiceTypeCode", "999"),
        xml.replacen("<cbc:ID>", "<cbc:ID unknown=\"\">", 1),
        xml.replacen("currencyID=\"", "currencyID=\"X", 1),
        xml.replacen("<cbc:IssueDate>", "<cbc:Issuedate/><cbc:IssueDate>", 1),
    ];
    for document in &documents {
        for finding in said(document).into_iter().flatten() {
            let told = format!("{finding:?}");
            assert!(finding.term.is_some_and(|term| term.starts_with('B')), "{told}");
            assert!(finding.xpath.is_some_and(|place| place.starts_with('/')), "{told}");
            for text in [finding.message, finding.fix] {
                assert!(!text.is_empty() && !text.contains(['{', '}']), "{told}");
            }
        }
    }
}

#[test]
fn text_inside_a_hundred_amounts_is_not_kept_a_hundred_times() {
    let (open, close) = ("<cbc:PayableAmount currencyID=\"NOK\">", "</cbc:PayableAmount>");
    let inside = format!("{}{}{}", open.repeat(100), "x".repeat(1 << 22), close.repeat(100));
    let verdict = judge(with("cbc:PayableAmount", &inside).as_bytes(), Pack::V3_0_21);
    assert!(!verdict.is_valid());
    let kept = verdict.findings.iter().filter_map(|finding| finding.value.as_ref());
    assert!(kept.map(String::len).max().unwrap() < 1000);
}

#[test]
fn a_value_of_the_wrong_kind_is_called_by_its_name_in_each_language() {
    for (element, names) in [
        ("cbc:IssueDate", ["a date", "en dato", "ett datum"]),
        ("cbc:PayableAmount", ["a decimal number", "et desimaltall", "ett decimaltal"]),
    ] {
        for (findings, name) in said(&with(element, "soon")).iter().zip(names) {
            let wrong = findings.iter().find(|finding| finding.rule == "schema_value_wrong");
            let wrong = wrong.unwrap();
            assert!(wrong.message.contains(name), "{}", wrong.message);
            assert!(wrong.message.contains("soon"), "{}", wrong.message);
        }
    }
}
