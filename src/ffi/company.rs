//! The company that sends.
use crate::ffi::buffer::postbud_buffer;
use crate::ffi::guard::{self, postbud};
use crate::ffi::status::postbud_status;
use crate::office::company::{configure, get, register};

/// Registers a company at the exchange: its data, the exchange user, the accepted terms.
///
/// All faults are reported at once, each with its field. The registration leaves through the
/// outbox; until it has been carried the company is registering, and documents wait. The same
/// company again gives the same answer. With draft true nothing is stored, and OK is answered with
/// the filled-in form and all that is wrong with it. INVALID: data, or terms not accepted.
/// CONFLICT: registered with other data, or another account at the exchange holds the number.
/// NOT_READY: an API key is given and the handle has no secrets_key. REFUSED: the role does not
/// activate.
///
/// Request: {"organisation_number", "country", "name", "address": {"street", "post_code",
///   "place"}, "email", "phone", "bank_account", "vat_registered", "company_form", "f_tax",
///   "activated_on", "sub_unit_of", "exchange_user": {"kind": "new", "name", "email", "phone"} or
///   {"kind": "existing", "user_name", "api_key"}, "prefill", "terms": {"accepted", "version",
///   "accepted_by"}, "draft"}
/// Reply: {"company", "draft", "findings"}
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_company_register(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, register::run) }
}

/// Shows the company: registration, verification, agreement, settings, and the next step.
///
/// Request: {}
/// Reply: the company with registration, verification, agreement, settings, modes, next_step
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_company_get(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, get::run) }
}

/// Changes settings; what is left out stays as it is. Delivery settings (email, print, contact,
/// sender_name, email_text, email_pdf, mark_attachments, own_pdf, print_colour, ask_consumers,
/// ask_days, exchange_asks) are the right of exchange_admin, b2c and activation_by that of who
/// activates, the others that of agency and company_admin; REFUSED says who may. Waiting documents
/// are decided again.
///
/// Request: {"email", "print", "b2c", "default_buyer_reference", "mobile_field", "payment_days",
///   "contact": {"name", "phone", "email"}, "sender_name", "email_text", "email_pdf": "attached",
///   "merged" or "link", "mark_attachments", "own_pdf", "print_colour", "ask_consumers",
///   "ask_days", "exchange_asks", "lookup_hours", "claim_ground", "activation_by": ["agency", ...]}
/// Reply: the settings
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_company_configure(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, configure::run) }
}
