//! A line (BG-25).

use crate::domain::invoice::{Class, Invoice, Line};
use crate::domain::money::{plain, text};
use crate::peppol::INVOICED_OBJECT;
use crate::peppol::write::head::write_period;
use crate::peppol::write::totals::{amount, write_adjustment, write_line_vat};
use crate::peppol::write::ubl::Ubl;
use rust_decimal::Decimal;

/// Writes a line with its net amount.
pub fn write(ubl: &mut Ubl, invoice: &Invoice, line: &Line, net: Decimal) {
    let (element, quantity) = match invoice.r#type.is_credit_note() {
        false => ("cac:InvoiceLine", "cbc:InvoicedQuantity"),
        true => ("cac:CreditNoteLine", "cbc:CreditedQuantity"),
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
        if let Some(object) = &line.object {
            ubl.inside("cac:DocumentReference", |ubl| {
                ubl.identifier("cbc:ID", object);
                ubl.text("cbc:DocumentTypeCode", INVOICED_OBJECT);
            });
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
        } else if let Some(number) = &line.standard_item {
            ubl.inside("cac:StandardItemIdentification", |ubl| ubl.identifier("cbc:ID", number));
        }
        if let Some(origin) = &line.origin {
            ubl.inside("cac:OriginCountry", |ubl| {
                ubl.text("cbc:IdentificationCode", origin.code());
            });
        }
        for class in &line.classes {
            write_class(ubl, class);
        }
        write_line_vat(ubl, &line.vat);
        for property in &line.properties {
            ubl.inside("cac:AdditionalItemProperty", |ubl| {
                ubl.text("cbc:Name", &property.name);
                ubl.text("cbc:Value", &property.value);
            });
        }
    });
}

fn write_class(ubl: &mut Ubl, class: &Class) {
    let mut about = vec![("listID", class.scheme.as_str())];
    about.extend(class.version.as_deref().map(|version| ("listVersionID", version)));
    ubl.inside("cac:CommodityClassification", |ubl| {
        ubl.text_with("cbc:ItemClassificationCode", &about, &class.code);
    });
}

fn write_price(ubl: &mut Ubl, invoice: &Invoice, line: &Line) {
    let currency = [("currencyID", invoice.currency.code())];
    ubl.inside("cac:Price", |ubl| {
        ubl.text_with("cbc:PriceAmount", &currency, &price(line.price));
        if let Some(base) = line.base_quantity {
            ubl.text_with("cbc:BaseQuantity", &[("unitCode", &line.unit)], &plain(base));
        }
        if let Some(gross) = &line.gross_price {
            ubl.inside("cac:AllowanceCharge", |ubl| {
                ubl.text("cbc:ChargeIndicator", "false");
                ubl.text_with("cbc:Amount", &currency, &price(gross.discount));
                ubl.text_with("cbc:BaseAmount", &currency, &price(gross.price));
            });
        }
    });
}

/// A price keeps all its decimals, but shows two at least.
fn price(price: Decimal) -> String {
    if price.scale() < 2 { text(price) } else { plain(price) }
}
