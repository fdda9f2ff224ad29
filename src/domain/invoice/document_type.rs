//! What a document is: invoice, credit note, or one of the five that follow an unpaid invoice up.
//!
//! The exchange and the net bank (Nets) call the seven by the same words, in capitals, and Vipps by
//! its own. A consumer's document is told apart by that name beside it, since inside it is an
//! invoice like any other:
//!
//! | here | Vipps | in Norwegian |
//! |---|---|---|
//! | `invoice` | invoice | faktura |
//! | `credit_note` | creditNote (not taken yet) | kreditnota |
//! | `reminder` | paymentReminder | betalingspåminnelse |
//! | `dunning` | debtCollectionWarning | purring |
//! | `collection_notice` | debtCollectionNotice | inkassovarsel |
//! | `payment_request` | debtCollectionReminder | betalingsoppfordring |
//! | `enforcement_warning` | noticeOfLegalProceedings | varsel om rettslige skritt |

use crate::domain::finding::Fault;
use crate::domain::named::named;
use crate::domain::words::words;

named! {
    /// What a document is.
    pub enum Type {
        /// Commercial invoice, type code 380
        Invoice = "invoice",
        /// Credit note, type code 381: amounts are positive and go back to the buyer
        CreditNote = "credit_note",
        /// A first, friendly reminder
        Reminder = "reminder",
        /// The warning that debt collection begins
        CollectionNotice = "collection_notice",
        /// A dunning letter
        Dunning = "dunning",
        /// The demand for payment within debt collection
        PaymentRequest = "payment_request",
        /// The warning of legal proceedings
        EnforcementWarning = "enforcement_warning",
    }
}

impl Type {
    /// Reads the word of the request.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        Self::named(text).ok_or(Fault::new(&DOCUMENT_TYPE))
    }

    /// The code of UNTDID 1001 (BT-3). What follows an invoice up has none of its own that the
    /// network allows.
    pub const fn code(self) -> &'static str {
        self.code_in(false)
    }

    /// The usual code in a process: one's own billing, or billing by the buyer.
    pub const fn code_in(self, self_billing: bool) -> &'static str {
        match (self.is_credit_note(), self_billing) {
            (false, false) => "380",
            (true, false) => "381",
            (false, true) => "389",
            (true, true) => "261",
        }
    }

    /// The exchange's name for it (`b2cno_document_type`).
    pub const fn exchange_word(self) -> &'static str {
        match self {
            Self::Invoice => "INVOICE",
            Self::CreditNote => "CREDIT_NOTE",
            Self::Reminder => "REMINDER",
            Self::CollectionNotice => "COLLECTION_NOTICE",
            Self::Dunning => "DUNNING",
            Self::PaymentRequest => "PAYMENT_REQUEST",
            Self::EnforcementWarning => "ENFORCEMENT_WARNING",
        }
    }

    /// Whether it gives back; every other type asks for money.
    pub const fn is_credit_note(self) -> bool {
        matches!(self, Self::CreditNote)
    }

    /// Whether it follows up an earlier invoice (BG-3). On the network it would be taken for a
    /// second invoice, so it never goes there.
    pub const fn follows_up(self) -> bool {
        !matches!(self, Self::Invoice | Self::CreditNote)
    }

    /// Whether a receiver on the network can be registered for it.
    pub fn parse_on_network(text: &str) -> Result<Self, Fault> {
        match Self::parse(text)? {
            kind if kind.follows_up() => Err(Fault::new(&TYPE_NOT_ON_NETWORK)),
            kind => Ok(kind),
        }
    }
}

words! {
    DOCUMENT_TYPE = "document_type" {
        en: "\"{value}\" is not a type of document." => "Use invoice, credit_note, reminder, collection_notice, dunning, payment_request or enforcement_warning.",
        nb: "«{value}» er ikke en dokumenttype." => "Bruk invoice, credit_note, reminder, collection_notice, dunning, payment_request eller enforcement_warning.",
        sv: "”{value}” är inte en dokumenttyp." => "Använd invoice, credit_note, reminder, collection_notice, dunning, payment_request eller enforcement_warning.",
    }
    TYPE_NOT_ON_NETWORK = "document_type_not_on_network" {
        en: "No receiver on the network is registered for {value}." => "Use invoice or credit_note; what follows an invoice up goes other ways.",
        nb: "Ingen mottaker i nettverket er registrert for {value}." => "Bruk invoice eller credit_note; oppfølging av en faktura går andre veier.",
        sv: "Ingen mottagare i nätverket är registrerad för {value}." => "Använd invoice eller credit_note; uppföljning av en faktura går andra vägar.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_the_exchanges_in_small_letters() {
        for kind in Type::ALL {
            assert_eq!(kind.exchange_word().to_lowercase(), kind.word());
            assert_eq!(Type::parse(kind.word()), Ok(*kind));
            assert_eq!(kind.code(), if kind.is_credit_note() { "381" } else { "380" });
        }
    }

    #[test]
    fn only_two_types_are_for_the_network() {
        let on_network =
            Type::ALL.iter().filter(|kind| Type::parse_on_network(kind.word()).is_ok());
        assert_eq!(on_network.collect::<Vec<_>>(), [&Type::Invoice, &Type::CreditNote]);
    }
}
