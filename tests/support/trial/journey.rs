//! The journeys as a source of requests: every step with its verb, its request, and what it is
//! expected to answer. Members that only the runners need are left alone. As for them, a call says
//! its time, or that it is the same at any time.

use crate::support::trial::library::status_number;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// A script of the journeys.
#[derive(Debug)]
pub struct Journey {
    /// The name of its file.
    pub name: String,
    /// Its calls, in their order.
    pub steps: Vec<Step>,
}

/// One call of a script.
#[derive(Debug)]
pub struct Step {
    /// What it is about.
    pub says: String,
    /// The verb.
    pub verb: String,
    /// What is asked.
    pub request: Form,
    /// The status that the script expects.
    pub status: i32,
    /// What is kept of the reply: names, and places as JSON Pointers.
    pub keep: Vec<(String, String)>,
    /// The name under which the whole reply is kept.
    pub keep_bytes: Option<String>,
}

/// A request as the script writes it.
#[derive(Clone, Debug)]
pub enum Form {
    /// No request at all
    Nothing,
    /// JSON, with names of what was kept
    Json(Value),
    /// A text as it is, with names of what was kept
    Text(String),
    /// The bytes that were kept under a name
    Kept(String),
}

/// Every script, in the order of their names.
pub fn journeys() -> Vec<Journey> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/journeys");
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> =
        entries.filter(|path| path.extension().is_some_and(|end| end == "json")).collect();
    files.sort();
    let journeys: Vec<Journey> = files.iter().map(|path| read(path)).collect();
    assert_eq!(journeys.len(), 35, "a journey came or went: correct the count");
    journeys
}

fn read(path: &Path) -> Journey {
    let script: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
    let steps = script["steps"].as_array().unwrap().iter().filter_map(step).collect();
    Journey { name, steps }
}

/// A step that calls a verb; others, such as reopening, are none.
fn step(written: &Value) -> Option<Step> {
    let text = |member: &str| written[member].as_str().map(str::to_owned);
    let request = match (&written["request"], text("request_text"), text("request_kept")) {
        (_, Some(text), _) => Form::Text(text),
        (_, _, Some(name)) => Form::Kept(name),
        (Value::Null, ..) => Form::Nothing,
        (json, ..) => Form::Json(json.clone()),
    };
    let timed = match &request {
        Form::Json(json) => json["now"].as_str().is_some_and(|now| !now.is_empty()),
        Form::Text(text) => text.contains("\"now\""),
        Form::Nothing | Form::Kept(_) => false,
    };
    let always = written["at_any_time"] == true;
    assert!(!written["verb"].is_string() || timed != always, "no time, or two: {written}");
    let keep = written["keep"].as_object().into_iter().flatten();
    Some(Step {
        says: text("says").unwrap_or_default(),
        verb: text("verb")?,
        request,
        status: status_number(written["status"].as_str()?)?,
        keep: keep.map(|(name, at)| (name.clone(), at.as_str().unwrap().to_owned())).collect(),
        keep_bytes: text("keep_bytes"),
    })
}
