//! The invoice as an ERP gives it.

use crate::domain::codes;
use crate::domain::country::{Country, Currency};
use crate::domain::invoice::{Delivered, Invoice, Line, More, Preceding, Type};
use crate::domain::money::{self, AMOUNT, QUANTITY};
use crate::domain::time::parse_day;
use crate::office::form::attachment::{AttachmentForm, read_attachments};
use crate::office::form::distribution::{ClaimForm, DistributionForm};
use crate::office::form::line::{AdjustmentForm, read_adjustments, read_line};
use crate::office::form::lines::Lines;
use crate::office::form::payment::{PaymentForm, read_payments};
use crate::office::form::period::{PeriodForm, read_period};
use crate::office::form::terms::{
    DeliveryForm, IdentifierForm, OtherForm, PayeeForm, TaxRepresentativeForm, of_list,
    read_delivered, read_object, read_other, read_payee, read_tax_representative,
};
use crate::office::form::totals::{TotalsForm, read_taxes};
use crate::office::protocol::door::{Door, missing};
use crate::office::protocol::request::form;
use crate::office::protocol::shape::Described;
use crate::office::protocol::text::{DayText, DecimalText, paragraph, text};
use rust_decimal::Decimal;

form! {
    /// An invoice or credit note in plain business terms. Amounts, dates and ids are strings.
    InvoiceForm {
        /// invoice (default) or credit_note (BT-3); or what follows an unpaid invoice up and names
        /// it in preceding: reminder, collection_notice, dunning, payment_request,
        /// enforcement_warning. These are written as invoices, and never go to the network.
        r#type: Option<String>,
        /// Number (BT-1), unique for each type. Mandatory, at most 40 characters.
        number: Option<String>,
        /// Issue date (BT-2), YYYY-MM-DD. Mandatory.
        issue_date: Option<DayText>,
        /// Due date (BT-9). invoice_send adds the company's payment_days when it is missing.
        due_date: Option<DayText>,
        /// Tax point date (BT-7).
        tax_point_date: Option<DayText>,
        /// Currency (BT-5), ISO 4217; the currency of the seller's country when none is given.
        currency: Option<String>,
        /// Note (BT-22), at most 2,000 characters.
        note: Option<String>,
        /// Buyer reference (BT-10).
        buyer_reference: Option<String>,
        /// Purchase order number (BT-13).
        order_reference: Option<String>,
        /// Contract number (BT-12).
        contract_reference: Option<String>,
        /// Buyer's accounting reference (BT-19).
        accounting_cost: Option<String>,
        /// Invoiced period (BG-14).
        period: Option<PeriodForm>,
        /// Earlier invoices that this one refers to (BG-3); a credit note names what it credits.
        /// Mandatory for what follows an invoice up.
        preceding: Option<Vec<PrecedingForm>>,
        /// Day of delivery (BT-72).
        delivery_date: Option<DayText>,
        /// Country delivered to (BT-80).
        delivery_country: Option<String>,
        /// How it is paid (BG-16).
        payment: Option<PaymentForm>,
        /// Payment terms in words (BT-20).
        payment_terms: Option<String>,
        /// Allowances and charges on the document (BG-20, BG-21).
        adjustments: Option<Vec<AdjustmentForm>>,
        /// Lines (BG-25), at least one.
        lines: Option<Lines>,
        /// Amount paid already (BT-113).
        prepaid: Option<DecimalText>,
        /// Rounding of the amount to pay (BT-114), such as öresavrundning; see round_to.
        rounding: Option<DecimalText>,
        /// Prices, and allowances and charges of lines and of the document, include VAT. The
        /// document gets those without, and the amount to pay is kept. Default: false.
        prices_include_vat: Option<bool>,
        /// The amount to pay is rounded to a multiple of this, such as "1" or "0.50"; the rounding
        /// (BT-114) is computed.
        round_to: Option<DecimalText>,
        /// Totals as the ERP has them; they are checked against the computed ones.
        totals: Option<TotalsForm>,
        /// Documents that support the invoice (BG-24).
        attachments: Option<Vec<AttachmentForm>>,
        /// Customer number of the buyer.
        customer: Option<String>,
        /// Why a consumer owes the amount; invoice_send wants it where eFaktura or Vipps are open.
        claim: Option<ClaimForm>,
        /// What is decided for this document against the customer's usual way, when it is sent.
        distribution: Option<DistributionForm>,
        /// The host's own key; it comes back in replies and findings.
        host_key: Option<String>,
        /// Whether the buyer makes the document in the seller's place (self-billing): the type
        /// codes are then 389 and 261. Default: false.
        self_billing: Option<bool>,
        /// Type code (BT-3) of UNTDID 1001, where it is not the usual one: 380 and 381.
        type_code: Option<String>,
        /// When VAT falls due, as a code (BT-8): 3 (issue), 35 (delivery) or 432 (payment).
        tax_point_code: Option<String>,
        /// Currency of VAT accounting (BT-6), where it is not that of the document.
        vat_currency: Option<String>,
        /// VAT in that currency (BT-111).
        vat_in_vat_currency: Option<DecimalText>,
        /// What one unit of the document's currency is worth in vat_currency; VAT in that currency
        /// is computed by it when it is not given. At most 6 decimals.
        exchange_rate: Option<DecimalText>,
        /// Number of the seller's order (BT-14).
        sales_order_reference: Option<String>,
        /// Number of the despatch advice (BT-16).
        despatch_reference: Option<String>,
        /// Number of the receiving advice (BT-15).
        receipt_reference: Option<String>,
        /// Tender or lot (BT-17).
        tender_reference: Option<String>,
        /// Project (BT-11).
        project_reference: Option<String>,
        /// The object that is invoiced (BT-18), such as a meter; scheme: UNTDID 1153.
        object: Option<IdentifierForm>,
        /// Who is paid in the seller's place (BG-10).
        payee: Option<PayeeForm>,
        /// Who answers for the seller's VAT (BG-11).
        tax_representative: Option<TaxRepresentativeForm>,
        /// To whom and where was delivered (BG-13).
        delivery: Option<DeliveryForm>,
        /// Further ways to pay (BG-16), beside payment.
        more_payments: Option<Vec<PaymentForm>>,
        /// Content without a business term, as document_read gives it; it is put back where it was.
        other: Option<Vec<OtherForm>>,
    }
}

form! {
    /// An earlier invoice.
    PrecedingForm {
        /// Its number (BT-25). Mandatory.
        number: Option<String>,
        /// Its issue date (BT-26).
        issue_date: Option<DayText>,
    }
}

impl Described for InvoiceForm {
    const PLACE: &'static str = "/$defs/InvoiceForm";
}

impl InvoiceForm {
    /// Lets the lines go that have been read; findings can still name the host's keys.
    pub fn forget_lines(&mut self) {
        self.lines.iter_mut().for_each(Lines::forget);
    }
}

/// Parses an invoice of a seller in `home`.
///
/// Where a value is faulty a stand-in takes its place, so that the rules still see all the rest;
/// the door, which has the fault, does not close over it.
pub fn read_invoice(door: &mut Door, at: &str, form: &InvoiceForm, home: &Country) -> Invoice {
    let outer = door.enter(form.host_key.clone());
    door.optional(&format!("{at}/host_key"), form.host_key.as_ref(), text(200));
    let invoice = read_invoice_in(door, at, form, home);
    door.leave(outer);
    invoice
}

fn read_invoice_in(door: &mut Door, at: &str, form: &InvoiceForm, home: &Country) -> Invoice {
    let head = read_head(door, at, form, home);
    let references = read_references(door, at, form);
    let (payment, further, creditor) = read_payments(
        door,
        at,
        form.payment.as_ref(),
        form.more_payments.as_deref().unwrap_or_default(),
    );
    let more = read_more(door, at, form);
    let more = More { payments: further, creditor, ..more };
    let adjustments =
        read_adjustments(door, &format!("{at}/adjustments"), form.adjustments.as_deref());
    let lines = read_lines(door, at, form);
    let mut amount = |name: &str, given: Option<&DecimalText>| {
        door.optional(&format!("{at}/{name}"), given, |text| money::parse(text, AMOUNT))
            .unwrap_or(Decimal::ZERO)
    };
    let prepaid = amount("prepaid", form.prepaid.as_ref());
    let rounding = amount("rounding", form.rounding.as_ref());
    Invoice { payment, adjustments, lines, prepaid, rounding, more, ..references(head) }
}

/// Type, number, dates and currency; the rest is empty still.
fn read_head(door: &mut Door, at: &str, form: &InvoiceForm, home: &Country) -> Invoice {
    let path = |name: &str| format!("{at}/{name}");
    let kind = match form.r#type {
        Some(_) => door.optional(&path("type"), form.r#type.as_ref(), Type::parse),
        None => Some(Type::Invoice),
    };
    let number = door.required(&path("number"), form.number.as_ref(), text(40));
    let issue_date = door.required(&path("issue_date"), form.issue_date.as_ref(), parse_day);
    let due_date = door.optional(&path("due_date"), form.due_date.as_ref(), parse_day);
    let tax_point_date =
        door.optional(&path("tax_point_date"), form.tax_point_date.as_ref(), parse_day);
    let currency = door.optional(&path("currency"), form.currency.as_ref(), Currency::parse);
    Invoice {
        r#type: kind.unwrap_or(Type::Invoice),
        number: number.unwrap_or_default(),
        issue_date: issue_date.or(due_date).unwrap_or_default(),
        due_date,
        tax_point_date,
        currency: currency.unwrap_or_else(|| Currency::of_country(home)),
        note: None,
        buyer_reference: None,
        order_reference: None,
        contract_reference: None,
        accounting_cost: None,
        period: None,
        preceding: Vec::new(),
        delivered: Delivered::default(),
        payment: None,
        payment_terms: None,
        adjustments: Vec::new(),
        lines: Vec::new(),
        prepaid: Decimal::ZERO,
        rounding: Decimal::ZERO,
        more: More::default(),
    }
}

/// Notes, references, period and delivery, as what they add to a head.
fn read_references(
    door: &mut Door,
    at: &str,
    form: &InvoiceForm,
) -> impl FnOnce(Invoice) -> Invoice + use<> {
    let path = |name: &str| format!("{at}/{name}");
    let mut short =
        |name: &str, given: Option<&String>, limit| door.optional(&path(name), given, text(limit));
    let buyer_reference = short("buyer_reference", form.buyer_reference.as_ref(), 100);
    let order_reference = short("order_reference", form.order_reference.as_ref(), 100);
    let contract_reference = short("contract_reference", form.contract_reference.as_ref(), 100);
    let accounting_cost = short("accounting_cost", form.accounting_cost.as_ref(), 100);
    let note = door.optional(&path("note"), form.note.as_ref(), paragraph(2000));
    let payment_terms =
        door.optional(&path("payment_terms"), form.payment_terms.as_ref(), paragraph(1000));
    let period = read_period(door, &path("period"), form.period.as_ref());
    let preceding = read_preceding(door, at, form.preceding.as_deref().unwrap_or_default());
    let delivered = read_delivered(
        door,
        at,
        (form.delivery_date.as_ref(), form.delivery_country.as_ref()),
        form.delivery.as_ref(),
    );
    move |head| Invoice {
        note,
        buyer_reference,
        order_reference,
        contract_reference,
        accounting_cost,
        payment_terms,
        period,
        preceding,
        delivered,
        ..head
    }
}

/// What fewer documents have.
fn read_more(door: &mut Door, at: &str, form: &InvoiceForm) -> More {
    let path = |name: &str| format!("{at}/{name}");
    let mut short =
        |name: &str, given: Option<&String>| door.optional(&path(name), given, text(100));
    let sales_order = short("sales_order_reference", form.sales_order_reference.as_ref());
    let despatch_advice = short("despatch_reference", form.despatch_reference.as_ref());
    let receiving_advice = short("receipt_reference", form.receipt_reference.as_ref());
    let tender = short("tender_reference", form.tender_reference.as_ref());
    let project = short("project_reference", form.project_reference.as_ref());
    let due = of_list(codes::TAX_POINT_CODES, "BT-8");
    let tax_point_code = door.optional(&path("tax_point_code"), form.tax_point_code.as_ref(), due);
    let payee = read_payee(door, &path("payee"), form.payee.as_ref());
    let place = path("tax_representative");
    let tax_representative =
        read_tax_representative(door, &place, form.tax_representative.as_ref());
    let (vat_currency, vat_in_vat_currency) = read_vat_currency(door, at, form);
    More {
        self_billing: form.self_billing.filter(|own| *own),
        type_code: read_type_code(door, &path("type_code"), form),
        tax_point_code,
        vat_currency,
        vat_in_vat_currency,
        exchange_rate: door.optional(&path("exchange_rate"), form.exchange_rate.as_ref(), |text| {
            money::parse(text, QUANTITY)
        }),
        sales_order,
        despatch_advice,
        receiving_advice,
        tender,
        project,
        object: read_object(door, &path("object"), form.object.as_ref()),
        supporting: read_attachments(door, &path("attachments"), form.attachments.as_deref()),
        payee,
        tax_representative,
        creditor: None,
        payments: Vec::new(),
        taxes: read_taxes(door, at, form.totals.as_ref()),
        other: read_other(door, &path("other"), form.other.as_deref()),
    }
}

/// A type code belongs to the process and to the kind of document.
fn read_type_code(door: &mut Door, at: &str, form: &InvoiceForm) -> Option<String> {
    let credit = form.r#type.as_deref().is_some_and(|word| word.trim() == "credit_note");
    let list = match (form.self_billing.unwrap_or(false), credit) {
        (true, false) => codes::INVOICE_TYPES_SELF_BILLING,
        (true, true) => codes::CREDIT_NOTE_TYPES_SELF_BILLING,
        (false, false) => codes::INVOICE_TYPES_PEPPOL,
        (false, true) => codes::CREDIT_NOTE_TYPES_PEPPOL,
    };
    door.optional(at, form.type_code.as_ref(), of_list(list, "BT-3"))
}

/// VAT in the currency of accounting: as it is given, or by the rate of exchange once it is known.
fn read_vat_currency(
    door: &mut Door,
    at: &str,
    form: &InvoiceForm,
) -> (Option<Currency>, Option<Decimal>) {
    let path = |name: &str| format!("{at}/{name}");
    let currency =
        door.optional(&path("vat_currency"), form.vat_currency.as_ref(), Currency::parse);
    let amount = form.vat_in_vat_currency.as_ref();
    let amount =
        door.optional(&path("vat_in_vat_currency"), amount, |text| money::parse(text, AMOUNT));
    if currency.is_none() && form.vat_currency.is_none() && amount.is_some() {
        door.report(missing(&path("vat_currency")));
    }
    (currency, amount)
}

fn read_preceding(door: &mut Door, at: &str, forms: &[PrecedingForm]) -> Vec<Preceding> {
    let mut all = Vec::new();
    for (index, form) in forms.iter().enumerate() {
        let path = format!("{at}/preceding/{index}");
        let number = door.required(&format!("{path}/number"), form.number.as_ref(), text(40));
        let issue_date =
            door.optional(&format!("{path}/issue_date"), form.issue_date.as_ref(), parse_day);
        all.extend(number.map(|number| Preceding { number, issue_date }));
    }
    all
}

fn read_lines(door: &mut Door, at: &str, form: &InvoiceForm) -> Vec<Line> {
    let Some(forms) = &form.lines else { return Vec::new() };
    let mut lines = Vec::with_capacity(forms.len());
    for (index, form) in forms.forms().enumerate() {
        lines.push(read_line(door, &format!("{at}/lines/{index}"), index, &form));
    }
    lines
}
