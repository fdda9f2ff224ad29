//! What the builder makes, the validator finds valid: random invoices and credit notes of all VAT
//! categories, with adjustments, prices to six decimals, currencies and payments.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says bluntly what it needs"
)]

use crate::support::dice::Dice;
use crate::support::host::Host;
use postbud::ffi::document;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// So many documents; the seed of each is its number, so that a failure can be made again.
const DOCUMENTS: u64 = 3_000;

fn party(dice: &mut Dice, country: &str, number: &str, vat: bool) -> Value {
    let (code, place) = if country == "NO" { ("5003", "Bergen") } else { ("111 22", "Stockholm") };
    let mut party = json!({
        "name": "Sjøgata & Sønn <AS>", "organisation_number": number,
        "address": {"street": "Gata 1", "post_code": code, "place": place, "country": country},
    });
    if vat {
        party["vat_number"] = match country {
            "NO" => json!(format!("NO{number}MVA")),
            _ => json!(format!("SE{number}01")),
        };
    }
    if dice.chance(30) {
        let phone = if country == "NO" { "22000000" } else { "081234567" };
        party["contact"] = json!({"name": "Kari", "phone": phone, "email": "a@example.no"});
    }
    party
}

fn seller(dice: &mut Dice, country: &str) -> Value {
    let number = if country == "NO" { "987654325" } else { "5560160680" };
    let mut seller = party(dice, country, number, true);
    let (accounts, mark): (&[&str], &str) = match country {
        "NO" => (&["86011117947", "NO9386011117947"], "Foretaksregisteret"),
        _ => (&["bankgiro:5050-1055", "plusgiro:4-2"], "Godkänd för F-skatt"),
    };
    seller["bank_account"] = json!(dice.word(accounts));
    if dice.chance(70) {
        seller["tax_mark"] = json!(mark);
    }
    seller
}

fn vat(dice: &mut Dice, kind: &str, country: &str) -> Value {
    let kind = if kind == "mix" { dice.word(&["S", "Z", "E", "AE"]) } else { kind };
    match kind {
        "S" if country == "NO" => json!({"rate": dice.word(&["25", "15", "12", "11.11"])}),
        "S" => json!({"rate": dice.word(&["25", "12", "6"])}),
        "E" => json!({"category": "E", "reason": "Fritatt"}),
        other => json!({"category": other}),
    }
}

fn adjustment(dice: &mut Dice, vat: Option<Value>) -> Value {
    let kind = dice.word(&["allowance", "charge"]);
    let mut adjustment = json!({"kind": kind, "reason": "Årsak"});
    if dice.chance(50) {
        adjustment["amount"] = json!(dice.decimal(500, 2));
    } else {
        adjustment["percent"] = json!(dice.decimal(40, 4));
        adjustment["base"] = json!(dice.decimal(5_000, 2));
    }
    if let Some(vat) = vat {
        adjustment["vat"] = vat;
    }
    adjustment
}

fn line(dice: &mut Dice, kind: &str, country: &str) -> Value {
    let sign = if dice.chance(10) { "-" } else { "" };
    let mut line = json!({
        "name": "Vare", "quantity": format!("{sign}{}", dice.decimal(300, 4)),
        "price": dice.decimal(3_000, 6), "unit": dice.word(&["stk", "timer", "kg", "C62", "KWH"]),
        "vat": vat(dice, kind, country),
    });
    if dice.chance(20) {
        line["base_quantity"] = json!(dice.word(&["10", "100", "0.5", "3", "7"]));
    }
    if dice.chance(30) {
        let count = dice.below(2) + 1;
        line["adjustments"] = (0..count).map(|_| adjustment(dice, None)).collect();
    }
    if dice.chance(20) {
        line["period"] = json!({"start": "2026-01-01", "end": "2026-01-31"});
        line["gtin"] = json!("7038010000652");
    }
    line
}

fn invoice(dice: &mut Dice, kind: &str, country: &str, number: u64) -> Value {
    let credit = dice.chance(30);
    let count = dice.below(8) + 1;
    let mut invoice = json!({
        "type": if credit { "credit_note" } else { "invoice" }, "number": number.to_string(),
        "issue_date": "2026-06-15", "due_date": "2026-12-31",
        "lines": (0..count).map(|_| line(dice, kind, country)).collect::<Vec<Value>>(),
    });
    let reference = if dice.chance(50) { "buyer_reference" } else { "order_reference" };
    invoice[reference] = json!("REF");
    if credit && dice.chance(80) {
        invoice["preceding"] = json!([{"number": "9", "issue_date": "2026-05-01"}]);
    }
    if kind == "K" {
        invoice["delivery_date"] = json!("2026-06-01");
        invoice["delivery_country"] = json!("DK");
    }
    if dice.chance(30) {
        let count = dice.below(3) + 1;
        let all = (0..count).map(|_| {
            let vat = vat(dice, kind, country);
            adjustment(dice, Some(vat))
        });
        invoice["adjustments"] = all.collect();
    }
    if dice.chance(30) {
        invoice["period"] = json!({"start": "2026-01-01", "end": "2026-12-31"});
    }
    if dice.chance(20) {
        invoice["prepaid"] = json!(dice.decimal(100, 2));
        invoice["rounding"] = json!(format!("0.{}", dice.below(50) + 10));
    }
    if dice.chance(30) {
        let payments = [
            json!({"kid": "2345676"}),
            json!({"reference": "F 1"}),
            json!({"means": "58", "account": "NO9386011117947", "bic": "DNBANOKK"}),
            json!({"means": "10"}),
        ];
        invoice["payment"] = payments[usize::try_from(dice.below(4)).unwrap()].clone();
    }
    if dice.chance(20) {
        invoice["currency"] = json!(dice.word(&["EUR", "USD", "DKK"]));
    }
    invoice
}

#[test]
fn what_is_built_is_valid() {
    let host = Host::in_memory();
    let (mut built, mut refused) = (0, BTreeMap::<String, u32>::new());
    for seed in 0..DOCUMENTS {
        let dice = &mut Dice::new(seed);
        let country = dice.word(&["NO", "SE"]);
        let kind = dice.word(&["S", "S", "S", "S", "mix", "E", "AE", "Z", "G", "K", "O"]);
        let buyer_in = dice.word(&["NO", "SE"]);
        let number = if buyer_in == "NO" { "123456785" } else { "5560360793" };
        let has_vat = kind == "K" || dice.chance(50);
        let request = json!({
            "seller": seller(dice, country),
            "buyer": party(dice, buyer_in, number, has_vat),
            "invoice": invoice(dice, kind, country, seed),
        });
        let text = request.to_string();
        let (status, reply) = host.bytes(document::postbud_document_build, text.as_bytes());
        if status != 0 {
            let reply: Value = serde_json::from_slice(&reply).unwrap();
            let code = reply["error"]["code"].as_str().unwrap().to_owned();
            *refused.entry(code).or_default() += 1;
            continue;
        }
        built += 1;
        let (_, verdict) = host.bytes(document::postbud_document_validate, &reply);
        let verdict: Value = serde_json::from_slice(&verdict).unwrap();
        let document = String::from_utf8_lossy(&reply);
        assert_eq!(verdict["valid"], json!(true), "{seed}: {text}\n{verdict:#}\n{document}");
    }
    println!("{built} built and valid, refused: {refused:?}");
    // What is refused has sums that no document may have, such as a total below zero.
    assert!(built * 10 > DOCUMENTS * 6, "{refused:?}");
}

/// A number and the scheme that it is said to have; one in four is not right.
fn numbered(dice: &mut Dice) -> Value {
    let right = dice.word(&[
        "0088 7300010000001",
        "0192 123456785",
        "0007 5560160680",
        "0184 DK13585628",
        "0208 0202239951",
        "0151 51824753556",
        "0096 1234567890",
        "0106 12345678",
        "9930 DE123456789",
    ]);
    let wrong = dice.word(&["7300010000002", "123456786", "5560160681", "1", "NL12345678"]);
    let (scheme, id) = right.split_once(' ').unwrap();
    json!({"scheme": scheme, "id": if dice.chance(25) { wrong } else { id }})
}

/// A party somewhere, which may lack anything or have it wrong.
fn odd_party(dice: &mut Dice) -> Value {
    let country = dice.word(&["NO", "NO", "SE", "DK", "FI", "DE", "IS", "NL", "IT", "GR", "FR"]);
    let number = match country {
        "NO" => dice.word(&["123456785", "987654325"]),
        "SE" => "5560160680",
        "DK" => dice.word(&["13585628", "DK13585628", "1"]),
        _ => dice.word(&["12345678", "HRB 1", "5501011230", "094259216"]),
    };
    let mut party = json!({"name": "Et firma", "address": {"country": country}});
    if dice.chance(60) {
        let whole = json!({"street": "1", "post_code": "1", "place": "A", "country": country});
        party["address"] = whole;
    }
    if dice.chance(70) {
        party["organisation_number"] = json!(number);
    } else if dice.chance(30) {
        party["registration"] = numbered(dice);
    }
    if dice.chance(70) {
        let prefix = if country == "GR" { "EL" } else { country };
        let vat = match country {
            "NO" | "SE" => {
                format!("{country}{number}{}", if country == "NO" { "MVA" } else { "01" })
            }
            _ => format!("{prefix}{}", dice.word(&["094259216", "123456789B01", "12345678"])),
        };
        party["vat_number"] = json!(vat);
    }
    if dice.chance(40) {
        party["endpoint"] = numbered(dice);
    }
    if dice.chance(20) {
        party["identifiers"] = json!([numbered(dice)]);
    }
    if dice.chance(30) {
        party["private"] = json!(true);
    }
    if dice.chance(40) {
        party["contact"] = json!({"name": "Kari", "phone": "22000000", "email": "a@example.no"});
    }
    party
}

/// Whatever the request lacks or has wrong: what is answered OK the official rules take. Only of a
/// consumer, whom the request has to call one, they miss the electronic address.
#[test]
fn nothing_that_the_rules_refuse_is_answered_ok() {
    let host = Host::in_memory();
    let (mut valid, mut consumers, mut refused) = (0, 0, BTreeMap::<String, u32>::new());
    for seed in 0..4_000 {
        let dice = &mut Dice::new(seed + 1_000_000);
        let kind = dice.word(&["S", "S", "S", "mix", "E", "AE", "Z", "G", "K", "O"]);
        let (mut seller, buyer) = (odd_party(dice), odd_party(dice));
        let account = dice.word(&["86011117947", "NO9386011117947", "DE89370400440532013000"]);
        seller["bank_account"] = json!(account);
        let country = seller["address"]["country"].as_str().unwrap().to_owned();
        let consumer = buyer["private"] == json!(true);
        let invoice = invoice(dice, kind, &country, seed);
        let request = json!({"seller": seller, "buyer": buyer, "invoice": invoice});
        let text = request.to_string();
        let (status, reply) = host.bytes(document::postbud_document_build, text.as_bytes());
        if status != 0 {
            let reply: Value = serde_json::from_slice(&reply).unwrap();
            for finding in reply["error"]["findings"].as_array().unwrap() {
                assert!(finding["path"].is_string(), "{seed}: {finding}");
                *refused.entry(finding["rule"].as_str().unwrap().to_owned()).or_default() += 1;
            }
            continue;
        }
        let (_, verdict) = host.bytes(document::postbud_document_validate, &reply);
        let verdict: Value = serde_json::from_slice(&verdict).unwrap();
        let findings = verdict["findings"].as_array().unwrap();
        let fatal = findings.iter().filter(|it| it["severity"] == json!("fatal"));
        let fatal: Vec<&str> = fatal.map(|it| it["rule"].as_str().unwrap()).collect();
        match fatal.as_slice() {
            [] => {
                assert_eq!(verdict["valid"], json!(true), "{seed}: {verdict:#}");
                valid += 1;
            }
            ["PEPPOL-EN16931-R010"] if consumer => consumers += 1,
            _ => panic!("{seed}: {text}\n{fatal:?}"),
        }
    }
    println!("{valid} valid, {consumers} for consumers, refused: {refused:?}");
    assert_eq!((valid, consumers), (295, 133), "{refused:?}");
    for rule in ["PEPPOL-EN16931-R010", "PEPPOL-EN16931-R020", "PEPPOL-COMMON-R040"] {
        assert!(refused.contains_key(rule), "nothing was refused for {rule}: {refused:?}");
    }
}
