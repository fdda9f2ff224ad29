//! The official rules that documents are judged by, page by page.

use crate::domain::failure::Failure;
use crate::domain::words::{Language, fill};
use crate::office::Office;
use crate::office::document::pack::rules;
use crate::office::protocol::page::{cut, page_limit};
use crate::office::protocol::request::{Call, request};
use crate::office::protocol::text::{DayText, text};
use crate::peppol::rules::listing::{self, Listed};
use schemars::JsonSchema;
use serde::Serialize;

request! {
    /// Which rules. Without pack and day: those in force today.
    Request {
        /// The release of Peppol: 3.0.20, 3.0.21 or self-billing 3.0.2.
        pack: Option<String>,
        /// The day whose rules count, YYYY-MM-DD.
        day: Option<DayText>,
        /// How many at the most, 1 to 1,000. Default: 100.
        limit: Option<u32>,
        /// Where the earlier page ended: its next_cursor.
        cursor: Option<String>,
    }
}

/// One page.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reply {
    /// Peppol release + EN 16931 release.
    pub rule_pack: &'static str,
    /// How many rules the pack has.
    pub total: usize,
    /// The rules, in the order of the standard.
    pub rules: Vec<RuleReply>,
    /// Give it as cursor for the next page; none on the last.
    pub next_cursor: Option<String>,
}

/// One rule.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RuleReply {
    /// Its official id.
    pub rule: &'static str,
    /// fatal or warning.
    pub severity: &'static str,
    /// en16931 or peppol.
    pub layer: &'static str,
    /// The business terms that it speaks of; none: those of whatever element it finds.
    pub terms: &'static [&'static str],
    /// What is the case when it fires; {value} stands for the offending value.
    pub message: String,
    /// What to do then.
    pub fix: String,
}

/// Lists the rules.
pub fn run(_: &Office, mut call: Call<Request>) -> Result<Reply, Failure> {
    let mut door = std::mem::take(&mut call.door);
    let chosen = rules(&mut door, call.body.pack.as_ref(), call.body.day.as_ref(), call.now);
    let limit = page_limit(&mut door, call.body.limit);
    let cursor = door.optional("/cursor", call.body.cursor.as_ref(), text(40));
    let ((pack, _), _) = door.close(chosen)?;
    let all = listing::of(pack);
    let total = all.len();
    let after = cursor.and_then(|cursor| all.iter().position(|rule| rule.words.code == cursor));
    let rest = all.into_iter().skip(after.map_or(0, |at| at + 1));
    let page = rest.take(usize::try_from(limit).unwrap_or(0) + 1).collect();
    let (page, next_cursor) = cut(page, limit, |rule: &Listed| rule.words.code.to_owned());
    let rules = page.iter().map(|rule| say(rule, call.language)).collect();
    Ok(Reply { rule_pack: pack.name(), total, rules, next_cursor })
}

fn say(rule: &Listed, language: Language) -> RuleReply {
    let args: Vec<_> = rule.element.iter().map(|name| ("element", name.clone())).collect();
    RuleReply {
        rule: rule.words.code,
        severity: rule.severity.word(),
        layer: rule.layer.word(),
        terms: rule.terms,
        message: fill(rule.words.message.in_language(language), &args),
        fix: fill(rule.words.fix.in_language(language), &args),
    }
}
