//! Countries (ISO 3166-1) and currencies (ISO 4217), parsed at the door.

use crate::domain::codes;
use crate::domain::finding::Fault;
use crate::domain::words::words;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A two-letter country code of ISO 3166-1 as EN 16931 lists it (BR-CL-14).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Country(String);

impl Country {
    /// A code as the store has it.
    const fn stored(text: String) -> Self {
        Self(text)
    }

    /// Reads the code; it is upper case in the standard.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        if codes::holds(codes::COUNTRIES, text) {
            Ok(Self(text.to_owned()))
        } else {
            Err(Fault::new(&COUNTRY_UNKNOWN))
        }
    }

    /// The two letters.
    pub fn code(&self) -> &str {
        &self.0
    }

    /// Whether it is Norway.
    pub fn is_norway(&self) -> bool {
        self.0 == "NO"
    }

    /// Whether it is Sweden.
    pub fn is_sweden(&self) -> bool {
        self.0 == "SE"
    }
}

/// A three-letter currency code of ISO 4217 (BR-CL-04).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Currency(String);

impl Currency {
    /// A code as the store has it.
    const fn stored(text: String) -> Self {
        Self(text)
    }

    /// Reads the code; it is upper case in the standard.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        if codes::holds(codes::CURRENCIES, text) {
            Ok(Self(text.to_owned()))
        } else {
            Err(Fault::new(&CURRENCY_UNKNOWN))
        }
    }

    /// The currency that a company of this country invoices in when it says nothing.
    pub fn of_country(country: &Country) -> Self {
        let code = match country.code() {
            "NO" => "NOK",
            "SE" => "SEK",
            "DK" | "FO" | "GL" => "DKK",
            "IS" => "ISK",
            "GB" => "GBP",
            "CH" => "CHF",
            "PL" => "PLN",
            _ => "EUR",
        };
        Self(code.to_owned())
    }

    /// The three letters.
    pub fn code(&self) -> &str {
        &self.0
    }
}

/// Lets a type that parses at the door be stored as its text. What is stored is read back as it
/// stands, whatever the door lets in today: rules get stricter, and a document may have brought
/// what the door never let in.
macro_rules! stored_as_text {
    ($($type:ident),+) => {$(
        impl From<String> for $type {
            fn from(text: String) -> Self {
                $type::stored(text)
            }
        }
        impl From<$type> for String {
            fn from(value: $type) -> String {
                value.to_string()
            }
        }
    )+};
}
pub(crate) use stored_as_text;

stored_as_text!(Country, Currency);

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

words! {
    COUNTRY_UNKNOWN = "country_unknown" {
        en: "\"{value}\" is not a country code." => "Use the two letters of ISO 3166-1 in upper case, such as NO or SE.",
        nb: "«{value}» er ikke en landkode." => "Bruk de to bokstavene i ISO 3166-1 med store bokstaver, som NO eller SE.",
        sv: "”{value}” är inte en landskod." => "Använd de två bokstäverna i ISO 3166-1 med versaler, till exempel NO eller SE.",
    }
    CURRENCY_UNKNOWN = "currency_unknown" {
        en: "\"{value}\" is not a currency code." => "Use the three letters of ISO 4217 in upper case, such as NOK or SEK.",
        nb: "«{value}» er ikke en valutakode." => "Bruk de tre bokstavene i ISO 4217 med store bokstaver, som NOK eller SEK.",
        sv: "”{value}” är inte en valutakod." => "Använd de tre bokstäverna i ISO 4217 med versaler, till exempel NOK eller SEK.",
    }
}
