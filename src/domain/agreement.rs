//! The consumer (B2C) agreement: one for eFaktura and Vipps, one for each organisation number.
//!
//! The state that counts is a pure function of what has happened and of the time asked about:
//! after the signature the exchange may need up to an hour to show it, and banks up to a day. The
//! agreements from before 2018-12-20, when eFaktura and Vipps had one each, live on by their own
//! rules until a new one takes their place ([`old`]).

mod capture;
mod kid;
mod old;

pub use capture::{
    ALL as CAPTURE, CAPTURE_ACCOUNT, Capture, Positions, REFERENCE_NOT_CUSTOMER, parse_kid_length,
};
pub use kid::{ALL as KID, KID_ABSENT};
pub use old::{
    ALL as OLD, Coverage, OLD_EVENT, OLD_KIND, ONE_AGREEMENT, Old, VIPPS_ENDED, VIPPS_INCLUDED,
};

use crate::domain::contact::Email;
use crate::domain::machine::Machine;
use crate::domain::named::named;
use crate::domain::time::minutes_after;
use crate::domain::words::{Language, words};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Minutes until the exchange shows a signed agreement, at the most.
pub const VISIBLE_MINUTES: i64 = 60;
/// Minutes until every bank has it, at the most.
pub const BANKS_MINUTES: i64 = 24 * 60;
/// Minutes between two looks at the exchange, at the least.
pub const POLL_MINUTES: i64 = 30;

named! {
    /// What has happened to the agreement.
    #[derive(Default)]
    pub enum Step {
        /// Never ordered.
        #[default]
        None = "none",
        /// Ordered here, on its way to the exchange.
        Ordered = "ordered",
        /// The signatory has the mail with the approval link.
        MailSent = "mail_sent",
        /// The signatory has approved.
        Signed = "signed",
        /// The exchange says that it is active.
        Active = "active",
        /// The signatory declined, or the link expired.
        Declined = "declined",
        /// Another provider holds the agreement of this organisation number.
        HeldElsewhere = "held_elsewhere",
        /// Its end has been ordered here; no consumer is reached through it any more.
        Ending = "ending",
        /// It has ended.
        Ended = "ended",
    }
}

named! {
    /// What can happen to an agreement.
    pub enum Event {
        /// Ordered by the company.
        Ordered = "ordered",
        /// The exchange has mailed the signatory.
        MailSent = "mail_sent",
        /// The signatory has approved.
        Signed = "signed",
        /// An hour has passed since the signature.
        Visible = "visible",
        /// The exchange says that it is active; at once, where no other provider holds one.
        Activated = "active",
        /// Declined or expired.
        Declined = "declined",
        /// Another provider holds it.
        HeldElsewhere = "held_elsewhere",
        /// The company wants it to end.
        EndOrdered = "end_ordered",
        /// The exchange does not end it.
        EndRefused = "end_refused",
        /// Ended.
        Ended = "ended",
    }
}

/// The agreement's life. What the exchange tells twice is told once: it is polled, and hosts repeat
/// themselves.
pub const AGREEMENT: Machine<Step, Event> = Machine {
    name: "consumer agreement",
    arrows: &[
        (Step::None, Event::Ordered, Step::Ordered),
        (Step::None, Event::HeldElsewhere, Step::HeldElsewhere),
        (Step::Ordered, Event::MailSent, Step::MailSent),
        (Step::Ordered, Event::Signed, Step::Signed),
        (Step::Ordered, Event::Activated, Step::Active),
        (Step::Ordered, Event::Declined, Step::Declined),
        (Step::Ordered, Event::HeldElsewhere, Step::HeldElsewhere),
        (Step::MailSent, Event::MailSent, Step::MailSent),
        (Step::MailSent, Event::Signed, Step::Signed),
        (Step::MailSent, Event::Activated, Step::Active),
        (Step::MailSent, Event::Declined, Step::Declined),
        (Step::MailSent, Event::HeldElsewhere, Step::HeldElsewhere),
        (Step::Signed, Event::Signed, Step::Signed),
        (Step::Signed, Event::Visible, Step::Active),
        (Step::Signed, Event::Activated, Step::Active),
        (Step::Signed, Event::Ended, Step::Ended),
        (Step::Active, Event::Activated, Step::Active),
        (Step::Active, Event::EndOrdered, Step::Ending),
        (Step::Active, Event::Ended, Step::Ended),
        (Step::Declined, Event::Ordered, Step::Ordered),
        (Step::HeldElsewhere, Event::Ordered, Step::Ordered),
        (Step::Ending, Event::EndRefused, Step::Active),
        (Step::Ending, Event::Ended, Step::Ended),
        (Step::Ended, Event::Ended, Step::Ended),
        (Step::Ended, Event::Ordered, Step::Ordered),
    ],
};

/// The agreement of one company.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
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
    /// Whether the exchange made it active without a signature.
    pub at_once: bool,
    /// When the exchange was asked last.
    pub polled_at: Option<Timestamp>,
    /// Who holds it instead, if known.
    pub holder: Option<String>,
    /// Agreement capture with OCR.
    pub capture: Option<Capture>,
    /// The agreement from before there was one for both.
    pub old: Option<Old>,
    /// The company does not want its documents in Vipps.
    pub without_vipps: bool,
}

impl Agreement {
    /// The step at a moment: a signed agreement is active once the exchange must show it.
    pub fn at(&self, now: Timestamp) -> Step {
        let visible = self.visible_at().is_some_and(|visible| now >= visible);
        let seen = AGREEMENT.next(self.step, Event::Visible).filter(|_| visible);
        seen.unwrap_or(self.step)
    }

    /// What consumers can be reached through at a moment.
    pub fn covers(&self, now: Timestamp) -> Coverage {
        let covers = match (self.at(now), self.old) {
            (Step::Active, _) => Coverage::BOTH,
            (Step::Ending | Step::Ended, _) | (_, None) => Coverage::NOTHING,
            (_, Some(old)) => old.covers(now),
        };
        Coverage { vipps: covers.vipps && !self.without_vipps, ..covers }
    }

    /// The step after an event, or none where the event makes no sense. An old agreement for
    /// eFaktura is the one agreement that there may be.
    pub fn after(&self, event: Event, now: Timestamp) -> Option<Step> {
        let old = self.old.filter(|old| self.step == Step::None && old.is_active(now));
        let step = match (old, event) {
            // The new agreement takes the place of one that ends.
            (Some(old), Event::Ordered) if !old.goes_on() => self.step,
            (Some(_), _) => Step::Active,
            (None, Event::EndOrdered) => self.at(now),
            (None, _) => self.step,
        };
        let next = AGREEMENT.next(step, event);
        // An old agreement that is not ended after all is what it was.
        let refused = event == Event::EndRefused && self.old.is_some();
        if refused { next.map(|_| Step::None) } else { next }
    }

    /// Lets an event happen; false where it makes no sense, and nothing has changed then. With the
    /// end of it the agreement from before is over too.
    pub fn happen(&mut self, event: Event, now: Timestamp) -> bool {
        let Some(step) = self.after(event, now) else { return false };
        self.step = step;
        if event == Event::Ended {
            self.old = None;
        }
        true
    }

    /// The state in replies: an old agreement is active or ended.
    pub fn state(&self, now: Timestamp) -> Step {
        match (self.at(now), self.old) {
            (Step::None, Some(old)) if old.covers(now) == Coverage::NOTHING => Step::Ended,
            (Step::None, Some(_)) => Step::Active,
            (step, _) => step,
        }
    }

    /// When the exchange shows it at the latest.
    pub fn visible_at(&self) -> Option<Timestamp> {
        self.signed_at.map(|signed| minutes_after(signed, VISIBLE_MINUTES))
    }

    /// When every bank has it at the latest.
    pub fn all_banks_at(&self) -> Option<Timestamp> {
        self.signed_at.map(|signed| minutes_after(signed, BANKS_MINUTES))
    }

    /// When the exchange may be asked again, while the agreement is neither active nor ended: half
    /// an hour after it was asked last.
    pub fn next_poll(&self, now: Timestamp) -> Option<Timestamp> {
        let open = matches!(self.at(now), Step::Ordered | Step::MailSent | Step::Signed);
        let last = self.polled_at.or(self.ordered_at).unwrap_or(now);
        // A clock that was set back must not stop the polling for ever.
        open.then(|| if last > now { now } else { minutes_after(last, POLL_MINUTES) })
    }

    /// The seeds' status text.
    pub const fn status_text(step: Step, language: Language) -> &'static str {
        let said = match step {
            Step::None => ["Not ordered", "Ikke bestilt", "Inte beställt"],
            Step::Ordered => ["Ordered", "Bestilt", "Beställt"],
            Step::MailSent => ["E-mail sent", "E-postmelding sendt", "E-post skickad"],
            Step::Signed => ["Signed", "Signert", "Signerat"],
            Step::Active => ["Active", "Aktiv", "Aktivt"],
            Step::Declined => ["Declined", "Avslått", "Avböjt"],
            Step::HeldElsewhere => {
                ["Held by another provider", "Hos en annen leverandør", "Hos en annan leverantör"]
            }
            Step::Ending => ["Being ended", "Under avslutning", "Avslutas"],
            Step::Ended => ["Ended", "Avsluttet", "Avslutat"],
        };
        let [en, nb, sv] = said;
        match language {
            Language::En => en,
            Language::Nb => nb,
            Language::Sv => sv,
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
        en: "Another provider ({holder}) holds the consumer agreement of {company}." => "Order with move true: the signatory then signs to move it, and the old one must be ended.",
        nb: "En annen leverandør ({holder}) har B2C-avtalen til {company}." => "Bestill med move true: da signerer signaturberettiget for å flytte den, og den gamle må avsluttes.",
        sv: "En annan leverantör ({holder}) har konsumentavtalet för {company}." => "Beställ med move true: då signerar firmatecknaren för att flytta det, och det gamla måste avslutas.",
    }
    AGREEMENT_STATE = "agreement_state" {
        en: "The agreement is {state}; {event} cannot happen to it now." => "Look at agreement_get, and record what the exchange says in its order.",
        nb: "Avtalen er {state}; {event} kan ikke skje med den nå." => "Se agreement_get, og registrer det meldingssentralen sier i rekkefølge.",
        sv: "Avtalet är {state}; {event} kan inte hända det nu." => "Se agreement_get och registrera det tjänsten säger i ordning.",
    }
    AGREEMENT_NOT_ACTIVE = "agreement_not_active" {
        en: "The agreement is {state}; only an active one can be ended." => "Look at agreement_get; an open order is called off by the signatory.",
        nb: "Avtalen er {state}; bare en aktiv avtale kan avsluttes." => "Se agreement_get; en åpen bestilling stoppes av den som skal signere.",
        sv: "Avtalet är {state}; bara ett aktivt avtal kan avslutas." => "Se agreement_get; en öppen beställning stoppas av den som ska signera.",
    }
    END_NOT_CONFIRMED = "confirmation_missing" {
        en: "Ending the agreement closes eFaktura and Vipps for all customers, and nobody has confirmed it." => "Ask the user, and send confirm true.",
        nb: "Avsluttes avtalen, stenges eFaktura og Vipps for alle kunder, og ingen har bekreftet det." => "Spør brukeren, og send confirm true.",
        sv: "Avslutas avtalet stängs eFaktura och Vipps för alla kunder, och ingen har bekräftat det." => "Fråga användaren och skicka confirm true.",
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

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn signed() -> Agreement {
        let signed_at = Some(at("2026-11-23T10:00:00Z"));
        Agreement { step: Step::Signed, signed_at, ..Agreement::default() }
    }

    #[test]
    fn a_signed_agreement_is_active_an_hour_later() {
        assert_eq!(signed().at(at("2026-11-23T10:59:59.999999Z")), Step::Signed);
        assert_eq!(signed().at(at("2026-11-23T11:00:00Z")), Step::Active);
        assert_eq!(signed().covers(at("2026-11-23T10:59:59Z")), Coverage::NOTHING);
        assert_eq!(signed().covers(at("2026-11-23T11:00:00Z")), Coverage::BOTH);
    }

    #[test]
    fn every_bank_has_it_a_day_later() {
        assert_eq!(signed().all_banks_at(), Some(at("2026-11-24T10:00:00Z")));
    }

    #[test]
    fn an_hour_is_an_hour_when_the_clocks_change() {
        // In Oslo the night of 25 October 2026 has three o'clock twice.
        let signed_at = Some(at("2026-10-25T00:30:00Z"));
        let signed = Agreement { step: Step::Signed, signed_at, ..Agreement::default() };
        assert_eq!(signed.at(at("2026-10-25T01:29:59Z")), Step::Signed);
        assert_eq!(signed.at(at("2026-10-25T01:30:00Z")), Step::Active);
    }

    #[test]
    fn the_exchange_is_asked_every_half_hour_at_the_most() {
        let polled_at = Some(at("2026-11-23T10:00:00Z"));
        let open = Agreement { step: Step::MailSent, polled_at, ..Agreement::default() };
        let next = |now| open.next_poll(at(now));
        assert_eq!(next("2026-11-23T10:29:59Z"), Some(at("2026-11-23T10:30:00Z")));
        assert_eq!(next("2026-11-23T18:00:00Z"), Some(at("2026-11-23T10:30:00Z")));
        assert_eq!(next("2026-11-23T08:00:00Z"), Some(at("2026-11-23T08:00:00Z")));
        let active = Agreement { step: Step::Active, ..open };
        assert_eq!(active.next_poll(at("2026-11-23T18:00:00Z")), None);
    }

    #[test]
    fn only_one_order_is_open_at_a_time() {
        for step in [Step::Ordered, Step::MailSent, Step::Signed, Step::Active, Step::Ending] {
            assert_eq!(AGREEMENT.next(step, Event::Ordered), None, "{step:?}");
        }
    }
}
