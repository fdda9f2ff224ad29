//! Reads a finished document back into the data that builds it.

use crate::domain::failure::Failure;
use crate::domain::finding::{Fault, Finding};
use crate::domain::invoice::Invoice;
use crate::domain::invoice::totals::Totals;
use crate::domain::words::words;
use crate::office::Office;
use crate::office::document::account::doubtful_accounts;
use crate::office::document::totals::TotalsReply;
use crate::office::form::{InvoiceForm, PartyForm, totals_form};
use crate::office::protocol::door::{Door, missing};
use crate::office::protocol::reply::{FindingReply, say_all};
use crate::office::protocol::request::{Call, request};
use crate::peppol::other::leftovers;
use crate::peppol::read::{Reading, read};
use crate::peppol::write::{Document, write};
use schemars::JsonSchema;
use serde::Serialize;

request! {
    /// What to read.
    Request {
        /// The XML of the document, as text. Mandatory.
        document: Option<String>,
    }
}

/// A document as data. invoice, seller and buyer are a request of document_build, which writes the
/// same content again.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reply {
    /// invoice or credit_note.
    pub document_type: &'static str,
    /// The invoice; what has no business term is kept in its field other.
    pub invoice: InvoiceForm,
    /// Who sells.
    pub seller: PartyForm,
    /// Who buys.
    pub buyer: PartyForm,
    /// The totals that stand in the document.
    pub totals: TotalsReply,
    /// What is worth a look: each piece of content that has no business term, and each account
    /// with wrong check digits. Their paths are fields of this reply. At most 100 of a kind; the
    /// last one counts the others too.
    pub findings: Vec<FindingReply>,
}

/// Reads the document. It is not judged: document_validate does that.
pub fn run(_: &Office, mut call: Call<Request>) -> Result<Reply, Failure> {
    let mut door = std::mem::take(&mut call.door);
    let reading = read_document(&mut door, call.body.document.as_deref());
    let (reading, _) = door.close(reading)?;
    let Reading { invoice, seller, buyer, totals } = reading;
    let mut worth_a_look = without_term(&invoice);
    worth_a_look.report_all(doubtful_accounts(&invoice).into_iter().map(|found| {
        let path = format!("/invoice{}", found.path.as_deref().unwrap_or_default());
        found.at(path)
    }));
    Ok(Reply {
        document_type: invoice.r#type.word(),
        seller: PartyForm::from(&seller),
        buyer: PartyForm::from(&buyer),
        totals: TotalsReply::of(&invoice, &totals),
        findings: say_all(worth_a_look.findings(), call.language),
        invoice: InvoiceForm {
            totals: Some(totals_form(&totals, &invoice.more.taxes)),
            ..InvoiceForm::from(invoice)
        },
    })
}

/// What has no business term. As anywhere, the last of a hundred findings counts the others.
fn without_term(invoice: &Invoice) -> Door {
    let mut door = Door::default();
    for (index, other) in invoice.more.other.iter().enumerate() {
        let fault = Fault::new(&WITHOUT_TERM).with("inside", &other.inside);
        let finding = Finding::warning(fault).at(format!("/invoice/other/{index}"));
        door.report(Finding { xpath: Some(other.inside.clone()), ..finding.value(&other.content) });
    }
    door
}

/// Reads the document; what building it anew would not bring back is kept as it stands.
fn read_document(door: &mut Door, xml: Option<&str>) -> Option<Reading> {
    let Some(xml) = xml.filter(|xml| !xml.trim().is_empty()) else {
        door.report(missing("/document"));
        return None;
    };
    match read(xml) {
        Ok(mut reading) => {
            let Reading { invoice, seller, buyer, totals } = &reading;
            // Rows of a breakdown stand in the order that building gives them.
            let computed = Totals::of(invoice).unwrap_or_else(|_| totals.clone());
            let again = write(Document { invoice, totals: &computed, seller, buyer });
            reading.invoice.more.other = leftovers(xml, &String::from_utf8_lossy(&again));
            Some(reading)
        }
        Err(found) => {
            door.report_all(found.into_iter().map(|finding| finding.at("/document")));
            None
        }
    }
}

words! {
    WITHOUT_TERM = "content_without_term" {
        en: "The document holds content that no business term stands for, in {inside}." => "It is kept in invoice.other and put back when the document is built again; look at it yourself.",
        nb: "Dokumentet har innhold som ikke svarer til noe forretningsbegrep, i {inside}." => "Det er tatt vare på i invoice.other og settes tilbake når dokumentet bygges igjen; se på det selv.",
        sv: "Dokumentet har innehåll som inte motsvarar något affärsbegrepp, i {inside}." => "Det finns kvar i invoice.other och sätts tillbaka när dokumentet byggs igen; titta på det själv.",
    }
}
