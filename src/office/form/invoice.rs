//! The invoice as an ERP gives it.

use crate::domain::account::{Account, Kid, Ocr};
use crate::domain::codes;
use crate::domain::country::{Country, Currency};
use crate::domain::finding::{Fault, Finding};
use crate::domain::invoice::{Delivered, Invoice, Line, Payment, Period, Preceding, Type};
use crate::domain::money::{self, AMOUNT};
use crate::domain::time::parse_day;
use crate::office::form::distribution::{ClaimForm, DistributionForm};
use crate::office::form::line::{AdjustmentForm, LineForm, read_adjustments, read_line};
use crate::office::form::{BIC_WITHOUT_IBAN, CODE_UNKNOWN, TWO_REFERENCES};
use crate::office::request::{DayText, DecimalText, Door, code, form, paragraph, text};
use jiff::civil::Date;
use rust_decimal::Decimal;

form! {
    /// An invoice or credit note in plain business terms. Amounts, dates and ids are strings.
    InvoiceForm {
        /// invoice (default) or credit_note (BT-3).
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
        lines: Option<Vec<LineForm>>,
        /// Amount paid already (BT-113).
        prepaid: Option<DecimalText>,
        /// Rounding of the amount to pay (BT-114), such as öresavrundning.
        rounding: Option<DecimalText>,
        /// Totals as the ERP has them; they are checked against the computed ones.
        totals: Option<TotalsForm>,
        /// Customer number of the buyer.
        customer: Option<String>,
        /// Why a consumer owes the amount; invoice_send wants it where eFaktura or Vipps are open.
        claim: Option<ClaimForm>,
        /// What is decided for this document against the customer's usual way, when it is sent.
        distribution: Option<DistributionForm>,
        /// The host's own key; it comes back in replies and findings.
        host_key: Option<String>,
    }
}

form! {
    /// A period; one end may be missing.
    PeriodForm {
        /// First day (BT-73, BT-134).
        start: Option<DayText>,
        /// Last day (BT-74, BT-135).
        end: Option<DayText>,
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

form! {
    /// How the document is paid.
    PaymentForm {
        /// Payment means (BT-81), UNTDID 4461. Default: 30, credit transfer, where there is an
        /// account.
        means: Option<String>,
        /// Account (BT-84); the seller's own when none is given.
        account: Option<String>,
        /// BIC (BT-86), with an IBAN only.
        bic: Option<String>,
        /// Norwegian KID (BT-83): checked by modulus 10 or 11.
        kid: Option<String>,
        /// Swedish OCR reference (BT-83): checked by modulus 10.
        ocr: Option<String>,
        /// Any other reference (BT-83).
        reference: Option<String>,
    }
}

form! {
    /// Totals as the ERP has them, each optional.
    TotalsForm {
        /// Sum of the lines (BT-106).
        lines: Option<DecimalText>,
        /// Allowances on the document (BT-107).
        allowances: Option<DecimalText>,
        /// Charges on the document (BT-108).
        charges: Option<DecimalText>,
        /// Without VAT (BT-109).
        without_vat: Option<DecimalText>,
        /// VAT (BT-110).
        vat: Option<DecimalText>,
        /// With VAT (BT-112).
        with_vat: Option<DecimalText>,
        /// To pay (BT-115).
        payable: Option<DecimalText>,
    }
}

/// Parses an invoice of a seller in `home`.
///
/// Where a value is faulty a stand-in takes its place, so that the rules still see all the rest;
/// the door, which has the fault, does not close over it.
pub fn read_invoice(door: &mut Door, at: &str, form: &InvoiceForm, home: &Country) -> Invoice {
    let outer = door.enter(form.host_key.clone());
    let invoice = read_invoice_in(door, at, form, home);
    door.leave(outer);
    invoice
}

fn read_invoice_in(door: &mut Door, at: &str, form: &InvoiceForm, home: &Country) -> Invoice {
    let head = read_head(door, at, form, home);
    let references = read_references(door, at, form);
    let payment = read_payment(door, at, form);
    let adjustments =
        read_adjustments(door, &format!("{at}/adjustments"), form.adjustments.as_deref());
    let lines = read_lines(door, at, form);
    let mut amount = |name: &str, given: Option<&DecimalText>| {
        door.optional(&format!("{at}/{name}"), given, |text| money::parse(text, AMOUNT))
            .unwrap_or(Decimal::ZERO)
    };
    let prepaid = amount("prepaid", form.prepaid.as_ref());
    let rounding = amount("rounding", form.rounding.as_ref());
    Invoice { payment, adjustments, lines, prepaid, rounding, ..references(head) }
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
    let delivered = Delivered {
        date: door.optional(&path("delivery_date"), form.delivery_date.as_ref(), parse_day),
        country: door.optional(
            &path("delivery_country"),
            form.delivery_country.as_ref(),
            Country::parse,
        ),
    };
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

/// Parses a period; an empty one is none.
pub fn read_period(door: &mut Door, at: &str, form: Option<&PeriodForm>) -> Option<Period> {
    let form = form?;
    let mut day = |name: &str, given: Option<&DayText>| -> Option<Date> {
        door.optional(&format!("{at}/{name}"), given, parse_day)
    };
    let period =
        Period { start: day("start", form.start.as_ref()), end: day("end", form.end.as_ref()) };
    (period.start.is_some() || period.end.is_some()).then_some(period)
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

fn read_payment(door: &mut Door, at: &str, form: &InvoiceForm) -> Option<Payment> {
    let form = form.payment.as_ref()?;
    let path = |name: &str| format!("{at}/payment/{name}");
    let means = door.optional(&path("means"), form.means.as_ref(), |means| {
        let known = codes::holds(codes::PAYMENT_MEANS, means);
        known.then(|| means.to_owned()).ok_or(Fault::new(&CODE_UNKNOWN).with("field", "BT-81"))
    });
    let account = door.optional(&path("account"), form.account.as_ref(), Account::parse);
    let bic = door.optional(&path("bic"), form.bic.as_ref(), code(11));
    let kid = door.optional(&path("kid"), form.kid.as_ref(), Kid::parse);
    let ocr = door.optional(&path("ocr"), form.ocr.as_ref(), Ocr::parse);
    let free = door.optional(&path("reference"), form.reference.as_ref(), text(140));
    let mut references = [kid.map(|kid| kid.to_string()), ocr.map(|ocr| ocr.to_string()), free]
        .into_iter()
        .flatten();
    let reference = references.next();
    if references.next().is_some() {
        door.report(Finding::fatal(&TWO_REFERENCES).at(format!("{at}/payment")).term("BT-83"));
    }
    if bic.is_some() && !matches!(account, Some(Account::Iban(_))) {
        door.report(Finding::fatal(&BIC_WITHOUT_IBAN).at(path("bic")).term("BT-86"));
    }
    Some(Payment { means, account, bic, reference })
}

fn read_lines(door: &mut Door, at: &str, form: &InvoiceForm) -> Vec<Line> {
    let forms = form.lines.as_deref().unwrap_or_default().iter().enumerate();
    forms
        .map(|(index, form)| read_line(door, &format!("{at}/lines/{index}"), index, form))
        .collect()
}
