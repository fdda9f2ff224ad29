//! Judges a finished document by the rules of another day, or by a pack that is named: which of my
//! open invoices break on the next mandatory date?

use crate::domain::failure::Failure;
use crate::office::Office;
use crate::office::document::pack::rules;
use crate::office::document::verdict::{Reply, reply};
use crate::office::protocol::request::{Call, request};
use crate::office::protocol::text::DayText;
use crate::peppol::validate::judge;

request! {
    /// What to judge, and by which rules. Without pack and day: those in force today.
    Request {
        /// The XML of the document, as text.
        document: Option<String>,
        /// The release of Peppol: 3.0.20, 3.0.21 or self-billing 3.0.2.
        pack: Option<String>,
        /// The day whose rules count, YYYY-MM-DD.
        day: Option<DayText>,
    }
}

/// Judges the document.
pub fn run(_: &Office, mut call: Call<Request>) -> Result<Reply, Failure> {
    let mut door = std::mem::take(&mut call.door);
    let rules = rules(&mut door, call.body.pack.as_ref(), call.body.day.as_ref(), call.now);
    // The XML is taken as it is: blanks before it are not postbud's to remove.
    let document = call.body.document.filter(|document| !document.is_empty());
    if document.is_none() {
        door.required::<()>("/document", None::<&String>, |_| Ok(()));
    }
    let ((document, (pack, day)), _) = door.close(document.zip(rules))?;
    Ok(reply(judge(document.as_bytes(), pack), day, call.language))
}
