//! Attachments as an ERP gives them. Nothing is ever read from a path: the request holds the file.

use crate::domain::attachment::{
    ATTACHMENT_CONTENT_DIFFERS, ATTACHMENT_EMPTY, ATTACHMENT_FOR_FILES, ATTACHMENT_IMAGE_TYPE,
    ATTACHMENT_NAME_CONTROL, ATTACHMENT_NAME_DIFFERS, ATTACHMENT_NAME_PATH, ATTACHMENT_NO_PAGES,
    ATTACHMENT_NOWHERE, ATTACHMENT_REQUIRED_UNSENT, ATTACHMENT_TOO_LARGE, ATTACHMENT_TWO_IMAGES,
    ATTACHMENT_TWO_PLACES, ATTACHMENT_TYPE_MISSING, ATTACHMENT_TYPE_UNKNOWN, Attachment, Base64,
    Content, File, MOST_BYTES, Media, base_name, is_control, kept_name, parse_uri,
};
use crate::domain::finding::{Fault, Finding};
use crate::office::protocol::door::Door;
use crate::office::protocol::request::form;
use crate::office::protocol::text::{paragraph, text, too_long};

form! {
    /// A document that supports the invoice (BG-24): a file, or a link to one.
    AttachmentForm {
        /// Name of the file with its end (BT-125-2), at most 255 characters; one is made up when
        /// none is given.
        name: Option<String>,
        /// Type (BT-125-1), such as application/pdf; from the end of the name when none is given.
        mime: Option<String>,
        /// The file in base64 (BT-125), at most 50 MB. Either this or uri.
        content: Option<Base64>,
        /// Where the document lies on the web (BT-124).
        uri: Option<String>,
        /// What it is (BT-123), at most 200 characters.
        description: Option<String>,
        /// Its number or name (BT-122), at most 200 characters; the name of the file when none is
        /// given.
        reference: Option<String>,
        /// Whether it is sent. Default: the company's setting mark_attachments, or true with
        /// required.
        send: Option<bool>,
        /// Whether the document may take no way that leaves it out. Default: false.
        required: Option<bool>,
        /// Whether it shows the invoice itself; one PDF can. Default: false.
        image: Option<bool>,
        /// Pages of a PDF, where they are known; the print service has a limit.
        pages: Option<u32>,
        /// Whether name, type, content and uri are taken as they are: document_read says so of what
        /// others attached and no check here would let in. Default: false.
        unchecked: Option<bool>,
    }
}

/// Parses the attachments.
pub fn read_attachments(
    door: &mut Door,
    at: &str,
    forms: Option<&[AttachmentForm]>,
) -> Vec<Attachment> {
    let mut image_seen = false;
    let mut all = Vec::new();
    for (index, form) in forms.unwrap_or_default().iter().enumerate() {
        let path = format!("{at}/{index}");
        if form.image == Some(true) && std::mem::replace(&mut image_seen, true) {
            door.report(Finding::fatal(&ATTACHMENT_TWO_IMAGES).at(format!("{path}/image")));
        }
        all.extend(read_attachment(door, &path, index, form));
    }
    all
}

fn read_attachment(
    door: &mut Door,
    at: &str,
    index: usize,
    form: &AttachmentForm,
) -> Option<Attachment> {
    if form.unchecked == Some(true) {
        return read_unchecked(door, at, form);
    }
    let path = |name: &str| format!("{at}/{name}");
    let uri = door.optional(&path("uri"), form.uri.as_ref(), parse_uri);
    let description =
        door.optional(&path("description"), form.description.as_ref(), paragraph(200));
    let reference = door.optional(&path("reference"), form.reference.as_ref(), text(200));
    let name = read_name(door, &path("name"), form);
    let required = form.required.unwrap_or(false);
    if required && form.send == Some(false) {
        door.report(Finding::fatal(&ATTACHMENT_REQUIRED_UNSENT).at(path("required")));
    }
    let is_link = form.uri.as_ref().is_some_and(|uri| !uri.trim().is_empty());
    let file = match (&form.content, is_link) {
        (Some(_), true) => {
            door.report(Finding::fatal(&ATTACHMENT_TWO_PLACES).at(path("uri")).term("BT-124"));
            None
        }
        (None, true) => {
            refuse_fields_of_files(door, at, form);
            None
        }
        // A document that is only named goes by its reference.
        (None, false) if reference.is_some() && form.name.is_none() => {
            refuse_fields_of_files(door, at, form);
            None
        }
        (None, false) => {
            door.report(Finding::fatal(&ATTACHMENT_NOWHERE).at(at).term("BG-24"));
            None
        }
        (Some(content), false) => read_file(door, at, form, name.clone()?, content),
    };
    if file.is_none() && uri.is_none() && (form.content.is_some() || reference.is_none()) {
        return None;
    }
    // Without a number of its own it is called as its file (BR-52).
    let called = || match &file {
        Some(file) => kept_name(file, index),
        None => name.filter(|name| !name.is_empty()).unwrap_or_else(|| (index + 1).to_string()),
    };
    let reference = reference.unwrap_or_else(called);
    let (send, image) = (form.send, form.image.unwrap_or(false));
    let named = Attachment::named(reference);
    Some(Attachment { description, uri, file, send, required, image, ..named })
}

/// What stood in a document of others: the official rules judge it, and nothing else.
fn read_unchecked(door: &mut Door, at: &str, form: &AttachmentForm) -> Option<Attachment> {
    let path = |name: &str| format!("{at}/{name}");
    let reference = door.required(&path("reference"), form.reference.as_ref(), text(1000))?;
    let name = door.optional(&path("name"), form.name.as_ref(), text(1000)).unwrap_or_default();
    let mime = door.optional(&path("mime"), form.mime.as_ref(), text(200)).unwrap_or_default();
    Some(Attachment {
        description: door.optional(
            &path("description"),
            form.description.as_ref(),
            paragraph(10_000),
        ),
        uri: door.optional(&path("uri"), form.uri.as_ref(), text(2000)),
        file: form.content.as_ref().map(|content| File::of(&name, &mime, content)),
        send: form.send,
        required: form.required.unwrap_or(false),
        ..Attachment::named(reference)
    })
}

/// The name as given; of a path only the end. None where it cannot be used.
fn read_name(door: &mut Door, at: &str, form: &AttachmentForm) -> Option<String> {
    let given = form.name.as_deref().unwrap_or_default().trim();
    if given.chars().count() > 255 {
        door.report(Finding::fatal(too_long(255)).at(at).value(given).term("BT-125-2"));
        return None;
    }
    let name = base_name(given);
    let mut warn = |words| door.report(Finding::warning(words).at(at).value(given));
    if name != given {
        warn(&ATTACHMENT_NAME_PATH);
    } else if given.chars().any(is_control) {
        warn(&ATTACHMENT_NAME_CONTROL);
    }
    Some(name.chars().filter(|c| !is_control(*c)).collect())
}

fn refuse_fields_of_files(door: &mut Door, at: &str, form: &AttachmentForm) {
    let given = [
        ("mime", form.mime.is_some()),
        ("image", form.image == Some(true)),
        ("pages", form.pages.is_some()),
    ];
    for (field, _) in given.into_iter().filter(|(_, given)| *given) {
        let fault = Fault::new(&ATTACHMENT_FOR_FILES).with("field", field);
        door.report(Finding::fatal(fault).at(format!("{at}/{field}")));
    }
}

fn read_file(
    door: &mut Door,
    at: &str,
    form: &AttachmentForm,
    name: String,
    given: &Base64,
) -> Option<File> {
    let path = |name: &str| format!("{at}/{name}");
    let content = read_content(door, &path("content"), given);
    let media = read_media(door, at, form, &name, content.as_ref())?;
    let content = content?;
    if !media.fits(content.kind) {
        let fault = Fault::new(&ATTACHMENT_CONTENT_DIFFERS).with("mime", media.mime);
        let fault = fault.with("seen", content.kind.word());
        door.report(Finding::fatal(fault).at(path("content")).term("BT-125"));
        return None;
    }
    if form.image == Some(true) && media.extension() != "pdf" {
        let fault = Fault::new(&ATTACHMENT_IMAGE_TYPE).with("mime", media.mime);
        door.report(Finding::fatal(fault).at(path("image")));
    }
    if let Some(pages) = form.pages.filter(|pages| *pages == 0 || media.extension() != "pdf") {
        door.report(Finding::fatal(&ATTACHMENT_NO_PAGES).at(path("pages")).value(pages));
    }
    let Content { text, size, sha256, .. } = content;
    let mime = media.mime.to_owned();
    Some(File { name, mime, size, sha256, pages: form.pages, content: text })
}

/// What is wrong with a content is told without showing any of it.
fn read_content(door: &mut Door, at: &str, given: &Base64) -> Option<Content> {
    let fault = match Content::read(given) {
        Ok(content) if content.size == 0 => Fault::new(&ATTACHMENT_EMPTY),
        Ok(content) if content.size > MOST_BYTES => {
            let fault = Fault::new(&ATTACHMENT_TOO_LARGE).with("size", content.size);
            fault.with("limit", MOST_BYTES)
        }
        Ok(content) => return Some(content),
        Err(fault) => fault,
    };
    door.report(Finding::fatal(fault).at(at).term("BT-125"));
    None
}

/// The type by mime, else by the end of the name, else by the content where that is clear.
fn read_media(
    door: &mut Door,
    at: &str,
    form: &AttachmentForm,
    name: &str,
    content: Option<&Content>,
) -> Option<&'static Media> {
    let given = form.mime.as_deref().map(str::trim).unwrap_or_default();
    let by_name = Media::of_name(name);
    if !given.is_empty() && !Media::is_unsaid(given) {
        let path = format!("{at}/mime");
        let Some(media) = Media::of_mime(given) else {
            let fault = Fault::new(&ATTACHMENT_TYPE_UNKNOWN).with("known", Media::known());
            door.report(Finding::fatal(fault).at(path).value(given).term("BT-125-1"));
            return None;
        };
        if let Some(named) = by_name.filter(|named| *named != media) {
            let fault = Fault::new(&ATTACHMENT_NAME_DIFFERS).with("named", named.mime);
            door.report(Finding::fatal(fault).at(path).value(given).term("BT-125-1"));
            return None;
        }
        return Some(media);
    }
    if by_name.is_some() {
        return by_name;
    }
    let end = name.rsplit_once('.').map(|(_, end)| end).unwrap_or_default();
    let finding = match content.and_then(|content| Media::of_kind(content.kind)) {
        Some(media) if end.is_empty() => return Some(media),
        _ if end.is_empty() => Finding::fatal(&ATTACHMENT_TYPE_MISSING).at(format!("{at}/mime")),
        _ => {
            let fault = Fault::new(&ATTACHMENT_TYPE_UNKNOWN).with("known", Media::known());
            Finding::fatal(fault).at(format!("{at}/name")).value(end)
        }
    };
    door.report(finding.term("BT-125-1"));
    None
}
