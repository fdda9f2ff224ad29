//! What the official rules say of a document, said.

use crate::domain::finding::Layer;
use crate::domain::words::Language;
use crate::office::protocol::reply::{FindingReply, say_all};
use crate::peppol::validate::Verdict;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// The verdict.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reply {
    /// false on any fatal finding; null while anything is unjudged; else true.
    pub valid: Option<bool>,
    /// invoice or credit_note, when the root says so.
    pub document_type: Option<&'static str>,
    /// What is wrong. Of each rule at most 100 places; the last one counts the others too.
    pub findings: Vec<FindingReply>,
    /// The layers that were judged: schema, en16931, peppol.
    pub evaluated: Vec<&'static str>,
    /// What was not judged.
    pub not_evaluated: Vec<NotEvaluated>,
    /// The rules it was judged by: Peppol release + EN 16931 release.
    pub rule_pack: &'static str,
    /// The first day of that pack, YYYY-MM-DD.
    pub rule_pack_since: String,
    /// The day lies before the first pack known here, so that the oldest one stood in.
    pub rule_pack_is_stand_in: bool,
}

/// A part of the rules that was not judged.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NotEvaluated {
    /// schema, en16931 or peppol.
    pub layer: &'static str,
    /// The rules of the layer that were judged all the same.
    pub except: Vec<&'static str>,
}

/// Says a verdict, given by the rules of a day or by a pack that was named.
pub fn reply(verdict: Verdict, day: Option<Date>, language: Language) -> Reply {
    let fatal = verdict.findings.iter().any(|finding| finding.is_fatal());
    let unjudged = &verdict.not_evaluated;
    let layers = [Layer::Schema, Layer::En16931, Layer::Peppol].into_iter();
    Reply {
        valid: if fatal { Some(false) } else { unjudged.is_empty().then_some(true) },
        document_type: verdict.document,
        findings: say_all(&verdict.findings, language),
        evaluated: layers.filter(|layer| !unjudged.contains(layer)).map(Layer::word).collect(),
        not_evaluated: unjudged
            .iter()
            .map(|layer| NotEvaluated { layer: layer.word(), except: Vec::new() })
            .collect(),
        rule_pack: verdict.pack.name(),
        rule_pack_since: verdict.pack.since().to_string(),
        rule_pack_is_stand_in: day.is_some_and(|day| verdict.pack.is_stand_in(day)),
    }
}
