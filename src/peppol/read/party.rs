//! Seller (BG-4) and buyer (BG-7).

use crate::domain::contact::{Email, Phone};
use crate::domain::country::Country;
use crate::domain::number::{OrgNumber, VatNumber};
use crate::domain::party::{Address, Contact, Endpoint, Party};
use crate::domain::words::Words;
use crate::peppol::read::ubl::Element;
use crate::peppol::read::value::{Faults, known, line};
use crate::peppol::read::{BUYER_MISSING, SELLER_MISSING};

const NAME: &str = "cac:PartyLegalEntity/cbc:RegistrationName";
const NUMBER: &str = "cac:PartyLegalEntity/cbc:CompanyID";
const COUNTRY: &str = "cac:PostalAddress/cac:Country/cbc:IdentificationCode";

/// Which of the two parties.
#[derive(Clone, Copy, Debug)]
pub struct Side {
    path: &'static str,
    nameless: &'static Words,
    term: &'static str,
}

/// Who sells.
pub const SELLER: Side =
    Side { path: "cac:AccountingSupplierParty", nameless: &SELLER_MISSING, term: "BT-27" };
/// Who buys.
pub const BUYER: Side =
    Side { path: "cac:AccountingCustomerParty", nameless: &BUYER_MISSING, term: "BT-44" };

impl Side {
    fn party(self, root: Element<'_>) -> Option<Element<'_>> {
        root.first(self.path)?.first("cac:Party")
    }

    /// The country of the party: of his address, or else of his numbers.
    pub fn country(self, root: Element<'_>) -> Option<Country> {
        let party = self.party(root)?;
        let numbers = [party.first(NUMBER), party.first("cbc:EndpointID")].into_iter().flatten();
        let of_numbers = || numbers.filter_map(|id| country_of(id.attribute("schemeID")?)).next();
        known(party, COUNTRY, |code| Country::parse(&code.to_ascii_uppercase()))
            .or_else(|| known_vat(party).and_then(|vat| Country::parse(vat.text().get(..2)?).ok()))
            .or_else(of_numbers)
    }

    /// Reads the party; `country` is where it is, or is taken to be.
    pub fn read(self, faults: &mut Faults, root: Element<'_>, country: Country) -> Party {
        let Some(party) = self.party(root).filter(|party| line(*party, NAME).is_some()) else {
            let path = format!("{}/cac:Party/{NAME}", self.path);
            faults.missing(self.nameless, root.nearest(&path), self.term);
            return nameless(country);
        };
        Party {
            name: line(party, NAME).unwrap_or_default(),
            org: read_org(party, &country),
            vat: known_vat(party),
            identifier: read_identifier(party),
            contact: read_contact(party, &country),
            address: read_address(party, country),
            endpoint: read_endpoint(party),
            account: None,
            tax_mark: read_tax_mark(party),
        }
    }
}

/// What stands for a party without a name: the fault is noted, and nothing gets by it.
const fn nameless(country: Country) -> Party {
    Party {
        name: String::new(),
        org: None,
        vat: None,
        identifier: None,
        address: Address { street: None, street2: None, post_code: None, place: None, country },
        contact: Contact { name: None, phone: None, email: None },
        endpoint: None,
        account: None,
        tax_mark: None,
    }
}

/// The country whose registration numbers the scheme has.
fn country_of(scheme: &str) -> Option<Country> {
    let code = match scheme {
        "0192" => "NO",
        "0007" => "SE",
        "0184" => "DK",
        "0212" => "FI",
        _ => return None,
    };
    Country::parse(code).ok()
}

/// A number without scheme is of the party's own country; of other schemes nothing is known.
fn read_org(party: Element<'_>, home: &Country) -> Option<OrgNumber> {
    let country = match party.first(NUMBER)?.attribute("schemeID") {
        Some(scheme) => country_of(scheme)?,
        None => home.clone(),
    };
    known(party, NUMBER, |number| OrgNumber::parse(number, &country))
}

fn is_vat(registration: Element<'_>) -> bool {
    let scheme = line(registration, "cac:TaxScheme/cbc:ID");
    scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case("VAT"))
}

fn known_vat(party: Element<'_>) -> Option<VatNumber> {
    let mut registrations = party.all("cac:PartyTaxScheme").filter(|scheme| is_vat(*scheme));
    registrations.find_map(|scheme| known(scheme, "cbc:CompanyID", VatNumber::parse))
}

fn read_tax_mark(party: Element<'_>) -> Option<String> {
    let mut others = party.all("cac:PartyTaxScheme").filter(|scheme| !is_vat(*scheme));
    others.find_map(|scheme| line(scheme, "cbc:CompanyID"))
}

/// A customer number has no scheme, so one without comes first. SEPA's is a creditor's (BT-90).
fn read_identifier(party: Element<'_>) -> Option<String> {
    let numbers = || party.all("cac:PartyIdentification").filter_map(|id| id.first("cbc:ID"));
    let mut own = numbers().filter(|id| id.attribute("schemeID").is_none());
    let mut other = numbers().filter(|id| id.attribute("schemeID").is_some_and(|s| s != "SEPA"));
    own.find_map(Element::line).or_else(|| other.find_map(Element::line))
}

fn read_address(party: Element<'_>, country: Country) -> Address {
    let part = |name: &str| line(party.first("cac:PostalAddress")?, name);
    Address {
        street: part("cbc:StreetName"),
        street2: part("cbc:AdditionalStreetName"),
        post_code: part("cbc:PostalZone"),
        place: part("cbc:CityName"),
        country,
    }
}

fn read_contact(party: Element<'_>, country: &Country) -> Contact {
    let phone = |phone: &str| Phone::parse_in(phone, country);
    Contact {
        name: line(party, "cac:Contact/cbc:Name"),
        phone: known(party, "cac:Contact/cbc:Telephone", phone),
        email: known(party, "cac:Contact/cbc:ElectronicMail", Email::parse),
    }
}

fn read_endpoint(party: Element<'_>) -> Option<Endpoint> {
    let scheme = party.first("cbc:EndpointID")?.attribute("schemeID")?;
    known(party, "cbc:EndpointID", |id| Endpoint::parse(scheme, id))
}
