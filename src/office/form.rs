//! What several requests have in common: addresses, parties, the invoice itself. Each form is the
//! type of the request and the function that parses it at the door.

mod attachment;
mod back;
mod distribution;
mod invoice;
mod line;
mod lines;
mod payment;
mod terms;
mod totals;

pub use back::totals_form;
pub use distribution::{ClaimForm, DistributionForm, read_claim, read_overrides};
pub use invoice::{InvoiceForm, read_invoice};
pub use terms::{ALL as TERMS, IdentifierForm};
pub use totals::TotalsForm;

use crate::domain::account::Account;
use crate::domain::contact::{Email, Phone};
use crate::domain::country::Country;
use crate::domain::finding::{Fault, Finding};
use crate::domain::identifier::Identifier;
use crate::domain::number::{OrgNumber, VatNumber};
use crate::domain::party::{Address, Contact, Endpoint, Party};
use crate::domain::words::words;
use crate::office::protocol::door::Door;
use crate::office::protocol::request::form;
use crate::office::protocol::text::{code, paragraph, text};
use terms::{read_identifier, read_identifiers};

form! {
    /// A postal address.
    AddressForm {
        /// Street and number, or box (BT-35, BT-50). At most 100 characters.
        street: Option<String>,
        /// A second line (BT-36, BT-51).
        street2: Option<String>,
        /// A third line (BT-162, BT-163, BT-164, BT-165).
        street3: Option<String>,
        /// Post code (BT-38, BT-53).
        post_code: Option<String>,
        /// Place (BT-37, BT-52).
        place: Option<String>,
        /// County, province or state (BT-39, BT-54, BT-68, BT-79).
        subdivision: Option<String>,
        /// Country (BT-40, BT-55), two letters of ISO 3166-1.
        country: Option<String>,
    }
}

form! {
    /// An electronic address: scheme and identifier.
    EndpointForm {
        /// Scheme of Peppol's EAS list, such as 0192 or 0007.
        scheme: Option<String>,
        /// Identifier in that scheme.
        id: Option<String>,
    }
}

form! {
    /// Whom to ask.
    ContactForm {
        /// Name (BT-41, BT-56).
        name: Option<String>,
        /// Telephone (BT-42, BT-57).
        phone: Option<String>,
        /// E-mail (BT-43, BT-58).
        email: Option<String>,
    }
}

form! {
    /// A seller or buyer given in full.
    PartyForm {
        /// Legal name (BT-27, BT-44).
        name: Option<String>,
        /// Organisation number (BT-30, BT-47) of the country in the address.
        organisation_number: Option<String>,
        /// VAT number with its country prefix (BT-31, BT-48).
        vat_number: Option<String>,
        /// The other party's number for this one (BT-29, BT-46), such as the customer number.
        identifier: Option<String>,
        /// Postal address (BG-5, BG-8).
        address: Option<AddressForm>,
        /// Whom to ask (BG-6, BG-9).
        contact: Option<ContactForm>,
        /// Electronic address (BT-34, BT-49); from the organisation number when none is given.
        endpoint: Option<EndpointForm>,
        /// Where a seller is paid (BT-84): account, IBAN, bankgiro:… or plusgiro:….
        bank_account: Option<String>,
        /// A seller's mark of tax registration (BT-32), such as Foretaksregisteret.
        tax_mark: Option<String>,
        /// A consumer gets no electronic address of his own.
        private: Option<bool>,
        /// The name that the party trades under (BT-28, BT-45), where it is not the legal one.
        trading_name: Option<String>,
        /// A seller's further legal information (BT-33), such as legal form and share capital.
        legal_form: Option<String>,
        /// Further numbers of the party (BT-29, BT-46) with their schemes of ISO 6523, such as
        /// 0088 for a GLN.
        identifiers: Option<Vec<IdentifierForm>>,
        /// VAT number (BT-31, BT-48) as it is to stand in the document, instead of vat_number: of a
        /// form that is not checked here.
        vat_registration: Option<String>,
        /// The legal registration (BT-30, BT-47) as it is to stand in the document, instead of
        /// organisation_number: any scheme of ISO 6523, or none.
        registration: Option<IdentifierForm>,
    }
}

/// Parses an address of a document, whose country is mandatory; a post code stands as it is
/// written, since documents come from everywhere.
pub fn read_address(door: &mut Door, at: &str, form: Option<&AddressForm>) -> Option<Address> {
    let form = form.cloned().unwrap_or_default();
    let country = door.required(&format!("{at}/country"), form.country.as_ref(), Country::parse);
    let post_code = door.optional(&format!("{at}/post_code"), form.post_code.as_ref(), text(20));
    read_address_in(door, at, &form, country, post_code)
}

/// Parses an address that lies in a known country when it names none.
pub fn read_address_at_home(
    door: &mut Door,
    at: &str,
    form: &AddressForm,
    home: &Country,
) -> Option<Address> {
    let given = form.country.as_ref().filter(|country| !country.trim().is_empty());
    let country = match given {
        Some(_) => door.optional(&format!("{at}/country"), given, Country::parse),
        None => Some(home.clone()),
    };
    let post_code = door.optional(&format!("{at}/post_code"), form.post_code.as_ref(), |given| {
        let code = text(20)(given)?;
        match &country {
            Some(country) => Address::parse_post_code(&code, country),
            None => Ok(code),
        }
    });
    read_address_in(door, at, form, country, post_code)
}

fn read_address_in(
    door: &mut Door,
    at: &str,
    form: &AddressForm,
    country: Option<Country>,
    post_code: Option<String>,
) -> Option<Address> {
    let street = door.optional(&format!("{at}/street"), form.street.as_ref(), text(100));
    let street2 = door.optional(&format!("{at}/street2"), form.street2.as_ref(), text(100));
    let place = door.optional(&format!("{at}/place"), form.place.as_ref(), text(100));
    let street3 = door.optional(&format!("{at}/street3"), form.street3.as_ref(), text(100));
    let subdivision =
        door.optional(&format!("{at}/subdivision"), form.subdivision.as_ref(), text(100));
    Some(Address { street, street2, street3, post_code, place, subdivision, country: country? })
}

/// Parses an electronic address of a document, which is judged as a whole.
pub fn read_endpoint(door: &mut Door, at: &str, form: Option<&EndpointForm>) -> Option<Endpoint> {
    read_endpoint_by(door, at, form, Endpoint::parse)
}

/// Parses an electronic address that is kept: it passes the check of its scheme.
pub fn read_endpoint_to_keep(
    door: &mut Door,
    at: &str,
    form: Option<&EndpointForm>,
) -> Option<Endpoint> {
    read_endpoint_by(door, at, form, Endpoint::parse_strictly)
}

fn read_endpoint_by(
    door: &mut Door,
    at: &str,
    form: Option<&EndpointForm>,
    parse: fn(&str, &str) -> Result<Endpoint, Fault>,
) -> Option<Endpoint> {
    let form = form?;
    let scheme = door.required(&format!("{at}/scheme"), form.scheme.as_ref(), |scheme| {
        Endpoint::parse_scheme(&code(10)(scheme)?)
    })?;
    door.required(&format!("{at}/id"), form.id.as_ref(), |id| parse(&scheme, id))
}

/// Parses whom to ask.
pub fn read_contact(
    door: &mut Door,
    at: &str,
    form: Option<&ContactForm>,
    home: &Country,
) -> Contact {
    let form = form.cloned().unwrap_or_default();
    Contact {
        name: door.optional(&format!("{at}/name"), form.name.as_ref(), text(100)),
        phone: door.optional(&format!("{at}/phone"), form.phone.as_ref(), |phone| {
            Phone::parse_in(phone, home)
        }),
        email: door.optional(&format!("{at}/email"), form.email.as_ref(), Email::parse),
    }
}

/// Parses a seller or buyer given in full.
pub fn read_party(door: &mut Door, at: &str, form: &PartyForm) -> Option<Party> {
    let name = door.required(&format!("{at}/name"), form.name.as_ref(), text(200));
    let address = read_address(door, &format!("{at}/address"), form.address.as_ref());
    let country = address.as_ref().map(|address| address.country.clone());
    let org = match &country {
        Some(country) => door.optional(
            &format!("{at}/organisation_number"),
            form.organisation_number.as_ref(),
            |number| OrgNumber::parse(number, country),
        ),
        None => None,
    };
    let vat =
        door.optional(&format!("{at}/vat_number"), form.vat_number.as_ref(), VatNumber::parse);
    if let (Some(_), Some(written)) = (&form.vat_number, &form.vat_registration) {
        let two = Finding::fatal(&TWO_VAT_NUMBERS).at(format!("{at}/vat_registration"));
        door.report(two.value(written).term("BT-31"));
    }
    let vat = vat.or_else(|| {
        let path = format!("{at}/vat_registration");
        let written = door.optional(&path, form.vat_registration.as_ref(), text(50));
        written.map(VatNumber::as_written)
    });
    let identifier = door.optional(&format!("{at}/identifier"), form.identifier.as_ref(), text(60));
    let endpoint = read_endpoint(door, &format!("{at}/endpoint"), form.endpoint.as_ref());
    let account =
        door.optional(&format!("{at}/bank_account"), form.bank_account.as_ref(), Account::parse);
    let tax_mark = door.optional(&format!("{at}/tax_mark"), form.tax_mark.as_ref(), text(60));
    let contact = read_contact_as_written(door, &format!("{at}/contact"), form.contact.as_ref());
    let trading_name =
        door.optional(&format!("{at}/trading_name"), form.trading_name.as_ref(), text(200));
    let legal_form =
        door.optional(&format!("{at}/legal_form"), form.legal_form.as_ref(), paragraph(1000));
    let identifiers = read_identifiers(door, at, form.identifiers.as_deref());
    let registration = read_registration(door, at, form);
    let private = form.private.unwrap_or(false);
    let own_endpoint = org.as_ref().filter(|_| !private).and_then(Endpoint::of);
    Some(Party {
        name: name?,
        vat,
        identifier,
        address: address?,
        contact,
        endpoint: endpoint.or(own_endpoint),
        account,
        tax_mark,
        org,
        trading_name,
        legal_form,
        identifiers,
        registration,
    })
}

/// A registration of one's own writing stands in the organisation number's place.
fn read_registration(door: &mut Door, at: &str, form: &PartyForm) -> Option<Identifier> {
    let path = format!("{at}/registration");
    let own = read_identifier(door, &path, form.registration.as_ref())?;
    if form.organisation_number.is_some() {
        door.report(Finding::fatal(&TWO_REGISTRATIONS).at(path).value(&own.id).term("BT-30"));
    }
    Some(own)
}

/// Parses whom to ask as the document shall have it: nothing is dialled or written to from it.
fn read_contact_as_written(door: &mut Door, at: &str, form: Option<&ContactForm>) -> Contact {
    let Some(form) = form else { return Contact::default() };
    Contact {
        name: door.optional(&format!("{at}/name"), form.name.as_ref(), text(100)),
        phone: door.optional(&format!("{at}/phone"), form.phone.as_ref(), |phone| {
            Phone::as_written(&text(60)(phone)?)
        }),
        email: door.optional(&format!("{at}/email"), form.email.as_ref(), |email| {
            Email::as_written(&text(200)(email)?)
        }),
    }
}

words! {
    TWO_REGISTRATIONS = "two_registrations" {
        en: "Both an organisation number and a registration are given." => "Give one of them: organisation_number is checked and gets its scheme, registration stands as it is.",
        nb: "Både organisasjonsnummer og registrering er oppgitt." => "Oppgi én av dem: organisation_number kontrolleres og får sin kode, registration står som den er.",
        sv: "Både organisationsnummer och registrering är angivna." => "Ange en av dem: organisation_number kontrolleras och får sin kod, registration står som den är.",
    }
    TWO_VAT_NUMBERS = "two_vat_numbers" {
        en: "Both vat_number and vat_registration are given." => "Give one of them: vat_number is checked, vat_registration stands as it is.",
        nb: "Både vat_number og vat_registration er oppgitt." => "Oppgi én av dem: vat_number kontrolleres, vat_registration står som den er.",
        sv: "Både vat_number och vat_registration är angivna." => "Ange en av dem: vat_number kontrolleras, vat_registration står som den är.",
    }
    GTIN = "gtin_invalid" {
        en: "\"{value}\" is not a GTIN." => "Give its 8, 12, 13 or 14 digits; a number of another kind goes into standard_item.",
        nb: "«{value}» er ikke et GTIN." => "Oppgi de 8, 12, 13 eller 14 sifrene; et annet slags nummer hører hjemme i standard_item.",
        sv: "”{value}” är inte ett GTIN." => "Ange dess 8, 12, 13 eller 14 siffror; ett nummer av annat slag hör hemma i standard_item.",
    }
    TWO_ITEM_NUMBERS = "two_standard_item_numbers" {
        en: "Both gtin and standard_item are given." => "An item has one standard number; give only one of them.",
        nb: "Både gtin og standard_item er oppgitt." => "En vare har ett standardnummer; oppgi bare én av dem.",
        sv: "Både gtin och standard_item är angivna." => "En vara har ett standardnummer; ange bara ett av dem.",
    }
    PARTY_MISSING = "party_missing" {
        en: "The document has no {value}." => "Give {value} in full, or refer to a registered company or customer.",
        nb: "Dokumentet mangler {value}." => "Oppgi {value} fullt ut, eller vis til et registrert firma eller en kunde.",
        sv: "Dokumentet saknar {value}." => "Ange {value} i sin helhet, eller hänvisa till ett registrerat företag eller en kund.",
    }
    TWO_REFERENCES = "two_payment_references" {
        en: "More than one of kid, ocr and reference is given." => "A payment carries one reference; give only one.",
        nb: "Mer enn én av kid, ocr og reference er oppgitt." => "En betaling har én referanse; oppgi bare én.",
        sv: "Mer än en av kid, ocr och reference är angiven." => "En betalning har en referens; ange bara en.",
    }
    BIC_WITHOUT_IBAN = "bic_without_iban" {
        en: "A BIC is given, but no IBAN that it belongs to." => "Give the IBAN as payment.account, or leave bic out.",
        nb: "En BIC er oppgitt, men ikke noe IBAN den hører til." => "Oppgi IBAN som payment.account, eller utelat bic.",
        sv: "En BIC är angiven, men inget IBAN som den hör till." => "Ange IBAN som payment.account, eller utelämna bic.",
    }
    CODE_UNKNOWN = "code_unknown" {
        en: "\"{value}\" is not in the code list of {field}." => "Take the code from the list that EN 16931 names for {field}.",
        nb: "«{value}» finnes ikke i kodelisten for {field}." => "Hent koden fra listen EN 16931 har for {field}.",
        sv: "”{value}” finns inte i kodlistan för {field}." => "Hämta koden ur listan som EN 16931 har för {field}.",
    }
    PRICE_DIFFERS = "net_price_differs" {
        en: "The net price is {value}, but the discount leaves {expected} of the gross price." => "Correct one of the three, or leave price out: it follows from gross_price.",
        nb: "Nettoprisen er {value}, men rabatten gir {expected} av bruttoprisen." => "Rett én av de tre, eller utelat price: den følger av gross_price.",
        sv: "Nettopriset är {value}, men rabatten lämnar {expected} av bruttopriset." => "Rätta ett av de tre, eller utelämna price: det följer av gross_price.",
    }
    ADJUSTMENT_KIND = "adjustment_kind" {
        en: "\"{value}\" is neither allowance nor charge." => "Use allowance or charge.",
        nb: "«{value}» er verken allowance eller charge." => "Bruk allowance (avslag) eller charge (tillegg).",
        sv: "”{value}” är varken allowance eller charge." => "Använd allowance (avdrag) eller charge (tillägg).",
    }
    ADJUSTMENT_AMOUNT = "adjustment_amount" {
        en: "The allowance or charge has no amount." => "Give amount, or both percent and base.",
        nb: "Avslaget eller tillegget mangler beløp." => "Oppgi amount, eller både percent og base.",
        sv: "Avdraget eller tillägget saknar belopp." => "Ange amount, eller både percent och base.",
    }
}
