//! What an IBAN holds beside its own check digits: the length that its country has, and the
//! domestic account with check digits of its own. Both are looked at where the rule is known.

use crate::domain::account::check_digits::{is_mod97, is_norwegian};
use crate::domain::account::sentences::{ACCOUNT_INSIDE, IBAN, IBAN_LENGTH};
use crate::domain::finding::Fault;
use crate::domain::number::{digits_of, is_luhn};

/// Characters of an IBAN by country, as the registry of ISO 13616 has them.
#[rustfmt::skip]
const LENGTHS: &[(usize, &str)] = &[
    (15, "NO"),
    (16, "BE"),
    (18, "DK FI FK FO GL NL SD"),
    (19, "MK SI"),
    (20, "AT BA EE KZ LT LU MN XK"),
    (21, "CH HR LI LV"),
    (22, "BG BH CR DE GB GE IE ME RS VA"),
    (23, "AE GI IL IQ OM SO TL"),
    (24, "AD CZ ES MD PK RO SA SE SK TN VG"),
    (25, "LY PT ST"),
    (26, "IS TR"),
    (27, "BI DJ FR GR IT MC MR SM"),
    (28, "AL AZ BY CY DO GT HN HU LB NI PL SV"),
    (29, "BR EG PS QA UA"),
    (30, "JO KW MU YE"),
    (31, "MT SC"),
    (32, "LC"),
    (33, "RU"),
];

/// How long an IBAN of the country is, if that is known.
pub fn length_of(country: &str) -> Option<usize> {
    let of = |countries: &str| countries.split(' ').any(|listed| listed == country);
    LENGTHS.iter().find(|(_, countries)| of(countries)).map(|(length, _)| *length)
}

/// What is wrong with a text that has the form of an IBAN, as a document may write it: two letters,
/// two digits, letters and digits.
pub fn doubt(text: &str) -> Option<Fault> {
    let written = |c: &char| !c.is_whitespace() && !matches!(c, '.' | '-');
    let plain: String = text.chars().filter(written).collect();
    let (country, rest) = plain.split_at_checked(2)?;
    let (digits, account) = rest.split_at_checked(2)?;
    let formed = country.bytes().all(|byte| byte.is_ascii_alphabetic())
        && digits_of(digits, 2).is_some()
        && account.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && (15..=34).contains(&plain.len());
    let known = formed && length_of(&country.to_ascii_uppercase()).is_some();
    known.then(|| judge(&plain.to_ascii_uppercase()).err()).flatten()
}

/// Refuses an IBAN with wrong check digits, of a wrong length, or with a wrong account inside.
pub fn judge(iban: &str) -> Result<(), Fault> {
    if !(15..=34).contains(&iban.len()) || !is_mod97(iban) {
        return Err(Fault::new(&IBAN));
    }
    let (country, _) = iban.split_at_checked(2).unwrap_or_default();
    let (_, account) = iban.split_at_checked(4).unwrap_or_default();
    match length_of(country).filter(|length| *length != iban.len()) {
        Some(length) => {
            let fault = Fault::new(&IBAN_LENGTH).with("country", country).with("length", length);
            Err(fault.with("given", iban.len()))
        }
        None if !inside_is_right(country, account) => {
            Err(Fault::new(&ACCOUNT_INSIDE).with("account", account))
        }
        None => Ok(()),
    }
}

/// Whether the domestic account passes its own check digits, in the countries where every account
/// has them and the rule is known; elsewhere nothing is said against it.
pub fn inside_is_right(country: &str, account: &str) -> bool {
    match country {
        "NO" => is_norwegian(account),
        "FI" => digits_of(account, 14).is_some_and(|digits| is_luhn(&digits)),
        "BE" => is_belgian(account),
        "ES" => is_spanish(account),
        _ => true,
    }
}

/// Ten digits and their remainder of 97, which is written 97 where nothing remains.
fn is_belgian(account: &str) -> bool {
    let Some((body, check)) = account.split_at_checked(10) else { return false };
    let some = digits_of(body, 10).is_some() && digits_of(check, 2).is_some();
    let remainder = body.parse::<u64>().map(|body| body % 97);
    let expected = remainder.map(|left| if left == 0 { 97 } else { left });
    some && matches!((expected, check.parse::<u64>()), (Ok(left), Ok(check)) if left == check)
}

/// Bank and office have one check digit, the account has the other.
fn is_spanish(account: &str) -> bool {
    let Some(digits) = digits_of(account, 20) else { return false };
    let (office, rest) = digits.split_at_checked(8).unwrap_or_default();
    let (checks, number) = rest.split_at_checked(2).unwrap_or_default();
    let weights = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6];
    let check = |digits: &[u32], weights: &[u32]| {
        let sum: u32 = digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum();
        match 11 - sum % 11 {
            11 => 0,
            10 => 1,
            check => check,
        }
    };
    let of_office = check(office, weights.get(2..).unwrap_or_default());
    checks == [of_office, check(number, &weights)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_may_write_an_iban_with_signs() {
        for wrong in ["NO66 8601 1117 948", "no66-8601-1117-948", "NO66.8601.1117.948"] {
            let code = doubt(wrong).map(|fault| fault.words.code);
            assert_eq!(code, Some("account_inside_wrong"), "{wrong}");
        }
        for other in ["NO93-8601-1117-947", "8601-11-17948", "K-2026.17", "US12-3456-7890-1234"] {
            assert!(doubt(other).is_none(), "{other}");
        }
    }

    #[test]
    fn the_account_inside_is_checked_where_the_rule_is_known() {
        for right in [
            "NO9386011117947",
            "FI2112345600000785",
            "BE32123456789002",
            "ES9121000418450200051332",
            "DE89370400440532013000",
        ] {
            assert_eq!(judge(right), Ok(()), "{right}");
        }
        let code = |iban: &str| judge(iban).unwrap_err().words.code;
        assert_eq!(code("NO6686011117948"), "account_inside_wrong");
        assert_eq!(code("FI9112345600000786"), "account_inside_wrong");
        assert_eq!(code("BE41539007547035"), "account_inside_wrong");
        assert_eq!(code("ES2121000418450200051331"), "account_inside_wrong");
        assert_eq!(code("NO698601111794"), "iban_invalid", "too short for any country");
        assert_eq!(code("DE5137040044053201300"), "iban_length");
        assert_eq!(code("NO9386011117948"), "iban_invalid");
    }
}
