//! The header and the JSON Schema are committed and read by people, so they must say what the code
//! does. `UPDATE=1 cargo test --locked --test all header::` rewrites both; the difference is read like code.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says bluntly what it needs")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn same_as_committed(path: &str, made: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, made).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == made, "{} is out of date: run with UPDATE=1", path.display());
}

fn header() -> String {
    fs::read_to_string(env!("POSTBUD_HEADER")).unwrap()
}

fn declared() -> BTreeSet<String> {
    let header = header();
    let names = header.split(|c: char| !c.is_alphanumeric() && c != '_');
    let called = |name: &&str| name.starts_with("postbud_") && header.contains(&format!("{name}("));
    names.filter(called).map(str::to_owned).collect()
}

#[test]
fn the_committed_header_is_the_one_the_code_makes() {
    same_as_committed("include/postbud.h", &header());
}

#[test]
fn the_committed_schema_is_the_one_the_types_make() {
    let made =
        serde_json::to_string_pretty(&postbud::office::catalogue::schema::document()).unwrap();
    same_as_committed("include/postbud.schema.json", &(made + "\n"));
}

#[test]
fn every_function_of_the_header_has_its_schema_and_the_reverse() {
    let plain = ["postbud_close", "postbud_buffer_free", "postbud_abi_version", "postbud_version"];
    let in_header: BTreeSet<String> =
        declared().into_iter().filter(|name| !plain.contains(&name.as_str())).collect();
    let document = postbud::office::catalogue::schema::document();
    let verbs = document["verbs"].as_object().unwrap();
    let in_schema = verbs.keys().map(|name| format!("postbud_{name}")).collect();
    assert_eq!(in_header, in_schema);
}

#[test]
fn every_reference_in_the_schema_leads_somewhere() {
    let document = postbud::office::catalogue::schema::document();
    let text = document.to_string();
    for reference in text.split("\"#/$defs/").skip(1) {
        let name = reference.split('"').next().unwrap();
        assert!(document["$defs"].get(name).is_some(), "{name}");
    }
}

#[test]
fn the_shared_library_exports_what_the_header_declares_and_nothing_else() {
    let folder = std::env::current_exe().unwrap().parent().unwrap().to_owned();
    let library = folder.join("libpostbud.so");
    let listed = std::process::Command::new("nm")
        .args(["-D", "--defined-only", "--format=posix"])
        .arg(&library)
        .output()
        .expect("nm is there (binutils)");
    assert!(listed.status.success(), "{}", String::from_utf8_lossy(&listed.stderr));
    let exported: BTreeSet<String> = String::from_utf8(listed.stdout)
        .unwrap()
        .lines()
        .filter_map(|line| line.split(' ').next().map(str::to_owned))
        .collect();
    assert_eq!(exported, declared());
}
