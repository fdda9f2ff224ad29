//! What all numbers with check digits have in common: signs between the digits, groups for the
//! reader, and the one check digit that passes.

use crate::domain::number::{digits_of, is_luhn};
use std::ops::RangeInclusive;

/// Every check digit that a last place can have.
pub const DIGITS: &str = "0123456789";

/// The value without blanks and without the signs that people put between its groups.
pub fn compact(value: &str, signs: &str) -> String {
    value.chars().filter(|c| !c.is_whitespace() && !signs.contains(*c)).collect()
}

/// Whether the text holds digits only, so many of them.
pub fn is_digits(text: &str, lengths: RangeInclusive<usize>) -> bool {
    lengths.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether the last digit is the modulus 10 check digit of the others.
pub fn luhn(text: &str) -> bool {
    digits_of(text, text.len()).is_some_and(|digits| is_luhn(&digits))
}

/// Groups of these sizes, from the left.
pub fn groups(text: &str, sizes: &[usize]) -> String {
    let mut rest = text;
    let mut written = Vec::new();
    for size in sizes {
        let (group, after) = rest.split_at_checked(*size).unwrap_or((rest, ""));
        written.push(group);
        rest = after;
    }
    written.push(rest);
    written.retain(|group| !group.is_empty());
    written.join(" ")
}

/// Groups of one size, the last one shorter.
pub fn groups_of(size: usize, text: &str) -> String {
    groups(text, &vec![size; text.len() / size.max(1)])
}

/// Groups of one size, the first one shorter.
pub fn groups_from_right(size: usize, text: &str) -> String {
    let size = size.max(1);
    let mut sizes = vec![text.len() % size];
    sizes.resize(text.len() / size + 1, size);
    groups(text, &sizes)
}

/// The text in two with a sign between them, the second part with so many characters.
pub fn hyphenated(text: &str, sign: char, behind: usize) -> String {
    let (first, last) = split_end(text, behind);
    format!("{first}{sign}{last}")
}

/// The text in two, the second part with so many characters.
pub fn split_end(text: &str, behind: usize) -> (&str, &str) {
    text.split_at_checked(text.len().saturating_sub(behind)).unwrap_or((text, ""))
}

/// The check digits that make the whole pass.
pub fn found<T: ToString>(
    candidates: impl IntoIterator<Item = T>,
    passes: impl Fn(&str) -> bool,
) -> Option<String> {
    candidates.into_iter().map(|digit| digit.to_string()).find(|digit| passes(digit))
}
