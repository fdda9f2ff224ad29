//! Sends an invoice or credit note: decided, built, checked, stored and queued in one transaction.
//! An ERP that makes its own BIS Billing document gives that instead, and it is carried unchanged.

mod finished;

pub use finished::ALL as FINISHED;

use crate::domain::channel::ENDPOINT_WRONG;
use crate::domain::company::Company;
use crate::domain::customer::Customer;
use crate::domain::failure::Failure;
use crate::domain::finding::{Fault, Finding};
use crate::domain::invoice::Invoice;
use crate::domain::words::words;
use crate::office::Office;
use crate::office::attachments;
use crate::office::customer_get::customer_named;
use crate::office::document::{
    Kept, Places, Receiver, as_json, day_of, fill_due_date, fill_reference, has_reference, judge,
    judge_officially, judge_parts, placed, read_totals, reference_missing,
    without_vat_numbers_if_outside, write_whole,
};
use crate::office::form::{InvoiceForm, read_claim, read_invoice, read_overrides};
use crate::office::known::{Known, Question};
use crate::office::request::{Call, Door, request, text};
use crate::office::sending::{
    Draft, Occasion, Reply, content_hash, decide_new, difference, kid, replay, store,
};
use crate::office::solving::{as_solved, read_asked};
use crate::peppol::write::Document;
use crate::store::Tx;
use finished::FinishedForm;

request! {
    /// The document to send: an invoice in plain terms, or a finished document.
    Request {
        /// The invoice; its customer is registered with customer_put.
        invoice: Option<InvoiceForm>,
        /// A finished BIS Billing 3.0 document instead; it is carried unchanged.
        document: Option<FinishedForm>,
    }
}

/// Sends the document.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<Reply, Failure> {
    let (invoice, document) = (call.body.invoice.take(), call.body.document.take());
    office.store.write(|tx| {
        let company = office.company(tx, &call)?;
        let occasion = Occasion { now: call.now, language: call.language, user: call.user() };
        let mut door = std::mem::take(&mut call.door);
        match (invoice, document) {
            (Some(_), Some(_)) => {
                door.report(Finding::fatal(&TWO_DOCUMENTS).at("/document"));
                Err(Failure::invalid(door.findings().to_vec()))
            }
            (None, Some(document)) => finished::send(tx, &company, document, door, &occasion),
            (invoice, None) => send(tx, &company, invoice.unwrap_or_default(), door, &occasion),
        }
    })
}

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
    let known = Known::of(tx, company, &customer)?;
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

words! {
    TWO_DOCUMENTS = "invoice_and_document" {
        en: "Both an invoice and a finished document are given." => "Give one of them; a finished document is carried unchanged.",
        nb: "Både en faktura og et ferdig dokument er oppgitt." => "Oppgi én av dem; et ferdig dokument sendes uendret.",
        sv: "Både en faktura och ett färdigt dokument är angivna." => "Ange en av dem; ett färdigt dokument skickas oförändrat.",
    }
}
