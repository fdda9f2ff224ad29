//! Requests made wrong, as programs and wires make them wrong: fields lost, doubled and renamed,
//! values of other requests and other types, texts and days at the edge, bytes cut and bent.

use crate::support::dice::Dice;
use serde_json::{Map, Number, Value, json};

/// What stands for a name that is to be given twice, until the text is written.
const DOUBLE: &str = "\u{1}double\u{1}";

/// Days and moments at the edge of what can be said.
const DAYS: &[&str] = &[
    "0000-00-00",
    "0001-01-01",
    "1899-12-31",
    "1900-01-01",
    "1900-01-01T00:00:00Z",
    "1969-12-31T23:59:59.999999Z",
    "2024-02-29",
    "2026-02-29",
    "2026-11-23",
    "2026-11-23T24:00:00Z",
    "2026-12-31T23:59:60Z",
    "2026-11-23T08:00:00+14:00",
    "2026-11-23T08:00:00",
    "2200-12-31T23:59:59.999999999Z",
    "2201-01-01",
    "9999-12-31T23:59:59Z",
    "-009999-01-01T00:00:00Z",
    "99999999999999999999",
];

/// Amounts and numbers at the edge.
const NUMBERS: &[&str] = &[
    "0",
    "-0",
    "0.00",
    "-1",
    "1e3",
    "1E400",
    "NaN",
    "Infinity",
    "0x10",
    "1,50",
    "1 000",
    "00012",
    "0.005",
    "0.0000000000000000000000000001",
    "79228162514264337593543950335",
    "79228162514264337593543950336",
    "-79228162514264337593543950335",
    "99999999999999999999999999999999999999",
    "9999999999.99",
    "1.123456789012345678901234567890",
    "4294967296",
    "٣٤٥",
];

/// Texts that are seldom thought of.
const TEXTS: &[&str] = &[
    "",
    " ",
    "\t\n\r",
    "\0",
    "\u{7f}\u{85}\u{9f}",
    "Å\u{30a}ngström",
    "\u{202e}txt.exe",
    "\u{feff}bom",
    "👩‍👩‍👧‍👦",
    "\u{fffe}\u{ffff}",
    "\u{10ffff}",
    "İıſßŉ",
    "]]>",
    "<!DOCTYPE a [<!ENTITY b \"c\">]>&b;",
    "../../../../etc/passwd",
    "..\\..\\con.txt",
    "a/b/../c",
    "'; DROP TABLE document; --",
    "{value} {reason} {known}",
    "%s%n%x",
    "\r\nBcc: x@example.no",
    "null",
    "true",
    "NO",
    "987654325",
    "${lease}",
];

/// The text of a request that has been changed in up to three places; `others` are requests to
/// take values from.
pub fn bent(request: &Value, others: &[Value], dice: &mut Dice) -> Vec<u8> {
    let mut tree = request.clone();
    for _ in 0..=dice.below(3) {
        bend(&mut tree, others, dice);
    }
    let mut text = written(&tree, dice);
    if dice.once_in(60) {
        text = nested(&text, dice);
    }
    text.into_bytes()
}

/// Goes down to some place and changes it.
fn bend(tree: &mut Value, others: &[Value], dice: &mut Dice) {
    let mut place = tree;
    loop {
        let inside = match place {
            Value::Object(fields) => fields.len(),
            Value::Array(items) => items.len(),
            _ => 0,
        };
        if inside == 0 || dice.once_in(3) {
            break;
        }
        let at = dice.below(inside);
        place = match place {
            Value::Object(fields) => fields.values_mut().nth(at).unwrap(),
            Value::Array(items) => items.get_mut(at).unwrap(),
            _ => return,
        };
    }
    match place {
        Value::Object(fields) if !fields.is_empty() => bend_fields(fields, others, dice),
        Value::Array(items) if !items.is_empty() => bend_items(items, dice),
        leaf => *leaf = other_value(leaf, others, dice),
    }
}

fn bend_fields(fields: &mut Map<String, Value>, others: &[Value], dice: &mut Dice) {
    let names: Vec<String> = fields.keys().cloned().collect();
    let name = dice.pick(&names).clone();
    match dice.below(8) {
        0 | 1 => drop(fields.remove(&name)),
        2 => {
            let value = fields.get(&name).cloned().unwrap_or_default();
            let value = if dice.once_in(2) { value } else { any_value(dice) };
            fields.insert(format!("{DOUBLE}{name}"), value);
        }
        3 => {
            let value = fields.remove(&name).unwrap_or_default();
            fields.insert(other_name(&name, dice), value);
        }
        4 => {
            let two = dice.pick(&names).clone();
            let one = fields.get(&name).cloned().unwrap_or_default();
            let other = fields.insert(two, one).unwrap_or_default();
            fields.insert(name, other);
        }
        5 => {
            fields.insert(other_name(&name, dice), any_value(dice));
        }
        _ => {
            let value = other_value(&fields[&name], others, dice);
            fields.insert(name, value);
        }
    }
}

fn bend_items(items: &mut Vec<Value>, dice: &mut Dice) {
    let at = dice.below(items.len());
    match dice.below(5) {
        0 => drop(items.remove(at)),
        1 => items.clear(),
        2 => items.push(any_value(dice)),
        3 => {
            let item = items[at].clone();
            let times = *dice.pick(&[1, 2, 10, 150]);
            items.extend(std::iter::repeat_n(item, times));
        }
        _ => {
            let other = dice.below(items.len());
            items.swap(at, other);
        }
    }
}

fn other_name(name: &str, dice: &mut Dice) -> String {
    match dice.below(5) {
        0 => name.to_uppercase(),
        1 => format!("{name}s"),
        2 => name.replace('_', ""),
        3 => format!("{name}{}", dice.pick(TEXTS)),
        _ => name.chars().rev().collect(),
    }
}

/// Something else in place of a value: of the same kind or not.
fn other_value(value: &Value, others: &[Value], dice: &mut Dice) -> Value {
    match (dice.below(6), value) {
        (0, _) => any_value(dice),
        (1, Value::String(text)) => text.parse::<Number>().map_or(json!(7), Value::Number),
        (1, Value::Number(number)) => json!(number.to_string()),
        (2, Value::String(text)) => json!(format!("{text}{}", dice.pick(TEXTS))),
        (3, Value::String(_)) => any_text(dice),
        (3, Value::Bool(is)) => json!(!is),
        (4, Value::String(text)) => json!(shifted(text, dice)),
        _ => leaf_of(dice.pick(others), dice),
    }
}

/// The same text with one character changed: most checks see it, and nothing else does.
fn shifted(text: &str, dice: &mut Dice) -> String {
    let at = dice.below(text.chars().count());
    let change = |c: char| match c {
        '0'..='8' | 'a'..='y' => char::from_u32(u32::from(c) + 1).unwrap_or(c),
        _ => '0',
    };
    text.chars().enumerate().map(|(place, c)| if place == at { change(c) } else { c }).collect()
}

fn any_text(dice: &mut Dice) -> Value {
    match dice.below(12) {
        0..4 => json!(dice.pick(TEXTS)),
        4..7 => json!(dice.pick(DAYS)),
        7..11 => json!(dice.pick(NUMBERS)),
        _ => {
            let parts = ["x", "Å", "👩‍👩‍👧‍👦", "\n", "&lt;", "\u{300}"];
            let part = *dice.pick(&parts);
            json!(part.repeat(*dice.pick(&[50, 500, 5_000, 60_000])))
        }
    }
}

fn any_value(dice: &mut Dice) -> Value {
    match dice.below(12) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!([]),
        3 => json!({}),
        4 => json!([null, [[]], {}]),
        5 => json!(*dice.pick(&[0_i64, -1, 1, 1000, i64::MAX, i64::MIN])),
        6 => json!(*dice.pick(&[0.1, -0.0, 1e308, 5e-324])),
        7 => json!(u64::MAX),
        _ => any_text(dice),
    }
}

/// Some value that another request carries somewhere.
fn leaf_of(tree: &Value, dice: &mut Dice) -> Value {
    let inside: Vec<&Value> = match tree {
        Value::Object(fields) => fields.values().collect(),
        Value::Array(items) => items.iter().collect(),
        _ => Vec::new(),
    };
    match inside.is_empty() || dice.once_in(6) {
        true => tree.clone(),
        false => leaf_of(dice.pick::<&Value>(&inside), dice),
    }
}

/// The tree as text; what is to be given twice is written with the name it doubles.
fn written(tree: &Value, dice: &mut Dice) -> String {
    let text = if dice.once_in(8) { format!("{tree:#}") } else { tree.to_string() };
    text.replace(&json!(DOUBLE).to_string().replace('"', ""), "")
}

/// The text inside many brackets, or with a field that is deep.
fn nested(text: &str, dice: &mut Dice) -> String {
    let depth = *dice.pick(&[5, 126, 127, 128, 129, 1_000, 50_000]);
    match dice.below(3) {
        0 => format!("{}{text}{}", "[".repeat(depth), "]".repeat(depth)),
        1 => text.replacen('{', &format!("{{\"actor\":{},", "{\"a\":".repeat(depth)), 1),
        _ => {
            let deep = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
            text.replacen('{', &format!("{{\"now\":{deep},"), 1)
        }
    }
}

/// Bytes that a wire or a wrong length has changed.
pub fn broken(request: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = request.to_vec();
    for _ in 0..=dice.below(2) {
        let at = dice.below(bytes.len() + 1);
        match dice.below(10) {
            0 | 1 => bytes.truncate(at),
            2 | 3 => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << dice.below(8);
                }
            }
            4 => {
                let wrong: [&[u8]; 5] =
                    [b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x82"];
                insert(&mut bytes, at, dice.pick::<&[u8]>(&wrong));
            }
            5 => {
                let odd: [&[u8]; 9] =
                    [b"\0", b"\"", b"\\", b"}", b"{", b",", b"<", b"\\ud800", b"\xef\xbb\xbf"];
                insert(&mut bytes, at, dice.pick::<&[u8]>(&odd));
            }
            6 => {
                let end = (at + dice.below(40)).min(bytes.len());
                bytes.drain(at..end);
            }
            // Whole parts of a document, lost or given again.
            7 | 8 => {
                let (start, end) = part(&bytes, at, dice);
                let lost: Vec<u8> = bytes.drain(start..end).collect();
                if dice.once_in(2) {
                    let there = part(&bytes, start, dice).1;
                    insert(&mut bytes, start, &lost);
                    insert(&mut bytes, there.max(start) + lost.len(), &lost);
                }
            }
            _ => {
                let end = (at + dice.below(200)).min(bytes.len());
                let again = bytes[at..end].to_vec();
                insert(&mut bytes, at, &again);
            }
        }
    }
    bytes
}

/// From one tag to a later one.
fn part(bytes: &[u8], at: usize, dice: &mut Dice) -> (usize, usize) {
    let tag = |from: usize| bytes[from..].iter().position(|byte| *byte == b'<');
    let start = tag(at).map_or(at, |found| at + found);
    let reach = (start + 1 + dice.below(400)).min(bytes.len());
    let end = tag(reach).map_or(bytes.len(), |found| reach + found);
    (start.min(end), end)
}

fn insert(bytes: &mut Vec<u8>, at: usize, part: &[u8]) {
    let tail = bytes.split_off(at);
    bytes.extend_from_slice(part);
    bytes.extend(tail);
}
