//! Puts content into a document that was built here.

use crate::domain::finding::{Fault, shown};
use crate::domain::invoice::Other;
use crate::peppol::other::content::Piece;
use crate::peppol::other::place::{kind_of, place_in};
use crate::peppol::other::tree::{Attribute, Content, Node, Tree};
use crate::peppol::other::{OTHER_PLACE, OTHER_SUM, OTHERS_LIMIT, print};
use crate::peppol::read::pass::MOST_DEPTH;
use crate::peppol::schema::check::Check;
use crate::peppol::schema::words::{ELEMENT_UNEXPECTED, TEXT_MISPLACED};
use crate::peppol::validate::unreadable;
use crate::peppol::xml::place::wide;
use crate::peppol::xml::read::read;
use crate::peppol::xml::white::is_blank;
use crate::peppol::{CAC, CBC, EXT, XML_ENCODING, XML_LIMIT};

/// So many things are put in at most.
pub const MOST_OTHERS: usize = 1000;
/// So many bytes they may have together.
pub const MOST_BYTES: usize = 1 << 20;

/// Puts everything in, or tells the first that cannot be.
pub fn put_back(xml: Vec<u8>, others: &[Other]) -> Result<Vec<u8>, (usize, Fault)> {
    if others.is_empty() {
        return Ok(xml);
    }
    limit(others)?;
    let mut tree = read_built(&xml).map_err(|fault| (0, fault))?;
    for (index, other) in others.iter().enumerate() {
        put(&mut tree, other, index).map_err(|fault| (index, fault))?;
    }
    let (bytes, written) = print::document(&tree);
    check(&bytes, &tree, &written)?;
    Ok(bytes)
}

fn limit(others: &[Other]) -> Result<(), (usize, Fault)> {
    let over = |limit: String| Fault::new(&OTHERS_LIMIT).with("limit", limit);
    if others.len() > MOST_OTHERS {
        return Err((MOST_OTHERS, over(MOST_OTHERS.to_string())));
    }
    let mut left = MOST_BYTES;
    for (index, other) in others.iter().enumerate() {
        let size = other.inside.len().saturating_add(other.content.len());
        left = left.checked_sub(size).ok_or_else(|| (index, over("1 MiB".to_owned())))?;
    }
    Ok(())
}

fn read_built(xml: &[u8]) -> Result<Tree, Fault> {
    let text = std::str::from_utf8(xml).map_err(|_| Fault::new(&XML_ENCODING))?;
    Tree::read(text).map_err(|finding| finding.fault)
}

fn put(tree: &mut Tree, other: &Other, index: usize) -> Result<(), Fault> {
    let (inside, depth) = find(tree, &other.inside)?;
    match Piece::read(&other.content)? {
        Piece::Element(piece) => put_element(tree, (inside, depth), piece, index),
        Piece::Attribute(attribute) => {
            set(tree, inside, attribute, index);
            Ok(())
        }
        // What is added up is a business term: replaced, it would not be what is known here.
        Piece::Text(_) if is_sum(tree, inside) => {
            Err(Fault::new(&OTHER_SUM).with("inside", shown(&other.inside)))
        }
        Piece::Text(text) => replace(tree, inside, text, index),
    }
}

fn is_sum(tree: &Tree, at: usize) -> bool {
    let name = tree.nodes.get(at).map(|node| node.name.local.as_str()).unwrap_or_default();
    ["Amount", "Quantity", "Percent"].iter().any(|end| name.ends_with(end))
}

/// The element at a place of the document as it was built, and how deep it stands.
fn find(tree: &Tree, place: &str) -> Result<(usize, usize), Fault> {
    let unknown = || Fault::new(&OTHER_PLACE).with("value", place);
    let mut steps = place.strip_prefix('/').ok_or_else(unknown)?.split('/');
    let root = steps.next().and_then(step).zip(tree.nodes.first());
    let (mut here, mut depth) = (0, 1);
    root.filter(|((namespace, local, ordinal), root)| {
        namespace.is_empty() && root.name.local == *local && *ordinal == 1
    })
    .ok_or_else(unknown)?;
    for text in steps {
        let (namespace, local, ordinal) = step(text).ok_or_else(unknown)?;
        let is_it = |at: &usize| {
            tree.nodes.get(*at).is_some_and(|node| {
                node.ordinal == ordinal
                    && node.name.local == local
                    && node.name.namespace == namespace
            })
        };
        let node = tree.nodes.get(here).ok_or_else(unknown)?;
        here = node.children().find(is_it).ok_or_else(unknown)?;
        depth += 1;
    }
    Ok((here, depth))
}

/// A step such as `cac:Delivery[1]`: namespace, name and number; without a number it is the first.
fn step(text: &str) -> Option<(&'static str, &str, usize)> {
    let (name, ordinal) = match text.strip_suffix(']') {
        Some(text) => {
            let (name, ordinal) = text.split_once('[')?;
            (name, ordinal.parse().ok().filter(|ordinal| *ordinal > 0)?)
        }
        None => (text, 1),
    };
    let Some((prefix, local)) = name.split_once(':') else { return Some(("", name, ordinal)) };
    let namespace = match prefix {
        "cac" => CAC,
        "cbc" => CBC,
        "ext" => EXT,
        _ => return None,
    };
    Some((namespace, local, ordinal))
}

/// Puts an element where the schema has it: after the last one that stands before it there.
fn put_element(
    tree: &mut Tree,
    (inside, depth): (usize, usize),
    piece: Tree,
    index: usize,
) -> Result<(), Fault> {
    // The root of the piece is not put in.
    if depth + piece.depth > MOST_DEPTH + 1 {
        return Err(Fault::new(&XML_LIMIT).with("limit", format!("depth {MOST_DEPTH}")));
    }
    let Some(top) = piece.nodes.get(1) else { return Ok(()) };
    let misplaced = || Fault::new(&ELEMENT_UNEXPECTED).with("element", &top.name.local);
    let kind = kind_of(tree, inside);
    let place = place_in(kind, &top.name).ok_or_else(misplaced)?;
    let parent = tree.nodes.get(inside).ok_or_else(misplaced)?;
    let mut after = 0;
    for (at, content) in parent.content.iter().enumerate() {
        let Content::Element(child) = content else { continue };
        let child = tree.nodes.get(*child).and_then(|child| place_in(kind, &child.name));
        let Some(child) = child.filter(|child| child.at <= place.at) else { continue };
        if child.at == place.at && !place.many {
            return Err(misplaced());
        }
        after = at + 1;
    }
    let at = graft(tree, inside, piece, index);
    if let Some(parent) = tree.nodes.get_mut(inside) {
        parent.content.insert(after, Content::Element(at));
    }
    Ok(())
}

/// Takes the nodes of a piece, its root left out, into the tree; tells where its element is.
fn graft(tree: &mut Tree, parent: usize, piece: Tree, index: usize) -> usize {
    let start = tree.nodes.len();
    // The first node taken was the second one of the piece.
    let moved = |at: usize| (start + at).saturating_sub(1);
    tree.nodes.extend(piece.nodes.into_iter().skip(1).map(|node| Node {
        parent: node.parent.filter(|at| *at > 0).map(moved).or(Some(parent)),
        content: node.content.into_iter().map(|content| renumbered(content, moved)).collect(),
        ordinal: 0,
        origin: Some(index),
        ..node
    }));
    start
}

fn renumbered(content: Content, moved: impl Fn(usize) -> usize) -> Content {
    match content {
        Content::Element(at) => Content::Element(moved(at)),
        text @ Content::Text(_) => text,
    }
}

fn set(tree: &mut Tree, at: usize, attribute: Attribute, index: usize) {
    let Some(node) = tree.nodes.get_mut(at) else { return };
    node.origin = Some(index);
    match node.attributes.iter_mut().find(|known| known.name == attribute.name) {
        Some(known) => known.value = attribute.value,
        None => node.attributes.push(attribute),
    }
}

fn replace(tree: &mut Tree, at: usize, text: String, index: usize) -> Result<(), Fault> {
    let Some(node) = tree.nodes.get_mut(at) else { return Ok(()) };
    if node.children().next().is_some() {
        return Err(Fault::new(&TEXT_MISPLACED));
    }
    node.origin = Some(index);
    let said = !is_blank(&text);
    node.content = said.then_some(Content::Text(text)).into_iter().collect();
    Ok(())
}

/// What the schema does not allow is told of what was put in there; the rest is judged elsewhere.
fn check(bytes: &[u8], tree: &Tree, written: &[usize]) -> Result<(), (usize, Fault)> {
    let mut check = Check::default();
    read(bytes, &mut check).map_err(|refusal| (0, unreadable(refusal).fault))?;
    let origin = |node: u32| tree.nodes.get(*written.get(wide(node))?)?.origin;
    for fault in check.faults.iter().flat_map(|faults| &faults.kept) {
        if let Some(index) = origin(fault.node) {
            let value = fault.value.as_deref().unwrap_or_default();
            return Err((index, fault.said().with("value", shown(value))));
        }
    }
    Ok(())
}
