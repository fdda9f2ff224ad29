//! Text that is in pieces: comments, sections and elements divide it.

use crate::peppol::rules::look::{At, normal};
use crate::peppol::rules::outcome::{Abort, Why};
use crate::peppol::xml::place::narrow;
use crate::peppol::xml::tree::{COOKED, NOBODY, PARENT};
use crate::peppol::xml::value;
use std::borrow::Cow;

impl<'a> At<'_, 'a> {
    /// The text of an element that has more than text.
    #[cold]
    pub(super) fn gathered_value(self) -> Cow<'a, str> {
        self.document.tree.value(self.node)
    }

    /// What is looked at counts as steps, markup inside it as well as text.
    #[inline]
    pub(super) fn pay_for_text(self) {
        let node = self.document.tree.node(self.node);
        self.document.facts.spend_on(node.end.saturating_sub(node.start));
    }

    /// Its separate text nodes: comments and elements divide them.
    pub fn text_nodes(self) -> Vec<String> {
        let node = self.document.tree.node(self.node);
        self.pay_for_text();
        if let Some(raw) = self.plain_text() {
            return if raw.is_empty() { Vec::new() } else { vec![raw.to_owned()] };
        }
        if node.flags & PARENT == 0 {
            return value::text_nodes(self.document.tree.slice(node.start, node.end));
        }
        let mut nodes = Vec::new();
        let mut start = node.start;
        let mut child = self.document.tree.first_child(self.node);
        while child != NOBODY {
            let inside = self.document.tree.node(child);
            self.document.facts.spend();
            nodes.extend(value::text_nodes(self.before_tag(start, inside.start)));
            start = self.after_end_tag(inside.end, node.end);
            child = inside.next;
        }
        nodes.extend(value::text_nodes(self.document.tree.slice(start, node.end)));
        nodes
    }

    /// The text before the start tag whose content begins at `content`.
    fn before_tag(self, start: u32, content: u32) -> &'a str {
        let raw = self.document.tree.slice(start, content);
        raw.rfind('<').and_then(|at| raw.get(..at)).unwrap_or_default()
    }

    /// Where an element ends whose content ends at `end`.
    fn after_end_tag(self, end: u32, most: u32) -> u32 {
        let raw = self.document.tree.slice(end, most);
        match raw.starts_with("</") {
            true => end + raw.find('>').map_or(0, |at| narrow(at + 1)),
            false => end,
        }
    }

    /// Its text where that is one piece, just as it is written.
    #[inline]
    pub(super) fn plain_text(self) -> Option<&'a str> {
        let node = self.document.tree.node(self.node);
        let plain = node.flags & (PARENT | COOKED) == 0;
        plain.then(|| self.document.tree.slice(node.start, node.end))
    }

    /// Its only text node, without needless blanks; a second one aborts.
    pub fn norm_text(self) -> Result<Cow<'a, str>, Abort> {
        if let Some(text) = self.plain_text() {
            self.pay_for_text();
            return Ok(normal(Cow::Borrowed(text)));
        }
        let mut nodes = self.text_nodes();
        match nodes.len() {
            0 => Ok(Cow::Borrowed("")),
            1 => Ok(normal(Cow::Owned(nodes.remove(0)))),
            _ => Err(self.abort(Why::Pieces)),
        }
    }

    /// The same over all elements at the end of a path together.
    pub fn norm_text_of(self, path: &[u16]) -> Result<Cow<'a, str>, Abort> {
        let mut found: Option<Cow<'a, str>> = None;
        let mut second = None;
        let mut add = |at, text| match found {
            Some(_) => second = second.or(Some(at)),
            None => found = Some(text),
        };
        self.every(path, &mut |at| match at.plain_text() {
            Some("") => {}
            Some(text) => {
                at.pay_for_text();
                add(at, Cow::Borrowed(text));
            }
            None => at.text_nodes().into_iter().for_each(|text| add(at, Cow::Owned(text))),
        });
        match second {
            Some(second) => Err(At::abort(second, Why::Surplus)),
            None => Ok(normal(found.unwrap_or_default())),
        }
    }
}
