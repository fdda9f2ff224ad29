//! A document that the ERP has made itself: judged, decided and carried byte for byte.

use crate::domain::channel::{Channel, Decision};
use crate::domain::company::Company;
use crate::domain::customer::{Customer, Kind};
use crate::domain::failure::Failure;
use crate::domain::finding::{Fault, Finding};
use crate::domain::invoice::Type;
use crate::domain::invoice::check::earlier_invoice;
use crate::domain::time::legal_day;
use crate::domain::words::words;
use crate::office::customer::find::customer_named;
use crate::office::distribution::gathered::{Gathered, Question};
use crate::office::document::account::doubtful_accounts;
use crate::office::document::kept::{Kept, as_json};
use crate::office::form::{ClaimForm, DistributionForm, read_claim, read_overrides};
use crate::office::invoice::sending::{Draft, Occasion, Reply, decide_new, replay, store};
use crate::office::invoice::{difference, kid};
use crate::office::protocol::door::{Door, missing};
use crate::office::protocol::request::form;
use crate::office::protocol::text::text;
use crate::peppol::read::{Reading, read};
use crate::peppol::rules::pack::Pack;
use crate::peppol::validate::judge as judge_by;
use crate::store::Tx;
use crate::system;
use sha2::{Digest, Sha256};

form! {
    /// A finished BIS Billing 3.0 document.
    FinishedForm {
        /// The document as text. Mandatory. Its bytes are carried unchanged.
        xml: Option<String>,
        /// What it is, where the document itself only says invoice: reminder, collection_notice,
        /// dunning, payment_request or enforcement_warning. Default: what the root says.
        r#type: Option<String>,
        /// Customer number of the buyer. Mandatory.
        customer: Option<String>,
        /// Why a consumer owes the amount.
        claim: Option<ClaimForm>,
        /// What is decided for this document against the customer's usual way.
        distribution: Option<DistributionForm>,
        /// The host's own key; it comes back in replies and findings.
        host_key: Option<String>,
    }
}

/// The buyer's missing electronic address, which only the network needs.
const R010: &str = "PEPPOL-EN16931-R010";
const XML: &str = "/document/xml";

/// Sends a finished document inside a transaction.
pub fn send(
    tx: &Tx<'_>,
    company: &Company,
    mut form: FinishedForm,
    mut door: Door,
    occasion: &Occasion,
) -> Result<Reply, Failure> {
    door.enter(form.host_key.clone());
    let path = "/document/customer";
    let customer = match door.required(path, form.customer.as_ref(), text(40)) {
        Some(number) => customer_named(tx, company.id, &mut door, path, &number)?,
        None => None,
    };
    let host_key = door.optional("/document/host_key", form.host_key.as_ref(), text(200));
    let xml = form.xml.take().unwrap_or_default();
    let reading = read_document(&mut door, &xml);
    let reading = read_type(&mut door, &form, reading);
    let Some((customer, reading)) = customer.zip(reading) else {
        return Err(Failure::invalid(door.findings().to_vec()));
    };
    let hash = content_hash(&xml, &customer);
    let invoice = &reading.invoice;
    if door.is_clear()
        && let Some(earlier) = tx.document_by_number(company.id, invoice.r#type, &invoice.number)?
    {
        let differs = || difference::of_document(tx, &earlier, &xml, &customer);
        return replay(tx, &earlier, &hash, differs);
    }
    let read = Read { form, xml, reading, customer };
    let draft = read_draft(&mut door, tx, company, read, occasion)?;
    let (draft, warnings) = door.close(Some(draft))?;
    store(tx, company, Draft { host_key, warnings, hash, ..draft }, occasion)
}

/// A finished document that has been read, and what the request says of it.
struct Read {
    form: FinishedForm,
    xml: String,
    reading: Reading,
    customer: Customer,
}

fn read_document(door: &mut Door, xml: &str) -> Option<Reading> {
    if xml.trim().is_empty() {
        door.report(missing(XML));
        return None;
    }
    match read(xml) {
        Ok(reading) => Some(reading),
        Err(found) => {
            door.report_all(found.into_iter().map(placed));
            None
        }
    }
}

/// What follows an invoice up is an invoice by its root: the request tells what it is.
fn read_type(door: &mut Door, form: &FinishedForm, reading: Option<Reading>) -> Option<Reading> {
    let kind = door.optional("/document/type", form.r#type.as_ref(), Type::parse);
    let mut reading = reading?;
    let Some(kind) = kind else { return Some(reading) };
    let root = reading.invoice.r#type;
    if kind.is_credit_note() != root.is_credit_note() {
        let fault = Fault::new(&TYPE_DIFFERS).with("root", root.word());
        door.report(Finding::fatal(fault).at("/document/type").value(kind.word()).term("BT-3"));
    }
    reading.invoice.r#type = kind;
    if kind.follows_up() {
        door.report_all(earlier_invoice(&reading.invoice).map(placed));
    }
    Some(reading)
}

/// In the request the whole document is one field; the XPath says where in it.
fn placed(finding: Finding) -> Finding {
    finding.at(XML)
}

/// The same bytes for the same customer are the same document.
fn content_hash(xml: &str, customer: &Customer) -> String {
    let mut hash = Sha256::new_with_prefix(xml.as_bytes());
    hash.update([0]);
    hash.update(customer.number.as_bytes());
    format!("xml1:{}", system::hex(&hash.finalize()))
}

fn read_draft(
    door: &mut Door,
    tx: &Tx<'_>,
    company: &Company,
    read: Read,
    occasion: &Occasion,
) -> Result<Draft, Failure> {
    let Read { form, xml, reading, customer } = read;
    let overrides = read_overrides(door, "/document/distribution", form.distribution.as_ref());
    let usual = company.settings.claim_ground;
    let claim = read_claim(door, "/document/claim", form.claim.as_ref(), usual);
    let Reading { invoice, seller, buyer, mut totals } = reading;
    let own_totals = Some(totals.clone());
    let kept = Kept { own_totals, claim, ..Kept::built(invoice, seller, buyer) };
    let mut kept = Kept { reference_made_up: Some(false), ..kept };
    is_ours(door, company, &kept);
    is_for(door, &customer, &kept);
    let known = Gathered::of(tx, company, &customer)?;
    let sheet = kept.sheet(Some(totals.payable));
    let question = Question { sheet, overrides: &overrides, refused: &[], asked: None };
    let decision = decide_new(door, company, &known, &customer, &question, occasion, "/document");
    let agreement = &known.agreement;
    let held = kid::findings(tx, company, agreement, &customer, &kept)?;
    let said = held.or_else(|| kid::absence(agreement, &customer, &kept, &decision));
    door.report_all(said.into_iter().chain(doubtful_accounts(&kept.invoice)).map(placed));
    let xml = xml.into_bytes();
    let terms = as_json(&kept)?;
    // All that follows is about the document as it is written.
    kept.invoice.lines = Vec::new();
    totals.line_nets = Vec::new();
    judge(door, company, &xml, &customer, &decision, occasion);
    Ok(Draft {
        kept,
        terms,
        totals,
        customer,
        decision,
        overrides,
        xml,
        places: "/document",
        hash: String::new(),
        host_key: None,
        warnings: Vec::new(),
    })
}

/// A company sends its own documents only.
fn is_ours(door: &mut Door, company: &Company, kept: &Kept) {
    let own = company.card.org.digits();
    let seller = &kept.seller;
    let other = match (&seller.org, &seller.endpoint) {
        (Some(org), _) if org.digits() != own => Some(org.digits().to_owned()),
        (None, Some(endpoint)) if endpoint.id != own => Some(endpoint.text()),
        _ => None,
    };
    if let Some(other) = other {
        let fault = Fault::new(&DOCUMENT_OF_ANOTHER).with("company", own);
        door.report(Finding::fatal(fault).at(XML).value(other).term("BT-30"));
    }
}

/// The document must be for the customer that is named: one mistyped number, and a stranger has it.
fn is_for(door: &mut Door, customer: &Customer, kept: &Kept) {
    let buyer = &kept.buyer;
    let numbers = (buyer.org.as_ref(), customer.org.as_ref());
    let mut other = |card: String, document: String, term| {
        let fault = Fault::new(&DOCUMENT_FOR_ANOTHER).with("card", card);
        let finding = Finding::fatal(fault).at("/document/customer").term(term);
        door.report(finding.value(document));
    };
    match numbers {
        (Some(document), Some(card)) if document != card => {
            other(card.digits().to_owned(), document.digits().to_owned(), "BT-47");
        }
        (Some(document), None) if customer.kind == Kind::Private => {
            other(customer.name.clone(), document.digits().to_owned(), "BT-47");
        }
        _ => {}
    }
    // A wrong address on an old card says nothing of the document.
    let endpoints = (buyer.endpoint.as_ref(), customer.usable_endpoint());
    if let (Some(document), Some(card)) = endpoints
        && document != card
    {
        other(card.text(), document.text(), "BT-49");
    }
    if buyer.name.trim().to_lowercase() != customer.name.trim().to_lowercase() {
        let fault = Fault::new(&BUYER_NAME_DIFFERS).with("card", &customer.name);
        let finding = Finding::warning(fault).at("/document/customer").term("BT-44");
        door.report(finding.value(&buyer.name));
    }
}

/// The rules in force today. A consumer has no electronic address, and outside the network nobody
/// needs one; what could not be judged is said.
fn judge(
    door: &mut Door,
    company: &Company,
    xml: &[u8],
    customer: &Customer,
    decision: &Decision,
    occasion: &Occasion,
) {
    let day = legal_day(occasion.now, company.card.country());
    let verdict = judge_by(xml, Pack::in_force(day));
    let off_network = decision.channel() != Some(Channel::Einvoice);
    let unneeded = customer.kind == Kind::Private || off_network;
    let wanted = |found: &Finding| !(unneeded && found.fault.words.code == R010);
    door.report_all(verdict.findings.into_iter().filter(wanted).map(placed));
    if !verdict.not_evaluated.is_empty() {
        let layers: Vec<&str> = verdict.not_evaluated.iter().map(|layer| layer.word()).collect();
        let fault = Fault::new(&NOT_FULLY_JUDGED).with("layers", layers.join(", "));
        door.report(Finding::warning(fault).at(XML));
    }
}

words! {
    TYPE_DIFFERS = "document_type_differs" {
        en: "The document is a {root}, and the request calls it {value}." => "Leave type out, or give the document that it names.",
        nb: "Dokumentet er {root}, men forespørselen kaller det {value}." => "Utelat type, eller oppgi dokumentet det gjelder.",
        sv: "Dokumentet är {root}, men begäran kallar det {value}." => "Utelämna type, eller ange dokumentet som avses.",
    }
    DOCUMENT_OF_ANOTHER = "document_of_another_company" {
        en: "The document's seller is {value}, and this company is {company}." => "Send it from the company that it belongs to.",
        nb: "Selgeren i dokumentet er {value}, og dette firmaet er {company}." => "Send det fra firmaet det tilhører.",
        sv: "Säljaren i dokumentet är {value}, och detta företag är {company}." => "Skicka det från företaget som det tillhör.",
    }
    DOCUMENT_FOR_ANOTHER = "document_for_another_address" {
        en: "The document is addressed to {value}, and the customer's card has {card}." => "Correct the document, the card, or the customer number.",
        nb: "Dokumentet er adressert til {value}, og kundekortet har {card}." => "Rett dokumentet, kortet eller kundenummeret.",
        sv: "Dokumentet är adresserat till {value}, och kundkortet har {card}." => "Rätta dokumentet, kortet eller kundnumret.",
    }
    BUYER_NAME_DIFFERS = "document_buyer_name_differs" {
        en: "The document names the buyer {value}, and the customer's card {card}." => "Check that the customer number is the right one.",
        nb: "Dokumentet kaller kjøperen {value}, og kundekortet {card}." => "Kontroller at kundenummeret er det riktige.",
        sv: "Dokumentet kallar köparen {value}, och kundkortet {card}." => "Kontrollera att kundnumret är det rätta.",
    }
    NOT_FULLY_JUDGED = "document_not_fully_judged" {
        en: "Not all rules were judged: {layers}." => "Check the document with another validator, or send the invoice in plain terms.",
        nb: "Ikke alle regler er vurdert: {layers}." => "Kontroller dokumentet med en annen validator, eller send fakturaen i vanlige felt.",
        sv: "Alla regler har inte bedömts: {layers}." => "Kontrollera dokumentet med en annan validator, eller skicka fakturan i vanliga fält.",
    }
}
