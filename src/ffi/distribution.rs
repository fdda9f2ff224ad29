//! Decisions without sending.
use crate::ffi::buffer::postbud_buffer;
use crate::ffi::guard::{self, postbud};
use crate::ffi::status::postbud_status;
use crate::office::distribution::decide;

/// Decides without sending: for an invoice, for a customer, or for the whole customer list page
/// by page. Every step of the order comes with its result, a stable code and a sentence; with brief
/// only the channel and its code, so that 100,000 customers fit one call.
///
/// Request: {"invoice"} or {"customer", "document_type"} or {"limit", "cursor"}, "brief",
///   "all_channels"
/// Reply: {"decisions": [{"customer", "outcome", "code", "decision": {"outcome", "channel",
///   "shown_also_in", "trace"}, "attachments": [{"name", "channel", "action", "code"}]}],
///   "summary", "next_cursor"}
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_distribution_decide(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, decide::run) }
}
