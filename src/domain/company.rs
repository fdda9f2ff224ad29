//! The company that sends: registration at the exchange, settings and what follows from them.

mod settings;

use crate::domain::account::Account;
use crate::domain::contact::{Email, Phone};
use crate::domain::country::Country;
use crate::domain::machine::Machine;
use crate::domain::named::named;
use crate::domain::number::{OrgNumber, VatNumber};
use crate::domain::party::{Address, Contact, Endpoint, Party};
use crate::domain::words::{Language, Words, words};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

named! {
    /// How far the registration at the exchange is.
    pub enum Registration {
        /// Stored here, on its way to the exchange.
        Registering = "registering",
        /// The exchange has it.
        Registered = "registered",
        /// The exchange said no.
        Refused = "refused",
    }
}

named! {
    /// What can happen to a registration.
    pub enum Event {
        /// Sent again with corrected data
        Corrected = "corrected",
        /// The exchange has it
        Accepted = "accepted",
        /// The exchange said no
        Refused = "refused",
    }
}

/// The registration's life. A company that nobody has registered begins with `registering`.
pub const REGISTRATION: Machine<Registration, Event> = Machine {
    name: "registration",
    arrows: &[
        (Registration::Registering, Event::Accepted, Registration::Registered),
        (Registration::Registering, Event::Refused, Registration::Refused),
        (Registration::Refused, Event::Corrected, Registration::Registering),
        // Accepted, and then arrived, or refused after all.
        (Registration::Registered, Event::Accepted, Registration::Registered),
        (Registration::Registered, Event::Refused, Registration::Refused),
    ],
};

/// The company's card: what the exchange is told of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Legal name (BT-27)
    pub name: String,
    /// Organisation number (BT-30)
    pub org: OrgNumber,
    /// VAT number (BT-31), none when not registered for VAT
    pub vat: Option<VatNumber>,
    /// Postal address (BG-5)
    pub address: Address,
    /// The company's own e-mail
    pub email: Email,
    /// The company's own telephone
    pub phone: Phone,
    /// Where customers pay to (BT-84)
    pub account: Account,
    /// BT-32: the register or approval that the country wants on invoices
    pub tax_mark: Option<String>,
    /// The day the company was activated at the exchange
    pub activated_on: Date,
    /// Who uses the exchange for the company
    pub user: ExchangeUser,
    /// Which terms were accepted
    pub terms: Terms,
    /// The company that this one is a sub-unit of
    #[serde(default)]
    pub parent: Option<OrgNumber>,
}

impl Card {
    /// The company as the seller of a document.
    pub fn seller(&self) -> Party {
        Party {
            name: self.name.clone(),
            org: Some(self.org.clone()),
            vat: self.vat.clone(),
            identifier: None,
            address: self.address.clone(),
            contact: Contact {
                name: None,
                phone: Some(self.phone.clone()),
                email: Some(self.email.clone()),
            },
            endpoint: Endpoint::of(&self.org),
            account: Some(self.account.clone()),
            tax_mark: self.tax_mark.clone(),
            trading_name: None,
            legal_form: None,
            identifiers: Vec::new(),
            registration: None,
        }
    }

    /// The country whose law and calendar the company follows.
    pub const fn country(&self) -> &Country {
        self.org.country()
    }
}

/// The user that the exchange knows. The API key is not here: it lies encrypted in the store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ExchangeUser {
    /// To be made by the exchange, which answers with an API key.
    New {
        /// Name
        name: String,
        /// E-mail, also the user name
        email: Email,
        /// Telephone
        phone: Phone,
    },
    /// Already there; its key was pasted in.
    Existing {
        /// User name
        user_name: String,
    },
}

impl ExchangeUser {
    /// The address of the first user with the role customer administrator.
    pub fn email(&self) -> Option<Email> {
        match self {
            Self::New { email, .. } => Some(email.clone()),
            Self::Existing { user_name } => Email::parse(user_name).ok(),
        }
    }
}

/// The terms of the exchange as accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// Version
    pub version: String,
    /// Who accepted
    pub accepted_by: String,
    /// When
    pub accepted_at: Timestamp,
}

pub use settings::{ALL as SETTINGS, ASK_DAYS, Asking, EmailPdf, LOOKUP_HOURS, Settings};

/// A company as the store knows it.
#[derive(Clone, Debug)]
pub struct Company {
    /// The store's own key.
    pub id: i64,
    /// What the exchange is told.
    pub card: Card,
    /// How far the registration is.
    pub registration: Registration,
    /// Why the exchange refused, as its code.
    pub refusal: Option<String>,
    /// What the company decided.
    pub settings: Settings,
    /// Whether an API key lies encrypted in the store.
    pub has_api_key: bool,
}

impl Company {
    /// The language of whoever says nothing about it: that of the company's country.
    pub fn language(&self) -> Language {
        match self.card.country().code() {
            "NO" => Language::Nb,
            "SE" => Language::Sv,
            _ => Language::En,
        }
    }
}

/// The company forms that must name the register on invoices (foretaksregisterloven § 10-2).
pub fn norwegian_tax_mark(form: &str) -> Option<String> {
    matches!(form, "AS" | "ASA" | "NUF").then(|| "Foretaksregisteret".to_owned())
}

/// What the exchange answers when another account holds the organisation number.
pub const TAKEN: &str = "organisation_number_taken";

/// The sentence behind a refusal of the exchange.
pub fn refusal_words(code: &str) -> &'static Words {
    if code == TAKEN { &ORGANISATION_NUMBER_TAKEN } else { &REGISTRATION_REFUSED }
}

words! {
    COMPANY_UNKNOWN = "company_unknown" {
        en: "No company \"{company}\" is registered in this store." => "Register it with company_register, or correct the field company.",
        nb: "Ingen firma «{company}» er registrert i dette lageret." => "Registrer det med company_register, eller rett feltet company.",
        sv: "Inget företag ”{company}” är registrerat i detta lager." => "Registrera det med company_register, eller rätta fältet company.",
    }
    COMPANY_AMBIGUOUS = "company_ambiguous" {
        en: "The store holds several companies and the request names none." => "Give the organisation number in the field company.",
        nb: "Lageret har flere firmaer, og forespørselen nevner ingen." => "Oppgi organisasjonsnummeret i feltet company.",
        sv: "Lagret har flera företag och begäran nämner inget." => "Ange organisationsnumret i fältet company.",
    }
    COMPANY_COUNTRY = "company_country_not_supported" {
        en: "A company in {value} cannot be registered as a sender." => "Senders are Norwegian (NO) or Swedish (SE) companies.",
        nb: "Et firma i {value} kan ikke registreres som avsender." => "Avsendere er norske (NO) eller svenske (SE) firmaer.",
        sv: "Ett företag i {value} kan inte registreras som avsändare." => "Avsändare är svenska (SE) eller norska (NO) företag.",
    }
    COMPANY_ADDRESS_ABROAD = "company_address_abroad" {
        en: "The address is in {value}, but the organisation number is from {country}." => "Give the address that the company is registered with.",
        nb: "Adressen er i {value}, men organisasjonsnummeret er fra {country}." => "Oppgi adressen firmaet er registrert med.",
        sv: "Adressen är i {value}, men organisationsnumret är från {country}." => "Ange adressen som företaget är registrerat på.",
    }
    REGISTRATION_DIFFERS = "company_registered_differently" {
        en: "{company} is already registered with other data ({field})." => "Change settings with company_configure; to correct the registration itself ask the exchange.",
        nb: "{company} er allerede registrert med andre opplysninger ({field})." => "Endre innstillinger med company_configure; selve registreringen rettes hos meldingssentralen.",
        sv: "{company} är redan registrerat med andra uppgifter ({field})." => "Ändra inställningar med company_configure; själva registreringen rättas hos tjänsten.",
    }
    REGISTRATION_PENDING = "registration_pending" {
        en: "The registration has not reached the exchange yet." => "Run outbox_run, or carry it with outbox_claim and outbox_settle.",
        nb: "Registreringen er ikke kommet fram til meldingssentralen ennå." => "Kjør outbox_run, eller send den selv med outbox_claim og outbox_settle.",
        sv: "Registreringen har inte nått tjänsten ännu." => "Kör outbox_run, eller skicka den själv med outbox_claim och outbox_settle.",
    }
    REGISTRATION_REFUSED = "registration_refused" {
        en: "The exchange refused the registration: {reason}." => "Correct the data that it refused, and call company_register again.",
        nb: "Meldingssentralen avviste registreringen: {reason}." => "Rett opplysningene avslaget gjelder, og kall company_register på nytt.",
        sv: "Tjänsten avvisade registreringen: {reason}." => "Rätta uppgifterna som avslaget gäller och anropa company_register igen.",
    }
    ORGANISATION_NUMBER_TAKEN = "organisation_number_taken" {
        en: "Another account at the exchange holds {company}." => "Register with that account's user and API key, or ask the exchange to move the account.",
        nb: "En annen konto hos meldingssentralen har {company}." => "Registrer med den kontoens bruker og API-nøkkel, eller be meldingssentralen flytte kontoen.",
        sv: "Ett annat konto hos tjänsten har {company}." => "Registrera med det kontots användare och API-nyckel, eller be tjänsten flytta kontot.",
    }
    TERMS_NOT_ACCEPTED = "terms_not_accepted" {
        en: "The terms of the exchange have not been accepted." => "Show them to the user; send terms.accepted true with version and accepted_by.",
        nb: "Vilkårene for elektronisk faktura er ikke godtatt." => "Vis dem til brukeren; send terms.accepted true med version og accepted_by.",
        sv: "Villkoren för tjänsten har inte godkänts." => "Visa dem för användaren; skicka terms.accepted true med version och accepted_by.",
    }
    SECRETS_KEY_MISSING = "secrets_key_missing" {
        en: "An API key cannot be kept, because the handle was opened without secrets_key." => "Open with secrets_key: 64 hexadecimal digits that the host keeps.",
        nb: "En API-nøkkel kan ikke lagres, fordi biblioteket ble åpnet uten secrets_key." => "Åpne med secrets_key: 64 heksadesimale sifre som vertsprogrammet tar vare på.",
        sv: "En API-nyckel kan inte sparas, eftersom biblioteket öppnades utan secrets_key." => "Öppna med secrets_key: 64 hexadecimala siffror som värdprogrammet förvarar.",
    }
    EXCHANGE_USER_KIND = "exchange_user_kind" {
        en: "\"{value}\" is not a kind of exchange user." => "Use new (name, email, phone) or existing (user_name, api_key).",
        nb: "«{value}» er ikke en type bruker." => "Bruk new (name, email, phone) eller existing (user_name, api_key).",
        sv: "”{value}” är inte en typ av användare." => "Använd new (name, email, phone) eller existing (user_name, api_key).",
    }
    API_KEY_OF_NEW_USER = "api_key_of_new_user" {
        en: "A new exchange user has no API key yet." => "Leave api_key out: the exchange gives it; or use kind existing with user_name.",
        nb: "En ny bruker hos meldingssentralen har ingen API-nøkkel ennå." => "Utelat api_key: meldingssentralen gir den; eller bruk kind existing med user_name.",
        sv: "En ny användare hos tjänsten har ingen API-nyckel ännu." => "Utelämna api_key: tjänsten ger den; eller använd kind existing med user_name.",
    }
    PARENT_IS_ITSELF = "parent_is_itself" {
        en: "A company is no sub-unit of itself." => "Give the number of the main company, or leave sub_unit_of out.",
        nb: "Et firma er ikke en underenhet av seg selv." => "Oppgi nummeret til hovedenheten, eller utelat sub_unit_of.",
        sv: "Ett företag är inte en underenhet till sig självt." => "Ange huvudföretagets nummer, eller utelämna sub_unit_of.",
    }
    PREFILL = "prefill_unknown" {
        en: "Contact fields cannot be filled in from \"{value}\"." => "Use company or actor, or leave prefill out.",
        nb: "Kontaktfelt kan ikke fylles inn fra «{value}»." => "Bruk company eller actor, eller utelat prefill.",
        sv: "Kontaktfält kan inte fyllas i från ”{value}”." => "Använd company eller actor, eller utelämna prefill.",
    }
    COMPANY_FORM = "company_form_unknown" {
        en: "\"{value}\" is not a form of company." => "Use the register's short form, such as AS, ASA, ENK, NUF or AB.",
        nb: "«{value}» er ikke en organisasjonsform." => "Bruk registerets kortform, som AS, ASA, ENK eller NUF.",
        sv: "”{value}” är inte en företagsform." => "Använd registrets kortform, som AB, HB, KB eller EF.",
    }
    GIRO_NOT_NORWEGIAN = "account_country" {
        en: "{value} is not an account that a company in {country} is paid to." => "Norwegian companies give an account number or IBAN; Swedish ones bankgiro, plusgiro or IBAN.",
        nb: "{value} er ikke en konto som et firma i {country} får betalt på." => "Norske firmaer oppgir kontonummer eller IBAN; svenske bankgiro, plusgiro eller IBAN.",
        sv: "{value} är inte ett konto som ett företag i {country} får betalt på." => "Svenska företag anger bankgiro, plusgiro eller IBAN; norska kontonummer eller IBAN.",
    }
    MODE_NOT_AVAILABLE = "automatic_not_available" {
        en: "Automatic distribution is not available before the company is registered." => "Finish the registration first; until then choose email, print or self.",
        nb: "Automatisk utsendelse er ikke tilgjengelig før firmaet er registrert." => "Fullfør registreringen først; velg så lenge email, print eller self.",
        sv: "Automatisk distribution är inte tillgänglig innan företaget är registrerat." => "Slutför registreringen först; välj så länge email, print eller self.",
    }
}
