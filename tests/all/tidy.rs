//! The layout of DESIGN holds: calls go down and never sideways, and every dangerous or outside
//! thing has one place.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test says bluntly what it needs"
)]

mod imports;

use std::fs;
use std::path::{Path, PathBuf};

/// The modules by layer, top first. A module may use those below its own layer, and itself.
const LAYERS: &[&[&str]] =
    &[&["ffi"], &["office"], &["peppol", "letter", "carrier", "store", "system"], &["domain"]];

struct Source {
    /// Below src, such as "office/form.rs".
    name: String,
    text: String,
}

impl Source {
    fn module(&self) -> &str {
        self.name.split(['/', '.']).next().unwrap()
    }

    /// The lines that are code and not comment, with their numbers; tests at the end left out.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let end = self.text.find("\nmod tests {").unwrap_or(self.text.len());
        let lines = self.text[..end].lines().enumerate().map(|(at, line)| (at + 1, line));
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    collect(&root, &root, &mut found);
    let is_declaration = |line: &&str| {
        let name = line.trim_start_matches("pub ").trim_start_matches("pub(crate) ");
        name.starts_with("mod ") && name.ends_with(';')
    };
    let declared: usize = found
        .iter()
        .map(|source| source.text.lines().map(str::trim).filter(is_declaration).count())
        .sum();
    assert_eq!(found.len(), declared + 1, "a file is not declared, or was not found");
    found
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path: PathBuf = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            found.push(Source { name, text: fs::read_to_string(&path).unwrap() });
        }
    }
}

/// Fails with every place where `wrong` says why a line must not be.
fn no_line(wrong: impl Fn(&Source, &str) -> Option<String>) {
    let mut places = Vec::new();
    for source in sources() {
        for (number, line) in source.code() {
            if let Some(why) = wrong(&source, line) {
                places.push(format!("src/{}:{number}: {why}", source.name));
            }
        }
    }
    assert!(places.is_empty(), "\n{}", places.join("\n"));
}

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

#[test]
fn calls_go_down_and_never_up_or_sideways() {
    no_line(|source, line| {
        let own = source.module();
        let at = layer(own)?;
        line.split("crate::").skip(1).find_map(|rest| {
            let used = rest.split(|c: char| !c.is_alphanumeric() && c != '_').next()?;
            let below = used == own || layer(used).is_none_or(|used| used > at);
            (!below).then(|| format!("{own} uses {used}"))
        })
    });
}

#[test]
fn every_module_has_its_layer() {
    for source in sources() {
        let known = source.name == "lib.rs" || layer(source.module()).is_some();
        assert!(known, "src/{} is in no layer", source.name);
    }
}

#[test]
fn unsafe_lives_at_the_edge_only() {
    no_line(|source, line| {
        (source.module() != "ffi" && line.contains("unsafe")).then(|| "unsafe".to_owned())
    });
}

#[test]
fn sql_lives_in_the_store_only() {
    let sql = ["SELECT ", "INSERT INTO", "UPDATE ", "DELETE FROM", "CREATE TABLE", "rusqlite"];
    no_line(|source, line| {
        let found = sql.iter().find(|word| line.contains(**word))?;
        (source.module() != "store").then(|| (*found).to_owned())
    });
}

#[test]
fn what_is_stored_is_read_back_by_no_parser() {
    // What the door lets in gets stricter; what was let in once must still be read.
    no_line(|source, line| {
        let parses = line.contains("serde(try_from") || line.contains("Deserialize<'de> for");
        let content = source.name == "domain/attachment/content.rs";
        (source.module() == "domain" && parses && !content)
            .then(|| "parses what is kept".to_owned())
    });
}

#[test]
fn a_request_has_one_reader_and_no_call_makes_a_schema() {
    // What reads another kind of input, and what makes a schema, is compiled for every type again.
    no_line(|source, line| {
        let readers = ["shape.rs", "apart.rs", "request.rs"];
        let reads = source.name.starts_with("office/protocol/")
            && readers.iter().any(|file| source.name.ends_with(file))
            && (line.contains("from_value") || line.contains("from_slice"));
        let makes = line.contains("schema_for!") && !source.name.starts_with("office/catalogue/");
        (reads || makes).then(|| line.trim().to_owned())
    });
}

#[test]
fn the_clock_and_randomness_live_in_system_only() {
    let world = ["Timestamp::now", "SystemTime::now", "Instant::now", "Zoned::now", "getrandom"];
    no_line(|source, line| {
        let found = world.iter().find(|word| line.contains(**word))?;
        (source.module() != "system").then(|| (*found).to_owned())
    });
}

#[test]
fn the_host_is_left_alone() {
    let outside = ["std::env::var", "env::var(", "thread::spawn", "set_hook", "println!", "eprint"];
    no_line(|_, line| {
        outside.iter().find(|word| line.contains(**word)).map(|word| (*word).to_owned())
    });
}

#[test]
fn files_are_small_and_lines_fit() {
    let mut places = Vec::new();
    for source in sources() {
        // Tables: codes, the schema of UBL, and the rules that are data.
        let schema = ["peppol/schema/table.rs", "peppol/schema/id.rs"].contains(&&*source.name);
        let rules = source.name.starts_with("peppol/rules/") && source.name.contains("/table/");
        let table = source.name.starts_with("domain/codes/") || schema || rules;
        let lines = source.text.lines().count();
        if lines > 400 && !table {
            places.push(format!("src/{}: {lines} lines", source.name));
        }
        for (number, line) in source.text.lines().enumerate() {
            let start = line.trim_start();
            let sentence = ["en: ", "nb: ", "sv: "].iter().any(|tag| start.starts_with(tag));
            if line.chars().count() > 100 && !sentence && !schema && !rules {
                places.push(format!("src/{}:{}: too long", source.name, number + 1));
            }
        }
    }
    assert!(places.is_empty(), "\n{}", places.join("\n"));
}

#[test]
fn every_file_says_what_it_is_for() {
    for source in sources() {
        assert!(source.text.starts_with("//! "), "src/{} has no head comment", source.name);
    }
}
