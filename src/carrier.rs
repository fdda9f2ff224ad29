//! Who carries a delivery out of the machine, and what he says about it.
//!
//! A parcel is complete in itself: files and an identity that stays the same across all tries, so
//! that a carrier can be asked later whether it arrived.

pub mod folder;

use crate::domain::finding::Fault;
use crate::domain::words::words;
use std::path::PathBuf;

/// What is carried.
#[derive(Debug)]
pub struct Parcel {
    /// One identity across all tries.
    pub id: String,
    /// Where it belongs below the carrier's root: company, then channel or purpose.
    pub place: PathBuf,
    /// A name a person recognises, such as the document number.
    pub name: String,
    /// The files.
    pub files: Vec<File>,
}

/// One file of a parcel.
#[derive(Debug)]
pub struct File {
    /// Name.
    pub name: String,
    /// Content.
    pub bytes: Vec<u8>,
}

/// What a carrier says.
#[derive(Debug)]
pub enum Verdict {
    /// It has the parcel; where the files are.
    Accepted(Vec<PathBuf>),
    /// Not now.
    Later(Fault),
}

words! {
    FOLDER_TAKEN = "folder_taken" {
        en: "Another program is carrying into this folder." => "Try again in a moment; what it carries is not carried twice.",
        nb: "Et annet program skriver til denne mappen." => "Prøv igjen om et øyeblikk; det som skrives der, skrives ikke to ganger.",
        sv: "Ett annat program skriver till denna mapp." => "Försök igen om en stund; det som skrivs där skrivs inte två gånger.",
    }
    FOLDER_UNUSABLE = "folder_unusable" {
        en: "The folder cannot be written: {reason}." => "Check that it exists, and the program's rights and the disk; it is tried again.",
        nb: "Mappen kan ikke skrives: {reason}." => "Kontroller at den finnes, programmets rettigheter og disken; det prøves igjen.",
        sv: "Mappen kan inte skrivas: {reason}." => "Kontrollera att den finns, programmets rättigheter och disken; det prövas igen.",
    }
}
