//! The predicates of EN 16931 on syntax that need more than a path. Each bears the id of its rule.

use crate::peppol::rules::look::{At, has_two_places};
use crate::peppol::rules::memory::Question;
use crate::peppol::rules::outcome::Outcome;
use crate::peppol::rules::pack::Pack;
use crate::peppol::schema::id::*;
use crate::peppol::xml::name::attribute::SCHEME_ID;

fn is_object(reference: At<'_, '_>) -> bool {
    reference.any_is(&[CBC_DOCUMENT_TYPE_CODE], &["130"])
}

fn references<'d, 'a>(at: At<'d, 'a>) -> impl Iterator<Item = At<'d, 'a>> {
    at.anywhere(CAC_ADDITIONAL_DOCUMENT_REFERENCE)
}

/// UBLVersionID is absent or 2.1.
pub fn ubl_cr_002(at: At<'_, '_>) -> Outcome {
    Ok(!at.has(&[CBC_UBL_VERSION_ID]) || at.any_is(&[CBC_UBL_VERSION_ID], &["2.1"]))
}

/// An invoice has its due date elsewhere.
pub fn ubl_cr_412(at: At<'_, '_>) -> Outcome {
    Ok(at.name() == CREDIT_NOTE || !at.has(&[CAC_PAYMENT_MEANS, CBC_PAYMENT_DUE_DATE]))
}

/// Only the object of the invoice has a scheme.
pub fn ubl_cr_665(at: At<'_, '_>) -> Outcome {
    Ok(!references(at).any(|reference| {
        let kind = [CBC_DOCUMENT_TYPE_CODE];
        let other =
            !reference.has(&kind) || reference.any(&kind, &mut |code| code.value() != "130");
        other && reference.any(&[CBC_ID], &mut |id| id.attribute(SCHEME_ID).is_some())
    }))
}

/// The object has no attachment.
pub fn ubl_cr_666(at: At<'_, '_>) -> Outcome {
    Ok(!references(at).any(|one| is_object(one) && one.has(&[CAC_ATTACHMENT])))
}

/// The object has no description.
pub fn ubl_cr_673(at: At<'_, '_>) -> Outcome {
    Ok(!references(at).any(|one| is_object(one) && one.has(&[CBC_DOCUMENT_DESCRIPTION])))
}

/// At most two decimals, wherever the amount stands.
pub fn ubl_dt_01(at: At<'_, '_>) -> Outcome {
    Ok(has_two_places(&at.value()))
}

/// Only the payment means code has a name.
pub fn ubl_dt_18(at: At<'_, '_>) -> Outcome {
    Ok(!at.document.facts.structure.has_stray_name)
}

/// One object.
pub fn ubl_sr_04(at: At<'_, '_>) -> Outcome {
    let objects = at.children(CAC_ADDITIONAL_DOCUMENT_REFERENCE).filter(|one| is_object(*one));
    Ok(objects.map(|one| one.count(&[CBC_ID])).sum::<usize>() <= 1)
}

/// The reference to an earlier invoice has its number.
pub fn ubl_sr_07(at: At<'_, '_>) -> Outcome {
    Ok(at.has(&[CAC_INVOICE_DOCUMENT_REFERENCE, CBC_ID]))
}

/// At most one tax number of a party whose scheme is VAT, or is not.
fn one_tax_number(at: At<'_, '_>, party: u16, vat: bool) -> Outcome {
    let mut count = 0;
    let mut aborted = None;
    at.every(&[party, CAC_PARTY, CAC_PARTY_TAX_SCHEME], &mut |scheme| {
        let fits = scheme.try_any(&[CAC_TAX_SCHEME], &mut |tax| {
            Ok((tax.text(&[CBC_ID])?.to_uppercase() == "VAT") == vat)
        });
        match fits {
            Ok(true) => count += scheme.count(&[CBC_COMPANY_ID]),
            Ok(false) => {}
            Err(abort) => aborted = aborted.or(Some(abort)),
        }
    });
    aborted.map_or(Ok(count <= 1), Err)
}

/// One VAT number of the seller.
pub fn ubl_sr_12(at: At<'_, '_>) -> Outcome {
    one_tax_number(at, CAC_ACCOUNTING_SUPPLIER_PARTY, true)
}

/// One other tax number of the seller.
pub fn ubl_sr_13(at: At<'_, '_>) -> Outcome {
    one_tax_number(at, CAC_ACCOUNTING_SUPPLIER_PARTY, false)
}

/// One VAT number of the buyer.
pub fn ubl_sr_18(at: At<'_, '_>) -> Outcome {
    one_tax_number(at, CAC_ACCOUNTING_CUSTOMER_PARTY, true)
}

/// Whether the payee has a name that is not the seller's.
fn is_other(at: At<'_, '_>) -> bool {
    let Some(parent) = at.parent() else { return false };
    let seller =
        [CAC_ACCOUNTING_SUPPLIER_PARTY, CAC_PARTY, CAC_PARTY_LEGAL_ENTITY, CBC_REGISTRATION_NAME];
    let others = parent.texts(Question::SellerRegistrations, || parent.values(&seller));
    at.any(&[CAC_PARTY_NAME, CBC_NAME], &mut |name| {
        // Of several names one is another whatever this one is.
        others.len() > 1 || others.iter().any(|other| *other != name.value())
    })
}

/// One payee, by name.
pub fn ubl_sr_19(at: At<'_, '_>) -> Outcome {
    Ok(at.count(&[CAC_PARTY_NAME, CBC_NAME]) <= 1 && is_other(at))
}

fn is_sepa(id: At<'_, '_>) -> bool {
    id.attribute(SCHEME_ID).is_some_and(|scheme| scheme.eq_ignore_ascii_case("SEPA"))
}

/// One payee, by number.
pub fn ubl_sr_20(at: At<'_, '_>) -> Outcome {
    let mut count = 0;
    at.every(&[CAC_PARTY_IDENTIFICATION, CBC_ID], &mut |id| count += usize::from(!is_sepa(id)));
    Ok(count <= 1 && is_other(at))
}

/// One payee, by company number.
pub fn ubl_sr_21(at: At<'_, '_>) -> Outcome {
    Ok(at.count(&[CAC_PARTY_LEGAL_ENTITY, CBC_COMPANY_ID]) <= 1 && is_other(at))
}

/// One tax number of the tax representative.
pub fn ubl_sr_23(at: At<'_, '_>) -> Outcome {
    let path = [CAC_PARTY, CAC_PARTY_TAX_SCHEME, CBC_COMPANY_ID];
    Ok(match at.document.pack {
        // The older rule looked below a Party that is not there.
        Pack::V3_0_20 => at.count(&path) <= 1,
        _ => at.count(&path[1..]) <= 1,
    })
}

/// One SEPA number.
pub fn ubl_sr_29(at: At<'_, '_>) -> Outcome {
    let mut count = 0;
    for party in at.anywhere(CAC_PARTY_IDENTIFICATION) {
        party.every(&[CBC_ID], &mut |id| count += usize::from(is_sepa(id)));
    }
    Ok(count <= 1)
}

/// A supporting document has a type only where it is an object or a project.
pub fn ubl_sr_43(at: At<'_, '_>) -> Outcome {
    let root = At::root(at.document);
    let kind = [CBC_DOCUMENT_TYPE_CODE];
    let credit_note = root.document.tree.local_name(root.name()) == "CreditNote";
    let plain = !at.has(&kind) && !at.any(&[CBC_ID], &mut |id| id.attribute(SCHEME_ID).is_some());
    Ok(is_object(at) || (credit_note && at.any_is(&kind, &["50"])) || plain)
}

fn all_alike(at: At<'_, '_>, name: u16) -> bool {
    let mut all = at.anywhere(name).map(At::value);
    let first = all.next();
    all.all(|value| Some(value) == first)
}

/// One payment reference.
pub fn ubl_sr_44(at: At<'_, '_>) -> Outcome {
    Ok(all_alike(at, CBC_PAYMENT_ID))
}

/// One payment means.
pub fn ubl_sr_47(at: At<'_, '_>) -> Outcome {
    Ok(all_alike(at, CBC_PAYMENT_MEANS_CODE))
}

/// One VAT category a line.
pub fn ubl_sr_48(at: At<'_, '_>) -> Outcome {
    Ok(at.count(&[CAC_ITEM, CAC_CLASSIFIED_TAX_CATEGORY]) == 1)
}

/// A tax number has its scheme and the other way round.
pub fn ubl_sr_53(at: At<'_, '_>) -> Outcome {
    Ok(at.has(&[CAC_TAX_SCHEME, CBC_ID]) && at.has(&[CBC_COMPANY_ID]))
}
