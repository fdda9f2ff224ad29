//! Which rules of Peppol look at which element.
//!
//! Within one pattern an element is judged by the first context that it fits. The patterns are the
//! document, one for each country, and the code lists. A context whose condition cannot be worked
//! out is not fitted.

use crate::peppol::rules::billing::country::{countries, is_vat_number};
use crate::peppol::rules::billing::national::{
    by_country, greek_endpoint, is_danish, is_danish_line, national_id, national_number,
};
use crate::peppol::rules::billing::table::{code, denmark, document, identifier, sweden};
use crate::peppol::rules::look::{At, normal};
use crate::peppol::rules::memory::Question;
use crate::peppol::rules::pack::Pack;
use crate::peppol::rules::rule::Rule;
use crate::peppol::rules::walk::Judge;
use crate::peppol::schema::id::*;
use crate::peppol::xml::name::attribute::{MIME_CODE, SCHEME_ID, UNIT_CODE};

/// Judges one element by the contexts that its name can fit.
#[inline]
pub fn judge(judge: &mut Judge<'_, '_>, at: At<'_, '_>) {
    if at.document.tree.is_empty(at.node) {
        judge.all(document::EMPTY, at);
    }
    let national = at.document.pack != Pack::SelfBilling;
    match at.name() {
        CBC_AMOUNT
        | CBC_BASE_AMOUNT
        | CBC_PRICE_AMOUNT
        | CBC_TAXABLE_AMOUNT
        | CBC_LINE_EXTENSION_AMOUNT
        | CBC_TAX_EXCLUSIVE_AMOUNT
        | CBC_TAX_INCLUSIVE_AMOUNT
        | CBC_ALLOWANCE_TOTAL_AMOUNT
        | CBC_CHARGE_TOTAL_AMOUNT
        | CBC_PREPAID_AMOUNT
        | CBC_PAYABLE_ROUNDING_AMOUNT
        | CBC_PAYABLE_AMOUNT => {
            judge.all(document::AMOUNT, at);
            judge.all(code::CURRENCY, at);
        }
        CBC_TAX_AMOUNT => tax_amount(judge, at),
        CBC_ENDPOINT_ID => {
            judge.all_if(at.attribute(SCHEME_ID).is_some(), code::ENDPOINT, at);
            scheme(judge, at);
            if national {
                greek_endpoint(judge, at);
            }
        }
        CBC_COMPANY_ID => company_number(judge, at, national),
        CBC_ID => {
            if at.is_in(CAC_PARTY_IDENTIFICATION) {
                scheme(judge, at);
            } else if national {
                national_id(judge, at);
            }
        }
        CBC_ISSUE_DATE | CBC_DUE_DATE | CBC_TAX_POINT_DATE | CBC_ACTUAL_DELIVERY_DATE => {
            judge.all(code::DATE, at);
        }
        CBC_START_DATE | CBC_END_DATE => {
            judge.all(code::DATE, at);
            period_of_line(judge, at);
        }
        CAC_INVOICE_LINE | CAC_CREDIT_NOTE_LINE => {
            judge.all(document::LINE, at);
            if national {
                judge.all_if(is_danish_line(at), denmark::DK_LINE, at);
            }
        }
        CAC_ALLOWANCE_CHARGE => allowance_charge(judge, at, national),
        CBC_BASE_QUANTITY => {
            let priced = at.is_in(CAC_PRICE) && at.attribute(UNIT_CODE).is_some();
            judge.all_if(priced, document::BASE_QUANTITY, at);
        }
        CAC_TAX_CATEGORY | CAC_CLASSIFIED_TAX_CATEGORY => category(judge, at, national),
        _ => others(judge, at, national),
    }
}

fn others(judge: &mut Judge<'_, '_>, at: At<'_, '_>, national: bool) {
    match at.name() {
        INVOICE => judge.all(document::DOCUMENT, at),
        CREDIT_NOTE => {
            judge.all(document::CREDIT_NOTE, at);
            judge.all(document::DOCUMENT, at);
        }
        CBC_TAX_CURRENCY_CODE => judge.all(document::TAX_CURRENCY, at),
        CAC_PARTY if at.is_in(CAC_ACCOUNTING_CUSTOMER_PARTY) => judge.all(document::BUYER, at),
        CAC_PARTY if at.is_in(CAC_ACCOUNTING_SUPPLIER_PARTY) => judge.all(document::SELLER, at),
        CAC_PAYMENT_MEANS => {
            let code = at.norm(&[CBC_PAYMENT_MEANS_CODE]);
            let debit = code.is_ok_and(|code| matches!(&*code, "49" | "59"));
            judge.all_if(debit, document::DIRECT_DEBIT, at);
        }
        CBC_EMBEDDED_DOCUMENT_BINARY_OBJECT => {
            judge.all_if(at.attribute(MIME_CODE).is_some(), code::FILE, at);
        }
        CBC_ALLOWANCE_CHARGE_REASON_CODE if at.is_in(CAC_ALLOWANCE_CHARGE) => {
            let says = |question: Question, word: &str| {
                let said = |one: At<'_, '_>| one.any_is(&[CBC_CHARGE_INDICATOR], &[word]);
                at.parent().is_some_and(|one| one.surely(question, || said(one)))
            };
            if says(Question::SaysFalse, "false") {
                judge.all(code::ALLOWANCE_REASON, at);
            } else if says(Question::SaysTrue, "true") {
                judge.all(code::CHARGE_REASON, at);
            }
        }
        CBC_DESCRIPTION_CODE if at.is_in(CAC_INVOICE_PERIOD) => judge.all(code::TAX_POINT, at),
        CBC_INVOICE_TYPE_CODE => judge.all(code::INVOICE_TYPE, at),
        CBC_CREDIT_NOTE_TYPE_CODE => judge.all(code::CREDIT_NOTE_TYPE, at),
        _ => {}
    }
    if national {
        by_country(judge, at);
    }
}

fn tax_amount(judge: &mut Judge<'_, '_>, at: At<'_, '_>) {
    judge.all(code::CURRENCY, at);
    let Some(parent) = at.parent() else { return };
    let fits = match parent.name() {
        CAC_TAX_TOTAL => parent.is_with(CAC_TAX_SUBTOTAL),
        CAC_TAX_SUBTOTAL => at.document.pack != Pack::SelfBilling,
        _ => false,
    };
    judge.all_if(fits, document::AMOUNT, at);
}

/// The rules of a scheme, if it has any; says whether it has.
fn scheme(judge: &mut Judge<'_, '_>, at: At<'_, '_>) -> bool {
    let Some(scheme) = at.attribute(SCHEME_ID) else { return false };
    let rules = match &*scheme {
        "0088" => identifier::S0088,
        "0192" => identifier::S0192,
        "0184" => identifier::S0184,
        "0096" => identifier::S0096,
        "0198" => identifier::S0198,
        "0208" => identifier::S0208,
        "0201" => identifier::S0201,
        "0210" => identifier::S0210,
        "9907" if at.name() == CBC_ENDPOINT_ID => identifier::S9907,
        "0211" => identifier::S0211,
        "0007" => identifier::S0007,
        "0151" => identifier::S0151,
        "0106" => identifier::S0106,
        "0190" => identifier::S0190,
        "9944" => identifier::S9944,
        "0217" => {
            judge.all_if(!is_dutch_vat(at), identifier::S0217, at);
            return false;
        }
        _ => return false,
    };
    judge.all(rules, at);
    true
}

fn is_dutch_vat(at: At<'_, '_>) -> bool {
    let of_vat =
        |scheme: At<'_, '_>| scheme.name() == CAC_PARTY_TAX_SCHEME && is_vat_number(scheme);
    at.name() == CBC_COMPANY_ID
        && at.parent().is_some_and(of_vat)
        && normal(at.value()).starts_with("NL")
}

fn company_number(judge: &mut Judge<'_, '_>, at: At<'_, '_>, national: bool) {
    let taken = scheme(judge, at);
    judge.all_if(!taken && is_dutch_vat(at), identifier::DUTCH_VAT, at);
    if national {
        national_number(judge, at);
    }
}

fn period_of_line(judge: &mut Judge<'_, '_>, at: At<'_, '_>) {
    let of_line = at.is_below(&[CAC_INVOICE_PERIOD, CAC_INVOICE_LINE, INVOICE])
        || at.is_below(&[CAC_INVOICE_PERIOD, CAC_CREDIT_NOTE_LINE, CREDIT_NOTE]);
    let document = at.parent().and_then(At::parent).and_then(At::parent);
    let Some(document) = document.filter(|_| of_line) else { return };
    let name = at.name();
    let has = || document.has(&[CAC_INVOICE_PERIOD, name]);
    if document.surely(Question::HasPeriod(name), has) {
        let start = at.name() == CBC_START_DATE;
        judge.all(if start { document::LINE_START } else { document::LINE_END }, at);
    }
}

fn allowance_charge(judge: &mut Judge<'_, '_>, at: At<'_, '_>, national: bool) {
    let Some(parent) = at.parent() else { return };
    let of_line = at.is_below(&[CAC_INVOICE_LINE, INVOICE])
        || at.is_below(&[CAC_CREDIT_NOTE_LINE, CREDIT_NOTE]);
    if of_line || matches!(parent.name(), INVOICE | CREDIT_NOTE) {
        let factor = at.has(&[CBC_MULTIPLIER_FACTOR_NUMERIC]);
        let rules = match (factor, at.has(&[CBC_BASE_AMOUNT])) {
            (true, false) => document::PERCENT_WITHOUT_BASE,
            (false, true) => document::BASE_WITHOUT_PERCENT,
            _ => document::ALLOWANCE_CHARGE,
        };
        judge.all(rules, at);
    } else if parent.name() == CAC_PRICE {
        judge.all(document::PRICE_ALLOWANCE, at);
    }
    if national {
        judge.all_if(is_danish(countries(at)), denmark::DK_ALLOWANCE_CHARGE, at);
    }
}

fn category(judge: &mut Judge<'_, '_>, at: At<'_, '_>, national: bool) {
    if national && countries(at).swedish_vat_seller {
        judge.all_if(at.any_is(&[CBC_ID], &["S"]), sweden::SE_RATE, at);
    }
    if at.name() == CAC_TAX_CATEGORY
        && let Ok(Some(reason)) = at.one(&[CBC_TAX_EXEMPTION_REASON_CODE])
    {
        judge.all(exempt(&reason.value().to_uppercase()), at);
    }
}

fn exempt(code: &str) -> &'static [&'static Rule] {
    match code.strip_prefix("VATEX-EU-") {
        Some("G") => code::EXEMPT_G,
        Some("O") => code::EXEMPT_O,
        Some("IC") => code::EXEMPT_IC,
        Some("AE") => code::EXEMPT_AE,
        Some("D") => code::EXEMPT_D,
        Some("F") => code::EXEMPT_F,
        Some("I") => code::EXEMPT_I,
        Some("J") => code::EXEMPT_J,
        _ => &[],
    }
}
