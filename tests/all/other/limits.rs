//! Pieces come from a caller, who may have written anything.

use super::{other, put};
use crate::support::corpus::{documents, ordinary};
use postbud::domain::invoice::Other;
use postbud::peppol::other::{MOST_BYTES, MOST_OTHERS, leftovers, put_back};
use postbud::peppol::read::read;
use proptest::prelude::*;
use std::sync::LazyLock;

/// Where, what, and the code of the fault.
const BAD: &[[&str; 3]] = &[
    ["", "<cbc:Note>A</cbc:Note>", "other_place_unknown"],
    ["/", "<cbc:Note>A</cbc:Note>", "other_place_unknown"],
    ["/CreditNote", "<cbc:Note>A</cbc:Note>", "other_place_unknown"],
    ["Invoice", "<cbc:Note>A</cbc:Note>", "other_place_unknown"],
    ["/Invoice[2]", "<cbc:Note>A</cbc:Note>", "other_place_unknown"],
    ["/Invoice/", "<cbc:Note>A</cbc:Note>", "other_place_unknown"],
    ["//cbc:ID", "1", "other_place_unknown"],
    ["/Invoice/cbc:ID[0]", "1", "other_place_unknown"],
    ["/Invoice/cbc:ID[2]", "1", "other_place_unknown"],
    ["/Invoice/cbc:ID[x]", "1", "other_place_unknown"],
    ["/Invoice/x:ID[1]", "1", "other_place_unknown"],
    ["/Invoice/ID[1]", "1", "other_place_unknown"],
    ["/Invoice/*[1]", "1", "other_place_unknown"],
    ["/Invoice/cac:Party[99999999999999999999]", "1", "other_place_unknown"],
    ["/Invoice", "<", "other_content_unreadable"],
    ["/Invoice", "<cbc:Note>", "other_content_unreadable"],
    ["/Invoice", "<cbc:Note>A</cbc:Note><cbc:Note>B</cbc:Note>", "other_content_unreadable"],
    ["/Invoice", "<cbc:Note>A</cbc:Note> and", "other_content_unreadable"],
    ["/Invoice", "</u:Invoice><u:Invoice>", "other_content_unreadable"],
    ["/Invoice", "<x:Note>A</x:Note>", "other_content_unreadable"],
    ["/Invoice", "<cbc:Note a=\"1\" a=\"2\"/>", "other_content_unreadable"],
    ["/Invoice", "<cbc:Note>&nbsp;</cbc:Note>", "other_content_unreadable"],
    ["/Invoice", "<cbc:Note>&#0;</cbc:Note>", "other_content_unreadable"],
    ["/Invoice", "<cbc:Note>\u{1}</cbc:Note>", "other_content_unreadable"],
    ["/Invoice", "<!-- nothing -->", "other_content_unreadable"],
    ["/Invoice", "<?xml version=\"1.0\"?><cbc:Note>A</cbc:Note>", "other_content_unreadable"],
    ["/Invoice", "<!DOCTYPE a [<!ENTITY b \"c\">]><cbc:Note>A</cbc:Note>", "xml_dtd"],
    ["/Invoice/cbc:ID[1]", "a<b/>", "other_content_unreadable"],
    ["/Invoice/cbc:ID[1]", "a & b", "other_content_unreadable"],
    ["/Invoice/cbc:ID[1]", "&b;", "other_content_unreadable"],
    ["/Invoice/cbc:ID[1]", "@schemeID", "other_content_unreadable"],
    ["/Invoice/cbc:ID[1]", "@schemeID=X", "other_content_unreadable"],
    ["/Invoice/cbc:ID[1]", "@schemeID=\"", "other_content_unreadable"],
    ["/Invoice/cbc:ID[1]", "@schemeID=\"X\" b=\"Y\"", "other_content_unreadable"],
    ["/Invoice/cbc:ID[1]", "@schemeID=\"X\"><x y=\"\"", "other_content_unreadable"],
    ["/Invoice/cbc:ID[1]", "@schemeID=\"&x;\"", "other_content_unreadable"],
    ["/Invoice/cbc:ID[1]", "@xmlns=\"urn:x\"", "other_content_unreadable"],
    ["/Invoice/cbc:ID[1]", "@xml:lang=\"nb\"", "other_content_unreadable"],
    ["/Invoice/cbc:ID[1]", "@=\"X\"", "other_content_unreadable"],
    ["/Invoice/cbc:ID[1]", "@unitCode=\"X\"", "schema_attribute_unexpected"],
    ["/Invoice", "@schemeID=\"X\"", "schema_attribute_unexpected"],
    ["/Invoice", "text", "schema_text_misplaced"],
    ["/Invoice/cac:OrderReference[1]", "text", "schema_text_misplaced"],
    ["/Invoice/cbc:IssueDate[1]", "soon", "schema_value_wrong"],
    ["/Invoice", "<cbc:ID>2</cbc:ID>", "schema_element_unexpected"],
    ["/Invoice", "<cbc:Name>A</cbc:Name>", "schema_element_unexpected"],
    ["/Invoice", "<x xmlns=\"urn:x\"/>", "schema_element_unexpected"],
    ["/Invoice/cbc:ID[1]", "<cbc:ID>2</cbc:ID>", "schema_element_unexpected"],
    [
        "/Invoice",
        "<cac:Delivery><cbc:Note>A</cbc:Note></cac:Delivery>",
        "schema_element_unexpected",
    ],
    ["/Invoice", "<cac:Delivery>A</cac:Delivery>", "schema_text_misplaced"],
    ["/Invoice", "<cac:TaxTotal/>", "schema_element_missing"],
    ["/Invoice", "<cbc:Note unitCode=\"X\">A</cbc:Note>", "schema_attribute_unexpected"],
    ["/Invoice", "<cbc:IssueTime>now</cbc:IssueTime>", "schema_value_wrong"],
];

#[test]
fn what_cannot_be_put_in_is_told_with_its_number() {
    let good = other("/Invoice", "<cbc:UBLVersionID>2.1</cbc:UBLVersionID>");
    for [inside, content, code] in BAD {
        let others = [good.clone(), other(inside, content)];
        let fault = put_back(ordinary().into_bytes(), &others);
        let told = fault.map_err(|(index, fault)| (index, fault.words.code)).map(|_| ());
        assert_eq!(told, Err((1, *code)), "{inside} {content}");
    }
}

#[test]
fn a_piece_that_was_put_in_is_no_place() {
    let delivery = other("/Invoice", "<cac:Delivery><cbc:ID>1</cbc:ID></cac:Delivery>");
    let place = |number: usize| {
        other(
            &format!("/Invoice/cac:Delivery[{number}]"),
            "<cbc:ActualDeliveryTime>09:00:00\
              </cbc:ActualDeliveryTime>",
        )
    };
    let found = |number| put_back(ordinary().into_bytes(), &[delivery.clone(), place(number)]);
    assert!(found(1).is_ok());
    assert_eq!(found(2).unwrap_err().1.words.code, "other_place_unknown");
}

#[test]
fn there_are_limits() {
    let code = |others: &[Other]| {
        let fault = put_back(ordinary().into_bytes(), others).unwrap_err();
        (fault.0, fault.1.words.code)
    };
    let note = other("/Invoice", "<cbc:Note>A</cbc:Note>");
    let full = vec![note.clone(); MOST_OTHERS];
    let notes = put(&ordinary(), &full).matches("<cbc:Note>A</cbc:Note>").count();
    assert_eq!(notes, MOST_OTHERS);
    assert_eq!(code(&vec![note.clone(); MOST_OTHERS + 1]), (MOST_OTHERS, "other_content_limit"));
    let large = other("/Invoice/cbc:Note[1]", &"A".repeat(MOST_BYTES / 2));
    assert!(put_back(ordinary().into_bytes(), std::slice::from_ref(&large)).is_ok());
    assert_eq!(code(&[note, large.clone(), large]), (2, "other_content_limit"));
    let deep = |depth: usize| {
        let inside = "<x>".repeat(depth) + &"</x>".repeat(depth);
        let (start, end) = ("<ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent>", "</");
        let content = inside.replacen("<x>", "<x xmlns=\"urn:x\">", 1);
        let end = format!("{end}ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>");
        other("/Invoice", &format!("{start}{content}{end}"))
    };
    let deepest = put(&ordinary(), &[deep(60)]);
    assert!(read(&deepest).is_ok(), "as deep as is read again");
    assert_eq!(code(&[deep(61)]), (0, "xml_limit"));
    assert_eq!(code(&[deep(10_000)]), (0, "xml_limit"));
}

#[test]
fn many_lines_are_compared_at_once() {
    let xml = ordinary();
    let start = xml.find("  <cac:InvoiceLine>").unwrap();
    let uuid = "<cbc:UUID>U</cbc:UUID>";
    let lines = |extra: &str| {
        let line = |number: u32| {
            let extra = if number.is_multiple_of(2) { extra } else { "" };
            format!("<cac:InvoiceLine><cbc:ID>{number}</cbc:ID>{extra}</cac:InvoiceLine>")
        };
        xml[..start].to_owned() + &(1..=10_000).map(line).collect::<String>() + "</Invoice>\n"
    };
    let (original, plain) = (lines(uuid), lines(""));
    let left = leftovers(&original, &plain);
    assert_eq!(left.len(), 5_000);
    assert_eq!(left[4_999], other("/Invoice/cac:InvoiceLine[10000]", uuid));
    let (rest, some) = left.split_at(left.len() - MOST_OTHERS);
    assert_eq!(leftovers(&original, &put(&plain, some)), rest);
}

/// Pieces of pieces, fit for a place or not.
const PARTS: &[&str] = &[
    "<cbc:Note>",
    "</cbc:Note>",
    "A",
    "@",
    "schemeID",
    "=",
    "\"",
    "'",
    "&amp;",
    "&",
    "&#64;",
    "<",
    ">",
    "/>",
    "<x xmlns=\"urn:x\">",
    "</x>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<?p",
    "?>",
    "<cac:Delivery>",
    "</cac:Delivery>",
    "<cbc:ID>",
    "</cbc:ID>",
    "\u{0}",
    "\r",
    "\n",
    " ",
    "ø",
    "<!DOCTYPE x>",
    "xmlns:cbc=\"urn:y\"",
    "</u:Invoice>",
    "1",
    "2026-01-01",
];
const INSIDE: &[&str] = &[
    "/Invoice",
    "/CreditNote",
    "/Invoice/cbc:Note[1]",
    "/Invoice/cac:Delivery",
    "/Invoice/cbc:ID",
    "/Invoice/cac:InvoiceLine[1]/cac:Item[1]",
    "/",
    "[",
    "/Invoice/cbc:ID[1",
    "/:[1]",
];
static XMLS: LazyLock<Vec<String>> = LazyLock::new(documents);

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..Default::default() })]

    #[test]
    fn nothing_in_a_piece_makes_it_fall(
        which in any::<usize>(),
        pieces in prop::collection::vec((0..INSIDE.len(), prop::collection::vec(0..PARTS.len(), 0..8)), 1..4),
    ) {
        let xml = &XMLS[which % XMLS.len()];
        let piece = |(inside, parts): (usize, Vec<usize>)| {
            let content: String = parts.into_iter().map(|part| PARTS[part]).collect();
            other(INSIDE[inside], &content)
        };
        let others: Vec<Other> = pieces.into_iter().map(piece).collect();
        if let Ok(bytes) = put_back(xml.clone().into_bytes(), &others) {
            let with = String::from_utf8(bytes).unwrap();
            // What was put in can be taken out again, and is the same then.
            let left = leftovers(&with, xml);
            prop_assert_eq!(leftovers(&with, &put(xml, &left)), vec![]);
        }
    }
}
