//! What a person gets to read when the document does not travel as XML alone: the invoice as plain
//! text, the mail around it, and the address sheet of a letter. Pure: same input, same text.

pub mod mail;
mod wording;

use crate::domain::channel::Channel;
use crate::domain::invoice::totals::Totals;
use crate::domain::invoice::{Invoice, Line};
use crate::domain::money::{plain, text};
use crate::domain::party::{Address, Party};
use crate::domain::words::Language;
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
            out.push_str(&line_text(line, *net));
        }
        for adjustment in &self.invoice.adjustments {
            let reason = adjustment.reason.as_deref().or(adjustment.reason_code.as_deref());
            let signed = match adjustment.kind {
                crate::domain::invoice::AdjustmentKind::Allowance => -adjustment.amount,
                crate::domain::invoice::AdjustmentKind::Charge => adjustment.amount,
            };
            out.push_str(&sum_row(reason.unwrap_or_default(), signed));
        }
        out
    }

    fn sums(&self) -> String {
        let w = self.wording();
        let totals = self.totals;
        let mut out = sum_row(w.without_vat, totals.without_vat);
        for group in &totals.groups {
            let label = format!("{} {} %", w.vat, plain(group.rate));
            out.push_str(&sum_row(&label, group.tax));
        }
        for (label, amount) in [(w.prepaid, -totals.prepaid), (w.rounding, totals.rounding)] {
            if !amount.is_zero() {
                out.push_str(&sum_row(label, amount));
            }
        }
        let label = format!("{} ({})", w.payable, self.invoice.currency);
        out.push_str(&sum_row(&label, totals.payable));
        out
    }

    fn payment(&self) -> String {
        let w = self.wording();
        let payment = self.invoice.payment.as_ref();
        let account = payment.and_then(|p| p.account.as_ref()).or(self.seller.account.as_ref());
        let mut out = String::new();
        if let Some(account) = account {
            out.push_str(&format!("{:<22} {account}\n", w.account));
        }
        if let Some(reference) = payment.and_then(|payment| payment.reference.as_ref()) {
            out.push_str(&format!("{:<22} {reference}\n", w.payment_reference));
        }
        if let Some(terms) = &self.invoice.payment_terms {
            out.push_str(&format!("{terms}\n"));
        }
        out
    }
}

fn line_text(line: &Line, net: Decimal) -> String {
    let name: String = line.name.chars().take(40).collect();
    let quantity = format!("{} {}", plain(line.quantity), line.unit);
    format!("{name:<40} {quantity:>12} {:>10} {:>12}\n", plain(line.price), text(net))
}

fn sum_row(label: &str, amount: Decimal) -> String {
    format!("{label:<53} {:>23}\n", text(amount))
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
