//! What cargo says about the crates.

use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The platforms that the library is made for.
const PLATFORMS: [&str; 2] = ["x86_64-unknown-linux-gnu", "x86_64-pc-windows-gnu"];

/// A crate.
pub struct Package {
    pub name: String,
    pub version: String,
    /// As the crate states it.
    pub licence: String,
    pub authors: Vec<String>,
    /// Which registry it comes from; empty for what lies here.
    pub source: String,
    /// Where its sources lie.
    pub folder: PathBuf,
}

fn cargo(arguments: &[&str]) -> String {
    // cargo does not answer on a shifted clock, and what it says here has no time in it.
    let listed = Command::new(env!("CARGO"))
        .env_remove("LD_PRELOAD")
        .env_remove("FAKETIME")
        .args(arguments)
        .arg("--locked")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(listed.status.success(), "{}", String::from_utf8_lossy(&listed.stderr));
    String::from_utf8(listed.stdout).unwrap()
}

/// All of the lock file.
pub fn packages() -> Vec<Package> {
    let text = cargo(&["metadata", "--format-version", "1"]);
    let metadata: Value = serde_json::from_str(&text).unwrap();
    metadata["packages"].as_array().unwrap().iter().map(package).collect()
}

fn package(listed: &Value) -> Package {
    let text = |name: &str| listed[name].as_str().unwrap_or_default().to_owned();
    let authors = listed["authors"].as_array().unwrap();
    Package {
        name: text("name"),
        version: text("version"),
        licence: text("license"),
        authors: authors.iter().map(|author| author.as_str().unwrap().to_owned()).collect(),
        source: text("source"),
        folder: Path::new(&text("manifest_path")).parent().unwrap().to_owned(),
    }
}

/// The names and versions of what is linked: neither tests nor the build nor macros.
pub fn linked() -> BTreeSet<(String, String)> {
    let mut linked = BTreeSet::new();
    for platform in PLATFORMS {
        let edges = ["tree", "--edges", "normal,no-proc-macro", "--prefix", "none"];
        for line in cargo(&[&edges[..], &["--target", platform]].concat()).lines() {
            let mut words = line.split_whitespace();
            let (name, version) = (words.next().unwrap(), words.next().unwrap());
            linked.insert((name.to_owned(), version.trim_start_matches('v').to_owned()));
        }
    }
    assert_eq!(linked.len(), 78, "what is linked came or went: correct the count");
    linked
}
