//! Reads, decides, builds and checks one invoice, and stores it.

use crate::domain::channel::ENDPOINT_WRONG;
use crate::domain::company::Company;
use crate::domain::customer::Customer;
use crate::domain::failure::Failure;
use crate::domain::finding::{Fault, Finding};
use crate::domain::invoice::Invoice;
use crate::office::customer::find::customer_named;
use crate::office::distribution::gathered::{Gathered, Question};
use crate::office::document::attachments;
use crate::office::document::fill::{
    fill_due_date, fill_reference, has_reference, without_vat_numbers_if_outside,
};
use crate::office::document::judge::{Places, judge, judge_parts, placed, reference_missing};
use crate::office::document::kept::{Kept, as_json};
use crate::office::document::official::{Receiver, day_of, judge_officially};
use crate::office::document::solving::{as_solved, read_asked};
use crate::office::document::totals::read_totals;
use crate::office::document::whole::write_whole;
use crate::office::form::{InvoiceForm, read_claim, read_invoice, read_overrides};
use crate::office::invoice::content::content_hash;
use crate::office::invoice::sending::{Draft, Occasion, Reply, decide_new, replay, store};
use crate::office::invoice::{difference, kid};
use crate::office::protocol::door::Door;
use crate::office::protocol::text::text;
use crate::peppol::write::Document;
use crate::store::Tx;

/// Sends one document inside a transaction.
pub fn send(
    tx: &Tx<'_>,
    company: &Company,
    mut form: InvoiceForm,
    mut door: Door,
    occasion: &Occasion,
) -> Result<Reply, Failure> {
    let home = company.card.country();
    let mut invoice = read_invoice(&mut door, "/invoice", &form, home);
    form.forget_lines();
    let path = "/invoice/customer";
    let customer = match door.required(path, form.customer.as_ref(), text(40)) {
        Some(number) => customer_named(tx, company.id, &mut door, path, &number)?,
        None => None,
    };
    let host_key = door.optional("/invoice/host_key", form.host_key.as_ref(), text(200));
    let asked = read_asked(&mut door, &form);
    let hash = customer.as_ref().map(|customer| content_hash(&mut invoice, asked, customer));
    if let (Some(customer), Some(hash), true) = (&customer, &hash, door.is_clear())
        && let Some(earlier) = tx.document_by_number(company.id, invoice.r#type, &invoice.number)?
    {
        let differs = || {
            // What is kept has been solved already.
            let now = as_solved(&invoice, asked);
            difference::of_terms(tx, &earlier, &now, customer, &form)
        };
        return replay(tx, &earlier, hash, differs);
    }
    let draft = match customer {
        Some(customer) => read_draft(&mut door, tx, company, &form, invoice, customer, occasion)?,
        None => {
            judge_parts(&mut door, &form, Places::REGISTERED, &invoice, &company.card.seller());
            None
        }
    };
    let ((draft, hash), warnings) = door.close(draft.zip(hash))?;
    store(tx, company, Draft { host_key, warnings, hash, ..draft }, occasion)
}

fn read_draft(
    door: &mut Door,
    tx: &Tx<'_>,
    company: &Company,
    form: &InvoiceForm,
    mut invoice: Invoice,
    customer: Customer,
    occasion: &Occasion,
) -> Result<Option<Draft>, Failure> {
    let overrides = read_overrides(door, "/invoice/distribution", form.distribution.as_ref());
    let usual = company.settings.claim_ground;
    let claim = read_claim(door, "/invoice/claim", form.claim.as_ref(), usual);
    let open = difference::left_open(&invoice);
    let Some(mut totals) = read_totals(door, form, &mut invoice) else { return Ok(None) };
    let known = Gathered::of(tx, company, &customer)?;
    fill_due_date(&mut invoice, company);
    attachments::mark(&mut invoice.more.supporting, &company.settings);
    let mut seller = company.card.seller();
    let mut buyer = customer.buyer(&company.settings, company.card.country());
    without_vat_numbers_if_outside(&totals, &mut seller, &mut buyer);
    if let Some(wrong) = customer.endpoint.as_ref().filter(|endpoint| !endpoint.is_taken()) {
        let fault = Fault::new(&ENDPOINT_WRONG).with("endpoint", wrong.text());
        let dropped = Finding::warning(fault).at("/invoice/customer").value(wrong.text());
        door.report(Finding { host_key: form.host_key.clone(), ..dropped }.term("BT-49"));
    }
    let mut kept = Kept { claim, ..Kept::built(invoice, seller, buyer) };
    let sheet = kept.sheet(Some(totals.payable));
    let question = Question { sheet, overrides: &overrides, refused: &[], asked: None };
    let decision = decide_new(door, company, &known, &customer, &question, occasion, "/invoice");
    let made_up = fill_reference(&mut kept.invoice, company, &customer, &decision);
    kept.reference_made_up = Some(made_up);
    kept.filled = Some(difference::filled(&open, &kept.invoice));
    if !has_reference(&kept.invoice) {
        door.report(reference_missing(form));
    }
    judge(door, form, Places::REGISTERED, &kept, &totals);
    let agreement = &known.agreement;
    let held = kid::findings(tx, company, agreement, &customer, &kept)?;
    let said = held.or_else(|| kid::absence(agreement, &customer, &kept, &decision));
    door.report_all(said.map(|found| placed(found.at(kid::place(form)), form, Places::REGISTERED)));
    attachments::place(&mut kept, &company.settings, customer.handling);
    let Kept { invoice, seller, buyer, .. } = &kept;
    let xml = write_whole(door, Document { invoice, totals: &totals, seller, buyer });
    let day = day_of(seller, occasion.now);
    // Without an address on its card a customer is never reached on the network.
    let addressed = buyer.endpoint.is_some();
    let receiver = if addressed { Receiver::Addressed } else { Receiver::OffNetwork };
    let terms = as_json(&kept)?;
    // All that follows is about the document as it is written.
    kept.invoice.lines = Vec::new();
    totals.line_nets = Vec::new();
    judge_officially(door, form, Places::REGISTERED, &xml, receiver, day);
    Ok(Some(Draft {
        kept,
        terms,
        totals,
        customer,
        decision,
        overrides,
        xml,
        places: "/invoice",
        hash: String::new(),
        host_key: None,
        warnings: Vec::new(),
    }))
}
