//! The plan as a table: what goes in, which channel, what becomes of each.

use postbud::domain::attachment::{Attachment, Base64, File};
use postbud::domain::channel::Channel::{self, Efaktura, Einvoice, Email, Oneself, Print, Vipps};
use postbud::domain::channel::plan::{lacks_required, plan};
use postbud::domain::company::{EmailPdf, Settings};
use postbud::domain::customer::{Handling, Mode};

const PDF: &str = "application/pdf";
const PNG: &str = "image/png";
const CSV: &str = "text/csv";
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const MB: u64 = 1_000_000;

fn file(mime: &str, size: u64) -> Attachment {
    let file = File { size, ..File::of("Å b.x", mime, &Base64::default()) };
    Attachment { file: Some(file), sent: true, ..Attachment::named("1".to_owned()) }
}

fn pages(count: u32) -> Attachment {
    let mut attachment = file(PDF, 1);
    attachment.file.as_mut().unwrap().pages = Some(count);
    attachment
}

fn link() -> Attachment {
    Attachment { uri: Some("https://a/b".to_owned()), file: None, ..file(PDF, 0) }
}

fn named() -> Attachment {
    Attachment { file: None, ..file(PDF, 0) }
}

fn image(size: u64) -> Attachment {
    Attachment { image: true, ..file(PDF, size) }
}

fn unmarked() -> Attachment {
    Attachment { sent: false, ..file(PDF, 1) }
}

/// "action:code" for each, with the usual beginnings left out.
fn told(
    channel: Channel,
    attachments: &[Attachment],
    email_pdf: EmailPdf,
    handling: Handling,
) -> Vec<String> {
    let settings = Settings { email_pdf, ..Settings::default() };
    let rows = plan(channel, attachments, &settings, handling);
    assert_eq!(rows.len(), attachments.len());
    let say = |row: &postbud::domain::channel::plan::Planned| {
        let code = row.reason.words.code;
        let short = code.strip_prefix("attachment_").or_else(|| code.strip_prefix("attachments_"));
        format!("{}:{}", row.action.word(), short.unwrap_or(code))
    };
    rows.iter().map(say).collect()
}

fn usual() -> Handling {
    Handling::usual(Mode::Automatic)
}

type Row = (Channel, Vec<Attachment>, &'static [&'static str]);

fn on_the_network() -> Vec<Row> {
    vec![
        // Peppol: six types, 10 MB each, any number of them.
        (Einvoice, vec![file(PDF, 10 * MB)], &["embed:embedded"]),
        (Einvoice, vec![file(PDF, 10 * MB + 1)], &["drop:too_large_for_channel"]),
        (
            Einvoice,
            vec![file(PDF, 10 * MB + 1), file(PDF, 1)],
            &["drop:too_large_for_channel", "embed:embedded"],
        ),
        (Einvoice, vec![file(CSV, 1), file(PNG, 1)], &["embed:embedded"; 2]),
        (Einvoice, vec![file(DOCX, 1)], &["drop:type_not_taken"]),
        (Einvoice, vec![file(PDF, 9 * MB); 12], &["embed:embedded"; 12]),
        (Einvoice, vec![link()], &["link:is_link"]),
        (Einvoice, vec![named()], &["embed:embedded"]),
        (Print, vec![named()], &["embed:embedded"]),
        (Einvoice, vec![unmarked()], &["drop:not_marked"]),
        (Einvoice, vec![image(1)], &["embed:embedded"]),
    ]
}

fn by_link_and_mail() -> Vec<Row> {
    vec![
        // The bank network and Vipps: links.
        (Efaktura, vec![file(PDF, 10 * MB)], &["link:linked_by_channel"]),
        (Efaktura, vec![file(PDF, 10 * MB + 1)], &["drop:too_large_for_channel"]),
        (Efaktura, vec![file(DOCX, 1)], &["link:linked_by_channel"]),
        (Efaktura, vec![file(CSV, 1)], &["drop:type_not_taken"]),
        (Efaktura, vec![link()], &["link:is_link"]),
        (Vipps, vec![file(PDF, 1)], &["link:linked_by_channel"]),
        (Vipps, vec![file(CSV, 1), link()], &["drop:type_not_taken", "link:is_link"]),
        // E-mail: 5 MB in all.
        (Email, vec![file(PDF, 5 * MB)], &["embed:embedded"]),
        (Email, vec![file(PDF, 5 * MB + 1)], &["link:linked_for_size"]),
        (Email, vec![file(PDF, 3 * MB), file(PNG, 2 * MB)], &["embed:embedded"; 2]),
        (Email, vec![file(PDF, 3 * MB), file(PNG, 2 * MB + 1)], &["link:linked_for_size"; 2]),
        (Email, vec![file(DOCX, 1)], &["embed:embedded"]),
        (Email, vec![file(CSV, 9 * MB), file(PDF, 1)], &["drop:type_not_taken", "embed:embedded"]),
        (Email, vec![unmarked(), file(PDF, 5 * MB)], &["drop:not_marked", "embed:embedded"]),
        (Email, vec![link()], &["link:is_link"]),
    ]
}

fn on_paper() -> Vec<Row> {
    vec![
        // Print: three PDF files, 50 MB each, 110 pages.
        (Print, vec![pages(110)], &["embed:embedded"]),
        (Print, vec![pages(111)], &["drop:dropped_for_pages"]),
        (Print, vec![pages(55), pages(55)], &["embed:embedded"; 2]),
        (Print, vec![pages(55), pages(56)], &["drop:dropped_for_pages"; 2]),
        (Print, vec![pages(110), file(PDF, 1)], &["drop:dropped_for_pages"; 2]),
        (Print, vec![pages(109), file(PDF, 1)], &["embed:embedded", "embed:pages_not_counted"]),
        (Print, vec![file(PDF, 50 * MB)], &["embed:pages_not_counted"]),
        (Print, vec![file(PDF, 50 * MB + 1), pages(1)], &["drop:dropped_for_size"; 2]),
        (Print, vec![pages(1); 3], &["embed:embedded"; 3]),
        (Print, vec![pages(1); 4], &["drop:dropped_for_number"; 4]),
        (
            Print,
            vec![image(1), pages(1), pages(1), pages(1)],
            &["embed:pages_not_counted", "embed:embedded", "embed:embedded", "embed:embedded"],
        ),
        (
            Print,
            vec![image(1), pages(1), pages(1), pages(1), pages(1)],
            &[
                "embed:pages_not_counted",
                "drop:dropped_for_number",
                "drop:dropped_for_number",
                "drop:dropped_for_number",
                "drop:dropped_for_number",
            ],
        ),
        (
            Print,
            vec![file(PNG, 1), pages(1), pages(1), pages(1)],
            &["drop:type_not_taken", "embed:embedded", "embed:embedded", "embed:embedded"],
        ),
        (Print, vec![link(), pages(1)], &["drop:link_on_paper", "embed:embedded"]),
        (
            Print,
            vec![unmarked(), pages(1), pages(1), pages(1)],
            &["drop:not_marked", "embed:embedded", "embed:embedded", "embed:embedded"],
        ),
        // Whoever sends himself has everything.
        (Oneself, vec![file(DOCX, 50 * MB), link()], &["embed:embedded", "link:is_link"]),
    ]
}

#[test]
fn each_channel_has_its_way_with_files() {
    let rows = [on_the_network(), by_link_and_mail(), on_paper()].concat();
    for (at, (channel, attachments, expected)) in rows.iter().enumerate() {
        let told = told(*channel, attachments, EmailPdf::Attached, usual());
        assert_eq!(told, *expected, "row {at}, {}", channel.word());
    }
}

#[test]
fn mails_are_merged_or_linked_as_the_company_decides() {
    let rows: &[(EmailPdf, Vec<Attachment>, &[&str])] = &[
        (EmailPdf::Merged, vec![file(PDF, 1)], &["merge:merged"]),
        (EmailPdf::Merged, vec![file(PDF, 5 * MB)], &["merge:merged"]),
        (EmailPdf::Merged, vec![file(PDF, 5 * MB + 1)], &["link:linked_for_size"]),
        (
            EmailPdf::Merged,
            vec![file(PDF, 1), file(PNG, 1)],
            &["merge:merged", "embed:not_mergeable"],
        ),
        (EmailPdf::Merged, vec![link()], &["link:is_link"]),
        (EmailPdf::Link, vec![file(PDF, 1), file(PNG, 1)], &["link:linked_by_setting"; 2]),
        (EmailPdf::Link, vec![file(PDF, 6 * MB)], &["link:linked_by_setting"]),
        (EmailPdf::Link, vec![file(CSV, 1)], &["drop:type_not_taken"]),
    ];
    for (at, (email_pdf, attachments, expected)) in rows.iter().enumerate() {
        let told = told(Channel::Email, attachments, *email_pdf, usual());
        assert_eq!(told, *expected, "row {at}");
        // It is about mails only.
        let other = self::told(Channel::Einvoice, attachments, *email_pdf, usual());
        assert!(other.iter().all(|row| !row.starts_with("merge")), "row {at}");
    }
}

#[test]
fn the_customers_card_says_what_shows_the_invoice() {
    let omit = Handling { omit_pdf: true, ..usual() };
    let first = Handling { first_attachment_is_image: true, ..omit };
    let all = [unmarked(), file(PDF, 1), image(1)];
    let images = |attachments: &[Attachment], handling| {
        let rows = plan(Channel::Email, attachments, &Settings::default(), handling);
        rows.iter().map(|row| row.image).collect::<Vec<bool>>()
    };
    // Without the PDF, and nothing that stands for it.
    let omitted = ["drop:not_marked", "embed:embedded", "drop:image_omitted"];
    assert_eq!(told(Channel::Email, &all, EmailPdf::Attached, omit), omitted);
    assert_eq!(told(Channel::Einvoice, &all, EmailPdf::Attached, omit), omitted);
    // What says that it is the image is it; else the first one that is sent.
    assert_eq!(images(&all, first), [false, false, true]);
    assert_eq!(images(&all[..2], first), [false, true]);
    assert_eq!(images(&all[..2], usual()), [false, false]);
    assert_eq!(images(&all, usual()), [false, false, true]);
    let whole = ["drop:not_marked", "embed:embedded", "embed:embedded"];
    assert_eq!(told(Channel::Email, &all, EmailPdf::Attached, first), whole);
}

#[test]
fn names_are_those_of_the_channel() {
    let names = |channel| {
        let all = [file(PDF, 1), unmarked(), file(PDF, 1), link()];
        let rows = plan(channel, &all, &Settings::default(), usual());
        rows.into_iter().map(|row| row.name).collect::<Vec<_>>()
    };
    let some = |name: &str| Some(name.to_owned());
    assert_eq!(names(Channel::Einvoice), [some("Å b.x"), None, some("Å b.x"), None]);
    for channel in [Channel::Email, Channel::Print, Channel::Efaktura, Channel::Vipps] {
        assert_eq!(names(channel), [some("a_b.x.pdf"), None, some("a_b.x_2.pdf"), None]);
    }
}

#[test]
fn a_channel_that_leaves_out_what_is_required_is_not_taken() {
    let needs = |mime, size| vec![Attachment { required: true, ..file(mime, size) }];
    let lacks = |channel, all: &[Attachment]| {
        let fault = lacks_required(channel, all, &Settings::default(), usual());
        fault.map(|fault| fault.words.code)
    };
    let code = Some("attachment_required_not_carried");
    assert_eq!(lacks(Channel::Einvoice, &needs(DOCX, 1)), code);
    assert_eq!(lacks(Channel::Einvoice, &needs(PDF, 10 * MB + 1)), code);
    assert_eq!(lacks(Channel::Einvoice, &needs(PDF, 10 * MB)), None);
    // A link brings it there.
    assert_eq!(lacks(Channel::Efaktura, &needs(PDF, MB)), None);
    assert_eq!(lacks(Channel::Email, &needs(PDF, 6 * MB)), None);
    assert_eq!(lacks(Channel::Print, &needs(PNG, 1)), code);
    // On paper the others may be what drops it.
    let mut four = needs(PDF, 1);
    four.extend(vec![file(PDF, 1); 3]);
    assert_eq!(lacks(Channel::Print, &four), code);
    assert_eq!(lacks(Channel::Print, &four[..3]), None);
    // Without being required nothing keeps a channel away.
    assert_eq!(lacks(Channel::Print, &four[1..]), None);
}
