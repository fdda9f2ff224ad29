//! Identifiers by scheme: check digits and shapes, on plain text. Those that a customer's card is
//! held against too are the domain's.

pub use crate::domain::identifier::scheme::{
    abn, cvr_with_country, cvr_with_or_without_country, digits, dutch_vat, gln, ipa, luhn_of_ten,
    mod11, mod11_of_nine, mod97,
};

use crate::peppol::rules::look::{At, normal};
use crate::peppol::rules::number::{all_digits, is_integer, is_number};
use crate::peppol::rules::outcome::{Outcome, Why};

/// The element's own text without needless blanks.
pub fn own<'a>(at: At<'_, 'a>) -> std::borrow::Cow<'a, str> {
    normal(at.value())
}

/// An Italian tax code of 16 characters or 11 digits.
pub fn codice_fiscale(text: &str) -> bool {
    let letters = |text: &str| text.bytes().all(|byte| byte.is_ascii_alphabetic());
    let all: Vec<char> = text.chars().collect();
    let part = |from: usize, to: usize| -> String {
        all.get(from..to).unwrap_or_default().iter().collect()
    };
    match all.len() {
        11 => is_integer(text),
        16 => {
            letters(&part(0, 6))
                && is_integer(&part(6, 8))
                && letters(&part(8, 9))
                && is_integer(&part(9, 11))
                && is_integer(&part(14, 15))
                && letters(&part(15, 16))
        }
        _ => false,
    }
}

fn numbers(text: &str) -> impl Iterator<Item = u32> {
    text.bytes().map(|byte| u32::from(byte.wrapping_sub(b'0')))
}

/// An Italian VAT number; anything that does not begin with its country passes.
pub fn partita_iva(at: At<'_, '_>) -> Outcome {
    let text = own(at);
    let Some(rest) = text.strip_prefix("IT").or(text.strip_prefix("it")) else { return Ok(true) };
    if rest.chars().count() != 11 || !is_integer(rest) {
        return Ok(false);
    }
    if !all_digits(rest) {
        return Err(at.abort(Why::NotNumber));
    }
    let weighted = numbers(rest).zip([1, 2].into_iter().cycle());
    let sum: u32 =
        weighted.map(|(d, weight)| if d * weight > 9 { d * 2 - 9 } else { d * weight }).sum();
    Ok(sum.is_multiple_of(10))
}

/// A Swedish organisation number.
pub fn swedish_number(at: At<'_, '_>) -> Outcome {
    let text = own(at);
    Ok(text.chars().count() == 10 && is_number(&text) && luhn_of_ten(&text))
}

/// A Greek tax number in the first nine characters.
pub fn tin(text: &str) -> bool {
    let nine: Option<Vec<u32>> = text.chars().take(9).map(|c| c.to_digit(10)).collect();
    let Some([number @ .., check]) = nine.as_deref().filter(|nine| nine.len() == 9) else {
        return false;
    };
    let weights = [256, 128, 64, 32, 16, 8, 4, 2];
    let sum: u32 = number.iter().zip(weights).map(|(digit, weight)| digit * weight).sum();
    sum % 11 % 10 == *check
}

/// An account number of any country, by the remainder of 97.
pub fn iban(text: &str) -> bool {
    let bare: String = text.chars().filter(|c| !matches!(c, ' ' | '\t' | '\r' | '\n')).collect();
    let bytes = bare.as_bytes();
    let (Some(country), Some(check), Some(rest)) =
        (bytes.get(..2), bytes.get(2..4), bytes.get(4..))
    else {
        return false;
    };
    let shaped = country.iter().all(u8::is_ascii_uppercase)
        && check.iter().all(u8::is_ascii_digit)
        && rest.len() <= 30
        && rest.iter().all(u8::is_ascii_alphanumeric);
    if !shaped {
        return false;
    }
    // Small letters are not worth what capitals are: the official rule takes their code point.
    let remainder = rest.iter().chain(country).chain(check).fold(0u32, |left, byte| {
        let value = u32::from(*byte) - if *byte > 64 { 55 } else { 48 };
        (left * if value > 9 { 100 } else { 10 } + value) % 97
    });
    remainder == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_numbers_pass_and_others_do_not() {
        assert!(iban("DE75 5121 0800 1245 1261 99") && !iban("DE75512108001245126198"));
        assert!(tin("094259216") && !tin("094259217"));
    }
}
