//! References and numbers with check digits: what is made passes the check and the door, one wrong
//! digit never does, and what is wrong is said with code, place and next step.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test says bluntly what it needs"
)]

use crate::support::host::{Host, Verb};
use jiff::civil::{Date, date};
use postbud::domain::account::{Account, Kid, Ocr};
use postbud::domain::agreement::Positions;
use postbud::domain::country::Country;
use postbud::domain::number::{OrgNumber, VatNumber};
use postbud::domain::reference::{
    Body, KidParts, Kind, Level, Modulus, Order, Terms, check, guess, make,
};
use postbud::ffi::reference::{postbud_reference_check, postbud_reference_make};
use proptest::prelude::*;
use serde_json::{Value, json};

const TODAY: Date = date(2026, 11, 23);

fn terms() -> Terms {
    Terms::usual(TODAY)
}

fn order(kind: Kind, digits: &str, country: Option<&str>) -> Order {
    let country = country.map(|country| Country::parse(country).unwrap());
    Order {
        kind,
        body: Body::Digits(digits.to_owned()),
        terms: Terms { country, ..terms() },
        card_type: None,
        creditor_number: None,
    }
}

fn kid_order(digits: &str, modulus: Modulus) -> Order {
    let kid = order(Kind::Kid, digits, None);
    Order { terms: Terms { modulus: Some(modulus), ..terms() }, ..kid }
}

/// The value that is made, if there is one.
fn made(order: &Order) -> Option<String> {
    make(order).ok().map(|made| made.normal.unwrap())
}

/// What the door of requests says to a value.
fn door_takes(kind: Kind, value: &str, country: Option<&str>) -> bool {
    match kind {
        Kind::Kid => Kid::parse(value).is_ok(),
        Kind::Ocr => Ocr::parse(value).is_ok(),
        Kind::Bankgiro | Kind::Plusgiro => {
            Account::parse(&format!("{}:{value}", kind.word())).is_ok()
        }
        Kind::BankAccount | Kind::Iban => Account::parse(value).is_ok(),
        Kind::VatNumber => VatNumber::parse(value).is_ok(),
        Kind::OrganisationNumber => {
            OrgNumber::parse(value, &Country::parse(country.unwrap()).unwrap()).is_ok()
        }
        _ => true,
    }
}

#[test]
fn known_numbers_pass_and_are_written_as_people_write_them() {
    for (kind, value, normal, print) in [
        (Kind::BankAccount, "8601.11.17947", "86011117947", "8601 11 17947"),
        (Kind::BankAccount, "15038366383", "15038366383", "1503 83 66383"),
        (Kind::Iban, "no93 8601 1117 947", "NO9386011117947", "NO93 8601 1117 947"),
        (
            Kind::Iban,
            "SE4550000000058398257466",
            "SE4550000000058398257466",
            "SE45 5000 0000 0583 9825 7466",
        ),
        (Kind::Iban, "DK5000400440116243", "DK5000400440116243", "DK50 0040 0440 1162 43"),
        (Kind::Iban, "FI2112345600000785", "FI2112345600000785", "FI21 1234 5600 0007 85"),
        (
            Kind::Iban,
            "DE89370400440532013000",
            "DE89370400440532013000",
            "DE89 3704 0044 0532 0130 00",
        ),
        (Kind::Bankgiro, "bankgiro:5050-1055", "50501055", "5050-1055"),
        (Kind::Plusgiro, "4-2", "42", "4-2"),
        (Kind::Plusgiro, "PlusGiro: 900603-2", "9006032", "90 06 03-2"),
        (Kind::OrganisationNumber, "123456785", "123456785", "123 456 785"),
        (Kind::OrganisationNumber, "987 654 325", "987654325", "987 654 325"),
        (Kind::OrganisationNumber, "988077917", "988077917", "988 077 917"),
        (Kind::OrganisationNumber, "918130047", "918130047", "918 130 047"),
        (Kind::OrganisationNumber, "165560004755", "5560004755", "556000-4755"),
        (Kind::OrganisationNumber, "811228-9874", "8112289874", "811228-9874"),
        (Kind::OrganisationNumber, "13585628", "13585628", "13 58 56 28"),
        (Kind::OrganisationNumber, "2077474-0", "20774740", "2077474-0"),
        (Kind::PersonalNumber, "8112289874", "198112289874", "811228-9874"),
        (Kind::PersonalNumber, "121212+1212", "191212121212", "121212+1212"),
        (Kind::PersonalNumber, "19121212-1212", "191212121212", "121212+1212"),
        (Kind::PersonalNumber, "701063-2391", "197010632391", "701063-2391"),
        (Kind::VatNumber, "no 123456785 mva", "NO123456785MVA", "NO 123 456 785 MVA"),
        (Kind::VatNumber, "SE556000475501", "SE556000475501", "SE556000475501"),
        (Kind::VatNumber, "FI20774740", "FI20774740", "FI20774740"),
        (Kind::VatNumber, "DK13585628", "DK13585628", "DK13585628"),
        (Kind::CreditorReference, "RF18 5390 0754 7034", "RF18539007547034", "RF18 5390 0754 7034"),
        (Kind::FinnishReference, "0012 34561", "1234561", "12 34561"),
        (
            Kind::DanishReference,
            "+71< 004040400000669 +12345678<",
            "+71<004040400000669+12345678<",
            "+71<004040400000669+12345678<",
        ),
        (Kind::DanishReference, "71#000000000000018", "+71<000000000000018", "+71<000000000000018"),
        (Kind::Kid, "2345676", "2345676", "2345676"),
        (Kind::Kid, "104-", "104-", "104-"),
        (Kind::Ocr, "1234 5674", "12345674", "12345674"),
    ] {
        let checked = check(kind, value, &terms());
        assert!(checked.is_valid(), "{value}: {:?}", checked.findings);
        assert_eq!(checked.normal.as_deref(), Some(normal));
        assert_eq!(checked.print.as_deref(), Some(print));
        let again = check(kind, print, &terms());
        assert_eq!(again.normal.as_deref(), Some(normal), "read from {print}");
        assert!(guess(value, &terms()).iter().any(|guess| guess.kind == kind && guess.is_valid()));
    }
}

#[test]
fn a_personal_number_without_century_is_understood_by_the_day() {
    let on = |today| check(Kind::PersonalNumber, "2602299877", &Terms::usual(today));
    let born = |year: &str| Some(format!("{year}-02-28"));
    assert_eq!(on(TODAY).normal.unwrap(), "202602299877", "no such day that year");
    let child = |today| check(Kind::PersonalNumber, "260228-9872", &Terms::usual(today));
    assert_eq!(child(TODAY).parts.birth_date, born("2026"));
    assert_eq!(child(date(2025, 12, 31)).parts.birth_date, born("1926"));
    let codes = |today| -> Vec<_> {
        child(today).findings.iter().map(|found| found.fault.words.code).collect()
    };
    assert!(codes(date(2026, 2, 27)).contains(&"personal_number_future"));
    assert!(!codes(date(2026, 2, 28)).contains(&"personal_number_future"));
}

#[test]
fn a_kid_is_laid_out_as_agreed() {
    let position = |text: &str| Some(Positions::parse(text, 25).unwrap());
    let parts = parts_of;
    for (body, length, customer, payment, expected) in [
        (parts("10023", "", "117"), Some(12), position("1-5"), None, "10023000117"),
        (parts("23", "", "117"), Some(12), position("1-5"), None, "00023000117"),
        (parts("10023", "", "202611"), Some(12), position("1-5"), None, "10023202611"),
        (parts("10023", "2", "117"), Some(12), position("1-5"), position("6-6"), "10023200117"),
        (parts("10023", "2", "117"), Some(12), position("3-7"), position("1-1"), "20100230117"),
        (parts("10023", "", "117"), Some(12), position("7-11"), None, "00011710023"),
        (parts("10023", "2", "117"), Some(12), position("1-5"), position("11-11"), "10023001172"),
        (parts("", "", "117"), Some(12), position("1-5"), None, "00000000117"),
        (parts("10023", "", "117"), None, position("1-5"), None, "10023117"),
        (parts("10023", "", "117"), Some(25), position("1-5"), None, "100230000000000000000117"),
        (parts("1", "", ""), None, position("1-1"), None, "100"),
        (parts("", "", "117"), None, None, None, "117"),
        (Body::Digits("117".to_owned()), Some(8), None, None, "0000117"),
        (Body::Digits("7".to_owned()), None, None, None, "007"),
    ] {
        let lengths = length.into_iter().collect();
        let terms = Terms { positions: customer, payment_type: payment, lengths, ..terms() };
        let order = Order { body: body.clone(), terms, ..order(Kind::Kid, "", None) };
        let kid = make(&order).unwrap();
        let value = kid.normal.unwrap();
        assert_eq!(&value[..value.len() - 1], expected, "{body:?}");
        if let (Some(at), Body::Parts(parts)) = (customer, &body) {
            let number = parts.customer_number.as_deref().unwrap_or_default();
            let wanted = format!("{number:0>width$}", width = at.digits());
            assert_eq!(kid.parts.customer_reference, Some(wanted));
        }
    }
}

#[test]
fn the_levels_of_ocr_differ() {
    let judged = |value: &str, level, lengths: &[u8]| {
        let checked =
            check(Kind::Ocr, value, &Terms { level, lengths: lengths.to_vec(), ..terms() });
        let codes: Vec<_> = checked.findings.iter().map(|f| f.fault.words.code).collect();
        (checked.is_valid(), codes.join(" "))
    };
    assert_eq!(judged("12345671", Level::None, &[]), (true, String::new()));
    assert_eq!(judged("12345671", Level::Soft, &[]), (true, "ocr_check_digit_soft".into()));
    assert_eq!(judged("12345671", Level::Hard, &[]), (false, "check_digit_wrong".into()));
    assert_eq!(judged("12345674", Level::Hard, &[]), (true, String::new()));
    assert_eq!(judged("1234574", Level::LengthDigit, &[]), (true, String::new()));
    assert_eq!(judged("12345674", Level::LengthDigit, &[]), (false, "ocr_length_digit".into()));
    assert_eq!(judged("12345674", Level::FixedLength, &[8, 12]), (true, String::new()));
    let short = (false, "ocr_length_not_agreed".to_owned());
    assert_eq!(judged("12345674", Level::FixedLength, &[10, 12]), short);
    // Ten digits and more: the last digit of the length counts.
    let long = Order {
        terms: Terms { level: Level::LengthDigit, ..terms() },
        ..order(Kind::Ocr, "1234567890", None)
    };
    assert_eq!(&made(&long).unwrap()[..11], "12345678902");
}

fn body_of(kind: Kind) -> BoxedStrategy<(Kind, String, Option<&'static str>)> {
    let digits = |pattern: &'static str, country: Option<&'static str>| {
        pattern.prop_map(move |digits| (kind, digits, country)).boxed()
    };
    match kind {
        Kind::Kid => digits("[0-9]{1,24}", None),
        Kind::Ocr => digits("[0-9]{1,24}", None),
        Kind::Bankgiro => digits("[0-9]{6,7}", None),
        Kind::Plusgiro => digits("[0-9]{1,7}", None),
        Kind::BankAccount => digits("[0-9]{10}", None),
        Kind::FinnishReference => digits("[1-9][0-9]{2,18}", None),
        Kind::CreditorReference => digits("[0-9A-Z]{1,21}", None),
        Kind::DanishReference => digits("[0-9]{1,14}", None),
        Kind::PersonalNumber => {
            digits("[0-9]{2}(0[1-9]|1[0-2])([07][1-9]|[18][0-9])[0-9]{3}", None)
        }
        Kind::Iban => prop_oneof![
            digits("[0-9]{20}", Some("SE")),
            digits("[0-9]{5,14}", Some("DK")),
            digits("[0-9]{10}", Some("NO")),
        ]
        .boxed(),
        Kind::OrganisationNumber | Kind::VatNumber => prop_oneof![
            digits("[89][0-9]{7}", Some("NO")),
            digits("[1-9][0-9][2-9][0-9]{6}", Some("SE")),
            digits("[1-9][0-9]{6}", Some("DK")),
            digits("[0-9]{7}", Some("FI")),
        ]
        .boxed(),
    }
}

/// A right value, where the digits can have one.
fn right_value(kind: Kind, digits: &str, country: Option<&str>) -> Option<String> {
    let before = match (kind, country) {
        (Kind::VatNumber, _) => made(&order(Kind::OrganisationNumber, digits, country))?,
        (Kind::Iban, Some("NO")) => made(&order(Kind::BankAccount, digits, None))?,
        _ => digits.to_owned(),
    };
    made(&order(kind, &before, country))
}

/// The parts of an ERP's reference; the empty ones are left out.
fn parts_of(customer: &str, payment: &str, invoice: &str) -> Body {
    let given = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    Body::Parts(KidParts {
        customer_number: given(customer),
        payment_type: given(payment),
        invoice_number: given(invoice),
    })
}

/// An agreement with its places, such as a company has one with its bank.
fn agreed() -> BoxedStrategy<(Kind, Terms)> {
    let places = (1..9_u8, 0..6_u8, 0..3_u8, 0..3_u8);
    let rest = (prop_oneof![Just(None), (4..=25_u8).prop_map(Some)], 0..2_usize, 0..5_usize);
    (any::<bool>(), any::<bool>(), places, rest)
        .prop_map(|(ocr, fixed, (first, width, gap, pay), (length, modulus, level))| {
            let at = |first: u8, width: u8| {
                Positions::parse(&format!("{first}-{}", first + width), 30).ok()
            };
            let behind = first + width + 1 + gap;
            let payment_type = if pay == 0 || ocr { None } else { at(behind, pay - 1) };
            let terms = Terms {
                positions: if fixed { at(first, width) } else { None },
                payment_type,
                lengths: length.into_iter().collect(),
                modulus: (!ocr).then_some(Modulus::ALL[modulus]),
                level: if ocr { Level::ALL[level] } else { Level::Hard },
                ..terms()
            };
            (if ocr { Kind::Ocr } else { Kind::Kid }, terms)
        })
        .boxed()
}

/// A customer, a payment type and an invoice: few digits, so that many fit and many are alike.
fn numbers() -> impl Strategy<Value = (String, String, String)> {
    ("[0-3]{0,3}", "[0-2]{0,1}", "[0-3]{0,4}")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn different_numbers_never_get_the_same_reference(
        (kind, terms) in agreed(), one in numbers(), other in numbers(),
    ) {
        let made_of = |(customer, payment, invoice): &(String, String, String)| {
            let payment = if kind == Kind::Ocr { "" } else { payment };
            let body = parts_of(customer, payment, invoice);
            let order = Order { body, terms: terms.clone(), ..order(kind, "", None) };
            made(&order).map(|made| (made, (customer.clone(), invoice.clone())))
        };
        if let (Some((one, of_one)), Some((other, of_other))) = (made_of(&one), made_of(&other)) {
            prop_assert!(one != other || of_one == of_other, "{} {:?} {:?}", one, of_one, of_other);
        }
    }

    #[test]
    fn what_was_put_together_is_taken_apart_again(
        (kind, terms) in agreed(), (customer, payment, invoice) in numbers(),
    ) {
        let payment = if kind == Kind::Ocr { String::new() } else { payment };
        let body = parts_of(&customer, &payment, &invoice);
        let order = Order { body, terms: terms.clone(), ..order(kind, "", None) };
        if let Some(value) = made(&order) {
            let parts = check(kind, &value, &terms).parts;
            let plain = |part: Option<String>| {
                part.unwrap_or_default().trim_start_matches('0').to_owned()
            };
            if terms.positions.is_some() {
                prop_assert_eq!(plain(parts.customer_reference), customer);
                prop_assert_eq!(plain(parts.invoice_reference), invoice);
            }
            let payment = payment.trim_start_matches('0');
            prop_assert_eq!(plain(parts.payment_type), payment);
        }
    }
}

#[test]
fn every_pair_of_small_numbers_has_a_reference_of_its_own() {
    let position = Positions::parse("1-2", 30).ok();
    for (kind, length) in [(Kind::Kid, None), (Kind::Kid, Some(8)), (Kind::Ocr, Some(8))] {
        let terms = Terms { positions: position, lengths: length.into_iter().collect(), ..terms() };
        let mut seen = std::collections::HashSet::new();
        for customer in 1..100 {
            for invoice in 1..300 {
                let body = parts_of(&customer.to_string(), "", &invoice.to_string());
                let order = Order { body, terms: terms.clone(), ..order(kind, "", None) };
                assert!(seen.insert(made(&order).unwrap()), "{customer} {invoice}");
            }
        }
        assert_eq!(seen.len(), 99 * 299);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(5_000))]

    #[test]
    fn what_is_made_passes_the_check_and_the_door(
        (kind, digits, country) in (0..Kind::ALL.len()).prop_flat_map(|at| body_of(Kind::ALL[at])),
    ) {
        // One account, organisation number or giro in eleven, and the one of zeros, has none.
        if let Some(value) = right_value(kind, &digits, country) {
            let named = country.map(|country| Country::parse(country).unwrap());
            let terms = Terms { country: named, ..terms() };
            let checked = check(kind, &value, &terms);
            prop_assert!(checked.is_valid(), "{:?}", checked);
            prop_assert_eq!(checked.normal.as_ref(), Some(&value));
            let again = check(kind, checked.print.as_ref().unwrap(), &terms);
            prop_assert_eq!(again.normal.as_ref(), Some(&value));
            prop_assert!(door_takes(kind, &value, country), "the door refuses {}", value);
            let guessed = guess(checked.print.as_ref().unwrap(), &terms);
            prop_assert!(guessed.iter().any(|guess| guess.kind == kind && guess.is_valid()));
        } else {
            let plain = [Kind::Kid, Kind::Ocr, Kind::FinnishReference, Kind::CreditorReference];
            prop_assert!(!plain.contains(&kind), "{} cannot be made", kind.word());
        }
    }

    #[test]
    fn no_changed_digit_of_a_modulus_10_value_passes(
        digits in "[0-9]{3,24}", at in 0..25_usize, add in 1..10_u32,
    ) {
        let changed = |value: &str| -> String {
            let at = at % value.len();
            let change = |(place, digit): (usize, char)| match place == at {
                true => char::from_digit((digit.to_digit(10).unwrap() + add) % 10, 10).unwrap(),
                false => digit,
            };
            value.chars().enumerate().map(change).collect()
        };
        let ten = Terms { modulus: Some(Modulus::Ten), ..terms() };
        let kid = made(&kid_order(&digits, Modulus::Ten)).unwrap();
        prop_assert!(!check(Kind::Kid, &changed(&kid), &ten).is_valid());
        for (kind, length) in [(Kind::Ocr, 24), (Kind::Bankgiro, 7), (Kind::Plusgiro, 7)] {
            let body = &digits[..digits.len().min(length)];
            if let Some(value) = made(&order(kind, body, None)) {
                let wrong = check(kind, &changed(&value), &terms());
                prop_assert!(!wrong.is_valid(), "{}", kind.word());
                let code = wrong.findings[0].fault.words.code;
                prop_assert!(code.starts_with("check_digit_"), "{}", code);
            }
        }
    }

    #[test]
    fn the_expected_check_digit_is_right(digits in "[0-9]{4,25}", of in 0..2_usize) {
        let modulus = Modulus::ALL[of];
        let terms = Terms { modulus: Some(modulus), ..terms() };
        let checked = check(Kind::Kid, &digits, &terms);
        let mended = format!("{}{}", &digits[..digits.len() - 1], checked.check_digit.unwrap());
        prop_assert!(check(Kind::Kid, &mended, &terms).is_valid());
        prop_assert_eq!(made(&kid_order(&digits[..digits.len() - 1], modulus)), Some(mended));
    }

    #[test]
    fn the_check_and_the_door_agree(value in "[0-9 -]{1,26}|[A-Z]{2}[0-9]{9,30}(MVA)?") {
        for kind in [Kind::Kid, Kind::Ocr, Kind::Bankgiro, Kind::Plusgiro, Kind::BankAccount] {
            let normal = value.split_whitespace().collect::<String>();
            let letters = normal.bytes().any(|byte| byte.is_ascii_alphabetic());
            let taken = door_takes(kind, &value, None) && !letters;
            prop_assert_eq!(check(kind, &value, &terms()).is_valid(), taken, "{}", kind.word());
        }
        for checked in guess(&value, &terms()).iter().filter(|checked| checked.is_valid()) {
            let country = checked.parts.country.as_deref();
            prop_assert!(door_takes(checked.kind, checked.normal.as_ref().unwrap(), country));
        }
    }

    #[test]
    fn no_text_breaks_the_check(
        value in "\\PC{0,40}|[0-9+<#-]{0,40}", digits in "\\PC{0,40}|[0-9]{1,20}",
    ) {
        for guessed in guess(&value, &terms()) {
            prop_assert_eq!(check(guessed.kind, &value, &terms()), guessed);
        }
        for kind in Kind::ALL {
            for country in [None, Some("NO"), Some("SE"), Some("DK"), Some("FI"), Some("DE")] {
                let order = order(*kind, &digits, country);
                if let Some(made) = made(&order) {
                    let checked = check(*kind, &made, &order.terms);
                    prop_assert!(checked.is_valid(), "{made}: {:?}", checked.findings);
                }
            }
        }
    }
}

/// Code and place of each finding, each of which has a sentence and a next step.
fn findings(found: &Value) -> Vec<(String, String)> {
    let said = |field: &Value| field.as_str().unwrap_or_default().to_owned();
    found
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| {
            for field in ["message", "fix"] {
                let sentence = said(&finding[field]);
                assert!(sentence.len() > 8 && !sentence.contains('{'), "{finding}");
            }
            (said(&finding["rule"]), said(&finding["path"]))
        })
        .collect()
}

/// The cases of a table: a request, an arrow, and what is expected.
fn cases(table: &'static str) -> impl Iterator<Item = (Value, &'static str)> {
    let mut expected = table.trim().split("\n    => ");
    let mut request = expected.next().unwrap();
    std::iter::from_fn(move || {
        let rest = expected.next()?;
        let (said, next) = rest.split_once('\n').unwrap_or((rest, ""));
        let case = (serde_json::from_str(request).unwrap(), said);
        request = next;
        Some(case)
    })
}

fn faults_in(text: &str) -> Vec<(String, String)> {
    let pair = |fault: &str| {
        let (code, path) = fault.trim().split_once(' ').unwrap();
        (code.to_owned(), path.to_owned())
    };
    text.split(',').map(pair).collect()
}

/// What cannot be made, with code and place of each finding.
const NOT_MADE: &str = r#"
{}
    => field_missing /kind
{"kind": "giro", "digits": "1"}
    => reference_kind_unknown /kind
{"kind": "kid"}
    => field_missing /digits
{"kind": "kid", "digits": " "}
    => field_missing /digits
{"kind": "kid", "parts": {}}
    => field_missing /parts/customer_number
{"kind": "kid", "digits": 5}
    => wrong_type /digits
{"kind": "kid", "digits": "1", "parts": {"invoice_number": "1"}}
    => parts_and_digits /digits
{"kind": "kid", "digits": "12F4"}
    => reference_not_digits /digits
{"kind": "kid", "digits": "1", "modulus": 97}
    => modulus_unknown /modulus
{"kind": "kid", "digits": "1", "modulus": "10"}
    => wrong_type /modulus
{"kind": "kid", "digits": "1", "length": 3}
    => agreed_kid_length /length
{"kind": "kid", "digits": "1", "length": 26}
    => agreed_kid_length /length
{"kind": "kid", "digits": "1", "length": 4000000000}
    => agreed_kid_length /length
{"kind": "kid", "digits": "1", "customer_position": "5"}
    => reference_position /customer_position
{"kind": "kid", "digits": "1", "length": 12, "customer_position": "1-12"}
    => reference_position_beyond_kid /customer_position
{"kind": "kid", "digits": "1", "customer_position": "1-5"}
    => kid_without_customer /digits
{"kind": "kid", "digits": "123456789012", "length": 12}
    => reference_number_too_long /digits
{"kind": "kid", "digits": "1234567890123456789012345"}
    => reference_number_too_long /digits
{"kind": "kid", "length": 12, "customer_position": "1-5", "parts": {"customer_number": "10023",
  "invoice_number": "2026117"}}
    => reference_number_too_long /parts/invoice_number
{"kind": "kid", "length": 12, "customer_position": "1-5",
  "parts": {"customer_number": "100023", "invoice_number": "1"}}
    => reference_number_too_long /parts/customer_number
{"kind": "kid", "length": 6, "customer_position": "1-5", "parts": {"customer_number": "10023",
  "payment_type": "1"}}
    => reference_payment_position_missing /payment_type_position
{"kind": "kid", "length": 7, "customer_position": "1-5", "payment_type_position": "6-6",
  "parts": {"customer_number": "10023", "payment_type": "10"}}
    => reference_number_too_long /parts/payment_type
{"kind": "kid", "length": 8, "parts": {"customer_number": "7", "invoice_number": "100"}}
    => reference_customer_position_missing /customer_position
{"kind": "ocr", "parts": {"customer_number": "7", "invoice_number": "100"}}
    => reference_customer_position_missing /customer_position
{"kind": "kid", "length": 12, "customer_position": "1-5",
  "parts": {"customer_number": "007", "invoice_number": "0100"}}
    => reference_number_leading_zero /parts/customer_number, reference_number_leading_zero /parts/invoice_number
{"kind": "ocr", "length": 12, "customer_position": "1-12", "parts": {"invoice_number": "1"}}
    => reference_position_beyond_kid /customer_position
{"kind": "ocr", "digits": "1", "payment_type_position": "1-1"}
    => field_not_for_kind /payment_type_position
{"kind": "kid", "length": 12, "customer_position": "1-5", "payment_type_position": "5-5",
  "parts": {"customer_number": "10023", "payment_type": "1"}}
    => reference_positions_overlap /parts/payment_type
{"kind": "kid", "parts": {"customer_number": "K1", "invoice_number": "F-2"}}
    => reference_not_digits /parts/customer_number, reference_not_digits /parts/invoice_number
{"kind": "kid", "parts": {"customer_number": "1", "order_number": "2"}}
    => unknown_field /parts/order_number
{"kind": "kid", "digits": "1", "level": "hard"}
    => field_not_for_kind /level
{"kind": "ocr", "digits": "1", "level": "harder"}
    => ocr_level_unknown /level
{"kind": "ocr", "digits": "1", "level": "fixed_length"}
    => field_missing /length
{"kind": "ocr", "digits": "1", "length": 1}
    => agreed_ocr_length /length
{"kind": "ocr", "digits": "123456", "length": 7, "level": "length_digit"}
    => reference_number_too_long /digits
{"kind": "ocr", "parts": {"customer_number": "1", "payment_type": "2"}}
    => field_not_for_kind /parts/payment_type
{"kind": "ocr", "digits": "1", "modulus": 10, "country": "SE"}
    => field_not_for_kind /modulus, field_not_for_kind /country
{"kind": "iban", "digits": "86011117947"}
    => reference_country_needed /country
{"kind": "iban", "digits": "86011117948", "country": "NO"}
    => check_digit_wrong /digits
{"kind": "iban", "digits": "8601111794", "country": "NO"}
    => bank_account_shape /digits
{"kind": "iban", "digits": "54910000003", "country": "SE"}
    => iban_from_clearing_number /digits
{"kind": "iban", "digits": "12345600000784", "country": "FI"}
    => account_inside_wrong /digits
{"kind": "iban", "digits": "0040", "country": "DK"}
    => digits_without_check_digit /digits
{"kind": "iban", "digits": "370400440532013000", "country": "DE"}
    => reference_country_not_made /country
{"kind": "iban", "digits": "1", "country": "no"}
    => country_unknown /country
{"kind": "organisation_number", "digits": "123456785", "country": "NO"}
    => digits_without_check_digit /digits
{"kind": "organisation_number", "digits": "40000000", "country": "NO"}
    => check_digit_impossible /digits
{"kind": "organisation_number", "digits": "12345678"}
    => reference_country_needed /country
{"kind": "vat_number", "digits": "123456784", "country": "NO"}
    => check_digit_wrong /digits
{"kind": "vat_number", "digits": "1", "country": "GB"}
    => reference_country_not_made /country
{"kind": "personal_number", "digits": "990230123"}
    => personal_number_date /digits
{"kind": "bank_account", "digits": "0000000000"}
    => check_digit_impossible /digits
{"kind": "bankgiro", "digits": "50501055"}
    => digits_without_check_digit /digits
{"kind": "plusgiro", "parts": {"invoice_number": "4"}}
    => field_not_for_kind /parts
{"kind": "creditor_reference", "digits": "1234567890123456789012"}
    => creditor_reference_shape /digits
{"kind": "finnish_reference", "digits": "12"}
    => digits_without_check_digit /digits
{"kind": "danish_reference", "digits": "1", "card_type": "73"}
    => card_type_unknown /card_type
{"kind": "danish_reference", "digits": "1", "creditor_number": "1234"}
    => creditor_number_shape /creditor_number
{"kind": "kid", "digits": "1\u00002"}
    => text_line_end /digits
"#;

#[test]
fn what_cannot_be_made_is_refused_with_code_place_and_next_step() {
    let host = Host::in_memory();
    for (request, faults) in cases(NOT_MADE) {
        let (status, reply) = host.call(postbud_reference_make, &request);
        assert_eq!(status, 2, "{request}: {reply}");
        assert_eq!(findings(&reply["error"]["findings"]), faults_in(faults), "{request}");
    }
    let nobody = json!({"company": "987654325", "kind": "kid", "digits": "1"});
    let (status, reply) = host.call(postbud_reference_make, &nobody);
    assert_eq!((status, &reply["error"]["code"]), (3, &json!("company_unknown")));
}

#[test]
fn what_is_far_too_long_is_refused_and_not_repeated() {
    let host = Host::in_memory();
    let endless = "1".repeat(10_000_000);
    let verbs: [(Verb, &str); 2] =
        [(postbud_reference_make, "digits"), (postbud_reference_check, "value")];
    for (verb, field) in verbs {
        let (status, reply) = host.call(verb, &json!({"kind": "kid", field: endless}));
        assert_eq!(status, 2);
        let place = ("text_too_long".to_owned(), format!("/{field}"));
        assert_eq!(findings(&reply["error"]["findings"]), [place]);
        assert!(reply.to_string().len() < 2_000);
    }
}

/// What is no question, with code and place of each finding.
const NOT_UNDERSTOOD: &str = r#"
{}
    => field_missing /value
{"kind": "kid"}
    => field_missing /value
{"kind": "KID", "value": "1"}
    => reference_kind_unknown /kind
{"kind": "KID", "value": "1", "level": "x"}
    => reference_kind_unknown /kind
{"kind": "kid", "value": 2345676}
    => wrong_type /value
{"kind": "kid", "value": "1", "length": 12, "lengths": [12]}
    => length_and_lengths /lengths
{"kind": "kid", "value": "1", "lengths": [12, 3, 26]}
    => agreed_kid_length /lengths/1, agreed_kid_length /lengths/2
{"kind": "kid", "value": "1", "lengths": [12, 6], "customer_position": "1-6"}
    => reference_position_beyond_kid /customer_position
{"kind": "kid", "value": "1", "modulus": 9}
    => modulus_unknown /modulus
{"kind": "ocr", "value": "1", "level": "fixed_length"}
    => field_missing /length
{"kind": "bankgiro", "value": "1", "customer_position": "1-2"}
    => field_not_for_kind /customer_position
{"kind": "iban", "value": "1", "country": "NO"}
    => field_not_for_kind /country
{"kind": "organisation_number", "value": "1", "country": "Norge"}
    => country_unknown /country
{"value": "8601\n1117947"}
    => text_line_end /value
{"value": "1", "digits": "1"}
    => unknown_field /digits
"#;

#[test]
fn a_check_that_cannot_be_understood_is_refused() {
    let host = Host::in_memory();
    for (request, faults) in cases(NOT_UNDERSTOOD) {
        let (status, reply) = host.call(postbud_reference_check, &request);
        assert_eq!(status, 2, "{request}: {reply}");
        assert_eq!(findings(&reply["error"]["findings"]), faults_in(faults), "{request}");
    }
}

/// What is wrong with values: the code, and the right check digits where there are any.
const WRONG: &str = r#"
{"kind": "kid", "value": "123"}
    => kid_length
{"kind": "kid", "value": "1-34"}
    => kid_length
{"kind": "kid", "value": "2345675"}
    => check_digit_wrong
{"kind": "kid", "value": "2345675", "modulus": 10}
    => check_digit_wrong = 6
{"kind": "kid", "value": "1041", "modulus": 11}
    => check_digit_wrong = -
{"kind": "kid", "value": "10014", "modulus": 10}
    => kid_other_modulus = 7
{"kind": "kid", "value": "2345676", "length": 12}
    => kid_length_not_agreed = 6
{"kind": "kid", "value": "2345676", "customer_position": "1-7"}
    => kid_without_customer = 6
{"kind": "ocr", "value": "1"}
    => ocr_shape
{"kind": "ocr", "value": "12345671"}
    => check_digit_wrong = 4
{"kind": "ocr", "value": "12345674", "level": "length_digit"}
    => ocr_length_digit = 4
{"kind": "ocr", "value": "12345674", "lengths": [9]}
    => ocr_length_not_agreed = 4
{"kind": "bank_account", "value": "8601 11 17948"}
    => check_digit_wrong = 7
{"kind": "bank_account", "value": "8601 11 1794"}
    => bank_account_shape
{"kind": "bankgiro", "value": "5050-1056"}
    => check_digit_wrong = 5
{"kind": "bankgiro", "value": "plusgiro:4-2"}
    => bankgiro_shape
{"kind": "plusgiro", "value": "4"}
    => plusgiro_shape
{"kind": "plusgiro", "value": "00"}
    => check_digit_impossible
{"kind": "iban", "value": "NO92 8601 1117 947"}
    => check_digit_wrong = 93
{"kind": "iban", "value": "NO93 8601 1117 948"}
    => account_inside_wrong
{"kind": "iban", "value": "NO93 8601 1117 9477"}
    => iban_length
{"kind": "iban", "value": "XX93 8601 1117 947"}
    => iban_shape
{"kind": "organisation_number", "value": "987654326"}
    => check_digit_wrong = 5
{"kind": "organisation_number", "value": "400000004"}
    => check_digit_impossible
{"kind": "organisation_number", "value": "987654325", "country": "SE"}
    => organisation_number_shape
{"kind": "organisation_number", "value": "195560004755"}
    => organisation_number_shape
{"kind": "organisation_number", "value": "2077474-1"}
    => check_digit_wrong = 0
{"kind": "organisation_number", "value": "1"}
    => organisation_number_shape
{"kind": "personal_number", "value": "811329-9873"}
    => personal_number_date
{"kind": "personal_number", "value": "81122-9874"}
    => personal_number_shape
{"kind": "personal_number", "value": "20991231-1236", "now": "2026-11-23T12:00:00Z"}
    => personal_number_future
{"kind": "vat_number", "value": "NO123456785"}
    => vat_number_norwegian
{"kind": "vat_number", "value": "NO123456784MVA"}
    => check_digit_wrong = 5
{"kind": "vat_number", "value": "SE556000475502"}
    => vat_number_swedish
{"kind": "vat_number", "value": "DK1358562"}
    => vat_number_danish
{"kind": "vat_number", "value": "FI2077474-0"}
    => vat_number_finnish
{"kind": "vat_number", "value": "123456785"}
    => vat_number_shape
{"kind": "creditor_reference", "value": "RF19539007547034"}
    => check_digit_wrong = 18
{"kind": "creditor_reference", "value": "539007547034"}
    => creditor_reference_shape
{"kind": "finnish_reference", "value": "1234562"}
    => check_digit_wrong = 1
{"kind": "finnish_reference", "value": "0000"}
    => finnish_reference_shape
{"kind": "danish_reference", "value": "+71<004040400000668"}
    => check_digit_wrong = 9
{"kind": "danish_reference", "value": "+73<+12345678<"}
    => danish_reference_shape
{"value": "Storgata 1"}
    => reference_unknown
"#;

#[test]
fn a_wrong_value_is_an_answer_with_code_place_and_next_step() {
    let host = Host::in_memory();
    for (request, expected) in cases(WRONG) {
        let (code, check_digit) = match expected.split_once(" = ") {
            Some((code, digit)) => (code, Some(digit)),
            None => (expected, None),
        };
        let reply = host.ok(postbud_reference_check, &request);
        assert_eq!(reply["valid"], json!(false), "{request}");
        let found = findings(&reply["findings"]);
        let place = (code.to_owned(), "/value".to_owned());
        assert!(found.contains(&place), "{request}: {found:?}");
        let expected = reply["check_digit"].as_str();
        assert!(check_digit.is_none() || check_digit == expected, "{request}: {expected:?}");
    }
}
