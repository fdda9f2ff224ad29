//! Nothing fails open: what cannot be judged has a clear verdict, and is never valid.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test says bluntly what it needs"
)]

mod sign;
mod white;

use crate::support::corpus::{cases, ordinary};
use crate::support::dice::Dice;
use postbud::domain::finding::Layer;
use postbud::peppol::rules::pack::Pack;
use postbud::peppol::validate::{Verdict, judge};

const INVOICE: &str = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2";

fn verdict(bytes: &[u8]) -> Verdict {
    judge(bytes, Pack::V3_0_21)
}

/// The only finding, which says why nothing was judged.
fn refusal(bytes: &[u8]) -> &'static str {
    let verdict = verdict(bytes);
    assert!(!verdict.is_valid());
    assert_eq!(verdict.not_evaluated, [Layer::Schema, Layer::En16931, Layer::Peppol]);
    assert_eq!(verdict.findings.len(), 1, "{:?}", verdict.findings);
    assert!(verdict.findings[0].is_fatal());
    verdict.findings[0].fault.words.code
}

#[test]
fn what_was_built_is_valid() {
    for case in cases() {
        let verdict = verdict(&std::fs::read(case.with_extension("xml")).unwrap());
        // A consumer has no address in Peppol: such an invoice goes another way.
        let request = std::fs::read_to_string(&case).unwrap();
        let request: serde_json::Value = serde_json::from_str(&request).unwrap();
        let consumer = request["buyer"]["private"] == true;
        let codes: Vec<&str> =
            verdict.findings.iter().map(|found| found.fault.words.code).collect();
        let expected: &[&str] = if consumer { &["PEPPOL-EN16931-R010"] } else { &[] };
        assert_eq!(codes, expected, "{}", case.display());
        assert!(verdict.is_valid() || consumer);
    }
}

#[test]
fn what_is_not_well_formed_is_not_judged() {
    let xml = ordinary();
    let inside = |piece: &str| xml.replacen("</cbc:ID>", &format!("{piece}</cbc:ID>"), 1);
    let broken = [
        String::new(),
        " ".to_owned(),
        "text".to_owned(),
        xml[..xml.len() / 2].to_owned(),
        xml.replacen("</cbc:ID>", "</cbc:Id>", 1),
        xml.replacen("</cbc:ID>", "</cbc:IDs>", 1),
        inside("&#1;"),
        inside("&#0;"),
        inside("&#xFFFE;"),
        inside("&#xD800;"),
        inside("&#x;"),
        inside("&#99999999999;"),
        inside("\u{1}"),
        inside("\u{0}"),
        inside("\u{ffff}"),
        inside("&nbsp;"),
        inside("& "),
        inside("]]>"),
        inside("<a>"),
        inside("<?xml version=\"1.0\"?>"),
        inside("<!-- a -- b -->"),
        inside("<!-- a"),
        inside("<![CDATA[ a"),
        inside("<!ELEMENT a>"),
        inside("<x:a xmlns:x=\"\"/>"),
        inside("<x:a/>"),
        inside("<a x:b=\"\"/>"),
        inside("<a b=\"\" b=\"\"/>"),
        inside("<a xmlns:x=\"u\" xmlns:y=\"u\" x:b=\"\" y:b=\"\"/>"),
        inside("<a xmlns=\"u\" xmlns=\"v\"/>"),
        inside("<a b=\"<\"/>"),
        inside("<a b=c/>"),
        inside("<a b/>"),
        inside("<a b=\"1\"c=\"2\"/>"),
        inside("<1a/>"),
        inside("<a:b:c/>"),
        inside("<xmlns:a/>"),
        inside("<a xmlns:xml=\"u\"/>"),
        format!("{xml}<a/>"),
        format!("{xml}text"),
        format!("{xml}&#32;"),
        format!("{xml}<![CDATA[ ]]>"),
        format!("text{xml}"),
        format!(" {xml}"),
        xml.replacen("version=\"1.0\"", "version=\"1.1\"", 1),
        xml.replacen("version=\"1.0\"", "", 1),
    ];
    for (number, document) in broken.iter().enumerate() {
        assert_ne!(document, &xml, "{number} is not broken");
        assert_eq!(refusal(document.as_bytes()), "xml_not_well_formed", "{number}");
    }
}

#[test]
fn what_is_unusual_but_well_formed_is_judged() {
    let xml = ordinary();
    let same = [
        format!("\u{feff}{xml}"),
        format!("{xml}<!-- end --><?end?>\n"),
        xml.replacen("</cbc:ID>", "<!-- a --></cbc:ID>", 1),
        xml.replace('\n', "\r\n"),
        xml.replace("cbc:", "b:").replace("xmlns:cbc", "xmlns:b"),
        xml.replacen("encoding=\"UTF-8\"", "encoding='utf-8' standalone='yes'", 1),
    ];
    for (number, document) in same.iter().enumerate() {
        assert_ne!(document, &xml, "{number} is the same");
        let verdict = verdict(document.as_bytes());
        assert!(verdict.is_valid(), "{number}: {:?}", verdict.findings);
    }
}

#[test]
fn encodings_other_than_utf_8_are_named() {
    let xml = ordinary();
    let wide = |big: bool| -> Vec<u8> {
        let units = xml.encode_utf16();
        units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    };
    let with_mark = |mark: [u8; 2], big: bool| [mark.to_vec(), wide(big)].concat();
    let latin = xml.replacen("UTF-8", "ISO-8859-1", 1).into_bytes();
    let blanks = format!("{}encoding=\"ISO-8859-1\"", " ".repeat(300));
    let late = xml.replacen("encoding=\"UTF-8\"", &blanks, 1).into_bytes();
    let mut torn = xml.clone().into_bytes();
    let middle = torn.len() / 2;
    torn[middle] = 0xff;
    for document in [
        wide(false),
        wide(true),
        with_mark([0xff, 0xfe], false),
        with_mark([0xfe, 0xff], true),
        latin,
        late,
        torn,
    ] {
        assert_eq!(refusal(&document), "xml_encoding");
    }
}

#[test]
fn a_document_type_is_refused_before_it_is_read() {
    let laughs = "<!DOCTYPE a [<!ENTITY b \"&b;&b;\">]><a>&b;</a>";
    assert_eq!(refusal(laughs.as_bytes()), "xml_dtd");
    let xml = ordinary().replacen(
        "<Invoice",
        "<!DOCTYPE Invoice SYSTEM \"file:///etc/passwd\"><Invoice",
        1,
    );
    assert_eq!(refusal(xml.as_bytes()), "xml_dtd");
}

#[test]
fn limits_are_limits() {
    let deep = format!("{}{}", "<a>".repeat(100_000), "</a>".repeat(100_000));
    assert_eq!(refusal(deep.as_bytes()), "xml_limit");
    let attributes: String = (0..100).map(|n| format!(" a{n}=''")).collect();
    assert_eq!(refusal(format!("<a{attributes}/>").as_bytes()), "xml_limit");
    let name = "a".repeat(300);
    assert_eq!(refusal(format!("<{name}/>").as_bytes()), "xml_limit");
    assert_eq!(refusal(format!("<a {name}=''/>").as_bytes()), "xml_limit");
    let names: String = (0..20_000).map(|n| format!("<a{n}/>")).collect();
    assert_eq!(refusal(format!("<a>{names}</a>").as_bytes()), "xml_limit");
}

#[test]
fn other_documents_are_not_ours_to_judge() {
    for root in [
        "<Invoice/>",
        "<Order xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\"/>",
        "<rsm:CrossIndustryInvoice xmlns:rsm=\"urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100\"/>",
        "<cbc:ID xmlns:cbc=\"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2\"/>",
    ] {
        assert_eq!(refusal(root.as_bytes()), "xml_root_unknown");
    }
}

#[test]
fn another_specification_is_named() {
    let other = ordinary().replacen("billing:3.0</cbc", "billing:2.0</cbc", 1);
    let verdict = verdict(other.as_bytes());
    let codes: Vec<&str> = verdict.findings.iter().map(|found| found.fault.words.code).collect();
    assert_eq!(codes, ["PEPPOL-EN16931-R004"]);
}

#[test]
fn an_empty_invoice_breaks_many_rules_and_is_judged_by_all() {
    let verdict = verdict(format!("<Invoice xmlns=\"{INVOICE}\"/>").as_bytes());
    assert_eq!(verdict.document, Some("invoice"));
    assert!(verdict.not_evaluated.is_empty() && !verdict.is_valid());
    for layer in [Layer::Schema, Layer::En16931, Layer::Peppol] {
        assert!(verdict.findings.iter().any(|found| found.layer == layer), "{layer:?}");
    }
}

#[test]
fn of_each_rule_a_hundred_places_are_told_and_all_are_counted() {
    let line = "<cac:InvoiceLine></cac:InvoiceLine>";
    let xml = ordinary().replacen(
        "<cac:InvoiceLine>",
        &format!("{}<cac:InvoiceLine>", line.repeat(250)),
        1,
    );
    let verdict = verdict(xml.as_bytes());
    let of_rule = |code: &str| -> Vec<_> {
        verdict.findings.iter().filter(|found| found.fault.words.code == code).collect()
    };
    let missing = of_rule("BR-21");
    let all: usize = missing.iter().map(|finding| finding.count).sum();
    assert_eq!((missing.len(), missing[0].count, all), (100, 1, 250));
    assert_eq!(missing[99].xpath.as_deref(), Some("/Invoice[1]/cac:InvoiceLine[100]"));
    assert!(verdict.findings.len() < 100 * 60);
}

#[test]
fn what_stops_the_official_rules_is_named_and_not_valid() {
    let xml = ordinary();
    let start = xml.find("<cac:PartyLegalEntity>").unwrap();
    let end = xml.find("</cac:PartyLegalEntity>").unwrap() + "</cac:PartyLegalEntity>".len();
    let twice = format!("{}{}{}", &xml[..end], &xml[start..end], &xml[end..]);
    let verdict = verdict(twice.as_bytes());
    assert!(!verdict.is_valid());
    assert_eq!(verdict.not_evaluated, [Layer::En16931]);
    let cause = verdict.findings.iter().find(|found| found.layer == Layer::En16931).unwrap();
    assert_eq!(cause.fault.words.code, "rules_stopped_surplus");
    let place = cause.xpath.as_deref().unwrap();
    assert!(place.contains("cac:PartyLegalEntity[2]"), "{place}");
}

#[test]
fn documents_made_to_take_long_do_not() {
    let many = |pieces: &[&str]| -> String {
        let all: String = pieces.iter().map(|piece| piece.repeat(4_000)).collect();
        ordinary().replacen("<cac:InvoiceLine>", &format!("{all}<cac:InvoiceLine>"), 1)
    };
    let row = "<cac:TaxTotal><cac:TaxSubtotal><cbc:TaxableAmount>1</cbc:TaxableAmount>\
        <cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>25</cbc:Percent><cac:TaxScheme>\
        <cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>";
    let category = "<cac:TaxCategory><cbc:ID>S</cbc:ID></cac:TaxCategory>";
    let mixed = format!("<cac:AllowanceCharge>{category}{category}</cac:AllowanceCharge>");
    let payee =
        "<cac:PayeeParty><cac:PartyName><cbc:Name>a</cbc:Name></cac:PartyName></cac:PayeeParty>";
    let seller = "<cac:AccountingSupplierParty><cac:Party/></cac:AccountingSupplierParty>";
    for pieces in [
        ["<cac:LegalMonetaryTotal/>", "<cac:AllowanceCharge/>"],
        ["<cac:LegalMonetaryTotal/>", "<cac:InvoiceLine/>"],
        ["<cbc:DocumentCurrencyCode/>", "<cac:TaxTotal/>"],
        ["<cbc:TaxCurrencyCode/>", "<cac:TaxTotal/>"],
        ["<cbc:DocumentCurrencyCode/>", "<cbc:Amount currencyID='X'/>"],
        [payee, seller],
        [row, &mixed],
        [row, "<cac:AllowanceCharge/>"],
        ["<cac:PaymentTerms><cbc:Note>#a#</cbc:Note></cac:PaymentTerms>", "<cbc:Note/>"],
    ] {
        let start = std::time::Instant::now();
        let verdict = verdict(many(&pieces).as_bytes());
        assert!(!verdict.is_valid());
        // For a debug build on a busy machine; without a bound it would be minutes or hours.
        assert!(start.elapsed().as_secs() < 60, "{}: {:?}", pieces[0], start.elapsed());
        println!("{:?} {}", start.elapsed(), pieces[0]);
    }
}

/// Changes a few places: bytes, pieces taken out, doubled or put elsewhere, odd things put in.
fn damage(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let odd: [&[u8]; 16] = [
        b"<",
        b">",
        b"&",
        b"&#0;",
        b"]]>",
        b"<!--",
        b"<![CDATA[",
        b"-->",
        b"<?x ?>",
        b"\"",
        b"'",
        b"99999999999999999999999999999999999999999999",
        b"-0.00000000000000000000000000000001",
        b"xmlns:cbc='x' ",
        b"\xc3",
        b"\xef\xbf\xbf",
    ];
    for _ in 0..=dice.below(4) {
        let from = dice.below(bytes.len());
        let to = (from + dice.below(60)).min(bytes.len());
        match dice.below(5) {
            0 => bytes[from] = u8::try_from(dice.below(256)).unwrap(),
            1 => drop(bytes.drain(from..to)),
            2 => {
                let piece = bytes[from..to].to_vec();
                let place = dice.below(bytes.len());
                bytes.splice(place..place, piece);
            }
            3 => {
                let at = dice.below(odd.len());
                bytes.splice(from..from, odd[at].iter().copied());
            }
            _ => {
                // A whole element, so that much stays well-formed.
                let text = String::from_utf8_lossy(bytes).into_owned();
                let starts: Vec<usize> = text.match_indices("<c").map(|(at, _)| at).collect();
                let start = starts[dice.below(starts.len()).min(starts.len() - 1)];
                let name: String =
                    text[start + 1..].chars().take_while(|c| !" >/".contains(*c)).collect();
                let close = format!("</{name}>");
                if let Some(end) = text[start..].find(&close) {
                    let piece = text[start..start + end + close.len()].to_owned();
                    let place = starts[dice.below(starts.len())];
                    *bytes = format!("{}{piece}{}", &text[..place], &text[place..]).into_bytes();
                }
            }
        }
        if bytes.is_empty() || !bytes.windows(2).any(|two| two == b"<c") {
            return;
        }
    }
}

#[test]
fn whatever_is_damaged_has_a_verdict() {
    let mut dice = Dice::new(1);
    let mut judged = 0;
    // POSTBUD_ROUNDS=1000000 for a long run.
    let more: Option<usize> = std::env::var("POSTBUD_ROUNDS").ok().map(|it| it.parse().unwrap());
    let whole = ordinary();
    for _ in 0..more.unwrap_or(2000) {
        let mut bytes = whole.clone().into_bytes();
        damage(&mut bytes, &mut dice);
        for pack in Pack::ALL {
            let verdict = judge(&bytes, pack);
            assert!(verdict.document.is_some() || !verdict.is_valid());
            assert!(verdict.not_evaluated.is_empty() || !verdict.is_valid());
            judged += usize::from(verdict.document.is_some());
        }
    }
    assert!(more.is_some() || judged == 660, "{judged} were judged");
}
