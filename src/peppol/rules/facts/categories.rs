//! Where which VAT category stands; found by the rules of EN 16931.

/// Where each category stands, a bit a category.
#[derive(Clone, Copy, Debug, Default)]
pub struct Categories {
    /// An ID of a category of VAT, anywhere.
    pub(crate) used: u16,
    /// Lines: by code alone, and of VAT.
    pub(crate) lines: u16,
    pub(crate) vat_lines: u16,
    /// Allowances and charges, of VAT.
    pub(crate) allowances: u16,
    pub(crate) charges: u16,
    /// Charges of VAT with an ID that is exactly the code.
    pub(crate) exact_charges: u16,
    /// Allowances and charges of whatever kind: by code alone, and of VAT.
    pub(crate) either: u16,
    pub(crate) vat_either: u16,
    /// The same of those of the document itself.
    pub(crate) document_allowances: u16,
    pub(crate) document_charges: u16,
    /// The breakdown: by code alone, of VAT, and with an ID that is exactly the code.
    pub(crate) breakdown: u16,
    pub(crate) vat_breakdown: u16,
    pub(crate) exact_breakdown: u16,
    pub(crate) exact_vat_breakdown: u16,
    /// How many IDs of VAT the breakdown has, by category.
    pub(crate) counts: [u32; 9],
    /// Something of VAT that is not outside the scope: breakdown, lines, allowances, charges.
    pub(crate) others: [bool; 4],
}
