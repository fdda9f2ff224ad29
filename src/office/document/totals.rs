//! The totals of a document: computed, compared with the given ones, and told in replies.

use crate::domain::finding::{Fault, Finding};
use crate::domain::invoice::check::{
    EXCHANGE_RATE, TAX_DIFFERS, TAX_ROW_TWICE, TAX_ROW_UNKNOWN, TOTAL_DIFFERS, VAT_AMOUNT_MISSING,
    VAT_CURRENCY_SAME, VAT_SIGN,
};
use crate::domain::invoice::solve::report::Slack;
use crate::domain::invoice::totals::{Totals, by_rate};
use crate::domain::invoice::{GivenTax, Invoice};
use crate::domain::money::{self, AMOUNT, text};
use crate::office::document::solving::solve_asked;
use crate::office::form::{InvoiceForm, TotalsForm};
use crate::office::protocol::door::{Door, missing};
use crate::office::protocol::reply::FindingReply;
use crate::office::protocol::text::DecimalText;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::HashSet;

/// The totals of a document in replies.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TotalsReply {
    /// Currency, ISO 4217.
    pub currency: String,
    /// Sum of the lines (BT-106).
    pub lines: String,
    /// Without VAT (BT-109).
    pub without_vat: String,
    /// VAT (BT-110).
    pub vat: String,
    /// With VAT (BT-112).
    pub with_vat: String,
    /// Rounding (BT-114), where there is any.
    pub rounding: Option<String>,
    /// To pay (BT-115).
    pub payable: String,
    /// What was moved to let prices with VAT add up, and what was rounded to cash.
    pub notes: Vec<FindingReply>,
}

impl TotalsReply {
    /// Totals as a reply.
    pub fn of(invoice: &Invoice, totals: &Totals) -> Self {
        Self {
            currency: invoice.currency.to_string(),
            lines: text(totals.lines),
            without_vat: text(totals.without_vat),
            vat: text(totals.vat),
            with_vat: text(totals.with_vat),
            rounding: Some(totals.rounding).filter(|it| !it.is_zero()).map(text),
            payable: text(totals.payable),
            notes: Vec::new(),
        }
    }
}

/// Computes the totals, solved as the request asks for, and compares the given ones with them. VAT
/// in another currency follows from them.
pub fn read_totals(door: &mut Door, form: &InvoiceForm, invoice: &mut Invoice) -> Option<Totals> {
    let rows = invoice.more.taxes.clone();
    let slack = solve_asked(door, form, invoice);
    match Totals::of(invoice) {
        Ok(totals) => {
            fill_vat_in_vat_currency(door, form, invoice, totals.vat);
            // Totals over a stand-in would differ for no fault of their own.
            if door.is_clear() {
                compare(door, form.totals.as_ref(), &totals, slack.unwrap_or_default());
                compare_groups(door, invoice, &rows, slack);
            }
            Some(totals)
        }
        Err(fault) => {
            door.report(Finding::fatal(fault).at("/invoice/lines"));
            None
        }
    }
}

/// VAT in the currency of accounting: as it was given, or by the rate of exchange.
fn fill_vat_in_vat_currency(
    door: &mut Door,
    form: &InvoiceForm,
    invoice: &mut Invoice,
    vat: Decimal,
) {
    let at = "/invoice/vat_currency";
    let rate = invoice.more.exchange_rate;
    if let Some(rate) = rate.filter(|rate| *rate <= Decimal::ZERO) {
        door.report(Finding::fatal(&EXCHANGE_RATE).at("/invoice/exchange_rate").value(rate));
    }
    let Some(currency) = &invoice.more.vat_currency else {
        if rate.is_some() && form.vat_currency.is_none() {
            door.report(missing("/invoice/vat_currency").term("BT-6"));
        }
        return;
    };
    if *currency == invoice.currency {
        door.report(Finding::fatal(&VAT_CURRENCY_SAME).at(at).value(currency).term("BT-6"));
    }
    let computed = || rate.and_then(|rate| vat.checked_mul(rate)).map(money::round);
    invoice.more.vat_in_vat_currency = invoice.more.vat_in_vat_currency.or_else(computed);
    if invoice.more.vat_in_vat_currency.is_none() && form.vat_in_vat_currency.is_none() {
        let at = "/invoice/vat_in_vat_currency";
        door.report(Finding::fatal(&VAT_AMOUNT_MISSING).at(at).value(currency).term("BT-111"));
    }
    let zero = Decimal::ZERO;
    if let Some(given) = invoice.more.vat_in_vat_currency
        && ((given < zero && vat > zero) || (given > zero && vat < zero))
    {
        let sign = Fault::new(&VAT_SIGN).with("expected", text(vat));
        let sign = Finding::fatal(sign).at("/invoice/vat_in_vat_currency").value(text(given));
        door.report(sign.term("BT-111"));
    }
}

/// A row of the breakdown that the ERP computed may differ by less than one from the product
/// (BR-CO-17); a row of nothing is a mistake. Beside solved prices a row is not written, and may
/// differ by what was moved.
fn compare_groups(door: &mut Door, invoice: &mut Invoice, rows: &[GivenTax], slack: Option<Slack>) {
    let given = std::mem::take(&mut invoice.more.taxes);
    let computed = Totals::of(invoice).map(|totals| totals.groups).unwrap_or_default();
    let groups = by_rate(&computed);
    // Those that were given before, as far as they are still written.
    let mut earlier = HashSet::new();
    let mut written = given.iter().map(|row| (row.category, row.rate));
    for (index, row) in rows.iter().enumerate() {
        let at = format!("/invoice/totals/groups/{index}");
        let named = |words| {
            let fault = Fault::new(words).with("category", row.category.code());
            fault.with("rate", money::plain(row.rate))
        };
        let key = (row.category, row.rate);
        let twice = earlier.contains(&key);
        earlier.extend(written.next());
        let Some(group) = groups.get(&key) else {
            door.report(Finding::fatal(named(&TAX_ROW_UNKNOWN)).at(at).term("BG-23"));
            continue;
        };
        if twice {
            door.report(Finding::fatal(named(&TAX_ROW_TWICE)).at(at).term("BG-23"));
            continue;
        }
        let taxable = row.taxable.unwrap_or(group.taxable);
        let product = taxable.checked_mul(row.rate).unwrap_or_default() / Decimal::ONE_HUNDRED;
        for (name, given, expected, term) in [
            ("taxable", row.taxable, group.taxable, "BT-116"),
            ("tax", row.tax, money::round(product), "BT-117"),
        ] {
            let Some(given) = given else { continue };
            let difference = given - expected;
            let differs = named(&TAX_DIFFERS)
                .with("expected", text(expected))
                .with("difference", text(difference));
            let finding = match slack {
                Some(_) if difference.is_zero() => continue,
                Some(slack) if difference.abs() <= slack.parts => Finding::warning(differs),
                None if difference.abs() < Decimal::ONE => continue,
                _ => Finding::fatal(differs),
            };
            let finding = finding.at(format!("{at}/{name}"));
            door.report(finding.value(text(given)).term(term));
        }
    }
    invoice.more.taxes = given;
}

/// What lies no farther off than rounding explains is told and let through; the amount to pay is
/// never let through.
fn compare(door: &mut Door, form: Option<&TotalsForm>, totals: &Totals, slack: Slack) {
    let Some(form) = form else { return };
    let mut same = |name: &str, given: Option<&DecimalText>, expected: Decimal, term| {
        let slack = match name {
            "payable" => Decimal::ZERO,
            "with_vat" => slack.with_vat,
            _ => slack.parts,
        };
        let path = format!("/invoice/totals/{name}");
        let given = door.optional(&path, given, |text| money::parse(text, AMOUNT));
        if let Some(given) = given.filter(|given| *given != expected) {
            let differs = Fault::new(&TOTAL_DIFFERS)
                .with("expected", text(expected))
                .with("difference", text(given - expected));
            let near = (given - expected).abs() <= slack;
            let found = if near { Finding::warning(differs) } else { Finding::fatal(differs) };
            door.report(found.at(path).value(text(given)).term(term));
        }
    };
    same("lines", form.lines.as_ref(), totals.lines, "BT-106");
    same("allowances", form.allowances.as_ref(), totals.allowances, "BT-107");
    same("charges", form.charges.as_ref(), totals.charges, "BT-108");
    same("without_vat", form.without_vat.as_ref(), totals.without_vat, "BT-109");
    same("vat", form.vat.as_ref(), totals.vat, "BT-110");
    same("with_vat", form.with_vat.as_ref(), totals.with_vat, "BT-112");
    same("payable", form.payable.as_ref(), totals.payable, "BT-115");
}
