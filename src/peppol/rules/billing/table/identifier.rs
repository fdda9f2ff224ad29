//! Peppol, identifiers by scheme: check digits and shapes.

use crate::peppol::rules::billing::identifier::*;
use crate::peppol::rules::rule::{Rule, rules};
rules! {
    COMMON_R040 = "PEPPOL-COMMON-R040" Fatal ["BT-29", "BT-30", "BT-31", "BT-34", "BT-46", "BT-47", "BT-48", "BT-49", "BT-60", "BT-61", "BT-63"] shows Own,
        if |at| Ok(gln(&own(at))) => {
        en: "{value} cannot be a global location number (scheme 0088)." => "Correct the number, digits with a GS1 check digit last, or use the right scheme.",
        nb: "{value} kan ikke være et GLN (skjema 0088)." => "Rett nummeret, bare sifre med GS1-kontrollsiffer til slutt, eller bruk riktig skjema.",
        sv: "{value} kan inte vara ett GLN (schema 0088)." => "Rätta numret, bara siffror med GS1-kontrollsiffra sist, eller använd rätt schema.",
    }
    COMMON_R041 = "PEPPOL-COMMON-R041" Fatal ["BT-29", "BT-30", "BT-31", "BT-34", "BT-46", "BT-47", "BT-48", "BT-49", "BT-60", "BT-61", "BT-63"] shows Own,
        if |at| Ok(mod11_of_nine(&own(at))) => {
        en: "{value} cannot be a Norwegian organisation number (scheme 0192)." => "Correct the number, nine digits with check digit, or use the right scheme.",
        nb: "{value} kan ikke være et norsk organisasjonsnummer (skjema 0192)." => "Rett nummeret, ni sifre med kontrollsiffer, eller bruk riktig skjema.",
        sv: "{value} kan inte vara ett norskt organisationsnummer (schema 0192)." => "Rätta numret, nio siffror med kontrollsiffra, eller använd rätt schema.",
    }
    COMMON_R042 = "PEPPOL-COMMON-R042" Fatal ["BT-29", "BT-30", "BT-31", "BT-34", "BT-46", "BT-47", "BT-48", "BT-49", "BT-60", "BT-61", "BT-63"] shows Own,
        if |at| Ok(cvr_with_or_without_country(&at.value())) => {
        en: "{value} cannot be a Danish CVR number (scheme 0184)." => "Correct the number, eight digits, with or without DK first, or use the right scheme.",
        nb: "{value} kan ikke være et dansk CVR-nummer (skjema 0184)." => "Rett nummeret, åtte sifre, med eller uten DK først, eller bruk riktig skjema.",
        sv: "{value} kan inte vara ett danskt CVR-nummer (schema 0184)." => "Rätta numret, åtta siffror, med eller utan DK först, eller använd rätt schema.",
    }
    COMMON_R052 = "PEPPOL-COMMON-R052" Fatal ["BT-29", "BT-30", "BT-31", "BT-34", "BT-46", "BT-47", "BT-48", "BT-49", "BT-60", "BT-61", "BT-63"] shows Own,
        if |at| Ok(digits(&at.value(), 10)) => {
        en: "{value} cannot be a Danish P number (scheme 0096)." => "Correct the number, ten digits without blanks, or use the right scheme.",
        nb: "{value} kan ikke være et dansk P-nummer (skjema 0096)." => "Rett nummeret, ti sifre uten mellomrom, eller bruk riktig skjema.",
        sv: "{value} kan inte vara ett danskt P-nummer (schema 0096)." => "Rätta numret, tio siffror utan mellanslag, eller använd rätt schema.",
    }
    COMMON_R053 = "PEPPOL-COMMON-R053" Fatal ["BT-29", "BT-30", "BT-31", "BT-34", "BT-46", "BT-47", "BT-48", "BT-49", "BT-60", "BT-61", "BT-63"] shows Own,
        if |at| Ok(cvr_with_country(&at.value())) => {
        en: "{value} cannot be a Danish SE number (scheme 0198)." => "Correct the number, DK and eight digits, or use the right scheme.",
        nb: "{value} kan ikke være et dansk SE-nummer (skjema 0198)." => "Rett nummeret, DK og åtte sifre, eller bruk riktig skjema.",
        sv: "{value} kan inte vara ett danskt SE-nummer (schema 0198)." => "Rätta numret, DK och åtta siffror, eller använd rätt schema.",
    }
    COMMON_R043 = "PEPPOL-COMMON-R043" Fatal ["BT-29", "BT-30", "BT-31", "BT-34", "BT-46", "BT-47", "BT-48", "BT-49", "BT-60", "BT-61", "BT-63"] shows Own,
        if |at| Ok(mod97(&own(at))) => {
        en: "{value} cannot be a Belgian enterprise number (scheme 0208)." => "Correct the number, ten digits with two check digits last, or use the right scheme.",
        nb: "{value} kan ikke være et belgisk foretaksnummer (skjema 0208)." => "Rett nummeret, ti sifre med to kontrollsifre til slutt, eller bruk riktig skjema.",
        sv: "{value} kan inte vara ett belgiskt företagsnummer (schema 0208)." => "Rätta numret, tio siffror med två kontrollsiffror sist, eller använd rätt schema.",
    }
    COMMON_R044 = "PEPPOL-COMMON-R044" Warning ["BT-29", "BT-30", "BT-31", "BT-34", "BT-46", "BT-47", "BT-48", "BT-49", "BT-60", "BT-61", "BT-63"] shows Own,
        if |at| Ok(ipa(&own(at))) => {
        en: "{value} cannot be an Italian IPA code (scheme 0201)." => "Correct the number, six letters or digits, or use the right scheme.",
        nb: "{value} kan ikke være en italiensk IPA-kode (skjema 0201)." => "Rett nummeret, seks bokstaver eller sifre, eller bruk riktig skjema.",
        sv: "{value} kan inte vara en italiensk IPA-kod (schema 0201)." => "Rätta numret, sex bokstäver eller siffror, eller använd rätt schema.",
    }
    COMMON_R045 = "PEPPOL-COMMON-R045" Warning ["BT-29", "BT-30", "BT-31", "BT-34", "BT-46", "BT-47", "BT-48", "BT-49", "BT-60", "BT-61", "BT-63"] shows Own,
        if |at| Ok(codice_fiscale(&own(at))) => {
        en: "{value} cannot be an Italian tax code (scheme 0210)." => "Correct the number, 16 characters, or 11 digits, or use the right scheme.",
        nb: "{value} kan ikke være en italiensk skattekode (skjema 0210)." => "Rett nummeret, 16 tegn, eller 11 sifre, eller bruk riktig skjema.",
        sv: "{value} kan inte vara en italiensk skattekod (schema 0210)." => "Rätta numret, 16 tecken, eller 11 siffror, eller använd rätt schema.",
    }
    COMMON_R046 = "PEPPOL-COMMON-R046" Warning ["BT-34", "BT-49"] shows Own,
        if |at| Ok(codice_fiscale(&own(at))) => {
        en: "{value} cannot be an Italian tax code (scheme 9907)." => "Correct the number, 16 characters, or 11 digits, or use the right scheme.",
        nb: "{value} kan ikke være en italiensk skattekode (skjema 9907)." => "Rett nummeret, 16 tegn, eller 11 sifre, eller bruk riktig skjema.",
        sv: "{value} kan inte vara en italiensk skattekod (schema 9907)." => "Rätta numret, 16 tecken, eller 11 siffror, eller använd rätt schema.",
    }
    COMMON_R047 = "PEPPOL-COMMON-R047" Warning ["BT-29", "BT-30", "BT-31", "BT-34", "BT-46", "BT-47", "BT-48", "BT-49", "BT-60", "BT-61", "BT-63"] shows Own,
        if |at| partita_iva(at) => {
        en: "{value} cannot be an Italian VAT number (scheme 0211)." => "Correct the number, IT and 11 digits with check digit, or use the right scheme.",
        nb: "{value} kan ikke være et italiensk MVA-nummer (skjema 0211)." => "Rett nummeret, IT og 11 sifre med kontrollsiffer, eller bruk riktig skjema.",
        sv: "{value} kan inte vara ett italienskt momsnummer (schema 0211)." => "Rätta numret, IT och 11 siffror med kontrollsiffra, eller använd rätt schema.",
    }
    COMMON_R049 = "PEPPOL-COMMON-R049" Fatal ["BT-29", "BT-30", "BT-31", "BT-34", "BT-46", "BT-47", "BT-48", "BT-49", "BT-60", "BT-61", "BT-63"] shows Own,
        if |at| swedish_number(at) => {
        en: "{value} cannot be a Swedish organisation number (scheme 0007)." => "Correct the number, ten digits with check digit, or use the right scheme.",
        nb: "{value} kan ikke være et svensk organisasjonsnummer (skjema 0007)." => "Rett nummeret, ti sifre med kontrollsiffer, eller bruk riktig skjema.",
        sv: "{value} kan inte vara ett svenskt organisationsnummer (schema 0007)." => "Rätta numret, tio siffror med kontrollsiffra, eller använd rätt schema.",
    }
    COMMON_R050 = "PEPPOL-COMMON-R050" Fatal ["BT-29", "BT-30", "BT-31", "BT-34", "BT-46", "BT-47", "BT-48", "BT-49", "BT-60", "BT-61", "BT-63"] shows Own,
        if |at| Ok(abn(&own(at))) => {
        en: "{value} cannot be an Australian business number (scheme 0151)." => "Correct the number, eleven digits with check digits, or use the right scheme.",
        nb: "{value} kan ikke være et australsk ABN (skjema 0151)." => "Rett nummeret, elleve sifre med kontrollsifre, eller bruk riktig skjema.",
        sv: "{value} kan inte vara ett australiskt ABN (schema 0151)." => "Rätta numret, elva siffror med kontrollsiffror, eller använd rätt schema.",
    }
    COMMON_R054 = "PEPPOL-COMMON-R054" Warning ["BT-29", "BT-30", "BT-31", "BT-34", "BT-46", "BT-47", "BT-48", "BT-49", "BT-60", "BT-61", "BT-63"] shows Own,
        if |at| Ok(digits(&own(at), 8)) => {
        en: "{value} cannot be a Dutch KVK number (scheme 0106)." => "Correct the number, eight digits, or use the right scheme.",
        nb: "{value} kan ikke være et nederlandsk KVK-nummer (skjema 0106)." => "Rett nummeret, åtte sifre, eller bruk riktig skjema.",
        sv: "{value} kan inte vara ett nederländskt KVK-nummer (schema 0106)." => "Rätta numret, åtta siffror, eller använd rätt schema.",
    }
    COMMON_R055 = "PEPPOL-COMMON-R055" Warning ["BT-29", "BT-30", "BT-31", "BT-34", "BT-46", "BT-47", "BT-48", "BT-49", "BT-60", "BT-61", "BT-63"] shows Own,
        if |at| Ok(digits(&own(at), 20)) => {
        en: "{value} cannot be a Dutch OIN number (scheme 0190)." => "Correct the number, twenty digits, or use the right scheme.",
        nb: "{value} kan ikke være et nederlandsk OIN-nummer (skjema 0190)." => "Rett nummeret, tjue sifre, eller bruk riktig skjema.",
        sv: "{value} kan inte vara ett nederländskt OIN-nummer (schema 0190)." => "Rätta numret, tjugo siffror, eller använd rätt schema.",
    }
    COMMON_R056_1 = "PEPPOL-COMMON-R056-1" Warning ["BT-29", "BT-30", "BT-31", "BT-34", "BT-46", "BT-47", "BT-48", "BT-49", "BT-60", "BT-61", "BT-63"] shows Own,
        if |at| Ok(dutch_vat(&own(at))) => {
        en: "{value} cannot be a Dutch VAT number (scheme 9944)." => "Correct the number, NL, nine digits, B and two digits, or use the right scheme.",
        nb: "{value} kan ikke være et nederlandsk MVA-nummer (skjema 9944)." => "Rett nummeret, NL, ni sifre, B og to sifre, eller bruk riktig skjema.",
        sv: "{value} kan inte vara ett nederländskt momsnummer (schema 9944)." => "Rätta numret, NL, nio siffror, B och två siffror, eller använd rätt schema.",
    }
    COMMON_R056_2 = "PEPPOL-COMMON-R056-2" Warning ["BT-31", "BT-48", "BT-63"] shows Own,
        if |at| Ok(dutch_vat(&own(at))) => {
        en: "{value} starts like a Dutch VAT number but is not built as one." => "Write NL, nine digits, the letter B and two digits, without blanks.",
        nb: "{value} starter som et nederlandsk MVA-nummer, men er ikke bygd slik." => "Skriv NL, ni sifre, bokstaven B og to sifre, uten mellomrom.",
        sv: "{value} börjar som ett nederländskt momsnummer men är inte byggt så." => "Skriv NL, nio siffror, bokstaven B och två siffror, utan mellanslag.",
    }
    COMMON_R057 = "PEPPOL-COMMON-R057" Warning ["BT-29", "BT-30", "BT-31", "BT-34", "BT-46", "BT-47", "BT-48", "BT-49", "BT-60", "BT-61", "BT-63"] shows Own,
        if |at| Ok(digits(&own(at), 12)) => {
        en: "{value} cannot be a Dutch establishment number (scheme 0217)." => "Correct the number, twelve digits, or use the right scheme.",
        nb: "{value} kan ikke være et nederlandsk bedriftsnummer (skjema 0217)." => "Rett nummeret, tolv sifre, eller bruk riktig skjema.",
        sv: "{value} kan inte vara ett nederländskt arbetsställenummer (schema 0217)." => "Rätta numret, tolv siffror, eller använd rätt schema.",
    }
}

/// S0088: the rules of this context, in order.
pub static S0088: &[&Rule] = &[&COMMON_R040];

/// S0192: the rules of this context, in order.
pub static S0192: &[&Rule] = &[&COMMON_R041];

/// S0184: the rules of this context, in order.
pub static S0184: &[&Rule] = &[&COMMON_R042];

/// S0096: the rules of this context, in order.
pub static S0096: &[&Rule] = &[&COMMON_R052];

/// S0198: the rules of this context, in order.
pub static S0198: &[&Rule] = &[&COMMON_R053];

/// S0208: the rules of this context, in order.
pub static S0208: &[&Rule] = &[&COMMON_R043];

/// S0201: the rules of this context, in order.
pub static S0201: &[&Rule] = &[&COMMON_R044];

/// S0210: the rules of this context, in order.
pub static S0210: &[&Rule] = &[&COMMON_R045];

/// S9907: the rules of this context, in order.
pub static S9907: &[&Rule] = &[&COMMON_R046];

/// S0211: the rules of this context, in order.
pub static S0211: &[&Rule] = &[&COMMON_R047];

/// S0007: the rules of this context, in order.
pub static S0007: &[&Rule] = &[&COMMON_R049];

/// S0151: the rules of this context, in order.
pub static S0151: &[&Rule] = &[&COMMON_R050];

/// S0106: the rules of this context, in order.
pub static S0106: &[&Rule] = &[&COMMON_R054];

/// S0190: the rules of this context, in order.
pub static S0190: &[&Rule] = &[&COMMON_R055];

/// S9944: the rules of this context, in order.
pub static S9944: &[&Rule] = &[&COMMON_R056_1];

/// Dutch vat: the rules of this context, in order.
pub static DUTCH_VAT: &[&Rule] = &[&COMMON_R056_2];

/// S0217: the rules of this context, in order.
pub static S0217: &[&Rule] = &[&COMMON_R057];
