//! The documents that others wrote: `../shared/corpus`, or the folder that `POSTBUD_CORPUS` names.
//!
//! They may not lie in the repository. Where they are missing, a test says that it is skipped, and
//! `make test` counts it as skipped and repeats why. Where somebody counts on them it fails: with
//! `CI` set, or with a folder that was named.

use serde_json::Value;
use std::env;
use std::fs;
use std::io::{Write, stderr};
use std::path::{Path, PathBuf};

/// The rows of each list. A shorter list would let a test pass that looked at less.
const ROWS: &[(&str, usize)] = &[
    ("verdicts.jsonl", 2_890),
    ("verdicts-3.0.20.jsonl", 2_890),
    ("verdicts-self-billing.jsonl", 164),
    ("locations.jsonl", 1_211),
    ("expectations.jsonl", 1_859),
];

/// The folder and the rows of one of its lists; `test` is told as skipped where there are none.
pub fn rows(test: &str, list: &str) -> Option<(PathBuf, Vec<Value>)> {
    let folder = folder(test)?;
    let text = fs::read_to_string(folder.join(list)).unwrap();
    let rows: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let all = ROWS.iter().find(|(name, _)| *name == list).unwrap().1;
    assert_eq!(rows.len(), all, "{list}");
    Some((folder, rows))
}

fn folder(test: &str) -> Option<PathBuf> {
    let named = env::var("POSTBUD_CORPUS").ok();
    let place = named.as_deref().unwrap_or("../shared/corpus");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(place);
    if folder.is_dir() {
        return Some(folder);
    }
    assert!(named.is_none() && env::var_os("CI").is_none(), "{place} is not there");
    // Past the capture of cargo's tests, which would swallow it.
    let told = format!("\nskipped: {test}: {place} is not there\n");
    stderr().write_all(told.as_bytes()).unwrap();
    None
}
