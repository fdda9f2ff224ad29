//! Any bytes have a verdict: no crash, no hang, and never valid without having been judged.
//!
//! `cargo +nightly fuzz run judge -- -max_len=65536 -timeout=10 -rss_limit_mb=1024`; tests/cases
//! makes good seeds.

#![no_main]

use libfuzzer_sys::fuzz_target;
use postbud::peppol::rules::pack::Pack;
use postbud::peppol::validate::judge;

fuzz_target!(|bytes: &[u8]| {
    for pack in Pack::ALL {
        let verdict = judge(bytes, pack);
        assert!(verdict.document.is_some() || !verdict.is_valid());
        assert!(verdict.not_evaluated.is_empty() || !verdict.is_valid());
        for finding in &verdict.findings {
            assert!(finding.xpath.is_some() || verdict.document.is_none());
        }
    }
});
