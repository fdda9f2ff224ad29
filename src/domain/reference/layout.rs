//! Where the parts of a reference stand: the customer and the payment type at their agreed
//! positions, the invoice in the longest stretch that is left, zeros everywhere else.
//!
//! Different parts never lead to the same reference: each part has a place of its own, and what
//! fills a place up is never taken for a part, since no part begins with a zero.

use super::words::{
    CUSTOMER_POSITION_MISSING, LEADING_ZERO, NOT_DIGITS, NUMBER_TOO_LONG, PAYMENT_POSITION_MISSING,
    POSITIONS_OVERLAP,
};
use crate::domain::agreement::Positions;
use crate::domain::finding::{Fault, Finding};
use std::ops::{Range, RangeInclusive};

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
}

/// What is agreed about the places of a reference.
#[derive(Clone, Debug)]
pub(super) struct Places {
    /// The agreed length.
    pub length: Option<u8>,
    /// Where the customer stands.
    pub customer: Option<Positions>,
    /// Where the payment type stands.
    pub payment_type: Option<Positions>,
    /// How many digits at the end are made here.
    pub checks: usize,
    /// How long a reference of the kind may be.
    pub lengths: RangeInclusive<usize>,
}

impl Places {
    /// Where the invoice stands in a body of so many digits: the longest stretch that nothing else
    /// has, of two the later one.
    pub fn invoice_in(&self, body: usize) -> Range<usize> {
        let taken = |at: usize| {
            let inside = |positions: Positions| positions.range().contains(&at);
            self.customer.is_some_and(inside) || self.payment_type.is_some_and(inside)
        };
        let mut longest = 0..0;
        let mut start = 0;
        for at in 0..body {
            if taken(at) {
                start = at + 1;
            } else if at + 1 - start >= longest.len() {
                longest = start..at + 1;
            }
        }
        longest
    }

    /// What keeps two pairs of numbers from being told apart.
    fn faults(&self, parts: &KidParts) -> Vec<Finding> {
        let missing = |words, at| Finding::fatal(words).at(at);
        let mut found = Vec::new();
        if parts.customer_number.is_some() && self.customer.is_none() {
            found.push(missing(&CUSTOMER_POSITION_MISSING, "/customer_position"));
        }
        if parts.payment_type.is_some() && self.payment_type.is_none() {
            found.push(missing(&PAYMENT_POSITION_MISSING, "/payment_type_position"));
        }
        let [customer, payment, invoice] = parts.numbers();
        let fills = self.payment_type.is_some_and(|at| at.digits() == payment.digits.len());
        let numbers = [Some(customer), Some(payment).filter(|_| !fills), Some(invoice)];
        for number in numbers.into_iter().flatten() {
            if number.digits.starts_with('0') {
                let plain = number.digits.trim_start_matches('0');
                let fault = Fault::new(&LEADING_ZERO).with("plain", plain);
                found.push(Finding::fatal(fault).at(number.path).value(number.digits));
            }
        }
        found
    }
}

/// The digits in front of the check digits.
pub(super) fn lay_out(body: &Body, places: &Places) -> Result<String, Vec<Finding>> {
    let parts = match body {
        Body::Parts(parts) => parts,
        Body::Digits(digits) => return fill_up(digits, places),
    };
    let faults = places.faults(parts);
    if !faults.is_empty() {
        return Err(faults);
    }
    let [customer, payment, invoice] = parts.numbers();
    let at = |positions: Option<Positions>| positions.map_or(0..0, Positions::range);
    let (customer_at, payment_at) = (at(places.customer), at(places.payment_type));
    let fixed = customer_at.end.max(payment_at.end);
    let natural = (fixed + invoice.digits.len() + places.checks)
        .clamp(*places.lengths.start(), *places.lengths.end());
    let whole = places.length.map_or(natural, usize::from);
    let room = whole.saturating_sub(places.checks);
    let mut line = Line { places: vec![None; room], whole };
    line.put(&customer, customer_at)?;
    line.put(&payment, payment_at)?;
    line.put(&invoice, places.invoice_in(room))?;
    Ok(line.places.into_iter().map(|digit| digit.unwrap_or('0')).collect())
}

/// Digits that the caller has laid out, with zeros in front of them where a length is agreed.
fn fill_up(digits: &str, places: &Places) -> Result<String, Vec<Finding>> {
    let whole = places.length.map_or(*places.lengths.end(), usize::from);
    let room = whole.saturating_sub(places.checks);
    let shortest = places.lengths.start().saturating_sub(places.checks);
    let least = places.length.map_or(shortest, |_| room);
    if digits.len() > room {
        return Err(too_long(&Number { path: "/digits", digits }, room, whole));
    }
    Ok(format!("{digits:0>least$}"))
}

/// Refuses a number that has no room in a reference of this length.
fn too_long(number: &Number<'_>, room: usize, length: usize) -> Vec<Finding> {
    let fault = Fault::new(&NUMBER_TOO_LONG).with("digits", number.digits.len());
    let fault = fault.with("room", room).with("length", length);
    vec![Finding::fatal(fault).at(number.path).value(number.digits)]
}

/// The places in front of the check digits, as far as they are taken.
struct Line {
    places: Vec<Option<char>>,
    /// How long the reference is with its check digits.
    whole: usize,
}

impl Line {
    /// Puts a number at the right end of its places, zeros before it.
    fn put(&mut self, number: &Number<'_>, at: Range<usize>) -> Result<(), Vec<Finding>> {
        let (width, all) = (at.len(), self.places.len());
        let inside = all.saturating_sub(at.start).min(width);
        if number.digits.len() > inside || at.end > all {
            return Err(too_long(number, inside, self.whole));
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
}
