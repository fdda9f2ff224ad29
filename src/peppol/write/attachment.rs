//! Supporting documents (BG-24): embedded, linked to, or only named.

use crate::domain::attachment::{Attachment, File, kept_name};
use crate::peppol::write::ubl::Ubl;

/// Writes those that lie in the document.
pub fn write(ubl: &mut Ubl, attachments: &[Attachment]) {
    for (at, attachment) in attachments.iter().enumerate().filter(|(_, it)| it.embedded) {
        ubl.inside("cac:AdditionalDocumentReference", |ubl| {
            ubl.text("cbc:ID", &attachment.reference);
            ubl.optional("cbc:DocumentDescription", attachment.description.as_deref());
            if attachment.is_named_only() {
                return;
            }
            ubl.inside("cac:Attachment", |ubl| {
                if let Some(file) = &attachment.file {
                    write_file(ubl, file, at);
                }
                if let Some(uri) = &attachment.uri {
                    ubl.inside("cac:ExternalReference", |ubl| ubl.text("cbc:URI", uri));
                }
            });
        });
    }
}

/// The content goes in as the text that it came as.
fn write_file(ubl: &mut Ubl, file: &File, at: usize) {
    let name = kept_name(file, at);
    let attributes = [("mimeCode", file.mime.as_str()), ("filename", name.as_str())];
    ubl.base64("cbc:EmbeddedDocumentBinaryObject", &attributes, file.content.text());
}

/// How many bytes they take in the document, so that it is not copied while it grows.
pub fn room(attachments: &[Attachment]) -> usize {
    let embedded = attachments.iter().filter(|it| it.embedded);
    embedded.filter_map(|it| it.file.as_ref()).map(|file| file.content.text().len() + 512).sum()
}
