//! A line (BG-25).

use crate::domain::country::Country;
use crate::domain::identifier::Identifier;
use crate::domain::invoice::{Class, GrossPrice, Line, LineMore, Property, is_gtin};
use crate::peppol::INVOICED_OBJECT;
use crate::peppol::read::head::read_period;
use crate::peppol::read::totals::{no_vat, read_line_adjustments, read_vat};
use crate::peppol::read::ubl::Element;
use crate::peppol::read::value::{Faults, identifier, known, line, paragraph};
use rust_decimal::Decimal;

/// The names that differ between invoice and credit note: a line, and its quantity.
const NAMES: [(&str, &str); 2] =
    [("cac:InvoiceLine", "cbc:InvoicedQuantity"), ("cac:CreditNoteLine", "cbc:CreditedQuantity")];

/// Reads all lines, each with its net amount as the document has it.
pub fn read(faults: &mut Faults, root: Element<'_>) -> (Vec<Line>, Vec<Decimal>) {
    let mut lines = Vec::new();
    let mut nets = Vec::new();
    for (name, quantity) in NAMES {
        for element in root.all(name) {
            lines.push(read_line(faults, element, quantity, lines.len() + 1));
            let net = faults.number(element, "cbc:LineExtensionAmount", "BT-131");
            nets.push(net.unwrap_or_default());
        }
    }
    (lines, nets)
}

/// Reads one; its place in the list stands for a number that it lacks.
fn read_line(faults: &mut Faults, of: Element<'_>, quantity: &str, place: usize) -> Line {
    let unit = of.first(quantity).and_then(|quantity| quantity.attribute("unitCode"));
    let item = |path: &str| line(of.first("cac:Item")?, path);
    let more = LineMore {
        description: paragraph(of, "cac:Item/cbc:Description"),
        note: paragraph(of, "cbc:Note"),
        base_quantity: read_base_quantity(faults, of),
        adjustments: read_line_adjustments(faults, of),
        item_number: item("cac:SellersItemIdentification/cbc:ID"),
        buyer_item_number: item("cac:BuyersItemIdentification/cbc:ID"),
        gtin: read_gtin(of),
        order_line: line(of, "cac:OrderLineReference/cbc:LineID"),
        accounting_cost: line(of, "cbc:AccountingCost"),
        period: read_period(faults, of, ["BT-134", "BT-135"]),
        net: None,
        gross_price: read_gross_price(faults, of),
        object: read_object(of),
        standard_item: read_standard_item(of),
        origin: known(of, "cac:Item/cac:OriginCountry/cbc:IdentificationCode", Country::parse),
        classes: read_classes(of),
        properties: read_properties(of),
    };
    let id = line(of, "cbc:ID").unwrap_or_else(|| place.to_string());
    let name = item("cbc:Name").unwrap_or_default();
    let number = faults.number(of, quantity, "BT-129").unwrap_or(Decimal::ONE);
    let price = faults.number(of, "cac:Price/cbc:PriceAmount", "BT-146").unwrap_or_default();
    let vat = of
        .first("cac:Item/cac:ClassifiedTaxCategory")
        .map_or_else(no_vat, |category| read_vat(faults, category, "BT-152"));
    Line::plain((id, name), (number, unit.unwrap_or("C62").to_owned()), price, vat).with(more)
}

fn read_gross_price(faults: &mut Faults, of: Element<'_>) -> Option<GrossPrice> {
    let allowance = of.first("cac:Price/cac:AllowanceCharge")?;
    let price = faults.number(allowance, "cbc:BaseAmount", "BT-148")?;
    let discount = faults.number(allowance, "cbc:Amount", "BT-147")?;
    Some(GrossPrice { price, discount })
}

fn read_object(of: Element<'_>) -> Option<Identifier> {
    let is_object = |reference: &Element<'_>| {
        line(*reference, "cbc:DocumentTypeCode").as_deref() == Some(INVOICED_OBJECT)
    };
    identifier(of.all("cac:DocumentReference").find(is_object)?, "cbc:ID")
}

/// A GTIN has a field of its own, if it is one.
fn read_standard_item(of: Element<'_>) -> Option<Identifier> {
    let standard = identifier(of, "cac:Item/cac:StandardItemIdentification/cbc:ID")?;
    Some(standard).filter(|_| read_gtin(of).is_none())
}

fn read_classes(of: Element<'_>) -> Vec<Class> {
    let Some(item) = of.first("cac:Item") else { return Vec::new() };
    let codes = item.all("cac:CommodityClassification");
    let codes = codes.filter_map(|class| class.first("cbc:ItemClassificationCode"));
    codes
        .filter_map(|code| {
            Some(Class {
                code: code.line()?,
                scheme: code.attribute("listID")?.to_owned(),
                version: code.attribute("listVersionID").map(str::to_owned),
            })
        })
        .collect()
}

fn read_properties(of: Element<'_>) -> Vec<Property> {
    let Some(item) = of.first("cac:Item") else { return Vec::new() };
    let all = item.all("cac:AdditionalItemProperty");
    all.filter_map(|property| {
        Some(Property { name: line(property, "cbc:Name")?, value: line(property, "cbc:Value")? })
    })
    .collect()
}

/// How many units a price is for: above zero, since it divides.
fn read_base_quantity(faults: &mut Faults, of: Element<'_>) -> Option<Decimal> {
    let base = faults.number(of, "cac:Price/cbc:BaseQuantity", "BT-149");
    base.filter(|base| *base > Decimal::ZERO)
}

/// A standard number of another scheme than 0160 is no GTIN.
fn read_gtin(of: Element<'_>) -> Option<String> {
    let standard = of.first("cac:Item/cac:StandardItemIdentification")?;
    let scheme = standard.first("cbc:ID")?.attribute("schemeID");
    let number = line(standard, "cbc:ID").filter(|number| is_gtin(number));
    number.filter(|_| scheme == Some("0160"))
}
