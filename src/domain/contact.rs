//! How a person is reached: e-mail address and telephone number.

use crate::domain::country::{Country, stored_as_text};
use crate::domain::finding::Fault;
use crate::domain::words::words;
use email_address::{EmailAddress, Options};
use serde::{Deserialize, Serialize};
use std::fmt;

/// An e-mail address that a mail server takes (RFC 5321), with a domain that has a dot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Email(String);

impl Email {
    /// An address as the store has it.
    const fn stored(text: String) -> Self {
        Self(text)
    }

    /// The address in lower case: what tells two users apart.
    pub fn key(&self) -> String {
        self.0.to_lowercase()
    }

    /// Reads the bare address: no display name, no list.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let strict =
            Options::default().without_display_text().without_domain_literal().with_required_tld();
        let text = text.trim();
        // Quoted local parts are legal, but no mail program in use takes them.
        if text.contains(['"', ' ', '\\']) {
            return Err(Fault::new(&EMAIL));
        }
        EmailAddress::parse_with_options(text, strict)
            .map(|_| Self(text.to_owned()))
            .map_err(|_| Fault::new(&EMAIL))
    }
}

impl Email {
    /// The address as a document has it (BT-43, BT-58): a text there, and never written to from
    /// here.
    pub fn as_written(text: &str) -> Result<Self, Fault> {
        if text.contains('@') { Ok(Self(text.to_owned())) } else { Err(Fault::new(&EMAIL)) }
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A telephone number in international form (E.164): `+4790000000`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Phone(String);

impl Phone {
    /// Reads a number; one without `+` or `00` belongs to the given country.
    pub fn parse_in(text: &str, country: &Country) -> Result<Self, Fault> {
        let compact: String = text.chars().filter(|c| !" -()./".contains(*c)).collect();
        let international = match (compact.strip_prefix("00"), compact.starts_with('+')) {
            (Some(rest), _) => format!("+{rest}"),
            (None, true) => compact,
            (None, false) => national(&compact, country)?,
        };
        let digits = international.strip_prefix('+').unwrap_or_default();
        let sane = (8..=15).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        let norwegian = !digits.starts_with("47") || digits.len() == 10;
        if sane && norwegian && !digits.starts_with('0') {
            Ok(Self(international))
        } else {
            Err(Fault::new(&PHONE))
        }
    }

    /// A number as the store has it.
    const fn stored(text: String) -> Self {
        Self(text)
    }

    /// The number as a document has it (BT-42, BT-57): any text there, and never dialled from here.
    pub fn as_written(text: &str) -> Result<Self, Fault> {
        Ok(Self(text.to_owned()))
    }

    /// Whether it can be a mobile: Norway's begin with 4 or 9, Sweden's with 7; elsewhere any.
    pub fn may_be_mobile(&self) -> bool {
        match (self.0.strip_prefix("+47"), self.0.strip_prefix("+46")) {
            (Some(rest), _) => rest.starts_with(['4', '9']),
            (None, Some(rest)) => rest.starts_with('7'),
            (None, None) => true,
        }
    }
}

fn national(text: &str, country: &Country) -> Result<String, Fault> {
    match country.code() {
        "NO" => Ok(format!("+47{text}")),
        "SE" => Ok(format!("+46{}", text.strip_prefix('0').unwrap_or(text))),
        "DK" => Ok(format!("+45{text}")),
        "FI" => Ok(format!("+358{}", text.strip_prefix('0').unwrap_or(text))),
        _ => Err(Fault::new(&PHONE)),
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

stored_as_text!(Email, Phone);

words! {
    EMAIL = "email_invalid" {
        en: "\"{value}\" is not an e-mail address." => "Give one bare address such as post@example.no.",
        nb: "«{value}» er ikke en e-postadresse." => "Oppgi én ren adresse, som post@example.no.",
        sv: "”{value}” är inte en e-postadress." => "Ange en ren adress, som post@example.se.",
    }
    PHONE = "phone_invalid" {
        en: "\"{value}\" is not a telephone number." => "Give it in international form, as in +47 900 00 000.",
        nb: "«{value}» er ikke et telefonnummer." => "Oppgi det i internasjonal form, som +47 900 00 000.",
        sv: "”{value}” är inte ett telefonnummer." => "Ange det i internationell form, som +46 70 000 00 00.",
    }
    MOBILE = "mobile_invalid" {
        en: "{value} is not a mobile number." => "Vipps and SMS need a mobile; Norwegian ones begin with 4 or 9.",
        nb: "{value} er ikke et mobilnummer." => "Vipps og SMS krever mobil; norske begynner med 4 eller 9.",
        sv: "{value} är inte ett mobilnummer." => "Vipps och SMS kräver mobil; svenska börjar med 07.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_need_an_at_and_a_domain() {
        assert!(Email::parse("kari.nordmann+faktura@example.no").is_ok());
        for bad in ["kari", "kari@", "@example.no", "kari@example", "Kari <kari@example.no>", ""] {
            assert!(Email::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn phones_become_international() {
        let norway = Country::parse("NO").unwrap();
        let sweden = Country::parse("SE").unwrap();
        let read = |text, country| Phone::parse_in(text, country).map(|phone| phone.to_string());
        assert_eq!(read("900 00 000", &norway).unwrap(), "+4790000000");
        assert_eq!(read("070-123 45 67", &sweden).unwrap(), "+46701234567");
        assert_eq!(read("0047 22 00 00 00", &sweden).unwrap(), "+4722000000");
        assert!(read("9000000", &norway).is_err());
        assert!(!Phone::parse_in("22000000", &norway).unwrap().may_be_mobile());
    }
}
