//! The rulebook: what the engine judges by. It knows no rule itself, and gets them all from here.
//!
//! The rules of today are the data; what an older pack, or the pack of self-billing, has otherwise
//! is said here.

use crate::peppol::rules::billing::table::other;
use crate::peppol::rules::edition::Edition;
use crate::peppol::rules::en16931::table::path::PATHS;
use crate::peppol::rules::en16931::table::totals;
use crate::peppol::rules::facts::Facts;
use crate::peppol::rules::look::Document;
use crate::peppol::rules::pack::Pack;
use crate::peppol::rules::structure::Map;
use crate::peppol::rules::walk::{Judged, walk};
use crate::peppol::rules::{billing, en16931};
use std::sync::LazyLock;

static PATH_MAP: LazyLock<Map> = LazyLock::new(|| Map::of(PATHS));

/// The facts of a document that has not been read yet.
pub fn facts() -> Facts {
    Facts::new(&PATH_MAP)
}

/// Judges a document by all rules of its pack: EN 16931, then Peppol.
pub fn judge(document: &Document<'_>) -> [Judged; 2] {
    walk(document, edition(document.pack), en16931::judge, billing::judge)
}

/// How a pack has the rules.
pub const fn edition(pack: Pack) -> &'static Edition {
    match pack {
        Pack::V3_0_20 => &V3_0_20,
        Pack::V3_0_21 => &V3_0_21,
        Pack::SelfBilling => &SELF_BILLING,
    }
}

static V3_0_20: Edition = Edition {
    lacks: |code| NEW_IN_3_0_21.contains(&code),
    warnings: WARNINGS_IN_3_0_20,
    reworded: other::OLDER,
};

static V3_0_21: Edition =
    Edition { lacks: |code| ONLY_IN_3_0_20.contains(&code), warnings: &[], reworded: &[] };

static SELF_BILLING: Edition = Edition {
    lacks: |code| ONLY_IN_3_0_20.contains(&code) || is_national(code),
    warnings: &[],
    reworded: other::SELF_BILLING,
};

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
