//! The code lists as rules ask for them: those of today, and how they were a release before.

use crate::domain::codes;
use crate::peppol::rules::pack::Pack;

/// A list with its last change.
#[derive(Clone, Copy, Debug)]
pub struct List {
    number: usize,
    now: &'static [&'static str],
    added: &'static [&'static str],
    removed: &'static [&'static str],
}

impl List {
    const fn steady(number: usize, now: &'static [&'static str]) -> Self {
        Self { number, now, added: &[], removed: &[] }
    }

    /// Its number, counted from nought, below [`LISTS`].
    pub const fn number(&self) -> usize {
        self.number
    }

    /// Whether the code, as it is, stands in the list of the pack.
    #[inline]
    pub fn holds(&self, pack: Pack, code: &str) -> bool {
        let now = codes::holds(self.now, code);
        match pack {
            Pack::V3_0_20 if now => !self.added.contains(&code),
            Pack::V3_0_20 => self.removed.contains(&code),
            _ => now,
        }
    }
}

macro_rules! lists {
    ($($name:ident $(+ $added:ident)? $(- $removed:ident)?;)+) => {
        $(#[doc = concat!("`", stringify!($name), "` of the domain, by pack.")]
        pub const $name: List = List {
            $(added: codes::$added,)?
            $(removed: codes::$removed,)?
            ..List::steady(Number::$name.get(), codes::$name)
        };)+

        /// The lists by number.
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "names of constants")]
        #[derive(Clone, Copy)]
        enum Number { $($name),+ }

        impl Number {
            const ALL: &[Self] = &[$(Self::$name),+];

            const fn get(self) -> usize {
                let mut rest = Self::ALL;
                let mut number = 0;
                while let [first, others @ ..] = rest {
                    if matches!((first, self), $((Self::$name, Self::$name))|+) {
                        break;
                    }
                    number += 1;
                    rest = others;
                }
                number
            }
        }

        /// How many lists there are.
        pub const LISTS: usize = Number::ALL.len();
    };
}

lists! {
    ALLOWANCE_REASONS_EN;
    ALLOWANCE_REASONS_PEPPOL;
    CHARGE_REASONS_EN;
    CHARGE_REASONS_PEPPOL;
    COUNTRIES;
    CREDIT_NOTE_TYPES_EN + CREDIT_NOTE_TYPES_EN_ADDED_3_0_21;
    CREDIT_NOTE_TYPES_PEPPOL;
    CREDIT_NOTE_TYPES_SELF_BILLING;
    CURRENCIES_EN + CURRENCIES_EN_ADDED_3_0_21 - CURRENCIES_EN_REMOVED_3_0_21;
    CURRENCIES_PEPPOL + CURRENCIES_PEPPOL_ADDED_3_0_21 - CURRENCIES_PEPPOL_REMOVED_3_0_21;
    EAS_EN + EAS_EN_ADDED_3_0_21;
    EAS_PEPPOL + EAS_PEPPOL_ADDED_3_0_21 - EAS_PEPPOL_REMOVED_3_0_21;
    GERMAN_DOCUMENT_TYPES;
    ICD + ICD_ADDED_3_0_21;
    INVOICE_TYPES_EN - INVOICE_TYPES_EN_REMOVED_3_0_21;
    INVOICE_TYPES_PEPPOL;
    INVOICE_TYPES_SELF_BILLING;
    ITEM_CLASSIFICATION_SCHEMES;
    MIME_TYPES_EN;
    MIME_TYPES_PEPPOL;
    OBJECT_SCHEMES;
    PAYMENT_MEANS;
    TAX_POINT_CODES;
    UNITS;
    VAT_CATEGORIES;
    VATEX;
}
