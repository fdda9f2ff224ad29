//! The check digits of accounts and references.

use crate::domain::number::{digits_of, is_mod11};

/// Whether it is a Norwegian account: eleven digits, modulus 11.
pub fn is_norwegian(text: &str) -> bool {
    let digits = digits_of(text, 11);
    let some = |digits: &[u32]| digits.iter().any(|digit| *digit != 0);
    digits.is_some_and(|digits| {
        some(&digits) && is_mod11(&digits, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1])
    })
}

/// ISO 7064 as IBAN (ISO 13616) and creditor reference (ISO 11649) have it: the first four
/// characters go last, letters count from ten, the rest modulo 97 is 1.
pub fn is_mod97(text: &str) -> bool {
    let Some((head, tail)) = text.split_at_checked(4).filter(|_| text.is_ascii()) else {
        return false;
    };
    let checks = head.bytes().skip(2).all(|b| b.is_ascii_digit());
    let step = |sum: Option<u32>, c: char| {
        let value = c.to_digit(36)?;
        sum.map(|sum| (if value > 9 { sum * 100 } else { sum * 10 } + value) % 97)
    };
    checks && tail.chars().chain(head.chars()).fold(Some(0), step) == Some(1)
}

/// Whether the last digit is the modulus 11 check digit that a KID may have.
pub fn is_kid_mod11(digits: &[u32]) -> bool {
    let Some((check, body)) = digits.split_last() else {
        return false;
    };
    match kid_remainder(body) {
        0 => *check == 0,
        remainder => 11 - remainder == *check,
    }
}

/// Weights 2 to 7 from the right, over and over; a remainder of one makes the check digit ten,
/// which is written `-`.
pub fn kid_remainder(body: &[u32]) -> u32 {
    let weights = [2, 3, 4, 5, 6, 7].iter().cycle();
    body.iter().rev().zip(weights).map(|(digit, weight)| digit * weight).sum::<u32>() % 11
}
