//! What the name of an element ends in: some rules go by that, whatever the namespace.

use crate::peppol::rules::look::At;
use crate::peppol::schema::table::ELEM_NAME;
use std::sync::LazyLock;

/// What the written name of an element ends in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Amount.
    Amount,
    /// PriceAmount.
    Price,
    /// BinaryObject.
    File,
    /// Something else.
    Other,
}

/// What the names of the schema end in.
static ENDINGS: LazyLock<Vec<Ending>> =
    LazyLock::new(|| ELEM_NAME.iter().map(|name| Ending::of(name)).collect());

impl Ending {
    /// What the name of an element ends in.
    #[inline]
    pub fn at(at: At<'_, '_>) -> Self {
        let name = at.name();
        match ENDINGS.get(usize::from(name)) {
            Some(ending) => *ending,
            None => Self::of(at.document.tree.local_name(name)),
        }
    }

    /// By the local name, which is as good as the written one.
    fn of(local: &str) -> Self {
        match local {
            _ if local.ends_with("PriceAmount") => Self::Price,
            _ if local.ends_with("Amount") => Self::Amount,
            _ if local.ends_with("BinaryObject") => Self::File,
            _ => Self::Other,
        }
    }
}
