//! Units of measure: the codes of UNECE Recommendations 20 and 21, and the words that Nordic ERP
//! programs write on their item cards instead.

use crate::domain::codes;
use crate::domain::finding::Fault;
use crate::domain::words::words;

/// What an ERP's item card says, and the code that the standard has for it.
const WORDS: &[(&str, &str)] = &[
    ("ar", "ANN"),
    ("cm", "CMT"),
    ("dag", "DAY"),
    ("dager", "DAY"),
    ("dagar", "DAY"),
    ("døgn", "DAY"),
    ("dygn", "DAY"),
    ("g", "GRM"),
    ("h", "HUR"),
    ("kg", "KGM"),
    ("km", "KMT"),
    ("kwh", "KWH"),
    ("l", "LTR"),
    ("liter", "LTR"),
    ("m", "MTR"),
    ("m2", "MTK"),
    ("m3", "MTQ"),
    ("min", "MIN"),
    ("mm", "MMT"),
    ("mnd", "MON"),
    ("måned", "MON"),
    ("mån", "MON"),
    ("månad", "MON"),
    ("par", "PR"),
    ("pcs", "C62"),
    ("sett", "SET"),
    ("st", "C62"),
    ("st.", "C62"),
    ("stk", "C62"),
    ("stk.", "C62"),
    ("styck", "C62"),
    ("t", "HUR"),
    ("tim", "HUR"),
    ("time", "HUR"),
    ("timer", "HUR"),
    ("timmar", "HUR"),
    ("tonn", "TNE"),
    ("ton", "TNE"),
    ("uke", "WEE"),
    ("vecka", "WEE"),
    ("år", "ANN"),
];

/// Reads a code such as `C62`, or a word of the table such as `stk`.
///
/// A code that the standard has wins over a word in other case: `KGM` is a code, `kg` a word.
pub fn parse(text: &str) -> Result<String, Fault> {
    let lower = text.to_lowercase();
    if codes::holds(codes::UNITS, text) {
        return Ok(text.to_owned());
    }
    let found = WORDS.iter().find(|(word, _)| *word == lower);
    found.map(|(_, code)| (*code).to_owned()).ok_or(Fault::new(&UNIT_UNKNOWN))
}

words! {
    UNIT_UNKNOWN = "BR-CL-23" {
        en: "\"{value}\" is not a unit of measure." => "Use a code of UNECE Recommendation 20, such as C62 (piece), HUR (hour) or KGM.",
        nb: "«{value}» er ikke en måleenhet." => "Bruk en kode fra UNECE Recommendation 20, som C62 (stykk), HUR (time) eller KGM.",
        sv: "”{value}” är inte en måttenhet." => "Använd en kod ur UNECE Recommendation 20, som C62 (styck), HUR (timme) eller KGM.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn erp_words_become_codes_of_the_list() {
        for (word, code) in WORDS {
            assert!(codes::holds(codes::UNITS, code), "{code}");
            assert!(parse(word).is_ok(), "{word}");
        }
        assert_eq!(parse("HUR").unwrap(), "HUR");
        assert_eq!(parse("Stk").unwrap(), "C62");
        assert_eq!(parse("boks").unwrap_err().words.code, "BR-CL-23");
    }
}
