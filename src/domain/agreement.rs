//! The consumer (B2C) agreement: one for eFaktura and Vipps, one for each organisation number.
//!
//! The state that counts is a pure function of what has happened and of the time asked about:
//! after the signature the exchange may need up to an hour to show it, and banks up to a day.

use crate::domain::contact::Email;
use crate::domain::time::minutes_after;
use crate::domain::words::words;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Minutes until the exchange shows a signed agreement, at the most.
pub const VISIBLE_MINUTES: i64 = 60;
/// Minutes until every bank has it, at the most.
pub const BANKS_MINUTES: i64 = 24 * 60;
/// Minutes between two looks at the exchange, at the least.
pub const POLL_MINUTES: i64 = 30;

/// What has happened to the agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Never ordered.
    #[default]
    None,
    /// Ordered here, on its way to the exchange.
    Ordered,
    /// The signatory has the mail with the approval link.
    MailSent,
    /// The signatory has approved.
    Signed,
    /// The exchange says that it is active.
    Active,
    /// The signatory declined, or the link expired.
    Declined,
    /// Another provider holds the agreement of this organisation number.
    HeldElsewhere,
    /// It has ended.
    Ended,
}

impl Step {
    /// The word in replies.
    pub const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Ordered => "ordered",
            Self::MailSent => "mail_sent",
            Self::Signed => "signed",
            Self::Active => "active",
            Self::Declined => "declined",
            Self::HeldElsewhere => "held_elsewhere",
            Self::Ended => "ended",
        }
    }
}

/// What can happen to an agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// Ordered by the company.
    Ordered,
    /// The exchange has mailed the signatory.
    MailSent,
    /// The signatory has approved.
    Signed,
    /// The exchange says that it is active; at once, where no other provider holds one.
    Activated,
    /// Declined or expired.
    Declined,
    /// Another provider holds it.
    HeldElsewhere,
    /// Ended.
    Ended,
}

/// The agreement of one company.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// What has happened.
    pub step: Step,
    /// Who signs for the company.
    pub signer_name: Option<String>,
    /// Where the approval link goes.
    pub signer_email: Option<Email>,
    /// When it was ordered.
    pub ordered_at: Option<Timestamp>,
    /// When it was signed, or reported active without a signature.
    pub signed_at: Option<Timestamp>,
    /// Who holds it instead, if known.
    pub holder: Option<String>,
}

impl Agreement {
    /// The step after an event, or none where the event makes no sense.
    pub const fn after(step: Step, event: Event) -> Option<Step> {
        use Step as S;
        match (step, event) {
            (S::None | S::Declined | S::Ended | S::HeldElsewhere, Event::Ordered) => {
                Some(S::Ordered)
            }
            // Told twice is told once: the exchange is polled, and hosts repeat themselves.
            (S::Ordered | S::MailSent, Event::MailSent) => Some(S::MailSent),
            (S::Ordered | S::MailSent | S::Signed, Event::Signed) => Some(S::Signed),
            (S::Ordered | S::MailSent | S::Signed | S::Active, Event::Activated) => Some(S::Active),
            (S::Ordered | S::MailSent, Event::Declined) => Some(S::Declined),
            (S::Ordered | S::MailSent | S::None, Event::HeldElsewhere) => Some(S::HeldElsewhere),
            (S::Signed | S::Active, Event::Ended) => Some(S::Ended),
            _ => None,
        }
    }

    /// The step at a moment: a signed agreement is active once the exchange must show it.
    pub fn at(&self, now: Timestamp) -> Step {
        match (self.step, self.visible_at()) {
            (Step::Signed, Some(visible)) if now >= visible => Step::Active,
            (step, _) => step,
        }
    }

    /// Whether consumers can be reached through it.
    pub fn is_active(&self, now: Timestamp) -> bool {
        self.at(now) == Step::Active
    }

    /// When the exchange shows it at the latest.
    pub fn visible_at(&self) -> Option<Timestamp> {
        self.signed_at.map(|signed| minutes_after(signed, VISIBLE_MINUTES))
    }

    /// When every bank has it at the latest.
    pub fn all_banks_at(&self) -> Option<Timestamp> {
        self.signed_at.map(|signed| minutes_after(signed, BANKS_MINUTES))
    }

    /// When the exchange may be asked again, while it is neither active nor ended.
    pub fn next_poll(&self, now: Timestamp) -> Option<Timestamp> {
        matches!(self.at(now), Step::Ordered | Step::MailSent | Step::Signed)
            .then(|| minutes_after(now, POLL_MINUTES))
    }

    /// The seeds' status text.
    pub const fn status_text(step: Step) -> &'static str {
        match step {
            Step::None => "Not ordered",
            Step::Ordered => "Ordered",
            Step::MailSent => "E-mail sent",
            Step::Signed => "Signed",
            Step::Active => "Active",
            Step::Declined => "Declined",
            Step::HeldElsewhere => "Held by another provider",
            Step::Ended => "Ended",
        }
    }
}

words! {
    AGREEMENT_EXISTS = "agreement_exists" {
        en: "{company} already has a consumer agreement ({state}), held by {holder}." => "Only one agreement per organisation number: wait for this one, or end it first.",
        nb: "{company} har allerede en B2C-avtale ({state}), hos {holder}." => "Bare én avtale per organisasjonsnummer: vent på denne, eller avslutt den først.",
        sv: "{company} har redan ett konsumentavtal ({state}), hos {holder}." => "Bara ett avtal per organisationsnummer: vänta på detta, eller avsluta det först.",
    }
    AGREEMENT_HELD = "agreement_held_elsewhere" {
        en: "Another provider holds the consumer agreement of {company}: {holder}." => "Order with move true: the signatory then signs to move it, and the old one must be ended.",
        nb: "En annen leverandør har B2C-avtalen til {company}: {holder}." => "Bestill med move true: da signerer signaturberettiget for å flytte den, og den gamle må avsluttes.",
        sv: "En annan leverantör har konsumentavtalet för {company}: {holder}." => "Beställ med move true: då signerar firmatecknaren för att flytta det, och det gamla måste avslutas.",
    }
    AGREEMENT_STATE = "agreement_state" {
        en: "The agreement is {state}; {event} cannot happen to it now." => "Look at agreement_get, and record what the exchange says in its order.",
        nb: "Avtalen er {state}; {event} kan ikke skje med den nå." => "Se agreement_get, og registrer det meldingssentralen sier i rekkefølge.",
        sv: "Avtalet är {state}; {event} kan inte hända det nu." => "Se agreement_get och registrera det tjänsten säger i ordning.",
    }
    B2C_OFF = "b2c_off" {
        en: "The function for consumer invoices is switched off for this company." => "Switch it on with company_configure and b2c true.",
        nb: "Funksjonen for fakturaer til forbrukere er slått av for dette firmaet." => "Slå den på med company_configure og b2c true.",
        sv: "Funktionen för konsumentfakturor är avstängd för detta företag." => "Slå på den med company_configure och b2c true.",
    }
    AGREEMENT_NORWAY_ONLY = "agreement_norway_only" {
        en: "eFaktura and Vipps are for Norwegian companies; this one is from {country}." => "Swedish companies reach consumers by e-mail and print for now.",
        nb: "eFaktura og Vipps er for norske firmaer; dette er fra {country}." => "Svenske firmaer når forbrukere med e-post og print inntil videre.",
        sv: "eFaktura och Vipps är för norska företag; detta är från {country}." => "Svenska företag når konsumenter med e-post och utskrift tills vidare.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signed() -> Agreement {
        let at = "2026-11-23T10:00:00Z".parse().unwrap();
        Agreement { step: Step::Signed, signed_at: Some(at), ..Agreement::default() }
    }

    #[test]
    fn a_signed_agreement_is_active_an_hour_later() {
        assert_eq!(signed().at("2026-11-23T10:59:59Z".parse().unwrap()), Step::Signed);
        assert_eq!(signed().at("2026-11-23T11:00:00Z".parse().unwrap()), Step::Active);
    }

    #[test]
    fn every_bank_has_it_a_day_later() {
        let all = signed().all_banks_at().unwrap();
        assert_eq!(all, "2026-11-24T10:00:00Z".parse().unwrap());
    }

    #[test]
    fn only_one_order_is_open_at_a_time() {
        for step in [Step::Ordered, Step::MailSent, Step::Signed, Step::Active] {
            assert_eq!(Agreement::after(step, Event::Ordered), None, "{step:?}");
        }
    }
}
