//! Random carts as a till has them: every price with VAT, and what the customer has to pay.

use crate::support::dice::Dice;
use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::{Value, json};

/// A cart, its request, and what must come out.
pub struct Cart {
    /// The request of document_build
    pub request: Value,
    /// What the goods cost, with VAT
    pub gross: Decimal,
    /// What the customer has to pay
    pub payable: Decimal,
    /// Share of each line without VAT, as exactly as can be
    pub shares: Vec<Decimal>,
    /// What cash rounding moved, and a given rounding
    pub moved: Decimal,
}

pub fn round(value: Decimal) -> Decimal {
    value.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
}

fn text(value: Decimal) -> Value {
    json!(value.normalize().to_string())
}

fn vat(rate: &str) -> Value {
    if rate == "0" { json!({"category": "Z"}) } else { json!({"rate": rate}) }
}

fn factor(rate: &str) -> Decimal {
    Decimal::ONE + rate.parse::<Decimal>().unwrap() / Decimal::ONE_HUNDRED
}

fn price(dice: &mut Dice) -> Decimal {
    match dice.below(20) {
        0 => Decimal::ZERO,
        1 | 2 => dice.amount(1, 2),
        3..=7 => Decimal::from(dice.below(500)) + Decimal::new(90, 2),
        8..=10 => Decimal::from(dice.below(3000)),
        11 => dice.amount(3, 4),
        12 => dice.amount(10, 6),
        13 => dice.amount(99_999, 2),
        _ => dice.amount(1000, 2),
    }
}

fn quantity(dice: &mut Dice) -> Decimal {
    let quantity = match dice.below(10) {
        0..=4 => Decimal::from(dice.below(9) + 1),
        5 => Decimal::from(dice.below(3000) + 1),
        6 => Decimal::ONE,
        7 => dice.amount(50, 1),
        _ => dice.amount(40, 3),
    };
    let returned = dice.chance(8);
    let none = dice.chance(1);
    if none {
        Decimal::ZERO
    } else if returned {
        -quantity
    } else {
        quantity
    }
}

/// An allowance or charge, and what it adds to the sum.
fn adjustment(dice: &mut Dice, of: Decimal) -> (Value, Decimal) {
    let kind = dice.word(&["allowance", "allowance", "charge"]);
    let mut adjustment = json!({"kind": kind, "reason": "Rabatt"});
    let amount = if dice.chance(50) {
        let percent = Decimal::from(dice.below(60) + 1) / Decimal::TWO;
        let base = of.abs();
        adjustment["percent"] = text(percent);
        adjustment["base"] = text(base);
        round(base * percent / Decimal::ONE_HUNDRED)
    } else {
        let amount = dice.amount(50, 2);
        adjustment["amount"] = text(amount);
        amount
    };
    (adjustment, if kind == "charge" { amount } else { -amount })
}

/// A line, and what it costs with VAT.
fn line(dice: &mut Dice, rate: &str) -> (Value, Decimal) {
    let (mut price, quantity) = (price(dice), quantity(dice));
    let mut line = json!({"name": "Vare", "quantity": text(quantity), "vat": vat(rate)});
    if dice.chance(8) {
        let discount = round(price * dice.amount(1, 2)).min(price);
        line["gross_price"] = json!({"price": text(price), "discount": text(discount)});
        price -= discount;
    } else {
        line["price"] = text(price);
    }
    let mut base = Decimal::ONE;
    if dice.chance(12) {
        base = dice.word(&["10", "100", "1000", "0.5", "3", "7"]).parse().unwrap();
        line["base_quantity"] = text(base);
    }
    let of_price = quantity * price / base;
    let mut sum = of_price;
    if dice.chance(25) {
        let mut all = Vec::new();
        for _ in 0..=dice.below(2) {
            let (adjustment, adds) = adjustment(dice, round(of_price));
            sum += adds;
            all.push(adjustment);
        }
        line["adjustments"] = json!(all);
    }
    (line, round(sum))
}

fn party(country: &str, number: &str) -> Value {
    let (code, place) = if country == "NO" { ("5003", "Bergen") } else { ("111 22", "Stockholm") };
    let mut party = json!({
        "name": "Kolonial", "organisation_number": number,
        "address": {"street": "Gata 1", "post_code": code, "place": place, "country": country},
    });
    party["vat_number"] = match country {
        "NO" => json!(format!("NO{number}MVA")),
        _ => json!(format!("SE{number}01")),
    };
    party
}

fn parties(country: &str) -> (Value, Value) {
    let (seller, buyer, account, mark) = match country {
        "NO" => ("987654325", "123456785", "86011117947", "Foretaksregisteret"),
        _ => ("5560160680", "5560360793", "bankgiro:5050-1055", "Godkänd för F-skatt"),
    };
    let mut seller = party(country, seller);
    seller["bank_account"] = json!(account);
    seller["tax_mark"] = json!(mark);
    (seller, party(country, buyer))
}

impl Cart {
    /// The cart of this number.
    pub fn of(seed: u64) -> Self {
        let dice = &mut Dice::new(seed);
        let country = dice.word(&["NO", "SE"]);
        let rates: &[&str] = match country {
            "NO" => &["25", "25", "25", "15", "15", "12", "11.11", "0"],
            _ => &["25", "25", "25", "12", "12", "6", "0"],
        };
        let (mut gross, mut lines, mut shares) = (Decimal::ZERO, Vec::new(), Vec::new());
        let count = if dice.chance(3) { dice.below(60) } else { dice.below(8) } + 1;
        let one_rate = dice.chance(30).then(|| dice.word(rates));
        for _ in 0..count {
            let rate = one_rate.unwrap_or_else(|| dice.word(rates));
            let (line, sum) = line(dice, rate);
            gross += sum;
            shares.push(sum / factor(rate));
            lines.push(line);
        }
        let mut invoice = json!({
            "number": seed.to_string(), "issue_date": "2026-06-15", "due_date": "2026-12-31",
            "buyer_reference": "REF", "prices_include_vat": true, "lines": lines,
        });
        if dice.chance(15) {
            invoice["type"] = json!("credit_note");
            invoice["preceding"] = json!([{"number": "9", "issue_date": "2026-05-01"}]);
        }
        if dice.chance(30) {
            let mut all = Vec::new();
            for _ in 0..=dice.below(3) {
                let (mut adjustment, adds) = adjustment(dice, gross);
                adjustment["vat"] = vat(one_rate.unwrap_or_else(|| dice.word(rates)));
                gross += adds;
                all.push(adjustment);
            }
            invoice["adjustments"] = json!(all);
        }
        let (payable, moved) = Self::pay(dice, &mut invoice, gross);
        if dice.chance(50) {
            invoice["totals"] = json!({"payable": text(payable)});
        }
        let (seller, buyer) = parties(country);
        let request = json!({"seller": seller, "buyer": buyer, "invoice": invoice});
        Self { request, gross, payable, shares, moved }
    }

    /// What is paid already and how it is rounded; what is left to pay, and the rounding.
    fn pay(dice: &mut Dice, invoice: &mut Value, gross: Decimal) -> (Decimal, Decimal) {
        let mut left = gross;
        if dice.chance(15) {
            let prepaid = dice.amount(100, 2);
            invoice["prepaid"] = text(prepaid);
            left -= prepaid;
        }
        if dice.chance(35) {
            let unit = dice.word(&["1", "1", "0.50", "0.05", "0.10", "10"]);
            invoice["round_to"] = json!(unit);
            let unit: Decimal = unit.parse().unwrap();
            let way = RoundingStrategy::MidpointAwayFromZero;
            let rounded = (left / unit).round_dp_with_strategy(0, way) * unit;
            return (rounded, rounded - left);
        }
        if dice.chance(5) {
            let rounding = dice.amount(1, 2) - Decimal::new(50, 2);
            invoice["rounding"] = text(rounding);
            return (left + rounding, rounding);
        }
        (left, Decimal::ZERO)
    }
}
