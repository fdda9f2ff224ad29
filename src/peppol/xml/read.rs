//! The reader: every byte is looked at once, and what is not well-formed stops it.

mod scan;
mod tag;

use crate::peppol::xml::decode::{decode, malformed};
use crate::peppol::xml::name;
use crate::peppol::xml::place::{narrow, wide};
use crate::peppol::xml::read::scan::{BRACKET, ORDINARY, REFERENCE, RETURN, run};
use crate::peppol::xml::refusal::Refusal;
use crate::peppol::xml::tree::{COOKED, FULL, Tree};
use crate::peppol::xml::value;
use crate::peppol::xml::watch::Watch;
use crate::peppol::xml::white::{WHITE, bare_start, is_blank, is_white};

/// Reads a document to its end, or says why that cannot be done.
pub fn read<'a, W: Watch>(bytes: &'a [u8], watch: &mut W) -> Result<Tree<'a>, Refusal> {
    let text = decode(bytes)?;
    let mut reader = Reader {
        bytes: text.as_bytes(),
        at: 0,
        tree: Tree::new(text),
        open: Vec::with_capacity(16),
        raw: Vec::with_capacity(8),
        watch,
        guesses: vec![Guess::default(); usize::from(GUESSES)],
        before: 0,
        epoch: 1,
    };
    reader.declaration()?;
    while reader.at < reader.bytes.len() {
        reader.text()?;
        reader.markup()?;
    }
    if !reader.open.is_empty() || reader.tree.nodes.is_empty() {
        return Err(reader.broken("the document ends too early"));
    }
    Ok(reader.tree)
}

struct Open<'a> {
    node: u32,
    /// The last child so far.
    last: u32,
    /// Its name as written.
    name: &'a [u8],
    /// How many bindings were in force outside it.
    scope: usize,
}

/// An attribute before its name is understood.
struct Raw<'a> {
    name: &'a [u8],
    start: usize,
    end: usize,
    /// It says what is written.
    plain: bool,
}

struct Reader<'a, 'w, W> {
    bytes: &'a [u8],
    at: usize,
    tree: Tree<'a>,
    open: Vec<Open<'a>>,
    raw: Vec<Raw<'a>>,
    watch: &'w mut W,
    /// Which tag followed the tag of a name the last time: lines repeat each other.
    guesses: Vec<Guess>,
    /// The name of the last start tag.
    before: u16,
    /// Grows when bindings come or go, so that guesses from before are not taken.
    epoch: u32,
}

/// A tag that may come, where it stood the last time, and what it means.
#[derive(Clone, Copy, Default)]
struct Guess {
    start: u32,
    length: u16,
    name: u16,
    epoch: u32,
}

/// So many names have guesses of their own.
const GUESSES: u16 = 512;

impl<'a, W: Watch> Reader<'a, '_, W> {
    #[cold]
    fn broken(&self, reason: &str) -> Refusal {
        malformed(self.tree.text, self.at, reason)
    }

    #[inline]
    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// The byte here; nought at the end, since no document holds one.
    #[inline]
    fn peek(&self) -> u8 {
        self.bytes.get(self.at).copied().unwrap_or(0)
    }

    #[inline]
    fn white(&mut self) -> bool {
        let start = self.at;
        while is_white(self.peek()) {
            self.at += 1;
        }
        self.at > start
    }

    /// `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`; the encoding is known already.
    fn declaration(&mut self) -> Result<(), Refusal> {
        let Some(rest) = self.tree.text.strip_prefix("<?xml") else { return Ok(()) };
        if !rest.starts_with(WHITE) {
            return Ok(());
        }
        let wrong = self.broken("the XML declaration is wrong");
        let Some((inside, _)) = rest.split_once("?>") else { return Err(wrong) };
        let mut left = inside;
        let expected = ["version", "encoding", "standalone"];
        let mut turn = 0;
        while !is_blank(left) {
            let bare = bare_start(left);
            let known = expected.iter().skip(turn).position(|name| bare.starts_with(name));
            let (Some(skipped), true) = (known, bare.len() < left.len()) else { return Err(wrong) };
            let part = expected.get(turn + skipped).copied().unwrap_or_default();
            let said = bare_start(bare.get(part.len()..).unwrap_or_default());
            let said = said.strip_prefix('=').map(bare_start).unwrap_or_default();
            let quote = said.chars().next().filter(|c| matches!(c, '"' | '\''));
            let inside = quote.and_then(|quote| said.get(1..)?.split_once(quote));
            let Some((word, after)) = inside else { return Err(wrong) };
            let fits = match part {
                "version" => word == "1.0",
                "encoding" => word.starts_with(|c: char| c.is_ascii_alphabetic()),
                _ => matches!(word, "yes" | "no"),
            };
            if !fits || (turn == 0 && part != "version") {
                return Err(wrong);
            }
            turn += skipped + 1;
            left = after;
        }
        if turn == 0 {
            return Err(wrong);
        }
        self.at = "<?xml".len() + inside.len() + "?>".len();
        Ok(())
    }

    /// Character data up to the next markup.
    #[inline]
    fn text(&mut self) -> Result<(), Refusal> {
        let rest = self.rest();
        let (length, seen) = run(rest);
        if length == 0 {
            return Ok(());
        }
        if seen & (REFERENCE | BRACKET) != 0 {
            self.check_data(length)?;
        }
        let blank = match seen & REFERENCE {
            0 => seen & (ORDINARY | BRACKET) == 0,
            _ => self.says_blank(length),
        };
        let Some(open) = self.open.last() else {
            if blank && seen & REFERENCE == 0 {
                self.at += length;
                return Ok(());
            }
            return Err(self.broken("there is text outside the root element"));
        };
        let node = open.node;
        let mut flags = if seen & (REFERENCE | RETURN) == 0 { 0 } else { COOKED };
        if !blank {
            flags |= FULL;
        }
        self.at += length;
        self.said(node, flags, blank);
        Ok(())
    }

    #[inline]
    fn said(&mut self, node: u32, flags: u8, blank: bool) {
        if let Some(node) = self.tree.nodes.get_mut(wide(node)) {
            node.flags |= flags;
        }
        self.watch.text(&self.tree, node, blank);
    }

    /// Whether references say nothing but blanks.
    fn says_blank(&self, length: usize) -> bool {
        let raw = self.tree.text.get(self.at..self.at + length).unwrap_or_default();
        value::says_blank(raw)
    }

    /// `]]>` may not stand in text, and references must be known.
    fn check_data(&self, length: usize) -> Result<(), Refusal> {
        let data = self.tree.text.get(self.at..self.at + length).unwrap_or_default();
        if data.contains("]]>") {
            return Err(self.broken("there is a stray ]]>"));
        }
        self.check_references(data)
    }

    fn check_references(&self, data: &str) -> Result<(), Refusal> {
        let mut rest = data;
        while let Some((_, after)) = rest.split_once('&') {
            let name = after.split_once(';').map(|(name, _)| name);
            match name.map(value::reference) {
                Some(Some(_)) => rest = after,
                _ => {
                    let name: String = name.unwrap_or(after).chars().take(20).collect();
                    return Err(self.broken(&format!("&{name}; is not known")));
                }
            }
        }
        Ok(())
    }

    #[inline]
    fn markup(&mut self) -> Result<(), Refusal> {
        if self.at >= self.bytes.len() {
            return Ok(());
        }
        self.at += 1;
        match self.peek() {
            b'/' => self.end_tag(),
            b'!' => self.declared(),
            b'?' => self.instruction(),
            _ => self.start_tag(),
        }
    }

    /// A comment, a CDATA section, or a document type, which is refused.
    fn declared(&mut self) -> Result<(), Refusal> {
        let rest = self.tree.text.get(self.at..).unwrap_or_default();
        if let Some(comment) = rest.strip_prefix("!--") {
            let end = comment
                .find("--")
                .filter(|end| comment.get(*end..).is_some_and(|close| close.starts_with("-->")));
            let Some(end) = end else { return Err(self.broken("a comment is wrong")) };
            self.cook(0);
            self.at += "!--".len() + end + "-->".len();
            return Ok(());
        }
        if let Some(data) = rest.strip_prefix("![CDATA[") {
            let Some(end) = data.find("]]>") else {
                return Err(self.broken("a CDATA section has no end"));
            };
            let data = data.get(..end).unwrap_or_default();
            let blank = is_blank(data);
            let Some(open) = self.open.last() else {
                return Err(self.broken("there is text outside the root element"));
            };
            self.said(open.node, if blank { COOKED } else { COOKED | FULL }, blank);
            self.at += "![CDATA[".len() + end + "]]>".len();
            return Ok(());
        }
        Err(match rest.starts_with("!DOCTYPE") {
            true => Refusal::Dtd,
            false => self.broken("there is an unknown declaration"),
        })
    }

    /// The text of the open element cannot be taken as it stands.
    fn cook(&mut self, also: u8) {
        let open = self.open.last().map(|open| wide(open.node));
        if let Some(node) = open.and_then(|open| self.tree.nodes.get_mut(open)) {
            node.flags |= COOKED | also;
        }
    }

    fn instruction(&mut self) -> Result<(), Refusal> {
        let rest = self.rest().get(1..).unwrap_or_default();
        let target = rest.get(..name::length(rest)).unwrap_or_default();
        let after = rest.get(target.len()).copied().unwrap_or(0);
        let fits = name::is_name(target)
            && !target.contains(&b':')
            && !target.eq_ignore_ascii_case(b"xml")
            && (is_white(after) || rest.get(target.len()..).unwrap_or_default().starts_with(b"?>"));
        let text = self.tree.text.get(self.at..).unwrap_or_default();
        let (true, Some(end)) = (fits, text.find("?>")) else {
            return Err(self.broken("a processing instruction is wrong"));
        };
        self.cook(0);
        self.at += end + "?>".len();
        Ok(())
    }

    fn end_tag(&mut self) -> Result<(), Refusal> {
        let end = narrow(self.at - 1);
        self.at += 1;
        let Some(open) = self.open.last() else {
            return Err(self.broken("there is an end tag without a start tag"));
        };
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let Some(after) = rest.strip_prefix(open.name) else {
            return Err(self.mismatch(open.name));
        };
        self.at += open.name.len();
        if after.first() != Some(&b'>') {
            let name = open.name;
            self.white();
            if self.peek() != b'>' || name::length(after) > 0 {
                return Err(self.mismatch(name));
            }
        }
        self.at += 1;
        self.leave(end);
        Ok(())
    }

    #[cold]
    fn mismatch(&self, name: &[u8]) -> Refusal {
        let name = String::from_utf8_lossy(name);
        self.broken(&format!("the end tag of {name} is missing"))
    }

    #[inline]
    fn leave(&mut self, end: u32) {
        let Some(open) = self.open.pop() else { return };
        if let Some(node) = self.tree.nodes.get_mut(wide(open.node)) {
            node.end = end;
        }
        self.watch.close(&self.tree, open.node);
        if open.scope < self.tree.scope.depth() {
            self.tree.scope.leave(open.scope);
            self.epoch = self.epoch.wrapping_add(1);
        }
    }
}
