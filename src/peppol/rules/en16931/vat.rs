//! VAT categories: where each stands in the document, and what the parties must have for it.

mod category;

pub use category::{Category, code, is_only_vat, is_vat, quiet_category};

use crate::peppol::rules::en16931::indicator::{Indicator, says};
use crate::peppol::rules::facts::categories::Categories;
use crate::peppol::rules::look::{At, normal};
use crate::peppol::rules::number;
use crate::peppol::rules::outcome::{Abort, Outcome, Why};
use crate::peppol::schema::id::*;

struct Seen {
    vat: bool,
    /// By its code; by exact IDs; by trimmed IDs.
    code: u16,
    exact: u16,
    ids: u16,
    outside: bool,
}

fn see(at: At<'_, '_>, each: &mut dyn FnMut(Category)) -> Result<Seen, Abort> {
    let vat = is_vat(at)?;
    let code = code(at)?;
    let mut seen = Seen {
        vat,
        code: Category::of(&code).map_or(0, Category::bit),
        exact: 0,
        ids: 0,
        outside: code == "O",
    };
    at.every(&[CBC_ID], &mut |id| {
        let text = id.value();
        seen.exact |= Category::of(&text).map_or(0, Category::bit);
        if let Some(category) = Category::of(&normal(text)) {
            seen.ids |= category.bit();
            each(category);
        }
    });
    Ok(seen)
}

impl Categories {
    /// Looks through the document once.
    pub fn gather(root: At<'_, '_>) -> Result<Self, Abort> {
        let mut all = Self::default();
        for at in root.anywhere(CAC_CLASSIFIED_TAX_CATEGORY) {
            let seen = see(at, &mut |_| {})?;
            all.lines |= seen.code;
            if seen.vat {
                all.vat_lines |= seen.code;
                all.used |= seen.ids;
                all.others[1] |= !seen.outside;
            }
        }
        for at in root.anywhere(CAC_TAX_CATEGORY) {
            if is_vat(at)? {
                at.every(&[CBC_ID], &mut |id| {
                    all.used |= Category::of(&normal(id.value())).map_or(0, Category::bit);
                });
            }
        }
        for at in root.anywhere(CAC_ALLOWANCE_CHARGE) {
            all.add_allowance_charge(at)?;
        }
        let mut aborted = None;
        root.every(&[CAC_TAX_TOTAL, CAC_TAX_SUBTOTAL, CAC_TAX_CATEGORY], &mut |at| {
            aborted = aborted.or(all.add_breakdown(at).err());
        });
        aborted.map_or(Ok(all), Err)
    }

    fn add_allowance_charge(&mut self, at: At<'_, '_>) -> Result<(), Abort> {
        let allowance = says(at, Indicator::Allowance)?;
        let charge = says(at, Indicator::Charge)?;
        let of_document = at.parent().is_some_and(At::is_document);
        for category in at.children(CAC_TAX_CATEGORY) {
            let seen = see(category, &mut |_| {})?;
            self.either |= seen.code;
            if !seen.vat {
                continue;
            }
            self.vat_either |= seen.code;
            if allowance {
                self.allowances |= seen.code;
                self.others[2] |= !seen.outside;
            }
            if charge {
                self.charges |= seen.code;
                self.exact_charges |= seen.exact;
                self.others[3] |= !seen.outside;
            }
            if of_document && allowance {
                self.document_allowances |= seen.code;
            }
            if of_document && charge {
                self.document_charges |= seen.code;
            }
        }
        Ok(())
    }

    fn add_breakdown(&mut self, at: At<'_, '_>) -> Result<(), Abort> {
        let mut counts = self.counts;
        let seen = see(at, &mut |category| {
            if let Some(count) = counts.get_mut(usize::from(category.number())) {
                *count += 1;
            }
        })?;
        self.breakdown |= seen.code;
        self.exact_breakdown |= seen.exact;
        if seen.vat {
            self.counts = counts;
            self.vat_breakdown |= seen.code;
            self.exact_vat_breakdown |= seen.exact;
            self.others[0] |= !seen.outside;
        }
        Ok(())
    }
}

fn categories(at: At<'_, '_>) -> Result<Categories, Abort> {
    let root = At::root(at.document);
    *at.document.facts.categories.get_or_init(|| Categories::gather(root))
}

fn count(all: &Categories, category: Category) -> u32 {
    all.counts.get(usize::from(category.number())).copied().unwrap_or(0)
}

/// What is used is in the breakdown, once.
pub fn broken_down_once(at: At<'_, '_>, category: Category) -> Outcome {
    let all = categories(at)?;
    Ok(all.used & category.bit() == 0 || count(&all, category) == 1)
}

/// What is used is in the breakdown, and what is not is not.
pub fn broken_down(at: At<'_, '_>, category: Category) -> Outcome {
    let all = categories(at)?;
    let bit = category.bit();
    Ok(match category {
        Category::Standard if (all.either | all.lines) & bit != 0 => all.breakdown & bit != 0,
        Category::Standard => all.breakdown & bit == 0,
        _ if (all.vat_either | all.vat_lines) & bit == 0 => all.vat_breakdown & bit == 0,
        Category::Canary => all.exact_breakdown & bit != 0,
        // Ceuta must be broken down as VAT, the Canary Islands need not.
        _ => all.exact_vat_breakdown & bit != 0,
    })
}

/// The parties have what lines of the category need.
pub fn parties_of_lines(at: At<'_, '_>, category: Category) -> Outcome {
    let all = categories(at)?;
    let bit = category.bit();
    if category == Category::Standard {
        let fits = all.lines & bit == 0 || (all.vat_lines & bit != 0 && has_seller(at)?);
        return Ok(fits);
    }
    Ok(all.vat_lines & bit == 0 || has_parties(at, category)?)
}

/// The parties have what allowances of the category need.
pub fn parties_of_allowances(at: At<'_, '_>, category: Category) -> Outcome {
    let all = categories(at)?;
    let there = match category {
        Category::OutsideScope => all.document_allowances,
        _ => all.allowances,
    };
    Ok(there & category.bit() == 0 || has_parties(at, category)?)
}

/// The parties have what charges of the category need.
pub fn parties_of_charges(at: At<'_, '_>, category: Category) -> Outcome {
    let all = categories(at)?;
    let there = match category {
        Category::OutsideScope => all.document_charges,
        Category::Canary => all.exact_charges,
        _ => all.charges,
    };
    Ok(there & category.bit() == 0 || has_parties(at, category)?)
}

fn has_parties(at: At<'_, '_>, category: Category) -> Outcome {
    let buyer = CAC_ACCOUNTING_CUSTOMER_PARTY;
    Ok(match category {
        Category::OutsideScope => {
            !(has_vat(at, CAC_ACCOUNTING_SUPPLIER_PARTY)?
                || has_representative(at)?
                || has_vat(at, buyer)?)
        }
        Category::Export => has_seller_vat(at)?,
        Category::IntraCommunity => has_seller_vat(at)? && has_vat(at, buyer)?,
        Category::Reverse => {
            let legal = [CAC_PARTY, CAC_PARTY_LEGAL_ENTITY, CBC_COMPANY_ID];
            has_seller(at)? && (deep_has(at, buyer, &legal) || has_vat(at, buyer)?)
        }
        _ => has_seller(at)?,
    })
}

fn deep_has(at: At<'_, '_>, name: u16, path: &[u16]) -> bool {
    at.anywhere(name).any(|party| party.has(path))
}

/// The seller has some tax number, or the tax representative one for VAT.
fn has_seller(at: At<'_, '_>) -> Outcome {
    let number = [CAC_PARTY, CAC_PARTY_TAX_SCHEME, CBC_COMPANY_ID];
    Ok(deep_has(at, CAC_ACCOUNTING_SUPPLIER_PARTY, &number) || has_representative(at)?)
}

fn has_seller_vat(at: At<'_, '_>) -> Outcome {
    Ok(has_vat(at, CAC_ACCOUNTING_SUPPLIER_PARTY)? || has_representative(at)?)
}

/// A party has a VAT number.
fn has_vat(at: At<'_, '_>, party: u16) -> Outcome {
    deep_vat(at, party, &[CAC_PARTY, CAC_PARTY_TAX_SCHEME])
}

fn has_representative(at: At<'_, '_>) -> Outcome {
    deep_vat(at, CAC_TAX_REPRESENTATIVE_PARTY, &[CAC_PARTY_TAX_SCHEME])
}

fn deep_vat(at: At<'_, '_>, party: u16, path: &[u16]) -> Outcome {
    for party in at.anywhere(party) {
        let found = party.try_any(path, &mut |scheme| {
            Ok(is_only_vat(scheme)? && scheme.has(&[CBC_COMPANY_ID]))
        })?;
        if found {
            return Ok(true);
        }
    }
    Ok(false)
}

/// No rate is given.
pub fn no_rate(at: At<'_, '_>) -> Outcome {
    Ok(!at.has(&[CBC_PERCENT]))
}

/// Some rate is above nought.
pub fn rate_above_zero(at: At<'_, '_>) -> Outcome {
    any_double(at, &[CBC_PERCENT], number::is_positive)
}

/// Some rate is not below nought.
pub fn rate_not_negative(at: At<'_, '_>) -> Outcome {
    any_double(at, &[CBC_PERCENT], number::is_not_negative)
}

/// Some number at the end of a path passes; what is no number aborts.
pub fn any_double(at: At<'_, '_>, path: &[u16], fits: fn(&str) -> Option<bool>) -> Outcome {
    at.try_any(path, &mut |number| fits(&number.value()).ok_or(number.abort(Why::NotNumber)))
}

/// The rate is nought.
pub fn rate_is_zero(at: At<'_, '_>) -> Outcome {
    Ok(at.number(&[CBC_PERCENT])?.is_some_and(|rate| rate.is_zero()))
}

/// There is a reason for the exemption.
pub fn has_reason(at: At<'_, '_>) -> Outcome {
    Ok(at.has(&[CBC_TAX_EXEMPTION_REASON]) || at.has(&[CBC_TAX_EXEMPTION_REASON_CODE]))
}

/// There is no reason for an exemption.
pub fn has_no_reason(at: At<'_, '_>) -> Outcome {
    has_reason(at).map(|has| !has)
}

fn in_breakdown(at: At<'_, '_>, category: Category) -> Result<Option<Categories>, Abort> {
    let all = categories(at)?;
    Ok((count(&all, category) > 0).then_some(all))
}

/// Goods within the Union need a day of delivery or a period.
pub fn br_ic_11(at: At<'_, '_>) -> Outcome {
    if in_breakdown(at, Category::IntraCommunity)?.is_none() {
        return Ok(true);
    }
    let day = at.text(&[CAC_DELIVERY, CBC_ACTUAL_DELIVERY_DATE])?;
    Ok(day.chars().nth(1).is_some() || at.any(&[CAC_INVOICE_PERIOD], &mut At::has_children))
}

/// Goods within the Union need a country of delivery.
pub fn br_ic_12(at: At<'_, '_>) -> Outcome {
    if in_breakdown(at, Category::IntraCommunity)?.is_none() {
        return Ok(true);
    }
    let path =
        [CAC_DELIVERY, CAC_DELIVERY_LOCATION, CAC_ADDRESS, CAC_COUNTRY, CBC_IDENTIFICATION_CODE];
    Ok(at.text(&path)?.chars().nth(1).is_some())
}

fn nothing_else(at: At<'_, '_>, where_: usize) -> Outcome {
    let all = in_breakdown(at, Category::OutsideScope)?;
    Ok(all.is_none_or(|all| !all.others.get(where_).copied().unwrap_or(false)))
}

/// What is outside the scope stands alone in the breakdown.
pub fn br_o_11(at: At<'_, '_>) -> Outcome {
    nothing_else(at, 0)
}

/// And on the lines.
pub fn br_o_12(at: At<'_, '_>) -> Outcome {
    nothing_else(at, 1)
}

/// And among the allowances.
pub fn br_o_13(at: At<'_, '_>) -> Outcome {
    nothing_else(at, 2)
}

/// And among the charges.
pub fn br_o_14(at: At<'_, '_>) -> Outcome {
    nothing_else(at, 3)
}
