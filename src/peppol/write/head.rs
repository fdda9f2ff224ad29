//! Identifiers, dates, codes and references at the top of a document.

use crate::domain::country::Currency;
use crate::domain::invoice::{Invoice, Period};
use crate::peppol::write::references;
use crate::peppol::write::ubl::Ubl;
use crate::peppol::{CUSTOMIZATION, PROFILE, SELF_BILLING_CUSTOMIZATION, SELF_BILLING_PROFILE};

/// Writes the head.
pub fn write(ubl: &mut Ubl, invoice: &Invoice) {
    let self_billing = invoice.more.self_billing == Some(true);
    let (customization, profile) = if self_billing {
        (SELF_BILLING_CUSTOMIZATION, SELF_BILLING_PROFILE)
    } else {
        (CUSTOMIZATION, PROFILE)
    };
    let usual = invoice.r#type.code_in(self_billing);
    let type_code = invoice.more.type_code.as_deref().unwrap_or(usual);
    ubl.text("cbc:CustomizationID", customization);
    ubl.text("cbc:ProfileID", profile);
    ubl.text("cbc:ID", &invoice.number);
    ubl.text("cbc:IssueDate", &invoice.issue_date.to_string());
    let tax_point = invoice.tax_point_date.map(|day| day.to_string());
    match invoice.r#type.is_credit_note() {
        false => {
            ubl.optional("cbc:DueDate", invoice.due_date.map(|day| day.to_string()).as_deref());
            ubl.text("cbc:InvoiceTypeCode", type_code);
            ubl.optional("cbc:Note", invoice.note.as_deref());
            ubl.optional("cbc:TaxPointDate", tax_point.as_deref());
        }
        true => {
            ubl.optional("cbc:TaxPointDate", tax_point.as_deref());
            ubl.text("cbc:CreditNoteTypeCode", type_code);
            ubl.optional("cbc:Note", invoice.note.as_deref());
        }
    }
    ubl.text("cbc:DocumentCurrencyCode", invoice.currency.code());
    ubl.optional("cbc:TaxCurrencyCode", invoice.more.vat_currency.as_ref().map(Currency::code));
    ubl.optional("cbc:AccountingCost", invoice.accounting_cost.as_deref());
    ubl.optional("cbc:BuyerReference", invoice.buyer_reference.as_deref());
    write_document_period(ubl, invoice);
    references::write(ubl, invoice);
}

/// The document's period also tells when VAT falls due (BT-8).
fn write_document_period(ubl: &mut Ubl, invoice: &Invoice) {
    let code = invoice.more.tax_point_code.as_deref();
    if invoice.period.is_none() && code.is_none() {
        return;
    }
    ubl.inside("cac:InvoicePeriod", |ubl| {
        write_days(ubl, invoice.period);
        ubl.optional("cbc:DescriptionCode", code);
    });
}

/// Writes a period, if there is one.
pub fn write_period(ubl: &mut Ubl, period: Option<Period>) {
    if period.is_some() {
        ubl.inside("cac:InvoicePeriod", |ubl| write_days(ubl, period));
    }
}

fn write_days(ubl: &mut Ubl, period: Option<Period>) {
    let Some(period) = period else { return };
    ubl.optional("cbc:StartDate", period.start.map(|day| day.to_string()).as_deref());
    ubl.optional("cbc:EndDate", period.end.map(|day| day.to_string()).as_deref());
}
