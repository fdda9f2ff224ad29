//! Every sentence exists in three languages, with a next step, and fills the same placeholders.

use postbud::domain::words::{Said, Words};
use std::collections::BTreeSet;

fn all() -> Vec<&'static Words> {
    let at_the_edge = postbud::ffi::guard::ALL.iter();
    let of_rules = postbud::peppol::rules::listing::rules().map(|rule| &rule.words);
    postbud::office::catalogue::sentences::sentences()
        .chain(at_the_edge)
        .copied()
        .chain(of_rules)
        .collect()
}

fn texts(said: &Said) -> [&'static str; 3] {
    [said.en, said.nb, said.sv]
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

#[test]
fn no_sentence_and_no_next_step_is_empty() {
    assert_eq!(all().len(), 896, "sentences came or went: correct the count");
    for words in all() {
        for text in texts(&words.message).into_iter().chain(texts(&words.fix)) {
            let whole = text.trim().len() > 8 && text.ends_with('.');
            assert!(whole, "{}: \"{text}\"", words.code);
        }
    }
}

#[test]
fn the_three_languages_say_the_same_with_the_same_placeholders() {
    for words in all() {
        for said in [&words.message, &words.fix] {
            let [en, nb, sv] = texts(said);
            assert_ne!(en, nb, "{}", words.code);
            assert_eq!(placeholders(en), placeholders(nb), "{}", words.code);
            assert_eq!(placeholders(en), placeholders(sv), "{}", words.code);
        }
    }
}

#[test]
fn every_module_with_sentences_is_listed() {
    let listed: BTreeSet<&str> = all().iter().map(|words| words.code).collect();
    let (mut missing, mut seen) = (Vec::new(), 0);
    for entry in walk(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let text = std::fs::read_to_string(&entry).unwrap();
        for block in text.split("\nwords! {").skip(1) {
            for line in block.lines().take_while(|line| *line != "}") {
                let code = line.strip_suffix(" {").and_then(|line| line.split('"').nth(1));
                seen += usize::from(code.is_some());
                missing.extend(code.filter(|code| !listed.contains(code)).map(str::to_owned));
            }
        }
    }
    assert_eq!(seen, 455, "sentences of modules were found");
    assert!(missing.is_empty(), "not in office::sentences: {missing:?}");
}

fn walk(folder: std::path::PathBuf) -> Vec<std::path::PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files.extend(walk(path));
        } else {
            files.push(path);
        }
    }
    files
}

#[test]
fn codes_are_snake_case_or_official_rule_ids() {
    for words in all() {
        let snake = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        let official = ["BR-", "PEPPOL-EN16931-", "PEPPOL-COMMON-", "UBL-"];
        // NO-R-001 and the like; two rules of Greece are GR-S-….
        let country = matches!(words.code.get(2..5), Some("-R-" | "-S-"));
        let known = country || official.iter().any(|start| words.code.starts_with(start));
        assert!(known || words.code.chars().all(snake), "{}", words.code);
    }
}
