//! What raw text says: references replaced, comments left out, line ends as XML has them.

use crate::peppol::xml::decode::is_character;
use crate::peppol::xml::white::{WHITE, is_blank};
use std::borrow::Cow;

/// The character that a reference (between `&` and `;`) stands for, if XML knows it.
pub fn reference(name: &str) -> Option<char> {
    let number = match name {
        "amp" => return Some('&'),
        "lt" => return Some('<'),
        "gt" => return Some('>'),
        "quot" => return Some('"'),
        "apos" => return Some('\''),
        _ => name.strip_prefix('#')?,
    };
    let (digits, radix) = match number.strip_prefix('x') {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_hexdigit());
    let code = u32::from_str_radix(digits, radix).ok().filter(|_| plain)?;
    char::from_u32(code).filter(|c| is_character(*c))
}

/// Whether character data says nothing but white space. A reference is what it stands for, so
/// `&#32;` is white space where it stands, for the schema as for the rules.
pub fn says_blank(data: &str) -> bool {
    let mut rest = data;
    while let Some((before, after)) = rest.split_once('&') {
        let Some((name, after)) = after.split_once(';') else { return false };
        let white = is_blank(before) && reference(name).is_some_and(|c| WHITE.contains(&c));
        if !white {
            return false;
        }
        rest = after;
    }
    is_blank(rest)
}

/// The text of a piece of content, that of its elements included.
pub fn content(raw: &str) -> String {
    let mut said = String::with_capacity(raw.len());
    each_run(raw, &mut |_, run| said.push_str(run));
    said
}

/// The separate text nodes of a leaf: a comment or a processing instruction divides them.
pub fn text_nodes(raw: &str) -> Vec<String> {
    let mut nodes: Vec<(usize, String)> = Vec::new();
    each_run(raw, &mut |number, run| match nodes.last_mut() {
        Some((last, text)) if *last == number => text.push_str(run),
        _ => nodes.push((number, run.to_owned())),
    });
    nodes.into_iter().map(|(_, text)| text).filter(|text| !text.is_empty()).collect()
}

/// Gives every run of text with the number of the text node that it belongs to.
fn each_run(raw: &str, give: &mut dyn FnMut(usize, &str)) {
    let mut rest = raw;
    let mut number = 0;
    while let Some(at) = rest.find('<') {
        let (text, markup) = rest.split_at_checked(at).unwrap_or((rest, ""));
        unescape(text, &mut |run| give(number, run));
        let (inside, close) = if let Some(data) = markup.strip_prefix("<![CDATA[") {
            (data, "]]>")
        } else {
            number += 1;
            if let Some(comment) = markup.strip_prefix("<!--") {
                (comment, "-->")
            } else if let Some(instruction) = markup.strip_prefix("<?") {
                (instruction, "?>")
            } else {
                rest = after_tag(markup);
                continue;
            }
        };
        let (inside, after) = inside.split_once(close).unwrap_or((inside, ""));
        if close == "]]>" {
            unix_lines(inside, &mut |run| give(number, run));
        }
        rest = after;
    }
    unescape(rest, &mut |run| give(number, run));
}

/// What stands after a tag; a `>` inside quotes does not end it.
fn after_tag(markup: &str) -> &str {
    let mut quote = None;
    for (at, byte) in markup.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return markup.get(at + 1..).unwrap_or(""),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    ""
}

fn unescape(text: &str, give: &mut dyn FnMut(&str)) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        unix_lines(before, give);
        let (name, after) = after.split_once(';').unwrap_or((after, ""));
        if let Some(c) = reference(name) {
            give(c.encode_utf8(&mut [0; 4]));
        }
        rest = after;
    }
    unix_lines(rest, give);
}

/// Every line end as a line feed.
fn unix_lines(text: &str, give: &mut dyn FnMut(&str)) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\r') {
        give(before);
        give("\n");
        rest = after.strip_prefix('\n').unwrap_or(after);
    }
    give(rest);
}

/// The value of an attribute: white space becomes blanks, references are replaced.
pub fn attribute(raw: &str) -> Cow<'_, str> {
    if !raw.bytes().any(|b| matches!(b, b'&' | b'\t' | b'\n' | b'\r')) {
        return Cow::Borrowed(raw);
    }
    let mut said = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find(['&', '\t', '\n', '\r']) {
        let (before, after) = rest.split_at_checked(at).unwrap_or((rest, ""));
        said.push_str(before);
        if let Some(after) = after.strip_prefix('&') {
            let (name, after) = after.split_once(';').unwrap_or((after, ""));
            said.extend(reference(name));
            rest = after;
        } else {
            said.push(' ');
            rest = after.strip_prefix("\r\n").or(after.get(1..)).unwrap_or("");
        }
    }
    said.push_str(rest);
    Cow::Owned(said)
}
