//! What every reply keeps to, whatever was asked: whole, of the promised form, with a status of the
//! contract, and every failure with its code, sentence and next step in the language asked for.

use crate::support::trial::library::{Answer, STATUSES, Verb};
use postbud::domain::words::{Language, Words};
use postbud::peppol::rules::listing;
use postbud::peppol::rules::pack::Pack;
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;
use std::collections::HashMap;
use std::sync::OnceLock;

const LANGUAGES: [Language; 3] = [Language::En, Language::Nb, Language::Sv];

/// What is known of a call before its answer is looked at.
#[derive(Debug)]
pub struct Asked<'a> {
    /// The verb.
    pub verb: &'a Verb,
    /// The request.
    pub request: &'a [u8],
    /// The language of the handle.
    pub language: Language,
    /// Whether the handle may have been closed meanwhile.
    pub may_be_closed: bool,
}

/// What is wrong with an answer; nothing when it keeps to the contract.
pub fn fault(asked: &Asked<'_>, answer: &Answer) -> Option<String> {
    check(asked, answer).err()
}

fn check(asked: &Asked<'_>, answer: &Answer) -> Result<(), String> {
    let name = usize::try_from(answer.status).ok().and_then(|status| STATUSES.get(status));
    let name = name.ok_or(format!("status {} is not in the contract", answer.status))?;
    demand(*name != "PANIC" && *name != "STORAGE", || format!("status {name}"))?;
    demand(answer.closed, || "no zero byte follows the reply".to_owned())?;
    if answer.status == 0 && asked.verb.gives_document {
        return well_formed(&answer.bytes);
    }
    let reply: Value = serde_json::from_slice(&answer.bytes)
        .map_err(|error| format!("the reply is not JSON: {error}"))?;
    demand(reply.is_object(), || "the reply is no object".to_owned())?;
    if answer.status == 0 {
        return batch(asked, &reply);
    }
    let error = &reply["error"];
    if *name == "MISUSE" {
        let closed = asked.may_be_closed && error["code"] == "handle_not_open";
        demand(closed, || "MISUSE of an open handle".to_owned())?;
        return said(asked, error, &[Language::En]);
    }
    if *name == "INVALID" {
        let fatal = |finding: &Value| finding["severity"] == "fatal";
        let listed = error["findings"].as_array().is_some_and(|list| list.iter().any(fatal));
        demand(listed, || "INVALID without a fatal finding".to_owned())?;
    }
    said(asked, error, &allowed(asked))
}

fn demand(holds: bool, fault: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(fault()) }
}

/// The results of a batch are failures too, each with its own.
fn batch(asked: &Asked<'_>, reply: &Value) -> Result<(), String> {
    let errors = reply["results"].as_array().into_iter().flatten().map(|result| &result["error"]);
    let mut errors = errors.filter(|error| error.is_object());
    errors.try_for_each(|error| said(asked, error, &allowed(asked)))
}

/// The languages that the sentences may be in. A request that can be read has to be obeyed; in one
/// that cannot, the language cannot be read either.
fn allowed(asked: &Asked<'_>) -> Vec<Language> {
    let tree: Option<Value> = serde_json::from_slice(asked.request).ok();
    let named = tree.as_ref().and_then(|tree| tree["language"].as_str());
    match named.and_then(|name| Language::parse(name.trim())) {
        // A field that is given twice makes the whole unreadable, which a tree does not show.
        Some(language) if twice(asked.request) => vec![language, asked.language],
        Some(language) => vec![language],
        None => vec![asked.language],
    }
}

/// Whether a field may be given twice: the text is longer than its tree written anew, blanks and
/// escapes left out.
fn twice(request: &[u8]) -> bool {
    let text = String::from_utf8_lossy(request);
    let tree: Value = serde_json::from_str(&text).unwrap_or_default();
    let colons = |text: &str| text.matches(':').count();
    colons(&text) != colons(&tree.to_string())
}

/// An error says everything in one of these languages.
fn said(asked: &Asked<'_>, error: &Value, languages: &[Language]) -> Result<(), String> {
    let mut spoken = languages.to_vec();
    let findings = error["findings"].as_array().ok_or("an error without findings")?;
    one(asked, error, "code", &mut spoken)?;
    for finding in findings {
        let known = ["request", "schema", "en16931", "peppol"].map(Value::from);
        let grave = ["fatal", "warning", "information"].map(Value::from);
        let path = &finding["path"];
        let pointer = path.as_str().is_none_or(|path| path.is_empty() || path.starts_with('/'));
        let sound = known.contains(&finding["layer"])
            && grave.contains(&finding["severity"])
            && finding["count"].as_u64().is_some_and(|count| count > 0)
            && (path.is_null() || path.is_string())
            && pointer;
        demand(sound, || format!("a finding that is none: {finding}"))?;
        one(asked, finding, "rule", &mut spoken)?;
    }
    Ok(())
}

/// A sentence and its next step belong to the code, are filled in, and leave the languages in which
/// both are said.
fn one(
    asked: &Asked<'_>,
    said: &Value,
    code: &str,
    spoken: &mut Vec<Language>,
) -> Result<(), String> {
    let [code, message, fix] = [code, "message", "fix"].map(|member| said[member].as_str());
    let code = code.ok_or_else(|| format!("no code: {said}"))?;
    let (message, fix) = message.zip(fix).ok_or_else(|| format!("no sentence: {said}"))?;
    let known = words().get(code).ok_or_else(|| format!("no such code: {code}"))?;
    let before = spoken.clone();
    spoken.retain(|language| {
        known.iter().any(|words| {
            matches(words.message.in_language(*language), message)
                && matches(words.fix.in_language(*language), fix)
        })
    });
    let texts = known.iter().flat_map(|words| {
        before.iter().flat_map(|language| {
            [words.message.in_language(*language), words.fix.in_language(*language)]
        })
    });
    let request = String::from_utf8_lossy(asked.request);
    let mut open = texts.flat_map(placeholders).map(|name| format!("{{{name}}}"));
    let empty = open.find(|name| {
        (message.contains(name.as_str()) || fix.contains(name.as_str()))
            && !request.contains(name.as_str())
    });
    demand(empty.is_none(), || format!("{empty:?} is not filled in: {said}"))?;
    demand(!spoken.is_empty(), || format!("not said in {before:?}: {said}"))
}

fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}

/// Whether a text is the sentence with its placeholders filled.
fn matches(sentence: &str, said: &str) -> bool {
    let mut fixed = sentence.split('{').enumerate().map(|(at, part)| match part.split_once('}') {
        Some((_, fixed)) if at > 0 => fixed,
        _ => part,
    });
    let first = fixed.next().unwrap_or_default();
    let Some(mut rest) = said.strip_prefix(first) else { return false };
    let mut last = None;
    for part in fixed {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
        last = Some(part);
    }
    last.map_or(rest.is_empty(), |last| said.ends_with(last))
}

/// Every sentence of the library by its code.
fn words() -> &'static HashMap<&'static str, Vec<&'static Words>> {
    static WORDS: OnceLock<HashMap<&'static str, Vec<&'static Words>>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let mut table: HashMap<&str, Vec<&Words>> = HashMap::new();
        let own = postbud::office::catalogue::sentences::sentences()
            .chain(postbud::ffi::guard::ALL.iter())
            .copied();
        // What is built is judged by the official rules, too.
        let official = Pack::ALL.into_iter().flat_map(listing::of).map(|rule| rule.words);
        for words in own.chain(official) {
            table.entry(words.code).or_default().push(words);
        }
        assert_eq!(
            (LANGUAGES.len(), table.len()),
            (3, 1_544),
            "codes came or went: correct the count"
        );
        table
    })
}

/// Whether the bytes are one whole XML document.
pub fn well_formed(bytes: &[u8]) -> Result<(), String> {
    let mut reader = Reader::from_reader(bytes);
    let (mut depth, mut roots) = (0_usize, 0_usize);
    loop {
        match reader.read_event().map_err(|error| format!("no XML: {error}"))? {
            Event::Start(_) => {
                roots += usize::from(depth == 0);
                depth += 1;
            }
            Event::Empty(_) => roots += usize::from(depth == 0),
            Event::End(_) => depth -= 1,
            Event::Eof => break,
            _ => {}
        }
    }
    demand(depth == 0 && roots == 1, || "an XML document that is cut off".to_owned())
}
