//! Delivery (BG-13), payment (BG-16) and its terms.

use crate::domain::account::Account;
use crate::domain::invoice::{Invoice, Type};
use crate::domain::party::Party;
use crate::peppol::write::ubl::Ubl;

/// Writes where and when was delivered, if that is known.
pub fn write_delivery(ubl: &mut Ubl, invoice: &Invoice) {
    let delivered = &invoice.delivered;
    if delivered.date.is_none() && delivered.country.is_none() {
        return;
    }
    ubl.inside("cac:Delivery", |ubl| {
        ubl.optional(
            "cbc:ActualDeliveryDate",
            delivered.date.map(|day| day.to_string()).as_deref(),
        );
        if let Some(country) = &delivered.country {
            ubl.inside("cac:DeliveryLocation", |ubl| {
                ubl.inside("cac:Address", |ubl| {
                    ubl.inside("cac:Country", |ubl| {
                        ubl.text("cbc:IdentificationCode", country.code());
                    });
                });
            });
        }
    });
}

/// Writes how it is paid. An invoice is paid to the seller's account when it names none; a credit
/// note pays back, so it names an account only when it is told one.
pub fn write_means(ubl: &mut Ubl, invoice: &Invoice, seller: &Party) {
    let credit = invoice.r#type == Type::CreditNote;
    let payment = invoice.payment.as_ref();
    let own = seller.account.as_ref().filter(|_| !credit);
    let account = payment.and_then(|payment| payment.account.as_ref()).or(own);
    let due = invoice.due_date.filter(|_| credit);
    if payment.is_none() && account.is_none() && due.is_none() {
        return;
    }
    // 1 is "not defined": a credit transfer would have to name an account (BR-61).
    let usual = if account.is_some() { "30" } else { "1" };
    let means = payment.and_then(|payment| payment.means.as_deref()).unwrap_or(usual);
    ubl.inside("cac:PaymentMeans", |ubl| {
        ubl.text("cbc:PaymentMeansCode", means);
        ubl.optional("cbc:PaymentDueDate", due.map(|day| day.to_string()).as_deref());
        ubl.optional("cbc:PaymentID", payment.and_then(|payment| payment.reference.as_deref()));
        if let Some(account) = account {
            write_account(ubl, account, payment.and_then(|payment| payment.bic.as_deref()));
        }
    });
}

/// A giro is told by its branch, an IBAN may have its BIC there, a Norwegian account has none.
fn write_account(ubl: &mut Ubl, account: &Account, bic: Option<&str>) {
    let branch = match account {
        Account::Bankgiro(_) => Some("SE:BANKGIRO"),
        Account::Plusgiro(_) => Some("SE:PLUSGIRO"),
        Account::Iban(_) => bic,
        Account::Norwegian(_) => None,
    };
    ubl.inside("cac:PayeeFinancialAccount", |ubl| {
        ubl.text("cbc:ID", account.number());
        if let Some(branch) = branch {
            ubl.inside("cac:FinancialInstitutionBranch", |ubl| ubl.text("cbc:ID", branch));
        }
    });
}

/// Writes the payment terms.
pub fn write_terms(ubl: &mut Ubl, invoice: &Invoice) {
    if let Some(terms) = &invoice.payment_terms {
        ubl.inside("cac:PaymentTerms", |ubl| ubl.text("cbc:Note", terms));
    }
}
