//! Identifiers, dates, codes and references at the top of a document.

use crate::domain::country::Currency;
use crate::domain::invoice::{Delivered, Invoice, More, Period, Preceding, Type};
use crate::peppol::NO_ORDER;
use crate::peppol::read::ubl::Element;
use crate::peppol::read::value::{Faults, line, paragraph};
use crate::peppol::read::words::{
    CURRENCY_MISSING, CURRENCY_UNREADABLE, DAY_MISSING, NUMBER_MISSING,
};
use rust_decimal::Decimal;

/// Invoice or credit note: the root says it, whichever of the many type codes stands inside.
pub fn read_type(root: Element<'_>) -> Type {
    if root.name() == "CreditNote" { Type::CreditNote } else { Type::Invoice }
}

/// Reads the currency, which the amounts are in.
pub fn read_currency(faults: &mut Faults, root: Element<'_>) -> Option<Currency> {
    let Some(code) = root.first("cbc:DocumentCurrencyCode").filter(|code| code.value().is_some())
    else {
        faults.missing(&CURRENCY_MISSING, root, "BT-5");
        return None;
    };
    let currency = code.value().and_then(|code| Currency::parse(code).ok());
    if currency.is_none() {
        faults.unreadable(&CURRENCY_UNREADABLE, code, "BT-5");
    }
    currency
}

/// Reads the head; the other sections are empty still, and what is faulty has a stand-in.
pub fn read(faults: &mut Faults, root: Element<'_>, currency: Currency) -> Invoice {
    let r#type = read_type(root);
    let number = line(root, "cbc:ID");
    if number.is_none() {
        faults.missing(&NUMBER_MISSING, root, "BT-1");
    }
    if root.first("cbc:IssueDate").and_then(Element::value).is_none() {
        faults.missing(&DAY_MISSING, root, "BT-2");
    }
    let due_date = match r#type.is_credit_note() {
        false => faults.day(root, "cbc:DueDate", "BT-9"),
        true => {
            let mut means = root.all("cac:PaymentMeans");
            means.find_map(|means| faults.day(means, "cbc:PaymentDueDate", "BT-9"))
        }
    };
    Invoice {
        r#type,
        number: number.unwrap_or_default(),
        issue_date: faults.day(root, "cbc:IssueDate", "BT-2").unwrap_or_default(),
        due_date,
        tax_point_date: faults.day(root, "cbc:TaxPointDate", "BT-7"),
        currency,
        note: paragraph(root, "cbc:Note"),
        buyer_reference: line(root, "cbc:BuyerReference"),
        order_reference: read_order(root),
        contract_reference: line(root, "cac:ContractDocumentReference/cbc:ID"),
        accounting_cost: line(root, "cbc:AccountingCost"),
        period: read_period(faults, root, ["BT-73", "BT-74"]),
        preceding: read_preceding(faults, root),
        delivered: Delivered::default(),
        payment: None,
        payment_terms: None,
        adjustments: Vec::new(),
        lines: Vec::new(),
        prepaid: Decimal::ZERO,
        rounding: Decimal::ZERO,
        more: More::default(),
    }
}

/// Where only the seller's order is known, the buyer's reads `NA`: the schema wants one.
fn read_order(root: Element<'_>) -> Option<String> {
    let sales = line(root, "cac:OrderReference/cbc:SalesOrderID");
    line(root, "cac:OrderReference/cbc:ID").filter(|order| order != NO_ORDER || sales.is_none())
}

/// Reads a period; one without days is none.
pub fn read_period(
    faults: &mut Faults,
    inside: Element<'_>,
    [first, last]: [&'static str; 2],
) -> Option<Period> {
    let start = faults.day(inside, "cac:InvoicePeriod/cbc:StartDate", first);
    let end = faults.day(inside, "cac:InvoicePeriod/cbc:EndDate", last);
    (start.is_some() || end.is_some()).then_some(Period { start, end })
}

fn read_preceding(faults: &mut Faults, root: Element<'_>) -> Vec<Preceding> {
    let mut all = Vec::new();
    for reference in root.all("cac:BillingReference") {
        let number = line(reference, "cac:InvoiceDocumentReference/cbc:ID");
        let issued = "cac:InvoiceDocumentReference/cbc:IssueDate";
        let issue_date = faults.day(reference, issued, "BT-26");
        all.extend(number.map(|number| Preceding { number, issue_date }));
    }
    all
}
