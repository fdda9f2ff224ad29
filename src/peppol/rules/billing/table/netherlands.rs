//! Peppol, sellers in the Netherlands.

use crate::peppol::rules::billing::western::*;
use crate::peppol::rules::look::At;
use crate::peppol::rules::rule::{Rule, rules};
use crate::peppol::schema::id::*;
rules! {
    NL_R_001 = "NL-R-001" Fatal ["BT-25"] shows Nothing,
        if |at| Ok(At::root(at.document).has(&[CAC_BILLING_REFERENCE, CAC_INVOICE_DOCUMENT_REFERENCE, CBC_ID]))
        => {
        en: "A Dutch credit note does not say which invoice it corrects." => "Name the invoice in BillingReference/InvoiceDocumentReference/ID.",
        nb: "En nederlandsk kreditnota sier ikke hvilken faktura den retter." => "Oppgi fakturaen i BillingReference/InvoiceDocumentReference/ID.",
        sv: "En nederländsk kreditfaktura säger inte vilken faktura den rättar." => "Ange fakturan i BillingReference/InvoiceDocumentReference/ID.",
    }
    NL_R_002 = "NL-R-002" Fatal ["BT-35", "BT-37", "BT-38"] shows Nothing,
        if |at| address(at) => {
        en: "The Dutch seller's address lacks street, city or postcode." => "Fill in StreetName, CityName and PostalZone.",
        nb: "Den nederlandske selgerens adresse mangler gate, sted eller postnummer." => "Fyll ut StreetName, CityName og PostalZone i adressen.",
        sv: "Den nederländska säljarens adress saknar gata, ort eller postnummer." => "Fyll i StreetName, CityName och PostalZone i adressen.",
    }
    NL_R_003 = "NL-R-003" Fatal ["BT-30"] shows Own,
        if |at| kvk_or_oin(at) => {
        en: "The Dutch seller's legal number {value} is not marked as KVK or OIN." => "Set schemeID to 0106 for a KVK number or 0190 for an OIN.",
        nb: "Den nederlandske selgerens foretaksnummer {value} er ikke merket som KVK eller OIN." => "Sett schemeID til 0106 for KVK-nummer eller 0190 for OIN.",
        sv: "Den nederländska säljarens företagsnummer {value} är inte märkt som KVK eller OIN." => "Sätt schemeID till 0106 för KVK-nummer eller 0190 för OIN.",
    }
    NL_R_004 = "NL-R-004" Fatal ["BT-50", "BT-52", "BT-53"] shows Nothing,
        if |at| address(at) => {
        en: "The Dutch buyer's address lacks street, city or postcode." => "Fill in StreetName, CityName and PostalZone.",
        nb: "Den nederlandske kjøperens adresse mangler gate, sted eller postnummer." => "Fyll ut StreetName, CityName og PostalZone i adressen.",
        sv: "Den nederländska köparens adress saknar gata, ort eller postnummer." => "Fyll i StreetName, CityName och PostalZone i adressen.",
    }
    NL_R_005 = "NL-R-005" Fatal ["BT-47"] shows Own,
        if |at| kvk_or_oin(at) => {
        en: "The Dutch buyer's legal number {value} is not marked as KVK or OIN." => "Set schemeID to 0106 for a KVK number or 0190 for an OIN.",
        nb: "Den nederlandske kjøperens foretaksnummer {value} er ikke merket som KVK eller OIN." => "Sett schemeID til 0106 for KVK-nummer eller 0190 for OIN.",
        sv: "Den nederländska köparens företagsnummer {value} är inte märkt som KVK eller OIN." => "Sätt schemeID till 0106 för KVK-nummer eller 0190 för OIN.",
    }
    NL_R_006 = "NL-R-006" Fatal ["BT-64", "BT-66", "BT-67"] shows Nothing,
        if |at| address(at) => {
        en: "The Dutch tax representative's address lacks street, city or postcode." => "Fill in StreetName, CityName and PostalZone.",
        nb: "Den nederlandske skatterepresentantens adresse mangler gate, sted eller postnummer." => "Fyll ut StreetName, CityName og PostalZone i adressen.",
        sv: "Det nederländska skatteombudets adress saknar gata, ort eller postnummer." => "Fyll i StreetName, CityName och PostalZone i adressen.",
    }
    NL_R_007 = "NL-R-007" Fatal ["BG-16", "BT-115"] shows Nothing,
        if |at| nl_r_007(at) => {
        en: "The Dutch seller is owed money but does not say how to pay." => "Add PaymentMeans with a code and an account.",
        nb: "Den nederlandske selgeren har penger til gode, men sier ikke hvordan det betales." => "Legg inn PaymentMeans med kode og konto å betale til.",
        sv: "Den nederländska säljaren har pengar att få men säger inte hur man betalar." => "Lägg in PaymentMeans med kod och konto att betala till.",
    }
    NL_R_008 = "NL-R-008" Fatal ["BT-81"] shows Nothing,
        if |at| nl_r_008(at) => {
        en: "This way to pay cannot be used between Dutch parties." => "Choose one of the codes 30, 48, 49, 57, 58 and 59.",
        nb: "Denne betalingsmåten kan ikke brukes mellom nederlandske parter." => "Velg en av kodene 30, 48, 49, 57, 58 og 59.",
        sv: "Detta betalsätt kan inte användas mellan nederländska parter." => "Välj en av koderna 30, 48, 49, 57, 58 och 59.",
    }
    NL_R_009 = "NL-R-009" Fatal ["BT-13"] shows Own,
        if |at| Ok(At::root(at.document).has(&[CAC_ORDER_REFERENCE, CBC_ID])) => {
        en: "The line points to order line {value}, but the document names no order." => "Give the order's number in OrderReference/ID.",
        nb: "Linjen viser til bestillingslinje {value}, men dokumentet oppgir ingen bestilling." => "Oppgi bestillingens nummer i OrderReference/ID.",
        sv: "Raden hänvisar till orderrad {value}, men dokumentet anger ingen order." => "Ange orderns nummer i OrderReference/ID.",
    }
}

/// Nl credit note: the rules of this context, in order.
pub static NL_CREDIT_NOTE: &[&Rule] = &[&NL_R_001];

/// Nl seller address: the rules of this context, in order.
pub static NL_SELLER_ADDRESS: &[&Rule] = &[&NL_R_002];

/// Nl seller number: the rules of this context, in order.
pub static NL_SELLER_NUMBER: &[&Rule] = &[&NL_R_003];

/// Nl buyer address: the rules of this context, in order.
pub static NL_BUYER_ADDRESS: &[&Rule] = &[&NL_R_004];

/// Nl buyer number: the rules of this context, in order.
pub static NL_BUYER_NUMBER: &[&Rule] = &[&NL_R_005];

/// Nl representative: the rules of this context, in order.
pub static NL_REPRESENTATIVE: &[&Rule] = &[&NL_R_006];

/// Nl total: the rules of this context, in order.
pub static NL_TOTAL: &[&Rule] = &[&NL_R_007];

/// Nl payment: the rules of this context, in order.
pub static NL_PAYMENT: &[&Rule] = &[&NL_R_008];

/// Nl order line: the rules of this context, in order.
pub static NL_ORDER_LINE: &[&Rule] = &[&NL_R_009];
