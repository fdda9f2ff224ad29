//! What is said of a company.

use crate::domain::claim::Ground;
use crate::domain::company::{
    Company, ExchangeUser, REGISTRATION_PENDING, Registration, Settings, refusal_words,
};
use crate::domain::failure::Failure;
use crate::domain::finding::Fault;
use crate::domain::kyc::KYC_MISSING;
use crate::domain::role::Role;
use crate::domain::words::{Language, fill};
use crate::office::Office;
use crate::office::protocol::reply::AddressReply;
use crate::office::protocol::request::Call;
use crate::store::Tx;
use schemars::JsonSchema;
use serde::Serialize;

/// A company as it stands.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CompanyReply {
    /// Organisation number: what other requests give in the field company.
    pub organisation_number: String,
    /// Country of the organisation number.
    pub country: String,
    /// Legal name.
    pub name: String,
    /// VAT number (BT-31), none when not registered for VAT.
    pub vat_number: Option<String>,
    /// Postal address.
    pub address: AddressReply,
    /// E-mail.
    pub email: String,
    /// Telephone.
    pub phone: String,
    /// Where customers pay.
    pub bank_account: String,
    /// registering, registered or refused.
    pub registration: &'static str,
    /// Code of the exchange's refusal.
    pub refusal: Option<String>,
    /// unverified, verified, or unknown for companies that are exempt.
    pub verification: &'static str,
    /// none, ordered, mail_sent, signed, active, declined, held_elsewhere, ending or ended.
    pub agreement: &'static str,
    /// Organisation number of the main company, for a sub-unit.
    pub sub_unit_of: Option<String>,
    /// Whether the exchange's API key is kept.
    pub has_api_key: bool,
    /// The user at the exchange.
    pub exchange_user: ExchangeUserReply,
    /// The accepted terms.
    pub terms: TermsReply,
    /// The company's settings.
    pub settings: SettingsReply,
    /// Distribution modes that customers can have now.
    pub modes: Vec<&'static str>,
    /// What to do next, if anything is missing.
    pub next_step: Option<String>,
}

/// The user at the exchange; never the key.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ExchangeUserReply {
    /// new or existing.
    pub kind: &'static str,
    /// User name: the e-mail of a new user.
    pub user_name: String,
}

/// The accepted terms.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TermsReply {
    /// Which version.
    pub version: String,
    /// By whom.
    pub accepted_by: String,
    /// When.
    pub accepted_at: String,
}

/// The company's settings.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SettingsReply {
    /// E-mail may be used.
    pub email: bool,
    /// The print service may be used.
    pub print: bool,
    /// The function for consumer invoices is switched on.
    pub b2c: bool,
    /// Buyer reference for business customers that gave none.
    pub default_buyer_reference: Option<String>,
    /// Which phone field of a customer is the mobile.
    pub mobile_field: String,
    /// Days to pay when an invoice has no due date.
    pub payment_days: u16,
    /// Whom a receiver may ask: name.
    pub contact_name: Option<String>,
    /// Whom a receiver may ask: e-mail.
    pub contact_email: Option<String>,
    /// Whom a receiver may ask: telephone.
    pub contact_phone: Option<String>,
    /// The sender's name in mails.
    pub sender_name: Option<String>,
    /// The company's own text in mails.
    pub email_text: Option<String>,
    /// How the PDF goes with a mail: attached, merged or link.
    pub email_pdf: &'static str,
    /// Attachments go along unless they are marked not to.
    pub mark_attachments: bool,
    /// The print service uses the ERP's own PDF.
    pub own_pdf: bool,
    /// The print service prints in colour.
    pub print_colour: bool,
    /// Consumers who get nothing electronically are asked, and their documents wait.
    pub ask_consumers: bool,
    /// For how many days they wait.
    pub ask_days: u8,
    /// Whether the exchange can ask consumers.
    pub exchange_asks: bool,
    /// For how many hours a look-up counts.
    pub lookup_hours: u16,
    /// The ground of claims against consumers that state none.
    pub claim_ground: Option<&'static str>,
    /// The roles that activate.
    pub activation_by: Vec<&'static str>,
}

/// The company as a reply.
pub fn describe<T>(
    office: &Office,
    tx: &Tx<'_>,
    id: i64,
    call: &Call<T>,
) -> Result<CompanyReply, Failure> {
    let company = tx.company_by_id(id)?.ok_or_else(|| {
        Failure::not_found(Fault::new(&crate::domain::company::COMPANY_UNKNOWN).with("company", id))
    })?;
    let verification = tx.kyc(id)?.verification(company.card.activated_on);
    let card = &company.card;
    let registered = company.registration == Registration::Registered;
    let modes: &[&str] = if registered {
        &["automatic", "electronic", "email", "print", "self"]
    } else {
        &["email", "print", "self"]
    };
    Ok(CompanyReply {
        organisation_number: card.org.digits().to_owned(),
        country: card.country().to_string(),
        name: card.name.clone(),
        vat_number: card.vat.as_ref().map(|vat| vat.text().to_owned()),
        address: (&card.address).into(),
        email: card.email.to_string(),
        phone: card.phone.to_string(),
        bank_account: card.account.to_string(),
        registration: company.registration.word(),
        refusal: company.refusal.clone(),
        verification: verification.word(),
        agreement: tx.agreement(id)?.state(call.now).word(),
        sub_unit_of: card.parent.as_ref().map(|parent| parent.digits().to_owned()),
        has_api_key: company.has_api_key,
        exchange_user: match &card.user {
            ExchangeUser::New { email, .. } => {
                ExchangeUserReply { kind: "new", user_name: email.to_string() }
            }
            ExchangeUser::Existing { user_name } => {
                ExchangeUserReply { kind: "existing", user_name: user_name.clone() }
            }
        },
        terms: TermsReply {
            version: card.terms.version.clone(),
            accepted_by: card.terms.accepted_by.clone(),
            accepted_at: card.terms.accepted_at.to_string(),
        },
        settings: settings_reply(&company.settings, &office.config.activation_by),
        modes: modes.to_vec(),
        next_step: next_step(&company, verification.may_send(), call.language),
    })
}

/// What the company has to do before it can send everything; none where nothing is left.
fn next_step(company: &Company, may_send: bool, language: Language) -> Option<String> {
    let refusal = company.refusal.as_deref().unwrap_or_default();
    let fix = match company.registration {
        Registration::Registering => &REGISTRATION_PENDING.fix,
        Registration::Refused => &refusal_words(refusal).fix,
        Registration::Registered if !may_send => &KYC_MISSING.fix,
        Registration::Registered => return None,
    };
    Some(fill(fix.in_language(language), &[("company", company.card.org.digits().to_owned())]))
}

/// The settings as a reply.
pub fn settings_reply(settings: &Settings, activation_by: &[Role]) -> SettingsReply {
    SettingsReply {
        email: settings.email,
        print: settings.print,
        b2c: settings.b2c,
        default_buyer_reference: settings.default_buyer_reference.clone(),
        mobile_field: settings.mobile_field.clone(),
        payment_days: settings.payment_days,
        contact_name: settings.contact.name.clone(),
        contact_email: settings.contact.email.as_ref().map(ToString::to_string),
        contact_phone: settings.contact.phone.as_ref().map(ToString::to_string),
        sender_name: settings.sender_name.clone(),
        email_text: settings.email_text.clone(),
        email_pdf: settings.email_pdf.word(),
        mark_attachments: settings.mark_attachments,
        own_pdf: settings.own_pdf,
        print_colour: settings.print_colour,
        ask_consumers: settings.asking.asks,
        ask_days: settings.asking.days,
        exchange_asks: !settings.exchange_cannot_ask,
        lookup_hours: settings.lookup_hours,
        claim_ground: settings.claim_ground.map(Ground::word),
        activation_by: settings
            .activation_by
            .as_deref()
            .unwrap_or(activation_by)
            .iter()
            .map(|role| role.word())
            .collect(),
    }
}
