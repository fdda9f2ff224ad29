//! Swedish personal numbers and coordination numbers, whose day is sixty more: the date inside is
//! checked, and the sign in front of the last four tells a hundred years.

use super::checked::{Checked, Parts};
use super::digit::{compact, is_digits, luhn, split_end};
use super::kind::Kind;
use super::words::{PERSONAL_DATE, PERSONAL_FUTURE, PERSONAL_SHAPE};
use crate::domain::finding::Fault;
use jiff::civil::Date;

/// Days of a coordination number are so many more.
const COORDINATION: i8 = 60;

/// Checks a personal number; one without century is understood by today.
pub fn check(value: &str, today: Date) -> Checked {
    let shape = || Checked::formless(Kind::PersonalNumber, &PERSONAL_SHAPE);
    let number = compact(value, "");
    let (front, last) = split_end(&number, 4);
    let date = front.trim_end_matches(['-', '+']);
    let sign = front.get(date.len()..).unwrap_or_default();
    let two_or_four = date.len() == 6 || date.len() == 8;
    if !is_digits(last, 4..=4) || !is_digits(date, 6..=8) || !two_or_four || sign.len() > 1 {
        return shape();
    }
    let Some((year, month, day)) = read_date(date, sign == "+", today) else { return shape() };
    let (_, short) = split_end(date, 6);
    let ten = format!("{short}{last}");
    let coordination = day > COORDINATION;
    let birth = Date::new(year, month, if coordination { day - COORDINATION } else { day }).ok();
    let sign = if today.year() - year >= 100 { '+' } else { '-' };
    let parts = Parts {
        country: Some("SE".to_owned()),
        holder: Some("person"),
        birth_date: birth.map(|birth| birth.to_string()),
        coordination_number: Some(coordination),
        ..Parts::default()
    };
    let normal = format!("{year:04}{}", ten.get(2..).unwrap_or_default());
    let print = format!("{short}{sign}{last}");
    let mut checked = Checked::of(Kind::PersonalNumber, &normal, print).with(parts);
    match birth {
        None => checked.wrong(Fault::new(&PERSONAL_DATE).with("date", date)),
        Some(birth) if birth > today => {
            checked.wrong(Fault::new(&PERSONAL_FUTURE).with("date", birth));
        }
        Some(_) => {}
    }
    checked.judge_last(&ten, luhn);
    checked
}

/// Year, month and day as they are written. Two digits of a year are the latest such year that has
/// begun; with a plus sign a hundred years before it.
fn read_date(date: &str, plus: bool, today: Date) -> Option<(i16, i8, i8)> {
    let (year, rest) = split_end(date, 4);
    let (month, day) = split_end(rest, 2);
    let given: i16 = year.parse().ok()?;
    let year = if year.len() == 4 {
        // Nobody older has one, and 16 begins the numbers of companies.
        Some(given).filter(|year| (1800..2100).contains(year))?
    } else {
        let back = (today.year() - given).rem_euclid(100);
        today.year() - back - if plus { 100 } else { 0 }
    };
    Some((year, month.parse().ok()?, day.parse().ok()?))
}
