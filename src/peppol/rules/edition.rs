//! How a pack has the rules: which ones, how grave they are, and in which words.

use crate::domain::finding::Severity;
use crate::peppol::rules::rule::Rule;

/// What a pack has otherwise than the rules are written, which is as of today.
#[derive(Debug)]
pub struct Edition {
    /// Whether it leaves out the rule with this code.
    pub lacks: fn(&str) -> bool,
    /// Rules that are warnings in it, whatever they are today.
    pub warnings: &'static [&'static str],
    /// Rules that it words otherwise; only the words are used.
    pub reworded: &'static [&'static Rule],
}

impl Edition {
    /// The severity of a rule in this edition; none where it does not have the rule.
    pub fn severity(&self, code: &str, usual: Severity) -> Option<Severity> {
        if (self.lacks)(code) {
            return None;
        }
        Some(if self.warnings.contains(&code) { Severity::Warning } else { usual })
    }

    /// How this edition words a rule.
    pub fn worded(&self, rule: &'static Rule) -> &'static Rule {
        let code = rule.words.code;
        self.reworded.iter().find(|other| other.words.code == code).copied().unwrap_or(rule)
    }
}
