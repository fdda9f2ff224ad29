//! Secrets at rest: sealed with the host's key, bound to their company and name.
//!
//! XChaCha20-Poly1305 with a random nonce. The company and the name of the secret are
//! authenticated too, so that a sealed key moved to another row does not open.

use crate::domain::company::SECRETS_KEY_MISSING;
use crate::domain::contact::Email;
use crate::domain::failure::{Failure, Status};
use crate::domain::finding::Finding;
use crate::domain::words::words;
use crate::office::open::config::SecretsKey;
use crate::store::{Sealed, Sqlite};
use crate::system;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

/// The name under which the exchange's API key is kept.
pub const API_KEY: &str = "api_key";

/// The name under which the API key of a further user is kept.
pub fn key_of(email: &Email) -> String {
    format!("{API_KEY}/{}", email.key())
}

/// What the key of a store has sealed there, and its place.
const CHECK: &str = "postbud";

const NONCE_BYTES: usize = 24;
const TAG_BYTES: usize = 16;

/// Seals a secret of a company.
pub fn seal(key: Option<&SecretsKey>, place: &str, secret: &str) -> Result<Vec<u8>, Failure> {
    let key = key.ok_or(Failure::not_ready(&SECRETS_KEY_MISSING))?;
    let nonce: [u8; NONCE_BYTES] = system::random()?;
    let payload = Payload { msg: secret.as_bytes(), aad: place.as_bytes() };
    let sealed = cipher(key)
        .encrypt(&XNonce::from(nonce), payload)
        .map_err(|_| Failure::new(Status::Unavailable, &SECRET_UNSEALABLE))?;
    Ok([nonce.as_slice(), &sealed].concat())
}

/// The sealed secrets of the store, once it is certain that the key is the store's own: what it has
/// sealed there, it opens. A store that was given no key before takes this one, unless it has
/// secrets that this key does not open.
pub fn agree(store: &Sqlite, key: &SecretsKey) -> Result<Vec<Sealed>, Failure> {
    let (check, sealed) = store.read(|tx| Ok((tx.secrets_check()?, tx.sealed_secrets()?)))?;
    let opens = |(_, place, sealed): &Sealed| open(key, place, sealed).is_some();
    let fits = match &check {
        Some(check) => open(key, CHECK, check).is_some(),
        // A store of an earlier version says only by its secrets which key it was given.
        None => !sealed.iter().any(is_sealed) || sealed.iter().any(opens),
    };
    if !fits {
        return Err(wrong());
    }
    if check.is_none() {
        let made = seal(Some(key), CHECK, CHECK)?;
        store.write(|tx| match tx.secrets_check()? {
            // Another program was quicker, maybe with another key.
            Some(check) => open(key, CHECK, &check).map(drop).ok_or_else(wrong),
            None => tx.keep_secrets_check(&made),
        })?;
    }
    Ok(sealed)
}

/// Whether it may be a sealed secret at all: damage says nothing about a key.
const fn is_sealed((_, _, sealed): &Sealed) -> bool {
    sealed.len() > NONCE_BYTES + TAG_BYTES
}

fn wrong() -> Failure {
    Failure::invalid(vec![Finding::fatal(&SECRETS_KEY_WRONG).at("/secrets_key")])
}

/// Opens a secret of a company.
pub fn open(key: &SecretsKey, place: &str, sealed: &[u8]) -> Option<String> {
    let (nonce, sealed) = sealed.split_at_checked(NONCE_BYTES)?;
    let nonce: [u8; NONCE_BYTES] = nonce.try_into().ok()?;
    let payload = Payload { msg: sealed, aad: place.as_bytes() };
    let opened = cipher(key).decrypt(&XNonce::from(nonce), payload).ok()?;
    String::from_utf8(opened).ok()
}

fn cipher(key: &SecretsKey) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&key.0.into())
}

words! {
    SECRETS_KEY_WRONG = "secrets_key_wrong" {
        en: "The store was first opened with another secrets_key; this one opens nothing that is encrypted in it." => "Open with that key. Without secrets_key the store opens too, but keeps no new API key.",
        nb: "Lageret ble først åpnet med en annen secrets_key; denne åpner ingenting av det som er kryptert i det." => "Åpne med den nøkkelen. Uten secrets_key går det også an å åpne, men da lagres ingen ny API-nøkkel.",
        sv: "Lagret öppnades först med en annan secrets_key; denna öppnar inget av det som är krypterat i det." => "Öppna med den nyckeln. Det går också att öppna utan secrets_key, men då sparas ingen ny API-nyckel.",
    }
    SECRET_UNSEALABLE = "secret_unsealable" {
        en: "The secret could not be encrypted." => "Try again; if it persists, report it.",
        nb: "Hemmeligheten kunne ikke krypteres." => "Prøv igjen; vedvarer det, meld fra.",
        sv: "Hemligheten kunde inte krypteras." => "Försök igen; om det kvarstår, rapportera.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_secret_opens_with_its_own_key_and_place_only() {
        let key = SecretsKey([7; 32]);
        let sealed = seal(Some(&key), "1/api_key", "k-123").unwrap();
        assert!(!sealed.windows(5).any(|part| part == b"k-123"));
        assert_eq!(open(&key, "1/api_key", &sealed).as_deref(), Some("k-123"));
        assert_eq!(open(&key, "2/api_key", &sealed), None);
        assert_eq!(open(&SecretsKey([8; 32]), "1/api_key", &sealed), None);
    }

    #[test]
    fn without_a_key_nothing_is_kept() {
        let failure = seal(None, "1/api_key", "k").unwrap_err();
        assert_eq!(failure.words().code, "secrets_key_missing");
    }
}
