//! Every rule of a pack, for those who want to read them.

use crate::domain::finding::{Layer, Severity};
use crate::domain::words::Words;
use crate::peppol::rules::billing::table as peppol;
use crate::peppol::rules::en16931::table as standard;
use crate::peppol::rules::pack::Pack;
use crate::peppol::rules::rule::Rule;
use crate::peppol::rules::rulebook::edition;
use standard::path::PATHS;

/// A rule as it is listed.
#[derive(Debug)]
pub struct Listed {
    /// Its id, sentence and next step.
    pub words: &'static Words,
    /// How grave, in the pack.
    pub severity: Severity,
    /// Whose rule it is.
    pub layer: Layer,
    /// The business terms that it speaks of; none: those of whatever element it finds.
    pub terms: &'static [&'static str],
    /// What its sentence calls `{element}`.
    pub element: Option<String>,
}

/// The groups, in the order in which they are listed.
const STANDARD: &[&[&Rule]] = &[
    standard::document::ALL,
    standard::party::ALL,
    standard::payment::ALL,
    standard::totals::ALL,
    standard::line::ALL,
    standard::vat_s::ALL,
    standard::vat_z::ALL,
    standard::vat_e::ALL,
    standard::vat_ae::ALL,
    standard::vat_ic::ALL,
    standard::vat_g::ALL,
    standard::vat_o::ALL,
    standard::vat_af::ALL,
    standard::vat_ag::ALL,
    standard::code::ALL,
    standard::syntax::ALL,
];

const PEPPOL: &[&[&Rule]] = &[
    peppol::document::ALL,
    peppol::identifier::ALL,
    peppol::code::ALL,
    peppol::norway::ALL,
    peppol::sweden::ALL,
    peppol::denmark::ALL,
    peppol::iceland::ALL,
    peppol::germany::ALL,
    peppol::netherlands::ALL,
    peppol::italy::ALL,
    peppol::greece::ALL,
];

/// Every rule that is not a path, whatever the pack.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    let others = [peppol::other::OLDER, peppol::other::SELF_BILLING];
    let groups = STANDARD.iter().chain(PEPPOL).copied().chain(others);
    groups.flatten().copied()
}

/// The rules of a pack.
pub fn of(pack: Pack) -> Vec<Listed> {
    let edition = edition(pack);
    let judged = |groups: &'static [&'static [&'static Rule]], layer: Layer| {
        groups.iter().copied().flatten().filter_map(move |rule| {
            let worded = edition.worded(rule);
            Some(Listed {
                words: &worded.words,
                severity: edition.severity(rule.words.code, rule.severity)?,
                layer,
                terms: worded.terms,
                element: None,
            })
        })
    };
    let paths = PATHS.iter().filter_map(|path| {
        Some(Listed {
            words: &path.words,
            severity: edition.severity(path.words.code, path.severity)?,
            layer: Layer::En16931,
            terms: std::slice::from_ref(&path.term),
            element: Some(path.element()),
        })
    });
    judged(STANDARD, Layer::En16931).chain(paths).chain(judged(PEPPOL, Layer::Peppol)).collect()
}
