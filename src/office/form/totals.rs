//! Totals as the ERP has them.

use crate::domain::invoice::GivenTax;
use crate::domain::invoice::vat::Category;
use crate::domain::money::{self, AMOUNT, PERCENT};
use crate::office::protocol::door::Door;
use crate::office::protocol::request::form;
use crate::office::protocol::text::DecimalText;

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
        /// Rows of the VAT breakdown (BG-23), where the ERP computes them itself. A row stands in
        /// the document as it is given, as long as the rules of EN 16931 take it (BR-CO-17).
        groups: Option<Vec<TaxForm>>,
    }
}

form! {
    /// A row of the VAT breakdown.
    TaxForm {
        /// Category (BT-118). Mandatory.
        category: Option<String>,
        /// Rate (BT-119). Default: 0.
        rate: Option<DecimalText>,
        /// Taxable amount (BT-116).
        taxable: Option<DecimalText>,
        /// VAT (BT-117).
        tax: Option<DecimalText>,
    }
}

/// Parses the rows of the VAT breakdown.
pub fn read_taxes(door: &mut Door, at: &str, totals: Option<&TotalsForm>) -> Vec<GivenTax> {
    let forms = totals.and_then(|totals| totals.groups.as_deref());
    let mut all = Vec::new();
    for (index, form) in forms.unwrap_or_default().iter().enumerate() {
        let path = |name: &str| format!("{at}/totals/groups/{index}/{name}");
        let category = door.required(&path("category"), form.category.as_ref(), Category::parse);
        let mut number = |name: &str, given: Option<&DecimalText>, digits| {
            door.optional(&path(name), given, |text| money::parse(text, digits))
        };
        let rate = number("rate", form.rate.as_ref(), PERCENT).unwrap_or_default();
        let taxable = number("taxable", form.taxable.as_ref(), AMOUNT);
        let tax = number("tax", form.tax.as_ref(), AMOUNT);
        all.extend(category.map(|category| GivenTax { category, rate, taxable, tax }));
    }
    all
}
