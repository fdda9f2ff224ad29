//! Payment references, account numbers and identifiers that carry check digits: made, checked,
//! written as people write them, and taken apart.
//!
//! No check digit is computed twice. Whoever judges a number at the door judges it here too, and
//! the right check digit is the one that passes: [`check`] finds it by trying the ten, and
//! [`make`] puts it in place and checks what it has made.

mod creditor;
mod danish;
mod digit;
mod finnish;
mod giro;
mod iban;
mod kid;
mod layout;
mod make;
mod ocr;
mod organisation;
mod personal;
mod terms;
mod vat;
mod words;

pub use layout::{Body, KidParts};
pub use make::{Made, Order, make};
pub use terms::{Level, Modulus, Terms, parse_ocr_length};
pub use words::{
    ALL, FIELD_NOT_FOR_KIND, KIND_UNKNOWN, LENGTH_AND_LENGTHS, LEVEL_UNKNOWN, MODULUS_UNKNOWN,
    PARTS_AND_DIGITS, REFERENCE_UNKNOWN,
};

use crate::domain::agreement::Positions;
use crate::domain::finding::{Fault, Finding};
use crate::domain::named::named;
use std::ops::Range;

named! {
    /// What a reference or number is. The narrow kinds come first: a guess lists them so.
    pub enum Kind {
        /// ISO 13616
        Iban = "iban",
        /// With the country's two letters
        VatNumber = "vat_number",
        /// ISO 11649, `RF…`
        CreditorReference = "creditor_reference",
        /// The line of a Danish payment form (FIK)
        DanishReference = "danish_reference",
        /// Norwegian, eleven digits
        BankAccount = "bank_account",
        /// Norwegian, Swedish, Danish and Finnish with check digits; others by form only
        OrganisationNumber = "organisation_number",
        /// Swedish personal or coordination number
        PersonalNumber = "personal_number",
        /// Swedish, seven or eight digits
        Bankgiro = "bankgiro",
        /// Swedish, two to eight digits
        Plusgiro = "plusgiro",
        /// Norwegian payment reference
        Kid = "kid",
        /// Swedish payment reference
        Ocr = "ocr",
        /// Finnish payment reference (viitenumero)
        FinnishReference = "finnish_reference",
    }
}

impl Kind {
    /// Reads the word of the request.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let known = || Self::ALL.iter().map(|kind| kind.word()).collect::<Vec<_>>().join(", ");
        Self::named(text).ok_or_else(|| Fault::new(&KIND_UNKNOWN).with("known", known()))
    }

    /// The business term that it stands in.
    pub const fn term(self) -> &'static str {
        match self {
            Self::Kid | Self::Ocr | Self::FinnishReference => "BT-83",
            Self::CreditorReference | Self::DanishReference => "BT-83",
            Self::Iban | Self::BankAccount | Self::Bankgiro | Self::Plusgiro => "BT-84",
            Self::OrganisationNumber | Self::PersonalNumber => "BT-30",
            Self::VatNumber => "BT-31",
        }
    }
}

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
    fn is_likely(&self) -> bool {
        let text = self.normal.as_deref().unwrap_or_default();
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        self.has_form() && (self.check_digit.is_some() || digits * 2 > text.len())
    }

    fn formless(kind: Kind, fault: impl Into<Fault>) -> Self {
        let findings = vec![Finding::fatal(fault)];
        let (normal, print, check_digit) = (None, None, None);
        Self { kind, normal, print, check_digit, parts: Parts::default(), findings }
    }

    fn of(kind: Kind, normal: &str, print: impl Into<String>) -> Self {
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
    fn with(mut self, parts: Parts) -> Self {
        self.parts = parts;
        self
    }

    /// Takes a KID or OCR reference apart by the agreed positions, as [`make`] puts it together.
    fn take_apart(&mut self, reference: &str, terms: &Terms) {
        let places = terms.places(self.kind);
        let fixed = [places.customer, places.payment_type];
        // The check digit is no part of a reference.
        let (body, _) = digit::split_end(reference, places.checks);
        if let Some(beyond) = fixed.into_iter().flatten().find(|at| at.range().end > body.len()) {
            let fault = Fault::new(&words::KID_TOO_SHORT).with("positions", beyond.text());
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

    fn wrong(&mut self, fault: impl Into<Fault>) {
        self.findings.push(Finding::fatal(fault));
    }

    fn doubtful(&mut self, fault: impl Into<Fault>) {
        self.findings.push(Finding::warning(fault));
    }
}

/// Checks a value as the kind that it is said to be.
pub fn check(kind: Kind, value: &str, terms: &Terms) -> Checked {
    let mut checked = match kind {
        Kind::Kid => kid::check(value, terms),
        Kind::Ocr => ocr::check(value, terms),
        Kind::OrganisationNumber => organisation::check(value, terms),
        Kind::PersonalNumber => personal::check(value, terms.today),
        Kind::VatNumber => vat::check(value, terms),
        Kind::BankAccount => giro::check_account(value),
        Kind::Bankgiro => giro::check_bankgiro(value),
        Kind::Plusgiro => giro::check_plusgiro(value),
        Kind::Iban => iban::check(value),
        Kind::CreditorReference => creditor::check(value),
        Kind::FinnishReference => finnish::check(value),
        Kind::DanishReference => danish::check(value),
    };
    for finding in &mut checked.findings {
        *finding = finding.clone().value(value).term(kind.term());
    }
    checked
}

/// Every kind whose form the value has; those that it passes come first. The others stay: one
/// number in ten passes a check digit that was never meant for it.
pub fn guess(value: &str, terms: &Terms) -> Vec<Checked> {
    let all = Kind::ALL.iter().map(|kind| check(*kind, value, terms));
    let mut fitting: Vec<Checked> = all.filter(Checked::is_likely).collect();
    fitting.sort_by_key(|checked| !checked.is_valid());
    fitting
}
