//! Identifiers with the scheme that says whose numbers they are.

pub mod scheme;

use crate::domain::codes;
use crate::domain::finding::Fault;
use crate::domain::words::words;
use serde::{Deserialize, Serialize};

/// A number or code, and the scheme that it belongs to where one is named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identifier {
    /// The scheme
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheme: Option<String>,
    /// The number itself
    pub id: String,
}

impl Identifier {
    /// A number of no scheme.
    pub const fn plain(id: String) -> Self {
        Self { scheme: None, id }
    }
}

/// The scheme of a bank's creditor (BT-90): not of ISO 6523, but allowed beside it.
pub const SEPA: &str = "SEPA";

/// Reads a scheme of ISO 6523 (BT-29-1, BT-30-1, BT-46-1, BT-157-1 and their like).
pub fn parse_icd(scheme: &str) -> Result<String, Fault> {
    of_list(codes::ICD, scheme, "ISO 6523")
}

/// Reads a scheme of UNTDID 1153, for the object that is invoiced (BT-18-1, BT-128-1).
pub fn parse_object_scheme(scheme: &str) -> Result<String, Fault> {
    of_list(codes::OBJECT_SCHEMES, scheme, "UNTDID 1153")
}

/// Reads a scheme of UNTDID 7143, for the class of an item (BT-158-1).
pub fn parse_item_scheme(scheme: &str) -> Result<String, Fault> {
    of_list(codes::ITEM_CLASSIFICATION_SCHEMES, scheme, "UNTDID 7143")
}

fn of_list(list: &[&str], scheme: &str, name: &'static str) -> Result<String, Fault> {
    let known = codes::holds(list, scheme);
    known.then(|| scheme.to_owned()).ok_or(Fault::new(&SCHEME_UNKNOWN).with("list", name))
}

words! {
    SCHEME_UNKNOWN = "identifier_scheme_unknown" {
        en: "\"{value}\" is not a scheme of {list}." => "Take the scheme from {list}, such as 0088 for a GLN; leave it out where the number has none.",
        nb: "«{value}» er ikke en kode i {list}." => "Hent koden fra {list}, som 0088 for GLN; utelat den når nummeret ikke har noen.",
        sv: "”{value}” är inte en kod i {list}." => "Hämta koden ur {list}, som 0088 för GLN; utelämna den när numret inte har någon.",
    }
}
