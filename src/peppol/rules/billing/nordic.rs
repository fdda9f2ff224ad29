//! The predicates of Norway, Sweden and Iceland. Each bears the id of its rule.

use crate::domain::codes::{ICELANDIC_DOCUMENT_TYPES, holds};
use crate::peppol::rules::billing::country::{head, is_exactly_vat, tail};
use crate::peppol::rules::billing::identifier::{digits, mod11};
use crate::peppol::rules::kleene::either;
use crate::peppol::rules::look::{At, normal};
use crate::peppol::rules::number::{self, double, is_number};
use crate::peppol::rules::outcome::{Abort, Outcome, Why};
use crate::peppol::schema::id::*;
use crate::peppol::xml::name::attribute::SCHEME_ID;

/// The tax registrations of a party whose scheme has a name.
fn schemes<'d, 'a>(at: At<'d, 'a>, name: &str) -> Result<Vec<At<'d, 'a>>, Abort> {
    let mut found = Vec::new();
    for scheme in at.children(CAC_PARTY_TAX_SCHEME) {
        if scheme.norm(&[CAC_TAX_SCHEME, CBC_ID])? == name {
            found.push(scheme);
        }
    }
    Ok(found)
}

/// The only company number of them together.
fn only_number<'d, 'a>(schemes: &[At<'d, 'a>]) -> Result<Option<At<'d, 'a>>, Abort> {
    let mut one = None;
    for number in schemes.iter().flat_map(|scheme| scheme.children(CBC_COMPANY_ID)) {
        if one.is_some() {
            return Err(number.abort(Why::Surplus));
        }
        one = Some(number);
    }
    Ok(one)
}

/// A Norwegian seller says that it stands in the register of business enterprises.
pub fn no_r_002(at: At<'_, '_>) -> Outcome {
    let number = only_number(&schemes(at, "TAX")?)?;
    Ok(number.is_some_and(|number| normal(number.value()) == "Foretaksregisteret"))
}

/// A Norwegian VAT number ends in MVA and has its check digit.
pub fn no_r_001(at: At<'_, '_>) -> Outcome {
    let vat = schemes(at, "VAT")?;
    let mut norwegian = false;
    for scheme in &vat {
        norwegian |= head(&scheme.text(&[CBC_COMPANY_ID])?, 2) == "NO";
    }
    if !norwegian {
        return Ok(true);
    }
    let Some(number) = only_number(&vat)? else { return Ok(false) };
    let text = number.value();
    let number = tail(&text, 2).strip_suffix("MVA");
    Ok(number.is_some_and(|number| digits(number, 9) && mod11(number)))
}

/// The VAT numbers of a Swedish seller.
fn swedish_vat<'d, 'a>(at: At<'d, 'a>) -> Result<Option<At<'d, 'a>>, Abort> {
    let all: Vec<At<'d, 'a>> =
        at.children(CAC_PARTY_TAX_SCHEME).filter(|scheme| is_exactly_vat(*scheme)).collect();
    only_number(&all)
}

/// A Swedish VAT number has fourteen characters.
pub fn se_r_001(at: At<'_, '_>) -> Outcome {
    let number = swedish_vat(at)?.map(|number| normal(number.value()).chars().count());
    Ok(number == Some(14))
}

/// Twelve of them are digits.
pub fn se_r_002(at: At<'_, '_>) -> Outcome {
    Ok(swedish_vat(at)?.is_some_and(|number| is_number(head(tail(&number.value(), 2), 12))))
}

/// The words on F-tax are the right ones.
pub fn se_r_005(at: At<'_, '_>) -> Outcome {
    Ok(normal(at.value().to_uppercase().into()) == "GODKÄND FÖR F-SKATT")
}

/// A Swedish rate is one of three.
pub fn se_r_006(at: At<'_, '_>) -> Outcome {
    let rate = double(&at.text(&[CBC_PERCENT])?);
    Ok(rate.is_some_and(|rate| [25.0, 12.0, 6.0].contains(&rate)))
}

/// The document has a type that is used in Iceland.
pub fn is_r_001(at: At<'_, '_>) -> Outcome {
    let is = |name| at.norm(&[name]).map(|code| holds(ICELANDIC_DOCUMENT_TYPES, &code));
    either(is(CBC_INVOICE_TYPE_CODE), is(CBC_CREDIT_NOTE_TYPE_CODE))
}

fn has_kennitala(at: At<'_, '_>, path: &[u16]) -> Outcome {
    Ok(at.any(path, &mut |number| number.attribute(SCHEME_ID).is_some_and(|id| id == "0196")))
}

/// An Icelandic seller has its number.
pub fn is_r_002(at: At<'_, '_>) -> Outcome {
    let path = [CAC_ACCOUNTING_SUPPLIER_PARTY, CAC_PARTY, CAC_PARTY_LEGAL_ENTITY, CBC_COMPANY_ID];
    has_kennitala(at, &path)
}

/// An Icelandic buyer has its number.
pub fn is_r_004(at: At<'_, '_>) -> Outcome {
    has_kennitala(at, &[CAC_PARTY, CAC_PARTY_LEGAL_ENTITY, CBC_COMPANY_ID])
}

/// An Icelandic party has street and post code.
pub fn address_of(at: At<'_, '_>, party: u16) -> Outcome {
    Ok([CBC_STREET_NAME, CBC_POSTAL_ZONE]
        .iter()
        .all(|name| at.has(&[party, CAC_PARTY, CAC_POSTAL_ADDRESS, *name])))
}

/// The account of a means of payment has twelve characters.
pub fn account_of(at: At<'_, '_>, means: &str) -> Outcome {
    let mut account = None;
    let mut any = false;
    for payment in at.children(CAC_PAYMENT_MEANS) {
        if !payment.any_is(&[CBC_PAYMENT_MEANS_CODE], &[means]) {
            continue;
        }
        any = true;
        for to in payment.children(CAC_PAYEE_FINANCIAL_ACCOUNT) {
            for id in to.children(CBC_ID) {
                if account.is_some() {
                    return Err(id.abort(Why::Surplus));
                }
                account = Some(id);
            }
        }
    }
    let length = account.map(|id| normal(id.value()).chars().count());
    Ok(!any || length == Some(12))
}

/// The references that hold the last day to pay.
fn last_days<'d, 'a>(at: At<'d, 'a>) -> Vec<At<'d, 'a>> {
    let references = at.children(CAC_ADDITIONAL_DOCUMENT_REFERENCE);
    references.filter(|one| one.any_is(&[CBC_DOCUMENT_DESCRIPTION], &["EINDAGI"])).collect()
}

/// The last day to pay is a date.
pub fn is_r_008(at: At<'_, '_>) -> Outcome {
    let references = last_days(at);
    let mut day = None;
    for id in references.iter().flat_map(|one| one.children(CBC_ID)) {
        if day.is_some() {
            return Err(id.abort(Why::Surplus));
        }
        day = Some(id.value());
    }
    let fits = |day: &str| day.chars().count() == 10 && number::date(day).is_some();
    Ok(references.is_empty() || day.is_some_and(|day| fits(&day)))
}

/// With it goes a due date.
pub fn is_r_009(at: At<'_, '_>) -> Outcome {
    Ok(last_days(at).is_empty() || at.has(&[CBC_DUE_DATE]))
}

/// Which is not later, compared as text.
pub fn is_r_010(at: At<'_, '_>) -> Outcome {
    let references = last_days(at);
    let latest = references
        .iter()
        .flat_map(|one| one.children(CBC_ID))
        .map(|id| id.value().into_owned())
        .max();
    let earliest = at.children(CBC_DUE_DATE).map(|day| day.value().into_owned()).min();
    Ok(references.is_empty()
        || matches!((earliest, latest), (Some(due), Some(last)) if due <= last))
}
