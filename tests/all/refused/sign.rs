//! Numbers on either side of nought, as the official engine compares them: `-0.00` is a double and
//! lies below it, `-0` is a whole number and does not. And what is a date, in how many pieces.

use super::verdict;
use crate::support::corpus::{document, ordinary};

/// Ways to write nought that lie below it; the last ones have too many digits for a whole number.
const BELOW: [&str; 12] = [
    "-0.00",
    "-0.",
    "-.0",
    "-00.00",
    " -0.00 ",
    "&#45;0.00",
    "-<!-- a -->0.0",
    "<![CDATA[-0.0]]>",
    "-0.0000000000",
    "-00000000000",
    "-0000000000000000",
    "\n-000000000000 ",
];

/// And those that are nought.
const NOUGHT: [&str; 12] =
    ["0", "0.00", "+0", "+0.0", ".0", "0.", "00", "-0", "-00", " -0 ", "&#45;0", "-0000000000"];

/// The document with the text of the n-th element of a name replaced.
fn with(xml: &str, element: &str, number: usize, text: &str) -> String {
    let (start, _) = xml.match_indices(&format!("<{element} ")).nth(number).unwrap();
    let start = start + xml[start..].find('>').unwrap() + 1;
    let end = start + xml[start..].find('<').unwrap();
    format!("{}{text}{}", &xml[..start], &xml[end..])
}

fn fires(document: &str, rule: &str) -> bool {
    let verdict = verdict(document.as_bytes());
    assert!(!verdict.findings.iter().any(|found| found.fault.words.code.starts_with("xml_")));
    verdict.findings.iter().any(|found| found.fault.words.code == rule)
}

#[test]
fn both_vat_totals_lie_on_the_same_side_of_nought() {
    let xml = document("vat-in-other-currency");
    // The last VAT total is the one in the currency of VAT.
    let last = xml.matches("<cbc:TaxAmount ").count() - 1;
    let agree = |document: &str, vat: &str| {
        let document = with(&with(&xml, "cbc:TaxAmount", 0, document), "cbc:TaxAmount", last, vat);
        !fires(&document, "PEPPOL-EN16931-R055")
    };
    let below = || BELOW.into_iter().chain(["-5.00", "-0.0000001"]);
    for one in below() {
        for other in below() {
            assert!(agree(one, other), "{one:?} {other:?}");
        }
        for above in ["5.00", "+5", "0.0000001"] {
            assert!(!agree(one, above) && !agree(above, one), "{one:?} {above:?}");
        }
        for nought in NOUGHT {
            assert!(agree(one, nought) && agree(nought, one), "{one:?} {nought:?}");
        }
    }
    for nought in NOUGHT {
        for other in ["5.00", "-5.00", "0", "-0"] {
            assert!(agree(nought, other) && agree(other, nought), "{nought:?} {other:?}");
        }
    }
}

#[test]
fn what_may_not_be_negative_is_not_minus_nought_with_a_point() {
    let canary = document("canary-islands");
    let of_line = canary.find("<cac:ClassifiedTaxCategory>").unwrap();
    let rate = of_line + canary[of_line..].find("<cbc:Percent>").unwrap() + "<cbc:Percent>".len();
    let end = rate + canary[rate..].find('<').unwrap();
    let price = |text: &str| fires(&with(&ordinary(), "cbc:PriceAmount", 0, text), "BR-27");
    let percent =
        |text: &str| fires(&format!("{}{text}{}", &canary[..rate], &canary[end..]), "BR-AF-05");
    for (texts, fails) in [(&BELOW[..], true), (&NOUGHT[..], false), (&["-1", "-0.01"], true)] {
        for text in texts {
            assert_eq!((price(text), percent(text)), (fails, fails), "{text:?}");
        }
    }
}

#[test]
fn what_is_no_date_is_said_to_be_none_in_however_many_pieces() {
    let dated = |text: &str| {
        let (before, after) = ("<cbc:DueDate>", "</cbc:DueDate>");
        let xml = ordinary();
        let start = xml.find(before).unwrap() + before.len();
        let end = xml.find(after).unwrap();
        format!("{}{text}{}", &xml[..start], &xml[end..])
    };
    let no_date = "PEPPOL-EN16931-F001";
    for text in
        ["2026-12-<!-- a --> 07", " <!-- a --> ", "2026-12-07<?p?>\u{a0}", "2026-12-07\u{a0}"]
    {
        assert!(fires(&dated(text), no_date), "{text:?}");
    }
    for text in ["2026-12-<!-- a -->07", "2026-<?p?>12-07"] {
        assert!(fires(&dated(text), "rules_stopped_pieces"), "{text:?}");
    }
    for text in
        ["2026-12-07", "<!-- a -->2026-12-07<?p?>", "2026-12<![CDATA[-07]]>", "2026-12-0&#55;"]
    {
        let verdict = verdict(dated(text).as_bytes());
        assert!(verdict.is_valid(), "{text:?}: {:?}", verdict.findings);
    }
}

#[test]
fn a_date_with_something_behind_it_is_none() {
    let xml = ordinary();
    let (before, after) = xml.split_once("<cbc:StartDate>2026-11-01").unwrap();
    for behind in ["\u{a0}", "\u{85}", "\u{2028}", "å", "😀", "z", "+", "+å1:00", "&#160;"] {
        let document = format!("{before}<cbc:StartDate>2026-11-01{behind}{after}");
        let verdict = verdict(document.as_bytes());
        assert!(!verdict.not_evaluated.is_empty(), "{behind:?}");
        assert!(fires(&document, "rules_stopped_date"), "{behind:?}");
    }
}
