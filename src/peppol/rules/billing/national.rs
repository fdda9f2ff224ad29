//! Which rules of the countries look at which element, and where the parties must be for it.

use crate::peppol::rules::billing::country::{
    countries, has_swedish_vat, is_swedish, is_vat_number,
};
use crate::peppol::rules::billing::table::{
    denmark, germany, greece, iceland, italy, netherlands, norway, sweden,
};
use crate::peppol::rules::facts::countries::{Countries, is_greek};
use crate::peppol::rules::look::{At, normal};
use crate::peppol::rules::memory::Question;
use crate::peppol::rules::number::double;
use crate::peppol::rules::outcome::Abort;
use crate::peppol::rules::pack::Pack;
use crate::peppol::rules::walk::Judge;
use crate::peppol::schema::id::*;

/// The numbers of Dutch, Greek and Swedish parties.
pub fn national_number(judge: &mut Judge<'_, '_>, at: At<'_, '_>) {
    let Some(parent) = at.parent() else { return };
    let all = countries(at);
    let seller = parent.is_below(&[CAC_PARTY, CAC_ACCOUNTING_SUPPLIER_PARTY]);
    let buyer = parent.is_below(&[CAC_PARTY, CAC_ACCOUNTING_CUSTOMER_PARTY]);
    match parent.name() {
        CAC_PARTY_LEGAL_ENTITY => {
            let dutch = is(&all.seller, "NL");
            judge.all_if(seller && dutch, netherlands::NL_SELLER_NUMBER, at);
            let both = dutch && is(&all.buyer, "NL");
            judge.all_if(buyer && both, netherlands::NL_BUYER_NUMBER, at);
        }
        CAC_PARTY_TAX_SCHEME if seller => {
            let greek = all.greek_seller() && is_vat_number(parent);
            judge.all_if(greek, greece::GR_VAT, at);
            let other = parent.surely(Question::IsOtherTax, || {
                let scheme = parent.text(&[CAC_TAX_SCHEME, CBC_ID]);
                scheme.is_ok_and(|id| normal(id.to_uppercase().into()) != "VAT")
            });
            let number = [CAC_PARTY_LEGAL_ENTITY, CBC_COMPANY_ID];
            let swedish = |party: At<'_, '_>| {
                is_swedish(party) && party.surely(Question::HasNumber, || party.has(&number))
            };
            judge.all_if(other && parent.parent().is_some_and(swedish), sweden::SE_TAX, at);
        }
        _ => {}
    }
}

/// A line of its own kind of document, between Danish parties.
pub fn is_danish_line(at: At<'_, '_>) -> bool {
    let document = if at.name() == CAC_INVOICE_LINE { INVOICE } else { CREDIT_NOTE };
    at.is_in(document) && is_danish(countries(at))
}

/// Seller and buyer are in Denmark.
pub fn is_danish(all: &Countries) -> bool {
    is(&all.written_seller, "DK") && is(&all.written_buyer, "DK")
}

fn is(country: &Result<String, Abort>, code: &str) -> bool {
    country.as_ref().is_ok_and(|country| country == code)
}

/// The electronic addresses of Greek parties.
pub fn greek_endpoint(judge: &mut Judge<'_, '_>, at: At<'_, '_>) {
    let all = countries(at);
    let seller = at.is_below(&[CAC_PARTY, CAC_ACCOUNTING_SUPPLIER_PARTY]);
    judge.all_if(seller && is_greek(&all.seller_by_own_vat), greece::GR_ENDPOINT, at);
    let buyer = at.is_below(&[CAC_PARTY, CAC_ACCOUNTING_CUSTOMER_PARTY]);
    judge.all_if(buyer && all.are_greek(), greece::GR_GREEK_ENDPOINT, at);
}

/// The identifiers of Greek and Swedish documents.
pub fn national_id(judge: &mut Judge<'_, '_>, at: At<'_, '_>) {
    let Some(parent) = at.parent() else { return };
    let all = countries(at);
    match parent.name() {
        CAC_ADDITIONAL_DOCUMENT_REFERENCE => {
            let says = || parent.any_is(&[CBC_DOCUMENT_DESCRIPTION], &["##M.AR.K##"]);
            let marked = || parent.surely(Question::IsMark, says);
            let greek = all.greek_seller() && all.greek_address;
            judge.all_if(greek && marked(), greece::GR_MARK, at);
        }
        CAC_PAYEE_FINANCIAL_ACCOUNT if all.swedish_seller => swedish_account(judge, at, parent),
        _ if parent.is_document() => judge.all_if(all.greek_seller(), greece::GR_NUMBER, at),
        _ => {}
    }
}

fn swedish_account(judge: &mut Judge<'_, '_>, at: At<'_, '_>, account: At<'_, '_>) {
    let Some(means) = account.parent().filter(|means| means.name() == CAC_PAYMENT_MEANS) else {
        return;
    };
    let pays_to = |question: Question, giro: &str| {
        let path = [CAC_PAYEE_FINANCIAL_ACCOUNT, CAC_FINANCIAL_INSTITUTION_BRANCH, CBC_ID];
        means.surely(question, || {
            means.norm(&[CBC_PAYMENT_MEANS_CODE]).is_ok_and(|code| code == "30")
                && means.norm(&path).is_ok_and(|bank| bank == giro)
        })
    };
    judge.all_if(pays_to(Question::IsPlusgiro, "SE:PLUSGIRO"), sweden::SE_PLUSGIRO, at);
    judge.all_if(pays_to(Question::IsBankgiro, "SE:BANKGIRO"), sweden::SE_BANKGIRO, at);
}

/// The rules of countries on elements that have no other rules to think of.
pub fn by_country(judge: &mut Judge<'_, '_>, at: At<'_, '_>) {
    match at.name() {
        INVOICE | CREDIT_NOTE => national_document(judge, at),
        CAC_PARTY => national_party(judge, at),
        CAC_PAYMENT_MEANS => national_payment(judge, at),
        CAC_POSTAL_ADDRESS | CAC_ADDRESS => national_address(judge, at),
        CAC_PARTY_IDENTIFICATION => {
            let document = at.parent().and_then(At::parent).and_then(At::parent);
            let of_document =
                document.is_some_and(|top| matches!(top.name(), INVOICE | CREDIT_NOTE));
            let party = at.is_below(&[CAC_PARTY, CAC_ACCOUNTING_SUPPLIER_PARTY])
                || at.is_below(&[CAC_PARTY, CAC_ACCOUNTING_CUSTOMER_PARTY]);
            let danish = party && of_document && is_danish(countries(at));
            judge.all_if(danish, denmark::DK_PARTY_NUMBER, at);
        }
        CAC_PARTY_TAX_SCHEME if at.is_below(&[CAC_PARTY, CAC_ACCOUNTING_SUPPLIER_PARTY]) => {
            let italian = countries(at).seller_by_vat.as_deref() == Some("IT");
            let other = at.norm(&[CAC_TAX_SCHEME, CBC_ID]).is_ok_and(|id| id != "VAT");
            judge.all_if(italian && other, italy::IT_TAX_NUMBER, at);
        }
        CAC_PARTY_LEGAL_ENTITY if at.is_below(&[CAC_PARTY, CAC_ACCOUNTING_SUPPLIER_PARTY]) => {
            let swedish = at.parent().is_some_and(is_swedish) && at.has(&[CBC_COMPANY_ID]);
            judge.all_if(swedish, sweden::SE_COMPANY, at);
        }
        CAC_ADDITIONAL_DOCUMENT_REFERENCE => {
            let link = at.any_is(&[CBC_DOCUMENT_DESCRIPTION], &["##INVOICE|URL##"]);
            judge.all_if(link && countries(at).greek_seller(), greece::GR_URL, at);
        }
        CAC_ACCOUNTING_CUSTOMER_PARTY => {
            let all = countries(at);
            let islandic = is(&all.written_seller, "IS") && is(&all.written_buyer, "IS");
            let of_document = at.is_in(INVOICE) || at.is_in(CREDIT_NOTE);
            judge.all_if(islandic && of_document, iceland::IS_BUYER, at);
        }
        CBC_CREDIT_NOTE_TYPE_CODE => {
            judge.all_if(is(&countries(at).seller, "NL"), netherlands::NL_CREDIT_NOTE, at);
        }
        CAC_LEGAL_MONETARY_TOTAL => {
            judge.all_if(is(&countries(at).seller, "NL"), netherlands::NL_TOTAL, at);
        }
        CBC_LINE_ID if at.is_in(CAC_ORDER_LINE_REFERENCE) => {
            judge.all_if(is(&countries(at).seller, "NL"), netherlands::NL_ORDER_LINE, at);
        }
        _ => german(judge, at),
    }
}

fn are_german(at: At<'_, '_>) -> bool {
    countries(at).are_german().unwrap_or(false)
}

fn is_at(at: At<'_, '_>, above: &[u16]) -> bool {
    let mut top = at;
    for _ in above {
        let Some(parent) = top.parent() else { return false };
        top = parent;
    }
    at.is_below(above.split_last().map_or(&[], |(_, rest)| rest)) && top.is_document()
}

/// Any document element, as the last of the names above.
const TOP: u16 = INVOICE;

fn german(judge: &mut Judge<'_, '_>, at: At<'_, '_>) {
    let rules = match at.name() {
        CAC_EXTERNAL_REFERENCE
            if is_at(at, &[CAC_ATTACHMENT, CAC_ADDITIONAL_DOCUMENT_REFERENCE, TOP]) =>
        {
            germany::DE_LINK
        }
        CAC_ACCOUNTING_SUPPLIER_PARTY if is_at(at, &[TOP]) => germany::DE_SELLER,
        CAC_CONTACT if is_at(at, &[CAC_PARTY, CAC_ACCOUNTING_SUPPLIER_PARTY, TOP]) => {
            germany::DE_CONTACT
        }
        CAC_TAX_SUBTOTAL if is_at(at, &[CAC_TAX_TOTAL, TOP]) => germany::DE_BREAKDOWN,
        _ => return,
    };
    judge.all_if(are_german(at), rules, at);
}

fn national_document(judge: &mut Judge<'_, '_>, at: At<'_, '_>) {
    let all = countries(at);
    judge.all_if(is(&all.written_seller, "DK"), denmark::DK_DOCUMENT, at);
    judge.all_if(is(&all.written_seller, "IS"), iceland::IS_DOCUMENT, at);
    if at.is_document() {
        judge.all_if(all.greek_seller() && all.greek_address, greece::GR_DOCUMENT, at);
        judge.all_if(are_german(at), germany::DE_DOCUMENT, at);
    }
}

fn national_party(judge: &mut Judge<'_, '_>, at: At<'_, '_>) {
    let all = countries(at);
    let Some(parent) = at.parent() else { return };
    match parent.name() {
        CAC_ACCOUNTING_SUPPLIER_PARTY => {
            let seller = all.seller_by_vat.as_deref();
            judge.all_if(seller == Some("NO"), norway::NO_SELLER, at);
            judge.all_if(seller == Some("IT"), italy::IT_SELLER, at);
            judge.all_if(is_swedish(at) && has_swedish_vat(at), sweden::SE_VAT, at);
            judge.all_if(all.greek_seller(), greece::GR_SELLER, at);
        }
        CAC_ACCOUNTING_CUSTOMER_PARTY => {
            let of_document = parent.is_in(INVOICE) || parent.is_in(CREDIT_NOTE);
            judge.all_if(of_document && is_danish(all), denmark::DK_BUYER, at);
            judge.all_if(all.greek_seller(), greece::GR_BUYER, at);
            judge.all_if(all.are_greek(), greece::GR_GREEK_BUYER, at);
        }
        _ => {}
    }
}

fn national_payment(judge: &mut Judge<'_, '_>, at: At<'_, '_>) {
    let all = countries(at);
    let means = [CBC_PAYMENT_MEANS_CODE];
    judge.all_if(at.is_in(INVOICE) && is_danish(all), denmark::DK_PAYMENT, at);
    if all.swedish_seller && at.any_is(&means, &["50", "56"]) {
        judge.all(sweden::SE_GIRO_CODE, at);
    } else if all.swedish_seller && all.swedish_buyer {
        judge.all_if(at.any_is(&means, &["31"]), sweden::SE_TRANSFER_CODE, at);
    }
    let dutch = is(&all.seller, "NL") && is(&all.buyer, "NL");
    judge.all_if(dutch, netherlands::NL_PAYMENT, at);
    if at.parent().is_some_and(At::is_document) && are_german(at) {
        if is_means(at, &["30", "58"]) {
            judge.all(germany::DE_TRANSFER, at);
        } else if is_means(at, &["48", "54", "55"]) {
            judge.all(germany::DE_CARD, at);
        } else if is_means(at, &["59"]) {
            judge.all(germany::DE_DEBIT, at);
        }
    }
}

/// The means of payment is one of the codes; before 3.0.21 they were compared as numbers.
fn is_means(at: At<'_, '_>, codes: &[&str]) -> bool {
    let means = [CBC_PAYMENT_MEANS_CODE];
    if at.document.pack != Pack::V3_0_20 {
        return at.norm(&means).is_ok_and(|code| codes.contains(&&*code));
    }
    let mut all_numbers = true;
    let mut found = false;
    at.every(&means, &mut |code| match double(&code.value()) {
        Some(number) => found |= codes.iter().any(|code| double(code) == Some(number)),
        None => all_numbers = false,
    });
    found && all_numbers
}

fn national_address(judge: &mut Judge<'_, '_>, at: At<'_, '_>) {
    let all = countries(at);
    let seller = at.is_below(&[CAC_PARTY, CAC_ACCOUNTING_SUPPLIER_PARTY]);
    let buyer = at.is_below(&[CAC_PARTY, CAC_ACCOUNTING_CUSTOMER_PARTY]);
    if at.name() == CAC_ADDRESS {
        let delivered = is_at(at, &[CAC_DELIVERY_LOCATION, CAC_DELIVERY, TOP]);
        return judge.all_if(delivered && are_german(at), germany::DE_DELIVERY_ADDRESS, at);
    }
    if is(&all.seller, "NL") {
        judge.all_if(seller, netherlands::NL_SELLER_ADDRESS, at);
        judge.all_if(buyer && is(&all.buyer, "NL"), netherlands::NL_BUYER_ADDRESS, at);
        let representative = at.is_in(CAC_TAX_REPRESENTATIVE_PARTY);
        let dutch = representative && is(&all.representative, "NL");
        judge.all_if(dutch, netherlands::NL_REPRESENTATIVE, at);
    }
    if are_german(at) {
        let of_seller = is_at(at, &[CAC_PARTY, CAC_ACCOUNTING_SUPPLIER_PARTY, TOP]);
        judge.all_if(of_seller, germany::DE_SELLER_ADDRESS, at);
        let of_buyer = is_at(at, &[CAC_PARTY, CAC_ACCOUNTING_CUSTOMER_PARTY, TOP]);
        judge.all_if(of_buyer, germany::DE_BUYER_ADDRESS, at);
    }
}
