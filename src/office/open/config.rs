//! What the host decides when it opens the library.

use crate::domain::failure::Failure;
use crate::domain::finding::{Fault, Finding};
use crate::domain::language::read_language;
use crate::domain::role::{NOBODY_ACTIVATES, Role};
use crate::domain::words::{Language, words};
use crate::office::protocol::door::Door;
use crate::office::protocol::shape::{self, Described};
use crate::store::IN_MEMORY;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::path::PathBuf;

/// The configuration of `postbud_open`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Request {
    /// Path of the SQLite file, created when it is not there, or ":memory:". A relative path is
    /// that of the folder which the program is in when it opens. Mandatory.
    pub store: Option<String>,
    /// 64 hexadecimal digits: the key that API keys are encrypted with. The host keeps it.
    #[schemars(extend("writeOnly" = true))]
    pub secrets_key: Option<String>,
    /// Lets requests carry their own time. For tests and simulation only. Default: false.
    pub allow_now: Option<bool>,
    /// Folder that outbox_run carries into; it is created when it is not there. A relative path is
    /// that of the folder which the program is in when it opens.
    pub folder: Option<String>,
    /// Language of sentences when a request names none: en, nb or sv. Default: en.
    pub language: Option<String>,
    /// The roles that register companies, have them verified and order agreements, unless a
    /// company's own setting says otherwise. Default: agency.
    pub activation_by: Option<Vec<String>>,
}

impl Described for Request {
    const PLACE: &'static str = "/verbs/open/request";
}

/// What `postbud_open` answers.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reply {
    /// Version of the library.
    pub version: &'static str,
    /// Version of the store's layout.
    pub store_version: u32,
}

/// The key that API keys are encrypted with. It is never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct SecretsKey(pub [u8; 32]);

impl fmt::Debug for SecretsKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretsKey(…)")
    }
}

/// The configuration, parsed.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// Path of the store, or ":memory:".
    pub store: String,
    /// The key of the API keys.
    pub secrets_key: Option<SecretsKey>,
    /// Whether requests may carry their own time.
    pub allow_now: bool,
    /// Where the folder carrier writes.
    pub folder: Option<PathBuf>,
    /// Language of sentences when a request names none.
    pub language: Language,
    /// The roles that activate, unless a company says otherwise.
    pub activation_by: Vec<Role>,
}

impl Config {
    /// Reads the configuration.
    pub fn read(bytes: &[u8]) -> Result<Self, Failure> {
        let (body, found) = shape::read::<Request>(bytes, "")?;
        let mut door = Door::with(found);
        let raw = body.store.clone().unwrap_or_default();
        let store = door.required("/store", body.store.as_ref(), |_| parse_store(&raw));
        let secrets_key = match door.secret_given(body.secrets_key.as_ref()) {
            Some(text) => {
                let key = parse_key(text);
                if key.is_none() {
                    door.report(Finding::fatal(&SECRETS_KEY_SHAPE).at("/secrets_key"));
                }
                key
            }
            None => None,
        };
        let raw = body.folder.clone().unwrap_or_default();
        let folder = door.optional("/folder", body.folder.as_ref(), |_| parse_path(&raw));
        // Where the program goes later changes nothing.
        let whole = |path: String| std::path::absolute(&path).unwrap_or_else(|_| path.into());
        let folder = folder.map(whole);
        let language = door.optional("/language", body.language.as_ref(), read_language);
        let activation_by = read_roles(&mut door, body.activation_by.as_deref());
        let built = store.map(|store| Self {
            store,
            secrets_key,
            allow_now: body.allow_now.unwrap_or(false),
            folder,
            language: language.unwrap_or_default(),
            activation_by: activation_by.unwrap_or_else(|| vec![Role::Agency]),
        });
        door.close(built).map(|(config, _)| config)
    }
}

/// The roles that activate; none when nothing is said about it.
pub fn read_roles(door: &mut Door, given: Option<&[String]>) -> Option<Vec<Role>> {
    let given = given?;
    if given.is_empty() {
        door.report(Finding::fatal(&NOBODY_ACTIVATES).at("/activation_by"));
    }
    let mut roles = Vec::new();
    for (index, word) in given.iter().enumerate() {
        roles.extend(door.required(&format!("/activation_by/{index}"), Some(word), Role::parse));
    }
    Some(roles)
}

/// A path is a path, and is taken as it stands: what nobody could see in it is a mistake.
fn parse_path(raw: &str) -> Result<String, Fault> {
    let plain = raw.trim() == raw && !raw.chars().any(char::is_control);
    plain.then(|| raw.to_owned()).ok_or(Fault::new(&PATH_UNSEEN))
}

/// The path of a store, or the one name that is none.
fn parse_store(raw: &str) -> Result<String, Fault> {
    let path = parse_path(raw)?;
    match path.starts_with(':') && path != IN_MEMORY {
        true => Err(Fault::new(&STORE_NAME)),
        false => Ok(path),
    }
}

fn parse_key(text: &str) -> Option<SecretsKey> {
    let mut key = [0; 32];
    if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    for (byte, at) in key.iter_mut().zip((0..64).step_by(2)) {
        *byte = u8::from_str_radix(text.get(at..at + 2)?, 16).ok()?;
    }
    Some(SecretsKey(key))
}

words! {
    PATH_UNSEEN = "path_unseen_characters" {
        en: "The path begins or ends with a blank, or holds a line end or another control character." => "Give the path without it; a line end is easily left over when the path was read from a file.",
        nb: "Stien begynner eller slutter med mellomrom, eller har linjeskift eller et annet kontrolltegn." => "Oppgi stien uten det; et linjeskift blir lett med når stien leses fra en fil.",
        sv: "Sökvägen börjar eller slutar med blanksteg, eller har radbrytning eller ett annat styrtecken." => "Ange sökvägen utan det; en radbrytning följer lätt med när sökvägen läses från en fil.",
    }
    STORE_NAME = "store_name_unknown" {
        en: "\"{value}\" is not the path of a store." => "Use :memory: for a store in memory, or a path; a file whose name begins with a colon is ./:name.",
        nb: "«{value}» er ikke stien til et lager." => "Bruk :memory: for et lager i minnet, eller en sti; en fil der navnet begynner med kolon er ./:navn.",
        sv: "”{value}” är inte sökvägen till ett lager." => "Använd :memory: för ett lager i minnet, eller en sökväg; en fil vars namn börjar med kolon är ./:namn.",
    }
    SECRETS_KEY_SHAPE = "secrets_key_shape" {
        en: "The key for secrets does not have the right form." => "Give 64 hexadecimal digits (32 random bytes).",
        nb: "Nøkkelen for hemmeligheter har ikke riktig form." => "Oppgi 64 heksadesimale sifre (32 tilfeldige byte).",
        sv: "Nyckeln för hemligheter har inte rätt form." => "Ange 64 hexadecimala siffror (32 slumpmässiga byte).",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_has_digits_and_no_signs() {
        assert_eq!(parse_key(&"0F".repeat(32)), Some(SecretsKey([15; 32])));
        assert_eq!(parse_key(&"+f".repeat(32)), None);
        assert_eq!(parse_key(&"0f".repeat(31)), None);
    }
}
