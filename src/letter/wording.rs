//! The labels of a letter in the three languages.

use crate::domain::invoice::Type;
use crate::domain::words::Language;

/// The labels.
pub struct Wording {
    invoice: &'static str,
    credit_note: &'static str,
    reminder: &'static str,
    collection_notice: &'static str,
    dunning: &'static str,
    payment_request: &'static str,
    enforcement_warning: &'static str,
    /// Who sells
    pub seller: &'static str,
    /// VAT or organisation number
    pub vat_number: &'static str,
    /// Who buys
    pub buyer: &'static str,
    /// Customer number
    pub customer_number: &'static str,
    /// Issue date
    pub issue_date: &'static str,
    /// Due date
    pub due_date: &'static str,
    /// Buyer reference
    pub your_reference: &'static str,
    /// Order
    pub order: &'static str,
    /// Earlier invoice
    pub refers_to: &'static str,
    /// Sum without VAT
    pub without_vat: &'static str,
    /// VAT
    pub vat: &'static str,
    /// Paid already
    pub prepaid: &'static str,
    /// Rounding
    pub rounding: &'static str,
    /// To pay
    pub payable: &'static str,
    /// To pay, the other way round
    pub to_your_credit: &'static str,
    /// Day of delivery
    pub delivered: &'static str,
    /// Period
    pub period: &'static str,
    /// "price for" a number of units
    pub price_for: &'static str,
    units: &'static [(&'static str, &'static str)],
    /// Account
    pub account: &'static str,
    /// KID or OCR
    pub payment_reference: &'static str,
    /// Who to ask
    pub questions: &'static str,
    /// The mail's own sentence
    pub enclosed: &'static str,
}

impl Wording {
    /// The labels of a language.
    pub const fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &ENGLISH,
            Language::Nb => &NORWEGIAN,
            Language::Sv => &SWEDISH,
        }
    }

    /// The word for a unit; a rare one keeps its code.
    pub fn unit<'a>(&self, code: &'a str) -> &'a str {
        let known = self.units.iter().chain(UNITS).find(|(known, _)| *known == code);
        known.map_or(code, |(_, word)| word)
    }

    /// The name of the document.
    pub const fn title(&self, kind: Type) -> &'static str {
        match kind {
            Type::Invoice => self.invoice,
            Type::CreditNote => self.credit_note,
            Type::Reminder => self.reminder,
            Type::CollectionNotice => self.collection_notice,
            Type::Dunning => self.dunning,
            Type::PaymentRequest => self.payment_request,
            Type::EnforcementWarning => self.enforcement_warning,
        }
    }
}

/// Units that are written the same in the three languages.
const UNITS: &[(&str, &str)] = &[
    ("GRM", "g"),
    ("KGM", "kg"),
    ("KMT", "km"),
    ("KWH", "kWh"),
    ("LTR", "l"),
    ("MIN", "min"),
    ("MTK", "m²"),
    ("MTQ", "m³"),
    ("MTR", "m"),
    ("TNE", "t"),
];

static ENGLISH: Wording = Wording {
    invoice: "Invoice",
    credit_note: "Credit note",
    reminder: "Payment reminder",
    collection_notice: "Debt collection notice",
    dunning: "Dunning letter",
    payment_request: "Payment request",
    enforcement_warning: "Warning of legal proceedings",
    seller: "From",
    vat_number: "VAT number",
    buyer: "To",
    customer_number: "Customer number",
    issue_date: "Date",
    due_date: "Due date",
    your_reference: "Your reference",
    order: "Order",
    refers_to: "Refers to invoice",
    without_vat: "Sum without VAT",
    vat: "VAT",
    prepaid: "Paid already",
    rounding: "Rounding",
    payable: "To pay",
    to_your_credit: "To your credit",
    delivered: "Delivered",
    period: "Period",
    price_for: "price for",
    units: &[("C62", "pcs"), ("HUR", "h"), ("DAY", "days"), ("MON", "months"), ("ANN", "years")],
    account: "Account",
    payment_reference: "Payment reference",
    questions: "Questions about the invoice? Contact",
    enclosed: "Below you find our document; it is also enclosed as a file.",
};

static NORWEGIAN: Wording = Wording {
    invoice: "Faktura",
    credit_note: "Kreditnota",
    reminder: "Betalingspåminnelse",
    collection_notice: "Inkassovarsel",
    dunning: "Purring",
    payment_request: "Betalingsoppfordring",
    enforcement_warning: "Varsel om rettslige skritt",
    seller: "Fra",
    vat_number: "Org.nr.",
    buyer: "Til",
    customer_number: "Kundenummer",
    issue_date: "Fakturadato",
    due_date: "Forfallsdato",
    your_reference: "Deres referanse",
    order: "Bestilling",
    refers_to: "Gjelder faktura",
    without_vat: "Sum uten MVA",
    vat: "MVA",
    prepaid: "Betalt",
    rounding: "Avrunding",
    payable: "Å betale",
    to_your_credit: "Til gode",
    delivered: "Levert",
    period: "Periode",
    price_for: "pris for",
    units: &[("C62", "stk"), ("HUR", "timer"), ("DAY", "dager"), ("MON", "mnd"), ("ANN", "år")],
    account: "Konto",
    payment_reference: "KID/referanse",
    questions: "Har du spørsmål til fakturaen, kontakt",
    enclosed: "Under finner du dokumentet vårt; det er også vedlagt som fil.",
};

static SWEDISH: Wording = Wording {
    invoice: "Faktura",
    credit_note: "Kreditfaktura",
    reminder: "Betalningspåminnelse",
    collection_notice: "Inkassovarsel",
    dunning: "Kravbrev",
    payment_request: "Betalningsuppmaning",
    enforcement_warning: "Varsel om rättsliga åtgärder",
    seller: "Från",
    vat_number: "Momsreg.nr",
    buyer: "Till",
    customer_number: "Kundnummer",
    issue_date: "Fakturadatum",
    due_date: "Förfallodag",
    your_reference: "Er referens",
    order: "Order",
    refers_to: "Avser faktura",
    without_vat: "Summa exkl. moms",
    vat: "Moms",
    prepaid: "Betalt",
    rounding: "Öresavrundning",
    payable: "Att betala",
    to_your_credit: "Att få tillbaka",
    delivered: "Levererat",
    period: "Period",
    price_for: "pris för",
    units: &[("C62", "st"), ("HUR", "tim"), ("DAY", "dagar"), ("MON", "mån"), ("ANN", "år")],
    account: "Konto",
    payment_reference: "OCR/referens",
    questions: "Har du frågor om fakturan, kontakta",
    enclosed: "Nedan finns vårt dokument; det är också bifogat som fil.",
};
