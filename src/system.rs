//! The clock and the randomness of the operating system: the only place that knows them.

use crate::domain::failure::{Failure, Status};
use crate::domain::words::words;
use jiff::Timestamp;

/// The moment by the machine's clock.
pub fn now() -> Timestamp {
    Timestamp::now()
}

/// Random bytes from the operating system.
pub fn random<const N: usize>() -> Result<[u8; N], Failure> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| Failure::new(Status::Unavailable, &NO_RANDOMNESS))?;
    Ok(bytes)
}

/// An id that no other store has: a prefix that says what it names, and 128 random bits.
pub fn fresh_id(prefix: &str) -> Result<String, Failure> {
    let bytes: [u8; 16] = random()?;
    Ok(format!("{prefix}_{}", hex(&bytes)))
}

/// Bytes as lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

words! {
    NO_RANDOMNESS = "no_randomness" {
        en: "The operating system gave no random bytes." => "Try again; if it persists, the machine needs attention.",
        nb: "Operativsystemet ga ingen tilfeldige bytes." => "Prøv igjen; vedvarer det, må maskinen ses på.",
        sv: "Operativsystemet gav inga slumptal." => "Försök igen; om det kvarstår behöver maskinen ses över.",
    }
}
