//! A line of a document, and the allowances and charges of lines and documents.

use crate::domain::invoice::vat::Vat;
use crate::domain::invoice::{Adjustment, AdjustmentKind, Class, Line, Period, Property};
use crate::office::form::from_document::value::{amount, day, identifier, list, number};
use crate::office::form::line::{AdjustmentForm, GrossPriceForm, LineForm, VatForm};
use crate::office::form::period::PeriodForm;
use crate::office::form::terms::{ClassForm, PropertyForm};

/// A line.
pub fn line(of: &Line) -> LineForm {
    LineForm {
        id: Some(of.id.clone()),
        name: Some(of.name.clone()),
        description: of.description.clone(),
        note: of.note.clone(),
        quantity: Some(number(of.quantity)),
        unit: Some(of.unit.clone()),
        price: Some(number(of.price)),
        base_quantity: of.base_quantity.map(number),
        adjustments: list(&of.adjustments, adjustment),
        vat: Some(vat(&of.vat)),
        item_number: of.item_number.clone(),
        buyer_item_number: of.buyer_item_number.clone(),
        gtin: of.gtin.clone(),
        order_line: of.order_line.clone(),
        accounting_cost: of.accounting_cost.clone(),
        period: of.period.map(period),
        net_amount: of.net.map(amount),
        gross_price: of.gross_price.as_ref().map(|gross| GrossPriceForm {
            price: Some(number(gross.price)),
            discount: Some(number(gross.discount)),
            ..GrossPriceForm::default()
        }),
        object: of.object.as_ref().map(identifier),
        standard_item: of.standard_item.as_ref().map(identifier),
        origin_country: of.origin.as_ref().map(ToString::to_string),
        classes: list(&of.classes, |class: &Class| ClassForm {
            code: Some(class.code.clone()),
            scheme: Some(class.scheme.clone()),
            version: class.version.clone(),
            ..ClassForm::default()
        }),
        properties: list(&of.properties, |property: &Property| PropertyForm {
            name: Some(property.name.clone()),
            value: Some(property.value.clone()),
            ..PropertyForm::default()
        }),
        ..LineForm::default()
    }
}

/// An allowance or charge.
pub fn adjustment(of: &Adjustment) -> AdjustmentForm {
    let kind = match of.kind {
        AdjustmentKind::Allowance => "allowance",
        AdjustmentKind::Charge => "charge",
    };
    AdjustmentForm {
        kind: Some(kind.to_owned()),
        amount: Some(amount(of.amount)),
        base: of.base.map(amount),
        percent: of.percent.map(number),
        reason: of.reason.clone(),
        reason_code: of.reason_code.clone(),
        vat: of.vat.as_ref().map(vat),
        ..AdjustmentForm::default()
    }
}

fn vat(of: &Vat) -> VatForm {
    VatForm {
        category: Some(of.category.code().to_owned()),
        rate: (of.category.has_rate() || !of.rate.is_zero()).then(|| number(of.rate)),
        reason: of.reason.clone(),
        reason_code: of.reason_code.clone(),
        ..VatForm::default()
    }
}

/// A period.
pub fn period(of: Period) -> PeriodForm {
    PeriodForm { start: of.start.map(day), end: of.end.map(day), ..PeriodForm::default() }
}
