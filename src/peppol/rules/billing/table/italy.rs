//! Peppol, sellers in Italy.

use crate::peppol::rules::billing::southern::*;
use crate::peppol::rules::rule::{Rule, rules};
use crate::peppol::schema::id::*;
rules! {
    IT_R_001 = "IT-R-001" Fatal ["BT-32"] shows Nothing,
        if |at| it_r_001(at) => {
        en: "The Italian seller's tax code has the wrong length or characters." => "Give 11 to 16 capital letters or digits in CompanyID, without blanks.",
        nb: "Den italienske selgerens skattekode har feil lengde eller tegn." => "Oppgi 11 til 16 store bokstaver eller sifre i CompanyID, uten mellomrom.",
        sv: "Den italienska säljarens skattekod har fel längd eller tecken." => "Ange 11 till 16 versaler eller siffror i CompanyID, utan mellanslag.",
    }
    IT_R_002 = "IT-R-002" Fatal ["BT-35"] shows Nothing,
        if |at| Ok(at.has(&[CAC_POSTAL_ADDRESS, CBC_STREET_NAME])) => {
        en: "The Italian seller has an address without a street." => "Give the street in the seller's PostalAddress/StreetName.",
        nb: "Den italienske selgeren har en adresse uten gate." => "Oppgi gate i selgerens PostalAddress/StreetName.",
        sv: "Den italienska säljaren har en adress där gatan saknas." => "Ange gatan i säljarens PostalAddress/StreetName.",
    }
    IT_R_003 = "IT-R-003" Fatal ["BT-37"] shows Nothing,
        if |at| Ok(at.has(&[CAC_POSTAL_ADDRESS, CBC_CITY_NAME])) => {
        en: "The Italian seller has an address without a city." => "Give the city in the seller's PostalAddress/CityName.",
        nb: "Den italienske selgeren har en adresse uten sted." => "Oppgi sted i selgerens PostalAddress/CityName.",
        sv: "Den italienska säljaren har en adress där orten saknas." => "Ange orten i säljarens PostalAddress/CityName.",
    }
    IT_R_004 = "IT-R-004" Fatal ["BT-38"] shows Nothing,
        if |at| Ok(at.has(&[CAC_POSTAL_ADDRESS, CBC_POSTAL_ZONE])) => {
        en: "The Italian seller has an address without a postcode." => "Give the postcode in the seller's PostalAddress/PostalZone.",
        nb: "Den italienske selgeren har en adresse uten postnummer." => "Oppgi postnummer i selgerens PostalAddress/PostalZone.",
        sv: "Den italienska säljaren har en adress där postnumret saknas." => "Ange postnumret i säljarens PostalAddress/PostalZone.",
    }
}

/// It tax number: the rules of this context, in order.
pub static IT_TAX_NUMBER: &[&Rule] = &[&IT_R_001];

/// It seller: the rules of this context, in order.
pub static IT_SELLER: &[&Rule] = &[&IT_R_002, &IT_R_003, &IT_R_004];
