//! Which rules are in force: dated packs, and how each differs from the one of today.
//!
//! The rules of today are the data; what an older pack, or the pack of self-billing, has otherwise
//! is said here. What counts is the day of judging, not the document's own date.

use crate::domain::finding::Severity;
use crate::peppol::rules::billing::table::other;
use crate::peppol::rules::en16931::table::totals;
use crate::peppol::rules::rule::Rule;
use jiff::civil::{Date, date};

/// A release of the Peppol rules with the release of EN 16931 that goes with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pack {
    /// Peppol BIS Billing 3.0.20 with EN 16931 1.3.15.
    V3_0_20,
    /// Peppol BIS Billing 3.0.21 with EN 16931 1.3.16.
    V3_0_21,
    /// Peppol self-billing 3.0.2 with EN 16931 1.3.16.
    SelfBilling,
}

impl Pack {
    /// The packs that a caller can name.
    pub const ALL: [Self; 3] = [Self::V3_0_20, Self::V3_0_21, Self::SelfBilling];

    /// The pack that senders must follow on a day; before the first one, the oldest there is.
    pub fn in_force(day: Date) -> Self {
        if day < Self::V3_0_21.since() { Self::V3_0_20 } else { Self::V3_0_21 }
    }

    /// The first day of the pack.
    pub const fn since(self) -> Date {
        match self {
            Self::V3_0_20 => date(2026, 2, 23),
            Self::V3_0_21 | Self::SelfBilling => date(2026, 8, 17),
        }
    }

    /// Whether the day lies before the first pack, so that the oldest one stands in.
    pub fn is_stand_in(self, day: Date) -> bool {
        self == Self::V3_0_20 && day < self.since()
    }

    /// Its name: the Peppol release and the release of EN 16931.
    pub const fn name(self) -> &'static str {
        match self {
            Self::V3_0_20 => "3.0.20 + 1.3.15",
            Self::V3_0_21 => "3.0.21 + 1.3.16",
            Self::SelfBilling => "self-billing 3.0.2 + 1.3.16",
        }
    }

    /// Its release alone.
    pub const fn release(self) -> &'static str {
        match self {
            Self::V3_0_20 => "3.0.20",
            Self::V3_0_21 => "3.0.21",
            Self::SelfBilling => "self-billing 3.0.2",
        }
    }

    /// The pack that goes by a name or a release.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pack| pack.name() == name || pack.release() == name)
    }

    /// The severity of a rule in this pack; none where the pack does not have it.
    pub fn severity(self, code: &str, usual: Severity) -> Option<Severity> {
        let here = match self {
            Self::V3_0_21 => !ONLY_IN_3_0_20.contains(&code),
            Self::V3_0_20 => !NEW_IN_3_0_21.contains(&code),
            Self::SelfBilling => !(ONLY_IN_3_0_20.contains(&code) || is_national(code)),
        };
        let milder = self == Self::V3_0_20 && WARNINGS_IN_3_0_20.contains(&code);
        here.then_some(if milder { Severity::Warning } else { usual })
    }

    /// How this pack words a rule.
    pub fn worded(self, rule: &'static Rule) -> &'static Rule {
        let others = match self {
            Self::V3_0_21 => return rule,
            Self::V3_0_20 => other::OLDER,
            Self::SelfBilling => other::SELF_BILLING,
        };
        let code = rule.words.code;
        others.iter().find(|other| other.words.code == code).copied().unwrap_or(rule)
    }
}

/// Rules that 3.0.20 with 1.3.15 did not have, or that could not fire there.
const NEW_IN_3_0_21: &[&str] = &[
    "UBL-SR-56",
    "UBL-CR-674",
    "PEPPOL-COMMON-R054",
    "PEPPOL-COMMON-R055",
    "PEPPOL-COMMON-R056-1",
    "PEPPOL-COMMON-R056-2",
    "PEPPOL-COMMON-R057",
    "DE-R-T02",
];

/// Rules that have gone since.
const ONLY_IN_3_0_20: &[&str] = &[totals::BR_CO_25.words.code];

/// Rules that are fatal today.
const WARNINGS_IN_3_0_20: &[&str] =
    &["PEPPOL-COMMON-R052", "PEPPOL-COMMON-R053", "DK-R-017", "DK-R-003"];

/// Rules that self-billing leaves out.
fn is_national(code: &str) -> bool {
    matches!(code.get(2..4), Some("-R" | "-S")) && !code.starts_with("BR")
        || code == "PEPPOL-EN16931-P0112"
}
