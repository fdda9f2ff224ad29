//! Customers.
use crate::ffi::buffer::postbud_buffer;
use crate::ffi::guard::{self, postbud};
use crate::ffi::status::postbud_status;
use crate::office::customer::{class_list, class_put, get, list, put};

/// Adds a class of customers, or replaces what new customers inherit from it. Customers who are
/// there already stay as they are.
///
/// Request: {"name", "mode", "efaktura", "omit_pdf", "first_attachment_is_image"}
/// Reply: the class
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_customer_class_put(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, class_put::run) }
}

/// Lists the classes of customers.
///
/// Request: {}
/// Reply: {"classes"}
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_customer_class_list(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, class_list::run) }
}

/// Adds a customer or replaces his card. What his distribution mode needs is checked now, not
/// when an invoice fails. NOT_READY: automatic or electronic before the company is registered.
///
/// Request: {"number", "name", "kind": "business" or "private", "organisation_number",
///   "vat_number", "address", "mobile", "phones", "email", "endpoint": {"scheme", "id"},
///   "buyer_reference", "class", "mode": "automatic", "electronic", "email", "print" or "self",
///   "efaktura", "omit_pdf", "first_attachment_is_image", "host_key", ...}
/// Reply: {"customer", "findings"}
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_customer_put(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, put::run) }
}

/// Shows a customer, with what is known of a consumer.
///
/// Request: {"number"}
/// Reply: the customer, with what is known of a consumer
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_customer_get(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, get::run) }
}

/// Lists the customers, page by page in order of their numbers.
///
/// Request: {"limit": 1 to 1000, "cursor"}
/// Reply: {"customers", "next_cursor"}
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_customer_list(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, list::run) }
}
