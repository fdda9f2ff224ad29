//! Opening and closing, and what the library says about itself.

use crate::domain::failure::{Failure, PANIC, Status};
use crate::domain::finding::Fault;
use crate::domain::words::Language;
use crate::ffi::buffer::postbud_buffer;
use crate::ffi::guard::{
    ABI_VERSION, Answer, SELF_NULL, answer, bytes_of, given, misuse, postbud, reply_with,
};
use crate::ffi::handle;
use crate::ffi::status::postbud_status;
use crate::office::Office;
use crate::office::open::config::{self, Config};
use crate::office::open::mask::{Secrets, keys_in};
use crate::store::STORE_VERSION;
use std::ptr;

/// The version of this interface. Functions are added to it, never changed.
pub const POSTBUD_ABI_VERSION: u32 = 1;

/// Opens a store and answers with a handle in *self.
///
/// abi_version is POSTBUD_ABI_VERSION. config is JSON:
/// {"store": "path.db" or ":memory:", "secrets_key": 64 hex digits, "folder": "path",
///  "allow_now": false, "language": "en", "activation_by": ["agency"]}; only store is mandatory.
/// The store is created when it is not there; its path is a path, and no URI. Relative paths are
/// taken from the folder that the program is in at the call. No other copy of SQLite in this
/// process may open the file. The first secrets_key that a store is opened with is the key of that
/// store: another one is INVALID from then on, and without one no API key is kept. On any status
/// but POSTBUD_OK *self is NULL.
/// MISUSE: wrong version, NULL self or reply. INVALID: config. STORAGE: the file cannot be used,
/// belongs to another program, or was written by a newer postbud (it is left untouched).
///
/// # Safety
/// `config` points to `config_len` bytes; `self` and `reply` are NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_open(
    abi_version: u32,
    config: *const libc::c_char,
    config_len: usize,
    self_: *mut *mut postbud,
    reply: *mut postbud_buffer,
) -> postbud_status {
    if !self_.is_null() {
        // SAFETY: not NULL, and writable by the caller's promise.
        unsafe { self_.write(ptr::null_mut()) };
    }
    let run = || {
        if self_.is_null() {
            return misuse(&SELF_NULL);
        }
        if abi_version != POSTBUD_ABI_VERSION {
            let fault = Fault::new(&ABI_VERSION).with("value", abi_version);
            return misuse(fault.with("known", POSTBUD_ABI_VERSION));
        }
        // SAFETY: the caller's promise about `config` and `config_len`.
        let Some(bytes) = (unsafe { given(config, config_len) }) else {
            return misuse(&crate::ffi::guard::REQUEST_NULL);
        };
        let (token, answer) = open(bytes);
        // SAFETY: as above.
        unsafe { self_.write(ptr::without_provenance_mut(token)) };
        answer
    };
    // SAFETY: the caller's promise about `reply`.
    unsafe { reply_with(reply, run) }
}

fn open(bytes: &[u8]) -> (usize, Answer) {
    let opened = Config::read(bytes).and_then(|config| {
        let language = config.language;
        let token = handle::register(Office::open(config)?);
        token.map(|token| (token, language)).ok_or(Failure::new(Status::Panic, &PANIC))
    });
    match opened {
        Ok((token, language)) => {
            let version = env!("CARGO_PKG_VERSION");
            let reply = config::Reply { version, store_version: STORE_VERSION };
            (token, answer(language, bytes_of(&reply)))
        }
        Err(failure) => {
            let (status, said) = answer(Language::En, Err(failure));
            (0, (status, Secrets::of(bytes).mask(said, &keys_in(bytes))))
        }
    }
}

/// Closes a handle. Calls that have begun are waited for; later ones get MISUSE.
///
/// NULL, a closed and an invented handle are harmless.
#[unsafe(no_mangle)]
pub extern "C" fn postbud_close(self_: *mut postbud) {
    // A panic must not cross into C; there is nobody to tell about it here.
    let _ = std::panic::catch_unwind(|| handle::close(self_.addr()));
}

/// The version of the interface that the library was built with.
#[unsafe(no_mangle)]
pub const extern "C" fn postbud_abi_version() -> u32 {
    POSTBUD_ABI_VERSION
}

/// The version of the library, such as "0.1.0". Static: it is not freed.
#[unsafe(no_mangle)]
pub const extern "C" fn postbud_version() -> *const libc::c_char {
    VERSION.as_ptr().cast()
}

static VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), "\0");
