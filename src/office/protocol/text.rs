//! Text at the door: trimmed, without control characters, of a known length. An empty text is no
//! text, so that no empty element can ever reach a document (PEPPOL-EN16931-R008).

use crate::domain::finding::Fault;
use crate::domain::words::words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A decimal as text, such as "1234.50". Numbers are refused: they would be rounded on the way.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(inline, extend("format" = "decimal", "pattern" = "^-?[0-9]+(\\.[0-9]+)?$"))]
pub struct DecimalText(pub String);

/// A calendar day, YYYY-MM-DD.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(inline, extend("format" = "date"))]
pub struct DayText(pub String);

/// A moment in RFC 3339.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(inline, extend("format" = "date-time"))]
pub struct MomentText(pub String);

impl AsRef<str> for DecimalText {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for DayText {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for MomentText {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

/// A parser of a line of text with at most so many characters.
pub fn text(limit: usize) -> impl Fn(&str) -> Result<String, Fault> {
    move |given| {
        let line = !given.chars().any(char::is_control);
        if line { paragraph(limit)(given) } else { Err(Fault::new(&TEXT_LINE_END)) }
    }
}

/// A parser of text that may have several lines.
pub fn paragraph(limit: usize) -> impl Fn(&str) -> Result<String, Fault> {
    move |given| {
        let fits = given.chars().count() <= limit;
        if !fits {
            return Err(too_long(limit));
        }
        // A reader of XML sees every line end as one.
        if given.chars().all(is_xml_character) {
            Ok(if given.contains('\r') { with_plain_ends(given) } else { given.to_owned() })
        } else {
            Err(Fault::new(&TEXT_CONTROL_CHARACTER))
        }
    }
}

fn with_plain_ends(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// What is said of a text with more characters than that.
pub fn too_long(limit: usize) -> Fault {
    Fault::new(&TEXT_TOO_LONG).with("limit", limit)
}

/// A parser of a short identifier: printable, no blanks inside.
pub fn code(limit: usize) -> impl Fn(&str) -> Result<String, Fault> {
    move |given| {
        let plain = given.chars().all(|c| is_xml_character(c) && !c.is_whitespace());
        if plain { text(limit)(given) } else { Err(Fault::new(&CODE_WITH_BLANKS)) }
    }
}

/// What XML 1.0 can hold; of the control characters only tab and line ends.
const fn is_xml_character(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{7e}' | '\u{a0}'..='\u{fffd}' | '\u{10000}'..)
}

words! {
    TEXT_TOO_LONG = "text_too_long" {
        en: "The text is longer than {limit} characters." => "Shorten it to {limit} characters.",
        nb: "Teksten er lengre enn {limit} tegn." => "Kort den ned til {limit} tegn.",
        sv: "Texten är längre än {limit} tecken." => "Korta den till {limit} tecken.",
    }
    TEXT_CONTROL_CHARACTER = "text_control_character" {
        en: "The text holds a control character that no XML document can carry." => "Remove it; tabs and line ends may stay.",
        nb: "Teksten har et kontrolltegn som ikke kan stå i et XML-dokument." => "Fjern det; tabulator og linjeskift kan stå.",
        sv: "Texten har ett styrtecken som inte kan stå i ett XML-dokument." => "Ta bort det; tabb och radbrytning får stå kvar.",
    }
    TEXT_LINE_END = "text_line_end" {
        en: "The text holds a line end or another control character." => "Write it in one line; notes and descriptions may have several.",
        nb: "Teksten har linjeskift eller et annet kontrolltegn." => "Skriv den på én linje; merknader og beskrivelser kan ha flere.",
        sv: "Texten har radbrytning eller ett annat styrtecken." => "Skriv den på en rad; noteringar och beskrivningar får ha flera.",
    }
    CODE_WITH_BLANKS = "code_with_blanks" {
        en: "\"{value}\" holds blanks." => "Give it without blanks or line ends.",
        nb: "«{value}» inneholder mellomrom." => "Oppgi den uten mellomrom og linjeskift.",
        sv: "”{value}” innehåller blanksteg." => "Ange den utan blanksteg och radbrytningar.",
    }
}
