//! Decides without sending: for one invoice, for one customer, or for the whole customer list.

use crate::domain::company::Company;
use crate::domain::customer::Customer;
use crate::domain::failure::Failure;
use crate::domain::finding::Finding;
use crate::domain::invoice::Type;
use crate::domain::words::{Language, words};
use crate::office::Office;
use crate::office::customer_get::customer_named;
use crate::office::customer_list::{cut, page_limit};
use crate::office::document::{Known, Question, read_totals};
use crate::office::form::{InvoiceForm, read_invoice};
use crate::office::reply::{DecisionReply, say_decision};
use crate::office::request::{Call, Door, request, text};
use crate::store::Tx;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

request! {
    /// What to decide about. Without invoice and customer: the whole customer list, page by page.
    Request {
        /// Customer number.
        customer: Option<String>,
        /// An invoice as invoice_send takes it; its customer is the one decided for.
        invoice: Option<InvoiceForm>,
        /// Type of document when there is no invoice: invoice (default) or credit_note.
        document_type: Option<String>,
        /// How many customers at the most, 1 to 1,000. Default: 100.
        limit: Option<u32>,
        /// Where the earlier page ended: its next_cursor.
        cursor: Option<String>,
    }
}

/// The decisions.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reply {
    /// One for each customer.
    pub decisions: Vec<CustomerDecision>,
    /// Give it as cursor for the next page; none on the last.
    pub next_cursor: Option<String>,
}

/// The decision for one customer.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CustomerDecision {
    /// Customer number.
    pub customer: String,
    /// Name.
    pub name: String,
    /// The host's own key of the customer.
    pub host_key: Option<String>,
    /// automatic, electronic, email, print or self.
    pub mode: &'static str,
    /// Where the document would go, and why.
    pub decision: DecisionReply,
}

/// What a decision is about, beside the customer.
struct Subject {
    question: Question<'static>,
    now: Timestamp,
    language: Language,
}

/// Decides.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<Reply, Failure> {
    office.store.read(|tx| {
        let company = Office::company(tx, &call)?;
        let mut door = std::mem::take(&mut call.door);
        let subject = read_subject(&mut door, &call, &company);
        let named = read_customer(&mut door, tx, &call, &company)?;
        let limit = page_limit(&mut door, call.body.limit);
        let cursor = door.optional("/cursor", call.body.cursor.as_ref(), text(40));
        let (subject, _) = door.close(subject)?;
        let (customers, next_cursor) = match named {
            Some(customer) => (vec![customer], None),
            None => {
                let after = cursor.unwrap_or_default();
                let found = tx.customers_after(company.id, &after, limit + 1)?;
                cut(found, limit, |customer| customer.number.clone())
            }
        };
        let mut decisions = Vec::with_capacity(customers.len());
        for customer in &customers {
            decisions.push(decide(tx, &company, customer, &subject)?);
        }
        Ok(Reply { decisions, next_cursor })
    })
}

fn read_subject(door: &mut Door, call: &Call<Request>, company: &Company) -> Option<Subject> {
    let kind = door.optional("/document_type", call.body.document_type.as_ref(), Type::parse);
    let document = kind.unwrap_or(Type::Invoice);
    let mut question = Question { document, payable: None, refused: &[] };
    if let Some(form) = &call.body.invoice {
        let invoice = read_invoice(door, "/invoice", form, company.card.country());
        question.document = invoice.r#type;
        question.payable = Some(read_totals(door, form, &invoice)?.payable);
    }
    Some(Subject { question, now: call.now, language: call.language })
}

fn read_customer(
    door: &mut Door,
    tx: &Tx<'_>,
    call: &Call<Request>,
    company: &Company,
) -> Result<Option<Customer>, Failure> {
    if call.body.invoice.is_some() && call.body.customer.is_some() {
        door.report(Finding::fatal(&TWO_SUBJECTS).at("/customer"));
    }
    let (path, given) = match &call.body.invoice {
        Some(form) => ("/invoice/customer", form.customer.as_ref()),
        None => ("/customer", call.body.customer.as_ref()),
    };
    let number = match &call.body.invoice {
        Some(_) => door.required(path, given, text(40)),
        None => door.optional(path, given, text(40)),
    };
    match number {
        Some(number) => customer_named(tx, company.id, door, path, &number),
        None => Ok(None),
    }
}

fn decide(
    tx: &Tx<'_>,
    company: &Company,
    customer: &Customer,
    subject: &Subject,
) -> Result<CustomerDecision, Failure> {
    let known = Known::of(tx, company, customer)?;
    let decision = known.decide(company, customer, &subject.question, subject.now);
    Ok(CustomerDecision {
        customer: customer.number.clone(),
        name: customer.name.clone(),
        host_key: customer.host_key.clone(),
        mode: customer.mode.word(),
        decision: say_decision(&decision, subject.language),
    })
}

words! {
    TWO_SUBJECTS = "customer_and_invoice" {
        en: "Both a customer and an invoice are given." => "Leave customer out: the invoice names its own.",
        nb: "Både kunde og faktura er oppgitt." => "Utelat customer: fakturaen nevner sin egen.",
        sv: "Både kund och faktura är angivna." => "Utelämna customer: fakturan nämner sin egen.",
    }
}
