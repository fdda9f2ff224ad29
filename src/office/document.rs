//! What building, deciding and sending have in common: an ERP's invoice becomes a document with
//! parties, totals and every finding.

mod account;
mod exchange;
mod official;
mod other;
mod place;
mod totals;

pub use account::doubtful_accounts;
pub use official::{Receiver, day_of, judge_officially};
pub use other::write_whole;
pub use totals::{TotalsReply, read_totals};

use crate::domain::channel::{Channel, Decision, Outcome, Overrides, Sheet};
use crate::domain::claim::Claim;
use crate::domain::company::Company;
use crate::domain::consumer::Consumer;
use crate::domain::customer::{Customer, Kind};
use crate::domain::failure::{Failure, PANIC, Status};
use crate::domain::finding::Finding;
use crate::domain::invoice::Invoice;
use crate::domain::invoice::check::{R003, Subject, check, check_parts};
use crate::domain::invoice::totals::Totals;
use crate::domain::invoice::vat::Category;
use crate::domain::party::Party;
use crate::office::attachments::{self, Beside, FileReply};
use crate::office::form::InvoiceForm;
use crate::office::request::Door;
use crate::store::{DOCUMENT_UNREADABLE, DeliveryRow, Tx, unreadable};
use jiff::ToSpan;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// A document with its parties, as it is kept beside its payload.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The business terms.
    pub invoice: Invoice,
    /// Who sells.
    pub seller: Party,
    /// Who buys.
    pub buyer: Party,
    /// The totals of a document that came finished; those of any other follow from its lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_totals: Option<Totals>,
    /// Why a consumer owes the amount, as it was stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<Claim>,
    /// Whether the buyer reference is only our own customer number, for want of a better.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference_made_up: Option<bool>,
    /// The fields of the invoice that were filled in here, since the request left them open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filled: Option<Vec<String>>,
    /// Attachments that the payload cannot hold
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beside: Vec<Beside>,
}

impl Kept {
    /// A document that was built here.
    pub const fn built(invoice: Invoice, seller: Party, buyer: Party) -> Self {
        Self {
            invoice,
            seller,
            buyer,
            own_totals: None,
            claim: None,
            reference_made_up: None,
            filled: None,
            beside: Vec::new(),
        }
    }

    /// Whether it was built here; a finished document is carried as it came.
    pub const fn is_built(&self) -> bool {
        self.own_totals.is_none()
    }

    /// Whether all it can be routed by is our own customer number.
    pub fn has_made_up_reference(&self, customer: &Customer) -> bool {
        let own_number = self.invoice.buyer_reference.as_ref() == Some(&customer.number);
        // Documents of the first layout of the store do not say it.
        let made_up = self.reference_made_up.unwrap_or(own_number);
        made_up && self.invoice.order_reference.is_none()
    }

    /// Its totals.
    pub fn totals(&self) -> Result<Totals, Failure> {
        match &self.own_totals {
            Some(own) => Ok(own.clone()),
            None => Totals::of(&self.invoice).map_err(|fault| Failure::new(Status::Panic, fault)),
        }
    }

    /// What channels have to know of the document.
    pub fn sheet(&self, payable: Option<Decimal>) -> Sheet<'_> {
        let payment = self.invoice.payment.as_ref();
        let account = payment.and_then(|payment| payment.account.as_ref());
        Sheet {
            document: self.invoice.r#type,
            payable,
            due_date: self.invoice.due_date,
            currency: Some(&self.invoice.currency),
            account: account.or(self.seller.account.as_ref()),
            reference: payment.and_then(|payment| payment.reference.as_deref()),
            claim: self.claim.into(),
            off_network: None,
            attachments: &self.invoice.more.supporting,
        }
    }
}

/// A document as it is sent in a round.
pub fn kept(tx: &Tx<'_>, document: &str, round: u32) -> Result<Kept, Failure> {
    let damaged = || unreadable(&DOCUMENT_UNREADABLE, document);
    let text = tx.kept(document, round)?.ok_or_else(damaged)?;
    serde_json::from_str(&text).map_err(|_| damaged())
}

/// A kept document, addressed by the customer's card as it is today.
#[derive(Debug)]
pub struct Addressed {
    /// The document; the buyer's address and contact are today's.
    pub kept: Kept,
    /// Who receives.
    pub customer: Customer,
    /// What is known of a consumer.
    pub consumer: Option<Consumer>,
    /// What the caller decided for this document.
    pub overrides: Overrides,
}

impl Addressed {
    /// The document with this id in a round.
    pub fn of(tx: &Tx<'_>, company: &Company, document: &str, round: u32) -> Result<Self, Failure> {
        let mut kept = kept(tx, document, round)?;
        let customer = tx.customer_of(company.id, document)?;
        let customer = customer.ok_or_else(|| unreadable(&DOCUMENT_UNREADABLE, document))?;
        let today = customer.buyer(&company.settings, company.card.country());
        let row = tx.document_by_id(company.id, document)?;
        let overrides = row.map(|row| row.overrides).unwrap_or_default();
        kept.buyer.address = today.address;
        kept.buyer.contact = today.contact;
        if let Some(email) = &overrides.email {
            kept.buyer.contact.email = Some(email.clone());
        }
        let consumer = tx.consumer(company.id, &customer.number)?;
        Ok(Self { kept, customer, consumer, overrides })
    }

    /// The files that the payload does not hold.
    pub fn files(&self, company: &Company, delivery: &DeliveryRow) -> Vec<FileReply> {
        let handling = self.customer.handling;
        let files = |channel| attachments::files(&self.kept, channel, &company.settings, handling);
        delivery.channel.map(files).unwrap_or_default()
    }

    /// What a carrier needs to know beside the payload.
    pub fn routing(&self, company: &Company, delivery: &DeliveryRow) -> Value {
        let settings = &company.settings;
        let Self { kept, customer, consumer, .. } = self;
        let endpoint = |party: &Party| party.endpoint.as_ref().map(|endpoint| endpoint.text());
        json!({
            "type": kept.invoice.r#type.word(),
            "number": kept.invoice.number,
            "due_date": kept.invoice.due_date,
            "email": {
                "pdf": settings.email_pdf,
                "text": self.overrides.email_text.as_ref().or(settings.email_text.as_ref()),
            },
            "print": { "own_pdf": settings.own_pdf, "colour": settings.print_colour },
            "attachments": delivery.channel.map(|channel| {
                attachments::routing(kept, channel, settings, customer.handling)
            }),
            "omit_pdf": customer.handling.omit_pdf,
            "first_attachment_is_image": customer.handling.first_attachment_is_image,
            "sender": {
                "name": kept.seller.name,
                "name_in_mails": settings.sender_name.as_ref().unwrap_or(&kept.seller.name),
                "contact": settings.contact,
                "organisation_number": kept.seller.org.as_ref().map(|org| org.digits()),
                "endpoint": endpoint(&kept.seller),
            },
            "recipient": {
                "kind": customer.kind.word(),
                "customer": customer.number,
                "name": kept.buyer.name,
                "endpoint": endpoint(&kept.buyer),
                "address": kept.buyer.address,
                "email": kept.buyer.contact.email,
                "mobile": kept.buyer.contact.phone,
                "efaktura_reference": customer.number,
                "efaktura_id": consumer.as_ref().and_then(|known| known.efaktura_id.clone()),
                "document_type": kept.invoice.r#type.exchange_word(),
            },
            "exchange": exchange::fields(self, company, delivery),
        })
    }
}

/// A value as the JSON text that the store keeps.
pub fn as_json(value: &impl Serialize) -> Result<String, Failure> {
    serde_json::to_string(value).map_err(|_| Failure::new(Status::Panic, &PANIC))
}

/// An invoice that says nothing falls due after the company's usual days.
pub fn fill_due_date(invoice: &mut Invoice, company: &Company) {
    let silent = invoice.due_date.is_none() && invoice.payment_terms.is_none();
    if silent && !invoice.r#type.is_credit_note() {
        let days = i64::from(company.settings.payment_days);
        invoice.due_date = invoice.issue_date.checked_add(days.days()).ok();
    }
}

/// A receiver on the network routes by the reference, so a made-up one would go astray there; for
/// everybody else the customer number says enough (PEPPOL-EN16931-R003). Whether it was made up.
pub fn fill_reference(
    invoice: &mut Invoice,
    company: &Company,
    customer: &Customer,
    decision: &Decision,
) -> bool {
    if has_reference(invoice) {
        return false;
    }
    let business = customer.kind == Kind::Business;
    let on_network = match decision.outcome {
        Outcome::Take(channel) => channel == Channel::Einvoice,
        Outcome::Wait(_) => business,
        Outcome::Refuse => false,
    };
    let number = (!on_network).then(|| customer.number.clone());
    let given = usual_reference(company, customer);
    let made_up = given.is_none() && number.is_some();
    invoice.buyer_reference = given.or(number);
    made_up
}

/// The reference of a customer whose invoices name none.
pub fn usual_reference(company: &Company, customer: &Customer) -> Option<String> {
    let business = customer.kind == Kind::Business;
    let usual = company.settings.default_buyer_reference.clone().filter(|_| business);
    customer.buyer_reference.clone().or(usual)
}

/// A document outside the scope of VAT names no VAT numbers (BR-O-02).
pub fn without_vat_numbers_if_outside(totals: &Totals, seller: &mut Party, buyer: &mut Party) {
    if totals.groups.iter().all(|group| group.category == Category::O) {
        seller.vat = None;
        buyer.vat = None;
    }
}

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

/// Whether the document names a buyer reference or an order.
pub const fn has_reference(invoice: &Invoice) -> bool {
    invoice.buyer_reference.is_some() || invoice.order_reference.is_some()
}
