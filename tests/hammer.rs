//! Calls of every kind, right and wrong, from several threads on shared handles: nothing crashes,
//! nothing hangs, every reply keeps to the contract, and the store is sound in the end.
//!
//! The calls come from the journeys and go to the verbs of the schema; what is added to either is
//! hammered too. Each call is drawn from the seed, its round, its thread and its count, so a seed
//! gives the same calls again. The hammer is a process of its own, so that a crash is seen.
//!
//! `HAMMER_CALLS` says how many, `HAMMER_SEED` which ones, `HAMMER_PATIENCE` after how many
//! seconds without a call it hangs.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test says bluntly what it needs"
)]

mod support;

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use support::trial::alone::quick_folder;
use support::trial::arena::{Arena, THREADS};
use support::trial::journey::journeys;
use support::trial::library::library;
use support::trial::tally::Tally;

const CHILD: &str = "POSTBUD_TEST_CHILD";
const NAME: &str = "calls_of_every_kind_from_many_threads_break_nothing";
/// A store lives through so many calls, then the next one begins empty.
const CALLS_OF_A_STORE: u64 = 12_000;

fn number(name: &str, usual: u64) -> u64 {
    std::env::var(name).map_or(usual, |text| text.parse().unwrap())
}

/// The hammer itself.
fn work(folder: &Path) {
    let (calls, seed) = (number("HAMMER_CALLS", 30_000), number("HAMMER_SEED", 1));
    let (library, journeys) = (library(), journeys());
    let start = Instant::now();
    let mut tally = Tally::default();
    let mut left = calls;
    for round in 0.. {
        let now = left.min(CALLS_OF_A_STORE);
        let place = folder.join(format!("round-{round}"));
        fs::create_dir(&place).unwrap();
        let mut arena = Arena::open(library, &journeys, &place, folder, (seed, round));
        tally.add(&arena.hammer(now / THREADS));
        arena.rest();
        fs::remove_dir_all(&place).unwrap();
        left = left.saturating_sub(now);
        if left < THREADS {
            break;
        }
    }
    let summary = format!("seed {seed}, {:.1} s\n{tally}", start.elapsed().as_secs_f64());
    fs::write(folder.join("summary"), summary).unwrap();
    tally.demand_strength(&journeys);
}

/// Waits for the hammer as long as it goes on calling.
fn watch(mut child: Child, folder: &Path) -> bool {
    let patience = Duration::from_secs(number("HAMMER_PATIENCE", 120));
    let (mut seen, mut since) = (Vec::new(), Instant::now());
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            println!("the hammer ended with {status}");
            return status.success();
        }
        let now = fs::read(folder.join("progress")).unwrap_or_default();
        if now != seen {
            (seen, since) = (now, Instant::now());
        }
        if since.elapsed() > patience {
            println!("the hammer hangs");
            child.kill().unwrap();
            child.wait().unwrap();
            return false;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn calls_of_every_kind_from_many_threads_break_nothing() {
    if let Some(folder) = std::env::var_os(CHILD) {
        return work(Path::new(&folder));
    }
    let folder = quick_folder();
    let child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", NAME, "--nocapture"])
        .env(CHILD, folder.path())
        .stdin(Stdio::null())
        .spawn()
        .unwrap();
    let well = watch(child, folder.path());
    println!("{}", fs::read_to_string(folder.path().join("summary")).unwrap_or_default());
    if well {
        return;
    }
    println!("seed {}", number("HAMMER_SEED", 1));
    for thread in 0..THREADS {
        let last = fs::read(folder.path().join(format!("asked-{thread}"))).unwrap_or_default();
        let shown = last.get(..last.len().min(3000)).unwrap_or_default();
        println!("thread {thread} asked last: {}", String::from_utf8_lossy(shown));
    }
    panic!("the hammer broke something; what it said is above");
}
