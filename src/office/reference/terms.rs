//! The agreed form of a reference, as a request gives it.

use crate::domain::agreement::{Capture, Positions, parse_kid_length};
use crate::domain::failure::Failure;
use crate::domain::finding::{Fault, Finding};
use crate::domain::reference::{
    FIELD_NOT_FOR_KIND, Kind, LENGTH_AND_LENGTHS, Modulus, parse_ocr_length,
};
use crate::office::Office;
use crate::office::protocol::company::company;
use crate::office::protocol::door::Door;
use crate::office::protocol::request::{Call, Enveloped};

/// The agreement capture of the company that the request names, or of the only one; the others do
/// without.
pub fn capture_of<T: Enveloped>(
    office: &Office,
    call: &Call<T>,
) -> Result<Option<Capture>, Failure> {
    office.store.read(|tx| {
        if call.company.is_none() && tx.first_two_companies()?.len() != 1 {
            return Ok(None);
        }
        let company = company(tx, call)?;
        Ok(tx.agreement(company.id)?.capture)
    })
}

/// Refuses a field that the kind has no use for: it would be a promise that nobody keeps.
pub fn refuse_foreign(
    door: &mut Door,
    kind: Option<Kind>,
    fields: &[(&'static str, bool, &'static [Kind])],
) {
    let Some(kind) = kind else { return };
    for (field, _, _) in fields.iter().filter(|(_, given, of)| *given && !of.contains(&kind)) {
        let name = field.rsplit('/').next().unwrap_or(field);
        let fault = Fault::new(&FIELD_NOT_FOR_KIND).with("field", name).with("kind", kind.word());
        door.report(Finding::fatal(fault).at(format!("/{field}")));
    }
}

/// 10 or 11.
pub fn read_modulus(door: &mut Door, modulus: Option<u32>) -> Option<Modulus> {
    let modulus = modulus.map(|modulus| modulus.to_string());
    door.optional("/modulus", modulus.as_ref(), Modulus::parse)
}

/// The agreed lengths. A length that only one of the two kinds can have tells nothing of a value
/// whose kind is not known.
pub fn read_lengths(
    door: &mut Door,
    kind: Option<Kind>,
    length: Option<u32>,
    lengths: Option<&[u32]>,
) -> Vec<u8> {
    if length.is_some() && lengths.is_some() {
        door.report(Finding::fatal(&LENGTH_AND_LENGTHS).at("/lengths"));
    }
    let parse = match kind {
        Some(Kind::Kid) => parse_kid_length,
        _ => parse_ocr_length,
    };
    let one = length.iter().map(|length| ("/length".to_owned(), *length));
    let many = lengths.unwrap_or_default().iter().enumerate();
    let all = one.chain(many.map(|(at, length)| (format!("/lengths/{at}"), *length)));
    let mut read =
        |(path, length): (String, u32)| door.optional(&path, Some(&length.to_string()), parse);
    all.filter_map(&mut read).collect()
}

/// Where the customer reference stands, in the shortest KID that is agreed.
pub fn read_positions(
    door: &mut Door,
    given: Option<&String>,
    lengths: &[u8],
    capture: Option<&Capture>,
) -> Option<Positions> {
    let shortest = lengths.iter().min().copied().unwrap_or(LONGEST);
    let kept = capture.map(|capture| capture.positions.text());
    let given = given.filter(|text| !text.trim().is_empty());
    let parse = |text: &str| Positions::parse(text, shortest);
    door.optional("/customer_position", given.or(kept.as_ref()), parse)
}

/// Where the payment type stands, in the shortest KID that is agreed.
pub fn read_payment_position(
    door: &mut Door,
    given: Option<&String>,
    lengths: &[u8],
) -> Option<Positions> {
    let shortest = lengths.iter().min().copied().unwrap_or(LONGEST);
    door.optional("/payment_type_position", given, |text| Positions::parse(text, shortest))
}

/// Neither a KID nor an OCR reference has more digits.
pub const LONGEST: u8 = 25;
