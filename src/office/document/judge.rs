//! Runs the rules on what was read; findings name their place in the request.

use crate::domain::finding::Finding;
use crate::domain::invoice::Invoice;
use crate::domain::invoice::check::{R003, Subject, check, check_parts};
use crate::domain::invoice::totals::Totals;
use crate::domain::party::Party;
use crate::office::document::kept::Kept;
use crate::office::form::InvoiceForm;
use crate::office::protocol::door::Door;

/// The fields of the request that refer to the parties, where those are not given in full.
#[derive(Clone, Copy, Debug)]
pub struct Places {
    /// Refers to the seller.
    pub seller: Option<&'static str>,
    /// Refers to the buyer.
    pub buyer: Option<&'static str>,
}

impl Places {
    /// Both parties are registered.
    pub const REGISTERED: Self =
        Self { seller: Some("/company"), buyer: Some("/invoice/customer") };
}

/// Runs the rules on what was read; findings name their place in the request and the host's keys.
/// Over a faulty request only those rules run that a stand-in cannot mislead.
pub fn judge(door: &mut Door, form: &InvoiceForm, places: Places, kept: &Kept, totals: &Totals) {
    let Kept { invoice, seller, buyer, .. } = kept;
    let found = if door.is_clear() {
        check(Subject { invoice, totals, seller, buyer })
    } else {
        check_parts(invoice, seller)
    };
    door.report_all(found.into_iter().map(|finding| placed(finding, form, places)));
}

/// Runs the rules that need no buyer, when there is none.
pub fn judge_parts(
    door: &mut Door,
    form: &InvoiceForm,
    places: Places,
    invoice: &Invoice,
    seller: &Party,
) {
    let found = check_parts(invoice, seller);
    door.report_all(found.into_iter().map(|finding| placed(finding, form, places)));
}

/// Rules name places inside the invoice; the request has the invoice in a field of its own.
pub fn placed(mut finding: Finding, form: &InvoiceForm, places: Places) -> Finding {
    let path = finding.path.take().unwrap_or_default();
    let line = path.strip_prefix("/lines/").and_then(|rest| rest.split('/').next());
    let line = line.and_then(|index| index.parse::<usize>().ok());
    let key = line.and_then(|index| form.lines.as_ref()?.host_key(index));
    finding.host_key = key.or_else(|| form.host_key.clone());
    finding.path = Some(match path.split('/').nth(1) {
        Some("seller") => places.seller.map_or(path, str::to_owned),
        Some("buyer") => places.buyer.map_or(path, str::to_owned),
        _ => format!("/invoice{path}"),
    });
    finding
}

/// The buyer reference that a receiver on the network wants (R003), or how to give it.
pub fn reference_missing(form: &InvoiceForm) -> Finding {
    let missing = Finding::fatal(&R003).at("/invoice/buyer_reference").term("BT-10");
    Finding { host_key: form.host_key.clone(), ..missing }
}
