//! Which rules are in force: the packs, their names and their days.
//!
//! What counts is the day of judging, not the document's own date. How a pack differs from the one
//! of today stands in the [rulebook](crate::peppol::rules::rulebook).

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
}
