//! Peppol, sellers in Greece.

use crate::peppol::rules::billing::greece::*;
use crate::peppol::rules::rule::{Rule, rules};
use crate::peppol::schema::id::*;
rules! {
    GR_R_001_1 = "GR-R-001-1" Fatal ["BT-1"] shows Nothing,
        if |at| gr_r_001_1(at) => {
        en: "The Greek invoice number does not have its six parts." => "Build it as tax number|date|serial|type|series|number, with | between.",
        nb: "Det greske fakturanummeret har ikke sine seks deler." => "Bygg det som skattenummer|dato|løpenummer|type|serie|nummer, delt med |.",
        sv: "Det grekiska fakturanumret har inte sina sex delar." => "Bygg det som skattenummer|datum|löpnummer|typ|serie|nummer, delat med |.",
    }
    GR_R_001_2 = "GR-R-001-2" Fatal ["BT-1", "BT-31", "BT-63"] shows Nothing,
        if |at| gr_r_001_2(at) => {
        en: "The Greek invoice number does not begin with the seller's tax number." => "Begin with the nine digits of the seller's or its tax representative's VAT number.",
        nb: "Det greske fakturanummeret begynner ikke med selgerens skattenummer." => "Begynn med de ni sifrene i MVA-nummeret til selgeren eller skatterepresentanten.",
        sv: "Det grekiska fakturanumret börjar inte med säljarens skattenummer." => "Börja med de nio siffrorna i säljarens eller skatteombudets momsnummer.",
    }
    GR_R_001_3 = "GR-R-001-3" Fatal ["BT-1", "BT-2"] shows Nothing,
        if |at| gr_r_001_3(at) => {
        en: "The second part of the Greek invoice number is not the issue date." => "Write the issue date there as DD/MM/YYYY, with both zeros kept.",
        nb: "Andre del av det greske fakturanummeret er ikke fakturadatoen." => "Skriv fakturadatoen der som DD/MM/ÅÅÅÅ, med nullene på plass.",
        sv: "Andra delen av det grekiska fakturanumret är inte fakturadatumet." => "Skriv fakturadatumet där som DD/MM/ÅÅÅÅ, med nollorna kvar.",
    }
    GR_R_001_4 = "GR-R-001-4" Fatal ["BT-1"] shows Nothing,
        if |at| gr_r_001_4(at) => {
        en: "The third part of the Greek invoice number is not a whole number." => "Write a number of zero or above, digits only, between the second and third |.",
        nb: "Tredje del av det greske fakturanummeret er ikke et heltall." => "Skriv et tall fra null og opp, bare sifre, mellom andre og tredje |.",
        sv: "Tredje delen av det grekiska fakturanumret är inte ett heltal." => "Skriv ett tal från noll och uppåt, bara siffror, mellan andra och tredje |.",
    }
    GR_R_001_5 = "GR-R-001-5" Fatal ["BT-1"] shows Nothing,
        if |at| gr_r_001_5(at) => {
        en: "The fourth part of the Greek invoice number is no known document type." => "Use one of 1.1, 1.6, 2.1, 2.4, 5.1 and 5.2 between the third and fourth |.",
        nb: "Fjerde del av det greske fakturanummeret er ikke en kjent dokumenttype." => "Bruk 1.1, 1.6, 2.1, 2.4, 5.1 eller 5.2 mellom tredje og fjerde |.",
        sv: "Fjärde delen av det grekiska fakturanumret är ingen känd dokumenttyp." => "Använd 1.1, 1.6, 2.1, 2.4, 5.1 eller 5.2 mellan tredje och fjärde |.",
    }
    GR_R_001_6 = "GR-R-001-6" Fatal ["BT-1"] shows Nothing,
        if |at| gr_r_001_6(at) => {
        en: "The fifth part of the Greek invoice number, the series, is empty." => "Write the series there, or 0 when there is none.",
        nb: "Femte del av det greske fakturanummeret, serien, er tom." => "Skriv serien der, eller 0 når det ikke finnes noen.",
        sv: "Femte delen av det grekiska fakturanumret, serien, är tom." => "Skriv serien där, eller 0 när det inte finns någon.",
    }
    GR_R_001_7 = "GR-R-001-7" Fatal ["BT-1"] shows Nothing,
        if |at| gr_r_001_7(at) => {
        en: "The sixth part of the Greek invoice number is empty." => "Write the invoice's own number after the last |.",
        nb: "Sjette del av det greske fakturanummeret er tom." => "Skriv fakturaens eget nummer etter den siste |.",
        sv: "Sjätte delen av det grekiska fakturanumret är tom." => "Skriv fakturans eget nummer efter det sista |.",
    }
    GR_R_002 = "GR-R-002" Fatal ["BT-28"] shows Nothing,
        if |at| Ok(!at.text(&[CAC_PARTY_NAME, CBC_NAME])?.is_empty()) => {
        en: "The Greek seller's name is missing from PartyName." => "Give the seller's registered name in full in PartyName/Name.",
        nb: "Den greske selgerens navn mangler i PartyName." => "Oppgi selgerens fulle registrerte navn i PartyName/Name.",
        sv: "Den grekiska säljarens namn saknas i PartyName." => "Ange säljarens fullständiga registrerade namn i PartyName/Name.",
    }
    GR_S_011 = "GR-S-011" Warning ["BT-31"] shows Nothing,
        if |at| one_greek_vat(at) => {
        en: "The Greek seller should have one VAT number, with EL in front." => "Give EL and the nine digits of the tax number under tax scheme VAT.",
        nb: "Den greske selgeren bør ha ett MVA-nummer med EL foran." => "Oppgi EL og skattenummerets ni sifre under skatteordning VAT.",
        sv: "Den grekiska säljaren bör ha ett momsnummer med EL framför." => "Ange EL och skattenumrets nio siffror under skatteschema VAT.",
    }
    GR_R_003 = "GR-R-003" Fatal ["BT-31"] shows Own,
        if |at| gr_r_003(at) => {
        en: "{value} is no valid VAT number for a Greek seller." => "Write EL and the nine digits, and check the last one.",
        nb: "{value} er ikke et gyldig MVA-nummer for en gresk selger." => "Skriv EL og de ni sifrene, og kontroller det siste.",
        sv: "{value} är inget giltigt momsnummer för en grekisk säljare." => "Skriv EL och de nio siffrorna, och kontrollera den sista.",
    }
    GR_R_004_1 = "GR-R-004-1" Fatal ["BT-122", "BT-123"] shows Nothing,
        if |at| gr_r_004_1(at) => {
        en: "The Greek document does not have exactly one MARK from myDATA." => "Give one AdditionalDocumentReference with DocumentDescription ##M.AR.K##.",
        nb: "Det greske dokumentet har ikke nøyaktig ett MARK fra myDATA." => "Oppgi én AdditionalDocumentReference med DocumentDescription ##M.AR.K##.",
        sv: "Det grekiska dokumentet har inte exakt ett MARK från myDATA." => "Ange en AdditionalDocumentReference med DocumentDescription ##M.AR.K##.",
    }
    GR_S_008_1 = "GR-S-008-1" Warning ["BT-122", "BT-123"] shows Nothing,
        if |at| gr_s_008_1(at) => {
        en: "The Greek document has no single link to verify the invoice by." => "Add one AdditionalDocumentReference with DocumentDescription ##INVOICE|URL##.",
        nb: "Det greske dokumentet har ikke én lenke til å kontrollere fakturaen." => "Legg inn én AdditionalDocumentReference med DocumentDescription ##INVOICE|URL##.",
        sv: "Det grekiska dokumentet har inte en länk för att kontrollera fakturan." => "Lägg in en AdditionalDocumentReference med DocumentDescription ##INVOICE|URL##.",
    }
    GR_R_008_2 = "GR-R-008-2" Fatal ["BT-122", "BT-123"] shows Nothing,
        if |at| gr_r_008_2(at) => {
        en: "The Greek document has several links to verify the invoice by." => "Keep one reference described as ##INVOICE|URL## and remove the rest.",
        nb: "Det greske dokumentet har flere lenker til å kontrollere fakturaen." => "Behold én referanse beskrevet som ##INVOICE|URL##, og fjern resten.",
        sv: "Det grekiska dokumentet har flera länkar för att kontrollera fakturan." => "Behåll en referens beskriven som ##INVOICE|URL## och ta bort resten.",
    }
    GR_R_004_2 = "GR-R-004-2" Fatal ["BT-122"] shows Own,
        if |at| gr_r_004_2(at) => {
        en: "The MARK {value} does not begin as a number above zero." => "Copy the MARK from myDATA: digits only, the first one not zero.",
        nb: "MARK-nummeret {value} begynner ikke som et tall over null." => "Kopier MARK fra myDATA: bare sifre, og det første er ikke null.",
        sv: "MARK-numret {value} börjar inte som ett tal över noll." => "Kopiera MARK från myDATA: bara siffror, och den första är inte noll.",
    }
    GR_R_008_3 = "GR-R-008-3" Fatal ["BT-124"] shows Nothing,
        if |at| gr_r_008_3(at) => {
        en: "The reference to the Greek verification page has no address." => "Give the link in Attachment/ExternalReference/URI.",
        nb: "Referansen til den greske kontrollsiden har ingen adresse." => "Oppgi lenken i Attachment/ExternalReference/URI.",
        sv: "Referensen till den grekiska kontrollsidan har ingen adress." => "Ange länken i Attachment/ExternalReference/URI.",
    }
    GR_R_005 = "GR-R-005" Fatal ["BT-45"] shows Nothing,
        if |at| Ok(!at.text(&[CAC_PARTY_NAME, CBC_NAME])?.is_empty()) => {
        en: "The buyer's name is missing from PartyName, and the seller is Greek." => "Give the buyer's full name in PartyName/Name.",
        nb: "Kjøperens navn mangler i PartyName, og selgeren er gresk." => "Oppgi kjøperens fulle navn i PartyName/Name.",
        sv: "Köparens namn saknas i PartyName, och säljaren är grekisk." => "Ange köparens fullständiga namn i PartyName/Name.",
    }
    GR_R_009 = "GR-R-009" Fatal ["BT-34"] shows Nothing,
        if |at| greek_endpoint(at) => {
        en: "The Greek seller's electronic address is not its tax number." => "Use schemeID 9933 and the nine digits, without EL, in EndpointID.",
        nb: "Den greske selgerens elektroniske adresse er ikke skattenummeret." => "Bruk schemeID 9933 og de ni sifrene, uten EL, i EndpointID.",
        sv: "Den grekiska säljarens elektroniska adress är inte skattenumret." => "Använd schemeID 9933 och de nio siffrorna, utan EL, i EndpointID.",
    }
    GR_R_006 = "GR-R-006" Fatal ["BT-48"] shows Nothing,
        if |at| one_greek_vat(at) => {
        en: "The Greek buyer does not have exactly one valid VAT number." => "Give EL and the nine digits under the buyer's tax scheme VAT.",
        nb: "Den greske kjøperen har ikke nøyaktig ett gyldig MVA-nummer." => "Oppgi EL og de ni sifrene under kjøperens skatteordning VAT.",
        sv: "Den grekiska köparen har inte exakt ett giltigt momsnummer." => "Ange EL och de nio siffrorna under köparens skatteschema VAT.",
    }
    GR_R_010 = "GR-R-010" Fatal ["BT-49"] shows Nothing,
        if |at| greek_endpoint(at) => {
        en: "The Greek buyer's electronic address is not its tax number." => "Use schemeID 9933 and the nine digits, without EL, in EndpointID.",
        nb: "Den greske kjøperens elektroniske adresse er ikke skattenummeret." => "Bruk schemeID 9933 og de ni sifrene, uten EL, i EndpointID.",
        sv: "Den grekiska köparens elektroniska adress är inte skattenumret." => "Använd schemeID 9933 och de nio siffrorna, utan EL, i EndpointID.",
    }
}

/// Gr number: the rules of this context, in order.
pub static GR_NUMBER: &[&Rule] =
    &[&GR_R_001_1, &GR_R_001_2, &GR_R_001_3, &GR_R_001_4, &GR_R_001_5, &GR_R_001_6, &GR_R_001_7];

/// Gr seller: the rules of this context, in order.
pub static GR_SELLER: &[&Rule] = &[&GR_R_002, &GR_S_011];

/// Gr vat: the rules of this context, in order.
pub static GR_VAT: &[&Rule] = &[&GR_R_003];

/// Gr document: the rules of this context, in order.
pub static GR_DOCUMENT: &[&Rule] = &[&GR_R_004_1, &GR_S_008_1, &GR_R_008_2];

/// Gr mark: the rules of this context, in order.
pub static GR_MARK: &[&Rule] = &[&GR_R_004_2];

/// Gr url: the rules of this context, in order.
pub static GR_URL: &[&Rule] = &[&GR_R_008_3];

/// Gr buyer: the rules of this context, in order.
pub static GR_BUYER: &[&Rule] = &[&GR_R_005];

/// Gr endpoint: the rules of this context, in order.
pub static GR_ENDPOINT: &[&Rule] = &[&GR_R_009];

/// Gr greek buyer: the rules of this context, in order.
pub static GR_GREEK_BUYER: &[&Rule] = &[&GR_R_006];

/// Gr greek endpoint: the rules of this context, in order.
pub static GR_GREEK_ENDPOINT: &[&Rule] = &[&GR_R_010];
