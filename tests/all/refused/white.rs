//! White space is the four characters of XML, in whatever way they are written, and nothing else.
//!
//! What is expected here is what the official artefacts say of the same documents: Xerces of the
//! syntax and the schema, the style sheets of Peppol of the rest.

use super::{refusal, verdict};
use crate::support::corpus::ordinary;

/// Ways to write white space in content, and nothing with it.
const BLANKS: [&str; 16] = [
    " ",
    "\t",
    "\n",
    "\r",
    "&#32;",
    "&#x20;",
    "&#0000032;",
    "&#9;",
    "&#10;",
    "&#xA;",
    "&#13;",
    "&#xD;",
    " &#32;\n&#9;",
    "<![CDATA[ ]]>",
    "<!-- a --> <?p?>",
    "&#32;<![CDATA[\t\n]]><!-- a -->&#xD;",
];

/// Characters that look like nothing, and are none of the four.
const OTHERS: [char; 12] = [
    '\u{7f}', '\u{85}', '\u{a0}', '\u{1680}', '\u{2003}', '\u{200b}', '\u{2028}', '\u{2029}',
    '\u{202f}', '\u{2060}', '\u{3000}', '\u{feff}',
];

fn codes(document: &str) -> Vec<&'static str> {
    verdict(document.as_bytes()).findings.iter().map(|found| found.fault.words.code).collect()
}

#[test]
fn an_element_that_says_nothing_is_empty_however_it_says_it() {
    let with = |text: &str| {
        let named = "<cbc:BuyerReference>Anne Vik<";
        let xml = ordinary().replacen(named, &format!("<cbc:BuyerReference>{text}<"), 1);
        assert_ne!(xml, ordinary());
        xml
    };
    for blank in BLANKS.into_iter().chain(["", "<![CDATA[]]>", "<!-- a -->"]) {
        assert_eq!(codes(&with(blank)), ["PEPPOL-EN16931-R008"], "{blank:?}");
    }
    for full in ["&#97;", "&amp;", " &lt; ", "&#32;a", "<![CDATA[ ]]>a", "<![CDATA[&#32;]]>"] {
        assert!(verdict(with(full).as_bytes()).is_valid(), "{full:?}");
    }
    for other in OTHERS {
        let reference = format!("&#{};", u32::from(other));
        for text in [other.to_string(), reference.clone(), format!(" {reference}&#32;")] {
            assert!(verdict(with(&text).as_bytes()).is_valid(), "{text:?}");
        }
    }
}

#[test]
fn white_space_between_elements_is_no_text_however_it_is_written() {
    let places = ["<cac:Party>", "<cac:Country>", "<cac:InvoiceLine>", "</cac:Item>", "</Invoice>"];
    for place in places {
        let with = |text: &str| {
            let xml = ordinary().replacen(place, &format!("{text}{place}"), 1);
            assert_ne!(xml, ordinary(), "{place}");
            xml
        };
        for blank in BLANKS {
            assert_eq!(codes(&with(blank)), [""; 0], "{place} {blank:?}");
        }
        for text in ["a", "&#97;", "&amp;", "&#32;a", "a&#32;", "&#32;&#160;", "<![CDATA[a]]>"] {
            assert_eq!(codes(&with(text)), ["schema_text_misplaced"], "{place} {text:?}");
        }
        for other in OTHERS {
            assert_eq!(codes(&with(&other.to_string())), ["schema_text_misplaced"], "{other:?}");
        }
    }
}

/// Where white space separates, with a `~` for it: each is well-formed with that of XML.
const SEPARATED: [(&str, &str); 16] = [
    ("</cbc:ID>", INSTRUCTION),
    ("<?xml version", "<?xml~version"),
    ("<?xml version=", "<?xml version~="),
    ("<?xml version=", "<?xml version=~"),
    (" encoding=", "~encoding="),
    (" encoding=", " encoding~="),
    (" encoding=", " encoding=~"),
    ("\"UTF-8\"?>", "\"UTF-8\"~?>"),
    ("\"UTF-8\"?>", "\"UTF-8\"~standalone=\"yes\"?>"),
    ("\"UTF-8\"?>", "\"UTF-8\" standalone~=~\"yes\"?>"),
    ("?>", "?>~"),
    ("<cbc:ID>", "<cbc:ID~>"),
    ("</cbc:ID>", "</cbc:ID~>"),
    (" schemeID=", "~schemeID="),
    (" schemeID=", " schemeID~="),
    (" schemeID=", " schemeID=~"),
];
/// What follows the white space here is free text.
const INSTRUCTION: &str = "<?p~?></cbc:ID>";

#[test]
fn only_the_white_space_of_xml_separates_what_is_markup() {
    let xml = ordinary();
    let with = |(from, to): (&str, &str), white: &str| {
        let changed = xml.replacen(from, &to.replace('~', white), 1);
        assert_ne!(changed, xml.replacen(from, to, 1), "{from}");
        changed
    };
    for place in SEPARATED {
        for white in [" ", "\t", "\n", "\r", "\r\n", " \t\r\n "] {
            let verdict = verdict(with(place, white).as_bytes());
            assert!(verdict.is_valid(), "{place:?} {white:?}: {:?}", verdict.findings);
        }
        for other in OTHERS {
            for white in [other.to_string(), format!("{other} "), format!(" {other}")] {
                if place.1 == INSTRUCTION && white.starts_with(' ') {
                    continue;
                }
                let refused = refusal(with(place, &white).as_bytes());
                assert_eq!(refused, "xml_not_well_formed", "{place:?} {white:?}");
            }
        }
    }
    for other in OTHERS {
        for changed in
            [format!("{xml}{other}"), format!("{other} {xml}"), format!("{xml}\n{other}")]
        {
            assert_eq!(refusal(changed.as_bytes()), "xml_not_well_formed", "{other:?}");
        }
    }
}

#[test]
fn a_name_is_made_of_the_letters_that_the_official_validator_knows() {
    let inside = |piece: String| ordinary().replacen("</cbc:ID>", &format!("{piece}</cbc:ID>"), 1);
    let named = |name: &str| inside(format!("<?{name}?>"));
    for name in ["a", "_", "å", "Ж1", "漢字", "a\u{b7}", "e\u{301}", "a٣", "a-b.c"] {
        assert!(verdict(named(name).as_bytes()).is_valid(), "{name:?}");
    }
    for name in ["1", "-a", "\u{b7}", "\u{301}a", "٣", "a×", "a\u{200c}", "\u{2070}", "\u{10000}"]
    {
        let extension = format!("<q:{name} xmlns:q='u'/>");
        let attribute = format!("<q xmlns='u' {name}=''/>");
        let prefix = format!("<q xmlns:{name}='u'/>");
        for piece in [format!("<?{name}?>"), extension, attribute, prefix] {
            assert_eq!(refusal(inside(piece.clone()).as_bytes()), "xml_not_well_formed", "{piece}");
        }
    }
}
