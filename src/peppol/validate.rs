//! Judges the bytes of a document. What has not been judged is said, and never passes for valid.
//!
//! One pass reads the document and checks it against the schema; one walk over the tree tries all
//! rules. The rules run on any tree that is well-formed and has the root of an invoice or credit
//! note, also where the schema is not kept. Where the official style sheet stops, a layer has no
//! verdict: then the document is not valid, and the finding names the cause.

use crate::domain::finding::{Fault, Finding, Layer, shown};
use crate::peppol::rules::look::{At, Document, normal};
use crate::peppol::rules::outcome::{Abort, Why};
use crate::peppol::rules::pack::Pack;
use crate::peppol::rules::rule::Shown;
use crate::peppol::rules::walk::{Fired, Judged};
use crate::peppol::rules::{rulebook, term, words};
use crate::peppol::schema::check::Check;
use crate::peppol::schema::id;
use crate::peppol::xml::read::read;
use crate::peppol::xml::refusal::Refusal;
use crate::peppol::{
    SELF_BILLING_CUSTOMIZATION, SELF_BILLING_PROFILE, XML_DTD, XML_ENCODING, XML_LIMIT, XML_ROOT,
    XML_UNREADABLE,
};
use jiff::civil::Date;
use std::collections::HashMap;

/// What was found, and what was not looked at.
#[derive(Debug)]
pub struct Verdict {
    /// invoice or credit_note, when the root says so.
    pub document: Option<&'static str>,
    /// What is wrong.
    pub findings: Vec<Finding>,
    /// Layers that gave no verdict.
    pub not_evaluated: Vec<Layer>,
    /// The pack that it was judged by.
    pub pack: Pack,
}

impl Verdict {
    /// Everything was judged, and nothing is fatal.
    pub fn is_valid(&self) -> bool {
        self.not_evaluated.is_empty() && !self.findings.iter().any(Finding::is_fatal)
    }
}

/// Judges a document by a pack; a document of self-billing by the rules of self-billing.
pub fn judge(bytes: &[u8], pack: Pack) -> Verdict {
    let mut watch = (Check::default(), rulebook::facts());
    let tree = match read(bytes, &mut watch) {
        Ok(tree) => tree,
        Err(refusal) => return refused(refusal, pack),
    };
    let (check, mut facts) = watch;
    facts.complete(&tree);
    let mut document = Document { tree, facts, pack, codes: Default::default() };
    let kind = match document.tree.node(0).name {
        id::INVOICE => "invoice",
        id::CREDIT_NOTE => "credit_note",
        _ => return stranger(&document),
    };
    document.pack = rule_set(&document);
    let judged = rulebook::judge(&document);
    Verdict {
        document: Some(kind),
        findings: Report::of(&document, &check, &judged),
        not_evaluated: judged
            .iter()
            .filter(|layer| !layer.stopped.is_empty())
            .map(|layer| layer.layer)
            .collect(),
        pack: document.pack,
    }
}

/// The pack, or self-billing, if one of the document's own identifiers says so.
fn rule_set(document: &Document<'_>) -> Pack {
    let root = At::root(document);
    let starts = |at: At<'_, '_>, start: &str| normal(at.value()).starts_with(start);
    let specified =
        root.any(&[id::CBC_CUSTOMIZATION_ID], &mut |at| starts(at, SELF_BILLING_CUSTOMIZATION));
    let process = root.any(&[id::CBC_PROFILE_ID], &mut |at| starts(at, SELF_BILLING_PROFILE));
    match document.pack {
        Pack::V3_0_20 | Pack::V3_0_21 if process || specified => Pack::SelfBilling,
        pack => pack,
    }
}

/// Judges a document by the rules in force on a day.
pub fn validate(bytes: &[u8], today: Date) -> Verdict {
    judge(bytes, Pack::in_force(today))
}

const ALL_LAYERS: [Layer; 3] = [Layer::Schema, Layer::En16931, Layer::Peppol];

/// The place is the document as a whole, and the term is the one that says what it claims to be.
fn unjudged(finding: Finding, place: &str, pack: Pack) -> Verdict {
    let mut finding = finding.in_layer(Layer::Schema).term("BT-24");
    finding.xpath = Some(place.to_owned());
    Verdict { document: None, findings: vec![finding], not_evaluated: ALL_LAYERS.to_vec(), pack }
}

fn refused(refusal: Refusal, pack: Pack) -> Verdict {
    unjudged(unreadable(refusal), "/", pack)
}

/// Why a document cannot be read, as a finding; for others that read it, too.
pub fn unreadable(refusal: Refusal) -> Finding {
    let fault = match refusal {
        Refusal::Encoding(reason) => Fault::new(&XML_ENCODING).with("reason", reason),
        Refusal::Malformed(reason) => Fault::new(&XML_UNREADABLE).with("reason", reason),
        Refusal::Dtd => Fault::new(&XML_DTD),
        Refusal::Limit(limit) => Fault::new(&XML_LIMIT).with("limit", limit),
    };
    Finding::fatal(fault).in_layer(Layer::Schema)
}

fn stranger(document: &Document<'_>) -> Verdict {
    let name = document.tree.local_name(document.tree.node(0).name);
    unjudged(Finding::fatal(&XML_ROOT).value(name), "/*[1]", document.pack)
}

/// Findings out of what was found, with their places.
struct Report<'d, 'a> {
    document: &'d Document<'a>,
    /// The number of an element among its siblings of the same name.
    numbers: HashMap<u32, u32>,
}

impl<'d, 'a> Report<'d, 'a> {
    fn of(document: &'d Document<'a>, check: &Check, judged: &[Judged]) -> Vec<Finding> {
        let mut report = Self { document, numbers: HashMap::new() };
        let faults = check.faults.iter().flat_map(|faults| &faults.kept).map(|fault| fault.node);
        let fired = judged.iter().flat_map(|layer| &layer.fired).flat_map(|fired| &fired.places);
        let stopped = judged.iter().flat_map(|layer| &layer.stopped).map(|abort| abort.node);
        report.number(faults.chain(fired.copied()).chain(stopped));
        let mut findings = report.schema(check);
        for layer in judged {
            match layer.stopped.is_empty() {
                true => {
                    for fired in &layer.fired {
                        findings.extend(report.fired(fired, layer.layer));
                    }
                }
                // The official style sheet says nothing then, and neither do we.
                false => findings.extend(report.stopped(layer)),
            }
        }
        findings
    }

    /// Numbers the elements and all above them; each parent's children are gone through once.
    fn number(&mut self, nodes: impl Iterator<Item = u32>) {
        let tree = &self.document.tree;
        let mut parents = Vec::new();
        for node in nodes {
            let mut here = node;
            while here != crate::peppol::xml::tree::NOBODY && self.numbers.insert(here, 1).is_none()
            {
                here = tree.node(here).parent;
                parents.push(here);
            }
        }
        parents.sort_unstable();
        parents.dedup();
        for parent in parents {
            let mut counts: HashMap<u16, u32> = HashMap::new();
            let mut child = tree.first_child(parent);
            while child != crate::peppol::xml::tree::NOBODY {
                let node = tree.node(child);
                let count = counts.entry(node.name).or_insert(0);
                *count += 1;
                if let Some(number) = self.numbers.get_mut(&child) {
                    *number = *count;
                }
                child = node.next;
            }
        }
    }

    fn xpath(&self, node: u32) -> String {
        let tree = &self.document.tree;
        let mut steps = Vec::new();
        let mut here = node;
        while here != crate::peppol::xml::tree::NOBODY {
            steps.push(tree.step(here, self.numbers.get(&here).copied().unwrap_or(1)));
            here = tree.node(here).parent;
        }
        steps.reverse();
        steps.concat()
    }

    fn schema(&self, check: &Check) -> Vec<Finding> {
        let mut findings = Vec::new();
        for faults in &check.faults {
            for (place, fault) in faults.kept.iter().enumerate() {
                let mut finding = Finding::fatal(fault.said())
                    .in_layer(Layer::Schema)
                    .term(term::of(self.at(fault.node)));
                finding.value.clone_from(&fault.value);
                finding.xpath = Some(self.xpath(fault.node));
                finding.count = counted(place, faults.kept.len(), faults.count);
                findings.push(finding);
            }
        }
        findings
    }

    fn at(&self, node: u32) -> At<'d, 'a> {
        At { document: self.document, node }
    }

    fn fired<'f>(&'f self, fired: &'f Fired, layer: Layer) -> impl Iterator<Item = Finding> + 'f {
        fired.places.iter().enumerate().map(move |(place, node)| {
            let at = self.at(*node);
            let mut fault = Fault::new(fired.words);
            if let Some(path) = fired.path {
                fault = fault.with("element", path.element());
            }
            let mut finding = Finding::fatal(fault).in_layer(layer);
            finding.severity = fired.severity;
            finding.term = fired.terms.first().copied().or(Some(term::of(at)));
            finding.value = value(at, fired.shown);
            finding.xpath = Some(self.xpath(*node));
            finding.count = counted(place, fired.places.len(), fired.count);
            finding
        })
    }

    /// What stopped a layer.
    fn stopped<'f>(&'f self, layer: &'f Judged) -> impl Iterator<Item = Finding> + 'f {
        layer.stopped.iter().map(move |Abort { node, why }| {
            let at = self.at(*node);
            let name = self.document.tree.local_name(at.name());
            let fault = Fault::new(words::stopped(*why)).with("element", name);
            let mut finding = Finding::fatal(fault).in_layer(layer.layer).term(term::of(at));
            if matches!(why, Why::NotNumber | Why::NotDate | Why::NotBoolean) {
                finding.value = Some(shown(&at.value()));
            }
            finding.xpath = Some(self.xpath(*node));
            finding
        })
    }
}

/// Each finding counts itself, and the last one that is told those that are not.
const fn counted(place: usize, told: usize, all: usize) -> usize {
    if place + 1 == told { all - place } else { 1 }
}

/// What fills `{value}`.
fn value(at: At<'_, '_>, what: Shown) -> Option<String> {
    let text = match what {
        Shown::Nothing => None,
        Shown::Own => Some(at.value()),
        Shown::Attribute(name) => Some(at.attribute(name).unwrap_or_default()),
        Shown::Child(name) => at.first(&[name]).map(At::value),
    };
    text.map(|text| shown(&text))
}
