//! What a company has decided about sending. Every default is the seeds' way.

use crate::domain::claim::Ground;
use crate::domain::finding::Fault;
use crate::domain::named::named;
use crate::domain::party::Contact;
use crate::domain::role::Role;
use crate::domain::words::words;
use serde::{Deserialize, Serialize};

/// The settings of a company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// E-mail may be used at all.
    pub email: bool,
    /// The print service may be used.
    pub print: bool,
    /// The function for invoices to consumers is switched on.
    pub b2c: bool,
    /// Buyer reference (BT-10) for business customers that gave none.
    pub default_buyer_reference: Option<String>,
    /// Which of a customer's phone fields is the mobile.
    pub mobile_field: String,
    /// Days to pay when an invoice has no due date.
    pub payment_days: u16,
    /// Whom a receiver may ask, in the footer of mails.
    pub contact: Contact,
    /// The sender's name in mails; the company's name when there is none.
    pub sender_name: Option<String>,
    /// The company's own text in mails; a text that comes with the invoice wins.
    pub email_text: Option<String>,
    /// How the PDF goes with a mail.
    pub email_pdf: EmailPdf,
    /// Attachments go along unless they are marked not to.
    pub mark_attachments: bool,
    /// The print service uses the ERP's own PDF.
    pub own_pdf: bool,
    /// The print service prints in colour.
    pub print_colour: bool,
    /// What happens with a consumer who gets nothing electronically yet.
    pub asking: Asking,
    /// The exchange has said that it cannot ask consumers.
    pub exchange_cannot_ask: bool,
    /// For how many hours a look-up counts.
    pub lookup_hours: u16,
    /// The ground of claims against consumers that state none.
    pub claim_ground: Option<Ground>,
    /// Who activates, when it is others than the host decided for all companies.
    pub activation_by: Option<Vec<Role>>,
}

impl Settings {
    /// Whether a document may go another way by these settings than by others.
    pub fn decides_otherwise_than(&self, other: &Self) -> bool {
        let decisive = |it: &Self| {
            let ways = (it.email, it.print, it.b2c, it.mobile_field.clone());
            (ways, it.asking, it.exchange_cannot_ask, it.lookup_hours, it.claim_ground)
        };
        decisive(self) != decisive(other)
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            email: true,
            print: true,
            b2c: false,
            default_buyer_reference: None,
            mobile_field: "mobile".to_owned(),
            payment_days: 14,
            contact: Contact::default(),
            sender_name: None,
            email_text: None,
            email_pdf: EmailPdf::Attached,
            mark_attachments: false,
            own_pdf: false,
            print_colour: false,
            asking: Asking::default(),
            exchange_cannot_ask: false,
            lookup_hours: 24,
            claim_ground: None,
            activation_by: None,
        }
    }
}

named! {
    /// How the PDF goes with a mail.
    pub enum EmailPdf {
        /// As an attachment
        Attached = "attached",
        /// In one file with the other attachments
        Merged = "merged",
        /// As a link
        Link = "link",
    }
}

impl EmailPdf {
    /// Reads the word of the request.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        Self::named(text).ok_or(Fault::new(&EMAIL_PDF))
    }
}

/// Whether a consumer who gets nothing electronically is asked to, and for how many days his
/// documents wait for the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asking {
    /// Ask and wait; else the next step is taken at once
    pub asks: bool,
    /// Days to wait
    pub days: u8,
}

impl Default for Asking {
    fn default() -> Self {
        Self { asks: true, days: 3 }
    }
}

words! {
    EMAIL_PDF = "email_pdf_unknown" {
        en: "\"{value}\" is not a way for the PDF to go with a mail." => "Use attached, merged or link.",
        nb: "«{value}» er ikke en måte PDF-en kan følge e-posten på." => "Bruk attached, merged eller link.",
        sv: "”{value}” är inte ett sätt för PDF:en att följa med e-posten." => "Använd attached, merged eller link.",
    }
    ASK_DAYS = "ask_days_out_of_range" {
        en: "{value} days to wait for a consumer's answer are not between 1 and 30." => "Give the days, or switch asking off with ask_consumers false.",
        nb: "{value} dagers venting på forbrukerens svar er ikke mellom 1 og 30." => "Oppgi dagene, eller slå spørringen av med ask_consumers false.",
        sv: "{value} dagars väntan på konsumentens svar är inte mellan 1 och 30." => "Ange dagarna, eller stäng av frågan med ask_consumers false.",
    }
    LOOKUP_HOURS = "lookup_hours_out_of_range" {
        en: "{value} hours that a look-up counts are not between 1 and 8,760." => "Give the hours; 24 is usual.",
        nb: "{value} timers gyldighet for et oppslag er ikke mellom 1 og 8760." => "Oppgi timene; 24 er vanlig.",
        sv: "{value} timmars giltighet för ett uppslag är inte mellan 1 och 8760." => "Ange timmarna; 24 är vanligt.",
    }
}
