//! A document that was read, in the form that a request gives one in.
//!
//! What would follow by itself is said all the same where the document says it, so that building
//! from the form writes the same again.

use crate::domain::account::iban;
use crate::domain::attachment::Attachment;
use crate::domain::identifier::Identifier;
use crate::domain::invoice::totals::Totals;
use crate::domain::invoice::vat::Vat;
use crate::domain::invoice::{
    Adjustment, AdjustmentKind, Class, Delivered, GivenTax, Invoice, Line, Payment, Period,
    Preceding, Property,
};
use crate::domain::money::{plain, text};
use crate::domain::number::VatNumber;
use crate::domain::party::{Address, Contact, Party};
use crate::office::form::attachment::{AttachmentForm, read_attachments};
use crate::office::form::invoice::{PeriodForm, PrecedingForm};
use crate::office::form::line::{AdjustmentForm, GrossPriceForm, LineForm, VatForm};
use crate::office::form::lines::Lines;
use crate::office::form::payment::PaymentForm;
use crate::office::form::terms::{
    CardForm, ClassForm, DebitForm, DeliveryForm, IdentifierForm, OTHER, OtherForm, PayeeForm,
    PropertyForm, TaxRepresentativeForm,
};
use crate::office::form::totals::TaxForm;
use crate::office::form::{
    AddressForm, ContactForm, EndpointForm, InvoiceForm, PartyForm, TotalsForm,
};
use crate::office::protocol::door::Door;
use crate::office::protocol::text::{DayText, DecimalText};
use jiff::civil::Date;
use rust_decimal::Decimal;

fn day(day: Date) -> DayText {
    DayText(day.to_string())
}

fn amount(amount: Decimal) -> DecimalText {
    DecimalText(text(amount))
}

fn number(number: Decimal) -> DecimalText {
    DecimalText(plain(number))
}

/// A list, unless there is nothing in it.
fn list<T, F>(of: &[T], form: impl Fn(&T) -> F) -> Option<Vec<F>> {
    (!of.is_empty()).then(|| of.iter().map(form).collect())
}

fn identifier(identifier: &Identifier) -> IdentifierForm {
    IdentifierForm {
        scheme: identifier.scheme.clone(),
        id: Some(identifier.id.clone()),
        ..IdentifierForm::default()
    }
}

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

fn period(of: Period) -> PeriodForm {
    PeriodForm { start: of.start.map(day), end: of.end.map(day), ..PeriodForm::default() }
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

fn payment(of: &Payment, creditor: Option<&String>) -> PaymentForm {
    PaymentForm {
        means: of.means.clone(),
        means_text: of.means_text.clone(),
        account: of.account.as_ref().map(ToString::to_string),
        account_name: of.account_name.clone(),
        bic: of.bic.clone(),
        reference: of.reference.clone(),
        card: of.card.as_ref().map(|card| CardForm {
            number: Some(card.number.clone()),
            network: card.network.clone(),
            holder: card.holder.clone(),
            ..CardForm::default()
        }),
        direct_debit: of.debit.as_ref().map(|debit| DebitForm {
            mandate: debit.mandate.clone(),
            account: debit.account.as_ref().map(|account| debited(account)),
            creditor: creditor.cloned(),
            ..DebitForm::default()
        }),
        ..PaymentForm::default()
    }
}

/// An account that a request would refuse is marked to stand as it is.
fn debited(account: &str) -> String {
    match iban::doubt(account).is_some() || account.starts_with(OTHER) {
        true => format!("{OTHER}{account}"),
        false => account.to_owned(),
    }
}

fn vat(of: &Vat) -> VatForm {
    VatForm {
        category: Some(of.category.code().to_owned()),
        rate: (of.category.has_rate() || !of.rate.is_zero()).then(|| number(of.rate)),
        reason: of.reason.clone(),
        reason_code: of.reason_code.clone(),
        ..VatForm::default()
    }
}

fn adjustment(of: &Adjustment) -> AdjustmentForm {
    let kind = match of.kind {
        AdjustmentKind::Allowance => "allowance",
        AdjustmentKind::Charge => "charge",
    };
    AdjustmentForm {
        kind: Some(kind.to_owned()),
        amount: Some(amount(of.amount)),
        base: of.base.map(amount),
        percent: of.percent.map(number),
        reason: of.reason.clone(),
        reason_code: of.reason_code.clone(),
        vat: of.vat.as_ref().map(vat),
        ..AdjustmentForm::default()
    }
}

/// A line.
pub fn line(of: &Line) -> LineForm {
    LineForm {
        id: Some(of.id.clone()),
        name: Some(of.name.clone()),
        description: of.description.clone(),
        note: of.note.clone(),
        quantity: Some(number(of.quantity)),
        unit: Some(of.unit.clone()),
        price: Some(number(of.price)),
        base_quantity: of.base_quantity.map(number),
        adjustments: list(&of.adjustments, adjustment),
        vat: Some(vat(&of.vat)),
        item_number: of.item_number.clone(),
        buyer_item_number: of.buyer_item_number.clone(),
        gtin: of.gtin.clone(),
        order_line: of.order_line.clone(),
        accounting_cost: of.accounting_cost.clone(),
        period: of.period.map(period),
        net_amount: of.net.map(amount),
        gross_price: of.gross_price.as_ref().map(|gross| GrossPriceForm {
            price: Some(number(gross.price)),
            discount: Some(number(gross.discount)),
            ..GrossPriceForm::default()
        }),
        object: of.object.as_ref().map(identifier),
        standard_item: of.standard_item.as_ref().map(identifier),
        origin_country: of.origin.as_ref().map(ToString::to_string),
        classes: list(&of.classes, |class: &Class| ClassForm {
            code: Some(class.code.clone()),
            scheme: Some(class.scheme.clone()),
            version: class.version.clone(),
            ..ClassForm::default()
        }),
        properties: list(&of.properties, |property: &Property| PropertyForm {
            name: Some(property.name.clone()),
            value: Some(property.value.clone()),
            ..PropertyForm::default()
        }),
        ..LineForm::default()
    }
}

fn address(of: &Address) -> AddressForm {
    AddressForm {
        street: of.street.clone(),
        street2: of.street2.clone(),
        street3: of.street3.clone(),
        post_code: of.post_code.clone(),
        place: of.place.clone(),
        subdivision: of.subdivision.clone(),
        country: Some(of.country.to_string()),
        ..AddressForm::default()
    }
}

fn contact(of: &Contact) -> ContactForm {
    ContactForm {
        name: of.name.clone(),
        phone: of.phone.as_ref().map(ToString::to_string),
        email: of.email.as_ref().map(ToString::to_string),
        ..ContactForm::default()
    }
}

impl From<&Party> for PartyForm {
    fn from(of: &Party) -> Self {
        // A number of another country than the address is written with its scheme.
        let home = of.org.as_ref().filter(|org| *org.country() == of.address.country);
        let abroad = of.org.as_ref().filter(|_| home.is_none()).map(|org| IdentifierForm {
            scheme: org.scheme().map(str::to_owned),
            id: Some(org.digits().to_owned()),
            ..IdentifierForm::default()
        });
        let own = of.registration.as_ref().map(identifier);
        let plain = home.filter(|_| own.is_none());
        let vat = of.vat.as_ref().map(|vat| vat.text().to_owned());
        let is_checked = |vat: &String| VatNumber::parse(vat).is_ok_and(|same| same.text() == vat);
        Self {
            name: Some(of.name.clone()),
            organisation_number: plain.map(|org| org.digits().to_owned()),
            registration: own.or(abroad),
            vat_number: vat.clone().filter(|vat| is_checked(vat)),
            vat_registration: vat.filter(|vat| !is_checked(vat)),
            identifier: of.identifier.clone(),
            identifiers: list(&of.identifiers, identifier),
            address: Some(address(&of.address)),
            contact: (of.contact != Contact::default()).then(|| contact(&of.contact)),
            endpoint: of.endpoint.as_ref().map(|endpoint| EndpointForm {
                scheme: Some(endpoint.scheme.clone()),
                id: Some(endpoint.id.clone()),
                ..EndpointForm::default()
            }),
            bank_account: of.account.as_ref().map(ToString::to_string),
            tax_mark: of.tax_mark.clone(),
            trading_name: of.trading_name.clone(),
            legal_form: of.legal_form.clone(),
            // Without an address of his own he shall not be given one.
            private: of.endpoint.is_none().then_some(true),
            ..Self::default()
        }
    }
}
