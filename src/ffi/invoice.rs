//! Sending, and what became of it.
use crate::ffi::buffer::postbud_buffer;
use crate::ffi::guard::{self, postbud};
use crate::ffi::status::postbud_status;
use crate::office::invoice::{cancel, get, list, reroute, resend, send, send_batch};

/// Sends an invoice or credit note: decided, built, checked, stored and queued in one
/// transaction.
///
/// Before registration or verification it is stored all the same and waits (waiting_for). The
/// same number with the same content replays the earlier answer (replayed true); with other
/// content it is a CONFLICT. INVALID: every finding at once, or no channel reaches the customer.
/// REFUSED: a claim that may not be made against a consumer. A finished BIS Billing 3.0 document
/// is judged and carried unchanged.
///
/// Request: {"invoice": {"type", "number", "issue_date", "customer", "lines": [{"name",
///   "quantity", "unit", "price", "vat": {"rate", "category"}}], "attachments": [{"name",
///   "content" in base64 or "uri", "send", "required", "image"}], "claim": {"ground",
///   "consented"}, "distribution": {"force", "forbid", "order", "email_text", "email"}, ...}}
///   or {"document": {"xml", "customer", "claim", "distribution", "host_key"}}
/// Reply: {"id", "delivery", "state", "channel", "waiting_for", "waiting_until", "next_step",
///   "decision", "totals", "attachments": [{"name", "sent_as", "action": embed, merge, link or
///   drop, "code", "message"}], "findings", "replayed"}
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_invoice_send(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, send::run) }
}

/// Sends many documents in one transaction, with one result for each. A refused document does not
/// hold up the others; a store that fails keeps none.
///
/// Request: {"invoices": [as invoice_send, at most 10,000]}
/// Reply: {"sent", "refused", "results": [{"status", "sent" or "error"}]}
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_invoice_send_batch(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, send_batch::run) }
}

/// Sends a document again on purpose: decided anew, as a new round. CONFLICT: it is still on its
/// way, or a carrier has it. INVALID: no channel is possible.
///
/// Request: {"number", "type"} or {"id"}, and "distribution": {"force", "forbid", "order",
///   "email_text", "email"}
/// Reply: {"id", "round", "delivery", "state", "channel", "waiting_for", "decision", ...}
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_invoice_resend(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, resend::run) }
}

/// Sends a document another way, by this channel only: instead of the way it waits for, or again
/// after it has left. CONFLICT: a carrier has it. INVALID: the channel is not possible.
///
/// Request: {"number", "type"} or {"id"}, "channel", "email"
/// Reply: as invoice_resend
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_invoice_reroute(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, reroute::run) }
}

/// Calls a document off before a carrier has it. CONFLICT: it has left, or a carrier has it. Its
/// number stays used; invoice_resend sends it after all. A document that cannot be read can be
/// called off, too.
///
/// Request: {"number", "type"} or {"id"}
/// Reply: the document in short
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_invoice_cancel(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, cancel::run) }
}

/// Shows where a document stands: deliveries, decision, and every step with its time.
///
/// Request: {"number", "type"} or {"id"}
/// Reply: {"invoice", "decision", "deliveries", "history"}
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_invoice_get(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, get::run) }
}

/// Lists the documents in the order of sending, or with changes true every step since a cursor.
///
/// Request: {"customer", "state", "changes", "limit", "cursor"}
/// Reply: {"invoices", "changes", "next_cursor"}
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_invoice_list(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, list::run) }
}
