//! Agreement capture with OCR: whoever has paid an ordinary invoice is asked in the net bank
//! whether he wants eFaktura from now on. The bank finds the eFaktura reference, which is the
//! customer number, inside the KID.

use crate::domain::account::{Account, KID_LENGTHS};
use crate::domain::finding::Fault;
use crate::domain::words::words;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What the bank has to know; it cannot be added to an agreement later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Capture {
    /// The account with the OCR agreement, eleven digits
    pub account: Account,
    /// Where the eFaktura reference stands in the KID
    pub positions: Positions,
    /// Digits of the KID, its check digit included
    pub kid_length: u8,
}

impl Capture {
    /// Whether a customer number can stand at its place in the KID.
    pub fn holds(&self, customer_number: &str) -> bool {
        let digits = customer_number.bytes().all(|byte| byte.is_ascii_digit());
        digits && !customer_number.is_empty() && customer_number.len() <= self.positions.digits()
    }
}

/// First and last position, counted from one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Positions {
    first: u8,
    last: u8,
}

impl Positions {
    /// The five digits at the beginning, as the seeds have it.
    pub const USUAL: Self = Self { first: 1, last: 5 };
    /// Digits of a KID unless something else is agreed.
    pub const USUAL_LENGTH: u8 = 12;

    /// Reads "1-5" for a KID of so many digits. The check digit is no part of a reference.
    pub fn parse(text: &str, kid_length: u8) -> Result<Self, Fault> {
        let shape = || Fault::new(&REFERENCE_POSITION);
        let (first, last) = text.split_once('-').ok_or_else(shape)?;
        let number = |part: &str| {
            let digits = part.bytes().all(|byte| byte.is_ascii_digit());
            part.parse::<u8>().ok().filter(|_| digits).ok_or_else(shape)
        };
        let positions = Self { first: number(first)?, last: number(last)? };
        if positions.first == 0 || positions.first > positions.last {
            return Err(shape());
        }
        match positions.last < kid_length {
            true => Ok(positions),
            false => Err(Fault::new(&REFERENCE_BEYOND_KID).with("length", kid_length)),
        }
    }

    /// How many digits the reference has.
    pub fn digits(self) -> usize {
        usize::from(self.last.saturating_sub(self.first)) + 1
    }

    /// The places, counted from zero.
    pub fn range(self) -> Range<usize> {
        usize::from(self.first.saturating_sub(1))..usize::from(self.last)
    }

    /// As it is written.
    pub fn text(self) -> String {
        format!("{}-{}", self.first, self.last)
    }
}

/// Reads the number of digits of the KID, 4 to 25.
pub fn parse_kid_length(text: &str) -> Result<u8, Fault> {
    let length =
        text.parse::<u8>().ok().filter(|length| KID_LENGTHS.contains(&usize::from(*length)));
    length.ok_or(Fault::new(&KID_LENGTH))
}

words! {
    REFERENCE_POSITION = "reference_position" {
        en: "\"{value}\" is not a place in the KID." => "Write first and last position, counted from one: 1-5.",
        nb: "«{value}» er ikke en plass i KID-nummeret." => "Skriv første og siste posisjon, regnet fra én: 1-5.",
        sv: "”{value}” är inte en plats i KID-numret." => "Skriv första och sista position, räknat från ett: 1-5.",
    }
    REFERENCE_BEYOND_KID = "reference_position_beyond_kid" {
        en: "The positions {value} do not fit a KID of {length} digits, of which the last is the check digit." => "Correct reference_position or kid_length.",
        nb: "Posisjonene {value} passer ikke i en KID på {length} sifre, der det siste er kontrollsiffer." => "Rett reference_position eller kid_length.",
        sv: "Positionerna {value} ryms inte i en KID på {length} siffror, där den sista är kontrollsiffra." => "Rätta reference_position eller kid_length.",
    }
    KID_LENGTH = "agreed_kid_length" {
        en: "A KID of {value} digits does not exist." => "Give 4 to 25, the check digit included, as agreed with the bank.",
        nb: "En KID på {value} sifre finnes ikke." => "Oppgi 4 til 25, kontrollsifferet medregnet, slik det er avtalt med banken.",
        sv: "En KID på {value} siffror finns inte." => "Ange 4 till 25, kontrollsiffran medräknad, som avtalat med banken.",
    }
    CAPTURE_ACCOUNT = "capture_account" {
        en: "{value} is not a Norwegian account number, which agreement capture wants." => "Give the eleven digits of the account with the OCR agreement.",
        nb: "{value} er ikke et norsk kontonummer, som avtaleregistrering krever." => "Oppgi de elleve sifrene i kontoen med OCR-avtalen.",
        sv: "{value} är inte ett norskt kontonummer, som avtalsregistrering kräver." => "Ange de elva siffrorna i kontot med OCR-avtalet.",
    }
    REFERENCE_NOT_CUSTOMER = "customer_number_not_in_kid" {
        en: "The customer number {value} cannot stand in the KID at positions {positions}, so agreement capture does not find this customer." => "Use a customer number of digits that fits there.",
        nb: "Kundenummer {value} kan ikke stå i KID på posisjon {positions}, så avtaleregistrering finner ikke denne kunden." => "Bruk et kundenummer av sifre som får plass der.",
        sv: "Kundnummer {value} kan inte stå i KID på position {positions}, så avtalsregistrering hittar inte denna kund." => "Använd ett kundnummer av siffror som får plats där.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_lie_before_the_check_digit() {
        assert_eq!(Positions::parse("1-5", 12).unwrap(), Positions::USUAL);
        assert!(Positions::parse("1-11", 12).is_ok());
        for bad in ["1-12", "0-5", "5-1", "1", "a-b", "", "1-", "-5", "+1-5", "1-300"] {
            assert!(Positions::parse(bad, 12).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_kid_has_four_to_twenty_five_digits() {
        assert!(["4", "12", "25"].iter().all(|good| parse_kid_length(good).is_ok()));
        assert!(["3", "26", "0", "-4", "x", ""].iter().all(|bad| parse_kid_length(bad).is_err()));
    }
}
