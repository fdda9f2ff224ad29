//! Where an element may stand in another one, by the tables of the schema.

use crate::peppol::other::tree::{Name, Tree};
use crate::peppol::schema::table::{
    CHILD_ELEM, CHILD_OCC, CHILD_TYPE, ELEM_TYPE, MANY, NAMESPACES, NONE, SEQ, TYPE_CONTENT,
    TYPE_START,
};
use crate::peppol::schema::{self, cell};

/// The type of an element that has no place.
const NO_TYPE: u16 = NONE;

/// The place of an element among those that its parent may hold.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// Places follow each other as the elements do.
    pub at: u16,
    /// Whether there may be more than one.
    pub many: bool,
    kind: u16,
}

/// The type of an element of a document, found from its root on.
pub fn kind_of(tree: &Tree, at: usize) -> u16 {
    let mut above = Vec::new();
    let mut here = tree.nodes.get(at);
    while let Some(node) = here {
        above.push(&*node.name);
        here = node.parent.and_then(|at| tree.nodes.get(at));
    }
    let root = above.pop().map_or(NO_TYPE, |root| cell(&ELEM_TYPE, id_of(root), NO_TYPE));
    let inside = |kind, name: &&Name| place_in(kind, name).map_or(NO_TYPE, |place| place.kind);
    above.iter().rev().fold(root, inside)
}

/// The place of a name inside a type, if it has one there.
pub fn place_in(kind: u16, name: &Name) -> Option<Place> {
    let id = id_of(name);
    if kind == NO_TYPE || id == NONE || cell(&TYPE_CONTENT, kind, 0) != SEQ {
        return None;
    }
    let first = cell(&TYPE_START, kind, 0);
    let sequence = CHILD_ELEM.get(usize::from(first)..)?.iter();
    let steps = sequence.take_while(|child| **child != NONE).position(|child| *child == id)?;
    let at = first + u16::try_from(steps).ok()?;
    let many = cell(&CHILD_OCC, at, 0) & MANY != 0;
    Some(Place { at, many, kind: cell(&CHILD_TYPE, at, NO_TYPE) })
}

fn id_of(name: &Name) -> u16 {
    let namespace = NAMESPACES.iter().position(|known| *known == name.namespace);
    let namespace = namespace.and_then(|at| u16::try_from(at).ok()).unwrap_or(NONE);
    schema::element(namespace, name.local.as_bytes())
}
