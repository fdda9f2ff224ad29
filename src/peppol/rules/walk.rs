//! One walk over the tree: every element is shown to every layer, and what fires is kept.

use crate::domain::finding::{Layer, Severity};
use crate::domain::words::Words;
use crate::peppol::rules::edition::Edition;
use crate::peppol::rules::look::{At, Document};
use crate::peppol::rules::outcome::{Abort, Why};
use crate::peppol::rules::rule::{Rule, Shown};
use crate::peppol::rules::structure::Path;

/// So many places of one rule are kept; the others are counted.
pub const MOST_PLACES: usize = 100;
/// So many causes are told of what stopped a layer.
const MOST_CAUSES: usize = 20;

/// A rule that fired.
#[derive(Debug)]
pub struct Fired {
    /// Its id and sentence.
    pub words: &'static Words,
    /// How grave, in this pack.
    pub severity: Severity,
    /// Its terms; none: those of the element.
    pub terms: &'static [&'static str],
    /// What fills `{value}`.
    pub shown: Shown,
    /// What fills `{element}`.
    pub path: Option<&'static Path>,
    /// Where it fired, in document order.
    pub places: Vec<u32>,
    /// How often it fired.
    pub count: usize,
}

/// What a layer says.
#[derive(Debug)]
pub struct Judged {
    /// The layer.
    pub layer: Layer,
    /// The rules that fired.
    pub fired: Vec<Fired>,
    /// What stopped it. The official style sheet then says nothing at all.
    pub stopped: Vec<Abort>,
}

/// A layer at work.
pub struct Judge<'d, 'a> {
    document: &'d Document<'a>,
    edition: &'static Edition,
    judged: Judged,
    /// How many steps each rule took.
    #[cfg(test)]
    steps: std::collections::HashMap<&'static str, u64>,
    /// And all of them together.
    #[cfg(test)]
    spent: u64,
}

impl<'d, 'a> Judge<'d, 'a> {
    fn new(document: &'d Document<'a>, edition: &'static Edition, layer: Layer) -> Self {
        let judged = Judged { layer, fired: Vec::new(), stopped: Vec::new() };
        Self {
            document,
            edition,
            judged,
            #[cfg(test)]
            steps: Default::default(),
            #[cfg(test)]
            spent: 0,
        }
    }

    /// Tries the rules of a context on an element.
    #[inline]
    pub fn all(&mut self, rules: &[&'static Rule], at: At<'_, '_>) {
        for rule in rules {
            #[cfg(test)]
            let before = self.document.facts.fuel();
            let outcome = (rule.holds)(at);
            #[cfg(test)]
            self.count(rule, before);
            match outcome {
                Ok(true) => {}
                outcome => self.unfit(rule, at, outcome.err()),
            }
        }
    }

    /// The same, if the element fits the context.
    #[inline]
    pub fn all_if(&mut self, fits: bool, rules: &[&'static Rule], at: At<'_, '_>) {
        if fits {
            self.all(rules, at);
        }
    }

    #[cold]
    fn unfit(&mut self, rule: &'static Rule, at: At<'_, '_>, abort: Option<Abort>) {
        let severity = self.edition.severity(rule.words.code, rule.severity);
        let Some(severity) = severity else { return };
        if let Some(abort) = abort {
            return self.stop(abort);
        }
        let code = rule.words.code;
        let fired = &mut self.judged.fired;
        let known = fired.iter_mut().rfind(|fired| fired.words.code == code);
        if let Some(known) = known {
            known.count += 1;
            if known.places.len() < MOST_PLACES {
                known.places.push(at.node);
            }
            return;
        }
        let worded = self.edition.worded(rule);
        fired.push(Fired {
            words: &worded.words,
            severity,
            terms: worded.terms,
            shown: worded.shown,
            path: None,
            places: vec![at.node],
            count: 1,
        });
    }

    fn stop(&mut self, abort: Abort) {
        let stopped = &mut self.judged.stopped;
        if stopped.len() < MOST_CAUSES && !stopped.contains(&abort) {
            stopped.push(abort);
        }
    }

    /// The rules that are paths, which were looked at while the document was read.
    pub fn paths(&mut self, at: At<'_, '_>) {
        for path in self.document.facts.structure.broken() {
            let severity = self.edition.severity(path.words.code, path.severity);
            let Some(severity) = severity else { continue };
            self.judged.fired.push(Fired {
                words: &path.words,
                severity,
                terms: std::slice::from_ref(&path.term),
                shown: Shown::Nothing,
                path: Some(path),
                places: vec![at.node],
                count: 1,
            });
        }
    }
}

/// Goes through a document once. For each layer there is a function that tries the rules of the
/// contexts that an element fits.
pub fn walk<'d, 'a>(
    document: &'d Document<'a>,
    edition: &'static Edition,
    try_standard: impl Fn(&mut Judge<'d, 'a>, At<'d, 'a>),
    try_peppol: impl Fn(&mut Judge<'d, 'a>, At<'d, 'a>),
) -> [Judged; 2] {
    let mut standard = Judge::new(document, edition, Layer::En16931);
    let mut peppol = Judge::new(document, edition, Layer::Peppol);
    for node in document.tree.all() {
        let at = At { document, node };
        try_standard(&mut standard, at);
        try_peppol(&mut peppol, at);
        if document.facts.is_spent() {
            let abort = at.abort(Why::TooMuch);
            standard.stop(abort);
            peppol.stop(abort);
            break;
        }
    }
    [standard.judged, peppol.judged]
}

#[cfg(test)]
mod tests;
