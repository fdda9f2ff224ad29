//! A line (BG-25).

use crate::domain::invoice::{Invoice, Line, Type};
use crate::domain::money::{plain, text};
use crate::peppol::write::head::write_period;
use crate::peppol::write::totals::{amount, write_adjustment, write_line_vat};
use crate::peppol::write::ubl::Ubl;
use rust_decimal::Decimal;

/// Writes a line with its net amount.
pub fn write(ubl: &mut Ubl, invoice: &Invoice, line: &Line, net: Decimal) {
    let (element, quantity) = match invoice.r#type {
        Type::Invoice => ("cac:InvoiceLine", "cbc:InvoicedQuantity"),
        Type::CreditNote => ("cac:CreditNoteLine", "cbc:CreditedQuantity"),
    };
    ubl.inside(element, |ubl| {
        ubl.text("cbc:ID", &line.id);
        ubl.optional("cbc:Note", line.note.as_deref());
        ubl.text_with(quantity, &[("unitCode", &line.unit)], &plain(line.quantity));
        amount(ubl, "cbc:LineExtensionAmount", invoice, net);
        ubl.optional("cbc:AccountingCost", line.accounting_cost.as_deref());
        write_period(ubl, line.period);
        if let Some(order_line) = &line.order_line {
            ubl.inside("cac:OrderLineReference", |ubl| ubl.text("cbc:LineID", order_line));
        }
        for adjustment in &line.adjustments {
            write_adjustment(ubl, invoice, adjustment);
        }
        write_item(ubl, line);
        write_price(ubl, invoice, line);
    });
}

fn write_item(ubl: &mut Ubl, line: &Line) {
    ubl.inside("cac:Item", |ubl| {
        ubl.optional("cbc:Description", line.description.as_deref());
        ubl.text("cbc:Name", &line.name);
        if let Some(number) = &line.buyer_item_number {
            ubl.inside("cac:BuyersItemIdentification", |ubl| ubl.text("cbc:ID", number));
        }
        if let Some(number) = &line.item_number {
            ubl.inside("cac:SellersItemIdentification", |ubl| ubl.text("cbc:ID", number));
        }
        if let Some(gtin) = &line.gtin {
            ubl.inside("cac:StandardItemIdentification", |ubl| {
                ubl.text_with("cbc:ID", &[("schemeID", "0160")], gtin);
            });
        }
        write_line_vat(ubl, &line.vat);
    });
}

/// A price keeps all its decimals, but shows two at least.
fn write_price(ubl: &mut Ubl, invoice: &Invoice, line: &Line) {
    let price = if line.price.scale() < 2 { text(line.price) } else { plain(line.price) };
    ubl.inside("cac:Price", |ubl| {
        ubl.text_with("cbc:PriceAmount", &[("currencyID", invoice.currency.code())], &price);
        if let Some(base) = line.base_quantity {
            ubl.text_with("cbc:BaseQuantity", &[("unitCode", &line.unit)], &plain(base));
        }
    });
}
