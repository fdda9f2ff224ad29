//! What rules ask for again and again: gathered while the document is read, or worked out once.

pub mod bases;
pub mod categories;
pub mod countries;

use crate::peppol::rules::decimal::Decimal;
use crate::peppol::rules::facts::bases::Bases;
use crate::peppol::rules::facts::categories::Categories;
use crate::peppol::rules::facts::countries::Countries;
use crate::peppol::rules::memory::Memory;
use crate::peppol::rules::outcome::Abort;
use crate::peppol::rules::structure::{Map, Structure};
use crate::peppol::schema::id::*;
use crate::peppol::xml::tree::Tree;
use crate::peppol::xml::watch::Watch;
use std::cell::{Cell, OnceCell};
use std::collections::HashSet;

/// The facts of one document.
#[derive(Debug)]
pub struct Facts {
    /// The children of the document element by name.
    of_root: Vec<(u16, u32)>,
    /// Elements at any depth, by the names that rules look for.
    deep: [Vec<u32>; DEEP.len()],
    /// Paths that were met.
    pub structure: Structure,
    /// Steps that rules may still go; see [`Facts::spend`].
    fuel: Cell<u64>,
    /// The sum of all lines.
    pub lines: OnceCell<Result<Decimal, Abort>>,
    /// Where which VAT category stands.
    pub categories: OnceCell<Result<Categories, Abort>>,
    /// What each VAT category adds up to.
    pub bases: Bases,
    /// Where the parties are.
    pub countries: OnceCell<Countries>,
    /// Which business process the document belongs to.
    pub profile: OnceCell<Result<Profile, Abort>>,
    /// What the document calls its currency, each time it does.
    pub currencies: OnceCell<Currencies>,
    /// What was asked of single elements.
    pub memory: Memory,
}

/// What a document calls its currency: usually one.
#[derive(Debug, Default)]
pub struct Currencies {
    /// The first.
    pub first: Option<String>,
    /// All of them.
    pub all: HashSet<String>,
}

/// What the business process is known as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Billing.
    Billing,
    /// Billing with a response.
    WithResponse,
    /// Another process of Peppol.
    Other,
    /// None of Peppol's.
    Unknown,
}

/// The elements that rules look for at any depth.
const DEEP: [u16; 19] = [
    CAC_ALLOWANCE_CHARGE,
    CAC_TAX_CATEGORY,
    CAC_CLASSIFIED_TAX_CATEGORY,
    CAC_INVOICE_LINE,
    CAC_CREDIT_NOTE_LINE,
    CAC_ADDITIONAL_DOCUMENT_REFERENCE,
    CBC_PAYMENT_ID,
    CBC_PAYMENT_MEANS_CODE,
    CAC_PARTY_IDENTIFICATION,
    CAC_TAX_TOTAL,
    CAC_PAYMENT_MEANS,
    CBC_DUE_DATE,
    CAC_PAYMENT_TERMS,
    CBC_IDENTIFICATION_CODE,
    CAC_ACCOUNTING_SUPPLIER_PARTY,
    CAC_ACCOUNTING_CUSTOMER_PARTY,
    CAC_TAX_REPRESENTATIVE_PARTY,
    CAC_TAX_SUBTOTAL,
    CBC_DOCUMENT_CURRENCY_CODE,
];

/// The place of an element in `deep`, by its name; 255: nowhere.
const PLACES: [u8; 1024] = {
    let mut places = [255u8; 1024];
    let mut names: &[u16] = &DEEP;
    let mut number = 0u8;
    while let [name, rest @ ..] = names {
        let mut skip = *name;
        let mut tail: &mut [u8] = &mut places;
        while let Some((first, others)) = tail.split_first_mut() {
            if skip == 0 {
                *first = number;
                break;
            }
            skip -= 1;
            tail = others;
        }
        names = rest;
        number += 1;
    }
    places
};

fn place(name: u16) -> Option<usize> {
    let place = PLACES.get(usize::from(name)).copied().unwrap_or(255);
    (place != 255).then_some(usize::from(place))
}

impl Facts {
    /// Nothing is known yet but the paths to look for.
    pub fn new(paths: &'static Map) -> Self {
        Self {
            of_root: Vec::new(),
            deep: Default::default(),
            structure: Structure::new(paths),
            fuel: Cell::default(),
            lines: OnceCell::new(),
            categories: OnceCell::new(),
            bases: Bases::default(),
            countries: OnceCell::new(),
            profile: OnceCell::new(),
            currencies: OnceCell::new(),
            memory: Memory::default(),
        }
    }

    /// The children of the document element that have a name.
    #[inline]
    pub fn of_root(&self, name: u16) -> &[(u16, u32)] {
        let start = self.of_root.partition_point(|(other, _)| *other < name);
        let rest = self.of_root.get(start..).unwrap_or_default();
        let length = rest.partition_point(|(other, _)| *other == name);
        rest.get(..length).unwrap_or_default()
    }

    /// The elements of a name anywhere in the document; only those of `DEEP` are kept.
    #[inline]
    pub fn deep(&self, name: u16) -> &[u32] {
        let kept = place(name).and_then(|place| self.deep.get(place));
        kept.map(Vec::as_slice).unwrap_or_default()
    }

    /// To be called when the document has been read. What it may take grows with its elements and
    /// with its text; the paths have had their share while it was read.
    pub fn complete(&mut self, tree: &Tree<'_>) {
        self.of_root.sort_unstable();
        let long = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
        let texts = long(tree.text.len()) / u64::from(BYTES_A_STEP) * LOOKS_AT_A_TEXT;
        let steps = long(tree.nodes.len()).saturating_mul(STEPS_AN_ELEMENT);
        self.fuel.set(steps.saturating_add(texts).saturating_add(SPARE_STEPS));
        self.spend_steps(self.structure.looks);
    }

    /// Goes a step from child to child. When there are no more left, the document is made to take
    /// time beyond all measure, and is not judged: time stays linear whatever comes.
    #[inline]
    pub fn spend(&self) -> bool {
        let left = self.fuel.get();
        self.fuel.set(left.saturating_sub(1));
        left > 0
    }

    /// Goes through so many bytes of text, which is a step for every few of them. Whoever asks for
    /// a text pays for it, since it is decoded and looked at then.
    #[inline]
    pub fn spend_on(&self, bytes: u32) {
        if bytes >= BYTES_A_STEP {
            self.spend_steps(u64::from(bytes / BYTES_A_STEP));
        }
    }

    /// Goes so many steps.
    #[inline]
    pub fn spend_steps(&self, steps: u64) {
        self.fuel.set(self.fuel.get().saturating_sub(steps));
    }

    /// Whether the steps were not enough.
    pub fn is_spent(&self) -> bool {
        self.fuel.get() == 0
    }

    /// The steps that are left.
    pub fn fuel(&self) -> u64 {
        self.fuel.get()
    }
}

/// Ordinary documents need ten to twenty.
const STEPS_AN_ELEMENT: u64 = 100;
const SPARE_STEPS: u64 = 1_000_000;
const BYTES_A_STEP: u32 = 16;
/// So often rules may look at every text there is; ordinary ones are looked at less than ten times.
const LOOKS_AT_A_TEXT: u64 = 32;

impl Watch for Facts {
    #[inline]
    fn open(&mut self, tree: &Tree<'_>, node: u32) {
        let here = tree.node(node);
        if here.parent == 0 {
            self.of_root.push((here.name, node));
        }
        if let Some(list) = place(here.name).and_then(|place| self.deep.get_mut(place)) {
            list.push(node);
        }
        self.structure.open(tree, node);
    }

    #[inline]
    fn text(&mut self, _: &Tree<'_>, _: u32, _: bool) {}

    #[inline]
    fn close(&mut self, _: &Tree<'_>, _: u32) {
        self.structure.close();
    }
}
