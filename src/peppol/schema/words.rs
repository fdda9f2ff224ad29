//! What the schema says of a document, in three languages.

use crate::domain::words::words;

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
    TEXT_MISPLACED = "schema_text_misplaced" {
        en: "There is text between elements, or in an element that holds none." => "Remove the text, or move it into the element that it belongs to.",
        nb: "Det står tekst mellom elementer, eller i et element som ikke har noen." => "Fjern teksten, eller flytt den til elementet den hører til.",
        sv: "Det står text mellan element, eller i ett element som inte har någon." => "Ta bort texten, eller flytta den till elementet som den hör till.",
    }
    VALUE_WRONG = "schema_value_wrong" {
        en: "\"{value}\" is no {kind}." => "Write the value as {kind} of XML Schema.",
        nb: "«{value}» er ingen {kind}." => "Skriv verdien som {kind} i XML Schema.",
        sv: "”{value}” är ingen {kind}." => "Skriv värdet som {kind} i XML Schema.",
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
