//! The page of third parties: what is linked, by which licence, with which notice.

pub mod deny;
pub mod expression;
pub mod tree;

use expression::taken;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use tree::Package;

const HEAD: &str = "# Third parties\n\n\
    These crates are linked into the library, on Linux and on Windows. Whoever ships the library\n\
    ships this file with it. It is made from the crates' own files by\n\
    `UPDATE=1 cargo test --locked --test all licences::`. Where a crate offers several licences,\n\
    the last column has the one that is taken.\n\n\
    | part | licence | taken |\n|---|---|---|\n";

const RUST: &str = "| the Rust standard library | MIT OR Apache-2.0 | MIT |\n";

/// What is linked and is no crate, or lies in one without being its work.
const BESIDE: &str = "\n## Rust\n\n\
    The standard library is linked as well: Copyright (c) The Rust Project contributors, MIT OR\n\
    Apache-2.0. The notices of its parts come with the toolchain, in\n\
    `share/doc/rust/COPYRIGHT-library.html`; ship that file as well.\n\n\
    ## SQLite\n\n\
    The crate `libsqlite3-sys` carries SQLite, which is in the public domain. Its source begins:\n\n";

const ZONES: &str = "\n## Time zones\n\n\
    The rules of Oslo's and Stockholm's time come from the IANA time zone database, which is in\n\
    the public domain.\n";

/// Where the text that all users of a licence share begins; what stands before is the notice.
const TEXTS: &[(&str, &str)] = &[
    ("MIT", "Permission is hereby granted"),
    ("Zlib", "This software is provided"),
    ("0BSD", "Permission to use"),
    ("Unicode-3.0", "UNICODE LICENSE V3"),
];

/// Every crate that is linked into the library, ourselves not among them.
pub fn linked() -> Vec<Package> {
    let linked = tree::linked();
    let known = |package: &Package| {
        package.name != "postbud"
            && linked.contains(&(package.name.clone(), package.version.clone()))
    };
    let mut packages: Vec<Package> = tree::packages().into_iter().filter(known).collect();
    packages.sort_by(|a, b| a.name.cmp(&b.name));
    assert_eq!(packages.len() + 1, linked.len(), "not every linked crate is known");
    packages
}

/// The page as it must be.
pub fn page(linked: &[Package], allowed: &[String]) -> String {
    let mut page = HEAD.to_owned();
    let mut texts: BTreeMap<String, (String, Vec<String>)> = BTreeMap::new();
    for package in linked {
        let licences = taken(&package.licence, allowed).expect(&package.name);
        let (name, version) = (&package.name, &package.version);
        let all = licences.join(" AND ");
        writeln!(page, "| {name} {version} | {} | {all} |", package.licence).unwrap();
        for licence in licences {
            let (notice, text) = notice(package, &licence);
            // The same text is set with other line ends here and there.
            let same = format!("{licence} {}", one_line(&text));
            let (_, notices) = texts.entry(same).or_insert_with(|| (text, Vec::new()));
            notices.push(format!("* {name} {version}: {notice}"));
        }
    }
    let (version, blessing) = sqlite(linked);
    write!(page, "| SQLite {version} | public domain | |\n{RUST}").unwrap();
    for (same, (text, notices)) in &texts {
        let licence = same.split(' ').next().unwrap();
        write!(page, "\n## {licence}\n\n{}\n\n", notices.join("\n")).unwrap();
        writeln!(page, "```text\n{}\n```", text.trim()).unwrap();
    }
    page.push_str(&further(linked));
    write!(page, "{BESIDE}```text\n{blessing}\n```\n{ZONES}").unwrap();
    page
}

/// What some crates say in a file beside the licence.
fn further(linked: &[Package]) -> String {
    let mut said = "\n## Further notices\n".to_owned();
    for package in linked {
        for name in ["COPYRIGHT", "NOTICE"] {
            if let Ok(text) = fs::read_to_string(package.folder.join(name)) {
                let text = text.trim();
                write!(said, "\n{} {}:\n\n```text\n{text}\n```\n", package.name, package.version)
                    .unwrap();
            }
        }
    }
    said
}

/// The notice of a crate, and the text of the licence below it.
fn notice(package: &Package, licence: &str) -> (String, String) {
    let whole = fs::read_to_string(package.folder.join(file(package, licence))).unwrap();
    let known = TEXTS.iter().find(|(name, _)| *name == licence);
    let (_, start) = known.unwrap_or_else(|| panic!("where does the text of {licence} begin?"));
    let at = whole.find(start).unwrap_or_else(|| panic!("{}: no {start}", package.name));
    let (before, text) = whole.split_at(at);
    let mut lines: Vec<&str> = before.lines().map(str::trim).collect();
    lines.retain(|line| {
        !line.is_empty()
            && !line.trim_matches('#').ends_with("License")
            && *line != "The MIT License (MIT)"
    });
    let mut notice = lines.join(" ").replace(" Copyright (c) ", "; Copyright (c) ");
    notice = notice.replace(",; Copyright", ", Copyright");
    if notice.is_empty() && licence == "Unicode-3.0" {
        "its notice stands in the text below".clone_into(&mut notice);
    } else if notice.is_empty() {
        // Its file has no copyright line.
        notice = match package.authors.as_slice() {
            [] => format!("by the authors of {}", package.name),
            authors => format!("by {}", authors.join(", ")),
        };
    }
    (notice, text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n"))
}

/// The crate's file with the text of a licence.
fn file(package: &Package, licence: &str) -> String {
    let files = fs::read_dir(&package.folder).unwrap();
    let names: Vec<String> =
        files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    let own = format!("license-{}", licence.to_lowercase());
    let stem = |name: &str| {
        let low = name.to_lowercase();
        low.trim_end_matches(".md").trim_end_matches(".txt").to_owned()
    };
    let found = [own.as_str(), "license"]
        .iter()
        .find_map(|wanted| names.iter().find(|name| stem(name) == *wanted));
    found.unwrap_or_else(|| panic!("{}: no text of {licence}", package.name)).clone()
}

/// SQLite's version, and what it says instead of a licence.
fn sqlite(linked: &[Package]) -> (String, String) {
    let carrier = linked.iter().find(|package| package.name == "libsqlite3-sys").unwrap();
    let header = fs::read_to_string(carrier.folder.join("sqlite3/sqlite3.h")).unwrap();
    let (_, rest) = header.split_once("#define SQLITE_VERSION ").unwrap();
    let version = rest.split('"').nth(1).unwrap().to_owned();
    let from = header.find("** The author disclaims copyright").expect("SQLite's blessing");
    let comment = header[from..].lines().take_while(|line| !line.starts_with("****"));
    let lines: Vec<&str> = comment.map(|line| line.trim_start_matches('*').trim_end()).collect();
    let lines: Vec<&str> =
        lines.iter().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    (version, lines.join("\n").trim().to_owned())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
