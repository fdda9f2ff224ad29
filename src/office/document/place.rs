//! Where in the request stands what an official rule found in the document that was built of it.

/// What the elements of a document's head are called in a request's invoice.
const HEAD: &[(&str, &str)] = &[
    ("cbc:ID", "/number"),
    ("cbc:IssueDate", "/issue_date"),
    ("cbc:DueDate", "/due_date"),
    ("cbc:InvoiceTypeCode", "/type_code"),
    ("cbc:CreditNoteTypeCode", "/type_code"),
    ("cbc:Note", "/note"),
    ("cbc:TaxPointDate", "/tax_point_date"),
    ("cbc:DocumentCurrencyCode", "/currency"),
    ("cbc:TaxCurrencyCode", "/vat_currency"),
    ("cbc:AccountingCost", "/accounting_cost"),
    ("cbc:BuyerReference", "/buyer_reference"),
    ("cac:InvoicePeriod", "/period"),
    ("cac:OrderReference", "/order_reference"),
    ("cac:BillingReference", "/preceding"),
    ("cac:DespatchDocumentReference", "/despatch_reference"),
    ("cac:ReceiptDocumentReference", "/receipt_reference"),
    ("cac:OriginatorDocumentReference", "/tender_reference"),
    ("cac:ContractDocumentReference", "/contract_reference"),
    ("cac:ProjectReference", "/project_reference"),
    ("cac:AdditionalDocumentReference", "/attachments"),
    ("cac:PayeeParty", "/payee"),
    ("cac:TaxRepresentativeParty", "/tax_representative"),
    ("cac:Delivery", "/delivery"),
    ("cac:PaymentTerms", "/payment_terms"),
    ("cac:TaxTotal", "/lines"),
    ("cac:LegalMonetaryTotal", "/lines"),
];

/// What the elements of a party are called.
const PARTY: &[(&str, &str)] = &[
    ("cbc:EndpointID", "/endpoint"),
    ("cac:PartyIdentification", "/identifiers"),
    ("cac:PartyName", "/trading_name"),
    ("cac:PostalAddress", "/address"),
    ("cac:PartyTaxScheme", "/vat_number"),
    ("cac:PartyLegalEntity", "/organisation_number"),
    ("cac:Contact", "/contact"),
];

/// The place inside the request's invoice, or of a party, that an element was written from; empty
/// where it is the whole invoice.
pub fn place_of(xpath: &str) -> String {
    let mut steps = xpath.split('/').skip(2).map(named);
    let Some((name, at)) = steps.next() else { return String::new() };
    match name {
        "cac:AccountingSupplierParty" => format!("/seller{}", part_of_party(steps)),
        "cac:AccountingCustomerParty" => format!("/buyer{}", part_of_party(steps)),
        "cac:InvoiceLine" | "cac:CreditNoteLine" => format!("/lines/{at}"),
        "cac:AllowanceCharge" => format!("/adjustments/{at}"),
        "cac:PaymentMeans" => match at.checked_sub(1) {
            None => "/payment".to_owned(),
            Some(further) => format!("/more_payments/{further}"),
        },
        _ => look_up(HEAD, name).unwrap_or_default().to_owned(),
    }
}

/// The field of a party, from the steps below the element that holds it.
fn part_of_party<'a>(mut steps: impl Iterator<Item = (&'a str, usize)>) -> &'static str {
    steps.nth(1).and_then(|(name, _)| look_up(PARTY, name)).unwrap_or_default()
}

/// A step without its number, and its place among those of its name, from zero.
fn named(step: &str) -> (&str, usize) {
    let (name, rest) = step.split_once('[').unwrap_or((step, ""));
    let number = rest.trim_end_matches(']').parse::<usize>().unwrap_or(1);
    (name, number.saturating_sub(1))
}

fn look_up(table: &[(&str, &'static str)], name: &str) -> Option<&'static str> {
    table.iter().find(|(element, _)| *element == name).map(|(_, field)| *field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_told_by_the_names_of_the_request() {
        for (xpath, place) in [
            ("/Invoice[1]", ""),
            ("/Invoice[1]/cbc:InvoiceTypeCode[1]", "/type_code"),
            ("/Invoice[1]/cac:InvoiceLine[3]/cac:Item[1]", "/lines/2"),
            ("/CreditNote[1]/cac:CreditNoteLine[1]", "/lines/0"),
            ("/Invoice[1]/cac:PaymentMeans[1]/cbc:PaymentID[1]", "/payment"),
            ("/Invoice[1]/cac:PaymentMeans[2]", "/more_payments/0"),
            ("/Invoice[1]/cac:AccountingSupplierParty[1]", "/seller"),
            (
                "/Invoice[1]/cac:AccountingCustomerParty[1]/cac:Party[1]/cbc:EndpointID[1]",
                "/buyer/endpoint",
            ),
            ("/Invoice[1]/cac:Signature[1]", ""),
        ] {
            assert_eq!(place_of(xpath), place, "{xpath}");
        }
    }
}
