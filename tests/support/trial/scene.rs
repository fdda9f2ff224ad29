//! A journey that is played on a store with many others: it has companies of its own, every request
//! names its company and its moment, and what was kept is filled in.

use crate::support::trial::journey::{Form, Journey, Step};
use crate::support::trial::library::{Answer, Library};
use crate::support::trial::number::replacements;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Where the days of a script begin that names no moment.
const FIRST_MOMENT: &str = "2026-11-23T08:00:00Z";

/// A journey under way.
#[derive(Clone, Debug)]
pub struct Scene<'a> {
    /// The script.
    pub journey: &'a Journey,
    /// The numbers of its companies and of the business customers, as they are in this pass.
    pub numbers: Vec<String>,
    replaced: Vec<(String, String)>,
    company: Option<String>,
    kept: BTreeMap<String, Kept>,
    now: String,
    /// The step that comes next.
    pub at: usize,
}

#[derive(Clone, Debug)]
enum Kept {
    Value(Value),
    Bytes(Vec<u8>),
}

impl<'a> Scene<'a> {
    /// A pass of this journey; every pass has companies of its own.
    pub fn new(journey: &'a Journey, pass: u64) -> Self {
        let mut seen = BTreeSet::new();
        let mut scene = Self {
            journey,
            numbers: Vec::new(),
            replaced: Vec::new(),
            company: None,
            kept: BTreeMap::new(),
            now: FIRST_MOMENT.to_owned(),
            at: 0,
        };
        for step in &journey.steps {
            let Form::Json(request) = &step.request else { continue };
            let Some(number) = request["organisation_number"].as_str() else { continue };
            let fresh = replacements(number, pass);
            if let Some((_, number)) = fresh.last().filter(|(old, _)| seen.insert(old.clone())) {
                scene.numbers.push(number.clone());
                scene.replaced.extend(fresh);
            }
        }
        scene.company = scene.numbers.first().cloned();
        scene
    }

    /// The company that requests are about when they name none.
    pub fn company(&self) -> &str {
        self.company.as_deref().unwrap_or_default()
    }

    /// The next step, if there is one.
    pub fn next(&self) -> Option<&'a Step> {
        self.journey.steps.get(self.at)
    }

    /// The request of a step in this pass; none when it needs what was never kept.
    pub fn request(&mut self, step: &Step) -> Option<Vec<u8>> {
        match &step.request {
            Form::Nothing => Some(self.complete(Value::Object(Map::new()))),
            Form::Json(written) => {
                let filled = self.filled(written)?;
                Some(self.complete(filled))
            }
            Form::Text(text) => {
                let text = self.replaced(&self.filled_text(text)?);
                Some(self.addressed(text).into_bytes())
            }
            Form::Kept(name) => match self.kept.get(name)? {
                Kept::Bytes(bytes) => Some(bytes.clone()),
                Kept::Value(value) => Some(plain(value).into_bytes()),
            },
        }
    }

    /// Keeps of the reply what the script keeps.
    pub fn keep(&mut self, step: &Step, answer: &Answer) {
        let reply: Value = serde_json::from_slice(&answer.bytes).unwrap_or_default();
        for (name, pointer) in &step.keep {
            if let Some(value) = reply.pointer(pointer).filter(|value| !value.is_null()) {
                self.kept.insert(name.clone(), Kept::Value(value.clone()));
            }
        }
        if let Some(name) = &step.keep_bytes {
            self.kept.insert(name.clone(), Kept::Bytes(answer.bytes.clone()));
        }
    }

    /// Plays the next step: what was asked, and the answer. None at the end; a step that needs what
    /// was never kept is passed over.
    pub fn play(&mut self, library: &Library, token: usize) -> Option<(&'a Step, Vec<u8>, Answer)> {
        loop {
            let step = self.next()?;
            self.at += 1;
            if let Some(request) = self.request(step) {
                let answer = library.call(token, library.verb(&step.verb), &request);
                self.keep(step, &answer);
                return Some((step, request, answer));
            }
        }
    }

    /// Plays steps until this one is next.
    pub fn play_until(&mut self, library: &Library, token: usize, at: usize) {
        while let Some(step) = self.next().filter(|_| self.at < at) {
            self.at += 1;
            if let Some(request) = self.request(step) {
                let answer = library.call(token, library.verb(&step.verb), &request);
                self.keep(step, &answer);
            }
        }
    }

    /// The request with its company and its moment, and with the numbers of this pass.
    pub fn complete(&mut self, mut request: Value) -> Vec<u8> {
        if let Value::Object(fields) = &mut request {
            match fields.get("now").map(Value::as_str) {
                Some(Some(now)) if now.ends_with('Z') => now.clone_into(&mut self.now),
                Some(_) => {}
                None => drop(fields.insert("now".to_owned(), self.now.clone().into())),
            }
            if let (Some(company), false) = (&self.company, fields.contains_key("company")) {
                fields.insert("company".to_owned(), company.clone().into());
            }
        }
        self.replaced(&request.to_string()).into_bytes()
    }

    /// A text that is an object and names no company gets one; all else of it stays as it is.
    fn addressed(&self, text: String) -> String {
        let tree: Option<Map<String, Value>> = serde_json::from_str(&text).ok();
        let nameless = tree.is_some_and(|tree| !tree.is_empty() && !tree.contains_key("company"));
        match (&self.company, text.split_once('{')) {
            (Some(company), Some((before, after))) if nameless => {
                format!("{before}{{\"company\":\"{company}\",{after}")
            }
            _ => text,
        }
    }

    fn replaced(&self, text: &str) -> String {
        let put = |text: String, (old, new): &(String, String)| text.replace(old, new);
        self.replaced.iter().fold(text.to_owned(), put)
    }

    fn filled(&self, written: &Value) -> Option<Value> {
        Some(match written {
            Value::Object(fields) => {
                let filled =
                    fields.iter().map(|(key, item)| Some((key.clone(), self.filled(item)?)));
                Value::Object(filled.collect::<Option<_>>()?)
            }
            Value::Array(items) => {
                Value::Array(items.iter().map(|item| self.filled(item)).collect::<Option<_>>()?)
            }
            Value::String(text) => match whole_name(text).map(|name| self.kept.get(name)) {
                Some(Some(Kept::Value(value))) => value.clone(),
                Some(None) => return None,
                _ => Value::String(self.filled_text(text)?),
            },
            other => other.clone(),
        })
    }

    fn filled_text(&self, text: &str) -> Option<String> {
        let mut filled = String::new();
        let mut rest = text;
        while let Some((before, (name, after))) =
            rest.split_once("${").and_then(|(before, tail)| Some((before, tail.split_once('}')?)))
        {
            filled.push_str(before);
            match self.kept.get(name)? {
                Kept::Value(value) => filled.push_str(&plain(value)),
                Kept::Bytes(bytes) => filled.push_str(std::str::from_utf8(bytes).ok()?),
            }
            rest = after;
        }
        Some(filled + rest)
    }
}

/// The name, when the text is nothing else.
fn whole_name(text: &str) -> Option<&str> {
    let name = text.strip_prefix("${")?.strip_suffix('}')?;
    (!name.contains('}')).then_some(name)
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
