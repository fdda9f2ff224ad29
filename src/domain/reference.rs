//! Payment references, account numbers and identifiers that carry check digits: made, checked,
//! written as people write them, and taken apart.
//!
//! No check digit is computed twice. Whoever judges a number at the door judges it here too, and
//! the right check digit is the one that passes: [`check`] finds it by trying the ten, and
//! [`make`] puts it in place and checks what it has made.

mod checked;
mod creditor;
mod danish;
mod digit;
mod faults;
mod finnish;
mod giro;
mod iban;
mod kid;
mod kind;
mod layout;
mod make;
mod ocr;
mod organisation;
mod personal;
mod terms;
mod vat;
mod words;

pub use checked::{Checked, Parts};
pub use kind::Kind;
pub use layout::{Body, KidParts};
pub use make::{Made, Order, make};
pub use terms::{Level, Modulus, Terms, parse_ocr_length};
pub use words::{
    ALL, FIELD_NOT_FOR_KIND, KIND_UNKNOWN, LENGTH_AND_LENGTHS, LEVEL_UNKNOWN, MODULUS_UNKNOWN,
    PARTS_AND_DIGITS, REFERENCE_UNKNOWN,
};

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
