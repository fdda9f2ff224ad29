//! A value as one kind sees it, and what it is made of.

use super::digit::{DIGITS, found, split_end};
use super::kind::Kind;
use super::terms::Terms;
use super::words::{CHECK_DIGIT_IMPOSSIBLE, CHECK_DIGIT_WRONG, KID_TOO_SHORT};
use crate::domain::agreement::Positions;
use crate::domain::finding::{Fault, Finding};
use std::ops::Range;

/// What a value is made of, as far as its kind tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// The country that gave it.
    pub country: Option<String>,
    /// The customer reference of a KID or OCR reference, with its zeros.
    pub customer_reference: Option<String>,
    /// The payment type of a KID.
    pub payment_type: Option<String>,
    /// The invoice's part of a KID or OCR reference, with its zeros.
    pub invoice_reference: Option<String>,
    /// The moduli that a KID passes.
    pub moduli: Vec<u32>,
    /// The length digit of an OCR reference.
    pub length_digit: Option<String>,
    /// company or person.
    pub holder: Option<&'static str>,
    /// The day of birth in a personal number.
    pub birth_date: Option<String>,
    /// Whether a personal number is a coordination number.
    pub coordination_number: Option<bool>,
    /// The bank's own digits: a Norwegian register number, a Danish registration number.
    pub bank_code: Option<String>,
    /// The domestic account in an IBAN.
    pub account: Option<String>,
    /// The organisation number in a VAT number.
    pub organisation_number: Option<String>,
    /// What the creditor himself has written, check digits included where they are his own.
    pub reference: Option<String>,
    /// Card type of a Danish form.
    pub card_type: Option<String>,
    /// Creditor number of a Danish form.
    pub creditor_number: Option<String>,
}

/// A value as one kind sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The kind.
    pub kind: Kind,
    /// Without blanks and signs; none where the value does not even have the form.
    pub normal: Option<String>,
    /// As people write it.
    pub print: Option<String>,
    /// The right check digits for the others, where there are any.
    pub check_digit: Option<String>,
    /// What it is made of.
    pub parts: Parts,
    /// What is wrong with it.
    pub findings: Vec<Finding>,
}

impl Checked {
    /// Whether nothing is wrong with it.
    pub fn is_valid(&self) -> bool {
        self.has_form() && !self.findings.iter().any(Finding::is_fatal)
    }

    /// Whether it has at least the form of its kind.
    pub const fn has_form(&self) -> bool {
        self.normal.is_some()
    }

    /// Whether the form tells anything: a foreign VAT number may be any word that begins with a
    /// country, so most of it has to be digits.
    pub(super) fn is_likely(&self) -> bool {
        let text = self.normal.as_deref().unwrap_or_default();
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        self.has_form() && (self.check_digit.is_some() || digits * 2 > text.len())
    }

    pub(super) fn formless(kind: Kind, fault: impl Into<Fault>) -> Self {
        let findings = vec![Finding::fatal(fault)];
        let (normal, print, check_digit) = (None, None, None);
        Self { kind, normal, print, check_digit, parts: Parts::default(), findings }
    }

    pub(super) fn of(kind: Kind, normal: &str, print: impl Into<String>) -> Self {
        Self {
            kind,
            normal: Some(normal.to_owned()),
            print: Some(print.into()),
            check_digit: None,
            parts: Parts::default(),
            findings: Vec::new(),
        }
    }

    #[must_use]
    pub(super) fn with(mut self, parts: Parts) -> Self {
        self.parts = parts;
        self
    }

    /// Takes a KID or OCR reference apart by the agreed positions, as `make` puts it together.
    pub(super) fn take_apart(&mut self, reference: &str, terms: &Terms) {
        let places = terms.places(self.kind);
        let fixed = [places.customer, places.payment_type];
        // The check digit is no part of a reference.
        let (body, _) = split_end(reference, places.checks);
        if let Some(beyond) = fixed.into_iter().flatten().find(|at| at.range().end > body.len()) {
            let fault = Fault::new(&KID_TOO_SHORT).with("positions", beyond.text());
            self.wrong(fault.with("digits", reference.len()));
            return;
        }
        let part = |at: Range<usize>| body.get(at).filter(|part| !part.is_empty());
        let of = |at: Option<Positions>| at.and_then(|at| part(at.range())).map(str::to_owned);
        self.parts.customer_reference = of(places.customer);
        self.parts.payment_type = of(places.payment_type);
        if fixed.iter().any(Option::is_some) {
            self.parts.invoice_reference = part(places.invoice_in(body.len())).map(str::to_owned);
        }
    }

    pub(super) fn wrong(&mut self, fault: impl Into<Fault>) {
        self.findings.push(Finding::fatal(fault));
    }

    pub(super) fn doubtful(&mut self, fault: impl Into<Fault>) {
        self.findings.push(Finding::warning(fault));
    }
}

impl Checked {
    /// Judges the last digit; `passes` judges a whole number.
    pub(super) fn judge_last(&mut self, number: &str, passes: impl Fn(&str) -> bool) {
        let (body, given) = split_end(number, 1);
        self.check_digit = found(DIGITS.chars(), |digit| passes(&format!("{body}{digit}")));
        self.judge(given);
    }

    /// Compares the given check digits with the right ones.
    pub(super) fn judge(&mut self, given: &str) {
        match &self.check_digit {
            Some(right) if right == given => {}
            Some(right) => {
                let fault = Fault::new(&CHECK_DIGIT_WRONG).with("given", given);
                self.wrong(fault.with("expected", right));
            }
            None => self.wrong(&CHECK_DIGIT_IMPOSSIBLE),
        }
    }
}
