//! The rule pack that a request names.

use crate::domain::finding::{Fault, Finding};
use crate::domain::time::norwegian_day;
use crate::domain::words::words;
use crate::office::protocol::door::Door;
use crate::office::protocol::text::DayText;
use crate::peppol::rules::pack::Pack;
use jiff::Timestamp;
use jiff::civil::Date;

/// The pack that a request asks for, with the day that it was chosen by: without either it is the
/// day at `now`.
pub fn rules(
    door: &mut Door,
    pack: Option<&String>,
    day: Option<&DayText>,
    now: Timestamp,
) -> Option<(Pack, Option<Date>)> {
    let named = door
        .optional("/pack", pack, |name| Pack::named(name).ok_or(Fault::new(&RULE_PACK_UNKNOWN)));
    let day_given = door.optional("/day", day, |text| {
        text.parse::<Date>().map_err(|_| Fault::new(&RULE_DAY_UNREADABLE))
    });
    if pack.is_some() && day.is_some() {
        door.report(Finding::fatal(&RULE_PACK_AND_DAY).at("/day"));
    }
    match (named, day_given) {
        (Some(pack), _) => Some((pack, None)),
        (None, given) => {
            let day = given.unwrap_or_else(|| norwegian_day(now));
            Some((Pack::in_force(day), Some(day)))
        }
    }
}

words! {
    RULE_PACK_UNKNOWN = "rule_pack_unknown" {
        en: "\"{value}\" is no pack of rules known here." => "Give 3.0.20, 3.0.21 or self-billing 3.0.2, or a day instead.",
        nb: "«{value}» er ingen regelpakke som er kjent her." => "Oppgi 3.0.20, 3.0.21 eller self-billing 3.0.2, eller en dag i stedet.",
        sv: "”{value}” är inget regelpaket som är känt här." => "Ange 3.0.20, 3.0.21 eller self-billing 3.0.2, eller en dag i stället.",
    }
    RULE_DAY_UNREADABLE = "rule_day_unreadable" {
        en: "\"{value}\" is no day." => "Give the day as 2026-08-17.",
        nb: "«{value}» er ingen dag." => "Oppgi dagen som 2026-08-17.",
        sv: "”{value}” är ingen dag." => "Ange dagen som 2026-08-17.",
    }
    RULE_PACK_AND_DAY = "rule_pack_and_day" {
        en: "Both a pack and a day are given, and each says which rules count." => "Give one of them.",
        nb: "Både en pakke og en dag er oppgitt, og hver av dem sier hvilke regler som gjelder." => "Oppgi én av dem.",
        sv: "Både ett paket och en dag är angivna, och vart och ett säger vilka regler som gäller." => "Ange ett av dem.",
    }
}
