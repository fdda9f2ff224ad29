//! Secrets are shown nowhere, wherever they stand: what a request gives as a secret, and what the
//! store keeps as one, is masked in every reply that would repeat it.
//!
//! Fields are known by name, those that nobody has declared, too: a key is pasted into `apikey` or
//! `token` as easily as into the field it belongs in.

use serde_json::{Map, Value};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// What stands where a secret would.
pub const MASK: &str = "…";
/// Shorter values are words: masking them would take the sense out of a reply.
const SHORTEST: usize = 6;
/// Shorter ones may stand somewhere by chance, such as in a telephone number.
const CHANCE: usize = 16;
/// The hexadecimal digits of a key for secrets.
const KEY: usize = 64;
/// Findings cut long values, so that only this much of a secret may be left of it.
const NEEDLE: usize = 100;
/// A request with a secret is small; larger ones are documents, and are not looked through.
const LARGEST: usize = 1 << 18;
/// What the names of secret fields hold, in small letters without `_` and `-`.
const NAMES: [&str; 13] = [
    "apikey",
    "secret",
    "token",
    "passw",
    "passord",
    "losen",
    "lösen",
    "pwd",
    "credential",
    "accesskey",
    "privatekey",
    "bearer",
    "authorization",
];
/// One of these stands in every request that has such a field.
const HINTS: [&str; 12] = [
    "api",
    "access",
    "private",
    "secret",
    "token",
    "pass",
    "losen",
    "lösen",
    "pwd",
    "credential",
    "bearer",
    "authorization",
];
/// Fields of a reply that hold words of the library's own, or the bytes of a document, which are
/// given as they are or not at all.
const LEFT: [&str; 7] = ["code", "rule", "layer", "severity", "status_word", "xml", "content"];

/// Whether a field of this name holds a secret.
fn is_secret(name: &str) -> bool {
    let plain = name.chars().filter(|c| !matches!(c, '_' | '-' | ' ' | '.'));
    let plain: String = plain.flat_map(char::to_lowercase).collect();
    NAMES.iter().any(|part| plain.contains(part))
}

/// The secrets of one request.
#[derive(Debug, Default)]
pub struct Secrets {
    values: Vec<String>,
    elsewhere: Vec<String>,
}

/// What has the form of a key for secrets, wherever it stands in a configuration.
pub fn keys_in(config: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(config);
    let runs = text.split(|c: char| !c.is_ascii_hexdigit());
    runs.filter(|run| run.len() == KEY).map(str::to_owned).collect()
}

impl Secrets {
    /// What a request gives as secrets, under whatever name.
    pub fn of(request: &[u8]) -> Self {
        let mut found = Self::default();
        let Some(text) = std::str::from_utf8(request).ok().filter(|it| it.len() <= LARGEST) else {
            return found;
        };
        let small = text.to_lowercase();
        // A name may be written with escapes, as Python does it beyond ASCII.
        if !small.contains("\\u") && !HINTS.iter().any(|hint| small.contains(hint)) {
            return found;
        }
        let Ok(tree) = serde_json::from_str::<Value>(text) else { return found };
        found.collect(&tree, false);
        found.look_elsewhere(&tree, String::new());
        found
    }

    /// The places of the request that repeat a declared secret.
    pub fn elsewhere(&self) -> &[String] {
        &self.elsewhere
    }

    fn collect(&mut self, value: &Value, secret: bool) {
        match value {
            Value::String(text) if secret => self.add(text.trim()),
            Value::Number(number) if secret => self.add(&number.to_string()),
            Value::Array(items) => items.iter().for_each(|item| self.collect(item, secret)),
            Value::Object(fields) => {
                fields
                    .iter()
                    .for_each(|(name, field)| self.collect(field, secret || is_secret(name)));
            }
            _ => {}
        }
    }

    fn add(&mut self, text: &str) {
        if text.chars().count() >= SHORTEST && !self.values.iter().any(|known| known == text) {
            self.values.push(text.to_owned());
        }
    }

    fn look_elsewhere(&mut self, value: &Value, path: String) {
        match value {
            Value::String(text) if self.values.iter().any(|secret| repeats(text, secret)) => {
                self.elsewhere.push(path);
            }
            Value::Array(items) => {
                for (at, item) in items.iter().enumerate() {
                    self.look_elsewhere(item, format!("{path}/{at}"));
                }
            }
            Value::Object(fields) => {
                for (name, field) in fields.iter().filter(|(name, _)| !is_secret(name)) {
                    let name = name.replace('~', "~0").replace('/', "~1");
                    self.look_elsewhere(field, format!("{path}/{name}"));
                }
            }
            _ => {}
        }
    }

    /// A reply without these secrets, and without others that are known.
    pub fn mask(&self, reply: Vec<u8>, known: &[String]) -> Vec<u8> {
        let secrets: Vec<&str> = self.values.iter().chain(known).map(String::as_str).collect();
        if secrets.is_empty() {
            return reply;
        }
        let Some(text) = std::str::from_utf8(&reply).ok().map(str::to_ascii_lowercase) else {
            return reply;
        };
        let shows = |secret: &&str| text.contains(&escaped(needle(secret)).to_ascii_lowercase());
        if !secrets.iter().any(shows) {
            return reply;
        }
        let Ok(mut tree) = serde_json::from_slice::<Value>(&reply) else { return reply };
        cover(&mut tree, &secrets);
        serde_json::to_vec(&tree).unwrap_or_default()
    }
}

/// Whether a text is the secret, or holds one that is too long for chance.
fn repeats(text: &str, secret: &str) -> bool {
    text.trim() == secret || (secret.len() >= CHANCE && text.contains(secret))
}

/// The beginning of a secret: so much of it is left where a long value is cut.
fn needle(secret: &str) -> &str {
    secret.char_indices().nth(NEEDLE).map_or(secret, |(end, _)| secret.get(..end).unwrap_or(secret))
}

/// As it stands in JSON.
fn escaped(text: &str) -> String {
    let quoted = Value::from(text).to_string();
    quoted.trim_matches('"').to_owned()
}

fn cover(value: &mut Value, secrets: &[&str]) {
    match value {
        Value::String(text) => {
            for secret in secrets {
                cover_text(text, secret);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| cover(item, secrets)),
        Value::Object(fields) => cover_fields(fields, secrets),
        _ => {}
    }
}

fn cover_fields(fields: &mut Map<String, Value>, secrets: &[&str]) {
    for (name, field) in fields.iter_mut() {
        if !(field.is_string() && LEFT.contains(&name.as_str())) {
            cover(field, secrets);
        }
    }
}

/// Masks a secret, or as much as there is of it, in small and capital letters alike. One that is
/// short enough for chance stands for itself only where it is a word of its own.
fn cover_text(text: &mut String, secret: &str) {
    let needle = needle(secret).to_ascii_lowercase();
    let by_chance = secret.chars().count() < CHANCE;
    let mut from = 0;
    while let Some(found) =
        text.get(from..).and_then(|rest| rest.to_ascii_lowercase().find(&needle))
    {
        let (before, rest) = text.split_at(from + found);
        let same = |(here, there): &(char, char)| here.eq_ignore_ascii_case(there);
        let length = rest.chars().zip(secret.chars()).take_while(same);
        let length: usize = length.map(|(here, _)| here.len_utf8()).sum();
        let after = rest.get(length..).unwrap_or_default();
        let inside =
            before.ends_with(char::is_alphanumeric) || after.starts_with(char::is_alphanumeric);
        let of_ours = is_a_word(secret) && !is_quoted(before, after);
        if by_chance && (inside || of_ours) {
            from += found + length.max(1);
            continue;
        }
        from = before.len() + MASK.len();
        // The mask may stand beside the mark that a value was cut.
        *text = format!("{before}{MASK}{}", after.strip_prefix(MASK).unwrap_or(after));
    }
}

/// Whether our own sentences may use it: one plain word.
fn is_a_word(secret: &str) -> bool {
    secret.chars().all(|c| c.is_ascii_lowercase() || c == '_')
}

/// Whether a text is all there is, or is shown as a value: in quotation marks.
fn is_quoted(before: &str, after: &str) -> bool {
    let marks = ['"', '«', '»', '”'];
    (before.is_empty() && after.is_empty()) || (before.ends_with(marks) && after.starts_with(marks))
}

/// The secrets that are kept, as far as this handle knows them: those that were there when it was
/// opened, and those that it has kept since. By the number of their company.
#[derive(Debug, Default)]
pub struct KnownSecrets(Mutex<HashMap<String, Vec<String>>>);

impl KnownSecrets {
    /// Learns one.
    pub fn learn(&self, company: &str, secret: String) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = known.entry(company.to_owned()).or_default();
        if secret.chars().count() >= CHANCE && !known.contains(&secret) {
            known.push(secret);
        }
    }

    /// Those of a company; all of them where none is named or known: what stands in place of its
    /// number may be a secret.
    pub fn of(&self, company: Option<&str>) -> Vec<String> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match company.and_then(|company| known.get(company)) {
            Some(own) => own.clone(),
            None => known.values().flatten().cloned().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_known_by_what_their_names_hold() {
        for name in ["api_key", "apiKey", "API-KEY", "token", "accessToken", "password", "lösenord"]
        {
            assert!(is_secret(name), "{name}");
        }
        for name in ["host_key", "number", "customer", "cursor", "passes"] {
            assert!(!is_secret(name), "{name}");
        }
    }

    #[test]
    fn a_secret_is_masked_in_text_and_cut_text_but_not_in_words_of_the_library() {
        let long = "k".repeat(150);
        let request = format!("{{\"token\": \"aB\\\"c-123\", \"api_key\": \"{long}\"}}");
        let secrets = Secrets::of(request.as_bytes());
        let reply = serde_json::json!({
            "message": "\"Ab\"C-123\" is none, and aB\"c-123 neither",
            "value": format!("{}…", long.get(..120).unwrap()), "code": "aB\"c-123",
        });
        let masked = secrets.mask(reply.to_string().into_bytes(), &[]);
        let masked: Value = serde_json::from_slice(&masked).unwrap();
        let expected = serde_json::json!({
            "message": "\"…\" is none, and … neither", "value": "…", "code": "aB\"c-123",
        });
        assert_eq!(masked, expected);
    }

    #[test]
    fn a_secret_is_known_where_the_name_of_its_field_is_written_with_escapes() {
        let secrets = Secrets::of(br#"{"l\u00f6senord": "Zx9-abc", "name": "Zx9-abc"}"#);
        assert_eq!(secrets.elsewhere(), ["/name"]);
        let masked = secrets.mask(br#"{"value":"Zx9-abc"}"#.to_vec(), &[]);
        assert_eq!(String::from_utf8(masked).unwrap(), r#"{"value":"…"}"#);
    }

    #[test]
    fn a_short_secret_is_masked_as_a_word_and_not_inside_a_number() {
        let secrets = Secrets::of(br#"{"api_key": "123456"}"#);
        let reply = br#"{"phone": "+4712345678", "value": "123456", "message": "\"123456\" no"}"#;
        let masked = String::from_utf8(secrets.mask(reply.to_vec(), &[])).unwrap();
        let expected = r#"{"phone":"+4712345678","value":"…","message":"\"…\" no"}"#;
        assert_eq!(masked, expected);
    }
}
