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

static OPEN: Lazy<Mutex<Registry>> = Lazy::new(Mutex::default);
static IDLE: Condvar = Condvar::new();

/// Open handles, and how many calls are under way in each.
#[derive(Default)]
struct Registry {
    offices: HashMap<usize, Arc<Office>>,
    busy: HashMap<usize, usize>,
}

/// A call under way: the office stays open as long as it lives.
pub struct Visit {
    token: usize,
    office: Option<Arc<Office>>,
}

impl Visit {
    /// The office.
    pub fn office(&self) -> Option<&Office> {
        self.office.as_deref()
    }
}

impl Drop for Visit {
    fn drop(&mut self) {
        // Let go before it is counted out: whoever waits to close must be the last to hold it.
        self.office = None;
        let mut registry = lock();
        if let Some(busy) = registry.busy.get_mut(&self.token) {
            *busy -= 1;
            if *busy == 0 {
                registry.busy.remove(&self.token);
                IDLE.notify_all();
            }
        }
    }
}

/// Registers an open office under a fresh token; none when there is no randomness.
pub fn register(office: Office) -> Option<usize> {
    let mut registry = lock();
    loop {
        let token = usize::from_ne_bytes(system::random().ok()?);
        let used = registry.offices.contains_key(&token) || registry.busy.contains_key(&token);
        // Small numbers and all ones look like mistakes; let them be mistakes.
        if token > 0xffff && token != usize::MAX && !used {
            registry.offices.insert(token, Arc::new(office));
            return Some(token);
        }
    }
}

/// Begins a call, if the token is open.
pub fn visit(token: usize) -> Option<Visit> {
    let mut registry = lock();
    let office = Arc::clone(registry.offices.get(&token)?);
    // Counted while the registry is held, so that close either sees the call or prevents it.
    *registry.busy.entry(token).or_insert(0) += 1;
    Some(Visit { token, office: Some(office) })
}

/// Closes: later calls do not find the token, earlier ones are waited for, and the store is closed
/// when this returns.
pub fn close(token: usize) {
    let mut registry = lock();
    let Some(office) = registry.offices.remove(&token) else { return };
    while registry.busy.contains_key(&token) {
        registry = IDLE.wait(registry).unwrap_or_else(PoisonError::into_inner);
    }
    if registry.offices.is_empty() && registry.busy.is_empty() {
        // After the last handle nothing is left behind, so that a host may unload the library.
        *registry = Registry::default();
    }
    drop(registry);
    drop(office);
}

fn lock() -> MutexGuard<'static, Registry> {
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}
