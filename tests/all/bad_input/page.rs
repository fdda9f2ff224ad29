//! `docs/codes.md`: every code of postbud's own, where it is declared, where it was seen, what it
//! says and what to do. `UPDATE=1 cargo test --locked --test all page::` writes it again.

use super::seen::{Sight, Sights, everything};
use postbud::domain::words::Words;
use postbud::peppol::rules::listing::of;
use postbud::peppol::rules::pack::Pack;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// So many verbs are named; of more the number is told.
const NAMED: usize = 6;

const HEAD: &str = "# Codes\n\n\
    Every code of postbud's own: `error.code` of a failure, `rule` of a finding, `code` of a step in\n\
    a decision and of the like. Codes are contract and stay; sentences may be bettered. The ids of\n\
    the official rules are those of EN 16931 and Peppol, and stand in [`rules.md`](rules.md); here\n\
    are only those that are found in a request before a document is built.\n\n\
    * **comes as**: a status, where it is the code of a failure; a finding with its severity, and\n  \
      its layer where it is not that of the request; a step of a decision with its result; else the\n  \
      member of the reply that it stands in.\n\
    * **from**: the verbs that were seen to answer it, in the journeys, in the table of bad requests\n  \
      and in calls that break the C interface's rules. Others may, too. A dash: none of those calls\n  \
      brings it about.\n\n";

fn words() -> Vec<&'static Words> {
    postbud::office::catalogue::sentences::sentences()
        .chain(postbud::ffi::guard::ALL)
        .copied()
        .collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn collect(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else {
            let name = path.strip_prefix(root()).unwrap().to_str().unwrap().to_owned();
            found.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
}

/// The file that declares a sentence. Some codes have several, each in a file of its own.
fn declared<'a>(words: &Words, sources: &'a [(String, String)]) -> &'a str {
    let code = format!("= \"{}\" {{", words.code);
    let sentence = format!("{:?}", words.message.en);
    let holds = |text: &str| {
        text.split(&code).skip(1).any(|rest| {
            let block = rest.split_once("nb:").map_or(rest, |(english, _)| english);
            block.contains(&sentence)
        })
    };
    let found = sources.iter().find(|(_, text)| holds(text));
    &found.unwrap_or_else(|| panic!("who declares {}?", words.code)).0
}

fn page(sights: &Sights) -> String {
    let mut sources = Vec::new();
    collect(&root().join("src"), &mut sources);
    let mut files: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for words in words() {
        let line = line(words, sights.get(words.code));
        files.entry(declared(words, &sources)).or_default().insert(line);
    }
    let codes: BTreeSet<&str> = words().iter().map(|words| words.code).collect();
    let seen = codes.iter().filter(|code| sights.contains_key(**code)).count();
    let mut page =
        format!("{HEAD}There are {} codes, and {seen} of them were seen.\n", codes.len());
    for (file, lines) in files {
        write!(page, "\n## {file}\n\n| code | comes as | from | sentence | next step |\n").unwrap();
        page.push_str("|---|---|---|---|---|\n");
        page.extend(lines);
    }
    page
}

fn line(words: &Words, sight: Option<&Sight>) -> String {
    let as_what = sight.map(|sight| sight.as_what.iter().cloned().collect::<Vec<_>>().join(", "));
    let from = sight.map(|sight| from(&sight.from));
    let dash = || "—".to_owned();
    let cell = |text: &str| text.replace('|', "\\|").replace('<', "&lt;");
    format!(
        "| `{}` | {} | {} | {} | {} |\n",
        words.code,
        as_what.unwrap_or_else(dash),
        from.unwrap_or_else(dash),
        cell(words.message.en),
        cell(words.fix.en)
    )
}

fn from(verbs: &BTreeSet<&str>) -> String {
    if verbs.len() > NAMED {
        return format!("{} verbs", verbs.len());
    }
    verbs.iter().map(|verb| format!("`{verb}`")).collect::<Vec<_>>().join(", ")
}

#[test]
fn the_page_of_codes_is_the_one_that_sentences_and_answers_make() {
    let path = root().join("docs/codes.md");
    let page = page(everything());
    if env::var_os("UPDATE").is_some() {
        fs::write(&path, &page).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == page, "{} is out of date: run with UPDATE=1", path.display());
}

#[test]
fn every_code_that_is_answered_is_known() {
    let own: BTreeSet<&str> = words().iter().map(|words| words.code).collect();
    let rules = Pack::ALL.iter().flat_map(|pack| of(*pack)).map(|rule| rule.words.code);
    let known: BTreeSet<&str> = rules.chain(own).collect();
    let findings = |sight: &Sight| {
        sight.as_what.iter().any(|what| !what.starts_with('`') || what == "`attachments`")
    };
    let sights = everything();
    let unknown: Vec<&String> = sights
        .iter()
        .filter(|(code, sight)| findings(sight) && !known.contains(code.as_str()))
        .map(|(code, _)| code)
        .collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn every_verb_is_played() {
    let played: BTreeSet<&str> =
        super::journey::verbs().into_iter().map(|(name, _)| name).collect();
    let mut all: BTreeSet<&str> =
        postbud::office::catalogue::verbs::verbs().iter().map(|verb| verb.name).collect();
    all.remove("open");
    assert_eq!(played, all);
}
