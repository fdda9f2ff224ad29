//! The official rules, to be read.
use crate::ffi::buffer::postbud_buffer;
use crate::ffi::guard::{self, postbud};
use crate::ffi::status::postbud_status;
use crate::office::rules::list;

/// Lists the official rules of a pack with severity, business terms and sentences, page by page.
///
/// Without pack and day: the rules in force today.
///
/// Request: {"pack", "day", "limit": 1 to 1000, "cursor"}
/// Reply: {"rule_pack", "total", "rules", "next_cursor"}
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_rules_list(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, list::run) }
}
