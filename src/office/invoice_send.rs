//! Sends an invoice or credit note: decided, built, checked, stored and queued in one transaction.

use crate::domain::channel::{Channel, Decision, NO_CHANNEL, Outcome, Verdict};
use crate::domain::company::{Company, REGISTRATION_PENDING, Registration, refusal_words};
use crate::domain::customer::{Customer, Kind};
use crate::domain::delivery::WaitingFor;
use crate::domain::failure::{Failure, Status};
use crate::domain::finding::{Fault, Finding};
use crate::domain::invoice::totals::Totals;
use crate::domain::invoice::{Invoice, NUMBER_TAKEN};
use crate::domain::kyc::KYC_MISSING;
use crate::domain::words::{Language, Words};
use crate::office::Office;
use crate::office::customer_get::customer_named;
use crate::office::document::{
    Kept, Known, Places, Question, TotalsReply, as_json, fill_due_date, has_reference, judge,
    judge_parts, read_totals, reference_missing, without_vat_numbers_if_outside,
};
use crate::office::form::{InvoiceForm, read_invoice};
use crate::office::outbox::{self, DocumentDelivery};
use crate::office::reply::{DecisionReply, FindingReply, say_all, say_decision};
use crate::office::request::{Call, Door, request, text};
use crate::peppol::write::{Document, write};
use crate::store::{DocumentRow, NewDocument, Tx};
use crate::system;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

request! {
    /// The document to send.
    Request {
        /// The invoice; its customer is registered with customer_put. Mandatory.
        invoice: Option<InvoiceForm>,
    }
}

/// A sent document, or the earlier answer when it was sent before.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(with = "SendReply")]
pub enum Reply {
    /// Sent now.
    New(Box<SendReply>),
    /// Sent before with the same content: the earlier answer, with replayed true.
    Replayed(Value),
}

/// A sent document.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SendReply {
    /// Id of the document.
    pub id: String,
    /// invoice or credit_note.
    pub r#type: &'static str,
    /// Number.
    pub number: String,
    /// The host's own key.
    pub host_key: Option<String>,
    /// Customer number.
    pub customer: String,
    /// Id of the delivery.
    pub delivery: String,
    /// queued or waiting.
    pub state: &'static str,
    /// The channel, unless it waits for a look-up.
    pub channel: Option<&'static str>,
    /// registration, kyc, lookup or channel, while something is missing.
    pub waiting_for: Option<&'static str>,
    /// What to do about it.
    pub next_step: Option<String>,
    /// Where it goes, and why.
    pub decision: DecisionReply,
    /// The computed totals.
    pub totals: TotalsReply,
    /// What is worth a look.
    pub findings: Vec<FindingReply>,
    /// Whether this is an earlier answer.
    pub replayed: bool,
}

/// Who asks, when and in which language: the same for every document of a batch.
pub struct Occasion {
    /// The moment that counts.
    pub now: Timestamp,
    /// Language of sentences.
    pub language: Language,
    /// Who calls.
    pub user: Option<String>,
}

/// Sends the document.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<Reply, Failure> {
    let form = call.body.invoice.take().unwrap_or_default();
    office.store.write(|tx| {
        let company = Office::company(tx, &call)?;
        let occasion = Occasion { now: call.now, language: call.language, user: call.user() };
        send(tx, &company, &form, std::mem::take(&mut call.door), &occasion)
    })
}

/// Sends one document inside a transaction.
pub fn send(
    tx: &Tx<'_>,
    company: &Company,
    form: &InvoiceForm,
    mut door: Door,
    occasion: &Occasion,
) -> Result<Reply, Failure> {
    let home = company.card.country();
    let invoice = read_invoice(&mut door, "/invoice", form, home);
    let path = "/invoice/customer";
    let customer = match door.required(path, form.customer.as_ref(), text(40)) {
        Some(number) => customer_named(tx, company.id, &mut door, path, &number)?,
        None => None,
    };
    let host_key = door.optional("/invoice/host_key", form.host_key.as_ref(), text(200));
    let hash = customer.as_ref().map(|customer| content_hash(&invoice, customer));
    if let (Some(hash), true) = (&hash, door.is_clear())
        && let Some(earlier) = tx.document_by_number(company.id, invoice.r#type, &invoice.number)?
    {
        return replay(&earlier, hash);
    }
    let draft = match customer {
        Some(customer) => read_draft(&mut door, tx, company, form, invoice, customer, occasion)?,
        None => {
            judge_parts(&mut door, form, Places::REGISTERED, &invoice, &company.card.seller());
            None
        }
    };
    let ((draft, hash), warnings) = door.close(draft.zip(hash))?;
    if draft.decision.outcome == Outcome::Refuse {
        return Err(no_channel(&draft, host_key));
    }
    store(tx, company, draft, &hash, host_key, &warnings, occasion)
}

/// A document ready to be stored.
struct Draft {
    kept: Kept,
    totals: Totals,
    customer: Customer,
    decision: Decision,
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
    let Some(totals) = read_totals(door, form, &invoice) else { return Ok(None) };
    let known = Known::of(tx, company, &customer)?;
    let document = invoice.r#type;
    let question = Question { document, payable: Some(totals.payable), refused: &[] };
    let decision = known.decide(company, &customer, &question, occasion.now);
    fill_due_date(&mut invoice, company);
    fill_reference(&mut invoice, company, &customer, &decision);
    if !has_reference(&invoice) {
        door.report(reference_missing(form));
    }
    let mut seller = company.card.seller();
    let mut buyer = customer.buyer(&company.settings, company.card.country());
    without_vat_numbers_if_outside(&totals, &mut seller, &mut buyer);
    let kept = Kept { invoice, seller, buyer };
    judge(door, form, Places::REGISTERED, &kept, &totals);
    Ok(Some(Draft { kept, totals, customer, decision }))
}

/// A receiver on the network routes by the reference, so a made-up one would go astray there; for
/// everybody else the customer number says enough (PEPPOL-EN16931-R003).
fn fill_reference(
    invoice: &mut Invoice,
    company: &Company,
    customer: &Customer,
    decision: &Decision,
) {
    if has_reference(invoice) {
        return;
    }
    let business = customer.kind == Kind::Business;
    let usual = company.settings.default_buyer_reference.clone().filter(|_| business);
    let on_network = match decision.outcome {
        Outcome::Take(channel) => channel == Channel::Einvoice,
        Outcome::Wait => business,
        Outcome::Refuse => false,
    };
    let number = (!on_network).then(|| customer.number.clone());
    invoice.buyer_reference = customer.buyer_reference.clone().or(usual).or(number);
}

/// Hash of what was asked to be sent: the typed content and the customer, nothing of his card.
fn content_hash(invoice: &Invoice, customer: &Customer) -> String {
    let content = json!({"invoice": invoice, "customer": customer.number});
    let canonical = canonical(content).to_string();
    format!("1:{}", system::hex(&Sha256::digest(canonical)))
}

/// The same value in one way only: fields by name, nothing for what is absent. A field that a later
/// version knows and this document does not have leaves the hash as it is.
fn canonical(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let mut kept: Vec<(String, Value)> =
                fields.into_iter().map(|(name, value)| (name, canonical(value))).collect();
            kept.retain(|(_, value)| !is_nothing(value));
            kept.sort_by(|(one, _), (other, _)| one.cmp(other));
            Value::Object(kept.into_iter().collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(canonical).collect()),
        other => other,
    }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    }
}

fn replay(earlier: &DocumentRow, hash: &str) -> Result<Reply, Failure> {
    if earlier.content_hash != hash {
        let taken = Fault::new(&NUMBER_TAKEN).with("type", earlier.r#type.word());
        return Err(Failure::conflict(taken.with("number", &earlier.number)));
    }
    let mut answer: Value = serde_json::from_str(&earlier.reply).unwrap_or_default();
    if let Some(answer) = answer.as_object_mut() {
        answer.insert("replayed".to_owned(), Value::Bool(true));
    }
    Ok(Reply::Replayed(answer))
}

/// No step is possible: every skipped one says what it misses.
fn no_channel(draft: &Draft, host_key: Option<String>) -> Failure {
    let skipped = draft.decision.trace.iter().filter(|row| row.verdict == Verdict::Skipped);
    let findings = skipped.map(|row| Finding {
        host_key: host_key.clone().or_else(|| draft.customer.host_key.clone()),
        ..Finding::fatal(row.reason.clone()).at("/invoice/customer").value(&draft.customer.number)
    });
    let fault = Fault::new(&NO_CHANNEL).with("customer", &draft.customer.number);
    Failure::new(Status::Invalid, fault).because(findings.collect())
}

fn store(
    tx: &Tx<'_>,
    company: &Company,
    draft: Draft,
    hash: &str,
    host_key: Option<String>,
    warnings: &[Finding],
    occasion: &Occasion,
) -> Result<Reply, Failure> {
    let Draft { kept, totals, customer, decision } = draft;
    let Kept { invoice, seller, buyer } = &kept;
    let xml = write(Document { invoice, totals: &totals, seller, buyer });
    let lookup = (decision.outcome == Outcome::Wait).then_some(WaitingFor::Lookup);
    let waiting_for = outbox::missing_for_documents(tx, company)?.or(lookup);
    let language = occasion.language;
    let reply = SendReply {
        id: system::fresh_id("doc")?,
        r#type: invoice.r#type.word(),
        number: invoice.number.clone(),
        host_key,
        customer: customer.number.clone(),
        delivery: system::fresh_id("dlv")?,
        state: if waiting_for.is_some() { "waiting" } else { "queued" },
        channel: decision.channel().map(Channel::word),
        waiting_for: waiting_for.map(WaitingFor::word),
        next_step: waiting_for
            .map(|wait| next_step(wait, company, &decision).fix.in_language(language).to_owned()),
        decision: say_decision(&decision, language),
        totals: TotalsReply::of(invoice, &totals),
        findings: say_all(warnings, language),
        replayed: false,
    };
    tx.add_document(&NewDocument {
        id: &reply.id,
        company: company.id,
        r#type: invoice.r#type,
        number: &invoice.number,
        customer: &customer.number,
        content_hash: hash,
        host_key: reply.host_key.as_deref(),
        payable: &reply.totals.payable,
        currency: invoice.currency.code(),
        invoice: &as_json(&kept)?,
        xml: &xml,
        reply: &as_json(&reply)?,
        now: occasion.now,
    })?;
    let delivery = DocumentDelivery {
        id: &reply.delivery,
        document: &reply.id,
        decision: &decision,
        waiting_for,
        actor: occasion.user.as_deref(),
    };
    outbox::queue_document(tx, company.id, &delivery, occasion.now)?;
    Ok(Reply::New(Box::new(reply)))
}

/// The sentence whose next step helps a waiting document.
fn next_step(wait: WaitingFor, company: &Company, decision: &Decision) -> &'static Words {
    match wait {
        WaitingFor::Registration if company.registration == Registration::Refused => {
            refusal_words(company.refusal.as_deref().unwrap_or_default())
        }
        WaitingFor::Registration => &REGISTRATION_PENDING,
        WaitingFor::Kyc => &KYC_MISSING,
        WaitingFor::Channel => &NO_CHANNEL,
        WaitingFor::Lookup => decision
            .trace
            .iter()
            .find(|row| row.verdict == Verdict::Awaited)
            .map_or(&NO_CHANNEL, |row| row.reason.words),
    }
}
