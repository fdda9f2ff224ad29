//! The predicates of the Netherlands. Each bears the id of its rule.

use crate::domain::codes::{DUTCH_COMPANY_SCHEMES, DUTCH_PAYMENT_MEANS, holds};
use crate::peppol::rules::kleene::either;
use crate::peppol::rules::look::{At, normal};
use crate::peppol::rules::outcome::Outcome;
use crate::peppol::schema::id::*;
use crate::peppol::xml::name::attribute::SCHEME_ID;

/// Street, place and post code.
pub fn address(at: At<'_, '_>) -> Outcome {
    Ok([CBC_STREET_NAME, CBC_CITY_NAME, CBC_POSTAL_ZONE].iter().all(|name| at.has(&[*name])))
}

/// A number of the chamber of commerce or of an authority.
pub fn kvk_or_oin(at: At<'_, '_>) -> Outcome {
    let scheme = at.attribute(SCHEME_ID).unwrap_or_default();
    // Part of a list with blanks: several codes pass if one of them fits.
    let known = scheme.split(' ').any(|code| DUTCH_COMPANY_SCHEMES.contains(&code));
    Ok(known && !normal(at.value()).is_empty())
}

/// What is to be paid has a means of payment.
pub fn nl_r_007(at: At<'_, '_>) -> Outcome {
    let wanted: fn(i128) -> bool = match At::root(at.document).name() {
        INVOICE => |sign| sign <= 0,
        CREDIT_NOTE => |sign| sign >= 0,
        _ => |_| false,
    };
    let nothing = at.number(&[CBC_PAYABLE_AMOUNT]);
    let nothing = nothing.map(|amount| amount.is_some_and(|amount| wanted(amount.sign())));
    either(nothing, Ok(!at.document.facts.deep(CAC_PAYMENT_MEANS).is_empty()))
}

/// The means is one that is used in the Netherlands.
pub fn nl_r_008(at: At<'_, '_>) -> Outcome {
    Ok(holds(DUTCH_PAYMENT_MEANS, &at.norm(&[CBC_PAYMENT_MEANS_CODE])?))
}
