//! What is linked into a host program must be free to be linked there, and its notices go along.
//!
//! `deny.toml` says what is allowed; `THIRD-PARTY.md` has the notices. `UPDATE=1 cargo test
//! --locked --test all licences::` writes the notices again.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says bluntly what it needs"
)]

mod third_party;

use std::collections::BTreeSet;
use std::path::Path;
use third_party::expression::taken;
use third_party::{deny, linked, page, tree};

/// Every crate of the lock file, for every platform, that is not ourselves.
fn crates() -> Vec<tree::Package> {
    let all: Vec<tree::Package> =
        tree::packages().into_iter().filter(|package| package.name != "postbud").collect();
    assert_eq!(all.len(), 156, "crates came or went: correct the count");
    all
}

#[test]
fn every_dependency_is_free_to_link() {
    let (allowed, tools) = (deny::licences(), deny::tools());
    let refused: Vec<String> = crates()
        .into_iter()
        .filter(|package| !tools.contains(&package.name))
        .filter(|package| taken(&package.licence, &allowed).is_none())
        .map(|package| format!("{}: {}", package.name, package.licence))
        .collect();
    assert!(refused.is_empty(), "{refused:?}");
}

#[test]
fn every_licence_that_is_allowed_is_needed() {
    let (allowed, tools) = (deny::licences(), deny::tools());
    let needs: BTreeSet<String> = crates()
        .into_iter()
        .filter(|package| !tools.contains(&package.name))
        .filter_map(|package| taken(&package.licence, &allowed))
        .flatten()
        .collect();
    assert_eq!(needs, allowed.into_iter().collect());
}

#[test]
fn what_has_an_exception_is_a_tool_and_not_linked() {
    let tools = deny::tools();
    assert!(!tools.is_empty(), "deny.toml was not read");
    let (linked, all) = (linked(), crates());
    for tool in tools {
        assert!(all.iter().any(|package| package.name == tool), "{tool} is not used");
        assert!(!linked.iter().any(|package| package.name == tool), "{tool} is linked");
    }
}

#[test]
fn no_banned_crate_is_used() {
    let banned = deny::banned();
    assert!(banned.contains(&"openssl".to_owned()), "deny.toml was not read");
    let used: Vec<String> = crates().into_iter().map(|package| package.name).collect();
    let found: Vec<&String> = banned.iter().filter(|name| used.contains(name)).collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn nothing_is_linked_in_two_versions() {
    let mut names = BTreeSet::new();
    for package in linked() {
        assert!(names.insert(package.name.clone()), "{} is linked twice", package.name);
    }
}

#[test]
fn every_crate_comes_from_the_one_registry() {
    let sources: BTreeSet<String> = crates().into_iter().map(|package| package.source).collect();
    let registry = sources.iter().all(|source| source.starts_with("registry+"));
    assert!(registry && sources.len() == 1, "{sources:?}");
}

#[test]
fn the_notices_are_those_of_what_is_linked() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("THIRD-PARTY.md");
    let page = page(&linked(), &deny::licences());
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == page, "{} is out of date: run with UPDATE=1", path.display());
}

#[test]
fn the_notices_name_every_linked_crate_and_no_place_on_a_machine() {
    let linked = linked();
    let page = page(&linked, &deny::licences());
    for package in &linked {
        // Once in the table, once beside its licence's text.
        let named = format!("{} {}", package.name, package.version);
        assert_eq!(page.matches(&format!("| {named} |")).count(), 1, "{named}");
        assert_eq!(page.matches(&format!("* {named}: ")).count(), 1, "{named}");
    }
    assert!(page.contains("| SQLite 3."), "SQLite is linked, too");
    for place in [env!("CARGO_MANIFEST_DIR"), "/registry/", "/home/", "/root/", "/.cargo"] {
        assert!(!page.contains(place), "{place}");
    }
}

#[test]
fn our_own_licence_is_the_one_whose_texts_are_here() {
    let own = tree::packages().into_iter().find(|package| package.name == "postbud").unwrap();
    assert_eq!(own.licence, "MIT OR Apache-2.0");
    for (file, start) in
        [("LICENSE-MIT", "Permission is hereby granted"), ("LICENSE-APACHE", "Version 2.0")]
    {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        assert!(std::fs::read_to_string(path).unwrap().contains(start), "{file}");
    }
}

#[test]
fn a_licence_expression_is_read_as_it_is_meant() {
    let allowed = ["MIT".to_owned(), "Apache-2.0".to_owned(), "Zlib".to_owned()];
    let reads = |text: &str| taken(text, &allowed).map(|taken| taken.join("+"));
    let is = |text: &str, expected: &str| assert_eq!(reads(text).as_deref(), Some(expected));
    is("MIT", "MIT");
    is("Apache-2.0 OR MIT", "MIT");
    is("MIT/Apache-2.0", "MIT");
    is("Unlicense OR Apache-2.0", "Apache-2.0");
    is("(GPL-3.0 OR Apache-2.0) AND Zlib", "Apache-2.0+Zlib");
    for refused in [
        "",
        "GPL-3.0",
        "MIT AND GPL-3.0",
        "(MIT OR Zlib) AND GPL-3.0",
        "MIT WITH x",
        "(MIT",
        "MIT)",
    ] {
        assert_eq!(reads(refused), None, "{refused}");
    }
}
