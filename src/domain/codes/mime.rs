//! Attachments: the media types that may travel inside an invoice.
//!
//! From EN 16931 UBL rules 1.3.16 (BR-CL-24) and Peppol BIS Billing 3.0.21 (PEPPOL-EN16931-CL001).
//! Both have the same types, unchanged since 1.3.15 and 3.0.20.

/// Media types of an attachment in EN 16931 (BR-CL-24).
pub const MIME_TYPES_EN: &[&str] = &[
    "application/pdf",
    "application/vnd.oasis.opendocument.spreadsheet",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "image/jpeg",
    "image/png",
    "text/csv",
];

/// Media types of an attachment in Peppol (CL001).
pub const MIME_TYPES_PEPPOL: &[&str] = MIME_TYPES_EN;
