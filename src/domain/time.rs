//! Dates and moments. A moment is UTC; a legal day is the one of the company's own country.

use crate::domain::country::Country;
use crate::domain::finding::Fault;
use crate::domain::words::words;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

/// A calendar day, `YYYY-MM-DD`, between the years 1900 and 2200.
pub fn parse_day(text: &str) -> Result<Date, Fault> {
    let shape = text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let day = text.parse::<Date>().ok().filter(|_| shape);
    let day = day.ok_or(Fault::new(&DATE_UNREADABLE))?;
    if (1900..=2200).contains(&day.year()) { Ok(day) } else { Err(Fault::new(&DATE_UNREADABLE)) }
}

/// A moment in RFC 3339 with a zone (`2026-11-23T10:00:00Z`).
pub fn parse_moment(text: &str) -> Result<Timestamp, Fault> {
    let moment = text.parse::<Timestamp>().map_err(|_| Fault::new(&MOMENT_UNREADABLE))?;
    let year = moment.to_zoned(TimeZone::UTC).year();
    if (1900..=2200).contains(&year) { Ok(moment) } else { Err(Fault::new(&MOMENT_UNREADABLE)) }
}

/// The legal day at `now` where the company sits: midnight is Oslo's or Stockholm's, not UTC's.
pub fn legal_day(now: Timestamp, country: &Country) -> Date {
    now.to_zoned(zone(country)).date()
}

fn zone(country: &Country) -> TimeZone {
    match country.code() {
        "SE" => jiff::tz::get!("Europe/Stockholm"),
        "DK" => jiff::tz::get!("Europe/Copenhagen"),
        "FI" => jiff::tz::get!("Europe/Helsinki"),
        _ => jiff::tz::get!("Europe/Oslo"),
    }
}

/// The day at `now` in Norway, whose banks and agreements go by it.
pub fn norwegian_day(now: Timestamp) -> Date {
    now.to_zoned(jiff::tz::get!("Europe/Oslo")).date()
}

/// The same time of day some days later, where the company sits: across a change to summer time a
/// day has 23 hours.
pub fn days_after(moment: Timestamp, days: i64, country: &Country) -> Timestamp {
    let local = moment.to_zoned(zone(country));
    local.checked_add(days.days()).map_or(Timestamp::MAX, |later| later.timestamp())
}

/// A moment some minutes later; at the end of time it stays there.
pub fn minutes_after(moment: Timestamp, minutes: i64) -> Timestamp {
    moment.checked_add(minutes.minutes()).unwrap_or(Timestamp::MAX)
}

/// A moment some seconds later; at the end of time it stays there.
pub fn seconds_after(moment: Timestamp, seconds: i64) -> Timestamp {
    moment.checked_add(seconds.seconds()).unwrap_or(Timestamp::MAX)
}

/// Whether what was told at a moment counts before what is known; a known moment more than a day
/// ahead was told by a clock that has been set back since.
pub fn is_newer(told: Timestamp, known: Timestamp, now: Timestamp) -> bool {
    told >= known || known > minutes_after(now, 24 * 60)
}

/// A moment that has happened; a clock may be five minutes fast.
pub fn parse_past(text: &str, now: Timestamp) -> Result<Timestamp, Fault> {
    let moment = parse_moment(text)?;
    if moment <= minutes_after(now, 5) { Ok(moment) } else { Err(Fault::new(&DAY_IN_FUTURE)) }
}

words! {
    DAY_IN_FUTURE = "moment_in_future" {
        en: "{value} has not happened yet." => "Record what has happened, with the day or moment it happened.",
        nb: "{value} har ikke skjedd ennå." => "Registrer det som har skjedd, med dagen eller tidspunktet det skjedde.",
        sv: "{value} har inte hänt ännu." => "Registrera det som har hänt, med dagen eller tidpunkten då det hände.",
    }
    DATE_UNREADABLE = "date_unreadable" {
        en: "\"{value}\" is not a date." => "Write the day as YYYY-MM-DD, between 1900 and 2200.",
        nb: "«{value}» er ikke en dato." => "Skriv dagen som ÅÅÅÅ-MM-DD, mellom 1900 og 2200.",
        sv: "”{value}” är inte ett datum." => "Skriv dagen som ÅÅÅÅ-MM-DD, mellan 1900 och 2200.",
    }
    MOMENT_UNREADABLE = "moment_unreadable" {
        en: "\"{value}\" is not a moment in UTC." => "Write it in RFC 3339, as in 2026-11-23T10:00:00Z.",
        nb: "«{value}» er ikke et tidspunkt i UTC." => "Skriv det i RFC 3339, som 2026-11-23T10:00:00Z.",
        sv: "”{value}” är inte en tidpunkt i UTC." => "Skriv den i RFC 3339, som 2026-11-23T10:00:00Z.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn midnight_is_the_one_of_oslo() {
        let norway = Country::parse("NO").unwrap();
        let summer: Timestamp = "2026-07-31T22:30:00Z".parse().unwrap();
        let winter: Timestamp = "2026-12-31T22:30:00Z".parse().unwrap();
        assert_eq!(legal_day(summer, &norway).to_string(), "2026-08-01");
        assert_eq!(legal_day(winter, &norway).to_string(), "2026-12-31");
    }

    #[test]
    fn three_days_end_at_the_same_time_of_day_when_the_clocks_change() {
        let norway = Country::parse("NO").unwrap();
        let asked: Timestamp = "2026-03-27T09:00:00Z".parse().unwrap();
        assert_eq!(days_after(asked, 3, &norway).to_string(), "2026-03-30T08:00:00Z");
        let asked: Timestamp = "2026-10-24T08:00:00Z".parse().unwrap();
        assert_eq!(days_after(asked, 3, &norway).to_string(), "2026-10-27T09:00:00Z");
    }

    #[test]
    fn only_whole_iso_days_are_read() {
        assert!(parse_day("2026-02-28").is_ok());
        for bad in ["2026-02-29", "20260228", "2026-2-8", "28.02.2026", "", "2026-02-28T00:00"] {
            assert!(parse_day(bad).is_err(), "{bad}");
        }
    }
}

/// For tests that compare times.
#[cfg(test)]
pub mod spent {
    use std::time::Duration;

    /// The time that the processor has given to this thread; other work is not in it.
    #[cfg(target_os = "linux")]
    pub fn processor_time() -> Duration {
        let spent = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
        Duration::from_nanos(spent.split(' ').next().unwrap().parse().unwrap())
    }
}
