//! The company's verification.
use crate::ffi::buffer::postbud_buffer;
use crate::ffi::guard::{self, postbud};
use crate::ffi::status::postbud_status;
use crate::office::kyc::{get, record, request};

/// Asks a signer to verify the company (know your customer). Asking again replaces the open
/// request. CONFLICT: already signed.
///
/// Request: {"signer_email", "locale"}
/// Reply: as kyc_get
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_kyc_request(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, request::run) }
}

/// Records what the exchange said about the verification: sent, forwarded (to another signer),
/// signed or canceled. A signature lets everything go that waited for it.
///
/// Request: {"event": "sent", "forwarded", "signed" or "canceled", "signer_email", "at"}
/// Reply: as kyc_get
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_kyc_record(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, record::run) }
}

/// Shows how far the verification is. Companies activated before 2022-07-01 are exempt.
///
/// Request: {}
/// Reply: {"state", "company_state", "may_send", "signer_email", "signed_at", ...}
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_kyc_get(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, get::run) }
}
