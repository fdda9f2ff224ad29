//! Allowances and charges (BG-20, BG-21, BG-27, BG-28), VAT (BG-23) and sums (BG-22).

use crate::domain::invoice::totals::{Group, Totals};
use crate::domain::invoice::vat::{Category, Vat};
use crate::domain::invoice::{Adjustment, AdjustmentKind, Invoice};
use crate::domain::money::{plain, text};
use crate::peppol::write::ubl::Ubl;
use rust_decimal::Decimal;

/// Writes an amount in the document's currency.
pub fn amount(ubl: &mut Ubl, name: &str, invoice: &Invoice, amount: Decimal) {
    ubl.text_with(name, &[("currencyID", invoice.currency.code())], &text(amount));
}

/// Writes the allowances and charges on the document.
pub fn write_adjustments(ubl: &mut Ubl, invoice: &Invoice) {
    for adjustment in &invoice.adjustments {
        write_adjustment(ubl, invoice, adjustment);
    }
}

/// Writes one allowance or charge.
pub fn write_adjustment(ubl: &mut Ubl, invoice: &Invoice, adjustment: &Adjustment) {
    ubl.inside("cac:AllowanceCharge", |ubl| {
        let charge = matches!(adjustment.kind, AdjustmentKind::Charge);
        ubl.text("cbc:ChargeIndicator", if charge { "true" } else { "false" });
        ubl.optional("cbc:AllowanceChargeReasonCode", adjustment.reason_code.as_deref());
        ubl.optional("cbc:AllowanceChargeReason", adjustment.reason.as_deref());
        ubl.optional("cbc:MultiplierFactorNumeric", adjustment.percent.map(plain).as_deref());
        amount(ubl, "cbc:Amount", invoice, adjustment.amount);
        if let Some(base) = adjustment.base {
            amount(ubl, "cbc:BaseAmount", invoice, base);
        }
        if let Some(vat) = &adjustment.vat {
            ubl.inside("cac:TaxCategory", |ubl| write_category(ubl, vat.category, vat.rate));
        }
    });
}

/// Writes a line's VAT.
pub fn write_line_vat(ubl: &mut Ubl, vat: &Vat) {
    ubl.inside("cac:ClassifiedTaxCategory", |ubl| write_category(ubl, vat.category, vat.rate));
}

fn write_category(ubl: &mut Ubl, category: Category, rate: Decimal) {
    write_category_with(ubl, category, rate, |_| {});
}

/// What is outside the scope of VAT has no rate at all, not a rate of zero (BR-O-05).
fn write_category_with(
    ubl: &mut Ubl,
    category: Category,
    rate: Decimal,
    reasons: impl FnOnce(&mut Ubl),
) {
    ubl.text("cbc:ID", category.code());
    if category != Category::O {
        ubl.text("cbc:Percent", &plain(rate));
    }
    reasons(ubl);
    ubl.inside("cac:TaxScheme", |ubl| ubl.text("cbc:ID", "VAT"));
}

/// Writes the VAT and its breakdown.
pub fn write_vat(ubl: &mut Ubl, invoice: &Invoice, totals: &Totals) {
    ubl.inside("cac:TaxTotal", |ubl| {
        amount(ubl, "cbc:TaxAmount", invoice, totals.vat);
        for group in &totals.groups {
            write_group(ubl, invoice, group);
        }
    });
    // The same VAT in the currency of accounting has no breakdown (PEPPOL-EN16931-R054).
    if let Some((currency, vat)) = totals.vat_in_vat_currency(invoice) {
        ubl.inside("cac:TaxTotal", |ubl| {
            ubl.text_with("cbc:TaxAmount", &[("currencyID", currency.code())], &text(vat));
        });
    }
}

fn write_group(ubl: &mut Ubl, invoice: &Invoice, group: &Group) {
    ubl.inside("cac:TaxSubtotal", |ubl| {
        amount(ubl, "cbc:TaxableAmount", invoice, group.taxable);
        amount(ubl, "cbc:TaxAmount", invoice, group.tax);
        ubl.inside("cac:TaxCategory", |ubl| {
            write_category_with(ubl, group.category, group.rate, |ubl| {
                ubl.optional("cbc:TaxExemptionReasonCode", group.reason_code.as_deref());
                ubl.optional("cbc:TaxExemptionReason", group.reason.as_deref());
            });
        });
    });
}

/// Writes the sums.
pub fn write_sums(ubl: &mut Ubl, invoice: &Invoice, totals: &Totals) {
    ubl.inside("cac:LegalMonetaryTotal", |ubl| {
        amount(ubl, "cbc:LineExtensionAmount", invoice, totals.lines);
        amount(ubl, "cbc:TaxExclusiveAmount", invoice, totals.without_vat);
        amount(ubl, "cbc:TaxInclusiveAmount", invoice, totals.with_vat);
        // A sum stands there when there is something to sum, even if it comes to nothing.
        let any = |kind| invoice.adjustments.iter().any(|adjustment| adjustment.kind == kind);
        for (name, value, there) in [
            ("cbc:AllowanceTotalAmount", totals.allowances, any(AdjustmentKind::Allowance)),
            ("cbc:ChargeTotalAmount", totals.charges, any(AdjustmentKind::Charge)),
            ("cbc:PrepaidAmount", totals.prepaid, !totals.prepaid.is_zero()),
            ("cbc:PayableRoundingAmount", totals.rounding, !totals.rounding.is_zero()),
        ] {
            if there {
                amount(ubl, name, invoice, value);
            }
        }
        amount(ubl, "cbc:PayableAmount", invoice, totals.payable);
    });
}
