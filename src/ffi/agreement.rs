//! The consumer agreement.
use crate::ffi::buffer::postbud_buffer;
use crate::ffi::guard::{self, postbud};
use crate::ffi::status::postbud_status;
use crate::office::agreement::{disable, get, order, record};

/// Orders the consumer (B2C) agreement: one for eFaktura and Vipps. Needs a registered Norwegian
/// company (REFUSED, NOT_READY) and the setting b2c (NOT_READY). CONFLICT: there is one already.
///
/// Request: {"signer_name", "signer_email", "move", "capture": {"bank_account",
///   "reference_position": "1-5", "kid_length": "12"}}
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
    unsafe { guard::json(self_, request, request_len, reply, order::run) }
}

/// Ends the agreement, through the outbox; no consumer is reached through it from now on. INVALID
/// without confirm. CONFLICT: there is no active agreement.
///
/// Request: {"confirm": true}
/// Reply: as agreement_get
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_agreement_disable(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, disable::run) }
}

/// Records what the exchange said: mail_sent, signed, active (without a signature, where it works
/// so), declined, held_elsewhere, ended, or polled when there was nothing new; or that an agreement
/// from before 2018-12-20 is carried over. CONFLICT: the state does not allow it.
///
/// Request: {"event": "mail_sent", "signed", "active", "declined", "held_elsewhere", "ended",
///   "polled" or "carried_over", "at", "holder", "old": "both", "efaktura" or "vipps",
///   "without_vipps"}
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
    unsafe { guard::json(self_, request, request_len, reply, record::run) }
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
    unsafe { guard::json(self_, request, request_len, reply, get::run) }
}
