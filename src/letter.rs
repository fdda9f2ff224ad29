//! What a person gets to read when the document does not travel as XML alone: the invoice as plain
//! text, the mail around it, and the address sheet of a letter. Pure: same input, same text.

pub mod mail;
mod wording;

use crate::domain::channel::Channel;
use crate::domain::invoice::totals::Totals;
use crate::domain::invoice::vat::Category;
use crate::domain::invoice::{Adjustment, AdjustmentKind, Invoice, Line, Period};
use crate::domain::money::{plain, text};
use crate::domain::party::{Address, Party};
use crate::domain::words::Language;
use jiff::civil::Date;
use rust_decimal::Decimal;
use wording::Wording;

/// What a letter is written from.
#[derive(Clone, Copy, Debug)]
pub struct Letter<'a> {
    /// The document
    pub invoice: &'a Invoice,
    /// Its totals
    pub totals: &'a Totals,
    /// Who sends
    pub seller: &'a Party,
    /// Who reads
    pub buyer: &'a Party,
    /// In which language
    pub language: Language,
}

impl Letter<'_> {
    /// "Faktura 1001" in the reader's language.
    pub fn title(&self) -> String {
        format!("{} {}", self.wording().title(self.invoice.r#type), self.invoice.number)
    }

    /// The invoice as plain text, at most 76 characters wide where the data allow it.
    pub fn text(&self) -> String {
        let mut out = String::new();
        for block in [self.head(), self.lines(), self.sums(), self.payment()] {
            out.push_str(&block);
            out.push('\n');
        }
        out.trim_end().to_owned() + "\n"
    }

    /// The sheet that shows in the window of the envelope.
    pub fn address_sheet(&self) -> String {
        let sender = postal_lines(&self.seller.name, &self.seller.address, &self.seller.address);
        let receiver = postal_lines(&self.buyer.name, &self.buyer.address, &self.seller.address);
        format!("{}\n\n\n{}\n\n\n{}\n", sender.join(", "), receiver.join("\n"), self.title())
    }

    fn wording(&self) -> &'static Wording {
        Wording::of(self.language)
    }

    fn head(&self) -> String {
        let w = self.wording();
        let invoice = self.invoice;
        let mut out = format!("{}\n\n", self.title());
        let mut row = |label: &str, value: Option<String>| {
            if let Some(value) = value {
                out.push_str(&format!("{label:<22} {value}\n"));
            }
        };
        row(w.seller, Some(self.seller.name.clone()));
        let vat = self.seller.vat.as_ref().map(|vat| vat.text().to_owned());
        row(w.vat_number, vat.or(self.seller.org.as_ref().map(|org| org.digits().to_owned())));
        row("", self.seller.tax_mark.clone());
        row(w.buyer, Some(self.buyer.name.clone()));
        row(w.customer_number, self.buyer.identifier.clone());
        row(w.issue_date, Some(invoice.issue_date.to_string()));
        row(w.due_date, invoice.due_date.map(|day| day.to_string()));
        row(w.delivered, invoice.delivered.date.map(|day| day.to_string()));
        row(w.period, invoice.period.map(span));
        row(w.your_reference, invoice.buyer_reference.clone());
        row(w.order, invoice.order_reference.clone());
        for preceding in &invoice.preceding {
            row(w.refers_to, Some(preceding.number.clone()));
        }
        if let Some(note) = &invoice.note {
            out.push_str(&format!("\n{note}\n"));
        }
        out
    }

    fn lines(&self) -> String {
        let mut out = String::new();
        for (line, net) in self.invoice.lines.iter().zip(&self.totals.line_nets) {
            out.push_str(&self.line(line, *net));
        }
        for adjustment in &self.invoice.adjustments {
            out.push_str(&sum_row(reason(adjustment), signed(adjustment)));
        }
        out
    }

    /// A line, and below it what makes its amount other than quantity times price.
    fn line(&self, line: &Line, net: Decimal) -> String {
        let w = self.wording();
        let name: String = line.name.chars().take(36).collect();
        let quantity = format!("{} {}", plain(line.quantity), w.unit(&line.unit));
        let (price, net) = (price(line.price), text(net));
        let mut out = format!("{name:<36} {quantity:>14} {price:>11} {net:>12}\n");
        if let Some(base) = line.base_quantity {
            out.push_str(&format!("  {} {} {}\n", w.price_for, plain(base), w.unit(&line.unit)));
        }
        for adjustment in &line.adjustments {
            out.push_str(&format!("  {}: {}\n", reason(adjustment), text(signed(adjustment))));
        }
        if self.totals.groups.len() > 1 {
            out.push_str(&format!("  {}\n", vat_label(w, line.vat.category, line.vat.rate)));
        }
        out
    }

    fn sums(&self) -> String {
        let w = self.wording();
        let totals = self.totals;
        let mut out = sum_row(w.without_vat, totals.without_vat);
        for group in &totals.groups {
            out.push_str(&sum_row(&vat_label(w, group.category, group.rate), group.tax));
            let reason = group.reason.as_deref().or(group.reason_code.as_deref());
            if let Some(reason) = reason {
                out.push_str(&format!("  {reason}\n"));
            }
        }
        for (label, amount) in [(w.prepaid, -totals.prepaid), (w.rounding, totals.rounding)] {
            if !amount.is_zero() {
                out.push_str(&sum_row(label, amount));
            }
        }
        let credit = self.invoice.r#type.is_credit_note();
        let label = if credit { w.to_your_credit } else { w.payable };
        out.push_str(&sum_row(&format!("{label} ({})", self.invoice.currency), totals.payable));
        out
    }

    /// Where to pay; a credit note asks for nothing.
    fn payment(&self) -> String {
        let w = self.wording();
        let payment = self.invoice.payment.as_ref();
        let mut out = String::new();
        if !self.invoice.r#type.is_credit_note() {
            let account = payment.and_then(|payment| payment.account.as_ref());
            if let Some(account) = account.or(self.seller.account.as_ref()) {
                out.push_str(&format!("{:<22} {account}\n", w.account));
            }
            if let Some(reference) = payment.and_then(|payment| payment.reference.as_ref()) {
                out.push_str(&format!("{:<22} {reference}\n", w.payment_reference));
            }
        }
        if let Some(terms) = &self.invoice.payment_terms {
            out.push_str(&format!("{terms}\n"));
        }
        out
    }
}

fn sum_row(label: &str, amount: Decimal) -> String {
    format!("{label:<53} {:>22}\n", text(amount))
}

/// "MVA 25 %", or "MVA (AE)" where there is none.
fn vat_label(wording: &Wording, category: Category, rate: Decimal) -> String {
    match category {
        Category::S => format!("{} {} %", wording.vat, plain(rate)),
        _ => format!("{} ({})", wording.vat, category.code()),
    }
}

fn reason(adjustment: &Adjustment) -> &str {
    adjustment.reason.as_deref().or(adjustment.reason_code.as_deref()).unwrap_or_default()
}

fn signed(adjustment: &Adjustment) -> Decimal {
    match adjustment.kind {
        AdjustmentKind::Allowance => -adjustment.amount,
        AdjustmentKind::Charge => adjustment.amount,
    }
}

/// Two decimals at least, and every further one that counts.
fn price(price: Decimal) -> String {
    if price.scale() < 2 { text(price) } else { plain(price) }
}

/// "2026-11-01 – 2026-11-30"; one end may be open.
fn span(period: Period) -> String {
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    format!("{} – {}", day(period.start), day(period.end))
}

/// Name and address as a letter wants them; the country only when it is another.
fn postal_lines(name: &str, address: &Address, from: &Address) -> Vec<String> {
    let place = [&address.post_code, &address.place];
    let place: Vec<&str> = place.into_iter().flatten().map(String::as_str).collect();
    let mut lines = vec![name.to_owned()];
    lines.extend(address.street.clone());
    lines.extend(address.street2.clone());
    lines.push(place.join(" "));
    if address.country != from.country {
        lines.push(address.country.to_string());
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// Which files a channel wants beside the payload and the routing data.
pub const fn companions(channel: Channel) -> &'static [Companion] {
    match channel {
        Channel::Einvoice | Channel::Efaktura | Channel::Vipps => &[],
        Channel::Email => &[Companion::Mail],
        Channel::Print => &[Companion::AddressSheet, Companion::Text],
        Channel::Oneself => &[Companion::Text],
    }
}

/// A file that goes with the payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Companion {
    /// A finished mail (RFC 5322)
    Mail,
    /// The sheet for the envelope's window
    AddressSheet,
    /// The invoice as plain text
    Text,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::company::Settings;
    use crate::letter::mail::{Envelope, write};

    /// The document of a golden case, read back from the request's own parts.
    fn letter_of(test: impl FnOnce(&Letter<'_>)) {
        let kept = include_str!("../tests/letters/example.json");
        let kept: serde_json::Value = serde_json::from_str(kept).unwrap();
        let part = |name: &str| kept[name].clone();
        let invoice: Invoice = serde_json::from_value(part("invoice")).unwrap();
        let seller: Party = serde_json::from_value(part("seller")).unwrap();
        let buyer: Party = serde_json::from_value(part("buyer")).unwrap();
        let totals = Totals::of(&invoice).unwrap();
        let language = Language::Nb;
        test(&Letter {
            invoice: &invoice,
            totals: &totals,
            seller: &seller,
            buyer: &buyer,
            language,
        });
    }

    #[test]
    fn the_text_is_the_golden_one_and_fits_a_mail() {
        letter_of(|letter| {
            let text = letter.text();
            assert_eq!(text, include_str!("../tests/letters/example.txt"));
            assert!(text.lines().all(|line| line.chars().count() <= 76), "{text}");
        });
    }

    #[test]
    fn the_same_mail_is_the_same_bytes() {
        letter_of(|letter| {
            let settings = Settings::default();
            let from = "post@fjord.example.no".to_owned().into();
            let at = "2026-11-23T10:00:00Z".parse().unwrap();
            let envelope = Envelope {
                id: "dlv_1",
                from: &from,
                settings: &settings,
                text: None,
                at,
                xml: b"<x/>",
            };
            let mail = write(letter, &envelope).unwrap();
            assert_eq!(Some(&mail), write(letter, &envelope).as_ref());
            let mail = String::from_utf8(mail).unwrap();
            for part in ["Message-ID: <dlv_1@fjord.example.no>", "To: ", "Content-Type: multipart"]
            {
                assert!(mail.contains(part), "{part} is not in\n{mail}");
            }
        });
    }
}
