//! The customer card: who receives, and how the company wants him to be reached.

use crate::domain::company::Settings;
use crate::domain::contact::{Email, Phone};
use crate::domain::country::Country;
use crate::domain::finding::{Fault, Finding};
use crate::domain::identifier::Identifier;
use crate::domain::named::named;
use crate::domain::number::{OrgNumber, VatNumber};
use crate::domain::party::{Address, Contact, Endpoint, Party};
use crate::domain::words::{Language, words};
use serde::{Deserialize, Serialize};

/// Business or private person: what decides which channels there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A business, public bodies included.
    Business,
    /// A consumer.
    Private,
}

impl Kind {
    /// Reads the word of the request.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        match text {
            "business" => Ok(Self::Business),
            "private" => Ok(Self::Private),
            _ => Err(Fault::new(&CUSTOMER_KIND)),
        }
    }

    /// The word in replies.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Business => "business",
            Self::Private => "private",
        }
    }
}

named! {
    /// How the company wants this customer's invoices distributed.
    pub enum Mode {
        /// The library decides for every invoice.
        Automatic = "automatic",
        /// Electronically; a business not at all otherwise, a private customer else on paper.
        Electronic = "electronic",
        /// By e-mail, else on paper.
        Email = "email",
        /// On paper, by the print service.
        Print = "print",
        /// The ERP's user does it himself.
        Oneself = "self",
    }
}

impl Mode {
    /// Reads the word of the request.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        Self::named(text).ok_or(Fault::new(&CUSTOMER_MODE))
    }

    /// Whether the customer may get documents electronically in it.
    pub const fn reaches_electronically(self) -> bool {
        matches!(self, Self::Automatic | Self::Electronic)
    }
}

/// How one customer's documents are distributed. New customers inherit it from their class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handling {
    /// Which way
    pub mode: Mode,
    /// A private customer may get eFaktura and Vipps
    pub efaktura: bool,
    /// The document goes without the invoice PDF
    pub omit_pdf: bool,
    /// The first attachment is the invoice's image; only without the PDF
    pub first_attachment_is_image: bool,
}

impl Handling {
    /// What is usual in this mode.
    pub const fn usual(mode: Mode) -> Self {
        Self { mode, efaktura: true, omit_pdf: false, first_attachment_is_image: false }
    }
}

/// A class that new customers inherit from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Class {
    /// Its name
    pub name: String,
    /// What new customers inherit
    pub handling: Handling,
}

/// A customer of one company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Customer {
    /// Customer number: the eFaktura reference of a consumer
    pub number: String,
    /// Name (BT-44)
    pub name: String,
    /// Business or private
    pub kind: Kind,
    /// Organisation number (BT-47)
    pub org: Option<OrgNumber>,
    /// VAT number (BT-48)
    pub vat: Option<VatNumber>,
    /// Postal address (BG-8)
    pub address: Option<Address>,
    /// Every phone field as it was given, by name; the company's settings say which is the mobile
    pub phones: Vec<(String, Phone)>,
    /// E-mail
    pub email: Option<Email>,
    /// Contact person (BT-56)
    pub contact_name: Option<String>,
    /// Language of what the customer gets
    pub language: Option<Language>,
    /// Electronic address; from the organisation number when none is given
    pub endpoint: Option<Endpoint>,
    /// Buyer reference (BT-10) used when an invoice has none
    pub buyer_reference: Option<String>,
    /// The class it was added in
    #[serde(default)]
    pub class: Option<String>,
    /// How to distribute
    pub handling: Handling,
    /// The host's own key
    pub host_key: Option<String>,
}

impl Customer {
    /// The phone field that the company's settings call the mobile.
    pub fn mobile(&self, settings: &Settings) -> Option<&Phone> {
        let named = self.phones.iter().find(|(field, _)| *field == settings.mobile_field);
        named.map(|(_, phone)| phone)
    }

    /// How a consumer can be asked something: by SMS, else by mail.
    pub fn asked_by(&self, settings: &Settings) -> Option<&'static str> {
        let mobile = self.mobile(settings).is_some_and(Phone::may_be_mobile);
        match (mobile, &self.email) {
            (true, _) => Some("sms"),
            (false, Some(_)) => Some("email"),
            (false, None) => None,
        }
    }

    /// The electronic address, unless the network would refuse every document with it. Cards are
    /// checked when they are kept; those of earlier versions were not.
    pub fn usable_endpoint(&self) -> Option<&Endpoint> {
        self.endpoint.as_ref().filter(|endpoint| endpoint.is_taken())
    }

    /// The customer as the buyer of a document. `home` stands in for a missing country.
    pub fn buyer(&self, settings: &Settings, home: &Country) -> Party {
        let bare = || Address {
            street: None,
            street2: None,
            street3: None,
            post_code: None,
            place: None,
            subdivision: None,
            country: home.clone(),
        };
        // A number that its scheme refuses stands without one.
        let (org, other) = self.org.clone().map_or((None, None), |org| match org.is_taken() {
            true => (Some(org), None),
            false => (None, Some(Identifier::plain(org.digits().to_owned()))),
        });
        Party {
            name: self.name.clone(),
            org,
            vat: self.vat.clone(),
            identifier: Some(self.number.clone()),
            address: self.address.clone().unwrap_or_else(bare),
            contact: Contact {
                name: self.contact_name.clone(),
                phone: self.mobile(settings).cloned(),
                email: self.email.clone(),
            },
            endpoint: self.usable_endpoint().cloned(),
            account: None,
            tax_mark: None,
            trading_name: None,
            legal_form: None,
            identifiers: Vec::new(),
            registration: other,
        }
    }

    /// What the chosen mode lacks on the card, told when it is chosen and not when an invoice
    /// fails.
    pub fn mode_findings(&self, settings: &Settings, sender: &Country) -> Vec<Finding> {
        let mut found = Vec::new();
        // eFaktura and Vipps are what wants an address, and only Norwegian companies have them.
        let wanted = self.kind == Kind::Private && self.handling.efaktura;
        let consumer = wanted && sender.is_norway();
        if consumer && self.handling.mode.reaches_electronically() {
            found.extend(self.consumer_address_findings());
            if self.mobile(settings).is_none() && self.email.is_none() {
                found.push(Finding::warning(&CONSUMER_UNREACHABLE).at("/mobile"));
            }
        }
        if self.handling.mode == Mode::Email && self.email.is_none() {
            found.push(Finding::warning(&MODE_EMAIL_WITHOUT_ADDRESS).at("/email"));
        }
        if self.handling.mode == Mode::Print
            && !self.address.as_ref().is_some_and(Address::takes_letters)
        {
            found.push(Finding::warning(&MODE_PRINT_WITHOUT_ADDRESS).at("/address"));
        }
        found
    }

    fn consumer_address_findings(&self) -> Vec<Finding> {
        let Some(address) = &self.address else {
            return vec![Finding::fatal(&CONSUMER_ADDRESS_MISSING).at("/address").term("BG-8")];
        };
        if !address.country.is_norway() {
            let abroad = Finding::fatal(&CONSUMER_ADDRESS_ABROAD).at("/address/country");
            return vec![abroad.value(&address.country).term("BT-55")];
        }
        let missing = |part| {
            let at = format!("/address/{part}");
            Finding::fatal(&CONSUMER_ADDRESS_MISSING).at(at).term("BG-8")
        };
        address.missing_parts().map(missing).collect()
    }
}

words! {
    CUSTOMER_KIND = "customer_kind" {
        en: "\"{value}\" is not a kind of customer." => "Use business or private.",
        nb: "«{value}» er ikke en kundetype." => "Bruk business eller private.",
        sv: "”{value}” är inte en kundtyp." => "Använd business eller private.",
    }
    CUSTOMER_MODE = "customer_mode" {
        en: "\"{value}\" is not a distribution mode." => "Use automatic, electronic, email, print or self.",
        nb: "«{value}» er ikke en distribusjonsmåte." => "Bruk automatic, electronic, email, print eller self.",
        sv: "”{value}” är inte ett distributionssätt." => "Använd automatic, electronic, email, print eller self.",
    }
    CLASS_UNKNOWN = "customer_class_unknown" {
        en: "There is no customer class \"{value}\"." => "Add it with customer_class_put, or leave class out.",
        nb: "Det finnes ingen kundeprofil «{value}»." => "Legg den til med customer_class_put, eller utelat class.",
        sv: "Det finns ingen kundklass ”{value}”." => "Lägg till den med customer_class_put, eller utelämna class.",
    }
    IMAGE_WITHOUT_OMIT = "image_without_omit_pdf" {
        en: "The first attachment can only be the invoice's image where the invoice PDF is left out." => "Send omit_pdf true too, or first_attachment_is_image false.",
        nb: "Det første vedlegget kan bare vise fakturaen når faktura-PDF-en utelates." => "Send også omit_pdf true, eller first_attachment_is_image false.",
        sv: "Den första bilagan kan bara visa fakturan när faktura-PDF:en utelämnas." => "Skicka även omit_pdf true, eller first_attachment_is_image false.",
    }
    CUSTOMER_UNKNOWN = "customer_unknown" {
        en: "No customer has the number \"{value}\"." => "Add the customer with customer_put, or correct the number.",
        nb: "Ingen kunde har nummer «{value}»." => "Legg til kunden med customer_put, eller rett nummeret.",
        sv: "Ingen kund har numret ”{value}”." => "Lägg till kunden med customer_put, eller rätta numret.",
    }
    CONSUMER_ADDRESS_MISSING = "consumer_address_missing" {
        en: "A consumer who shall get eFaktura needs street, post code and place." => "Complete the address, or choose the mode email, print or self.",
        nb: "En forbruker som skal få eFaktura må ha gateadresse, postnummer og poststed." => "Fyll ut adressen, eller velg distribusjonsmåte email, print eller self.",
        sv: "En konsument som ska få eFaktura behöver gata, postnummer och ort." => "Fyll i adressen, eller välj distributionssätt email, print eller self.",
    }
    CONSUMER_ADDRESS_ABROAD = "consumer_address_abroad" {
        en: "eFaktura and Vipps reach consumers in Norway only; this address is in {value}." => "Choose the mode email, print or self for this customer.",
        nb: "eFaktura og Vipps når bare forbrukere i Norge; denne adressen er i {value}." => "Velg distribusjonsmåte email, print eller self for denne kunden.",
        sv: "eFaktura och Vipps når bara konsumenter i Norge; denna adress är i {value}." => "Välj distributionssätt email, print eller self för denna kund.",
    }
    CONSUMER_UNREACHABLE = "consumer_without_mobile_and_email" {
        en: "The consumer has neither mobile nor e-mail, so neither Vipps nor an e-mail can reach him." => "Ask the customer for a mobile number; until then letters go out.",
        nb: "Forbrukeren har verken mobil eller e-post, så verken Vipps eller e-post når fram." => "Be kunden om mobilnummer; inntil da sendes brev.",
        sv: "Konsumenten har varken mobil eller e-post, så varken Vipps eller e-post når fram." => "Be kunden om mobilnummer; till dess skickas brev.",
    }
    MODE_EMAIL_WITHOUT_ADDRESS = "mode_email_without_address" {
        en: "The customer shall get e-mail but has no e-mail address." => "Add the address; until then letters go out.",
        nb: "Kunden skal ha e-post, men har ingen e-postadresse." => "Legg inn adressen; inntil da sendes brev.",
        sv: "Kunden ska få e-post men har ingen e-postadress." => "Lägg in adressen; till dess skickas brev.",
    }
    MODE_PRINT_WITHOUT_ADDRESS = "mode_print_without_address" {
        en: "The customer shall get letters but the postal address is not complete." => "Fill in street, post code and place.",
        nb: "Kunden skal ha brev, men postadressen er ikke fullstendig." => "Fyll ut gate, postnummer og poststed.",
        sv: "Kunden ska få brev men postadressen är inte fullständig." => "Fyll i gata, postnummer och ort.",
    }
    CUSTOMER_ORG_MISSING = "business_without_organisation_number" {
        en: "The business customer has no organisation number, so no directory can be asked." => "Add the organisation number or an endpoint; until then e-mail or letters go out.",
        nb: "Bedriftskunden har ikke organisasjonsnummer, så ingen registre kan spørres." => "Legg inn organisasjonsnummer eller endpoint; inntil da sendes e-post eller brev.",
        sv: "Företagskunden har inget organisationsnummer, så inget register kan frågas." => "Lägg in organisationsnummer eller endpoint; till dess skickas e-post eller brev.",
    }
}
