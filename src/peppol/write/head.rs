//! Identifiers, dates, codes and references at the top of a document.

use crate::domain::invoice::{Invoice, Period, Type};
use crate::peppol::write::ubl::Ubl;
use crate::peppol::{CUSTOMIZATION, PROFILE};

/// Writes the head.
pub fn write(ubl: &mut Ubl, invoice: &Invoice) {
    ubl.text("cbc:CustomizationID", CUSTOMIZATION);
    ubl.text("cbc:ProfileID", PROFILE);
    ubl.text("cbc:ID", &invoice.number);
    ubl.text("cbc:IssueDate", &invoice.issue_date.to_string());
    let tax_point = invoice.tax_point_date.map(|day| day.to_string());
    match invoice.r#type {
        Type::Invoice => {
            ubl.optional("cbc:DueDate", invoice.due_date.map(|day| day.to_string()).as_deref());
            ubl.text("cbc:InvoiceTypeCode", invoice.r#type.code());
            ubl.optional("cbc:Note", invoice.note.as_deref());
            ubl.optional("cbc:TaxPointDate", tax_point.as_deref());
        }
        Type::CreditNote => {
            ubl.optional("cbc:TaxPointDate", tax_point.as_deref());
            ubl.text("cbc:CreditNoteTypeCode", invoice.r#type.code());
            ubl.optional("cbc:Note", invoice.note.as_deref());
        }
    }
    ubl.text("cbc:DocumentCurrencyCode", invoice.currency.code());
    ubl.optional("cbc:AccountingCost", invoice.accounting_cost.as_deref());
    ubl.optional("cbc:BuyerReference", invoice.buyer_reference.as_deref());
    write_period(ubl, invoice.period);
    write_references(ubl, invoice);
}

/// Writes a period, if there is one.
pub fn write_period(ubl: &mut Ubl, period: Option<Period>) {
    let Some(period) = period else { return };
    ubl.inside("cac:InvoicePeriod", |ubl| {
        ubl.optional("cbc:StartDate", period.start.map(|day| day.to_string()).as_deref());
        ubl.optional("cbc:EndDate", period.end.map(|day| day.to_string()).as_deref());
    });
}

fn write_references(ubl: &mut Ubl, invoice: &Invoice) {
    if let Some(order) = &invoice.order_reference {
        ubl.inside("cac:OrderReference", |ubl| ubl.text("cbc:ID", order));
    }
    for preceding in &invoice.preceding {
        ubl.inside("cac:BillingReference", |ubl| {
            ubl.inside("cac:InvoiceDocumentReference", |ubl| {
                ubl.text("cbc:ID", &preceding.number);
                let issued = preceding.issue_date.map(|day| day.to_string());
                ubl.optional("cbc:IssueDate", issued.as_deref());
            });
        });
    }
    if let Some(contract) = &invoice.contract_reference {
        ubl.inside("cac:ContractDocumentReference", |ubl| ubl.text("cbc:ID", contract));
    }
}
