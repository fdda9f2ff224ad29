//! What is known of consumers.
use crate::ffi::buffer::postbud_buffer;
use crate::ffi::guard::{self, postbud};
use crate::ffi::status::postbud_status;
use crate::office::consumer::record;

/// Records what the outside world said about a consumer: eFaktura agreement, yes to all, Vipps.
/// Documents that waited for a look-up are decided again.
///
/// Request: {"customer", "efaktura", "yes_to_all", "vipps", "efaktura_id", "as_of"}
/// Reply: what is known now
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_consumer_record(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, record::run) }
}
