//! Document types: UNTDID 1001, split into invoices and credit notes.
//!
//! From EN 16931 UBL rules 1.3.16 (BR-CL-01) and Peppol BIS Billing 3.0.21 (PEPPOL-EN16931-P0100,
//! P0101, P0112; self-billing 3.0.2 has a P0100 and P0101 of its own), with the choices of the
//! German (DE-R-017), Icelandic (IS-R-001) and Greek (GR-R-001-5) rules. Peppol's lists are the
//! same in 3.0.20.

/// Types of an invoice in EN 16931 (BR-CL-01).
pub const INVOICE_TYPES_EN: &[&str] = &[
    "102", "130", "202", "203", "204", "211", "218", "219", "295", "325", "326", "331", "380",
    "382", "383", "384", "385", "386", "387", "388", "389", "390", "393", "394", "395", "456",
    "457", "471", "472", "473", "500", "501", "527", "553", "575", "623", "633", "71", "751",
    "780", "80", "81", "817", "82", "84", "870", "875", "876", "877", "935",
];

/// Types that were an invoice in 1.3.15 (with Peppol 3.0.20) and no longer are.
pub const INVOICE_TYPES_EN_REMOVED_3_0_21: &[&str] = &["502", "503"];

/// Types of a credit note in EN 16931 (BR-CL-01).
pub const CREDIT_NOTE_TYPES_EN: &[&str] =
    &["261", "262", "296", "308", "381", "396", "420", "458", "502", "503", "532", "81", "83"];

/// Types that have become a credit note since 1.3.15 (with Peppol 3.0.20).
pub const CREDIT_NOTE_TYPES_EN_ADDED_3_0_21: &[&str] = &["502", "503"];

/// Types of an invoice in Peppol billing (P0100).
pub const INVOICE_TYPES_PEPPOL: &[&str] = &[
    "102", "218", "219", "326", "331", "380", "382", "383", "384", "386", "388", "393", "395",
    "553", "575", "623", "71", "780", "80", "817", "82", "84", "870", "875", "876", "877",
];

/// Types of a credit note in Peppol billing (P0101).
pub const CREDIT_NOTE_TYPES_PEPPOL: &[&str] = &["381", "396", "532", "81", "83"];

/// Types of an invoice in Peppol self-billing (P0100 there).
pub const INVOICE_TYPES_SELF_BILLING: &[&str] = &["389", "527"];

/// Types of a credit note in Peppol self-billing (P0101 there).
pub const CREDIT_NOTE_TYPES_SELF_BILLING: &[&str] = &["261"];

/// Invoice types that Peppol keeps for German seller and buyer (P0112).
pub const INVOICE_TYPES_GERMANY_ONLY: &[&str] = &["326", "384"];

/// Types, invoice or credit note, between German parties (DE-R-017).
pub const GERMAN_DOCUMENT_TYPES: &[&str] =
    &["326", "380", "381", "384", "389", "875", "876", "877"];

/// Types, invoice or credit note, of an Icelandic seller (IS-R-001).
pub const ICELANDIC_DOCUMENT_TYPES: &[&str] = &["380", "381"];

/// Greek document types: fourth segment of a Greek invoice number (GR-R-001-5).
// The official list ends in a blank, but the rule refuses an empty segment first.
pub const GREEK_DOCUMENT_TYPES: &[&str] = &["1.1", "1.6", "2.1", "2.4", "5.1", "5.2"];
