//! Those who follow a document while it is read, so that one pass is enough for all of them.

use crate::peppol::xml::tree::Tree;

/// What follows the document while it is read.
pub trait Watch {
    /// An element has begun; its attributes are known.
    fn open(&mut self, tree: &Tree<'_>, node: u32);
    /// There is character data in the open element. Called once for each run of it.
    fn text(&mut self, tree: &Tree<'_>, node: u32, blank: bool);
    /// An element has ended; its content is known.
    fn close(&mut self, tree: &Tree<'_>, node: u32);
}

impl<A: Watch, B: Watch> Watch for (A, B) {
    #[inline]
    fn open(&mut self, tree: &Tree<'_>, node: u32) {
        self.0.open(tree, node);
        self.1.open(tree, node);
    }

    #[inline]
    fn text(&mut self, tree: &Tree<'_>, node: u32, blank: bool) {
        self.0.text(tree, node, blank);
        self.1.text(tree, node, blank);
    }

    #[inline]
    fn close(&mut self, tree: &Tree<'_>, node: u32) {
        self.0.close(tree, node);
        self.1.close(tree, node);
    }
}
