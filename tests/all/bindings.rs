//! Every binding has every verb of the header, and no other. The verbs of C# are made from the
//! header, with its sentences: `UPDATE=1 cargo test --locked --test all bindings::` rewrites them.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says bluntly what it needs")]

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

fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
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
fn every_binding_has_every_verb_and_no_other() {
    let in_header: BTreeSet<String> = verbs().into_iter().map(|verb| verb.name).collect();
    for (file, before_each_name) in [
        ("bindings/cpp/postbud.hpp", &["ask(postbud_"][..]),
        ("bindings/python/postbud/__init__.py", &["self._ask(\"", "self.call(\""]),
    ] {
        let text = fs::read_to_string(at(file)).unwrap();
        let called = before_each_name.iter().flat_map(|before| text.split(before).skip(1));
        let name_first = |rest: &str| {
            let name = rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap();
            name.to_owned()
        };
        let in_binding: BTreeSet<String> = called.map(name_first).collect();
        assert_eq!(in_binding, in_header, "{file}");
    }
}

#[test]
fn the_verbs_of_csharp_are_those_that_the_header_makes() {
    let folder = at("bindings/csharp/Verbs");
    let mut made: BTreeMap<String, String> = BTreeMap::new();
    let (schema, statuses, all) =
        (postbud::office::catalogue::schema::document(), statuses(), verbs());
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
        if std::env::var_os("UPDATE").is_some() {
            fs::write(folder.join(file), &methods).unwrap();
        }
        let committed = fs::read_to_string(folder.join(file)).unwrap_or_default();
        assert!(committed == *methods, "{file} is out of date: run with UPDATE=1");
    }
    let files = fs::read_dir(&folder).unwrap();
    let there: BTreeSet<String> =
        files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(there, made.into_keys().collect());
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
    // What is not JSON has a media type there.
    let is_json = |part: &str| schema[part].is_object();
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
        let plain = |c: char| c.is_alphanumeric() || c == '_';
        let start = word.find(plain).unwrap_or(word.len());
        let end = word.rfind(plain).map_or(start, |last| last + 1);
        let (before, name, after) = (&word[..start], &word[start..end], &word[end..]);
        let status = name.strip_prefix("POSTBUD_").unwrap_or(name);
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
    let mut lines = vec![open.to_owned(), String::new()];
    for word in words {
        let line = lines.last_mut().unwrap();
        if line.is_empty() {
            *line = word;
        } else if line.chars().count() + 1 + word.chars().count() <= WIDTH {
            *line = format!("{line} {word}");
        } else {
            lines.push(word);
        }
    }
    lines.push(close.to_owned());
    lines.iter().map(|line| indented(&format!("/// {line}"))).collect()
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
