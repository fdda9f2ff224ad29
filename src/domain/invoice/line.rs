//! One line (BG-25): small as long as little is said of it, since an invoice may have a hundred
//! thousand of them. What fewer lines have lies apart.

use crate::domain::country::Country;
use crate::domain::identifier::Identifier;
use crate::domain::invoice::vat::Vat;
use crate::domain::invoice::{Adjustment, Class, GrossPrice, Period, Property};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::ops::Deref;

/// One line (BG-25). What fewer lines have is read as if it were its own.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(from = "Kept", into = "Kept")]
pub struct Line {
    /// Line identifier (BT-126)
    pub id: String,
    /// Item name (BT-153): what the line is for
    pub name: String,
    /// Invoiced quantity (BT-129)
    pub quantity: Decimal,
    /// Unit of the quantity (BT-130), UNECE Recommendation 20 or 21
    pub unit: String,
    /// Net price of one item (BT-146)
    pub price: Decimal,
    /// VAT of the line (BG-30)
    pub vat: Vat,
    more: Option<Box<LineMore>>,
}

/// What fewer lines have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineMore {
    /// More about the item (BT-154)
    pub description: Option<String>,
    /// Note on the line (BT-127)
    pub note: Option<String>,
    /// How many units the price is for (BT-149)
    pub base_quantity: Option<Decimal>,
    /// Allowances and charges of the line
    pub adjustments: Vec<Adjustment>,
    /// Seller's item number (BT-155)
    pub item_number: Option<String>,
    /// Buyer's item number (BT-156)
    pub buyer_item_number: Option<String>,
    /// GTIN (BT-157)
    pub gtin: Option<String>,
    /// Line of the buyer's order (BT-132)
    pub order_line: Option<String>,
    /// Buyer's accounting reference (BT-133)
    pub accounting_cost: Option<String>,
    /// Period of the line (BG-26)
    pub period: Option<Period>,
    /// Net amount (BT-131) as the seller's own program has it, within 0.02 of ours
    pub net: Option<Decimal>,
    /// Price before a discount, and the discount (BT-148, BT-147)
    pub gross_price: Option<GrossPrice>,
    /// The object that is invoiced (BT-128)
    pub object: Option<Identifier>,
    /// Standard item number of another scheme than GTIN (BT-157)
    pub standard_item: Option<Identifier>,
    /// Country of origin (BT-159)
    pub origin: Option<Country>,
    /// Classes of the item (BT-158)
    pub classes: Vec<Class>,
    /// Properties of the item (BG-32)
    pub properties: Vec<Property>,
}

static NOTHING: LineMore = LineMore {
    description: None,
    note: None,
    base_quantity: None,
    adjustments: Vec::new(),
    item_number: None,
    buyer_item_number: None,
    gtin: None,
    order_line: None,
    accounting_cost: None,
    period: None,
    net: None,
    gross_price: None,
    object: None,
    standard_item: None,
    origin: None,
    classes: Vec::new(),
    properties: Vec::new(),
};

impl Line {
    /// A line of nothing but the usual.
    pub fn plain(
        (id, name): (String, String),
        (quantity, unit): (Decimal, String),
        price: Decimal,
        vat: Vat,
    ) -> Self {
        Self { id, name, quantity, unit, price, vat, more: None }
    }

    /// The line with what fewer have.
    #[must_use]
    pub fn with(mut self, more: LineMore) -> Self {
        self.more = (more != NOTHING).then(|| Box::new(more));
        self
    }

    /// Its allowances and charges, to change their amounts.
    pub fn adjustments_mut(&mut self) -> &mut [Adjustment] {
        self.more.as_mut().map(|more| more.adjustments.as_mut_slice()).unwrap_or_default()
    }

    /// Its price before a discount, to change it.
    pub fn gross_price_mut(&mut self) -> Option<&mut GrossPrice> {
        self.more.as_mut()?.gross_price.as_mut()
    }

    /// Takes away the net amount that was given.
    pub fn take_net(&mut self) -> Option<Decimal> {
        self.more.as_mut()?.net.take()
    }

    /// Gives it a net amount, or none.
    pub fn set_net(&mut self, net: Option<Decimal>) {
        if net != self.net {
            self.more.get_or_insert_with(|| Box::new(NOTHING.clone())).net = net;
        }
    }
}

impl Deref for Line {
    type Target = LineMore;

    fn deref(&self) -> &LineMore {
        self.more.as_deref().unwrap_or(&NOTHING)
    }
}

impl PartialEq for Line {
    fn eq(&self, other: &Self) -> bool {
        // Nothing more is the same as more that says nothing.
        (&self.id, &self.name, &self.unit) == (&other.id, &other.name, &other.unit)
            && (self.quantity, self.price) == (other.quantity, other.price)
            && self.vat == other.vat
            && **self == **other
    }
}

impl Eq for Line {}

/// A line as it is kept: all its fields side by side, and none that says nothing.
#[derive(Serialize, Deserialize)]
struct Kept {
    id: String,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    quantity: Decimal,
    unit: String,
    price: Decimal,
    #[serde(skip_serializing_if = "Option::is_none")]
    base_quantity: Option<Decimal>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    adjustments: Vec<Adjustment>,
    vat: Vat,
    #[serde(skip_serializing_if = "Option::is_none")]
    item_number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    buyer_item_number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gtin: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    order_line: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accounting_cost: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<Period>,
    #[serde(skip_serializing_if = "Option::is_none")]
    net: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gross_price: Option<GrossPrice>,
    #[serde(skip_serializing_if = "Option::is_none")]
    object: Option<Identifier>,
    #[serde(skip_serializing_if = "Option::is_none")]
    standard_item: Option<Identifier>,
    #[serde(skip_serializing_if = "Option::is_none")]
    origin: Option<Country>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    classes: Vec<Class>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    properties: Vec<Property>,
}

impl From<Kept> for Line {
    fn from(kept: Kept) -> Self {
        let names = (kept.id, kept.name);
        Self::plain(names, (kept.quantity, kept.unit), kept.price, kept.vat).with(LineMore {
            description: kept.description,
            note: kept.note,
            base_quantity: kept.base_quantity,
            adjustments: kept.adjustments,
            item_number: kept.item_number,
            buyer_item_number: kept.buyer_item_number,
            gtin: kept.gtin,
            order_line: kept.order_line,
            accounting_cost: kept.accounting_cost,
            period: kept.period,
            net: kept.net,
            gross_price: kept.gross_price,
            object: kept.object,
            standard_item: kept.standard_item,
            origin: kept.origin,
            classes: kept.classes,
            properties: kept.properties,
        })
    }
}

impl From<Line> for Kept {
    fn from(line: Line) -> Self {
        let more = line.more.map_or_else(|| NOTHING.clone(), |more| *more);
        Self {
            id: line.id,
            name: line.name,
            description: more.description,
            note: more.note,
            quantity: line.quantity,
            unit: line.unit,
            price: line.price,
            base_quantity: more.base_quantity,
            adjustments: more.adjustments,
            vat: line.vat,
            item_number: more.item_number,
            buyer_item_number: more.buyer_item_number,
            gtin: more.gtin,
            order_line: more.order_line,
            accounting_cost: more.accounting_cost,
            period: more.period,
            net: more.net,
            gross_price: more.gross_price,
            object: more.object,
            standard_item: more.standard_item,
            origin: more.origin,
            classes: more.classes,
            properties: more.properties,
        }
    }
}
