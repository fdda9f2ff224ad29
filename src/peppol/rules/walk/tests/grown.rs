//! Documents that grow: read from the cases, made longer in one place, and written again.

use crate::peppol::xml::read::read;
use crate::peppol::xml::tree::{NOBODY, Tree};
use crate::peppol::xml::watch::Watch;
use std::fs;
use std::path::Path;

const NAMESPACES: &str = "xmlns:cac=\"urn:oasis:names:specification:ubl:schema:xsd:\
    CommonAggregateComponents-2\" xmlns:cbc=\"urn:oasis:names:specification:ubl:schema:xsd:\
    CommonBasicComponents-2\" xmlns:ext=\"urn:oasis:names:specification:ubl:schema:xsd:\
    CommonExtensionComponents-2\"";

/// An element of a document.
#[derive(Clone, Debug, Default)]
pub struct Part {
    name: String,
    attributes: Vec<(String, String)>,
    /// Its text as it is written.
    text: String,
    children: Vec<Part>,
}

/// Where an element stands: the numbers of the children on the way.
pub type Place = Vec<usize>;

/// Nobody watches.
struct Nobody;

impl Watch for Nobody {
    fn open(&mut self, _: &Tree<'_>, _: u32) {}
    fn text(&mut self, _: &Tree<'_>, _: u32, _: bool) {}
    fn close(&mut self, _: &Tree<'_>, _: u32) {}
}

/// The documents that grow: the cases, and more of what they lack.
pub fn seeds() -> Vec<(String, Part)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .filter_map(|entry| entry.unwrap().file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".xml").map(str::to_owned))
        .collect();
    names.sort();
    assert!(names.len() > 50, "the cases were not found");
    names.into_iter().map(|name| (name.clone(), seed(&name))).collect()
}

/// One case.
pub fn seed(name: &str) -> Part {
    Part::parse(&text_of(name))
}

/// One case, as it is written.
pub fn text_of(name: &str) -> String {
    let file = format!("{}/tests/cases/{name}.xml", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(file).unwrap()
}

impl Part {
    /// A document that is read.
    pub fn parse(xml: &str) -> Self {
        Self::read(&read(xml.as_bytes(), &mut Nobody).unwrap(), 0)
    }

    fn read(tree: &Tree<'_>, at: u32) -> Self {
        let step = tree.step(at, 1);
        let name = step.trim_start_matches('/').trim_end_matches("[1]").to_owned();
        let attributes = tree.attributes(at).iter();
        let attributes = attributes.map(|it| {
            let (start, end) = it.value;
            (tree.attribute_name(it.name), tree.slice(start, end).to_owned())
        });
        let mut part = Self { name, attributes: attributes.collect(), ..Self::default() };
        let mut child = tree.first_child(at);
        if child == NOBODY {
            let node = tree.node(at);
            part.text = tree.slice(node.start, node.end).to_owned();
        }
        while child != NOBODY {
            part.children.push(Self::read(tree, child));
            child = tree.node(child).next;
        }
        part
    }

    /// A leaf.
    pub fn leaf(name: &str, text: &str) -> Self {
        Self { name: name.to_owned(), text: text.to_owned(), ..Self::default() }
    }

    /// The document.
    pub fn xml(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, true);
        out
    }

    fn write(&self, out: &mut String, root: bool) {
        out.push_str(&format!("<{}", self.name));
        if root {
            let name = &self.name;
            let own = format!(" xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:{name}-2\" ");
            out.push_str(&own);
            out.push_str(NAMESPACES);
        }
        for (name, value) in &self.attributes {
            out.push_str(&format!(" {name}=\"{value}\""));
        }
        out.push('>');
        out.push_str(&self.text);
        self.children.iter().for_each(|child| child.write(out, false));
        out.push_str(&format!("</{}>", self.name));
    }

    fn at(&self, place: &[usize]) -> &Self {
        place.iter().fold(self, |part, number| &part.children[*number])
    }

    fn at_mut(&mut self, place: &[usize]) -> &mut Self {
        place.iter().fold(self, |part, number| &mut part.children[*number])
    }

    /// Every element but the root; of several alike in one parent the first.
    pub fn paths(&self) -> Vec<Place> {
        let mut all = Vec::new();
        for (number, child) in self.children.iter().enumerate() {
            if self.children[..number].iter().any(|other| other.name == child.name) {
                continue;
            }
            all.push(vec![number]);
            all.extend(child.paths().into_iter().map(|rest| [vec![number], rest].concat()));
        }
        all
    }

    /// The names on the way to an element.
    pub fn name_of(&self, place: &[usize]) -> String {
        let names = (0..place.len()).map(|end| self.at(&place[..=end]).name.clone());
        names.collect::<Vec<String>>().join("/")
    }

    /// Where the seller is.
    pub fn country(&self) -> String {
        let path = ["cac:AccountingSupplierParty", "cac:Party", "cac:PostalAddress", "cac:Country"];
        let found = path
            .iter()
            .try_fold(self, |part, name| part.children.iter().find(|child| child.name == *name));
        found.map(|country| country.children[0].text.clone()).unwrap_or_default()
    }

    fn repeat(&mut self, place: &[usize], n: usize) {
        let Some((last, above)) = place.split_last() else { return };
        let parent = self.at_mut(above);
        let again = vec![parent.children[*last].clone(); n];
        parent.children.splice(*last..=*last, again);
    }

    /// The document with so many more lines, allowances and charges, as they are in another one.
    fn with_lines(&mut self, n: usize, seed: &Self) {
        for wanted in ["Line", "AllowanceCharge"] {
            let is_it = |part: &&Self| part.name.ends_with(wanted);
            if let Some(part) = seed.children.iter().rfind(is_it) {
                self.children.extend(vec![part.clone(); n]);
            }
        }
    }

    /// The document with a path of a rule in it, so many times.
    pub fn with_path(&self, path: &str, n: usize) -> Self {
        let line = format!("cac:{}Line", self.name);
        let mut steps: Vec<String> = path
            .trim_start_matches('/')
            .replace("LINE", &line)
            .split('/')
            .map(String::from)
            .collect();
        let attribute = steps.pop_if(|step| step.starts_with('@'));
        if steps.is_empty() {
            steps.push("cbc:Note".to_owned());
        }
        let mut grown = self.clone();
        let mut top = Self::default();
        for (depth, name) in steps.iter().enumerate().rev() {
            let mut part = Self::leaf(name, "");
            if depth + 1 == steps.len() {
                part.text = "1".to_owned();
                part.attributes.extend(attribute.iter().map(|it| (it[1..].to_owned(), "1".into())));
            } else {
                part.children.push(top);
            }
            top = part;
        }
        grown.children.extend(vec![top; n]);
        grown
    }
}

/// How an element grows, always beside many lines.
#[derive(Clone, Copy, Debug)]
pub enum Growth {
    /// It is there again and again.
    Repeated,
    /// So is everything beside it that is a leaf.
    WithSiblings,
    /// Blanks around its text.
    Blanks,
    /// Comments cut its text.
    Comments,
    /// Its text is made of sections and references, and everything beside it is repeated.
    Sections,
    /// Its text is said again and again.
    Said,
    /// The same, a line each time.
    Lines,
    /// Elements stand in it.
    Children,
    /// Its attributes are padded.
    Attributes,
}

impl Growth {
    pub const ALL: [Self; 9] = [
        Self::Repeated,
        Self::WithSiblings,
        Self::Blanks,
        Self::Comments,
        Self::Sections,
        Self::Said,
        Self::Lines,
        Self::Children,
        Self::Attributes,
    ];

    /// Whether it can grow like that.
    pub fn fits(self, seed: &Part, place: &[usize]) -> bool {
        let part = seed.at(place);
        match self {
            Self::Repeated => true,
            Self::WithSiblings => place.len() > 1,
            Self::Attributes => !part.attributes.is_empty(),
            _ => part.children.is_empty(),
        }
    }

    /// The grown document.
    pub fn of(self, seed: &Part, place: &[usize], n: usize) -> Part {
        let mut grown = seed.clone();
        let part = grown.at_mut(place);
        match self {
            Self::Repeated | Self::WithSiblings => {}
            Self::Blanks => part.text = format!("{0}{1}{0}", " \n".repeat(n * 4), part.text),
            Self::Comments => part.text.push_str(&"<!--cut-->".repeat(n)),
            Self::Sections => {
                part.text = format!("{}{}", "<![CDATA[ ]]>&#32;".repeat(n), part.text);
            }
            Self::Said => part.text = part.text.repeat(n),
            Self::Lines => part.text = format!("{}\n", part.text).repeat(n),
            Self::Children => part.children = vec![Part::leaf("cbc:Note", "1"); n],
            Self::Attributes => {
                part.attributes
                    .iter_mut()
                    .for_each(|(_, value)| value.push_str(&" ".repeat(n * 8)));
            }
        }
        self.repeat(&mut grown, place, n);
        grown.with_lines(n, seed);
        grown
    }

    fn repeat(self, grown: &mut Part, place: &[usize], n: usize) {
        let Some((own, above)) = place.split_last() else { return };
        match self {
            Self::Repeated => grown.repeat(place, n),
            Self::WithSiblings => {
                let parent = grown.at_mut(above);
                let all = std::mem::take(&mut parent.children);
                for (number, child) in all.into_iter().enumerate() {
                    let many = number == *own || child.children.is_empty();
                    parent.children.extend(vec![child; if many { n } else { 1 }]);
                }
            }
            Self::Sections if place.len() > 1 => {
                let parent = grown.at_mut(above);
                let all = std::mem::take(&mut parent.children);
                for (number, child) in all.into_iter().enumerate() {
                    let many = number != *own;
                    parent.children.extend(vec![child; if many { n } else { 1 }]);
                }
            }
            _ => {}
        }
    }
}
