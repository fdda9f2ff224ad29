//! Why a reference cannot be made.

use super::words::{COUNTRY_NOT_MADE, DIGITS_WITHOUT_CHECK};
use crate::domain::country::Country;
use crate::domain::finding::{Fault, Finding};

/// Too many digits, too few, or something else.
pub(super) fn body_length(wanted: &str) -> Fault {
    Fault::new(&DIGITS_WITHOUT_CHECK).with("wanted", wanted)
}

/// Nothing is made for a country whose check digits are not known.
pub(super) fn not_made(country: &Country) -> Finding {
    Finding::fatal(&COUNTRY_NOT_MADE).at("/country").value(country)
}
