//! Where the parts of a KID stand: the customer at his agreed positions, the payment type behind
//! him or at its own, the invoice in the longest stretch that is left, zeros everywhere else.

use super::words::{NOT_DIGITS, NUMBER_TOO_LONG, POSITIONS_OVERLAP};
use crate::domain::account::KID_LENGTHS;
use crate::domain::agreement::Positions;
use crate::domain::finding::{Fault, Finding};
use std::ops::Range;

/// What a reference is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// Digits as they are to stand in front of the check digit.
    Digits(String),
    /// The ERP's own numbers.
    Parts(KidParts),
}

/// The ERP's own numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KidParts {
    /// Customer number.
    pub customer_number: Option<String>,
    /// Payment type of a direct debit agreement.
    pub payment_type: Option<String>,
    /// Invoice number.
    pub invoice_number: Option<String>,
}

/// One number with its place in the request.
pub(super) struct Number<'a> {
    pub path: &'static str,
    pub digits: &'a str,
}

impl KidParts {
    /// The given numbers, in the order in which they stand.
    pub(super) fn numbers(&self) -> [Number<'_>; 3] {
        [
            ("/parts/customer_number", &self.customer_number),
            ("/parts/payment_type", &self.payment_type),
            ("/parts/invoice_number", &self.invoice_number),
        ]
        .map(|(path, given)| Number { path, digits: given.as_deref().unwrap_or_default() })
    }
}

impl Body {
    /// What is given that no reference can hold.
    pub(super) fn faults(&self) -> Vec<Finding> {
        let digits = |number: &Number<'_>| number.digits.bytes().all(|b| b.is_ascii_digit());
        let all = match self {
            Self::Digits(digits) => vec![Number { path: "/digits", digits }],
            Self::Parts(parts) => parts.numbers().into_iter().collect(),
        };
        let wrong = all.iter().filter(|number| !digits(number));
        wrong.map(|n| Finding::fatal(&NOT_DIGITS).at(n.path).value(n.digits)).collect()
    }

    /// The numbers one behind the other.
    pub(super) fn joined(&self) -> String {
        match self {
            Self::Digits(digits) => digits.clone(),
            Self::Parts(parts) => parts.numbers().iter().map(|number| number.digits).collect(),
        }
    }

    /// The last of the numbers, which is the one to shorten.
    pub(super) fn last(&self) -> Number<'_> {
        match self {
            Self::Digits(digits) => Number { path: "/digits", digits },
            Self::Parts(parts) => {
                let [customer, _, invoice] = parts.numbers();
                if invoice.digits.is_empty() { customer } else { invoice }
            }
        }
    }
}

/// What is agreed about the places of a KID.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Places {
    pub length: Option<u8>,
    pub customer: Option<Positions>,
    pub payment_type: Option<Positions>,
}

/// The digits in front of the check digit.
pub(super) fn lay_out(body: &Body, places: Places) -> Result<String, Vec<Finding>> {
    let parts = match body {
        Body::Parts(parts) => parts,
        Body::Digits(digits) => {
            let room = places.length.map_or(KID_LENGTHS.end() - 1, |all| usize::from(all) - 1);
            let least = places.length.map_or(KID_LENGTHS.start() - 1, |_| room);
            if digits.len() > room {
                return Err(too_long(&Number { path: "/digits", digits }, room, room + 1));
            }
            return Ok(format!("{digits:0>least$}"));
        }
    };
    let [customer, payment, invoice] = parts.numbers();
    let customer_at = places.customer.map_or(0..customer.digits.len(), Positions::range);
    let behind = customer_at.end..customer_at.end + payment.digits.len();
    let payment_at = places.payment_type.map_or(behind, Positions::range);
    let fixed = customer_at.end.max(payment_at.end);
    let natural =
        (fixed + invoice.digits.len() + 1).clamp(*KID_LENGTHS.start(), *KID_LENGTHS.end());
    let room = places.length.map_or(natural, usize::from) - 1;
    let mut line = Line { places: vec![None; room] };
    line.put(&customer, customer_at)?;
    line.put(&payment, payment_at)?;
    let free = line.longest_free();
    line.put(&invoice, free)?;
    Ok(line.places.into_iter().map(|digit| digit.unwrap_or('0')).collect())
}

/// Refuses a number that has no room in a reference of this length.
pub(super) fn too_long(number: &Number<'_>, room: usize, length: usize) -> Vec<Finding> {
    let fault = Fault::new(&NUMBER_TOO_LONG).with("digits", number.digits.len());
    let fault = fault.with("room", room).with("length", length);
    vec![Finding::fatal(fault).at(number.path).value(number.digits)]
}

/// The places in front of the check digit, as far as they are taken.
struct Line {
    places: Vec<Option<char>>,
}

impl Line {
    /// Puts a number at the right end of its places, zeros before it.
    fn put(&mut self, number: &Number<'_>, at: Range<usize>) -> Result<(), Vec<Finding>> {
        let (width, all) = (at.len(), self.places.len());
        let inside = all.saturating_sub(at.start).min(width);
        if number.digits.len() > inside || at.end > all {
            return Err(too_long(number, inside, all + 1));
        }
        let overlap = Finding::fatal(&POSITIONS_OVERLAP).at(number.path).value(number.digits);
        let digits = format!("{:0>width$}", number.digits);
        for (place, digit) in self.places.iter_mut().skip(at.start).zip(digits.chars()) {
            if place.replace(digit).is_some() {
                return Err(vec![overlap]);
            }
        }
        Ok(())
    }

    /// The longest stretch of free places; of two the later one.
    fn longest_free(&self) -> Range<usize> {
        let mut longest = 0..0;
        let mut start = 0;
        for (at, place) in self.places.iter().enumerate() {
            if place.is_some() {
                start = at + 1;
            } else if at + 1 - start >= longest.len() {
                longest = start..at + 1;
            }
        }
        longest
    }
}
