//! How many decisions a second one core makes, for customers in memory, beside a yardstick that is
//! measured in the same run: copying the same customer's card.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a benchmark prints what it measures")]

#[path = "../tests/support/world.rs"]
mod world;

use postbud::domain::consumer::{EfakturaStatus, Reach};
use postbud::domain::customer::Mode;
use std::hint::black_box;
use std::time::{Duration, Instant};
use world::World;

const ROUNDS: u32 = 5;
const LONG_ENOUGH: Duration = Duration::from_millis(300);

fn main() {
    let worlds = [
        ("business, registered", World::business()),
        ("business, by e-mail", World::business().with(|w| w.customer.handling.mode = Mode::Email)),
        ("consumer, eFaktura", consumer(EfakturaStatus::Active, Reach::Receiving)),
        ("consumer, Vipps", consumer(EfakturaStatus::None, Reach::NotReceiving)),
        ("consumer, asked", consumer(EfakturaStatus::None, Reach::Unknown)),
    ];
    println!("decisions a second on one core, median of {ROUNDS}:");
    for (name, world) in &worlds {
        let decide = median(|| drop(black_box(black_box(world).decide())));
        let copy = median(|| drop(black_box(black_box(&world.customer).clone())));
        println!("  {name:<22} {decide:>10.0}   copies of the card {copy:>10.0}");
    }
}

fn consumer(efaktura: EfakturaStatus, yes_to_all: Reach) -> World {
    World::private().consumer(efaktura, yes_to_all, Reach::Receiving)
}

/// How often a second, in the middle one of the rounds.
fn median(mut work: impl FnMut()) -> f64 {
    let mut rates: Vec<f64> = (0..ROUNDS).map(|_| rate(&mut work)).collect();
    rates.sort_by(f64::total_cmp);
    *rates.get(rates.len() / 2).unwrap()
}

fn rate(work: &mut impl FnMut()) -> f64 {
    let begin = Instant::now();
    let mut done = 0_u32;
    while begin.elapsed() < LONG_ENOUGH {
        for _ in 0..1_000 {
            work();
        }
        done += 1_000;
    }
    f64::from(done) / begin.elapsed().as_secs_f64()
}
