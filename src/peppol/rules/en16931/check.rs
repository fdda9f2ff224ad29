//! The predicates of EN 16931 that are more than a look at a child.
//!
//! Each bears the id of its rule. Absent operands are looked for first and numbers are read after,
//! as the official engine does: what is not read cannot abort.

pub use crate::peppol::rules::en16931::base::{base_is_near_sum, base_is_sum};
pub use crate::peppol::rules::en16931::vat::*;

use crate::domain::codes::{MIME_TYPES_EN, NOTE_SUBJECTS, VAT_PREFIXES, holds};
use crate::peppol::rules::decimal::Decimal;
use crate::peppol::rules::en16931::indicator::{Indicator, says};
use crate::peppol::rules::list::{self, List};
use crate::peppol::rules::look::{At, has_two_places, normal};
use crate::peppol::rules::pack::Pack;
use crate::peppol::rules::{Abort, Outcome, number};
use crate::peppol::schema::id::*;
use crate::peppol::xml::name::attribute::{CURRENCY_ID, MIME_CODE, SCHEME_ID, UNIT_CODE};
use std::borrow::Cow;
use std::collections::HashSet;

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

fn values(at: At<'_, '_>, path: &[u16]) -> HashSet<String> {
    let mut values = HashSet::new();
    at.every(path, &mut |found| {
        values.insert(found.value().into_owned());
    });
    values
}

/// The payee is named, and is not the seller.
pub fn br_17(at: At<'_, '_>) -> Outcome {
    let name = [CAC_PARTY_NAME, CBC_NAME];
    let number = [CAC_PARTY_IDENTIFICATION, CBC_ID];
    let Some(parent) = at.parent() else { return Ok(at.has(&name)) };
    let differ = |path: [u16; 2]| {
        let of_seller = [CAC_ACCOUNTING_SUPPLIER_PARTY, CAC_PARTY, path[0], path[1]];
        values(at, &path).is_disjoint(&values(parent, &of_seller))
    };
    Ok(at.has(&name) && differ(name) && differ(number))
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
    let totals = at.document.facts.deep(CAC_TAX_TOTAL);
    Ok(at.children(CBC_TAX_CURRENCY_CODE).all(|currency| {
        let currency = currency.value();
        totals.iter().any(|total| {
            at.to(*total).any(&[CBC_TAX_AMOUNT], &mut |amount| {
                amount.attribute(CURRENCY_ID).is_some_and(|id| id == currency)
            })
        })
    }))
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
    let facts = &at.document.facts;
    let used = [CAC_TAX_CATEGORY, CAC_CLASSIFIED_TAX_CATEGORY].iter().any(|name| {
        facts.deep(name.to_owned()).iter().any(|node| at.to(*node).any_is(&[CBC_ID], &["B"]))
    });
    let foreign = |node: &u32| at.to(*node).value() != "IT";
    Ok(!used || !facts.deep(CBC_IDENTIFICATION_CODE).iter().any(foreign))
}

/// Split payment and standard rate do not go together.
pub fn br_b_02(at: At<'_, '_>) -> Outcome {
    let lines = at.document.facts.deep(CAC_CLASSIFIED_TAX_CATEGORY);
    let root = At::root(at.document);
    let used = |code: &str| {
        let breakdown: &[u16] = match (at.document.pack, code) {
            // The older rule looked for S where it cannot be.
            (Pack::V3_0_20, "S") => &[CAC_TAX_TOTAL, CAC_TAX_SUBTOTAL, CBC_ID],
            _ => &[CAC_TAX_TOTAL, CAC_TAX_SUBTOTAL, CAC_TAX_CATEGORY, CBC_ID],
        };
        root.any_is(breakdown, &[code])
            || root.any_is(&[CAC_ALLOWANCE_CHARGE, CAC_TAX_CATEGORY, CBC_ID], &[code])
            || lines.iter().any(|node| at.to(*node).any_is(&[CBC_ID], &[code]))
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
        _ if !text.contains(' ') => codes.iter().any(|code| code.contains(text)),
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
    while let Some(ancestor) = above.filter(|_| sepa) {
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

fn add_up<'d, 'a>(
    at: At<'d, 'a>,
    all: impl Iterator<Item = At<'d, 'a>>,
    field: u16,
) -> Result<Decimal, Abort> {
    let mut sum = Decimal::ZERO;
    for one in all {
        if let Some(amount) = one.number(&[field])? {
            sum = at.fit(sum.plus(amount))?;
        }
    }
    Ok(sum)
}

fn is_cents(at: At<'_, '_>, stated: Decimal, sum: Decimal) -> Outcome {
    at.fit(stated.equals(sum.rounded(2)))
}

/// The sum of the lines is their sum.
pub fn br_co_10(at: At<'_, '_>) -> Outcome {
    if !at.has(&[CBC_LINE_EXTENSION_AMOUNT]) {
        return Ok(false);
    }
    let Some(stated) = at.number(&[CBC_LINE_EXTENSION_AMOUNT])? else { return Ok(false) };
    let facts = &at.document.facts;
    let sum = *facts.lines.get_or_init(|| {
        let invoice = facts.deep(CAC_INVOICE_LINE).iter();
        let lines = invoice.chain(facts.deep(CAC_CREDIT_NOTE_LINE)).map(|node| at.to(*node));
        add_up(at, lines, CBC_LINE_EXTENSION_AMOUNT)
    });
    is_cents(at, stated, sum?)
}

fn total_of(at: At<'_, '_>, indicator: Indicator, total: u16) -> Outcome {
    let Some(parent) = at.parent() else { return Ok(!at.has(&[total])) };
    let mut found = Vec::new();
    for one in parent.children(CAC_ALLOWANCE_CHARGE) {
        if says(one, indicator)? {
            found.push(one);
        }
    }
    if !at.has(&[total]) {
        return Ok(found.is_empty());
    }
    let Some(stated) = at.number(&[total])? else { return Ok(false) };
    is_cents(at, stated, add_up(at, found.into_iter(), CBC_AMOUNT)?)
}

/// The total of allowances is their sum.
pub fn br_co_11(at: At<'_, '_>) -> Outcome {
    total_of(at, Indicator::Allowance, CBC_ALLOWANCE_TOTAL_AMOUNT)
}

/// The total of charges is their sum.
pub fn br_co_12(at: At<'_, '_>) -> Outcome {
    total_of(at, Indicator::Charge, CBC_CHARGE_TOTAL_AMOUNT)
}

/// The total without VAT is lines − allowances + charges.
pub fn br_co_13(at: At<'_, '_>) -> Outcome {
    let paths = [CBC_LINE_EXTENSION_AMOUNT, CBC_TAX_EXCLUSIVE_AMOUNT];
    if paths.iter().any(|name| !at.has(&[*name])) {
        return Ok(false);
    }
    let (Some(lines), Some(stated)) = (at.number(&paths[..1])?, at.number(&paths[1..])?) else {
        return Ok(false);
    };
    let charges = at.number(&[CBC_CHARGE_TOTAL_AMOUNT])?;
    let allowances = at.number(&[CBC_ALLOWANCE_TOTAL_AMOUNT])?;
    if charges.is_none() && allowances.is_none() {
        return at.fit(stated.equals(lines));
    }
    let sum = at.fit(lines.plus(charges.unwrap_or(Decimal::ZERO)))?;
    let sum = at.fit(sum.minus(allowances.unwrap_or(Decimal::ZERO)))?;
    is_cents(at, stated, sum)
}

/// The VAT total is the sum of its rows.
pub fn br_co_14(at: At<'_, '_>) -> Outcome {
    if !at.has(&[CAC_TAX_SUBTOTAL]) {
        return Ok(true);
    }
    let Some(stated) = at.number(&[CBC_TAX_AMOUNT])? else { return Ok(false) };
    is_cents(at, stated, add_up(at, at.children(CAC_TAX_SUBTOTAL), CBC_TAX_AMOUNT)?)
}

/// The total with VAT is the total without it and the VAT in the document's currency.
pub fn br_co_15(at: At<'_, '_>) -> Outcome {
    for currency in at.children(CBC_DOCUMENT_CURRENCY_CODE) {
        let currency = currency.value();
        let mut taxes = Vec::new();
        for total in at.children(CAC_TAX_TOTAL) {
            taxes.extend(tax_in(total, &currency)?);
        }
        let [tax] = taxes.as_slice() else { return Ok(false) };
        if !total_with(at, *tax)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn tax_in(total: At<'_, '_>, currency: &str) -> Result<Option<Decimal>, Abort> {
    let mut found = None;
    for amount in total.children(CBC_TAX_AMOUNT) {
        if amount.attribute(CURRENCY_ID).is_some_and(|id| id == currency) {
            if found.is_some() {
                return Err(amount.abort(crate::peppol::rules::Why::Surplus));
            }
            found = Some(amount);
        }
    }
    found.map(At::decimal).transpose()
}

fn total_with(at: At<'_, '_>, tax: Decimal) -> Outcome {
    let mut without = None;
    for total in at.children(CAC_LEGAL_MONETARY_TOTAL) {
        if let Some(amount) = total.number(&[CBC_TAX_EXCLUSIVE_AMOUNT])? {
            if without.is_some() {
                return Err(total.abort(crate::peppol::rules::Why::Surplus));
            }
            without = Some(amount);
        }
    }
    let Some(without) = without else { return Ok(false) };
    let with = at.fit(without.plus(tax))?;
    at.try_any(&[CAC_LEGAL_MONETARY_TOTAL], &mut |total| match total
        .number(&[CBC_TAX_INCLUSIVE_AMOUNT])?
    {
        Some(stated) => is_cents(at, stated, with),
        None => Ok(false),
    })
}

/// The amount to pay is the total with VAT − prepaid + rounding.
pub fn br_co_16(at: At<'_, '_>) -> Outcome {
    let (payable, total) = ([CBC_PAYABLE_AMOUNT], [CBC_TAX_INCLUSIVE_AMOUNT]);
    if !at.has(&payable) || !at.has(&total) {
        return Ok(false);
    }
    let rounding = [CBC_PAYABLE_ROUNDING_AMOUNT];
    let (Some(payable), Some(total)) = (at.number(&payable)?, at.number(&total)?) else {
        return Ok(false);
    };
    let payable = match at.number(&rounding)? {
        Some(rounding) => at.fit(payable.minus(rounding))?.rounded(2),
        None => payable,
    };
    let total = match at.number(&[CBC_PREPAID_AMOUNT])? {
        Some(prepaid) => at.fit(total.minus(prepaid))?.rounded(2),
        None => total,
    };
    at.fit(payable.equals(total))
}

/// The VAT of a row is its base times its rate, to within one.
pub fn br_co_17(at: At<'_, '_>) -> Outcome {
    let Some(tax) = at.number(&[CBC_TAX_AMOUNT])? else { return Ok(false) };
    let free = tax.rounded(0).is_zero();
    if !at.has(&[CBC_TAXABLE_AMOUNT]) && !free {
        return Ok(false);
    }
    let mut rate = None;
    for category in at.children(CAC_TAX_CATEGORY) {
        if !is_vat(category)? {
            continue;
        }
        if let Some(found) = category.number(&[CBC_PERCENT])? {
            if rate.is_some() {
                return Err(category.abort(crate::peppol::rules::Why::Surplus));
            }
            rate = Some(found);
        }
    }
    let Some(rate) = rate.filter(|rate| !rate.rounded(0).is_zero()) else { return Ok(free) };
    match at.number(&[CBC_TAXABLE_AMOUNT])? {
        Some(base) => is_tax_of(at, tax, base, rate),
        None => Ok(false),
    }
}

/// Strictly within one of base × rate ÷ 100, signs left out.
fn is_tax_of(at: At<'_, '_>, tax: Decimal, base: Decimal, rate: Decimal) -> Outcome {
    let exact = at.fit(base.absolute().times(rate.percent()))?.rounded(2);
    let far = at.fit(tax.absolute().minus(exact))?.absolute();
    Ok(at.fit(far.compare(Decimal::whole(1)))?.is_lt())
}

/// The same for categories with a rate, of the row that the category is in.
pub fn tax_is_base_times_rate(at: At<'_, '_>) -> Outcome {
    let Some(row) = at.parent() else { return Ok(false) };
    let (amount, taxable) = ([CBC_TAX_AMOUNT], [CBC_TAXABLE_AMOUNT]);
    if !row.has(&amount) || !row.has(&taxable) || !at.has(&[CBC_PERCENT]) {
        return Ok(false);
    }
    match (row.number(&amount)?, row.number(&taxable)?, at.number(&[CBC_PERCENT])?) {
        (Some(tax), Some(base), Some(rate)) => is_tax_of(at, tax, base, rate),
        _ => Ok(false),
    }
}

/// The VAT of the row is nought.
pub fn tax_is_zero(at: At<'_, '_>) -> Outcome {
    let Some(row) = at.parent() else { return Ok(false) };
    Ok(row.number(&[CBC_TAX_AMOUNT])?.is_some_and(|tax| tax.is_zero()))
}

/// A period says something.
pub fn br_co_19(at: At<'_, '_>) -> Outcome {
    Ok([CBC_START_DATE, CBC_END_DATE, CBC_DESCRIPTION_CODE].iter().any(|name| at.has(&[*name])))
}

/// An amount to pay has a day to pay it.
pub fn br_co_25(at: At<'_, '_>) -> Outcome {
    let due = number::is_positive(&at.value());
    let due = due.ok_or(at.abort(crate::peppol::rules::Why::NotNumber))?;
    let facts = &at.document.facts;
    let terms = facts.deep(CAC_PAYMENT_TERMS);
    let said = || terms.iter().any(|node| at.to(*node).has(&[CBC_NOTE]));
    Ok(!due || !facts.deep(CBC_DUE_DATE).is_empty() || said())
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

fn is_object(reference: At<'_, '_>) -> bool {
    reference.any_is(&[CBC_DOCUMENT_TYPE_CODE], &["130"])
}

fn references<'d, 'a>(at: At<'d, 'a>) -> impl Iterator<Item = At<'d, 'a>> {
    let all = at.document.facts.deep(CAC_ADDITIONAL_DOCUMENT_REFERENCE);
    all.iter().map(move |node| at.to(*node))
}

/// UBLVersionID is absent or 2.1.
pub fn ubl_cr_002(at: At<'_, '_>) -> Outcome {
    Ok(!at.has(&[CBC_UBL_VERSION_ID]) || at.any_is(&[CBC_UBL_VERSION_ID], &["2.1"]))
}

/// An invoice has its due date elsewhere.
pub fn ubl_cr_412(at: At<'_, '_>) -> Outcome {
    Ok(at.name() == CREDIT_NOTE || !at.has(&[CAC_PAYMENT_MEANS, CBC_PAYMENT_DUE_DATE]))
}

/// Only the object of the invoice has a scheme.
pub fn ubl_cr_665(at: At<'_, '_>) -> Outcome {
    Ok(!references(at).any(|reference| {
        let kind = [CBC_DOCUMENT_TYPE_CODE];
        let other =
            !reference.has(&kind) || reference.any(&kind, &mut |code| code.value() != "130");
        other && reference.any(&[CBC_ID], &mut |id| id.attribute(SCHEME_ID).is_some())
    }))
}

/// The object has no attachment.
pub fn ubl_cr_666(at: At<'_, '_>) -> Outcome {
    Ok(!references(at).any(|one| is_object(one) && one.has(&[CAC_ATTACHMENT])))
}

/// The object has no description.
pub fn ubl_cr_673(at: At<'_, '_>) -> Outcome {
    Ok(!references(at).any(|one| is_object(one) && one.has(&[CBC_DOCUMENT_DESCRIPTION])))
}

/// At most two decimals, wherever the amount stands.
pub fn ubl_dt_01(at: At<'_, '_>) -> Outcome {
    Ok(has_two_places(&at.value()))
}

/// Only the payment means code has a name.
pub fn ubl_dt_18(at: At<'_, '_>) -> Outcome {
    Ok(!at.document.facts.structure.has_stray_name)
}

/// One object.
pub fn ubl_sr_04(at: At<'_, '_>) -> Outcome {
    let objects = at.children(CAC_ADDITIONAL_DOCUMENT_REFERENCE).filter(|one| is_object(*one));
    Ok(objects.map(|one| one.count(&[CBC_ID])).sum::<usize>() <= 1)
}

/// The reference to an earlier invoice has its number.
pub fn ubl_sr_07(at: At<'_, '_>) -> Outcome {
    Ok(at.has(&[CAC_INVOICE_DOCUMENT_REFERENCE, CBC_ID]))
}

/// At most one tax number of a party whose scheme is VAT, or is not.
fn one_tax_number(at: At<'_, '_>, party: u16, vat: bool) -> Outcome {
    let mut count = 0;
    let mut aborted = None;
    at.every(&[party, CAC_PARTY, CAC_PARTY_TAX_SCHEME], &mut |scheme| {
        let fits = scheme.try_any(&[CAC_TAX_SCHEME], &mut |tax| {
            Ok((tax.text(&[CBC_ID])?.to_uppercase() == "VAT") == vat)
        });
        match fits {
            Ok(true) => count += scheme.count(&[CBC_COMPANY_ID]),
            Ok(false) => {}
            Err(abort) => aborted = aborted.or(Some(abort)),
        }
    });
    aborted.map_or(Ok(count <= 1), Err)
}

/// One VAT number of the seller.
pub fn ubl_sr_12(at: At<'_, '_>) -> Outcome {
    one_tax_number(at, CAC_ACCOUNTING_SUPPLIER_PARTY, true)
}

/// One other tax number of the seller.
pub fn ubl_sr_13(at: At<'_, '_>) -> Outcome {
    one_tax_number(at, CAC_ACCOUNTING_SUPPLIER_PARTY, false)
}

/// One VAT number of the buyer.
pub fn ubl_sr_18(at: At<'_, '_>) -> Outcome {
    one_tax_number(at, CAC_ACCOUNTING_CUSTOMER_PARTY, true)
}

/// Whether the payee has a name that is not the seller's.
fn is_other(at: At<'_, '_>) -> bool {
    let Some(parent) = at.parent() else { return false };
    let seller =
        [CAC_ACCOUNTING_SUPPLIER_PARTY, CAC_PARTY, CAC_PARTY_LEGAL_ENTITY, CBC_REGISTRATION_NAME];
    at.any(&[CAC_PARTY_NAME, CBC_NAME], &mut |name| {
        let name = name.value();
        parent.any(&seller, &mut |other| other.value() != name)
    })
}

/// One payee, by name.
pub fn ubl_sr_19(at: At<'_, '_>) -> Outcome {
    Ok(at.count(&[CAC_PARTY_NAME, CBC_NAME]) <= 1 && is_other(at))
}

fn is_sepa(id: At<'_, '_>) -> bool {
    id.attribute(SCHEME_ID).is_some_and(|scheme| scheme.eq_ignore_ascii_case("SEPA"))
}

/// One payee, by number.
pub fn ubl_sr_20(at: At<'_, '_>) -> Outcome {
    let mut count = 0;
    at.every(&[CAC_PARTY_IDENTIFICATION, CBC_ID], &mut |id| count += usize::from(!is_sepa(id)));
    Ok(count <= 1 && is_other(at))
}

/// One payee, by company number.
pub fn ubl_sr_21(at: At<'_, '_>) -> Outcome {
    Ok(at.count(&[CAC_PARTY_LEGAL_ENTITY, CBC_COMPANY_ID]) <= 1 && is_other(at))
}

/// One tax number of the tax representative.
pub fn ubl_sr_23(at: At<'_, '_>) -> Outcome {
    let path = [CAC_PARTY, CAC_PARTY_TAX_SCHEME, CBC_COMPANY_ID];
    Ok(match at.document.pack {
        // The older rule looked below a Party that is not there.
        Pack::V3_0_20 => at.count(&path) <= 1,
        _ => at.count(&path[1..]) <= 1,
    })
}

/// One SEPA number.
pub fn ubl_sr_29(at: At<'_, '_>) -> Outcome {
    let mut count = 0;
    for party in at.document.facts.deep(CAC_PARTY_IDENTIFICATION) {
        at.to(*party).every(&[CBC_ID], &mut |id| count += usize::from(is_sepa(id)));
    }
    Ok(count <= 1)
}

/// A supporting document has a type only where it is an object or a project.
pub fn ubl_sr_43(at: At<'_, '_>) -> Outcome {
    let root = At::root(at.document);
    let kind = [CBC_DOCUMENT_TYPE_CODE];
    let credit_note = root.document.tree.local_name(root.name()) == "CreditNote";
    let plain = !at.has(&kind) && !at.any(&[CBC_ID], &mut |id| id.attribute(SCHEME_ID).is_some());
    Ok(is_object(at) || (credit_note && at.any_is(&kind, &["50"])) || plain)
}

fn all_alike(at: At<'_, '_>, name: u16) -> bool {
    let mut all = at.document.facts.deep(name).iter().map(|node| at.to(*node).value());
    let first = all.next();
    all.all(|value| Some(value) == first)
}

/// One payment reference.
pub fn ubl_sr_44(at: At<'_, '_>) -> Outcome {
    Ok(all_alike(at, CBC_PAYMENT_ID))
}

/// One payment means.
pub fn ubl_sr_47(at: At<'_, '_>) -> Outcome {
    Ok(all_alike(at, CBC_PAYMENT_MEANS_CODE))
}

/// One VAT category a line.
pub fn ubl_sr_48(at: At<'_, '_>) -> Outcome {
    Ok(at.count(&[CAC_ITEM, CAC_CLASSIFIED_TAX_CATEGORY]) == 1)
}

/// A tax number has its scheme and the other way round.
pub fn ubl_sr_53(at: At<'_, '_>) -> Outcome {
    Ok(at.has(&[CAC_TAX_SCHEME, CBC_ID]) && at.has(&[CBC_COMPANY_ID]))
}
