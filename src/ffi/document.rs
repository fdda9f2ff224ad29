//! Payloads without sending.
use crate::ffi::buffer::postbud_buffer;
use crate::ffi::guard::{self, postbud};
use crate::ffi::status::postbud_status;
use crate::office::{document_build, document_validate};

/// Builds the PEPPOL BIS Billing 3.0 payload of an invoice or credit note; nothing is stored.
///
/// On POSTBUD_OK the reply holds the bytes of the XML, else JSON. Seller and buyer are given in
/// full or by reference. VAT rates are checked for Norwegian and Swedish sellers; the national
/// rules of sellers elsewhere (DK, DE, GR, IS, IT, NL) are not checked.
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
    unsafe { guard::document(self_, request, request_len, reply, document_build::run) }
}

/// Judges a finished document: the request is the XML itself, not JSON.
///
/// POSTBUD_OK whenever there is a verdict: {"valid", "findings", "not_evaluated", "rule_pack"}.
/// valid is false on any fatal finding, null while anything was not judged, else true.
///
/// Request: the XML
/// Reply: {"valid", "document_type", "findings", "not_evaluated", "rule_pack"}
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
            document_validate::run(xml, office.config().language)
        })
    }
}
