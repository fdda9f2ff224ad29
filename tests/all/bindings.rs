//! Every binding has every verb of the header, and no other. The verbs of C, C++, Python and C# are
//! made from the header, with its sentences: `UPDATE=1 cargo test --locked --test all bindings::`
//! rewrites them.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says bluntly what it needs")]

use postbud::office::catalogue::schema::document;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What fits behind the indentation and the three slashes.
const WIDTH: usize = 100 - 12;

/// A verb as the header declares it.
struct Verb {
    /// Without the prefix, such as "invoice_send".
    name: String,
    /// The comment above it, which ends with `Request:` and `Reply:`; a paragraph is one line.
    paragraphs: Vec<String>,
    request: String,
    reply: String,
}

const CPP_FIRST: &str = "    // The verbs, made from postbud.h: `make header` rewrites them.\n";
const CPP_LAST: &str = "    // The end of the verbs.\n";

const C: &str = "\
/* Every verb of the interface, for programs that find one by its name: VERB(name) is one entry.
 * Made from include/postbud.h: `make header` rewrites it. */
#ifndef POSTBUD_TESTS_VERBS_H
#define POSTBUD_TESTS_VERBS_H

#define VERB(name) {#name, postbud_##name}
#define EVERY_VERB \\
    VERBS

#endif
";

const PYTHON: &str = r#""""The verbs of an office, made from include/postbud.h: `make header` rewrites them."""

from typing import Any, Dict, Mapping

VERBS = (
    NAMES
)
Reply = Dict[str, Any]


class Verbs:
    """What an office can be asked for. `Office` says how the library is called."""

    def _ask(self, verb: str, fields: Mapping[str, Any]) -> Reply:
        raise NotImplementedError

    def _fetch(self, verb: str, fields: Mapping[str, Any]) -> bytes:
        raise NotImplementedError

    def _judge(self, verb: str, document: bytes) -> Reply:
        raise NotImplementedError
"#;

fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn same_as_committed(path: &str, made: &str) {
    if std::env::var_os("UPDATE").is_some() {
        fs::write(at(path), made).unwrap();
    }
    let committed = fs::read_to_string(at(path)).unwrap_or_default();
    assert!(committed == made, "{path} is out of date: run with UPDATE=1");
}

fn header() -> String {
    fs::read_to_string(env!("POSTBUD_HEADER")).unwrap()
}

fn verbs() -> Vec<Verb> {
    let header = header();
    let mut found = Vec::new();
    let mut comment: Vec<&str> = Vec::new();
    for line in header.lines() {
        let name = line.strip_prefix("postbud_status postbud_").and_then(|rest| {
            let name = rest.split('(').next()?;
            (name != "open").then_some(name)
        });
        if let Some(said) = line.strip_prefix("//") {
            comment.push(said);
            continue;
        }
        if let Some(name) = name {
            found.push(verb(name, &comment));
        }
        comment.clear();
    }
    let all = postbud::office::catalogue::verbs::verbs();
    let all = all.iter().filter(|verb| verb.name != "open").count();
    assert_eq!(found.len(), all, "the header was not read");
    found
}

fn verb(name: &str, comment: &[&str]) -> Verb {
    let text: String = comment.iter().map(|line| format!("{}\n", line.trim())).collect();
    let (said, fields) = text.split_once("Request: ").expect(name);
    let (request, reply) = fields.split_once("Reply: ").expect(name);
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    Verb {
        name: name.to_owned(),
        paragraphs: said.trim().split("\n\n").map(one_line).collect(),
        request: one_line(request),
        reply: one_line(reply),
    }
}

#[test]
fn the_verbs_of_csharp_are_those_that_the_header_makes() {
    let folder = at("bindings/csharp/Verbs");
    let mut made: BTreeMap<String, String> = BTreeMap::new();
    let (schema, statuses, all) = (document(), statuses(), verbs());
    let names: Vec<&str> = all.iter().map(|verb| verb.name.as_str()).collect();
    for verb in &all {
        let noun = pascal(verb.name.split('_').next().unwrap());
        let methods = made.entry(format!("{noun}.cs")).or_default();
        if !methods.is_empty() {
            methods.push('\n');
        }
        methods.push_str(&method(verb, &schema["verbs"][&verb.name], &names, &statuses));
    }
    for (file, methods) in &mut made {
        *methods = class(methods);
        same_as_committed(&format!("bindings/csharp/Verbs/{file}"), methods);
    }
    let files = fs::read_dir(&folder).unwrap();
    let there: BTreeSet<String> =
        files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(there, made.into_keys().collect());
}

#[test]
fn the_verbs_of_c_are_those_of_the_header() {
    let entries: Vec<String> =
        verbs().iter().map(|verb| format!("    VERB({})", verb.name)).collect();
    same_as_committed("tests/c/verbs.h", &C.replace("    VERBS", &entries.join(", \\\n")));
}

#[test]
fn the_verbs_of_cpp_are_those_that_the_header_makes() {
    let (file, schema) = ("bindings/cpp/postbud.hpp", document());
    let methods: Vec<String> =
        verbs().iter().map(|verb| cpp(verb, &schema["verbs"][&verb.name])).collect();
    let committed = fs::read_to_string(at(file)).unwrap();
    let (before, rest) = committed.split_once(CPP_FIRST).expect("the first mark");
    let (_, after) = rest.split_once(CPP_LAST).expect("the last mark");
    let made = format!("{before}{CPP_FIRST}\n{}\n{CPP_LAST}{after}", methods.join("\n"));
    same_as_committed(file, &made);
    let beside = [before, after].concat();
    assert!(!beside.contains("ask(postbud_"), "a verb stands beside those that are made");
}

#[test]
fn the_verbs_of_python_are_those_that_the_header_makes() {
    let (schema, statuses, all) = (document(), statuses(), verbs());
    let names: String = all.iter().map(|verb| format!("    \"{}\",\n", verb.name)).collect();
    let methods: String =
        all.iter().map(|verb| python(verb, &schema["verbs"][&verb.name], &statuses)).collect();
    let made = PYTHON.replace("    NAMES\n", &names) + &methods;
    same_as_committed("bindings/python/postbud/_verbs.py", &made);
    let beside = fs::read_to_string(at("bindings/python/postbud/__init__.py")).unwrap();
    assert!(beside.contains("class Office(Verbs):"));
    for verb in &all {
        assert!(!beside.contains(&format!("\"{}\"", verb.name)), "{}", verb.name);
    }
}

#[test]
fn the_statuses_of_csharp_are_those_of_the_header() {
    let text = fs::read_to_string(at("bindings/csharp/PostbudStatus.cs")).unwrap();
    let members = text.lines().filter_map(|line| line.trim().strip_suffix(','));
    let in_header = statuses();
    let numbered = in_header.iter().enumerate();
    let expected = numbered.map(|(at, name)| format!("{} = {at}", pascal(&name.to_lowercase())));
    assert!(members.eq(expected), "{in_header:?}");
}

fn class(methods: &str) -> String {
    format!(
        "// Made from include/postbud.h: `make header` rewrites it.\n\
         using System;\n\
         using System.Runtime.InteropServices;\n\n\
         namespace PostbudNet\n{{\n    public sealed partial class Postbud\n    {{\n\
         {methods}    }}\n}}\n"
    )
}

/// The method that hosts call, and the native function that it calls.
fn method(verb: &Verb, schema: &Value, names: &[&str], statuses: &[String]) -> String {
    let is_json = |part: &str| is_json(schema, part);
    let said = |text: &str| said(text, names, statuses);
    let (summary, remarks) = verb.paragraphs.split_first().unwrap();
    let mut doc = element("<summary>", said(summary), "</summary>");
    match remarks {
        [] => {}
        [only] => doc += &element("<remarks>", said(only), "</remarks>"),
        several => {
            doc += &indented("/// <remarks>");
            doc.extend(several.iter().map(|each| element("<para>", said(each), "</para>")));
            doc += &indented("/// </remarks>");
        }
    }
    let (request, kind) = if is_json("request") {
        doc += &element("<param name=\"request\">", json(said(&verb.request)), "</param>");
        ("request", "string request = null")
    } else {
        doc += &element("<param name=\"document\">", said(&verb.request), "</param>");
        ("document", "byte[] document")
    };
    let (returned, way) = if is_json("reply") {
        doc += &element("<returns>", json(said(&verb.reply)), "</returns>");
        ("string", "Text")
    } else {
        doc += &element("<returns>", said(&verb.reply), "</returns>");
        ("byte[]", "Bytes")
    };
    doc += &indented("/// <exception cref=\"PostbudException\">Every status but Ok.</exception>");
    let (method, function) = (pascal(&verb.name), format!("postbud_{}", verb.name));
    let lines = [
        format!("public {returned} {method}({kind}) =>"),
        format!("    {way}({function}, {request});"),
        String::new(),
        "[DllImport(Native.Library, CallingConvention = CallingConvention.Cdecl)]".to_owned(),
        format!("private static extern int {function}("),
        "    PostbudHandle self, byte[] request, UIntPtr length, ref postbud_buffer reply);".into(),
    ];
    doc + &lines.iter().map(|line| indented(line)).collect::<String>()
}

/// The names of the statuses, without their prefix; the place is the number.
fn statuses() -> Vec<String> {
    let header = header();
    let defined = header.lines().filter_map(|line| line.strip_prefix("#define POSTBUD_"));
    let numbered = defined.filter_map(|rest| rest.split_once(' '));
    let names = numbered.skip_while(|(name, _)| *name != "OK").enumerate().map(|(at, status)| {
        assert_eq!(status.1, at.to_string(), "{}", status.0);
        status.0.to_owned()
    });
    names.collect()
}

/// The header's words for C#: XML escaped, verbs and statuses as links.
fn said(text: &str, names: &[&str], statuses: &[String]) -> Vec<String> {
    let word = |word: &str| {
        let (before, name, after) = name_in(word);
        let status = name.strip_prefix("POSTBUD_").unwrap_or(name);
        let name = name.strip_prefix("postbud_").unwrap_or(name);
        let quoted = before.ends_with('"');
        let name = if names.contains(&name) && !quoted {
            format!("<see cref=\"{}\"/>", pascal(name))
        } else if statuses.iter().any(|each| each == status) {
            format!("<see cref=\"PostbudStatus.{}\"/>", pascal(&status.to_lowercase()))
        } else {
            escaped(name)
        };
        escaped(before) + &name + &escaped(after)
    };
    text.split_whitespace().map(word).collect()
}

/// The name in a word, with the marks before and after it.
fn name_in(word: &str) -> (&str, &str, &str) {
    let plain = |c: char| c.is_alphanumeric() || c == '_';
    let start = word.find(plain).unwrap_or(word.len());
    let end = word.rfind(plain).map_or(start, |last| last + 1);
    (&word[..start], &word[start..end], &word[end..])
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Says that a text is JSON.
fn json(mut words: Vec<String>) -> Vec<String> {
    words.insert(0, "JSON:".to_owned());
    words
}

/// An element of the comment: on one line where it fits, else its words filled in between.
fn element(open: &str, words: Vec<String>, close: &str) -> String {
    let one = format!("{open}{}{close}", words.join(" "));
    if one.chars().count() <= WIDTH {
        return indented(&format!("/// {one}"));
    }
    let mut lines = vec![open.to_owned()];
    lines.extend(filled(words, WIDTH));
    lines.push(close.to_owned());
    lines.iter().map(|line| indented(&format!("/// {line}"))).collect()
}

/// The words in lines of this width.
fn filled(words: Vec<String>, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words {
        let line = lines.last_mut().unwrap();
        if line.is_empty() {
            *line = word;
        } else if line.chars().count() + 1 + word.chars().count() <= width {
            *line = format!("{line} {word}");
        } else {
            lines.push(word);
        }
    }
    lines
}

/// The header's words on a verb in lines of this width, with an empty one between paragraphs.
fn comment(verb: &Verb, width: usize, word: impl Fn(&str) -> String) -> Vec<String> {
    let fill = |text: &str| filled(text.split(' ').map(&word).collect(), width);
    let mut lines = Vec::new();
    for paragraph in &verb.paragraphs {
        lines.extend(fill(paragraph));
        lines.push(String::new());
    }
    lines.extend(fill(&format!("Request: {}", verb.request)));
    lines.extend(fill(&format!("Reply: {}", verb.reply)));
    lines
}

fn cpp(verb: &Verb, schema: &Value) -> String {
    let said = comment(verb, 100 - 8, |word| word.replace("postbud_", ""));
    let (request, kind) = match is_json(schema, "request") {
        true => ("request", "const std::string &request = \"{}\""),
        false => ("document", "const std::string &document"),
    };
    let name = &verb.name;
    let mut lines: Vec<String> =
        said.iter().map(|line| format!("    /// {line}").trim_end().to_owned()).collect();
    lines.push(format!("    std::string {name}({kind}) const {{"));
    lines.push(format!("        return ask(postbud_{name}, {request});"));
    lines.push("    }\n".to_owned());
    lines.join("\n")
}

fn python(verb: &Verb, schema: &Value, statuses: &[String]) -> String {
    // A status is an exception there.
    let said = comment(verb, 100 - 8 - 3, |word| {
        let (before, name, after) = name_in(word);
        let name = name.trim_start_matches("POSTBUD_").trim_start_matches("postbud_");
        match name != "OK" && statuses.iter().any(|status| status == name) {
            true => format!("{before}{}{after}", pascal(&name.to_lowercase())),
            false => format!("{before}{name}{after}"),
        }
    });
    let (taken, given) = match is_json(schema, "request") {
        true => ("self, /, **fields: Any", "fields"),
        false => ("self, document: bytes, /", "document"),
    };
    let (way, returned) = match (given, is_json(schema, "reply")) {
        ("document", _) => ("_judge", "Reply"),
        (_, true) => ("_ask", "Reply"),
        (_, false) => ("_fetch", "bytes"),
    };
    let name = &verb.name;
    let said: String = said.iter().map(|line| indented(line)).collect();
    let said = said.trim_start();
    format!(
        "\n    def {name}({taken}) -> {returned}:\n        \"\"\"{said}        \"\"\"\n        \
         return self.{way}(\"{name}\", {given})\n"
    )
}

/// Whether a verb's request or reply is JSON; what is not has a media type in the schema.
fn is_json(schema: &Value, part: &str) -> bool {
    schema[part].is_object()
}

fn indented(line: &str) -> String {
    if line.is_empty() { "\n".to_owned() } else { format!("        {line}\n") }
}

/// `invoice_send` → `InvoiceSend`.
fn pascal(name: &str) -> String {
    let mut pascal = String::new();
    for part in name.split('_') {
        let (first, rest) = part.split_at(1);
        pascal += &first.to_uppercase();
        pascal += rest;
    }
    pascal
}
