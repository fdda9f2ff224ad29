//! The mail that brings a document: from the company by name, answers to its contact person, the
//! invoice in the text, the payload enclosed, and at the foot whom to ask.

use crate::domain::company::Settings;
use crate::domain::contact::Email;
use crate::domain::words::words;
use crate::letter::Letter;
use email_encoding::body::Encoding;
use jiff::Timestamp;
use lettre::Message;
use lettre::message::header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Body, Mailbox, MultiPart, SinglePart};
use std::time::{Duration, SystemTime};

/// What a mail is written from, beside the letter.
#[derive(Clone, Copy, Debug)]
pub struct Envelope<'a> {
    /// One identity across all tries
    pub id: &'a str,
    /// The company's own address
    pub from: &'a Email,
    /// What the company decided
    pub settings: &'a Settings,
    /// The text that came with the document; it wins over the company's own
    pub text: Option<&'a str>,
    /// When it was queued
    pub at: Timestamp,
    /// The payload
    pub xml: &'a [u8],
}

/// The mail as bytes (RFC 5322); nothing when the receiver has no address that a mail can carry.
pub fn write(letter: &Letter<'_>, envelope: &Envelope<'_>) -> Option<Vec<u8>> {
    let to = letter.buyer.contact.email.as_ref()?;
    let settings = envelope.settings;
    let sender = settings.sender_name.as_deref().unwrap_or(&letter.seller.name);
    let domain = envelope.from.to_string();
    let domain = domain.rsplit('@').next().unwrap_or("localhost");
    let mut mail = Message::builder()
        .message_id(Some(format!("<{}@{domain}>", envelope.id)))
        .date(system_time(envelope.at))
        .from(mailbox(sender, envelope.from)?)
        .to(mailbox(&letter.buyer.name, to)?)
        .subject(format!("{} – {sender}", letter.title()));
    if let Some(contact) = &settings.contact.email {
        mail = mail.reply_to(mailbox(sender, contact)?);
    }
    let body = SinglePart::plain(encoded(&body(letter, envelope))?);
    let xml = ContentType::parse("application/xml").ok()?;
    let name = format!("{}.xml", file_name(&letter.invoice.number));
    let enclosed = Attachment::new(name).body(envelope.xml.to_vec(), xml);
    // The boundary comes from the delivery, so that the same mail is the same bytes.
    let mixed = format!("multipart/mixed; boundary=\"{}\"", envelope.id);
    let mixed = ContentType::parse(&mixed).ok()?;
    let parts = MultiPart::builder().header(mixed).singlepart(body).singlepart(enclosed);
    let mut mail = mail.multipart(parts).ok()?;
    quote(&mut mail, "From", sender, envelope.from);
    quote(&mut mail, "To", &letter.buyer.name, to);
    if let Some(contact) = &settings.contact.email {
        quote(&mut mail, "Reply-To", sender, contact);
    }
    Some(mail.formatted())
}

fn body(letter: &Letter<'_>, envelope: &Envelope<'_>) -> String {
    let w = letter.wording();
    let settings = envelope.settings;
    let own = envelope.text.or(settings.email_text.as_deref()).unwrap_or(w.enclosed);
    let contact = &settings.contact;
    let name = contact.name.clone();
    let email = contact.email.as_ref().map(ToString::to_string);
    let phone = contact.phone.as_ref().map(ToString::to_string);
    let whom: Vec<String> = [name, email, phone].into_iter().flatten().collect();
    let foot = if whom.is_empty() {
        String::new()
    } else {
        format!("\n{}: {}\n", w.questions, whom.join(", "))
    };
    format!("{own}\n\n{}{foot}", letter.text())
}

/// The text as lettre would encode it. Only the line ends are made here: lettre puts each one into
/// the text where it stands and moves all that follows, which takes minutes in a long text.
fn encoded(text: &str) -> Option<Body> {
    let lines = with_line_ends(text);
    let encoding = match Encoding::choose(text, false) {
        // Asked about the finished lines, lettre could find one of them a character too long.
        Encoding::SevenBit => {
            let plain = ContentTransferEncoding::SevenBit;
            return Some(Body::dangerous_pre_encoded(lines.into_bytes(), plain));
        }
        Encoding::EightBit => ContentTransferEncoding::EightBit,
        Encoding::QuotedPrintable => ContentTransferEncoding::QuotedPrintable,
        Encoding::Base64 => ContentTransferEncoding::Base64,
    };
    Body::new_with_encoding(lines, encoding).ok()
}

/// Every line ends as mails want it; one that does so already stays.
fn with_line_ends(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 32);
    for line in text.split_inclusive('\n') {
        match line.strip_suffix('\n') {
            Some(line) => {
                out.push_str(line.strip_suffix('\r').unwrap_or(line));
                out.push_str("\r\n");
            }
            None => out.push_str(line),
        }
    }
    out
}

fn mailbox(name: &str, address: &Email) -> Option<Mailbox> {
    let address = address.to_string().parse().ok()?;
    Some(Mailbox::new(Some(name.to_owned()), address))
}

/// Puts a name with a dot in quotes: `..` or `a.b` is no phrase of RFC 5322 without, and lettre
/// writes it as it is where there is nothing else to quote.
fn quote(mail: &mut Message, header: &'static str, name: &str, address: &Email) {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    if !name.contains('.') || !name.chars().all(plain) {
        return;
    }
    let written = format!("\"{name}\" <{address}>");
    let header = HeaderName::new_from_ascii_str(header);
    let value = HeaderValue::dangerous_new_pre_encoded(header, written.clone(), written);
    mail.headers_mut().insert_raw(value);
}

fn system_time(at: Timestamp) -> SystemTime {
    let seconds = u64::try_from(at.as_second()).unwrap_or_default();
    SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)
}

/// A name that every file system and channel takes: at most 50 of letters, digits, dot, dash and
/// underscore.
pub fn file_name(text: &str) -> String {
    let clean = |c: char| if c.is_ascii_alphanumeric() || "._-".contains(c) { c } else { '_' };
    let name: String = text.chars().take(50).map(clean).collect();
    let name = name.trim_start_matches('.').to_owned();
    if name.is_empty() { "_".to_owned() } else { name }
}

words! {
    MAIL_UNWRITABLE = "mail_unwritable" {
        en: "No mail can be written to this customer's address." => "Correct the e-mail address on the customer's card; the next channel is taken.",
        nb: "Det kan ikke skrives e-post til denne kundens adresse." => "Rett e-postadressen på kundekortet; neste kanal brukes.",
        sv: "Inget brev kan skrivas till denna kunds e-postadress." => "Rätta e-postadressen på kundkortet; nästa kanal används.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::spent::processor_time;

    /// Texts of every encoding, with line ends of every kind.
    fn texts() -> Vec<String> {
        let mut all = Vec::new();
        for word in ["invoice", "blåbær", "請求書", "\u{1f4ec}", "="] {
            for end in ["\n", "\r\n", "\r", "\n\n", "\r\r\n", "\n\r", ""] {
                for length in [1, 9, 10, 11, 12, 74, 75, 76, 77, 400] {
                    all.push(format!("{}{end}", word.repeat(length)).repeat(3));
                    all.push(format!("{end}{}", &"x".repeat(length)));
                }
            }
        }
        all
    }

    #[test]
    fn a_text_is_encoded_as_lettre_encodes_it() {
        let mut encodings = Vec::new();
        for text in texts() {
            let own = encoded(&text).unwrap();
            let theirs = Body::new(text.clone());
            assert_eq!(own.encoding(), theirs.encoding(), "{text:?}");
            assert_eq!(own.as_ref(), theirs.as_ref(), "{text:?}");
            encodings.push(own.encoding().to_string());
        }
        encodings.sort();
        encodings.dedup();
        assert_eq!(encodings, ["7bit", "base64", "quoted-printable"]);
    }

    /// lettre offers no count of what it does, so here it is time.
    #[test]
    #[cfg(target_os = "linux")]
    fn four_times_the_lines_take_no_more_than_eight_times_the_time() {
        let time = |lines: usize| {
            let text = "Blåbærsyltetøy 1 stk 120.00 120.00\n".repeat(lines);
            let once = || {
                let start = processor_time();
                assert!(encoded(&text).unwrap().len() > text.len());
                processor_time() - start
            };
            (0..3).map(|_| once()).min().unwrap()
        };
        let (short, long) = (time(50_000), time(200_000));
        assert!(long <= short * 8, "{short:?} for 50,000 lines, {long:?} for 200,000");
    }
}
