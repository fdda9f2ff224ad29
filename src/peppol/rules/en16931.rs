//! The rules of EN 16931 for UBL: which of them look at which element.
//!
//! They stand in three patterns: the model, the syntax and the code lists. Within one pattern an
//! element is judged by the first context that it fits, and by all rules of that context.

pub mod base;
pub mod check;
pub mod ending;
pub mod indicator;
pub mod table;
pub mod vat;

use crate::peppol::rules::en16931::ending::Ending;
use crate::peppol::rules::en16931::indicator::Indicator;
use crate::peppol::rules::look::At;
use crate::peppol::rules::memory::Question;
use crate::peppol::rules::rule::Rule;
use crate::peppol::rules::walk::Judge;
use crate::peppol::schema::id::*;
use crate::peppol::xml::name::attribute::{LIST_ID, MIME_CODE, SCHEME_ID, UNIT_CODE};
use table::{code, document, line, party, payment, syntax, totals};
use table::{vat_ae, vat_af, vat_ag, vat_e, vat_g, vat_ic, vat_o, vat_s, vat_z};
use vat::Category;

/// Judges one element by the contexts that its name can fit.
#[inline]
pub fn judge(judge: &mut Judge<'_, '_>, at: At<'_, '_>) {
    match at.name() {
        INVOICE | CREDIT_NOTE if at.is_document() => whole_document(judge, at),
        CAC_INVOICE_LINE | CAC_CREDIT_NOTE_LINE => {
            judge.all(line::LINE, at);
            judge.all(syntax::LINE_SHAPE, at);
        }
        CAC_ALLOWANCE_CHARGE => allowance_charge(judge, at),
        CAC_INVOICE_PERIOD => {
            let of_line = at.parent().is_some_and(At::is_line);
            judge.all(if of_line { document::LINE_PERIOD } else { document::PERIOD }, at);
        }
        CBC_NOTE if at.parent().is_some_and(At::is_document) => judge.all(document::NOTE, at),
        CAC_LEGAL_MONETARY_TOTAL => judge.all(totals::TOTALS, at),
        CAC_TAX_TOTAL if at.parent().is_some_and(At::is_document) => {
            judge.all(totals::TAX_TOTAL, at);
        }
        CAC_TAX_SUBTOTAL => {
            judge.all(syntax::TAX_SUBTOTAL_SHAPE, at);
            if at.is_in(CAC_TAX_TOTAL) {
                judge.all(totals::TAX_SUBTOTAL, at);
            }
        }
        CAC_TAX_CATEGORY => tax_category(judge, at),
        CAC_CLASSIFIED_TAX_CATEGORY => line_category(judge, at),
        CBC_ID => identifier(judge, at),
        _ => others(judge, at),
    }
    amounts_and_files(judge, at);
}

fn others(judge: &mut Judge<'_, '_>, at: At<'_, '_>) {
    match at.name() {
        CBC_IDENTIFICATION_CODE if at.is_in(CAC_COUNTRY) => judge.all(code::COUNTRY_CODE, at),
        CBC_IDENTIFICATION_CODE if at.is_in(CAC_ORIGIN_COUNTRY) => {
            judge.all(code::ORIGIN_CODE, at);
        }
        CBC_INVOICED_QUANTITY | CBC_CREDITED_QUANTITY | CBC_BASE_QUANTITY => {
            judge.all_if(at.attribute(UNIT_CODE).is_some(), code::UNIT_CODES, at);
        }
        CAC_ADDITIONAL_ITEM_PROPERTY => judge.all(line::ITEM_PROPERTY, at),
        CAC_ADDITIONAL_DOCUMENT_REFERENCE => {
            judge.all(document::ADDITIONAL_DOCUMENT, at);
            judge.all(syntax::ADDITIONAL_DOCUMENT_SHAPE, at);
        }
        CBC_ITEM_CLASSIFICATION_CODE if at.is_in(CAC_COMMODITY_CLASSIFICATION) => {
            judge.all_if(at.attribute(LIST_ID).is_some(), code::CLASSIFICATION_CODE, at);
            judge.all_if(is_of_line_item(at), line::ITEM_CLASSIFICATION, at);
        }
        CBC_INVOICE_TYPE_CODE | CBC_CREDIT_NOTE_TYPE_CODE => judge.all(code::TYPE_CODE, at),
        CBC_DOCUMENT_CURRENCY_CODE => judge.all(code::DOCUMENT_CURRENCY_CODE, at),
        CBC_TAX_CURRENCY_CODE => judge.all(code::TAX_CURRENCY_CODE, at),
        CBC_DESCRIPTION_CODE if at.is_in(CAC_INVOICE_PERIOD) => judge.all(code::PERIOD_CODE, at),
        CBC_TAX_EXEMPTION_REASON_CODE => judge.all(code::EXEMPTION_CODE, at),
        CBC_ALLOWANCE_CHARGE_REASON_CODE if at.is_in(CAC_ALLOWANCE_CHARGE) => {
            match at.parent().and_then(indicator::quiet) {
                Some(Indicator::Allowance) => judge.all(code::ALLOWANCE_CODE, at),
                Some(Indicator::Charge) => judge.all(code::CHARGE_CODE, at),
                None => {}
            }
        }
        CBC_EMBEDDED_DOCUMENT_BINARY_OBJECT => {
            judge.all_if(at.attribute(MIME_CODE).is_some(), code::MIME_CODES, at);
        }
        CAC_BILLING_REFERENCE => {
            judge.all(document::BILLING_REFERENCE, at);
            judge.all(syntax::BILLING_REFERENCE_SHAPE, at);
        }
        CAC_DELIVERY => judge.all(syntax::DELIVERY_SHAPE, at),
        CBC_PAYABLE_AMOUNT if at.is_below(&[CAC_LEGAL_MONETARY_TOTAL, INVOICE]) => {
            let of_document = at.parent().and_then(At::parent).is_some_and(At::is_document);
            judge.all_if(of_document, totals::PAYABLE, at);
        }
        _ => parties(judge, at),
    }
}

fn parties(judge: &mut Judge<'_, '_>, at: At<'_, '_>) {
    match at.name() {
        CAC_ADDRESS => {
            judge.all(syntax::ADDRESS_SHAPE, at);
            let delivered = at.is_below(&[CAC_DELIVERY_LOCATION, CAC_DELIVERY]);
            judge.all_if(delivered, party::DELIVERY_ADDRESS, at);
        }
        CAC_POSTAL_ADDRESS => postal_address(judge, at),
        CAC_PARTY if at.is_in(CAC_ACCOUNTING_SUPPLIER_PARTY) => {
            judge.all(syntax::SELLER_SHAPE, at);
        }
        CAC_ACCOUNTING_SUPPLIER_PARTY => judge.all(party::SELLER, at),
        CAC_PAYEE_PARTY => {
            judge.all(party::PAYEE, at);
            judge.all(syntax::PAYEE_SHAPE, at);
        }
        CAC_TAX_REPRESENTATIVE_PARTY => {
            judge.all(party::TAX_REPRESENTATIVE, at);
            judge.all(syntax::TAX_REPRESENTATIVE_SHAPE, at);
        }
        CAC_PARTY_TAX_SCHEME => {
            judge.all(syntax::TAX_SCHEME_SHAPE, at);
            judge.all_if(vat::is_vat(at).unwrap_or(false), party::VAT_SCHEME, at);
        }
        CBC_ENDPOINT_ID => {
            judge.all_if(at.attribute(SCHEME_ID).is_some(), code::ENDPOINT_CODE, at);
            let buyer = at.is_below(&[CAC_PARTY, CAC_ACCOUNTING_CUSTOMER_PARTY]);
            let seller = at.is_below(&[CAC_PARTY, CAC_ACCOUNTING_SUPPLIER_PARTY]);
            judge.all_if(buyer, party::BUYER_ENDPOINT, at);
            judge.all_if(seller, party::SELLER_ENDPOINT, at);
        }
        CBC_COMPANY_ID if at.is_in(CAC_PARTY_LEGAL_ENTITY) => {
            judge.all_if(at.attribute(SCHEME_ID).is_some(), code::COMPANY_CODE, at);
        }
        CAC_PAYMENT_MEANS => {
            judge.all(payment::PAYMENT_MEANS, at);
            judge.all(syntax::PAYMENT_MEANS_SHAPE, at);
        }
        CBC_PAYMENT_MEANS_CODE if at.is_in(CAC_PAYMENT_MEANS) => judge.all(code::MEANS_CODE, at),
        CAC_PAYEE_FINANCIAL_ACCOUNT if at.is_in(CAC_PAYMENT_MEANS) => {
            let means = at.parent();
            let credit = |means: At<'_, '_>| means.any_is(&[CBC_PAYMENT_MEANS_CODE], &["30", "58"]);
            let transfer = |means: At<'_, '_>| means.surely(Question::IsTransfer, || credit(means));
            judge.all_if(means.is_some_and(transfer), payment::PAYEE_ACCOUNT, at);
        }
        CBC_PRIMARY_ACCOUNT_NUMBER_ID if at.is_below(&[CAC_CARD_ACCOUNT, CAC_PAYMENT_MEANS]) => {
            judge.all(payment::CARD_NUMBER, at);
        }
        _ => {}
    }
}

fn postal_address(judge: &mut Judge<'_, '_>, at: At<'_, '_>) {
    judge.all(syntax::ADDRESS_SHAPE, at);
    if at.is_below(&[CAC_PARTY, CAC_ACCOUNTING_CUSTOMER_PARTY]) {
        judge.all(party::BUYER_ADDRESS, at);
    } else if at.is_below(&[CAC_PARTY, CAC_ACCOUNTING_SUPPLIER_PARTY]) {
        judge.all(party::SELLER_ADDRESS, at);
    } else if at.is_in(CAC_TAX_REPRESENTATIVE_PARTY) {
        judge.all(party::TAX_REPRESENTATIVE_ADDRESS, at);
    }
}

fn whole_document(judge: &mut Judge<'_, '_>, at: At<'_, '_>) {
    judge.all(document::DOCUMENT, at);
    for family in [
        vat_ae::AE_DOCUMENT,
        vat_e::E_DOCUMENT,
        vat_g::G_DOCUMENT,
        vat_ic::IC_DOCUMENT,
        vat_af::AF_DOCUMENT,
        vat_ag::AG_DOCUMENT,
        vat_o::O_DOCUMENT,
        vat_s::S_DOCUMENT,
        vat_z::Z_DOCUMENT,
    ] {
        judge.all(family, at);
    }
    judge.all(syntax::DOCUMENT_SHAPE, at);
    judge.paths(at);
}

fn allowance_charge(judge: &mut Judge<'_, '_>, at: At<'_, '_>) {
    let kind = indicator::quiet(at);
    let (of_document, of_line) =
        at.parent().map_or((false, false), |parent| (parent.is_document(), parent.is_line()));
    let (document, line, shape): (&[&Rule], &[&Rule], &[&Rule]) = match kind {
        Some(Indicator::Allowance) => {
            (totals::DOCUMENT_ALLOWANCE, line::LINE_ALLOWANCE, syntax::ALLOWANCE_SHAPE)
        }
        Some(Indicator::Charge) => {
            (totals::DOCUMENT_CHARGE, line::LINE_CHARGE, syntax::CHARGE_SHAPE)
        }
        None => return,
    };
    judge.all(shape, at);
    judge.all_if(of_document, document, at);
    judge.all_if(of_line, line, at);
}

fn tax_category(judge: &mut Judge<'_, '_>, at: At<'_, '_>) {
    let Some(category) = vat::quiet_category(at) else { return };
    let rules = family(category);
    if at.is_below(&[CAC_TAX_SUBTOTAL, CAC_TAX_TOTAL]) {
        let root = at.parent().and_then(At::parent).and_then(At::parent);
        judge.all_if(root.is_some_and(|root| root.node == 0), rules.breakdown, at);
    } else if at.is_in(CAC_ALLOWANCE_CHARGE) {
        match at.parent().and_then(indicator::quiet) {
            Some(Indicator::Allowance) => judge.all(rules.allowance, at),
            Some(Indicator::Charge) => judge.all(rules.charge, at),
            None => {}
        }
    }
}

fn line_category(judge: &mut Judge<'_, '_>, at: At<'_, '_>) {
    if is_of_line(at, CAC_ITEM)
        && let Some(category) = vat::quiet_category(at)
    {
        judge.all(family(category).line, at);
    }
}

/// Whether its parent has the name, and its grandparent is a line.
fn is_of_line(at: At<'_, '_>, parent: u16) -> bool {
    at.is_in(parent) && at.parent().and_then(At::parent).is_some_and(At::is_line)
}

fn is_of_line_item(at: At<'_, '_>) -> bool {
    at.parent().is_some_and(|parent| is_of_line(parent, CAC_ITEM))
}

struct Family {
    breakdown: &'static [&'static Rule],
    allowance: &'static [&'static Rule],
    charge: &'static [&'static Rule],
    line: &'static [&'static Rule],
}

fn family(category: Category) -> Family {
    macro_rules! family {
        ($table:ident: $breakdown:ident $allowance:ident $charge:ident $line:ident) => {
            Family {
                breakdown: $table::$breakdown,
                allowance: $table::$allowance,
                charge: $table::$charge,
                line: $table::$line,
            }
        };
    }
    match category {
        Category::Reverse => family!(vat_ae: AE_BREAKDOWN AE_ALLOWANCE AE_CHARGE AE_LINE),
        Category::Exempt => family!(vat_e: E_BREAKDOWN E_ALLOWANCE E_CHARGE E_LINE),
        Category::Export => family!(vat_g: G_BREAKDOWN G_ALLOWANCE G_CHARGE G_LINE),
        Category::IntraCommunity => family!(vat_ic: IC_BREAKDOWN IC_ALLOWANCE IC_CHARGE IC_LINE),
        Category::Canary => family!(vat_af: AF_BREAKDOWN AF_ALLOWANCE AF_CHARGE AF_LINE),
        Category::Ceuta => family!(vat_ag: AG_BREAKDOWN AG_ALLOWANCE AG_CHARGE AG_LINE),
        Category::OutsideScope => family!(vat_o: O_BREAKDOWN O_ALLOWANCE O_CHARGE O_LINE),
        Category::Standard => family!(vat_s: S_BREAKDOWN S_ALLOWANCE S_CHARGE S_LINE),
        Category::Zero => family!(vat_z: Z_BREAKDOWN Z_ALLOWANCE Z_CHARGE Z_LINE),
    }
}

fn identifier(judge: &mut Judge<'_, '_>, at: At<'_, '_>) {
    let Some(parent) = at.parent() else { return };
    match parent.name() {
        CAC_TAX_CATEGORY => return judge.all(code::CATEGORY_CODE, at),
        CAC_CLASSIFIED_TAX_CATEGORY => return judge.all(code::LINE_CATEGORY_CODE, at),
        CAC_STANDARD_ITEM_IDENTIFICATION if is_of_line_item(at) => {
            judge.all(line::STANDARD_ITEM, at);
        }
        _ => {}
    }
    if at.attribute(SCHEME_ID).is_none() {
        return;
    }
    match parent.name() {
        CAC_ADDITIONAL_DOCUMENT_REFERENCE | CAC_DOCUMENT_REFERENCE => {
            let says = || parent.any_is(&[CBC_DOCUMENT_TYPE_CODE], &["130"]);
            let object = parent.surely(Question::IsObject, says);
            judge.all_if(object, code::OBJECT_CODE, at);
        }
        CAC_PARTY_IDENTIFICATION => judge.all(code::PARTY_CODE, at),
        CAC_STANDARD_ITEM_IDENTIFICATION => judge.all(code::ITEM_CODE, at),
        CAC_DELIVERY_LOCATION => judge.all(code::LOCATION_CODE, at),
        _ => {}
    }
}

/// Contexts that go by the end of the name, whatever the namespace.
#[inline]
fn amounts_and_files(judge: &mut Judge<'_, '_>, at: At<'_, '_>) {
    match Ending::at(at) {
        Ending::Other => {}
        Ending::File => judge.all(syntax::BINARY_SHAPE, at),
        Ending::Amount | Ending::Price => {
            if is_coded_amount(at.name()) {
                judge.all(code::AMOUNT_CODE, at);
            }
            if Ending::at(at) == Ending::Amount && !is_in_discounted_price(at) {
                judge.all(syntax::AMOUNT_SHAPE, at);
            }
        }
    }
}

/// Amounts whose currency is judged.
fn is_coded_amount(name: u16) -> bool {
    matches!(
        name,
        CBC_AMOUNT
            | CBC_BASE_AMOUNT
            | CBC_PRICE_AMOUNT
            | CBC_TAX_AMOUNT
            | CBC_TAXABLE_AMOUNT
            | CBC_LINE_EXTENSION_AMOUNT
            | CBC_TAX_EXCLUSIVE_AMOUNT
            | CBC_TAX_INCLUSIVE_AMOUNT
            | CBC_ALLOWANCE_TOTAL_AMOUNT
            | CBC_CHARGE_TOTAL_AMOUNT
            | CBC_PREPAID_AMOUNT
            | CBC_PAYABLE_ROUNDING_AMOUNT
            | CBC_PAYABLE_AMOUNT
    )
}

/// Whether some ancestor is a price that has an allowance.
fn is_in_discounted_price(at: At<'_, '_>) -> bool {
    let mut here = at.parent();
    while let Some(ancestor) = here {
        if ancestor.name() == CAC_PRICE && ancestor.is_with(CAC_ALLOWANCE_CHARGE) {
            return true;
        }
        here = ancestor.parent();
    }
    false
}
