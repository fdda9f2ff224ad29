//! A payment reference against the company's agreement with its bank: money that comes with
//! another customer's KID is booked on that customer, and a KID that the agreement does not take
//! brings no payment at all.

use crate::domain::account::Account;
use crate::domain::agreement::{Agreement, Capture, Step};
use crate::domain::finding::{Fault, Finding};
use crate::domain::words::words;

impl Agreement {
    /// Agreement capture, while the agreement that it belongs to is ordered or in force.
    pub fn capture_in_force(&self) -> Option<&Capture> {
        let over = matches!(self.step, Step::Declined | Step::HeldElsewhere | Step::Ended);
        self.capture.as_ref().filter(|_| !over)
    }
}

impl Capture {
    /// Whether a document is paid to the account of the agreement; what goes elsewhere is another
    /// agreement's.
    pub fn is_paid_by(&self, account: Option<&Account>) -> bool {
        account.is_none_or(|account| account.norwegian() == self.account.norwegian())
    }

    /// Whom a KID of the agreed length names, with the zeros in front.
    pub fn customer_in<'a>(&self, kid: &'a str) -> Option<&'a str> {
        kid.get(self.positions.range()).filter(|_| kid.len() == usize::from(self.kid_length))
    }

    /// What speaks against a KID on a document for a customer.
    pub fn judge(&self, kid: &str, customer_number: &str) -> Option<Finding> {
        let Some(named) = self.customer_in(kid) else {
            let fault = Fault::new(&KID_NOT_AGREED).with("digits", kid.len());
            return Some(Finding::fatal(fault.with("agreed", self.kid_length)));
        };
        let width = self.positions.digits();
        if !self.holds(customer_number) || named == format!("{customer_number:0>width$}") {
            return None;
        }
        let nobody = named.bytes().all(|byte| byte == b'0');
        let fault = |words| Fault::new(words).with("customer", customer_number);
        Some(match nobody {
            true => {
                let fault = fault(&KID_OF_NOBODY).with("positions", self.positions.text());
                Finding::warning(fault)
            }
            false => Finding::fatal(fault(&KID_OF_ANOTHER).with("named", named)),
        })
    }

    /// The finding about a KID that names somebody else.
    pub fn of_another(named: &str, customer_number: &str) -> Finding {
        let fault = Fault::new(&KID_OF_ANOTHER).with("customer", customer_number);
        Finding::fatal(fault.with("named", named))
    }
}

words! {
    KID_OF_ANOTHER = "kid_of_another_customer" {
        en: "KID {value} names customer {named}, and the document is for {customer}: the payment would be booked on the wrong customer." => "Make the KID for customer {customer} with reference_make, or correct the customer.",
        nb: "KID {value} gjelder kunde {named}, men dokumentet er til {customer}: betalingen ville blitt ført på feil kunde." => "Lag KID for kunde {customer} med reference_make, eller rett kunden.",
        sv: "KID {value} avser kund {named}, men dokumentet är till {customer}: betalningen skulle bokföras på fel kund." => "Gör KID för kund {customer} med reference_make, eller rätta kunden.",
    }
    KID_NOT_AGREED = "kid_not_of_agreement" {
        en: "KID {value} has {digits} digits; the bank agreement takes {agreed}, so the bank would refuse the payment." => "Make the KID with reference_make, which knows the agreement; or give the account that this KID belongs to.",
        nb: "KID {value} har {digits} sifre; avtalen med banken tar {agreed}, så banken ville avvist betalingen." => "Lag KID med reference_make, som kjenner avtalen; eller oppgi kontoen denne KID-en hører til.",
        sv: "KID {value} har {digits} siffror; avtalet med banken tar {agreed}, så banken skulle avvisa betalningen." => "Gör KID med reference_make, som känner till avtalet; eller ange kontot som denna KID hör till.",
    }
    KID_OF_NOBODY = "kid_without_customer_number" {
        en: "KID {value} has only zeros at {positions}, where the agreement has the customer number, so agreement capture does not find customer {customer}." => "Make the KID with reference_make and the customer number.",
        nb: "KID {value} har bare nuller på {positions}, der avtalen har kundenummeret, så avtaleregistrering finner ikke kunde {customer}." => "Lag KID med reference_make og kundenummeret.",
        sv: "KID {value} har bara nollor på {positions}, där avtalet har kundnumret, så avtalsregistrering hittar inte kund {customer}." => "Gör KID med reference_make och kundnumret.",
    }
    KID_ABSENT = "kid_missing" {
        en: "The document goes to a consumer's net bank without a KID, so the payment does not say whose it is." => "Give payment.kid; reference_make makes it by the company's agreement.",
        nb: "Dokumentet går til en forbrukers nettbank uten KID, så betalingen sier ikke hvem den er fra." => "Oppgi payment.kid; reference_make lager den etter firmaets avtale.",
        sv: "Dokumentet går till en konsuments internetbank utan KID, så betalningen säger inte vem den är från." => "Ange payment.kid; reference_make gör den enligt företagets avtal.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::agreement::Positions;

    fn capture() -> Capture {
        let account = Account::parse("86011117947").unwrap();
        Capture { account, positions: Positions::USUAL, kid_length: 12 }
    }

    #[test]
    fn a_kid_names_its_own_customer() {
        let code = |kid: &str, customer: &str| {
            capture().judge(kid, customer).map(|found| (found.fault.words.code, found.is_fatal()))
        };
        assert_eq!(code("100230001174", "10023"), None);
        assert_eq!(code("000230001174", "23"), None);
        assert_eq!(code("100240001170", "10023"), Some(("kid_of_another_customer", true)));
        assert_eq!(code("2345676", "10023"), Some(("kid_not_of_agreement", true)));
        assert_eq!(code("000000001172", "10023"), Some(("kid_without_customer_number", false)));
        assert_eq!(code("100240001170", "K-17"), None, "the number has no place in any KID");
    }

    #[test]
    fn only_what_is_paid_to_the_account_goes_by_the_agreement() {
        let paid = |text: &str| capture().is_paid_by(Some(&Account::parse(text).unwrap()));
        assert!(paid("86011117947") && paid("NO9386011117947") && capture().is_paid_by(None));
        assert!(paid("other:8601.11.17947") && paid("other:NO93 8601 1117 947"));
        assert!(!paid("15038366383") && !paid("DE89370400440532013000"));
        assert!(!paid("other:1503.83.66383") && !paid("other:8601.11.17948"));
    }
}
