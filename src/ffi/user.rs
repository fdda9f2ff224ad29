//! Who has access at the exchange.
use crate::ffi::buffer::postbud_buffer;
use crate::ffi::guard::{self, postbud};
use crate::ffi::status::postbud_status;
use crate::office::user::{add, list, remove};

/// Gives a further user access at the exchange, through the outbox. NOT_READY before the company
/// is registered; CONFLICT: the user is there with other data. Right: activation or exchange_admin.
///
/// Request: {"name", "email", "phone", "level": "admin" or "user"}
/// Reply: {"user_name", "name", "phone", "level", "state", "has_access", "has_api_key", ...}
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_user_add(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, add::run) }
}

/// Lists who has access at the exchange; the user of the registration comes first.
///
/// Request: {}
/// Reply: {"users"}
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_user_list(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, list::run) }
}

/// Takes a user's access away, through the outbox. NOT_FOUND: no such user. CONFLICT: the company
/// was registered with that user. Right: activation or exchange_admin.
///
/// Request: {"email"}
/// Reply: as user_add
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_user_remove(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, remove::run) }
}
