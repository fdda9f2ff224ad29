//! What becomes of a document's attachments: decided before it is written, told with every answer,
//! and given to whoever carries it.
//!
//! A file that may lie in a document lies there, whichever way the document takes; what may not is
//! kept beside it. So the store has each content once, and a change of channel needs nothing anew.

use crate::domain::attachment::{ATTACHMENT_NOT_IN_DOCUMENT, Attachment, Base64, Names};
use crate::domain::channel::plan::{
    ATTACHMENT_EMBEDDED, ATTACHMENT_IMAGE_OMITTED, Action, Planned, fits_a_document, plan,
};
use crate::domain::channel::{Channel, Decision, Step, Verdict};
use crate::domain::company::{Company, Settings};
use crate::domain::customer::{Customer, Handling};
use crate::domain::finding::{Fault, Finding};
use crate::domain::words::Language;
use crate::office::document::kept::{Beside, Kept};
use crate::office::protocol::door::Door;
use crate::office::protocol::reply::{fix, message};
use crate::peppol::read::read;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

/// What becomes of one attachment on one channel.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AttachmentReply {
    /// Its place in the request, from 0.
    pub index: usize,
    /// On which channel.
    pub channel: &'static str,
    /// Its number or name (BT-122).
    pub reference: String,
    /// Name of the file as given, without its path.
    pub name: Option<String>,
    /// What the file is called on this channel.
    pub sent_as: Option<String>,
    /// Type of the file.
    pub mime: Option<String>,
    /// Bytes of the file.
    pub size: Option<u64>,
    /// Hash of the file.
    pub sha256: Option<String>,
    /// Where the document lies, when it is a link.
    pub uri: Option<String>,
    /// Whether it shows the invoice itself.
    pub image: bool,
    /// embed (it goes along as a file), merge (in one file with the invoice), link or drop.
    pub action: &'static str,
    /// Stable code of the reason. Contract.
    pub code: &'static str,
    /// The reason as a sentence.
    pub message: String,
    /// What would change it.
    pub fix: String,
}

/// A file that the payload cannot hold, for whoever carries the document.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FileReply {
    /// Which of the attachments in the routing data, from 0.
    pub index: usize,
    /// What it is called on the way.
    pub name: String,
    /// Its type.
    pub mime: String,
    /// Its content in base64.
    pub content: Base64,
}

/// Marks what goes along, where the request left it open; after the content hash is taken, so that
/// a changed setting makes no other document of the same request.
pub fn mark(attachments: &mut [Attachment], settings: &Settings) {
    for attachment in attachments {
        attachment.mark(settings.mark_attachments);
    }
}

/// Puts into the payload what may lie there, and beside it what may not.
pub fn place(kept: &mut Kept, settings: &Settings, handling: Handling) {
    let attachments = &mut kept.invoice.more.supporting;
    let rows = plan(Channel::Einvoice, attachments, settings, handling);
    for (index, (attachment, row)) in attachments.iter_mut().zip(rows).enumerate() {
        attachment.embedded = row.action != Action::Drop;
        let outside = attachment.file.as_ref().filter(|_| !attachment.embedded);
        if let Some(file) = outside.filter(|_| attachment.sent) {
            kept.beside.push(Beside { index, content: file.content.clone() });
        }
    }
}

/// Puts all that is to be sent into a document that is only built: its reply has no place to say
/// that something was left out, so nothing is.
pub fn place_all(door: &mut Door, attachments: &mut [Attachment], at: &str) {
    for (index, attachment) in attachments.iter_mut().enumerate() {
        attachment.embedded = attachment.sent;
        if attachment.embedded && !fits_a_document(attachment) {
            let fault = Fault::new(&ATTACHMENT_NOT_IN_DOCUMENT).with("name", attachment.title());
            let finding = Finding::fatal(fault).at(format!("{at}/{index}")).term("BG-24");
            door.report(finding);
        }
    }
}

/// Takes the contents of files out of the payload that they lie in, to write it anew: the kept
/// terms have none.
pub fn take_back(kept: &mut Kept, payload: &[u8]) {
    let own = kept.invoice.more.supporting.iter_mut().filter(|attachment| attachment.embedded);
    let mut own = own.peekable();
    if own.peek().is_none() {
        return;
    }
    let written = read(&String::from_utf8_lossy(payload)).map(|it| it.invoice.more.supporting);
    for (attachment, written) in own.zip(written.unwrap_or_default()) {
        if let (Some(file), Some(written)) = (&mut attachment.file, written.file) {
            file.content = written.content;
        }
    }
}

/// Attachments with what decides over them.
#[derive(Clone, Copy, Debug)]
pub struct Attached<'a> {
    attachments: &'a [Attachment],
    settings: &'a Settings,
    handling: Handling,
}

impl<'a> Attached<'a> {
    /// Those of a document.
    pub fn of(kept: &'a Kept, company: &'a Company, customer: &Customer) -> Self {
        let attachments = &kept.invoice.more.supporting;
        Self { attachments, settings: &company.settings, handling: customer.handling }
    }

    fn plan(self, channel: Channel) -> impl Iterator<Item = (usize, (&'a Attachment, Planned))> {
        let rows = plan(channel, self.attachments, self.settings, self.handling);
        self.attachments.iter().zip(rows).enumerate()
    }

    /// The plan for a channel, said.
    pub fn say(self, channel: Channel, language: Language) -> Vec<AttachmentReply> {
        self.plan(channel)
            .map(|(index, (attachment, row))| say_row(index, attachment, row, channel, language))
            .collect()
    }

    /// The plan for the channel that was decided, or for the one that is waited for.
    pub fn say_decided(self, decision: &Decision, language: Language) -> Vec<AttachmentReply> {
        let awaited = |step: Step| step.channel().unwrap_or(Channel::Efaktura);
        let row = || decision.trace.iter().find(|row| row.verdict == Verdict::Awaited);
        let channel = decision.channel().or_else(|| row().map(|row| awaited(row.step)));
        channel.map(|channel| self.say(channel, language)).unwrap_or_default()
    }

    /// What the sender should know of the attachments before they go, as warnings at their places.
    pub fn preflight(
        self,
        decision: &Decision,
        at: &str,
        host_key: Option<&String>,
    ) -> Vec<Finding> {
        let Some(channel) = decision.channel() else { return Vec::new() };
        let surprising = self.plan(channel).filter(|(_, (_, row))| row.is_surprising());
        let said = surprising.map(|(index, (attachment, row))| {
            let place = format!("{at}/attachments/{index}");
            let finding = Finding::warning(row.reason).at(place).value(attachment.title());
            Finding { host_key: host_key.cloned(), ..finding.term("BG-24") }
        });
        said.collect()
    }
}

fn say_row(
    index: usize,
    attachment: &Attachment,
    row: Planned,
    channel: Channel,
    language: Language,
) -> AttachmentReply {
    let file = attachment.file.as_ref();
    AttachmentReply {
        index,
        channel: channel.word(),
        reference: attachment.reference.clone(),
        name: file.map(|file| file.name.clone()),
        sent_as: row.name,
        mime: file.map(|file| file.mime.clone()),
        size: file.map(|file| file.size),
        sha256: file.map(|file| file.sha256.clone()),
        uri: attachment.uri.clone(),
        image: row.image,
        action: row.action.word(),
        code: row.reason.words.code,
        message: message(&row.reason, language),
        fix: fix(&row.reason, language),
    }
}

/// The plan for a document that was written before: what lies in the payload lies there, whatever
/// the customer's card says now.
fn plan_kept(kept: &Kept, channel: Channel, settings: &Settings, by: Handling) -> Vec<Planned> {
    let attachments = &kept.invoice.more.supporting;
    let mut rows = plan(channel, attachments, settings, by);
    for (attachment, row) in attachments.iter().zip(&mut rows) {
        let decided = attachment.file.is_some() && channel == Channel::Einvoice;
        if decided && attachment.embedded != (row.action == Action::Embed) {
            (row.action, row.reason) = match attachment.embedded {
                true => (Action::Embed, Fault::new(&ATTACHMENT_EMBEDDED)),
                false => (Action::Drop, Fault::new(&ATTACHMENT_IMAGE_OMITTED)),
            };
        }
    }
    rows
}

/// What a carrier needs to know of the attachments that were sent.
pub fn routing(kept: &Kept, channel: Channel, settings: &Settings, by: Handling) -> Vec<Value> {
    let rows = plan_kept(kept, channel, settings, by);
    let all = kept.invoice.more.supporting.iter().zip(rows).enumerate();
    all.filter(|(_, (attachment, _))| attachment.sent)
        .map(|(index, (attachment, row))| {
            let file = attachment.file.as_ref();
            let beside = kept.beside.iter().any(|beside| beside.index == index);
            json!({
                "index": index,
                "reference": attachment.reference,
                "name": row.name,
                "mime": file.map(|file| &file.mime),
                "size": file.map(|file| file.size),
                "sha256": file.map(|file| &file.sha256),
                "uri": attachment.uri,
                "image": row.image,
                "action": row.action.word(),
                "code": row.reason.words.code,
                "in_xml": attachment.embedded,
                "in_files": beside && row.action != Action::Drop,
            })
        })
        .collect()
}

/// The files that the payload does not hold and this channel takes.
pub fn files(kept: &Kept, channel: Channel, settings: &Settings, by: Handling) -> Vec<FileReply> {
    let rows = plan_kept(kept, channel, settings, by);
    let attachments = &kept.invoice.more.supporting;
    // Files are written to disks of all kinds, so their names are plain.
    let names = Names::Plain.of(attachments.iter().map(|attachment| attachment.file.as_ref()));
    let file = |beside: &Beside| {
        let index = beside.index;
        rows.get(index).filter(|row| row.action != Action::Drop)?;
        Some(FileReply {
            index,
            name: names.get(index)?.clone()?,
            mime: attachments.get(index)?.file.as_ref()?.mime.clone(),
            content: beside.content.clone(),
        })
    };
    kept.beside.iter().filter_map(file).collect()
}
