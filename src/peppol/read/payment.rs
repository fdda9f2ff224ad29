//! Delivery (BG-13), payment (BG-16) and its terms.
//!
//! An account stands where writing would look for it: an invoice is paid to the seller's account,
//! a credit note pays back to the one that it names.

use crate::domain::account::Account;
use crate::domain::country::Country;
use crate::domain::invoice::{Delivered, Invoice, Payment, Type};
use crate::domain::party::Party;
use crate::peppol::read::ubl::Element;
use crate::peppol::read::value::{Faults, known, line, paragraph};

const ACCOUNT: &str = "cac:PayeeFinancialAccount/cbc:ID";
const BRANCH: &str = "cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID";
const DELIVERY_COUNTRY: &str =
    "cac:Delivery/cac:DeliveryLocation/cac:Address/cac:Country/cbc:IdentificationCode";

/// Reads where and when was delivered.
pub fn read_delivery(faults: &mut Faults, root: Element<'_>) -> Delivered {
    Delivered {
        date: faults.day(root, "cac:Delivery/cbc:ActualDeliveryDate", "BT-72"),
        country: known(root, DELIVERY_COUNTRY, Country::parse),
    }
}

/// Reads how it is paid: the first means whose account is known, or else the first of all.
pub fn read_means(root: Element<'_>, invoice: &mut Invoice, seller: &mut Party) {
    let mut all = root.all("cac:PaymentMeans");
    let with_account = all.find_map(|means| Some((means, Some(read_account(means)?))));
    let first = || root.first("cac:PaymentMeans").map(|means| (means, None));
    let Some((means, account)) = with_account.or_else(first) else { return };
    // What goes without saying is left open, as a request would leave it.
    let usual = if account.is_some() { "30" } else { "1" };
    let iban = matches!(account, Some(Account::Iban(_)));
    let mut payment = Payment {
        means: line(means, "cbc:PaymentMeansCode").filter(|code| code != usual),
        account: None,
        bic: line(means, BRANCH).filter(|_| iban),
        reference: line(means, "cbc:PaymentID"),
    };
    let said = payment.means.is_some() || payment.bic.is_some() || payment.reference.is_some();
    let implied = match invoice.r#type {
        Type::Invoice => {
            seller.account = account;
            seller.account.is_some()
        }
        Type::CreditNote => {
            payment.account = account;
            payment.account.is_none() && invoice.due_date.is_some()
        }
    };
    invoice.payment = (said || !implied).then_some(payment);
}

/// A giro is told by its branch; formats of other countries are not known.
fn read_account(means: Element<'_>) -> Option<Account> {
    let giro = match line(means, BRANCH).as_deref() {
        Some("SE:BANKGIRO") => "bankgiro:",
        Some("SE:PLUSGIRO") => "plusgiro:",
        _ => "",
    };
    known(means, ACCOUNT, |number| Account::parse(&format!("{giro}{number}")))
}

/// Reads the payment terms.
pub fn read_terms(root: Element<'_>) -> Option<String> {
    paragraph(root, "cac:PaymentTerms/cbc:Note")
}
