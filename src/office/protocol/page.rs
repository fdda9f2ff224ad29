//! Lists come in pages: how many rows, and where the next page begins.

use crate::domain::finding::{Fault, Finding};
use crate::domain::words::words;
use crate::office::protocol::door::Door;

/// How many rows a page may have.
pub fn page_limit(door: &mut Door, given: Option<u32>) -> u32 {
    limit_within(door, given, 1_000)
}

/// How many rows a page may have, where that is not a thousand.
pub fn limit_within(door: &mut Door, given: Option<u32>, most: u32) -> u32 {
    let limit = given.unwrap_or(100);
    if (1..=most).contains(&limit) {
        return limit;
    }
    let fault = Fault::new(&LIMIT_RANGE).with("most", most);
    door.report(Finding::fatal(fault).at("/limit").value(limit));
    1
}

/// Cuts one row too many off a page; the last one that stays is where the next page begins.
pub fn cut<T>(
    mut found: Vec<T>,
    limit: u32,
    cursor: impl Fn(&T) -> String,
) -> (Vec<T>, Option<String>) {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = found.len() > limit;
    found.truncate(limit);
    let next = found.last().filter(|_| more).map(cursor);
    (found, next)
}

words! {
    LIMIT_RANGE = "limit_out_of_range" {
        en: "{value} rows are not between 1 and {most}." => "Ask for fewer, and take the rest by cursor.",
        nb: "{value} rader er ikke mellom 1 og {most}." => "Be om færre, og hent resten med cursor.",
        sv: "{value} rader är inte mellan 1 och {most}." => "Be om färre, och hämta resten med cursor.",
    }
    CURSOR = "cursor_unknown" {
        en: "\"{value}\" is not a cursor." => "Give the next_cursor of an earlier reply, or none to begin.",
        nb: "«{value}» er ikke en cursor." => "Oppgi next_cursor fra et tidligere svar, eller ingen for å begynne.",
        sv: "”{value}” är inte en cursor." => "Ange next_cursor ur ett tidigare svar, eller ingen för att börja.",
    }
}
