//! The lines of an invoice, and the allowances and charges of lines and documents.

use crate::domain::codes;
use crate::domain::country::Country;
use crate::domain::finding::{Fault, Finding};
use crate::domain::identifier::Identifier;
use crate::domain::invoice::check::{BR_25, R121};
use crate::domain::invoice::vat::{Category, VAT_CATEGORY_MISSING, Vat, parse_exemption};
use crate::domain::invoice::{
    Adjustment, AdjustmentKind, GrossPrice, Line, LineMore, is_gtin, unit,
};
use crate::domain::money::{self, AMOUNT, PERCENT, PRICE, QUANTITY};
use crate::office::form::period::{PeriodForm, read_period};
use crate::office::form::sentences::{
    ADJUSTMENT_AMOUNT, ADJUSTMENT_KIND, CODE_UNKNOWN, GTIN, PRICE_DIFFERS, TWO_ITEM_NUMBERS,
};
use crate::office::form::terms::{
    ClassForm, IdentifierForm, PropertyForm, read_classes, read_identifier, read_object,
    read_properties,
};
use crate::office::protocol::door::{Door, Place, missing};
use crate::office::protocol::request::form;
use crate::office::protocol::text::{DecimalText, paragraph, text};
use rust_decimal::Decimal;

form! {
    /// One line (BG-25).
    LineForm {
        /// Line identifier (BT-126); its place in the list when none is given.
        id: Option<String>,
        /// What was sold (BT-153). Mandatory, at most 200 characters.
        name: Option<String>,
        /// More about the item (BT-154).
        description: Option<String>,
        /// Note on the line (BT-127).
        note: Option<String>,
        /// Quantity (BT-129), at most 6 decimals. Default: 1.
        quantity: Option<DecimalText>,
        /// Unit (BT-130): a code of UNECE Recommendation 20, or stk, timer, kg ….
        /// Default: C62, piece.
        unit: Option<String>,
        /// Net price of one unit (BT-146) without VAT, at most 10 decimals, not negative. With VAT
        /// where prices_include_vat says so. Mandatory, unless gross_price tells it.
        price: Option<DecimalText>,
        /// How many units the price is for (BT-149). Default: 1.
        base_quantity: Option<DecimalText>,
        /// Allowances and charges of the line (BG-27, BG-28).
        adjustments: Option<Vec<AdjustmentForm>>,
        /// VAT of the line (BG-30). Mandatory.
        vat: Option<VatForm>,
        /// Seller's item number (BT-155).
        item_number: Option<String>,
        /// Buyer's item number (BT-156).
        buyer_item_number: Option<String>,
        /// GTIN (BT-157): 8, 12, 13 or 14 digits.
        gtin: Option<String>,
        /// Line of the buyer's order (BT-132).
        order_line: Option<String>,
        /// Buyer's accounting reference (BT-133).
        accounting_cost: Option<String>,
        /// Period of the line (BG-26).
        period: Option<PeriodForm>,
        /// The host's own key; it comes back in findings.
        host_key: Option<String>,
        /// Net amount (BT-131) as the ERP has it, always without VAT; it stands in the document as
        /// it is given, as long as it is within 0.02 of quantity times price
        /// (PEPPOL-EN16931-R120).
        net_amount: Option<DecimalText>,
        /// Price before a discount (BT-148); the net price is what the discount leaves.
        gross_price: Option<GrossPriceForm>,
        /// The object that is invoiced (BT-128), such as a meter; scheme: UNTDID 1153.
        object: Option<IdentifierForm>,
        /// Standard item number of another scheme than GTIN (BT-157); scheme: ISO 6523.
        standard_item: Option<IdentifierForm>,
        /// Country of origin (BT-159), two letters of ISO 3166-1.
        origin_country: Option<String>,
        /// Classes of the item (BT-158).
        classes: Option<Vec<ClassForm>>,
        /// Properties of the item (BG-32).
        properties: Option<Vec<PropertyForm>>,
    }
}

form! {
    /// Price before a discount.
    GrossPriceForm {
        /// Price (BT-148) without VAT, or with it by prices_include_vat. Mandatory.
        price: Option<DecimalText>,
        /// Discount on the price of one item (BT-147). Default: 0.
        discount: Option<DecimalText>,
    }
}

form! {
    /// VAT of a line or an adjustment.
    VatForm {
        /// S, Z, E, AE, K, G, O, L, M or B (BT-151). Default: S when the rate is above zero.
        category: Option<String>,
        /// Percent (BT-152). Mandatory for S, L, M and B; no other category has one.
        rate: Option<DecimalText>,
        /// Why there is no VAT, in words (BT-120).
        reason: Option<String>,
        /// Why there is no VAT, as a code of the VATEX list (BT-121).
        reason_code: Option<String>,
    }
}

form! {
    /// An allowance or charge.
    AdjustmentForm {
        /// allowance or charge. Mandatory.
        kind: Option<String>,
        /// Amount without VAT, or with it by prices_include_vat; without sign. Computed when
        /// percent and base are given.
        amount: Option<DecimalText>,
        /// Base of the percentage.
        base: Option<DecimalText>,
        /// Percentage of the base.
        percent: Option<DecimalText>,
        /// Why, in words.
        reason: Option<String>,
        /// Why, as a code: UNTDID 5189 for allowances, 7161 for charges.
        reason_code: Option<String>,
        /// VAT of an adjustment on the document; a line's has the line's own.
        vat: Option<VatForm>,
    }
}

/// Parses the line at a place in the list, with stand-ins for what is faulty.
pub fn read_line(door: &mut Door, at: &str, index: usize, form: &LineForm) -> Line {
    let outer = door.enter(form.host_key.clone());
    door.optional((at, "host_key"), form.host_key.as_ref(), text(200));
    let line = read_line_in(door, at, index, form);
    door.leave(outer);
    line
}

fn read_line_in(door: &mut Door, at: &str, index: usize, form: &LineForm) -> Line {
    let path = |name: &'static str| (at, name);
    let inside = |name: &str| format!("{at}/{name}");
    let place = (index + 1).to_string();
    let id = door.optional(path("id"), form.id.as_ref(), text(40)).unwrap_or(place);
    let name = read_name(door, path("name"), form, &id);
    let mut short = |name: &'static str, given: Option<&String>, limit| {
        door.optional(path(name), given, text(limit))
    };
    let item_number = short("item_number", form.item_number.as_ref(), 60);
    let buyer_item_number = short("buyer_item_number", form.buyer_item_number.as_ref(), 60);
    let order_line = short("order_line", form.order_line.as_ref(), 40);
    let accounting_cost = short("accounting_cost", form.accounting_cost.as_ref(), 100);
    let description =
        door.optional(path("description"), form.description.as_ref(), paragraph(2000));
    let note = door.optional(path("note"), form.note.as_ref(), paragraph(1000));
    let gtin = door.optional(path("gtin"), form.gtin.as_ref(), parse_gtin);
    let quantity = door
        .optional(path("quantity"), form.quantity.as_ref(), |text| money::parse(text, QUANTITY));
    let unit = door.optional(path("unit"), form.unit.as_ref(), unit::parse);
    let gross_price = form.gross_price.as_ref();
    let gross_price = gross_price.and_then(|it| read_gross_price(door, &inside("gross_price"), it));
    let price = read_price(door, path("price"), form, gross_price.as_ref());
    let net = form.net_amount.as_ref();
    let net = door.optional(path("net_amount"), net, |text| money::parse(text, AMOUNT));
    let base_quantity = read_base_quantity(door, path("base_quantity"), form, &id);
    let period = form.period.as_ref();
    let period = period.and_then(|it| read_period(door, &inside("period"), Some(it)));
    let adjustments = form.adjustments.as_deref();
    let adjustments =
        adjustments.map(|all| read_adjustments(door, &inside("adjustments"), Some(all)));
    let vat = read_vat(door, &inside("vat"), form.vat.as_ref());
    let quantity = quantity.unwrap_or(Decimal::ONE);
    let unit = unit.unwrap_or_else(|| "C62".to_owned());
    let vat = vat.unwrap_or_else(stand_in);
    let name = name.unwrap_or_default();
    let more = LineMore {
        description,
        note,
        base_quantity,
        adjustments: adjustments.unwrap_or_default(),
        item_number,
        buyer_item_number,
        gtin,
        order_line,
        accounting_cost,
        period,
        net,
        gross_price,
        object: None,
        standard_item: None,
        origin: None,
        classes: Vec::new(),
        properties: Vec::new(),
    };
    let line = Line::plain((id, name), (quantity, unit), price.unwrap_or_default(), vat);
    line.with(read_item(door, at, form, more))
}

/// The finer points of the item.
fn read_item(door: &mut Door, at: &str, form: &LineForm, more: LineMore) -> LineMore {
    let inside = |name: &str| format!("{at}/{name}");
    let origin = form.origin_country.as_ref();
    LineMore {
        object: form.object.as_ref().and_then(|it| read_object(door, &inside("object"), Some(it))),
        standard_item: read_standard_item(door, &inside("standard_item"), form),
        origin: door.optional((at, "origin_country"), origin, Country::parse),
        classes: match form.classes.as_deref() {
            Some(classes) => read_classes(door, &inside("classes"), Some(classes)),
            None => Vec::new(),
        },
        properties: match form.properties.as_deref() {
            Some(properties) => read_properties(door, &inside("properties"), Some(properties)),
            None => Vec::new(),
        },
        ..more
    }
}

/// The net price: as it is given, or what the discount leaves of the gross price.
fn read_price(
    door: &mut Door,
    (at, name): (&str, &str),
    form: &LineForm,
    gross: Option<&GrossPrice>,
) -> Option<Decimal> {
    let parse = |text: &str| money::parse(text, PRICE);
    let left = gross.and_then(|gross| gross.price.checked_sub(gross.discount));
    let left = left.map(|left| left.normalize());
    if form.price.is_none() && (left.is_some() || form.gross_price.is_some()) {
        return left;
    }
    let price = door.required((at, name), form.price.as_ref(), parse)?;
    if let Some(left) = left.filter(|left| *left != price) {
        let differs = Fault::new(&PRICE_DIFFERS).with("expected", left);
        door.report(Finding::fatal(differs).at((at, name).path()).value(price).term("BT-146"));
    }
    Some(price)
}

fn read_gross_price(door: &mut Door, at: &str, form: &GrossPriceForm) -> Option<GrossPrice> {
    let parse = |text: &str| money::parse(text, PRICE);
    let price = door.required(&format!("{at}/price"), form.price.as_ref(), parse);
    let discount = door.optional(&format!("{at}/discount"), form.discount.as_ref(), parse);
    Some(GrossPrice { price: price?, discount: discount.unwrap_or_default() })
}

/// Zero rated: the category that no rule asks anything more of.
fn stand_in() -> Vat {
    Vat { category: Category::Z, rate: Decimal::ZERO, reason: None, reason_code: None }
}

/// A line without description is refused by the name of that line.
fn read_name(door: &mut Door, place: impl Place, form: &LineForm, id: &str) -> Option<String> {
    if form.name.as_ref().is_none_or(|name| name.trim().is_empty()) {
        let nameless = Finding::fatal(Fault::new(&BR_25).with("line", id)).at(place.path());
        door.report(nameless.term("BT-153"));
        return None;
    }
    door.optional(place, form.name.as_ref(), text(200))
}

/// How many units a price is for: above zero, since it divides.
fn read_base_quantity(
    door: &mut Door,
    (at, name): (&str, &str),
    form: &LineForm,
    id: &str,
) -> Option<Decimal> {
    let parse = |text: &str| money::parse(text, QUANTITY);
    let base = door.optional((at, name), form.base_quantity.as_ref(), parse)?;
    if base > Decimal::ZERO {
        return Some(base);
    }
    let positive = Finding::fatal(Fault::new(&R121).with("line", id)).at((at, name).path());
    door.report(positive.value(base).term("BT-149"));
    None
}

fn parse_gtin(given: &str) -> Result<String, Fault> {
    is_gtin(given).then(|| given.to_owned()).ok_or(Fault::new(&GTIN))
}

/// A standard item number of another scheme stands in the GTIN's place, and names its scheme.
fn read_standard_item(door: &mut Door, at: &str, form: &LineForm) -> Option<Identifier> {
    let given = form.standard_item.as_ref()?;
    if form.gtin.is_some() {
        door.report(Finding::fatal(&TWO_ITEM_NUMBERS).at(at).term("BT-157"));
    }
    if given.scheme.as_ref().is_none_or(|scheme| scheme.trim().is_empty()) {
        door.report(missing(&format!("{at}/scheme")).term("BT-157-1"));
    }
    read_identifier(door, at, Some(given))
}

fn read_vat(door: &mut Door, at: &str, form: Option<&VatForm>) -> Option<Vat> {
    let silent = VatForm::default();
    let given = form.unwrap_or(&silent);
    let category = door.optional((at, "category"), given.category.as_ref(), Category::parse);
    let rate_path = (at, "rate");
    let rate = door.optional(rate_path, given.rate.as_ref(), |text| money::parse(text, PERCENT));
    let reason = door.optional((at, "reason"), given.reason.as_ref(), text(500));
    let reason_code =
        door.optional((at, "reason_code"), given.reason_code.as_ref(), parse_exemption);
    let category = match (category, rate) {
        (Some(category), _) => category,
        (None, _) if given.category.is_some() => return None,
        (None, Some(rate)) if !rate.is_zero() => Category::S,
        (None, Some(rate)) => {
            let missing = Finding::fatal(&VAT_CATEGORY_MISSING).at(rate_path.path()).value(rate);
            door.report(missing.term("BT-151"));
            return None;
        }
        (None, None) => {
            door.required(rate_path, given.rate.as_ref(), |text| money::parse(text, PERCENT))?;
            return None;
        }
    };
    if category.has_rate() && rate.is_none() {
        door.required(rate_path, given.rate.as_ref(), |text| money::parse(text, PERCENT))?;
    }
    Some(Vat { category, rate: rate.unwrap_or_default(), reason, reason_code })
}

/// Parses allowances and charges.
pub fn read_adjustments(
    door: &mut Door,
    at: &str,
    forms: Option<&[AdjustmentForm]>,
) -> Vec<Adjustment> {
    let mut all = Vec::new();
    for (index, form) in forms.unwrap_or_default().iter().enumerate() {
        all.push(read_adjustment(door, &format!("{at}/{index}"), form));
    }
    all
}

fn read_adjustment(door: &mut Door, at: &str, form: &AdjustmentForm) -> Adjustment {
    let path = |name: &str| format!("{at}/{name}");
    let kind = door.required(&path("kind"), form.kind.as_ref(), |kind| match kind {
        "allowance" => Ok(AdjustmentKind::Allowance),
        "charge" => Ok(AdjustmentKind::Charge),
        _ => Err(Fault::new(&ADJUSTMENT_KIND)),
    });
    let mut number = |name: &str, given: Option<&DecimalText>, digits| {
        door.optional(&path(name), given, |text| money::parse(text, digits))
    };
    let amount = number("amount", form.amount.as_ref(), AMOUNT);
    let base = number("base", form.base.as_ref(), AMOUNT);
    let percent = number("percent", form.percent.as_ref(), PERCENT);
    let reason = door.optional(&path("reason"), form.reason.as_ref(), text(200));
    let codes_of_kind = match kind {
        Some(AdjustmentKind::Charge) => codes::CHARGE_REASONS_EN,
        _ => codes::ALLOWANCE_REASONS_EN,
    };
    let reason_code = door.optional(&path("reason_code"), form.reason_code.as_ref(), |code| {
        let known = codes::holds(codes_of_kind, code);
        known.then(|| code.to_owned()).ok_or(Fault::new(&CODE_UNKNOWN).with("field", "BT-98"))
    });
    let vat = form.vat.as_ref();
    let vat = vat.map(|vat| read_vat(door, &path("vat"), Some(vat)).unwrap_or_else(stand_in));
    let computed = base
        .zip(percent)
        .map(|(base, percent)| money::round(base * percent / Decimal::ONE_HUNDRED));
    if amount.or(computed).is_none() && form.amount.is_none() {
        door.report(Finding::fatal(&ADJUSTMENT_AMOUNT).at(path("amount")));
    }
    let amount = amount.or(computed).unwrap_or_default();
    let kind = kind.unwrap_or(AdjustmentKind::Allowance);
    Adjustment { kind, amount, base, percent, reason, reason_code, vat }
}
