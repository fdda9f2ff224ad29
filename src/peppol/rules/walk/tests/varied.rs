//! What the cases lack: each category, exemption, scheme and country with rules of its own.

use super::grown::{Part, text_of};

/// A document, and the ends of the paths that are to grow in it.
pub struct Varied {
    pub name: String,
    pub part: Part,
    pub focus: &'static [&'static str],
}

const BASE: &str = "discounts-and-charges";

fn varied(name: String, xml: &str, focus: &'static [&'static str]) -> Varied {
    Varied { name, part: Part::parse(xml), focus }
}

/// All of them.
pub fn varied_documents() -> Vec<Varied> {
    let mut all = Vec::new();
    all.extend(["Z", "E", "AE", "K", "G", "O", "L", "M", "B"].map(category));
    all.extend(["G", "O", "IC", "AE", "D", "F", "I", "J"].map(exemption));
    all.extend(
        [
            "0088", "0192", "0184", "0096", "0198", "0208", "0201", "0210", "9907", "0211", "0007",
            "0151", "0106", "0190", "9944", "0217",
        ]
        .map(scheme),
    );
    let payments = [
        ("DE", "30", ""),
        ("DE", "48", ""),
        ("DE", "59", ""),
        ("DK", "30", ""),
        ("GR", "30", ""),
        ("IS", "9", ""),
        ("IT", "30", ""),
        ("NL", "30", ""),
        ("SE", "30", "SE:PLUSGIRO"),
        ("SE", "30", "SE:BANKGIRO"),
        ("SE", "50", ""),
        ("SE", "31", ""),
    ];
    all.extend(payments.map(country));
    let dutch = text_of("credit-note").replace("Code>NO<", "Code>NL<");
    all.push(varied("Dutch credit note".into(), &dutch, &["cbc:CreditNoteTypeCode"]));
    all.push(odd());
    all
}

fn category(code: &str) -> Varied {
    let xml = text_of(BASE).replace("<cbc:ID>S<", &format!("<cbc:ID>{code}<"));
    let focus = &["cac:TaxCategory", "cac:ClassifiedTaxCategory", "cac:TaxSubtotal"];
    varied(format!("category {code}"), &xml, focus)
}

fn exemption(code: &str) -> Varied {
    let reason =
        format!("<cbc:TaxExemptionReasonCode>VATEX-EU-{code}</cbc:TaxExemptionReasonCode>");
    let xml = text_of(BASE).replace("<cac:TaxScheme>", &format!("{reason}<cac:TaxScheme>"));
    varied(format!("exemption {code}"), &xml, &["cac:TaxCategory", "ReasonCode"])
}

fn scheme(code: &str) -> Varied {
    let xml = text_of(BASE).replace("schemeID=\"0192\"", &format!("schemeID=\"{code}\""));
    varied(format!("scheme {code}"), &xml, &["cbc:EndpointID", "cbc:CompanyID"])
}

/// Both parties in a country, with what its rules look for.
fn country((country, means, bank): (&str, &str, &str)) -> Varied {
    let vat = if country == "GR" { "EL" } else { country };
    let branch = format!(
        "</cbc:ID><cac:FinancialInstitutionBranch><cbc:ID>{bank}</cbc:ID>\
         </cac:FinancialInstitutionBranch></cac:PayeeFinancialAccount>"
    );
    let reference = |kind: &str| {
        format!(
            "<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID>\
             <cbc:DocumentDescription>{kind}</cbc:DocumentDescription><cac:Attachment>\
             <cac:ExternalReference><cbc:URI>https://a.example</cbc:URI></cac:ExternalReference>\
             </cac:Attachment></cac:AdditionalDocumentReference>"
        )
    };
    let references: String = ["##M.AR.K##", "##INVOICE|URL##", "EINDAGI"].map(reference).concat();
    let representative = format!(
        "<cac:TaxRepresentativeParty><cac:PostalAddress><cac:Country>\
         <cbc:IdentificationCode>{country}</cbc:IdentificationCode></cac:Country>\
         </cac:PostalAddress></cac:TaxRepresentativeParty>"
    );
    let order = "<cac:OrderLineReference><cbc:LineID>1</cbc:LineID></cac:OrderLineReference>";
    let mut xml = text_of(BASE)
        .replace("Code>NO<", &format!("Code>{country}<"))
        .replace("NO987654325MVA", &format!("{vat}987654325"))
        .replace("<cac:PaymentMeans>", &format!("{references}{representative}<cac:PaymentMeans>"))
        .replace("MeansCode>30<", &format!("MeansCode>{means}<"))
        .replace("<cac:Item>", &format!("{order}<cac:Item>"));
    if let Some((before, after)) = xml.split_once("<cac:PayeeFinancialAccount>") {
        let (account, rest) = after.split_once("</cac:PayeeFinancialAccount>").unwrap();
        let account = account.trim_end().strip_suffix("</cbc:ID>").unwrap();
        xml = format!("{before}<cac:PayeeFinancialAccount>{account}{branch}{rest}");
    }
    let focus = &[
        "cac:PaymentMeans",
        "cbc:PaymentMeansCode",
        "cac:PayeeFinancialAccount/cbc:ID",
        "cac:AdditionalDocumentReference",
        "cbc:DocumentDescription",
        "cbc:CompanyID",
        "cac:PartyTaxScheme",
        "cac:PartyLegalEntity",
        "cac:AccountingSupplierParty",
        "cbc:EndpointID",
        "cac:AllowanceCharge",
        "cac:PostalAddress",
    ];
    varied(format!("{country} pays by {means}"), &xml, focus)
}

/// What stands wrong or twice: an empty element, a percentage without base, two categories a line.
fn odd() -> Varied {
    let category = "<cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>15</cbc:Percent>\
        <cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory>";
    let percent = "<cbc:MultiplierFactorNumeric>1</cbc:MultiplierFactorNumeric><cbc:Amount ";
    let odd = "<cac:AllowanceCharge><cbc:BaseAmount currencyID=\"NOK\">1</cbc:BaseAmount>\
        </cac:AllowanceCharge><cac:TaxTotal>";
    let currency = "</cbc:DocumentCurrencyCode><cbc:TaxCurrencyCode>SEK</cbc:TaxCurrencyCode>\
        <cbc:Note></cbc:Note>";
    let xml = text_of(BASE)
        .replace("<cac:ClassifiedTaxCategory>", &format!("{category}<cac:ClassifiedTaxCategory>"))
        .replace("<cbc:Amount ", percent)
        .replace("<cac:TaxTotal>", odd)
        .replace("</cbc:DocumentCurrencyCode>", currency);
    let focus = &[
        "cac:TaxSubtotal",
        "cac:TaxTotal",
        "cac:TaxTotal/cbc:TaxAmount",
        "cbc:TaxCurrencyCode",
        "cbc:DocumentCurrencyCode",
        "cac:AllowanceCharge",
        "cac:LegalMonetaryTotal",
        "cbc:Note",
    ];
    varied("odd".to_owned(), &xml, focus)
}
