//! Rules that are a path: what may not stand in a document, or only once.
//!
//! All paths together are one tree of steps. While the document is read, each open element knows
//! its place in that tree, so that seven hundred rules cost one look at each element.

use crate::domain::finding::Severity;
use crate::domain::words::Words;
use crate::peppol::rules::words::{OUTSIDE, REPEATED, UNUSED};
use crate::peppol::schema::{self, id, table};
use crate::peppol::xml::name;
use crate::peppol::xml::tree::Tree;

/// A rule that is a path.
#[derive(Debug)]
pub struct Path {
    /// Its id and sentence; `{element}` is the end of the path.
    pub words: Words,
    /// How grave it is.
    pub severity: Severity,
    /// Its business term.
    pub term: &'static str,
    /// The path: from the document, or from anywhere when it begins with `//`.
    pub path: &'static str,
    /// How many elements of the path are too many.
    pub too_many: u32,
}

/// What may not stand there.
pub const fn path(code: &'static str, term: &'static str, path: &'static str) -> Path {
    // UBL-DT speaks of attributes, UBL-CR of elements.
    let family = match code.as_bytes() {
        [_, _, _, _, b'D', ..] => &UNUSED,
        _ => &OUTSIDE,
    };
    let words = Words { code, message: family.message, fix: family.fix };
    Path { words, severity: Severity::Warning, term, path, too_many: 1 }
}

/// What may stand there once.
pub const fn once(code: &'static str, term: &'static str, path: &'static str) -> Path {
    let words = Words { code, message: REPEATED.message, fix: REPEATED.fix };
    Path { words, severity: Severity::Fatal, term, path, too_many: 2 }
}

impl Path {
    /// What the sentence calls the end of the path.
    pub fn element(&self) -> String {
        let bare = self.path.trim_start_matches('/').replace("LINE/", "InvoiceLine/");
        let mut steps: Vec<&str> = bare.split('/').collect();
        for step in &mut steps {
            *step = step.split_once(':').map_or(*step, |(_, local)| local);
        }
        let element = steps.join("/");
        match element.strip_prefix('@') {
            Some(attribute) => attribute.to_owned(),
            None => element,
        }
    }
}

/// A step that is an attribute has this bit.
const ATTRIBUTE: u16 = 0x8000;

/// A path from anywhere: its last elements, the last first, and its attribute.
#[derive(Debug)]
struct Deep {
    steps: Vec<u16>,
    attribute: Option<u16>,
    rule: usize,
}

#[derive(Debug, Default)]
struct Sketch {
    /// Names and the places they lead to, sorted.
    ways: Vec<(u16, u16)>,
    /// The rules that end here.
    rules: Vec<usize>,
}

/// A place of the map: where its ways and its rules stand in the map's lists.
#[derive(Clone, Copy, Debug)]
struct Place {
    ways: (u16, u16),
    rules: (u16, u16),
}

/// The map as it is drawn.
struct Draft {
    places: Vec<Sketch>,
    deep: Vec<Vec<Deep>>,
    attributes: Vec<Option<usize>>,
}

/// All paths as a map that is looked at: few and small lists, since a short document finds them all
/// cold.
#[derive(Debug)]
pub struct Map {
    /// What it was drawn from.
    paths: &'static [Path],
    places: Vec<Place>,
    ways: Vec<(u16, u16)>,
    rules: Vec<usize>,
    /// Where the paths from anywhere with this last element stand in `deep`, plus one.
    ends: Vec<u8>,
    deep: Vec<Vec<Deep>>,
    /// The rule that an attribute breaks wherever it stands.
    attributes: Vec<Option<usize>>,
}

const NOWHERE: u16 = 0;
const ROOT: u16 = 1;

impl Draft {
    fn draw(paths: &[Path]) -> Self {
        let mut map = Self {
            places: vec![Sketch::default(), Sketch::default()],
            deep: (0..table::CORE_ELEMENTS).map(|_| Vec::new()).collect(),
            attributes: vec![None; usize::from(name::attribute::OTHERS)],
        };
        for (rule, path) in paths.iter().enumerate() {
            match path.path.strip_prefix("//") {
                Some(steps) => map.add_deep(rule, steps),
                None if path.path.starts_with("LINE/") => {
                    for line in ["cac:InvoiceLine/", "cac:CreditNoteLine/"] {
                        map.add(rule, &path.path.replace("LINE/", line));
                    }
                }
                None => map.add(rule, path.path),
            }
        }
        map
    }

    fn add(&mut self, rule: usize, path: &str) {
        let mut at = usize::from(ROOT);
        for step in path.split('/').map(step) {
            let next = u16::try_from(self.places.len()).unwrap_or(NOWHERE);
            let Some(place) = self.places.get_mut(at) else { return };
            at = match place.ways.binary_search_by_key(&step, |(name, _)| *name) {
                Ok(known) => place.ways.get(known).map_or(0, |(_, to)| usize::from(*to)),
                Err(gap) => {
                    place.ways.insert(gap, (step, next));
                    self.places.push(Sketch::default());
                    usize::from(next)
                }
            };
        }
        if let Some(place) = self.places.get_mut(at) {
            place.rules.push(rule);
        }
    }

    fn add_deep(&mut self, rule: usize, path: &str) {
        let mut steps: Vec<u16> = path.split('/').map(step).collect();
        let attribute = steps.pop_if(|step| *step & ATTRIBUTE != 0).map(|step| step & !ATTRIBUTE);
        steps.reverse();
        match (steps.first(), attribute) {
            (None, Some(attribute)) => {
                if let Some(slot) = self.attributes.get_mut(usize::from(attribute)) {
                    *slot = Some(rule);
                }
            }
            (Some(last), _) => {
                if let Some(end) = self.deep.get_mut(usize::from(*last)) {
                    end.push(Deep { steps, attribute, rule });
                }
            }
            (None, None) => {}
        }
    }

    fn fold(self, paths: &'static [Path]) -> Map {
        let mut map = Map {
            paths,
            places: Vec::with_capacity(self.places.len()),
            ways: Vec::new(),
            rules: Vec::new(),
            ends: Vec::with_capacity(self.deep.len()),
            deep: Vec::new(),
            attributes: self.attributes,
        };
        for sketch in self.places {
            let ways = add_all(&mut map.ways, sketch.ways);
            let rules = add_all(&mut map.rules, sketch.rules);
            map.places.push(Place { ways, rules });
        }
        for paths in self.deep {
            if !paths.is_empty() {
                map.deep.push(paths);
                map.ends.push(u8::try_from(map.deep.len()).unwrap_or(0));
            } else {
                map.ends.push(0);
            }
        }
        map
    }
}

/// Adds to a list, and says from where to where.
fn add_all<T>(list: &mut Vec<T>, more: Vec<T>) -> (u16, u16) {
    let place = |list: &Vec<T>| u16::try_from(list.len()).unwrap_or(u16::MAX);
    let start = place(list);
    list.extend(more);
    (start, place(list))
}

/// The part of a list that belongs to a place.
#[inline]
fn part<T>(list: &[T], (start, end): (u16, u16)) -> &[T] {
    list.get(usize::from(start)..usize::from(end)).unwrap_or_default()
}

impl Map {
    /// The map of these paths.
    pub fn of(paths: &'static [Path]) -> Self {
        Draft::draw(paths).fold(paths)
    }

    #[inline]
    fn next(&self, from: u16, step: u16) -> u16 {
        let Some(place) = self.places.get(usize::from(from)) else { return NOWHERE };
        let ways = part(&self.ways, place.ways);
        match ways.binary_search_by_key(&step, |(name, _)| *name) {
            Ok(found) => ways.get(found).map_or(NOWHERE, |(_, to)| *to),
            Err(_) => NOWHERE,
        }
    }

    /// The rules that end at a place.
    #[inline]
    fn rules(&self, place: u16) -> &[usize] {
        self.places.get(usize::from(place)).map_or(&[], |place| part(&self.rules, place.rules))
    }

    /// The paths from anywhere that end with an element of the name.
    #[inline]
    fn deep(&self, name: u16) -> &[Deep] {
        match self.ends.get(usize::from(name)) {
            None | Some(0) => &[],
            Some(end) => {
                let paths = self.deep.get(usize::from(end - 1));
                paths.map(Vec::as_slice).unwrap_or_default()
            }
        }
    }
}

/// The number of a step such as `cac:Party` or `@listID`.
fn step(step: &str) -> u16 {
    if let Some(attribute) = step.strip_prefix('@') {
        return ATTRIBUTE | name::attribute(attribute.as_bytes()).unwrap_or(ATTRIBUTE - 1);
    }
    let (prefix, local) = step.split_once(':').unwrap_or(("", step));
    let namespace = match prefix {
        "cac" => table::NS_CAC,
        "cbc" => table::NS_CBC,
        _ => table::NS_EXT,
    };
    schema::element(u16::from(namespace), local.as_bytes())
}

/// Which paths were met, and how often.
#[derive(Debug)]
pub struct Structure {
    map: &'static Map,
    met: Vec<u32>,
    places: Vec<u16>,
    /// How many looks all this took, for the budget of steps.
    pub looks: u64,
    /// An attribute `name` stands elsewhere than at the payment means code.
    pub has_stray_name: bool,
}

impl Structure {
    /// Nothing was met yet.
    pub const fn new(map: &'static Map) -> Self {
        Self { map, met: Vec::new(), places: Vec::new(), looks: 0, has_stray_name: false }
    }

    fn meet(&mut self, rule: usize) {
        self.looks += 1;
        if self.met.is_empty() {
            self.met.resize(self.map.paths.len(), 0);
        }
        if let Some(count) = self.met.get_mut(rule) {
            *count = count.saturating_add(1);
        }
    }

    /// An element has begun.
    #[inline]
    pub fn open(&mut self, tree: &Tree<'_>, node: u32) {
        let map = self.map;
        let here = tree.node(node);
        let place = match self.places.last() {
            Some(&NOWHERE) => NOWHERE,
            Some(from) => map.next(*from, here.name),
            None => ROOT,
        };
        self.places.push(place);
        self.looks += 1 + u64::from(here.attributes);
        if place != NOWHERE {
            for rule in map.rules(place) {
                self.meet(*rule);
            }
        }
        if here.attributes > 0 {
            self.attributes(map, tree, node, place);
        }
        for deep in map.deep(here.name) {
            self.deep(deep, tree, node);
        }
    }

    #[inline]
    fn attributes(&mut self, map: &Map, tree: &Tree<'_>, node: u32, place: u16) {
        for attribute in tree.attributes(node) {
            let end = match place {
                NOWHERE => NOWHERE,
                _ => map.next(place, ATTRIBUTE | attribute.name),
            };
            if end != NOWHERE {
                for rule in map.rules(end) {
                    self.meet(*rule);
                }
            }
            let anywhere = map.attributes.get(usize::from(attribute.name)).copied().flatten();
            if let Some(rule) = anywhere {
                self.meet(rule);
            }
            if attribute.name == name::attribute::NAME {
                let stray = tree.node(node).name != id::CBC_PAYMENT_MEANS_CODE;
                self.has_stray_name |= stray;
            }
        }
    }

    fn deep(&mut self, deep: &Deep, tree: &Tree<'_>, node: u32) {
        let mut at = node;
        self.looks += 1;
        let there = deep.attribute.is_none_or(|name| {
            tree.attributes(node).iter().any(|attribute| attribute.name == name)
        });
        let fits = there
            && deep.steps.iter().all(|step| {
                let here = tree.node(at);
                at = here.parent;
                here.name == *step
            });
        if fits {
            self.meet(deep.rule);
        }
    }

    /// An element has ended.
    #[inline]
    pub fn close(&mut self) {
        self.places.pop();
    }

    /// The rules that the document breaks.
    pub fn broken(&self) -> impl Iterator<Item = &'static Path> {
        let counts = self.map.paths.iter().zip(self.met.iter());
        // Most paths were never met; they are not even looked at.
        let met = counts.filter(|(_, count)| **count > 0);
        met.filter(|(path, count)| **count >= path.too_many).map(|(path, _)| path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::peppol::rules::en16931::table::path::PATHS;

    #[test]
    fn every_step_of_every_path_is_an_element_or_attribute_that_there_is() {
        for path in PATHS {
            let steps = path.path.trim_start_matches('/').split('/').filter(|step| *step != "LINE");
            for said in steps {
                let known = step(said);
                // Two rules name elements in a namespace that does not have them, on purpose.
                let never = matches!(path.words.code, "UBL-CR-629" | "UBL-CR-630");
                assert!(never || (known != table::NONE), "{}: {said}", path.words.code);
            }
        }
    }
}
