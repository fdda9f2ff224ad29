//! Code lists: what a country, a currency, a unit, a scheme or a type may be called.
//!
//! They live in the domain because currency, country and unit are parsed at the door by domain
//! types, and the rules of the format judge documents by the very same tables: each fact once.
//! The lists are those of EN 16931 UBL rules 1.3.16 and Peppol BIS Billing 3.0.21. A name that
//! ends in `_EN` or `_PEPPOL` says whose list it is where both have one; `_ADDED_3_0_21` and
//! `_REMOVED_3_0_21` lead back to the release before (3.0.20 with 1.3.15).
//!
//! Every list is sorted by bytes, so [`holds`] can search it by halves. Codes are compared as they
//! are: whether a rule trims first is the rule's business.

mod country;
mod currency;
mod document_type;
mod eas;
mod icd;
mod item;
mod mime;
mod note;
mod object;
mod payment;
mod reason;
mod unit;
mod vat;

pub use country::{COUNTRIES, VAT_PREFIXES};
pub use currency::{
    CURRENCIES, CURRENCIES_EN, CURRENCIES_EN_ADDED_3_0_21, CURRENCIES_EN_REMOVED_3_0_21,
    CURRENCIES_PEPPOL, CURRENCIES_PEPPOL_ADDED_3_0_21, CURRENCIES_PEPPOL_REMOVED_3_0_21,
};
pub use document_type::{
    CREDIT_NOTE_TYPES_EN, CREDIT_NOTE_TYPES_EN_ADDED_3_0_21, CREDIT_NOTE_TYPES_PEPPOL,
    CREDIT_NOTE_TYPES_SELF_BILLING, GERMAN_DOCUMENT_TYPES, GREEK_DOCUMENT_TYPES,
    ICELANDIC_DOCUMENT_TYPES, INVOICE_TYPES_EN, INVOICE_TYPES_EN_REMOVED_3_0_21,
    INVOICE_TYPES_GERMANY_ONLY, INVOICE_TYPES_PEPPOL, INVOICE_TYPES_SELF_BILLING,
};
pub use eas::{
    EAS_EN, EAS_EN_ADDED_1_3_16, EAS_EN_ADDED_3_0_21, EAS_PEPPOL, EAS_PEPPOL_ADDED_3_0_21,
    EAS_PEPPOL_REMOVED_3_0_21,
};
pub use icd::{
    DUTCH_COMPANY_SCHEMES, ICD, ICD_ADDED_1_3_16, ICD_ADDED_3_0_21, ICD_SELLER_AND_PAYEE,
};
pub use item::{DANISH_UNSPSC_VERSIONS, ITEM_CLASSIFICATION_SCHEMES};
pub use mime::{MIME_TYPES_EN, MIME_TYPES_PEPPOL};
pub use note::NOTE_SUBJECTS;
pub use object::OBJECT_SCHEMES;
pub use payment::{
    CARDS, CREDIT_TRANSFERS, DANISH_FIK_CARDS, DANISH_FIK_CARDS_WITH_REFERENCE, DANISH_GIRO_CARDS,
    DANISH_GIRO_CARDS_WITH_REFERENCE, DANISH_PAYMENT_MEANS, DIRECT_DEBITS, DUTCH_PAYMENT_MEANS,
    PAYMENT_MEANS, SWEDISH_GIRO_MEANS,
};
pub use reason::{
    ALLOWANCE_REASONS_EN, ALLOWANCE_REASONS_PEPPOL, CHARGE_REASONS_EN, CHARGE_REASONS_PEPPOL,
};
pub use unit::UNITS;
pub use vat::{GERMAN_VAT_CATEGORIES, TAX_POINT_CODES, VAT_CATEGORIES, VATEX};

/// Whether `code` stands in `list`, which is one of the sorted lists of this module.
pub fn holds(list: &[&str], code: &str) -> bool {
    list.binary_search(&code).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    type List = &'static [&'static str];

    const LISTS: &[(&str, List)] = &[
        ("COUNTRIES", COUNTRIES),
        ("VAT_PREFIXES", VAT_PREFIXES),
        ("CURRENCIES", CURRENCIES),
        ("CURRENCIES_EN", CURRENCIES_EN),
        ("CURRENCIES_EN_ADDED_3_0_21", CURRENCIES_EN_ADDED_3_0_21),
        ("CURRENCIES_EN_REMOVED_3_0_21", CURRENCIES_EN_REMOVED_3_0_21),
        ("CURRENCIES_PEPPOL", CURRENCIES_PEPPOL),
        ("CURRENCIES_PEPPOL_ADDED_3_0_21", CURRENCIES_PEPPOL_ADDED_3_0_21),
        ("CURRENCIES_PEPPOL_REMOVED_3_0_21", CURRENCIES_PEPPOL_REMOVED_3_0_21),
        ("INVOICE_TYPES_EN", INVOICE_TYPES_EN),
        ("INVOICE_TYPES_EN_REMOVED_3_0_21", INVOICE_TYPES_EN_REMOVED_3_0_21),
        ("CREDIT_NOTE_TYPES_EN", CREDIT_NOTE_TYPES_EN),
        ("CREDIT_NOTE_TYPES_EN_ADDED_3_0_21", CREDIT_NOTE_TYPES_EN_ADDED_3_0_21),
        ("INVOICE_TYPES_PEPPOL", INVOICE_TYPES_PEPPOL),
        ("CREDIT_NOTE_TYPES_PEPPOL", CREDIT_NOTE_TYPES_PEPPOL),
        ("INVOICE_TYPES_SELF_BILLING", INVOICE_TYPES_SELF_BILLING),
        ("CREDIT_NOTE_TYPES_SELF_BILLING", CREDIT_NOTE_TYPES_SELF_BILLING),
        ("INVOICE_TYPES_GERMANY_ONLY", INVOICE_TYPES_GERMANY_ONLY),
        ("GERMAN_DOCUMENT_TYPES", GERMAN_DOCUMENT_TYPES),
        ("ICELANDIC_DOCUMENT_TYPES", ICELANDIC_DOCUMENT_TYPES),
        ("GREEK_DOCUMENT_TYPES", GREEK_DOCUMENT_TYPES),
        ("EAS_EN", EAS_EN),
        ("EAS_EN_ADDED_3_0_21", EAS_EN_ADDED_3_0_21),
        ("EAS_EN_ADDED_1_3_16", EAS_EN_ADDED_1_3_16),
        ("EAS_PEPPOL", EAS_PEPPOL),
        ("EAS_PEPPOL_ADDED_3_0_21", EAS_PEPPOL_ADDED_3_0_21),
        ("EAS_PEPPOL_REMOVED_3_0_21", EAS_PEPPOL_REMOVED_3_0_21),
        ("ICD", ICD),
        ("ICD_ADDED_3_0_21", ICD_ADDED_3_0_21),
        ("ICD_ADDED_1_3_16", ICD_ADDED_1_3_16),
        ("ICD_SELLER_AND_PAYEE", ICD_SELLER_AND_PAYEE),
        ("DUTCH_COMPANY_SCHEMES", DUTCH_COMPANY_SCHEMES),
        ("ITEM_CLASSIFICATION_SCHEMES", ITEM_CLASSIFICATION_SCHEMES),
        ("DANISH_UNSPSC_VERSIONS", DANISH_UNSPSC_VERSIONS),
        ("MIME_TYPES_EN", MIME_TYPES_EN),
        ("MIME_TYPES_PEPPOL", MIME_TYPES_PEPPOL),
        ("NOTE_SUBJECTS", NOTE_SUBJECTS),
        ("OBJECT_SCHEMES", OBJECT_SCHEMES),
        ("PAYMENT_MEANS", PAYMENT_MEANS),
        ("CREDIT_TRANSFERS", CREDIT_TRANSFERS),
        ("CARDS", CARDS),
        ("DIRECT_DEBITS", DIRECT_DEBITS),
        ("DANISH_PAYMENT_MEANS", DANISH_PAYMENT_MEANS),
        ("DANISH_GIRO_CARDS", DANISH_GIRO_CARDS),
        ("DANISH_GIRO_CARDS_WITH_REFERENCE", DANISH_GIRO_CARDS_WITH_REFERENCE),
        ("DANISH_FIK_CARDS", DANISH_FIK_CARDS),
        ("DANISH_FIK_CARDS_WITH_REFERENCE", DANISH_FIK_CARDS_WITH_REFERENCE),
        ("DUTCH_PAYMENT_MEANS", DUTCH_PAYMENT_MEANS),
        ("SWEDISH_GIRO_MEANS", SWEDISH_GIRO_MEANS),
        ("ALLOWANCE_REASONS_EN", ALLOWANCE_REASONS_EN),
        ("ALLOWANCE_REASONS_PEPPOL", ALLOWANCE_REASONS_PEPPOL),
        ("CHARGE_REASONS_EN", CHARGE_REASONS_EN),
        ("CHARGE_REASONS_PEPPOL", CHARGE_REASONS_PEPPOL),
        ("UNITS", UNITS),
        ("VAT_CATEGORIES", VAT_CATEGORIES),
        ("GERMAN_VAT_CATEGORIES", GERMAN_VAT_CATEGORIES),
        ("VATEX", VATEX),
        ("TAX_POINT_CODES", TAX_POINT_CODES),
    ];

    /// Each list that changed: as it is, what came in, what went out.
    const CHANGES: &[(List, List, List)] = &[
        (CURRENCIES_EN, CURRENCIES_EN_ADDED_3_0_21, CURRENCIES_EN_REMOVED_3_0_21),
        (CURRENCIES_PEPPOL, CURRENCIES_PEPPOL_ADDED_3_0_21, CURRENCIES_PEPPOL_REMOVED_3_0_21),
        (EAS_EN, EAS_EN_ADDED_3_0_21, &[]),
        (EAS_EN, EAS_EN_ADDED_1_3_16, &[]),
        (EAS_PEPPOL, EAS_PEPPOL_ADDED_3_0_21, EAS_PEPPOL_REMOVED_3_0_21),
        (ICD, ICD_ADDED_3_0_21, &[]),
        (ICD, ICD_ADDED_1_3_16, &[]),
        (INVOICE_TYPES_EN, &[], INVOICE_TYPES_EN_REMOVED_3_0_21),
        (CREDIT_NOTE_TYPES_EN, CREDIT_NOTE_TYPES_EN_ADDED_3_0_21, &[]),
    ];

    #[test]
    fn every_list_is_sorted_without_duplicates_and_not_empty() {
        for (name, list) in LISTS {
            assert!(!list.is_empty(), "{name} is empty");
            for pair in list.windows(2) {
                assert!(pair[0] < pair[1], "{name}: {:?} before {:?}", pair[0], pair[1]);
            }
        }
    }

    #[test]
    fn every_code_is_found_and_a_stranger_is_not() {
        for (name, list) in LISTS {
            assert!(list.iter().all(|code| holds(list, code)), "{name}");
            assert!(!holds(list, "no such code"), "{name}");
        }
    }

    #[test]
    fn a_currency_is_one_of_both_lists() {
        let both = |code: &&&str| holds(CURRENCIES_PEPPOL, code);
        assert!(CURRENCIES_EN.iter().filter(both).eq(CURRENCIES));
    }

    #[test]
    fn what_was_added_is_there_and_what_was_removed_is_gone() {
        for (list, added, removed) in CHANGES {
            assert!(added.iter().all(|code| holds(list, code)), "{added:?}");
            assert!(!removed.iter().any(|code| holds(list, code)), "{removed:?}");
        }
    }
}
