//! The hard cases, by hand: each says which sums come out and where the cents went.

use super::*;
use crate::domain::invoice::solve::faults::CENT;
use crate::domain::money::{plain, text};
use serde_json::{Value, json};

fn dec(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn vat(rate: &str) -> Value {
    match rate {
        "0" => json!({"category": "Z", "rate": "0"}),
        _ => json!({"category": "S", "rate": rate}),
    }
}

/// quantity, price, rate
fn line(quantity: &str, price: &str, rate: &str) -> Value {
    json!({"id": "1", "name": "Vare", "quantity": quantity, "unit": "C62", "price": price,
        "vat": vat(rate), "adjustments": []})
}

fn adjustment(kind: &str, amount: &str) -> Value {
    json!({"kind": kind, "amount": amount, "reason": "Rabatt"})
}

fn of_percent(percent: &str, base: &str, amount: &str) -> Value {
    json!({"kind": "allowance", "amount": amount, "percent": percent, "base": base, "reason": "R"})
}

fn with(mut part: Value, field: &str, value: Value) -> Value {
    part[field] = value;
    part
}

fn invoice_with(lines: Vec<Value>, adjustments: Vec<Value>) -> Invoice {
    serde_json::from_value(json!({
        "type": "invoice", "number": "1", "issue_date": "2026-06-15", "currency": "NOK",
        "preceding": [], "delivered": {"date": null, "country": null},
        "adjustments": adjustments, "lines": lines, "prepaid": "0", "rounding": "0",
    }))
    .unwrap()
}

fn invoice(lines: Vec<Value>) -> Invoice {
    invoice_with(lines, Vec::new())
}

const WITH_VAT: Asked = Asked { prices: Prices::WithVat, round_to: None };

/// Solves, and checks what must hold of everything solved.
fn solved(given: &Invoice) -> (Invoice, Totals, Report) {
    let Solved { invoice, report } = solve(given, WITH_VAT).unwrap();
    let totals = Totals::of(&invoice).unwrap();
    let mut with_vat = given.clone();
    with_vat.lines.iter_mut().for_each(|line| line.set_net(None));
    let wanted = Totals::of(&with_vat).unwrap().without_vat;
    assert_eq!(totals.payable, wanted - given.prepaid + given.rounding);
    assert_eq!(totals.with_vat, totals.without_vat + totals.vat);
    for group in &report.groups {
        assert_eq!(group.with_vat, group.taxable + round_tax(group.taxable, group.rate));
        assert!(group.rest().abs() <= CENT);
    }
    assert!(check_amounts(&invoice).is_empty());
    (invoice, totals, report)
}

fn round_tax(taxable: Decimal, rate: Decimal) -> Decimal {
    crate::domain::money::round(taxable * rate / Decimal::ONE_HUNDRED)
}

fn prices(invoice: &Invoice) -> Vec<String> {
    invoice.lines.iter().map(|line| plain(line.price)).collect()
}

fn nets(totals: &Totals) -> Vec<String> {
    totals.line_nets.iter().map(|net| text(*net)).collect()
}

fn codes(faults: &[Finding]) -> Vec<&str> {
    faults.iter().map(|finding| finding.fault.words.code).collect()
}

#[test]
fn a_round_price_stays_round() {
    let (invoice, totals, report) = solved(&invoice(vec![line("2", "125", "25")]));
    assert_eq!(prices(&invoice), ["100"]);
    assert_eq!((text(totals.vat), text(totals.payable)), ("50.00".into(), "250.00".into()));
    assert!(report.notes().is_empty());
}

#[test]
fn a_sum_that_no_amount_reaches_leaves_a_cent_in_the_rounding() {
    let (_, totals, report) = solved(&invoice(vec![line("1", "0.02", "25")]));
    // 0.02 lies between 0.01 + 0.00 and 0.02 + 0.01; 0.016 is nearer to the latter.
    assert_eq!((text(totals.with_vat), text(totals.rounding)), ("0.03".into(), "-0.01".into()));
    assert_eq!(codes(&report.notes()), ["gross_rounded"]);
}

#[test]
fn one_sum_in_five_is_out_of_reach_at_25_percent() {
    let rests = (1..=1000).filter(|cents| {
        let price = plain(Decimal::new(*cents, 2));
        let (_, totals, _) = solved(&invoice(vec![line("1", &price, "25")]));
        !totals.rounding.is_zero()
    });
    assert_eq!(rests.count(), 200);
}

#[test]
fn every_sum_with_raw_fish_is_kept() {
    for cents in 1..=2000 {
        let price = plain(Decimal::new(cents, 2));
        solved(&invoice(vec![line("1", &price, "11.11")]));
    }
}

#[test]
fn rests_of_two_groups_cancel_out() {
    // Alone, each would take the amount below.
    let lines = vec![line("1", "0.05", "12"), line("1", "0.04", "15")];
    let (_, totals, report) = solved(&invoice(lines));
    let rests: Vec<String> = report.groups.iter().map(|group| text(group.rest())).collect();
    assert_eq!(rests, ["0.01", "-0.01"]);
    assert_eq!((text(totals.with_vat), text(totals.rounding)), ("0.09".into(), "0.00".into()));
    assert_eq!(codes(&report.notes()), ["gross_rounded", "gross_rounded", "share_rounded"]);
}

#[test]
fn three_thirds_share_a_cent() {
    let (invoice, totals, report) = solved(&invoice(vec![line("1", "33.33", "25"); 3]));
    assert_eq!(nets(&totals), ["26.67", "26.66", "26.66"]);
    assert_eq!(prices(&invoice), ["26.67", "26.66", "26.66"]);
    assert_eq!(text(totals.with_vat), "99.99");
    assert_eq!(codes(&report.notes()), ["share_rounded"]);
    assert_eq!(report.notes()[0].path.as_deref(), Some("/lines/0/price"));
}

#[test]
fn ten_times_ten_ore_in_three_groups() {
    let mut lines = Vec::new();
    for rate in ["25", "15", "12"] {
        lines.extend(vec![line("1", "0.10", rate); 10]);
    }
    let (_, totals, _) = solved(&invoice(lines));
    assert_eq!((text(totals.payable), text(totals.rounding)), ("3.00".into(), "0.00".into()));
    let taxable: Vec<String> = totals.groups.iter().map(|group| text(group.taxable)).collect();
    assert_eq!(taxable, ["0.80", "0.87", "0.89"]);
}

#[test]
fn a_price_has_no_more_decimals_than_it_needs() {
    let tried = [("3", "33.33", "26.664"), ("1000", "1.99", "1.592"), ("0.25", "99.90", "79.92")];
    for (quantity, price, net) in tried {
        let (invoice, ..) = solved(&invoice(vec![line(quantity, price, "25")]));
        assert_eq!(prices(&invoice), [net], "{quantity} × {price}");
    }
    let per_hundred = with(line("7", "1250", "15"), "base_quantity", json!("100"));
    let (invoice, ..) = solved(&invoice(vec![per_hundred]));
    assert_eq!(prices(&invoice), ["1086.96"]);
}

#[test]
fn returned_goods_are_solved_like_sold_ones() {
    let lines = vec![line("-3", "33.33", "25"), line("1", "19.90", "15"), line("-1", "0.02", "25")];
    let (invoice, totals, _) = solved(&invoice(lines));
    assert!(invoice.lines.iter().all(|line| line.price > Decimal::ZERO));
    assert_eq!(text(totals.payable), "-80.11");
}

#[test]
fn discounts_lose_their_vat_and_keep_their_percentage() {
    let half = of_percent("10", "99.90", "9.99");
    let discounted = with(line("1", "99.90", "25"), "adjustments", json!([half]));
    let lowered = with(adjustment("allowance", "12.50"), "vat", vat("25"));
    let freight = with(adjustment("charge", "49.00"), "vat", vat("15"));
    let (invoice, totals, _) = solved(&invoice_with(vec![discounted], vec![lowered, freight]));
    let of_line = &invoice.lines[0].adjustments[0];
    assert_eq!((of_line.base, of_line.amount), (Some(dec("79.92")), dec("7.99")));
    assert_eq!(invoice.adjustments[0].amount, dec("10"));
    assert_eq!(invoice.adjustments[1].amount, dec("42.61"));
    assert_eq!(text(totals.payable), "126.41");
}

#[test]
fn what_is_free_takes_no_cent() {
    let lines = vec![line("1", "0", "25"), line("0", "10", "25"), line("1", "33.33", "25")];
    let (invoice, totals, _) = solved(&invoice(lines));
    assert_eq!(nets(&totals), ["0.00", "0.00", "26.66"]);
    assert_eq!(prices(&invoice), ["0", "8", "26.66"]);
}

#[test]
fn a_line_of_charges_alone_adds_up() {
    let fee = with(line("1", "0", "25"), "adjustments", json!([adjustment("charge", "33.33")]));
    let (_, totals, _) = solved(&invoice(vec![fee; 3]));
    assert_eq!(nets(&totals), ["26.67", "26.66", "26.66"]);
}

#[test]
fn what_has_no_vat_is_left_alone() {
    let given = invoice(vec![line("3", "33.333333", "0"), line("1", "1.25", "25")]);
    let (invoice, totals, _) = solved(&given);
    assert_eq!(invoice.lines[0], given.lines[0]);
    assert_eq!(text(totals.payable), "101.25");
}

#[test]
fn what_is_paid_already_and_a_given_rounding_stay() {
    let mut given = invoice(vec![line("1", "0.02", "25"), line("1", "100", "25")]);
    (given.prepaid, given.rounding) = (dec("50"), dec("-0.02"));
    let (invoice, totals, _) = solved(&given);
    assert_eq!((text(totals.payable), invoice.prepaid), ("50.00".into(), dec("50")));
}

#[test]
fn cash_is_rounded_half_away_from_zero() {
    let tried = [
        ("1", "10.50", "11.00"),
        ("1", "10.49", "10.00"),
        ("0.50", "10.25", "10.50"),
        ("0.05", "10.02", "10.00"),
        ("10", "-15", "-20.00"),
        ("0.03", "0.10", "0.09"),
    ];
    for (unit, amount, rounded) in tried {
        let unit = Cash::parse(unit).unwrap();
        assert_eq!(text(unit.round(dec(amount)).unwrap()), rounded, "{amount} to {unit}");
    }
    for bad in ["0", "-1", "0.005", "100.01", "x"] {
        assert!(Cash::parse(bad).is_err(), "{bad}");
    }
}

#[test]
fn cash_is_rounded_without_vat_in_the_prices_too() {
    let mut given = invoice(vec![line("1", "100.30", "25")]);
    let round_to = Some(Cash::parse("1").unwrap());
    let asked = Asked { prices: Prices::WithoutVat, round_to };
    let Solved { invoice, report } = solve(&given, asked).unwrap();
    assert_eq!((invoice.rounding, prices(&invoice)), (dec("-0.38"), vec!["100.3".to_owned()]));
    assert_eq!(codes(&report.notes()), ["cash_rounded"]);
    given.rounding = dec("0.10");
    assert_eq!(codes(&solve(&given, asked).unwrap_err()), ["round_to_with_rounding"]);
}

#[test]
fn cash_and_rests_are_one_rounding() {
    let given = invoice(vec![line("1", "10.52", "25")]);
    let asked = Asked { round_to: Some(Cash::parse("1").unwrap()), ..WITH_VAT };
    let Solved { invoice, report } = solve(&given, asked).unwrap();
    let totals = Totals::of(&invoice).unwrap();
    assert_eq!(text(totals.payable), "11.00");
    assert_eq!(totals.rounding, dec("11") - totals.with_vat);
    assert_eq!(report.cash.unwrap().amount, dec("10.52"));
}

#[test]
fn a_price_that_would_need_too_many_decimals_says_so() {
    let given = invoice(vec![line("900000000", "1.000001", "15")]);
    let faults = solve(&given, WITH_VAT).unwrap_err();
    assert_eq!(codes(&faults), ["gross_not_spread"]);
    assert_eq!(faults[0].path.as_deref(), Some("/lines/0/price"));
    // The way out that the sentence names.
    let per_thousand = with(line("900000000", "1000.001", "15"), "base_quantity", json!("1000"));
    solved(&invoice(vec![per_thousand]));
}

#[test]
fn a_rate_that_skips_over_sums_says_by_how_much() {
    let faults = solve(&invoice(vec![line("1", "10.05", "900")]), WITH_VAT).unwrap_err();
    assert_eq!(codes(&faults), ["gross_unreachable"]);
    let sentence = faults[0].fault.words.message.en;
    let args = [faults[0].fault.args.clone(), vec![("value", faults[0].value.clone().unwrap())]];
    assert_eq!(
        crate::domain::words::fill(sentence, &args.concat()),
        "VAT group S 900 % comes to 10.05 with VAT, and the nearest sum that a document can have \
         is 0.05 away."
    );
}

#[test]
fn faulty_amounts_are_said_as_they_were_given() {
    let bad = with(line("1", "-1", "25"), "adjustments", json!([of_percent("10", "100", "9")]));
    let faults = solve(&invoice(vec![bad]), WITH_VAT).unwrap_err();
    assert_eq!(codes(&faults), ["BR-27", "PEPPOL-EN16931-R040"]);
    let large = vec![line("999999999", "999999999", "25"), line("-999999999", "999999999", "25")];
    solved(&invoice(large));
    let faults = solve(&invoice(vec![line("999999999", "999999999", "25")]), WITH_VAT);
    assert_eq!(codes(&faults.unwrap_err()), ["number_too_large"]);
}

#[test]
fn many_lines_are_told_of_in_few_notes() {
    let (_, _, report) = solved(&invoice(vec![line("1", "0.03", "25"); 500]));
    let notes = report.notes();
    assert!(report.moved.len() > 20 && notes.len() <= 21);
    let told: usize = notes.iter().map(|note| note.count).sum();
    assert_eq!(told, report.moved.len());
}

#[test]
fn a_given_net_amount_stays_and_others_make_up_for_it() {
    let fixed = with(line("1", "33.33", "25"), "net", json!("26.66"));
    let lines = vec![fixed.clone(), line("1", "33.33", "25"), fixed.clone()];
    let (invoice_of_three, totals, _) = solved(&invoice(lines));
    assert_eq!(nets(&totals), ["26.66", "26.67", "26.66"]);
    assert!(invoice_of_three.lines.iter().all(|line| line.net.is_none()));
    let faults = solve(&invoice(vec![fixed; 3]), WITH_VAT).unwrap_err();
    assert_eq!(codes(&faults), ["net_amounts_fixed"]);
    assert_eq!(faults[0].value.as_deref(), Some("0.01"));
    assert_eq!(faults[0].path.as_deref(), Some("/lines/0/net_amount"));
    let wrong = with(line("1", "33.33", "25"), "net", json!("27.00"));
    let faults = solve(&invoice(vec![wrong]), WITH_VAT).unwrap_err();
    assert_eq!(codes(&faults), ["PEPPOL-EN16931-R120"]);
}

#[test]
fn a_price_before_discount_loses_its_vat_with_the_discount() {
    let before = json!({"price": "100", "discount": "33.3333"});
    let (invoice, totals, _) =
        solved(&invoice(vec![with(line("3", "66.6667", "25"), "gross_price", before)]));
    let line = &invoice.lines[0];
    let gross = line.gross_price.clone().unwrap();
    assert_eq!(plain(line.price), "53.333");
    assert_eq!((plain(gross.discount), plain(gross.price)), ("26.667".into(), "80".into()));
    assert_eq!(text(totals.payable), "200.00");
}

#[test]
fn a_given_row_of_the_breakdown_does_not_stand_in() {
    let mut given = invoice(vec![line("1", "125", "25")]);
    let row = json!({"category": "S", "rate": "25", "taxable": "100.50", "tax": "24.50"});
    given.more.taxes = vec![serde_json::from_value(row).unwrap()];
    let Solved { invoice, .. } = solve(&given, WITH_VAT).unwrap();
    let totals = Totals::of(&invoice).unwrap();
    assert!(invoice.more.taxes.is_empty());
    assert_eq!(text(totals.groups[0].taxable), "100.00");
}
