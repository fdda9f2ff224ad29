//! The predicates of Peppol that hold in every country. Each bears the id of its rule.

pub use crate::peppol::rules::billing::identifier::*;

use crate::domain::codes::INVOICE_TYPES_GERMANY_ONLY;
use crate::peppol::rules::billing::country::countries;
use crate::peppol::rules::decimal::Decimal;
use crate::peppol::rules::facts::{Currencies, Profile};
use crate::peppol::rules::kleene::{both, either};
use crate::peppol::rules::list::{self, List};
use crate::peppol::rules::look::{At, normal};
use crate::peppol::rules::memory::Question;
use crate::peppol::rules::number;
use crate::peppol::rules::outcome::{Abort, Outcome, Why};
use crate::peppol::rules::pack::Pack;
use crate::peppol::schema::id::*;
use crate::peppol::schema::lexical::bare;
use crate::peppol::xml::name::attribute::{CURRENCY_ID, MIME_CODE, SCHEME_ID, UNIT_CODE};
use crate::peppol::{CUSTOMIZATION, SELF_BILLING_CUSTOMIZATION, SELF_BILLING_PROFILE};

/// Some element at the end of a path holds more than blanks.
pub fn some_filled(at: At<'_, '_>, path: &[u16]) -> Outcome {
    Ok(at.any(path, &mut |found| !bare(&found.value()).is_empty()))
}

/// A rule's own text, in one piece, is a code of the list.
fn text_in(at: At<'_, '_>, list: List) -> Outcome {
    Ok(list.holds(at.document.pack, &at.norm_text()?))
}

/// One project.
pub fn r080(at: At<'_, '_>) -> Outcome {
    let references = at.children(CAC_ADDITIONAL_DOCUMENT_REFERENCE);
    let projects = references.filter(|one| one.any_is(&[CBC_DOCUMENT_TYPE_CODE], &["50"]));
    Ok(projects.count() <= 1)
}

fn profile(at: At<'_, '_>) -> Result<Profile, Abort> {
    *at.document.facts.profile.get_or_init(|| find_profile(at))
}

fn find_profile(at: At<'_, '_>) -> Result<Profile, Abort> {
    let process = At::root(at.document).norm(&[CBC_PROFILE_ID])?;
    Ok(match (at.document.pack, &*process) {
        (Pack::V3_0_20, process) => numbered_process(process),
        (_, "urn:peppol:bis:billing_with_response") => Profile::WithResponse,
        (_, "urn:peppol:france:billing:regulated" | "urn:peppol:france:billing:non-regulated") => {
            Profile::Billing
        }
        (Pack::SelfBilling, SELF_BILLING_PROFILE) => Profile::Billing,
        (Pack::V3_0_21, crate::peppol::PROFILE) => Profile::Billing,
        _ => Profile::Unknown,
    })
}

/// Before 3.0.21 any process of two digits passed.
fn numbered_process(process: &str) -> Profile {
    let pattern = b"urn:fdc:peppol.eu:2017:poacc:billing:##:1.0";
    let fits = process.as_bytes().windows(pattern.len()).any(|part| {
        part.iter().zip(pattern).all(|(byte, wanted)| match wanted {
            b'#' => byte.is_ascii_digit(),
            b'.' => true,
            _ => byte == wanted,
        })
    });
    match process.split(':').nth(6) {
        Some("01") if fits => Profile::Billing,
        _ if fits => Profile::Other,
        _ => Profile::Unknown,
    }
}

/// The business process is one of Peppol's.
pub fn r007(at: At<'_, '_>) -> Outcome {
    Ok(profile(at)? != Profile::Unknown)
}

/// One note, but between German parties more.
pub fn r002(at: At<'_, '_>) -> Outcome {
    either(Ok(at.count(&[CBC_NOTE]) <= 1), countries(at).are_german())
}

/// The specification is Peppol's.
pub fn r004(at: At<'_, '_>) -> Outcome {
    let said = at.norm_text_of(&[CBC_CUSTOMIZATION_ID])?;
    Ok(match at.document.pack {
        Pack::V3_0_20 => said.starts_with(CUSTOMIZATION),
        Pack::V3_0_21 => said.starts_with(CUSTOMIZATION) && !said.contains("::"),
        Pack::SelfBilling => said.starts_with(SELF_BILLING_CUSTOMIZATION) && !said.contains("::"),
    })
}

fn tax_totals(at: At<'_, '_>, with_rows: bool) -> usize {
    let totals = at.children(CAC_TAX_TOTAL);
    totals.filter(|total| total.has(&[CAC_TAX_SUBTOTAL]) == with_rows).count()
}

/// One VAT total with a breakdown.
pub fn r053(at: At<'_, '_>) -> Outcome {
    Ok(tax_totals(at, true) == 1)
}

/// One VAT total without, if there is a currency for it.
pub fn r054(at: At<'_, '_>) -> Outcome {
    Ok(tax_totals(at, false) == usize::from(at.has(&[CBC_TAX_CURRENCY_CODE])))
}

/// Both VAT totals have the same sign.
pub fn r055(at: At<'_, '_>) -> Outcome {
    if !at.has(&[CBC_TAX_CURRENCY_CODE]) {
        return Ok(true);
    }
    let some = |currency: u16, fits: fn(&str) -> Option<bool>| {
        let currency = at.norm(&[currency])?;
        at.try_any(&[CAC_TAX_TOTAL, CBC_TAX_AMOUNT], &mut |amount| {
            if amount.attribute(CURRENCY_ID).is_none_or(|id| id != currency) {
                return Ok(false);
            }
            fits(&amount.value()).ok_or(amount.abort(Why::NotNumber))
        })
    };
    let agree = |fits: fn(&str) -> Option<bool>| {
        both(some(CBC_TAX_CURRENCY_CODE, fits), some(CBC_DOCUMENT_CURRENCY_CODE, fits))
    };
    either(agree(number::is_not_positive), agree(number::is_not_negative))
}

/// The VAT currency is another one than the document's.
pub fn r005(at: At<'_, '_>) -> Outcome {
    let own = at.norm_text()?;
    let Some(parent) = at.parent() else { return Ok(!own.is_empty()) };
    let name = CBC_DOCUMENT_CURRENCY_CODE;
    Ok(*own != *parent.text_of(name, || parent.norm_text_of(&[name]))?)
}

/// `stated` lies within 0.02 of what it should be, both ends included.
fn is_within_two_cents(at: At<'_, '_>, stated: Decimal, value: Decimal) -> Outcome {
    let far = at.fit(stated.minus(value))?.absolute();
    Ok(at.fit(far.compare(Decimal::hundredths(2)))?.is_le())
}

/// An amount is its base times its percentage.
pub fn r040(at: At<'_, '_>) -> Outcome {
    let (factor, base) = ([CBC_MULTIPLIER_FACTOR_NUMERIC], [CBC_BASE_AMOUNT]);
    if !at.has(&factor) || !at.has(&base) {
        return Ok(true);
    }
    let amount = at.number(&[CBC_AMOUNT])?.unwrap_or(Decimal::ZERO);
    let (Some(base), Some(factor)) = (at.number(&base)?, at.number(&factor)?) else {
        return Ok(true);
    };
    is_within_two_cents(at, amount, at.fit(base.times(factor))?.percent())
}

/// An allowance or charge says true or false in letters.
pub fn r043(at: At<'_, '_>) -> Outcome {
    let said = at.norm_text_of(&[CBC_CHARGE_INDICATOR])?;
    Ok(matches!(&*said, "true" | "false"))
}

/// An amount is in the document's currency.
pub fn r051(at: At<'_, '_>) -> Outcome {
    let Some(currency) = at.attribute(CURRENCY_ID) else { return Ok(false) };
    let own = at.document.facts.currencies.get_or_init(|| {
        let mut own = Currencies::default();
        At::root(at.document).every(&[CBC_DOCUMENT_CURRENCY_CODE], &mut |code| {
            let code = code.value().into_owned();
            own.first.get_or_insert_with(|| code.clone());
            own.all.insert(code);
        });
        own
    });
    Ok(own.first.as_deref() == Some(&*currency) || own.all.contains(&*currency))
}

/// The day of a line's period and that of the document's.
fn days(at: At<'_, '_>, end: u16) -> Result<Option<(i64, i64)>, Abort> {
    let own = at.norm_text()?;
    let document = at.parent().and_then(At::parent).and_then(At::parent);
    // Without any text there is no day to compare; blanks are no day either, but are read as one.
    let (false, Some(document)) = (at.value().is_empty(), document) else { return Ok(None) };
    let own = number::date(&own).ok_or(at.abort(Why::NotDate))?;
    let day = document.day_of(end, || {
        let day = document.one(&[CAC_INVOICE_PERIOD, end])?;
        day.map(At::date).transpose()
    })?;
    Ok(day.map(|day| (own, day)))
}

/// A line's period does not begin before the document's.
pub fn r110(at: At<'_, '_>) -> Outcome {
    Ok(days(at, CBC_START_DATE)?.is_some_and(|(own, document)| own >= document))
}

/// Nor does it end after it.
pub fn r111(at: At<'_, '_>) -> Outcome {
    Ok(days(at, CBC_END_DATE)?.is_some_and(|(own, document)| own <= document))
}

/// Allowances or charges of a line, in whole cents.
fn of_line(at: At<'_, '_>, indicator: &str) -> Result<Decimal, Abort> {
    let mut sum = Decimal::ZERO;
    for one in at.children(CAC_ALLOWANCE_CHARGE) {
        if one.norm(&[CBC_CHARGE_INDICATOR])? == indicator {
            for amount in one.children(CBC_AMOUNT) {
                sum = at.fit(sum.plus(amount.decimal()?))?;
            }
        }
    }
    Ok(sum.rounded(2))
}

/// A line's amount is quantity × (price ÷ base quantity) + charges − allowances.
pub fn r120(at: At<'_, '_>) -> Outcome {
    let one = Decimal::whole(1);
    let quantity = match At::root(at.document).name() {
        INVOICE => CBC_INVOICED_QUANTITY,
        _ => CBC_CREDITED_QUANTITY,
    };
    let net = at.number(&[CBC_LINE_EXTENSION_AMOUNT])?.unwrap_or(Decimal::ZERO);
    let quantity = at.number(&[quantity])?.unwrap_or(one);
    let price = at.number(&[CAC_PRICE, CBC_PRICE_AMOUNT])?.unwrap_or(Decimal::ZERO);
    let base = at.number(&[CAC_PRICE, CBC_BASE_QUANTITY])?.filter(|base| !base.is_zero());
    let each = match base {
        Some(base) => at.fit(price.over(base))?,
        None => price,
    };
    let value = at.fit(quantity.times(each))?;
    let value = at.fit(value.plus(of_line(at, "true")?))?;
    let value = at.fit(value.minus(of_line(at, "false")?))?;
    is_within_two_cents(at, net, value)
}

/// The base quantity is above nought.
pub fn r121(at: At<'_, '_>) -> Outcome {
    Ok(at.number(&[CAC_PRICE, CBC_BASE_QUANTITY])?.is_none_or(|base| base.sign() > 0))
}

/// A line's document reference is to an object.
pub fn r101(at: At<'_, '_>) -> Outcome {
    let kind = [CAC_DOCUMENT_REFERENCE, CBC_DOCUMENT_TYPE_CODE];
    Ok(!at.has(&[CAC_DOCUMENT_REFERENCE]) || at.any_is(&kind, &["130"]))
}

/// A price has no charge.
pub fn r044(at: At<'_, '_>) -> Outcome {
    Ok(at.norm(&[CBC_CHARGE_INDICATOR])? == "false")
}

/// The price is the one before discount less the discount.
pub fn r046(at: At<'_, '_>) -> Outcome {
    if !at.has(&[CBC_BASE_AMOUNT]) {
        return Ok(true);
    }
    let price = at.parent();
    let priced = price.is_some_and(|price| price.is_with(CBC_PRICE_AMOUNT));
    let (Some(price), true) = (price.filter(|_| priced), at.has(&[CBC_AMOUNT])) else {
        return Ok(false);
    };
    let numbers = (
        price.number_of(CBC_PRICE_AMOUNT)?,
        at.number(&[CBC_BASE_AMOUNT])?,
        at.number(&[CBC_AMOUNT])?,
    );
    let (Some(price), Some(base), Some(discount)) = numbers else { return Ok(false) };
    at.fit(price.equals(at.fit(base.minus(discount))?))
}

/// The base quantity has the unit of the quantity.
pub fn r130(at: At<'_, '_>) -> Outcome {
    let Some(line) = at.parent().and_then(At::parent) else { return Ok(true) };
    if !line.is_with(CBC_INVOICED_QUANTITY) && !line.is_with(CBC_CREDITED_QUANTITY) {
        return Ok(true);
    }
    let name = match At::root(at.document).name() {
        INVOICE => CBC_INVOICED_QUANTITY,
        _ => CBC_CREDITED_QUANTITY,
    };
    let units = line.texts(Question::Units(name), || {
        let units = line.children(name).filter_map(|quantity| quantity.attribute(UNIT_CODE));
        units.map(|unit| unit.into_owned()).collect()
    });
    Ok(at.attribute(UNIT_CODE).is_some_and(|unit| units.contains(&*unit)))
}

/// The type of a file is a code.
pub fn cl001(at: At<'_, '_>) -> Outcome {
    let code = at.attribute(MIME_CODE).unwrap_or_default();
    Ok(list::MIME_TYPES_PEPPOL.holds(at.document.pack, &code))
}

/// The reason of an allowance is a code.
pub fn cl002(at: At<'_, '_>) -> Outcome {
    text_in(at, list::ALLOWANCE_REASONS_PEPPOL)
}

/// The reason of a charge is a code.
pub fn cl003(at: At<'_, '_>) -> Outcome {
    text_in(at, list::CHARGE_REASONS_PEPPOL)
}

/// The tax point is a code.
pub fn cl006(at: At<'_, '_>) -> Outcome {
    text_in(at, list::TAX_POINT_CODES)
}

/// The currency is a code, as it stands.
pub fn cl007(at: At<'_, '_>) -> Outcome {
    let code = at.attribute(CURRENCY_ID).unwrap_or_default();
    Ok(at.is_code(list::CURRENCIES_PEPPOL, code))
}

/// The scheme of an electronic address is a code, as it stands.
pub fn cl008(at: At<'_, '_>) -> Outcome {
    let code = at.attribute(SCHEME_ID).unwrap_or_default();
    // The older list ended in a blank, so the empty scheme was in it.
    let older = at.document.pack == Pack::V3_0_20;
    Ok((older && code.is_empty()) || list::EAS_PEPPOL.holds(at.document.pack, &code))
}

/// A type code of the process, if the process is one that says.
fn typed(at: At<'_, '_>, usual: List, self_billed: List) -> Outcome {
    let older = at.document.pack == Pack::V3_0_20;
    let free = profile(at).map(|profile| match profile {
        Profile::Billing => false,
        Profile::WithResponse => older,
        Profile::Other | Profile::Unknown => true,
    });
    let list = if at.document.pack == Pack::SelfBilling { self_billed } else { usual };
    either(free, text_in(at, list))
}

/// The type of an invoice.
pub fn p0100(at: At<'_, '_>) -> Outcome {
    typed(at, list::INVOICE_TYPES_PEPPOL, list::INVOICE_TYPES_SELF_BILLING)
}

/// The type of a credit note.
pub fn p0101(at: At<'_, '_>) -> Outcome {
    typed(at, list::CREDIT_NOTE_TYPES_PEPPOL, list::CREDIT_NOTE_TYPES_SELF_BILLING)
}

/// Types that are for German parties only.
pub fn p0112(at: At<'_, '_>) -> Outcome {
    let code = normal(at.value());
    let german = INVOICE_TYPES_GERMANY_ONLY.contains(&&*code);
    either(Ok(!german), countries(at).are_german())
}

/// A date of ten characters.
pub fn f001(at: At<'_, '_>) -> Outcome {
    // What is no date is said to be none, in however many pieces: the engine asks that first.
    if number::date(&at.value()).is_none() {
        return Ok(false);
    }
    match at.text_nodes().as_slice() {
        [text] => Ok(text.chars().count() == 10),
        _ => Err(at.abort(Why::Pieces)),
    }
}
