//! What becomes of each attachment on a channel, told before anything is sent: a pure function of
//! the attachments, the channel's limits and what company and customer have decided.

use crate::domain::attachment::{Attachment, File, image_of};
use crate::domain::channel::Channel;
use crate::domain::channel::limits::attachments::{Beyond, Carries, Types, Way, of};
use crate::domain::company::{EmailPdf, Settings};
use crate::domain::customer::Handling;
use crate::domain::finding::Fault;
use crate::domain::named::named;
use crate::domain::words::{Words, words};

named! {
    /// What becomes of an attachment.
    pub enum Action {
        /// It goes along as a file: in the document, with the mail, on paper
        Embed = "embed",
        /// It goes in one file with the invoice
        Merge = "merge",
        /// The receiver gets a link
        Link = "link",
        /// It is left out
        Drop = "drop",
    }
}

/// What becomes of one attachment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// What
    pub action: Action,
    /// Why
    pub reason: Fault,
    /// What the file is called there
    pub name: Option<String>,
    /// Whether it shows the invoice itself
    pub image: bool,
}

impl Planned {
    /// Whether a limit of the channel leaves it out, and not somebody's decision.
    pub fn is_lost(&self) -> bool {
        let decided: [&Words; 2] = [&ATTACHMENT_NOT_MARKED, &ATTACHMENT_IMAGE_OMITTED];
        self.action == Action::Drop && !decided.contains(&self.reason.words)
    }

    /// Whether the sender should know before it goes.
    pub fn is_surprising(&self) -> bool {
        let limits: [&Words; 3] =
            [&ATTACHMENT_LINKED_SIZE, &ATTACHMENT_LINKED_CHANNEL, &ATTACHMENT_NOT_MERGEABLE];
        self.is_lost() || limits.contains(&self.reason.words)
    }
}

/// Plans for a channel, one row for each attachment in their order.
pub fn plan(
    channel: Channel,
    attachments: &[Attachment],
    settings: &Settings,
    handling: Handling,
) -> Vec<Planned> {
    let limits = of(channel);
    let first = handling.omit_pdf && handling.first_attachment_is_image;
    let load = Load { limits, settings, handling, image: image_of(attachments, first) };
    let files: Vec<Option<&File>> = attachments
        .iter()
        .enumerate()
        .map(|(at, it)| it.file.as_ref().filter(|_| load.left_out(at, it).is_none()))
        .collect();
    let together = load.together(&files);
    let names = limits.names.of(files.iter().copied());
    let row = |((at, attachment), name)| {
        let (action, reason) = load.row(at, attachment, together.as_ref());
        let name = if action == Action::Drop { None } else { name };
        Planned { action, reason, name, image: load.image == Some(at) }
    };
    attachments.iter().enumerate().zip(names).map(row).collect()
}

/// Why a channel must not be taken: it would leave out what the document must not go without.
pub fn lacks_required(
    channel: Channel,
    attachments: &[Attachment],
    settings: &Settings,
    handling: Handling,
) -> Option<Fault> {
    if !attachments.iter().any(|attachment| attachment.required) {
        return None;
    }
    let rows = plan(channel, attachments, settings, handling);
    let lost = |(_, row): &(&Attachment, Planned)| row.is_lost();
    let mut required = attachments.iter().zip(rows).filter(|(it, _)| it.required);
    let (attachment, _) = required.find(lost)?;
    let fault = Fault::new(&ATTACHMENT_REQUIRED).with("channel", channel.word());
    Some(fault.with("name", attachment.title()))
}

/// Whether it may lie in a document that goes on the network.
pub fn fits_a_document(attachment: &Attachment) -> bool {
    let limits = of(Channel::Einvoice);
    let fits = |file: &File| limits.types.take(&file.mime) && file.size <= limits.most_each;
    attachment.file.as_ref().is_none_or(fits)
}

/// What a plan is made from.
struct Load<'a> {
    limits: &'static Carries,
    settings: &'a Settings,
    handling: Handling,
    image: Option<usize>,
}

impl Load<'_> {
    fn row(
        &self,
        at: usize,
        attachment: &Attachment,
        together: Option<&(Action, Fault)>,
    ) -> (Action, Fault) {
        if let Some(reason) = self.left_out(at, attachment) {
            return (Action::Drop, reason);
        }
        let Some(file) = &attachment.file else {
            return match attachment.uri {
                Some(_) => (Action::Link, Fault::new(&ATTACHMENT_IS_LINK)),
                None => (Action::Embed, Fault::new(&ATTACHMENT_EMBEDDED)),
            };
        };
        // The invoice itself is printed, whatever happens to the rest.
        let exempt = self.limits.way == Way::Paper && self.image == Some(at);
        if let Some(together) = together.filter(|_| !exempt) {
            return together.clone();
        }
        match self.limits.way {
            Way::Links => {
                let reason = Fault::new(&ATTACHMENT_LINKED_CHANNEL);
                (Action::Link, reason.with("channel", self.limits.channel.word()))
            }
            Way::Paper if file.pages.is_none() => {
                (Action::Embed, Fault::new(&ATTACHMENT_PAGES_UNCOUNTED).with("limit", self.pages()))
            }
            Way::Files if self.limits.channel == Channel::Email => self.by_mail(file),
            Way::Files | Way::Paper => (Action::Embed, Fault::new(&ATTACHMENT_EMBEDDED)),
        }
    }

    /// Why it does not go at all, for a reason of its own.
    fn left_out(&self, at: usize, attachment: &Attachment) -> Option<Fault> {
        let limits = self.limits;
        let said = |words| Fault::new(words).with("channel", limits.channel.word());
        if !attachment.sent {
            return Some(Fault::new(&ATTACHMENT_NOT_MARKED));
        }
        // The customer gets no PDF of the invoice, unless the first attachment stands for it.
        let handling = self.handling;
        if self.image == Some(at) && handling.omit_pdf && !handling.first_attachment_is_image {
            return Some(Fault::new(&ATTACHMENT_IMAGE_OMITTED));
        }
        let Some(file) = &attachment.file else {
            let unprintable = limits.way == Way::Paper && attachment.uri.is_some();
            return unprintable.then(|| Fault::new(&ATTACHMENT_LINK_ON_PAPER));
        };
        if !limits.types.take(&file.mime) {
            return Some(said(&ATTACHMENT_TYPE).with("mime", &file.mime));
        }
        let too_large = file.size > limits.most_each && limits.beyond == Beyond::DropOne;
        too_large
            .then(|| said(&ATTACHMENT_SIZE).with("size", file.size).with("limit", limits.most_each))
    }

    /// What becomes of all, where together they are beyond a limit.
    fn together(&self, files: &[Option<&File>]) -> Option<(Action, Fault)> {
        let broken = self.broken(files)?;
        match self.limits.beyond {
            // As links they go anyway.
            Beyond::LinkAll if self.settings.email_pdf == EmailPdf::Link => None,
            Beyond::LinkAll => Some((Action::Link, broken)),
            Beyond::DropAll => Some((Action::Drop, broken)),
            Beyond::DropOne => None,
        }
    }

    fn broken(&self, files: &[Option<&File>]) -> Option<Fault> {
        let limits = self.limits;
        let all = || files.iter().flatten();
        let said = |words, found: u64, limit: u64| {
            Some(Fault::new(words).with("found", found).with("limit", limit))
        };
        let size = all().map(|file| file.size).fold(0, u64::saturating_add);
        if let Some(most) = limits.most_in_all.filter(|most| size > *most) {
            return said(&ATTACHMENT_LINKED_SIZE, size, most);
        }
        let largest = all().map(|file| file.size).max().unwrap_or_default();
        if largest > limits.most_each {
            return said(&ATTACHMENTS_SIZE, largest, limits.most_each);
        }
        let counted =
            |(at, file): &(usize, &Option<&File>)| file.is_some() && self.image != Some(*at);
        let count = files.iter().enumerate().filter(counted).count();
        if let Some(most) = limits.most_files.filter(|most| count > *most) {
            let number = |count| u64::try_from(count).unwrap_or(u64::MAX);
            return said(&ATTACHMENTS_COUNT, number(count), number(most));
        }
        // Those that nobody has counted have at least one.
        let pages = all().map(|file| file.pages.unwrap_or(1)).fold(0, u32::saturating_add);
        let most = limits.most_pages.filter(|most| pages > *most)?;
        said(&ATTACHMENTS_PAGES, pages.into(), most.into())
    }

    fn by_mail(&self, file: &File) -> (Action, Fault) {
        match self.settings.email_pdf {
            EmailPdf::Link => (Action::Link, Fault::new(&ATTACHMENT_LINKED_SETTING)),
            EmailPdf::Merged if Types::Pdf.take(&file.mime) => {
                (Action::Merge, Fault::new(&ATTACHMENT_MERGED))
            }
            EmailPdf::Merged => {
                (Action::Embed, Fault::new(&ATTACHMENT_NOT_MERGEABLE).with("mime", &file.mime))
            }
            EmailPdf::Attached => (Action::Embed, Fault::new(&ATTACHMENT_EMBEDDED)),
        }
    }

    fn pages(&self) -> u32 {
        self.limits.most_pages.unwrap_or(u32::MAX)
    }
}

words! {
    ATTACHMENT_EMBEDDED = "attachment_embedded" {
        en: "It goes along with the document." => "Nothing to do.",
        nb: "Det følger med dokumentet." => "Ingenting å gjøre.",
        sv: "Den följer med dokumentet." => "Inget att göra.",
    }
    ATTACHMENT_PAGES_UNCOUNTED = "attachment_pages_not_counted" {
        en: "It is printed along; its pages are not counted, and beyond {limit} pages in all the print service drops every attachment." => "Give pages if they are many; else nothing to do.",
        nb: "Det skrives ut sammen med fakturaen; sidene er ikke talt, og over {limit} sider i alt utelater utskriftstjenesten alle vedlegg." => "Oppgi pages hvis det er mange; ellers ingenting å gjøre.",
        sv: "Den skrivs ut med fakturan; sidorna är inte räknade, och över {limit} sidor totalt utelämnar utskriftstjänsten alla bilagor." => "Ange pages om de är många; annars inget att göra.",
    }
    ATTACHMENT_MERGED = "attachment_merged" {
        en: "It is merged with the PDF of the invoice into one file." => "Nothing to do.",
        nb: "Det slås sammen med fakturaens PDF til én fil." => "Ingenting å gjøre.",
        sv: "Den slås ihop med fakturans PDF till en fil." => "Inget att göra.",
    }
    ATTACHMENT_NOT_MERGEABLE = "attachment_not_mergeable" {
        en: "Only PDF files are merged; {mime} goes along as a file of its own." => "Convert it to PDF if it should be in the one file.",
        nb: "Bare PDF-filer slås sammen; {mime} følger med som egen fil." => "Gjør den om til PDF om den skal inn i den samlede filen.",
        sv: "Bara PDF-filer slås ihop; {mime} följer med som egen fil." => "Omvandla den till PDF om den ska ingå i den samlade filen.",
    }
    ATTACHMENT_IS_LINK = "attachment_is_link" {
        en: "It is a link, and goes along as one." => "Nothing to do.",
        nb: "Det er en lenke, og følger med som det." => "Ingenting å gjøre.",
        sv: "Den är en länk, och följer med som en sådan." => "Inget att göra.",
    }
    ATTACHMENT_LINKED_SETTING = "attachment_linked_by_setting" {
        en: "The company sends files by e-mail as links." => "Nothing to do; company_configure changes it with email_pdf.",
        nb: "Firmaet sender filer i e-post som lenker." => "Ingenting å gjøre; company_configure endrer det med email_pdf.",
        sv: "Företaget skickar filer i e-post som länkar." => "Inget att göra; company_configure ändrar det med email_pdf.",
    }
    ATTACHMENT_LINKED_SIZE = "attachment_linked_for_size" {
        en: "The attachments have {found} bytes in all, above {limit} the receiver gets links." => "Make the files smaller if he should have them in the mail.",
        nb: "Vedleggene er på {found} byte i alt; over {limit} får mottakeren lenker." => "Gjør filene mindre om mottakeren skal ha dem i e-posten.",
        sv: "Bilagorna har {found} byte totalt; över {limit} får mottagaren länkar." => "Gör filerna mindre om mottagaren ska ha dem i e-brevet.",
    }
    ATTACHMENT_LINKED_CHANNEL = "attachment_linked_by_channel" {
        en: "{channel} carries no files; the receiver gets a link." => "Nothing to do; the carrier makes the link.",
        nb: "{channel} tar ikke med filer; mottakeren får en lenke." => "Ingenting å gjøre; transportøren lager lenken.",
        sv: "{channel} tar inte med filer; mottagaren får en länk." => "Inget att göra; transportören skapar länken.",
    }
    ATTACHMENT_NOT_MARKED = "attachment_not_marked" {
        en: "It is not marked for sending." => "Give send true, or switch mark_attachments on with company_configure.",
        nb: "Det er ikke merket for sending." => "Oppgi send true, eller slå på mark_attachments med company_configure.",
        sv: "Den är inte markerad för att skickas." => "Ange send true, eller slå på mark_attachments med company_configure.",
    }
    ATTACHMENT_IMAGE_OMITTED = "attachment_image_omitted" {
        en: "The customer's card says to leave the invoice PDF out." => "Change omit_pdf with customer_put if it should go along.",
        nb: "Kundekortet sier at faktura-PDF skal utelates." => "Endre omit_pdf med customer_put om den skal følge med.",
        sv: "Kundkortet säger att fakturans PDF ska utelämnas." => "Ändra omit_pdf med customer_put om den ska följa med.",
    }
    ATTACHMENT_LINK_ON_PAPER = "attachment_link_on_paper" {
        en: "A link cannot be printed along." => "Attach the document as PDF if it should be printed.",
        nb: "En lenke kan ikke skrives ut." => "Legg ved dokumentet som PDF om det skal skrives ut.",
        sv: "En länk kan inte skrivas ut." => "Bifoga dokumentet som PDF om det ska skrivas ut.",
    }
    ATTACHMENT_TYPE = "attachment_type_not_taken" {
        en: "{channel} takes no files of type {mime}." => "Convert it to PDF, which every channel takes.",
        nb: "{channel} tar ikke filer av typen {mime}." => "Gjør den om til PDF, som alle kanaler tar.",
        sv: "{channel} tar inte filer av typen {mime}." => "Omvandla den till PDF, som alla kanaler tar.",
    }
    ATTACHMENT_SIZE = "attachment_too_large_for_channel" {
        en: "The file has {size} bytes, and {channel} takes {limit} at the most." => "Make it smaller, or put it on the web and give uri.",
        nb: "Filen har {size} byte, og {channel} tar høyst {limit}." => "Gjør den mindre, eller legg den på nettet og oppgi uri.",
        sv: "Filen har {size} byte, och {channel} tar högst {limit}." => "Gör den mindre, eller lägg den på webben och ange uri.",
    }
    ATTACHMENTS_SIZE = "attachments_dropped_for_size" {
        en: "One file has {found} bytes; above {limit} the print service drops all attachments." => "Make that file smaller, or do not send it.",
        nb: "En fil er på {found} byte; over {limit} utelater utskriftstjenesten alle vedlegg." => "Gjør den filen mindre, eller ikke send den.",
        sv: "En fil har {found} byte; över {limit} utelämnar utskriftstjänsten alla bilagor." => "Gör den filen mindre, eller skicka den inte.",
    }
    ATTACHMENTS_COUNT = "attachments_dropped_for_number" {
        en: "There are {found} files; beyond {limit} the print service drops all attachments." => "Send fewer files, or put several into one PDF.",
        nb: "Det er {found} filer; over {limit} utelater utskriftstjenesten alle vedlegg." => "Send færre filer, eller samle flere i én PDF.",
        sv: "Det finns {found} filer; över {limit} utelämnar utskriftstjänsten alla bilagor." => "Skicka färre filer, eller samla flera i en PDF.",
    }
    ATTACHMENTS_PAGES = "attachments_dropped_for_pages" {
        en: "The files have at least {found} pages; beyond {limit} the print service drops all attachments." => "Send fewer pages.",
        nb: "Filene har minst {found} sider; over {limit} utelater utskriftstjenesten alle vedlegg." => "Send færre sider.",
        sv: "Filerna har minst {found} sidor; över {limit} utelämnar utskriftstjänsten alla bilagor." => "Skicka färre sidor.",
    }
    ATTACHMENT_REQUIRED = "attachment_required_not_carried" {
        en: "{channel} would leave out {name}, which the document must not go without." => "Make the file smaller or a PDF, or give required false.",
        nb: "{channel} ville utelate {name}, som dokumentet ikke skal sendes uten." => "Gjør filen mindre eller til PDF, eller oppgi required false.",
        sv: "{channel} skulle utelämna {name}, som dokumentet inte får skickas utan." => "Gör filen mindre eller till PDF, eller ange required false.",
    }
}
