//! Makes a payment reference, account number or identifier: its check digits, the agreed length,
//! and the parts in their places.

use crate::domain::agreement::Capture;
use crate::domain::country::Country;
use crate::domain::failure::Failure;
use crate::domain::finding::{Fault, Finding};
use crate::domain::reference::{
    Body, KidParts, Kind, Level, Made, Order, PARTS_AND_DIGITS, Terms, make,
};
use crate::domain::time::norwegian_day;
use crate::office::Office;
use crate::office::protocol::door::{Door, missing};
use crate::office::protocol::request::{Call, form, request};
use crate::office::protocol::text::text;
use crate::office::reference::reply::PartsReply;
use crate::office::reference::terms::{
    capture_of, read_lengths, read_modulus, read_payment_position, read_positions, refuse_foreign,
};
use schemars::JsonSchema;
use serde::Serialize;

request! {
    /// What to make, and by which agreement.
    Request {
        /// kid, ocr, bankgiro, plusgiro, bank_account (Norwegian), iban, organisation_number,
        /// vat_number, personal_number (Swedish), creditor_reference (ISO 11649),
        /// finnish_reference or danish_reference. Mandatory.
        kind: Option<String>,
        /// The digits without check digit. For iban: the domestic account; for vat_number: the
        /// organisation number; a creditor_reference may have letters.
        digits: Option<String>,
        /// For kid and ocr, instead of digits: the ERP's own numbers.
        parts: Option<PartsForm>,
        /// How the last place of a KID is made: 10 (default) or 11.
        modulus: Option<u32>,
        /// The agreed length of a KID (4 to 25) or OCR reference (2 to 25), check digits included;
        /// zeros fill it. Default: as long as it has to be; for a KID that of the company's
        /// agreement capture.
        length: Option<u32>,
        /// Where the customer number stands in a KID, such as 1-5. Default: as in the company's
        /// agreement capture, else at the beginning.
        customer_position: Option<String>,
        /// Where the payment type stands in a KID, such as 6-6. Default: behind the customer.
        payment_type_position: Option<String>,
        /// How banks check OCR references: none, soft, hard, length_digit (adds it) or fixed_length
        /// (wants length). Default: hard.
        level: Option<String>,
        /// The country of an organisation_number, vat_number or iban, for which it is mandatory.
        country: Option<String>,
        /// For danish_reference: 71 (default) or 75.
        card_type: Option<String>,
        /// For danish_reference: the creditor's eight digits.
        creditor_number: Option<String>,
    }
}

form! {
    /// The ERP's own numbers, digits only.
    PartsForm {
        /// Customer number.
        customer_number: Option<String>,
        /// Payment type of a direct debit agreement; for kid.
        payment_type: Option<String>,
        /// Invoice number.
        invoice_number: Option<String>,
    }
}

/// What was made.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reply {
    /// The kind.
    pub kind: &'static str,
    /// The value, without blanks, as documents carry it.
    pub value: Option<String>,
    /// As people write it.
    pub print: Option<String>,
    /// Its check digit or digits.
    pub check_digit: Option<String>,
    /// What it is made of.
    pub parts: PartsReply,
}

/// Makes it.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<Reply, Failure> {
    let capture = capture_of(office, &call)?;
    let mut door = std::mem::take(&mut call.door);
    let kind = door.required("/kind", call.body.kind.as_ref(), Kind::parse);
    let order = kind.and_then(|kind| read_order(&mut door, &call, kind, capture.as_ref()));
    let made = order.filter(|_| door.is_clear()).and_then(|order| match make(&order) {
        Ok(made) => Some(made),
        Err(findings) => {
            door.report_all(findings.into_iter().map(|found| found.term(order.kind.term())));
            None
        }
    });
    let (made, _) = door.close(made)?;
    Ok(Reply::from(made))
}

fn read_order(
    door: &mut Door,
    call: &Call<Request>,
    kind: Kind,
    capture: Option<&Capture>,
) -> Option<Order> {
    let body = &call.body;
    refuse_foreign(door, Some(kind), &given(body));
    let content = read_body(door, body);
    let terms = read_terms(door, call, kind, capture);
    let card_type = door.optional("/card_type", body.card_type.as_ref(), text(10));
    let creditor_number =
        door.optional("/creditor_number", body.creditor_number.as_ref(), text(20));
    Some(Order { kind, body: content?, terms, card_type, creditor_number })
}

fn read_terms(
    door: &mut Door,
    call: &Call<Request>,
    kind: Kind,
    capture: Option<&Capture>,
) -> Terms {
    let body = &call.body;
    let level = door.optional("/level", body.level.as_ref(), Level::parse).unwrap_or_default();
    if level == Level::FixedLength && body.length.is_none() {
        door.report(missing("/length"));
    }
    let capture = capture.filter(|_| kind == Kind::Kid);
    let given = read_lengths(door, Some(kind), body.length, None);
    let lengths = match (body.length, capture) {
        (None, Some(capture)) => vec![capture.kid_length],
        _ => given,
    };
    let payment_type = body.payment_type_position.as_ref();
    Terms {
        modulus: read_modulus(door, body.modulus),
        positions: read_positions(door, body.customer_position.as_ref(), &lengths, capture),
        payment_type: read_payment_position(door, payment_type, &lengths),
        lengths,
        level,
        country: door.optional("/country", body.country.as_ref(), Country::parse),
        today: norwegian_day(call.now),
    }
}

/// The fields that only some kinds have a use for.
fn given(body: &Request) -> Vec<(&'static str, bool, &'static [Kind])> {
    let payment_type = body.parts.as_ref().is_some_and(|parts| parts.payment_type.is_some());
    vec![
        ("parts", body.parts.is_some(), &[Kind::Kid, Kind::Ocr]),
        ("parts/payment_type", payment_type, &[Kind::Kid]),
        ("modulus", body.modulus.is_some(), &[Kind::Kid]),
        ("length", body.length.is_some(), &[Kind::Kid, Kind::Ocr]),
        ("customer_position", body.customer_position.is_some(), &[Kind::Kid, Kind::Ocr]),
        ("payment_type_position", body.payment_type_position.is_some(), &[Kind::Kid]),
        ("level", body.level.is_some(), &[Kind::Ocr]),
        ("country", body.country.is_some(), &COUNTRY),
        ("card_type", body.card_type.is_some(), &[Kind::DanishReference]),
        ("creditor_number", body.creditor_number.is_some(), &[Kind::DanishReference]),
    ]
}

const COUNTRY: [Kind; 3] = [Kind::OrganisationNumber, Kind::VatNumber, Kind::Iban];

fn read_body(door: &mut Door, body: &Request) -> Option<Body> {
    let digits = door.optional("/digits", body.digits.as_ref(), close_up);
    let Some(parts) = &body.parts else {
        if digits.is_none() && door.is_clear() {
            door.report(missing("/digits"));
        }
        return digits.map(Body::Digits);
    };
    if body.digits.is_some() {
        door.report(Finding::fatal(&PARTS_AND_DIGITS).at("/digits"));
    }
    let mut part = |name: &str, given: &Option<String>| {
        door.optional(&format!("/parts/{name}"), given.as_ref(), close_up)
    };
    let parts = KidParts {
        customer_number: part("customer_number", &parts.customer_number),
        payment_type: part("payment_type", &parts.payment_type),
        invoice_number: part("invoice_number", &parts.invoice_number),
    };
    if parts == KidParts::default() && door.is_clear() {
        door.report(missing("/parts/customer_number"));
    }
    Some(Body::Parts(parts))
}

/// A number without the blanks between its groups.
fn close_up(given: &str) -> Result<String, Fault> {
    text(100)(given).map(|given| given.split_whitespace().collect())
}

impl From<Made> for Reply {
    fn from(made: Made) -> Self {
        Self {
            kind: made.kind.word(),
            value: made.normal,
            print: made.print,
            check_digit: made.check_digit,
            parts: PartsReply::from(made.parts),
        }
    }
}
