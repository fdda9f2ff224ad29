//! Where the parties are: four definitions, as the rules of the countries have them.
//!
//! By VAT number first, then address, in capitals (NO, IT, GR); by address, in capitals (DE, NL);
//! by address as it is written (DK, IS); and for Sweden whether the address says SE.

use crate::peppol::rules::facts::countries::Countries;
use crate::peppol::rules::look::{At, normal};
use crate::peppol::rules::memory::Question;
use crate::peppol::schema::id::*;

const COUNTRY: [u16; 3] = [CAC_POSTAL_ADDRESS, CAC_COUNTRY, CBC_IDENTIFICATION_CODE];

const fn country_of(party: u16) -> [u16; 5] {
    [party, CAC_PARTY, CAC_POSTAL_ADDRESS, CAC_COUNTRY, CBC_IDENTIFICATION_CODE]
}

const SELLER: u16 = CAC_ACCOUNTING_SUPPLIER_PARTY;
const BUYER: u16 = CAC_ACCOUNTING_CUSTOMER_PARTY;

/// The countries of the document, worked out once.
pub fn countries<'d>(at: At<'d, '_>) -> &'d Countries {
    at.document.facts.countries.get_or_init(|| find(At::root(at.document)))
}

fn find(root: At<'_, '_>) -> Countries {
    let capitals = |path: &[u16]| root.norm(path).map(|code| code.to_uppercase());
    let written = |party: u16| match root.is_document() {
        true => root.text(&country_of(party)).map(|code| code.into_owned()),
        false => Ok(String::new()),
    };
    let representative =
        [CAC_TAX_REPRESENTATIVE_PARTY, CAC_POSTAL_ADDRESS, CAC_COUNTRY, CBC_IDENTIFICATION_CODE];
    let some = |name: u16, fits: &dyn Fn(At<'_, '_>) -> bool| {
        root.anywhere(name).flat_map(|of| of.children(CAC_PARTY)).any(fits)
    };
    let swedish = |party: At<'_, '_>| is_swedish(party);
    Countries {
        seller_by_vat: by_vat(root, SELLER, true),
        seller_by_own_vat: by_vat(root, SELLER, false),
        buyer_by_vat: by_vat(root, BUYER, false),
        seller: capitals(&country_of(SELLER)),
        buyer: capitals(&country_of(BUYER)),
        representative: capitals(&representative),
        written_seller: written(SELLER),
        written_buyer: written(BUYER),
        swedish_seller: some(SELLER, &swedish),
        swedish_vat_seller: some(SELLER, &|party| is_swedish(party) && has_swedish_vat(party)),
        swedish_buyer: some(BUYER, &swedish),
        greek_address: root.any_is(&country_of(SELLER), &["GR"]),
    }
}

/// The address of a party is in Sweden.
pub fn is_swedish(party: At<'_, '_>) -> bool {
    party.surely(Question::IsSwedish, || party.any_is(&COUNTRY, &["SE"]))
}

/// Some VAT number of a party is Swedish. Two numbers in one registration cannot be read.
pub fn has_swedish_vat(party: At<'_, '_>) -> bool {
    let found = party.try_any(&[CAC_PARTY_TAX_SCHEME], &mut |scheme| {
        Ok(is_exactly_vat(scheme) && scheme.text(&[CBC_COMPANY_ID])?.starts_with("SE"))
    });
    found.unwrap_or(false)
}

/// The tax scheme is VAT, in so many letters.
pub fn is_exactly_vat(scheme: At<'_, '_>) -> bool {
    scheme.any_is(&[CAC_TAX_SCHEME, CBC_ID], &["VAT"])
}

/// The scheme of a tax number is VAT; what cannot be read is not.
pub fn is_vat_number(scheme: At<'_, '_>) -> bool {
    scheme.surely(Question::IsVat, || {
        scheme.norm(&[CAC_TAX_SCHEME, CBC_ID]).is_ok_and(|id| id == "VAT")
    })
}

/// The first characters of a text.
pub fn head(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(end, _)| text.get(..end).unwrap_or_default())
}

/// What follows the first characters of a text.
pub fn tail(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or("", |(start, _)| text.get(start..).unwrap_or_default())
}

/// The country by VAT number, else by the tax representative's, else by address, else XX.
fn by_vat(root: At<'_, '_>, party: u16, with_representative: bool) -> Option<String> {
    let own = prefix(root, &[party, CAC_PARTY, CAC_PARTY_TAX_SCHEME])?;
    if let Some(own) = own {
        return Some(own);
    }
    if with_representative {
        let other = prefix(root, &[CAC_TAX_REPRESENTATIVE_PARTY, CAC_PARTY_TAX_SCHEME])?;
        if let Some(other) = other {
            return Some(other);
        }
    }
    match root.one(&country_of(party)).ok()? {
        Some(code) => Some(normal(code.value()).to_uppercase()),
        None => Some("XX".to_owned()),
    }
}

/// The two letters of the only VAT number; outer none: there are several.
fn prefix(root: At<'_, '_>, path: &[u16]) -> Option<Option<String>> {
    let mut found = Vec::new();
    root.every(path, &mut |scheme| {
        if is_exactly_vat(scheme) {
            found.push(scheme.text(&[CBC_COMPANY_ID]));
        }
    });
    match found.as_slice() {
        [] => Some(None),
        [Ok(number)] => {
            let letters = head(number, 2);
            let code = normal(letters.into()).to_uppercase();
            Some((!letters.is_empty()).then_some(code))
        }
        _ => None,
    }
}
