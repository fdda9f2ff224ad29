//! Changes what the company has decided about sending. Fields that are left out stay as they are.

use crate::domain::claim::Ground;
use crate::domain::company::{ASK_DAYS, Company, EmailPdf, LOOKUP_HOURS, Settings};
use crate::domain::failure::Failure;
use crate::domain::finding::{Fault, Finding};
use crate::domain::role::Task;
use crate::domain::words::words;
use crate::office::Office;
use crate::office::company::reply::{SettingsReply, settings_reply};
use crate::office::form::{ContactForm, read_contact};
use crate::office::open::config::read_roles;
use crate::office::outbox::redecide::{self, Whose};
use crate::office::protocol::company::company;
use crate::office::protocol::door::Door;
use crate::office::protocol::reply::{FindingReply, say_all};
use crate::office::protocol::request::{Call, request};
use crate::office::protocol::text::{code, paragraph, text};
use schemars::JsonSchema;
use serde::Serialize;

request! {
    /// The settings to change.
    Request {
        /// E-mail may be used. Default: true.
        email: Option<bool>,
        /// The print service may be used. Default: true.
        print: Option<bool>,
        /// The function for consumer invoices (eFaktura, Vipps) is switched on. Default: false.
        b2c: Option<bool>,
        /// Buyer reference (BT-10) for business customers that gave none. Empty text removes it.
        default_buyer_reference: Option<String>,
        /// Which phone field of a customer is the mobile. Default: mobile.
        mobile_field: Option<String>,
        /// Days to pay when an invoice has no due date, 0 to 365. Default: 14.
        payment_days: Option<u16>,
        /// Whom a receiver may ask, in the footer of mails.
        contact: Option<ContactForm>,
        /// The sender's name in mails; the company's name when none is given.
        sender_name: Option<String>,
        /// The company's own text in mails; a text that comes with the invoice wins.
        email_text: Option<String>,
        /// How the PDF goes with a mail: attached (default), merged or link. Carriers are told.
        email_pdf: Option<String>,
        /// Attachments go along unless they say send false; else only those go that say send true.
        /// Default: false.
        mark_attachments: Option<bool>,
        /// The print service uses the ERP's own PDF. Default: false. Carriers are told.
        own_pdf: Option<bool>,
        /// The print service prints in colour. Default: false. Carriers are told.
        print_colour: Option<bool>,
        /// Consumers who get nothing electronically are asked, and their documents wait for the
        /// answer. Default: true.
        ask_consumers: Option<bool>,
        /// For how many days they wait, 1 to 30. Default: 3.
        ask_days: Option<u16>,
        /// Whether the exchange can ask consumers. Default: true, until it says cannot_ask.
        exchange_asks: Option<bool>,
        /// For how many hours a look-up counts, 1 to 8,760. Default: 24.
        lookup_hours: Option<u16>,
        /// The ground of claims against consumers that state none: agreement, subscription, gift or
        /// extension. Empty text removes it.
        claim_ground: Option<String>,
        /// The roles that activate: agency, company_admin, exchange_admin, user.
        activation_by: Option<Vec<String>>,
    }
}

/// The settings as they are now.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reply {
    /// All of them.
    #[serde(flatten)]
    pub settings: SettingsReply,
    /// Rows of the store that could not be read and were left out or set aside, each with the way
    /// out.
    pub findings: Vec<FindingReply>,
}

/// Keeps the settings.
pub fn run(office: &Office, mut call: Call<Request>) -> Result<Reply, Failure> {
    office.store.write(|tx| {
        let company = company(tx, &call)?;
        let mut door = std::mem::take(&mut call.door);
        let mut settings = company.settings.clone();
        read_delivery(&mut door, &call.body, &mut settings);
        read_rest(&mut door, &call.body, &mut settings);
        if call.body.contact.is_some() {
            let home = company.card.country();
            let contact = call.body.contact.as_ref();
            settings.contact = read_contact(&mut door, "/contact", contact, home);
        }
        let (settings, _) = door.close(Some(settings))?;
        tx.keep_settings(company.id, &settings)?;
        let decides = settings.decides_otherwise_than(&company.settings);
        let company = Company { settings, ..company };
        if decides {
            redecide::decide_waiting(tx, &company, Whose::All, call.now)?;
        }
        Ok(Reply {
            settings: settings_reply(&company.settings, &office.config.activation_by),
            findings: say_all(&tx.unreadable(), call.language),
        })
    })
}

/// The right to each field; a field that stands in no row is the company's own affair.
pub const RIGHTS: &[(&str, Task)] = &[
    ("activation_by, b2c", Task::Activation),
    (
        "email, print, contact, sender_name, email_text, email_pdf, mark_attachments, own_pdf, \
         print_colour, ask_consumers, ask_days, exchange_asks",
        Task::DeliverySettings,
    ),
    (EVERY_OTHER, Task::CompanySettings),
];
const EVERY_OTHER: &str = "every other field";

/// The tasks of the fields that are given.
pub fn tasks(body: &Request) -> Vec<Task> {
    let given = serde_json::to_value(body).unwrap_or_default();
    let given = given.as_object().into_iter().flat_map(|fields| fields.keys());
    let task_of = |field: &String| {
        let named = |row: &&(&str, Task)| row.0.split(", ").any(|name| name == field);
        let other = |row: &&(&str, Task)| row.0 == EVERY_OTHER;
        RIGHTS.iter().find(named).or_else(|| RIGHTS.iter().find(other)).map(|row| row.1)
    };
    let mut tasks: Vec<Task> = given.filter_map(task_of).collect();
    // In the order of the rows, each once.
    let place = |task: &Task| RIGHTS.iter().position(|row| row.1 == *task);
    tasks.sort_by_key(place);
    tasks.dedup();
    tasks
}

/// How the exchange distributes.
fn read_delivery(door: &mut Door, body: &Request, settings: &mut Settings) {
    settings.email = body.email.unwrap_or(settings.email);
    settings.print = body.print.unwrap_or(settings.print);
    settings.mark_attachments = body.mark_attachments.unwrap_or(settings.mark_attachments);
    settings.own_pdf = body.own_pdf.unwrap_or(settings.own_pdf);
    settings.print_colour = body.print_colour.unwrap_or(settings.print_colour);
    settings.asking.asks = body.ask_consumers.unwrap_or(settings.asking.asks);
    if let Some(days) = body.ask_days {
        settings.asking.days = u8::try_from(days).unwrap_or(u8::MAX);
        within(door, "/ask_days", days, 1, 30, &ASK_DAYS);
    }
    if let Some(asks) = body.exchange_asks {
        settings.exchange_cannot_ask = !asks;
    }
    // An empty text removes what was kept; a field that is left out keeps it.
    if body.sender_name.is_some() {
        settings.sender_name = door.optional("/sender_name", body.sender_name.as_ref(), text(100));
    }
    if body.email_text.is_some() {
        let own = body.email_text.as_ref();
        settings.email_text = door.optional("/email_text", own, paragraph(5000));
    }
    if let Some(pdf) = door.optional("/email_pdf", body.email_pdf.as_ref(), EmailPdf::parse) {
        settings.email_pdf = pdf;
    }
}

/// What the company decides besides, and who activates.
fn read_rest(door: &mut Door, body: &Request, settings: &mut Settings) {
    settings.b2c = body.b2c.unwrap_or(settings.b2c);
    if let Some(days) = body.payment_days {
        settings.payment_days = days;
        within(door, "/payment_days", days, 0, 365, &PAYMENT_DAYS);
    }
    if let Some(hours) = body.lookup_hours {
        settings.lookup_hours = hours;
        within(door, "/lookup_hours", hours, 1, 8760, &LOOKUP_HOURS);
    }
    if let Some(field) = door.optional("/mobile_field", body.mobile_field.as_ref(), code(40)) {
        settings.mobile_field = field;
    }
    if body.default_buyer_reference.is_some() {
        let given = body.default_buyer_reference.as_ref();
        settings.default_buyer_reference =
            door.optional("/default_buyer_reference", given, text(100));
    }
    if body.claim_ground.is_some() {
        settings.claim_ground =
            door.optional("/claim_ground", body.claim_ground.as_ref(), |word| match Ground::parse(
                word,
            )? {
                Ground::None => Err(Fault::new(&NO_USUAL_GROUND)),
                ground => Ok(ground),
            });
    }
    if let Some(roles) = read_roles(door, body.activation_by.as_deref()) {
        settings.activation_by = Some(roles);
    }
}

fn within(
    door: &mut Door,
    path: &str,
    given: u16,
    least: u16,
    most: u16,
    words: &'static crate::domain::words::Words,
) {
    if !(least..=most).contains(&given) {
        door.report(Finding::fatal(words).at(path).value(given));
    }
}

words! {
    PAYMENT_DAYS = "payment_days_out_of_range" {
        en: "{value} days to pay are not between 0 and 365." => "Give the days of the company's usual terms.",
        nb: "{value} betalingsdager er ikke mellom 0 og 365." => "Oppgi dagene i firmaets vanlige betingelser.",
        sv: "{value} betalningsdagar är inte mellan 0 och 365." => "Ange dagarna i företagets vanliga villkor.",
    }
    NO_USUAL_GROUND = "claim_ground_not_usual" {
        en: "Claims without a ground cannot be the usual ones." => "Use agreement, subscription, gift or extension.",
        nb: "Krav uten grunnlag kan ikke være det vanlige." => "Bruk agreement, subscription, gift eller extension.",
        sv: "Krav utan grund kan inte vara det vanliga." => "Använd agreement, subscription, gift eller extension.",
    }
}
