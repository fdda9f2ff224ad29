//! The rules are all there, and `docs/rules.md` lists them as the code has them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test says bluntly what it needs"
)]

use postbud::domain::finding::Layer;
use postbud::domain::words::fill;
use postbud::peppol::rules::listing::{Listed, of};
use postbud::peppol::rules::pack::Pack;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

fn count(pack: Pack, layer: Layer) -> usize {
    of(pack).iter().filter(|rule| rule.layer == layer).count()
}

#[test]
fn every_pack_has_as_many_rules_as_the_official_one() {
    for (pack, standard, peppol) in
        [(Pack::V3_0_20, 979, 159), (Pack::V3_0_21, 979, 165), (Pack::SelfBilling, 979, 62)]
    {
        // UBL-CR-674 of the older pack looks where nothing can stand, and is not listed there.
        let never = usize::from(pack == Pack::V3_0_20);
        assert_eq!(count(pack, Layer::En16931) + never, standard, "{}", pack.name());
        assert_eq!(count(pack, Layer::Peppol), peppol, "{}", pack.name());
    }
}

#[test]
fn the_current_pack_is_as_grave_as_the_official_one() {
    let fatal = |layer: Layer| {
        let all = of(Pack::V3_0_21);
        all.iter().filter(|rule| rule.layer == layer && rule.severity.word() == "fatal").count()
    };
    assert_eq!((fatal(Layer::En16931), fatal(Layer::Peppol)), (281, 139));
}

#[test]
fn no_rule_is_listed_twice() {
    for pack in Pack::ALL {
        let mut seen = BTreeSet::new();
        for rule in of(pack) {
            assert!(seen.insert(rule.words.code), "{}: {}", pack.name(), rule.words.code);
        }
    }
}

fn line(rule: &Listed, packs: &[&str]) -> String {
    let args: Vec<_> = rule.element.iter().map(|name| ("element", name.clone())).collect();
    let message = fill(rule.words.message.en, &args).replace('|', "\\|");
    let terms =
        if rule.terms.is_empty() { "of the element".to_owned() } else { rule.terms.join(" ") };
    let packs = if packs.len() == Pack::ALL.len() { "all".to_owned() } else { packs.join(", ") };
    format!("| {} | {} | {packs} | {terms} | {message} |", rule.words.code, rule.severity.word())
}

fn page() -> String {
    let mut packs: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for pack in Pack::ALL {
        for rule in of(pack) {
            packs.entry(rule.words.code).or_default().push(pack.release());
        }
    }
    let mut page = "# The rules that documents are judged by\n\n\
        Made by `UPDATE=1 cargo test --locked --test all rules::`; the sentences are postbud's own, and\n\
        come in Norwegian and Swedish too (`postbud_rules_list`). Packs: 3.0.20 with EN 16931 1.3.15,\n\
        in force from 2026-02-23; 3.0.21 with 1.3.16, from 2026-08-17; self-billing 3.0.2 with 1.3.16.\n\
        Severities are those of 3.0.21.\n"
        .to_owned();
    let mut listed = BTreeSet::new();
    for (layer, title) in [(Layer::En16931, "EN 16931"), (Layer::Peppol, "Peppol BIS Billing")] {
        write!(page, "\n## {title}\n\n| rule | severity | packs | terms | sentence |\n").unwrap();
        page.push_str("|---|---|---|---|---|\n");
        for pack in [Pack::V3_0_21, Pack::V3_0_20] {
            for rule in of(pack).iter().filter(|rule| rule.layer == layer) {
                if listed.insert(rule.words.code) {
                    page.push_str(&line(rule, &packs[rule.words.code]));
                    page.push('\n');
                }
            }
        }
    }
    page
}

#[test]
fn the_committed_page_is_the_one_the_rules_make() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md");
    let page = page();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == page, "{} is out of date: run with UPDATE=1", path.display());
}
