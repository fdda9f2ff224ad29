//! What a number of a scheme looks like: the checks of the official rules, on plain text.
//!
//! A card is held against all of them before it is kept. In a document some of them are warnings
//! only, and what is valid there can be built.

/// One scheme of ISO 6523 or of the EAS list.
struct Scheme {
    code: &'static str,
    /// Whether the official rules refuse a document for it.
    fatal: bool,
    passes: fn(&str) -> bool,
}

const fn fatal(code: &'static str, passes: fn(&str) -> bool) -> Scheme {
    Scheme { code, fatal: true, passes }
}

const fn warns(code: &'static str, passes: fn(&str) -> bool) -> Scheme {
    Scheme { code, fatal: false, passes }
}

/// PEPPOL-COMMON-R040 to R057, which take their checks from here but for the Italian ones.
const SCHEMES: &[Scheme] = &[
    fatal("0007", swedish),
    fatal("0088", gln),
    fatal("0096", |id| digits(id, 10)),
    warns("0106", |id| digits(id, 8)),
    fatal("0151", abn),
    fatal("0184", cvr_with_or_without_country),
    warns("0190", |id| digits(id, 20)),
    fatal("0192", mod11_of_nine),
    fatal("0198", cvr_with_country),
    warns("0201", ipa),
    fatal("0208", mod97),
    warns("0210", italian_tax_code),
    warns("0211", italian_vat),
    warns("0217", |id| digits(id, 12)),
    warns("9907", italian_tax_code),
    warns("9944", dutch_vat),
];

/// Whether the number passes the check of its scheme; of other schemes nothing is known.
pub fn is_right(scheme: &str, id: &str) -> bool {
    SCHEMES.iter().filter(|it| it.code == scheme).all(|it| (it.passes)(id))
}

/// Whether the official rules take a document with it.
pub fn is_taken(scheme: &str, id: &str) -> bool {
    SCHEMES.iter().filter(|it| it.code == scheme && it.fatal).all(|it| (it.passes)(id))
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn swedish(text: &str) -> bool {
    digits(text, 10) && luhn_of_ten(text) && text.bytes().any(|byte| byte != b'0')
}

/// Sixteen characters of a person, or eleven digits.
fn italian_tax_code(text: &str) -> bool {
    let letter_at = [0, 1, 2, 3, 4, 5, 8, 15];
    let digit_at = [6, 7, 9, 10, 14];
    let bytes = text.as_bytes();
    let all = |places: &[usize], fits: fn(&u8) -> bool| {
        places.iter().all(|at| bytes.get(*at).is_some_and(fits))
    };
    let person = bytes.len() == 16
        && all(&letter_at, u8::is_ascii_alphabetic)
        && all(&digit_at, u8::is_ascii_digit);
    person || digits(text, 11)
}

/// IT and eleven digits, the last one modulus 10.
fn italian_vat(text: &str) -> bool {
    let number = text.strip_prefix("IT").or(text.strip_prefix("it")).unwrap_or(text);
    let weighted = numbers(number).zip([1, 2].into_iter().cycle());
    let sum: u32 =
        weighted.map(|(d, weight)| if d * weight > 9 { d * 2 - 9 } else { d * weight }).sum();
    digits(number, 11) && sum.is_multiple_of(10)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_numbers_pass_and_others_do_not() {
        assert!(gln("7300010000001") && gln("0") && !gln("73") && !gln(""));
        assert!(mod11_of_nine("974760673") && !mod11_of_nine("974760674"));
        assert!(luhn_of_ten("5560160680") && !luhn_of_ten("5560160681"));
        assert!(abn("51824753556") && !abn("51824753557"));
        assert!(dutch_vat("NL123456789B01") && !dutch_vat("NL123456789B1"));
        assert!(mod97("0202239951") && !mod97("0202239952"));
        assert!(italian_tax_code("RSSMRA85T10A562S") && !italian_tax_code("RSSMRA85T10A562"));
    }

    #[test]
    fn a_scheme_without_a_check_takes_anything() {
        assert!(is_right("9930", "DE123456789") && is_taken("9930", "x"));
        assert!(!is_right("0106", "1") && is_taken("0106", "1"), "only a warning in documents");
    }
}
