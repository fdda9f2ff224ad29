//! EN 16931, payment: means, accounts, cards.

use crate::peppol::rules::en16931::check::*;
use crate::peppol::rules::rule::{Rule, rules};
use crate::peppol::schema::id::*;
rules! {
    BR_49 = "BR-49" Fatal ["BG-16", "BT-81"] shows Nothing,
        if |at| Ok(at.has(&[CBC_PAYMENT_MEANS_CODE])) => {
        en: "Payment details are given without saying how to pay." => "Fill in PaymentMeansCode, such as 30 or 58 for a credit transfer.",
        nb: "Betalingsopplysninger er gitt uten å si hvordan det skal betales." => "Fyll ut PaymentMeansCode, for eksempel 30 eller 58 for bankoverføring.",
        sv: "Betalningsuppgifter är angivna utan att säga hur det ska betalas." => "Fyll i PaymentMeansCode, till exempel 30 eller 58 för banköverföring.",
    }
    BR_61 = "BR-61" Fatal ["BT-81", "BT-84"] shows Nothing,
        if |at| br_61(at) => {
        en: "A credit transfer (30 or 58) names no account to pay to." => "Add PayeeFinancialAccount with the account, or change the means code.",
        nb: "En bankoverføring (30 eller 58) oppgir ingen konto å betale til." => "Legg til PayeeFinancialAccount med kontoen, eller endre betalingskoden.",
        sv: "En banköverföring (30 eller 58) anger inget konto att betala till." => "Lägg till PayeeFinancialAccount med kontot, eller ändra betalningskoden.",
    }
    BR_50 = "BR-50" Fatal ["BG-17", "BT-84"] shows Nothing,
        if |at| at.filled(&[CBC_ID]) => {
        en: "A credit transfer is asked for, but the account to pay to is blank." => "Fill in the account number in the payee account's ID.",
        nb: "Det bes om bankoverføring, men kontoen det skal betales til er blank." => "Fyll ut kontonummeret i ID på mottakerens konto.",
        sv: "Banköverföring begärs, men kontot att betala till är blankt." => "Fyll i kontonumret i ID på mottagarens konto.",
    }
    BR_51 = "BR-51" Warning ["BT-87"] shows Nothing,
        if |at| br_51(at) => {
        en: "More of the card number is shown than the card industry allows." => "Show at most ten characters of it: the first six digits and the last four.",
        nb: "Mer av kortnummeret vises enn kortbransjens regler tillater." => "Vis høyst ti tegn av det: de seks første sifrene og de fire siste.",
        sv: "Mer av kortnumret visas än vad kortbranschens regler tillåter." => "Visa högst tio tecken av det: de sex första siffrorna och de fyra sista.",
    }
}

/// Payment means: the rules of this context, in order.
pub static PAYMENT_MEANS: &[&Rule] = &[&BR_49, &BR_61];

/// Payee account: the rules of this context, in order.
pub static PAYEE_ACCOUNT: &[&Rule] = &[&BR_50];

/// Card number: the rules of this context, in order.
pub static CARD_NUMBER: &[&Rule] = &[&BR_51];
