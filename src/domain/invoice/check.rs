//! How the parts of a document fit together, by the official rule ids.
//!
//! All rules run; the first fault hides no other. Paths are relative to the invoice in the request
//! (`/lines/0/price`), those of the parties begin with `/seller` or `/buyer`. What a single value
//! must look like was checked where it was parsed.

use crate::domain::codes;
use crate::domain::country::Country;
use crate::domain::finding::{Fault, Finding};
use crate::domain::invoice::vat::{Category, VAT_CATEGORY_MISSING, VAT_RATE_UNKNOWN, Vat, rates};
use crate::domain::invoice::{Adjustment, Invoice, Line, Period};
use crate::domain::money::{plain, round, text};
use crate::domain::party::Party;
use crate::domain::words::Words;
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::collections::HashMap;

mod payments;
mod sentences;
mod subject;
use payments::check_payments;
pub use sentences::*;
pub use subject::Subject;

/// How far an amount may be from its product (PEPPOL-EN16931-R040, R120).
pub(super) const SLACK: Decimal = Decimal::from_parts(2, 0, 0, false, 2);

/// Marks of registers that have nothing to do with VAT.
const REGISTER_MARKS: &[&str] = &["Foretaksregisteret", "Godkänd för F-skatt"];

/// Runs every rule.
pub fn check(subject: Subject<'_>) -> Vec<Finding> {
    let mut found = check_parts(subject.invoice, subject.seller);
    found.extend(amount_due(subject));
    found.extend(check_payments(subject));
    found.extend(parties(subject));
    found.extend(breakdown(subject));
    found
}

/// Runs the rules that look at one part alone. They are right about every sound part of a document,
/// even when another part is faulty.
pub fn check_parts(invoice: &Invoice, seller: &Party) -> Vec<Finding> {
    let mut found = header(invoice);
    let rates = Rates::of(invoice, seller);
    for (at, line) in invoice.lines.iter().enumerate() {
        found.extend(line_rules(invoice, &rates, line, &format!("/lines/{at}")));
    }
    for (at, adjustment) in invoice.adjustments.iter().enumerate() {
        let path = format!("/adjustments/{at}");
        found.extend(adjustment_rules(adjustment, &path));
        match &adjustment.vat {
            Some(vat) => found.extend(vat_rules(&rates, vat, &path)),
            None => found.push(Finding::fatal(&BR_32).at(format!("{path}/vat")).term("BT-95")),
        }
    }
    found
}

/// Runs the rules on prices, and on what allowances and charges consist of: what a solver of sums
/// builds upon.
pub fn check_amounts(invoice: &Invoice) -> Vec<Finding> {
    let mut found = Vec::new();
    for (at, line) in invoice.lines.iter().enumerate() {
        let path = format!("/lines/{at}");
        found.extend(price_rule(line, &path));
        for (at, adjustment) in line.adjustments.iter().enumerate() {
            found.extend(adjustment_rules(adjustment, &format!("{path}/adjustments/{at}")));
        }
    }
    for (at, adjustment) in invoice.adjustments.iter().enumerate() {
        found.extend(adjustment_rules(adjustment, &format!("/adjustments/{at}")));
    }
    found
}

fn header(invoice: &Invoice) -> Vec<Finding> {
    let mut found = Vec::new();
    if invoice.lines.is_empty() {
        found.push(Finding::fatal(&BR_16).at("/lines").term("BG-25"));
    }
    if let Some(due) = invoice.due_date.filter(|due| *due < invoice.issue_date) {
        found.push(Finding::warning(&DUE_BEFORE_ISSUE).at("/due_date").value(due).term("BT-9"));
    }
    found.extend(earlier_invoice(invoice));
    found.extend(period_order(invoice.period, &BR_29, "/period"));
    if invoice.tax_point_date.is_some() && invoice.more.tax_point_code.is_some() {
        found.push(Finding::fatal(&BR_CO_03).at("/tax_point_code").term("BT-8"));
    }
    found
}

/// A credit note should name what it credits; what follows an invoice up is nothing without it.
pub fn earlier_invoice(invoice: &Invoice) -> Option<Finding> {
    let kind = invoice.r#type;
    let finding = match kind.follows_up() {
        true => Finding::fatal(Fault::new(&FOLLOW_UP_WITHOUT_INVOICE).with("type", kind.word())),
        false if kind.is_credit_note() => Finding::warning(&CREDIT_WITHOUT_REFERENCE),
        false => return None,
    };
    invoice.preceding.is_empty().then(|| finding.at("/preceding").term("BG-3"))
}

fn amount_due(Subject { invoice, totals, .. }: Subject<'_>) -> Option<Finding> {
    let open = totals.payable > Decimal::ZERO && !invoice.r#type.is_credit_note();
    let silent = invoice.due_date.is_none() && invoice.payment_terms.is_none();
    (open && silent).then(|| Finding::fatal(&BR_CO_25).at("/due_date").term("BT-9"))
}

fn period_order(period: Option<Period>, words: &'static Words, path: &str) -> Option<Finding> {
    let Period { start: Some(start), end: Some(end) } = period? else { return None };
    let value = format!("{start} – {end}");
    (end < start).then(|| Finding::fatal(words).at(format!("{path}/end")).value(value))
}

fn line_rules(invoice: &Invoice, rates: &Rates<'_>, line: &Line, path: &str) -> Vec<Finding> {
    let mut found: Vec<Finding> = price_rule(line, path).into_iter().collect();
    let period = line.period.as_ref();
    found.extend(period.and_then(|it| period_order(Some(*it), &BR_30, &format!("{path}/period"))));
    found.extend(line_period_inside(invoice.period, line, path));
    for (at, adjustment) in line.adjustments.iter().enumerate() {
        let path = format!("{path}/adjustments/{at}");
        found.extend(adjustment_rules(adjustment, &path));
        if adjustment.vat.is_some() {
            found.push(Finding::fatal(&ADJUSTMENT_VAT_ON_LINE).at(format!("{path}/vat")));
        }
    }
    found.extend(vat_rules(rates, &line.vat, path));
    found.extend(given_net(line, path));
    found
}

/// A net amount of the seller's own is near quantity times price (PEPPOL-EN16931-R120).
fn given_net(line: &Line, path: &str) -> Option<Finding> {
    let (given, computed) = line.net.zip(line.computed_net())?;
    let difference = given - computed;
    let differs = Fault::new(&R120)
        .with("line", &line.id)
        .with("expected", text(computed))
        .with("difference", text(difference));
    let finding = Finding::fatal(differs).at(format!("{path}/net_amount")).value(text(given));
    (difference.abs() > SLACK).then(|| finding.term("BT-131"))
}

/// A price is not below zero.
fn price_rule(line: &Line, path: &str) -> Option<Finding> {
    if line.price >= Decimal::ZERO {
        return None;
    }
    let price = Finding::fatal(Fault::new(&BR_27).with("line", &line.id));
    Some(price.at(format!("{path}/price")).value(plain(line.price)).term("BT-146"))
}

/// A line's period lies inside the document's, where both are given.
fn line_period_inside(whole: Option<Period>, line: &Line, path: &str) -> Vec<Finding> {
    let (Some(whole), Some(part)) = (whole, line.period) else { return Vec::new() };
    let mut found = Vec::new();
    if let (Some(first), Some(start)) = (whole.start, part.start)
        && start < first
    {
        found.push(
            Finding::fatal(&R110).at(format!("{path}/period/start")).value(start).term("BT-134"),
        );
    }
    if let (Some(last), Some(end)) = (whole.end, part.end)
        && end > last
    {
        found
            .push(Finding::fatal(&R111).at(format!("{path}/period/end")).value(end).term("BT-135"));
    }
    found
}

fn adjustment_rules(adjustment: &Adjustment, path: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    if adjustment.reason.is_none() && adjustment.reason_code.is_none() {
        found.push(Finding::fatal(&BR_33).at(format!("{path}/reason")).term("BT-97"));
    }
    if adjustment.amount < Decimal::ZERO {
        let negative = Finding::warning(&ADJUSTMENT_NEGATIVE).at(format!("{path}/amount"));
        found.push(negative.value(adjustment.amount).term("BT-92"));
    }
    match (adjustment.base, adjustment.percent) {
        (None, Some(_)) => found.push(Finding::fatal(&R041).at(format!("{path}/base"))),
        (Some(_), None) => found.push(Finding::fatal(&R042).at(format!("{path}/percent"))),
        (Some(base), Some(percent)) => {
            let expected = round(base * percent / Decimal::ONE_HUNDRED);
            if (expected - adjustment.amount).abs() > SLACK {
                let differs = Fault::new(&R040).with("expected", expected);
                found.push(
                    Finding::fatal(differs).at(format!("{path}/amount")).value(adjustment.amount),
                );
            }
        }
        (None, None) => {}
    }
    found
}

fn vat_rules(rates: &Rates<'_>, vat: &Vat, path: &str) -> Vec<Finding> {
    let rate_path = || format!("{path}/vat/rate");
    let mut found = Vec::new();
    match vat.category {
        _ if vat.rate < Decimal::ZERO => {
            let negative = Finding::fatal(&VAT_RATE_NEGATIVE).at(rate_path());
            found.push(negative.value(vat.rate).term("BT-152"));
        }
        Category::S | Category::B if vat.rate <= Decimal::ZERO => {
            found.push(
                Finding::fatal(&VAT_CATEGORY_MISSING)
                    .at(rate_path())
                    .value(vat.rate)
                    .term("BT-152"),
            );
        }
        Category::S => found.extend(rate_of_country(rates, vat, path)),
        category if !category.has_rate() && !vat.rate.is_zero() => {
            let zero = Fault::new(&VAT_RATE_NOT_ZERO).with("category", vat.category.code());
            found.push(Finding::fatal(zero).at(rate_path()).value(vat.rate).term("BT-152"));
        }
        _ => {}
    }
    let words = vat.reason.as_ref().map(|words| ("reason", words, "BT-120"));
    let code = vat.reason_code.as_ref().map(|code| ("reason_code", code, "BT-121"));
    if vat.category.has_rate() | (vat.category == Category::Z)
        && let Some((name, reason, term)) = words.or(code)
    {
        let needless = Fault::new(&VAT_REASON_NEEDLESS).with("category", vat.category.code());
        let needless = Finding::fatal(needless).at(format!("{path}/vat/{name}"));
        found.push(needless.value(reason).term(term));
    }
    found
}

/// The rates that may be charged.
struct Rates<'a> {
    country: &'a Country,
    table: Option<Vec<Decimal>>,
}

impl<'a> Rates<'a> {
    /// A rate is right if it was in force on any day that the document names for the supply.
    fn of(invoice: &Invoice, seller: &'a Party) -> Self {
        let country = &seller.address.country;
        let Period { start, end } = invoice.period.unwrap_or(Period { start: None, end: None });
        let days = [invoice.tax_point_date, invoice.delivered.date, start, end];
        // A day that could not be read has a stand-in of no year: nothing follows from it.
        let real = |day: &Date| day.year() >= 1900;
        let days = days.into_iter().flatten().chain([invoice.issue_date]).filter(real);
        let days: Vec<Date> = days.collect();
        let table = rates(country, &days).filter(|_| !days.is_empty());
        let parsed = |rate: &str| rate.parse().ok();
        Self { country, table: table.map(|all| all.into_iter().filter_map(parsed).collect()) }
    }
}

fn rate_of_country(rates: &Rates<'_>, vat: &Vat, path: &str) -> Option<Finding> {
    let Rates { country, table } = rates;
    let table = table.as_ref()?;
    if table.contains(&vat.rate) {
        return None;
    }
    let rates = table.iter().map(|rate| plain(*rate)).collect::<Vec<String>>().join(", ");
    let unknown = Fault::new(&VAT_RATE_UNKNOWN).with("country", country).with("rates", rates);
    let finding = Finding::fatal(unknown).at(format!("{path}/vat/rate"));
    Some(finding.value(plain(vat.rate)).term("BT-152"))
}

fn parties(Subject { invoice, totals, seller, buyer }: Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let has = |category| totals.groups.iter().any(|group| group.category == category);
    let charged = totals.groups.iter().any(|group| group.category != Category::O);
    let represented = invoice.more.tax_representative.is_some();
    // A mark of another register says nothing of VAT.
    let marked = seller.tax_mark.as_deref().is_some_and(|mark| !REGISTER_MARKS.contains(&mark));
    if charged && seller.vat.is_none() && !represented && !marked {
        found.push(Finding::fatal(&SELLER_VAT_MISSING).at("/seller/vat_number").term("BT-31"));
    }
    let numbered = seller.registration.is_some()
        || seller.identifier.is_some()
        || !seller.identifiers.is_empty();
    if seller.org.is_none() && seller.vat.is_none() && !numbered {
        found.push(Finding::fatal(&BR_CO_26).at("/seller/organisation_number").term("BT-30"));
    }
    let german = [seller, buyer].iter().all(|party| party.address.country.code() == "DE");
    let code = invoice.more.type_code.as_deref();
    if let Some(code) = code.filter(|code| codes::holds(codes::INVOICE_TYPES_GERMANY_ONLY, code))
        && !german
    {
        found.push(Finding::fatal(&P0112).at("/type_code").value(code).term("BT-3"));
    }
    if seller.endpoint.is_none() {
        found.push(Finding::fatal(&R020).at("/seller/endpoint").term("BT-34"));
    }
    if has(Category::AE) && buyer.vat.is_none() && buyer.org.is_none() {
        found.push(Finding::fatal(&BR_AE_02).at("/buyer/vat_number").term("BT-48"));
    }
    if has(Category::K) {
        found.extend(inside_the_union(invoice, buyer));
    }
    found
}

fn inside_the_union(invoice: &Invoice, buyer: &Party) -> Vec<Finding> {
    let mut found = Vec::new();
    if buyer.vat.is_none() {
        found.push(Finding::fatal(&BR_IC_02).at("/buyer/vat_number").term("BT-48"));
    }
    if invoice.delivered.date.is_none() && invoice.period.is_none() {
        found.push(Finding::fatal(&BR_IC_11).at("/delivery_date").term("BT-72"));
    }
    if invoice.delivered.country.is_none() && invoice.delivered.address.is_none() {
        found.push(Finding::fatal(&BR_IC_12).at("/delivery_country").term("BT-80"));
    }
    found
}

fn breakdown(Subject { invoice, totals, .. }: Subject<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let outside = totals.groups.iter().any(|group| group.category == Category::O);
    if outside && totals.groups.len() > 1 {
        found.push(Finding::fatal(&BR_O_11).at("/lines").term("BG-23"));
    }
    let first = invoice.lines.iter().position(|line| line.vat.category == Category::E);
    let at = first.map_or("/adjustments".to_owned(), |at| format!("/lines/{at}/vat/reason"));
    for group in &totals.groups {
        let bare = group.reason.is_none() && group.reason_code.is_none();
        if group.category == Category::E && bare {
            found.push(Finding::fatal(&BR_E_10).at(&at).term("BT-120"));
        }
    }
    found.extend(one_reason_for_each_group(invoice));
    found
}

/// What has one category and rate shares one row of the breakdown, so it shares its reason.
fn one_reason_for_each_group(invoice: &Invoice) -> Vec<Finding> {
    let lines = invoice.lines.iter().enumerate();
    let lines = lines.map(|(at, line)| (("lines", at), &line.vat));
    let adjustments = invoice
        .adjustments
        .iter()
        .enumerate()
        .filter_map(|(at, adjustment)| Some((("adjustments", at), adjustment.vat.as_ref()?)));
    let mut first: HashMap<Category, (&Option<String>, &Option<String>)> = HashMap::new();
    let mut found = Vec::new();
    for ((list, index), vat) in lines.chain(adjustments) {
        let reason = (&vat.reason, &vat.reason_code);
        if vat.reason.is_none() && vat.reason_code.is_none() {
            continue;
        }
        if *first.entry(vat.category).or_insert(reason) != reason {
            let differs = Fault::new(&VAT_REASONS_DIFFER).with("category", vat.category.code());
            let said = vat.reason.as_ref().or(vat.reason_code.as_ref());
            let finding =
                Finding::fatal(differs).at(format!("/{list}/{index}/vat/reason")).term("BT-120");
            found.push(finding.value(said.cloned().unwrap_or_default()));
        }
    }
    found
}
