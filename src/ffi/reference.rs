//! Payment references, account numbers and identifiers.
use crate::ffi::buffer::postbud_buffer;
use crate::ffi::guard::{self, postbud};
use crate::ffi::status::postbud_status;
use crate::office::reference::{check, make};

/// Makes a KID, OCR reference, account number, IBAN, organisation number or VAT number.
///
/// A KID of the company's agreement capture needs its parts only: length and position of the
/// customer are known.
///
/// Request: {"kind": "kid", "parts": {"customer_number", "payment_type", "invoice_number"} or
/// "digits", "modulus": 10 or 11, "length", "customer_position": "1-5", "payment_type_position",
/// "level", "country", "card_type", "creditor_number"}
/// Reply: {"kind", "value", "print", "check_digit", "parts"}
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_reference_make(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, make::run) }
}

/// Checks such a value, and shows how it is written and what it is made of.
///
/// A wrong value is OK with "valid": false and a finding. Without kind, all that fit are listed.
///
/// Request: {"kind", "value", "modulus": 10 or 11, "length" or "lengths", "customer_position",
/// "level": "none", "soft", "hard", "length_digit" or "fixed_length", "country"}
/// Reply: {"valid", "kind", "normal", "print", "check_digit", "parts", "findings", "guess"}
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_reference_check(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, check::run) }
}
