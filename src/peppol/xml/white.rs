//! White space of XML: blank, tab, carriage return and line feed, and nothing else.
//!
//! Whoever asks for white space in a document asks here. Rust's own `trim` and `split_whitespace`
//! also take a no-break space, U+0085 or U+2028 for it, which neither XML nor XPath does.

/// The four characters.
pub const WHITE: [char; 4] = [' ', '\t', '\r', '\n'];

/// Whether the byte is one of them.
#[inline]
pub const fn is_white(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// Whether there is nothing else in the text.
#[inline]
pub fn is_blank(text: &str) -> bool {
    text.bytes().all(is_white)
}

/// The text without white space around it.
#[inline]
pub fn bare(text: &str) -> &str {
    match text.as_bytes() {
        [first, .., last] if *first > b' ' && *last > b' ' => text,
        [only] if *only > b' ' => text,
        _ => text.trim_matches(WHITE),
    }
}

/// The text without white space before it.
pub fn bare_start(text: &str) -> &str {
    text.trim_start_matches(WHITE)
}

/// What stands between white space.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(WHITE).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_four_characters_are_white_space() {
        for code in 0..=0x3000 {
            let Some(c) = char::from_u32(code) else { continue };
            let white = matches!(code, 0x09 | 0x0a | 0x0d | 0x20);
            assert_eq!(is_blank(&c.to_string()), white, "U+{code:04X}");
            let text = format!("{c}a{c}b{c}");
            let (around, before, count) = match white {
                true => (format!("a{c}b"), format!("a{c}b{c}"), 2),
                false => (text.clone(), text.clone(), 1),
            };
            assert_eq!(bare(&text), around, "U+{code:04X}");
            assert_eq!(bare_start(&text), before, "U+{code:04X}");
            assert_eq!(words(&text).count(), count, "U+{code:04X}");
        }
        assert!(is_blank("") && bare(" \t\r\n").is_empty() && words("").next().is_none());
    }
}
