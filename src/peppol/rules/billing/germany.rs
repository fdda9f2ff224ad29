//! The predicates of Germany. Each bears the id of its rule.

use crate::domain::codes::{GERMAN_VAT_CATEGORIES, holds};
use crate::peppol::rules::billing::check::some_filled;
use crate::peppol::rules::billing::identifier::iban;
use crate::peppol::rules::kleene::{both, either};
use crate::peppol::rules::list;
use crate::peppol::rules::look::{At, normal};
use crate::peppol::rules::number::{all_digits, double};
use crate::peppol::rules::outcome::{Outcome, Why};
use crate::peppol::rules::pack::Pack;
use crate::peppol::schema::id::*;
use crate::peppol::xml::name::attribute::{FILENAME, SCHEME_ID};
use crate::peppol::xml::place::narrow;
use std::collections::HashSet;

/// Where VAT is charged, the seller or its representative has a tax number.
pub fn de_r_016(at: At<'_, '_>) -> Outcome {
    let charged = |id: At<'_, '_>| holds(GERMAN_VAT_CATEGORIES, &id.value());
    let on_document = at.children(CAC_ALLOWANCE_CHARGE).any(|one| {
        one.any_is(&[CBC_CHARGE_INDICATOR], &["true", "false"])
            && one.any(&[CAC_TAX_CATEGORY, CBC_ID], &mut { charged })
    });
    let on_lines = |line: u16| {
        at.any(&[line, CAC_ITEM, CAC_CLASSIFIED_TAX_CATEGORY, CBC_ID], &mut { charged })
    };
    if !on_document && !on_lines(CAC_INVOICE_LINE) && !on_lines(CAC_CREDIT_NOTE_LINE) {
        return Ok(true);
    }
    let number = [CAC_ACCOUNTING_SUPPLIER_PARTY, CAC_PARTY, CAC_PARTY_TAX_SCHEME, CBC_COMPANY_ID];
    Ok(at.has(&[CAC_TAX_REPRESENTATIVE_PARTY]) || some_filled(at, &number)?)
}

/// The document has a type that is used in Germany.
pub fn de_r_017(at: At<'_, '_>) -> Outcome {
    let pack = at.document.pack;
    let is = |name: u16| match pack {
        Pack::V3_0_20 => {
            Ok(at.any(&[name], &mut |code| list::GERMAN_DOCUMENT_TYPES.holds(pack, &code.value())))
        }
        _ => at.norm(&[name]).map(|code| list::GERMAN_DOCUMENT_TYPES.holds(pack, &code)),
    };
    either(is(CBC_INVOICE_TYPE_CODE), is(CBC_CREDIT_NOTE_TYPE_CODE))
}

/// Terms of payment that begin with `#` are written as statements.
pub fn de_r_018(at: At<'_, '_>) -> Outcome {
    let notes: Vec<At<'_, '_>> =
        at.children(CAC_PAYMENT_TERMS).filter_map(|terms| terms.first(&[CBC_NOTE])).collect();
    let anywhere = at.document.pack == Pack::V3_0_20;
    for note in &notes {
        let text = note.value();
        // How the note ends is the same for all its lines.
        let mut closed = None;
        for line in text.split('\n') {
            let line = normal(line.strip_suffix('\r').unwrap_or(line).into());
            if !line.starts_with('#') {
                continue;
            }
            let closed = *closed.get_or_insert_with(|| match notes.get(1) {
                Some(second) => Err(second.abort(Why::Surplus)),
                None => {
                    at.document.facts.spend_on(narrow(text.len()));
                    Ok(ends_its_line(&text))
                }
            });
            if !both(Ok(is_statement(&line, anywhere)), closed)? {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

/// `#SKONTO#TAGE=14#PROZENT=2.25#BASISBETRAG=357.93#`; before 3.0.21 something could precede it.
fn is_statement(line: &str, anywhere: bool) -> bool {
    let starts = line.match_indices("#SKONTO#").map(|(at, _)| at);
    let mut starts = starts.filter(|at| anywhere || *at == 0);
    starts.any(|at| line.get(at..).and_then(after_statement) == Some(""))
}

/// What follows the statement at the beginning. It is read from its start on, never looked for: a
/// line may begin many of them.
fn after_statement(text: &str) -> Option<&str> {
    let rest = after_digits(text.strip_prefix("#SKONTO#TAGE=")?)?;
    let rest = after_cents(rest.strip_prefix("#PROZENT=")?)?;
    let rest = match rest.strip_prefix("#BASISBETRAG=") {
        Some(base) => after_cents(base.strip_prefix('-').unwrap_or(base))?,
        None => rest,
    };
    rest.strip_prefix('#')
}

fn after_digits(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    (rest.len() < text.len()).then_some(rest)
}

/// Digits, a point and two digits.
fn after_cents(text: &str) -> Option<&str> {
    let (cents, rest) = after_digits(text)?.strip_prefix('.')?.split_at_checked(2)?;
    all_digits(cents).then_some(rest)
}

/// After the last `#…#` of the note comes a line end, with only blanks before it.
fn ends_its_line(note: &str) -> bool {
    let mut after = note;
    let mut start = 0;
    for line in note.split_inclusive(['\n', '\r']) {
        let inside = line.trim_end_matches(['\n', '\r']);
        if let (Some(first), Some(last)) = (inside.find('#'), inside.rfind('#'))
            && last >= first + 2
        {
            after = note.get(start + last + 1..).unwrap_or_default();
        }
        start += line.len();
    }
    let end = after.find(|c| !matches!(c, ' ' | '\t' | '\r' | '\n')).unwrap_or(after.len());
    after.get(..end).is_some_and(|blanks| blanks.contains('\n'))
}

/// Attached files have names of their own.
pub fn de_r_022(at: At<'_, '_>) -> Outcome {
    let path = [CAC_ATTACHMENT, CBC_EMBEDDED_DOCUMENT_BINARY_OBJECT];
    let mut before: HashSet<String> = HashSet::new();
    for reference in at.children(CAC_ADDITIONAL_DOCUMENT_REFERENCE) {
        let mut names = HashSet::new();
        reference.every(&path, &mut |file| {
            names.extend(file.attribute(FILENAME).map(|name| name.into_owned()));
        });
        if !names.is_disjoint(&before) {
            return Ok(false);
        }
        before.extend(names);
    }
    Ok(true)
}

/// A correction names the invoice it corrects.
pub fn de_r_026(at: At<'_, '_>) -> Outcome {
    let is = |name: u16| match at.document.pack {
        Pack::V3_0_20 => at.try_any(&[name], &mut |code| {
            Ok(double(&code.value()).ok_or(code.abort(Why::NotNumber))? == 384.0)
        }),
        _ => at.norm(&[name]).map(|code| code == "384"),
    };
    let corrects = either(is(CBC_INVOICE_TYPE_CODE), is(CBC_CREDIT_NOTE_TYPE_CODE));
    let named = at.has(&[CAC_BILLING_REFERENCE, CAC_INVOICE_DOCUMENT_REFERENCE]);
    either(corrects.map(|corrects| !corrects), Ok(named))
}

/// A telephone number has three digits.
pub fn de_r_027(at: At<'_, '_>) -> Outcome {
    let number = at.norm(&[CBC_TELEPHONE])?;
    Ok(number.bytes().filter(u8::is_ascii_digit).nth(2).is_some())
}

/// An e-mail address looks like one.
pub fn de_r_028(at: At<'_, '_>) -> Outcome {
    let mail = at.norm(&[CBC_ELECTRONIC_MAIL])?;
    let fits = match at.document.pack {
        Pack::V3_0_20 => is_older_mail,
        _ => is_mail,
    };
    Ok(fits(&mail))
}

fn is_mail(mail: &str) -> bool {
    let Some((name, host)) = mail.split_once('@') else { return false };
    let plain = |text: &str| !text.is_empty() && !text.contains(['@', ' ', '\t', '\r', '\n']);
    plain(name) && host.contains('.') && host.split('.').all(plain)
}

fn is_older_mail(mail: &str) -> bool {
    let Some((name, host)) = mail.split_once('@') else { return false };
    let atom = |text: &str| {
        let fits = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&\"*+/=?^_`{|}~-".contains(&b);
        !text.is_empty() && text.bytes().all(fits)
    };
    let label = |text: &str| {
        let fits = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
        let edge = text.starts_with('-') || text.ends_with('-');
        !text.is_empty() && !edge && text.bytes().all(fits)
    };
    name.split('.').all(atom) && host.contains('.') && host.split('.').all(label)
}

fn has_sepa(at: At<'_, '_>, path: &[u16]) -> bool {
    at.any(path, &mut |id| id.attribute(SCHEME_ID).is_some_and(|scheme| scheme == "SEPA"))
}

/// A mandate comes with the creditor's number.
pub fn de_r_030(at: At<'_, '_>) -> Outcome {
    let seller = [CAC_ACCOUNTING_SUPPLIER_PARTY, CAC_PARTY, CAC_PARTY_IDENTIFICATION, CBC_ID];
    let payee = [CAC_PAYEE_PARTY, CAC_PARTY_IDENTIFICATION, CBC_ID];
    Ok(!at.has(&[CAC_PAYMENT_MEANS, CAC_PAYMENT_MANDATE])
        || has_sepa(at, &seller)
        || has_sepa(at, &payee))
}

/// A mandate comes with the debtor's account.
pub fn de_r_031(at: At<'_, '_>) -> Outcome {
    let mandate = [CAC_PAYMENT_MEANS, CAC_PAYMENT_MANDATE];
    let account = [CAC_PAYMENT_MEANS, CAC_PAYMENT_MANDATE, CAC_PAYER_FINANCIAL_ACCOUNT, CBC_ID];
    Ok(!at.has(&mandate) || at.has(&account))
}

/// A link is one with a scheme of two characters or more.
pub fn de_r_t02(at: At<'_, '_>) -> Outcome {
    let link = at.text(&[CBC_URI])?;
    let Some((scheme, _)) = link.split_once(':') else { return Ok(false) };
    let fits = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'.' | b'-');
    let begins = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    Ok(begins && scheme.len() >= 2 && scheme.bytes().all(fits))
}

/// The codes for which an account must be an IBAN, by pack.
fn is_code(at: At<'_, '_>, code: &str) -> Outcome {
    match at.document.pack {
        Pack::V3_0_20 => Ok(at.any_is(&[CBC_PAYMENT_MEANS_CODE], &[code])),
        _ => Ok(at.norm(&[CBC_PAYMENT_MEANS_CODE])? == code),
    }
}

/// A SEPA transfer goes to an IBAN.
pub fn de_r_019(at: At<'_, '_>) -> Outcome {
    let account = at.text(&[CAC_PAYEE_FINANCIAL_ACCOUNT, CBC_ID]);
    either(is_code(at, "58").map(|sepa| !sepa), account.map(|account| iban(&account)))
}

/// A SEPA debit comes from an IBAN.
pub fn de_r_020(at: At<'_, '_>) -> Outcome {
    let path = [CAC_PAYMENT_MANDATE, CAC_PAYER_FINANCIAL_ACCOUNT, CBC_ID];
    let account = at.text(&path).map(|account| iban(&account));
    match at.document.pack {
        Pack::V3_0_20 => either(is_code(at, "59").map(|sepa| !sepa), account),
        _ => account,
    }
}
