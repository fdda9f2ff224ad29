//! Where two documents differ first: an element that is new, gone, or says something else. What
//! does not count in XML does not count here: prefixes, blanks between elements, comments.

use crate::domain::finding::shown;
use crate::peppol::rules::look::{At, Document};
use crate::peppol::rules::pack::Pack;
use crate::peppol::rules::{rulebook, term};
use crate::peppol::xml::place::narrow;
use crate::peppol::xml::read::read;
use crate::peppol::xml::tree::{NOBODY, PARENT, Tree};
use crate::peppol::xml::watch::Watch;
use crate::peppol::xml::white::bare;

/// The first difference between two documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The element, in the later document; one that is gone, in the earlier
    pub xpath: String,
    /// Its business term, or that of the group around it
    pub term: &'static str,
    /// What it said, if it was there
    pub earlier: Option<String>,
    /// What it says, if it is there
    pub now: Option<String>,
}

/// The first difference, if both can be read and there is one.
pub fn first_difference(earlier: &[u8], now: &[u8]) -> Option<Difference> {
    let (earlier, now) = (open(earlier)?, open(now)?);
    // Up to the first difference both have the same nodes, so that their numbers are the same.
    let all = narrow(earlier.tree.nodes.len().max(now.tree.nodes.len()));
    let at = (0..all).find(|at| !same(&earlier.tree, &now.tree, *at))?;
    let (old, new) = (told(&earlier, at), told(&now, at));
    match which(&earlier.tree, &now.tree, at) {
        Which::Changed => Some(Difference { earlier: old.value, now: new.value, ..new.place }),
        Which::Gone => Some(Difference { earlier: old.value, now: None, ..old.place }),
        Which::Added => Some(Difference { earlier: None, now: new.value, ..new.place }),
    }
}

/// Nobody needs to follow the reading here.
struct Nobody;

impl Watch for Nobody {
    fn open(&mut self, _: &Tree<'_>, _: u32) {}
    fn text(&mut self, _: &Tree<'_>, _: u32, _: bool) {}
    fn close(&mut self, _: &Tree<'_>, _: u32) {}
}

fn open(xml: &[u8]) -> Option<Document<'_>> {
    let tree = read(xml, &mut Nobody).ok()?;
    Some(Document {
        tree,
        facts: rulebook::facts(),
        pack: Pack::V3_0_21,
        codes: Default::default(),
    })
}

fn is_there(tree: &Tree<'_>, at: u32) -> bool {
    at < narrow(tree.nodes.len())
}

fn is_leaf(tree: &Tree<'_>, at: u32) -> bool {
    tree.node(at).flags & PARENT == 0
}

fn is_same_element(one: &Tree<'_>, other: &Tree<'_>, at: u32) -> bool {
    let (a, b) = (one.node(at), other.node(at));
    is_there(one, at)
        && is_there(other, at)
        && a.parent == b.parent
        && one.local_name(a.name) == other.local_name(b.name)
        && one.namespace(a.name) == other.namespace(b.name)
}

fn same(one: &Tree<'_>, other: &Tree<'_>, at: u32) -> bool {
    is_same_element(one, other, at)
        && attributes(one, at) == attributes(other, at)
        && is_leaf(one, at) == is_leaf(other, at)
        && (!is_leaf(one, at) || bare(&one.value(at)) == bare(&other.value(at)))
}

/// In whatever order they are written.
fn attributes(tree: &Tree<'_>, at: u32) -> Vec<(String, String)> {
    let named = |attribute: &_| {
        let crate::peppol::xml::tree::Attribute { name, .. } = *attribute;
        (tree.attribute_name(name), tree.attribute_value(attribute).into_owned())
    };
    let mut all: Vec<(String, String)> = tree.attributes(at).iter().map(named).collect();
    all.sort();
    all
}

/// What happened to the elements at one place.
enum Which {
    Changed,
    Gone,
    Added,
}

fn which(earlier: &Tree<'_>, now: &Tree<'_>, at: u32) -> Which {
    if is_same_element(earlier, now, at) {
        return Which::Changed;
    }
    let (old, new) = (earlier.node(at), now.node(at));
    match (is_there(earlier, at), is_there(now, at)) {
        (true, false) => Which::Gone,
        (false, true) => Which::Added,
        // Whose parent is the deeper one stands where the other document has no more elements.
        _ if old.parent != new.parent && old.parent > new.parent => Which::Gone,
        _ if old.parent != new.parent => Which::Added,
        // What comes later in the earlier document is still there: something before it is gone.
        _ if comes_later(earlier, at, now.local_name(new.name)) => Which::Gone,
        _ => Which::Added,
    }
}

fn comes_later(tree: &Tree<'_>, at: u32, name: &str) -> bool {
    let mut next = tree.node(at).next;
    while next != NOBODY {
        if tree.local_name(tree.node(next).name) == name {
            return true;
        }
        next = tree.node(next).next;
    }
    false
}

/// A node, said.
struct Told {
    place: Difference,
    value: Option<String>,
}

fn told(document: &Document<'_>, at: u32) -> Told {
    let tree = &document.tree;
    let there = is_there(tree, at);
    let term = if there { term::of(At::root(document).to(at)) } else { "" };
    let place = Difference { xpath: xpath(tree, at), term, earlier: None, now: None };
    Told { place, value: there.then(|| value(tree, at)) }
}

/// Its text, and what its attributes say of it.
fn value(tree: &Tree<'_>, at: u32) -> String {
    let text = tree.value(at);
    let mut words: Vec<String> = text.split_whitespace().take(40).map(str::to_owned).collect();
    words.extend(attributes(tree, at).into_iter().map(|(name, value)| format!("{name}={value}")));
    shown(&words.join(" "))
}

fn xpath(tree: &Tree<'_>, at: u32) -> String {
    let mut steps = Vec::new();
    let mut here = at;
    while here != NOBODY && is_there(tree, here) {
        let node = tree.node(here);
        let mut number = 0;
        let mut sibling = if node.parent == NOBODY { here } else { tree.first_child(node.parent) };
        while sibling != NOBODY && sibling <= here {
            number += u32::from(tree.node(sibling).name == node.name);
            sibling = tree.node(sibling).next;
        }
        steps.push(tree.step(here, number));
        here = node.parent;
    }
    steps.reverse();
    steps.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(inside: &str) -> String {
        let root = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2";
        let (cac, cbc) = (crate::peppol::CAC, crate::peppol::CBC);
        format!(
            "<Invoice xmlns=\"{root}\" xmlns:cac=\"{cac}\" xmlns:b=\"{cbc}\">{inside}</Invoice>"
        )
    }

    fn told(earlier: &str, now: &str) -> Option<[String; 4]> {
        let found = first_difference(document(earlier).as_bytes(), document(now).as_bytes())?;
        let text = |value: Option<String>| value.unwrap_or("–".into());
        Some([found.xpath, found.term.into(), text(found.earlier), text(found.now)])
    }

    const HEAD: &str = "<b:ID>1</b:ID><b:IssueDate>2026-11-23</b:IssueDate>";

    #[test]
    fn a_changed_a_new_and_a_missing_element_are_told_apart() {
        let due = format!("{HEAD}<b:DueDate>2026-12-07</b:DueDate><b:Note>N</b:Note>");
        let later = due.replace("12-07", "12-08");
        let without = format!("{HEAD}<b:Note>N</b:Note>");
        let place = "/Invoice[1]/cbc:DueDate[1]";
        let said = |earlier: &str, now: &str| Some([place, "BT-9", earlier, now].map(Into::into));
        assert_eq!(told(&due, &later), said("2026-12-07", "2026-12-08"));
        assert_eq!(told(&without, &due), said("–", "2026-12-07"));
        assert_eq!(told(&due, &without), said("2026-12-07", "–"));
        // At the end of the document and of an element.
        let end = format!("{HEAD}<b:DueDate>2026-12-07</b:DueDate>");
        assert_eq!(told(HEAD, &end), said("–", "2026-12-07"));
        assert_eq!(told(&end, HEAD), said("2026-12-07", "–"));
    }

    #[test]
    fn the_second_line_is_named_and_so_is_what_stands_in_an_attribute() {
        let line = |id: &str, unit: &str| {
            format!(
                "<cac:InvoiceLine><b:ID>{id}</b:ID>\
                 <b:InvoicedQuantity unitCode=\"{unit}\">1</b:InvoicedQuantity></cac:InvoiceLine>"
            )
        };
        let two = |second: String| format!("{HEAD}{}{second}", line("1", "C62"));
        let place = "/Invoice[1]/cac:InvoiceLine[2]/cbc:InvoicedQuantity[1]";
        let said = [place, "BT-129", "1 unitCode=C62", "1 unitCode=HUR"].map(Into::into);
        assert_eq!(told(&two(line("2", "C62")), &two(line("2", "HUR"))), Some(said));
        let gone = told(&two(line("2", "C62")), &two(String::new())).unwrap();
        assert_eq!(gone[0], "/Invoice[1]/cac:InvoiceLine[2]");
        assert_eq!(gone[3], "–");
        // A line that has lost its last element, with another line behind it.
        let short = line("1", "C62")
            .replace("<b:InvoicedQuantity unitCode=\"C62\">1</b:InvoicedQuantity>", "");
        let lost = told(&two(line("2", "C62")), &format!("{HEAD}{short}{}", line("2", "C62")));
        let place = "/Invoice[1]/cac:InvoiceLine[1]/cbc:InvoicedQuantity[1]";
        assert_eq!(lost, Some([place, "BT-129", "1 unitCode=C62", "–"].map(Into::into)));
    }

    #[test]
    fn what_means_nothing_in_xml_is_no_difference() {
        let other = HEAD.replace("><", "> <!-- and -->\n <").replace("b:ID>1", "b:ID> 1 ");
        assert_eq!(told(HEAD, &other), None);
        assert_eq!(first_difference(b"<", b"<"), None);
    }
}
