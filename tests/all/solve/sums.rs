//! The sums of a document, computed anew from its XML alone and without any tolerance.

use super::cart::round;
use rust_decimal::Decimal;

/// What stands between the tags of this name, in order.
pub fn all<'a>(xml: &'a str, name: &str) -> Vec<&'a str> {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let mut found = Vec::new();
    let mut left = xml;
    while let Some(start) = left.find(&open) {
        let after = &left[start + open.len()..];
        let end = after.find(&close).unwrap_or(0);
        // <cbc:Amount> and not <cbc:AmountType>.
        if after.starts_with(['>', ' ']) {
            found.push(&after[after.find('>').unwrap() + 1..end]);
            left = &after[end..];
        } else {
            left = after;
        }
    }
    found
}

pub fn one(xml: &str, name: &str) -> Option<Decimal> {
    all(xml, name).first().map(|text| text.parse().unwrap())
}

fn must(xml: &str, name: &str) -> Decimal {
    one(xml, name).unwrap_or_else(|| panic!("no {name} in {xml}"))
}

/// A line as it stands in the document.
#[derive(Debug)]
pub struct Line<'a> {
    pub xml: &'a str,
    pub net: Decimal,
    pub price: Decimal,
}

pub fn lines(xml: &str) -> Vec<Line<'_>> {
    let name = if xml.contains("<CreditNote") { "cac:CreditNoteLine" } else { "cac:InvoiceLine" };
    let read = |xml| {
        let price = must(all(xml, "cac:Price")[0], "cbc:PriceAmount");
        Line { xml, net: must(xml, "cbc:LineExtensionAmount"), price }
    };
    all(xml, name).into_iter().map(read).collect()
}

/// The document's own allowances and charges stand before its VAT.
pub fn head(xml: &str) -> &str {
    xml.split("<cac:TaxTotal>").next().unwrap()
}

/// Charges less allowances.
fn adjustments(xml: &str) -> (Decimal, Decimal) {
    let (mut allowances, mut charges) = (Decimal::ZERO, Decimal::ZERO);
    for one in all(xml, "cac:AllowanceCharge") {
        let amount = must(one, "cbc:Amount");
        assert!(amount >= Decimal::ZERO);
        match all(one, "cbc:ChargeIndicator")[0] {
            "true" => charges += amount,
            _ => allowances += amount,
        }
        if let Some(percent) = self::one(one, "cbc:MultiplierFactorNumeric") {
            let expected = round(must(one, "cbc:BaseAmount") * percent / Decimal::ONE_HUNDRED);
            assert!((expected - amount).abs() <= Decimal::new(2, 2), "R040: {one}");
        }
    }
    (allowances, charges)
}

/// Category and rate, as they stand there.
fn group(xml: &str) -> (&str, Decimal) {
    (all(xml, "cbc:ID")[0], one(xml, "cbc:Percent").unwrap_or_default())
}

/// BR-CO-10 to BR-CO-17, PEPPOL-EN16931-R120, R046 and BR-27, to the cent.
pub fn hold(xml: &str) {
    let (sums, lines) = (all(xml, "cac:LegalMonetaryTotal")[0], lines(xml));
    let (mut sum, mut members) = (Decimal::ZERO, Vec::new());
    for line in &lines {
        let quantity = one(line.xml, "cbc:InvoicedQuantity");
        let quantity = quantity.unwrap_or_else(|| must(line.xml, "cbc:CreditedQuantity"));
        let priced = all(line.xml, "cac:Price")[0];
        let base = one(priced, "cbc:BaseQuantity").unwrap_or(Decimal::ONE);
        let (allowances, charges) = adjustments(&line.xml.replace(priced, ""));
        let net = round(quantity * line.price / base + charges - allowances);
        assert_eq!(net, line.net, "R120: {}", line.xml);
        assert!(line.price >= Decimal::ZERO, "BR-27: {}", line.xml);
        if let Some(before) = one(priced, "cbc:BaseAmount") {
            assert_eq!(line.price, before - must(priced, "cbc:Amount"), "R046: {priced}");
        }
        sum += net;
        members.push((group(all(line.xml, "cac:ClassifiedTaxCategory")[0]), net));
    }
    for one in all(head(xml), "cac:AllowanceCharge") {
        let charge = all(one, "cbc:ChargeIndicator")[0] == "true";
        let amount = must(one, "cbc:Amount");
        let category = group(all(one, "cac:TaxCategory")[0]);
        members.push((category, if charge { amount } else { -amount }));
    }
    let (allowances, charges) = adjustments(head(xml));
    let stated = |name: &str| one(sums, name).unwrap_or_default();
    assert_eq!(sum, stated("cbc:LineExtensionAmount"), "BR-CO-10");
    assert_eq!(allowances, stated("cbc:AllowanceTotalAmount"), "BR-CO-11");
    assert_eq!(charges, stated("cbc:ChargeTotalAmount"), "BR-CO-12");
    let without_vat = sum - allowances + charges;
    assert_eq!(without_vat, stated("cbc:TaxExclusiveAmount"), "BR-CO-13");
    let (total, mut vat) = (all(xml, "cac:TaxTotal")[0], Decimal::ZERO);
    for row in all(total, "cac:TaxSubtotal") {
        let category = group(all(row, "cac:TaxCategory")[0]);
        let own = members.iter().filter(|(member, _)| *member == category);
        let taxable: Decimal = own.map(|(_, amount)| *amount).sum();
        assert_eq!(taxable, must(row, "cbc:TaxableAmount"), "BR-S-08");
        let tax = round(taxable * category.1 / Decimal::ONE_HUNDRED);
        assert_eq!(tax, must(row, "cbc:TaxAmount"), "BR-CO-17");
        vat += tax;
    }
    assert_eq!(vat, must(total, "cbc:TaxAmount"), "BR-CO-14");
    assert_eq!(without_vat + vat, stated("cbc:TaxInclusiveAmount"), "BR-CO-15");
    let payable =
        without_vat + vat - stated("cbc:PrepaidAmount") + stated("cbc:PayableRoundingAmount");
    assert_eq!(payable, stated("cbc:PayableAmount"), "BR-CO-16");
}
