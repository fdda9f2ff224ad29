//! A document that was read, in the form that a request gives one in.
//!
//! What would follow by itself is said all the same where the document says it, so that building
//! from the form writes the same again.

pub mod line;
mod party;
mod payment;
mod value;

use crate::domain::attachment::Attachment;
use crate::domain::invoice::totals::Totals;
use crate::domain::invoice::{Delivered, GivenTax, Invoice, Preceding};
use crate::office::form::attachment::{AttachmentForm, read_attachments};
use crate::office::form::from_document::line::{adjustment, period};
use crate::office::form::from_document::party::address;
use crate::office::form::from_document::payment::payment;
use crate::office::form::from_document::value::{amount, day, identifier, list, number};
use crate::office::form::invoice::{InvoiceForm, PrecedingForm};
use crate::office::form::lines::Lines;
use crate::office::form::terms::{DeliveryForm, OtherForm, PayeeForm, TaxRepresentativeForm};
use crate::office::form::totals::{TaxForm, TotalsForm};
use crate::office::protocol::door::Door;

impl From<Invoice> for InvoiceForm {
    fn from(mut of: Invoice) -> Self {
        // Each line is made a form when it is written, and not before.
        let lines = Lines::Read(std::mem::take(&mut of.lines));
        let more = &of.more;
        let (delivery_country, delivery) = delivered(&of.delivered);
        Self {
            r#type: Some(of.r#type.word().to_owned()),
            number: Some(of.number.clone()),
            issue_date: Some(day(of.issue_date)),
            due_date: of.due_date.map(day),
            tax_point_date: of.tax_point_date.map(day),
            currency: Some(of.currency.to_string()),
            note: of.note.clone(),
            buyer_reference: of.buyer_reference.clone(),
            order_reference: of.order_reference.clone(),
            contract_reference: of.contract_reference.clone(),
            accounting_cost: of.accounting_cost.clone(),
            period: of.period.map(period),
            preceding: list(&of.preceding, preceding),
            delivery_date: of.delivered.date.map(day),
            delivery_country,
            delivery,
            payment: of.payment.as_ref().map(|it| payment(it, more.creditor.as_ref())),
            // The creditor is told once, where the first debit is.
            more_payments: list(&more.payments, |it| payment(it, more.creditor.as_ref())),
            payment_terms: of.payment_terms.clone(),
            adjustments: list(&of.adjustments, adjustment),
            lines: Some(lines),
            prepaid: Some(of.prepaid).filter(|it| !it.is_zero()).map(amount),
            rounding: Some(of.rounding).filter(|it| !it.is_zero()).map(amount),
            self_billing: more.self_billing,
            type_code: more.type_code.clone(),
            tax_point_code: more.tax_point_code.clone(),
            vat_currency: more.vat_currency.as_ref().map(ToString::to_string),
            vat_in_vat_currency: more.vat_in_vat_currency.map(amount),
            sales_order_reference: more.sales_order.clone(),
            despatch_reference: more.despatch_advice.clone(),
            receipt_reference: more.receiving_advice.clone(),
            tender_reference: more.tender.clone(),
            project_reference: more.project.clone(),
            object: more.object.as_ref().map(identifier),
            payee: more.payee.as_ref().map(|payee| PayeeForm {
                name: Some(payee.name.clone()),
                identifier: payee.identifier.as_ref().map(identifier),
                registration: payee.registration.as_ref().map(identifier),
                ..PayeeForm::default()
            }),
            tax_representative: more.tax_representative.as_ref().map(|of| TaxRepresentativeForm {
                name: Some(of.name.clone()),
                vat_number: Some(of.vat.clone()),
                address: Some(address(&of.address)),
                ..TaxRepresentativeForm::default()
            }),
            attachments: list(&more.supporting, attachment),
            other: list(&more.other, |other| OtherForm {
                inside: Some(other.inside.clone()),
                content: Some(other.content.clone()),
                ..OtherForm::default()
            }),
            ..Self::default()
        }
    }
}

fn attachment(of: &Attachment) -> AttachmentForm {
    let form = attachment_as_it_is(of);
    let mut door = Door::default();
    let same = |again: &Attachment| {
        let stripped = |of: &Attachment| (of.reference.clone(), of.uri.clone(), of.file.clone());
        stripped(again) == stripped(of)
    };
    let again = read_attachments(&mut door, "", Some(std::slice::from_ref(&form)));
    let checked = door.findings().is_empty() && again.first().is_some_and(same);
    AttachmentForm { unchecked: (!checked).then_some(true), ..form }
}

fn attachment_as_it_is(of: &Attachment) -> AttachmentForm {
    AttachmentForm {
        reference: Some(of.reference.clone()),
        description: of.description.clone(),
        uri: of.uri.clone(),
        name: of.file.as_ref().map(|file| file.name.clone()),
        mime: of.file.as_ref().map(|file| file.mime.clone()),
        content: of.file.as_ref().map(|file| file.content.clone()),
        send: Some(true),
        ..AttachmentForm::default()
    }
}

fn preceding(of: &Preceding) -> PrecedingForm {
    PrecedingForm {
        number: Some(of.number.clone()),
        issue_date: of.issue_date.map(day),
        ..PrecedingForm::default()
    }
}

/// The country alone, or the whole place.
fn delivered(of: &Delivered) -> (Option<String>, Option<DeliveryForm>) {
    let place = of.name.is_some() || of.location.is_some() || of.address.is_some();
    let form = place.then(|| DeliveryForm {
        name: of.name.clone(),
        location: of.location.as_ref().map(identifier),
        address: of.address.as_ref().map(address),
        ..DeliveryForm::default()
    });
    (of.country.as_ref().map(ToString::to_string), form)
}

/// The totals of a document; rows of its breakdown only where they are its own.
pub fn totals_form(totals: &Totals, taxes: &[GivenTax]) -> TotalsForm {
    TotalsForm {
        lines: Some(amount(totals.lines)),
        allowances: Some(amount(totals.allowances)),
        charges: Some(amount(totals.charges)),
        without_vat: Some(amount(totals.without_vat)),
        vat: Some(amount(totals.vat)),
        with_vat: Some(amount(totals.with_vat)),
        payable: Some(amount(totals.payable)),
        groups: list(taxes, |row| TaxForm {
            category: Some(row.category.code().to_owned()),
            rate: Some(number(row.rate)),
            taxable: row.taxable.map(amount),
            tax: row.tax.map(amount),
            ..TaxForm::default()
        }),
        ..TotalsForm::default()
    }
}
