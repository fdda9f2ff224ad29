//! The predicates of Denmark. Each bears the id of its rule.

use crate::domain::codes::{
    DANISH_FIK_CARDS, DANISH_FIK_CARDS_WITH_REFERENCE, DANISH_GIRO_CARDS,
    DANISH_GIRO_CARDS_WITH_REFERENCE, DANISH_PAYMENT_MEANS, DANISH_UNSPSC_VERSIONS, holds,
};
use crate::peppol::rules::billing::country::{countries, head};
use crate::peppol::rules::kleene::{both, either, implies};
use crate::peppol::rules::look::{At, normal};
use crate::peppol::rules::number::{all_digits, double};
use crate::peppol::rules::outcome::{Abort, Outcome, Why};
use crate::peppol::schema::id::*;
use crate::peppol::xml::name::attribute::{LIST_ID, LIST_VERSION_ID, SCHEME_ID};

const NUMBER: [u16; 4] =
    [CAC_ACCOUNTING_SUPPLIER_PARTY, CAC_PARTY, CAC_PARTY_LEGAL_ENTITY, CBC_COMPANY_ID];
const MEANS: [u16; 1] = [CBC_PAYMENT_MEANS_CODE];
const ACCOUNT: [u16; 2] = [CAC_PAYEE_FINANCIAL_ACCOUNT, CBC_ID];

/// A Danish seller has its number.
pub fn dk_r_002(at: At<'_, '_>) -> Outcome {
    Ok(!at.norm_text_of(&NUMBER)?.is_empty())
}

/// The scheme of the numbers at the end of a path; a second one aborts.
fn scheme(at: At<'_, '_>, path: &[u16]) -> Result<String, Abort> {
    let mut one = None;
    let mut second = None;
    at.every(path, &mut |number| match number.attribute(SCHEME_ID) {
        Some(_) if one.is_some() => second = second.or(Some(number)),
        Some(found) => one = Some(normal(found).into_owned()),
        None => {}
    });
    match second {
        Some(second) => Err(second.abort(Why::Surplus)),
        None => Ok(one.unwrap_or_default()),
    }
}

/// The seller's number is of the Danish register.
pub fn dk_r_014(at: At<'_, '_>) -> Outcome {
    Ok(!at.has(&NUMBER) || scheme(at, &NUMBER)? == "0184")
}

/// A credit note between Danish parties is not negative.
pub fn dk_r_016(at: At<'_, '_>) -> Outcome {
    if At::root(at.document).name() != CREDIT_NOTE {
        return Ok(true);
    }
    let danish = match &countries(at).written_buyer {
        Ok(country) => Ok(country == "DK"),
        Err(abort) => Err(*abort),
    };
    let path = [CAC_LEGAL_MONETARY_TOTAL, CBC_PAYABLE_AMOUNT];
    let negative = at.norm_text_of(&path).map(|text| double(&text).is_some_and(|n| n < 0.0));
    both(danish, negative).map(|wrong| !wrong)
}

/// A party's identifier has a scheme.
pub fn dk_r_013(at: At<'_, '_>) -> Outcome {
    Ok(!at.has(&[CBC_ID]) || !scheme(at, &[CBC_ID])?.is_empty())
}

/// The means of payment is one that is used in Denmark.
pub fn dk_r_005(at: At<'_, '_>) -> Outcome {
    let code = at.text(&MEANS)?;
    // Part of a list with blanks: `1 10` passes as well.
    let padded = format!(" {} ", DANISH_PAYMENT_MEANS.join(" "));
    Ok(padded.contains(&format!(" {code} ")))
}

fn is_means(at: At<'_, '_>, codes: &[&str]) -> Outcome {
    Ok(at.any_is(&MEANS, codes))
}

fn is_filled(at: At<'_, '_>, path: &[u16]) -> Outcome {
    Ok(!at.norm_text_of(path)?.is_empty())
}

/// A transfer has account and bank.
pub fn dk_r_006(at: At<'_, '_>) -> Outcome {
    let bank = [CAC_PAYEE_FINANCIAL_ACCOUNT, CAC_FINANCIAL_INSTITUTION_BRANCH, CBC_ID];
    implies(is_means(at, &["31", "42"]), both(is_filled(at, &ACCOUNT), is_filled(at, &bank)))
}

/// A direct debit has mandate and account.
pub fn dk_r_007(at: At<'_, '_>) -> Outcome {
    let mandate = [CAC_PAYMENT_MANDATE, CBC_ID];
    let account = [CAC_PAYMENT_MANDATE, CAC_PAYER_FINANCIAL_ACCOUNT, CBC_ID];
    implies(is_means(at, &["49"]), both(is_filled(at, &mandate), is_filled(at, &account)))
}

/// The payment id begins with one of the cards and `#`.
fn has_card(at: At<'_, '_>, cards: &[&str]) -> Outcome {
    let payment = at.text(&[CBC_PAYMENT_ID])?;
    Ok(head(&payment, 3).strip_suffix('#').is_some_and(|card| holds(cards, card)))
}

/// The payment id has one of the lengths.
fn has_length(at: At<'_, '_>, lengths: &[usize]) -> Outcome {
    Ok(lengths.contains(&at.text(&[CBC_PAYMENT_ID])?.chars().count()))
}

/// A giro payment has card and account.
pub fn dk_r_008(at: At<'_, '_>) -> Outcome {
    let account = at.text(&ACCOUNT);
    let fits = account.map(|to| matches!(to.len(), 7 | 8) && all_digits(&to));
    implies(is_means(at, &["50"]), both(has_card(at, DANISH_GIRO_CARDS), fits))
}

/// Some cards have a reference of a fixed length.
pub fn dk_r_009(at: At<'_, '_>) -> Outcome {
    let giro = both(is_means(at, &["50"]), has_card(at, DANISH_GIRO_CARDS_WITH_REFERENCE));
    implies(giro, has_length(at, &[19]))
}

/// A FIK payment has card and creditor.
pub fn dk_r_010(at: At<'_, '_>) -> Outcome {
    let mut texts = Vec::new();
    at.every(&ACCOUNT, &mut |account| {
        texts.extend(account.text_nodes().into_iter().map(|text| (account, text)));
    });
    let fits = match texts.as_slice() {
        [] => Ok(false),
        [(_, text)] => Ok(text.chars().count() == 8),
        [_, (second, _), ..] => Err(second.abort(Why::Surplus)),
    };
    implies(is_means(at, &["93"]), both(has_card(at, DANISH_FIK_CARDS), fits))
}

/// Some FIK cards have a reference of a fixed length.
pub fn dk_r_011(at: At<'_, '_>) -> Outcome {
    let fik = both(is_means(at, &["93"]), has_card(at, DANISH_FIK_CARDS_WITH_REFERENCE));
    implies(fik, has_length(at, &[18, 19]))
}

/// The buyer's number is of the Danish register.
pub fn dk_r_017(at: At<'_, '_>) -> Outcome {
    let number = [CAC_PARTY_LEGAL_ENTITY, CBC_COMPANY_ID];
    Ok(!at.has(&number) || scheme(at, &number)? == "0184")
}

/// An item of UNSPSC names a known release.
pub fn dk_r_003(at: At<'_, '_>) -> Outcome {
    let path = [CAC_ITEM, CAC_COMMODITY_CLASSIFICATION, CBC_ITEM_CLASSIFICATION_CODE];
    let some = |attribute: u16, fits: &dyn Fn(&str) -> bool| {
        at.any(&path, &mut |code| code.attribute(attribute).is_some_and(|said| fits(&said)))
    };
    let unspsc = some(LIST_ID, &|list| list == "TST");
    Ok(!unspsc || some(LIST_VERSION_ID, &|version| holds(DANISH_UNSPSC_VERSIONS, version)))
}

/// An own reason has a number of four digits or a text around `#`.
pub fn dk_r_004(at: At<'_, '_>) -> Outcome {
    let reason = [CBC_ALLOWANCE_CHARGE_REASON];
    let numbered = || {
        let long = at.norm_text_of(&reason)?.chars().count() == 4;
        let number = double(&at.text(&reason)?);
        Ok(long && number.is_some_and(|n| (0.0..=9999.0).contains(&n)))
    };
    let worded = || {
        let text = at.text(&reason)?;
        Ok(text.contains('#') && !text.starts_with('#') && !text.ends_with('#'))
    };
    implies(is_own_reason(at), either(numbered(), worded()))
}

fn is_own_reason(at: At<'_, '_>) -> Outcome {
    Ok(at.any_is(&[CBC_ALLOWANCE_CHARGE_REASON_CODE], &["ZZZ"]))
}
