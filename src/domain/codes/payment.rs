//! Means of payment: UNTDID 4461, and what single rules pick out of it.
//!
//! From EN 16931 UBL rules 1.3.16 (BR-CL-16, BR-50, BR-61) and Peppol BIS Billing 3.0.21
//! (PEPPOL-EN16931-R061 and country rules), all unchanged since 1.3.15 and 3.0.20.

/// Payment means codes (BR-CL-16).
pub const PAYMENT_MEANS: &[&str] = &[
    "1", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "2", "20", "21", "22", "23",
    "24", "25", "26", "27", "28", "29", "3", "30", "31", "32", "33", "34", "35", "36", "37", "38",
    "39", "4", "40", "41", "42", "43", "44", "45", "46", "47", "48", "49", "5", "50", "51", "52",
    "53", "54", "55", "56", "57", "58", "59", "6", "60", "61", "62", "63", "64", "65", "66", "67",
    "68", "69", "7", "70", "74", "75", "76", "77", "78", "8", "9", "91", "92", "93", "94", "95",
    "96", "97", "98", "ZZZ",
];

/// Means that pay to an account (BR-50, BR-61, DE-R-019, DE-R-023-1, DE-R-023-2).
pub const CREDIT_TRANSFERS: &[&str] = &["30", "58"];

/// Means that pay by card between German parties (DE-R-024-1, DE-R-024-2).
pub const CARDS: &[&str] = &["48", "54", "55"];

/// Means that ask for a mandate (R061).
pub const DIRECT_DEBITS: &[&str] = &["49", "59"];

/// Means between Danish parties (DK-R-005), tested without trimming.
// The official test looks for a part of the blank-padded list: `1 10` passes as well.
pub const DANISH_PAYMENT_MEANS: &[&str] =
    &["1", "10", "31", "42", "48", "49", "50", "58", "59", "93", "97"];

/// Card types before `#` in a Danish giro payment, code 50 (DK-R-008).
pub const DANISH_GIRO_CARDS: &[&str] = &["01", "04", "15"];

/// Giro card types whose payment id has a fixed length (DK-R-009).
pub const DANISH_GIRO_CARDS_WITH_REFERENCE: &[&str] = &["04", "15"];

/// Card types before `#` in a Danish FIK payment, code 93 (DK-R-010).
pub const DANISH_FIK_CARDS: &[&str] = &["71", "73", "75"];

/// FIK card types whose payment id has a fixed length (DK-R-011).
pub const DANISH_FIK_CARDS_WITH_REFERENCE: &[&str] = &["71", "75"];

/// Means between Dutch parties (NL-R-008).
pub const DUTCH_PAYMENT_MEANS: &[&str] = &["30", "48", "49", "57", "58", "59"];

/// Giro codes that a Swedish seller is warned off (SE-R-011).
pub const SWEDISH_GIRO_MEANS: &[&str] = &["50", "56"];
