//! VAT of a line or an adjustment: category, rate, and why there is none.

use crate::domain::codes;
use crate::domain::country::Country;
use crate::domain::finding::Fault;
use crate::domain::words::words;
use jiff::civil::{Date, date};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// The category of UNCL 5305 (BT-151).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Category {
    /// Standard and reduced rates
    S,
    /// Zero rated
    Z,
    /// Exempt
    E,
    /// Reverse charge
    AE,
    /// Supply inside the Union or EEA
    K,
    /// Export
    G,
    /// Outside the scope of VAT
    O,
    /// General indirect tax of the Canary Islands (IGIC)
    L,
    /// Tax on production, services and imports of Ceuta and Melilla (IPSI)
    M,
    /// Transferred VAT: Italian buyers pay it to the state themselves
    B,
}

impl Category {
    /// Reads the code.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        match text {
            "S" => Ok(Self::S),
            "Z" => Ok(Self::Z),
            "E" => Ok(Self::E),
            "AE" => Ok(Self::AE),
            "K" => Ok(Self::K),
            "G" => Ok(Self::G),
            "O" => Ok(Self::O),
            "L" => Ok(Self::L),
            "M" => Ok(Self::M),
            "B" => Ok(Self::B),
            _ => Err(Fault::new(&VAT_CATEGORY)),
        }
    }

    /// The code in the document.
    pub const fn code(self) -> &'static str {
        match self {
            Self::S => "S",
            Self::Z => "Z",
            Self::E => "E",
            Self::AE => "AE",
            Self::K => "K",
            Self::G => "G",
            Self::O => "O",
            Self::L => "L",
            Self::M => "M",
            Self::B => "B",
        }
    }

    /// Whether a rate above zero belongs to it.
    pub const fn has_rate(self) -> bool {
        matches!(self, Self::S | Self::L | Self::M | Self::B)
    }

    /// The exemption code (BT-121) that says the same as the category itself.
    pub const fn own_exemption(self) -> Option<&'static str> {
        match self {
            Self::AE => Some("VATEX-EU-AE"),
            Self::K => Some("VATEX-EU-IC"),
            Self::G => Some("VATEX-EU-G"),
            Self::O => Some("VATEX-EU-O"),
            Self::S | Self::Z | Self::E | Self::L | Self::M | Self::B => None,
        }
    }
}

/// VAT of a line or an adjustment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vat {
    /// Category (BT-151)
    pub category: Category,
    /// Rate in percent (BT-152); zero in every category but S, L, M and B
    pub rate: Decimal,
    /// Why there is no VAT, in words (BT-120)
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Why there is no VAT, as a code (BT-121)
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason_code: Option<String>,
}

/// Reads an exemption code of the VATEX list.
pub fn parse_exemption(text: &str) -> Result<String, Fault> {
    let code = text.to_ascii_uppercase();
    if codes::holds(codes::VATEX, &code) { Ok(code) } else { Err(Fault::new(&VAT_EXEMPTION_CODE)) }
}

/// A rate with the days of its first and last day, where it has or had one.
struct Rate {
    percent: &'static str,
    first: Option<Date>,
    last: Option<Date>,
}

const fn rate(percent: &'static str, first: Option<Date>, last: Option<Date>) -> Rate {
    Rate { percent, first, last }
}

/// Norway: standard, food, low and raw fish, as Parliament changed them since 2005.
const NORWAY: &[Rate] = &[
    rate("25", Some(date(2005, 1, 1)), None),
    rate("15", Some(date(2012, 1, 1)), None),
    rate("14", Some(date(2007, 1, 1)), Some(date(2011, 12, 31))),
    rate("12", Some(date(2021, 10, 1)), None),
    rate("6", Some(date(2020, 4, 1)), Some(date(2021, 9, 30))),
    rate("12", Some(date(2018, 1, 1)), Some(date(2020, 3, 31))),
    rate("10", Some(date(2016, 1, 1)), Some(date(2017, 12, 31))),
    rate("8", Some(date(2006, 1, 1)), Some(date(2015, 12, 31))),
    rate("11.11", None, None),
];
/// Sweden: SE-R-006 allows these and no other.
const SWEDEN: &[Rate] = &[rate("25", None, None), rate("12", None, None), rate("6", None, None)];

/// The rates that a seller of this country may charge on any of these days: of delivery, of the tax
/// point, of the invoice. None where postbud keeps no table.
pub fn rates(country: &Country, days: &[Date]) -> Option<Vec<&'static str>> {
    let table = match country.code() {
        "NO" => NORWAY,
        "SE" => SWEDEN,
        _ => return None,
    };
    let in_force = |rate: &&Rate| {
        days.iter().any(|day| {
            rate.first.is_none_or(|first| first <= *day)
                && rate.last.is_none_or(|last| *day <= last)
        })
    };
    Some(table.iter().filter(in_force).map(|rate| rate.percent).collect())
}

words! {
    VAT_CATEGORY = "vat_category_unknown" {
        en: "\"{value}\" is not a VAT category." => "Use S, Z, E, AE, K, G, O, L, M or B (UNCL 5305).",
        nb: "«{value}» er ikke en MVA-kategori." => "Bruk S, Z, E, AE, K, G, O, L, M eller B (UNCL 5305).",
        sv: "”{value}” är inte en momskategori." => "Använd S, Z, E, AE, K, G, O, L, M eller B (UNCL 5305).",
    }
    VAT_EXEMPTION_CODE = "BR-CL-22" {
        en: "\"{value}\" is not a VAT exemption code." => "Take it from the VATEX list, or give the reason in words.",
        nb: "«{value}» er ikke en kode for MVA-fritak." => "Hent den fra VATEX-listen, eller oppgi grunnen i ord.",
        sv: "”{value}” är inte en kod för momsundantag." => "Hämta den ur VATEX-listan, eller ange grunden i ord.",
    }
    VAT_RATE_UNKNOWN = "vat_rate_unknown" {
        en: "{country} has no VAT rate of {value} percent on these days." => "Use one of {rates}; without VAT give the category (Z, E, AE, K, G or O).",
        nb: "{country} har ingen MVA-sats på {value} prosent disse dagene." => "Bruk en av {rates}; uten MVA oppgis kategorien (Z, E, AE, K, G eller O).",
        sv: "{country} har ingen momssats på {value} procent dessa dagar." => "Använd en av {rates}; utan moms anges kategorin (Z, E, AE, K, G eller O).",
    }
    VAT_CATEGORY_MISSING = "vat_category_missing" {
        en: "A rate of zero does not say why there is no VAT." => "Give vat.category: Z, E, AE, K, G or O.",
        nb: "En sats på null sier ikke hvorfor det ikke er MVA." => "Oppgi vat.category: Z, E, AE, K, G eller O.",
        sv: "En sats på noll säger inte varför det inte är moms." => "Ange vat.category: Z, E, AE, K, G eller O.",
    }
}
