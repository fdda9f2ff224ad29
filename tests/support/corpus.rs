//! The golden documents: the requests in `tests/cases`, each with the XML that is built from it.

use std::fs;
use std::path::{Path, PathBuf};

/// So many there are.
const CASES: usize = 74;

/// The requests; the document of each lies beside it, with the ending `xml`.
pub fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut cases: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|end| end == "json")).collect();
    cases.sort();
    assert_eq!(cases.len(), CASES, "a golden document came or went: correct the count");
    cases
}

/// The documents.
pub fn documents() -> Vec<String> {
    let document = |case: PathBuf| fs::read_to_string(case.with_extension("xml")).unwrap();
    cases().into_iter().map(document).collect()
}

/// The document of this name.
pub fn document(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    fs::read_to_string(folder.join(format!("{name}.xml"))).unwrap()
}

/// The invoice that holds the most usual things.
pub fn ordinary() -> String {
    document("everything-ordinary")
}
