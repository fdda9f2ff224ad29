//! What a file is called on its way: as given, as far as that is only a name, or in the few
//! characters that the exchange takes.

use crate::domain::attachment::File;
use crate::domain::attachment::media::Media;
use std::collections::HashMap;

/// The longest name that the exchange takes.
const MOST: usize = 50;

/// How a channel wants names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    /// As they are: Peppol asks nothing of them
    Kept,
    /// Letters a to z, digits, point and underline, at most 50, each once (the exchange, and with
    /// it e-mail and print)
    Plain,
}

impl Names {
    /// The names of files in order; of what is no file none.
    pub fn of<'a>(self, files: impl IntoIterator<Item = Option<&'a File>>) -> Vec<Option<String>> {
        let mut taken = HashMap::new();
        let name = |(at, file): (usize, Option<&File>)| {
            let file = file?;
            Some(match self {
                Self::Kept => kept_name(file, at),
                Self::Plain => numbered(plain_name(file, at), &mut taken),
            })
        };
        files.into_iter().enumerate().map(name).collect()
    }
}

/// The name without path and control characters; one is made up where nothing is left.
pub fn kept_name(file: &File, at: usize) -> String {
    let name = base_name(&file.name);
    let name: String = name.chars().filter(|c| !is_control(*c)).collect();
    match name.trim() {
        "" | "." | ".." => made_up(file, at),
        name => name.to_owned(),
    }
}

/// The name as the exchange takes it.
fn plain_name(file: &File, at: usize) -> String {
    let lower = kept_name(file, at).to_lowercase();
    let (stem, end) = match lower.rsplit_once('.') {
        Some((stem, end)) if Media::of_name(&lower).is_some() => (stem, end.trim().to_owned()),
        // Without a known end the type is said by one.
        _ => (lower.as_str(), extension(file).to_owned()),
    };
    let stem = squeezed(stem);
    let stem = if stem.is_empty() { squeezed(&made_up_stem(at)) } else { stem };
    join(&stem, "", &end)
}

/// The stem, cut so that the whole fits, with a number where the name is taken.
fn join(stem: &str, number: &str, end: &str) -> String {
    let end = if end.is_empty() { String::new() } else { format!(".{end}") };
    let room = MOST.saturating_sub(number.len() + end.len());
    // By now these are characters of one byte each.
    let stem = stem.get(..room.min(stem.len())).unwrap_or_default();
    format!("{}{number}{end}", stem.trim_end_matches(['_', '.']))
}

/// The name, with the next free number where it is taken. What was tried before is not tried again,
/// so that many files of one name take no longer than as many others.
fn numbered(name: String, taken: &mut HashMap<String, u32>) -> String {
    let (stem, end) = name.rsplit_once('.').unwrap_or((&name, ""));
    let mut free = name.clone();
    let mut number = taken.get(&name).copied().unwrap_or(1);
    while taken.contains_key(&free) {
        number = number.saturating_add(1);
        free = join(stem, &format!("_{number}"), end);
    }
    taken.insert(free.clone(), 1);
    taken.insert(name, number);
    free
}

/// What follows the last separator of a path, of whichever system.
pub fn base_name(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or_default()
}

/// What no name holds, and XML not at all: also the marks that turn the direction of writing round,
/// by which exe.pdf looks like fdp.exe.
pub fn is_control(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// Only the characters that the exchange takes; several others in a row become one underline.
fn squeezed(stem: &str) -> String {
    let mut out = String::new();
    for c in stem.chars() {
        match without_marks(c) {
            Some(plain) => out.push_str(plain),
            None if c.is_ascii_lowercase() || c.is_ascii_digit() || c == '.' => out.push(c),
            // A mark that follows its letter, as macOS writes it, goes without a trace.
            None if matches!(c, '\u{300}'..='\u{36f}') => {}
            None if out.ends_with(['_', '.']) || out.is_empty() => {}
            None => out.push('_'),
        }
    }
    out.trim_matches(['_', '.']).to_owned()
}

/// The nearest plain letters of the letters that Nordic and other European names have.
const fn without_marks(c: char) -> Option<&'static str> {
    Some(match c {
        'å' | 'ä' | 'á' | 'à' | 'â' | 'ã' | 'ą' | 'ā' => "a",
        'æ' => "ae",
        'ö' | 'ø' | 'ó' | 'ò' | 'ô' | 'õ' | 'ő' => "o",
        'œ' => "oe",
        'é' | 'è' | 'ê' | 'ë' | 'ę' | 'ě' | 'ė' | 'ē' => "e",
        'í' | 'ì' | 'î' | 'ï' | 'ī' => "i",
        'ú' | 'ù' | 'û' | 'ü' | 'ů' | 'ű' | 'ū' => "u",
        'ý' | 'ÿ' => "y",
        'ç' | 'ć' | 'č' => "c",
        'ñ' | 'ń' | 'ň' | 'ŋ' => "n",
        'š' | 'ś' => "s",
        'ß' => "ss",
        'ž' | 'ź' | 'ż' => "z",
        'ð' | 'đ' | 'ď' => "d",
        'þ' => "th",
        'ł' => "l",
        'ř' => "r",
        'ť' | 'ŧ' => "t",
        'ğ' => "g",
        _ => return None,
    })
}

fn made_up(file: &File, at: usize) -> String {
    format!("{}.{}", made_up_stem(at), extension(file))
}

fn made_up_stem(at: usize) -> String {
    format!("attachment_{}", at + 1)
}

fn extension(file: &File) -> &'static str {
    Media::of_mime(&file.mime).map_or("bin", Media::extension)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attachment::Base64;

    fn file(name: &str) -> File {
        File::of(name, "application/pdf", &Base64::default())
    }

    fn plain(names: &[&str]) -> Vec<String> {
        let files: Vec<File> = names.iter().map(|name| file(name)).collect();
        Names::Plain.of(files.iter().map(Some)).into_iter().flatten().collect()
    }

    #[test]
    fn names_are_cleaned_for_the_exchange() {
        let cases = [
            ("Følgeseddel Åse & Ærlig.PDF", "folgeseddel_ase_aerlig.pdf"),
            ("räkning–2026.pdf", "rakning_2026.pdf"),
            ("C:\\Users\\Kari\\Desktop\\a b.pdf", "a_b.pdf"),
            ("/etc/passwd", "passwd.pdf"),
            ("..", "attachment_1.pdf"),
            ("", "attachment_1.pdf"),
            ("合同.pdf", "attachment_1.pdf"),
            (".pdf", "attachment_1.pdf"),
            ("report.v2.final", "report.v2.final.pdf"),
            ("a\u{202e}fdp.exe", "afdp.exe.pdf"),
            ("a\nb\t.pdf", "ab.pdf"),
            ("___a___.pdf", "a.pdf"),
            ("Fo\u{308}ljesedel.pdf", "foljesedel.pdf"),
        ];
        for (given, expected) in cases {
            assert_eq!(plain(&[given]), [expected], "{given}");
        }
    }

    #[test]
    fn names_have_at_most_fifty_characters_and_keep_their_end() {
        let name = plain(&[&format!("{}.pdf", "x".repeat(200))]).remove(0);
        assert_eq!((name.len(), name.ends_with(".pdf")), (50, true));
        let exact = format!("{}.pdf", "y".repeat(46));
        assert_eq!(plain(&[&exact]).concat(), exact);
        let twice = plain(&[&exact, &exact]);
        assert_eq!(twice[1], format!("{}_2.pdf", "y".repeat(44)));
    }

    #[test]
    fn each_name_is_given_once() {
        let names = plain(&["a.pdf", "A.pdf", "a_2.pdf", "å.pdf", "a.pdf"]);
        assert_eq!(names, ["a.pdf", "a_2.pdf", "a_2_2.pdf", "a_3.pdf", "a_4.pdf"]);
    }

    #[test]
    fn peppol_keeps_names_that_are_only_names() {
        assert_eq!(kept_name(&file("Følgeseddel 1.pdf"), 0), "Følgeseddel 1.pdf");
        assert_eq!(kept_name(&file("../x\u{7}y.pdf"), 0), "xy.pdf");
        assert_eq!(kept_name(&file("a/"), 3), "attachment_4.pdf");
    }
}
