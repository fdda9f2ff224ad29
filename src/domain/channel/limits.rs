//! What each channel takes, as one table; the preflight reads it before anything leaves.

pub mod attachments;

use crate::domain::account::{Account, Kid};
use crate::domain::channel::sentences::{
    ACCOUNT_NOT_NORWEGIAN, CURRENCY_NOT_TAKEN, DUE_DATE_MISSING, DUE_TOO_FAR, DUE_TOO_NEAR,
    REFERENCE_NOT_KID, VIPPS_CREDIT_NOTE, VIPPS_NOTHING_TO_PAY,
};
use crate::domain::channel::{Channel, Sheet};
use crate::domain::finding::Fault;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// The limits of one channel.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The channel
    pub channel: Channel,
    /// Days from today to the due date, at the least
    pub due_days_least: Option<i32>,
    /// Days from today to the due date, at the most
    pub due_days_most: Option<i32>,
    /// Whether it takes credit notes
    pub credit_notes: bool,
    /// Whether there must be something to pay
    pub wants_payable: bool,
    /// Whether it pays to Norwegian accounts only, as account number or IBAN
    pub norwegian_account: bool,
    /// The only currency it takes
    pub currency: Option<&'static str>,
    /// Whether a payment reference must be a KID
    pub kid: bool,
}

const fn all(channel: Channel) -> Limits {
    Limits {
        channel,
        due_days_least: None,
        due_days_most: None,
        credit_notes: true,
        wants_payable: false,
        norwegian_account: false,
        currency: None,
        kid: false,
    }
}

/// Net bank: all types of document; one that falls due in less than four days is refused (as
/// Tripletex documents it for the same exchange).
pub const EFAKTURA: Limits = Limits {
    due_days_least: Some(4),
    norwegian_account: true,
    currency: Some("NOK"),
    ..all(Channel::Efaktura)
};

/// Vipps: three days to a year, something to pay in øre, a KID; all types of document but credit
/// notes (Vipps invoice API).
pub const VIPPS: Limits = Limits {
    due_days_least: Some(3),
    due_days_most: Some(365),
    credit_notes: false,
    wants_payable: true,
    norwegian_account: true,
    currency: Some("NOK"),
    kid: true,
    ..all(Channel::Vipps)
};

/// The whole table; what is missing here has no such limits.
pub const TABLE: &[Limits] = &[EFAKTURA, VIPPS];

/// Why the net bank does not take a document today, if it does not.
pub fn efaktura(sheet: &Sheet<'_>, today: Date) -> Option<Fault> {
    broken(&EFAKTURA, sheet, today)
}

/// Why Vipps does not take a document today, if it does not.
pub fn vipps(sheet: &Sheet<'_>, today: Date) -> Option<Fault> {
    broken(&VIPPS, sheet, today)
}

fn broken(limits: &Limits, sheet: &Sheet<'_>, today: Date) -> Option<Fault> {
    if let Some(fault) = money(limits, sheet) {
        return Some(fault);
    }
    if sheet.document.is_credit_note() {
        return (!limits.credit_notes).then(|| Fault::new(&VIPPS_CREDIT_NOTE));
    }
    if limits.wants_payable && sheet.payable.is_some_and(|payable| payable <= Decimal::ZERO) {
        return Some(Fault::new(&VIPPS_NOTHING_TO_PAY));
    }
    let norwegian = |account: &Account| match account {
        Account::Norwegian(_) => true,
        Account::Iban(iban) => iban.starts_with("NO"),
        Account::Bankgiro(_) | Account::Plusgiro(_) | Account::Other(_) => false,
    };
    if limits.norwegian_account && sheet.account.is_some_and(|account| !norwegian(account)) {
        let channel = limits.channel.word();
        return Some(Fault::new(&ACCOUNT_NOT_NORWEGIAN).with("channel", channel));
    }
    // Without an amount nothing of the document is known yet.
    sheet.payable?;
    due_date(limits, sheet.due_date, today)
}

fn money(limits: &Limits, sheet: &Sheet<'_>) -> Option<Fault> {
    let said = |words| Fault::new(words).with("channel", limits.channel.word());
    let other = |currency: &&str| sheet.currency.is_some_and(|own| own.code() != *currency);
    if let Some(currency) = limits.currency.filter(other) {
        return Some(said(&CURRENCY_NOT_TAKEN).with("currency", currency));
    }
    let kid = |reference: &str| Kid::parse(reference).is_ok();
    let asked_for = limits.kid && !sheet.document.is_credit_note();
    let wrong = asked_for && sheet.reference.is_some_and(|reference| !kid(reference));
    wrong.then(|| said(&REFERENCE_NOT_KID))
}

fn due_date(limits: &Limits, due: Option<Date>, today: Date) -> Option<Fault> {
    let said = |words| Fault::new(words).with("channel", limits.channel.word());
    let Some(due) = due else { return Some(said(&DUE_DATE_MISSING)) };
    let days = today.until(due).map_or(i32::MAX, |span| span.get_days());
    match (limits.due_days_least, limits.due_days_most) {
        (Some(least), _) if days < least => {
            Some(said(&DUE_TOO_NEAR).with("due", due).with("days", least))
        }
        (_, Some(most)) if days > most => {
            Some(said(&DUE_TOO_FAR).with("due", due).with("days", most))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::invoice::Type;
    use jiff::civil::date;

    fn sheet(due: Option<Date>) -> Sheet<'static> {
        let payable = Some(Decimal::ONE_HUNDRED);
        Sheet { payable, due_date: due, ..Sheet::any(Type::Invoice) }
    }

    #[test]
    fn due_dates_are_counted_in_days_from_today() {
        let today = date(2026, 11, 23);
        let code = |found: Option<Fault>| found.map(|fault| fault.words.code);
        let near = Some("channel_due_date_too_near");
        let far = Some("channel_due_date_too_far");
        assert_eq!(code(efaktura(&sheet(Some(date(2026, 11, 26))), today)), near);
        assert_eq!(code(efaktura(&sheet(Some(date(2026, 11, 27))), today)), None);
        assert_eq!(code(vipps(&sheet(Some(date(2026, 11, 25))), today)), near);
        assert_eq!(code(vipps(&sheet(Some(date(2026, 11, 26))), today)), None);
        assert_eq!(code(vipps(&sheet(Some(date(2027, 11, 23))), today)), None);
        assert_eq!(code(vipps(&sheet(Some(date(2027, 11, 24))), today)), far);
        assert_eq!(code(vipps(&sheet(None), today)), Some("channel_due_date_missing"));
        // What already fell due is too near, however long ago.
        assert_eq!(code(efaktura(&sheet(Some(date(2020, 1, 1))), today)), near);
    }
}
