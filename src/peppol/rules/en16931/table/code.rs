//! EN 16931, code lists: BR-CL.

use crate::peppol::rules::en16931::check::*;
use crate::peppol::rules::list::{
    ALLOWANCE_REASONS_EN, CHARGE_REASONS_EN, COUNTRIES, CURRENCIES_EN, EAS_EN, ICD,
    ITEM_CLASSIFICATION_SCHEMES, OBJECT_SCHEMES, PAYMENT_MEANS, TAX_POINT_CODES, UNITS,
    VAT_CATEGORIES,
};
use crate::peppol::rules::rule::{Rule, rules};
use crate::peppol::xml::name::attribute::{CURRENCY_ID, LIST_ID, MIME_CODE, SCHEME_ID, UNIT_CODE};
rules! {
    BR_CL_01 = "BR-CL-01" Fatal ["BT-3"] shows Own,
        if |at| br_cl_01(at) => {
        en: "The type code \"{value}\" is not one for this kind of document." => "Use 380 for an ordinary invoice, 381 for an ordinary credit note.",
        nb: "Typekoden «{value}» hører ikke til denne dokumenttypen." => "Bruk 380 for vanlig faktura og 381 for vanlig kreditnota.",
        sv: "Typkoden ”{value}” hör inte till den här dokumenttypen." => "Använd 380 för vanlig faktura och 381 för vanlig kreditfaktura.",
    }
    BR_CL_03 = "BR-CL-03" Fatal [] shows Attribute(CURRENCY_ID),
        if |at| code(at, CURRENCY_ID, CURRENCIES_EN) => {
        en: "An amount has the currency \"{value}\", which is no current code." => "Use the three capital letters of a current currency, such as NOK or EUR.",
        nb: "Et beløp har valutaen «{value}», som ikke er en gyldig kode." => "Bruk de tre store bokstavene for en gyldig valuta, som NOK eller EUR.",
        sv: "Ett belopp har valutan ”{value}”, som inte är en giltig kod." => "Använd de tre stora bokstäverna för en giltig valuta, som SEK eller EUR.",
    }
    BR_CL_04 = "BR-CL-04" Fatal ["BT-5"] shows Own,
        if |at| own_code(at, CURRENCIES_EN) => {
        en: "The document currency \"{value}\" is no current currency code." => "Use the three capital letters of a current currency, such as NOK or EUR.",
        nb: "Dokumentets valuta «{value}» er ikke en gyldig valutakode." => "Bruk de tre store bokstavene for en gyldig valuta, som NOK eller EUR.",
        sv: "Dokumentets valuta ”{value}” är inte en giltig valutakod." => "Använd de tre stora bokstäverna för en giltig valuta, som SEK eller EUR.",
    }
    BR_CL_05 = "BR-CL-05" Fatal ["BT-6"] shows Own,
        if |at| own_code(at, CURRENCIES_EN) => {
        en: "The tax currency \"{value}\" is no current currency code." => "Use the three capital letters of a current currency, such as NOK or EUR.",
        nb: "Avgiftsvalutaen «{value}» er ikke en gyldig valutakode." => "Bruk de tre store bokstavene for en gyldig valuta, som NOK eller EUR.",
        sv: "Skattevalutan ”{value}” är inte en giltig valutakod." => "Använd de tre stora bokstäverna för en giltig valuta, som SEK eller EUR.",
    }
    BR_CL_06 = "BR-CL-06" Fatal ["BT-8"] shows Own,
        if |at| own_code(at, TAX_POINT_CODES) => {
        en: "The code \"{value}\" for when VAT falls due is not allowed." => "Use 3 for the invoice date, 35 for delivery or 432 for payment.",
        nb: "Koden «{value}» for når MVA oppstår er ikke tillatt." => "Bruk 3 for fakturadato, 35 for levering eller 432 for betaling.",
        sv: "Koden ”{value}” för när momsen uppstår är inte tillåten." => "Använd 3 för fakturadatum, 35 för leverans eller 432 för betalning.",
    }
    BR_CL_07 = "BR-CL-07" Fatal ["BT-18", "BT-128"] shows Attribute(SCHEME_ID),
        if |at| code(at, SCHEME_ID, OBJECT_SCHEMES) => {
        en: "The scheme \"{value}\" of the invoiced object's number is not listed." => "Use a code for reference types, such as ABT, or leave schemeID out.",
        nb: "Ordningen «{value}» for nummeret på fakturaobjektet er ikke på listen." => "Bruk en kode for referansetyper, som ABT, eller utelat schemeID.",
        sv: "Systemet ”{value}” för fakturaobjektets nummer finns inte i listan." => "Använd en kod för referenstyper, som ABT, eller utelämna schemeID.",
    }
    BR_CL_10 = "BR-CL-10" Fatal ["BT-29", "BT-46", "BT-60"] shows Attribute(SCHEME_ID),
        if |at| br_cl_10(at) => {
        en: "The scheme \"{value}\" of a party's identifier is not listed." => "Use a four-digit code of the ICD list, such as 0192 or 0007.",
        nb: "Ordningen «{value}» for partens identifikator er ikke på listen." => "Bruk en firesifret kode fra ICD-listen, som 0192 eller 0007.",
        sv: "Systemet ”{value}” för partens identifierare finns inte i listan." => "Använd en fyrsiffrig kod ur ICD-listan, som 0007 eller 0192.",
    }
    BR_CL_11 = "BR-CL-11" Fatal ["BT-30", "BT-47", "BT-61"] shows Attribute(SCHEME_ID),
        if |at| code(at, SCHEME_ID, ICD) => {
        en: "The scheme \"{value}\" of a company number is not on the list." => "Use a four-digit code of the ICD list, such as 0192 or 0007.",
        nb: "Ordningen «{value}» for et organisasjonsnummer er ikke på listen." => "Bruk en firesifret kode fra ICD-listen, som 0192 eller 0007.",
        sv: "Systemet ”{value}” för ett organisationsnummer finns inte i listan." => "Använd en fyrsiffrig kod ur ICD-listan, som 0007 eller 0192.",
    }
    BR_CL_13 = "BR-CL-13" Fatal ["BT-158"] shows Attribute(LIST_ID),
        if |at| code(at, LIST_ID, ITEM_CLASSIFICATION_SCHEMES) => {
        en: "The list \"{value}\" of an item classification is not a known one." => "Use a code for classification lists, such as STI for UNSPSC.",
        nb: "Listen «{value}» for en vareklassifisering er ikke kjent." => "Bruk en kode for klassifiseringslister, som STI for UNSPSC.",
        sv: "Listan ”{value}” för en varuklassificering är inte känd." => "Använd en kod för klassificeringslistor, som STI för UNSPSC.",
    }
    BR_CL_14 = "BR-CL-14" Fatal ["BT-40", "BT-55", "BT-69", "BT-80"] shows Own,
        if |at| own_code(at, COUNTRIES) => {
        en: "The country code \"{value}\" of an address is not a known one." => "Use the two capital letters of the country, such as NO or SE.",
        nb: "Landkoden «{value}» i en adresse er ikke en kjent kode." => "Bruk landets to store bokstaver, for eksempel NO eller SE.",
        sv: "Landskoden ”{value}” i en adress är inte en känd kod." => "Använd landets två stora bokstäver, till exempel SE eller NO.",
    }
    BR_CL_15 = "BR-CL-15" Fatal ["BT-159"] shows Own,
        if |at| own_code(at, COUNTRIES) => {
        en: "The country of origin \"{value}\" of an item is not a known code." => "Use the two capital letters of the country, such as NO or SE.",
        nb: "Opprinnelseslandet «{value}» for en vare er ikke en kjent kode." => "Bruk landets to store bokstaver, for eksempel NO eller SE.",
        sv: "Ursprungslandet ”{value}” för en vara är inte en känd kod." => "Använd landets två stora bokstäver, till exempel SE eller NO.",
    }
    BR_CL_16 = "BR-CL-16" Fatal ["BT-81"] shows Own,
        if |at| own_code(at, PAYMENT_MEANS) => {
        en: "The payment means \"{value}\" is not on the list of codes." => "Use 30 or 58 for a credit transfer, 48 for card, 49 for direct debit.",
        nb: "Betalingsmåten «{value}» er ikke på kodelisten for dette." => "Bruk 30 eller 58 for bankoverføring, 48 for kort, 49 for direkte trekk.",
        sv: "Betalningssättet ”{value}” finns inte i kodlistan för detta." => "Använd 30 eller 58 för banköverföring, 48 för kort, 49 för autogiro.",
    }
    BR_CL_17 = "BR-CL-17" Fatal ["BT-95", "BT-102", "BT-118"] shows Own,
        if |at| own_code(at, VAT_CATEGORIES) => {
        en: "The VAT category \"{value}\" on the document does not exist." => "Use one of AE, B, E, G, K, L, M, O, S and Z in capital letters.",
        nb: "MVA-kategorien «{value}» på dokumentet finnes ikke." => "Bruk en av AE, B, E, G, K, L, M, O, S og Z med store bokstaver.",
        sv: "Momskategorin ”{value}” på dokumentet finns inte." => "Använd en av AE, B, E, G, K, L, M, O, S och Z med stora bokstäver.",
    }
    BR_CL_18 = "BR-CL-18" Fatal ["BT-151"] shows Own,
        if |at| own_code(at, VAT_CATEGORIES) => {
        en: "The VAT category \"{value}\" on a line does not exist." => "Use one of AE, B, E, G, K, L, M, O, S and Z in capital letters.",
        nb: "MVA-kategorien «{value}» på en linje finnes ikke." => "Bruk en av AE, B, E, G, K, L, M, O, S og Z med store bokstaver.",
        sv: "Momskategorin ”{value}” på en rad finns inte alls." => "Använd en av AE, B, E, G, K, L, M, O, S och Z med stora bokstäver.",
    }
    BR_CL_19 = "BR-CL-19" Fatal ["BT-98", "BT-140"] shows Own,
        if |at| own_code(at, ALLOWANCE_REASONS_EN) => {
        en: "The reason code \"{value}\" is not one for an allowance." => "Use a code such as 95 for a discount, or give the reason in words.",
        nb: "Begrunnelseskoden «{value}» er ikke en kode for avslag." => "Bruk en kode som 95 for rabatt, eller gi begrunnelsen i ord.",
        sv: "Orsakskoden ”{value}” är inte en kod för avdrag." => "Använd en kod som 95 för rabatt, eller ange orsaken i ord.",
    }
    BR_CL_20 = "BR-CL-20" Fatal ["BT-105", "BT-145"] shows Own,
        if |at| own_code(at, CHARGE_REASONS_EN) => {
        en: "The reason code \"{value}\" is not one for a charge." => "Use a code such as FC for freight, or give the reason in words.",
        nb: "Begrunnelseskoden «{value}» er ikke en kode for tillegg." => "Bruk en kode som FC for frakt, eller gi begrunnelsen i ord.",
        sv: "Orsakskoden ”{value}” är inte en kod för tillägg." => "Använd en kod som FC för frakt, eller ange orsaken i ord.",
    }
    BR_CL_21 = "BR-CL-21" Fatal ["BT-157"] shows Attribute(SCHEME_ID),
        if |at| code(at, SCHEME_ID, ICD) => {
        en: "The scheme \"{value}\" of an item's standard number is not listed." => "Use a code of the ICD list, such as 0160 for GTIN.",
        nb: "Ordningen «{value}» for en vares standardnummer er ikke på listen." => "Bruk en kode fra ICD-listen, for eksempel 0160 for GTIN.",
        sv: "Systemet ”{value}” för en varas standardnummer finns inte i listan." => "Använd en kod ur ICD-listan, till exempel 0160 för GTIN.",
    }
    BR_CL_22 = "BR-CL-22" Fatal ["BT-121"] shows Own,
        if |at| br_cl_22(at) => {
        en: "The exemption code \"{value}\" is not on the VATEX list." => "Use a code of the VATEX list, or give the reason in words instead.",
        nb: "Fritakskoden «{value}» er ikke på VATEX-listen over grunner." => "Bruk en kode fra VATEX-listen, eller gi grunnen i ord i stedet.",
        sv: "Undantagskoden ”{value}” finns inte i VATEX-listan." => "Använd en kod ur VATEX-listan, eller ange skälet i ord i stället.",
    }
    BR_CL_23 = "BR-CL-23" Fatal ["BT-130", "BT-150"] shows Attribute(UNIT_CODE),
        if |at| code(at, UNIT_CODE, UNITS) => {
        en: "The unit \"{value}\" of a quantity is not on the list of units." => "Use a code of the unit list, such as C62 for pieces or HUR for hours.",
        nb: "Enheten «{value}» for et antall er ikke på listen over enheter." => "Bruk en kode fra enhetslisten, som C62 for stykk eller HUR for timer.",
        sv: "Enheten ”{value}” för ett antal finns inte i listan över enheter." => "Använd en kod ur enhetslistan, som C62 för styck eller HUR för timmar.",
    }
    BR_CL_24 = "BR-CL-24" Fatal ["BT-125"] shows Attribute(MIME_CODE),
        if |at| br_cl_24(at) => {
        en: "An attachment is of type \"{value}\", which may not be sent." => "Attach PDF, PNG, JPEG, CSV or a spreadsheet (xlsx, ods) instead.",
        nb: "Et vedlegg er av typen «{value}», som ikke kan sendes." => "Legg ved PDF, PNG, JPEG, CSV eller et regneark (xlsx, ods) i stedet.",
        sv: "En bilaga är av typen ”{value}”, som inte får skickas." => "Bifoga PDF, PNG, JPEG, CSV eller ett kalkylark (xlsx, ods) i stället.",
    }
    BR_CL_25 = "BR-CL-25" Fatal ["BT-34", "BT-49"] shows Attribute(SCHEME_ID),
        if |at| code(at, SCHEME_ID, EAS_EN) => {
        en: "The scheme \"{value}\" of an electronic address is not on the list." => "Use a code of the EAS list, such as 0192, 0007 or 0088.",
        nb: "Ordningen «{value}» for en elektronisk adresse er ikke på listen." => "Bruk en kode fra EAS-listen, som 0192, 0007 eller 0088.",
        sv: "Systemet ”{value}” för en elektronisk adress finns inte i listan." => "Använd en kod ur EAS-listan, som 0007, 0192 eller 0088.",
    }
    BR_CL_26 = "BR-CL-26" Fatal ["BT-71"] shows Attribute(SCHEME_ID),
        if |at| code(at, SCHEME_ID, ICD) => {
        en: "The scheme \"{value}\" of the delivery location is not on the list." => "Use a four-digit code of the ICD list, such as 0088 for GLN.",
        nb: "Ordningen «{value}» for leveringsstedet er ikke på listen." => "Bruk en firesifret kode fra ICD-listen, som 0088 for GLN.",
        sv: "Systemet ”{value}” för leveransplatsen finns inte i listan." => "Använd en fyrsiffrig kod ur ICD-listan, som 0088 för GLN.",
    }
}

/// Type code: the rules of this context, in order.
pub static TYPE_CODE: &[&Rule] = &[&BR_CL_01];

/// Amount code: the rules of this context, in order.
pub static AMOUNT_CODE: &[&Rule] = &[&BR_CL_03];

/// Document currency code: the rules of this context, in order.
pub static DOCUMENT_CURRENCY_CODE: &[&Rule] = &[&BR_CL_04];

/// Tax currency code: the rules of this context, in order.
pub static TAX_CURRENCY_CODE: &[&Rule] = &[&BR_CL_05];

/// Period code: the rules of this context, in order.
pub static PERIOD_CODE: &[&Rule] = &[&BR_CL_06];

/// Object code: the rules of this context, in order.
pub static OBJECT_CODE: &[&Rule] = &[&BR_CL_07];

/// Party code: the rules of this context, in order.
pub static PARTY_CODE: &[&Rule] = &[&BR_CL_10];

/// Company code: the rules of this context, in order.
pub static COMPANY_CODE: &[&Rule] = &[&BR_CL_11];

/// Classification code: the rules of this context, in order.
pub static CLASSIFICATION_CODE: &[&Rule] = &[&BR_CL_13];

/// Country code: the rules of this context, in order.
pub static COUNTRY_CODE: &[&Rule] = &[&BR_CL_14];

/// Origin code: the rules of this context, in order.
pub static ORIGIN_CODE: &[&Rule] = &[&BR_CL_15];

/// Means code: the rules of this context, in order.
pub static MEANS_CODE: &[&Rule] = &[&BR_CL_16];

/// Category code: the rules of this context, in order.
pub static CATEGORY_CODE: &[&Rule] = &[&BR_CL_17];

/// Line category code: the rules of this context, in order.
pub static LINE_CATEGORY_CODE: &[&Rule] = &[&BR_CL_18];

/// Allowance code: the rules of this context, in order.
pub static ALLOWANCE_CODE: &[&Rule] = &[&BR_CL_19];

/// Charge code: the rules of this context, in order.
pub static CHARGE_CODE: &[&Rule] = &[&BR_CL_20];

/// Item code: the rules of this context, in order.
pub static ITEM_CODE: &[&Rule] = &[&BR_CL_21];

/// Exemption code: the rules of this context, in order.
pub static EXEMPTION_CODE: &[&Rule] = &[&BR_CL_22];

/// Unit codes: the rules of this context, in order.
pub static UNIT_CODES: &[&Rule] = &[&BR_CL_23];

/// Mime codes: the rules of this context, in order.
pub static MIME_CODES: &[&Rule] = &[&BR_CL_24];

/// Endpoint code: the rules of this context, in order.
pub static ENDPOINT_CODE: &[&Rule] = &[&BR_CL_25];

/// Location code: the rules of this context, in order.
pub static LOCATION_CODE: &[&Rule] = &[&BR_CL_26];
