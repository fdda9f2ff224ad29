//! What fewer documents have: the process, references, supporting documents, payee and tax
//! representative, VAT in another currency.

use crate::domain::attachment::{Attachment, Base64, File};
use crate::domain::country::{Country, Currency};
use crate::domain::identifier::SEPA;
use crate::domain::invoice::{Invoice, More, Payee, TaxRepresentative, Type};
use crate::domain::party::Party;
use crate::peppol::read::party::read_address;
use crate::peppol::read::ubl::Element;
use crate::peppol::read::value::{Faults, identifier, known, line, paragraph};
use crate::peppol::{INVOICED_OBJECT, PROJECT, SELF_BILLING_PROFILE};

const COUNTRY: &str = "cac:PostalAddress/cac:Country/cbc:IdentificationCode";

/// Reads it into a document whose head, parties and ways to pay are read.
pub fn read(faults: &mut Faults, root: Element<'_>, invoice: &mut Invoice, seller: &mut Party) {
    let profile = line(root, "cbc:ProfileID");
    let self_billing = (profile.as_deref() == Some(SELF_BILLING_PROFILE)).then_some(true);
    invoice.more = More {
        self_billing,
        type_code: read_type_code(root, invoice.r#type, self_billing.is_some()),
        tax_point_code: line(root, "cac:InvoicePeriod/cbc:DescriptionCode"),
        vat_currency: known(root, "cbc:TaxCurrencyCode", Currency::parse),
        sales_order: line(root, "cac:OrderReference/cbc:SalesOrderID"),
        despatch_advice: line(root, "cac:DespatchDocumentReference/cbc:ID"),
        receiving_advice: line(root, "cac:ReceiptDocumentReference/cbc:ID"),
        tender: line(root, "cac:OriginatorDocumentReference/cbc:ID"),
        project: read_project(root, invoice.r#type),
        object: with_type(root, INVOICED_OBJECT).and_then(|it| identifier(it, "cbc:ID")),
        supporting: read_supporting(root, invoice.r#type),
        payee: root.first("cac:PayeeParty").and_then(read_payee),
        tax_representative: root.first("cac:TaxRepresentativeParty").and_then(read_representative),
        ..std::mem::take(&mut invoice.more)
    };
    invoice.more.vat_in_vat_currency = read_vat_in(faults, root, invoice);
    invoice.more.creditor = take_creditor(invoice, seller);
}

fn read_type_code(root: Element<'_>, kind: Type, self_billing: bool) -> Option<String> {
    let name = match kind.is_credit_note() {
        false => "cbc:InvoiceTypeCode",
        true => "cbc:CreditNoteTypeCode",
    };
    line(root, name).filter(|code| code != kind.code_in(self_billing))
}

fn with_type<'a>(root: Element<'a>, code: &str) -> Option<Element<'a>> {
    let mut all = root.all("cac:AdditionalDocumentReference");
    all.find(|reference| line(*reference, "cbc:DocumentTypeCode").as_deref() == Some(code))
}

/// A credit note of UBL has no element for it, and names it among its documents.
fn read_project(root: Element<'_>, kind: Type) -> Option<String> {
    match kind.is_credit_note() {
        false => line(root, "cac:ProjectReference/cbc:ID"),
        true => line(with_type(root, PROJECT)?, "cbc:ID"),
    }
}

fn read_supporting(root: Element<'_>, kind: Type) -> Vec<Attachment> {
    let own = |reference: &Element<'_>| match line(*reference, "cbc:DocumentTypeCode").as_deref() {
        Some(INVOICED_OBJECT) => false,
        Some(PROJECT) => !kind.is_credit_note(),
        _ => true,
    };
    let all = root.all("cac:AdditionalDocumentReference").filter(own);
    all.filter_map(|reference| {
        let uri = "cac:Attachment/cac:ExternalReference/cbc:URI";
        let file = reference.first("cac:Attachment/cbc:EmbeddedDocumentBinaryObject");
        Some(Attachment {
            description: paragraph(reference, "cbc:DocumentDescription"),
            uri: line(reference, uri),
            file: file.and_then(read_file),
            send: Some(true),
            sent: true,
            embedded: true,
            ..Attachment::named(line(reference, "cbc:ID")?)
        })
    })
    .collect()
}

fn read_file(file: Element<'_>) -> Option<File> {
    let content = Base64::from(file.value()?);
    Some(File::of(file.attribute("filename")?, file.attribute("mimeCode")?, &content))
}

fn read_payee(payee: Element<'_>) -> Option<Payee> {
    Some(Payee {
        name: line(payee, "cac:PartyName/cbc:Name")?,
        identifier: identifier(payee, "cac:PartyIdentification/cbc:ID"),
        registration: identifier(payee, "cac:PartyLegalEntity/cbc:CompanyID"),
    })
}

fn read_representative(of: Element<'_>) -> Option<TaxRepresentative> {
    let country = known(of, COUNTRY, Country::parse)?;
    Some(TaxRepresentative {
        name: line(of, "cac:PartyName/cbc:Name")?,
        vat: line(of, "cac:PartyTaxScheme/cbc:CompanyID")?,
        address: read_address(of.first("cac:PostalAddress"), country),
    })
}

/// Of two totals of VAT the one without breakdown is in the currency of accounting.
fn read_vat_in(
    faults: &mut Faults,
    root: Element<'_>,
    invoice: &Invoice,
) -> Option<rust_decimal::Decimal> {
    let currency = invoice.more.vat_currency.as_ref()?;
    let own = |total: &Element<'_>| {
        let amount = total.first("cbc:TaxAmount");
        amount.and_then(|amount| amount.attribute("currencyID")) == Some(currency.code())
            && *currency != invoice.currency
    };
    faults.number(root.all("cac:TaxTotal").find(own)?, "cbc:TaxAmount", "BT-111")
}

/// The bank's number of a creditor stands among the seller's; it belongs to a direct debit.
fn take_creditor(invoice: &Invoice, seller: &mut Party) -> Option<String> {
    let debited = invoice.payments().any(|payment| payment.debit.is_some());
    let sepa = |id: &crate::domain::identifier::Identifier| id.scheme.as_deref() == Some(SEPA);
    let at = seller.identifiers.iter().position(sepa).filter(|_| debited)?;
    Some(seller.identifiers.remove(at).id)
}
