//! The predicates of Greece. Each bears the id of its rule.

use crate::domain::codes::{GREEK_DOCUMENT_TYPES, holds};
use crate::peppol::rules::billing::country::{head, is_exactly_vat, tail};
use crate::peppol::rules::billing::identifier::tin;
use crate::peppol::rules::look::{At, normal};
use crate::peppol::rules::memory::Question;
use crate::peppol::rules::number::{is_integer, is_number};
use crate::peppol::rules::outcome::{Outcome, Why};
use crate::peppol::schema::id::*;
use crate::peppol::schema::lexical::bare;
use crate::peppol::xml::name::attribute::SCHEME_ID;
use std::collections::HashSet;

/// A part of the document's number, between the bars; a missing one is nothing.
fn part(at: At<'_, '_>, number: usize) -> String {
    let value = at.value();
    if value.is_empty() {
        return String::new();
    }
    value.split('|').nth(number - 1).unwrap_or_default().to_owned()
}

/// Six parts.
pub fn gr_r_001_1(at: At<'_, '_>) -> Outcome {
    let value = at.value();
    Ok(!value.is_empty() && value.split('|').count() == 6)
}

/// The first is the tax number of seller or representative.
pub fn gr_r_001_2(at: At<'_, '_>) -> Outcome {
    let first = part(at, 1);
    if normal((&*first).into()).chars().count() != 9 || !tin(&first) {
        return Ok(false);
    }
    let root = At::root(at.document);
    let numbers = root.texts(Question::TaxNumbers, || {
        let mut numbers = HashSet::new();
        let mut add = |scheme: At<'_, '_>| {
            for id in scheme.children(CBC_COMPANY_ID).filter(|_| is_exactly_vat(scheme)) {
                numbers.insert(head(tail(&id.value(), 2), 9).to_owned());
            }
        };
        root.every(&[CAC_ACCOUNTING_SUPPLIER_PARTY, CAC_PARTY, CAC_PARTY_TAX_SCHEME], &mut add);
        root.every(&[CAC_TAX_REPRESENTATIVE_PARTY, CAC_PARTY_TAX_SCHEME], &mut add);
        numbers
    });
    Ok(numbers.contains(&first))
}

/// The second is the date of issue.
pub fn gr_r_001_3(at: At<'_, '_>) -> Outcome {
    let second = part(at, 2);
    if bare(&second).is_empty() || !begins_with_date(&second) {
        return Ok(false);
    }
    let root = At::root(at.document);
    let issued = root.text_of(CBC_ISSUE_DATE, || root.text(&[CBC_ISSUE_DATE]))?;
    let written: Vec<&str> = second.split('/').take(3).collect();
    let issued: Vec<&str> = issued.split('-').take(3).collect();
    match (written.as_slice(), issued.as_slice()) {
        ([day, month, year], [of_year, of_month, of_day]) => {
            Ok(day == of_day && month == of_month && year == of_year)
        }
        _ => Ok(false),
    }
}

/// Day, month and year of this century or the last, with a sign between them or none.
fn begins_with_date(text: &str) -> bool {
    let number = |text: &str, most: u32| -> Vec<usize> {
        (1..=2)
            .filter(|length| {
                let digits = text.get(..*length).filter(|d| d.bytes().all(|b| b.is_ascii_digit()));
                let value = digits.and_then(|digits| digits.parse::<u32>().ok());
                value.is_some_and(|value| value >= 1 && value <= most)
            })
            .collect()
    };
    let after = |text: &str| -> Vec<usize> {
        if text.starts_with(['-', '\\', '/', ' ']) { vec![1, 0] } else { vec![0] }
    };
    for day in number(text, 31) {
        let rest = text.get(day..).unwrap_or_default();
        for gap in after(rest) {
            let rest = rest.get(gap..).unwrap_or_default();
            for month in number(rest, 12) {
                let rest = rest.get(month..).unwrap_or_default();
                for gap in after(rest) {
                    let year = rest.get(gap..).and_then(|rest| rest.get(..4)).unwrap_or_default();
                    let digits = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
                    if digits && (year.starts_with("19") || year.starts_with("20")) {
                        return true;
                    }
                }
            }
        }
    }
    false
}

/// The third is a number.
pub fn gr_r_001_4(at: At<'_, '_>) -> Outcome {
    let third = part(at, 3);
    if bare(&third).is_empty() || !is_number(&third) {
        return Ok(false);
    }
    if !is_integer(&third) {
        return Err(at.abort(Why::NotNumber));
    }
    let bare = bare(&third);
    let zero = bare.bytes().all(|byte| matches!(byte, b'-' | b'+' | b'0'));
    Ok(zero || !bare.starts_with('-'))
}

/// The fourth is a type of document.
pub fn gr_r_001_5(at: At<'_, '_>) -> Outcome {
    Ok(holds(GREEK_DOCUMENT_TYPES, &part(at, 4)))
}

/// The fifth is there.
pub fn gr_r_001_6(at: At<'_, '_>) -> Outcome {
    Ok(!part(at, 5).is_empty())
}

/// And the sixth.
pub fn gr_r_001_7(at: At<'_, '_>) -> Outcome {
    Ok(!part(at, 6).is_empty())
}

fn is_greek_vat(text: &str) -> bool {
    head(text, 2) == "EL" && tin(tail(text, 2))
}

/// A party has one VAT number, and it is Greek.
pub fn one_greek_vat(at: At<'_, '_>) -> Outcome {
    let mut numbers = Vec::new();
    for scheme in at.children(CAC_PARTY_TAX_SCHEME) {
        if scheme.norm(&[CAC_TAX_SCHEME, CBC_ID])? == "VAT" {
            numbers.extend(scheme.children(CBC_COMPANY_ID));
        }
    }
    Ok(matches!(numbers.as_slice(), [number] if is_greek_vat(&number.value())))
}

/// A VAT number is Greek.
pub fn gr_r_003(at: At<'_, '_>) -> Outcome {
    Ok(is_greek_vat(&at.value()))
}

fn references(at: At<'_, '_>, description: &str) -> usize {
    let all = at.children(CAC_ADDITIONAL_DOCUMENT_REFERENCE);
    all.filter(|one| one.any_is(&[CBC_DOCUMENT_DESCRIPTION], &[description])).count()
}

/// One mark of the tax authority.
pub fn gr_r_004_1(at: At<'_, '_>) -> Outcome {
    Ok(references(at, "##M.AR.K##") == 1)
}

/// One address of the document.
pub fn gr_s_008_1(at: At<'_, '_>) -> Outcome {
    Ok(references(at, "##INVOICE|URL##") == 1)
}

/// At most one.
pub fn gr_r_008_2(at: At<'_, '_>) -> Outcome {
    Ok(references(at, "##INVOICE|URL##") <= 1)
}

/// The mark is a number.
pub fn gr_r_004_2(at: At<'_, '_>) -> Outcome {
    Ok(at.value().starts_with(|c: char| matches!(c, '1'..='9')))
}

/// The address is there.
pub fn gr_r_008_3(at: At<'_, '_>) -> Outcome {
    Ok(!at.norm(&[CAC_ATTACHMENT, CAC_EXTERNAL_REFERENCE, CBC_URI])?.is_empty())
}

/// An electronic address is a Greek tax number.
pub fn greek_endpoint(at: At<'_, '_>) -> Outcome {
    Ok(at.attribute(SCHEME_ID).is_some_and(|scheme| scheme == "9933") && tin(&at.value()))
}
