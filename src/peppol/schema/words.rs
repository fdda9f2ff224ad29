//! What the schema says of a document, in three languages.

use crate::domain::words::{Words, words};
use crate::peppol::schema::table::*;

words! {
    ELEMENT_UNEXPECTED = "schema_element_unexpected" {
        en: "{element} may not stand here." => "Put it where the schema of UBL 2.1 has it, in the order given there, or remove it.",
        nb: "{element} kan ikke stå her." => "Sett det der UBL 2.1-skjemaet har det, i rekkefølgen som er gitt der, eller fjern det.",
        sv: "{element} får inte stå här." => "Sätt det där UBL 2.1-schemat har det, i den ordning som anges där, eller ta bort det.",
    }
    ELEMENT_MISSING = "schema_element_missing" {
        en: "{element} is missing here." => "Add {element}, in the order of the schema of UBL 2.1.",
        nb: "{element} mangler her." => "Legg til {element}, i rekkefølgen til UBL 2.1-skjemaet.",
        sv: "{element} saknas här." => "Lägg till {element}, i den ordning som UBL 2.1-schemat har.",
    }
    CONTENT_MISSING = "schema_element_missing" {
        en: "Something that {element} must hold is missing." => "Complete {element} as its own schema has it, or remove it.",
        nb: "Noe som {element} må inneholde, mangler." => "Gjør {element} fullstendig slik dets eget skjema har det, eller fjern det.",
        sv: "Något som {element} måste innehålla saknas." => "Gör {element} fullständigt så som dess eget schema har det, eller ta bort det.",
    }
    TEXT_MISPLACED = "schema_text_misplaced" {
        en: "There is text between elements, or in an element that holds none." => "Remove the text, or move it into the element that it belongs to.",
        nb: "Det står tekst mellom elementer, eller i et element som ikke har noen." => "Fjern teksten, eller flytt den til elementet den hører til.",
        sv: "Det står text mellan element, eller i ett element som inte har någon." => "Ta bort texten, eller flytta den till elementet som den hör till.",
    }
    DECIMAL_WRONG = "schema_value_wrong" {
        en: "\"{value}\" is not a decimal number." => "Write digits with a point, such as 1234.50, with no blanks or commas between them.",
        nb: "«{value}» er ikke et desimaltall." => "Skriv sifre med punktum, som 1234.50, uten mellomrom eller komma mellom dem.",
        sv: "”{value}” är inte ett decimaltal." => "Skriv siffror med punkt, till exempel 1234.50, utan blanksteg eller kommatecken mellan dem.",
    }
    DATE_WRONG = "schema_value_wrong" {
        en: "\"{value}\" is not a date." => "Write a day that there is, in the form 2026-08-17.",
        nb: "«{value}» er ikke en dato." => "Skriv en dag som finnes, på formen 2026-08-17.",
        sv: "”{value}” är inte ett datum." => "Skriv en dag som finns, i formen 2026-08-17.",
    }
    BOOLEAN_WRONG = "schema_value_wrong" {
        en: "\"{value}\" is neither true nor false." => "Write true or false.",
        nb: "«{value}» er verken true eller false." => "Skriv true eller false.",
        sv: "”{value}” är varken true eller false." => "Skriv true eller false.",
    }
    BASE64_WRONG = "schema_value_wrong" {
        en: "\"{value}\" is not base64." => "Encode the file in base64 with its padding.",
        nb: "«{value}» er ikke base64." => "Kod filen i base64 med utfyllingen på slutten.",
        sv: "”{value}” är inte base64." => "Koda filen i base64 med utfyllnaden i slutet.",
    }
    TIME_WRONG = "schema_value_wrong" {
        en: "\"{value}\" is not a time of day." => "Write the time in the form 14:30:00, or 14:30:00+02:00 with its zone.",
        nb: "«{value}» er ikke et klokkeslett." => "Skriv tiden på formen 14:30:00, eller 14:30:00+02:00 med sonen.",
        sv: "”{value}” är inte ett klockslag." => "Skriv tiden i formen 14:30:00, eller 14:30:00+02:00 med zonen.",
    }
    LANGUAGE_WRONG = "schema_value_wrong" {
        en: "\"{value}\" is not a code of a language." => "Write a code such as en, nb or sv-SE.",
        nb: "«{value}» er ikke en språkkode." => "Skriv en kode som en, nb eller sv-SE.",
        sv: "”{value}” är inte en språkkod." => "Skriv en kod som en, nb eller sv-SE.",
    }
    ADDRESS_WRONG = "schema_value_wrong" {
        en: "\"{value}\" is not an address (URI)." => "Write it in full, such as https://example.com/invoice.pdf, with special characters as %20.",
        nb: "«{value}» er ikke en adresse (URI)." => "Skriv den helt ut, som https://example.com/faktura.pdf, med spesialtegn som %20.",
        sv: "”{value}” är inte en adress (URI)." => "Skriv den fullständigt, till exempel https://example.com/faktura.pdf, med specialtecken som %20.",
    }
    DAY_AND_TIME_WRONG = "schema_value_wrong" {
        en: "\"{value}\" is not a day with a time." => "Write it in the form 2026-08-17T14:30:00.",
        nb: "«{value}» er ikke en dag med klokkeslett." => "Skriv den på formen 2026-08-17T14:30:00.",
        sv: "”{value}” är inte en dag med klockslag." => "Skriv den i formen 2026-08-17T14:30:00.",
    }
    INTEGER_WRONG = "schema_value_wrong" {
        en: "\"{value}\" is not a whole number." => "Write digits only, with no point.",
        nb: "«{value}» er ikke et heltall." => "Skriv bare sifre, uten punktum.",
        sv: "”{value}” är inte ett heltal." => "Skriv bara siffror, utan punkt.",
    }
    ID_WRONG = "schema_value_wrong" {
        en: "\"{value}\" is not an identifier of XML." => "Begin it with a letter, and use letters, digits, points and hyphens.",
        nb: "«{value}» er ikke en identifikator i XML." => "Begynn med en bokstav, og bruk bokstaver, sifre, punktum og bindestreker.",
        sv: "”{value}” är inte en identifierare i XML." => "Börja med en bokstav, och använd bokstäver, siffror, punkter och bindestreck.",
    }
    CHOICE_WRONG = "schema_value_wrong" {
        en: "\"{value}\" is none of the values that may stand here." => "Write one of the values that the schema of UBL 2.1 allows.",
        nb: "«{value}» er ingen av verdiene som kan stå her." => "Skriv en av verdiene som UBL 2.1-skjemaet tillater.",
        sv: "”{value}” är inget av de värden som får stå här." => "Skriv ett av de värden som UBL 2.1-schemat tillåter.",
    }
    ATTRIBUTE_UNEXPECTED = "schema_attribute_unexpected" {
        en: "The attribute {attribute} may not stand here." => "Remove the attribute {attribute}.",
        nb: "Attributtet {attribute} kan ikke stå her." => "Fjern attributtet {attribute}.",
        sv: "Attributet {attribute} får inte stå här." => "Ta bort attributet {attribute}.",
    }
    ATTRIBUTE_MISSING = "schema_attribute_missing" {
        en: "The attribute {attribute} is missing." => "Add the attribute {attribute}.",
        nb: "Attributtet {attribute} mangler." => "Legg til attributtet {attribute}.",
        sv: "Attributet {attribute} saknas." => "Lägg till attributet {attribute}.",
    }
    ATTRIBUTE_WRONG = "schema_attribute_wrong" {
        en: "The attribute {attribute} cannot be \"{value}\"." => "Give the attribute {attribute} a value that the schema of UBL 2.1 allows.",
        nb: "Attributtet {attribute} kan ikke være «{value}»." => "Gi attributtet {attribute} en verdi som UBL 2.1-skjemaet tillater.",
        sv: "Attributet {attribute} kan inte vara ”{value}”." => "Ge attributet {attribute} ett värde som UBL 2.1-schemat tillåter.",
    }
}

/// What is said of a value that is not of its kind: one code, and words of its own for each kind.
pub const fn value_wrong(kind: u8) -> &'static Words {
    match kind {
        KIND_DECIMAL => &DECIMAL_WRONG,
        KIND_DATE => &DATE_WRONG,
        KIND_BOOLEAN => &BOOLEAN_WRONG,
        KIND_BASE64BINARY => &BASE64_WRONG,
        KIND_TIME => &TIME_WRONG,
        KIND_LANGUAGE => &LANGUAGE_WRONG,
        KIND_ANYURI => &ADDRESS_WRONG,
        KIND_DATETIME => &DAY_AND_TIME_WRONG,
        KIND_INTEGER => &INTEGER_WRONG,
        KIND_ID => &ID_WRONG,
        _ => &CHOICE_WRONG,
    }
}
