//! A store with the handles that are open on it, some of which are closed and opened again while
//! others call.

use crate::support::trial::library::Library;
use postbud::domain::words::Language;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

/// A store under the hammer.
#[derive(Debug)]
pub struct World {
    /// Its file; none lies in memory.
    pub store: Option<PathBuf>,
    /// Where it is carried to.
    pub folder: PathBuf,
    /// The handles.
    pub slots: Vec<Slot>,
}

/// A place for a handle.
#[derive(Debug)]
pub struct Slot {
    /// The language of its sentences.
    pub language: Language,
    config: Value,
    token: AtomicUsize,
    /// Odd while it is closed
    turn: AtomicU64,
}

/// A handle as it was found, and when.
#[derive(Clone, Copy, Debug)]
pub struct Taken {
    /// The handle.
    pub token: usize,
    turn: u64,
}

impl World {
    /// A store in a file, with a handle in each language and one that comes and goes.
    pub fn in_file(library: &Library, place: &Path) -> Self {
        let (store, folder) = (place.join("a.db"), place.join("out"));
        let config = |language: Language, folder: Option<&Path>| {
            json!({
                "store": store, "folder": folder, "allow_now": true, "language": language.code(),
                "secrets_key": "0123456789abcdef".repeat(4),
            })
        };
        let slots = vec![
            Slot::open(library, Language::En, config(Language::En, Some(&folder))),
            Slot::open(library, Language::Nb, config(Language::Nb, Some(&folder))),
            Slot::open(library, Language::Sv, config(Language::Sv, None)),
        ];
        Self { store: Some(store), folder, slots }
    }

    /// A store in memory, on one handle that stays.
    pub fn in_memory(library: &Library, place: &Path) -> Self {
        let folder = place.join("out-of-memory");
        let config = json!({
            "store": ":memory:", "folder": folder, "allow_now": true, "language": "sv",
            "secrets_key": "fedcba9876543210".repeat(4),
        });
        Self { store: None, folder, slots: vec![Slot::open(library, Language::Sv, config)] }
    }

    /// A configuration that carries and lets requests say their time.
    pub fn config(&self) -> Value {
        self.slots[0].config.clone()
    }

    /// Closes every handle.
    pub fn close(&self, library: &Library) {
        self.slots.iter().for_each(|slot| library.close(slot.token.swap(0, Ordering::SeqCst)));
    }
}

impl Slot {
    fn open(library: &Library, language: Language, config: Value) -> Self {
        let token = AtomicUsize::new(library.opened(&config));
        Self { language, config, token, turn: AtomicU64::new(0) }
    }

    /// The handle that is there.
    pub fn take(&self) -> Taken {
        let turn = self.turn.load(Ordering::SeqCst);
        Taken { token: self.token.load(Ordering::SeqCst), turn }
    }

    /// Whether the handle may have been closed since it was taken.
    pub fn may_be_closed(&self, taken: Taken) -> bool {
        !taken.turn.is_multiple_of(2) || self.turn.load(Ordering::SeqCst) != taken.turn
    }

    /// Closes the handle under those who call, and opens the next one.
    pub fn reopen(&self, library: &Library) {
        let turn = self.turn.load(Ordering::SeqCst);
        let begun = turn.is_multiple_of(2)
            && self
                .turn
                .compare_exchange(turn, turn + 1, Ordering::SeqCst, Ordering::SeqCst)
                .is_ok();
        if !begun {
            return;
        }
        library.close(self.token.swap(0, Ordering::SeqCst));
        self.token.store(library.opened(&self.config), Ordering::SeqCst);
        self.turn.store(turn + 2, Ordering::SeqCst);
    }
}
