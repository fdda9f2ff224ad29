//! Rows that cannot be read: damaged, or written by something else. Each failure names its row and
//! the way out. Only what needs the row waits for it; everything else goes on.

use crate::domain::failure::{Failure, Status};
use crate::domain::finding::{Fault, Finding};
use crate::domain::words::{Words, words};

/// The failure of whoever needs a row that cannot be read.
pub fn unreadable(words: &'static Words, name: &str) -> Failure {
    let fault = Fault::new(words).with("name", name);
    let finding = Finding::fatal(fault.clone()).value(name);
    Failure::new(Status::Storage, fault).because(vec![finding])
}

/// Whether a failure is that of one row, so that others can go on. Nothing of a company goes on
/// without the company's own row.
pub fn is_apart(failure: &Failure) -> bool {
    let own = failure.words().code == COMPANY_UNREADABLE.code;
    !own && ALL.iter().any(|words| words.code == failure.words().code)
}

/// The sentence of a row that cannot be read, by its code.
pub fn repair_of(code: &str) -> Option<&'static Words> {
    ALL.iter().find(|words| words.code == code).copied()
}

words! {
    COMPANY_UNREADABLE = "company_unreadable" {
        en: "What the store holds of company {name} cannot be read." => "Restore the store from a backup; the other companies in it go on.",
        nb: "Det lageret har om firmaet {name}, kan ikke leses." => "Gjenopprett lageret fra en sikkerhetskopi; de andre firmaene i det går videre.",
        sv: "Det som lagret har om företaget {name} kan inte läsas." => "Återställ lagret från en säkerhetskopia; de andra företagen i det går vidare.",
    }
    CUSTOMER_UNREADABLE = "customer_unreadable" {
        en: "The card of customer {name} cannot be read; the customer's documents wait." => "Put the card again with customer_put; the documents then go on by themselves.",
        nb: "Kortet til kunde {name} kan ikke leses; kundens dokumenter venter." => "Legg inn kortet på nytt med customer_put; da går dokumentene videre av seg selv.",
        sv: "Kortet för kund {name} kan inte läsas; kundens dokument väntar." => "Lägg in kortet igen med customer_put; då går dokumenten vidare av sig själva.",
    }
    CLASS_UNREADABLE = "class_unreadable" {
        en: "The class of customers {name} cannot be read." => "Put it again with customer_class_put.",
        nb: "Kundeklassen {name} kan ikke leses." => "Legg den inn på nytt med customer_class_put.",
        sv: "Kundklassen {name} kan inte läsas." => "Lägg in den igen med customer_class_put.",
    }
    CONSUMER_UNREADABLE = "consumer_unreadable" {
        en: "What is known of consumer {name} cannot be read; the consumer's documents wait." => "Record it again with consumer_record; the documents then go on by themselves.",
        nb: "Det som er kjent om forbruker {name}, kan ikke leses; forbrukerens dokumenter venter." => "Registrer det på nytt med consumer_record; da går dokumentene videre av seg selv.",
        sv: "Det som är känt om konsument {name} kan inte läsas; konsumentens dokument väntar." => "Registrera det igen med consumer_record; då går dokumenten vidare av sig själva.",
    }
    RECEIVER_UNREADABLE = "receiver_unreadable" {
        en: "What a directory said of the address {name} cannot be read; documents for it wait." => "Look the address up and record the answer with directory_put; the documents then go on by themselves.",
        nb: "Det et register svarte om adressen {name}, kan ikke leses; dokumenter til den venter." => "Slå opp adressen og registrer svaret med directory_put; da går dokumentene videre av seg selv.",
        sv: "Det som ett register svarade om adressen {name} kan inte läsas; dokument till den väntar." => "Slå upp adressen och registrera svaret med directory_put; då går dokumenten vidare av sig själva.",
    }
    USER_UNREADABLE = "user_unreadable" {
        en: "What the store holds of the user {name} cannot be read." => "Add the user again with user_add.",
        nb: "Det lageret har om brukeren {name}, kan ikke leses." => "Legg til brukeren på nytt med user_add.",
        sv: "Det som lagret har om användaren {name} kan inte läsas." => "Lägg till användaren igen med user_add.",
    }
    DOCUMENT_UNREADABLE = "document_unreadable" {
        en: "Document {name} cannot be read and is set aside." => "Call it off with invoice_cancel (id {name}), after outbox_settle if a carrier has it, and send it under a new number; or restore the store from a backup.",
        nb: "Dokument {name} kan ikke leses og er lagt til side." => "Stopp det med invoice_cancel (id {name}), etter outbox_settle hvis det er levert til sending, og send det med et nytt nummer; eller gjenopprett lageret fra en sikkerhetskopi.",
        sv: "Dokument {name} kan inte läsas och är lagt åt sidan." => "Stoppa det med invoice_cancel (id {name}), efter outbox_settle om det är lämnat till sändning, och skicka det med ett nytt nummer; eller återställ lagret från en säkerhetskopia.",
    }
    DELIVERY_UNREADABLE = "delivery_unreadable" {
        en: "Delivery {name} cannot be read and is set aside." => "Call its document off with invoice_cancel and send it under a new number; a message is made again by the verb that queued it. Or restore the store from a backup.",
        nb: "Forsendelse {name} kan ikke leses og er lagt til side." => "Stopp dokumentet med invoice_cancel og send det med et nytt nummer; en melding lages på nytt av kallet som la den i kø. Eller gjenopprett lageret fra en sikkerhetskopi.",
        sv: "Leverans {name} kan inte läsas och är lagd åt sidan." => "Stoppa dokumentet med invoice_cancel och skicka det med ett nytt nummer; ett meddelande görs om av anropet som köade det. Eller återställ lagret från en säkerhetskopia.",
    }
    HISTORY_UNREADABLE = "history_unreadable" {
        en: "Step {name} of the history cannot be read and is left out." => "Nothing waits for it; restore the store from a backup if you need the step.",
        nb: "Steg {name} i historikken kan ikke leses og er utelatt." => "Ingenting venter på det; gjenopprett lageret fra en sikkerhetskopi hvis du trenger steget.",
        sv: "Steg {name} i historiken kan inte läsas och är utelämnat." => "Inget väntar på det; återställ lagret från en säkerhetskopia om du behöver steget.",
    }
    ROW_UNREADABLE = "row_unreadable" {
        en: "A row of the store cannot be read." => "Restore the store from a backup; what does not need the row goes on.",
        nb: "En rad i lageret kan ikke leses." => "Gjenopprett lageret fra en sikkerhetskopi; det som ikke trenger raden, går videre.",
        sv: "En rad i lagret kan inte läsas." => "Återställ lagret från en säkerhetskopia; det som inte behöver raden går vidare.",
    }
}
