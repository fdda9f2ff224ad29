//! Peppol, sellers and buyers in Germany.

use crate::peppol::rules::billing::check::*;
use crate::peppol::rules::billing::germany::*;
use crate::peppol::rules::rule::{Rule, rules};
use crate::peppol::schema::id::*;
rules! {
    DE_R_001 = "DE-R-001" Fatal ["BG-16"] shows Nothing,
        if |at| Ok(at.has(&[CAC_PAYMENT_MEANS])) => {
        en: "An invoice between German parties does not say how to pay." => "Add PaymentMeans with a code, such as 58 and an IBAN.",
        nb: "En faktura mellom tyske parter sier ikke hvordan det betales." => "Legg inn PaymentMeans med kode, som 58 og en IBAN.",
        sv: "En faktura mellan tyska parter säger inte hur man betalar." => "Lägg in PaymentMeans med kod, till exempel 58 och en IBAN.",
    }
    DE_R_015 = "DE-R-015" Fatal ["BT-10"] shows Nothing,
        if |at| some_filled(at, &[CBC_BUYER_REFERENCE]) => {
        en: "The buyer reference is missing between German parties." => "Give BuyerReference; a public buyer hands out a Leitweg-ID for it.",
        nb: "Deres referanse mangler mellom tyske parter." => "Oppgi BuyerReference; en offentlig kjøper deler ut en Leitweg-ID til den.",
        sv: "Er referens saknas mellan tyska parter i dokumentet." => "Ange BuyerReference; en offentlig köpare delar ut ett Leitweg-ID för den.",
    }
    DE_R_016 = "DE-R-016" Fatal ["BT-31", "BT-32", "BG-11"] shows Nothing,
        if |at| de_r_016(at) => {
        en: "The German seller charges VAT without any tax number of its own." => "Give the seller's VAT number or tax number, or a tax representative.",
        nb: "Den tyske selgeren krever MVA uten eget skattenummer." => "Oppgi selgerens MVA-nummer eller skattenummer, eller en skatterepresentant.",
        sv: "Den tyska säljaren tar ut moms utan eget skattenummer." => "Ange säljarens momsnummer eller skattenummer, eller ett skatteombud.",
    }
    DE_R_017 = "DE-R-017" Warning ["BT-3"] shows Nothing,
        if |at| de_r_017(at) => {
        en: "The document type is not one of those in use between German parties." => "Use 326, 380, 381, 384, 389, 875, 876 or 877 as the type code.",
        nb: "Dokumenttypen er ikke blant dem som brukes mellom tyske parter." => "Bruk 326, 380, 381, 384, 389, 875, 876 eller 877 som typekode.",
        sv: "Dokumenttypen är inte en av dem som används mellan tyska parter." => "Använd 326, 380, 381, 384, 389, 875, 876 eller 877 som typkod.",
    }
    DE_R_018 = "DE-R-018" Fatal ["BT-20"] shows Nothing,
        if |at| de_r_018(at) => {
        en: "The cash discount in the payment terms cannot be read by machine." => "Write #SKONTO#TAGE=14#PROZENT=2.00# alone on its line, then a line break.",
        nb: "Kontantrabatten i betalingsbetingelsene kan ikke leses av maskiner." => "Skriv #SKONTO#TAGE=14#PROZENT=2.00# alene på linjen, så et linjeskift.",
        sv: "Kassarabatten i betalningsvillkoren kan inte läsas av maskiner." => "Skriv #SKONTO#TAGE=14#PROZENT=2.00# ensamt på raden, sedan en radbrytning.",
    }
    DE_R_022 = "DE-R-022" Fatal ["BT-125"] shows Nothing,
        if |at| de_r_022(at) => {
        en: "Two attached files have the same file name." => "Give every EmbeddedDocumentBinaryObject a filename of its own.",
        nb: "To vedlagte filer har samme filnavn i dokumentet." => "Gi hvert EmbeddedDocumentBinaryObject sitt eget filename.",
        sv: "Två bifogade filer har samma filnamn i dokumentet." => "Ge varje EmbeddedDocumentBinaryObject ett eget filename.",
    }
    DE_R_026 = "DE-R-026" Warning ["BG-3", "BT-25"] shows Nothing,
        if |at| de_r_026(at) => {
        en: "A corrected invoice does not say which invoice it replaces." => "Name the earlier invoice in BillingReference/InvoiceDocumentReference.",
        nb: "En korrigert faktura sier ikke hvilken faktura den erstatter." => "Oppgi den tidligere fakturaen i BillingReference/InvoiceDocumentReference.",
        sv: "En rättad faktura säger inte vilken faktura den ersätter." => "Ange den tidigare fakturan i BillingReference/InvoiceDocumentReference.",
    }
    DE_R_030 = "DE-R-030" Fatal ["BT-90"] shows Nothing,
        if |at| de_r_030(at) => {
        en: "A German direct debit does not say who collects the money." => "Give the creditor identifier with schemeID SEPA on the seller or the payee.",
        nb: "Et tysk direkte trekk sier ikke hvem som krever inn pengene." => "Oppgi kreditoridentifikatoren med schemeID SEPA på selgeren eller mottakeren.",
        sv: "En tysk autogirobetalning säger inte vem som drar in pengarna." => "Ange borgenärens identifierare med schemeID SEPA på säljaren eller mottagaren.",
    }
    DE_R_031 = "DE-R-031" Fatal ["BT-91"] shows Nothing,
        if |at| de_r_031(at) => {
        en: "A German direct debit does not say which account is debited." => "Give the payer's IBAN in PaymentMandate/PayerFinancialAccount/ID.",
        nb: "Et tysk direkte trekk sier ikke hvilken konto som belastes." => "Oppgi betalerens IBAN i PaymentMandate/PayerFinancialAccount/ID.",
        sv: "En tysk autogirobetalning säger inte vilket konto som debiteras." => "Ange betalarens IBAN i PaymentMandate/PayerFinancialAccount/ID.",
    }
    DE_R_T02 = "DE-R-T02" Warning ["BT-124"] shows Nothing,
        if |at| de_r_t02(at) => {
        en: "The link to an external document is not a complete address." => "Write the whole link with its scheme, such as https://example.com/file.pdf.",
        nb: "Lenken til et eksternt dokument er ikke en hel adresse." => "Skriv hele lenken med protokoll, som https://example.com/file.pdf.",
        sv: "Länken till ett externt dokument är inte en hel adress." => "Skriv hela länken med protokoll, till exempel https://example.com/file.pdf.",
    }
    DE_R_002 = "DE-R-002" Fatal ["BG-6"] shows Nothing,
        if |at| Ok(at.has(&[CAC_PARTY, CAC_CONTACT])) => {
        en: "The German seller names nobody to contact." => "Add Contact to the seller, with name, telephone and e-mail.",
        nb: "Den tyske selgeren oppgir ingen å kontakte." => "Legg inn Contact på selgeren, med navn, telefon og e-post.",
        sv: "Den tyska säljaren anger ingen att kontakta." => "Lägg in Contact på säljaren, med namn, telefon och e-post.",
    }
    DE_R_003 = "DE-R-003" Fatal ["BT-37"] shows Nothing,
        if |at| some_filled(at, &[CBC_CITY_NAME]) => {
        en: "The German seller has an address without a city." => "Give the city in the seller's PostalAddress/CityName.",
        nb: "Den tyske selgeren har en adresse uten sted." => "Oppgi sted i selgerens PostalAddress/CityName.",
        sv: "Den tyska säljaren har en adress där orten saknas." => "Ange orten i säljarens PostalAddress/CityName.",
    }
    DE_R_004 = "DE-R-004" Fatal ["BT-38"] shows Nothing,
        if |at| some_filled(at, &[CBC_POSTAL_ZONE]) => {
        en: "The German seller has an address without a postcode." => "Give the postcode in the seller's PostalAddress/PostalZone.",
        nb: "Den tyske selgeren har en adresse uten postnummer." => "Oppgi postnummer i selgerens PostalAddress/PostalZone.",
        sv: "Den tyska säljaren har en adress där postnumret saknas." => "Ange postnumret i säljarens PostalAddress/PostalZone.",
    }
    DE_R_005 = "DE-R-005" Fatal ["BT-41"] shows Nothing,
        if |at| some_filled(at, &[CBC_NAME]) => {
        en: "The German seller's contact has no name." => "Fill in Contact/Name with the person's or team's name.",
        nb: "Den tyske selgerens kontakt mangler navn." => "Fyll ut Contact/Name med kontaktens navn.",
        sv: "Den tyska säljarens kontakt saknar namn." => "Fyll i Contact/Name med kontaktens namn.",
    }
    DE_R_006 = "DE-R-006" Fatal ["BT-42"] shows Nothing,
        if |at| some_filled(at, &[CBC_TELEPHONE]) => {
        en: "The German seller's contact has no telephone number." => "Fill in Contact/Telephone with the telephone number to reach.",
        nb: "Den tyske selgerens kontakt mangler telefonnummer." => "Fyll ut Contact/Telephone med kontaktens telefonnummer.",
        sv: "Den tyska säljarens kontakt saknar telefonnummer." => "Fyll i Contact/Telephone med kontaktens telefonnummer.",
    }
    DE_R_007 = "DE-R-007" Fatal ["BT-43"] shows Nothing,
        if |at| some_filled(at, &[CBC_ELECTRONIC_MAIL]) => {
        en: "The German seller's contact has no e-mail address." => "Fill in Contact/ElectronicMail with the e-mail address to reach.",
        nb: "Den tyske selgerens kontakt mangler e-postadresse." => "Fyll ut Contact/ElectronicMail med kontaktens e-postadresse.",
        sv: "Den tyska säljarens kontakt saknar e-postadress." => "Fyll i Contact/ElectronicMail med kontaktens e-postadress.",
    }
    DE_R_027 = "DE-R-027" Warning ["BT-42"] shows Nothing,
        if |at| de_r_027(at) => {
        en: "The contact's telephone number has fewer than three digits." => "Give a full number in Contact/Telephone, with area code.",
        nb: "Kontaktens telefonnummer har færre enn tre sifre." => "Oppgi et helt nummer i Contact/Telephone, med retningsnummer.",
        sv: "Kontaktens telefonnummer har färre än tre siffror." => "Ange ett helt nummer i Contact/Telephone, med riktnummer.",
    }
    DE_R_028 = "DE-R-028" Warning ["BT-43"] shows Nothing,
        if |at| de_r_028(at) => {
        en: "The contact's e-mail address is not built as one." => "Write it as name@example.com in Contact/ElectronicMail, without blanks.",
        nb: "Kontaktens e-postadresse er ikke bygd som en adresse." => "Skriv den som navn@example.com i Contact/ElectronicMail, uten mellomrom.",
        sv: "Kontaktens e-postadress är inte byggd som en adress." => "Skriv den som namn@example.com i Contact/ElectronicMail, utan mellanslag.",
    }
    DE_R_008 = "DE-R-008" Fatal ["BT-52"] shows Nothing,
        if |at| some_filled(at, &[CBC_CITY_NAME]) => {
        en: "The German buyer has an address without a city." => "Give the city in the buyer's PostalAddress/CityName.",
        nb: "Den tyske kjøperen har en adresse uten sted." => "Oppgi sted i kjøperens PostalAddress/CityName.",
        sv: "Den tyska köparen har en adress där orten saknas." => "Ange orten i köparens PostalAddress/CityName.",
    }
    DE_R_009 = "DE-R-009" Fatal ["BT-53"] shows Nothing,
        if |at| some_filled(at, &[CBC_POSTAL_ZONE]) => {
        en: "The German buyer has an address without a postcode." => "Give the postcode in the buyer's PostalAddress/PostalZone.",
        nb: "Den tyske kjøperen har en adresse uten postnummer." => "Oppgi postnummer i kjøperens PostalAddress/PostalZone.",
        sv: "Den tyska köparen har en adress där postnumret saknas." => "Ange postnumret i köparens PostalAddress/PostalZone.",
    }
    DE_R_010 = "DE-R-010" Fatal ["BT-77"] shows Nothing,
        if |at| some_filled(at, &[CBC_CITY_NAME]) => {
        en: "The delivery address between German parties has no city." => "Fill in CityName, or leave the delivery address out.",
        nb: "Leveringsadressen mellom tyske parter mangler sted." => "Fyll ut CityName, eller utelat leveringsadressen.",
        sv: "Leveransadressen mellan tyska parter saknar ort." => "Fyll i CityName, eller utelämna leveransadressen.",
    }
    DE_R_011 = "DE-R-011" Fatal ["BT-78"] shows Nothing,
        if |at| some_filled(at, &[CBC_POSTAL_ZONE]) => {
        en: "The delivery address between German parties has no postcode." => "Fill in PostalZone, or leave the delivery address out.",
        nb: "Leveringsadressen mellom tyske parter mangler postnummer." => "Fyll ut PostalZone, eller utelat leveringsadressen.",
        sv: "Leveransadressen mellan tyska parter saknar postnummer." => "Fyll i PostalZone, eller utelämna leveransadressen.",
    }
    DE_R_019 = "DE-R-019" Warning ["BT-84"] shows Nothing,
        if |at| de_r_019(at) => {
        en: "The account for a SEPA transfer is not a valid IBAN." => "Check PayeeFinancialAccount/ID digit by digit, in capital letters.",
        nb: "Kontoen for en SEPA-overføring er ikke en gyldig IBAN." => "Kontroller PayeeFinancialAccount/ID siffer for siffer, med store bokstaver.",
        sv: "Kontot för en SEPA-betalning är inte en giltig IBAN." => "Kontrollera PayeeFinancialAccount/ID siffra för siffra, med versaler.",
    }
    DE_R_023_1 = "DE-R-023-1" Fatal ["BG-17"] shows Nothing,
        if |at| Ok(at.has(&[CAC_PAYEE_FINANCIAL_ACCOUNT])) => {
        en: "A German credit transfer comes without its account." => "Add PayeeFinancialAccount to PaymentMeans, or change the code (30, 58).",
        nb: "En tysk bankoverføring kommer uten konto." => "Legg inn PayeeFinancialAccount i PaymentMeans, eller endre koden (30, 58).",
        sv: "En tysk banköverföring kommer utan konto i dokumentet." => "Lägg in PayeeFinancialAccount i PaymentMeans, eller ändra koden (30, 58).",
    }
    DE_R_023_2 = "DE-R-023-2" Fatal ["BG-18", "BG-19"] shows Nothing,
        if |at| Ok(!at.has(&[CAC_CARD_ACCOUNT]) && !at.has(&[CAC_PAYMENT_MANDATE])) => {
        en: "A German credit transfer also carries data of another way to pay." => "Remove CardAccount and PaymentMandate, or give them a PaymentMeans of their own.",
        nb: "En tysk bankoverføring har også data for en annen betalingsmåte." => "Fjern CardAccount og PaymentMandate, eller gi dem en egen PaymentMeans.",
        sv: "En tysk banköverföring har även uppgifter för ett annat betalsätt." => "Ta bort CardAccount och PaymentMandate, eller ge dem en egen PaymentMeans.",
    }
    DE_R_024_1 = "DE-R-024-1" Fatal ["BG-18"] shows Nothing,
        if |at| Ok(at.has(&[CAC_CARD_ACCOUNT])) => {
        en: "A German card payment comes without its card data." => "Add CardAccount to PaymentMeans, or change the code (48, 54, 55).",
        nb: "En tysk kortbetaling kommer uten kortdata." => "Legg inn CardAccount i PaymentMeans, eller endre koden (48, 54, 55).",
        sv: "En tysk kortbetalning kommer utan kortuppgifter i dokumentet." => "Lägg in CardAccount i PaymentMeans, eller ändra koden (48, 54, 55).",
    }
    DE_R_024_2 = "DE-R-024-2" Fatal ["BG-17", "BG-19"] shows Nothing,
        if |at| Ok(!at.has(&[CAC_PAYEE_FINANCIAL_ACCOUNT]) && !at.has(&[CAC_PAYMENT_MANDATE])) => {
        en: "A German card payment also carries data of another way to pay." => "Remove PayeeFinancialAccount and PaymentMandate, or give them a PaymentMeans of their own.",
        nb: "En tysk kortbetaling har også data for en annen betalingsmåte." => "Fjern PayeeFinancialAccount og PaymentMandate, eller gi dem en egen PaymentMeans.",
        sv: "En tysk kortbetalning har även uppgifter för ett annat betalsätt." => "Ta bort PayeeFinancialAccount och PaymentMandate, eller ge dem en egen PaymentMeans.",
    }
    DE_R_020 = "DE-R-020" Warning ["BT-91"] shows Nothing,
        if |at| de_r_020(at) => {
        en: "The account to debit by SEPA is not a valid IBAN." => "Check PayerFinancialAccount/ID digit by digit, in capital letters.",
        nb: "Kontoen som belastes via SEPA, er ikke en gyldig IBAN." => "Kontroller PayerFinancialAccount/ID siffer for siffer, med store bokstaver.",
        sv: "Kontot som debiteras via SEPA är inte en giltig IBAN." => "Kontrollera PayerFinancialAccount/ID siffra för siffra, med versaler.",
    }
    DE_R_025_1 = "DE-R-025-1" Fatal ["BG-19"] shows Nothing,
        if |at| Ok(at.has(&[CAC_PAYMENT_MANDATE])) => {
        en: "A German direct debit comes without its mandate." => "Add PaymentMandate to PaymentMeans, or change the code (59).",
        nb: "Et tysk direkte trekk kommer uten mandat." => "Legg inn PaymentMandate i PaymentMeans, eller endre koden (59).",
        sv: "En tysk autogirobetalning kommer utan medgivande i dokumentet." => "Lägg in PaymentMandate i PaymentMeans, eller ändra koden (59).",
    }
    DE_R_025_2 = "DE-R-025-2" Fatal ["BG-17", "BG-18"] shows Nothing,
        if |at| Ok(!at.has(&[CAC_PAYEE_FINANCIAL_ACCOUNT]) && !at.has(&[CAC_CARD_ACCOUNT])) => {
        en: "A German direct debit also carries data of another way to pay." => "Remove PayeeFinancialAccount and CardAccount, or give them a PaymentMeans of their own.",
        nb: "Et tysk direkte trekk har også data for en annen betalingsmåte." => "Fjern PayeeFinancialAccount og CardAccount, eller gi dem en egen PaymentMeans.",
        sv: "En tysk autogirobetalning har även uppgifter för ett annat betalsätt." => "Ta bort PayeeFinancialAccount och CardAccount, eller ge dem en egen PaymentMeans.",
    }
    DE_R_014 = "DE-R-014" Fatal ["BT-119"] shows Nothing,
        if |at| some_filled(at, &[CAC_TAX_CATEGORY, CBC_PERCENT]) => {
        en: "A VAT subtotal between German parties has no rate." => "Give TaxCategory/Percent in every TaxSubtotal; 0 where no VAT is due.",
        nb: "En MVA-delsum mellom tyske parter mangler sats." => "Oppgi TaxCategory/Percent i hver TaxSubtotal; 0 der det ikke er MVA.",
        sv: "En momsdelsumma mellan tyska parter saknar skattesats." => "Ange TaxCategory/Percent i varje TaxSubtotal; 0 där ingen moms tas ut.",
    }
}

/// De document: the rules of this context, in order.
pub static DE_DOCUMENT: &[&Rule] = &[
    &DE_R_001, &DE_R_015, &DE_R_016, &DE_R_017, &DE_R_018, &DE_R_022, &DE_R_026, &DE_R_030,
    &DE_R_031,
];

/// De link: the rules of this context, in order.
pub static DE_LINK: &[&Rule] = &[&DE_R_T02];

/// De seller: the rules of this context, in order.
pub static DE_SELLER: &[&Rule] = &[&DE_R_002];

/// De seller address: the rules of this context, in order.
pub static DE_SELLER_ADDRESS: &[&Rule] = &[&DE_R_003, &DE_R_004];

/// De contact: the rules of this context, in order.
pub static DE_CONTACT: &[&Rule] = &[&DE_R_005, &DE_R_006, &DE_R_007, &DE_R_027, &DE_R_028];

/// De buyer address: the rules of this context, in order.
pub static DE_BUYER_ADDRESS: &[&Rule] = &[&DE_R_008, &DE_R_009];

/// De delivery address: the rules of this context, in order.
pub static DE_DELIVERY_ADDRESS: &[&Rule] = &[&DE_R_010, &DE_R_011];

/// De transfer: the rules of this context, in order.
pub static DE_TRANSFER: &[&Rule] = &[&DE_R_019, &DE_R_023_1, &DE_R_023_2];

/// De card: the rules of this context, in order.
pub static DE_CARD: &[&Rule] = &[&DE_R_024_1, &DE_R_024_2];

/// De debit: the rules of this context, in order.
pub static DE_DEBIT: &[&Rule] = &[&DE_R_020, &DE_R_025_1, &DE_R_025_2];

/// De breakdown: the rules of this context, in order.
pub static DE_BREAKDOWN: &[&Rule] = &[&DE_R_014];
