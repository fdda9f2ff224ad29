//! A postal address.

use crate::domain::country::Country;
use crate::domain::party::Address;
use crate::office::protocol::door::Door;
use crate::office::protocol::request::form;
use crate::office::protocol::text::text;

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
