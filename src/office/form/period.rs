//! A period, of a document or of a line.

use crate::domain::invoice::Period;
use crate::domain::time::parse_day;
use crate::office::protocol::door::Door;
use crate::office::protocol::request::form;
use crate::office::protocol::text::DayText;
use jiff::civil::Date;

form! {
    /// A period; one end may be missing.
    PeriodForm {
        /// First day (BT-73, BT-134).
        start: Option<DayText>,
        /// Last day (BT-74, BT-135).
        end: Option<DayText>,
    }
}

/// Parses a period; an empty one is none.
pub fn read_period(door: &mut Door, at: &str, form: Option<&PeriodForm>) -> Option<Period> {
    let form = form?;
    let mut day = |name: &str, given: Option<&DayText>| -> Option<Date> {
        door.optional(&format!("{at}/{name}"), given, parse_day)
    };
    let period =
        Period { start: day("start", form.start.as_ref()), end: day("end", form.end.as_ref()) };
    (period.start.is_some() || period.end.is_some()).then_some(period)
}
