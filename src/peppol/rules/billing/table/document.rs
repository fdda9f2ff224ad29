//! Peppol, the document: process, totals, parties, allowances, lines.

use crate::peppol::rules::billing::check::*;
use crate::peppol::rules::rule::{Rule, rules};
use crate::peppol::schema::id::*;
rules! {
    R008 = "PEPPOL-EN16931-R008" Fatal [] shows Nothing,
        if |_at| Ok(false) => {
        en: "An element stands here without any content." => "Fill it in, or leave the whole element out of the document.",
        nb: "Et element står her uten noe innhold i seg." => "Fyll det ut, eller fjern hele elementet fra dokumentet.",
        sv: "Ett element står här utan något innehåll." => "Fyll i det, eller ta bort hela elementet ur dokumentet.",
    }
    R080 = "PEPPOL-EN16931-R080" Fatal ["BT-11"] shows Nothing,
        if |at| r080(at) => {
        en: "The credit note names more than one project (reference type 50)." => "Keep one supporting document of type 50 and remove the others.",
        nb: "Kreditnotaen oppgir mer enn ett prosjekt (referansetype 50)." => "Behold ett vedlegg av type 50, og fjern de andre.",
        sv: "Kreditfakturan anger mer än ett projekt (referenstyp 50)." => "Behåll en bilaga av typ 50 och ta bort de övriga.",
    }
    R001 = "PEPPOL-EN16931-R001" Fatal ["BT-23"] shows Nothing,
        if |at| Ok(at.has(&[CBC_PROFILE_ID])) => {
        en: "The document does not say which business process it belongs to." => "Add ProfileID, normally urn:fdc:peppol.eu:2017:poacc:billing:01:1.0.",
        nb: "Dokumentet sier ikke hvilken forretningsprosess det hører til." => "Legg inn ProfileID, vanligvis urn:fdc:peppol.eu:2017:poacc:billing:01:1.0.",
        sv: "Dokumentet säger inte vilken affärsprocess det hör till." => "Lägg in ProfileID, vanligen urn:fdc:peppol.eu:2017:poacc:billing:01:1.0.",
    }
    R007 = "PEPPOL-EN16931-R007" Fatal ["BT-23"] shows Nothing,
        if |at| r007(at) => {
        en: "The business process is not one that Peppol knows for this document." => "Set ProfileID to urn:fdc:peppol.eu:2017:poacc:billing:01:1.0 unless another is agreed.",
        nb: "Forretningsprosessen er ikke blant dem Peppol kjenner for dette dokumentet." => "Sett ProfileID til urn:fdc:peppol.eu:2017:poacc:billing:01:1.0 om ikke annet er avtalt.",
        sv: "Affärsprocessen är inte någon som Peppol känner till för detta dokument." => "Sätt ProfileID till urn:fdc:peppol.eu:2017:poacc:billing:01:1.0 om inget annat är avtalat.",
    }
    R002 = "PEPPOL-EN16931-R002" Fatal ["BT-22", "BG-1"] shows Nothing,
        if |at| r002(at) => {
        en: "The document has several notes; only German parties may exchange that." => "Join the notes into one, or move text to the lines.",
        nb: "Dokumentet har flere merknader; bare tyske parter kan utveksle det." => "Slå merknadene sammen til én, eller flytt teksten til linjene.",
        sv: "Dokumentet har flera anmärkningar; bara tyska parter får utbyta det." => "Slå ihop anmärkningarna till en, eller flytta text till raderna.",
    }
    R003 = "PEPPOL-EN16931-R003" Fatal ["BT-10", "BT-13"] shows Nothing,
        if |at| Ok(at.has(&[CBC_BUYER_REFERENCE]) || at.has(&[CAC_ORDER_REFERENCE, CBC_ID])) => {
        en: "The receiver gets no reference: neither the buyer's own nor an order number." => "Give BuyerReference or the order's number in OrderReference/ID.",
        nb: "Mottakeren får ingen referanse: verken deres ref. eller bestillingsnummer." => "Oppgi BuyerReference eller bestillingsnummeret i OrderReference/ID.",
        sv: "Mottagaren får ingen referens: varken er referens eller ordernummer." => "Ange BuyerReference eller ordernumret i OrderReference/ID.",
    }
    R004 = "PEPPOL-EN16931-R004" Fatal ["BT-24"] shows Nothing,
        if |at| r004(at) => {
        en: "The document does not declare itself as Peppol BIS Billing 3.0." => "Set CustomizationID to the identifier of BIS Billing 3.0, without any '::'.",
        nb: "Dokumentet oppgir seg ikke som Peppol BIS Billing 3.0." => "Sett CustomizationID til identifikatoren for BIS Billing 3.0, uten «::».",
        sv: "Dokumentet anger sig inte som Peppol BIS Billing 3.0." => "Sätt CustomizationID till identifieraren för BIS Billing 3.0, utan ”::”.",
    }
    R053 = "PEPPOL-EN16931-R053" Fatal ["BT-110", "BG-22", "BG-23"] shows Nothing,
        if |at| r053(at) => {
        en: "There is not exactly one TaxTotal that breaks the VAT down by category." => "Give one TaxTotal with a TaxSubtotal for each category and rate.",
        nb: "Det er ikke nøyaktig én TaxTotal som fordeler MVA på kategorier." => "Oppgi én TaxTotal med en TaxSubtotal for hver kategori og sats.",
        sv: "Det finns inte exakt en TaxTotal som fördelar momsen på kategorier." => "Ange en TaxTotal med en TaxSubtotal för varje kategori och sats.",
    }
    R054 = "PEPPOL-EN16931-R054" Fatal ["BT-111", "BT-6"] shows Nothing,
        if |at| r054(at) => {
        en: "The VAT total in accounting currency does not go with TaxCurrencyCode." => "Give one TaxTotal without subtotals together with TaxCurrencyCode, or leave both out.",
        nb: "MVA-summen i regnskapsvaluta stemmer ikke med TaxCurrencyCode." => "Oppgi én TaxTotal uten fordeling sammen med TaxCurrencyCode, eller utelat begge.",
        sv: "Momssumman i redovisningsvaluta stämmer inte med TaxCurrencyCode." => "Ange en TaxTotal utan fördelning tillsammans med TaxCurrencyCode, eller utelämna båda.",
    }
    R055 = "PEPPOL-EN16931-R055" Fatal ["BT-110", "BT-111"] shows Nothing,
        if |at| r055(at) => {
        en: "The VAT totals in the two currencies point in opposite directions, or one is missing." => "Give both totals with the same sign, each with its own currency.",
        nb: "MVA-summene i de to valutaene har ulikt fortegn, eller en av dem mangler." => "Oppgi begge summene med samme fortegn, hver med sin valuta.",
        sv: "Momssummorna i de två valutorna har olika tecken, eller så saknas en." => "Ange båda summorna med samma tecken, var och en med sin valuta.",
    }
    R005 = "PEPPOL-EN16931-R005" Fatal ["BT-6", "BT-5"] shows Own,
        if |at| r005(at) => {
        en: "The VAT accounting currency {value} is the document's own currency." => "Leave TaxCurrencyCode out, with its TaxTotal, when both currencies are the same.",
        nb: "Regnskapsvalutaen for MVA, {value}, er dokumentets egen valuta." => "Utelat TaxCurrencyCode med sin TaxTotal når valutaen er den samme.",
        sv: "Momsens redovisningsvaluta {value} är dokumentets egen valuta." => "Utelämna TaxCurrencyCode med sin TaxTotal när valutan är densamma.",
    }
    R010 = "PEPPOL-EN16931-R010" Fatal ["BT-49"] shows Nothing,
        if |at| Ok(at.has(&[CBC_ENDPOINT_ID])) => {
        en: "The buyer has no electronic address, so nobody can receive this." => "Add EndpointID with its scheme to the buyer, as registered in Peppol.",
        nb: "Kjøperen har ingen elektronisk adresse, så ingen kan motta dokumentet." => "Legg inn EndpointID med skjema på kjøperen, slik den er registrert i Peppol.",
        sv: "Köparen har ingen elektronisk adress, så ingen kan ta emot dokumentet." => "Lägg in EndpointID med schema på köparen, som den är registrerad i Peppol.",
    }
    R020 = "PEPPOL-EN16931-R020" Fatal ["BT-34"] shows Nothing,
        if |at| Ok(at.has(&[CBC_ENDPOINT_ID])) => {
        en: "The seller has no electronic address to be answered at." => "Add EndpointID with its scheme to the seller, as registered in Peppol.",
        nb: "Selgeren har ingen elektronisk adresse å svare til." => "Legg inn EndpointID med skjema på selgeren, slik den er registrert i Peppol.",
        sv: "Säljaren har ingen elektronisk adress att svara till." => "Lägg in EndpointID med schema på säljaren, som den är registrerad i Peppol.",
    }
    R041 = "PEPPOL-EN16931-R041" Fatal ["BT-93", "BT-100", "BT-137", "BT-142"] shows Nothing,
        if |_at| Ok(false) => {
        en: "An allowance or charge has a percentage but nothing to take it of." => "Add BaseAmount, or remove MultiplierFactorNumeric.",
        nb: "Et avslag eller tillegg har en prosent, men ikke noe grunnlag." => "Legg inn BaseAmount, eller fjern MultiplierFactorNumeric.",
        sv: "Ett avdrag eller tillägg har en procentsats men inget underlag." => "Lägg in BaseAmount, eller ta bort MultiplierFactorNumeric.",
    }
    R042 = "PEPPOL-EN16931-R042" Fatal ["BT-94", "BT-101", "BT-138", "BT-143"] shows Nothing,
        if |_at| Ok(false) => {
        en: "An allowance or charge has a base amount but no percentage." => "Add MultiplierFactorNumeric, or remove BaseAmount.",
        nb: "Et avslag eller tillegg har et grunnlag, men ingen prosent." => "Legg inn MultiplierFactorNumeric, eller fjern BaseAmount.",
        sv: "Ett avdrag eller tillägg har ett underlag men ingen procentsats." => "Lägg in MultiplierFactorNumeric, eller ta bort BaseAmount.",
    }
    R040 = "PEPPOL-EN16931-R040" Fatal ["BT-92", "BT-99", "BT-136", "BT-141"] shows Nothing,
        if |at| r040(at) => {
        en: "The amount of an allowance or charge is not its percentage of the base." => "Compute base × percentage ÷ 100 anew; 0.02 of difference is tolerated.",
        nb: "Beløpet på et avslag eller tillegg er ikke prosenten av grunnlaget." => "Regn ut grunnlag × prosent ÷ 100 på nytt; 0,02 i avvik godtas.",
        sv: "Beloppet på ett avdrag eller tillägg är inte procenten av underlaget." => "Räkna om underlag × procent ÷ 100; 0,02 i avvikelse godtas.",
    }
    R043 = "PEPPOL-EN16931-R043" Fatal ["BG-20", "BG-21", "BG-27", "BG-28"] shows Nothing,
        if |at| r043(at) => {
        en: "It is unclear whether this is an allowance or a charge." => "Write ChargeIndicator as true for a charge or false for an allowance, not 1 or 0.",
        nb: "Det er uklart om dette er et avslag eller et tillegg." => "Skriv ChargeIndicator som true for tillegg eller false for avslag, ikke 1 eller 0.",
        sv: "Det är oklart om detta är ett avdrag eller ett tillägg." => "Skriv ChargeIndicator som true för tillägg eller false för avdrag, inte 1 eller 0.",
    }
    R061 = "PEPPOL-EN16931-R061" Fatal ["BT-89"] shows Nothing,
        if |at| Ok(at.has(&[CAC_PAYMENT_MANDATE, CBC_ID])) => {
        en: "A direct debit does not name the mandate it draws on." => "Give the mandate's number in PaymentMandate/ID, or use another way to pay.",
        nb: "Et direkte trekk oppgir ikke mandatet det bygger på." => "Oppgi mandatets nummer i PaymentMandate/ID, eller velg en annen betalingsmåte.",
        sv: "En autogirobetalning anger inte medgivandet den bygger på." => "Ange medgivandets nummer i PaymentMandate/ID, eller välj ett annat betalsätt.",
    }
    R051 = "PEPPOL-EN16931-R051" Fatal ["BT-5"] shows Own,
        if |at| r051(at) => {
        en: "The amount {value} is not marked with the document's currency." => "Set currencyID to the DocumentCurrencyCode, letter for letter.",
        nb: "Beløpet {value} er ikke merket med dokumentets valuta." => "Sett currencyID lik DocumentCurrencyCode, bokstav for bokstav.",
        sv: "Beloppet {value} är inte märkt med dokumentets valuta." => "Sätt currencyID lika med DocumentCurrencyCode, bokstav för bokstav.",
    }
    R110 = "PEPPOL-EN16931-R110" Fatal ["BT-134", "BT-73"] shows Own,
        if |at| r110(at) => {
        en: "The line's period starts on {value}, before the document's." => "Let the line start later, or start the document's period earlier.",
        nb: "Linjens periode starter {value}, før dokumentets periode." => "La linjen starte senere, eller la dokumentets periode starte tidligere.",
        sv: "Radens period börjar {value}, före dokumentets period." => "Låt raden börja senare, eller låt dokumentets period börja tidigare.",
    }
    R111 = "PEPPOL-EN16931-R111" Fatal ["BT-135", "BT-74"] shows Own,
        if |at| r111(at) => {
        en: "The line's period ends on {value}, after the document's." => "Let the line end earlier, or end the document's period later.",
        nb: "Linjens periode slutter {value}, etter dokumentets periode." => "La linjen slutte tidligere, eller la dokumentets periode slutte senere.",
        sv: "Radens period slutar {value}, efter dokumentets period." => "Låt raden sluta tidigare, eller låt dokumentets period sluta senare.",
    }
    R120 = "PEPPOL-EN16931-R120" Fatal ["BT-131"] shows Nothing,
        if |at| r120(at) => {
        en: "The line's net amount does not follow from quantity, price and adjustments." => "Compute quantity × price ÷ base quantity + charges − allowances anew.",
        nb: "Linjens nettobeløp følger ikke av antall, pris og justeringer." => "Regn ut antall × pris ÷ grunnantall + tillegg − avslag på nytt.",
        sv: "Radens nettobelopp följer inte av antal, pris och justeringar." => "Räkna om antal × pris ÷ basmängd + tillägg − avdrag.",
    }
    R121 = "PEPPOL-EN16931-R121" Fatal ["BT-149"] shows Nothing,
        if |at| r121(at) => {
        en: "The quantity that the price is for is zero or below." => "Set BaseQuantity above zero, usually 1, or leave it out.",
        nb: "Antallet som prisen gjelder for, er null eller lavere." => "Sett BaseQuantity over null, vanligvis 1, eller utelat den.",
        sv: "Mängden som priset gäller för är noll eller lägre." => "Sätt BaseQuantity över noll, vanligen 1, eller utelämna den.",
    }
    R100 = "PEPPOL-EN16931-R100" Fatal ["BT-128"] shows Nothing,
        if |at| Ok(at.count(&[CAC_DOCUMENT_REFERENCE]) <= 1) => {
        en: "The line points to more than one invoiced object." => "Keep one DocumentReference on the line, or split the line.",
        nb: "Linjen viser til mer enn ett fakturert objekt." => "Behold én DocumentReference på linjen, eller del opp linjen.",
        sv: "Raden hänvisar till mer än ett fakturerat objekt." => "Behåll en DocumentReference på raden, eller dela upp raden.",
    }
    R101 = "PEPPOL-EN16931-R101" Fatal ["BT-128"] shows Nothing,
        if |at| r101(at) => {
        en: "The line has a document reference that is no invoiced object." => "Set its DocumentTypeCode to 130, or move the reference to the document.",
        nb: "Linjen har en dokumentreferanse som ikke er et fakturert objekt." => "Sett DocumentTypeCode til 130, eller flytt referansen til dokumentet.",
        sv: "Raden har en dokumentreferens som inte är ett fakturerat objekt." => "Sätt DocumentTypeCode till 130, eller flytta referensen till dokumentet.",
    }
    R044 = "PEPPOL-EN16931-R044" Fatal ["BT-147"] shows Nothing,
        if |at| r044(at) => {
        en: "A price carries a charge, but a price can only be discounted." => "Set ChargeIndicator to false, or put the charge on the line.",
        nb: "En pris har et tillegg, men en pris kan bare rabatteres." => "Sett ChargeIndicator til false, eller legg tillegget på linjen.",
        sv: "Ett pris har ett tillägg, men ett pris kan bara rabatteras." => "Sätt ChargeIndicator till false, eller lägg tillägget på raden.",
    }
    R046 = "PEPPOL-EN16931-R046" Fatal ["BT-146", "BT-147", "BT-148"] shows Nothing,
        if |at| r046(at) => {
        en: "The net price is not the gross price less its discount." => "Correct PriceAmount, or the BaseAmount and Amount of the price's allowance.",
        nb: "Nettoprisen er ikke bruttoprisen minus rabatten." => "Rett PriceAmount, eller BaseAmount og Amount i prisens avslag.",
        sv: "Nettopriset är inte bruttopriset minus rabatten." => "Rätta PriceAmount, eller BaseAmount och Amount i prisets avdrag.",
    }
    R130 = "PEPPOL-EN16931-R130" Fatal ["BT-150", "BT-130"] shows Nothing,
        if |at| r130(at) => {
        en: "The price is for another unit than the one the line counts in." => "Use the same unitCode on BaseQuantity as on the line's quantity.",
        nb: "Prisen gjelder en annen enhet enn den linjen teller i." => "Bruk samme unitCode på BaseQuantity som på linjens antall.",
        sv: "Priset gäller en annan enhet än den som raden räknar i." => "Använd samma unitCode på BaseQuantity som på radens antal.",
    }
}

/// Empty: the rules of this context, in order.
pub static EMPTY: &[&Rule] = &[&R008];

/// Credit note: the rules of this context, in order.
pub static CREDIT_NOTE: &[&Rule] = &[&R080];

/// Document: the rules of this context, in order.
pub static DOCUMENT: &[&Rule] = &[&R001, &R007, &R002, &R003, &R004, &R053, &R054, &R055];

/// Tax currency: the rules of this context, in order.
pub static TAX_CURRENCY: &[&Rule] = &[&R005];

/// Buyer: the rules of this context, in order.
pub static BUYER: &[&Rule] = &[&R010];

/// Seller: the rules of this context, in order.
pub static SELLER: &[&Rule] = &[&R020];

/// Percent without base: the rules of this context, in order.
pub static PERCENT_WITHOUT_BASE: &[&Rule] = &[&R041];

/// Base without percent: the rules of this context, in order.
pub static BASE_WITHOUT_PERCENT: &[&Rule] = &[&R042];

/// Allowance charge: the rules of this context, in order.
pub static ALLOWANCE_CHARGE: &[&Rule] = &[&R040, &R043];

/// Direct debit: the rules of this context, in order.
pub static DIRECT_DEBIT: &[&Rule] = &[&R061];

/// Amount: the rules of this context, in order.
pub static AMOUNT: &[&Rule] = &[&R051];

/// Line start: the rules of this context, in order.
pub static LINE_START: &[&Rule] = &[&R110];

/// Line end: the rules of this context, in order.
pub static LINE_END: &[&Rule] = &[&R111];

/// Line: the rules of this context, in order.
pub static LINE: &[&Rule] = &[&R120, &R121, &R100, &R101];

/// Price allowance: the rules of this context, in order.
pub static PRICE_ALLOWANCE: &[&Rule] = &[&R044, &R046];

/// Base quantity: the rules of this context, in order.
pub static BASE_QUANTITY: &[&Rule] = &[&R130];
