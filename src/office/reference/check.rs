//! Checks a payment reference, account number or identifier: is it right, how is it written, what
//! is it made of, and what is wrong with it.
//!
//! A wrong value is an answer and no failure; only a request that cannot be understood is one.

use crate::domain::agreement::Capture;
use crate::domain::country::Country;
use crate::domain::failure::Failure;
use crate::domain::finding::Finding;
use crate::domain::reference::{Checked, Kind, Level, REFERENCE_UNKNOWN, Terms, check, guess};
use crate::domain::time::norwegian_day;
use crate::domain::words::Language;
use crate::office::Office;
use crate::office::protocol::door::{Door, missing};
use crate::office::protocol::reply::{FindingReply, say_all};
use crate::office::protocol::request::{Call, request};
use crate::office::protocol::text::text;
use crate::office::reference::reply::PartsReply;
use crate::office::reference::terms::{
    capture_of, read_lengths, read_modulus, read_payment_position, read_positions, refuse_foreign,
};
use schemars::JsonSchema;
use serde::Serialize;

request! {
    /// The value, what it is said to be, and the agreement that it belongs to.
    Request {
        /// kid, ocr, bankgiro, plusgiro, bank_account (Norwegian), iban, organisation_number,
        /// vat_number, personal_number (Swedish), creditor_reference (ISO 11649),
        /// finnish_reference or danish_reference. Left out: every kind that fits is listed.
        kind: Option<String>,
        /// The value, with or without blanks. Mandatory.
        value: Option<String>,
        /// How the last place of a KID is made: 10 or 11. Default: either passes.
        modulus: Option<u32>,
        /// The agreed length of a KID (4 to 25) or OCR reference (2 to 25), check digits included.
        /// Default: any; for a KID that of the company's agreement capture.
        length: Option<u32>,
        /// The agreed lengths, where there are several.
        lengths: Option<Vec<u32>>,
        /// Where the customer reference stands in a KID or OCR reference, such as 1-5. Default: for
        /// a KID as in the company's agreement capture.
        customer_position: Option<String>,
        /// Where the payment type stands in a KID, such as 6-6.
        payment_type_position: Option<String>,
        /// How banks check OCR references: none, soft, hard, length_digit or fixed_length.
        /// Default: hard.
        level: Option<String>,
        /// The country of an organisation number. Default: its form tells.
        country: Option<String>,
    }
}

/// The answer. Without kind in the request, the fields beside `guess` belong to its only entry;
/// where it has several they say only whether the value passes one.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reply {
    /// Whether the value is right.
    pub valid: bool,
    /// The kind, if there is only one.
    pub kind: Option<&'static str>,
    /// Without blanks and signs, as documents carry it; none where it does not even have the form.
    pub normal: Option<String>,
    /// As people write it.
    pub print: Option<String>,
    /// The right check digit or digits for the others, where they can be computed.
    pub check_digit: Option<String>,
    /// What it is made of.
    pub parts: Option<PartsReply>,
    /// What is wrong with it; a warning leaves it valid.
    pub findings: Vec<FindingReply>,
    /// Without kind in the request: every kind whose form it has; those that it passes come first.
    pub guess: Vec<CheckedReply>,
}

/// A value as one kind sees it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CheckedReply {
    /// The kind.
    pub kind: &'static str,
    /// Whether the value is right.
    pub valid: bool,
    /// Without blanks and signs.
    pub normal: Option<String>,
    /// As people write it.
    pub print: Option<String>,
    /// The right check digit or digits for the others.
    pub check_digit: Option<String>,
    /// What it is made of.
    pub parts: PartsReply,
    /// What is wrong with it.
    pub findings: Vec<FindingReply>,
}

/// Checks the value.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<Reply, Failure> {
    let capture = capture_of(office, &call)?;
    let mut door = std::mem::take(&mut call.door);
    let kind = door.optional("/kind", call.body.kind.as_ref(), Kind::parse);
    let value = door.required("/value", call.body.value.as_ref(), text(200));
    // A kind that is not known has no terms to be read by.
    let terms = match kind.is_none() && call.body.kind.is_some() {
        true => Terms::usual(norwegian_day(call.now)),
        false => read_terms(&mut door, &call, kind, capture.as_ref()),
    };
    let ((value, terms), _) = door.close(value.map(|value| (value, terms)))?;
    Ok(match kind {
        Some(kind) => Reply::of(check(kind, &value, &terms), call.language),
        None => Reply::guessed(&value, guess(&value, &terms), call.language),
    })
}

fn read_terms(
    door: &mut Door,
    call: &Call<Request>,
    kind: Option<Kind>,
    capture: Option<&Capture>,
) -> Terms {
    let body = &call.body;
    refuse_foreign(door, kind, &given(body));
    let lengths = read_lengths(door, kind, body.length, body.lengths.as_deref());
    let level = door.optional("/level", body.level.as_ref(), Level::parse).unwrap_or_default();
    if level == Level::FixedLength && body.length.is_none() && body.lengths.is_none() {
        door.report(missing("/length"));
    }
    // A value of unknown kind may be anybody's, so only its own company's KID goes by the capture.
    let capture = capture.filter(|_| kind == Some(Kind::Kid));
    let lengths = match (lengths.is_empty(), capture) {
        (true, Some(capture)) => vec![capture.kid_length],
        _ => lengths,
    };
    Terms {
        modulus: read_modulus(door, body.modulus),
        positions: read_positions(door, body.customer_position.as_ref(), &lengths, capture),
        payment_type: read_payment_position(door, body.payment_type_position.as_ref(), &lengths),
        lengths,
        level,
        country: door.optional("/country", body.country.as_ref(), Country::parse),
        today: norwegian_day(call.now),
    }
}

/// The fields that only some kinds have a use for.
fn given(body: &Request) -> Vec<(&'static str, bool, &'static [Kind])> {
    vec![
        ("modulus", body.modulus.is_some(), &[Kind::Kid]),
        ("length", body.length.is_some(), &[Kind::Kid, Kind::Ocr]),
        ("lengths", body.lengths.is_some(), &[Kind::Kid, Kind::Ocr]),
        ("customer_position", body.customer_position.is_some(), &[Kind::Kid, Kind::Ocr]),
        ("payment_type_position", body.payment_type_position.is_some(), &[Kind::Kid]),
        ("level", body.level.is_some(), &[Kind::Ocr]),
        ("country", body.country.is_some(), &[Kind::OrganisationNumber]),
    ]
}

impl Reply {
    fn of(checked: Checked, language: Language) -> Self {
        let checked = CheckedReply::of(checked, language);
        Self {
            valid: checked.valid,
            kind: Some(checked.kind),
            normal: checked.normal,
            print: checked.print,
            check_digit: checked.check_digit,
            parts: Some(checked.parts),
            findings: checked.findings,
            guess: Vec::new(),
        }
    }

    fn guessed(value: &str, kinds: Vec<Checked>, language: Language) -> Self {
        let only = match kinds.as_slice() {
            [only] => Some(only.clone()),
            _ => None,
        };
        let unknown = Finding::fatal(&REFERENCE_UNKNOWN).at("/value").value(value);
        let unknown = if kinds.is_empty() { vec![unknown] } else { Vec::new() };
        let nothing = Self {
            valid: kinds.iter().any(Checked::is_valid),
            kind: None,
            normal: None,
            print: None,
            check_digit: None,
            parts: None,
            findings: say_all(&unknown, language),
            guess: Vec::new(),
        };
        let top = only.map_or(nothing, |only| Self::of(only, language));
        let said = |kind| CheckedReply::of(kind, language);
        Self { guess: kinds.into_iter().map(said).collect(), ..top }
    }
}

impl CheckedReply {
    fn of(checked: Checked, language: Language) -> Self {
        let at = |finding: &Finding| finding.clone().at("/value");
        let findings: Vec<Finding> = checked.findings.iter().map(at).collect();
        Self {
            kind: checked.kind.word(),
            valid: checked.is_valid(),
            normal: checked.normal,
            print: checked.print,
            check_digit: checked.check_digit,
            parts: PartsReply::from(checked.parts),
            findings: say_all(&findings, language),
        }
    }
}
