//! Delivery (BG-13), payment (BG-16) and its terms.

use crate::domain::account::Account;
use crate::domain::invoice::{Card, Delivered, DirectDebit, Invoice, Payment};
use crate::domain::party::Party;
use crate::peppol::write::party::write_address;
use crate::peppol::write::ubl::Ubl;

/// Writes to whom, where and when was delivered, if that is known.
pub fn write_delivery(ubl: &mut Ubl, invoice: &Invoice) {
    let delivered = &invoice.delivered;
    if *delivered == Delivered::default() {
        return;
    }
    ubl.inside("cac:Delivery", |ubl| {
        ubl.optional(
            "cbc:ActualDeliveryDate",
            delivered.date.map(|day| day.to_string()).as_deref(),
        );
        write_location(ubl, delivered);
        if let Some(name) = &delivered.name {
            ubl.inside("cac:DeliveryParty", |ubl| {
                ubl.inside("cac:PartyName", |ubl| ubl.text("cbc:Name", name));
            });
        }
    });
}

fn write_location(ubl: &mut Ubl, delivered: &Delivered) {
    let Delivered { location, address, country, .. } = delivered;
    if location.is_none() && address.is_none() && country.is_none() {
        return;
    }
    ubl.inside("cac:DeliveryLocation", |ubl| {
        if let Some(location) = location {
            ubl.identifier("cbc:ID", location);
        }
        if let Some(address) = address {
            write_address(ubl, "cac:Address", address);
        } else if let Some(country) = country {
            ubl.inside("cac:Address", |ubl| {
                ubl.inside("cac:Country", |ubl| {
                    ubl.text("cbc:IdentificationCode", country.code());
                });
            });
        }
    });
}

/// Writes how it is paid. An invoice is paid to the seller's account when it names none; a credit
/// note pays back, so it names an account only when it is told one.
pub fn write_means(ubl: &mut Ubl, invoice: &Invoice, seller: &Party) {
    let credit = invoice.r#type.is_credit_note();
    let own = seller.account.as_ref().filter(|_| !credit);
    let due = invoice.due_date.filter(|_| credit).map(|day| day.to_string());
    let silent = Payment::default();
    let first = invoice.payment.as_ref();
    if first.is_some() || own.is_some() || due.is_some() {
        write_one(ubl, first.unwrap_or(&silent), own, due.as_deref());
    }
    for payment in &invoice.more.payments {
        write_one(ubl, payment, None, None);
    }
}

fn write_one(ubl: &mut Ubl, payment: &Payment, own: Option<&Account>, due: Option<&str>) {
    // A card or a mandate says by itself how it is paid.
    let own = own.filter(|_| payment.card.is_none() && payment.debit.is_none());
    let account = payment.account.as_ref().or(own);
    let means = payment.means_or_usual(own.is_some());
    ubl.inside("cac:PaymentMeans", |ubl| {
        match &payment.means_text {
            Some(name) => ubl.text_with("cbc:PaymentMeansCode", &[("name", name)], means),
            None => ubl.text("cbc:PaymentMeansCode", means),
        }
        ubl.optional("cbc:PaymentDueDate", due);
        ubl.optional("cbc:PaymentID", payment.reference.as_deref());
        write_card(ubl, payment.card.as_ref());
        if let Some(account) = account {
            write_account(ubl, account, payment);
        }
        write_debit(ubl, payment.debit.as_ref());
    });
}

/// UBL wants the card's network, which has no business term: this says that it is unknown.
const NETWORK_UNKNOWN: &str = "mapped-from-cii";

fn write_card(ubl: &mut Ubl, card: Option<&Card>) {
    let Some(card) = card else { return };
    ubl.inside("cac:CardAccount", |ubl| {
        ubl.text("cbc:PrimaryAccountNumberID", &card.number);
        ubl.text("cbc:NetworkID", card.network.as_deref().unwrap_or(NETWORK_UNKNOWN));
        ubl.optional("cbc:HolderName", card.holder.as_deref());
    });
}

/// A giro is told by its branch, an IBAN may have its BIC there, a Norwegian account has none.
fn write_account(ubl: &mut Ubl, account: &Account, payment: &Payment) {
    let branch = match account {
        Account::Bankgiro(_) => Some("SE:BANKGIRO"),
        Account::Plusgiro(_) => Some("SE:PLUSGIRO"),
        Account::Iban(_) | Account::Other(_) | Account::Norwegian(_) => payment.bic.as_deref(),
    };
    ubl.inside("cac:PayeeFinancialAccount", |ubl| {
        ubl.text("cbc:ID", account.number());
        ubl.optional("cbc:Name", payment.account_name.as_deref());
        if let Some(branch) = branch {
            ubl.inside("cac:FinancialInstitutionBranch", |ubl| ubl.text("cbc:ID", branch));
        }
    });
}

fn write_debit(ubl: &mut Ubl, debit: Option<&DirectDebit>) {
    let Some(debit) = debit else { return };
    ubl.inside("cac:PaymentMandate", |ubl| {
        ubl.optional("cbc:ID", debit.mandate.as_deref());
        if let Some(account) = &debit.account {
            ubl.inside("cac:PayerFinancialAccount", |ubl| ubl.text("cbc:ID", account));
        }
    });
}

/// Writes the payment terms. A cash discount that machines read is a line of its own, and a line
/// has an end (DE-R-018), though texts are trimmed on their way in.
pub fn write_terms(ubl: &mut Ubl, invoice: &Invoice) {
    let Some(terms) = &invoice.payment_terms else { return };
    let last = terms.rsplit('\n').next().unwrap_or_default();
    let end = if last.starts_with("#SKONTO#") { "\n" } else { "" };
    ubl.inside("cac:PaymentTerms", |ubl| ubl.text("cbc:Note", &format!("{terms}{end}")));
}
