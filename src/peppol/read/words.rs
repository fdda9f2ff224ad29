//! What keeps a finished document from being read, in sentences.

use crate::domain::words::words;

words! {
    NUMBER_MISSING = "document_number_missing" {
        en: "The document has no number." => "Add ID (BT-1).",
        nb: "Dokumentet har ikke noe nummer." => "Legg til ID (BT-1).",
        sv: "Dokumentet har inget nummer." => "Lägg till ID (BT-1).",
    }
    DAY_MISSING = "document_issue_date_missing" {
        en: "The document has no issue date." => "Add IssueDate (BT-2).",
        nb: "Dokumentet har ingen utstedelsesdato." => "Legg til IssueDate (BT-2).",
        sv: "Dokumentet har inget utfärdandedatum." => "Lägg till IssueDate (BT-2).",
    }
    CURRENCY_MISSING = "document_currency_missing" {
        en: "The document does not name its currency." => "Add DocumentCurrencyCode (BT-5), such as NOK.",
        nb: "Dokumentet oppgir ikke valutaen." => "Legg til DocumentCurrencyCode (BT-5), for eksempel NOK.",
        sv: "Dokumentet anger inte valutan." => "Lägg till DocumentCurrencyCode (BT-5), till exempel SEK.",
    }
    CURRENCY_UNREADABLE = "document_currency_unknown" {
        en: "\"{value}\" is not a currency." => "Use the three letters of ISO 4217 in DocumentCurrencyCode (BT-5), such as NOK.",
        nb: "«{value}» er ikke en valuta." => "Bruk de tre bokstavene i ISO 4217 i DocumentCurrencyCode (BT-5), for eksempel NOK.",
        sv: "”{value}” är inte en valuta." => "Använd de tre bokstäverna i ISO 4217 i DocumentCurrencyCode (BT-5), till exempel SEK.",
    }
    SELLER_MISSING = "document_seller_missing" {
        en: "The document does not name its seller." => "Add RegistrationName (BT-27) under AccountingSupplierParty.",
        nb: "Dokumentet oppgir ikke selgerens navn." => "Legg til RegistrationName (BT-27) under AccountingSupplierParty.",
        sv: "Dokumentet anger inte säljarens namn." => "Lägg till RegistrationName (BT-27) under AccountingSupplierParty.",
    }
    BUYER_MISSING = "document_buyer_missing" {
        en: "The document does not name its buyer." => "Add RegistrationName (BT-44) under AccountingCustomerParty.",
        nb: "Dokumentet oppgir ikke kjøperens navn." => "Legg til RegistrationName (BT-44) under AccountingCustomerParty.",
        sv: "Dokumentet anger inte köparens namn." => "Lägg till RegistrationName (BT-44) under AccountingCustomerParty.",
    }
    PAYABLE_MISSING = "document_payable_amount_missing" {
        en: "The document does not say what there is to pay." => "Add PayableAmount (BT-115) under LegalMonetaryTotal.",
        nb: "Dokumentet sier ikke hva som skal betales." => "Legg til PayableAmount (BT-115) under LegalMonetaryTotal.",
        sv: "Dokumentet säger inte vad som ska betalas." => "Lägg till PayableAmount (BT-115) under LegalMonetaryTotal.",
    }
    DAY_UNREADABLE = "document_date_unreadable" {
        en: "\"{value}\" is not a date." => "Write the day as YYYY-MM-DD, between 1900 and 2200.",
        nb: "«{value}» er ikke en dato." => "Skriv dagen som ÅÅÅÅ-MM-DD, mellom 1900 og 2200.",
        sv: "”{value}” är inte ett datum." => "Skriv dagen som ÅÅÅÅ-MM-DD, mellan 1900 och 2200.",
    }
    AMOUNT_UNREADABLE = "document_amount_unreadable" {
        en: "\"{value}\" is not a decimal number." => "Write it as 1234.50: a point, no blanks, no exponent, at most 14 digits before the point.",
        nb: "«{value}» er ikke et desimaltall." => "Skriv det som 1234.50: punktum, ingen mellomrom, ingen eksponent, høyst 14 sifre foran punktum.",
        sv: "”{value}” är inte ett decimaltal." => "Skriv det som 1234.50: punkt, inga blanksteg, ingen exponent, högst 14 siffror före punkten.",
    }
}
