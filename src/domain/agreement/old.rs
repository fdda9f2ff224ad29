//! The agreements from before 2018-12-20, when eFaktura and Vipps had one each, and what became of
//! them that day: both go on as one; eFaktura's takes in Vipps; Vipps' own ends.

use crate::domain::named::named;
use crate::domain::time::norwegian_day;
use crate::domain::words::words;
use jiff::Timestamp;
use jiff::civil::{Date, date};

/// The day on which one agreement took the place of two, in Norway.
pub const ONE_AGREEMENT: Date = date(2018, 12, 20);

named! {
    /// What a company had agreed on before.
    pub enum Old {
        /// eFaktura and Vipps: nothing to do
        Both = "both",
        /// eFaktura only: Vipps comes with it from the day on
        Efaktura = "efaktura",
        /// Vipps only: it ends on the day, and a new agreement must be made
        Vipps = "vipps",
    }
}

/// Through what consumers can be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// The net bank
    pub efaktura: bool,
    /// Vipps
    pub vipps: bool,
}

impl Coverage {
    /// No way.
    pub const NOTHING: Self = Self { efaktura: false, vipps: false };
    /// Both ways, as the one agreement has it.
    pub const BOTH: Self = Self { efaktura: true, vipps: true };
}

impl Old {
    /// What it covers at a moment.
    pub fn covers(self, now: Timestamp) -> Coverage {
        let one = norwegian_day(now) >= ONE_AGREEMENT;
        match self {
            Self::Both => Coverage::BOTH,
            Self::Efaktura => Coverage { efaktura: true, vipps: one },
            Self::Vipps => Coverage { efaktura: false, vipps: !one },
        }
    }

    /// Whether it covers anything at a moment.
    pub fn is_active(self, now: Timestamp) -> bool {
        self.covers(now) != Coverage::NOTHING
    }

    /// Whether it is the one agreement that there may be.
    pub const fn goes_on(self) -> bool {
        !matches!(self, Self::Vipps)
    }
}

words! {
    OLD_KIND = "old_agreement_kind" {
        en: "\"{value}\" is not an agreement from before 2018-12-20." => "Use both, efaktura or vipps.",
        nb: "«{value}» er ikke en avtale fra før 20.12.2018." => "Bruk both, efaktura eller vipps.",
        sv: "”{value}” är inte ett avtal från före 2018-12-20." => "Använd both, efaktura eller vipps.",
    }
    OLD_EVENT = "old_agreement_event" {
        en: "old and without_vipps belong to the event carried_over only." => "Leave them out, or record carried_over.",
        nb: "old og without_vipps hører bare sammen med hendelsen carried_over." => "Utelat dem, eller registrer carried_over.",
        sv: "old och without_vipps hör bara ihop med händelsen carried_over." => "Utelämna dem, eller registrera carried_over.",
    }
    VIPPS_INCLUDED = "vipps_included" {
        en: "From 2018-12-20 the eFaktura agreement includes Vipps." => "Nothing to do; to leave Vipps out, record carried_over with without_vipps true.",
        nb: "Fra 20.12.2018 omfatter eFaktura-avtalen også Vipps." => "Ingenting å gjøre; for å utelate Vipps, registrer carried_over med without_vipps true.",
        sv: "Från 2018-12-20 omfattar eFaktura-avtalet även Vipps." => "Inget att göra; för att utelämna Vipps, registrera carried_over med without_vipps true.",
    }
    VIPPS_ENDED = "vipps_agreement_ends" {
        en: "The old Vipps agreement ends on 2018-12-20." => "Order the agreement for eFaktura and Vipps with agreement_order.",
        nb: "Den gamle Vipps-avtalen opphører 20.12.2018." => "Bestill avtalen for eFaktura og Vipps med agreement_order.",
        sv: "Det gamla Vipps-avtalet upphör 2018-12-20." => "Beställ avtalet för eFaktura och Vipps med agreement_order.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_begins_at_midnight_in_oslo() {
        let before: Timestamp = "2018-12-19T22:59:59Z".parse().unwrap();
        let after: Timestamp = "2018-12-19T23:00:00Z".parse().unwrap();
        assert_eq!(Old::Both.covers(before), Coverage::BOTH);
        assert_eq!(Old::Both.covers(after), Coverage::BOTH);
        assert_eq!(Old::Efaktura.covers(before), Coverage { efaktura: true, vipps: false });
        assert_eq!(Old::Efaktura.covers(after), Coverage::BOTH);
        assert_eq!(Old::Vipps.covers(before), Coverage { efaktura: false, vipps: true });
        assert_eq!(Old::Vipps.covers(after), Coverage::NOTHING);
    }
}
