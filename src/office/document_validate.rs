//! Judges a finished document: the request is the XML itself.

use crate::domain::country::Country;
use crate::domain::time::legal_day;
use crate::domain::words::Language;
use crate::office::reply::{FindingReply, say_all};
use crate::peppol::validate::validate;
use crate::system;
use schemars::JsonSchema;
use serde::Serialize;

/// The verdict.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reply {
    /// false on any fatal finding; null while anything is unjudged; else true.
    pub valid: Option<bool>,
    /// invoice or credit_note, when the root says so.
    pub document_type: Option<&'static str>,
    /// What is wrong.
    pub findings: Vec<FindingReply>,
    /// What was not judged.
    pub not_evaluated: Vec<NotEvaluated>,
    /// The rules in force on the day of judging: Peppol release + EN 16931 release.
    pub rule_pack: &'static str,
}

/// A part of the rules that was not judged.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NotEvaluated {
    /// schema, en16931 or peppol.
    pub layer: &'static str,
    /// The rules of the layer that were judged all the same.
    pub except: Vec<&'static str>,
}

/// Judges the document by the rules in force today.
pub fn run(xml: &[u8], language: Language) -> Reply {
    let norway = Country::parse("NO").ok();
    let today = norway.map(|norway| legal_day(system::now(), &norway)).unwrap_or_default();
    let verdict = validate(xml, today);
    let fatal = verdict.findings.iter().any(|finding| finding.is_fatal());
    let unjudged = !verdict.not_evaluated.is_empty();
    Reply {
        valid: if fatal { Some(false) } else { (!unjudged).then_some(true) },
        document_type: verdict.document,
        findings: say_all(&verdict.findings, language),
        not_evaluated: verdict
            .not_evaluated
            .into_iter()
            .map(|part| NotEvaluated { layer: part.layer.word(), except: part.except })
            .collect(),
        rule_pack: verdict.rule_pack,
    }
}
