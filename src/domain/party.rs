//! Who takes part in a document: seller and buyer as they stand in it (BG-4, BG-7).

use crate::domain::account::Account;
use crate::domain::codes;
use crate::domain::contact::{Email, Phone};
use crate::domain::country::Country;
use crate::domain::finding::Fault;
use crate::domain::identifier::{Identifier, scheme};
use crate::domain::number::{OrgNumber, VatNumber};
use crate::domain::words::words;
use serde::{Deserialize, Serialize};

/// A postal address (BG-5, BG-8). Only the country is mandatory in a document; print needs all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// Street and number, or box (BT-35, BT-50)
    pub street: Option<String>,
    /// A second line (BT-36, BT-51)
    pub street2: Option<String>,
    /// A third line (BT-162, BT-163)
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub street3: Option<String>,
    /// Post code (BT-38, BT-53)
    pub post_code: Option<String>,
    /// Place (BT-37, BT-52)
    pub place: Option<String>,
    /// County, province or state (BT-39, BT-54)
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subdivision: Option<String>,
    /// Country (BT-40, BT-55)
    pub country: Country,
}

impl Address {
    /// Whether it is nothing but a country.
    pub const fn is_bare(&self) -> bool {
        self.street.is_none()
            && self.street2.is_none()
            && self.street3.is_none()
            && self.post_code.is_none()
            && self.place.is_none()
            && self.subdivision.is_none()
    }

    /// Whether a letter gets there: street, post code and place are there.
    pub const fn takes_letters(&self) -> bool {
        self.street.is_some() && self.post_code.is_some() && self.place.is_some()
    }

    /// Reads a post code: four digits in Norway and Denmark, five in Sweden and Finland; what other
    /// countries have is not known here.
    pub fn parse_post_code(text: &str, country: &Country) -> Result<String, Fault> {
        let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let wanted = match country.code() {
            "NO" | "DK" => 4,
            "SE" | "FI" => 5,
            _ => return Ok(text.to_owned()),
        };
        let right = digits.len() == wanted && digits.bytes().all(|byte| byte.is_ascii_digit());
        let fault = || Fault::new(&POST_CODE).with("digits", wanted).with("country", country);
        if right { Ok(text.to_owned()) } else { Err(fault()) }
    }

    /// The names of the parts that a letter misses.
    pub fn missing_parts(&self) -> impl Iterator<Item = &'static str> + '_ {
        [("street", &self.street), ("post_code", &self.post_code), ("place", &self.place)]
            .into_iter()
            .filter_map(|(name, part)| part.is_none().then_some(name))
    }
}

/// An electronic address on the network (BT-34, BT-49): scheme of the EAS list and identifier.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Endpoint {
    /// Scheme, such as `0192` for a Norwegian organisation number
    pub scheme: String,
    /// Identifier in that scheme
    pub id: String,
}

impl Endpoint {
    /// Reads a scheme of Peppol's EAS list.
    pub fn parse_scheme(scheme: &str) -> Result<String, Fault> {
        let known = codes::holds(codes::EAS_PEPPOL, scheme);
        known.then(|| scheme.to_owned()).ok_or(Fault::new(&ENDPOINT_SCHEME).with("scheme", scheme))
    }

    /// Reads an address as a document has it, right or wrong.
    pub fn as_written(scheme: &str, id: &str) -> Result<Self, Fault> {
        Self::parse_scheme(scheme)?;
        let id = id.trim();
        let sane = (1..=50).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_graphic());
        let written = Self { scheme: scheme.to_owned(), id: id.to_owned() };
        if sane { Ok(written) } else { Err(wrong(scheme)) }
    }

    /// Reads a scheme and an identifier; a Norwegian or Swedish number is checked. The others are
    /// looked at with the document that they stand in.
    pub fn parse(scheme: &str, id: &str) -> Result<Self, Fault> {
        let written = Self::as_written(scheme, id)?;
        let own = matches!(scheme, "0192" | "0007");
        if own && !written.is_taken() { Err(wrong(scheme)) } else { Ok(written) }
    }

    /// Reads an address that is kept on a card: it passes the check of its scheme, also where the
    /// official rules only warn.
    pub fn parse_strictly(scheme: &str, id: &str) -> Result<Self, Fault> {
        let written = Self::as_written(scheme, id)?;
        if scheme::is_right(scheme, &written.id) { Ok(written) } else { Err(wrong(scheme)) }
    }

    /// Whether the official rules take it. Cards of earlier versions may have one that they refuse.
    pub fn is_taken(&self) -> bool {
        scheme::is_taken(&self.scheme, &self.id)
    }

    /// The address that follows from an organisation number, where the network has a scheme for it.
    pub fn of(org: &OrgNumber) -> Option<Self> {
        // Finland's 0212 names a company, but is no address on the network any more.
        let scheme = org.scheme().filter(|scheme| codes::holds(codes::EAS_PEPPOL, scheme))?;
        Some(Self { scheme: scheme.to_owned(), id: org.digits().to_owned() })
    }

    /// The address as directories write it: `0192:987654325`.
    pub fn text(&self) -> String {
        format!("{}:{}", self.scheme, self.id)
    }
}

fn wrong(scheme: &str) -> Fault {
    Fault::new(&ENDPOINT_ID).with("scheme", scheme)
}

/// Whom to ask (BG-6, BG-9).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Name (BT-41, BT-56)
    pub name: Option<String>,
    /// Telephone (BT-42, BT-57)
    pub phone: Option<Phone>,
    /// E-mail (BT-43, BT-58)
    pub email: Option<Email>,
}

/// A seller or buyer as the document names him.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Legal name (BT-27, BT-44)
    pub name: String,
    /// Legal registration (BT-30, BT-47)
    pub org: Option<OrgNumber>,
    /// VAT number (BT-31, BT-48)
    pub vat: Option<VatNumber>,
    /// The other party's number for him (BT-29, BT-46): of a buyer the customer number
    pub identifier: Option<String>,
    /// Postal address (BG-5, BG-8)
    pub address: Address,
    /// Whom to ask
    pub contact: Contact,
    /// Electronic address (BT-34, BT-49)
    pub endpoint: Option<Endpoint>,
    /// Where the seller is paid (BT-84)
    pub account: Option<Account>,
    /// A seller's mark of tax registration (BT-32): `Foretaksregisteret`, `Godkänd för F-skatt`
    pub tax_mark: Option<String>,
    /// The name that he trades under (BT-28, BT-45)
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trading_name: Option<String>,
    /// A seller's further legal information (BT-33), such as the form and the share capital
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_form: Option<String>,
    /// Further numbers of his (BT-29, BT-46)
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub identifiers: Vec<Identifier>,
    /// The legal registration (BT-30, BT-47) as it is to stand in the document, where that is not
    /// the usual form of `org`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registration: Option<Identifier>,
}

words! {
    POST_CODE = "post_code_invalid" {
        en: "\"{value}\" is not a post code in {country}." => "Give its {digits} digits.",
        nb: "«{value}» er ikke et postnummer i {country}." => "Oppgi de {digits} sifrene.",
        sv: "”{value}” är inte ett postnummer i {country}." => "Ange de {digits} siffrorna.",
    }
    ENDPOINT_SCHEME = "endpoint_scheme_unknown" {
        en: "\"{scheme}\" is not a scheme of electronic addresses." => "Take it from Peppol's EAS list, such as 0192 (Norway) or 0007 (Sweden).",
        nb: "«{scheme}» er ikke en kode for elektroniske adresser." => "Hent den fra Peppols EAS-liste, som 0192 (Norge) eller 0007 (Sverige).",
        sv: "”{scheme}” är inte en kod för elektroniska adresser." => "Hämta den ur Peppols EAS-lista, som 0007 (Sverige) eller 0192 (Norge).",
    }
    ENDPOINT_ID = "endpoint_invalid" {
        en: "\"{value}\" cannot be an address of scheme {scheme}: its form or a check digit is wrong." => "Copy the number again from the register or from the party itself, without blanks; or correct the scheme.",
        nb: "«{value}» kan ikke være en adresse med kode {scheme}: formen eller et kontrollsiffer er feil." => "Kopier nummeret på nytt fra registeret eller fra parten selv, uten mellomrom; eller rett koden.",
        sv: "”{value}” kan inte vara en adress med kod {scheme}: formen eller en kontrollsiffra är fel." => "Kopiera numret på nytt från registret eller från parten själv, utan blanksteg; eller rätta koden.",
    }
}
