//! How many calls of which verb came back with which status, and whether that is a strong test.

use crate::support::trial::journey::Journey;
use crate::support::trial::library::STATUSES;
use std::collections::BTreeMap;
use std::fmt;

/// Counts by verb and status.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    counts: BTreeMap<String, [u64; STATUSES.len()]>,
}

impl Tally {
    /// Counts one call.
    pub fn count(&mut self, verb: &str, status: i32) {
        if !self.counts.contains_key(verb) {
            self.counts.insert(verb.to_owned(), [0; STATUSES.len()]);
        }
        let row = self.counts.get_mut(verb).unwrap();
        row[usize::try_from(status).unwrap()] += 1;
    }

    /// Counts what another one counted.
    pub fn add(&mut self, other: &Self) {
        for (verb, counts) in &other.counts {
            let row = self.counts.entry(verb.clone()).or_default();
            row.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
        }
    }

    fn of(&self, status: usize) -> u64 {
        self.counts.values().map(|row| row[status]).sum()
    }

    fn calls(&self) -> u64 {
        self.counts.values().flatten().sum()
    }

    /// A hammer that is only ever refused shows nothing: a quarter of all calls must succeed, and
    /// some of every verb that journeys call.
    pub fn demand_strength(&self, journeys: &[Journey]) {
        assert!(self.of(0) * 4 >= self.calls(), "too few calls succeed\n{self}");
        if self.calls() > 5_000 {
            let mut steps = journeys.iter().flat_map(|journey| &journey.steps);
            let weak = self.counts.iter().find(|(verb, row)| {
                steps.any(|step| step.verb == **verb) && row[0] * 100 < row.iter().sum()
            });
            assert!(weak.is_none(), "{weak:?} hardly ever succeeds\n{self}");
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let calls = self.calls();
        writeln!(f, "{calls} calls")?;
        for (status, name) in STATUSES.iter().enumerate() {
            let count = self.of(status);
            let share = count * 1000 / calls.max(1);
            writeln!(f, "  {name:12} {count:8} {:3}.{} %", share / 10, share % 10)?;
        }
        for (verb, row) in &self.counts {
            let all: u64 = row.iter().sum();
            writeln!(f, "  {verb:24} {all:8} calls, {:3} % OK", row[0] * 100 / all.max(1))?;
        }
        Ok(())
    }
}
