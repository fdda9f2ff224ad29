//! A Swedish OCR reference against one of the levels that a bank may check it by.

use super::checked::Checked;
use super::digit::{compact, is_digits, luhn, split_end};
use super::kind::Kind;
use super::terms::{Level, OCR_MOST, Terms};
use super::words::{OCR_LENGTH_AGREED, OCR_LENGTH_DIGIT, OCR_SHAPE, OCR_SOFT};
use crate::domain::finding::Fault;

/// Checks an OCR reference.
pub fn check(value: &str, terms: &Terms) -> Checked {
    let ocr = compact(value, "");
    if !is_digits(&ocr, 2..=OCR_MOST) {
        return Checked::formless(Kind::Ocr, &OCR_SHAPE);
    }
    let mut checked = Checked::of(Kind::Ocr, &ocr, ocr.as_str());
    if !terms.lengths.is_empty() && !terms.lengths.iter().any(|l| usize::from(*l) == ocr.len()) {
        let agreed: Vec<String> = terms.lengths.iter().map(ToString::to_string).collect();
        let fault = Fault::new(&OCR_LENGTH_AGREED).with("digits", ocr.len());
        checked.wrong(fault.with("agreed", agreed.join(", ")));
    }
    match terms.level {
        Level::None => {}
        Level::Hard | Level::FixedLength => checked.judge_last(&ocr, luhn),
        Level::Soft => judge_softly(&mut checked, &ocr),
        Level::LengthDigit => {
            checked.judge_last(&ocr, luhn);
            judge_length_digit(&mut checked, &ocr);
        }
    }
    checked.take_apart(&ocr, terms);
    checked
}

/// The last digit of the whole length.
pub(super) fn length_digit(whole: usize) -> String {
    (whole % 10).to_string()
}

/// The banks warn and take it all the same.
fn judge_softly(checked: &mut Checked, ocr: &str) {
    let mut strict = checked.clone();
    strict.findings.clear();
    strict.judge_last(ocr, luhn);
    checked.check_digit = strict.check_digit.clone();
    if !strict.is_valid() {
        let expected = strict.check_digit.unwrap_or_default();
        checked.doubtful(Fault::new(&OCR_SOFT).with("expected", expected));
    }
}

fn judge_length_digit(checked: &mut Checked, ocr: &str) {
    let (before, _) = split_end(ocr, 1);
    let (_, given) = split_end(before, 1);
    let expected = length_digit(ocr.len());
    if given != expected {
        let fault = Fault::new(&OCR_LENGTH_DIGIT).with("given", given).with("digits", ocr.len());
        checked.wrong(fault.with("expected", expected));
    }
    checked.parts.length_digit = Some(given.to_owned());
}
