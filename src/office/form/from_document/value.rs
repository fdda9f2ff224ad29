//! The small values of a document, as a request writes them.

use crate::domain::identifier::Identifier;
use crate::domain::money::{plain, text};
use crate::office::form::terms::IdentifierForm;
use crate::office::protocol::text::{DayText, DecimalText};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// A day as it is written.
pub fn day(day: Date) -> DayText {
    DayText(day.to_string())
}

/// An amount with its two decimals.
pub fn amount(amount: Decimal) -> DecimalText {
    DecimalText(text(amount))
}

/// A number without needless zeros.
pub fn number(number: Decimal) -> DecimalText {
    DecimalText(plain(number))
}

/// A list, unless there is nothing in it.
pub fn list<T, F>(of: &[T], form: impl Fn(&T) -> F) -> Option<Vec<F>> {
    (!of.is_empty()).then(|| of.iter().map(form).collect())
}

/// A number with its scheme.
pub fn identifier(identifier: &Identifier) -> IdentifierForm {
    IdentifierForm {
        scheme: identifier.scheme.clone(),
        id: Some(identifier.id.clone()),
        ..IdentifierForm::default()
    }
}
