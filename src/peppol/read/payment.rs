//! Delivery (BG-13), payment (BG-16) and its terms.
//!
//! An account stands where the document has it, at the way to pay; nothing is left to a default.

use crate::domain::account::Account;
use crate::domain::country::Country;
use crate::domain::invoice::{Card, Delivered, DirectDebit, Invoice, Payment};
use crate::peppol::read::party::read_address;
use crate::peppol::read::ubl::Element;
use crate::peppol::read::value::{Faults, identifier, known, line, paragraph};

const ACCOUNT: &str = "cac:PayeeFinancialAccount/cbc:ID";
const BRANCH: &str = "cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID";
const COUNTRY: &str = "cac:Country/cbc:IdentificationCode";

/// Reads to whom, where and when was delivered.
pub fn read_delivery(faults: &mut Faults, root: Element<'_>) -> Delivered {
    let Some(delivery) = root.first("cac:Delivery") else { return Delivered::default() };
    let address = delivery.first("cac:DeliveryLocation/cac:Address");
    let country = address.and_then(|address| known(address, COUNTRY, Country::parse));
    let address = country.clone().map(|country| read_address(address, country));
    // A country alone is no address: it says which VAT there is.
    let whole = address.filter(|address| !address.is_bare());
    Delivered {
        date: faults.day(delivery, "cbc:ActualDeliveryDate", "BT-72"),
        country: country.filter(|_| whole.is_none()),
        name: line(delivery, "cac:DeliveryParty/cac:PartyName/cbc:Name"),
        location: identifier(delivery, "cac:DeliveryLocation/cbc:ID"),
        address: whole,
    }
}

/// Reads how it is paid.
pub fn read_means(root: Element<'_>, invoice: &mut Invoice) {
    let mut all = root.all("cac:PaymentMeans").map(read_one);
    // A credit note's due date stands in a way to pay, which may say nothing else.
    let first = all.next();
    invoice.payment =
        first.filter(|first| invoice.due_date.is_none() || *first != Payment::default());
    invoice.more.payments = all.collect();
}

fn read_one(means: Element<'_>) -> Payment {
    let account = read_account(means);
    // What goes without saying is left open, as a request would leave it.
    let usual = if account.is_some() { "30" } else { "1" };
    let giro = matches!(account, Some(Account::Bankgiro(_) | Account::Plusgiro(_)));
    let code = means.first("cbc:PaymentMeansCode");
    Payment {
        means: line(means, "cbc:PaymentMeansCode").filter(|code| code != usual),
        means_text: code.and_then(|code| code.attribute("name")).map(str::to_owned),
        account,
        bic: line(means, BRANCH).filter(|_| !giro),
        account_name: line(means, "cac:PayeeFinancialAccount/cbc:Name"),
        reference: line(means, "cbc:PaymentID"),
        card: means.first("cac:CardAccount").and_then(read_card),
        debit: means.first("cac:PaymentMandate").and_then(read_debit),
    }
}

fn read_card(card: Element<'_>) -> Option<Card> {
    Some(Card {
        number: line(card, "cbc:PrimaryAccountNumberID")?,
        network: line(card, "cbc:NetworkID"),
        holder: line(card, "cbc:HolderName"),
    })
}

fn read_debit(mandate: Element<'_>) -> Option<DirectDebit> {
    let debit = DirectDebit {
        mandate: line(mandate, "cbc:ID"),
        account: line(mandate, "cac:PayerFinancialAccount/cbc:ID"),
    };
    (debit.mandate.is_some() || debit.account.is_some()).then_some(debit)
}

/// A giro is told by its branch; what has the form of no account that is known here is kept as it
/// is written.
fn read_account(means: Element<'_>) -> Option<Account> {
    let number = line(means, ACCOUNT)?;
    let giro = match line(means, BRANCH).as_deref() {
        Some("SE:BANKGIRO") => "bankgiro:",
        Some("SE:PLUSGIRO") => "plusgiro:",
        _ => "",
    };
    let account = Account::parse(&format!("{giro}{number}")).ok();
    let same = |account: &Account| account.number() == number;
    Some(account.filter(same).unwrap_or(Account::Other(number)))
}

/// Reads the payment terms.
pub fn read_terms(root: Element<'_>) -> Option<String> {
    paragraph(root, "cac:PaymentTerms/cbc:Note")
}
