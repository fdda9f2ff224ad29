//! Which file of src takes which names from which other file, and the arrows that must not be.
//!
//! A name that a room only hands on (`pub use`) is taken from the file that defines it, so that a
//! room may gather what its files offer without being imported by them in a circle.

use super::{Source, sources};
use std::collections::{BTreeMap, BTreeSet};

/// By file, the files that it takes names from, with the names.
type Arrows<'a> = BTreeMap<&'a str, BTreeMap<&'a str, BTreeSet<String>>>;

type House<'a> = BTreeMap<&'a str, File<'a>>;

struct File<'a> {
    source: &'a Source,
    imports: Vec<Import>,
    /// Everything but the imports and the list of its modules.
    body: String,
    /// The modules inside it.
    modules: Vec<String>,
    defined: BTreeSet<String>,
}

/// One name that a file takes, or hands on.
struct Import {
    /// From the root: `office::form::Address`.
    path: Vec<String>,
    /// What it is called here.
    name: String,
    handed_on: bool,
}

fn house(sources: &[Source]) -> House<'_> {
    sources.iter().map(|source| (source.name.as_str(), File::read(source))).collect()
}

fn arrows<'a>(house: &House<'a>) -> Arrows<'a> {
    let mut arrows = Arrows::new();
    for (name, file) in house {
        let own = arrows.entry(*name).or_default();
        for path in file.paths(house) {
            let target = home_of(house, &path).filter(|target| target != name);
            if let (Some(target), Some(name)) = (target, path.last()) {
                own.entry(target).or_default().insert(name.clone());
            }
        }
    }
    arrows
}

impl<'a> File<'a> {
    fn read(source: &'a Source) -> Self {
        let (imports, body, modules) = (Vec::new(), String::new(), Vec::new());
        let mut file = Self { source, imports, body, modules, defined: BTreeSet::new() };
        let mut open: Option<(String, bool)> = None;
        for (_, line) in source.code() {
            let line = line.trim();
            let (visible, tree) = line.split_once("use ").unwrap_or((line, ""));
            let starts = ["", "pub ", "pub(crate) "].contains(&visible) && !tree.is_empty();
            match &mut open {
                Some((tree, _)) => tree.push_str(line),
                None if starts => open = Some((tree.to_owned(), !visible.is_empty())),
                None => file.read_line(line),
            }
            if let Some((tree, handed_on)) = open.take_if(|(tree, _)| tree.ends_with(';')) {
                file.read_use(tree.trim_end_matches(';'), handed_on);
            }
        }
        file
    }

    fn read_line(&mut self, line: &str) {
        let module = line.strip_suffix(';').and_then(|line| line.split_once("mod "));
        if let Some((_, module)) = module {
            return self.modules.push(module.to_owned());
        }
        let kinds = ["fn", "struct", "enum", "const", "static", "type", "trait", "macro_rules"];
        let words: Vec<&str> = words(line).collect();
        let defined = words.windows(2).filter(|pair| kinds.contains(&pair[0])).map(|pair| pair[1]);
        // A sentence: NAME = "its_code" {
        let sentence = line.ends_with('{').then(|| line.split_once(" = \"")).flatten();
        let defined = defined.chain(sentence.map(|(name, _)| name)).map(str::to_owned);
        self.defined.extend(defined);
        self.body.extend([line, " "]);
    }

    fn read_use(&mut self, tree: &str, handed_on: bool) {
        for path in take_apart(tree) {
            let (path, renamed) = path.split_once(" as ").unwrap_or((&path, ""));
            let path = whole(self.source, parts(path.trim_end_matches("::self")));
            let last = path.last().cloned().unwrap_or_default();
            let name = if renamed.is_empty() { last } else { renamed.to_owned() };
            self.imports.push(Import { path, name, handed_on });
        }
    }

    /// Every path that it uses itself: what it imports, and hands on only where it uses it, too;
    /// the paths in its lines, from the root or from a module inside it.
    fn paths(&self, house: &House<'_>) -> Vec<Vec<String>> {
        let words: BTreeSet<&str> = words(&self.body).collect();
        let is_used = |import: &&Import| match import.name.as_str() {
            _ if !import.handed_on => true,
            "*" => home_of(house, &import.path).is_some_and(|home| {
                house[home].defined.iter().any(|name| words.contains(name.as_str()))
            }),
            name => words.contains(name),
        };
        let imported = self.imports.iter().filter(is_used).map(|import| import.path.clone());
        let mut found: Vec<Vec<String>> = imported.collect();
        for path in self.body.split(|c: char| !c.is_alphanumeric() && c != '_' && c != ':') {
            let path = parts(path);
            let inside = path.first().is_some_and(|first| self.modules.contains(first));
            let climbs = path.first().is_some_and(|first| first == "crate" || first == "super");
            if path.len() > 1 && (inside || climbs) {
                found.push(whole(self.source, path));
            }
        }
        found
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty())
}

/// `a::{b, c::d}` as `a::b` and `a::c::d`.
fn take_apart(tree: &str) -> Vec<String> {
    let tree = tree.trim();
    let Some((head, inner)) = tree.split_once('{') else {
        return if tree.is_empty() { Vec::new() } else { vec![tree.to_owned()] };
    };
    let inner = inner.rsplit_once('}').map_or(inner, |(inner, _)| inner);
    let mut depth = 0;
    let branches = inner.split(|c: char| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        c == ',' && depth == 0
    });
    branches.flat_map(take_apart).map(|branch| format!("{head}{branch}")).collect()
}

fn parts(path: &str) -> Vec<String> {
    path.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// A path from the root; one that begins with neither `crate` nor `self` nor `super` begins here.
fn whole(source: &Source, mut path: Vec<String>) -> Vec<String> {
    let mut here: Vec<String> =
        source.name.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    match path.first().map(String::as_str) {
        Some("crate") => return path.split_off(1),
        Some("self") => path = path.split_off(1),
        _ => {}
    }
    while path.first().is_some_and(|part| part == "super") {
        path.remove(0);
        here.pop();
    }
    here.extend(path);
    here
}

/// The file that defines what a path names.
fn home_of<'a>(house: &House<'a>, path: &[String]) -> Option<&'a str> {
    (1..=path.len()).rev().find_map(|len| {
        let (name, room) = house.get_key_value(&*format!("{}.rs", path[..len].join("/")))?;
        let handed_on = path.get(len).and_then(|item| handed_on(house, room, item));
        Some(handed_on.unwrap_or(name))
    })
}

/// The file that a room hands this name on from.
fn handed_on<'a>(house: &House<'a>, room: &File<'a>, item: &str) -> Option<&'a str> {
    let own = whole(room.source, vec![item.to_owned()]);
    let imports = room.imports.iter().filter(|import| import.handed_on && import.path != own);
    imports.into_iter().find_map(|import| match import.name.as_str() {
        "*" => home_of(house, &import.path).filter(|home| house[home].defined.contains(item)),
        name => (name == item).then(|| home_of(house, &import.path))?,
    })
}

/// Every circle, each with its files and what they take from each other.
fn circles(arrows: &Arrows<'_>) -> Vec<String> {
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        arrows.keys().map(|from| (*from, reach(arrows, from))).collect();
    let mut found = Vec::new();
    for (file, all) in &reached {
        let circle: Vec<&str> =
            all.iter().filter(|other| reached[*other].contains(file)).copied().collect();
        if circle.first() == Some(file) {
            let mut lines = vec![format!("a circle of {} files:", circle.len())];
            for from in &circle {
                let inside = arrows[from].iter().filter(|(to, _)| circle.contains(to));
                lines.extend(inside.map(|(to, names)| told(from, to, names)));
            }
            found.push(lines.join("\n"));
        }
    }
    found
}

/// Every file that can be reached from one, by one arrow or more.
fn reach<'a>(arrows: &Arrows<'a>, from: &str) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut next: Vec<&str> = arrows[from].keys().copied().collect();
    while let Some(file) = next.pop() {
        if found.insert(file) {
            next.extend(arrows[file].keys());
        }
    }
    found
}

fn told(from: &str, to: &str, names: &BTreeSet<String>) -> String {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    format!("    src/{from} takes {} from src/{to}", names.join(", "))
}

/// The file of a verb, for that file and those below it.
fn verb_of<'a>(verbs: &'a BTreeSet<String>, file: &str) -> Option<&'a str> {
    let path = file.trim_end_matches(".rs");
    let own = |verb: &&String| path == **verb || path.starts_with(&format!("{verb}/"));
    verbs.iter().find(own).map(String::as_str)
}

/// The path of every verb that the catalogue declares: `office/invoice/send`.
fn verbs(sources: &[Source]) -> BTreeSet<String> {
    let catalogue = sources.iter().find(|source| source.name == "office/catalogue/verbs.rs");
    let body = File::read(catalogue.expect("the catalogue declares the verbs")).body;
    let requests = body.split("::Request)").filter_map(|before| before.rsplit_once('('));
    let path = |(_, path): (&str, &str)| format!("office/{}", path.replace("::", "/"));
    let mut all: BTreeSet<String> =
        requests.filter(|(_, path)| path.contains("::")).map(path).collect();
    // Its request is a document.
    all.insert("office/document/validate".to_owned());
    all
}

/// The arrows inside the office that must not be.
fn wrong_arrows(arrows: &Arrows<'_>, verbs: &BTreeSet<String>) -> Vec<String> {
    let within = |file: &str, rooms: &[&str]| {
        let path = file.trim_end_matches(".rs");
        rooms.iter().any(|room| path == *room || path.starts_with(&format!("{room}/")))
    };
    let low = ["office/protocol", "office/open"];
    let lower = ["office/protocol", "office/open", "office/form"];
    let mut wrong = Vec::new();
    for (from, to, names) in
        arrows.iter().flat_map(|(from, all)| all.iter().map(move |(to, names)| (*from, *to, names)))
    {
        let catalogue = within(from, &["office/catalogue"]);
        let why = if within(from, &low) && within(to, &["office"]) && !within(to, &low) {
            "the protocol and the open handle know no noun"
        } else if within(from, &lower) && within(to, &["office"]) && !within(to, &lower) {
            "a form knows no noun"
        } else if within(to, &["office/catalogue"]) && !catalogue && !within(from, &["ffi"]) {
            "only the edge uses the catalogue"
        } else if within(from, &["office"])
            && !catalogue
            && verb_of(verbs, to).is_some_and(|verb| verb_of(verbs, from) != Some(verb))
        {
            "a verb is imported by the catalogue alone"
        } else {
            continue;
        };
        wrong.push(format!("{why}:\n{}", told(from, to, names)));
    }
    wrong
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let sources = sources();
    let found = circles(&arrows(&house(&sources)));
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn a_verb_imports_no_verb_and_what_it_builds_on_knows_no_noun() {
    let sources = sources();
    let wrong = wrong_arrows(&arrows(&house(&sources)), &verbs(&sources));
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_verb_of_the_catalogue_has_its_file_and_every_request_is_a_verbs() {
    let sources = sources();
    let verbs = verbs(&sources);
    let mut with_a_request = BTreeSet::from(["office/document/validate".to_owned()]);
    for source in sources.iter().filter(|source| source.module() == "office") {
        if source.code().any(|(_, line)| line == "request! {") {
            let verb = verb_of(&verbs, &source.name);
            let verb = verb.unwrap_or_else(|| panic!("src/{} is no verb's", source.name));
            with_a_request.insert(verb.to_owned());
        }
    }
    assert_eq!(with_a_request, verbs);
}

#[test]
fn every_path_of_this_crate_leads_to_a_file() {
    let sources = sources();
    let house = house(&sources);
    for (name, file) in &house {
        for path in file.paths(&house) {
            assert!(home_of(&house, &path).is_some(), "src/{name}: {}", path.join("::"));
        }
    }
}

fn made_up(files: &[(&str, &str)]) -> Vec<Source> {
    let source =
        |(name, text): &(&str, &str)| Source { name: (*name).to_owned(), text: (*text).to_owned() };
    files.iter().map(source).collect()
}

#[test]
fn a_circle_is_told_with_the_names_that_close_it() {
    let sources = made_up(&[
        ("a.rs", "mod b;\nmod c;\npub use b::{\n    One,\n    Two as Second,\n};\nuse c::Three;\n"),
        ("a/b.rs", "pub struct One;\npub struct Two;\nuse crate::d::{Four, e::Five};\n"),
        ("a/c.rs", "pub struct Three;\nfn f() { crate::a::Second }\n"),
        ("d.rs", "pub use e::*;\npub struct Four;\n"),
        ("d/e.rs", "use super::super::a::Three;\npub fn Five() {}\n"),
        ("g.rs", "use crate::a::One;\n"),
    ]);
    // a.rs and d.rs only hand on, so they are in it just where they use a name themselves.
    let told = circles(&arrows(&house(&sources)));
    assert_eq!(
        told,
        [[
            "a circle of 4 files:",
            "    src/a.rs takes Three from src/a/c.rs",
            "    src/a/b.rs takes Five from src/d/e.rs",
            "    src/a/c.rs takes Second from src/a/b.rs",
            "    src/d/e.rs takes Three from src/a.rs",
        ]
        .join("\n")]
    );
}

#[test]
fn each_forbidden_arrow_of_the_office_is_told() {
    let sources = made_up(&[
        (
            "ffi/invoice.rs",
            "use crate::office::catalogue::verbs;\nuse crate::office::invoice::send;\n",
        ),
        ("office/catalogue/verbs.rs", "x(invoice::send::Request)\ny(invoice::list::Request)\n"),
        ("office/protocol/page.rs", "use crate::office::invoice::find::find;\n"),
        (
            "office/form/line.rs",
            "use crate::office::protocol::page::x;\nuse crate::office::invoice::find::y;\n",
        ),
        ("office/invoice/find.rs", "use crate::office::catalogue::verbs;\npub fn find() {}\n"),
        ("office/invoice/list.rs", "use crate::office::invoice::send::form::Form;\n"),
        ("office/invoice/send.rs", "use crate::office::invoice::send::form::Form;\n"),
        ("office/invoice/send/form.rs", "pub struct Form;\n"),
    ]);
    let wrong = wrong_arrows(&arrows(&house(&sources)), &verbs(&sources)).join("\n");
    let told = [
        "a form knows no noun:",
        "    src/office/form/line.rs takes y from src/office/invoice/find.rs",
        "only the edge uses the catalogue:",
        "    src/office/invoice/find.rs takes verbs from src/office/catalogue/verbs.rs",
        "a verb is imported by the catalogue alone:",
        "    src/office/invoice/list.rs takes Form from src/office/invoice/send/form.rs",
        "the protocol and the open handle know no noun:",
        "    src/office/protocol/page.rs takes find from src/office/invoice/find.rs",
    ];
    assert_eq!(wrong, told.join("\n"));
}
