//! How an invoice is paid.

use crate::domain::account::{Account, Kid, Ocr};
use crate::domain::codes;
use crate::domain::finding::Finding;
use crate::domain::invoice::Payment;
use crate::office::form::sentences::{BIC_WITHOUT_IBAN, TWO_REFERENCES};
use crate::office::form::terms::{
    CardForm, DebitForm, of_list, read_card, read_debit, report_two_creditors,
};
use crate::office::protocol::door::Door;
use crate::office::protocol::request::form;
use crate::office::protocol::text::text;

form! {
    /// How the document is paid.
    PaymentForm {
        /// Payment means (BT-81), UNTDID 4461. Default: 30, credit transfer, where there is an
        /// account.
        means: Option<String>,
        /// Account (BT-84): account, IBAN, bankgiro:…, plusgiro:… or other:…; the seller's own when
        /// none is given.
        account: Option<String>,
        /// BIC or the bank's other identifier (BT-86), with an IBAN or an account of other form.
        bic: Option<String>,
        /// Norwegian KID (BT-83): checked by modulus 10 or 11.
        kid: Option<String>,
        /// Swedish OCR reference (BT-83): checked by modulus 10.
        ocr: Option<String>,
        /// Any other reference (BT-83).
        reference: Option<String>,
        /// The payment means in words (BT-82).
        means_text: Option<String>,
        /// Whose account it is (BT-85).
        account_name: Option<String>,
        /// The card that it was paid with (BG-18).
        card: Option<CardForm>,
        /// The direct debit (BG-19).
        direct_debit: Option<DebitForm>,
    }
}

/// Parses the ways to pay: the first one, the others, and the creditor of direct debits.
pub fn read_payments(
    door: &mut Door,
    at: &str,
    first: Option<&PaymentForm>,
    others: &[PaymentForm],
) -> (Option<Payment>, Vec<Payment>, Option<String>) {
    let first = first.map(|form| (format!("{at}/payment"), form));
    let others = others.iter().enumerate();
    let others = others.map(|(index, form)| (format!("{at}/more_payments/{index}"), form));
    let mut creditors = Vec::new();
    let mut read = |(at, form): (String, &PaymentForm)| {
        let (payment, creditor) = read_payment(door, &at, form);
        creditors.extend(creditor);
        payment
    };
    let payment = first.map(&mut read);
    let further = others.map(&mut read).collect();
    creditors.dedup();
    if creditors.len() > 1 {
        report_two_creditors(door, &format!("{at}/more_payments"));
    }
    (payment, further, creditors.into_iter().next())
}

fn read_payment(door: &mut Door, at: &str, form: &PaymentForm) -> (Payment, Option<String>) {
    let path = |name: &str| format!("{at}/{name}");
    let means =
        door.optional(&path("means"), form.means.as_ref(), of_list(codes::PAYMENT_MEANS, "BT-81"));
    let account = door.optional(&path("account"), form.account.as_ref(), Account::parse);
    let bic = door.optional(&path("bic"), form.bic.as_ref(), text(50));
    let kid = door.optional(&path("kid"), form.kid.as_ref(), Kid::parse);
    let ocr = door.optional(&path("ocr"), form.ocr.as_ref(), Ocr::parse);
    let free = door.optional(&path("reference"), form.reference.as_ref(), text(140));
    let mut references = [kid.map(|kid| kid.to_string()), ocr.map(|ocr| ocr.to_string()), free]
        .into_iter()
        .flatten();
    let reference = references.next();
    if references.next().is_some() {
        door.report(Finding::fatal(&TWO_REFERENCES).at(at).term("BT-83"));
    }
    // An account that is faulty has its own finding.
    let faulty = account.is_none() && form.account.is_some();
    let takes_bic = matches!(account, Some(Account::Iban(_) | Account::Other(_)));
    if bic.is_some() && !takes_bic && !faulty {
        door.report(Finding::fatal(&BIC_WITHOUT_IBAN).at(path("bic")).term("BT-86"));
    }
    let means_text = door.optional(&path("means_text"), form.means_text.as_ref(), text(100));
    let account_name = door.optional(&path("account_name"), form.account_name.as_ref(), text(100));
    let card = read_card(door, &path("card"), form.card.as_ref());
    let (debit, creditor) = read_debit(door, &path("direct_debit"), form.direct_debit.as_ref());
    let payment = Payment { means, account, bic, reference, means_text, account_name, card, debit };
    (payment, creditor)
}
