//! EN 16931, parties: seller, buyer, payee, tax representative, place of delivery.

use crate::peppol::rules::en16931::check::*;
use crate::peppol::rules::rule::{Rule, rules};
use crate::peppol::schema::id::*;
use crate::peppol::xml::name::attribute::SCHEME_ID;
rules! {
    BR_CO_26 = "BR-CO-26" Fatal ["BT-29", "BT-30", "BT-31"] shows Nothing,
        if |at| br_co_26(at) => {
        en: "The seller cannot be identified: no VAT, company or other number." => "Give the seller's VAT number, company number or another identifier.",
        nb: "Selgeren kan ikke identifiseres: verken MVA-, organisasjons- eller annet nummer." => "Oppgi selgerens MVA-nummer, organisasjonsnummer eller en annen ID.",
        sv: "Säljaren kan inte identifieras: varken moms-, organisations- eller annat nummer." => "Ange säljarens momsnummer, organisationsnummer eller ett annat ID.",
    }
    BR_62 = "BR-62" Fatal ["BT-34"] shows Nothing,
        if |at| Ok(at.attribute(SCHEME_ID).is_some()) => {
        en: "The seller's electronic address does not say which scheme it belongs to." => "Set schemeID on the seller's EndpointID, for example 0192 or 0007.",
        nb: "Selgerens elektroniske adresse sier ikke hvilken ordning den hører til." => "Sett schemeID på selgerens EndpointID, for eksempel 0192 eller 0007.",
        sv: "Säljarens elektroniska adress säger inte vilket system den hör till." => "Sätt schemeID på säljarens EndpointID, till exempel 0192 eller 0007.",
    }
    BR_09 = "BR-09" Fatal ["BG-5", "BT-40"] shows Nothing,
        if |at| at.filled(&[CAC_COUNTRY, CBC_IDENTIFICATION_CODE]) => {
        en: "The seller's address names no country; the code is missing or blank." => "Fill in the two-letter country code of the seller's address, such as NO.",
        nb: "Selgerens adresse har ikke land; koden mangler eller er blank." => "Fyll ut landkoden på to bokstaver i selgerens adresse, for eksempel NO.",
        sv: "Säljarens adress saknar land; koden fattas eller är blank." => "Fyll i landskoden med två bokstäver i säljarens adress, till exempel SE.",
    }
    BR_63 = "BR-63" Fatal ["BT-49"] shows Nothing,
        if |at| Ok(at.attribute(SCHEME_ID).is_some()) => {
        en: "The buyer's electronic address does not say which scheme it belongs to." => "Set schemeID on the buyer's EndpointID, for example 0192 or 0007.",
        nb: "Kjøperens elektroniske adresse sier ikke hvilken ordning den hører til." => "Sett schemeID på kjøperens EndpointID, for eksempel 0192 eller 0007.",
        sv: "Köparens elektroniska adress säger inte vilket system den hör till." => "Sätt schemeID på köparens EndpointID, till exempel 0192 eller 0007.",
    }
    BR_11 = "BR-11" Fatal ["BG-8", "BT-55"] shows Nothing,
        if |at| at.filled(&[CAC_COUNTRY, CBC_IDENTIFICATION_CODE]) => {
        en: "The buyer's address names no country. The code is missing or blank." => "Fill in the two-letter country code of the buyer's address, such as NO.",
        nb: "Kjøperens adresse har ikke land. Koden mangler eller er blank." => "Fyll ut landkoden på to bokstaver i kjøperens adresse, for eksempel NO.",
        sv: "Köparens adress saknar land. Koden fattas eller är blank." => "Fyll i landskoden med två bokstäver i köparens adress, till exempel SE.",
    }
    BR_17 = "BR-17" Fatal ["BG-10", "BT-59"] shows Nothing,
        if |at| br_17(at) => {
        en: "The payee has no name, or has the name or identifier of the seller." => "Name a payee who is someone else, or remove PayeeParty.",
        nb: "Betalingsmottakeren mangler navn, eller har selgerens navn eller ID." => "Oppgi en mottaker som er en annen enn selgeren, eller fjern PayeeParty.",
        sv: "Betalningsmottagaren saknar namn, eller har säljarens namn eller ID." => "Ange en mottagare som är en annan än säljaren, eller ta bort PayeeParty.",
    }
    BR_18 = "BR-18" Fatal ["BG-11", "BT-62"] shows Nothing,
        if |at| at.filled(&[CAC_PARTY_NAME, CBC_NAME]) => {
        en: "The seller's tax representative is mentioned, but has no name." => "Fill in the representative's PartyName, or remove the party.",
        nb: "Selgerens skatterepresentant er nevnt, men har ikke navn." => "Fyll ut PartyName for representanten, eller fjern parten.",
        sv: "Säljarens skatteombud är omnämnt, men har inget namn." => "Fyll i PartyName för ombudet, eller ta bort parten.",
    }
    BR_19 = "BR-19" Fatal ["BG-11", "BG-12"] shows Nothing,
        if |at| Ok(at.has(&[CAC_POSTAL_ADDRESS])) => {
        en: "The seller's tax representative has no postal address." => "Add a PostalAddress for the representative, with the country.",
        nb: "Selgerens skatterepresentant har ingen postadresse." => "Legg til en PostalAddress for representanten, med land.",
        sv: "Säljarens skatteombud har ingen postadress." => "Lägg till en PostalAddress för ombudet, med land.",
    }
    BR_56 = "BR-56" Fatal ["BG-11", "BT-63"] shows Nothing,
        if |at| br_56(at) => {
        en: "The seller's tax representative has no VAT number." => "Give the representative's VAT number with the tax scheme VAT.",
        nb: "Selgerens skatterepresentant har ikke MVA-nummer." => "Oppgi representantens MVA-nummer med avgiftsordningen VAT.",
        sv: "Säljarens skatteombud har inget momsnummer." => "Ange ombudets momsnummer med skatteordningen VAT.",
    }
    BR_20 = "BR-20" Fatal ["BG-12", "BT-69"] shows Nothing,
        if |at| at.filled(&[CAC_COUNTRY, CBC_IDENTIFICATION_CODE]) => {
        en: "The tax representative's address names no country." => "Fill in the two-letter country code of the address, such as NO.",
        nb: "Skatterepresentantens adresse mangler landkode." => "Fyll ut landkoden på to bokstaver i adressen, for eksempel NO.",
        sv: "Skatteombudets adress saknar landskod i dokumentet." => "Fyll i landskoden med två bokstäver i adressen, till exempel SE.",
    }
    BR_CO_09 = "BR-CO-09" Fatal ["BT-31", "BT-63", "BT-48"] shows Nothing,
        if |at| br_co_09(at) => {
        en: "A VAT number does not begin with the code of a country." => "Put the country code first, such as NO, SE or EL for Greece.",
        nb: "Et MVA-nummer begynner ikke med koden til et land." => "Sett landkoden først, for eksempel NO, SE eller EL for Hellas.",
        sv: "Ett momsnummer börjar inte med koden för ett land." => "Sätt landskoden först, till exempel NO, SE eller EL för Grekland.",
    }
    BR_57 = "BR-57" Fatal ["BG-15", "BT-80"] shows Nothing,
        if |at| Ok(at.has(&[CAC_COUNTRY, CBC_IDENTIFICATION_CODE])) => {
        en: "The delivery address says nothing about the country delivered to." => "Add the country code to the delivery address, or leave the address out.",
        nb: "Leveringsadressen sier ingenting om landet det leveres til." => "Legg til landkoden i leveringsadressen, eller utelat adressen.",
        sv: "Leveransadressen säger ingenting om landet det levereras till." => "Lägg till landskoden i leveransadressen, eller utelämna adressen.",
    }
}

/// Seller: the rules of this context, in order.
pub static SELLER: &[&Rule] = &[&BR_CO_26];

/// Seller endpoint: the rules of this context, in order.
pub static SELLER_ENDPOINT: &[&Rule] = &[&BR_62];

/// Seller address: the rules of this context, in order.
pub static SELLER_ADDRESS: &[&Rule] = &[&BR_09];

/// Buyer endpoint: the rules of this context, in order.
pub static BUYER_ENDPOINT: &[&Rule] = &[&BR_63];

/// Buyer address: the rules of this context, in order.
pub static BUYER_ADDRESS: &[&Rule] = &[&BR_11];

/// Payee: the rules of this context, in order.
pub static PAYEE: &[&Rule] = &[&BR_17];

/// Tax representative: the rules of this context, in order.
pub static TAX_REPRESENTATIVE: &[&Rule] = &[&BR_18, &BR_19, &BR_56];

/// Tax representative address: the rules of this context, in order.
pub static TAX_REPRESENTATIVE_ADDRESS: &[&Rule] = &[&BR_20];

/// Vat scheme: the rules of this context, in order.
pub static VAT_SCHEME: &[&Rule] = &[&BR_CO_09];

/// Delivery address: the rules of this context, in order.
pub static DELIVERY_ADDRESS: &[&Rule] = &[&BR_57];
