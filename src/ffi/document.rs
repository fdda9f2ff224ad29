//! Payloads without sending.
use crate::ffi::buffer::postbud_buffer;
use crate::ffi::guard::{self, postbud};
use crate::ffi::status::postbud_status;
use crate::office::document::{build, read, validate, validate_as};

/// Builds the PEPPOL BIS Billing 3.0 payload of an invoice or credit note; nothing is stored.
///
/// On POSTBUD_OK the reply holds the bytes of the XML, else JSON. Seller and buyer are given in
/// full or by reference. VAT rates are checked for Norwegian and Swedish sellers. A document with
/// rarer terms, or of a seller elsewhere, is judged by the official rules before it is answered.
///
/// Request: {"invoice", "seller", "buyer"}
/// Reply: the XML
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_document_build(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::document(self_, request, request_len, reply, build::run) }
}

/// Reads a finished document back into the data that builds it.
///
/// Any invoice or credit note of BIS Billing 3.0: invoice, seller and buyer of the reply are a
/// request of postbud_document_build, which writes the same content again. What has no business
/// term is kept in invoice.other, put back when it is built, and named in findings. The document
/// is not judged here.
///
/// Request: {"document"}
/// Reply: {"document_type", "invoice", "seller", "buyer", "totals", "findings"}
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_document_read(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, read::run) }
}

/// Judges a finished document: the request is the XML itself, not JSON.
///
/// By the UBL 2.1 schema, EN 16931 and Peppol BIS Billing 3.0 (or self-billing, if the document
/// says so) in the releases in force today. POSTBUD_OK whenever there is a verdict. valid is false
/// on any fatal finding, null while anything was not judged, else true.
///
/// Request: the XML
/// Reply: {"valid", "document_type", "findings", "evaluated", "not_evaluated", "rule_pack", ...}
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_document_validate(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe {
        guard::bytes(self_, request, request_len, reply, |office, xml| {
            validate::run(xml, office.config().language)
        })
    }
}

/// Judges a finished document by the rules of another day, or by a pack that is named.
///
/// The document is the XML as text. Without pack and day: as postbud_document_validate.
///
/// Request: {"document", "pack": "3.0.20", "3.0.21" or "self-billing 3.0.2", or "day"}
/// Reply: as postbud_document_validate
///
/// # Safety
/// `request` points to `request_len` bytes or is NULL with 0; `reply` is NULL or writable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn postbud_document_validate_as(
    self_: *mut postbud,
    request: *const libc::c_char,
    request_len: usize,
    reply: *mut postbud_buffer,
) -> postbud_status {
    // SAFETY: the caller's promise above is the one that is asked for.
    unsafe { guard::json(self_, request, request_len, reply, validate_as::run) }
}
