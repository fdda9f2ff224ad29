//! Carries what is due with postbud's own carrier: the folder.
//!
//! Three steps, each safe to be killed in: lease (a transaction), carry, settle (a transaction).
//! Who holds the folder is the only one who carries, so a lease that was not settled before is of a
//! run that ended: the folder itself is asked whether the parcel is there, and nothing is lost or
//! carried twice.

use crate::carrier::folder::{Folder, Leftover};
use crate::carrier::{File, Parcel, Verdict};
use crate::domain::channel::Channel;
use crate::domain::company::Company;
use crate::domain::delivery::{NO_CARRIER, Outcome};
use crate::domain::failure::{Failure, PANIC, Status};
use crate::domain::finding::{Fault, Finding};
use crate::domain::time::seconds_after;
use crate::letter::mail::{self, MAIL_UNWRITABLE, file_name};
use crate::letter::{Companion, Letter, companions};
use crate::office::Office;
use crate::office::document::addressed::Addressed;
use crate::office::document::attachments::FileReply;
use crate::office::document::kept::{Kept, kept};
use crate::office::outbox::answer::{self, Answer};
use crate::office::outbox::lease::{expire, lease};
use crate::office::outbox::{redecide, route, set_aside};
use crate::office::protocol::company::company;
use crate::office::protocol::page::page_limit;
use crate::office::protocol::reply::{FindingReply, message, say_all};
use crate::office::protocol::request::{Call, request};
use crate::store::{DOCUMENT_UNREADABLE, DeliveryRow, Tx, unreadable};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;
use std::path::PathBuf;

request! {
    /// How much to carry.
    Request {
        /// How many deliveries at the most, 1 to 1,000. Default: 100.
        limit: Option<u32>,
    }
}

/// What was carried.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reply {
    /// How many the carrier accepted.
    pub carried: usize,
    /// One for each delivery that was tried.
    pub results: Vec<ResultReply>,
    /// When the next queued delivery falls due; none when the outbox is empty.
    pub next_due_at: Option<String>,
    /// Rows of the store that could not be read and were left out or set aside, each with the way
    /// out.
    pub findings: Vec<FindingReply>,
}

/// What became of one delivery.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ResultReply {
    /// Id of the delivery.
    pub delivery: String,
    /// registration, user_add, user_remove, kyc_request, agreement_order, agreement_end,
    /// consumer_request or document.
    pub purpose: &'static str,
    /// Channel of a document.
    pub channel: Option<&'static str>,
    /// Id of the document.
    pub invoice: Option<String>,
    /// sent, or queued when it is tried again.
    pub state: &'static str,
    /// Why not, in words.
    pub reason: Option<String>,
    /// The files.
    pub files: Vec<String>,
}

/// How long the folder carrier holds a delivery at the most.
const LEASE_SECONDS: i64 = 120;
/// So many are leased at a time that carrying them takes far less than the lease.
const AT_A_TIME: u32 = 50;

/// A leased delivery with its parcel.
struct Load {
    row: DeliveryRow,
    lease: String,
    parcel: Parcel,
}

/// Carries what is due.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<Reply, Failure> {
    let mut door = std::mem::take(&mut call.door);
    let limit = page_limit(&mut door, call.body.limit);
    door.close_now()?;
    let root = office.config.folder.as_ref().ok_or(Failure::not_ready(&NO_CARRIER))?;
    // Nobody is told to carry into a folder for a company that does not exist.
    office.store.read(|tx| company(tx, &call))?;
    let folder = Folder::take(root).map_err(|fault| Failure::new(Status::Unavailable, fault))?;
    let mut found = Found::default();
    office.store.write(|tx| {
        ask_about_open(office, tx, &folder, &call, limit)?;
        found.add(tx);
        Ok(())
    })?;
    office.store.read(|tx| clear_workshop(tx, &folder))?;
    let mut results = Vec::new();
    let mut left = limit;
    while left > 0 {
        let (taken, loads) = office.store.write(|tx| {
            let loaded = load(office, tx, &folder, &call, left.min(AT_A_TIME))?;
            found.add(tx);
            Ok(loaded)
        })?;
        if taken == 0 {
            break;
        }
        left = left.saturating_sub(taken);
        results.extend(carry(office, &folder, &loads, &call, &mut found)?);
    }
    office.store.read(|tx| {
        let company = company(tx, &call)?;
        Ok(Reply {
            carried: results.iter().filter(|result| result.state == "sent").count(),
            results,
            next_due_at: tx.next_due(company.id, call.now)?.map(|due| due.to_string()),
            findings: say_all(&found.0, call.language),
        })
    })
}

/// What could not be read, over all transactions of a run, each row once.
#[derive(Default)]
struct Found(Vec<Finding>);

impl Found {
    fn add(&mut self, tx: &Tx<'_>) {
        let new = tx.unreadable().into_iter().filter(|finding| !self.0.contains(finding));
        let new: Vec<Finding> = new.collect();
        self.0.extend(new);
    }
}

fn carry(
    office: &Office,
    folder: &Folder,
    loads: &[Load],
    call: &Call<Request>,
    found: &mut Found,
) -> Result<Vec<ResultReply>, Failure> {
    let verdicts: Vec<Verdict> =
        loads.iter().map(|load| folder.carry(&load.parcel, &load.lease)).collect();
    let results = office.store.write(|tx| {
        let settled = loads.iter().zip(&verdicts);
        let results: Result<_, Failure> =
            settled.map(|(load, verdict)| settle(tx, load, verdict, call)).collect();
        found.add(tx);
        results
    })?;
    office.store.read(|tx| clear_workshop(tx, folder))?;
    Ok(results)
}

/// Asks the folder about what an earlier run left open.
fn ask_about_open(
    _office: &Office,
    tx: &Tx<'_>,
    folder: &Folder,
    call: &Call<Request>,
    limit: u32,
) -> Result<(), Failure> {
    let company = company(tx, call)?;
    expire(tx, call.now)?;
    redecide::decide_waited(tx, &company, call.now)?;
    for open in tx.unsettled_leases(company.id, &folder.name(), limit)? {
        let asked = tx.apart(|| {
            let Some(row) = tx.delivery(&open.delivery)? else { return Ok(()) };
            // A folder that cannot be read says nothing: the delivery stays as it is.
            match folder.has(&label(tx, &company, &row)?) {
                Ok(there) => settle_by_folder(tx, &row, &open.id, there, call),
                Err(_) => Ok(()),
            }
        })?;
        tx.or_note(asked)?;
    }
    Ok(())
}

/// Removes drafts, which nobody writes while we hold the folder, and receipts of which the store
/// has the answer.
fn clear_workshop(tx: &Tx<'_>, folder: &Folder) -> Result<(), Failure> {
    for leftover in folder.leftovers() {
        let needless = match &leftover {
            Leftover::Draft(_) => true,
            Leftover::Receipt(id) => tx.delivery_in_part(id)?.is_some_and(|row| row.is_settled()),
        };
        if needless {
            folder.clear(&leftover);
        }
    }
    Ok(())
}

/// Leases what is due; how many were looked at, and what is to be carried of them.
fn load(
    _office: &Office,
    tx: &Tx<'_>,
    folder: &Folder,
    call: &Call<Request>,
    limit: u32,
) -> Result<(u32, Vec<Load>), Failure> {
    let company = company(tx, call)?;
    let until = seconds_after(call.now, LEASE_SECONDS);
    let due = tx.due_deliveries(Some(company.id), call.now, limit)?;
    let taken = u32::try_from(due.len()).unwrap_or(u32::MAX);
    let mut loads = Vec::new();
    for row in set_aside::readable(tx, &company, due, call.now)? {
        let load = || load_one(tx, &company, row.clone(), (&folder.name(), until), call);
        loads.extend(set_aside::or_set_aside(tx, &company, &row, call.now, load)?.flatten());
    }
    Ok((taken, loads))
}

/// Leases one delivery, if it is still to be carried, with its parcel.
fn load_one(
    tx: &Tx<'_>,
    company: &Company,
    row: DeliveryRow,
    (carrier, until): (&str, Timestamp),
    call: &Call<Request>,
) -> Result<Option<Load>, Failure> {
    let Some(row) = route::still_to_carry(tx, company, row, call.now)? else { return Ok(None) };
    let lease = lease(tx, &row, carrier, until, call.now, call.user().as_deref())?;
    let row = tx.delivery(&row.id)?.unwrap_or(row);
    match pack(tx, company, &row) {
        Ok(parcel) => Ok(Some(Load { row, lease, parcel })),
        Err(failure) if failure.status == Status::Refused => {
            refuse(tx, &row, &lease, &failure.fault, call)?;
            Ok(None)
        }
        Err(failure) => Err(failure),
    }
}

/// What cannot be written for its channel goes on to the next, and holds up nobody else.
fn refuse(
    tx: &Tx<'_>,
    row: &DeliveryRow,
    lease: &str,
    fault: &Fault,
    call: &Call<Request>,
) -> Result<(), Failure> {
    let answer = Answer {
        outcome: Outcome::Failed,
        code: Some(fault.words.code.to_owned()),
        reason: Some(message(fault, call.language)),
        retry_at: None,
        actor: call.user(),
    };
    tx.settle_lease(lease, Outcome::Failed, call.now)?;
    answer::settle(tx, row, &answer, call.now).map(drop)
}

/// A parcel that is there was sent; one that is not was never whole and may be carried.
fn settle_by_folder(
    tx: &Tx<'_>,
    row: &DeliveryRow,
    lease: &str,
    there: bool,
    call: &Call<Request>,
) -> Result<(), Failure> {
    let outcome = if there { Outcome::Sent } else { Outcome::Later };
    let answer = Answer {
        outcome,
        code: Some("folder_asked".to_owned()),
        reason: None,
        retry_at: Some(call.now).filter(|_| !there),
        actor: call.user(),
    };
    tx.settle_lease(lease, outcome, call.now)?;
    answer::settle(tx, row, &answer, call.now).map(drop)
}

fn settle(
    tx: &Tx<'_>,
    load: &Load,
    verdict: &Verdict,
    call: &Call<Request>,
) -> Result<ResultReply, Failure> {
    let (outcome, fault, files) = match verdict {
        Verdict::Accepted(files) => (Outcome::Sent, None, files.as_slice()),
        Verdict::Later(fault) => (Outcome::Later, Some(fault), [].as_slice()),
    };
    let reason = fault.map(|fault| message(fault, call.language));
    let answer = Answer {
        outcome,
        code: fault.map(|fault| fault.words.code.to_owned()),
        reason: reason.clone(),
        retry_at: None,
        actor: call.user(),
    };
    // While we carried, our lease may have expired and another run may have asked the folder.
    let row = tx.delivery(&load.row.id)?.unwrap_or_else(|| load.row.clone());
    let ours = row.lease.as_ref() == Some(&load.lease) && !row.is_settled();
    let state = if ours {
        tx.settle_lease(&load.lease, outcome, call.now)?;
        answer::settle(tx, &row, &answer, call.now)?
    } else {
        row.state_at(call.now)
    };
    Ok(ResultReply {
        delivery: load.row.id.clone(),
        purpose: load.row.purpose.word(),
        channel: load.row.channel.map(Channel::word),
        invoice: load.row.document.clone(),
        state: state.word(),
        reason,
        files: files.iter().map(|path| path.display().to_string()).collect(),
    })
}

/// Where a delivery belongs and what it is called, without its files.
fn label(tx: &Tx<'_>, company: &Company, row: &DeliveryRow) -> Result<Parcel, Failure> {
    let org = company.card.org.digits();
    let place = row.channel.map_or(row.purpose.word(), Channel::word);
    let name = match &row.document {
        Some(document) => file_name(&kept(tx, document, row.round)?.invoice.number),
        None => row.purpose.word().to_owned(),
    };
    let place = PathBuf::from(org).join(place);
    Ok(Parcel { id: row.id.clone(), place, name, files: Vec::new() })
}

/// Everything that the channel wants, as files.
fn pack(tx: &Tx<'_>, company: &Company, row: &DeliveryRow) -> Result<Parcel, Failure> {
    let mut parcel = label(tx, company, row)?;
    let mut routing = row.message.clone();
    if let (Some(document), Some(channel)) = (&row.document, row.channel) {
        let load = Addressed::of(tx, company, document, row.round)?;
        let xml = tx.payload(document, row.round)?.unwrap_or_default();
        routing = load.routing(company, row);
        parcel.files = companion_files(company, row, channel, &load, &xml)?;
        parcel.files.push(File { name: "invoice.xml".to_owned(), bytes: xml });
        parcel.files.extend(load.files(company, row).iter().map(file_beside));
    }
    let routing = json!({
        "delivery": row.id,
        "purpose": row.purpose.word(),
        "channel": row.channel.map(Channel::word),
        "message": routing,
    });
    let bytes = serde_json::to_vec_pretty(&routing);
    let bytes = bytes.map_err(|_| Failure::new(Status::Panic, &PANIC))?;
    parcel.files.push(File { name: "routing.json".to_owned(), bytes });
    Ok(parcel)
}

/// An attachment that the payload cannot hold. No other file of a parcel begins with a digit.
fn file_beside(file: &FileReply) -> File {
    let name = format!("{}_{}", file.index + 1, file.name);
    File { name, bytes: file.content.bytes() }
}

fn companion_files(
    company: &Company,
    row: &DeliveryRow,
    channel: Channel,
    load: &Addressed,
    xml: &[u8],
) -> Result<Vec<File>, Failure> {
    let Kept { invoice, seller, buyer, .. } = &load.kept;
    // What is damaged, and yet can be read, may add up to nothing that can be.
    let unusable = |_| unreadable(&DOCUMENT_UNREADABLE, row.document.as_deref().unwrap_or(&row.id));
    let totals = load.kept.totals().map_err(unusable)?;
    let language = load.customer.language.unwrap_or_else(|| company.language());
    let letter = Letter { invoice, totals: &totals, seller, buyer, language };
    let envelope = mail::Envelope {
        id: &row.id,
        from: &company.card.email,
        settings: &company.settings,
        text: load.overrides.email_text.as_deref(),
        at: row.queued_at,
        xml,
    };
    let mut files = Vec::new();
    for companion in companions(channel) {
        let (name, bytes) = match companion {
            Companion::Mail => {
                let refused = || Failure::new(Status::Refused, &MAIL_UNWRITABLE);
                ("mail.eml", mail::write(&letter, &envelope).ok_or_else(refused)?)
            }
            Companion::AddressSheet => ("address.txt", letter.address_sheet().into_bytes()),
            Companion::Text => ("invoice.txt", letter.text().into_bytes()),
        };
        files.push(File { name: name.to_owned(), bytes });
    }
    Ok(files)
}
