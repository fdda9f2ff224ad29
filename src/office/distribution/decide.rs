//! Decides without sending: for one invoice, for one customer, or for the whole customer list.

use crate::domain::agreement::Agreement;
use crate::domain::channel::{Channel, Decision, Outcome, Overrides, Row, Sheet, Verdict};
use crate::domain::company::Company;
use crate::domain::customer::Customer;
use crate::domain::failure::Failure;
use crate::domain::finding::Finding;
use crate::domain::invoice::Type;
use crate::domain::words::{Language, words};
use crate::office::Office;
use crate::office::customer::find::customer_named;
use crate::office::distribution::gathered::{Gathered, Question};
use crate::office::document::attachments::{self, Attached, AttachmentReply};
use crate::office::document::fill::fill_due_date;
use crate::office::document::kept::Kept;
use crate::office::document::totals::read_totals;
use crate::office::form::{InvoiceForm, read_claim, read_invoice, read_overrides};
use crate::office::protocol::company::company;
use crate::office::protocol::door::Door;
use crate::office::protocol::page::{cut, limit_within};
use crate::office::protocol::reply::{DecisionReply, FindingReply, say_all, say_decision};
use crate::office::protocol::request::{Call, request};
use crate::office::protocol::text::text;
use crate::store::Tx;
use jiff::Timestamp;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

request! {
    /// What to decide about. Without invoice and customer: the whole customer list, page by page.
    Request {
        /// Customer number.
        customer: Option<String>,
        /// An invoice as invoice_send takes it; its customer is the one decided for.
        invoice: Option<InvoiceForm>,
        /// Type of document when there is no invoice: invoice (default), credit_note, reminder,
        /// collection_notice, dunning, payment_request or enforcement_warning.
        document_type: Option<String>,
        /// Leaves the traces out: each decision has its channel and the code of its reason only.
        /// Default: false.
        brief: Option<bool>,
        /// Tells of the invoice's attachments what would become of them on every channel, not only
        /// on the one that it would take. Default: false.
        all_channels: Option<bool>,
        /// How many customers at the most, 1 to 1,000, or to 100,000 with brief. Default: 100.
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
    /// How many customers of this page take each channel, wait or are not reached.
    pub summary: BTreeMap<&'static str, u64>,
    /// Give it as cursor for the next page; none on the last.
    pub next_cursor: Option<String>,
    /// Rows of the store that could not be read and were left out, each with the way
    /// out.
    pub findings: Vec<FindingReply>,
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
    /// The channel, wait or refuse.
    pub outcome: &'static str,
    /// Code of the reason: of the step that is taken or awaited, else of the first skipped one.
    pub code: Option<&'static str>,
    /// Where the document would go, and why; not with brief.
    pub decision: Option<DecisionReply>,
    /// What would become of each attachment; not with brief.
    pub attachments: Vec<AttachmentReply>,
}

/// So many customers are read from the store at a time.
const PAGE: u32 = 1_000;
/// So many decisions fit one reply without their traces.
const MOST_BRIEF: u32 = 100_000;

/// What a decision is about, beside the customer.
struct Subject {
    invoice: Option<Kept>,
    payable: Option<Decimal>,
    document: Type,
    overrides: Overrides,
    brief: bool,
    all_channels: bool,
    now: Timestamp,
    language: Language,
}

/// Decides.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<Reply, Failure> {
    office.store.read(|tx| {
        let company = company(tx, &call)?;
        let mut door = std::mem::take(&mut call.door);
        let subject = read_subject(&mut door, &call, &company);
        let named = read_customer(&mut door, tx, &call, &company)?;
        let most = if call.body.brief == Some(true) { MOST_BRIEF } else { 1_000 };
        let limit = limit_within(&mut door, call.body.limit, most);
        let cursor = door.optional("/cursor", call.body.cursor.as_ref(), text(40));
        let (subject, _) = door.close(subject)?;
        let agreement = tx.agreement(company.id)?;
        let decide = |customer: &Customer| decide(tx, &company, &agreement, customer, &subject);
        let (decisions, next_cursor) = match named {
            Some(customer) => (vec![decide(&customer)?], None),
            None => decide_list(tx, company.id, cursor.unwrap_or_default(), limit, decide)?,
        };
        let mut summary = BTreeMap::new();
        for decision in &decisions {
            *summary.entry(decision.outcome).or_insert(0) += 1;
        }
        let findings = say_all(&tx.unreadable(), call.language);
        Ok(Reply { decisions, summary, next_cursor, findings })
    })
}

/// The customer list in the order of numbers, read in pages: only the decisions stay in memory.
fn decide_list(
    tx: &Tx<'_>,
    company: i64,
    mut after: String,
    limit: u32,
    decide: impl Fn(&Customer) -> Result<CustomerDecision, Failure>,
) -> Result<(Vec<CustomerDecision>, Option<String>), Failure> {
    let mut decisions = Vec::new();
    let mut left = limit;
    while left > 0 {
        let found = tx.customers_after(company, &after, left.min(PAGE) + 1)?;
        let (page, next) = cut(found, left.min(PAGE), |listed| listed.key.clone());
        for customer in &tx.readable(page) {
            decisions.extend(tx.or_note(decide(customer))?);
        }
        let Some(next) = next else { return Ok((decisions, None)) };
        after = next;
        left -= left.min(PAGE);
    }
    Ok((decisions, Some(after)))
}

fn read_subject(door: &mut Door, call: &Call<Request>, company: &Company) -> Option<Subject> {
    let kind = door.optional("/document_type", call.body.document_type.as_ref(), Type::parse);
    let mut subject = Subject {
        invoice: None,
        payable: None,
        document: kind.unwrap_or(Type::Invoice),
        overrides: Overrides::default(),
        brief: call.body.brief.unwrap_or(false),
        all_channels: call.body.all_channels.unwrap_or(false),
        now: call.now,
        language: call.language,
    };
    if let Some(form) = &call.body.invoice {
        let mut invoice = read_invoice(door, "/invoice", form, company.card.country());
        let path = "/invoice/distribution";
        subject.overrides = read_overrides(door, path, form.distribution.as_ref());
        subject.payable = Some(read_totals(door, form, &mut invoice)?.payable);
        subject.document = invoice.r#type;
        fill_due_date(&mut invoice, company);
        attachments::mark(&mut invoice.more.supporting, &company.settings);
        let usual = company.settings.claim_ground;
        let claim = read_claim(door, "/invoice/claim", form.claim.as_ref(), usual);
        let seller = company.card.seller();
        subject.invoice = Some(Kept { claim, ..Kept::built(invoice, seller.clone(), seller) });
    }
    Some(subject)
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
    agreement: &Agreement,
    customer: &Customer,
    subject: &Subject,
) -> Result<CustomerDecision, Failure> {
    let known = Gathered::by(tx, company, customer, agreement.clone())?;
    let sheet = match &subject.invoice {
        Some(kept) => kept.sheet(subject.payable),
        None => Sheet::any(subject.document),
    };
    let question = Question { sheet, overrides: &subject.overrides, refused: &[], asked: None };
    let decision = known.decide(company, customer, &question, subject.now);
    let trace = &decision.trace;
    let says = |row: &&Row| matches!(row.verdict, Verdict::Taken | Verdict::Awaited);
    let reason = trace.iter().find(says).or_else(|| trace.first());
    Ok(CustomerDecision {
        customer: customer.number.clone(),
        name: customer.name.clone(),
        host_key: customer.host_key.clone(),
        mode: customer.handling.mode.word(),
        outcome: match decision.outcome {
            Outcome::Take(channel) => channel.word(),
            Outcome::Wait(_) => "wait",
            Outcome::Refuse => "refuse",
        },
        code: reason.map(|row| row.reason.words.code),
        attachments: plans(company, customer, subject, &decision),
        decision: (!subject.brief).then(|| say_decision(&decision, subject.language)),
    })
}

/// The plan for the channel that would be taken, or for all.
fn plans(
    company: &Company,
    customer: &Customer,
    subject: &Subject,
    decision: &Decision,
) -> Vec<AttachmentReply> {
    let Some(kept) = subject.invoice.as_ref().filter(|_| !subject.brief) else {
        return Vec::new();
    };
    let attached = Attached::of(kept, company, customer);
    match subject.all_channels {
        true => Channel::ALL.iter().flat_map(|it| attached.say(*it, subject.language)).collect(),
        false => attached.say_decided(decision, subject.language),
    }
}

words! {
    TWO_SUBJECTS = "customer_and_invoice" {
        en: "Both a customer and an invoice are given." => "Leave customer out: the invoice names its own.",
        nb: "Både kunde og faktura er oppgitt." => "Utelat customer: fakturaen nevner sin egen.",
        sv: "Både kund och faktura är angivna." => "Utelämna customer: fakturan nämner sin egen.",
    }
}
