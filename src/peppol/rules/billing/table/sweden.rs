//! Peppol, sellers in Sweden.

use crate::peppol::rules::billing::check::*;
use crate::peppol::rules::billing::nordic::*;
use crate::peppol::rules::number::is_number;
use crate::peppol::rules::rule::{Rule, rules};
use crate::peppol::schema::id::*;
rules! {
    SE_R_001 = "SE-R-001" Fatal ["BT-31"] shows Nothing,
        if |at| se_r_001(at) => {
        en: "The Swedish seller's VAT number does not have 14 characters." => "Write SE, the ten digits of the organisation number, and 01.",
        nb: "Den svenske selgerens MVA-nummer har ikke 14 tegn." => "Skriv SE, organisasjonsnummerets ti sifre og 01.",
        sv: "Den svenska säljarens momsnummer har inte 14 tecken." => "Skriv SE, organisationsnumrets tio siffror och 01.",
    }
    SE_R_002 = "SE-R-002" Fatal ["BT-31"] shows Nothing,
        if |at| se_r_002(at) => {
        en: "The Swedish seller's VAT number has something other than digits after SE." => "Write twelve digits after SE, without hyphen or blanks.",
        nb: "Den svenske selgerens MVA-nummer har annet enn sifre etter SE." => "Skriv tolv sifre etter SE, uten bindestrek eller mellomrom.",
        sv: "Den svenska säljarens momsnummer har annat än siffror efter SE." => "Skriv tolv siffror efter SE, utan bindestreck eller mellanslag.",
    }
    SE_R_003 = "SE-R-003" Fatal ["BT-30"] shows Nothing,
        if |at| Ok(is_number(&at.text(&[CBC_COMPANY_ID])?)) => {
        en: "The Swedish seller's organisation number holds more than digits." => "Write the ten digits only, without hyphen or country code.",
        nb: "Den svenske selgerens organisasjonsnummer har annet enn sifre." => "Skriv bare de ti sifrene, uten bindestrek eller landkode.",
        sv: "Den svenska säljarens organisationsnummer har annat än siffror." => "Skriv bara de tio siffrorna, utan bindestreck eller landskod.",
    }
    SE_R_004 = "SE-R-004" Fatal ["BT-30"] shows Nothing,
        if |at| Ok(at.norm(&[CBC_COMPANY_ID])?.chars().count() == 10) => {
        en: "The Swedish seller's organisation number does not have ten characters." => "Write all ten digits, without hyphen and without 16 in front.",
        nb: "Den svenske selgerens organisasjonsnummer har ikke ti tegn." => "Skriv alle ti sifrene, uten bindestrek og uten 16 foran.",
        sv: "Den svenska säljarens organisationsnummer har inte tio tecken." => "Skriv alla tio siffrorna, utan bindestreck och utan 16 framför.",
    }
    SE_R_013 = "SE-R-013" Fatal ["BT-30"] shows Nothing,
        if |at| Ok(luhn_of_ten(&at.norm(&[CBC_COMPANY_ID])?)) => {
        en: "The check digit of the Swedish seller's organisation number is wrong." => "Compare the number with the company register; a digit is mistyped.",
        nb: "Kontrollsifferet i den svenske selgerens organisasjonsnummer er feil." => "Sammenlign nummeret med foretaksregisteret; et siffer er feil.",
        sv: "Kontrollsiffran i den svenska säljarens organisationsnummer är fel." => "Jämför numret med bolagsregistret; en siffra är fel.",
    }
    SE_R_005 = "SE-R-005" Fatal ["BT-32"] shows Own,
        if |at| se_r_005(at) => {
        en: "The Swedish seller's tax status {value} is not the one text allowed here." => "Write Godkänd för F-skatt, or leave this tax scheme out.",
        nb: "Den svenske selgerens skattestatus {value} er ikke den tillatte teksten." => "Skriv Godkänd för F-skatt, eller utelat denne skatteordningen.",
        sv: "Den svenska säljarens skattestatus {value} är inte den tillåtna texten." => "Skriv Godkänd för F-skatt, eller utelämna detta skatteschema.",
    }
    SE_R_006 = "SE-R-006" Fatal ["BT-119", "BT-96", "BT-103", "BT-152"] shows Nothing,
        if |at| se_r_006(at) => {
        en: "A Swedish seller uses a standard rate that does not exist in Sweden." => "Use 25, 12 or 6 per cent with category S, or another category.",
        nb: "En svensk selger bruker en sats som ikke finnes i Sverige." => "Bruk 25, 12 eller 6 prosent med kategori S, eller en annen kategori.",
        sv: "En svensk säljare använder en skattesats som inte finns i Sverige." => "Använd 25, 12 eller 6 procent med kategori S, eller en annan kategori.",
    }
    SE_R_007 = "SE-R-007" Warning ["BT-84"] shows Own,
        if |at| Ok(is_number(&own(at))) => {
        en: "The Plusgiro number {value} holds something other than digits." => "Write the number without hyphen or blanks in PayeeFinancialAccount/ID.",
        nb: "Plusgiro-nummeret {value} har annet enn sifre i seg." => "Skriv nummeret uten bindestrek eller mellomrom i PayeeFinancialAccount/ID.",
        sv: "Plusgironumret {value} innehåller annat än siffror." => "Skriv numret utan bindestreck eller mellanslag i PayeeFinancialAccount/ID.",
    }
    SE_R_010 = "SE-R-010" Warning ["BT-84"] shows Own,
        if |at| Ok((2..=8).contains(&own(at).chars().count())) => {
        en: "The Plusgiro number {value} is too short or too long." => "Give 2 to 8 digits, as written on the payee's own bills.",
        nb: "Plusgiro-nummeret {value} er for kort eller for langt." => "Oppgi 2 til 8 sifre, slik de står på mottakerens egne regninger.",
        sv: "Plusgironumret {value} är för kort eller för långt." => "Ange 2 till 8 siffror, som de står på mottagarens egna räkningar.",
    }
    SE_R_008 = "SE-R-008" Warning ["BT-84"] shows Own,
        if |at| Ok(is_number(&own(at))) => {
        en: "The Bankgiro number {value} holds something other than digits." => "Write the number without hyphen or blanks in PayeeFinancialAccount/ID.",
        nb: "Bankgiro-nummeret {value} har annet enn sifre i seg." => "Skriv nummeret uten bindestrek eller mellomrom i PayeeFinancialAccount/ID.",
        sv: "Bankgironumret {value} innehåller annat än siffror." => "Skriv numret utan bindestreck eller mellanslag i PayeeFinancialAccount/ID.",
    }
    SE_R_009 = "SE-R-009" Warning ["BT-84"] shows Own,
        if |at| Ok((7..=8).contains(&own(at).chars().count())) => {
        en: "The Bankgiro number {value} is too short or too long." => "Give 7 or 8 digits, as written on the payee's own bills.",
        nb: "Bankgiro-nummeret {value} er for kort eller for langt." => "Oppgi 7 eller 8 sifre, slik de står på mottakerens egne regninger.",
        sv: "Bankgironumret {value} är för kort eller för långt." => "Ange 7 eller 8 siffror, som de står på mottagarens egna räkningar.",
    }
    SE_R_011 = "SE-R-011" Warning ["BT-81"] shows Nothing,
        if |_at| Ok(false) => {
        en: "A Swedish seller asks for giro payment with an outdated code." => "Use code 30, with SE:BANKGIRO or SE:PLUSGIRO in FinancialInstitutionBranch/ID.",
        nb: "En svensk selger ber om girobetaling med en foreldet kode." => "Bruk kode 30, med SE:BANKGIRO eller SE:PLUSGIRO i FinancialInstitutionBranch/ID.",
        sv: "En svensk säljare begär girobetalning med en föråldrad kod." => "Använd kod 30, med SE:BANKGIRO eller SE:PLUSGIRO i FinancialInstitutionBranch/ID.",
    }
    SE_R_012 = "SE-R-012" Warning ["BT-81"] shows Nothing,
        if |_at| Ok(false) => {
        en: "A transfer inside Sweden is marked with code 31, which is for abroad." => "Set PaymentMeansCode to 30 when both parties are in Sweden.",
        nb: "En overføring innen Sverige er merket med kode 31, som er for utlandet." => "Sett PaymentMeansCode til 30 når begge parter er i Sverige.",
        sv: "En betalning inom Sverige är märkt med kod 31, som är för utlandet." => "Sätt PaymentMeansCode till 30 när båda parterna finns i Sverige.",
    }
}

/// Se vat: the rules of this context, in order.
pub static SE_VAT: &[&Rule] = &[&SE_R_001, &SE_R_002];

/// Se company: the rules of this context, in order.
pub static SE_COMPANY: &[&Rule] = &[&SE_R_003, &SE_R_004, &SE_R_013];

/// Se tax: the rules of this context, in order.
pub static SE_TAX: &[&Rule] = &[&SE_R_005];

/// Se rate: the rules of this context, in order.
pub static SE_RATE: &[&Rule] = &[&SE_R_006];

/// Se plusgiro: the rules of this context, in order.
pub static SE_PLUSGIRO: &[&Rule] = &[&SE_R_007, &SE_R_010];

/// Se bankgiro: the rules of this context, in order.
pub static SE_BANKGIRO: &[&Rule] = &[&SE_R_008, &SE_R_009];

/// Se giro code: the rules of this context, in order.
pub static SE_GIRO_CODE: &[&Rule] = &[&SE_R_011];

/// Se transfer code: the rules of this context, in order.
pub static SE_TRANSFER_CODE: &[&Rule] = &[&SE_R_012];
