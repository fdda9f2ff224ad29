//! Organisation numbers and VAT numbers, with their check digits.

use crate::domain::codes;
use crate::domain::country::Country;
use crate::domain::finding::Fault;
use crate::domain::identifier::scheme;
use crate::domain::words::words;
use serde::{Deserialize, Serialize};

/// A legal registration number (BT-30, BT-47) with the country that gave it.
///
/// Norway: nine digits, modulus 11. Sweden: ten digits, Luhn; a sole trader's is his personal
/// number, which may also be given with the century. Elsewhere it is kept as it was given.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OrgNumber {
    country: Country,
    digits: String,
}

impl OrgNumber {
    /// Reads a number of the given country; blanks and the Swedish hyphen are dropped.
    pub fn parse(text: &str, country: &Country) -> Result<Self, Fault> {
        let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let digits = match country.code() {
            "NO" => norwegian(&compact)?,
            "SE" => swedish(&compact)?,
            "DK" => danish(&compact)?,
            _ => foreign(&compact)?,
        };
        Ok(Self { country: country.clone(), digits })
    }

    /// The number as registers write it, without blanks or hyphens.
    pub fn digits(&self) -> &str {
        &self.digits
    }

    /// The country that gave it.
    pub const fn country(&self) -> &Country {
        &self.country
    }

    /// Whether the official rules take it with its scheme. Cards of earlier versions may have one
    /// that they refuse.
    pub fn is_taken(&self) -> bool {
        self.scheme().is_none_or(|scheme| scheme::is_taken(scheme, &self.digits))
    }

    /// The identifier scheme of ISO 6523 for this number, where Peppol knows one.
    pub fn scheme(&self) -> Option<&'static str> {
        match self.country.code() {
            "NO" => Some("0192"),
            "SE" => Some("0007"),
            "DK" => Some("0184"),
            "FI" => Some("0212"),
            _ => None,
        }
    }
}

fn norwegian(text: &str) -> Result<String, Fault> {
    let digits = digits_of(text, 9).ok_or(Fault::new(&ORG_NUMBER_SHAPE_NO))?;
    if digits.iter().all(|digit| *digit == 0) {
        return Err(Fault::new(&ORG_NUMBER_SHAPE_NO));
    }
    if is_mod11(&digits, &[3, 2, 7, 6, 5, 4, 3, 2, 1]) {
        Ok(text.to_owned())
    } else {
        Err(Fault::new(&ORG_NUMBER_CHECK_DIGIT))
    }
}

fn swedish(text: &str) -> Result<String, Fault> {
    let compact = text.replace('-', "");
    // Twelve digits begin with a century: 16 for companies, 18 to 20 for persons.
    let century = ["16", "18", "19", "20"].iter().find_map(|c| compact.strip_prefix(c));
    let ten = century.filter(|ten| ten.len() == 10).unwrap_or(&compact);
    let digits = digits_of(ten, 10).ok_or(Fault::new(&ORG_NUMBER_SHAPE_SE))?;
    if digits.iter().all(|digit| *digit == 0) {
        return Err(Fault::new(&ORG_NUMBER_SHAPE_SE));
    }
    if is_luhn(&digits) { Ok(ten.to_owned()) } else { Err(Fault::new(&ORG_NUMBER_CHECK_DIGIT)) }
}

/// A CVR number, with or without its country.
fn danish(text: &str) -> Result<String, Fault> {
    match scheme::cvr_with_or_without_country(text) {
        true => Ok(text.to_owned()),
        false => Err(Fault::new(&ORG_NUMBER_SHAPE_DK)),
    }
}

fn foreign(text: &str) -> Result<String, Fault> {
    let usable = |c: char| c.is_ascii_alphanumeric() || "-./".contains(c);
    if (2..=50).contains(&text.len()) && text.chars().all(usable) {
        Ok(text.to_owned())
    } else {
        Err(Fault::new(&ORG_NUMBER_SHAPE))
    }
}

/// A VAT number (BT-31, BT-48) with its country prefix: `NO123456785MVA`, `SE556000475501`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VatNumber(String);

impl VatNumber {
    /// Reads a VAT number; blanks are dropped, letters are raised.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let number = compact.to_ascii_uppercase();
        let (prefix, rest) = number.split_at_checked(2).ok_or(Fault::new(&VAT_NUMBER_SHAPE))?;
        let plain = !rest.is_empty() && rest.len() <= 18;
        if !plain || !rest.bytes().all(|b| b.is_ascii_alphanumeric()) || !known_prefix(prefix) {
            return Err(Fault::new(&VAT_NUMBER_SHAPE));
        }
        match prefix {
            "NO" => norwegian_vat(rest)?,
            "SE" => swedish_vat(rest)?,
            _ => {}
        }
        Ok(Self(number))
    }

    /// A number of a form that is not known here, as a document has it.
    pub const fn as_written(text: String) -> Self {
        Self(text)
    }

    /// The number that follows from a Norwegian or Swedish organisation number.
    pub fn of(org: &OrgNumber) -> Option<Self> {
        match org.country().code() {
            "NO" => Some(Self(format!("NO{}MVA", org.digits()))),
            "SE" => Some(Self(format!("SE{}01", org.digits()))),
            _ => None,
        }
    }

    /// The number with its prefix.
    pub fn text(&self) -> &str {
        &self.0
    }
}

fn known_prefix(prefix: &str) -> bool {
    prefix == "EL" || codes::holds(codes::COUNTRIES, prefix)
}

fn norwegian_vat(rest: &str) -> Result<(), Fault> {
    let org = rest.strip_suffix("MVA").ok_or(Fault::new(&VAT_NUMBER_NO))?;
    norwegian(org).map(drop).map_err(|_| Fault::new(&VAT_NUMBER_NO))
}

fn swedish_vat(rest: &str) -> Result<(), Fault> {
    let org = rest.get(..10).filter(|_| rest.len() == 12 && rest.ends_with("01"));
    let org = org.ok_or(Fault::new(&VAT_NUMBER_SE))?;
    swedish(org).map(drop).map_err(|_| Fault::new(&VAT_NUMBER_SE))
}

/// The digits of a text that holds exactly `length` of them and nothing else.
pub fn digits_of(text: &str, length: usize) -> Option<Vec<u32>> {
    let digits: Option<Vec<u32>> = text.chars().map(|c| c.to_digit(10)).collect();
    digits.filter(|digits| digits.len() == length)
}

/// Whether the weighted sum is divisible by 11.
pub fn is_mod11(digits: &[u32], weights: &[u32]) -> bool {
    digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum::<u32>() % 11 == 0
}

/// Whether the last digit is the Luhn (modulus 10) check digit of the others.
pub fn is_luhn(digits: &[u32]) -> bool {
    let doubled = |digit: u32| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let weigh = |(at, digit): (usize, &u32)| if at % 2 == 1 { doubled(*digit) } else { *digit };
    digits.iter().rev().enumerate().map(weigh).sum::<u32>() % 10 == 0
}

words! {
    ORG_NUMBER_CHECK_DIGIT = "organisation_number_check_digit" {
        en: "Organisation number {value} fails its check digit." => "Copy the number again from the company register; two digits may be swapped.",
        nb: "Organisasjonsnummer {value} har feil kontrollsiffer." => "Kopier nummeret på nytt fra Enhetsregisteret; to sifre kan være byttet om.",
        sv: "Organisationsnummer {value} har fel kontrollsiffra." => "Kopiera numret på nytt från Bolagsverket; två siffror kan ha bytt plats.",
    }
    ORG_NUMBER_SHAPE_NO = "organisation_number_shape" {
        en: "\"{value}\" is not a Norwegian organisation number." => "It has nine digits, without MVA.",
        nb: "«{value}» er ikke et norsk organisasjonsnummer." => "Det har ni sifre, uten MVA.",
        sv: "”{value}” är inte ett norskt organisationsnummer." => "Det har nio siffror, utan MVA.",
    }
    ORG_NUMBER_SHAPE_SE = "organisation_number_shape" {
        en: "\"{value}\" is not a Swedish organisation number." => "It has ten digits; a sole trader gives his personal number.",
        nb: "«{value}» er ikke et svensk organisasjonsnummer." => "Det har ti sifre; et enkeltpersonforetak bruker personnummeret.",
        sv: "”{value}” är inte ett svenskt organisationsnummer." => "Det har tio siffror; en enskild firma anger personnumret.",
    }
    ORG_NUMBER_SHAPE_DK = "organisation_number_shape" {
        en: "\"{value}\" is not a Danish CVR number." => "It has eight digits.",
        nb: "«{value}» er ikke et dansk CVR-nummer." => "Det har åtte sifre.",
        sv: "”{value}” är inte ett danskt CVR-nummer." => "Det har åtta siffror.",
    }
    ORG_NUMBER_SHAPE = "organisation_number_shape" {
        en: "\"{value}\" is not an organisation number." => "Give the registration number in letters and digits, at most 50.",
        nb: "«{value}» er ikke et organisasjonsnummer." => "Oppgi registreringsnummeret i bokstaver og sifre, høyst 50.",
        sv: "”{value}” är inte ett organisationsnummer." => "Ange registreringsnumret i bokstäver och siffror, högst 50.",
    }
    VAT_NUMBER_SHAPE = "vat_number_shape" {
        en: "\"{value}\" is not a VAT number." => "Begin with the country's two letters, as in NO123456785MVA.",
        nb: "«{value}» er ikke et MVA-nummer." => "Begynn med landets to bokstaver, som NO123456785MVA.",
        sv: "”{value}” är inte ett momsregistreringsnummer." => "Börja med landets två bokstäver, som SE556000475501.",
    }
    VAT_NUMBER_NO = "vat_number_norwegian" {
        en: "\"{value}\" is not a Norwegian VAT number." => "Write NO, the nine digits of the organisation number and MVA (NO-R-001).",
        nb: "«{value}» er ikke et norsk MVA-nummer." => "Skriv NO, organisasjonsnummerets ni sifre og MVA (NO-R-001).",
        sv: "”{value}” är inte ett norskt momsnummer." => "Skriv NO, organisationsnumrets nio siffror och MVA (NO-R-001).",
    }
    VAT_NUMBER_SE = "vat_number_swedish" {
        en: "\"{value}\" is not a Swedish VAT number." => "Write SE, the ten digits of the organisation number and 01 (SE-R-001).",
        nb: "«{value}» er ikke et svensk MVA-nummer." => "Skriv SE, organisasjonsnummerets ti sifre og 01 (SE-R-001).",
        sv: "”{value}” är inte ett svenskt momsregistreringsnummer." => "Skriv SE, organisationsnumrets tio siffror och 01 (SE-R-001).",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn org(text: &str, country: &str) -> Result<String, &'static str> {
        let country = Country::parse(country).unwrap();
        let read = OrgNumber::parse(text, &country);
        read.map(|org| org.digits().to_owned()).map_err(|fault| fault.words.code)
    }

    #[test]
    fn norwegian_numbers_pass_modulus_11() {
        for good in ["123456785", "987654325", "988 077 917", "918130047"] {
            assert!(org(good, "NO").is_ok(), "{good}");
        }
        assert_eq!(org("987654326", "NO"), Err("organisation_number_check_digit"));
        assert_eq!(org("98765432", "NO"), Err("organisation_number_shape"));
        assert_eq!(org("987654325MVA", "NO"), Err("organisation_number_shape"));
    }

    #[test]
    fn swedish_numbers_pass_luhn_with_hyphen_or_century() {
        assert_eq!(org("556016-0680", "SE"), Ok("5560160680".into()));
        assert_eq!(org("165560160680", "SE"), Ok("5560160680".into()));
        assert_eq!(org("5560160681", "SE"), Err("organisation_number_check_digit"));
    }

    #[test]
    fn vat_numbers_follow_their_country() {
        assert!(VatNumber::parse("no 987654325 mva").is_ok());
        assert!(VatNumber::parse("SE556016068001").is_ok());
        assert!(VatNumber::parse("DE123456789").is_ok());
        for bad in ["NO987654325", "NO987654326MVA", "SE556016068002", "987654325MVA", "N", "XX1"] {
            assert!(VatNumber::parse(bad).is_err(), "{bad}");
        }
    }
}
