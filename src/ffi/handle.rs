//! The registry of open handles: the library's only global state.
//!
//! A handle is a random token that is looked up, not an address that is followed: a closed, copied
//! or invented one is simply not found. Closing takes the token out at once and then waits for the
//! calls that have begun, so that the store is closed when `postbud_close` returns.

use crate::office::Office;
use crate::system;
use once_cell::sync::Lazy;
use std::collections::HashMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

static OPEN: Lazy<Mutex<HashMap<usize, Arc<Desk>>>> = Lazy::new(Mutex::default);

/// An open library with the number of calls that are under way in it.
struct Desk {
    office: Office,
    busy: Mutex<usize>,
    idle: Condvar,
}

/// A call under way: the office stays open as long as it lives.
pub struct Visit {
    desk: Arc<Desk>,
}

impl Visit {
    /// The office.
    pub fn office(&self) -> &Office {
        &self.desk.office
    }
}

impl Drop for Visit {
    fn drop(&mut self) {
        let mut busy = lock(&self.desk.busy);
        *busy -= 1;
        if *busy == 0 {
            self.desk.idle.notify_all();
        }
    }
}

/// Registers an open office under a fresh token; none when there is no randomness.
pub fn register(office: Office) -> Option<usize> {
    let desk = Arc::new(Desk { office, busy: Mutex::new(0), idle: Condvar::new() });
    let mut open = lock(&OPEN);
    loop {
        let token = usize::from_ne_bytes(system::random().ok()?);
        // Small numbers and all ones look like mistakes; let them be mistakes.
        if token > 0xffff && token != usize::MAX && !open.contains_key(&token) {
            open.insert(token, desk);
            return Some(token);
        }
    }
}

/// Begins a call, if the token is open.
pub fn visit(token: usize) -> Option<Visit> {
    let open = lock(&OPEN);
    let desk = Arc::clone(open.get(&token)?);
    // Counted while the registry is held, so that close either sees the call or prevents it.
    *lock(&desk.busy) += 1;
    Some(Visit { desk })
}

/// Closes: later calls do not find the token, earlier ones are waited for.
pub fn close(token: usize) {
    let Some(desk) = take_out(token) else { return };
    let mut busy = lock(&desk.busy);
    while *busy > 0 {
        busy = desk.idle.wait(busy).unwrap_or_else(PoisonError::into_inner);
    }
}

/// After the last handle nothing is left behind, so that a host may unload the library.
fn take_out(token: usize) -> Option<Arc<Desk>> {
    let mut open = lock(&OPEN);
    let desk = open.remove(&token);
    if open.is_empty() {
        *open = HashMap::new();
    }
    desk
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
