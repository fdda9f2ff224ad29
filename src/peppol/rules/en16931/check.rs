//! The predicates of EN 16931 that are more than a look at a child.
//!
//! Each bears the id of its rule. Absent operands are looked for first and numbers are read after,
//! as the official engine does: what is not read cannot abort.

mod syntax;
mod totals;

pub use crate::peppol::rules::en16931::base::{base_is_near_sum, base_is_sum};
pub use crate::peppol::rules::en16931::vat::*;
pub use syntax::*;
pub use totals::*;

use crate::domain::codes::{MIME_TYPES_EN, NOTE_SUBJECTS, VAT_PREFIXES, holds};
use crate::peppol::rules::list::{self, List};
use crate::peppol::rules::look::{At, normal};
use crate::peppol::rules::memory::Question;
use crate::peppol::rules::number;
use crate::peppol::rules::outcome::{Outcome, Why};
use crate::peppol::rules::pack::Pack;
use crate::peppol::schema::id::*;
use crate::peppol::xml::name::attribute::{CURRENCY_ID, MIME_CODE, SCHEME_ID, UNIT_CODE};
use std::borrow::Cow;

/// Whether the element's own text, trimmed, is a code of the list.
pub fn own_code(at: At<'_, '_>, list: List) -> Outcome {
    Ok(at.is_code(list, normal(at.value())))
}

/// Whether an attribute, trimmed, is a code of the list; an absent one is not.
pub fn code(at: At<'_, '_>, attribute: u16, list: List) -> Outcome {
    let code = normal(at.attribute(attribute).unwrap_or_default());
    Ok(at.is_code(list, code))
}

/// One of the two kinds of document type.
pub fn br_04(at: At<'_, '_>) -> Outcome {
    Ok(at.filled(&[CBC_INVOICE_TYPE_CODE])? || at.filled(&[CBC_CREDIT_NOTE_TYPE_CODE])?)
}

/// The payee is named, and is not the seller.
pub fn br_17(at: At<'_, '_>) -> Outcome {
    let name = [CAC_PARTY_NAME, CBC_NAME];
    let number = [CAC_PARTY_IDENTIFICATION, CBC_ID];
    let Some(parent) = at.parent() else { return Ok(at.has(&name)) };
    let differ = |path: [u16; 2], question: Question| {
        let of_seller = [CAC_ACCOUNTING_SUPPLIER_PARTY, CAC_PARTY, path[0], path[1]];
        let of_seller = parent.texts(question, || parent.values(&of_seller));
        !at.any(&path, &mut |own| of_seller.contains(&*own.value()))
    };
    let names = || differ(name, Question::SellerNames);
    Ok(at.has(&name) && names() && differ(number, Question::SellerNumbers))
}

/// The quantity has a unit.
pub fn br_23(at: At<'_, '_>) -> Outcome {
    let with_unit = |name: u16| at.any(&[name], &mut |q| q.attribute(UNIT_CODE).is_some());
    Ok(with_unit(CBC_INVOICED_QUANTITY) || with_unit(CBC_CREDITED_QUANTITY))
}

/// The price is not below nought.
pub fn br_27(at: At<'_, '_>) -> Outcome {
    any_double(at, &[CAC_PRICE, CBC_PRICE_AMOUNT], number::is_not_negative)
}

/// Nor is the price before discount.
pub fn br_28(at: At<'_, '_>) -> Outcome {
    let path = [CAC_PRICE, CAC_ALLOWANCE_CHARGE, CBC_BASE_AMOUNT];
    Ok(any_double(at, &path, number::is_not_negative)? || !at.has(&path))
}

/// A period does not end before it begins.
pub fn br_29(at: At<'_, '_>) -> Outcome {
    let (start, end) = ([CBC_START_DATE], [CBC_END_DATE]);
    if !at.has(&start) || !at.has(&end) {
        return Ok(true);
    }
    let (start, end) = (at.one(&start)?, at.one(&end)?);
    match (start, end) {
        (Some(start), Some(end)) => Ok(end.date()? >= start.date()?),
        _ => Ok(true),
    }
}

/// The same on lines.
pub fn br_30(at: At<'_, '_>) -> Outcome {
    br_29(at)
}

/// Some VAT category has something.
fn vat_category_has(at: At<'_, '_>, child: u16) -> Outcome {
    at.try_any(&[CAC_TAX_CATEGORY], &mut |category| Ok(is_vat(category)? && category.has(&[child])))
}

/// An allowance of the document has a VAT category.
pub fn br_32(at: At<'_, '_>) -> Outcome {
    vat_category_has(at, CBC_ID)
}

/// A charge of the document has one.
pub fn br_37(at: At<'_, '_>) -> Outcome {
    vat_category_has(at, CBC_ID)
}

/// A row of the breakdown has one.
pub fn br_47(at: At<'_, '_>) -> Outcome {
    vat_category_has(at, CBC_ID)
}

/// A row of the breakdown has a rate, unless it is outside the scope.
pub fn br_48(at: At<'_, '_>) -> Outcome {
    Ok(vat_category_has(at, CBC_PERCENT)?
        || at.try_any(&[CAC_TAX_CATEGORY], &mut |category| {
            Ok(is_vat(category)? && crate::peppol::rules::en16931::vat::code(category)? == "O")
        })?)
}

/// No more of a card's number than its ends.
pub fn br_51(at: At<'_, '_>) -> Outcome {
    Ok(normal(at.value()).chars().nth(10).is_none())
}

/// There is VAT in the accounting currency.
pub fn br_53(at: At<'_, '_>) -> Outcome {
    let stated = at.texts(Question::VatCurrencies, || {
        let amounts = at.anywhere(CAC_TAX_TOTAL).flat_map(|total| total.children(CBC_TAX_AMOUNT));
        let currencies = amounts.filter_map(|amount| amount.attribute(CURRENCY_ID));
        currencies.map(|currency| currency.into_owned()).collect()
    });
    Ok(at.children(CBC_TAX_CURRENCY_CODE).all(|currency| stated.contains(&*currency.value())))
}

/// A property has a name and a value.
pub fn br_54(at: At<'_, '_>) -> Outcome {
    Ok(at.has(&[CBC_NAME]) && at.has(&[CBC_VALUE]))
}

/// The tax representative has a VAT number.
pub fn br_56(at: At<'_, '_>) -> Outcome {
    at.try_any(&[CAC_PARTY_TAX_SCHEME], &mut |scheme| {
        Ok(is_only_vat(scheme)? && scheme.has(&[CBC_COMPANY_ID]))
    })
}

/// A credit transfer has an account.
pub fn br_61(at: At<'_, '_>) -> Outcome {
    let means = at.norm(&[CBC_PAYMENT_MEANS_CODE])?;
    let transfer = matches!(&*means, "30" | "58");
    Ok(!transfer || at.has(&[CAC_PAYEE_FINANCIAL_ACCOUNT, CBC_ID]))
}

/// Split payment is for Italy.
pub fn br_b_01(at: At<'_, '_>) -> Outcome {
    let used = [CAC_TAX_CATEGORY, CAC_CLASSIFIED_TAX_CATEGORY]
        .iter()
        .any(|name| at.anywhere(*name).any(|category| category.any_is(&[CBC_ID], &["B"])));
    Ok(!used || !at.anywhere(CBC_IDENTIFICATION_CODE).any(|country| country.value() != "IT"))
}

/// Split payment and standard rate do not go together.
pub fn br_b_02(at: At<'_, '_>) -> Outcome {
    let root = At::root(at.document);
    let used = |code: &str| {
        let breakdown: &[u16] = match (at.document.pack, code) {
            // The older rule looked for S where it cannot be.
            (Pack::V3_0_20, "S") => &[CAC_TAX_TOTAL, CAC_TAX_SUBTOTAL, CBC_ID],
            _ => &[CAC_TAX_TOTAL, CAC_TAX_SUBTOTAL, CAC_TAX_CATEGORY, CBC_ID],
        };
        root.any_is(breakdown, &[code])
            || root.any_is(&[CAC_ALLOWANCE_CHARGE, CAC_TAX_CATEGORY, CBC_ID], &[code])
            || at.anywhere(CAC_CLASSIFIED_TAX_CATEGORY).any(|line| line.any_is(&[CBC_ID], &[code]))
    };
    Ok(!(used("B") && used("S")))
}

/// The type code is one for this kind of document.
pub fn br_cl_01(at: At<'_, '_>) -> Outcome {
    let invoice = at.name() == CBC_INVOICE_TYPE_CODE;
    own_code(at, if invoice { list::INVOICE_TYPES_EN } else { list::CREDIT_NOTE_TYPES_EN })
}

/// Whether the text is part of the list when blanks stand between and around its codes.
fn is_part_of_padded(codes: &[&str], text: &str) -> bool {
    match text.len() {
        0 => true,
        _ if !text.contains(' ') => {
            holds(codes, text) || codes.iter().any(|code| code.contains(text))
        }
        _ => format!(" {} ", codes.join(" ")).contains(text),
    }
}

/// The subject of a note, between two `#`, is a code if it has three letters.
pub fn br_cl_08(at: At<'_, '_>) -> Outcome {
    let note = at.value();
    let mut parts = note.split('#').skip(1);
    let (Some(subject), Some(_)) = (parts.next(), parts.next()) else { return Ok(true) };
    Ok(subject.chars().count() != 3 || is_part_of_padded(NOTE_SUBJECTS, subject))
}

/// A party's scheme is a code, or SEPA of seller or payee.
pub fn br_cl_10(at: At<'_, '_>) -> Outcome {
    if code(at, SCHEME_ID, list::ICD)? {
        return Ok(true);
    }
    let sepa = at.attribute(SCHEME_ID).is_some_and(|scheme| normal(scheme) == "SEPA");
    let mut above = at.parent();
    while let Some(ancestor) = above.filter(|_| sepa && at.document.facts.spend()) {
        if matches!(ancestor.name(), CAC_ACCOUNTING_SUPPLIER_PARTY | CAC_PAYEE_PARTY) {
            return Ok(true);
        }
        above = ancestor.parent();
    }
    Ok(false)
}

/// The reason of an exemption is a code, in whatever letters.
pub fn br_cl_22(at: At<'_, '_>) -> Outcome {
    let code = normal(Cow::Owned(at.value().to_uppercase())).into_owned();
    Ok(list::VATEX.holds(at.document.pack, &code))
}

/// The type of a file is one of few, exactly.
pub fn br_cl_24(at: At<'_, '_>) -> Outcome {
    Ok(holds(MIME_TYPES_EN, &at.attribute(MIME_CODE).unwrap_or_default()))
}

/// Not both a tax point date and a code for it.
pub fn br_co_03(at: At<'_, '_>) -> Outcome {
    Ok(!(at.has(&[CBC_TAX_POINT_DATE]) && at.has(&[CAC_INVOICE_PERIOD, CBC_DESCRIPTION_CODE])))
}

/// A line has a VAT category.
pub fn br_co_04(at: At<'_, '_>) -> Outcome {
    at.try_any(&[CAC_ITEM, CAC_CLASSIFIED_TAX_CATEGORY], &mut |category| {
        Ok(is_only_vat(category)? && category.has(&[CBC_ID]))
    })
}

/// A VAT number begins with its country.
pub fn br_co_09(at: At<'_, '_>) -> Outcome {
    let number = at.text(&[CBC_COMPANY_ID])?;
    let end = number.char_indices().nth(2).map_or(number.len(), |(at, _)| at);
    Ok(is_part_of_padded(VAT_PREFIXES, number.get(..end).unwrap_or_default()))
}

/// A period says something.
pub fn br_co_19(at: At<'_, '_>) -> Outcome {
    Ok([CBC_START_DATE, CBC_END_DATE, CBC_DESCRIPTION_CODE].iter().any(|name| at.has(&[*name])))
}

/// An amount to pay has a day to pay it.
pub fn br_co_25(at: At<'_, '_>) -> Outcome {
    let due = number::is_positive(&at.value());
    let due = due.ok_or(at.abort(Why::NotNumber))?;
    let dated = !at.document.facts.deep(CBC_DUE_DATE).is_empty();
    let said = || at.anywhere(CAC_PAYMENT_TERMS).any(|terms| terms.has(&[CBC_NOTE]));
    let said = || At::root(at.document).surely(Question::HasTerms, said);
    Ok(!due || dated || said())
}

/// The seller can be told apart by some number.
pub fn br_co_26(at: At<'_, '_>) -> Outcome {
    let vat = at.try_any(&[CAC_PARTY, CAC_PARTY_TAX_SCHEME], &mut |scheme| {
        Ok(is_vat(scheme)? && scheme.has(&[CBC_COMPANY_ID]))
    })?;
    let older = at.document.pack == Pack::V3_0_20;
    let number = |id: At<'_, '_>| older || id.attribute(SCHEME_ID).is_none_or(|s| s != "SEPA");
    Ok(vat
        || at.has(&[CAC_PARTY, CAC_PARTY_LEGAL_ENTITY, CBC_COMPANY_ID])
        || at.any(&[CAC_PARTY, CAC_PARTY_IDENTIFICATION, CBC_ID], &mut { number }))
}
