//! The business term of an element, where a rule speaks of whatever element it finds.

use crate::peppol::rules::look::At;
use crate::peppol::schema::id::*;

/// The term of the element itself, else of the nearest group around it.
pub fn of(at: At<'_, '_>) -> &'static str {
    let mut here = at;
    loop {
        let parent = here.parent();
        let above = parent.and_then(At::parent).map_or(INVOICE, At::name);
        let found = match parent {
            Some(parent) => own(here.name(), parent.name(), above),
            None => return "BT-24",
        };
        match (found, parent) {
            (Some(term), _) => return term,
            (None, Some(parent)) => here = parent,
            (None, None) => return "BT-24",
        }
    }
}

fn own(name: u16, parent: u16, above: u16) -> Option<&'static str> {
    match parent {
        INVOICE | CREDIT_NOTE => of_document(name),
        CAC_INVOICE_LINE | CAC_CREDIT_NOTE_LINE => of_line(name),
        CAC_LEGAL_MONETARY_TOTAL | CAC_TAX_TOTAL | CAC_TAX_SUBTOTAL => of_totals(name),
        CAC_ALLOWANCE_CHARGE => of_allowance(name, above),
        CAC_PARTY => of_party(name, above),
        CAC_PRICE => Some(match name {
            CBC_PRICE_AMOUNT => "BT-146",
            CBC_BASE_QUANTITY => "BT-149",
            _ => "BG-29",
        }),
        CAC_ITEM => Some(match name {
            CBC_NAME => "BT-153",
            CBC_DESCRIPTION => "BT-154",
            CAC_SELLERS_ITEM_IDENTIFICATION => "BT-155",
            CAC_BUYERS_ITEM_IDENTIFICATION => "BT-156",
            CAC_STANDARD_ITEM_IDENTIFICATION => "BT-157",
            CAC_COMMODITY_CLASSIFICATION => "BT-158",
            CAC_ORIGIN_COUNTRY => "BT-159",
            CAC_ADDITIONAL_ITEM_PROPERTY => "BG-32",
            CAC_CLASSIFIED_TAX_CATEGORY => "BG-30",
            _ => "BG-31",
        }),
        CAC_PAYMENT_MEANS => Some(match name {
            CBC_PAYMENT_MEANS_CODE => "BT-81",
            CBC_PAYMENT_ID => "BT-83",
            CAC_PAYEE_FINANCIAL_ACCOUNT => "BG-17",
            CAC_CARD_ACCOUNT => "BG-18",
            CAC_PAYMENT_MANDATE => "BG-19",
            _ => "BG-16",
        }),
        _ => None,
    }
}

fn of_document(name: u16) -> Option<&'static str> {
    Some(match name {
        CBC_ID => "BT-1",
        CBC_ISSUE_DATE => "BT-2",
        CBC_INVOICE_TYPE_CODE | CBC_CREDIT_NOTE_TYPE_CODE => "BT-3",
        CBC_DOCUMENT_CURRENCY_CODE => "BT-5",
        CBC_TAX_CURRENCY_CODE => "BT-6",
        CBC_TAX_POINT_DATE => "BT-7",
        CBC_DUE_DATE => "BT-9",
        CBC_BUYER_REFERENCE => "BT-10",
        CAC_PROJECT_REFERENCE => "BT-11",
        CAC_CONTRACT_DOCUMENT_REFERENCE => "BT-12",
        CAC_ORDER_REFERENCE => "BT-13",
        CAC_RECEIPT_DOCUMENT_REFERENCE => "BT-15",
        CAC_DESPATCH_DOCUMENT_REFERENCE => "BT-16",
        CAC_ORIGINATOR_DOCUMENT_REFERENCE => "BT-17",
        CBC_ACCOUNTING_COST => "BT-19",
        CAC_PAYMENT_TERMS => "BT-20",
        CBC_NOTE => "BT-22",
        CBC_PROFILE_ID => "BT-23",
        CBC_CUSTOMIZATION_ID => "BT-24",
        CAC_BILLING_REFERENCE => "BG-3",
        CAC_ACCOUNTING_SUPPLIER_PARTY => "BG-4",
        CAC_ACCOUNTING_CUSTOMER_PARTY => "BG-7",
        CAC_PAYEE_PARTY => "BG-10",
        CAC_TAX_REPRESENTATIVE_PARTY => "BG-11",
        CAC_DELIVERY => "BG-13",
        CAC_INVOICE_PERIOD => "BG-14",
        CAC_PAYMENT_MEANS => "BG-16",
        CAC_ALLOWANCE_CHARGE => "BG-20",
        CAC_LEGAL_MONETARY_TOTAL => "BG-22",
        CAC_TAX_TOTAL => "BG-23",
        CAC_ADDITIONAL_DOCUMENT_REFERENCE => "BG-24",
        CAC_INVOICE_LINE | CAC_CREDIT_NOTE_LINE => "BG-25",
        _ => return None,
    })
}

fn of_line(name: u16) -> Option<&'static str> {
    Some(match name {
        CBC_ID => "BT-126",
        CBC_NOTE => "BT-127",
        CAC_DOCUMENT_REFERENCE => "BT-128",
        CBC_INVOICED_QUANTITY | CBC_CREDITED_QUANTITY => "BT-129",
        CBC_LINE_EXTENSION_AMOUNT => "BT-131",
        CAC_ORDER_LINE_REFERENCE => "BT-132",
        CBC_ACCOUNTING_COST => "BT-133",
        CAC_INVOICE_PERIOD => "BG-26",
        CAC_ALLOWANCE_CHARGE => "BG-27",
        CAC_PRICE => "BG-29",
        CAC_ITEM => "BG-31",
        _ => return None,
    })
}

fn of_totals(name: u16) -> Option<&'static str> {
    Some(match name {
        CBC_LINE_EXTENSION_AMOUNT => "BT-106",
        CBC_ALLOWANCE_TOTAL_AMOUNT => "BT-107",
        CBC_CHARGE_TOTAL_AMOUNT => "BT-108",
        CBC_TAX_EXCLUSIVE_AMOUNT => "BT-109",
        CBC_TAX_INCLUSIVE_AMOUNT => "BT-112",
        CBC_PREPAID_AMOUNT => "BT-113",
        CBC_PAYABLE_ROUNDING_AMOUNT => "BT-114",
        CBC_PAYABLE_AMOUNT => "BT-115",
        CBC_TAXABLE_AMOUNT => "BT-116",
        CBC_TAX_AMOUNT => "BT-117",
        CAC_TAX_CATEGORY => "BT-118",
        _ => return None,
    })
}

fn of_allowance(name: u16, above: u16) -> Option<&'static str> {
    let line = matches!(above, CAC_INVOICE_LINE | CAC_CREDIT_NOTE_LINE);
    Some(match (name, above) {
        (CBC_AMOUNT, CAC_PRICE) => "BT-147",
        (CBC_BASE_AMOUNT, CAC_PRICE) => "BT-148",
        (CBC_AMOUNT, _) if line => "BT-136",
        (CBC_BASE_AMOUNT, _) if line => "BT-137",
        (CBC_MULTIPLIER_FACTOR_NUMERIC, _) if line => "BT-138",
        (CBC_ALLOWANCE_CHARGE_REASON, _) if line => "BT-139",
        (CBC_ALLOWANCE_CHARGE_REASON_CODE, _) if line => "BT-140",
        (CBC_AMOUNT, _) => "BT-92",
        (CBC_BASE_AMOUNT, _) => "BT-93",
        (CBC_MULTIPLIER_FACTOR_NUMERIC, _) => "BT-94",
        (CAC_TAX_CATEGORY, _) => "BT-95",
        (CBC_ALLOWANCE_CHARGE_REASON, _) => "BT-97",
        (CBC_ALLOWANCE_CHARGE_REASON_CODE, _) => "BT-98",
        _ => return None,
    })
}

fn of_party(name: u16, above: u16) -> Option<&'static str> {
    let seller = above == CAC_ACCOUNTING_SUPPLIER_PARTY;
    if !seller && above != CAC_ACCOUNTING_CUSTOMER_PARTY {
        return None;
    }
    Some(match (name, seller) {
        (CBC_ENDPOINT_ID, true) => "BT-34",
        (CBC_ENDPOINT_ID, false) => "BT-49",
        (CAC_PARTY_IDENTIFICATION, true) => "BT-29",
        (CAC_PARTY_IDENTIFICATION, false) => "BT-46",
        (CAC_PARTY_NAME, true) => "BT-28",
        (CAC_PARTY_NAME, false) => "BT-45",
        (CAC_POSTAL_ADDRESS, true) => "BG-5",
        (CAC_POSTAL_ADDRESS, false) => "BG-8",
        (CAC_CONTACT, true) => "BG-6",
        (CAC_CONTACT, false) => "BG-9",
        (CAC_PARTY_TAX_SCHEME, true) => "BT-31",
        (CAC_PARTY_TAX_SCHEME, false) => "BT-48",
        (CAC_PARTY_LEGAL_ENTITY, true) => "BT-27",
        (CAC_PARTY_LEGAL_ENTITY, false) => "BT-44",
        _ => return None,
    })
}
