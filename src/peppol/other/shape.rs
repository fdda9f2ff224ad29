//! What an element comes to: two elements with the same number say the same.
//!
//! Every element gets a number out of its name, its text, its attributes and the numbers of what is
//! inside it, so that whole branches are compared at once, and many of them in a moment.

use crate::peppol::CBC;
use crate::peppol::other::tree::{Content, Name, Node, Tree};
use crate::peppol::xml::white::{bare, words};
use std::collections::HashMap;
use std::rc::Rc;

/// Sums that say nothing when they are zero.
const SUMS: [&str; 4] =
    ["AllowanceTotalAmount", "ChargeTotalAmount", "PrepaidAmount", "PayableRoundingAmount"];

/// The numbers of names and of what elements come to, for all the documents that are compared.
#[derive(Default)]
pub struct Shapes {
    names: HashMap<(String, String), u32>,
    /// The numbers of names as they are kept in a tree, by where they lie.
    known: HashMap<Rc<Name>, u32>,
    shapes: HashMap<Shape, u32>,
}

/// What an element comes to.
#[derive(PartialEq, Eq, Hash)]
struct Shape {
    name: u32,
    attributes: Vec<(u32, String)>,
    text: String,
    children: Vec<u32>,
}

/// A document with the numbers of its elements.
pub struct Numbered<'t> {
    pub tree: &'t Tree,
    names: Vec<u32>,
    shapes: Vec<u32>,
}

impl Numbered<'_> {
    /// The number of an element's name.
    pub fn name(&self, at: usize) -> u32 {
        self.names.get(at).copied().unwrap_or_default()
    }

    /// The number of what an element comes to.
    pub fn shape(&self, at: usize) -> u32 {
        self.shapes.get(at).copied().unwrap_or_default()
    }
}

impl Shapes {
    /// Numbers a document.
    pub fn number<'t>(&mut self, tree: &'t Tree) -> Numbered<'t> {
        let names = tree.nodes.iter().map(|node| self.name(&node.name)).collect();
        let shapes = vec![0; tree.nodes.len()];
        let mut numbered = Numbered { tree, names, shapes };
        // What is inside an element stands after it, so it is numbered before it from the end.
        for (at, node) in tree.nodes.iter().enumerate().rev() {
            let shape = self.shape(&numbered, at, node);
            let next = number(self.shapes.len());
            let known = *self.shapes.entry(shape).or_insert(next);
            if let Some(slot) = numbered.shapes.get_mut(at) {
                *slot = known;
            }
        }
        numbered
    }

    fn name(&mut self, name: &Rc<Name>) -> u32 {
        if let Some(known) = self.known.get(name) {
            return *known;
        }
        let next = number(self.names.len());
        let full = (name.namespace.clone(), name.local.clone());
        let known = *self.names.entry(full).or_insert(next);
        self.known.insert(name.clone(), known);
        known
    }

    fn shape(&mut self, numbered: &Numbered<'_>, at: usize, node: &Node) -> Shape {
        let mut attributes: Vec<(u32, String)> = node
            .attributes
            .iter()
            .map(|attribute| (self.name(&attribute.name), collapsed(&attribute.value)))
            .collect();
        attributes.sort_unstable();
        let inside = children(numbered.tree, node);
        let mut children: Vec<usize> = inside.collect();
        let mixed = !children.is_empty() && children.len() < node.content.len();
        let text = match mixed {
            true => mixture(node),
            false => said(&node.name, &node.text()),
        };
        // The schema's order says nothing; that of what has one name does.
        if node.name.is_common() || node.parent.is_none() {
            children.sort_by_key(|child| numbered.name(*child));
        }
        let children = children.into_iter().map(|child| numbered.shape(child)).collect();
        Shape { name: numbered.name(at), attributes, text, children }
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Text between elements, with a mark for each of these.
fn mixture(node: &Node) -> String {
    let mark = |content: &Content| match content {
        Content::Element(_) => "\u{0}".to_owned(),
        Content::Text(text) => collapsed(text),
    };
    node.content.iter().map(mark).collect()
}

/// The elements inside that say something.
pub fn children<'t>(tree: &'t Tree, node: &'t Node) -> impl Iterator<Item = usize> + 't {
    let says = |at: &usize| {
        tree.nodes.get(*at).is_some_and(|child| {
            let Name { namespace, local, .. } = &*child.name;
            let sum = namespace == CBC && SUMS.contains(&local.as_str());
            !(sum && said(&child.name, &child.text()) == "0")
        })
    };
    node.children().filter(says)
}

/// What a text says where it stands, whatever the way it is written.
pub fn said(name: &Name, text: &str) -> String {
    let number = ["Amount", "Quantity", "Percent", "Numeric"];
    let local = name.local.as_str();
    match (name.namespace == CBC, local) {
        (true, "ChargeIndicator") => match bare(text) {
            "1" => "true".to_owned(),
            "0" => "false".to_owned(),
            other => other.to_owned(),
        },
        (true, "EmbeddedDocumentBinaryObject") => words(text).collect(),
        (true, _) if number.iter().any(|end| local.ends_with(end)) => {
            decimal(bare(text)).unwrap_or_else(|| collapsed(text))
        }
        _ => collapsed(text),
    }
}

/// The text with each run of white space as one blank.
pub fn collapsed(text: &str) -> String {
    let mut words = words(text);
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |text, word| text + " " + word)
}

/// A decimal in its shortest form, however many digits it has.
fn decimal(text: &str) -> Option<String> {
    let (sign, unsigned) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() + fraction.len() == 0 || !digits(whole) || !digits(fraction) {
        return None;
    }
    let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
    Some(match (whole, fraction) {
        ("", "") => "0".to_owned(),
        ("", _) => format!("{sign}0.{fraction}"),
        (_, "") => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{fraction}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_equal_by_their_value() {
        let equal = [("1.50", "+1.5"), ("-0.00", "0"), ("007.", "7"), (".5", "0.50")];
        for (one, other) in equal {
            assert_eq!(decimal(one), decimal(other), "{one}");
        }
        assert_ne!(decimal("-1"), decimal("1"));
        for bad in ["", ".", "-", "1,5", "1e3", "1 000", "NaN"] {
            assert_eq!(decimal(bad), None, "{bad}");
        }
    }
}
