//! The consumer agreement.
use crate::ffi::buffer::postbud_buffer;
use crate::ffi::guard::{self, postbud};
use crate::ffi::status::postbud_status;
use crate::office::{agreement_get, agreement_order, agreement_record};

/// Orders the consumer (B2C) agreement: one for eFaktura and Vipps. Needs a registered Norwegian
/// company (REFUSED, NOT_READY) and the setting b2c (NOT_READY). CONFLICT: there is one already.
///
/// Request: {"signer_name", "signer_email", "move"}
/// Reply: as agreement_get
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_agreement_order(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, agreement_order::run) }
}

/// Records what the exchange said: mail_sent, signed, active, declined, held_elsewhere or ended.
///
/// Request: {"event": "mail_sent", "signed", "active", "declined", "held_elsewhere" or "ended",
///   "at", "holder"}
/// Reply: as agreement_get
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_agreement_record(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, agreement_record::run) }
}

/// Shows how far the agreement is at the moment of the call. A signed one is active one hour
/// after the signature at the latest, and in every bank after 24 hours.
///
/// Request: {}
/// Reply: {"state", "status_text", "message", "visible_at", "all_banks_at", "next_poll_at", ...}
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_agreement_get(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, agreement_get::run) }
}
