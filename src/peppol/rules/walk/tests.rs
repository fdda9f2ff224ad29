//! Four times as much takes every rule at most six times the steps, whatever grows: counted.

mod grown;
mod varied;

use super::*;
use crate::peppol::rules::en16931::table::path::PATHS;
use crate::peppol::rules::pack::Pack;
use crate::peppol::rules::{billing, en16931, listing, rulebook};
use crate::peppol::xml::read::read;
use grown::{Growth, Part, seed, seeds};
use std::collections::{BTreeMap, BTreeSet};
use varied::{Varied, varied_documents};

/// What grows is there so often, and then four times as often.
const SHORT: usize = 8;
const LONG: usize = 4 * SHORT;
/// So many steps more are no growth: a text too short to count, a list that begins.
const SLACK: u64 = 48;

/// The countries that have rules of their own.
const RULED: [&str; 8] = ["DE", "DK", "GR", "IS", "IT", "NL", "NO", "SE"];

/// What grows where a document is about one thing.
const GROWTHS: [Growth; 4] =
    [Growth::Repeated, Growth::WithSiblings, Growth::Comments, Growth::Lines];

/// Steps by what took them: a rule, or the contexts of an element.
type Steps = BTreeMap<String, u64>;

impl Judge<'_, '_> {
    /// Books what a rule took.
    pub(super) fn count(&mut self, rule: &Rule, before: u64) {
        let took = before - self.document.facts.fuel();
        *self.steps.entry(rule.words.code).or_insert(0) += took;
        self.spent += took;
    }
}

/// Judges as [`walk`] does, and counts.
fn steps(xml: &str, pack: Pack) -> Steps {
    let mut facts = rulebook::facts();
    let tree = read(xml.as_bytes(), &mut facts).unwrap_or_else(|why| panic!("{why:?}\n{xml}"));
    let paths = facts.structure.looks;
    facts.complete(&tree);
    let document = Document { tree, facts, pack, codes: Default::default() };
    let edition = rulebook::edition(pack);
    let mut standard = Judge::new(&document, edition, Layer::En16931);
    let mut peppol = Judge::new(&document, edition, Layer::Peppol);
    let mut all = Steps::from([("paths".to_owned(), paths)]);
    let mut contexts: BTreeMap<u16, u64> = BTreeMap::new();
    for node in document.tree.all() {
        let at = At { document: &document, node };
        let before = document.facts.fuel();
        let rules = standard.spent + peppol.spent;
        en16931::judge(&mut standard, at);
        billing::judge(&mut peppol, at);
        let rules = standard.spent + peppol.spent - rules;
        *contexts.entry(at.name()).or_insert(0) += before - document.facts.fuel() - rules;
    }
    all.extend(
        contexts
            .into_iter()
            .map(|(name, took)| (format!("contexts of {}", document.tree.local_name(name)), took)),
    );
    assert!(!document.facts.is_spent(), "the budget was not enough:\n{xml}");
    all.extend(standard.steps.into_iter().map(|(code, took)| (code.to_owned(), took)));
    all.extend(peppol.steps.into_iter().map(|(code, took)| (code.to_owned(), took)));
    all
}

/// What was tried so far.
#[derive(Default)]
struct Trial {
    /// Rules that were asked in a document that grew.
    asked: BTreeMap<&'static str, BTreeSet<String>>,
    /// What took too long, and where.
    slow: BTreeMap<String, String>,
    documents: usize,
}

impl Trial {
    fn compare(&mut self, pack: Pack, what: &str, xml: impl Fn(usize) -> String) {
        let (short, long) = (steps(&xml(SHORT), pack), steps(&xml(LONG), pack));
        self.documents += 1;
        for (name, took) in &long {
            let before = short.get(name).copied().unwrap_or(0);
            if *took > 6 * before + SLACK {
                let place = format!("{} {what}: {before} and then {took} steps", pack.name());
                self.slow.entry(name.clone()).or_insert(place);
            }
        }
        self.asked.entry(pack.name()).or_default().extend(long.into_keys());
    }

    /// Grows every part of a document by itself, beside many lines, and beside what stands with it.
    fn grow(&mut self, name: &str, seed: &Part, pack: Pack, tried: &mut BTreeSet<String>) {
        // What no country has a say in is the same in every document and pack.
        let country = seed.country();
        let own = RULED.iter().find(|ruled| **ruled == country);
        let own = own.filter(|own| pack == Pack::V3_0_21 || **own == "DE");
        let growths: &[Growth] = match (pack, own) {
            (Pack::V3_0_21, None) => &Growth::ALL,
            (_, Some(_)) => &GROWTHS,
            (_, None) => &[Growth::WithSiblings],
        };
        for path in seed.paths() {
            for growth in growths {
                let key = format!("{growth:?} {} {own:?}", seed.name_of(&path));
                if !growth.fits(seed, &path) || !tried.insert(key) {
                    continue;
                }
                let what = format!("{name}, {growth:?} {}", seed.name_of(&path));
                self.compare(pack, &what, |n| growth.of(seed, &path, n).xml());
            }
        }
    }

    /// Grows what a document was varied for.
    fn grow_varied(&mut self, varied: &Varied, pack: Pack) {
        let Varied { name, part, focus } = varied;
        let all = part.paths().into_iter();
        let is_it = |place: &Vec<usize>| {
            let path = part.name_of(place);
            focus.iter().any(|end| path.ends_with(end))
        };
        for place in all.filter(is_it) {
            for growth in GROWTHS.iter().filter(|growth| growth.fits(part, &place)) {
                let what = format!("{name}, {growth:?} {}", part.name_of(&place));
                self.compare(pack, &what, |n| growth.of(part, &place, n).xml());
            }
        }
    }

    fn close(self) {
        let slow: Vec<String> =
            self.slow.iter().map(|(name, place)| format!("{name}: {place}")).collect();
        assert!(slow.is_empty(), "{} documents:\n{}", self.documents, slow.join("\n"));
    }
}

#[test]
fn every_rule_takes_steps_in_proportion() {
    let mut trial = Trial::default();
    let (seeds, varied) = (seeds(), varied_documents());
    for pack in Pack::ALL {
        let mut tried = BTreeSet::new();
        for (name, seed) in &seeds {
            trial.grow(name, seed, pack, &mut tried);
        }
        for varied in &varied {
            trial.grow_varied(varied, pack);
        }
    }
    let mut missing = String::new();
    for pack in Pack::ALL {
        let asked = trial.asked.get(pack.name()).unwrap();
        let is_path = |code: &str| PATHS.iter().any(|path| path.words.code == code);
        let rules = listing::of(pack).into_iter().map(|rule| rule.words.code);
        let unasked: Vec<&str> =
            rules.filter(|code| !is_path(code) && !asked.contains(*code)).collect();
        if !unasked.is_empty() {
            missing.push_str(&format!("{}: no document asks {unasked:?}\n", pack.name()));
        }
    }
    trial.close();
    assert!(missing.is_empty(), "{missing}");
}

#[test]
fn every_rule_that_is_a_path_takes_steps_in_proportion() {
    let mut trial = Trial::default();
    let base = seed("everything-ordinary");
    for path in PATHS {
        let xml = |n: usize| base.with_path(path.path, n).xml();
        let mut facts = rulebook::facts();
        read(xml(SHORT).as_bytes(), &mut facts).unwrap();
        let broken = facts.structure.broken().any(|broken| broken.words.code == path.words.code);
        // Two name elements in a namespace that does not have them: nothing can break them.
        let never = matches!(path.words.code, "UBL-CR-629" | "UBL-CR-630");
        assert!(broken || never, "{} is not met by {}", path.words.code, xml(2));
        trial.compare(Pack::V3_0_21, path.words.code, xml);
    }
    assert_eq!(trial.documents, PATHS.len());
    trial.close();
}
