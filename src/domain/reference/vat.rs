//! VAT numbers: of the Nordic countries the organisation number inside is checked, of others the
//! form.

use super::checked::{Checked, Parts};
use super::digit::compact;
use super::kind::Kind;
use super::organisation;
use super::terms::Terms;
use super::words::{CHECK_DIGIT_UNKNOWN, VAT_NUMBER_DK, VAT_NUMBER_FI};
use crate::domain::country::Country;
use crate::domain::finding::Fault;
use crate::domain::number::{VAT_NUMBER_NO, VAT_NUMBER_SE, VatNumber};
use crate::domain::words::Words;
use jiff::civil::Date;

/// Checks a VAT number.
pub fn check(value: &str, terms: &Terms) -> Checked {
    let number = compact(value, "").to_ascii_uppercase();
    let (country, rest) = number.split_at_checked(2).unwrap_or_default();
    let (words, inside): (&'static Words, Option<&str>) = match country {
        "NO" => (&VAT_NUMBER_NO, rest.strip_suffix("MVA")),
        "SE" => (&VAT_NUMBER_SE, rest.strip_suffix("01").filter(|org| org.len() == 10)),
        "DK" => (&VAT_NUMBER_DK, Some(rest)),
        "FI" => (&VAT_NUMBER_FI, Some(rest).filter(|org| !org.contains('-'))),
        _ => return other(value),
    };
    let inside = inside.map(|org| organisation::nordic(org, country, terms.today));
    let Some(inside) = inside.filter(Checked::has_form) else {
        return Checked::formless(Kind::VatNumber, words);
    };
    let print = match country {
        "NO" => format!("NO {} MVA", inside.print.as_deref().unwrap_or_default()),
        _ => number.clone(),
    };
    let mut checked = Checked::of(Kind::VatNumber, &number, print);
    checked.parts = Parts { organisation_number: inside.normal, ..inside.parts };
    checked.check_digit = inside.check_digit;
    checked.findings = inside.findings;
    checked
}

fn other(value: &str) -> Checked {
    match VatNumber::parse(value) {
        Err(fault) => Checked::formless(Kind::VatNumber, fault),
        Ok(number) => {
            let number = number.text();
            let country = number.get(..2).unwrap_or_default();
            let parts = Parts { country: Some(country.to_owned()), ..Parts::default() };
            let mut checked = Checked::of(Kind::VatNumber, number, number).with(parts);
            checked.doubtful(Fault::new(&CHECK_DIGIT_UNKNOWN).with("country", country));
            checked
        }
    }
}

/// The VAT number behind an organisation number, in the countries where it follows from it.
pub(super) fn of_organisation(digits: &str, country: &Country, today: Date) -> Option<Checked> {
    let before = match country.code() {
        "NO" | "SE" | "DK" | "FI" => organisation::nordic(digits, country.code(), today),
        _ => return None,
    };
    let behind = match country.code() {
        "NO" => "MVA",
        "SE" => "01",
        _ => "",
    };
    let number = before.normal.as_ref().map(|number| format!("{country}{number}{behind}"));
    Some(Checked { normal: number, ..before })
}
