//! Prices with VAT and rounding to cash at the door: what the request asks of the sums.

use crate::domain::invoice::Invoice;
use crate::domain::invoice::solve::report::Slack;
use crate::domain::invoice::solve::{Asked, Cash, Prices, solve};
use crate::office::document::judge::{Places, placed};
use crate::office::form::InvoiceForm;
use crate::office::protocol::door::Door;

/// Reads what is asked of the sums.
pub fn read_asked(door: &mut Door, form: &InvoiceForm) -> Asked {
    let prices = match form.prices_include_vat {
        Some(true) => Prices::WithVat,
        Some(false) | None => Prices::WithoutVat,
    };
    let round_to = door.optional("/invoice/round_to", form.round_to.as_ref(), Cash::parse);
    Asked { prices, round_to }
}

/// The invoice as it is kept; what cannot be solved is as it was given.
pub fn as_solved(invoice: &Invoice, asked: Asked) -> Invoice {
    match solve(invoice, asked) {
        Ok(solved) => solved.invoice,
        Err(_) => invoice.clone(),
    }
}

/// Gives the invoice prices without VAT and its rounding, where that is asked for. What was moved
/// is told as information. After prices with VAT: how far given totals may lie from the reached
/// ones.
pub fn solve_asked(door: &mut Door, form: &InvoiceForm, invoice: &mut Invoice) -> Option<Slack> {
    let asked = read_asked(door, form);
    if asked.is_nothing() {
        return None;
    }
    let with_vat = asked.prices == Prices::WithVat;
    // Sums over a stand-in would say nothing.
    let solved = if door.is_clear() { solve(invoice, asked) } else { Err(Vec::new()) };
    let (found, slack) = match solved {
        Ok(solved) => {
            *invoice = solved.invoice;
            (solved.report.notes(), with_vat.then(|| solved.report.slack()))
        }
        Err(faults) => {
            // A net amount is no fault beside a price with VAT.
            invoice.lines.iter_mut().filter(|_| with_vat).for_each(|line| line.set_net(None));
            (faults, None)
        }
    };
    door.report_all(found.into_iter().map(|finding| placed(finding, form, Places::REGISTERED)));
    slack
}
