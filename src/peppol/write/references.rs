//! What a document refers to: orders, earlier invoices, advices, contracts, the invoiced object,
//! supporting documents and the project, in the order of the schema.

use crate::domain::invoice::Invoice;
use crate::peppol::write::attachment;
use crate::peppol::write::ubl::Ubl;
use crate::peppol::{INVOICED_OBJECT, NO_ORDER, PROJECT};

/// Writes all references.
pub fn write(ubl: &mut Ubl, invoice: &Invoice) {
    let more = &invoice.more;
    write_orders(ubl, invoice);
    write_preceding(ubl, invoice);
    write_one(ubl, "cac:DespatchDocumentReference", more.despatch_advice.as_deref());
    write_one(ubl, "cac:ReceiptDocumentReference", more.receiving_advice.as_deref());
    // The two roots of UBL have what follows in different orders.
    match invoice.r#type.is_credit_note() {
        false => {
            write_one(ubl, "cac:OriginatorDocumentReference", more.tender.as_deref());
            write_one(ubl, "cac:ContractDocumentReference", invoice.contract_reference.as_deref());
            write_additional(ubl, invoice);
            write_one(ubl, "cac:ProjectReference", more.project.as_deref());
        }
        true => {
            write_one(ubl, "cac:ContractDocumentReference", invoice.contract_reference.as_deref());
            write_additional(ubl, invoice);
            write_one(ubl, "cac:OriginatorDocumentReference", more.tender.as_deref());
        }
    }
}

fn write_one(ubl: &mut Ubl, name: &'static str, id: Option<&str>) {
    if let Some(id) = id {
        ubl.inside(name, |ubl| ubl.text("cbc:ID", id));
    }
}

fn write_orders(ubl: &mut Ubl, invoice: &Invoice) {
    let sales = invoice.more.sales_order.as_deref();
    let order = invoice.order_reference.as_deref().or(sales.map(|_| NO_ORDER));
    let Some(order) = order else { return };
    ubl.inside("cac:OrderReference", |ubl| {
        ubl.text("cbc:ID", order);
        ubl.optional("cbc:SalesOrderID", sales);
    });
}

fn write_preceding(ubl: &mut Ubl, invoice: &Invoice) {
    for preceding in &invoice.preceding {
        ubl.inside("cac:BillingReference", |ubl| {
            ubl.inside("cac:InvoiceDocumentReference", |ubl| {
                ubl.text("cbc:ID", &preceding.number);
                let issued = preceding.issue_date.map(|day| day.to_string());
                ubl.optional("cbc:IssueDate", issued.as_deref());
            });
        });
    }
}

/// The invoiced object, a credit note's project, and the supporting documents.
fn write_additional(ubl: &mut Ubl, invoice: &Invoice) {
    let more = &invoice.more;
    if let Some(object) = &more.object {
        ubl.inside("cac:AdditionalDocumentReference", |ubl| {
            ubl.identifier("cbc:ID", object);
            ubl.text("cbc:DocumentTypeCode", INVOICED_OBJECT);
        });
    }
    if let Some(project) = more.project.as_ref().filter(|_| invoice.r#type.is_credit_note()) {
        ubl.inside("cac:AdditionalDocumentReference", |ubl| {
            ubl.text("cbc:ID", project);
            ubl.text("cbc:DocumentTypeCode", PROJECT);
        });
    }
    attachment::write(ubl, &more.supporting);
}
