//! What directories said.
use crate::ffi::buffer::postbud_buffer;
use crate::ffi::guard::{self, postbud};
use crate::ffi::status::postbud_status;
use crate::office::directory::put;
use crate::office::lookup::list;

/// Records what a directory said about electronic addresses: receives, not_registered or failed.
/// A failed look-up is not a no: documents wait for it. Those that waited are decided again.
///
/// Request: {"entries": [{"endpoint" or "organisation_number" and "country", "answer":
///   "receives", "not_registered" or "failed", "documents", "as_of"}]}
/// Reply: {"kept", "released"}
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_directory_put(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, put::run) }
}

/// Lists what has to be looked up before waiting documents can go on: addresses of businesses, to
/// be answered with directory_put, and consumers, to be answered with consumer_record.
///
/// Request: {}
/// Reply: {"lookups": [{"kind", "customer", "endpoint", "mobile", "documents", ...}]}
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_lookup_list(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, list::run) }
}
