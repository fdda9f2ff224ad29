//! Who may do what: the kinds of tasks, and the roles that may do them. The catalogue says which
//! task each verb is.
//!
//! The host asserts the role with each request. A request without a role is the host's own doing
//! and may do everything; an ERP that has roles names one in every request.

use crate::domain::finding::Fault;
use crate::domain::named::named;
use crate::domain::words::words;

named! {
    /// The role of whoever calls.
    pub enum Role {
        /// The accounting office that works for the company
        Agency = "agency",
        /// Runs the company in the ERP
        CompanyAdmin = "company_admin",
        /// Looks after how the exchange distributes
        ExchangeAdmin = "exchange_admin",
        /// Everybody else who works with invoices
        User = "user",
    }
}

impl Role {
    /// Reads the word of the request.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        Self::named(text).ok_or(Fault::new(&ROLE_UNKNOWN))
    }
}

/// A kind of task; each verb has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Registration, verification, agreements: the roles of the setting activation_by.
    Activation,
    /// Who has access at the exchange: as activation, and the exchange's administrator.
    Access,
    /// How the exchange distributes.
    DeliverySettings,
    /// What the company decides besides.
    CompanySettings,
    /// What the exchange said about verification and agreement.
    Answers,
    /// Customers, look-ups, documents, carrying, reading.
    Daily,
}

/// The roles that may do a task, given who activates in this company.
pub fn who_may(task: Task, activation_by: &[Role]) -> Vec<Role> {
    let may = |role: &Role| match task {
        Task::Activation => activation_by.contains(role),
        Task::Access => *role == Role::ExchangeAdmin || activation_by.contains(role),
        Task::DeliverySettings => *role == Role::ExchangeAdmin,
        Task::CompanySettings => matches!(role, Role::Agency | Role::CompanyAdmin),
        Task::Answers => *role != Role::User,
        Task::Daily => true,
    };
    Role::ALL.iter().copied().filter(may).collect()
}

/// Refuses who may not, and says who may.
pub fn allow(
    role: Option<Role>,
    verb: &str,
    task: Task,
    activation_by: &[Role],
) -> Result<(), Fault> {
    let allowed = who_may(task, activation_by);
    match role {
        Some(role) if !allowed.contains(&role) => {
            let who: Vec<&str> = allowed.into_iter().map(Role::word).collect();
            let fault = Fault::new(&ROLE_MAY_NOT).with("role", role.word()).with("verb", verb);
            Err(fault.with("who", who.join(", ")))
        }
        _ => Ok(()),
    }
}

words! {
    ROLE_UNKNOWN = "role_unknown" {
        en: "\"{value}\" is not a role." => "Use agency, company_admin, exchange_admin or user.",
        nb: "«{value}» er ikke en rolle." => "Bruk agency, company_admin, exchange_admin eller user.",
        sv: "”{value}” är inte en roll." => "Använd agency, company_admin, exchange_admin eller user.",
    }
    ROLE_MAY_NOT = "role_may_not" {
        en: "The role {role} may not do {verb}." => "Ask one of: {who}.",
        nb: "Rollen {role} har ikke rett til {verb}." => "Spør en av: {who}.",
        sv: "Rollen {role} har inte rätt till {verb}." => "Fråga någon av: {who}.",
    }
    NOBODY_ACTIVATES = "activation_by_nobody" {
        en: "Somebody must be able to activate." => "Name at least one of agency, company_admin, exchange_admin and user.",
        nb: "Noen må kunne aktivere." => "Oppgi minst én av agency, company_admin, exchange_admin og user.",
        sv: "Någon måste kunna aktivera." => "Ange minst en av agency, company_admin, exchange_admin och user.",
    }
}
