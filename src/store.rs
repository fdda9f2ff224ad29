//! Where everything is kept. One use case is one transaction: it is written whole or not at all.

mod sqlite;
mod unreadable;

pub use sqlite::{
    DeliveryRow, DocumentRow, Filter, HistoryRow, IN_MEMORY, LeaseRow, Listed, NewDelivery,
    NewDocument, NewEdition, NewHistory, STORE_VERSION, Sealed, Sqlite, Tx,
};
pub use unreadable::{
    ALL as UNREADABLE, CLASS_UNREADABLE, COMPANY_UNREADABLE, CONSUMER_UNREADABLE,
    CUSTOMER_UNREADABLE, DELIVERY_UNREADABLE, DOCUMENT_UNREADABLE, HISTORY_UNREADABLE,
    RECEIVER_UNREADABLE, ROW_UNREADABLE, USER_UNREADABLE, is_apart, repair_of, unreadable,
};

use crate::domain::words::words;

words! {
    STORE_UNUSABLE = "store_unusable" {
        en: "The store cannot be used: {reason}." => "Check the path, the rights and the disk; the call changed nothing.",
        nb: "Lageret kan ikke brukes: {reason}." => "Kontroller sti, rettigheter og disk; kallet endret ingenting.",
        sv: "Lagret kan inte användas: {reason}." => "Kontrollera sökväg, rättigheter och disk; anropet ändrade inget.",
    }
    STORE_FULL = "store_full" {
        en: "The disk is full." => "Free space and call again; the call changed nothing.",
        nb: "Disken er full." => "Frigjør plass og kall på nytt; kallet endret ingenting.",
        sv: "Disken är full." => "Frigör utrymme och anropa igen; anropet ändrade inget.",
    }
    STORE_READ_ONLY = "store_read_only" {
        en: "The store may only be read." => "Give the program the right to write the file and its folder.",
        nb: "Lageret kan bare leses." => "Gi programmet rett til å skrive filen og mappen.",
        sv: "Lagret kan bara läsas." => "Ge programmet rätt att skriva filen och mappen.",
    }
    STORE_GONE = "store_gone" {
        en: "The file of the store, or the log beside it (-wal), was removed or replaced while it was open." => "Close the handle, put the right file back and open again; the call changed nothing.",
        nb: "Lagerfilen, eller loggen ved siden av (-wal), ble fjernet eller byttet ut mens den var åpen." => "Lukk håndtaket, legg riktig fil tilbake og åpne på nytt; kallet endret ingenting.",
        sv: "Lagerfilen, eller loggen bredvid (-wal), togs bort eller byttes ut medan den var öppen." => "Stäng handtaget, lägg tillbaka rätt fil och öppna igen; anropet ändrade inget.",
    }
    STORE_BUSY = "store_busy" {
        en: "Another program holds the store." => "Try again in a moment.",
        nb: "Et annet program holder lageret." => "Prøv igjen om et øyeblikk.",
        sv: "Ett annat program håller lagret." => "Försök igen om en stund.",
    }
    STORE_DAMAGED = "store_damaged" {
        en: "The file is damaged or no store of postbud." => "Restore it from a backup; do not go on with this file.",
        nb: "Filen er skadet eller ikke et postbud-lager." => "Gjenopprett fra sikkerhetskopi; ikke fortsett med denne filen.",
        sv: "Filen är skadad eller inte ett postbud-lager." => "Återställ från säkerhetskopia; fortsätt inte med denna fil.",
    }
    STORE_NEWER = "store_newer" {
        en: "The store was written by a newer version of postbud (layout {found}, this one knows {known})." => "Update the library; the store was not touched.",
        nb: "Lageret er skrevet av en nyere versjon av postbud (oppsett {found}, denne kjenner {known})." => "Oppdater biblioteket; lageret er ikke rørt.",
        sv: "Lagret är skrivet av en nyare version av postbud (layout {found}, denna känner {known})." => "Uppdatera biblioteket; lagret är orört.",
    }
    STORE_OLDER = "store_older" {
        en: "While the store was open, it was replaced by one of an older layout ({found}, this library writes {known})." => "Close the handle and open again; the call changed nothing.",
        nb: "Mens lageret var åpent, ble det byttet ut med et av eldre oppsett ({found}, dette biblioteket skriver {known})." => "Lukk håndtaket og åpne på nytt; kallet endret ingenting.",
        sv: "Medan lagret var öppet byttes det ut mot ett med äldre layout ({found}, detta bibliotek skriver {known})." => "Stäng handtaget och öppna igen; anropet ändrade inget.",
    }
}
