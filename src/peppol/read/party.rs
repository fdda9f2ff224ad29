//! Seller (BG-4) and buyer (BG-7).

use crate::domain::contact::{Email, Phone};
use crate::domain::country::Country;
use crate::domain::identifier::Identifier;
use crate::domain::number::{OrgNumber, VatNumber};
use crate::domain::party::{Address, Contact, Endpoint, Party};
use crate::domain::words::Words;
use crate::peppol::read::ubl::Element;
use crate::peppol::read::value::{Faults, identifier, known, line, paragraph};
use crate::peppol::read::words::{BUYER_MISSING, SELLER_MISSING};

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
            vat: known_vat(party),
            identifier: read_identifier(party),
            endpoint: read_endpoint(party),
            account: None,
            tax_mark: read_tax_mark(party),
            trading_name: line(party, "cac:PartyName/cbc:Name"),
            legal_form: paragraph(party, "cac:PartyLegalEntity/cbc:CompanyLegalForm"),
            identifiers: read_identifiers(party),
            registration: read_registration(party, &country),
            org: read_org(party, &country),
            contact: read_contact(party),
            address: read_address(party.first("cac:PostalAddress"), country),
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
        address: bare(country),
        contact: Contact { name: None, phone: None, email: None },
        endpoint: None,
        account: None,
        tax_mark: None,
        trading_name: None,
        legal_form: None,
        identifiers: Vec::new(),
        registration: None,
    }
}

const fn bare(country: Country) -> Address {
    Address {
        street: None,
        street2: None,
        street3: None,
        post_code: None,
        place: None,
        subdivision: None,
        country,
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

/// The registration where the organisation number would not be written just so.
fn read_registration(party: Element<'_>, home: &Country) -> Option<Identifier> {
    let written = identifier(party, NUMBER)?;
    let usual = read_org(party, home)
        .map(|org| Identifier { scheme: org.scheme().map(str::to_owned), id: org.digits().into() });
    Some(written).filter(|written| usual.as_ref() != Some(written))
}

fn is_vat(registration: Element<'_>) -> bool {
    let scheme = line(registration, "cac:TaxScheme/cbc:ID");
    scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case("VAT"))
}

fn known_vat(party: Element<'_>) -> Option<VatNumber> {
    let mut registrations = party.all("cac:PartyTaxScheme").filter(|scheme| is_vat(*scheme));
    let written = line(registrations.next()?, "cbc:CompanyID")?;
    let same = |vat: &VatNumber| vat.text() == written;
    let vat = VatNumber::parse(&written).ok().filter(same);
    Some(vat.unwrap_or(VatNumber::as_written(written)))
}

fn read_tax_mark(party: Element<'_>) -> Option<String> {
    let mut others = party.all("cac:PartyTaxScheme").filter(|scheme| !is_vat(*scheme));
    others.find_map(|scheme| line(scheme, "cbc:CompanyID"))
}

fn numbers(party: Element<'_>) -> impl Iterator<Item = Identifier> {
    party.all("cac:PartyIdentification").filter_map(|id| identifier(id, "cbc:ID"))
}

/// The first number without scheme is the other party's own, such as a customer number.
fn read_identifier(party: Element<'_>) -> Option<String> {
    numbers(party).find(|number| number.scheme.is_none()).map(|number| number.id)
}

/// All other numbers.
fn read_identifiers(party: Element<'_>) -> Vec<Identifier> {
    let mut all: Vec<Identifier> = numbers(party).collect();
    if let Some(own) = all.iter().position(|number| number.scheme.is_none()) {
        all.remove(own);
    }
    all
}

/// Reads a postal address in a country.
pub fn read_address(address: Option<Element<'_>>, country: Country) -> Address {
    let part = |name: &str| line(address?, name);
    Address {
        street: part("cbc:StreetName"),
        street2: part("cbc:AdditionalStreetName"),
        street3: part("cac:AddressLine/cbc:Line"),
        post_code: part("cbc:PostalZone"),
        place: part("cbc:CityName"),
        subdivision: part("cbc:CountrySubentity"),
        country,
    }
}

fn read_contact(party: Element<'_>) -> Contact {
    Contact {
        name: line(party, "cac:Contact/cbc:Name"),
        phone: known(party, "cac:Contact/cbc:Telephone", Phone::as_written),
        email: known(party, "cac:Contact/cbc:ElectronicMail", Email::as_written),
    }
}

fn read_endpoint(party: Element<'_>) -> Option<Endpoint> {
    let scheme = party.first("cbc:EndpointID")?.attribute("schemeID")?;
    known(party, "cbc:EndpointID", |id| Endpoint::as_written(scheme, id))
}
