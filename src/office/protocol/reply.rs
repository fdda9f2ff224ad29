//! How a reply goes out: findings and decisions said in the caller's language.

use crate::domain::channel::reasons::reason_of;
use crate::domain::channel::{Channel, Decision, Outcome, Row, Step, Verdict};
use crate::domain::failure::Failure;
use crate::domain::finding::{Fault, Finding, key_shown};
use crate::domain::words::{Language, fill};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Something found wrong, said.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FindingReply {
    /// request, schema, en16931 or peppol.
    pub layer: &'static str,
    /// Official rule id, or a code of postbud's own. Contract.
    pub rule: &'static str,
    /// fatal, warning or information.
    pub severity: &'static str,
    /// JSON Pointer (RFC 6901) into the request.
    pub path: Option<String>,
    /// The offending value; long ones are cut.
    pub value: Option<String>,
    /// What stood there in the document sent before, where this one differs from it.
    pub earlier: Option<String>,
    /// Place in the document.
    pub xpath: Option<String>,
    /// Business term of EN 16931.
    pub term: Option<&'static str>,
    /// The host's own key of the invoice, line or customer.
    pub host_key: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub fix: String,
    /// How often.
    pub count: usize,
}

/// Says a finding.
pub fn say(finding: &Finding, language: Language) -> FindingReply {
    let mut args = finding.fault.args.clone();
    args.push(("value", finding.value.clone().unwrap_or_default()));
    let words = finding.fault.words;
    FindingReply {
        layer: finding.layer.word(),
        rule: words.code,
        severity: finding.severity.word(),
        path: finding.path.clone(),
        value: finding.value.clone(),
        earlier: finding.earlier.clone(),
        xpath: finding.xpath.clone(),
        term: finding.term,
        host_key: finding.host_key.as_deref().map(key_shown),
        message: fill(words.message.in_language(language), &args),
        fix: fill(words.fix.in_language(language), &args),
        count: finding.count,
    }
}

/// Says many findings.
pub fn say_all(findings: &[Finding], language: Language) -> Vec<FindingReply> {
    findings.iter().map(|finding| say(finding, language)).collect()
}

/// The reply of a call that did not succeed.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ErrorReply {
    /// Why.
    pub error: ErrorBody,
}

/// Why a call did not succeed.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ErrorBody {
    /// Stable code of the reason. Contract.
    pub code: &'static str,
    /// The reason as a sentence.
    pub message: String,
    /// The next step.
    pub fix: String,
    /// Everything behind it.
    pub findings: Vec<FindingReply>,
}

/// Says a failure.
pub fn say_failure(failure: &Failure, language: Language) -> ErrorReply {
    let words = failure.words();
    ErrorReply {
        error: ErrorBody {
            code: words.code,
            message: fill(words.message.in_language(language), &failure.fault.args),
            fix: fill(words.fix.in_language(language), &failure.fault.args),
            findings: say_all(&failure.findings, language),
        },
    }
}

/// A decision, said.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DecisionReply {
    /// take, wait or refuse.
    pub outcome: &'static str,
    /// The channel taken.
    pub channel: Option<&'static str>,
    /// Where else the receiver sees the document.
    pub shown_also_in: Option<&'static str>,
    /// Every step in order, with its reason.
    pub trace: Vec<TraceReply>,
}

/// One step of a decision, said.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TraceReply {
    /// einvoice, efaktura_agreement, efaktura_yes_to_all, vipps, ask, email, print or self.
    pub step: &'static str,
    /// The channel of the step; none for ask.
    pub channel: Option<&'static str>,
    /// taken, spare (possible, next in turn), awaited or skipped.
    pub result: &'static str,
    /// Stable code of the reason. Contract.
    pub code: &'static str,
    /// The reason as a sentence.
    pub message: String,
    /// What would change it.
    pub fix: String,
}

/// Says a decision.
pub fn say_decision(decision: &Decision, language: Language) -> DecisionReply {
    let channel = decision.channel();
    DecisionReply {
        outcome: outcome(decision),
        channel: channel.map(crate::domain::channel::Channel::word),
        shown_also_in: channel.and_then(|c| c.shown_also_in()).map(|c| c.word()),
        trace: decision
            .trace
            .iter()
            .map(|row| TraceReply {
                step: row.step.word(),
                channel: row.step.channel().map(|channel| channel.word()),
                result: row.verdict.word(),
                code: row.reason.words.code,
                message: message(&row.reason, language),
                fix: fix(&row.reason, language),
            })
            .collect(),
    }
}

/// A decision as the store keeps it: codes and what fills their sentences, in no language.
#[derive(Debug, Serialize, Deserialize)]
struct KeptDecision {
    outcome: String,
    channel: Option<Channel>,
    trace: Vec<KeptRow>,
}

/// One row of a kept trace.
#[derive(Debug, Serialize, Deserialize)]
struct KeptRow {
    step: Step,
    verdict: Verdict,
    code: String,
    args: Vec<(String, String)>,
}

/// A decision as JSON for the store.
pub fn kept_decision(decision: &Decision) -> Value {
    let row = |row: &Row| KeptRow {
        step: row.step,
        verdict: row.verdict,
        code: row.reason.words.code.to_owned(),
        args: row
            .reason
            .args
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect(),
    };
    let kept = KeptDecision {
        outcome: outcome(decision).to_owned(),
        channel: decision.channel(),
        trace: decision.trace.iter().map(row).collect(),
    };
    serde_json::to_value(kept).unwrap_or_default()
}

/// Says a kept decision; none where the store has none.
pub fn say_kept_decision(kept: &Value, language: Language) -> Option<DecisionReply> {
    let kept: KeptDecision = serde_json::from_value(kept.clone()).ok()?;
    let trace = kept.trace.into_iter().filter_map(|row| {
        let words = reason_of(&row.code)?;
        let said = |sentence: &str| {
            row.args.iter().fold(sentence.to_owned(), |said, (name, value)| {
                said.replace(&format!("{{{name}}}"), value)
            })
        };
        Some(TraceReply {
            step: row.step.word(),
            channel: row.step.channel().map(Channel::word),
            result: row.verdict.word(),
            code: words.code,
            message: said(words.message.in_language(language)),
            fix: said(words.fix.in_language(language)),
        })
    });
    let outcomes = ["take", "wait", "refuse"];
    Some(DecisionReply {
        outcome: outcomes.into_iter().find(|known| *known == kept.outcome)?,
        channel: kept.channel.map(Channel::word),
        shown_also_in: kept.channel.and_then(Channel::shown_also_in).map(Channel::word),
        trace: trace.collect(),
    })
}

const fn outcome(decision: &Decision) -> &'static str {
    match decision.outcome {
        Outcome::Take(_) => "take",
        Outcome::Wait(_) => "wait",
        Outcome::Refuse => "refuse",
    }
}

/// The sentence of a fault.
pub fn message(fault: &Fault, language: Language) -> String {
    fill(fault.words.message.in_language(language), &fault.args)
}

/// The next step of a fault.
pub fn fix(fault: &Fault, language: Language) -> String {
    fill(fault.words.fix.in_language(language), &fault.args)
}

/// An address in replies.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct AddressReply {
    /// Street and number, or box.
    pub street: Option<String>,
    /// A second line.
    pub street2: Option<String>,
    /// Post code.
    pub post_code: Option<String>,
    /// Place.
    pub place: Option<String>,
    /// Country, ISO 3166-1.
    pub country: String,
}

impl From<&crate::domain::party::Address> for AddressReply {
    fn from(address: &crate::domain::party::Address) -> Self {
        Self {
            street: address.street.clone(),
            street2: address.street2.clone(),
            post_code: address.post_code.clone(),
            place: address.place.clone(),
            country: address.country.to_string(),
        }
    }
}
