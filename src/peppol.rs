//! PEPPOL BIS Billing 3.0 in UBL 2.1: how a document is written, read, and judged.

pub mod difference;
pub mod other;
pub mod read;
pub mod rules;
pub mod schema;
pub mod validate;
pub mod write;
pub mod xml;

use crate::domain::words::words;

/// The identifier of the specification (BT-24).
pub const CUSTOMIZATION: &str =
    "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
/// The business process (BT-23).
pub const PROFILE: &str = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";
/// The identifier of the specification of self-billing (BT-24).
pub const SELF_BILLING_CUSTOMIZATION: &str =
    "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:selfbilling:3.0";
/// The business process of self-billing (BT-23).
pub const SELF_BILLING_PROFILE: &str = "urn:fdc:peppol.eu:2017:poacc:selfbilling:01:1.0";

/// The type code of a document reference that names the invoiced object (BT-18, BT-128).
const INVOICED_OBJECT: &str = "130";
/// The type code of a document reference that names the project, in a credit note (BT-11).
const PROJECT: &str = "50";
/// What stands for the buyer's order where only the seller's is known (BT-14).
const NO_ORDER: &str = "NA";

/// The namespace of elements that hold others.
const CAC: &str = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";
/// The namespace of elements that hold a value.
const CBC: &str = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";
/// The namespace of extensions.
const EXT: &str = "urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2";

words! {
    XML_UNREADABLE = "xml_not_well_formed" {
        en: "The document is not well-formed XML: {reason}." => "Write it with an XML library, in UTF-8.",
        nb: "Dokumentet er ikke velformet XML: {reason}." => "Skriv det med et XML-bibliotek, i UTF-8.",
        sv: "Dokumentet är inte välformad XML: {reason}." => "Skriv det med ett XML-bibliotek, i UTF-8.",
    }
    XML_ENCODING = "xml_encoding" {
        en: "The document is not UTF-8 ({reason})." => "Save it as UTF-8; a byte order mark may stay.",
        nb: "Dokumentet er ikke UTF-8 ({reason})." => "Lagre det som UTF-8; et byte order mark kan stå.",
        sv: "Dokumentet är inte UTF-8 ({reason})." => "Spara det som UTF-8; ett byte order mark får stå kvar.",
    }
    XML_DTD = "xml_dtd" {
        en: "The document has a document type declaration." => "Remove it: business documents carry no DTD and no entities of their own.",
        nb: "Dokumentet har en dokumenttypedeklarasjon." => "Fjern den: forretningsdokumenter har ingen DTD eller egne entiteter.",
        sv: "Dokumentet har en dokumenttypsdeklaration." => "Ta bort den: affärsdokument har ingen DTD och inga egna entiteter.",
    }
    XML_LIMIT = "xml_limit" {
        en: "The document goes beyond a limit: {limit}." => "No business document needs that; check what wrote it.",
        nb: "Dokumentet går over en grense: {limit}." => "Ingen forretningsdokumenter trenger det; kontroller hva som skrev det.",
        sv: "Dokumentet överskrider en gräns: {limit}." => "Inget affärsdokument behöver det; kontrollera vad som skrev det.",
    }
    XML_ROOT = "xml_root_unknown" {
        en: "\"{value}\" is not the root of a UBL 2.1 invoice or credit note." => "Give an Invoice or CreditNote of UBL 2.1; other syntaxes are not judged.",
        nb: "«{value}» er ikke roten i en UBL 2.1-faktura eller -kreditnota." => "Oppgi en Invoice eller CreditNote i UBL 2.1; andre syntakser vurderes ikke.",
        sv: "”{value}” är inte roten i en UBL 2.1-faktura eller -kreditfaktura." => "Ange en Invoice eller CreditNote i UBL 2.1; andra syntaxer bedöms inte.",
    }
}
