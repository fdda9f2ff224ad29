//! The door: every value of a request is parsed here, and all faults are kept until it closes.

use crate::domain::failure::Failure;
use crate::domain::finding::{Fault, Finding};
use crate::domain::words::words;
use crate::office::open::mask::MASK;
use std::collections::{HashMap, HashSet};

/// More findings of one rule than this are counted, not listed.
const LISTED: usize = 100;

/// Where a value stands in a request. Most values are right, and of these nobody asks.
pub trait Place {
    /// The path, as a JSON pointer.
    fn path(&self) -> String;
}

impl Place for &str {
    fn path(&self) -> String {
        (*self).to_owned()
    }
}

impl Place for &String {
    fn path(&self) -> String {
        (*self).clone()
    }
}

/// A field of a thing at a path.
impl Place for (&str, &str) {
    fn path(&self) -> String {
        format!("{}/{}", self.0, self.1)
    }
}

/// Collects what is wrong with a request while its values are parsed.
#[derive(Debug, Default)]
pub struct Door {
    found: Vec<Finding>,
    faulty: HashSet<String>,
    rules: HashMap<&'static str, Tally>,
    host_key: Option<String>,
}

/// How often a rule was broken, and which finding tells it.
#[derive(Debug)]
struct Tally {
    count: usize,
    last: usize,
}

impl Door {
    /// A door at which something was found already.
    pub fn with(found: Vec<Finding>) -> Self {
        let mut door = Self::default();
        door.report_all(found);
        door
    }

    /// From here on findings belong to a thing of the host with this key; gives back the key
    /// before.
    pub fn enter(&mut self, host_key: Option<String>) -> Option<String> {
        let inner = host_key.or_else(|| self.host_key.clone());
        std::mem::replace(&mut self.host_key, inner)
    }

    /// Findings belong again to what they belonged to before.
    pub fn leave(&mut self, outer: Option<String>) {
        self.host_key = outer;
    }

    /// A value that must be there.
    pub fn required<T>(
        &mut self,
        place: impl Place,
        given: Option<&impl AsRef<str>>,
        parse: impl FnOnce(&str) -> Result<T, Fault>,
    ) -> Option<T> {
        if present(given).is_none() {
            self.report(missing(&place.path()));
        }
        self.optional(place, given, parse)
    }

    /// A value that may be left out.
    pub fn optional<T>(
        &mut self,
        place: impl Place,
        given: Option<&impl AsRef<str>>,
        parse: impl FnOnce(&str) -> Result<T, Fault>,
    ) -> Option<T> {
        let text = present(given)?;
        match parse(text) {
            Ok(value) => Some(value),
            Err(fault) => {
                self.report(Finding::fatal(fault).at(place.path()).value(text));
                None
            }
        }
    }

    /// A value that must be there and stands beside a secret: since that is easily pasted into the
    /// wrong field, what is wrong with it is said without showing it.
    pub fn unshown<T>(
        &mut self,
        path: &str,
        given: Option<&String>,
        parse: impl FnOnce(&str) -> Result<T, Fault>,
    ) -> Option<T> {
        let Some(text) = present(given) else {
            self.report(missing(path));
            return None;
        };
        match parse(text) {
            Ok(value) => Some(value),
            Err(fault) => {
                self.report(Finding::fatal(fault).at(path).value(MASK));
                None
            }
        }
    }

    /// A secret that must be there: what is wrong with it is said without showing it.
    pub fn secret(&mut self, path: &str, given: Option<&String>) -> Option<String> {
        let Some(text) = present(given) else {
            self.report(missing(path));
            return None;
        };
        if text.chars().count() <= 500 && !text.chars().any(char::is_control) {
            return Some(text.to_owned());
        }
        self.report(Finding::fatal(&SECRET_UNUSABLE).at(path));
        None
    }

    /// A secret that may be left out; the caller checks its form without showing it.
    pub fn secret_given<'a>(&self, given: Option<&'a String>) -> Option<&'a str> {
        present(given)
    }

    /// Keeps a finding, unless its place was found faulty before: one fault for each place. Of one
    /// rule a hundred are listed; the last of them counts the others.
    pub fn report(&mut self, mut finding: Finding) {
        // Of a whole document many places may be faulty.
        if let Some(path) = finding.path.as_ref().filter(|_| finding.xpath.is_none()) {
            if self.faulty.contains(path) {
                return;
            }
            if finding.is_fatal() {
                self.faulty.insert(path.clone());
            }
        }
        finding.host_key = finding.host_key.or_else(|| self.host_key.clone());
        let next = self.found.len();
        let tally =
            self.rules.entry(finding.fault.words.code).or_insert(Tally { count: 0, last: 0 });
        tally.count += 1;
        if tally.count <= LISTED {
            tally.last = next;
            self.found.push(finding);
        } else if let Some(last) = self.found.get_mut(tally.last) {
            last.count += 1;
        }
    }

    /// Keeps several findings.
    pub fn report_all(&mut self, findings: impl IntoIterator<Item = Finding>) {
        for finding in findings {
            self.report(finding);
        }
    }

    /// What was found so far.
    pub fn findings(&self) -> &[Finding] {
        &self.found
    }

    /// Whether nothing fatal was found so far.
    pub fn is_clear(&self) -> bool {
        !self.found.iter().any(Finding::is_fatal)
    }

    /// Closes the door of a request that has nothing more to parse.
    pub fn close_now(self) -> Result<(), Failure> {
        self.close(Some(())).map(drop)
    }

    /// Closes the door: the built value with the warnings, or every fault at once.
    pub fn close<T>(self, built: Option<T>) -> Result<(T, Vec<Finding>), Failure> {
        match built {
            Some(value) if self.is_clear() => Ok((value, self.found)),
            _ => Err(Failure::invalid(self.found)),
        }
    }
}

fn present<T: AsRef<str>>(given: Option<&T>) -> Option<&str> {
    given.map(|text| text.as_ref().trim()).filter(|text| !text.is_empty())
}

/// What is said of a field that is not there.
pub fn missing(path: &str) -> Finding {
    let field = path.rsplit('/').next().unwrap_or(path);
    Finding::fatal(Fault::new(&FIELD_MISSING).with("field", field)).at(path)
}

words! {
    FIELD_MISSING = "field_missing" {
        en: "The field {field} is missing." => "Fill it in.",
        nb: "Feltet {field} mangler." => "Fyll det ut.",
        sv: "Fältet {field} saknas." => "Fyll i det.",
    }
    SECRET_UNUSABLE = "secret_unusable" {
        en: "The secret is too long or holds control characters." => "Paste it again, as the exchange shows it.",
        nb: "Hemmeligheten er for lang eller har kontrolltegn." => "Lim den inn på nytt, slik meldingssentralen viser den.",
        sv: "Hemligheten är för lång eller har styrtecken." => "Klistra in den igen, som tjänsten visar den.",
    }
}
