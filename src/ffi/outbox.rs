//! Carrying.
use crate::ffi::buffer::postbud_buffer;
use crate::ffi::guard::{self, postbud};
use crate::ffi::status::postbud_status;
use crate::office::outbox::{claim, list, run, settle};

/// Carries what is due into the folder of the configuration. Safe to be killed at any moment:
/// nothing is lost and nothing is carried twice. NOT_READY: no folder is configured.
///
/// A delivery that needs a row of the store which cannot be read is set aside: it waits for repair,
/// findings names the row and the way out, and everything else is carried. The same holds for every
/// verb that goes through many rows: what it leaves out stands in its findings.
///
/// Request: {"limit": 1 to 1000}
/// Reply: {"carried", "results": [{"delivery", "state", "files", ...}], "next_due_at", "findings"}
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_outbox_run(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, run::run) }
}

/// Leases deliveries to the host, which carries them itself and settles each lease. A lease that
/// expires leaves the delivery unknown; it is never queued again by itself. What cannot be read is
/// set aside as in outbox_run.
///
/// Request: {"limit": 1 to 1000, "lease_seconds": 10 to 86400}
/// Reply: {"deliveries": [{"lease", "expires_at", "delivery", "purpose", "channel", "message",
///   "xml", "files": [{"name", "mime", "content"}]}], "findings"}
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_outbox_claim(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, claim::run) }
}

/// Settles a lease: sent, delivered, later, unknown or failed. The same answer twice changes
/// nothing; another one is a CONFLICT. A failed document goes on to the next channel by itself.
///
/// Request: {"lease" or "delivery", "outcome", "code", "reason", "retry_at", "answer":
///   {"api_key"}}
/// Reply: {"delivery", "state", "changed", "next_delivery"}
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_outbox_settle(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, settle::run) }
}

/// Lists everything that leaves, oldest first: documents, registrations, requests, agreements.
///
/// Request: {"state", "limit": 1 to 1000, "cursor"}
/// Reply: {"deliveries", "next_cursor", "findings"}
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_outbox_list(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, list::run) }
}
