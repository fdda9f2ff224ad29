//! What sending has in common, whether the document was built here or came finished: replays,
//! grounds of claims, the decision's answer, and the one transaction that stores and queues.

use crate::domain::channel::{
    ACCOUNT_NOT_NORWEGIAN, Awaited, Channel, DUE_DATE_MISSING, DUE_TOO_FAR, DUE_TOO_NEAR, Decision,
    NO_CHANNEL, Outcome, Overrides, REFERENCE_NOT_KID, Sheet, Stated, VIPPS_NOT_A_MOBILE, Verdict,
};
use crate::domain::claim::{CLAIM_MISSING, Claim};
use crate::domain::company::{Company, REGISTRATION_PENDING, Registration, refusal_words};
use crate::domain::customer::{Customer, Kind};
use crate::domain::delivery::{DOCUMENT_CANCELED, State, WaitingFor};
use crate::domain::failure::{Failure, Status};
use crate::domain::finding::{Fault, Finding, Severity};
use crate::domain::invoice::NUMBER_TAKEN;
use crate::domain::invoice::totals::Totals;
use crate::domain::kyc::KYC_MISSING;
use crate::domain::words::{Language, Words, fill};
use crate::office::distribution::gathered::{Gathered, Question};
use crate::office::document::attachments::{Attached, AttachmentReply};
use crate::office::document::kept::{Kept, as_json};
use crate::office::document::totals::TotalsReply;
use crate::office::outbox::queue::{self, DocumentDelivery};
use crate::office::protocol::door::Door;
use crate::office::protocol::reply::{DecisionReply, FindingReply, say_all, say_decision};
use crate::store::{DOCUMENT_UNREADABLE, DocumentRow, NewDocument, ROW_UNREADABLE, Tx, unreadable};
use crate::system;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

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
    /// invoice, credit_note, or one of the types that follow an invoice up.
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
    /// The channel, unless it waits for a look-up or an answer.
    pub channel: Option<&'static str>,
    /// registration, kyc, lookup, consumer or channel, while something is missing.
    pub waiting_for: Option<&'static str>,
    /// Until when it waits for the consumer's answer.
    pub waiting_until: Option<String>,
    /// What to do about it.
    pub next_step: Option<String>,
    /// Where it goes, and why.
    pub decision: DecisionReply,
    /// The computed totals.
    pub totals: TotalsReply,
    /// What becomes of each attachment on the channel, or on the one that is waited for.
    pub attachments: Vec<AttachmentReply>,
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

/// A document that was sent before and is on its way again.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AgainReply {
    /// Id of the document.
    pub id: String,
    /// invoice, credit_note, or one of the types that follow an invoice up.
    pub r#type: &'static str,
    /// Number.
    pub number: String,
    /// How often it was sent on purpose, this time included.
    pub round: u32,
    /// Id of the new delivery.
    pub delivery: String,
    /// queued or waiting.
    pub state: &'static str,
    /// The channel, unless it waits for a look-up or an answer.
    pub channel: Option<&'static str>,
    /// registration, kyc, lookup or consumer, while something is missing.
    pub waiting_for: Option<&'static str>,
    /// Until when it waits for the consumer's answer.
    pub waiting_until: Option<String>,
    /// What to do about it.
    pub next_step: Option<String>,
    /// Where it goes, and why.
    pub decision: DecisionReply,
}

/// A document ready to be stored.
pub struct Draft {
    /// The document with its parties; the lines are in its terms and nowhere else.
    pub kept: Kept,
    /// The whole document with its parties, as the store keeps it.
    pub terms: String,
    /// Its totals.
    pub totals: Totals,
    /// Who receives.
    pub customer: Customer,
    /// Where it goes.
    pub decision: Decision,
    /// What the caller decided for it.
    pub overrides: Overrides,
    /// The payload.
    pub xml: Vec<u8>,
    /// Where it stands in the request.
    pub places: &'static str,
    /// Hash of its content.
    pub hash: String,
    /// The host's own key.
    pub host_key: Option<String>,
    /// What is worth a look.
    pub warnings: Vec<Finding>,
}

/// The round in which every document is sent first.
pub const FIRST_ROUND: u32 = 1;

/// The earlier answer to the same content; other content under the same number is a conflict that
/// shows the first difference, and what was called off is one too.
pub fn replay(
    tx: &Tx<'_>,
    earlier: &DocumentRow,
    hash: &str,
    differs: impl FnOnce() -> Result<Finding, Failure>,
) -> Result<Reply, Failure> {
    let named = |words| {
        let fault = Fault::new(words).with("type", earlier.r#type.word());
        Failure::conflict(fault.with("number", &earlier.number))
    };
    if earlier.content_hash != hash {
        return Err(named(&NUMBER_TAKEN).because(vec![differs()?]));
    }
    let deliveries = tx.deliveries_of(&earlier.id)?;
    let never_left =
        !deliveries.iter().any(|it| matches!(it.state, State::Sent | State::Delivered));
    if never_left && deliveries.last().is_some_and(|last| last.state == State::Canceled) {
        return Err(named(&DOCUMENT_CANCELED));
    }
    let kept: Result<serde_json::Map<String, Value>, _> = serde_json::from_str(&earlier.reply);
    let mut answer = kept.map_err(|_| unreadable(&DOCUMENT_UNREADABLE, &earlier.id))?;
    answer.insert("replayed".to_owned(), Value::Bool(true));
    Ok(Reply::Replayed(Value::Object(answer)))
}

/// Decides for a document that is sent now. Whoever could get it by eFaktura or Vipps, but for the
/// ground of the claim that nobody has stated, gets it neither that way nor another: the ground is
/// missing.
pub fn decide_new(
    door: &mut Door,
    company: &Company,
    known: &Gathered,
    customer: &Customer,
    question: &Question<'_>,
    occasion: &Occasion,
    path: &str,
) -> Decision {
    let decision = known.decide(company, customer, question, occasion.now);
    let stated =
        Question { sheet: Sheet { claim: Stated::Unknown, ..question.sheet }, ..*question };
    let missing = question.sheet.claim == Stated::Missing;
    if missing && known.decide(company, customer, &stated, occasion.now).outcome != decision.outcome
    {
        door.report(Finding::fatal(&CLAIM_MISSING).at(format!("{path}/claim/ground")));
    }
    decision
}

/// Stores and queues a document in one transaction, unless it may not or cannot go anywhere.
pub fn store(
    tx: &Tx<'_>,
    company: &Company,
    draft: Draft,
    occasion: &Occasion,
) -> Result<Reply, Failure> {
    refuse_forbidden(&draft)?;
    if draft.decision.outcome == Outcome::Refuse {
        let key = draft.host_key.or(draft.customer.host_key.clone());
        let path = format!("{}/customer", draft.places);
        return Err(no_channel(&draft.decision, &draft.customer, &path, key));
    }
    let Draft { kept, totals, customer, decision, .. } = &draft;
    let (id, delivery_id) = (system::fresh_id("doc")?, system::fresh_id("dlv")?);
    // The row of the document comes first; its answer is known when it has been queued.
    tx.add_document(&NewDocument {
        id: &id,
        company: company.id,
        r#type: kept.invoice.r#type,
        number: &kept.invoice.number,
        customer: &customer.number,
        content_hash: &draft.hash,
        host_key: draft.host_key.as_deref(),
        payable: &TotalsReply::of(&kept.invoice, totals).payable,
        currency: kept.invoice.currency.code(),
        overrides: &draft.overrides,
        invoice: &draft.terms,
        xml: &draft.xml,
        now: occasion.now,
    })?;
    let delivery = DocumentDelivery {
        id: &delivery_id,
        document: &id,
        customer,
        decision,
        round: FIRST_ROUND,
        actor: occasion.user.as_deref(),
    };
    let wait = queue::queue_document(tx, company, &delivery, occasion.now)?;
    let reply = reply(company, &draft, &id, &delivery_id, wait, occasion);
    tx.keep_answer(&id, &as_json(&reply)?)?;
    Ok(Reply::New(Box::new(reply)))
}

fn reply(
    company: &Company,
    draft: &Draft,
    id: &str,
    delivery: &str,
    wait: Option<WaitingFor>,
    occasion: &Occasion,
) -> SendReply {
    let Draft { kept, totals, customer, decision, .. } = draft;
    let language = occasion.language;
    let mut findings = draft.warnings.clone();
    findings.extend(preflight(draft));
    let attached = Attached::of(kept, company, customer);
    findings.extend(attached.preflight(decision, draft.places, draft.host_key.as_ref()));
    let (notes, findings): (Vec<Finding>, Vec<Finding>) =
        findings.into_iter().partition(|finding| finding.severity == Severity::Information);
    let notes = say_all(&notes, language);
    let said = say_decision(decision, language);
    SendReply {
        id: id.to_owned(),
        r#type: kept.invoice.r#type.word(),
        number: kept.invoice.number.clone(),
        host_key: draft.host_key.clone(),
        customer: customer.number.clone(),
        delivery: delivery.to_owned(),
        state: if wait.is_some() { State::Waiting } else { State::Queued }.word(),
        channel: decision.channel().map(Channel::word),
        waiting_for: wait.map(WaitingFor::word),
        waiting_until: waiting_until(decision, wait),
        next_step: wait.map(|wait| next_step(wait, company, Some(&said), language)),
        decision: said,
        totals: TotalsReply { notes, ..TotalsReply::of(&kept.invoice, totals) },
        attachments: attached.say_decided(decision, language),
        findings: say_all(&findings, language),
        replayed: false,
    }
}

/// Until when a document waits, where that has an end.
pub fn waiting_until(decision: &Decision, wait: Option<WaitingFor>) -> Option<String> {
    match (decision.outcome, wait) {
        (Outcome::Wait(Awaited::Consumer { until, .. }), Some(WaitingFor::Consumer)) => {
            Some(until.to_string())
        }
        _ => None,
    }
}

/// A claim that may not be made against a consumer is refused before anything is kept.
fn refuse_forbidden(draft: &Draft) -> Result<(), Failure> {
    let private = draft.customer.kind == Kind::Private;
    let claims = private && !draft.kept.invoice.r#type.is_credit_note();
    let Some(words) = draft.kept.claim.filter(|_| claims).and_then(Claim::forbidden) else {
        return Ok(());
    };
    let finding = Finding::fatal(words).at(format!("{}/claim", draft.places));
    let host_key = draft.host_key.clone().or(draft.customer.host_key.clone());
    Err(Failure::new(Status::Refused, words).because(vec![Finding { host_key, ..finding }]))
}

/// What the limits of a channel kept from being taken, told as a warning at the field that could
/// change it.
fn preflight(draft: &Draft) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    let before = draft.decision.trace.iter().take_while(|row| row.verdict == Verdict::Skipped);
    for row in before {
        let is = |all: &[&'static Words]| all.contains(&row.reason.words);
        let field = if is(&[&DUE_TOO_NEAR, &DUE_TOO_FAR, &DUE_DATE_MISSING]) {
            "due_date"
        } else if is(&[&ACCOUNT_NOT_NORWEGIAN, &REFERENCE_NOT_KID]) {
            "payment"
        } else if is(&[&VIPPS_NOT_A_MOBILE]) {
            "customer"
        } else {
            continue;
        };
        // Several steps of one channel say the same.
        if !found.iter().any(|finding| finding.fault == row.reason) {
            let path = format!("{}/{field}", draft.places);
            let host_key = draft.host_key.clone();
            found.push(Finding { host_key, ..Finding::warning(row.reason.clone()).at(path) });
        }
    }
    found
}

/// No step is possible: every skipped one says what it misses.
pub fn no_channel(
    decision: &Decision,
    customer: &Customer,
    path: &str,
    host_key: Option<String>,
) -> Failure {
    let skipped = decision.trace.iter().filter(|row| row.verdict == Verdict::Skipped);
    let findings = skipped.map(|row| Finding {
        host_key: host_key.clone(),
        ..Finding::fatal(row.reason.clone()).at(path).value(&customer.number)
    });
    let fault = Fault::new(&NO_CHANNEL).with("customer", &customer.number);
    Failure::new(Status::Invalid, fault).because(findings.collect())
}

/// What helps a waiting document.
pub fn next_step(
    wait: WaitingFor,
    company: &Company,
    decision: Option<&DecisionReply>,
    language: Language,
) -> String {
    let trace = decision.map(|decision| decision.trace.as_slice()).unwrap_or_default();
    let fixes = |result: &str| {
        let rows = trace.iter().filter(|row| row.result == result);
        rows.map(|row| row.fix.clone()).collect::<Vec<String>>()
    };
    let refusal = company.refusal.clone().unwrap_or_default();
    let words = match wait {
        WaitingFor::Registration if company.registration == Registration::Refused => {
            refusal_words(&refusal)
        }
        WaitingFor::Registration => &REGISTRATION_PENDING,
        WaitingFor::Kyc => &KYC_MISSING,
        WaitingFor::Lookup | WaitingFor::Consumer => return fixes("awaited").join(" "),
        // Any one of these would give it a channel.
        WaitingFor::Channel => return fixes("skipped").join(" "),
        // Nothing is queued so; what was set aside says which row it is about.
        WaitingFor::Repair => &ROW_UNREADABLE,
    };
    let args = [("company", company.card.org.digits().to_owned()), ("reason", refusal.clone())];
    fill(words.fix.in_language(language), &args)
}
