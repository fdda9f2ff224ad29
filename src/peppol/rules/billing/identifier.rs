//! Identifiers by scheme: check digits and shapes, on plain text.

use crate::peppol::rules::look::{At, normal};
use crate::peppol::rules::number::{all_digits, is_integer, is_number};
use crate::peppol::rules::{Outcome, Why};

/// The element's own text without needless blanks.
pub fn own<'a>(at: At<'_, 'a>) -> std::borrow::Cow<'a, str> {
    normal(at.value())
}

/// So many ASCII digits and nothing else.
pub fn digits(text: &str, count: usize) -> bool {
    text.len() == count && all_digits(text)
}

fn numbers(text: &str) -> impl DoubleEndedIterator<Item = u32> {
    text.bytes().map(|byte| u32::from(byte.wrapping_sub(b'0')))
}

fn last_digit(text: &str) -> Option<(&str, u32)> {
    let (before, last) = text.split_at_checked(text.len().checked_sub(1)?)?;
    Some((before, last.parse().ok()?))
}

/// A number of GS1 by its check digit; the length does not matter.
pub fn gln(text: &str) -> bool {
    let Some((before, check)) = last_digit(text).filter(|_| all_digits(text)) else {
        return false;
    };
    let weighted = numbers(before).rev().zip([3u64, 1].into_iter().cycle());
    let sum: u64 = weighted.map(|(digit, weight)| u64::from(digit) * weight).sum();
    (10 - sum % 10) % 10 == u64::from(check)
}

/// Nine digits by the check digit of Norwegian organisation numbers.
pub fn mod11_of_nine(text: &str) -> bool {
    digits(text, 9) && mod11(text)
}

/// The last digit by weights 2 to 7 from the right; 10 is never right.
pub fn mod11(text: &str) -> bool {
    let Some((before, check)) = last_digit(text).filter(|_| all_digits(text)) else {
        return false;
    };
    let weighted = numbers(before).rev().zip((2u64..=7).cycle());
    let sum: u64 = weighted.map(|(digit, weight)| u64::from(digit) * weight).sum();
    let positive = text.bytes().any(|byte| byte != b'0');
    positive && (11 - sum % 11) % 11 == u64::from(check)
}

/// Ten digits by the remainder of 97, as in Belgium.
pub fn mod97(text: &str) -> bool {
    if !digits(text, 10) {
        return false;
    }
    let Some((number, check)) = text.split_at_checked(8) else { return false };
    match (number.parse::<u32>(), check.parse::<u32>()) {
        (Ok(number), Ok(check)) => 97 - number % 97 == check,
        _ => false,
    }
}

/// Six letters and digits: an Italian office.
pub fn ipa(text: &str) -> bool {
    text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
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

/// Ten digits by the Luhn check digit; what comes after them does not matter.
pub fn luhn_of_ten(text: &str) -> bool {
    if !all_digits(text) {
        return false;
    }
    let mut all = numbers(text);
    let nine: Vec<u32> = all.by_ref().take(9).collect();
    let Some(check) = all.next() else { return false };
    let doubled = nine.iter().rev().zip([2, 1].into_iter().cycle()).map(|(digit, weight)| {
        let product = digit * weight;
        product / 10 + product % 10
    });
    (10 - doubled.sum::<u32>() % 10) % 10 == check
}

/// A Swedish organisation number.
pub fn swedish_number(at: At<'_, '_>) -> Outcome {
    let text = own(at);
    Ok(text.chars().count() == 10 && is_number(&text) && luhn_of_ten(&text))
}

/// An Australian business number.
pub fn abn(text: &str) -> bool {
    if !digits(text, 11) {
        return false;
    }
    let weights = [10i64, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19];
    let sum: i64 =
        numbers(text).zip(weights).map(|(digit, weight)| i64::from(digit) * weight).sum();
    (sum - 10) % 89 == 0
}

/// A Danish number, with its country or without.
pub fn cvr_with_or_without_country(text: &str) -> bool {
    cvr_with_country(text) || digits(text, 8)
}

/// A Danish number with its country.
pub fn cvr_with_country(text: &str) -> bool {
    text.strip_prefix("DK").is_some_and(|rest| digits(rest, 8))
}

/// A Dutch VAT number.
pub fn dutch_vat(text: &str) -> bool {
    let parts = text.strip_prefix("NL").and_then(|rest| rest.split_once('B'));
    parts.is_some_and(|(number, branch)| digits(number, 9) && digits(branch, 2))
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
        assert!(gln("7300010000001") && gln("0") && !gln("73") && !gln(""));
        assert!(mod11_of_nine("974760673") && !mod11_of_nine("974760674"));
        assert!(luhn_of_ten("5560160680") && !luhn_of_ten("5560160681"));
        assert!(abn("51824753556") && !abn("51824753557"));
        assert!(iban("DE75 5121 0800 1245 1261 99") && !iban("DE75512108001245126198"));
        assert!(tin("094259216") && !tin("094259217"));
        assert!(dutch_vat("NL123456789B01") && !dutch_vat("NL123456789B1"));
        assert!(mod97("0202239951") && !mod97("0202239952"));
    }
}
