//! Each kind of piece: what is one, how it is written, and where it goes.

use super::{other, put};
use crate::support::corpus::{documents, ordinary};
use postbud::domain::invoice::Other;
use postbud::peppol::other::{additions, leftovers, put_back};

const EXTENSION: &str = "<ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent>\
    <x:Box xmlns:x=\"urn:x\" x:at=\"1 &lt; 2\" plain=\"a&#10;b\">of <y>mixed</y> things\
    <Deep xmlns=\"urn:z\" xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:nil=\"true\"><x:Back/></Deep></x:Box>\
    </ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>";

#[test]
fn without_others_the_bytes_are_untouched() {
    let odd = b"\xff not a document".to_vec();
    assert_eq!(put_back(odd.clone(), &[]).unwrap(), odd);
}

#[test]
fn what_is_not_touched_is_written_as_it_was() {
    for xml in documents() {
        let root = if xml.contains("<CreditNote ") { "/CreditNote" } else { "/Invoice" };
        let id = xml.split("<cbc:ID>").nth(1).unwrap().split('<').next().unwrap();
        assert_eq!(put(&xml, &[other(&format!("{root}/cbc:ID"), id)]), xml);
        let with = put(&xml, &[other(root, "<cbc:UBLVersionID>2.1</cbc:UBLVersionID>")]);
        assert_eq!(with.replace("\n  <cbc:UBLVersionID>2.1</cbc:UBLVersionID>", ""), xml);
        assert_ne!(with, xml);
    }
}

/// What is put in where, and the lines before and after it.
const PLACES: &[[&str; 4]] = &[
    ["/Invoice", "<cbc:UBLVersionID>2.1</cbc:UBLVersionID>", "<Invoice ", "<cbc:Customization"],
    ["/Invoice", "<cbc:Note>Two</cbc:Note>", "<cbc:Note>Første", "<cbc:TaxPointDate>"],
    ["/Invoice", "<cbc:LineCountNumeric>1</cbc:LineCountNumeric>", "<cbc:Acco", "<cbc:BuyerRef"],
    ["/Invoice[1]", "<cac:Signature><cbc:ID>1</cbc:ID></cac:Signature>", "</cac:Con", "<cac:Acc"],
    [
        "/Invoice/cac:InvoiceLine/cac:Item",
        "<cac:ManufacturerParty><cac:PartyName><cbc:Name>M</cbc:Name></cac:PartyName>\
         </cac:ManufacturerParty>",
        "</cac:ClassifiedTaxCategory>",
        "</cac:Item>",
    ],
    [
        "/Invoice/cac:AccountingSupplierParty[1]/cac:Party[1]/cac:PartyTaxScheme[2]",
        "<cbc:TaxLevelCode>1</cbc:TaxLevelCode>",
        "<cbc:CompanyID>Foretaks",
        "<cac:TaxScheme>",
    ],
];

#[test]
fn an_element_goes_where_the_schema_has_it() {
    let xml = ordinary();
    for [inside, content, before, after] in PLACES {
        let with = put(&xml, &[other(inside, content)]);
        let (one, two): (Vec<&str>, Vec<&str>) = (xml.lines().collect(), with.lines().collect());
        let first = one.iter().zip(&two).position(|(one, two)| one != two).unwrap();
        let last = first + two.len() - one.len();
        assert!(two[first - 1].contains(before), "{content} after {}", two[first - 1]);
        assert!(two[last].contains(after), "{content} before {}", two[last]);
        assert_eq!(leftovers(&with, &xml).len(), 1, "{content}");
    }
}

#[test]
fn what_is_taken_out_is_what_was_put_in() {
    let xml = ordinary();
    let name = "/Invoice/cac:AccountingSupplierParty[1]/cac:Party[1]/cac:PartyLegalEntity[1]\
                /cbc:RegistrationName[1]";
    let others = [
        other("/Invoice", EXTENSION),
        other("/Invoice", "<cbc:UBLVersionID schemeID=\"a&quot;&#9;b\">2.1</cbc:UBLVersionID>"),
        other("/Invoice/cbc:ID[1]", "@schemeAgencyName=\"&lt;A&gt; &amp; &quot;B&quot;\""),
        other("/Invoice", "<cbc:Note>Two &lt;b&gt;</cbc:Note>"),
        other("/Invoice", "<cbc:Note languageID=\"nb\">Three</cbc:Note>"),
        other(name, "&#64;home &lt;AS&gt; &amp;&#13;co"),
        other("/Invoice/cac:Delivery[1]", "<cbc:ID>D</cbc:ID>"),
    ];
    let with = put(&xml, &others);
    assert!(with.contains("of <y xmlns=\"\">mixed</y> things"), "no namespace is none there, too");
    let left = leftovers(&with, &xml);
    assert_eq!(left, others, "in the order of the document, and escaped the same way");
    assert_eq!(put(&xml, &left), with);
    assert_eq!(additions(&xml, &with).len(), 6);
    assert!(leftovers(&xml, &xml).is_empty() && additions(&xml, &xml).is_empty());
}

#[test]
fn a_type_keeps_the_meaning_of_its_prefix() {
    let typed = "<v:V xmlns:v=\"urn:v\" xmlns:s=\"http://www.w3.org/2001/XMLSchema\" \
                 xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:type=\"s:string\">A</v:V>";
    let content = format!(
        "<ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent>{typed}\
         </ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>"
    );
    let others = [other("/Invoice", &content)];
    assert_eq!(leftovers(&put(&ordinary(), &others), &ordinary()), others);
}

#[test]
fn prefixes_mean_the_same_when_they_are_changed() {
    let xml = ordinary();
    // The usual prefixes mean something else here, and others mean what they usually do.
    let content = "<e:UBLExtensions \
        xmlns:e=\"urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2\">\
        <e:UBLExtension><e:ExtensionContent><cbc:Own xmlns:cbc=\"urn:own\" cbc:a=\"1\"><in>\
        <b:Own xmlns:b=\"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2\" \
        cbc:a=\"2\">3</b:Own></in></cbc:Own></e:ExtensionContent></e:UBLExtension>\
        </e:UBLExtensions>";
    let with = put(&xml, &[other("/Invoice", content)]);
    let left = leftovers(&with, &xml);
    assert_eq!(put(&xml, &left), with);
    let [only] = &left[..] else { panic!("{left:?}") };
    assert_eq!(
        only.content,
        "<ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent>\
         <cbc:Own xmlns:cbc=\"urn:own\" cbc:a=\"1\"><in><cbc:Own xmlns:cbc=\"urn:oasis:names:\
         specification:ubl:schema:xsd:CommonBasicComponents-2\" xmlns:a1=\"urn:own\" a1:a=\"2\">3\
         </cbc:Own></in></cbc:Own></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>"
    );
}

/// What says the same in another way.
const SAME: &[[&str; 2]] = &[
    ["<cbc:ID>1001</cbc:ID>", "<!-- one --><cbc:ID>\n 10<![CDATA[0]]>&#49; <?p i?></cbc:ID>"],
    [">Første faktura<", ">\n    Første\n  faktura<"],
    [">9999.99<", ">+09999.990<"],
    [">1000<", ">1000.00<"],
    [" currencyID=\"NOK\"", " currencyID=' NOK '"],
    ["<cbc:PayableAmount", "<cbc:PrepaidAmount>0.0</cbc:PrepaidAmount>\n<cbc:PayableAmount"],
    [" xmlns:cac=", " xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:cac="],
    ["<cbc:Note>", "<cbc:Note xmlns:s=\"http://www.w3.org/2001/XMLSchema-instance\" s:nil=\"0\">"],
    [" unitCode=\"C62\"", ""],
];

#[test]
fn what_says_the_same_is_not_left_over() {
    let xml = ordinary();
    for [from, to] in SAME {
        let same = xml.replacen(from, to, 1);
        assert_ne!(same, xml, "{from}");
        assert_eq!(leftovers(&same, &xml), [], "{to}");
        assert_eq!(additions(&same, &xml), [""; 0], "{to}");
    }
    let charged = "<cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator>\
                   <cbc:Amount currencyID=\"NOK\">1</cbc:Amount></cac:AllowanceCharge>";
    let one = put(&xml, &[other("/Invoice", charged)]);
    assert_eq!(leftovers(&one.replace(">true<", ">1<"), &one), []);
    assert_ne!(leftovers(&one.replace(">true<", ">0<"), &one), []);
    let prefixed = xml.replace("cbc:", "b:").replace("xmlns:cbc", "xmlns:b");
    assert_eq!(leftovers(&prefixed, &xml), []);
}

#[test]
fn what_differs_is_told_with_its_place() {
    let xml = ordinary();
    for (from, to, left) in [
        (">1001<", ">1002<", other("/Invoice/cbc:ID[1]", "1002")),
        (">Anne Vik<", ">@vik<", other("/Invoice/cbc:BuyerReference[1]", "&#64;vik")),
        (">PO-77<", " schemeID=\"X\">PO-77<", {
            other("/Invoice/cac:OrderReference[1]/cbc:ID[1]", "@schemeID=\"X\"")
        }),
    ] {
        let original = xml.replacen(from, to, 1);
        assert_ne!(original, xml);
        let left = [left];
        assert_eq!(leftovers(&original, &xml), left);
        assert_eq!(leftovers(&original, &put(&xml, &left)), []);
    }
}

#[test]
fn a_sum_that_differs_is_told_and_not_put_back() {
    let xml = ordinary();
    let place = "/Invoice/cac:TaxTotal[1]/cac:TaxSubtotal[1]/cbc:TaxableAmount[1]";
    let left = [other(place, "9999.98")];
    assert_eq!(leftovers(&xml.replacen(">9999.99<", ">9999.98<", 1), &xml), left);
    let (index, fault) = put_back(xml.into_bytes(), &left).unwrap_err();
    assert_eq!((index, fault.words.code), (0, "other_content_is_sum"));
}

#[test]
fn elements_find_their_equals_in_any_order() {
    let xml = ordinary();
    let reference = |id: &str, more: &str| {
        format!(
            "<cac:DespatchDocumentReference><cbc:ID>{id}</cbc:ID>{more}\
                 </cac:DespatchDocumentReference>"
        )
    };
    let piece = |id: &str, more: &str| other("/Invoice", &reference(id, more));
    let all = |ids: &[&str]| -> Vec<Other> { ids.iter().map(|id| piece(id, "")).collect() };
    let original = put(&xml, &all(&["A", "B", "C", "D"]));
    assert_eq!(leftovers(&original, &put(&xml, &all(&["D", "B", "A"]))), all(&["C"]));
    let other_way = put(&xml, &all(&["C", "X", "A", "B", "D"]));
    assert_eq!(leftovers(&original, &other_way), []);
    assert_eq!(additions(&original, &other_way), ["/Invoice/cac:DespatchDocumentReference[2]"]);
    // One that has no equal is compared with what has none either.
    let dated = put(&xml, &[piece("A", ""), piece("B", "<cbc:UUID>U</cbc:UUID>")]);
    let left = leftovers(&dated, &put(&xml, &all(&["B", "A"])));
    let inside = "/Invoice/cac:DespatchDocumentReference[1]";
    assert_eq!(left, [other(inside, "<cbc:UUID>U</cbc:UUID>")]);
}
