//! What fewer invoices have: payee, tax representative, place of delivery, cards and mandates,
//! supporting documents, and the finer points of an item.

use crate::domain::account::iban;
use crate::domain::codes;
use crate::domain::country::Country;
use crate::domain::finding::{Fault, Finding};
use crate::domain::identifier::{Identifier, parse_icd, parse_item_scheme, parse_object_scheme};
use crate::domain::invoice::{
    Card, Class, Delivered, DirectDebit, Other, Payee, Property, TaxRepresentative,
};
use crate::domain::number::VatNumber;
use crate::domain::time::parse_day;
use crate::office::form::address::{AddressForm, read_address};
use crate::office::form::sentences::CODE_UNKNOWN;
use crate::office::protocol::door::{Door, missing};
use crate::office::protocol::request::form;
use crate::office::protocol::text::{DayText, text};

form! {
    /// A number or code with the scheme that it belongs to.
    IdentifierForm {
        /// The scheme; left out where the number has none.
        scheme: Option<String>,
        /// The number. Mandatory.
        id: Option<String>,
    }
}

form! {
    /// Who is paid in the seller's place (BG-10), such as a factoring company.
    PayeeForm {
        /// Name (BT-59). Mandatory.
        name: Option<String>,
        /// Identifier (BT-60); scheme: ISO 6523.
        identifier: Option<IdentifierForm>,
        /// Legal registration (BT-61); scheme: ISO 6523.
        registration: Option<IdentifierForm>,
    }
}

form! {
    /// Who answers for the seller's VAT (BG-11).
    TaxRepresentativeForm {
        /// Name (BT-62). Mandatory.
        name: Option<String>,
        /// VAT number (BT-63) with its country prefix. Mandatory.
        vat_number: Option<String>,
        /// Postal address (BG-12). Mandatory, with its country (BT-69).
        address: Option<AddressForm>,
    }
}

form! {
    /// To whom and where was delivered (BG-13); the day is the invoice's delivery_date.
    DeliveryForm {
        /// Who takes it (BT-70).
        name: Option<String>,
        /// The place's number (BT-71); scheme: ISO 6523, such as 0088 for a GLN.
        location: Option<IdentifierForm>,
        /// The address (BG-15); its country (BT-80) is mandatory.
        address: Option<AddressForm>,
    }
}

form! {
    /// A payment card that the invoice was paid with (BG-18).
    CardForm {
        /// The last four to six digits (BT-87). Mandatory; never the whole number.
        number: Option<String>,
        /// The card's network, such as VISA. Default: mapped-from-cii, which says that it is
        /// unknown.
        network: Option<String>,
        /// Who holds it (BT-88).
        holder: Option<String>,
    }
}

form! {
    /// A direct debit (BG-19).
    DebitForm {
        /// The mandate (BT-89). Mandatory for payment means 49 and 59.
        mandate: Option<String>,
        /// The account that is debited (BT-91); an IBAN is checked, unless other: stands before it.
        account: Option<String>,
        /// The bank's identifier of the creditor (BT-90).
        creditor: Option<String>,
    }
}

form! {
    /// A property of an item (BG-32), such as colour: red.
    PropertyForm {
        /// Name (BT-160). Mandatory.
        name: Option<String>,
        /// Value (BT-161). Mandatory.
        value: Option<String>,
    }
}

form! {
    /// A class that an item belongs to (BT-158).
    ClassForm {
        /// The code (BT-158). Mandatory.
        code: Option<String>,
        /// Its scheme (BT-158-1) of UNTDID 7143, such as TST (UNSPSC) or SRV (GTIN). Mandatory.
        scheme: Option<String>,
        /// The scheme's version (BT-158-2).
        version: Option<String>,
    }
}

form! {
    /// Content without a business term, as document_read gives it; it is put back where it was.
    OtherForm {
        /// The element that it stands in: /Invoice/cac:Delivery[1]. Mandatory.
        inside: Option<String>,
        /// An element with all that is in it, as XML; an attribute of the element that it stands
        /// in: @name="value"; or the text of that element, escaped as XML, with &#64; for an @ at
        /// its beginning. Mandatory.
        content: Option<String>,
    }
}

/// Whose schemes an identifier may have.
type Scheme = fn(&str) -> Result<String, Fault>;

/// Parses an identifier of ISO 6523.
pub fn read_identifier(
    door: &mut Door,
    at: &str,
    form: Option<&IdentifierForm>,
) -> Option<Identifier> {
    read_identifier_of(door, at, form, parse_icd)
}

/// Parses the number of an object that is invoiced (BT-18, BT-128).
pub fn read_object(door: &mut Door, at: &str, form: Option<&IdentifierForm>) -> Option<Identifier> {
    read_identifier_of(door, at, form, parse_object_scheme)
}

fn read_identifier_of(
    door: &mut Door,
    at: &str,
    form: Option<&IdentifierForm>,
    scheme: Scheme,
) -> Option<Identifier> {
    let form = form?;
    let scheme = door.optional(&format!("{at}/scheme"), form.scheme.as_ref(), scheme);
    let id = door.required(&format!("{at}/id"), form.id.as_ref(), text(200))?;
    Some(Identifier { scheme, id })
}

/// Parses further numbers of a party; the bank's number of a creditor is among them in documents.
pub fn read_identifiers(
    door: &mut Door,
    at: &str,
    forms: Option<&[IdentifierForm]>,
) -> Vec<Identifier> {
    let forms = forms.unwrap_or_default().iter().enumerate();
    forms
        .filter_map(|(index, form)| {
            read_identifier(door, &format!("{at}/identifiers/{index}"), Some(form))
        })
        .collect()
}

/// Parses who is paid in the seller's place.
pub fn read_payee(door: &mut Door, at: &str, form: Option<&PayeeForm>) -> Option<Payee> {
    let form = form?;
    let name = door.required(&format!("{at}/name"), form.name.as_ref(), text(200));
    let identifier = read_identifier(door, &format!("{at}/identifier"), form.identifier.as_ref());
    let registration =
        read_identifier(door, &format!("{at}/registration"), form.registration.as_ref());
    Some(Payee { name: name?, identifier, registration })
}

/// Parses who answers for the seller's VAT.
pub fn read_tax_representative(
    door: &mut Door,
    at: &str,
    form: Option<&TaxRepresentativeForm>,
) -> Option<TaxRepresentative> {
    let form = form?;
    let name = door.required(&format!("{at}/name"), form.name.as_ref(), text(200));
    let path = format!("{at}/vat_number");
    let vat = door.required(&path, form.vat_number.as_ref(), VatNumber::parse);
    let address = read_address(door, &format!("{at}/address"), form.address.as_ref());
    Some(TaxRepresentative { name: name?, vat: vat?.text().to_owned(), address: address? })
}

/// Parses when, where and to whom was delivered.
pub fn read_delivered(
    door: &mut Door,
    at: &str,
    (date, country): (Option<&DayText>, Option<&String>),
    place: Option<&DeliveryForm>,
) -> Delivered {
    let path = |name: &str| format!("{at}/{name}");
    let date = door.optional(&path("delivery_date"), date, parse_day);
    let country = door.optional(&path("delivery_country"), country, Country::parse);
    let Some(place) = place else {
        return Delivered { date, country, ..Delivered::default() };
    };
    let path = |name: &str| format!("{at}/delivery/{name}");
    let address = place.address.as_ref();
    Delivered {
        date,
        country,
        name: door.optional(&path("name"), place.name.as_ref(), text(200)),
        location: read_identifier(door, &path("location"), place.location.as_ref()),
        address: address.and_then(|form| read_address(door, &path("address"), Some(form))),
    }
}

/// Parses the card that the invoice was paid with.
pub fn read_card(door: &mut Door, at: &str, form: Option<&CardForm>) -> Option<Card> {
    let form = form?;
    let number = door.required(&format!("{at}/number"), form.number.as_ref(), |number| {
        let digits = number.chars().filter(char::is_ascii_digit).count();
        let masked = (1..=10).contains(&digits) && number.len() <= 30;
        masked.then(|| number.to_owned()).ok_or(Fault::new(&CARD_NUMBER))
    });
    let network = door.optional(&format!("{at}/network"), form.network.as_ref(), text(40));
    let holder = door.optional(&format!("{at}/holder"), form.holder.as_ref(), text(100));
    Some(Card { number: number?, network, holder })
}

/// Parses a direct debit; the creditor belongs to the whole document.
pub fn read_debit(
    door: &mut Door,
    at: &str,
    form: Option<&DebitForm>,
) -> (Option<DirectDebit>, Option<String>) {
    let Some(form) = form else { return (None, None) };
    let mandate = door.optional(&format!("{at}/mandate"), form.mandate.as_ref(), text(100));
    let account = door.optional(&format!("{at}/account"), form.account.as_ref(), debited);
    let creditor = door.optional(&format!("{at}/creditor"), form.creditor.as_ref(), text(100));
    (Some(DirectDebit { mandate, account }), creditor)
}

/// An account that is debited: where it has the form of an IBAN it is right, unless it is marked.
fn debited(account: &str) -> Result<String, Fault> {
    match text(76)(account)?.strip_prefix(OTHER) {
        Some(other) => text(70)(other),
        None => iban::doubt(account).map_or_else(|| text(70)(account), Err),
    }
}

/// The mark of an account that stands as it is written.
pub const OTHER: &str = "other:";

/// Parses the properties of an item.
pub fn read_properties(door: &mut Door, at: &str, forms: Option<&[PropertyForm]>) -> Vec<Property> {
    let mut all = Vec::new();
    for (index, form) in forms.unwrap_or_default().iter().enumerate() {
        let path = |name: &str| format!("{at}/{index}/{name}");
        let name = door.required(&path("name"), form.name.as_ref(), text(100));
        let value = door.required(&path("value"), form.value.as_ref(), text(500));
        all.extend(name.zip(value).map(|(name, value)| Property { name, value }));
    }
    all
}

/// Parses the classes of an item.
pub fn read_classes(door: &mut Door, at: &str, forms: Option<&[ClassForm]>) -> Vec<Class> {
    let mut all = Vec::new();
    for (index, form) in forms.unwrap_or_default().iter().enumerate() {
        let path = |name: &str| format!("{at}/{index}/{name}");
        let class = door.required(&path("code"), form.code.as_ref(), text(100));
        let scheme = door.required(&path("scheme"), form.scheme.as_ref(), parse_item_scheme);
        let version = door.optional(&path("version"), form.version.as_ref(), text(20));
        all.extend(class.zip(scheme).map(|(code, scheme)| Class { code, scheme, version }));
    }
    all
}

/// Parses content without a business term; whether it fits is seen when it is put in.
pub fn read_other(door: &mut Door, at: &str, forms: Option<&[OtherForm]>) -> Vec<Other> {
    let mut all = Vec::new();
    for (index, form) in forms.unwrap_or_default().iter().enumerate() {
        let path = |name: &str| format!("{at}/{index}/{name}");
        let mut given = |name: &str, value: Option<&String>| {
            let value = value.filter(|value| !value.trim().is_empty());
            if value.is_none() {
                door.report(missing(&path(name)));
            }
            value.cloned()
        };
        let inside = given("inside", form.inside.as_ref());
        let content = given("content", form.content.as_ref());
        all.extend(inside.zip(content).map(|(inside, content)| Other { inside, content }));
    }
    all
}

/// Parses a code of a list; `term` is what the list belongs to.
pub fn of_list(
    list: &'static [&'static str],
    term: &'static str,
) -> impl Fn(&str) -> Result<String, Fault> {
    move |given| {
        let known = codes::holds(list, given);
        known.then(|| given.to_owned()).ok_or(Fault::new(&CODE_UNKNOWN).with("field", term))
    }
}

/// A creditor without a direct debit is a number among others.
pub fn report_two_creditors(door: &mut Door, at: &str) {
    door.report(Finding::fatal(&TWO_CREDITORS).at(at).term("BT-90"));
}

crate::domain::words::words! {
    CARD_NUMBER = "card_number_unmasked" {
        en: "\"{value}\" is not a masked card number." => "Give its last four to six digits, perhaps with the first six; the whole number may never stand in an invoice (BR-51).",
        nb: "«{value}» er ikke et maskert kortnummer." => "Oppgi de siste fire til seks sifrene, eventuelt med de første seks; hele nummeret kan aldri stå i en faktura (BR-51).",
        sv: "”{value}” är inte ett maskerat kortnummer." => "Ange de sista fyra till sex siffrorna, eventuellt med de första sex; hela numret får aldrig stå i en faktura (BR-51).",
    }
    TWO_CREDITORS = "two_creditors" {
        en: "The ways to pay name more than one creditor." => "The bank knows the seller by one identifier (BT-90); give only that one.",
        nb: "Betalingsmåtene oppgir mer enn én kreditor." => "Banken kjenner selgeren med én identifikator (BT-90); oppgi bare den.",
        sv: "Betalningssätten anger mer än en borgenär." => "Banken känner säljaren genom en identifierare (BT-90); ange bara den.",
    }
}
