//! What is asked for, what is left out, and how it is told.

use super::golden;
use postbud::domain::finding::{Finding, Layer};
use postbud::domain::invoice::Type;
use postbud::domain::invoice::vat::Category;
use postbud::peppol::read::read;
use rust_decimal::Decimal;

/// A golden invoice with one part of it replaced.
fn with(from: &str, to: &str) -> String {
    let (_, _, xml) =
        golden().into_iter().find(|(name, ..)| name == "everything-ordinary").unwrap();
    assert!(xml.contains(from), "{from}");
    xml.replacen(from, to, 1)
}

pub fn told(found: &[Finding]) -> Vec<(&'static str, &str, Option<&'static str>)> {
    let told = |it: &'_ Finding| (it.fault.words.code, it.term);
    let places = found.iter().map(|it| it.xpath.as_deref().unwrap_or_default());
    found.iter().map(told).zip(places).map(|((code, term), at)| (code, at, term)).collect()
}

/// What is replaced in the document and by what; the code, the place and the term of the fault.
type Row = [&'static str; 5];

/// What nothing works without.
const MISSING: &[Row] = &[
    ["<cbc:ID>1001</cbc:ID>", "", "document_number_missing", "", "BT-1"],
    [">1001<", "> <", "document_number_missing", "", "BT-1"],
    ["<cbc:IssueDate>2026-11-23</cbc:IssueDate>", "", "document_issue_date_missing", "", "BT-2"],
    [">NOK<", "><", "document_currency_missing", "", "BT-5"],
    [
        "<cbc:RegistrationName>Fjord Regnskap AS</cbc:RegistrationName>",
        "",
        "document_seller_missing",
        "/cac:AccountingSupplierParty[1]/cac:Party[1]/cac:PartyLegalEntity[1]",
        "BT-27",
    ],
    [
        "<cbc:RegistrationName>Vik kommune</cbc:RegistrationName>",
        "<cbc:RegistrationName/>",
        "document_buyer_missing",
        "/cac:AccountingCustomerParty[1]/cac:Party[1]/cac:PartyLegalEntity[1]\
         /cbc:RegistrationName[1]",
        "BT-44",
    ],
    [
        "<cbc:PayableAmount currencyID=\"NOK\">11499.99</cbc:PayableAmount>",
        "",
        "document_payable_amount_missing",
        "/cac:LegalMonetaryTotal[1]",
        "BT-115",
    ],
];

const PAYABLE: &str = "/cac:LegalMonetaryTotal[1]/cbc:PayableAmount[1]";
const PRICE: &str = "/cac:InvoiceLine[1]/cac:Price[1]/cbc:PriceAmount[1]";
const LINE_END: &str = "/cac:InvoiceLine[1]/cac:InvoicePeriod[1]/cbc:EndDate[1]";

/// What is there, but cannot be read.
const UNREADABLE: &[Row] = &[
    ["2026-11-23", "23.11.2026", "document_date_unreadable", "/cbc:IssueDate[1]", "BT-2"],
    ["2026-12-07", "2026-02-30", "document_date_unreadable", "/cbc:DueDate[1]", "BT-9"],
    [
        "2026-11-15</cbc:EndDate",
        "soon</cbc:EndDate",
        "document_date_unreadable",
        LINE_END,
        "BT-135",
    ],
    [">NOK<", ">KR<", "document_currency_unknown", "/cbc:DocumentCurrencyCode[1]", "BT-5"],
    ["11499.99</cbc:Pay", "11 499,99</cbc:Pay", "document_amount_unreadable", PAYABLE, "BT-115"],
    [">99.9999<", ">1e2<", "document_amount_unreadable", PRICE, "BT-146"],
    [">99.9999<", ">100000000000000<", "document_amount_unreadable", PRICE, "BT-146"],
];

#[test]
fn each_fault_has_its_code_place_and_term() {
    for (rows, layer) in [(MISSING, Layer::Request), (UNREADABLE, Layer::Schema)] {
        for [from, to, code, place, term] in rows {
            let found = read(&with(from, to)).unwrap_err();
            let at = format!("/Invoice[1]{place}");
            assert_eq!(told(&found), [(*code, at.as_str(), Some(*term))], "{from} as {to}");
            assert!(found.iter().all(|it| it.is_fatal() && it.layer == layer), "{from}");
        }
    }
}

#[test]
fn what_is_no_document_is_told_as_validation_tells_it() {
    for (xml, code) in [
        (String::new(), "xml_not_well_formed"),
        (with("</Invoice>", ""), "xml_not_well_formed"),
        (with("<Invoice", "<!DOCTYPE Invoice><Invoice"), "xml_dtd"),
        (with("oasis:", "oasis2:"), "xml_root_unknown"),
        (with("UTF-8", "ISO-8859-1"), "xml_encoding"),
        (with("<cbc:Note>", &("<x>".repeat(70) + &"</x>".repeat(70) + "<cbc:Note>")), "xml_limit"),
    ] {
        let found = read(&xml).unwrap_err();
        assert_eq!(found.iter().map(|it| it.fault.words.code).collect::<Vec<_>>(), [code]);
        assert_eq!(found[0].layer, Layer::Schema);
    }
}

#[test]
fn outside_the_root_there_is_white_space_of_xml_and_nothing_else() {
    let xml = with("", "");
    assert!(read(&format!("{xml} \t\r\n")).is_ok());
    for text in ["\u{a0}", "\u{85}", "\u{2028}", "\u{3000}", "&#32;", "&#xA;", "<![CDATA[ ]]>"] {
        let found = read(&format!("{xml}{text}")).unwrap_err();
        assert_eq!(found[0].fault.words.code, "xml_not_well_formed", "{text:?}");
    }
}

#[test]
fn a_number_or_a_day_with_a_no_break_space_is_none() {
    for (from, to) in [(">99.9999<", ">99.9999\u{a0}<"), (">99.9999<", ">\u{2003}99.9999<")] {
        let found = read(&with(from, to)).unwrap_err();
        assert_eq!(found[0].fault.words.code, "document_amount_unreadable", "{to:?}");
    }
    assert!(read(&with(">99.9999<", "> \t\r\n99.9999&#32;<")).is_ok());
}

#[test]
fn every_fault_is_told_at_once_and_many_of_a_kind_are_counted() {
    let root = "xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2\"";
    let found = read(&format!("<CreditNote {root}/>")).unwrap_err();
    let codes: Vec<&str> = found.iter().map(|it| it.fault.words.code).collect();
    let missing = ["currency", "number", "issue_date", "seller", "buyer", "payable_amount"];
    assert_eq!(codes, missing.map(|what| format!("document_{what}_missing")));
    assert!(found.iter().all(|it| it.xpath.as_deref() == Some("/CreditNote[1]")));

    let xml = with(">99.9999<", ">x<");
    let (start, end) = (xml.find("<cac:InvoiceLine>").unwrap(), xml.find("</Invoice>").unwrap());
    let many = xml[..start].to_owned() + &xml[start..end].repeat(250) + "</Invoice>";
    let found = read(&many).unwrap_err();
    assert_eq!((found.len(), found.iter().map(|it| it.count).sum::<usize>()), (100, 250));
    let last = found[99].xpath.as_deref().unwrap();
    assert_eq!(last, "/Invoice[1]/cac:InvoiceLine[100]/cac:Price[1]/cbc:PriceAmount[1]");
}

#[test]
fn what_the_domain_does_not_know_is_left_out() {
    let found = |from: &str, to: &str| read(&with(from, to)).unwrap();
    let phone = found("22 00 00 00", "ask for Kari").seller.contact.phone.unwrap();
    assert_eq!(phone.to_string(), "ask for Kari", "as it is written");
    assert_eq!(found("kari@fjord.example.no", "kari").seller.contact.email, None);
    assert_eq!(
        found("<cbc:CompanyID schemeID=\"0192\"", "<cbc:CompanyID schemeID=\"0088\"").seller.org,
        None
    );
    assert_eq!(
        found("<cbc:EndpointID schemeID=\"0192\"", "<cbc:EndpointID schemeID=\"XX\"")
            .seller
            .endpoint,
        None
    );
    let vat = found("NO987654325MVA", "987654325").seller.vat.unwrap();
    assert_eq!(vat.text(), "987654325", "as it is written");
    let foreign = found("86011117947", "1234567");
    assert_eq!(foreign.seller.account, None);
    let account = foreign.invoice.payment.unwrap().account.unwrap();
    assert_eq!(account.to_string(), "other:1234567");
    let island = found("<cbc:ID>S</cbc:ID>", "<cbc:ID>L</cbc:ID>");
    assert_eq!(island.totals.groups[0].category, Category::L);
    let unknown = found("<cbc:ID>S</cbc:ID>", "<cbc:ID>X</cbc:ID>");
    assert_eq!(unknown.totals.groups[0].category, Category::S, "by its rate");
    let nowhere = found("<cbc:IdentificationCode>NO</cbc:IdentificationCode>", "");
    assert_eq!(nowhere.seller.address.country.code(), "NO", "by the VAT number");
    assert_eq!(found("schemeID=\"0160\"", "schemeID=\"0002\"").invoice.lines[0].gtin, None);
    assert_eq!(found(">10</cbc:Base", ">0</cbc:Base").invoice.lines[0].base_quantity, None);
}

#[test]
fn what_the_document_says_of_itself_is_believed() {
    let reading =
        read(&with(">11499.99</cbc:PayableAmount>", ">+1.5</cbc:PayableAmount>")).unwrap();
    assert_eq!(reading.totals.payable, Decimal::new(15, 1));
    let zoned = read(&with("2026-11-23", "2026-11-23+01:00")).unwrap();
    assert_eq!(zoned.invoice.issue_date.to_string(), "2026-11-23");
    let spread = read(&with("1001", "\n  10<![CDATA[&]]>&#48;&#x31;<!-- one -->\n  ")).unwrap();
    assert_eq!(spread.invoice.number, "10&01");
    let corrected = read(&with(">380<", ">384<")).unwrap();
    assert_eq!(corrected.invoice.r#type, Type::Invoice);
}

#[test]
fn prefixes_are_the_documents_own() {
    for (name, _, xml) in golden() {
        let other = xml.replace("cbc:", "b:").replace("cac:", "").replace("xmlns:cbc", "xmlns:b");
        let root = if xml.contains("<CreditNote ") { "CreditNote" } else { "Invoice" };
        let other = other
            .replace(&format!("<{root} xmlns="), &format!("<u:{root} xmlns:u="))
            .replace(&format!("</{root}>"), &format!("</u:{root}>"))
            .replace("xmlns:cac=", "xmlns=");
        assert!(other.contains("<Party>") && other.contains("<b:IssueDate>"));
        assert_eq!(read(&other).unwrap(), read(&xml).unwrap(), "{name}");
    }
}
