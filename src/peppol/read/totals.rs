//! Allowances and charges (BG-20, BG-21, BG-27, BG-28), VAT (BG-23) and sums (BG-22).

use crate::domain::invoice::totals::{Group, Totals, by_rate};
use crate::domain::invoice::vat::{Category, Vat, parse_exemption};
use crate::domain::invoice::{Adjustment, AdjustmentKind, GivenTax, Invoice};
use crate::peppol::read::ubl::Element;
use crate::peppol::read::value::{Faults, known, line};
use crate::peppol::read::words::PAYABLE_MISSING;
use rust_decimal::Decimal;

/// The business terms of an adjustment: amount, base and percentage.
type Terms = [&'static str; 3];

/// Reads the allowances and charges on the document.
pub fn read_adjustments(faults: &mut Faults, root: Element<'_>) -> Vec<Adjustment> {
    let terms = [["BT-92", "BT-93", "BT-94"], ["BT-99", "BT-100", "BT-101"]];
    let mut all = Vec::new();
    for element in root.all("cac:AllowanceCharge") {
        let vat = element.first("cac:TaxCategory");
        let adjustment = read_adjustment(faults, element, terms);
        all.extend(adjustment.map(|adjustment| {
            let term = match adjustment.kind {
                AdjustmentKind::Allowance => "BT-96",
                AdjustmentKind::Charge => "BT-103",
            };
            let vat = vat.map(|category| read_vat(faults, category, term));
            Adjustment { vat, ..adjustment }
        }));
    }
    all
}

/// Reads the allowances and charges of a line.
pub fn read_line_adjustments(faults: &mut Faults, of: Element<'_>) -> Vec<Adjustment> {
    let terms = [["BT-136", "BT-137", "BT-138"], ["BT-141", "BT-142", "BT-143"]];
    let all = of.all("cac:AllowanceCharge");
    all.filter_map(|element| read_adjustment(faults, element, terms)).collect()
}

/// Reads one. Without amount, or with nothing to tell its direction by, there is none.
fn read_adjustment(
    faults: &mut Faults,
    element: Element<'_>,
    [allowance, charge]: [Terms; 2],
) -> Option<Adjustment> {
    let (kind, [amount, base, percent]) = match line(element, "cbc:ChargeIndicator")?.as_str() {
        "true" | "1" => (AdjustmentKind::Charge, charge),
        "false" | "0" => (AdjustmentKind::Allowance, allowance),
        _ => return None,
    };
    let amount = faults.number(element, "cbc:Amount", amount);
    let base = faults.number(element, "cbc:BaseAmount", base);
    let percent = faults.number(element, "cbc:MultiplierFactorNumeric", percent);
    Some(Adjustment {
        kind,
        amount: amount?,
        base,
        percent,
        reason: line(element, "cbc:AllowanceChargeReason"),
        reason_code: line(element, "cbc:AllowanceChargeReasonCode"),
        vat: None,
    })
}

/// Reads a category with its rate. What the domain has no category for counts as the one that its
/// rate looks like: with a rate it is charged, without one it is zero rated.
pub fn read_vat(faults: &mut Faults, category: Element<'_>, term: &'static str) -> Vat {
    let rate = faults.number(category, "cbc:Percent", term).unwrap_or_default();
    let looks = if rate.is_zero() { Category::Z } else { Category::S };
    Vat {
        category: known(category, "cbc:ID", Category::parse).unwrap_or(looks),
        rate,
        reason: None,
        reason_code: None,
    }
}

/// Zero rated: the category that no rule asks anything more of.
pub const fn no_vat() -> Vat {
    Vat { category: Category::Z, rate: Decimal::ZERO, reason: None, reason_code: None }
}

/// Reads the sums and the VAT, as they stand in the document.
pub fn read(
    faults: &mut Faults,
    root: Element<'_>,
    invoice: &Invoice,
    line_nets: Vec<Decimal>,
) -> Totals {
    let payable = "cac:LegalMonetaryTotal/cbc:PayableAmount";
    if root.first(payable).and_then(Element::value).is_none() {
        faults.missing(&PAYABLE_MISSING, root.nearest(payable), "BT-115");
    }
    let (vat, groups) = read_breakdown(faults, root, invoice.currency.code());
    let mut sum = |name: &str, term| {
        let sums = root.first("cac:LegalMonetaryTotal");
        sums.and_then(|sums| faults.number(sums, name, term)).unwrap_or_default()
    };
    Totals {
        line_nets,
        lines: sum("cbc:LineExtensionAmount", "BT-106"),
        allowances: sum("cbc:AllowanceTotalAmount", "BT-107"),
        charges: sum("cbc:ChargeTotalAmount", "BT-108"),
        without_vat: sum("cbc:TaxExclusiveAmount", "BT-109"),
        vat,
        with_vat: sum("cbc:TaxInclusiveAmount", "BT-112"),
        prepaid: sum("cbc:PrepaidAmount", "BT-113"),
        rounding: sum("cbc:PayableRoundingAmount", "BT-114"),
        payable: sum("cbc:PayableAmount", "BT-115"),
        groups,
    }
}

/// Reads the VAT and its breakdown. Of two totals one is in the currency of accounting (BT-111);
/// ours is in the document's.
fn read_breakdown(faults: &mut Faults, root: Element<'_>, currency: &str) -> (Decimal, Vec<Group>) {
    let own = |total: &Element<'_>| {
        let amount = total.first("cbc:TaxAmount");
        amount.and_then(|amount| amount.attribute("currencyID")) == Some(currency)
    };
    let total = root.all("cac:TaxTotal").find(own).or_else(|| root.first("cac:TaxTotal"));
    let Some(total) = total else { return (Decimal::ZERO, Vec::new()) };
    let vat = faults.number(total, "cbc:TaxAmount", "BT-110").unwrap_or_default();
    let groups = total.all("cac:TaxSubtotal").map(|row| read_group(faults, row)).collect();
    (vat, groups)
}

fn read_group(faults: &mut Faults, row: Element<'_>) -> Group {
    let taxable = faults.number(row, "cbc:TaxableAmount", "BT-116").unwrap_or_default();
    let tax = faults.number(row, "cbc:TaxAmount", "BT-117").unwrap_or_default();
    let category = row.first("cac:TaxCategory");
    let vat = category.map(|category| read_vat(faults, category, "BT-119"));
    let Vat { category: kind, rate, .. } = vat.unwrap_or_else(no_vat);
    Group {
        category: kind,
        rate,
        taxable,
        tax,
        reason: category.and_then(|category| line(category, "cbc:TaxExemptionReason")),
        reason_code: category
            .and_then(|category| known(category, "cbc:TaxExemptionReasonCode", parse_exemption)),
    }
}

/// Keeps what the document's maker computed otherwise than it is computed here.
pub fn keep_given(invoice: &mut Invoice, own: &Totals) {
    for (line, net) in invoice.lines.iter_mut().zip(&own.line_nets) {
        let own = Some(*net).filter(|net| line.computed_net() != Some(*net));
        line.set_net(own);
    }
    let Ok(computed) = Totals::of(invoice) else { return };
    let rows = by_rate(&computed.groups);
    let differs = |group: &&Group| {
        let same = rows.get(&group.key());
        same.is_none_or(|it| it.taxable != group.taxable || it.tax != group.tax)
    };
    invoice.more.taxes = own
        .groups
        .iter()
        .filter(differs)
        .map(|group| GivenTax {
            category: group.category,
            rate: group.rate,
            taxable: Some(group.taxable),
            tax: Some(group.tax),
        })
        .collect();
}

/// Gives each line and adjustment the reason that stands in its row of the breakdown: only there a
/// document tells why there is no VAT. A code that says no more than the category is none.
pub fn spread_reasons(invoice: &mut Invoice, totals: &Totals) {
    let rows = by_rate(&totals.groups);
    let lines = invoice.lines.iter_mut().map(|line| &mut line.vat);
    let adjustments = invoice.adjustments.iter_mut().filter_map(|it| it.vat.as_mut());
    for vat in lines.chain(adjustments) {
        let own = vat.category.own_exemption();
        let Some(group) = rows.get(&(vat.category, vat.rate)) else { continue };
        vat.reason.clone_from(&group.reason);
        // Alone it goes without saying; beside words it is said.
        let silent = |code: &String| group.reason.is_none() && Some(code.as_str()) == own;
        vat.reason_code = group.reason_code.clone().filter(|code| !silent(code));
    }
}
